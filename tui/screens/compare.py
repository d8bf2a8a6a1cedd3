"""Two cables compared, or two editions of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from parser import clean_line
from tui.drawing.compare import Pair, compare
from tui.painting import PaintedOnce
from tui.panes.compare import ComparePane
from tui.panes.foot import Foot
from tui.panes.guard import Guarded
from tui.screens.chooser import TitlePane

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from parser import Cable
    from tui.panes.messages import Changed


class CompareScreen(Guarded, PaintedOnce[None]):
    """Shows two cables against each other; they are compared in a worker."""

    @dataclass
    class Compared(Message):
        """The comparison is done."""

        pairs: list[Pair]

    def __init__(self, one: Cable, other: Cable) -> None:
        super().__init__()
        self._cables = one, other

    def compose(self) -> ComposeResult:
        """Put a title above the texts, and the keys below them."""
        yield TitlePane(id="title")
        yield ComparePane(id="compare")
        yield Foot(id="foot")

    def on_mount(self) -> None:
        """Say what is compared, and how differences are signed."""
        one, other = (clean_line(cable.reference_id or "?") for cable in self._cables)
        if one == other:
            one, other = "the other edition", "the one that is read"
        self.query_one(TitlePane).title = f"Only in {one}: [-words-]   only in {other}: {{+words+}}"
        self._compare()

    @work(thread=True, exclusive=True, group="compare", exit_on_error=False)
    def _compare(self) -> None:
        worker = get_current_worker()
        pairs = compare(*self._cables)
        if not worker.is_cancelled:
            self.send(self.Compared(pairs))

    def on_compare_screen_compared(self, event: Compared) -> None:
        """Show the comparison."""
        event.stop()
        self.query_one(ComparePane).show(event.pairs)

    def on_changed(self, _event: Changed) -> None:
        """Bring the last line up to date."""
        pane = self.query_one(ComparePane)
        self.query_one(Foot).status.show(pane.places, pane.position, "")
