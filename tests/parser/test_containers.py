from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib

import pytest
import zstandard

from parser import DamagedSourceError, SourceError, UnreadableSourceError, UnsafeSourceError
from parser import _inflate as inflate
from parser._containers import is_inner_name
from parser._read import read_records

TELEGRAM = "VZCZCXRO0001\nOO RUEHC\nDE RUEHTI #9901/01 1040605\n\n1. (C) The lighthouse is closed."
FILES = {"a/one.txt": TELEGRAM, "a/b/two.txt": TELEGRAM.replace("9901", "9902")}


def tar(files=FILES, format=tarfile.DEFAULT_FORMAT):  # noqa: A002 - as tarfile names it
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=format) as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(name)
            data = text if isinstance(text, bytes) else text.encode()
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zipped(files=FILES, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


class Pipe(io.RawIOBase):
    """Bytes that come in small pieces, once."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def read(self, size=-1):
        return self._data.read(min(size, 1000) if size >= 0 else size)


def places(source):
    """Return what was read until the end, or until an error."""
    found = []
    try:
        for record in read_records(source):
            found.append((record.position, record.text))  # noqa: PERF401 - kept at an error
    except SourceError:
        return found
    return found


ARCHIVES = [
    pytest.param(zipped(), id="zip"),
    pytest.param(zipped(compression=zipfile.ZIP_STORED), id="zip, stored"),
    pytest.param(zipped(compression=zipfile.ZIP_LZMA), id="zip, LZMA"),
    pytest.param(tar(), id="tar"),
    pytest.param(tar(format=tarfile.GNU_FORMAT), id="GNU tar"),
    pytest.param(tar(format=tarfile.PAX_FORMAT), id="pax tar"),
    pytest.param(gzip.compress(tar()), id="tar.gz"),
    pytest.param(bz2.compress(tar()), id="tar.bz2"),
    pytest.param(lzma.compress(tar()), id="tar.xz"),
    pytest.param(zstandard.compress(tar()), id="tar.zst"),
    pytest.param(gzip.compress(zipped()), id="zip.gz"),
]


@pytest.mark.parametrize("data", ARCHIVES)
@pytest.mark.parametrize("wrap", [bytes, io.BytesIO, Pipe], ids=["bytes", "file", "pipe"])
def test_archives(data, wrap):
    assert places(wrap(data)) == [(f"member {name}", text) for name, text in FILES.items()]


COMPRESSED = [
    pytest.param(gzip.compress, id="gz"),
    pytest.param(bz2.compress, id="bz2"),
    pytest.param(lzma.compress, id="xz"),
    pytest.param(zstandard.compress, id="zst"),
]


@pytest.mark.parametrize("compress", COMPRESSED)
def test_compressed_files(compress):
    assert places(compress(TELEGRAM.encode())) == [(None, TELEGRAM)]


@pytest.mark.parametrize("compress", COMPRESSED)
def test_several_streams_one_behind_the_other(compress):
    half = len(TELEGRAM) // 2
    data = compress(TELEGRAM[:half].encode()) + compress(TELEGRAM[half:].encode())
    assert places(data) == [(None, TELEGRAM)]


@pytest.mark.parametrize("compress", COMPRESSED)
def test_what_stands_before_the_damage_is_read(compress):
    row = f'"1","4/14/2009 6:05","09TIRANA9901","Embassy Tirana","SECRET","","","{TELEGRAM}"\n'
    rows = "".join(row.replace("closed", f"{n:x}{zlib.crc32(b'%d' % n)}") for n in range(12_000))
    data = compress(rows.encode())
    cut_off = data[: len(data) * 9 // 10]
    with pytest.raises(DamagedSourceError, match="damaged or ends in the middle"):
        list(read_records(cut_off))
    assert len(places(cut_off)) > 5_000


@pytest.mark.parametrize("compress", COMPRESSED)
def test_a_short_file_that_ends_too_early_is_read_so_far(compress):
    telegrams = "\n\n".join(TELEGRAM.replace("0001", f"{n:04}") for n in range(2000))
    data = compress(telegrams.encode())
    with pytest.raises(DamagedSourceError, match="damaged or ends in the middle"):
        list(read_records(data[: len(data) - 20]))
    found = places(data[: len(data) - 20])  # bzip2 gives nothing of a block that is cut
    assert not found or found[:1] == [("telegram 1", TELEGRAM.replace("0001", "0000"))]


class Failing(io.RawIOBase):
    """A disk that fails behind the first row."""

    row = b'"1","4/14/2009 6:05","09TIRANA9901","Embassy Tirana","SECRET","","","x"\n'
    is_read = False

    def read(self, _size=-1):
        if self.is_read:
            raise OSError(5, "Input/output error")
        self.is_read = True
        return self.row


def test_a_failing_disk():
    records = read_records(Failing())
    assert next(records).text == "x"
    with pytest.raises(UnreadableSourceError, match="input/output error"):
        next(records)


def test_archives_inside_archives():
    data = tar({"inner.zip": zipped(), "three.txt.gz": gzip.compress(TELEGRAM.encode())})
    assert [place for place, _ in places(data)] == [
        "member inner.zip: a/one.txt",
        "member inner.zip: a/b/two.txt",
        "member three.txt.gz",
    ]


def test_position_of_a_row():
    row = '"1","4/14/2009 6:05","09TIRANA9901","Embassy Tirana","SECRET","","","x"\n'
    assert [place for place, _ in places(zipped({"c.csv": row * 2}))] == [
        "member c.csv, row 1",
        "member c.csv, row 2",
    ]


def test_a_damaged_member_does_not_end_the_archive():
    data = bytearray(zipped(compression=zipfile.ZIP_STORED))
    data[data.index(b"lighthouse")] ^= 1
    with pytest.raises(DamagedSourceError, match=r"a/one\.txt is damaged"):
        list(read_records(bytes(data)))
    assert [place for place, _ in places(bytes(data))] == ["member a/b/two.txt"]


def test_a_locked_member_is_named():
    data = bytearray(zipped({"one.txt": TELEGRAM}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableSourceError, match=r"one\.txt is locked with a password"):
        list(read_records(bytes(data)))


def test_a_member_that_is_packed_otherwise_is_named():
    data = bytearray(zipped({"one.txt": TELEGRAM}))
    for place in (data.index(b"PK\x03\x04") + 8, data.index(b"PK\x01\x02") + 10):
        data[place : place + 2] = (97).to_bytes(2, "little")
    with pytest.raises(UnreadableSourceError, match=r"one\.txt is packed in an unknown way"):
        list(read_records(bytes(data)))


@pytest.mark.parametrize("percent", [5, 30, 60, 80])
@pytest.mark.parametrize("data", ARCHIVES)
def test_an_archive_that_ends_too_early(data, percent):
    cut_off = data[: len(data) * percent // 100]
    whole = [(f"member {name}", text) for name, text in FILES.items()]
    assert all(place in whole for place in places(cut_off))


@pytest.mark.parametrize(
    ("name", "is_inner"),
    [
        ("a/b.txt", True),
        ("b.txt", True),
        ("../b.txt", False),
        ("a/../../b.txt", False),
        ("/etc/b.txt", False),
        ("C:\\b.txt", False),
        ("..\\b.txt", False),
        ("__MACOSX/b.txt", False),
        (".DS_Store", False),
        ("", False),
    ],
)
def test_names(name, is_inner):
    assert is_inner_name(name) is is_inner


@pytest.mark.parametrize("pack", [zipped, tar], ids=["zip", "tar"])
def test_names_that_climb_out_are_passed_over(pack):
    data = pack({"../evil.txt": TELEGRAM, "/etc/evil.txt": TELEGRAM, "good.txt": TELEGRAM})
    assert [place for place, _ in places(data)] == ["member good.txt"]


def test_links_in_a_tar_are_passed_over():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("link.txt")
        info.type = tarfile.SYMTYPE
        info.linkname = "/etc/passwd"
        archive.addfile(info)
    with pytest.raises(SourceError, match="holds no files"):
        list(read_records(out.getvalue()))


def nested(levels):
    data = TELEGRAM.encode()
    for _ in range(levels):
        data = gzip.compress(data)
    return data


@pytest.mark.parametrize(("levels", "is_read"), [(4, True), (5, False)])
def test_depth(levels, is_read):
    if is_read:
        assert places(nested(levels)) == [(None, TELEGRAM)]
    else:
        with pytest.raises(UnsafeSourceError, match="inside each other"):
            list(read_records(nested(levels)))


def test_how_much_may_come_out(monkeypatch):
    monkeypatch.setattr(inflate, "FREE_BYTES", 1 << 20)
    bomb = gzip.compress(TELEGRAM.encode() + b" " * (32 << 20))
    with pytest.raises(UnsafeSourceError, match="200 times its size"):
        list(read_records(bomb))
    with pytest.raises(UnsafeSourceError, match="200 times its size"):
        list(read_records(zipped({"a.txt": TELEGRAM + " " * (32 << 20)})))
    assert places(gzip.compress(TELEGRAM.encode() + b" " * (1 << 17)))


def test_how_many_members(monkeypatch):
    monkeypatch.setattr(inflate, "MOST_MEMBERS", 1)
    with pytest.raises(UnsafeSourceError, match="more than 1 files"):
        list(read_records(zipped()))


def test_a_name_that_never_ends():
    info = tarfile.TarInfo("x" * 3_000_000)
    head = info.tobuf(tarfile.GNU_FORMAT)
    with pytest.raises(SourceError):
        list(read_records(head))


def test_only_what_holds_nothing_is_passed_over():
    data = zipped({"README": "Hello.", "one.txt": TELEGRAM})
    assert [place for place, _ in places(data)] == ["member one.txt"]
    with pytest.raises(SourceError, match="holds no cable"):
        list(read_records(zipped({"README": "Hello."})))
