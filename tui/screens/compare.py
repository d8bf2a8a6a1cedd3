"""Two cables compared, or two editions of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import work
from textual.message import Message

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

    def __init__(self, one: Cable, other: Cable, *, name: str = "the other edition") -> None:
        """Compare two cables; the first is called `name` where it is an edition of the other."""
        super().__init__()
        self._cables = one, other
        self._names = [clean_line(cable.reference_id or "?") for cable in self._cables]
        if self._names[0] == self._names[1]:
            self._names = [name, "the one that is read"]

    def compose(self) -> ComposeResult:
        """Put a title above the texts, and the keys below them."""
        yield TitlePane(id="title")
        yield ComparePane(id="compare")
        yield Foot(id="foot")

    def on_mount(self) -> None:
        """Compare."""
        self._compare()

    def on_resize(self) -> None:
        """Say what is compared, and how differences are signed, in the room there is."""
        one, other = self._names
        title = self.query_one(TitlePane)
        title.title = f"Only in {one}: [-words-]   only in {other}: {{+words+}}"
        if cell_len(title.title) > self.size.width - 2:
            title.title = f"[-{one}-] {{+{other}+}}"
        title.refresh()

    @work(thread=True, exclusive=True, group="compare", exit_on_error=False)
    def _compare(self) -> None:
        self.answer(self.Compared(compare(*self._cables)))

    def on_compare_screen_compared(self, event: Compared) -> None:
        """Show the comparison."""
        event.stop()
        self.query_one(ComparePane).show(event.pairs)

    def on_changed(self, event: Changed) -> None:
        """Bring the last line up to date."""
        pane = self.query_one(ComparePane)
        self.query_one(Foot).status.show(pane.places, pane.position, "", is_moved=event.is_moved)
