"""What stands in the search index: one document a paragraph, with its cable's fields beside it.

The text is indexed, not stored: the archive's database holds it. The document of the first
paragraph is the `lead`: counting leads counts cables, and a cable without paragraphs has a lead
all the same. The words of the subject stand in it, too, as a headline is read with what follows.
What is often asked for, and counted, stands with each paragraph, so that a filter is one pass over
the index; what takes more room than it is worth there stands with the lead alone.
"""

from __future__ import annotations

import copy
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import tantivy

from archive._encodable import encodable
from archive._search.traits import TRAITS
from parser import clean, clean_line, describe_post, describe_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from parser import Cable

WORD: Final = re.compile(r"[^\W_]+")
"""A word in Python's terms, as the index's tokenizer cuts it: a run of letters and digits."""

LONGEST_WORD: Final = 80
"""Bytes; a run of so many letters and digits, or more, is damage, and is not indexed."""

FIELDS_OF_VALUES: Final = (
    "post",
    "country",
    "class",
    "tag",
    "to",
    "by",
    "signed",
    "ref",
    "format",
    "has",
)
"""Fields that hold whole values, each found by the value as it is."""

OF_THE_LEAD: Final = frozenset({"to", "by", "signed", "ref", "subject"})
"""Fields that stand with the lead alone."""

FAST_VALUES: Final = frozenset({"post", "country", "class", "tag"})
"""Those that facets count."""

SLICES: Final = 64
"""Parts that the cables are dealt out into, to look at a few of them where all are too many."""

