"""Opens the search index for reading: a snapshot, usable from many threads."""

from __future__ import annotations

from array import array
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import tantivy

from archive._search.filters import but, keys_query, lead_query
from archive._search.named import Names
from archive._search.opening import open_index
from archive._search.schema import PAYLOAD, SLICES, Place, schema
from archive._search.topics import Topics, open_topics
from archive._search.vocabulary import Vocabulary, derived_at, open_vocabulary
from archive._search.words import analyzer, words_of_name, words_of_tag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


MOST_RANKED: Final = 20_000
"""Paragraphs that are put in order to list their cables."""
STEPS: Final = 8
"""More are gone through in so many steps, to hold memory down and to stop between them."""
MOST_KEYS: Final = 65_000
"""Cables of one step; tantivy's own limit, reached with half a million cables."""


COUNTED: Final = 1000
"""Paragraphs up to which the cables they stand in are counted exactly."""


class Found(NamedTuple):
    """A paragraph that the index found, with the index's own score (or the field's value)."""

    place: Place
    score: float


class Finding(NamedTuple):
    """What one run of a query found."""

    total: int
    """Paragraphs that match."""
    best: Sequence[Found]
    """The best of them, best first."""
    keys: array[int] | None
    """The cables they stand in, the best first; None when more than COUNTED paragraphs match."""


class Index:
    """The search index as it stood when it was opened or last refreshed.

    Raises:
        ValueError: a file of the index is missing or damaged, or it is of another version.
    """

    def __init__(self, path: Path) -> None:
        index = open_index(path, schema())
        index.config_reader("Manual")
        index.register_tokenizer("words", analyzer())
        self._path = path
        self._index = index
        self.schema = index.schema
        self.searcher = index.searcher()
        self._values: dict[str, Mapping[str, Sequence[str]]] = {}
        self._names: dict[str, Names] = {}

    @cached_property
    def payload(self) -> str | None:
        """What the last commit was told to remember; None when nothing was committed yet."""
        query = tantivy.Query.term_query(self.schema, "mark", PAYLOAD)
        hits = self.searcher.search(query, 1, count=False).hits
        return self.searcher.doc(hits[0][1])["payload"][0] if hits else None

    @cached_property
    def is_derived(self) -> bool:
        """Whether the vocabulary and the topics were brought up to date after the last change."""
        return derived_at(self._path) == self.searcher.num_docs

    @cached_property
    def vocabulary(self) -> Vocabulary | None:
        """The words of the archive; None when they were never counted."""
        return open_vocabulary(self._path)

    @cached_property
    def topics(self) -> Topics | None:
        """The topics of the archive; None when they were never collected."""
        return open_topics(self._path)

    def values(self, field: str) -> Mapping[str, Sequence[str]]:
        """Return every value of a field of values, with the words it may be asked for by."""
        if field not in self._values:
            split = words_of_tag if field == "tag" else words_of_name
            held = self.searcher.terms_with_prefix(field, "")
            self._values[field] = {value: split(value) for value, _ in held}
        return self._values[field]

    def names(self, field: str) -> Names:
        """Return the values of a field of values, to be found by words."""
        if field not in self._names:
            self._names[field] = Names(self.values(field))
        return self._names[field]

    def held(self, word: str) -> int:
        """Count the paragraphs that hold a word, folded."""
        return int(self.searcher.doc_freq("text", word))

    def count(self, query: tantivy.Query) -> int:
        """Count the paragraphs that match."""
        return int(self.searcher.search(query, 1).count)  # type: ignore[attr-defined]  # it has

    @cached_property
    def _cables(self) -> int:
        return self.count(lead_query(self.schema))

    @cached_property
    def all_keys(self) -> array[int]:
        """The keys of all cables."""
        return self.keys(lead_query(self.schema))

    def keys(self, query: tantivy.Query, give_up: Callable[[], None] = lambda: None) -> array[int]:
        """Return the keys of all cables with a paragraph that matches, the best match first.

        Where more than :data:`MOST_RANKED` paragraphs match they come in no order; then `give_up`
        is called between the steps, and may raise.
        """
        total = self.count(query)
        if total <= MOST_RANKED:
            return self._keys_of(query, total)
        keys = array("I")
        wanted = {"keys": {"terms": {"field": "key", "size": MOST_KEYS}}}
        for first in range(STEPS):
            give_up()
            part = self.sliced(query, range(first, SLICES, STEPS))
            buckets = self.searcher.aggregate(part, wanted)["keys"]["buckets"]
            keys.extend(int(bucket["key"]) for bucket in buckets)
        return keys

    def of_cables(self, keys: array[int]) -> tantivy.Query:
        """Return the query for these cables, put as its contrary where these are most of all."""
        if 2 * len(keys) <= self._cables:
            return keys_query(self.schema, keys)
        everything = self.all_keys
        is_other = bytearray(b"\1") * (max(everything) + 1)
        for key in keys:
            is_other[key] = 0
        others = keys_query(self.schema, [key for key in everything if is_other[key]])
        return but(tantivy.Query.all_query(), [others])

    def sliced(self, query: tantivy.Query, slices: Sequence[int]) -> tantivy.Query:
        """Return the query that finds what `query` finds in these slices of the archive."""
        within = tantivy.Query.term_set_query(self.schema, "slice", list(slices))
        within = tantivy.Query.const_score_query(within, 0.0)
        both = [(tantivy.Occur.Must, query), (tantivy.Occur.Must, within)]
        return tantivy.Query.boolean_query(both)

    def _keys_of(self, query: tantivy.Query, limit: int) -> array[int]:
        return self._distinct_keys(self.searcher.search(query, max(limit, 1), count=False).hits)

    def _distinct_keys(self, hits: Sequence[tuple[Any, tantivy.DocAddress]]) -> array[int]:
        addresses = [address for _, address in hits]
        keys = dict.fromkeys(self.searcher.fast_field_values("key", addresses))
        return array("I", (int(key) for key in keys if key is not None))

    def best(self, query: tantivy.Query, limit: int) -> Sequence[Found]:
        """Return the places of the `limit` best paragraphs, best first."""
        return self._places(self.searcher.search(query, limit, count=False).hits)

    def find(self, query: tantivy.Query, limit: int) -> Finding:
        """Return how many paragraphs match, and the places of the `limit` best, best first."""
        result = self.searcher.search(query, COUNTED)
        total = int(result.count)  # type: ignore[attr-defined]  # it has
        hits = result.hits
        keys = self._distinct_keys(hits) if total <= COUNTED else None
        return Finding(total, self._places(hits[:limit]), keys)

    def _places(self, hits: Sequence[tuple[Any, tantivy.DocAddress]]) -> Sequence[Found]:
        addresses = [address for _, address in hits]
        keys = self.searcher.fast_field_values("key", addresses)
        positions = self.searcher.fast_field_values("position", addresses)
        return [
            Found(Place(int(key), int(position)), score)
            for (score, _), key, position in zip(hits, keys, positions, strict=True)
            if key is not None and position is not None
        ]
