"""From the screen that is shown to the screen that is wanted, in as few bytes as can be found.

Only functions that every terminal of the last forty years has are used (ECMA-48): cursor position,
cursor forward, carriage return, line feed, erase in line and display, insert and delete line,
select graphic rendition.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise
from operator import itemgetter, ne
from typing import TYPE_CHECKING

from ._grid import BLANK, NARROW
from ._style import PLAIN, Style, of_space, transition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from ._grid import Cell, Row

_TEXT = itemgetter(0)
_NARROW = re.compile(NARROW)
_RUN = re.compile(r"(.)\1{2,}", re.DOTALL)
"""A character several times: with three bytes it is shorter to say how often from here on."""
_WIDE = (("\u3041", "\u3096"), ("\u30a1", "\u30fa"), ("\u3400", "\u9fff"), ("\uac00", "\ud7a3"))
"""First and last of the wide characters on whose width all terminals agree.

As a pattern they would take milliseconds to compile at every start.
"""

TAB_STOP = 8
"""The first column with a tabulator stop, where it was not moved. Others are not relied on."""

_WALKED = 3
"""So many columns at most are written again rather than jumped over, from the start of a line."""

_LINES_FED = 3
"""So many rows further down are reached by line feeds in less than by naming the place."""

_SCROLLED_AT_LEAST = 3
"""Rows that must have moved together before scrolling is tried."""


@dataclass(slots=True)
class Pen:
    """What is known of the terminal's cursor and style."""

    width: int
    height: int
    erases_with_colour: bool = True
    """The terminal erases with the background that is set (terminfo `bce`)."""
    repeats: str = ""
    """Which characters the terminal can repeat (REP), as a pattern: many can none, tmux ASCII."""
    line_start: str = "\r\n"
    """Goes to the start of the next line; one byte where the line discipline adds the return."""
    has_tabs: bool = False
    """A tabulator goes to column `TAB_STOP`."""
    column: int | None = None
    """None when terminals would disagree."""
    row: int | None = None
    style: Style | None = None

    def move(self, column: int, row: int) -> str:
        """Return the shortest way to a place."""
        if (self.column, self.row) == (column, row):
            return ""
        ways = [_position(column, row)]
        if row == self.row:
            ways.append("\r" + self._forward(0, column))
            if self.column is not None and column > self.column:
                ways.append(self._forward(self.column, column))
        elif self.row is not None and self.row < row <= self.row + _LINES_FED:
            ways.append(self.line_start * (row - self.row) + self._forward(0, column))
        self.column, self.row = column, row
        return min(ways, key=len)

    def _forward(self, start: int, stop: int) -> str:
        """Return the shortest way from a column to one further right."""
        direct = _counted(stop - start, "C")
        if not self.has_tabs or not start < TAB_STOP <= stop:
            return direct
        return min(direct, "\t" + _counted(stop - TAB_STOP, "C"), key=len)

    def restyle(self, style: Style) -> str:
        """Return what sets a style."""
        known, self.style = self.style, style
        return transition(known, style) if known else "\x1b[m" + transition(PLAIN, style)

    def put(self, cells: Sequence[Cell]) -> str:
        """Return what writes cells where the pen stands."""
        out: list[str] = []
        for style, texts in self._in_styles(cells):
            if style is not None:
                out.append(self.restyle(style))
            text = "".join(texts)
            is_plain = bool(self.repeats) and len(text) == len(texts) and "" not in texts
            out.append(_RUN.sub(self._repeated, text) if is_plain else text)
        end = None if self.column is None else self.column + len(cells)
        # After the last column terminals disagree where the cursor is.
        self.column = end if end is not None and end < self.width else None
        return "".join(out)

    def _in_styles(self, cells: Sequence[Cell]) -> Iterator[tuple[Style | None, list[str]]]:
        """Yield the texts that are written in one style, with the style where it is another."""
        set_to: Style | None = None
        style, texts = self.style, list[str]()
        for text, wanted in cells:
            if wanted is not style and text and wanted != style:
                is_seen = text != " " or style is None or of_space(style) != wanted
                if is_seen:
                    if texts:
                        yield set_to, texts
                    set_to = style = wanted
                    texts = []
            texts.append(text)
        if texts:
            yield set_to, texts

    def _repeated(self, run: re.Match[str]) -> str:
        """Return the shorter of a character many times and the order to repeat it."""
        text, count = run[1], len(run[0])
        again = f"\x1b[{count - 1}b"
        is_shorter = len(text.encode()) * (count - 1) > len(again)
        can_repeat = is_shorter and re.fullmatch(self.repeats, text) is not None
        return text + again if can_repeat else run[0]

    def has(self, style: Style) -> bool:
        """Say whether a space would look as wanted in the style that is set."""
        return self.style is not None and of_space(self.style) == style

    def has_cell(self, cell: Cell) -> bool:
        """Say whether a cell would look as wanted in the style that is set."""
        text, style = cell
        return text != "" and (style == self.style or (text == " " and self.has(style)))

    def erase(self, style: Style, function: str = "\x1b[K") -> str:
        """Return what blanks the rest of the line, or what `function` says, in a style."""
        return ("" if self.has(style) else self.restyle(style)) + function

    def can_erase(self, style: Style) -> bool:
        """Say whether spaces of a style can be had by erasing."""
        return not style.attributes and (not style.background or self.erases_with_colour)


