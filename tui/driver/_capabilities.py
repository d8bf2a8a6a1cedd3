"""What the terminal can do that not every terminal can, from terminfo."""

from __future__ import annotations

import os
from functools import cache


@cache
def erases_with_colour() -> bool:
    """Say whether erasing takes the background that is set (`bce`); False when unknown."""
    try:
        import curses  # noqa: PLC0415 - not every Python has it

        curses.setupterm(os.environ.get("TERM") or "dumb", 2)  # where is not used
    except (ImportError, curses.error):
        return False
    return curses.tigetflag("bce") > 0
