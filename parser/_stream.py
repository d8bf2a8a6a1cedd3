"""A source as bytes: read once, from front to back, with a look at its first part before."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from parser._errors import DamagedSourceError, SourceError, UnreadableSourceError, UnsafeSourceError
from parser._model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD: Final = 1 << 19
"""Bytes looked at to recognise a carrier. Pages begin with 60 KB of other links."""
CHUNK: Final = 1 << 20
LONGEST_DOCUMENT: Final = 16 << 20
"""Bytes. No cable, and no page or row that holds one, is nearly as long."""
LONGEST_VOLUME: Final = 256 << 20
"""Bytes of the longest document that holds many cables and cannot be read in pieces."""
_DECLARED: Final = re.compile(
    rb"""\A((?:\xef\xbb\xbf)?<\?xml\s[^>]{0,80}\bencoding=["'])utf-16(?:le|be)?""", re.IGNORECASE
)
"""What an XML file says of itself, no longer true once it is made UTF-8."""


class Stream:
    """A binary source that is read once, from front to back.

    Text in UTF-16 and a byte order mark are made plain UTF-8 on the way.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.name = name
        """Name for messages, `all.zip: pages/a.html`."""
        self._file = file
        self.failure: SourceError | None = None
        """Why the source ended before its end. What was read before is handed on first."""
        self.left_out: SourceError | None = None
        """Why a part of it was passed over; all else is read."""
        self.head = b""
        """The first bytes of the source, all of them when it is short."""
        self.head = self._fill(HEAD)
        if encoding := _wide_encoding(self.head):
            wide = cast("BinaryIO", _Joined(self.head, file))
            plain = codecs.EncodedFile(wide, "utf-8", encoding, "replace")
            self._file = cast("BinaryIO", plain)
            self.head = _DECLARED.sub(rb"\1utf-8", self._fill(HEAD))
        self.head = self.head.removeprefix(codecs.BOM_UTF8)
        self._pending = self.head

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes; none at the end."""
        if self._pending:
            data, self._pending = self._pending[:size], self._pending[size:]
            return data
        return self._read(size)

    def chunks(self) -> Iterator[bytes]:
        """Yield the rest of the source in pieces of at most a megabyte."""
        while data := self.read(CHUNK):
            yield data

    def whole(self, limit: int = LONGEST_DOCUMENT) -> bytes:
        """Return the rest of the source.

        Raises:
            UnsafeSourceError: it is longer than `limit` bytes.
        """
        parts = []
        size = 0
        for part in self.chunks():
            parts.append(part)
            size += len(part)
            if size > limit:
                raise UnsafeSourceError(
                    self.name,
                    f"is longer than {limit >> 20} MB, which no document of its kind is",
                    "split it and read the parts",
                )
        return b"".join(parts)

    def _fill(self, size: int) -> bytes:
        parts: list[bytes] = []
        while size > 0 and (part := self._read(size)):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def _read(self, size: int) -> bytes:
        if self.failure:
            return b""
        try:
            return self._file.read(size)
        except OSError as error:
            self.failure = UnreadableSourceError.because_of(error, self.name)
        except SourceError as error:
            self.failure = error
        return b""


class _Joined:
    """Bytes already read, and the file they came from."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def read(self, size: int = CHUNK) -> bytes:
        data, self._head = self._head[:size], self._head[size:]
        return data or self._rest.read(size)


def _wide_encoding(head: bytes) -> str | None:
    """Recognise UTF-16 by its mark, or by the zeros of ASCII letters in it."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = head[:512]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.8 and sample[::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.8 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None


_LONGEST_START: Final = 256
"""Bytes in which the beginning of a record can be recognised."""


def cut(stream: Stream, begin: re.Pattern[bytes], skip: int = 0) -> Iterator[bytes]:
    """Cut a source into pieces, each from one match of `begin` to the next.

    No more than one piece and a chunk is held.

    Args:
        stream: the source.
        begin: what a piece begins with; at most 256 bytes.
        skip: bytes at the start to leave out.

    Yields:
        The pieces; nothing (no bytes) for one past all bounds, which is told in `stream.left_out`.
    """
    buffer = b""
    searched = 1
    is_too_long = False
    for chunk in map(_without_marks, stream.chunks()):
        buffer = buffer + chunk if buffer else chunk[skip:]
        skip = 0
        start = 0
        while match := begin.search(buffer, max(searched, start + 1)):
            yield b"" if is_too_long else buffer[start : match.start()]
            is_too_long = False
            start = match.start()
            searched = start + 1
        buffer = buffer[start:]
        if len(buffer) > LONGEST_DOCUMENT:
            is_too_long = True
            stream.left_out = too_long(stream.name)
            buffer = buffer[-_LONGEST_START:]
        searched = max(1, len(buffer) - _LONGEST_START)
    if buffer:
        yield b"" if is_too_long else buffer


def _without_marks(chunk: bytes) -> bytes:
    """Take away the byte order marks where files were put one behind the other."""
    return chunk.replace(b"\n" + codecs.BOM_UTF8, b"\n")


def too_long(name: str) -> DamagedSourceError:
    """Say that a part of a source is past all bounds."""
    return DamagedSourceError(
        name,
        f"holds a page, row or telegram of over {LONGEST_DOCUMENT >> 20} MB, which no cable is",
        "it was left out and all others were read; look at what it is",
    )


_STRAY: Final = re.compile("[\udc80-\udcff]+")

_ODD_BYTES: Final = Problem(
    ProblemKind.ENCODING, "Some bytes are not UTF-8; they were read as Windows-1252."
)


def decode(data: bytes) -> str:
    """Decode UTF-8, and what is not UTF-8 in it as Windows-1252. Never fails."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _STRAY.sub(_windows, data.decode(errors="surrogateescape"))


def decode_with_problems(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Decode what a carrier holds, and say so when some of it was not UTF-8."""
    try:
        return _without_marks(data).decode(), ()
    except UnicodeDecodeError:
        return decode(_without_marks(data)), (_ODD_BYTES,)


def _windows(run: re.Match[str]) -> str:
    data = run[0].encode(errors="surrogateescape")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")  # five bytes have no meaning in Windows-1252
