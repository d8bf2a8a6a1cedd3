"""What a pane asks the user to type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def _ignore(_text: str) -> None:
    """Do nothing with what is being typed."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a pane wants to be typed, and what it does with it."""

    sign: str
    """What stands before the text: `/`, `:`."""
    entered: Callable[[str], None]
    """Called with the text when it is finished."""
    typed: Callable[[str], None] = _ignore
    """Called with the text after every key."""
    cancelled: Callable[[], None] = lambda: None
    kept: Callable[[str], None] | None = None
    """Called with the text for Tab: it stays, nothing is opened. None: Tab does nothing."""
    moved: Callable[[int], None] | None = None
    """Called with 1 or -1 for the arrow keys, where they bring nothing back."""
    before: Sequence[str] = ()
    """What was typed before, the last one last: the arrow keys bring it back, where they move in
    something as well only until something else is typed."""
    past: Callable[[], None] | None = None
    """Called for Ctrl+R, once it is closed: what was typed before is wanted. None: nothing."""
    value: str = ""
    offers: Callable[[str], Sequence[str]] | None = None
    """What a text can become; Tab goes through it. None: Tab keeps what was typed."""
    is_single: bool = False
    """One character answers it, without Enter."""


@dataclass
class Asked(Message):
    """A pane wants the user to type something."""

    question: Question
