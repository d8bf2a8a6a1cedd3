"""Folders, archives and compressed files: whatever holds sources, down to the sources themselves.

Nothing is unpacked to disk or held whole; members are read as they come. Names that lead out of
their archive are passed over. How much may come out is bounded, see `parser._inflate`.
"""

from __future__ import annotations

import io
import lzma
import os
import tarfile
import zipfile
import zlib
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final, Self, cast

from parser._errors import DamagedSourceError, SourceError, UnreadableSourceError, UnsafeSourceError
from parser._folders import files_in
from parser._inflate import Budget, inflated
from parser._stream import CHUNK, LONGEST_VOLUME, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST: Final = 4
"""Containers inside each other; a `.tar.gz` is two."""
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_LONGEST_TAR_NAME: Final = 1 << 20
_BROKEN: Final = (
    *(tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    *(EOFError, OSError),
)
"""What reading a damaged member may raise; bzip2 raises an OSError."""


@dataclass(frozen=True, slots=True)
class Member:
    """One source that is no container."""

    stream: Stream
    inside: str | None
    """Its name in the folder or archive; None for a source of its own."""


def members(source: Path | bytes | BinaryIO, name: str) -> Iterator[Member | SourceError]:
    """Yield every source in `source`, and an error in the place of one that cannot be opened."""
    if isinstance(source, Path) and source.is_dir():
        for path in files_in(source):
            if isinstance(path, SourceError):
                yield path
            else:
                yield from _in_file(path, str(path), path.relative_to(source).as_posix())
    elif isinstance(source, Path):
        yield from _in_file(source, name, None)
    else:
        yield from _opened(io.BytesIO(source) if isinstance(source, bytes) else source, name, None)


def _in_file(path: Path, name: str, inside: str | None) -> Iterator[Member | SourceError]:
    try:
        file = path.open("rb")
    except OSError as error:
        yield UnreadableSourceError.because_of(error, name)
        return
    with file:
        yield from _opened(file, name, inside)


class _Counted:
    """The outermost file; what is read from it is counted."""

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        self._file = file
        self._budget = budget

    def read(self, size: int = CHUNK) -> bytes:
        data = self._file.read(size)
        self._budget.taken += len(data)
        return data


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a source stands."""

    name: str
    """For messages, `all.zip: pages/a.html`."""
    inside: str | None
    """In the folder or archive, `pages/a.html`; None for a source of its own."""
    budget: Budget
    depth: int = 0
    """How many containers it stands in."""

    def deeper(self) -> _Place:
        """Return the same place in one more container.

        Raises:
            UnsafeSourceError: there are too many.
        """
        if self.depth >= DEEPEST:
            raise UnsafeSourceError(
                self.name,
                f"holds more than {DEEPEST} archives inside each other",
                "unpack the outer ones and import the folder",
            )
        return replace(self, depth=self.depth + 1)

    def member(self, name: str) -> _Place:
        """Return the place of a member of this archive."""
        inside = f"{self.inside}: {name}" if self.inside else name
        return replace(self, name=f"{self.name}: {name}", inside=inside)


def _opened(file: BinaryIO, name: str, inside: str | None) -> Iterator[Member | SourceError]:
    place = _Place(name, inside, Budget())
    try:
        stream = Stream(cast("BinaryIO", _Counted(file, place.budget)), name)
        if stream.head.startswith(_ZIP) and file.seekable():
            place.budget.taken = file.seek(0, os.SEEK_END)
            yield from _in_zip(file, place.deeper())
        else:
            yield from _in_stream(stream, place)
    except SourceError as error:
        yield error


def _in_stream(stream: Stream, place: _Place) -> Iterator[Member | SourceError]:
    """Yield the source itself, or what it holds when it is a container."""
    if content := inflated(stream, place.budget):
        inner = Stream(cast("BinaryIO", content), place.name)
        yield from _in_stream(inner, place.deeper())
    elif stream.head[257:262] == b"ustar":
        yield from _in_tar(stream, place.deeper())
    elif stream.head.startswith(_ZIP):
        whole = io.BytesIO(stream.whole(LONGEST_VOLUME))
        if stream.failure:
            raise stream.failure
        yield from _in_zip(whole, place.deeper())
    else:
        yield Member(stream, place.inside)


class _TarInfo(tarfile.TarInfo):
    """A header of a tar file; a name of more than a megabyte is refused.

    What is no header, and not the zeros at the end, is damage: tarfile would end there in silence.
    """

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            info = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if buf.strip(b"\0"):
                raise tarfile.ReadError("a header is damaged") from error
            raise
        if not info.isreg() and info.size > _LONGEST_TAR_NAME:
            raise tarfile.ReadError("a name is too long")
        return info


def _in_tar(stream: Stream, place: _Place) -> Iterator[Member | SourceError]:
    try:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_TarInfo) as archive:  # type: ignore[call-overload]
            for info in archive:
                archive.members = []  # it would keep every header it has met
                place.budget.enter(place.name)
                file = archive.extractfile(info) if _is_wanted(info) else None
                if file:
                    yield from _in_member(file, place.member(info.name))
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise stream.failure or _damaged(place.name) from error
    if stream.failure:
        raise stream.failure


def _is_wanted(info: tarfile.TarInfo) -> bool:
    return info.isreg() and not info.issparse() and is_inner_name(info.name)


def _in_zip(file: BinaryIO, place: _Place) -> Iterator[Member | SourceError]:
    try:
        with zipfile.ZipFile(file) as archive:
            for info in archive.infolist():
                place.budget.enter(place.name)
                if info.is_dir() or not is_inner_name(info.filename):
                    continue
                inner = place.member(info.filename)
                try:
                    opened = archive.open(info)
                except zipfile.BadZipFile:
                    yield _damaged(inner.name)
                    continue
                except (RuntimeError, NotImplementedError) as error:
                    yield _locked(inner.name, error)
                    continue
                with opened:
                    yield from _in_member(opened, inner)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, OverflowError) as error:
        raise _damaged(place.name) from error
    except NotImplementedError as error:  # of a later version than any that is known
        raise _locked(place.name, error) from error


def _in_member(file: object, place: _Place) -> Iterator[Member | SourceError]:
    """Yield what one member holds; an error in it does not end the archive."""
    try:
        reader = _Reader(cast("BinaryIO", file), place)
        yield from _in_stream(Stream(cast("BinaryIO", reader), place.name), place)
    except SourceError as error:
        yield error


class _Reader:
    """A member of an archive; what goes wrong in it is said in the parser's own words."""

    def __init__(self, file: BinaryIO, place: _Place) -> None:
        self._file = file
        self._place = place

    def read(self, size: int = CHUNK) -> bytes:
        try:
            data = self._file.read(size)
        except _BROKEN as error:
            raise _damaged(self._place.name) from error
        self._place.budget.produce(len(data), self._place.name)
        return data


def is_inner_name(name: str) -> bool:
    """Tell whether a member's name stays inside its archive and is not hidden."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    is_hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return bool(parts) and not is_hidden and parts[0] != "/" and not parts[0].endswith(":")


def _locked(name: str, error: Exception) -> SourceError:
    if "password" in str(error):
        return UnreadableSourceError(name, "is locked with a password", "unpack it and import that")
    return UnreadableSourceError(name, "is packed in an unknown way", "unpack it and import that")


def _damaged(name: str) -> DamagedSourceError:
    return DamagedSourceError(
        name, "is damaged or ends in the middle", "get it again; what could be unpacked was read"
    )
