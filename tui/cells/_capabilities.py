"""What the terminal and its line can do that not all can."""

from __future__ import annotations

import os
import termios
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


def adds_returns(fileno: int) -> bool:
    """Say whether the line discipline turns a line feed into a return and a line feed."""
    try:
        flags = termios.tcgetattr(fileno)[1]
    except termios.error:
        return False
    wanted = termios.OPOST | termios.ONLCR
    return bool(flags & wanted == wanted)


def keeps_tabs(fileno: int) -> bool:
    """Say whether the line discipline lets tabulators through; else it writes spaces for them."""
    try:
        flags = termios.tcgetattr(fileno)[1]
    except termios.error:
        return False
    expanded = getattr(termios, "XTABS", None)  # not every Python knows its name
    return expanded is not None and not flags & expanded
