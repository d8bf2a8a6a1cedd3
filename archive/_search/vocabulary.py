"""The words of the archive with the number of paragraphs that hold each.

A tantivy index of its own, one document a word: its Levenshtein automata find, in about a
millisecond among hundreds of thousands, every word within two typos of what was typed. Derived
from the search index; a search without it works, but knows no typos.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import tantivy

from archive._search.opening import made_ready, open_derived

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEAP: Final = 64_000_000
REMEMBERED: Final = 512
"""Words whose neighbours are kept."""
LONGEST: Final = 40
"""Letters; longer runs are damage, and nobody types them."""
_ALL: Final = ""
"""No word: it stands for all paragraphs, and is counted last of all."""


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

    @property
    def derived_at(self) -> int:
        """How many documents the search index had when this was made; 0 when that is not known."""
        query = tantivy.Query.term_query(self._schema, "word", _ALL)
        found = self._searcher.search(query, 1, count=False, order_by_field="count").hits
        return int(found[0][0]) if found else 0

    def beginning(self, prefix: str, limit: int) -> Sequence[Known]:
        """Return the most frequent words that begin with `prefix`."""
        return self.near(prefix, 0, is_prefix=True, limit=limit)


def open_vocabulary(folder: Path) -> Vocabulary | None:
    """Open the vocabulary of the search index in `folder`; None when there is none."""
    index = open_derived(_path(folder), _schema())
    return Vocabulary(index) if index else None


def derived_at(folder: Path) -> int:
    """Return how many documents the search index had when all was last derived from it."""
    vocabulary = open_vocabulary(folder)
    return vocabulary.derived_at if vocabulary else 0


def build(folder: Path, searcher: tantivy.Searcher) -> None:
    """Make the vocabulary anew from the search index, the last of what is derived from it.

    Readers see the old one until it is done.
    """
    writer = made_ready(_path(folder), _schema()).writer(HEAP, 1)
    writer.delete_all_documents()
    for word, count in searcher.terms_with_prefix("text", ""):
        if word.isalpha() and len(word) <= LONGEST:
            writer.add_document(_document(word, count))
    writer.add_document(_document(_ALL, searcher.num_docs))
    writer.commit()
    writer.wait_merging_threads()


def _document(word: str, count: int) -> tantivy.Document:
    document = tantivy.Document(word=word)
    document.add_unsigned("count", count)
    return document


def _path(folder: Path) -> Path:
    return folder / "vocabulary"


def _schema() -> tantivy.Schema:
    return (
        tantivy.SchemaBuilder()
        .add_text_field("word", stored=True, tokenizer_name="raw", index_option="basic")
        .add_unsigned_field("count", fast=True)
        .build()
    )
