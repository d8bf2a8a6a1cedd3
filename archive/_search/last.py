"""Remembers one answer: of what was asked last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Q = TypeVar("Q")
A = TypeVar("A")


class Last(Generic[Q, A]):
    """The answer to the last question; listing, hits and counts of one query share a run so.

    For many threads: two that ask at once may both work, and each gets its own answer.
    """

    def __init__(self) -> None:
        self._kept: tuple[Q, A] | None = None

    def of(self, question: Q, answer: Callable[[], A]) -> A:
        """Return the answer, worked out unless this very question was asked last."""
        kept = self._kept
        if kept is None or kept[0] is not question:
            kept = self._kept = (question, answer())
        return kept[1]