def paint(shown: list[Row], wanted: list[Row], pen: Pen, last: int = -1) -> str:
    """Return what makes a terminal that shows one screen show another of the same size.

    The pen is left where the terminal's cursor is then. Where the cursor is to go to a row, this is
    painted last.
    """
    plain = copy(pen)
    best, end = _paint_rows(shown, wanted, plain, last), plain
    if scroll := _find_scroll(shown, wanted):
        rolled = copy(pen)
        moved = [*shown]
        text = _scroll(moved, scroll, rolled)
        text += _paint_rows(moved, wanted, rolled, last)
        if len(text) < len(best):
            best, end = text, rolled
    pen.column, pen.row, pen.style = end.column, end.row, end.style
    return best


def clear(wanted: list[Row], pen: Pen) -> tuple[str, list[Row]]:
    """Return what blanks a terminal of which nothing is known, and the rows it then shows.

    It is blanked in the background that most of the wanted rows end with.
    """
    ends = Counter(row[-1] for row in wanted if row and row[-1][0] == " ")
    blanks = [cell for cell, _ in ends.most_common(1) if pen.can_erase(cell[1])]
    blank = blanks[0] if blanks else BLANK
    pen.style = None
    text = pen.erase(blank[1], "\x1b[H\x1b[2J")
    pen.column = pen.row = 0
    return text, [[blank] * len(row) for row in wanted]


def _paint_rows(shown: list[Row], wanted: list[Row], pen: Pen, last: int) -> str:
    height = len(wanted)
    rows = ((last + 1 + y) % height for y in range(height))
    return "".join(_paint_row(y, shown[y], wanted[y], pen) for y in rows if shown[y] != wanted[y])


def _paint_row(y: int, old: Row, new: Row, pen: Pen) -> str:
    """Return the shorter of writing what differs, and erasing from the first difference first."""
    changed = _changed(old, new)
    first, blank = changed[0], new[-1]
    direct_pen = copy(pen)
    unsure = _unsure(new)
    direct = _differences(y, changed, new, unsure, direct_pen)
    if blank[0] == " " and pen.can_erase(blank[1]):
        while first and new[first - 1] == blank:  # the start of a line is cheaper to reach
            first -= 1
        other = copy(pen)
        text = other.move(first, y) + other.erase(blank[1])
        emptied = old[:first] + [blank] * (len(old) - first)
        text += _differences(y, _changed(emptied, new), new, unsure, other)
        if len(text) < len(direct):
            direct, direct_pen = text, other
    pen.column, pen.row, pen.style = direct_pen.column, direct_pen.row, direct_pen.style
    return direct


def _differences(y: int, changed: list[int], new: Row, unsure: AbstractSet[int], pen: Pen) -> str:
    """Return what writes the changed columns, erasing the end of the line if that is shorter."""
    tail = len(new)
    while tail and new[tail - 1] == new[-1]:
        tail -= 1
    blanked = changed[bisect_left(changed, tail) :]
    erases = len(blanked) > len("\x1b[K") and new[-1][0] == " " and pen.can_erase(new[-1][1])
    if erases:
        changed = changed[: -len(blanked)]
    out: list[str] = []
    if changed and pen.row != y:
        changed = [*_walked(changed[0], new, unsure, pen), *changed]
    for start, stop in _runs(changed, new, unsure, pen):
        out += pen.move(start, y), pen.put(new[start:stop])
        if stop - 1 in unsure:
            pen.column = None
    if erases:
        out += pen.move(blanked[0], y), pen.erase(new[-1][1])
    return "".join(out)


def _walked(first: int, new: Row, unsure: AbstractSet[int], pen: Pen) -> range:
    """Return the columns before the first change that are written again on the way from a stop.

    The start of the line and the tabulator stop take a byte; from there a column or a few take less
    than going forward over them, where they need no other style.
    """
    for stop in (TAB_STOP, 0) if pen.has_tabs else (0,):
        way = range(stop, first)
        if 0 < len(way) <= _WALKED and not any(
            x in unsure or not pen.has_cell(new[x]) for x in way
        ):
            return way
    return range(0)


