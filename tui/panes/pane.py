"""What all panes are: lines drawn on demand, painted with the palette of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.drawing.glyphs import glyphs
from tui.drawing.line import EMPTY, Line, Piece, Role
from tui.drawing.palette import palette
from tui.keys import key_of, unchanged_of
from tui.panes.guard import Guarded
from tui.panes.messages import Changed, Failed, Noticed
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from tui.drawing.glyphs import Glyphs


T = TypeVar("T")

_MOST_STEPS = 1000
"""Steps that one key takes at most."""


def bindings(where: str) -> list[BindingType]:
    """Return the bindings of a place, from the table of commands."""
    return [
        Binding(
            ",".join(command.keys),
            command.action,
            command.help,
            show=False,
            id=command.id,
        )
        for command in unchanged_of(where)
        if command.keys
    ]


def repeated(step: Callable[[int], T], by: int) -> T | None:
    """Take `by` steps, each of 1 or -1, to the last that leads somewhere; return what it gave.

    A step that leads nowhere gives something false; without any other that is returned.
    """
    found: T | None = None
    for _ in range(min(abs(by), _MOST_STEPS)):
        one = step(1 if by > 0 else -1)
        if not one:
            return found or one
        found = one
    return found


class Pane(Guarded, Widget):
    """A part of the screen that draws its lines one by one."""

    ALLOW_SELECT = False
    WHERE = ""
    """Its place in the table of commands."""

    @property
    def settings(self) -> Settings:
        """The reader's settings."""
        settings = getattr(self.app, "settings", None)
        return settings if isinstance(settings, Settings) else Settings()

    @property
    def glyphs(self) -> Glyphs:
        """The marks that this terminal can draw."""
        return glyphs(is_ascii=self.settings.is_ascii)

    @property
    def palette(self) -> Mapping[Role, Style]:
        """The styles of the theme."""
        return palette(self.app.theme, has_colour=not self.app.no_color)

    @property
    def places(self) -> tuple[str, ...]:
        """The places of the table whose keys work here, this pane's first."""
        parents = [getattr(node, "WHERE", "") for node in self.ancestors_with_self]
        return tuple(where for where in parents if where)

    @property
    def meaning(self) -> str:
        """What stands under the cursor, in words; empty where there is nothing to say."""
        return ""

    @property
    def position(self) -> str:
        """Where the pane stands in what it shows, for the status line."""
        return ""

    @property
    def eye(self) -> tuple[int, int] | None:
        """The column and row of the pane that its user looks at; None where there is no such place.

        The terminal's own cursor is left there: hidden, but followed by Braille lines, screen
        readers and magnifiers.
        """
        return None

    @property
    def rows(self) -> int:
        """How many lines can be seen."""
        return max(self.size.height, 1)

    def line(self, y: int) -> Line:  # noqa: ARG002 - a pane without content
        """Draw the line at row `y` of the pane."""
        return EMPTY

    def _safe_line(self, y: int) -> Line:
        """Draw a line; an error while drawing is told, and costs this line only."""
        try:
            return self.line(y)
        except Exception as error:  # noqa: BLE001 - whatever is wrong, the terminal must live
            self.send(Failed(error))
            return (Piece(" (this line cannot be drawn)", Role.ERROR),)

    def cursor_role(self, y: int) -> Role | None:  # noqa: ARG002 - most panes have none
        """Return the role that lies over the whole row `y`, for a cursor."""
        return None

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        cells = self.size.width
        styles = self.palette
        over = self.cursor_role(y)
        ground = styles[Role.TEXT] if over is None else styles[Role.TEXT] + styles[over]
        segments = [
            Segment(text, styles[role] if over is None else styles[role] + styles[over])
            for text, role, _ in self._safe_line(y)
            if text
        ]
        return Strip(segments).adjust_cell_length(cells, ground).simplify()

    def refresh_rows(self, *rows: int) -> None:
        """Paint some rows again, those that can be seen."""
        for y in rows:
            if 0 <= y < self.size.height:
                self.refresh(Region(0, y, self.size.width, 1))

    def notice(self, text: str, role: Role = Role.TEXT) -> None:
        """Tell the user something."""
        self.send(Noticed(text, role))

    def changed(self, *, is_moved: bool = False) -> None:
        """Say that the status line should look again."""
        self.send(Changed(is_moved))

    def on_focus(self) -> None:
        """Show the cursor as the one that keys move."""
        self.refresh()
        self.changed()

    def on_blur(self) -> None:
        """Show the cursor as idle."""
        self.refresh()

    def on_paste(self, event: events.Paste) -> None:
        """Say where pasting leads to something."""
        event.stop()
        find, go = key_of("catalogue.search"), key_of("app.go")
        self.notice(f"Nothing is pasted here: {find} first to find it, {go} to go to an id.")

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move with the wheel."""
        event.stop()
        self.wheel(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move with the wheel."""
        event.stop()
        self.wheel(-3)

    def wheel(self, by: int) -> None:
        """Move by a turn of the wheel."""
