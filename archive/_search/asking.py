"""Looks a query up in the index: strictly as typed, else with typos, and in how much of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from archive._model import Count
from archive._search.fields import is_personal
from archive._search.grammar import parse_query
from archive._search.plan import Planner
from archive._search.schema import SLICES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    import tantivy

    from archive._search.index import Found, Index
    from archive._search.nodes import Node
    from archive._search.plan import Plan

FEW: Final = 10
"""With fewer paragraphs than this, typos are tolerated; and with fewer still, parts will do."""
BROAD: Final = 400_000
"""Paragraphs to look at from which on a search looks at a few slices of the archive first."""
GLANCED: Final = 100_000
"""Paragraphs of the archive that it looks at then."""
PLENTY: Final = 500
"""Paragraphs found in them that are enough; with fewer, the whole archive is searched."""
CANDIDATES: Final = 64
"""Paragraphs that the matcher ranks, at least."""
REMEMBERED: Final = 8
"""Queries whose answer is kept: hits, listing, facets and highlights are asked for one by one."""


def nothing_personal(_name: str) -> Collection[int]:
    """Answer for an archive that is read without a notebook."""
    return ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that was looked up."""

    plan: Plan
    total: int
    """Paragraphs that match wholly; cables, when only fields are asked for."""
    best: Sequence[Found]
    """The best of them for the index."""
    slices: Sequence[int] | None = None
    """Where it was looked up; None: everywhere."""

    @property
    def paragraphs(self) -> Count:
        """Count the paragraphs; what was only glanced at, to a round number."""
        if self.slices is None:
            return Count(self.total, is_exact=not self.plan.is_bounded)
        return Count(10 ** (len(str(self.total)) - 1), is_exact=False)


class Asker:
    """Looks queries up. Usable from many threads; remembers the last ones."""

    def __init__(self, index: Index, personal: Callable[[str], Collection[int]]) -> None:
        self._index = index
        self._personal = personal
        self._remembered = lru_cache(REMEMBERED)(self._look_up)

    def ask(self, query: str, *, is_strict: bool = False) -> Asked:
        """Look a query up: as typed if that finds enough, else with typos."""
        node = parse_query(query, is_strict=is_strict)
        if is_personal(node):  # its answer may change at any time
            return self._look_up(node)
        return self._remembered(node)

    def _look_up(self, node: Node) -> Asked:
        asked = self._asked(node, is_tolerant=False)
        if asked.plan.units and asked.total < FEW:
            return self._asked(node, is_tolerant=True)
        return asked

    def _asked(self, node: Node, *, is_tolerant: bool) -> Asked:
        plan = Planner(self._index, self._personal, is_tolerant).plan(node)
        if plan.cost > BROAD:
            share = GLANCED / self._index.searcher.num_docs
            slices = range(max(1, round(SLICES * share)))
            glance = self._index.sliced(plan.whole, slices)
            total, best = self._index.find(glance, CANDIDATES)
            if total >= PLENTY:
                return Asked(plan, total, best, slices)
        return Asked(plan, *self._index.find(plan.whole, CANDIDATES))

    def within(self, asked: Asked, query: tantivy.Query) -> tantivy.Query:
        """Return the query that finds what another finds, where `asked` was looked up."""
        return query if asked.slices is None else self._index.sliced(query, asked.slices)
