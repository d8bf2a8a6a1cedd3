"""Panes without an application: what keys do to them, and which lines they draw then."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeVar

from textual.geometry import Size

from tui.drawing.line import Role, plain
from tui.panes.messages import Noticed
from tui.settings import Settings

if TYPE_CHECKING:
    from textual.message import Message

    from tui.panes.pane import Pane

P = TypeVar("P", bound="Pane")


def alone(
    kind: type[P], width: int, height: int, *args: object, screen: int = 24, **fields: object
) -> P:
    """Make a pane of a size that has the focus, on a terminal of so many rows, in ASCII.

    `fields` are other settings. What it tells stands in `sent`, what it paints anew in `painted`:
    the rows, or `all`.
    """

    class Alone(kind):  # type: ignore[valid-type, misc]
        size = Size(width, height)
        has_focus = True
        settings = Settings(**({"is_ascii": True} | fields))
        app = SimpleNamespace(size=Size(width, screen))

        def __init__(self) -> None:
            self.sent: list[Message] = []
            self.painted: list[Any] = []
            super().__init__(*args)

        def refresh(self, *regions: Any, **_other: Any) -> Any:
            self.painted += [region.y for region in regions] or ["all"]
            return self

        def send(self, message: Message) -> None:
            self.sent.append(message)

    return Alone()


def told(pane: Any, kind: type[Message]) -> list[Any]:
    """Return the messages of a kind that a pane has sent."""
    return [message for message in pane.sent if isinstance(message, kind)]


def notices(pane: Any) -> list[str]:
    """Return what a pane has told the user."""
    return [message.text for message in told(pane, Noticed)]


def lines(pane: Pane) -> list[str]:
    """Return what a pane shows."""
    return [plain(pane.line(y)).rstrip() for y in range(pane.rows)]


def marked(pane: Pane, role: Role) -> list[str]:
    """Return the pieces that a pane draws in a role."""
    drawn = [piece for y in range(pane.rows) for piece in pane.line(y)]
    return [piece.text for piece in drawn if piece.role is role]
