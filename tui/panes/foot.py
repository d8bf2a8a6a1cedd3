"""The last line of the screen: the status line, or what is being typed in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from tui.panes.guard import Guarded
from tui.panes.prompt import Prompt
from tui.panes.status import StatusLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from tui.panes.question import Question


class Foot(Guarded, Vertical):
    """Gives its line to the prompt while a question is open, and the focus back after it."""

    BLANK = True  # covered by its children: nothing to draw

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._asker: Widget | None = None

    def compose(self) -> ComposeResult:
        """Put both in one place; the style sheet shows one of them."""
        yield StatusLine(id="status")
        yield Prompt(id="prompt")

    @property
    def status(self) -> StatusLine:
        """The status line."""
        return self.query_one(StatusLine)

    def ask(self, question: Question) -> None:
        """Let the user type."""
        self._asker = self.screen.focused
        self.status.drop()
        self.add_class("-asking")
        self.query_one(Prompt).ask(question, self._closed_prompt)

    def _closed_prompt(self) -> None:
        """Give the focus back to who asked."""
        self.remove_class("-asking")
        if self._asker is not None:
            self._asker.focus()
