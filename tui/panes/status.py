"""The last line: the keys that matter where the focus is, or a message; and the position."""

from __future__ import annotations

from parser import clean_line
from tui.drawing.hint import keys_line, status_line
from tui.drawing.line import Line, Piece, Role, width
from tui.panes.pane import Pane


class StatusLine(Pane):
    """Says one thing at a time: a message stays until a later key moves something."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._state: tuple[tuple[str, ...], str, str] = ((), "", "")
        self._message: tuple[str, Role] | None = None
        self._said = 0
        """The turn in which it was said."""

    def show(self, where: tuple[str, ...], place: str, meaning: str) -> None:
        """Show the keys of some places of the table or what a value means, and a position."""
        state = (where, place, meaning)
        if state != self._state:
            if (place, meaning) != self._state[1:] and self._turn > self._said:
                self._message = None
            self._state = state
            self.refresh()

    def say(self, text: str, role: Role = Role.TEXT) -> None:
        """Show a message instead of the keys."""
        self._message = (text, role)
        self._said = self._turn
        self.refresh()

    @property
    def _turn(self) -> int:
        return int(getattr(self.app, "turn", 0))

    def line(self, _y: int) -> Line:
        """Draw the line."""
        cells, cut = self.size.width, self.glyphs.cut
        places, position, meaning = self._state
        if self._message is not None or meaning:
            text, role = self._message or (meaning, Role.TEXT)
            said = (Piece(clean_line(text), role),)
            if width(said) + len(position) >= cells:  # what is said matters more
                position = ""
            return status_line(said, position, cells, cut)
        return keys_line(places, position, cells, cut)
