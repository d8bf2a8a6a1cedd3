"""A screen that is laid out as soon as it must be, and painted once when a key is done with."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.reactive import Reactive
from textual.screen import Screen

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.widget import Widget

R = TypeVar("R")


class PaintedOnce(Screen[R]):
    """Leaves it to the application when it is painted, while that answers a key.

    Textual paints at its next tick, up to 16 ms from now, and whatever is there by then: the list
    that a cable replaces, the frame without its text, the text, the line below it. Each of these
    takes as long as all of it.

    A layout is compared with the one that was made before it. Textual compares it with the last one
    that was worked out, which is another where somebody asked for the place of a widget after a
    height had changed, as the change of the focus does: then nothing seems to have moved, a pane
    keeps the lines of its old size, and what stands between two panes is not painted at all.
    """

    _laid_out: dict[Widget, object] | None = None

    BLANK = True  # covered by its children: nothing to draw

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Textual would paint everything for another focus; the panes concerned paint themselves."""

    @property
    def is_held(self) -> bool:
        """Whether the application will ask for the painting."""
        return bool(getattr(self.app, "is_holding", False))

    @property
    def needs_layout(self) -> bool:
        """Whether the panes are to be given their room anew."""
        return self._layout_required or self._scroll_required

    @property
    def needs_painting(self) -> bool:
        """Whether anything is to be laid out or painted."""
        return bool(
            self.needs_layout
            or self._repaint_required
            or self._dirty_widgets
            or self._compositor._dirty_regions  # noqa: SLF001 - what a layout has moved
        )

    def lay_out(self) -> None:
        """Give the panes their room now, without painting them."""
        with self._context():
            self._refresh_layout(scroll=self._scroll_required)
        self._layout_required = self._scroll_required = False
        self._dirty_widgets.clear()  # the compositor knows of them by now

    def paint(self) -> None:
        """Paint now what Textual would paint at its next tick."""
        with self._context():
            self._point()
            # Where the whole screen is painted Textual forgets this, and paints a pane twice.
            self._compositor.update_widgets(self._dirty_widgets)
            super()._on_timer_update()
            if self._compositor._dirty_regions:  # noqa: SLF001 - see `lay_out`
                super()._compositor_refresh()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        compositor = self._compositor
        if self._laid_out is not None:
            compositor._full_map = self._laid_out  # type: ignore[assignment]  # noqa: SLF001
        super()._refresh_layout(size, scroll)
        self._laid_out = compositor._full_map  # type: ignore[assignment]  # noqa: SLF001

    def _on_timer_update(self) -> None:
        if not self.is_held:  # else the timer goes on, for what takes long
            super()._on_timer_update()

    def _compositor_refresh(self) -> None:
        if not self.is_held:
            self._point()
            super()._compositor_refresh()

    def _point(self) -> None:
        """Let the terminal's cursor be left where the user looks, as Textual does for an input."""
        pane = self.focused
        if pane is not None and (eye := getattr(pane, "eye", None)) is not None:
            self.app.cursor_position = pane.region.offset + eye
