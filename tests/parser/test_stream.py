"""A source as bytes: encodings, failing disks, bounds, and where it is cut."""

from __future__ import annotations

import codecs
import io
import re

import pytest

from parser import DamagedSourceError, ProblemKind, UnreadableSourceError, UnsafeSourceError
from parser import _stream as module
from parser._stream import Stream, cut, decode, decode_with_problems

TEXT = "Tirana, the harbor — 14 April.\n"


def stream(data: bytes) -> Stream:
    return Stream(io.BytesIO(data), "quay.txt")


PLAIN = [
    pytest.param(TEXT.encode(), TEXT, id="UTF-8"),
    pytest.param(codecs.BOM_UTF8 + TEXT.encode(), TEXT, id="UTF-8 with its mark"),
    pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT, id="UTF-16 LE"),
    pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT, id="UTF-16 BE"),
    pytest.param(TEXT.encode("utf-16-le"), TEXT, id="UTF-16 LE without its mark"),
    pytest.param(TEXT.encode("utf-16-be"), TEXT, id="UTF-16 BE without its mark"),
    pytest.param("Port".encode("utf-16-le"), "Port", id="four letters in UTF-16"),
    pytest.param(b"P\0o\0r\0", "P\0o\0r\0", id="three are too few to tell"),
    pytest.param(b"P\0\0\0o\0\0\0" * 99, "P\0\0\0o\0\0\0" * 99, id="UTF-32 is not taken for it"),
    pytest.param(TEXT.encode("utf-16")[:-1], TEXT[:-1], id="half a character at the end"),
    pytest.param(
        codecs.BOM_UTF16_LE + b"a\0\x00\xd8b\0", "a\N{REPLACEMENT CHARACTER}b", id="half a pair"
    ),
    pytest.param(b"", "", id="nothing"),
]


@pytest.mark.parametrize(("data", "text"), PLAIN)
def test_it_gives_utf_8(data, text):
    one = stream(data)
    assert one.whole() == one.head == text.encode()


def test_a_long_text_in_utf_16_is_read_to_its_end():
    text = "".join(f"{number:06} — the quay.\n" for number in range(60_000))
    one = stream(text.encode("utf-16"))
    assert len(one.head) < len(text)
    assert one.whole().decode() == text


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        pytest.param("<?xml version='1.0' encoding='UTF-16'?>", "utf-8", id="UTF-16"),
        pytest.param('<?xml version="1.0" encoding="utf-16LE"?>', "utf-8", id="with the order"),
        pytest.param("<?xml version='1.0' encoding='UTF-8'?>", "UTF-8", id="UTF-8"),
        pytest.param("<p>encoding='UTF-16'</p>", "UTF-16", id="in a text"),
    ],
)
def test_what_xml_says_of_its_encoding_is_true_of_what_is_handed_on(declared, said):
    head = stream((declared + "<a>é</a>").encode("utf-16")).head.decode()
    assert re.findall(r"""encoding=["']([^"']*)""", head) == [said]


@pytest.mark.parametrize("size", [1, 7, 1 << 20])
def test_it_is_read_in_pieces(size):
    one = stream(TEXT.encode())
    pieces = list(iter(lambda: one.read(size), b""))
    assert b"".join(pieces) == TEXT.encode()
    assert max(map(len, pieces)) <= size


@pytest.mark.parametrize(("beyond", "is_read"), [(0, True), (1, False)], ids=["at it", "beyond"])
def test_the_bound_of_a_document(beyond, is_read):
    limit = 3 << 20
    one = stream(b"x" * (limit + beyond))
    if is_read:
        assert len(one.whole(limit)) == limit
        return
    with pytest.raises(UnsafeSourceError, match=r"^quay\.txt is longer than 3 MB, which no docum"):
        one.whole(limit)


class Failing(io.RawIOBase):
    """A disk that fails behind its first bytes; asked again, it goes on as if nothing was."""

    def __init__(self) -> None:
        self.answers = [b"The quay.", OSError(5, "Input/output error"), b"Not this."]

    def read(self, _size=-1):
        answer = self.answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer


def test_behind_a_failure_nothing_is_read():
    one = Stream(Failing(), "quay.txt")
    assert (one.head, one.whole(), one.read(9)) == (b"The quay.", b"The quay.", b"")
    assert isinstance(one.failure, UnreadableSourceError)


