"""The lock that keeps two imports apart. The system takes it back when its holder dies."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Final

from archive._errors import BusyError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE: Final = "import.lock"


@contextmanager
def writing(folder: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the archive for writing; `wait` until another lets it go.

    Raises:
        BusyError: another process, or another part of this one, holds it.
        UnreadableError: the folder is gone.
    """
    with _opened(folder) as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(folder) from error
        yield


def is_held(folder: Path) -> bool:
    """Say whether somebody holds the archive for writing, also where one may only read it."""
    try:
        handle = (folder / FILE).open("rb")
    except OSError:  # nobody could have
        return False
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _opened(folder: Path) -> BinaryIO:
    try:
        return (folder / FILE).open("ab")
    except FileNotFoundError as error:
        raise UnreadableError(folder, "it is gone") from error
