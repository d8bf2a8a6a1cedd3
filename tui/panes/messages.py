"""Messages that more than one pane sends; the screen or the application answers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.drawing.line import Role, Target

if TYPE_CHECKING:
    from tui.visit import PageKind, Visit


NO_CABLE = "There is no cable here."
"""What is said where a key is for a cable, and none is listed."""


@dataclass
class VisitAsked(Message):
    """The user wants to read a cable."""

    visit: Visit


@dataclass
class PreviewAsked(Message):
    """A cable may be shown beside the list, where there is room."""

    visit: Visit


@dataclass
class PageAsked(Message):
    """The user wants to see a page about a cable."""

    kind: PageKind
    address: str


@dataclass
class NarrowAsked(Message):
    """The user wants the cables that a query finds."""

    query: str


@dataclass
class FollowAsked(Message):
    """The user wants to see what stands under the cursor."""

    target: Target


@dataclass
class CopyAsked(Message):
    """The user wants text on the clipboard."""

    text: str
    what: str
    """What it is, in words for the notice: `paragraph 3`."""


@dataclass
class Noticed(Message):
    """There is something to tell the user, in one line."""

    text: str
    role: Role = Role.TEXT


@dataclass
class Failed(Message):
    """There was an error that the user should know of."""

    error: Exception


@dataclass
class Changed(Message):
    """The position of a pane, or what it shows, has changed; the status line should look again."""

    is_moved: bool = False
    """The cursor has moved, even where the position reads the same."""

    def can_replace(self, message: Message) -> bool:
        """Let a burst of changes be told once."""
        return isinstance(message, Changed) and self.is_moved >= message.is_moved
