"""References between cables: where in a cable's text they stand, and both ends of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from archive._store.records import CitationRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser import Cable, Paragraph

_LABELLED: Final = re.compile(
    r"\bREF(?:TEL|ERENCE)?S?\s*\(?(?P<labels>[A-Z]\b(?:\s*(?:,|and|AND|&|-|/)\s*[A-Z]\b)*)",
    re.IGNORECASE,
)
_REFTEL: Final = re.compile(r"\bref(?:tel|erenced cable)\b", re.IGNORECASE)
_LABEL: Final = re.compile(r"\b[A-Z]\b", re.IGNORECASE)


def find(cable: Cable) -> tuple[CitationRecord, ...]:
    """List each place where a cable cites another.

    A reference stands once for each paragraph that speaks of it by its label (`REF B`, `REFS A
    and C`), or as the `REFTEL` when it is the only one; one that no paragraph speaks of stands
    once, in the REF line.
    """
    places = _mentions(cable) if cable.references else {}
    return tuple(
        CitationRecord(number, position, reference.mrn, reference.label, reference.text)
        for number, reference in enumerate(cable.references)
        for position in places.get(number) or (None,)
    )


def _mentions(cable: Cable) -> dict[int, list[int]]:
    """Map the number of a reference to the paragraphs that speak of it."""
    labels = {
        reference.label: number
        for number, reference in enumerate(cable.references)
        if reference.label
    }
    is_single = len(cable.references) == 1
    places: dict[int, list[int]] = {}
    for position, paragraph in enumerate(cable.paragraphs):
        numbers = {labels[label] for label in _labels(paragraph) if label in labels}
        if is_single and _REFTEL.search(paragraph.text):
            numbers.add(0)
        for number in numbers:
            places.setdefault(number, []).append(position)
    return places


def _labels(paragraph: Paragraph) -> Iterator[str]:
    for named in _LABELLED.finditer(paragraph.text):
        for label in _LABEL.findall(named["labels"]):
            yield label.upper()
