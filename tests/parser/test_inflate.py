"""Compressed files: read in pieces of any size, damage told, and how much may come out."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import zlib

import pytest
import zstandard

from parser import DamagedSourceError, UnsafeSourceError
from parser import _inflate as module
from parser._inflate import FREE_BYTES, HIGHEST_RATIO, Budget, inflated
from parser._stream import Stream

TEXT = b"".join(b"The quay of pier %d is closed (%x).\n" % (n, n * 7919) for n in range(2000))
LONG = TEXT + b" " * (1 << 20)
KINDS = [
    pytest.param(lambda data: gzip.compress(data, mtime=0), id="gz"),
    pytest.param(bz2.compress, id="bz2"),
    pytest.param(lzma.compress, id="xz"),
    pytest.param(
        zstandard.ZstdCompressor(write_checksum=True, write_content_size=False).compress, id="zst"
    ),
]
SKIPPED = struct.pack("<II", 0x184D2A50, 4) + b"size"


def opened(data: bytes, budget: Budget | None = None):
    content = inflated(Stream(io.BytesIO(data), "quay"), budget or Budget())
    assert content is not None
    return content


def pieces(data: bytes, size: int = 1 << 20) -> list[bytes]:
    """Return what comes out until the end, in the pieces in which it does."""
    content = opened(data)
    return list(iter(lambda: content.read(size), b""))


def so_far(data: bytes, size: int = 1 << 20) -> bytes:
    """Return what comes out before the damage."""
    content = opened(data)
    found = b""
    with pytest.raises(DamagedSourceError, match=r"^quay is damaged or ends in the middle;"):  # noqa: PT012
        while piece := content.read(size):
            found += piece
    return found


@pytest.mark.parametrize("compress", KINDS)
@pytest.mark.parametrize("size", [9999, 1 << 20, 1 << 30])
def test_it_is_read_in_pieces(compress, size):
    found = pieces(compress(LONG), size)
    assert b"".join(found) == LONG
    assert max(map(len, found)) <= min(size, 1 << 20)


@pytest.mark.parametrize("compress", KINDS)
@pytest.mark.parametrize("taken", [1, 2, 1000])
def test_it_is_taken_in_pieces(monkeypatch, compress, taken):
    monkeypatch.setattr(module, "_PIECE", taken)
    short = TEXT[:5000]
    assert b"".join(pieces(compress(short) + compress(b"More.") + b"\0" * 9)) == short + b"More."


@pytest.mark.parametrize("compress", KINDS)
@pytest.mark.parametrize(
    ("behind", "more"),
    [
        pytest.param(lambda _: b"", b"", id="nothing"),
        pytest.param(lambda _: b"\0" * 200_000, b"", id="the zeros of a tape"),
        pytest.param(lambda compress: compress(b""), b"", id="one of nothing"),
        pytest.param(lambda compress: compress(b"") + compress(b"More."), b"More.", id="others"),
    ],
)
def test_what_may_stand_behind(compress, behind, more):
    assert b"".join(pieces(compress(TEXT) + behind(compress))) == TEXT + more


@pytest.mark.parametrize("compress", KINDS)
@pytest.mark.parametrize(
    ("spoil", "is_read_before"),
    [
        pytest.param(lambda data: data + b"junk", True, id="something else behind"),
        pytest.param(lambda data: data + data[:3], True, id="another one cut short"),
        pytest.param(lambda data: data[: len(data) // 2], None, id="cut in the middle"),
        pytest.param(lambda data: data[:-1], None, id="its last byte missing"),
    ],
)
def test_damage_is_told_behind_what_can_be_read(compress, spoil, is_read_before):
    found = so_far(spoil(compress(TEXT)), 1000)
    assert TEXT.startswith(found)
    assert found == TEXT or not is_read_before


@pytest.mark.parametrize("compress", KINDS)
def test_a_wrong_checksum_is_damage(compress):
    data = bytearray(compress(TEXT))
    place = {0x1F: -8, 0x42: 10, 0xFD: -20, 0x28: -1}[data[0]]
    data[place] ^= 1
    assert TEXT.startswith(so_far(bytes(data)))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SKIPPED + zstandard.compress(TEXT), id="before"),
        pytest.param(zstandard.compress(TEXT) + SKIPPED, id="behind"),
        pytest.param(
            zstandard.compress(TEXT[:99]) + SKIPPED + zstandard.compress(TEXT[99:]), id="between"
        ),
    ],
)
def test_frames_of_pzstd_that_are_to_be_skipped(data):
    assert b"".join(pieces(data)) == TEXT


def zstandard_frame(window: int) -> bytes:
    """Write a frame by hand, of three letters, that asks for this window (see RFC 8878, 3.1.1)."""
    block = (3 << 3 | 1).to_bytes(3, "little") + b"abc"
    return b"\x28\xb5\x2f\xfd" + bytes([0, window]) + block


def xz_file(dictionary: int) -> bytes:
    """Write a file that asks for this dictionary (see the .xz format, 5.3.1)."""
    data = bytearray(lzma.compress(b"abc"))
    end = 12 + (data[12] + 1) * 4 - 4  # of the block's header, behind that of the file
    data[data.index(b"\x21\x01", 12) + 2] = dictionary
    data[end : end + 4] = struct.pack("<I", zlib.crc32(data[12:end]))
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "is_read"),
    [
        pytest.param(zstandard_frame(17 << 3), True, id="zst, 128 MB"),
        pytest.param(zstandard_frame(17 << 3 | 1), False, id="zst, more"),
        pytest.param(xz_file(30), True, id="xz, 128 MB"),
        pytest.param(xz_file(33), False, id="xz, 384 MB"),
    ],
)
def test_how_much_memory_a_file_may_ask_for(data, is_read):
    if is_read:
        assert pieces(data) == [b"abc"]
    else:
        assert so_far(data) == b""


@pytest.mark.parametrize("taken", [0, 1, 5000])
def test_how_much_may_come_out(taken):
    most = FREE_BYTES + HIGHEST_RATIO * taken
    budget = Budget(taken)
    budget.produce(most - 1, "quay")
    budget.produce(1, "quay")
    with pytest.raises(UnsafeSourceError, match=r"^quay grows to more than 200 times its size"):
        budget.produce(1, "quay")


def test_how_many_members_there_may_be():
    budget = Budget(members=module.MOST_MEMBERS - 1)
    budget.enter("quay")
    with pytest.raises(UnsafeSourceError, match=r"^quay holds more than 1,000,000 files; split"):
        budget.enter("quay")


def test_what_comes_out_is_counted():
    budget = Budget()
    content = opened(gzip.compress(TEXT), budget)
    assert content.read(1000) == TEXT[:1000]
    assert budget.produced == 1000


@pytest.mark.parametrize(
    "data", [b"", b"BZ", b"\x1f", b"PK\x03\x04", b"The quay.", b" \x1f\x8b"], ids=repr
)
def test_what_is_not_compressed(data):
    assert inflated(Stream(io.BytesIO(data), "quay"), Budget()) is None