def _changed(old: Row, new: Row) -> list[int]:
    """Return the columns that differ; a wide character, old or new, is changed as a whole."""
    columns = list(compress(range(len(new)), map(ne, old, new)))
    if all(map(_TEXT, old)) and all(map(_TEXT, new)):
        return columns
    halves = [x for x, (a, b) in enumerate(zip(old, new, strict=True)) if not (a[0] and b[0])]
    changed = set(columns)
    while (
        spread := {
            side for x in halves for side, twin in ((x, x - 1), (x - 1, x)) if twin in changed
        }
        - changed
    ):
        changed |= spread
    return sorted(changed)


def _runs(
    changed: Sequence[int], new: Row, unsure: AbstractSet[int], pen: Pen
) -> Iterator[tuple[int, int]]:
    """Yield ranges of columns to write: columns in between are written again where that is shorter.

    A range ends after a character on whose width terminals disagree.
    """
    if not changed:
        return
    start = changed[0]
    for before, after in pairwise([*changed, len(new) + len(new)]):
        if after == before + 1 and not unsure:
            continue
        whole = after >= len(new) or new[after][0] != ""
        if (whole and before in unsure) or not _worth(new, before, after, unsure, pen):
            yield start, before + 1
            start = after


def _unsure(row: Row) -> AbstractSet[int]:
    """Return the columns of characters whose end terminals disagree about."""
    if "".join(map(_TEXT, row)).isascii() and all(map(_TEXT, row)):
        return frozenset()
    return {x for x in range(len(row)) if not _is_sure(row[x][0] or row[x - 1][0])}


@lru_cache(maxsize=1024)
def _is_sure(text: str) -> bool:
    """Say whether all terminals agree where a character ends."""
    return _NARROW.fullmatch(text) is not None or (
        len(text) == 1 and any(first <= text <= last for first, last in _WIDE)
    )


def _worth(new: Row, before: int, after: int, unsure: AbstractSet[int], pen: Pen) -> bool:
    """Say whether writing the columns between two changes costs no more than jumping over them."""
    if after == before + 1:
        return True
    if after >= len(new):
        return False
    gap = new[before + 1 : after]
    jump = len(_counted(after - before - 1, "C")) + len(transition(new[before][1], new[after][1]))
    if len(gap) > jump or not unsure.isdisjoint(range(before, after)):
        return False
    trial = Pen(pen.width, pen.height, column=before + 1, row=0, style=new[before][1])
    return len(trial.put([*gap, new[after]]).encode()) - len(new[after][0].encode()) <= jump


@dataclass(frozen=True, slots=True)
class _Scroll:
    """Rows `[top, bottom)` move up by `distance` rows; down when it is negative."""

    top: int
    bottom: int
    distance: int


def _find_scroll(shown: list[Row], wanted: list[Row]) -> _Scroll | None:
    """Find the largest block of rows that is wanted some rows away from where it is shown."""
    places: dict[tuple[Cell, ...], list[int]] = {}
    for y, row in enumerate(shown):
        if any(cell != row[0] for cell in row):
            places.setdefault(tuple(row), []).append(y)
    moved = [
        (old - y, y)
        for y, row in enumerate(wanted)
        if row != shown[y]
        for old in places.get(tuple(row), ())
    ]
    if not moved:
        return None
    distance, count = Counter(distance for distance, _ in moved).most_common(1)[0]
    if count < _SCROLLED_AT_LEAST:
        return None
    lines = [y for one, y in moved if one == distance]
    top, bottom = min(lines), max(lines) + 1
    return _Scroll(min(top, top + distance), max(bottom, bottom + distance), distance)


def _scroll(rows: list[Row], scroll: _Scroll, pen: Pen) -> str:
    """Move rows, in `rows` and on the terminal: delete lines at one end, insert at the other.

    No scroll region is set, so that none can be left behind when the line is cut.
    """
    count = abs(scroll.distance)
    up = scroll.distance > 0
    out = scroll.top if up else scroll.bottom - count
    into = scroll.bottom - count if up else scroll.top
    text = pen.erase(PLAIN, "")
    for y, function in ((out, "M"), (into, "L")):
        text += pen.move(0, y) + f"\x1b[{count if count > 1 else ''}{function}"
    width = len(rows[0])
    del rows[out : out + count]
    rows[into:into] = [[BLANK] * width for _ in range(count)]
    pen.column = None
    return text


def _position(column: int, row: int) -> str:
    if column:
        return f"\x1b[{row + 1};{column + 1}H"
    return f"\x1b[{row + 1}H" if row else "\x1b[H"


def _counted(count: int, final: str) -> str:
    """Return a function with its count, which is left out where it is one; nothing for zero."""
    if not count:
        return ""
    return f"\x1b[{count}{final}" if count > 1 else f"\x1b[{final}"
