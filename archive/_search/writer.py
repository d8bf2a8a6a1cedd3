"""Writes the search index. One writer at a time; readers see each commit whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import tantivy

from archive._search import topics, vocabulary
from archive._search.schema import PAYLOAD, documents, payload_document, schema
from archive._search.words import analyzer

if TYPE_CHECKING:
    from pathlib import Path

    from archive._search.schema import Entry

HEAP: Final = 256_000_000
"""Bytes of documents held before they go to disk; fewer and larger segments search faster."""

GROWTH: Final = 4
"""While an import goes on, the vocabulary and the topics are made anew when the index has grown by
this factor: ten seconds of the whole set. They are so in any case at its end."""


class IndexWriter:
    """Adds and deletes cables by key.

    Nothing is visible, and nothing survives a crash, before :meth:`commit`. Close it at the end of
    a run: that brings the vocabulary and the topics up to date.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        path.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(schema(), str(path))
        self._index.register_tokenizer("words", analyzer())
        self._writer = self._index.writer(HEAP, 1)
        # A writer that was killed leaves files whose names the next one would give again.
        self._writer.garbage_collect_files()
        self._derived_at = vocabulary.derived_at(path)
        self._is_changed = self._derived_at != self._index.searcher().num_docs

    def add(self, key: int, entry: Entry) -> None:
        """Add one cable. A key that the index holds must be deleted first."""
        for document in documents(key, entry):
            self._writer.add_document(document)
        self._is_changed = True

    def delete(self, key: int) -> None:
        """Delete a cable; nothing happens when the index does not hold it."""
        query = tantivy.Query.term_query(self._index.schema, "key", key)
        self._writer.delete_documents_by_query(query)
        self._is_changed = True

    def commit(self, payload: str) -> None:
        """Make everything so far visible and durable, with a `payload` of the caller's own.

        The payload of the last commit is :attr:`Index.payload`: both change in one step.
        """
        self._writer.delete_documents_by_term("mark", PAYLOAD)
        self._writer.add_document(payload_document(payload))
        self._writer.commit()
        self._index.reload()
        if self._index.searcher().num_docs > GROWTH * self._derived_at:
            self._derive()

    def close(self) -> None:
        """Finish merging and bring the vocabulary and the topics up to date."""
        self._writer.wait_merging_threads()
        self._index.reload()
        if self._is_changed:
            self._derive()

    def _derive(self) -> None:
        searcher = self._index.searcher()
        topics.build(self._path, searcher)
        vocabulary.build(self._path, searcher)
        self._derived_at = searcher.num_docs
