"""The running counts of an import, and the moments shown of it."""

from __future__ import annotations

from collections import Counter
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING

from archive._model import Outcome, Progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive._model import SourceFailure
    from parser import Problem, ProblemKind


class Tally:
    """Counts what was read and what became of it."""

    def __init__(self, bytes_total: int) -> None:
        self.bytes_total = bytes_total
        self.source = ""
        self._bytes_before = 0
        self._bytes_here = 0
        self._outcomes: Counter[Outcome] = Counter()
        self._problems: Counter[ProblemKind] = Counter()
        self._failures: list[SourceFailure] = []
        self._began = monotonic()

    @property
    def cables(self) -> int:
        """How many were read."""
        return self._outcomes.total()

    def skip(self, size: int, cables: int) -> None:
        """Count a source that was imported before."""
        self._bytes_before += size
        self._outcomes[Outcome.HELD] += cables

    def count(self, outcome: Outcome, problems: Iterable[Problem]) -> None:
        """Count one cable."""
        self._outcomes[outcome] += 1
        self._problems.update(problem.kind for problem in problems)

    def advance(self, source: str, place: int) -> None:
        """Note how far the current source was read."""
        self.source = source
        self._bytes_here = place

    def leave(self, size: int) -> None:
        """Note the end of the current source."""
        self._bytes_before += size
        self._bytes_here = 0

    def fail(self, failure: SourceFailure) -> None:
        """Note a source that could not be read, or not to its end."""
        self._failures.append(failure)

    def now(self, *, is_done: bool = False) -> Progress:
        """Return this moment."""
        return Progress(
            source=self.source,
            bytes_done=self._bytes_before + self._bytes_here,
            bytes_total=self.bytes_total,
            cables=self.cables,
            new=self._outcomes[Outcome.NEW],
            held=self._outcomes[Outcome.HELD],
            editions=self._outcomes[Outcome.EDITION],
            problems=MappingProxyType(dict(self._problems)),
            failures=tuple(self._failures),
            seconds=monotonic() - self._began,
            is_done=is_done,
        )
