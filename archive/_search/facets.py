"""Counts what a query found: by classification, post, TAGS, year, month. Cables, not paragraphs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from archive._model import Facet
from archive._search.schema import month_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import tantivy

    from archive._search.index import Index

MOST: Final = 50
"""Values of one field."""
COUNTED: Final = {"class": "class", "from": "post", "tag": "tag"}
"""Fields of the query language that are counted, and what they are called in the index."""

_MONTHS: Final = 12 * 400


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cables have what."""

    values: Mapping[str, Sequence[tuple[str, int]]]
    """For each field of the index its values, the most frequent first."""
    months: Mapping[int, int]
    """By number of the month."""

    def facets(self) -> Iterator[Facet]:
        """Yield the values of each field, the most frequent first; years in order."""
        for field, name in COUNTED.items():
            for value, count in self.values[name][:MOST]:
                yield Facet(field, value, count, f'{field}:"{value}"')
        years: Counter[int] = Counter()
        for month, count in self.months.items():
            years[month // 12] += count
        for year, count in sorted(years.items()):
            yield Facet("year", str(year), count, f"date:{year}")

    def histogram(self) -> Iterator[tuple[str, int]]:
        """Yield each month that has any, in order."""
        for month, count in sorted(self.months.items()):
            yield month_name(month), count


def count(index: Index, cables: tantivy.Query) -> Counts:
    """Count; `cables` finds one paragraph of each cable that counts."""
    wanted = {name: _terms(name, 2 * MOST) for name in COUNTED.values()}
    found = index.searcher.aggregate(cables, {**wanted, "month": _terms("month", _MONTHS)})
    values = {
        name: _most_frequent_first(
            {bucket["key"]: bucket["doc_count"] for bucket in found[name]["buckets"]}
        )
        for name in wanted
    }
    months = {int(one["key"]): int(one["doc_count"]) for one in found["month"]["buckets"]}
    return Counts(values, months)


def _terms(field: str, size: int) -> dict[str, Any]:
    return {"terms": {"field": field, "size": size}}


def _most_frequent_first(counts: Mapping[str, int]) -> Sequence[tuple[str, int]]:
    """Sort values by how many have them, those of the same number by name."""
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))
