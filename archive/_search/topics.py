"""What the archive is about: TAGS, posts, countries, people and subjects, to look up by name.

A tantivy index of its own, one document a topic, derived from the leads of the search index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import tantivy
from rapidfuzz import distance as distances  # never its parts: tests/test_loading.py

from archive._model import Topic
from archive._search.opening import made_ready, open_derived
from archive._search.spelling import other_words
from archive._search.typos import allowed_typos, partings
from archive._search.words import WORD, analyzer, fold, words
from parser import Span, clean_line, describe_tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

HEAP: Final = 64_000_000
ENOUGH: Final = 10
"""With fewer topics than this, typos are tolerated."""

_QUERIES: Final = {
    "tag": "tag:{}",
    "post": 'post:"{}"',
    "country": 'from:"{}"',
    "person": 'by:"{}"',
    "subject": 'subject:"{}"',
}


class Topics:
    """Looks topics up, as they were when they were last collected."""

    def __init__(self, index: tantivy.Index) -> None:
        self._searcher = index.searcher()
        self._schema = index.schema

    def search(self, text: str, limit: int) -> Sequence[Topic]:
        """Return the topics that hold all words of `text`, or words that begin so.

        The most frequent come first; with few of them, those follow that have other spaces
        (`portauprince`, `sn ar`), and then those with typos. An empty text gives the most frequent
        of all.
        """
        wanted = words(text)
        if not wanted:
            everything = tantivy.Query.all_query()
            return self._found(everything, wanted, limit, order_by_field="count")
        found = self._found(self._query(wanted, tolerant=False), wanted, limit)
        if len(found) < min(ENOUGH, limit):
            for other in self._respaced(wanted):
                found += self._found(self._query(other, tolerant=False), other, limit)
            if any(map(allowed_typos, wanted)):
                found += self._found(self._query(wanted, tolerant=True), wanted, limit)
        first: dict[tuple[str, str], Topic] = {}
        for topic in found:
            first.setdefault((topic.kind, topic.label), topic)
        return list(first.values())[:limit]

    def _respaced(self, wanted: Sequence[str]) -> Iterator[Sequence[str]]:
        """Yield the same words with spaces put in, and without any."""
        parted = [part for word in wanted for part in self._apart(word)]
        if len(parted) > len(wanted):
            yield parted
        if len(wanted) > 1:
            yield ["".join(wanted)]

    def _apart(self, word: str) -> Sequence[str]:
        """Part a word into those of the topics that it is; the last one may go on."""
        return next(iter(partings(word, self._held, self._begun)), (word,))

    def _held(self, word: str) -> int:
        return int(self._searcher.doc_freq("words", word))

    def _begun(self, word: str) -> int:
        begun = tantivy.Query.fuzzy_term_query(self._schema, "words", word, 0, prefix=True)
        return self._held(word) or len(self._searcher.search(begun, 1, count=False).hits)

    def _query(self, wanted: Sequence[str], *, tolerant: bool) -> tantivy.Query:
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, self._word_query(word, tolerant)) for word in wanted]
        )

    def _word_query(self, word: str, tolerant: bool) -> tantivy.Query:
        make = tantivy.Query
        whole = make.term_query(self._schema, "words", word)
        begun = make.fuzzy_term_query(self._schema, "words", word, 0, prefix=True)
        choices = [make.const_score_query(whole, 2.0), make.const_score_query(begun, 1.0)]
        for other in other_words(word):
            spelt = make.term_query(self._schema, "words", other)
            choices.append(make.const_score_query(spelt, 1.5))
        if tolerant and (typos := allowed_typos(word)):
            near = make.fuzzy_term_query(self._schema, "words", word, typos, prefix=True)
            choices.append(make.const_score_query(near, 0.3))
        return make.disjunction_max_query(choices)

    def _found(
        self,
        query: tantivy.Query,
        wanted: Sequence[str],
        limit: int,
        order_by_field: str | None = None,
    ) -> list[Topic]:
        found = self._searcher.search(
            query,
            limit,
            count=False,
            order_by_field=order_by_field,
            weight_by_field=None if order_by_field else "count",
        )
        return [self._topic(address, wanted) for _, address in found.hits]

    def _topic(self, address: tantivy.DocAddress, wanted: Sequence[str]) -> Topic:
        document = self._searcher.doc(address)
        kind, label = document["kind"][0], document["label"][0]
        meaning = meaning_of(kind, label)
        quoted = label.replace('"', " ")
        return Topic(
            kind=kind,
            label=label,
            meaning=meaning,
            count=document["count"][0],
            query=_QUERIES[kind].format(quoted),
            spans=_spans(f"{label} {meaning}", wanted),
        )


def meaning_of(kind: str, label: str) -> str:
    """Return what a topic stands for; empty when its label says it."""
    tag = describe_tag(label) if kind == "tag" else None
    return (tag.meaning or "") if tag else ""


def _spans(text: str, wanted: Sequence[str]) -> tuple[Span, ...]:
    """Return the words of `text` that are, or begin with, what was typed."""
    return tuple(
        Span(*found.span())
        for found in WORD.finditer(text)
        if any(_begins(fold(found[0]), word) for word in wanted)
        or any(fold(found[0]) in other_words(word) for word in wanted)
    )


def _begins(word: str, typed: str) -> bool:
    if word.startswith(typed):
        return True
    typos = allowed_typos(typed)
    return any(
        distances.OSA.distance(word[:length], typed) <= typos
        for length in range(len(typed) - typos, len(typed) + typos + 1)
    )


def open_topics(folder: Path) -> Topics | None:
    """Open the topics of the search index in `folder`; None when there are none."""
    index = open_derived(_path(folder), _schema())
    return Topics(index) if index else None


def build(folder: Path, searcher: tantivy.Searcher) -> None:
    """Collect the topics anew. Readers see the old ones until it is done."""
    index = made_ready(_path(folder), _schema())
    index.register_tokenizer("words", analyzer())
    writer = index.writer(HEAP, 1)
    writer.delete_all_documents()
    for topic, count in searcher.terms_with_prefix("topic", ""):
        kind, _, label = topic.partition("\t")
        label = clean_line(label)
        document = tantivy.Document(kind=kind, label=label)
        document.add_text("words", f"{label} {meaning_of(kind, label)}")
        document.add_unsigned("count", count)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _path(folder: Path) -> Path:
    return folder / "topics"


def _schema() -> tantivy.Schema:
    return (
        tantivy.SchemaBuilder()
        .add_text_field("words", tokenizer_name="words", index_option="freq")
        .add_text_field("kind", stored=True, tokenizer_name="raw", index_option="basic")
        .add_text_field("label", stored=True, tokenizer_name="raw", index_option="basic")
        .add_unsigned_field("count", stored=True, fast=True)
        .build()
    )
