"""Finds where in a cable's text its references to others stand. Pure; run in worker processes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from archive._encodable import encodable
from archive._store.records import CitationRecord
from parser import canonical_mrn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parser import Cable

_LABELLED: Final = re.compile(
    r"\bREF(?:TEL|ERENCE)?S?\s*\(?(?P<labels>(?:[A-Z]|\d{1,2})\b"
    r"(?:\s*(?:,|and|&|-|/|thru|through)\s*(?:[A-Z]|\d{1,2})\b)*)",
    re.IGNORECASE,
)
_REFTEL: Final = re.compile(r"\bref(?:tel|erenced cable)\b", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"\b(?:(?P<first>[A-Z])(?:-|\s+thr(?:u|ough)\s+)(?P<last>[A-Z])|[A-Z]|\d{1,2})\b",
    re.IGNORECASE,
)
"""A label, or a range of letters: `A-C`, `A through C`."""

_ID: Final = re.compile(
    r"[0-9](?<!\w[0-9])[0-9] ?"
    r"(?:[A-Z]{3,17}\d{1,6}|(?:[A-Z]{3,17}|[A-Z]{2,9} [A-Z]{2,9}) ?\d{2,6})\b"
)
"""What may be a message reference number; :func:`parser.canonical_mrn` knows the posts. It begins
with the digit, not the border of a word, because that is found many times faster."""


def find(cable: Cable) -> tuple[CitationRecord, ...]:
    """List each place where a cable cites another.

    A reference stands once for each paragraph that speaks of it: by its label (`REF B`, `REFS A
    and C`), as the `REFTEL` when it is the only one, or by its id. One that no paragraph speaks of
    stands once, in the REF line. Ids that only the text names come after the references.
    """
    texts = [paragraph.text for paragraph in cable.paragraphs]
    named = _named(texts, cable.mrn)
    places = _mentions(cable, texts) if cable.references else {}
    found: list[CitationRecord] = []
    for number, reference in enumerate(cable.references):
        by_id = named.pop(reference.mrn, {}) if reference.mrn else {}
        positions: list[int | None] = [*sorted(places.get(number, set()) | by_id.keys())]
        found += [
            CitationRecord(
                number, position, reference.mrn, reference.label, encodable(reference.text)
            )
            for position in positions or [None]
        ]
    for number, (mrn, by_id) in enumerate(named.items(), start=len(cable.references)):
        found += [
            CitationRecord(number, position, mrn, None, text) for position, text in by_id.items()
        ]
    return tuple(found)


def _named(texts: Iterable[str], own: str | None) -> dict[str, dict[int, str]]:
    """Find ids in the text: for each cable, the paragraphs and how each prints it."""
    named: dict[str, dict[int, str]] = {}
    for position, text in enumerate(texts):
        for match in _ID.finditer(text):
            mrn = canonical_mrn(match[0])
            if mrn and mrn != own:
                named.setdefault(mrn, {}).setdefault(position, match[0])
    return named


def _mentions(cable: Cable, texts: Iterable[str]) -> dict[int, set[int]]:
    """Map the number of a reference to the paragraphs that speak of it by label."""
    labels = {
        reference.label: number
        for number, reference in enumerate(cable.references)
        if reference.label
    }
    is_single = len(cable.references) == 1
    places: dict[int, set[int]] = {}
    for position, text in enumerate(texts):
        if "REF" not in text.upper():
            continue
        numbers = {labels[label] for label in _labels(text) if label in labels}
        if is_single and _REFTEL.search(text):
            numbers.add(0)
        for number in numbers:
            places.setdefault(number, set()).add(position)
    return places


def _labels(text: str) -> Iterator[str]:
    for named in _LABELLED.finditer(text):
        for label in _LABEL.finditer(named["labels"].upper()):
            if label["first"]:
                yield from map(chr, range(ord(label["first"]), ord(label["last"]) + 1))
            else:
                yield label[0]