SOME: Final = range(SLICES // 32)
"""Those that are looked at first, to tell whether something is held at all, or often."""

RUN: Final = 256
"""Cables dealt out together: what lies together in the index is quick to go through or to skip."""

PAYLOAD: Final = "payload"
"""Value of the field `mark` in the document that holds the payload of the last commit."""


class Place(NamedTuple):
    """Where a paragraph stands: the cable's key and the paragraph's position in it, from 0."""

    key: int
    position: int


def analyzer() -> tantivy.TextAnalyzer:
    """Return what makes words of a text: letters and digits, lower case, accents folded."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(LONGEST_WORD))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )


_ANALYZER: Final = analyzer()


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` as the index knows them: `Obama's` is `obama`, `s`."""
    return tuple(_ANALYZER.analyze(text))


@lru_cache(maxsize=512)
def folded_words(text: str) -> Sequence[str]:
    """Return the words of a cleaned text, each folded; in Python, faster than :func:`words`.

    Those of the last texts are kept: the next key that is typed mostly finds the same ones.
    """
    if text.isascii():
        return WORD.findall(text.lower())
    return [fold(word) for word in WORD.findall(text)]


def words_as_typed(text: str) -> tuple[str, ...]:
    """Return the words of `text` in lower case, their accents kept."""
    return tuple(found[0].lower() for found in WORD.finditer(text))


def words_of_tag(code: str) -> tuple[str, ...]:
    """Return the words a tag may be asked for by: its code, and those of its meaning."""
    tag = describe_tag(code)
    return (code.lower(), *words((tag.meaning if tag else None) or ""))


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """Return one word as the index knows it: lower case and without accents."""
    return word.lower() if word.isascii() else "".join(_ANALYZER.analyze(word))


def schema() -> tantivy.Schema:
    """Return the fields of the index; a change here asks for a new archive version."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("key", indexed=True, fast=True)
    builder.add_unsigned_field("position", fast=True)
    builder.add_unsigned_field("slice", indexed=True)
    builder.add_boolean_field("lead", indexed=True)
    builder.add_integer_field("created", fast=True)
    builder.add_integer_field("month", fast=True)
    builder.add_text_field("text", tokenizer_name="words")
    builder.add_text_field("subject", tokenizer_name="words")
    for name in FIELDS_OF_VALUES:
        builder.add_text_field(
            name, tokenizer_name="raw", index_option="basic", fast=name in FAST_VALUES
        )
    builder.add_text_field("topic", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("mark", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("payload", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def payload_document(payload: str) -> tantivy.Document:
    """Return the one document that is no paragraph: what the last commit was told to remember."""
    return tantivy.Document(mark=PAYLOAD, payload=payload)


def month_number(moment: datetime) -> int:
    """Return the month as a number that counts on from year to year."""
    return moment.year * 12 + moment.month - 1


def month_name(number: int) -> str:
    """Return the month of :func:`month_number` as `2009-04`."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


class Entry(NamedTuple):
    """What the index holds of one cable: plain values, cheap to send to another process."""

    created: int | None
    """Seconds since 1970, UTC."""
    month: int | None
    """As :func:`month_number`."""
    values: tuple[tuple[str, tuple[str, ...]], ...]
    """Fields that stand with each paragraph, and what they hold."""
    of_the_lead: tuple[tuple[str, tuple[str, ...]], ...]
    """Those that stand with the lead alone."""
    texts: tuple[str, ...]
    """The paragraphs, cleaned; a cable without any has an empty one."""
    subject: str = ""
    """Cleaned; searched with the first paragraph."""


def entry(cable: Cable) -> Entry:
    """Gather what the index is to hold of a cable."""
    held = {
        name: tuple(encodable(value) for value in dict.fromkeys(found) if value)
        for name, found in _values(cable).items()
    }
    topics = tuple(encodable(f"{kind}\t{label}") for kind, label in topics_of(cable))
    lead = [(name, held[name]) for name in held if name in OF_THE_LEAD]
    return Entry(
        int(cable.created.timestamp()) if cable.created else None,
        month_number(cable.created) if cable.created else None,
        tuple((name, held[name]) for name in held if name not in OF_THE_LEAD),
        (*lead, ("topic", topics)),
        tuple(clean(paragraph.text) for paragraph in cable.paragraphs) or ("",),
        clean_line(cable.subject or ""),
    )


def documents(key: int, entry: Entry) -> Iterator[tantivy.Document]:
    """Yield the documents of one cable, the lead first."""
    common = _cable_document(key, entry)
    for position, text in enumerate(entry.texts):
        document = copy.copy(common)
        document.add_unsigned("position", position)
        document.add_text("text", text)
        if position == 0:
            document.add_text("text", entry.subject)  # apart: no phrase goes on into it
            document.add_boolean("lead", True)
            _add(document, entry.of_the_lead)
        yield document


def _cable_document(key: int, entry: Entry) -> tantivy.Document:
    """Return a document with the fields that all paragraphs of a cable share."""
    document = tantivy.Document()
    document.add_unsigned("key", key)
    document.add_unsigned("slice", key // RUN % SLICES)
    if entry.created is not None and entry.month is not None:
        document.add_integer("created", entry.created)
        document.add_integer("month", entry.month)
    _add(document, entry.values)
    return document


def _add(document: tantivy.Document, fields: Iterable[tuple[str, Iterable[str]]]) -> None:
    for name, values in fields:
        for value in values:
            document.add_text(name, value)


def _values(cable: Cable) -> dict[str, Iterable[str]]:
    """Return what a cable has in each of :data:`FIELDS_OF_VALUES`, and its subject."""
    envelope = cable.envelope
    return {
        "post": _some(cable.origin),
        "country": _some(country(cable.origin)),
        "class": (str(cable.classification),) if cable.classification else (),
        "tag": (tag.upper() for tag in cable.tags),
        "to": (_one_line(addressee.name) for addressee in (*envelope.to, *envelope.info)),
        "by": map(_one_line, cable.classified_by),
        "signed": map(_one_line, cable.signed_by),
        "subject": _some(cable.subject),
        "ref": (reference.mrn for reference in cable.references if reference.mrn),
        "format": (cable.metadata.carrier,),
        "has": (name for name, trait in TRAITS.items() if trait.holds(cable)),
    }


def topics_of(cable: Cable) -> Iterator[tuple[str, str]]:
    """Yield the topics a cable counts for, as kind and label, each once."""
    pairs = [("tag", tag.upper()) for tag in cable.tags]
    pairs += [("post", post) for post in _some(cable.origin)]
    pairs += [("country", name) for name in _some(country(cable.origin))]
    people = (*cable.classified_by, *cable.signed_by)
    pairs += [("person", _one_line(person).upper()) for person in people]
    pairs += [("subject", _one_line(subject)) for subject in _some(cable.subject)]
    yield from dict.fromkeys(pairs)


def country(origin: str | None) -> str | None:
    """Return the country a post is in; None when it is not known."""
    post = describe_post(origin) if origin else None
    return post.country if post else None


def _some(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _one_line(text: str) -> str:
    return " ".join(text.split())
