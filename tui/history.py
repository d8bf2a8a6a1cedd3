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

    def back(self, here: T) -> T | None:
        """Go back from here; None where it all began."""
        if not self._behind:
            return None
        self._ahead.append(here)
        return self._behind.pop()

    def forward(self, here: T) -> T | None:
        """Go forward again; None when nothing was gone back from."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
