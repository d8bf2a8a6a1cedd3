"""The last line: the keys that matter where the focus is, or a message; and the position."""

from __future__ import annotations

from rich.cells import cell_len

from parser import clean_line
from tui.drawing.hint import keys_line, status_line
from tui.drawing.line import Line, Piece, Role, width
from tui.drawing.wrap import wrapped
from tui.panes.pane import Pane

_MOST = 3
"""Lines that a message may take where it does not fit in one."""
_HIGH = 10
"""Rows of a screen from which on it may take more than one."""


class StatusLine(Pane):
    """Says one thing at a time: a message stays until a later key moves something.

    A message that is longer than the line takes more lines: it says at its end what to do.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._state: tuple[tuple[str, ...], str, str] = ((), "", "")
        self._message: tuple[str, Role] | None = None
        self._height = 1
        self._said = 0
        """The turn in which it was said."""

    def show(self, where: tuple[str, ...], place: str, meaning: str) -> None:
        """Show the keys of some places of the table or what a value means, and a position."""
        state = (where, place, meaning)
        if state != self._state:
            if (place, meaning) != self._state[1:] and self._turn > self._said:
                self._message = None
                self.make_room()
            self._state = state
            self.refresh()

    def say(self, text: str, role: Role = Role.TEXT) -> None:
        """Show a message instead of the keys."""
        self._message = (text, role)
        self._said = self._turn
        self.make_room()
        self.refresh()

    def on_resize(self) -> None:
        """Give a message its lines at another width."""
        self.make_room()

    @property
    def _lines(self) -> list[str]:
        """The lines of a message that does not fit in one; none for what does."""
        text = clean_line(self._message[0]) if self._message is not None else ""
        is_long = cell_len(text) > self.size.width > 0 and self.app.size.height >= _HIGH
        return wrapped(text, self.size.width)[:_MOST] if is_long else []

    def make_room(self) -> None:
        """Be as high as what is said needs, on a screen of this size."""
        height = max(len(self._lines), 1)
        if height != self._height:
            self._height = height
            self.styles.height = height

    @property
    def _turn(self) -> int:
        return int(getattr(self.app, "turn", 0))

    def line(self, y: int) -> Line:
        """Draw the line, or one of a long message."""
        cells, cut = self.size.width, self.glyphs.cut
        if self._message is not None and (lines := self._lines):
            return (Piece(lines[y] if y < len(lines) else "", self._message[1]),)
        places, position, meaning = self._state
        if self._message is not None or meaning:
            text, role = self._message or (meaning, Role.TEXT)
            said = (Piece(clean_line(text), role),)
            if width(said) + len(position) >= cells:  # what is said matters more
                position = ""
            return status_line(said, position, cells, cut)
        return keys_line(places, position, cells, cut)
