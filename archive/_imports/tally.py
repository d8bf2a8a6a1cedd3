"""The running counts of an import, and the moments shown of it."""

from __future__ import annotations

import os
from collections import Counter
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from archive._model import Outcome, Progress, SourceFailure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from archive._imports.sources import SourceFile
    from archive._imports.work import Piece
    from parser import ProblemKind

_NAMED: Final = 5
"""Files without a cable that are named; of a folder of pictures nobody reads them all."""


class Tally:
    """Counts what was read and what became of it."""

    def __init__(self) -> None:
        self._bytes_total: int | None = 0
        self._bytes_before = 0
        self._bytes_here = 0
        self._source = ""
        self._outcomes: Counter[Outcome] = Counter()
        self._problems: Counter[ProblemKind] = Counter()
        self._by_root: Counter[Path] = Counter()
        self._others = 0
        self._others_named: list[str] = []
        self._failures: list[SourceFailure] = []
        self._began = monotonic()

    def expect(self, size: int | None) -> None:
        """Say how many bytes all sources have; None when that cannot be known."""
        self._bytes_total = size

    def skip(self, file: SourceFile, size: int, cables: int) -> None:
        """Count what was imported of a file before; `size` is what will not be read again."""
        self._bytes_before += size
        self._outcomes[Outcome.HELD] += cables
        self._by_root[file.root] += cables

    def count(self, piece: Piece, outcome: Outcome, problems: Iterable[ProblemKind]) -> None:
        """Count one cable of a piece."""
        self._by_root[piece.source.root] += 1
        self._outcomes[outcome] += 1
        self._problems.update(problems)

    def advance(self, piece: Piece) -> None:
        """Note how far a source was read."""
        file = piece.source
        self._source = str(file.path)
        self._bytes_here = piece.place
        if piece.failures and piece.is_unknown and file.path != file.root:
            self._others += 1
            if len(self._others_named) < _NAMED:
                self._others_named.append(str(file.path.relative_to(file.root)))
        else:
            self._failures += piece.failures
        if piece.is_end or piece.failures:
            self._bytes_before += file.size
            self._bytes_here = 0

    def fail(self, failure: SourceFailure) -> None:
        """Note a source that could not be read, or not to its end."""
        self._failures.append(failure)

    def miss(self, root: Path) -> None:
        """Note a folder in which no cable was found. A file says so itself."""
        if self._by_root[root.absolute()] or self._failures:
            return
        if os.path.isdir(root):  # noqa: PTH112 - says no where rights are missing
            reason = f"{root} holds no cable in any form that is known; name another folder."
            self.fail(SourceFailure(str(root), reason))

    def now(self, *, is_done: bool = False) -> Progress:
        """Return this moment."""
        return Progress(
            source=self._source,
            bytes_done=self._bytes_before + self._bytes_here,
            bytes_total=self._bytes_total,
            cables=self._outcomes.total(),
            new=self._outcomes[Outcome.NEW],
            held=self._outcomes[Outcome.HELD],
            editions=self._outcomes[Outcome.EDITION],
            problems=MappingProxyType(dict(self._problems)),
            failures=tuple(self._failures),
            seconds=monotonic() - self._began,
            is_done=is_done,
            others=self._others,
            others_named=tuple(self._others_named),
        )
