"""Class, post, TAGS and month of every cable in memory, to count those of very many at once.

About 40 bytes a cable, made when such a count is first asked for.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, Self

import tantivy

from archive._search.facets import COUNTED, Counts, most_frequent_first
from archive._search.filters import all_of, lead_query
from archive._search.index import STEPS
from archive._search.schema import SLICES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive._search.index import Index


@dataclass(frozen=True, slots=True)
class _Column:
    """What cables have in one field: the n-th code is what the n-th owner has."""

    names: Sequence[str]
    codes: array[int]
    owners: array[int]


@dataclass(frozen=True, slots=True)
class Columns:
    """Counts the values of cables given by their keys."""

    last_key: int
    values: Mapping[str, _Column]
    months: array[int]
    """Number of the month by key; 0 for a cable without a date."""

    @classmethod
    def read(cls, index: Index) -> Self:
        """Read them from the leads of the index."""
        months = _months(index)
        values = {name: _column(index, name) for name in COUNTED.values()}
        return cls(len(months) - 1, values, months)

    def count(self, keys: array[int]) -> Counts:
        """Count what these cables have."""
        chosen = bytearray(self.last_key + 1)
        for key in keys:
            chosen[key] = 1
        values = {name: _count(column, chosen) for name, column in self.values.items()}
        months = Counter(compress(self.months, chosen))
        return Counts(values, {month: count for month, count in months.items() if month})


def _count(column: _Column, chosen: bytearray) -> Sequence[tuple[str, int]]:
    counts = Counter(compress(column.codes, map(chosen.__getitem__, column.owners)))
    return most_frequent_first({column.names[code]: count for code, count in counts.items()})


def _column(index: Index, field: str) -> _Column:
    codes, owners = array("H"), array("I")
    names = list(index.values(field))
    for code, name in enumerate(names):
        value = tantivy.Query.term_query(index.schema, field, name)
        keys = index.keys(all_of([lead_query(index.schema), value]))
        owners.extend(keys)
        codes.extend([code] * len(keys))
    return _Column(names, codes, owners)


def _months(index: Index) -> array[int]:
    months = array("H", [0])
    total = index.searcher.num_docs
    for step in range(STEPS):
        part = index.sliced(lead_query(index.schema), range(step, SLICES, STEPS))
        hits = index.searcher.search(part, total, count=False).hits
        addresses = [address for _, address in hits]
        keys = index.searcher.fast_field_values("key", addresses)
        found = index.searcher.fast_field_values("month", addresses)
        last = max((int(key or 0) for key in keys), default=0)
        months.extend([0] * (last + 1 - len(months)))
        for key, month in zip(keys, found, strict=True):
            months[int(key or 0)] = int(month or 0)
    return months
