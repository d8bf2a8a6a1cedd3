"""What all lists have in common: a cursor on a row, and moves by row, page and half page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.drawing.hint import position_of
from tui.drawing.line import EMPTY, Line, Role
from tui.drawing.rows import nothing_lines, window_top
from tui.panes.pane import Pane

if TYPE_CHECKING:
    from textual import events


class RowsPane(Pane, can_focus=True):
    """A list of any length, of which only the rows in sight are drawn."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cursor = 0
        self.top = 0
        self.empty = ""
        """What is said when there is no row."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return 0

    def row_line(self, index: int) -> Line:  # noqa: ARG002 - a list without rows
        """Draw a row, from 0."""
        return EMPTY

    def moved(self) -> None:
        """Tell that the cursor stands on another row."""
        self.changed()

    @property
    def position(self) -> str:
        """Row and number of rows."""
        return position_of(self.cursor, self.count)

    @property
    def eye(self) -> tuple[int, int] | None:
        """The cursor's row."""
        return (0, self.cursor - self.top) if self.count else None

    def line(self, y: int) -> Line:
        """Draw a line of the pane."""
        if self.top + y < self.count:
            return self.row_line(self.top + y)
        said = [] if self.count else nothing_lines(self.empty, self.size.width, self.rows)
        return said[y] if y < len(said) else EMPTY

    def cursor_role(self, y: int) -> Role | None:
        """Mark the cursor's row."""
        if self.top + y != self.cursor or not self.count:
            return None
        return Role.CURSOR if self.has_focus else Role.CURSOR_IDLE

    def put(self, cursor: int, top: int) -> None:
        """Put cursor and window anywhere; both are kept within the list."""
        self.cursor = min(max(cursor, 0), max(self.count - 1, 0))
        self.top = max(top, 0)
        self._keep_in_sight()
        self.refresh()
        self.moved()

    def go(self, index: int) -> None:
        """Put the cursor on a row; at the edge of the window jump a page."""
        before, self.cursor = self.cursor, min(max(index, 0), max(self.count - 1, 0))
        if self.cursor == before:
            return
        if self.top <= self.cursor < self.top + self.rows:
            self.refresh_rows(before - self.top, self.cursor - self.top)
        else:
            self._keep_in_sight()
            self.refresh()
        self.moved()

    def _keep_in_sight(self) -> None:
        """Bring the cursor into the window: one row beyond its edge turns a whole page."""
        if not self.size.height:
            return  # not on the screen yet, or not now
        self.top = window_top(self.cursor, self.top, self.rows, self.count)

    def on_resize(self, _event: events.Resize) -> None:
        """Keep the cursor in sight; there may be more rows now, or fewer."""
        self._keep_in_sight()
        self.refresh()
        self.changed()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a second click does what Enter does."""
        if self.top + event.y < self.count:
            self.go(self.top + event.y)
            if event.chain == 2:
                self.enter()

    def enter(self) -> None:
        """Do what Enter is for on the row under the cursor, where that is one thing."""

    def wheel(self, by: int) -> None:
        """Move with the wheel."""
        self.go(self.cursor + by)

    def action_move(self, by: int) -> None:
        """Move by rows."""
        self.go(self.cursor + by)

    def action_page(self, by: int) -> None:
        """Move by pages, the cursor's row on the screen kept."""
        self.put(self.cursor + by * self.rows, self.top + by * self.rows)

    def action_half(self, by: int) -> None:
        """Move by half pages."""
        half = by * max(self.rows // 2, 1)
        self.put(self.cursor + half, self.top + half)

    def action_first(self, number: int = 1) -> None:
        """Go to the first row, or to that of a number."""
        self.go(number - 1)

    def action_last(self) -> None:
        """Go to the last row."""
        self.go(self.count - 1)
