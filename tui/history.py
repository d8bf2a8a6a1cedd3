"""Where the user has been, to go back and forward."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")
_MOST = 500


class History(Generic[T]):
    """Places in the order they were left, and those that were gone back from."""

    def __init__(self) -> None:
        self._behind: list[T] = []
        self._ahead: list[T] = []

    def leave(self, place: T) -> None:
        """Go on from a place to somewhere new."""
        if self._behind[-1:] != [place]:
            self._behind = [*self._behind, place][-_MOST:]
        self._ahead.clear()

    def go(self, here: T, by: int) -> T | None:
        """Go so many places back (below 0), or forward again to where was gone back from.

        Where there are fewer, to the last; None where there is none.
        """
        come_from, lead_to = (self._ahead, self._behind) if by < 0 else (self._behind, self._ahead)
        place = None
        for _ in range(min(abs(by), len(lead_to))):
            come_from.append(here)
            here = place = lead_to.pop()
        return place
