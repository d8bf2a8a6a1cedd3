"""The whole screen while there is nothing but the list: what is painted before Textual is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive import Count, Order
from tui.drawing.bar import Bar, bar_lines
from tui.drawing.hint import keys_line, position_of
from tui.drawing.index import Columns, Marks, index_line
from tui.drawing.line import EMPTY, Line, Role, crop
from tui.drawing.rows import nothing_lines, window_top
from tui.drawing.tiers import divide
from tui.keys import CHAINS, key_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive import CableRow, Listing, Results
    from tui.drawing.glyphs import Glyphs
    from tui.selection import Selection


@dataclass(frozen=True, slots=True)
class First:
    """What is listed first, and how."""

    selection: Selection
    listing: Listing
    results: Results | None
    """How the query was understood; None without one."""
    cursor: int
    marks: Callable[[CableRow], Marks]
    glyphs: Glyphs
    columns: tuple[str, ...]
    """What a row shows, of `tui.settings.COLUMNS`."""

    def lines(self, width: int, height: int) -> list[Line]:
        """Draw all rows of a screen; the list has its column of it, the rest is to come."""
        cells, listed = divide(width).index, Count(len(self.listing))
        bar = bar_lines(Bar(self.selection, self.results, listed), cells, height, self.glyphs)
        rows = max(height - len(bar) - 1, 0)
        place = position_of(self.cursor, len(self.listing))
        last = keys_line(CHAINS["index"], place, width, self.glyphs.cut)
        return [*(crop(line, cells) for line in (*bar, *self._list(cells, rows))), last]

    def _list(self, cells: int, rows: int) -> list[Line]:
        top = window_top(self.cursor, 0, rows, len(self.listing))
        shown = self.listing.rows(top, top + rows)
        is_by_cited = self.selection.order is Order.CITED
        columns = Columns.of(shown, cells, names=self.columns, is_by_cited=is_by_cited)
        lines = [
            index_line(
                row,
                columns,
                self.marks(row),
                self.glyphs,
                Role.CURSOR if top + place == self.cursor else None,
            )
            for place, row in enumerate(shown)
        ]
        if not lines:
            lines = nothing_lines(nothing_said(self.selection), cells, rows)
        return [*lines, *[EMPTY] * (rows - len(lines))]


def nothing_said(selection: Selection) -> str:
    """Return what a list without cables says of itself."""
    if not selection.crumbs:
        return "No cables here: `cablegram import SOURCE` adds some."
    if selection.mrn is None:
        return "Nothing matches."
    return f"Nothing matches. {key_of('app.go')}{selection.mrn} goes to that cable."
