"""Months in a row: the window that is moved over the histogram."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

_LENGTHS = (1, 2, 3, 6, 12, 24, 60, 120)
"""How many months a window can have."""


@dataclass(frozen=True, slots=True)
class Window:
    """One month or some in a row. `str()` is how a query names it, `2009-04..2009-06`."""

    first: int
    """Months since the year 0."""
    length: int = 1

    def __str__(self) -> str:
        first, last = month_name(self.first), month_name(self.first + self.length - 1)
        return first if self.length == 1 else f"{first}..{last}"

    def has(self, month: int) -> bool:
        """Say whether a month, since the year 0, is in it."""
        return self.first <= month < self.first + self.length

    def count(self, months: Sequence[tuple[str, int]]) -> int:
        """Count the cables in it."""
        return sum(count for name, count in months if self.has(month_number(name)))


def month_number(name: str) -> int:
    """Return the months from the year 0 to `2009-04`."""
    year, month = map(int, name.split("-"))
    return year * 12 + month - 1


def month_name(number: int) -> str:
    """Write a month as queries do, `2009-04`."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


def moved(window: Window | None, months: Sequence[tuple[str, int]], by: int) -> Window | None:
    """Move a window by its own length to the next months with cables; None: there are no more.

    Without a window, begin with the first month, or going back with the last. `months` are those
    with cables and how many, `("2009-04", 12)`, in order.
    """
    if not months:
        return None
    first, last = month_number(months[0][0]), month_number(months[-1][0])
    if window is None:
        return Window(first if by > 0 else last)
    start = window.first + by * window.length
    while first - window.length < start <= last:
        if (found := replace(window, first=start)).count(months):
            return found
        start += by * window.length
    return None


def resized(window: Window | None, months: Sequence[tuple[str, int]], by: int) -> Window | None:
    """Make a window longer or shorter; None: it is as long or as short as it can be.

    Its first month stays, unless it would reach beyond the last month with cables.
    """
    if window is None or not months:
        return moved(window, months, 1)
    at = _LENGTHS.index(window.length) + by
    first, last = month_number(months[0][0]), month_number(months[-1][0])
    if not 0 <= at < len(_LENGTHS) or (by > 0 and window.length > last - first):
        return None
    length = _LENGTHS[at]
    return Window(max(min(window.first, last - length + 1), first), length)


class Change(Protocol):
    """How a window is changed: :func:`moved` or :func:`resized`."""

    def __call__(
        self, window: Window | None, months: Sequence[tuple[str, int]], by: int, /
    ) -> Window | None:
        """Change a window by one step, 1 or -1; None: it cannot be."""


def stepped(
    change: Change, window: Window | None, months: Sequence[tuple[str, int]], by: int
) -> Window | None:
    """Move or resize a window `by` times, or as often as it can be; None: not once."""
    found = None
    for _ in range(abs(by)):
        one = change(found or window, months, 1 if by > 0 else -1)
        if one is None:
            break
        found = one
    return found
