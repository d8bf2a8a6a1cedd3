"""What is said at the end of a source, and what was read before: `_read.py`."""

from __future__ import annotations

import gzip
import io

import pytest

import parser
from parser import (
    DamagedSourceError,
    EmptySourceError,
    SourceError,
    UnknownSourceError,
    UnreadableSourceError,
)
from parser._read import parse_record, read_records
from tests.parser.test_containers import TELEGRAM, zipped

LETTER = b"Dear Ann,\nnothing here.\n"
BROKEN = b"\x1f\x8b\x08\x00junk"
CUT = gzip.compress(TELEGRAM.encode())[:-4]
GOOD = TELEGRAM.encode()

REPORTS = [
    pytest.param({"a": GOOD}, 1, None, "", id="one that is read"),
    pytest.param({"a": GOOD, "b": GOOD}, 2, None, "", id="two"),
    pytest.param({"a": GOOD, "b": LETTER}, 1, None, "", id="one beside that holds none"),
    pytest.param(
        {"a": GOOD, "b": b""}, 1, EmptySourceError, "b is empty; get it again.", id="empty"
    ),
    pytest.param({}, 0, UnknownSourceError, "holds no files; name a folder or file", id="nothing"),
    pytest.param(
        {"a": LETTER},
        0,
        UnknownSourceError,
        "a holds no cable in a form that is known; `cablegram formats` shows what can be read.",
        id="none at all: the file is named",
    ),
    pytest.param(
        {"a": LETTER, "b": LETTER},
        0,
        UnknownSourceError,
        "holds 2 files and no cable, the first:",
        id="none in two",
    ),
    pytest.param(
        {"a": GOOD, "b": BROKEN}, 1, DamagedSourceError, "b is damaged", id="a broken one"
    ),
    pytest.param(
        {"a": GOOD, "b": BROKEN, "c": LETTER},
        1,
        DamagedSourceError,
        "b is damaged",
        id="what holds no cable does not count beside it",
    ),
    pytest.param(
        {"a": BROKEN, "b": GOOD, "c": BROKEN},
        1,
        DamagedSourceError,
        "holds 2 files that cannot be read, the first:",
        id="two broken ones",
    ),
    pytest.param(
        {"a": BROKEN, "b": LETTER},
        0,
        UnknownSourceError,
        "holds 2 files and no cable, the first:",
        id="no cable, and a broken one: that first",
    ),
    pytest.param({"a": CUT}, 1, DamagedSourceError, "a is damaged", id="read so far"),
    pytest.param({"a": CUT, "b": GOOD}, 2, DamagedSourceError, "a is damaged", id="and the next"),
]


def outcome(source):
    """Return the texts that were read, and the error at the end."""
    found = []
    try:
        for record in read_records(source):
            found.append(record.text)  # noqa: PERF401 - kept at an error
    except SourceError as error:
        return found, error
    return found, None


@pytest.fixture(params=["folder", "zip"])
def put(request, tmp_path):
    """Return what puts files into one source, and the name of that."""

    def into_folder(files):
        for name, data in files.items():
            (tmp_path / name).write_bytes(data)
        return tmp_path, str(tmp_path)

    return (
        into_folder
        if request.param == "folder"
        else lambda files: (zipped(files), "the data given")
    )


@pytest.mark.parametrize(("files", "cables", "kind", "sentence"), REPORTS)
def test_of_several_files(put, files, cables, kind, sentence):
    source, name = put(files)
    found, error = outcome(source)
    assert found == [TELEGRAM] * cables
    assert (type(error) if error else None) is kind
    said = str(error or name)
    assert said.startswith(name)
    assert sentence in said
    assert said.count(name) == (2 if "the first" in sentence else 1)  # the whole, and the first


class Named(io.BytesIO):
    """A file with a name of some kind."""

    def __init__(self, name: object) -> None:
        super().__init__(LETTER)
        self.name = name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        pytest.param(LETTER, "the data given", id="bytes"),
        pytest.param(io.BytesIO(LETTER), "the data given", id="a file without a name"),
        pytest.param(Named("quay.txt"), "quay.txt", id="with a name"),
        pytest.param(Named("<stdin>"), "standard input", id="standard input"),
        pytest.param(Named(0), "standard input", id="by its number"),
        pytest.param(Named(7), "the data given", id="another number"),
    ],
)
def test_how_a_source_is_called(source, name):
    with pytest.raises(SourceError) as caught:
        list(read_records(source))
    assert str(caught.value).startswith(f"{name} holds no cable")
    assert caught.value.source == name


def test_nothing_is_read_before_it_is_asked_for(tmp_path):
    cables = parser.read(tmp_path / "none")
    with pytest.raises(UnreadableSourceError):
        next(cables)


def test_a_file_that_is_given_is_left_open_and_read_once():
    file = io.BytesIO(GOOD)
    assert [record.text for record in read_records(file)] == [TELEGRAM]
    assert not file.closed
    with pytest.raises(EmptySourceError):
        list(read_records(file))


def test_what_a_carrier_knows_comes_with_the_cable():
    (record,) = read_records(zipped({"a/b.txt": GOOD.replace(b"closed", b"caf\xe9")}))
    parsed = parse_record(record)
    assert parsed.position == "member a/b.txt"
    assert parsed.problems[: len(record.problems)] == record.problems
    assert record.problems[0].kind is parser.ProblemKind.ENCODING
    assert parsed.cable.raw == record.text
    assert parsed.cable.metadata == record.metadata


def test_records_may_be_parsed_elsewhere():
    source = zipped({"a": GOOD, "b": GOOD.replace(b"9901", b"9902")})
    assert [parse_record(record) for record in read_records(source)] == list(parser.read(source))
