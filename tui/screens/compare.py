"""Two cables compared, or two editions of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from parser import clean_line
from tui.drawing.compare import compared, has_difference
from tui.panes.guard import Guarded
from tui.panes.pane import bindings
from tui.panes.rows import RowsPane
from tui.screens.chooser import TitlePane

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from parser import Cable
    from tui.drawing.line import Line, Role


class ComparePane(RowsPane):
    """The two texts as one, differences marked."""

    WHERE = "compare"
    BINDINGS = bindings("compare")

    def __init__(self, one: Cable, other: Cable) -> None:
        super().__init__(id="compare")
        self._cables = one, other
        self._lines: list[Line] = []

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew."""
        self._lines = compared(*self._cables, min(event.size.width - 2, self.settings.text_width))
        super().on_resize(event)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def row_line(self, index: int) -> Line:
        """Draw a line."""
        return self._lines[index]

    def cursor_role(self, y: int) -> Role | None:  # noqa: ARG002 - a text to read, not a list
        """Mark no row."""
        return None

    def action_move(self, by: int) -> None:
        """Move the window by lines."""
        self.put(self.top + by, self.top + by)

    def action_difference(self, by: int) -> None:
        """Bring the next or previous difference to the top."""
        at = self.top + by
        while 0 <= at < self.count and not has_difference(self._lines[at]):
            at += by
        if 0 <= at < self.count:
            self.put(at, at)

    def action_close(self) -> None:
        """Go back."""
        self.screen.dismiss(None)


class CompareScreen(Guarded, ModalScreen[None]):
    """Shows two cables as one text."""

    def __init__(self, one: Cable, other: Cable) -> None:
        super().__init__()
        self._cables = one, other

    def compose(self) -> ComposeResult:
        """Put a title above the text."""
        yield TitlePane(id="title")
        yield ComparePane(*self._cables)

    def on_mount(self) -> None:
        """Say what is compared, and how to read it."""
        one, other = (clean_line(cable.reference_id or "?") for cable in self._cables)
        title = f"[-{one}-] {{+{other}+}}   n N next, previous difference  Esc close"
        self.query_one(TitlePane).title = title
