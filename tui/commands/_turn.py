"""One at a time: what two commands must not do at once, the second waits for."""

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
    """Hold a lock file, which the system takes back when its holder dies.

    Where another holds it `why` it takes longer is said, and waited until it lets go or Ctrl+C.
    """
    with file.open("ab") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print_error(why)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
