"""A line of input that takes a paste of several lines as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from parser import clean_line
from tui.panes.guard import Guarded

if TYPE_CHECKING:
    from textual import events


class Entry(Guarded, Input):
    """One line of text."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """How long the text is. Textual would give all panes their room anew for each letter."""

    @property
    def eye(self) -> tuple[int, int]:
        """Where the next letter goes; Textual's own answer is one further at the end of a text."""
        before = cell_len(self.value[: self.cursor_position])
        return self.content_offset.x + before - round(self.scroll_x), self.content_offset.y

    def on_paste(self, event: events.Paste) -> None:
        """Put the lines of what is pasted after one another: Textual takes the first alone."""
        event.stop()
        event.prevent_default()
        self._put(event.text)

    def action_paste(self) -> None:
        """Put in what was copied last in this program, whether or not the terminal took it."""
        self._put(self.app.clipboard)

    def _put(self, several: str) -> None:
        text = clean_line(" ".join(several.split()))
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)