BEGIN = re.compile(rb"^# \d+$", re.MULTILINE)
SECTIONS = [b"front\n", b"# 1\none\n", b"# 2\n", b"# 3\nthree # 4\n", b"# 5\nfive"]


def chunked(monkeypatch, size):
    monkeypatch.setattr(module, "CHUNK", size)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 1000])
@pytest.mark.parametrize("first", [0, 1], ids=["something before", "at the beginning"])
def test_cut(monkeypatch, size, first):
    chunked(monkeypatch, size)
    pieces = list(cut(stream(b"".join(SECTIONS[first:])), re.compile(rb"^# \d\n", re.MULTILINE)))
    assert pieces == SECTIONS[first:]


def test_cut_leaves_out_the_beginning():
    assert list(cut(stream(b"names\n# 1\none\n# 2\ntwo"), BEGIN, skip=6)) == [
        b"# 1\none\n",
        b"# 2\ntwo",
    ]


def test_cut_finds_a_beginning_of_256_bytes_at_the_end_of_a_chunk(monkeypatch):
    chunked(monkeypatch, 1000)
    begin = b"#" * 256
    data = b"x" * 744 + begin[:-1]  # all but one byte of it stands in the first chunk
    assert list(cut(stream(data + b"#" + b"y" * 500), re.compile(begin))) == [
        b"x" * 744,
        begin + b"y" * 500,
    ]


def test_byte_order_marks_between_files_put_together_are_dropped():
    mark = codecs.BOM_UTF8
    data = mark + b"# 1\none\n" + mark + b"# 2\ntwo " + mark + b"\n"
    assert list(cut(stream(data), BEGIN)) == [b"# 1\none\n", b"# 2\ntwo " + mark + b"\n"]


@pytest.mark.parametrize(
    ("length", "behind", "is_kept"),
    [
        pytest.param(1 << 20, b"", True, id="at it"),
        pytest.param((1 << 20) + 1, b"", False, id="one beyond"),
        pytest.param(3 << 20, b"", False, id="far beyond"),
        pytest.param(3 << 20, b"\n# 3\nthree\n# 4\nfour", False, id="others follow"),
    ],
)
def test_a_piece_past_the_bound_is_left_out_and_told(monkeypatch, length, behind, is_kept):
    chunked(monkeypatch, 1 << 10)
    monkeypatch.setattr(module, "LONGEST_DOCUMENT", 1 << 20)
    one = stream(b"# 1\none\n# 2\n".ljust(8 + length, b"x") + behind)
    pieces = [piece[:7] for piece in cut(one, BEGIN)]
    assert pieces[:2] == [b"# 1\none", b"# 2\nxxx" if is_kept else b""]
    assert pieces[2:] == ([b"# 3\nthr", b"# 4\nfou"] if behind else [])
    assert isinstance(one.left_out, DamagedSourceError) is not is_kept
    if not is_kept:
        assert str(one.left_out) == (
            "quay.txt holds a page, row or telegram of over 1 MB, which no cable is; "
            "it was left out and all others were read; look at what it is."
        )


@pytest.mark.parametrize(
    ("data", "text", "is_odd"),
    [
        pytest.param("quay — Ñandú".encode(), "quay — Ñandú", False, id="UTF-8"),
        pytest.param(b"caf\xe9", "café", True, id="Windows-1252"),
        pytest.param(b"\x93quay\x94 \x97 \x80", "“quay” — €", True, id="its own signs"),
        pytest.param("é".encode() + b" \xe9 " + "—".encode(), "é é —", True, id="both in one"),
        pytest.param(b"a\x81b \x8d\x8f\x90\x9d", "a\x81b \x8d\x8f\x90\x9d", True, id="no sign"),
        pytest.param(b"\xed\xa0\x80", "í\xa0€", True, id="half a pair"),
        pytest.param(b"\xf0\x9f\x9a", "ðŸš", True, id="a character cut short"),
        pytest.param(b"", "", False, id="nothing"),
    ],
)
def test_decode(data, text, is_odd):
    assert decode(data) == text
    found, problems = decode_with_problems(data)
    assert found == text
    assert [problem.kind for problem in problems] == [ProblemKind.ENCODING] * is_odd
