"""Compressed files, read as they come: gzip, bzip2, xz, Zstandard. And how much may come out."""

from __future__ import annotations

import lzma
import zlib
from bz2 import BZ2Decompressor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from parser._errors import (
    DamagedSourceError,
    SourceError,
    UnsafeSourceError,
    missing_package,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from parser._stream import Stream

MOST_MEMBERS: Final = 1_000_000
FREE_BYTES: Final = 256 << 20
HIGHEST_RATIO: Final = 200
"""Bytes that may come out for each byte read, once `FREE_BYTES` have come out. Pages packed
together reach about 60, text in one file about 10."""

_PIECE: Final = 1 << 16
_MOST_OUTPUT: Final = 1 << 20
_XZ_MEMORY: Final = 256 << 20
_ZSTANDARD_WINDOW: Final = 1 << 27


@dataclass(slots=True)
class Budget:
    """What has been read from the outermost file, and what came out of it."""

    taken: int = 0
    produced: int = 0
    members: int = 0

    def produce(self, size: int, name: str) -> None:
        """Count what came out.

        Raises:
            UnsafeSourceError: it is out of proportion to what went in.
        """
        self.produced += size
        if self.produced > FREE_BYTES + HIGHEST_RATIO * self.taken:
            raise UnsafeSourceError(
                name,
                f"grows to more than {HIGHEST_RATIO} times its size when it is unpacked",
                "unpack it yourself if you trust it, and import the folder",
            )

    def enter(self, name: str) -> None:
        """Count a member.

        Raises:
            UnsafeSourceError: there are too many.
        """
        self.members += 1
        if self.members > MOST_MEMBERS:
            raise UnsafeSourceError(
                name, f"holds more than {MOST_MEMBERS:,} files", "split it and import the parts"
            )


class _Decompressor(Protocol):
    """What bz2 and lzma offer, and what the others are made to offer."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gzip:
    """zlib, with the manners of bz2 and lzma."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max(0, max_length))


class _Zstandard:
    """Zstandard, with the manners of bz2 and lzma; imported when such a file is met.

    It knows no bound for what a piece may become, so pieces are small: 1 KB becomes 32 MB at most.
    """

    _PIECE: Final = 1 << 10

    def __init__(self) -> None:
        import zstandard  # noqa: PLC0415 - only when such a file is met

        self._error = zstandard.ZstdError
        engine = zstandard.ZstdDecompressor(max_window_size=_ZSTANDARD_WINDOW)
        self._inner = engine.decompressobj()
        self._waiting = b""
        self._place = 0
        self._ready = b""

    @property
    def eof(self) -> bool:
        return self._inner.eof and not self._ready

    @property
    def needs_input(self) -> bool:
        return not self._ready and self._place >= len(self._waiting)

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data + self._waiting[self._place :]

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        if data:
            self._waiting, self._place = self._waiting[self._place :] + data, 0
        if not self._ready and self._place < len(self._waiting):
            piece = self._waiting[self._place : self._place + self._PIECE]
            self._place += len(piece)
            try:
                self._ready = self._inner.decompress(piece)
            except self._error as error:
                raise ValueError from error
        out, self._ready = self._ready[:max_length], self._ready[max_length:]
        return out


def _xz() -> _Decompressor:
    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)


_KINDS: Final[tuple[tuple[bytes, Callable[[], _Decompressor]], ...]] = (
    (b"\x1f\x8b", _Gzip),
    (b"BZh", BZ2Decompressor),
    (b"\xfd7zXZ\x00", _xz),
    (b"\x28\xb5\x2f\xfd", _Zstandard),
    (b"\x50\x2a\x4d\x18", _Zstandard),  # a frame to skip, which pzstd begins with
)


class Inflated:
    """The content of a compressed source; several one behind the other are one."""

    def __init__(self, stream: Stream, new: Callable[[], _Decompressor], budget: Budget) -> None:
        self._stream = stream
        self._new = new
        self._budget = budget
        self._inner = new()
        self._rest = b""

    def read(self, size: int = _MOST_OUTPUT) -> bytes:
        """Return up to `size` bytes; none at the end.

        Raises:
            DamagedSourceError: the source ends in the middle, or is not what it seems.
        """
        try:
            data = self._read(min(size, _MOST_OUTPUT))
        except (zlib.error, lzma.LZMAError, OSError, ValueError) as error:
            raise self._damaged() from error
        self._budget.produce(len(data), self._stream.name)
        return data

    def _read(self, size: int) -> bytes:
        while True:
            if self._inner.eof:
                self._rest = self._inner.unused_data or self._stream.read(_PIECE)
                if not self._rest.strip(b"\0"):
                    return b""
                self._inner = self._new()
            elif self._inner.needs_input and not self._rest:
                self._rest = self._stream.read(_PIECE)
                if not self._rest:
                    raise self._damaged()
            data, self._rest = self._inner.decompress(self._rest, size), b""
            if data:
                return data

    def _damaged(self) -> SourceError:
        return self._stream.failure or DamagedSourceError(
            self._stream.name,
            "is damaged or ends in the middle",
            "get it again; what could be unpacked was read",
        )


def inflated(stream: Stream, budget: Budget) -> Inflated | None:
    """Return the content of a compressed source; None when it is not compressed.

    Raises:
        UnreadableSourceError: what unpacks it is not installed.
    """
    new = next((new for magic, new in _KINDS if stream.head.startswith(magic)), None)
    try:
        return Inflated(stream, new, budget) if new else None
    except ImportError as error:
        raise missing_package(stream.name, "packed with Zstandard", "zstandard") from error
