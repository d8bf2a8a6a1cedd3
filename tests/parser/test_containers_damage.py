"""Folders and archives as they come: damaged, cut, with odd names, and at every bound."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile

import pytest

from parser import SourceError
from parser import _containers as containers
from parser import _inflate as inflate
from parser._read import read_records
from tests.parser.test_containers import FILES, TELEGRAM, Pipe, tar, zipped

ONE, TWO = FILES
DAMAGED = "is damaged or ends in the middle; get it again; what could be unpacked was read."


def outcome(source):
    """Return the members that gave a telegram, and the sentence at the end."""
    found = []
    try:
        for record in read_records(source):
            place = record.position or "itself"
            found.append(place.removeprefix("member "))
    except SourceError as error:
        return found, str(error)
    return found, None


def changed(data: bytes, place: int, new: bytes) -> bytes:
    return data[:place] + new + data[place + len(new) :]


def local(data: bytes, number: int = 0) -> int:
    """Return where the header before a member of a ZIP begins."""
    return data.index(b"PK\x03\x04", number)


def central(data: bytes) -> int:
    """Return where the first entry in the directory of a ZIP begins."""
    return data.index(b"PK\x01\x02")


STORED = zipped(compression=zipfile.ZIP_STORED)
TEXT = STORED.index(b"lighthouse")

ZIPS = [
    pytest.param(
        changed(STORED, TEXT, b"L"), [TWO], f"data given: {ONE} {DAMAGED}", id="a text changed"
    ),
    pytest.param(
        changed(STORED, local(STORED), b"XX"), None, "is a binary file", id="no header at all"
    ),
    pytest.param(
        changed(STORED, local(STORED, 9), b"XX"), [ONE], f"{TWO} {DAMAGED}", id="no second header"
    ),
    pytest.param(
        changed(STORED, STORED.index(b"a/one"), b"b"), [TWO], f"{ONE} {DAMAGED}", id="two names"
    ),
    pytest.param(
        changed(STORED, central(STORED) + 24, struct.pack("<I", 9)),
        [TWO],
        f"{ONE} {DAMAGED}",
        id="said to be shorter",
    ),
    pytest.param(
        changed(STORED, central(STORED) + 20, struct.pack("<II", 9999, 9999)),
        [TWO],
        f"{ONE} {DAMAGED}",
        id="said to be longer",
    ),
    pytest.param(
        changed(STORED, central(STORED) + 42, struct.pack("<I", 1 << 30)),
        [TWO],
        f"{ONE} {DAMAGED}",
        id="said to stand behind the end",
    ),
    pytest.param(
        changed(STORED, central(STORED) + 6, b"\xff"),
        [],
        "the data given is packed in an unknown way; unpack it and import that.",
        id="of a later version",
    ),
    pytest.param(STORED[:-10], [], f"the data given {DAMAGED}", id="cut in its directory"),
    pytest.param(STORED[: TEXT + 10], [], f"the data given {DAMAGED}", id="cut in a text"),
    pytest.param(
        changed(STORED, central(STORED), b"XX"), [], f"the data given {DAMAGED}", id="no directory"
    ),
    pytest.param(STORED + b"\r\n" * 9, [ONE, TWO], None, id="line ends behind it"),
    pytest.param(
        b"PK\x05\x06" + b"\0" * 18,
        [],
        "the data given holds no files; name a folder or file that holds cables.",
        id="empty",
    ),
]


@pytest.mark.parametrize(("data", "members", "sentence"), ZIPS)
def test_a_zip(data, members, sentence):
    found, error = outcome(data)
    assert found == (members or [])
    assert (error or "").endswith(sentence or "") if members is not None else sentence in error


@pytest.mark.parametrize(
    "compression",
    [
        pytest.param(zipfile.ZIP_DEFLATED, id="deflated"),
        pytest.param(zipfile.ZIP_BZIP2, id="bzip2"),
        pytest.param(zipfile.ZIP_LZMA, id="LZMA"),
    ],
)
@pytest.mark.parametrize("part", [0.2, 0.5, 0.8])
def test_a_member_that_is_damaged_in_any_packing(compression, part):
    data = zipped({ONE: TELEGRAM * 9, TWO: TELEGRAM}, compression)
    first = data.index(ONE.encode()) + len(ONE)
    place = first + int((local(data, first) - first) * part)
    data = changed(data, place, bytes(byte ^ 0xFF for byte in data[place : place + 4]))
    found, error = outcome(data)
    assert found[-1:] == [TWO]
    assert error.endswith(f"{ONE} {DAMAGED}")


BLOCK = tarfile.BLOCKSIZE
TAR = tar()
HALF = TAR[: 2 * BLOCK]  # a header and a text
NUMBER = TAR.index(b"0000644")

TARS = [
    pytest.param(changed(TAR, 2 * BLOCK, b"x"), [ONE], True, id="a header changed"),
    pytest.param(TAR[: 2 * BLOCK + 200], [ONE], True, id="cut in a header"),
    pytest.param(TAR[: 3 * BLOCK + 20], [ONE], True, id="cut in a text"),
    pytest.param(HALF + b"The quay. " * 100, [ONE], True, id="something else follows"),
    pytest.param(changed(TAR, NUMBER, b"0000zzz"), [], True, id="the first header changed"),
    pytest.param(HALF, [ONE], False, id="without its end"),
    pytest.param(TAR[: 4 * BLOCK] + b"\0" * BLOCK, [ONE, TWO], False, id="half of its end"),
    pytest.param(TAR + b"\0" * 99, [ONE, TWO], False, id="more zeros than it needs"),
    pytest.param(tar({ONE: ""}), [], "is empty", id="an empty file"),
]


@pytest.mark.parametrize("wrap", [bytes, gzip.compress, bz2.compress, lzma.compress, Pipe])
@pytest.mark.parametrize(("data", "members", "told"), TARS)
def test_a_tar(wrap, data, members, told):
    found, error = outcome(wrap(data))
    assert found == members
    assert bool(error) is bool(told)
    assert not error or (told if isinstance(told, str) else DAMAGED) in error


def test_every_byte_of_a_header_counts():
    """Whatever is changed in a header, what stands behind it is not passed over in silence."""
    silent = [
        place
        for place in range(2 * BLOCK, 3 * BLOCK)
        if outcome(changed(TAR, place, bytes([TAR[place] ^ 0x15]))) == ([ONE], None)
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        pytest.param("café/naïve.txt", "utf-8", id="UTF-8"),
        pytest.param("café/naïve.txt", "latin-1", id="Latin 1"),
        pytest.param("порт.txt", "cp866", id="a code page"),
        pytest.param("a b\tc\n.txt", "utf-8", id="white space"),
        pytest.param("x" * 300 + ".txt", "utf-8", id="long"),
    ],
)
def test_names_in_any_encoding(name, encoding):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", encoding=encoding, format=tarfile.GNU_FORMAT) as made:
        info = tarfile.TarInfo(name)
        info.size = len(TELEGRAM)
        made.addfile(info, io.BytesIO(TELEGRAM.encode()))
    for data in (out.getvalue(), zipped({name: TELEGRAM})):
        found, error = outcome(data)
        assert (len(found), error) == (1, None)
        [read] = found
        assert len(read.encode(errors="surrogateescape")) >= len(name)
        assert read == name or encoding != "utf-8"


@pytest.mark.parametrize("kind", [tarfile.DIRTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_what_is_no_file_in_a_tar_is_passed_over(kind):
    info = tarfile.TarInfo("quay")
    info.type = kind
    assert outcome(info.tobuf() + TAR) == ([ONE, TWO], None)


def wrapped(*layers: str) -> bytes:
    data = TELEGRAM.encode()
    for layer in reversed(layers):
        data = PACK[layer](data)
    return data


PACK = {
    "zip": lambda data: zipped({"x": data}),
    "tar": lambda data: tar({"x": data}),
    "gz": gzip.compress,
}


@pytest.mark.parametrize(
    ("layers", "place"),
    [
        ("zip zip zip zip", "x: x: x: x"),
        ("tar zip tar gz", "x: x: x"),
        ("gz tar gz tar", "x: x"),
        ("zip gz tar gz", "x: x"),
        ("zip zip zip zip zip", None),
        ("gz tar gz tar zip", None),
        ("tar tar tar tar gz", None),
    ],
)
def test_how_deep(layers, place):
    found, error = outcome(wrapped(*layers.split()))
    assert found == ([place] if place else [])
    advice = "holds more than 4 archives inside each other; unpack the outer ones and import the"
    assert error is None if place else advice in error


@pytest.mark.parametrize("pack", [zipped, tar, lambda files: gzip.compress(tar(files))])
@pytest.mark.parametrize(("most", "is_read"), [(3, True), (2, False)])
def test_how_many_members(monkeypatch, pack, most, is_read):
    monkeypatch.setattr(inflate, "MOST_MEMBERS", most)
    found, error = outcome(pack({**FILES, "three.txt": TELEGRAM}))
    assert len(found) == most
    assert (error is None) is is_read
    assert is_read or "holds more than 2 files; split it and import the parts." in error


def test_members_of_archives_in_an_archive_count_together(monkeypatch):
    monkeypatch.setattr(inflate, "MOST_MEMBERS", 5)
    data = tar({"a.zip": zipped(), "b.zip": zipped()})
    found, error = outcome(data)
    assert found == [f"a.zip: {ONE}", f"a.zip: {TWO}", f"b.zip: {ONE}"]
    assert "b.zip holds more than 5 files" in error


@pytest.mark.parametrize(
    "pack",
    [
        pytest.param(lambda data: zipped({"x": data}), id="zip"),
        pytest.param(lambda data: gzip.compress(tar({"x": data})), id="tar.gz"),
        pytest.param(lambda data: tar({"x": gzip.compress(data)}), id="gz in a tar"),
        pytest.param(lambda data: gzip.compress(gzip.compress(data)), id="gz in gz"),
        pytest.param(lambda data: tar({"x": zipped({"y": data})}), id="zip in a tar"),
    ],
)
def test_how_much_may_come_out_of_any_packing(monkeypatch, pack):
    monkeypatch.setattr(inflate, "FREE_BYTES", 1 << 16)
    quay = f"{TELEGRAM}\n".encode()
    assert outcome(pack(quay.ljust(1 << 14)))[1] is None
    assert "grows to more than 200 times its size" in outcome(pack(quay.ljust(4 << 20)))[1]


def test_a_zip_in_a_stream_is_held_whole_up_to_a_bound(monkeypatch):
    monkeypatch.setattr(containers, "LONGEST_VOLUME", 1 << 20)
    long = tar({"a.zip": zipped({"x": os.urandom(1 << 21)}), "b.txt": TELEGRAM})
    found, error = outcome(long)
    assert found == ["b.txt"]
    assert "a.zip is longer than 1 MB" in error


def test_a_folder(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden.txt", ".git/x.txt", "c.zip/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TELEGRAM)
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "none")
    (tmp_path / "linked.txt").symlink_to(tmp_path / "a" / "z.txt")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "d.zip").write_bytes(zipped())
    found, error = outcome(tmp_path)
    inner = [f"d.zip: {ONE}", f"d.zip: {TWO}"]
    assert found == ["b.txt", *inner, "linked.txt", "a/z.txt", "a/b/c.txt", "c.zip/d.txt"]
    assert error is None


def test_a_file_of_a_folder_that_is_gone_is_named(tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TELEGRAM)
    found = [tmp_path / "a.txt", tmp_path / "none"]
    monkeypatch.setattr(containers, "files_in", lambda _folder: found)
    assert outcome(tmp_path) == (["a.txt"], f"{tmp_path}/none does not exist; check the name.")


class Failing(Pipe):
    """A disk that fails behind what it has given."""

    def read(self, size=-1):
        data = super().read(size)
        if not data:
            raise OSError(5, "Input/output error")
        return data


@pytest.mark.parametrize(
    ("data", "members"),
    [
        pytest.param(HALF, [ONE], id="tar, between two members"),
        pytest.param(TAR[: 2 * BLOCK + 9], [ONE], id="tar, in a header"),
        pytest.param(gzip.compress(TAR)[:-4], [ONE, TWO], id="tar.gz, behind the last member"),
        pytest.param(STORED[:-30], [], id="zip"),
    ],
)
def test_a_disk_that_fails_in_an_archive_is_not_called_damage_of_it(data, members):
    found, error = outcome(Failing(data))
    assert found == members
    assert error.endswith(
        "cannot be read (input/output error); check the disk, or make another copy."
    )
