"""The line above the index: what is listed, and how the query was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive import Count
from tui.drawing.bar import bar_lines
from tui.drawing.line import EMPTY, Line
from tui.panes.pane import Pane
from tui.selection import Selection

if TYPE_CHECKING:
    from archive import Results


class BarPane(Pane):
    """Says what is listed."""

    selection = Selection()
    results: Results | None = None
    listed = Count(0)

    def show(self, selection: Selection, results: Results | None, listed: Count) -> None:
        """Show another selection."""
        self.selection, self.results, self.listed = selection, results, listed
        self.styles.height = 1 if results is None else 2
        self.refresh()

    def line(self, y: int) -> Line:
        """Draw a line."""
        lines = bar_lines(self.selection, self.results, self.listed, self.size.width, self.glyphs)
        return lines[y] if y < len(lines) else EMPTY
