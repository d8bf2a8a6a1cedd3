"""What stands in the search index: one document a paragraph, with its cable's fields beside it.

The text is indexed, not stored: the archive's database holds it. The document of the first
paragraph is the `lead`: counting leads counts cables, and a cable without paragraphs has a lead
all the same. The words of the subject stand in it, too, as a headline is read with what follows.
What is often asked for, and counted, stands with each paragraph, so that a filter is one pass over
the index; what takes more room than it is worth there stands with the lead alone.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final, NamedTuple

import tantivy

from archive._encodable import encodable
from archive._search.values import FIELDS_OF_VALUES, topics_of
from parser import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from parser import Cable

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


def schema() -> tantivy.Schema:
    """Return the fields of the index. One with others is of another version, and made anew."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("key", indexed=True, fast=True)
    builder.add_unsigned_field("position", fast=True)
    builder.add_unsigned_field("slice", indexed=True)
    builder.add_boolean_field("lead", indexed=True)
    builder.add_integer_field("created", fast=True)
    builder.add_integer_field("month", fast=True)
    builder.add_text_field("text", tokenizer_name="words")
    for name, field in FIELDS_OF_VALUES.items():
        if field.is_of_words:
            builder.add_text_field(name, tokenizer_name="words")
        else:
            builder.add_text_field(
                name, tokenizer_name="raw", index_option="basic", fast=field.is_counted
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
        name: tuple(encodable(value) for value in dict.fromkeys(field.of(cable)) if value)
        for name, field in FIELDS_OF_VALUES.items()
    }
    topics = tuple(encodable(f"{kind}\t{label}") for kind, label in topics_of(cable))
    lead = [(name, held[name]) for name in held if FIELDS_OF_VALUES[name].is_of_lead]
    return Entry(
        int(cable.created.timestamp()) if cable.created else None,
        month_number(cable.created) if cable.created else None,
        tuple((name, held[name]) for name in held if not FIELDS_OF_VALUES[name].is_of_lead),
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
