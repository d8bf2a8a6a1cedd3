"""The lines above the index: what is listed, and how the query was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive import Count
from tui.drawing.bar import Bar, bar_lines
from tui.drawing.line import EMPTY, Line
from tui.panes.pane import Pane
from tui.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive import Results


class BarPane(Pane):
    """Says what is listed."""

    bar = Bar(Selection(), None, Count(0))
    _lines: Sequence[Line] = ()

    @property
    def selection(self) -> Selection:
        """What is listed."""
        return self.bar.selection

    @property
    def results(self) -> Results | None:
        """How its query was understood; None without one."""
        return self.bar.results

    def show(self, bar: Bar) -> None:
        """Show another selection."""
        self.bar = bar
        self._fit()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._fit()

    def _fit(self) -> None:
        """Draw the lines, and take as many as there are."""
        self._lines = bar_lines(self.bar, self.size.width, self.app.size.height, self.glyphs)
        self.styles.height = len(self._lines)
        self.refresh()

    def line(self, y: int) -> Line:
        """Draw a line."""
        return self._lines[y] if y < len(self._lines) else EMPTY
