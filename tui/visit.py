"""Where a user can be: at a cable, or at a page that lies over everything."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.drawing.body import Look
    from tui.drawing.flow import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a cable and its row on the screen, in the way that it was laid out."""

    place: Place
    row: int
    look: Look


class Beside(NamedTuple):
    """Something that is not in the text of a cable, but above or beside it."""

    pane: str
    """Where it stands, by its place in the table of commands: `header` or `context`."""
    at: object
    """What it is, as the pane tells it."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One look at a cable."""

    key: int
    position: int | None = None
    """Paragraph, from 0; None: its first one with a match, or the top."""
    query: str = ""
    """What is marked in it."""
    spot: Spot | None = None
    """Where exactly the cursor was when it was left."""
    words: str = ""
    """What was looked for in it, and is marked in place of what the query found in its text."""
    beside: Beside | None = None
    """What the cursor was on where it was not in the text."""


class PageKind(Enum):
    """What a page is about."""

    THREAD = auto()
    """The references of a cable, and on from there."""
    ABSENT = auto()
    """A cable that is cited, but not held."""


@dataclass(frozen=True, slots=True)
class Page:
    """One look at a page."""

    kind: PageKind
    address: str
    """The id of the cable that it is about."""
    over: Visit | None = None
    """The cable that lies below it; None: the list."""
    row: int | None = None
    """Of the cursor; None: where the page begins."""
    top: int = 0
    """The first row in sight."""
    depth: int = 3
    """Levels of a thread."""


Stop = Visit | Page
"""Somewhere to come back to."""
