"""Counts what a query found: by classification, post, TAGS, year, month. Cables, not paragraphs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from archive._model import Facet
from archive._search.schema import month_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import tantivy

    from archive._search.index import Index

MOST: Final = 50
"""Values of one field."""

_VALUES: Final = {"class": "class", "from": "post", "tag": "tag"}
"""Fields of the query language and of the index."""
_MONTHS: Final = 12 * 400


def facets_of(index: Index, cables: tantivy.Query) -> Iterator[Facet]:
    """Yield the values of each field, the most frequent first; years in order.

    Args:
        index: The index.
        cables: Finds one paragraph of each cable that counts.
    """
    wanted: dict[str, Any] = {name: _terms(name, MOST) for name in _VALUES.values()}
    found = index.searcher.aggregate(cables, {**wanted, "month": _terms("month", _MONTHS)})
    for field, name in _VALUES.items():
        for bucket in found[name]["buckets"]:
            value = bucket["key"]
            yield Facet(field, value, bucket["doc_count"], f'{field}:"{value}"')
    years: Counter[int] = Counter()
    for bucket in found["month"]["buckets"]:
        years[int(bucket["key"]) // 12] += bucket["doc_count"]
    for year, count in sorted(years.items()):
        yield Facet("year", str(year), count, f"date:{year}")


def months_of(index: Index, cables: tantivy.Query) -> Sequence[tuple[str, int]]:
    """Return each month with cables, in order, and how many; `cables` as above."""
    found = index.searcher.aggregate(cables, {"month": _terms("month", _MONTHS)})
    months = sorted((int(one["key"]), one["doc_count"]) for one in found["month"]["buckets"])
    return [(month_name(number), count) for number, count in months]


def _terms(field: str, size: int) -> dict[str, Any]:
    return {"terms": {"field": field, "size": size}}
