"""How the process asks the system for memory."""

from __future__ import annotations

import ctypes
from contextlib import suppress

_M_ARENA_MAX = -8
"""Of `mallopt(3)`: how many heaps threads are spread over. By default eight for each processor."""


def share_heap() -> None:
    """Let all threads allocate from one heap, where the C library is glibc.

    Searches run in threads. What each leaves unused in a heap of its own is lost to the others:
    a fifth of the private memory. Python's threads hardly ever allocate at the same time.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)
