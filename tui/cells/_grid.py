"""The screen as cells, and the small terminal that reads what Textual writes into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import split_graphemes

from ._style import PLAIN, Style, of_space, with_parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

Cell = tuple[str, Style]
"""Text of one column and how it looks. The second column of a wide character has no text."""

Row = list[Cell]

BLANK: Cell = (" ", PLAIN)

_TOKEN = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
    r"|\x1b\[(?P<parameters>[0-9;]*)(?P<final>[Hm])"
    r"|(?P<line>\n)"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # a hyperlink, dropped: cables carry none
    r"|[\x00-\x1f\x7f-\x9f]",  # anything else is none of Textual's, and is dropped
)

NARROW = r"[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25fc]"
"""Characters that take one column by themselves, in every terminal."""

_ALL_NARROW = re.compile(f"{NARROW}*")


class _Cells(dict[str, Cell]):
    """The cells of one style by their text; each is made once, so that equal ones are identical."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.style = style

    def __missing__(self, text: str) -> Cell:
        style = of_space(self.style) if text == " " else self.style
        cell = self[text] = (text, style)
        return cell


class Grid:
    """A screen of `width` columns and `height` rows, all blank at first."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.rows: list[Row] = [[BLANK] * width for _ in range(height)]
        self.cursor = (0, 0)
        """Column and row where the next character goes, and where the cursor is left."""
        self._cells: dict[Style, _Cells] = {}

    def write(self, data: str) -> None:
        """Apply what Textual writes for one frame: cursor positions, styles, text, line feeds.

        A line feed goes to the first column of the next row, as the terminal driver makes it.
        What does not fit in the grid is dropped; so is every other control.
        """
        style = PLAIN
        column, line = self.cursor
        for token in _TOKEN.finditer(data):
            if (text := token["text"]) is not None:
                column += self._put(column, line, text, style)
            elif token["line"]:
                column, line = 0, line + 1
            elif token["final"] == "m":
                style = with_parameters(style, token["parameters"])
            elif token["final"] == "H":
                y, _, x = token["parameters"].partition(";")
                column, line = int(x or 1) - 1, int(y or 1) - 1
        self.cursor = column, line

    def _put(self, column: int, line: int, text: str, style: Style) -> int:
        """Put text at a place, and return how many columns it took."""
        cells = self._cells.get(style) or self._cells.setdefault(style, _Cells(style))
        if _ALL_NARROW.fullmatch(text):
            taken = list(map(cells.__getitem__, text))
        else:
            taken = list(_columns(text, cells))
        if 0 <= line < self.height and column < self.width:
            row = self.rows[line]
            kept = taken[: self.width - column]
            _cut_wide(row, column)
            _cut_wide(row, column + len(kept))
            row[column : column + len(kept)] = kept
            if len(kept) < len(taken) and taken[len(kept)][0] == "":
                row[-1] = cells[" "]
        return len(taken)


def _columns(text: str, cells: _Cells) -> Iterator[Cell]:
    """Yield the cells of any text; marks that take no column stay with the character before."""
    for start, end, width in split_graphemes(text)[0]:
        if width:
            yield cells[text[start:end]]
        if width > 1:
            yield cells[""]


def _cut_wide(row: Row, column: int) -> None:
    """Blank a wide character that an edge at `column` cuts in two, as a terminal does."""
    if 0 < column < len(row) and row[column][0] == "":
        for half in (column - 1, column):
            row[half] = (" ", of_space(row[half][1]))
