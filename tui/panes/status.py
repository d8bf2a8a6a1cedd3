"""The last line: the keys that matter where the focus is, or a message; and the position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from parser import clean_line
from tui.drawing.hint import keys_line, status_line
from tui.drawing.line import Line, Piece, Role, width
from tui.drawing.wrap import wrapped
from tui.panes.pane import Pane

if TYPE_CHECKING:
    from textual.timer import Timer

_MOST = 3
"""Lines that a message or a meaning may take where it does not fit in one."""
_HIGH = 10
"""Rows of a screen from which on it may take more than one."""
_REST = 0.5
"""Seconds that the cursor must rest on what is explained before a long meaning takes more lines.

Somebody who moves on would pay for them, and for the text that they cover, at each key."""


class StatusLine(Pane):
    """Says one thing at a time: a message stays until a later key moves something.

    A message that is longer than the line takes more lines: it says at its end what to do. What a
    value means takes them once the cursor rests on it.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state: tuple[tuple[str, ...], str, str] = ((), "", "")
        self._message: tuple[str, Role] | None = None
        self._number = ""
        """What has been typed of a number, for the key after it."""
        self._height = 1
        self._said = 0
        """The turn in which it was said."""
        self._rest: Timer | None = None
        self._rested: int | None = None
        """The turn in which the cursor has come to rest on what is explained."""

    def show(
        self, where: tuple[str, ...], place: str, meaning: str, *, is_moved: bool = False
    ) -> None:
        """Show the keys of some places of the table or what a value means, and a position."""
        state = (where, place, meaning)
        is_moved = is_moved or (place, meaning) != self._state[1:]
        is_stale = is_moved and self._message is not None and self._turn > self._said
        if state == self._state and not is_stale:
            return
        if is_stale:
            self._message = None
        if self._rested is not None and self._turn > self._rested:
            self._rested = None
        self._state = state
        self.make_room()
        self._wait()
        self.refresh()

    def _wait(self) -> None:
        """Wait for the cursor to rest, where what stands under it takes more than a line."""
        if self._rest is not None:
            self._rest.stop()
        if self._rested is None and cell_len(clean_line(self._state[2])) > self.size.width:
            self._rest = self.set_timer(_REST, self._has_rested)

    def _has_rested(self) -> None:
        self._rested = self._turn
        self.make_room()
        self.refresh()

    def say(self, text: str, role: Role = Role.TEXT) -> None:
        """Show a message instead of the keys."""
        self._message = (text, role)
        self._said = self._turn
        self.make_room()
        self.refresh()

    def drop(self) -> None:
        """Say no longer what was said: something is asked, and it is not news after that."""
        self._message = None
        self.make_room()
        self.refresh()

    def count(self, number: str) -> None:
        """Show what has been typed of a number, or no longer."""
        self._number = number
        self.refresh()

    def on_resize(self) -> None:
        """Give a message its lines at another width."""
        self.make_room()

    @property
    def _said_now(self) -> tuple[str, Role] | None:
        """The message, or what is meant; None where the keys are shown."""
        meaning = self._state[2]
        return self._message or ((meaning, Role.TEXT) if meaning else None)

    @property
    def _lines(self) -> list[str]:
        """The lines of what does not fit in one; none for what does, or has only one yet."""
        is_whole = self._message is not None or self._rested is not None
        if self._said_now is None or not is_whole or self.app.size.height < _HIGH:
            return []
        text, cells = clean_line(self._said_now[0]), self.size.width
        return wrapped(text, cells)[:_MOST] if cell_len(text) > cells > 0 else []

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
        places, place, _ = self._state
        position = f"{self._number}  {place}" if self._number else place
        if self._said_now is None:
            return keys_line(places, position, cells, cut)
        text, role = self._said_now
        if lines := self._lines:
            said = (Piece(lines[y] if y < len(lines) else "", role),)
            is_last = y == len(lines) - 1
            return status_line(said, self._number, cells, cut) if is_last and self._number else said
        said = (Piece(clean_line(text), role),)
        if width(said) + len(position) >= cells:  # what is said matters more
            position = self._number
        return status_line(said, position, cells, cut)
