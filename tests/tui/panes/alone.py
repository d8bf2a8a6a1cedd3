"""Panes and parts without an application: what keys do to them, and which lines they draw then."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeVar

from textual.geometry import Size

from tui.drawing.line import Role, plain
from tui.panes.messages import Noticed
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message import Message
    from textual.widget import Widget

    from tui.panes.pane import Pane

P = TypeVar("P", bound="Pane")
T = TypeVar("T", bound="Widget")


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


class Timer:
    """A timer of a part that stands alone; `run` is what it does when its time is up."""

    def __init__(self, delay: float, run: Callable[[], object]) -> None:
        self.delay = delay
        self.run = run
        self.is_stopped = False

    def stop(self) -> None:
        self.is_stopped = True


def part_alone(kind: type[T], *args: object, holds: tuple[object, ...] = (), works: str = "") -> T:
    """Make a part of the screen that holds these panes.

    What it tells stands in `sent`. Its workers of these names are not begun: what they are asked
    for stands in `asked`. Timers stand in `timers`, what is pushed upon the screen in `pushed`.
    `focused` has the focus; `own_classes` are those that it set, `screen_classes` those of the
    screen.
    """

    class Alone(kind):  # type: ignore[valid-type, misc]
        def __init__(self) -> None:
            self.sent: list[Message] = []
            self.asked: list[tuple[Any, ...]] = []
            self.timers: list[Timer] = []
            self.pushed: list[tuple[Any, ...]] = []
            self.focused: object = None
            self.own_classes: set[str] = set()
            self.screen_classes: set[str] = set()
            push = lambda *screen: self.pushed.append(screen)  # noqa: E731 - recorded
            type(self).app = SimpleNamespace(size=Size(80, 24), lag=0.0, push_screen=push)
            super().__init__(*args)
            for name in works.split():
                setattr(self, name, lambda *asked, **_how: self.asked.append(asked))

        @property
        def screen(self) -> Any:
            classes = self.screen_classes
            change = lambda add, name, **_how: (classes.add if add else classes.discard)(name)  # noqa: E731
            return SimpleNamespace(
                focused=self.focused, has_class=classes.__contains__, set_class=change
            )

        def query_one(self, wanted: type) -> Any:
            return next(one for one in holds if isinstance(one, wanted))

        def get_child_by_id(self, wanted: str) -> Any:
            return next(one for one in holds if getattr(one, "id", None) == wanted)

        def set_timer(self, delay: float, callback: Callable[[], object]) -> Timer:
            self.timers.append(Timer(delay, callback))
            return self.timers[-1]

        def set_class(self, add: Any, *names: str, **_how: Any) -> Any:
            (self.own_classes.update if add else self.own_classes.difference_update)(names)
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
