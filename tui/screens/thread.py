"""The thread of a cable: its references both ways, and on from there, as a tree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from tui.drawing.line import EMPTY, Line
from tui.drawing.thread import id_cells, thread_line, thread_title
from tui.panes.pane import bindings
from tui.screens.page import PageBody, PagePane
from tui.thread import DEEPEST, Knot, State, thread
from tui.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Sequence


class ThreadPane(PagePane):
    """The tree, one cable a row."""

    WHERE = "thread"
    BINDINGS = bindings("thread")

    @dataclass
    class DepthAsked(Message):
        """The user wants more levels, or fewer."""

        by: int

    def __init__(self) -> None:
        super().__init__(id="rows")
        self.knots: Sequence[Knot] = ()

    def show(self, knots: Sequence[Knot], row: int, top: int = 0) -> None:
        """Show another tree."""
        self.knots = knots
        self.put(row, top)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.knots)

    @property
    def current(self) -> Knot | None:
        """The knot under the cursor."""
        return self.knots[self.cursor] if self.knots else None

    @property
    def visit(self) -> Visit | None:
        """The cable under the cursor, where it is held."""
        row = self.current.row if self.current else None
        return Visit(row.key) if row else None

    @property
    def name(self) -> str:
        """The id under the cursor; none where only more of them are counted."""
        knot = self.current
        return "" if knot is None or knot.state is State.CUT else knot.name

    def row_line(self, index: int) -> Line:
        """Draw a row."""
        if index >= len(self.knots):
            return EMPTY
        cells = self.size.width
        return thread_line(self.knots[index], id_cells(self.knots, cells), cells, self.glyphs)

    def action_depth(self, by: int) -> None:
        """Follow the references further, or less far."""
        self.send(self.DepthAsked(by))


class ThreadBody(PageBody):
    """Grows the tree in a worker."""

    @dataclass
    class Grown(Message):
        """The tree is there."""

        knots: tuple[Knot, ...]
        depth: int

    def make_rows(self) -> ThreadPane:
        """Make the tree."""
        return ThreadPane()

    def on_mount(self) -> None:
        """Grow the tree."""
        self._begin(self.page.depth)

    def _begin(self, depth: int) -> None:
        self.is_loading = True
        self._grow(depth)

    @work(thread=True, exclusive=True, group="thread", exit_on_error=False)
    def _grow(self, depth: int) -> None:
        key, _ = self.archive.key(self.page.address)
        knots = thread(self.archive.row(key), self.archive.citations, depth)
        self.answer(self.Grown(knots, depth))

    def on_thread_body_grown(self, event: Grown) -> None:
        """Show the tree, the cursor kept on its cable and at its row of the screen."""
        event.stop()
        self.is_loading = False
        pane = self.query_one(ThreadPane)
        row, top = self.page.row or 0, self.page.top
        if (knot := pane.current) is not None:
            row = next((n for n, k in enumerate(event.knots) if k.name == knot.name), 0)
            top = row - (pane.cursor - pane.top)
        self.page = replace(self.page, depth=event.depth)
        self.say_title(thread_title(event.knots, event.depth))
        pane.show(event.knots, row, top)

    def on_thread_pane_depth_asked(self, event: ThreadPane.DepthAsked) -> None:
        """Follow the references further, or less far."""
        event.stop()
        depth = min(max(self.page.depth + event.by, 1), DEEPEST)
        if depth != self.page.depth:
            self._begin(depth)
        elif event.by > 0:
            self.notice(f"References are not followed further than {DEEPEST} levels.")
        else:
            self.notice("References are followed at least one level.")
