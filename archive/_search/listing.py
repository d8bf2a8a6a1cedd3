"""The cables that a query lists: an array of keys, read a window at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from archive._search.filters import all_of, keys_query

if TYPE_CHECKING:
    from array import array
    from collections.abc import Collection, Sequence

    import tantivy

    from archive._model import CableRow
    from archive._search.index import Index
    from archive._search.plan import Plan
    from archive._source import Source

PARAGRAPHS_A_CABLE: Final = 100
"""Hits counted in one cable of a window, on the average."""


@dataclass(frozen=True, slots=True)
class QueryListing:
    """Cables in the order asked for; which paragraphs match is looked up for what is shown."""

    keys: array[int]
    plan: Plan
    searched: Index
    source: Source

    def __len__(self) -> int:
        return len(self.keys)

    def rows(self, start: int, stop: int) -> Sequence[CableRow]:
        """Return the rows of `[start, stop)`; fewer at the end."""
        keys = self.keys[max(start, 0) : max(stop, 0)]
        rows = self.source.rows(keys)
        if not self.plan.units or not keys:
            return rows
        whole = self._hits(self.plan.glance, keys)
        hits = whole
        if self.plan.partial is not None and len(hits) < len(keys):
            hits = self._hits(self.plan.partial, keys) | hits
        return [
            replace(
                row,
                hits=len(hits[row.key]),
                best=hits[row.key][0],
                is_partial=row.key not in whole,
            )
            if row.key in hits
            else row
            for row in rows
        ]

    def index(self, key: int) -> int | None:
        """Return the place of a cable in this list; None when it is not listed."""
        try:
            return self.keys.index(key)
        except ValueError:
            return None

    def held(self, keys: Collection[int]) -> Collection[int]:
        """Return those of some cables, by key, that are in this list."""
        return frozenset(keys).intersection(self.keys)

    def _hits(self, query: tantivy.Query, keys: Sequence[int]) -> dict[int, list[int]]:
        """Return the positions of the paragraphs that match, best first, for each cable."""
        within = all_of([query, keys_query(self.searched.schema, keys)])
        hits: dict[int, list[int]] = {}
        for found in self.searched.best(within, PARAGRAPHS_A_CABLE * len(keys)):
            hits.setdefault(found.place.key, []).append(found.place.position)
        return hits
