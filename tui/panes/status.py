"""The last line: the keys that matter where the focus is, or a message; and the position."""

from __future__ import annotations

from tui.drawing.hint import hint_line, status_line
from tui.drawing.line import Line, Piece, Role
from tui.keys import commands_of
from tui.panes.pane import Pane


class StatusLine(Pane):
    """Says one thing at a time: a message stays until something moves."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._where: tuple[str, ...] = ()
        self._message: tuple[str, Role] | None = None
        self._place = ""

    def show(self, where: tuple[str, ...], place: str) -> None:
        """Show the keys of some places of the table, and a position."""
        if (where, place) != (self._where, self._place):
            if self._place and place != self._place:
                self._message = None
            self._where, self._place = where, place
            self.refresh()

    def say(self, text: str, role: Role = Role.TEXT) -> None:
        """Show a message instead of the keys."""
        self._message = (text, role)
        self.refresh()

    def line(self, _y: int) -> Line:
        """Draw the line."""
        cells = self.size.width
        if self._message is not None:
            text, role = self._message
            return status_line((Piece(text, role),), self._place, cells)
        commands = [command for where in self._where for command in commands_of(where)]
        room = max(cells - len(self._place) - 2, 0)
        return status_line(hint_line(commands, room), self._place, cells)
