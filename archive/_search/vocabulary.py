"""The words of the archive with the number of paragraphs that hold each.

A tantivy index of its own, one document a word: its Levenshtein automata find, in about a
millisecond among hundreds of thousands, every word within two typos of what was typed. Derived
from the search index; a search without it works, but knows no typos.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import tantivy

from archive._search.opening import open_index

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEAP: Final = 64_000_000
REMEMBERED: Final = 512
"""Words whose neighbours are kept."""
LONGEST: Final = 40
"""Letters; longer runs are damage, and nobody types them."""


class Known(NamedTuple):
    """A word of the archive."""

    word: str
    paragraphs: int
    """How many hold it."""


class Vocabulary:
    """Looks words up, as they were when the vocabulary was last built."""

    def __init__(self, index: tantivy.Index) -> None:
        self._searcher = index.searcher()
        self._schema = index.schema
        self.near = lru_cache(REMEMBERED)(self._near)
        """As :meth:`_near`; of a query that is being typed, only the last word is new."""

    def _near(self, word: str, typos: int, *, is_prefix: bool, limit: int) -> Sequence[Known]:
        """Return words within `typos` of `word`, or that begin so; the most frequent first.

        A typo is a letter put in, left out, replaced, or swapped with its neighbour.
        """
        query = tantivy.Query.fuzzy_term_query(self._schema, "word", word, typos, prefix=is_prefix)
        found = self._searcher.search(query, limit, count=False, order_by_field="count")
        return [
            Known(self._searcher.doc(address)["word"][0], count) for count, address in found.hits
        ]

    def beginning(self, prefix: str, limit: int) -> Sequence[Known]:
        """Return the most frequent words that begin with `prefix`."""
        return self.near(prefix, 0, is_prefix=True, limit=limit)


def open_vocabulary(folder: Path) -> Vocabulary | None:
    """Open the vocabulary of the search index in `folder`; None when it was never built."""
    path = _path(folder)
    return Vocabulary(open_index(path)) if tantivy.Index.exists(str(path)) else None


def build(folder: Path, searcher: tantivy.Searcher) -> None:
    """Make the vocabulary anew from the search index. Readers see the old one until it is done."""
    path = _path(folder)
    path.mkdir(exist_ok=True)
    writer = tantivy.Index(_schema(), str(path)).writer(HEAP, 1)
    writer.delete_all_documents()
    for word, count in searcher.terms_with_prefix("text", ""):
        if word.isalpha() and len(word) <= LONGEST:
            document = tantivy.Document(word=word)
            document.add_unsigned("count", count)
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _path(folder: Path) -> Path:
    return folder / "vocabulary"


def _schema() -> tantivy.Schema:
    return (
        tantivy.SchemaBuilder()
        .add_text_field("word", stored=True, tokenizer_name="raw", index_option="basic")
        .add_unsigned_field("count", fast=True)
        .build()
    )
