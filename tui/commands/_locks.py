"""Locks between commands, on files: the system takes them back when their holder dies."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.safety import print_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def turn(file: Path, why: str) -> Iterator[None]:
    """Let one command at a time do something; the next says `why` it waits, until Ctrl+C."""
    with file.open("ab") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print_error(why)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def in_use(file: Path) -> Iterator[None]:
    """Say that something is used, by this command and any others."""
    with file.open("ab") as handle:
        fcntl.flock(handle, fcntl.LOCK_SH)
        yield


@contextmanager
def unused(file: Path) -> Iterator[None]:
    """Keep others from using something.

    Raises:
        BlockingIOError: it is used.
    """
    with file.open("ab") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
