"""The page of a cable that is cited but not held."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from tui.absent import Absent, absent
from tui.drawing.absent import Neighbour, absent_line, absent_rows, absent_title
from tui.drawing.line import EMPTY, Line
from tui.drawing.passages import PassageLine
from tui.opened import along_serials
from tui.panes.pane import bindings
from tui.screens.page import PageBody, PagePane
from tui.visit import Visit

if TYPE_CHECKING:
    from textual import events

    from tui.drawing.absent import AbsentRow


class AbsentPane(PagePane):
    """What is known of the cable, and who cites it where."""

    WHERE = "absent"
    BINDINGS = bindings("absent")

    @dataclass
    class SerialAsked(Message):
        """The user wants a cable that the post sent before or after."""

        by: int

    def __init__(self) -> None:
        super().__init__(id="rows")
        self.absent: Absent | None = None
        self._asked: tuple[int | None, int] = (None, 0)
        """The row that was asked for, and the first one in sight."""
        self._rows: tuple[AbsentRow, ...] = ()

    def show(self, found: Absent, row: int | None, top: int = 0) -> None:
        """Show what is known of a cable, as soon as the page has a width."""
        self.absent, self._asked = found, (row, top)
        if self.size.width:
            self._begin()

    def _begin(self) -> None:
        """Begin at the row that was asked for, or at the first that cites the cable."""
        self._lay_out()
        first = next((n for n, row in enumerate(self._rows) if isinstance(row, PassageLine)), 0)
        row, top = self._asked
        self.put(first if row is None else row, top)

    def on_resize(self, event: events.Resize) -> None:
        """Break the passages anew, the cursor kept on its row."""
        if self._rows:
            row: AbsentRow = self._rows[self.cursor]
            self._lay_out()
            while isinstance(row, PassageLine) and row not in self._rows:  # fewer lines than before
                row = replace(row, number=row.number - 1)
            self.cursor = self._rows.index(row)
        elif self.absent is not None:
            self._begin()
        super().on_resize(event)

    def _lay_out(self) -> None:
        if self.absent is not None:
            self._rows = absent_rows(self.absent, self.size.width)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def visit(self) -> Visit | None:
        """The paragraph or the neighbour under the cursor."""
        match self._rows[self.cursor] if self._rows else None:
            case PassageLine(passage):
                return Visit(passage.row.key, passage.position)
            case Neighbour(row):
                return Visit(row.key)
        return None

    @property
    def name(self) -> str:
        """The id of the cable that is not held."""
        return self.absent.mrn if self.absent else ""

    def row_line(self, index: int) -> Line:
        """Draw a row."""
        if index >= len(self._rows):
            return EMPTY
        return absent_line(self._rows[index], self.size.width, self.glyphs)

    def action_serial(self, by: int) -> None:
        """Go to a cable held before or after it."""
        self.send(self.SerialAsked(by))


class AbsentBody(PageBody):
    """Collects in a worker what the archive knows."""

    @dataclass
    class Collected(Message):
        """It is there."""

        absent: Absent

    def make_rows(self) -> AbsentPane:
        """Make the rows."""
        return AbsentPane()

    def on_mount(self) -> None:
        """Collect what is known."""
        self.say_title(self.page.address)
        self._collect()

    @work(thread=True, exclusive=True, group="absent", exit_on_error=False)
    def _collect(self) -> None:
        self.answer(self.Collected(absent(self.archive, self.page.address)))

    def on_absent_pane_serial_asked(self, event: AbsentPane.SerialAsked) -> None:
        """Read the cable of the post that lies so many before or after this one."""
        event.stop()
        pane = self.query_one(AbsentPane)
        row, _ = along_serials(self.archive, pane.name, event.by) if pane.name else (None, 0)
        if row is not None:
            pane.send(pane.Opened(Visit(row.key)))
        else:
            self.notice("No cable of this post and year is held that way.")

    def on_absent_body_collected(self, event: Collected) -> None:
        """Show it."""
        event.stop()
        self.is_loading = False
        self.say_title(absent_title(event.absent))
        self.query_one(AbsentPane).show(event.absent, self.page.row, self.page.top)
