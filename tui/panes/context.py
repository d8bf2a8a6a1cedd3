"""Beside the text on a wide screen: references, notes and the outline of the cable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.drawing.choices import citation_line, outline_line
from tui.drawing.line import Line, Piece, Role, crop
from tui.drawing.outline import Entry, outline
from tui.drawing.wrap import wrapped
from tui.panes.pane import bindings
from tui.panes.rows import RowsPane
from tui.referred import Referred, cited, citing
from tui.visit import Beside

if TYPE_CHECKING:
    from textual import events

    from archive import Citations
    from parser import Cable
    from tui.drawing.jottings import Jottings

_MOST = 2000
"""Rows of one kind; the lists of the keys `o` and `c` have all."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title above rows of one kind."""

    text: str


@dataclass(frozen=True, slots=True)
class Jotted:
    """A line of a note."""

    text: str
    position: int


Row = Title | Referred | Jotted | Entry


class ContextPane(RowsPane):
    """What belongs to the cable that is read; Enter goes there."""

    WHERE = "context"
    BINDINGS = bindings("context")

    @dataclass
    class Chosen(Message):
        """The user wants to go to a reference or a paragraph."""

        row: Referred | Jotted | Entry

    class Left(Message):
        """The user wants to go back to the text."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: tuple[Cable, Citations, Jottings] | None = None
        self._rows: list[Row] = []

    def show(
        self,
        cable: Cable,
        citations: Citations,
        jottings: Jottings,
        beside: Beside | None = None,
    ) -> None:
        """Show what belongs to another cable; of the same one, the cursor kept on its row.

        Of another one, the cursor on what it is come back to, if that is here.
        """
        is_same = self._shown is not None and self._shown[0] is cable
        self._shown = cable, citations, jottings
        if not is_same:
            self._rows, self.cursor, self.top = [], 0, 0
        self._lay_out()
        if not is_same and beside is not None and beside.at in self._rows:
            self.put(self._rows.index(beside.at), self.top)

    @property
    def beside(self) -> Beside:
        """The row under the cursor, to come back to."""
        return Beside(self.WHERE, self._rows[self.cursor] if self._rows else None)

    def on_resize(self, event: events.Resize) -> None:
        """Break notes anew, the cursor kept on its row."""
        self._lay_out()
        super().on_resize(event)

    def _lay_out(self) -> None:
        if self._shown is None:
            return
        row = self._rows[self.cursor] if self._rows else None
        self._rows = _rows(*self._shown, max(self.size.width - 3, 20))
        if isinstance(row, Jotted) and row not in self._rows:  # broken at other places
            same = (one for one in self._rows if isinstance(one, Jotted))
            row = next((one for one in same if one.position == row.position), row)
        self.put(self._rows.index(row) if row in self._rows else self.cursor, self.top)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def row_line(self, index: int) -> Line:
        """Draw a row."""
        cells, row = self.size.width, self._rows[index]
        match row:
            case Title():
                return crop((Piece(f" {row.text}", Role.HEADING),), cells)
            case Referred():
                return citation_line(row.citation, row.is_out, cells, self.glyphs)
            case Jotted():
                return crop((Piece(f" {row.text}", Role.STAR),), cells)
            case Entry():
                return outline_line(row, cells, self.glyphs)

    def cursor_role(self, y: int) -> Role | None:
        """Mark the cursor's row while keys move it."""
        return super().cursor_role(y) if self.has_focus else None

    def action_leave(self) -> None:
        """Go back to the text."""
        self.send(self.Left())

    def enter(self) -> None:
        """Go there."""
        self.action_follow()

    def action_follow(self) -> None:
        """Go to what stands under the cursor."""
        row = self._rows[self.cursor] if self._rows else None
        if row is not None and not isinstance(row, Title):
            self.send(self.Chosen(row))
        else:
            self.notice("There is nothing to follow here.")


def _rows(cable: Cable, citations: Citations, jottings: Jottings, cells: int) -> list[Row]:
    rows: list[Row] = []
    if citations.out:
        rows.append(Title(f"Cites {len(citations.out)}"))
        rows += cited(citations)[:_MOST]
    if citations.into:
        rows.append(Title(f"Cited by {len(citations.into)}"))
        rows += citing(citations)[:_MOST]
    if jottings.notes:
        rows.append(Title("Notes"))
        for position, note in sorted(jottings.notes.items()):
            rows += [Jotted(text, position) for text in wrapped(note, cells)]
    rows.append(Title("Contents"))
    for entry in outline(cable):
        rows.append(entry)
        if len(rows) > _MOST:
            break
    return rows
