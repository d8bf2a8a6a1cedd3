"""A window on a flow, with a line cursor in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.drawing.flow import Flow, Place

if TYPE_CHECKING:
    from tui.drawing.line import Line


class View:
    """Which lines of a flow are seen, and on which of them the cursor stands."""

    def __init__(self, flow: Flow, height: int) -> None:
        self.flow = flow
        self.height = max(height, 1)
        self.top = self.cursor = Place(0, 0)
        self._drawn: tuple[Place, list[tuple[Place, Line]]] | None = None

    @property
    def row(self) -> int:
        """The row of the window in which the cursor stands."""
        return self.flow.distance(self.top, self.cursor, self.height)

    @property
    def is_at_end(self) -> bool:
        """Whether the last line is seen."""
        return self.flow.distance(self.top, self.flow.end, self.height) < self.height

    def lines(self) -> list[tuple[Place, Line]]:
        """Draw what is seen; kept until the window moves."""
        if self._drawn is None or self._drawn[0] != self.top:
            self._drawn = self.top, self.flow.window(self.top, self.height)
        return self._drawn[1]

    def put(self, cursor: Place, row: int) -> None:
        """Put the cursor on a line, and that line in a row of the window if there is text above."""
        self.cursor = self.flow.clamp(cursor)
        self.top = self.flow.move(self.cursor, -min(max(row, 0), self.height - 1))
        self._fill()

    def reveal(self, cursor: Place) -> None:
        """Put the cursor on a line; the window moves only when the line is out of sight."""
        cursor = self.flow.clamp(cursor)
        is_seen = cursor >= self.top and (
            self.flow.distance(self.top, cursor, self.height) < self.height
        )
        if is_seen:
            self.cursor = cursor
        else:
            self.put(cursor, min(self.height // 4, 4))

    def step(self, by: int) -> None:
        """Move the cursor by lines; one line over the edge turns the page."""
        cursor = self.flow.move(self.cursor, by)
        row = self.row + by
        self.cursor = cursor
        if row >= self.height:
            self.top = self.flow.move(cursor, 0 if row == self.height else 1 - self.height)
            self._fill()
        elif row < 0 and cursor < self.top:
            self.top = self.flow.move(cursor, 1 - self.height if row == -1 else 0)

    def scroll(self, by: int) -> None:
        """Move window and cursor together; at an end of the text the cursor alone."""
        row, top = self.row, self.top
        self.top = self.flow.move(self.top, by)
        self._fill()
        if self.top == top:
            self.cursor = self.flow.move(self.cursor, by)
        else:
            self.cursor = self.flow.move(self.top, row)

    def _fill(self) -> None:
        """Leave no empty rows below the text where there is text above."""
        if self.is_at_end:
            self.top = self.flow.move(self.flow.end, 1 - self.height)
