"""The header of a cable: its values, each of which can be explained, followed and copied."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from tui.drawing.header import Size, as_sent_lines, full_lines, short_lines
from tui.drawing.line import Line, Piece, Role, Target, spread, targets
from tui.drawing.tiers import SHORT
from tui.panes.messages import CopyAsked, FollowAsked, NarrowAsked, Noticed
from tui.panes.pane import bindings, repeated
from tui.panes.rows import RowsPane
from tui.targets import explain, query_for
from tui.visit import Beside
from tui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual import events

    from archive import Citations
    from parser import Cable, Span

_MOST = 0.4
"""The largest share of the height that a header takes of its own accord."""
_LOW = 3
"""Rows below which every column is wanted for the header itself."""


class HeaderPane(RowsPane):
    """One cable's header, three lines or everything; it says itself how high it wants to be."""

    WHERE = "header"
    BINDINGS = bindings("header")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cable: Cable | None = None
        self.chosen: Size | None = None
        """The size the user asked for; None: as fits."""
        self.fitting = Size.SHORT
        """The size for the height of the terminal."""
        self.citations: Citations | None = None
        self.editions = 1
        """How many of the cable are held."""
        self.marks: Sequence[Span] = ()
        """What matches in the subject."""
        self.hidden = 0
        """How many of its lines have no room."""
        self._lines: list[Line] = []
        self._value = 0

    @staticmethod
    def today() -> date:
        """Return the day that declassification is worked out against."""
        return datetime.now(tz=UTC).date()

    def show(
        self,
        cable: Cable,
        citations: Citations | None,
        marks: Sequence[Span] = (),
        beside: Beside | None = None,
    ) -> None:
        """Show another cable; with the cursor on what it is come back to, if that is here."""
        self.cable, self.citations, self.marks = cable, citations, marks
        self._lines, self.cursor, self.top, self._value = [], 0, 0, 0
        self._lay_out()
        if beside is not None and beside.pane == self.WHERE:
            line, value = self._place_of(*cast("tuple[Target | None, int]", beside.at))
            self.put(line, self.top)
            self._value = value

    @property
    def beside(self) -> Beside:
        """The value under the cursor, to come back to."""
        return Beside(self.WHERE, self._kept())

    @property
    def shown(self) -> Size:
        """How much is shown now."""
        return self.chosen or self.fitting

    def change_size(self) -> Size:
        """Show more, or less."""
        self.chosen = self.shown.next
        self._lay_out()
        return self.chosen

    def fit(self, height: int) -> None:
        """Choose the size for a terminal of `height` rows."""
        self.fitting = Size.SHORT if height < SHORT else Size.FULL
        self._lay_out()

    def on_resize(self, _event: events.Resize) -> None:
        """Break the lines anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        cells = self.size.width
        if self.cable is None or not cells:
            return
        kept = self._kept()
        if self.shown is Size.AS_SENT:
            self._lines = as_sent_lines(self.cable, cells)
        else:
            draw = short_lines if self.shown is Size.SHORT else full_lines
            self._lines = draw(
                self.cable,
                cells,
                self.today(),
                self.glyphs,
                self.citations,
                marks=self.marks,
                editions=self.editions,
            )
        most = max(int(self.app.size.height * _MOST), 3)
        height = min(len(self._lines), most if self.app.size.height > 12 else 1)
        self.styles.height = height
        self.hidden = len(self._lines) - height
        line, value = self._place_of(*kept)
        self.put(line, self.top)
        self._value = value

    def _values(self, target: Target | None) -> list[tuple[int, int]]:
        """Return the lines that show a value, and its place among those of each."""
        return [
            (number, at)
            for number, line in enumerate(self._lines)
            for at, (_, piece) in enumerate(targets(line))
            if piece.target == target
        ]

    def _kept(self) -> tuple[Target | None, int]:
        """Return the value under the cursor, and how many like it stand before it."""
        here = (self.cursor, self._value)
        return self.target, sum(place < here for place in self._values(self.target))

    def _place_of(self, target: Target | None, before: int) -> tuple[int, int]:
        """Return the line of a value, and its place there; the cursor's own line without it."""
        same = self._values(target)
        return same[min(before, len(same) - 1)] if same else (self.cursor, 0)

    @property
    def count(self) -> int:
        """How many lines the header has."""
        return len(self._lines)

    @property
    def target(self) -> Target | None:
        """The value under the cursor."""
        if not self.cursor < len(self._lines):
            return None
        found = targets(self._lines[self.cursor])
        return found[min(self._value, len(found) - 1)][1].target if found else None

    @property
    def meaning(self) -> str:
        """What the value under the cursor means."""
        return explain(self.target, self.citations) if self.target else ""

    @property
    def eye(self) -> tuple[int, int] | None:
        """Where the value under the cursor begins."""
        if not self.cursor < len(self._lines):
            return None
        found = targets(self._lines[self.cursor])
        column = found[min(self._value, len(found) - 1)][0] if found else 0
        return column, self.cursor - self.top

    def line(self, y: int) -> Line:
        """Draw a line; the last one in sight says how many are below it."""
        line, below = super().line(y), self.count - self.top - self.rows
        if y != self.rows - 1 or below <= 0 or self.rows < _LOW:
            return line
        more = (Piece(f" +{counted(below, 'line')} ", Role.DIM),)
        return spread(line, more, self.size.width, self.glyphs.cut)

    def row_line(self, index: int) -> Line:
        """Draw a line, the value under the cursor marked."""
        line = self._lines[index]
        if index != self.cursor or not self.has_focus:
            return line
        target = self.target
        return tuple(
            piece._replace(role=Role.MATCH) if target and piece.target is target else piece
            for piece in line
        )

    def cursor_role(self, y: int) -> Role | None:  # noqa: ARG002 - the value is marked, not the row
        """Mark no whole row."""
        return None

    def moved(self) -> None:
        """Begin at the first value of the line."""
        self._value = 0
        self.changed()

    def action_move(self, by: int) -> None:
        """Go to the next or the previous value, through the lines."""
        repeated(self._step, by)

    def _step(self, by: int) -> bool:
        """Go one value on, or one line where there is none; False at an end."""
        values = len(targets(self._lines[self.cursor])) if self._lines else 0
        if 0 <= self._value + by < values:
            self._value += by
            self.refresh_rows(self.cursor - self.top)
            self.changed()
            return True
        line = self.cursor + by
        while 0 <= line < self.count and not targets(self._lines[line]):
            line += by
        if not 0 <= line < self.count:  # lines without values can be read, too
            line = self.cursor + by
        if not 0 <= line < self.count:
            return False
        self.go(line)
        self._value = 0 if by > 0 else max(len(targets(self._lines[line])) - 1, 0)
        self.refresh()
        self.changed()
        return True

    def action_follow(self) -> None:
        """Follow the value under the cursor."""
        if self.target is not None:
            self.send(FollowAsked(self.target))
        else:
            self.send(Noticed("There is nothing to follow here."))

    def action_exclude(self) -> None:
        """List what has another value."""
        query = query_for(self.target) if self.target is not None else None
        if query is not None:
            self.send(NarrowAsked(f"-{query}"))
        else:
            self.send(Noticed("There is nothing to leave out here."))

    def action_copy(self) -> None:
        """Copy the value under the cursor."""
        if self.target is not None:
            self.send(CopyAsked(self.target.value, self.target.value))
        else:
            self.send(Noticed("There is nothing to copy here."))
