"""A text of any length as lines, wrapped only where somebody looks.

The text is a row of units (paragraphs); a place in it is a unit and a line in that unit. No line
of a unit that was not looked at is ever worked out, so nothing here knows how many lines there are.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.drawing.body import TextLine
    from tui.drawing.line import Line

_KEPT_UNITS = 256


class Place(NamedTuple):
    """A line of a flow: which unit, and which line of it, both from 0."""

    unit: int
    line: int


class Source(Protocol):
    """What a flow shows."""

    def __len__(self) -> int:
        """Return the number of units, one at least."""
        ...

    def lines(self, unit: int) -> Sequence[TextLine]:
        """Lay out a unit; one line at least."""
        ...

    def draw(self, unit: int, line: TextLine) -> Line:
        """Draw one line of a unit."""
        ...


class Flow:
    """Moves among the lines of a source, and draws those in a window."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = lru_cache(_KEPT_UNITS)(source.lines)
        """As those of the source; a unit is laid out once while it is in use."""

    @property
    def end(self) -> Place:
        """The last line."""
        unit = len(self.source) - 1
        return Place(unit, len(self.lines(unit)) - 1)

    def clamp(self, place: Place) -> Place:
        """Return the nearest place that exists."""
        unit = min(max(place.unit, 0), len(self.source) - 1)
        return Place(unit, min(max(place.line, 0), len(self.lines(unit)) - 1))

    def move(self, place: Place, by: int) -> Place:
        """Go `by` lines down, or up when negative, as far as there are lines."""
        unit, line = place.unit, place.line + by
        while line < 0 and unit > 0:
            unit -= 1
            line += len(self.lines(unit))
        while line >= len(self.lines(unit)) and unit < len(self.source) - 1:
            line -= len(self.lines(unit))
            unit += 1
        return Place(unit, min(max(line, 0), len(self.lines(unit)) - 1))

    def distance(self, start: Place, end: Place, at_most: int) -> int:
        """Return how many lines `end` is below `start`; `at_most` stands for that many or more.

        Zero where `end` is above `start`.
        """
        if end <= start:
            return 0
        lines = -start.line
        for unit in range(start.unit, end.unit):
            lines += len(self.lines(unit))
            if lines >= at_most:
                return at_most
        return min(lines + end.line, at_most)

    def window(self, top: Place, height: int) -> list[tuple[Place, Line]]:
        """Draw `height` lines from `top` on; fewer at the end."""
        drawn: list[tuple[Place, Line]] = []
        for unit in range(top.unit, len(self.source)):
            lines = self.lines(unit)
            first = top.line if unit == top.unit else 0
            for line in range(first, len(lines)):
                if len(drawn) == height:
                    return drawn
                drawn.append((Place(unit, line), self.source.draw(unit, lines[line])))
        return drawn
