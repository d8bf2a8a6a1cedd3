"""Sources on disk: the files of a folder, and what tells one content from another."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import parser
from archive._model import SourceFailure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STANDARD_INPUT: Final = Path("-")
"""As it is named among sources."""
_BLOCK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to import."""

    path: Path
    """Absolute; `-` for standard input."""
    root: Path
    """The source by which it was named: itself, or a folder."""
    size: int
    modified: int
    """Nanoseconds since 1970."""

    @property
    def is_stream(self) -> bool:
        """Whether it is standard input: read once, its size and content not known before."""
        return self.path == STANDARD_INPUT

    @property
    def name(self) -> str:
        """Its path as the journal keeps it; bytes of it that are no text are written out."""
        return os.fsencode(self.path).decode(errors="backslashreplace")

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open it for reading.

        Raises:
            OSError: it cannot be opened.
        """
        if self.is_stream:
            yield sys.stdin.buffer
        else:
            with self.path.open("rb") as stream:
                yield stream

    def digest(self) -> bytes:
        """Digest the whole content, about a second a gigabyte; of a stream, make one up.

        Raises:
            OSError: it cannot be read.
        """
        if self.is_stream:
            return os.urandom(16)
        state = blake2b(digest_size=16)
        with self.path.open("rb", buffering=0) as stream:
            while block := stream.read(_BLOCK):
                state.update(block)
        return state.digest()

    def failure(self, error: OSError) -> SourceFailure:
        """Say why it cannot be read."""
        return _failure(self.path, error)


def find(sources: Iterable[Path]) -> Iterator[SourceFile | SourceFailure]:
    """Yield every file among the sources and in their folders, in the order of names."""
    for source in sources:
        if source == STANDARD_INPUT:
            yield SourceFile(source, source, 0, 0)
        elif os.path.isdir(source):  # noqa: PTH112 - says no where rights are missing
            yield from _in_folder(source)
        else:
            yield _named(source, source)


def _in_folder(folder: Path) -> Iterator[SourceFile | SourceFailure]:
    for found in parser.files_in(folder):
        if isinstance(found, parser.SourceError):
            yield SourceFailure(found.source, str(found))
        else:
            yield _named(found, folder)


def _named(path: Path, root: Path) -> SourceFile | SourceFailure:
    try:
        status = path.stat()
    except OSError as error:
        return _failure(path, error)
    return SourceFile(path.absolute(), root.absolute(), status.st_size, status.st_mtime_ns)


def _failure(path: Path, error: OSError) -> SourceFailure:
    reason = parser.UnreadableSourceError.because_of(error, str(path))
    return SourceFailure(reason.source, str(reason))
