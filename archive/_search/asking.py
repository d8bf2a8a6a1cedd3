"""Looks a query up in the index: strictly as typed, else with typos, and in how much of it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from archive._encodable import encodable
from archive._model import Count
from archive._search.fields import is_keyed
from archive._search.filters import all_of, keys_query
from archive._search.grammar import parse_query
from archive._search.plan import FEW, Planner
from archive._search.schema import SLICES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from archive._search.index import Found, Index
    from archive._search.nodes import Node
    from archive._search.plan import Plan

BROAD: Final = 400_000
"""Entries of the index to go through from which on a search looks at a few slices of the archive
first."""
GLANCED: Final = 100_000
"""Paragraphs of the archive that it looks at then."""
PLENTY: Final = 500
"""Paragraphs found in them that are enough; with fewer, the whole archive is searched."""
CANDIDATES: Final = 64
"""Paragraphs that the matcher ranks, at least."""
CLOSE: Final = 32
"""Paragraphs among them, at most, that hold the words one after the other."""
MANY: Final = 20_000
"""Paragraphs found from which on those are looked for in a few slices only."""
SURE: Final = 3
"""Finished words; where so many or more are found one after the other, none was mistyped."""
REMEMBERED: Final = 4
"""Queries whose answer is kept: hits, listing, facets and highlights are asked for one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A query that was looked up."""

    plan: Plan
    total: int
    """Paragraphs that match wholly; cables, when only fields are asked for."""
    best: Sequence[Found]
    """The best of them for the index."""
    keys: array[int] | None
    """Their cables, the best first; None when there are too many to tell at once."""
    slices: Sequence[int] | None = None
    """Where it was looked up; None: everywhere."""

    @property
    def paragraphs(self) -> Count:
        """Count the paragraphs; what was only glanced at, to a round number."""
        if self.slices is None:
            return Count(self.total, is_exact=self.plan.is_counted)
        return Count(10 ** (len(str(self.total)) - 1), is_exact=False)

    @property
    def cables(self) -> Count:
        """Count the cables: exactly, where they are few enough to tell at once."""
        if not self.plan.units:
            return Count(self.total)
        if self.keys is not None and self.slices is None:
            return Count(len(self.keys), is_exact=self.plan.is_counted)
        return Count(len({found.place.key for found in self.best}), is_exact=False)


class Asker:
    """Looks queries up. Usable from many threads; remembers the last ones."""

    def __init__(self, index: Index, keyed: Callable[[str], Collection[int]]) -> None:
        self._index = index
        self._keyed = keyed
        self._remembered = lru_cache(REMEMBERED)(self._look_up)

    def ask(self, query: str, *, is_strict: bool = False) -> Asked:
        """Look a query up: as typed if that finds enough, else with typos."""
        node = parse_query(encodable(query), is_strict=is_strict)
        if is_keyed(node):  # its answer may change at any time
            return self._look_up(node)
        return self._remembered(node)

    def tolerant_plan(self, query: str) -> Plan:
        """Say how a query is carried out with typos, whether or not it finds enough without."""
        node = parse_query(encodable(query))
        return Planner(self._index, self._keyed, is_tolerant=True).plan(node)

    def _look_up(self, node: Node) -> Asked:
        asked = self._asked(node, is_tolerant=False)
        if asked.plan.units and asked.total < FEW and not self._is_sure(asked):
            tolerant = self._asked(node, is_tolerant=True)
            exact = {one.place for one in asked.best}
            others = [one for one in tolerant.best if one.place not in exact]
            return replace(tolerant, best=[*asked.best, *others])
        return asked

    def _is_sure(self, asked: Asked) -> bool:
        """Tell whether one of the few paragraphs found holds what was typed in one piece."""
        close, keys = asked.plan.close, asked.keys
        if close is None or not keys or asked.plan.finished < SURE:
            return False
        return bool(self._index.count(all_of([keys_query(self._index.schema, keys), close])))

    def _asked(self, node: Node, *, is_tolerant: bool) -> Asked:
        plan = Planner(self._index, self._keyed, is_tolerant).plan(node)
        if plan.is_hopeless:
            return Asked(plan, 0, (), array("I"))
        if plan.cost > BROAD and plan.found > PLENTY:
            glance = self._index.sliced(plan.glance, self._few_slices())
            finding = self._index.find(glance, CANDIDATES)
            if finding.total >= PLENTY:
                return Asked(plan, *finding, self._few_slices())
        return Asked(plan, *self._index.find(plan.whole, CANDIDATES))

    def _few_slices(self) -> Sequence[int]:
        """Return the slices that a glance looks at."""
        share = GLANCED / self._index.searcher.num_docs
        return range(min(SLICES, max(1, round(SLICES * share))))

    def best(self, asked: Asked, limit: int) -> Sequence[Found]:
        """Return more of the best paragraphs for the index than were returned with the answer."""
        if asked.slices is None:
            return self._index.best(asked.plan.whole, limit)
        return self._index.best(self._index.sliced(asked.plan.glance, asked.slices), limit)

    def closest(self, asked: Asked) -> Sequence[Found]:
        """Return some paragraphs that hold the finished words of a query one after the other.

        They may lack the word that is being typed.
        """
        plan = asked.plan
        if plan.close is None:
            return ()
        is_quick = asked.slices is None and asked.total <= MANY
        query = plan.whole if is_quick else plan.glance
        both = plan.close if plan.is_close_alone else all_of([query, plan.close])
        within = both if is_quick else self._index.sliced(both, self._few_slices())
        return self._index.best(within, CLOSE)
