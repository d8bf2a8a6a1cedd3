"""What the terminal and its line can do that not all can."""

from __future__ import annotations

import os
import termios
from functools import cache
from typing import Final

from ._painting import Pen

QUESTION: Final = "\x1b[6n"
"""Asks where the cursor is. The answer tells that everything before it was painted."""
_TRIAL: Final = "\x1b[H\t-\x1b[9b"
_BEYOND_ASCII: Final = "─\x1b[9b"
_CLEARED: Final = "\x1b[H\x1b[K"
_REPEATABLE: Final = {9: "", 10: "", 18: "[ -~]", 19: "[ -~]", 28: "."}
"""Where the cursor is after the trial tells which characters a terminal can repeat.

All of these are told of a terminal whose first tabulator stop is where it is meant to be.
"""


def trial(*, is_ascii: bool) -> str:
    """Return what a terminal is tried with: a tabulator, repeated characters, and the question.

    The first row of the screen is blank after it. Nothing beyond ASCII is tried where `is_ascii`.
    """
    return f"{_TRIAL}{'' if is_ascii else _BEYOND_ASCII}{QUESTION}{_CLEARED}"


def repeats_at(column: int) -> str | None:
    """Return which characters a terminal can repeat, as a pattern, by its answer to the trial.

    None where its first tabulator stop is elsewhere.
    """
    return _REPEATABLE.get(column)


def pen_for(fileno: int, width: int, height: int) -> Pen:
    """Return a pen for the terminal behind a file, of this size."""
    line_start = "\n" if adds_returns(fileno) else "\r\n"
    return Pen(width, height, erases_with_colour=erases_with_colour(), line_start=line_start)


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
