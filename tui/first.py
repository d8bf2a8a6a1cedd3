"""The first list, on the terminal before Textual is loaded, which takes longer than all before it.

What is painted is what the reader paints first. The driver takes it over and finds its screen
done: nothing of it is written twice. What is typed meanwhile waits in the terminal's line.
"""

from __future__ import annotations

import os
import signal
import sys
import termios
import tty
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from rich.color import Color, ColorSystem
from rich.style import Style

from archive import ArchiveError
from tui.cells import (
    ALTERNATE,
    Grid,
    Painted,
    clear,
    paint,
    pen_for,
    trial,
)
from tui.drawing.first import First
from tui.drawing.glyphs import glyphs
from tui.drawing.line import Role
from tui.drawing.palette import palette
from tui.listed import listed
from tui.settings import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive import Archive
    from tui.drawing.line import Line
    from tui.personal import Personal
    from tui.settings import Settings

_KEYS, _OUTPUT = 0, 2
"""Where Textual reads keys, and where it writes: standard output may be a file or a pipe."""
_COLOURS = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
}
"""By the name that Textual is told, see :mod:`tui.commands.read`."""
_GIVEN_BACK = "\x1b[m\x1b[?1049l\x1b[?25h"
_SMALLEST = (20, 4)
"""Columns and rows of the smallest terminal that is painted early."""


@contextmanager
def first_screen(
    archive: Archive, personal: Personal, settings: Settings
) -> Iterator[Painted | None]:
    """Paint the list as it was left; None where it has to wait for the reader.

    That is where it cannot be listed, where Textual writes to the terminal itself, and where there
    is hardly any room. If the driver has not taken the screen over at the end, the terminal is
    given back.
    """
    lines = lines_of(archive, personal, settings)
    painted = _show(lines, settings) if lines else None
    if painted is None:
        yield None
        return

    def end(number: int, _stack: object) -> None:
        # At once: an exception may be raised where Python ignores it, while modules are loaded.
        _give_back(painted)
        os._exit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield painted
    finally:
        signal.signal(signal.SIGTERM, before)
        if not painted.is_taken:
            _give_back(painted)


def lines_of(archive: Archive, personal: Personal, settings: Settings) -> list[Line]:
    """Draw the list as it was left; nothing where it has to wait for the reader."""
    width, height = get_terminal_size()
    view = personal.last_list(archive)
    is_small = width < _SMALLEST[0] or height < _SMALLEST[1]
    if settings.driver != "cells" or is_small:
        return []
    try:
        listing, results = listed(archive, view.selection, personal=personal)
    except ArchiveError:  # the reader says why, and lists all
        return []
    first = First(
        selection=view.selection,
        listing=listing,
        results=results,
        cursor=view.row_in(listing),
        marks=personal.marks,
        glyphs=glyphs(is_ascii=settings.is_ascii),
        columns=settings.columns,
    )
    return first.lines(width, height)


def as_cells(lines: list[Line], width: int, theme: str) -> Grid:
    """Return a screen of lines as cells, in the styles in which the panes write them."""
    has_colour = "NO_COLOR" not in os.environ
    looks = palette(theme, has_colour=has_colour)
    if has_colour and theme != THEMES[0]:
        looks = {role: _by_light(look) for role, look in looks.items()}
    colours = _COLOURS.get(os.environ.get("TEXTUAL_COLOR_SYSTEM", ""), ColorSystem.EIGHT_BIT)
    ground = looks[Role.TEXT].render(" " * width, color_system=colours)
    grid = Grid(width, len(lines))
    for y, line in enumerate(lines):
        text = "".join(looks[piece.role].render(piece.text, color_system=colours) for piece in line)
        grid.write(f"\x1b[{y + 1}H{ground}\x1b[{y + 1}H{text}")
    return grid


def _by_light(look: Style) -> Style:
    """Return a look with its colours by red, green and blue, as Textual has them in its themes."""
    colours = [
        colour and Color.from_triplet(colour.get_truecolor())
        for colour in (look.color, look.bgcolor)
    ]
    return look + Style.from_color(*colours)


def _show(lines: list[Line], settings: Settings) -> Painted | None:
    """Take the terminal and paint; None where it cannot be taken."""
    try:
        attributes = termios.tcgetattr(_KEYS)
    except termios.error:
        return None
    grid = as_cells(lines, get_terminal_size().columns, settings.theme)
    pen = pen_for(_OUTPUT, grid.width, grid.height)
    text, blank = clear(grid.rows, pen)
    text = "".join((*ALTERNATE, trial(is_ascii=settings.is_ascii), text))
    text += paint(blank, grid.rows, pen)
    termios.tcsetattr(_KEYS, termios.TCSANOW, _quiet(attributes))
    _write(text)
    return Painted(grid.rows, pen, attributes)


def _quiet(attributes: list[Any]) -> list[Any]:
    """Return what makes a terminal keep all keys for the reader, as Textual does."""
    quiet = [*attributes]
    quiet[tty.LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    quiet[tty.IFLAG] &= ~(
        termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
    )
    return quiet


def _give_back(painted: Painted) -> None:
    """Leave the terminal as it was: the reader does not come."""
    _write(_GIVEN_BACK)
    termios.tcflush(_KEYS, termios.TCIFLUSH)  # the answer to the trial is not for the shell
    termios.tcsetattr(_KEYS, termios.TCSANOW, painted.attributes)


def _write(text: str) -> None:
    data = memoryview(text.encode(sys.stderr.encoding, errors="replace"))
    while data:
        data = data[os.write(_OUTPUT, data) :]
