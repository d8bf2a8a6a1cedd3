"""One telegram: raw text in, :class:`Parsed` out. Every carrier ends here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from parser._body.read import read_body
from parser._doubts import doubts
from parser._envelope import Header, read_header
from parser._identity import (
    Identity,
    classification_of_text,
    identify,
    is_cut_short,
    origin_of_station,
    read_classification,
)
from parser._model import Cable, Metadata, Parsed, RepairKind
from parser._origins import trace
from parser._preamble import Preamble, read_preamble
from parser._reading import Reading, Settled
from parser._references import merge_references
from parser._repairs import mend_body, mend_text
from parser._told import NOTHING_TOLD, Told
from parser._working import Working

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from parser._preamble import Found
    from parser._repairs.page_marks import PageMark
    from parser._repairs.section_heads import SectionHead

T = TypeVar("T")
_DIVIDED_UNTIL: Final = 1980


def parse_message(
    text: str,
    *,
    reference_id: str | None = None,
    created: datetime | None = None,
    metadata: Metadata | None = None,
) -> Parsed:
    """Read the anatomy of one telegram: header, preamble, text. Never raises, whatever the text.

    Args:
        text: The telegram as its source held it, header and body.
        reference_id: Its message reference number, where that is known from elsewhere.
        created: Its date and time (UTC), where that is known from elsewhere.
        metadata: What its carrier says of it.

    Returns:
        The cable, with what was doubtful about reading it.
    """
    return read_message(text, _known(metadata, reference_id, created))


def read_message(text: str, known: Metadata, told: Told = NOTHING_TOLD) -> Parsed:
    """Read a telegram of which `known` is what its carrier says, and `told` what it marks in it.

    What is no telegram has neither header nor preamble: all of it is text.
    """
    working = Working(text)
    marks = mend_text(working)
    header = read_header(working.text) if told.is_telegram else Header()
    identity = identify(known, header, marks)
    preamble = Preamble()
    if told.is_telegram:
        preamble = read_preamble(
            working.text[header.end :], year=identity.year, own_mrn=identity.mrn
        )
    front = working.snapshot()
    _note(working, header, preamble)
    start = header.end + preamble.end
    heads = mend_body(working, start, divides_words=_divides_words(known, identity))
    body = read_body(working, start, told, classifiers=_values(preamble.classified_by))
    if identity.mrn is None or (identity.is_inferred and is_cut_short(header, preamble)):
        identity = identify(known, header, marks, preamble)
        preamble = _without_itself(preamble, identity.mrn)
    sections = _sections(preamble, heads, marks)
    return _assemble(Reading(working, front, known, header, identity, preamble, body, sections))


def _known(
    metadata: Metadata | None, reference_id: str | None, created: datetime | None
) -> Metadata:
    """Put what the caller knows into the carrier's metadata."""
    known = metadata or Metadata(carrier="message")
    if reference_id is not None:
        known = replace(known, reference_id=reference_id)
    return replace(known, created=created) if created is not None else known


def _note(working: Working, header: Header, preamble: Preamble) -> None:
    """Record what was met and left as it stands: an extract of a header, small letters."""
    if header.partial:
        working.note(RepairKind.PARTIAL_HEADER, *working.span(*header.partial))
    if level := preamble.classification:
        start, end = level.start + header.end, level.end + header.end
        if not working.text[start:end].isupper():
            working.note(RepairKind.LETTER_CASE, *working.span(start, end))


def _without_itself(preamble: Preamble, mrn: str | None) -> Preamble:
    """Leave out a reference to the telegram itself, whose own number the preamble has told."""
    others = tuple(one for one in preamble.references if mrn is None or one.value.mrn != mrn)
    return replace(preamble, references=others)


def _divides_words(known: Metadata, identity: Identity) -> bool:
    """Say whether words may be divided at line ends: in the 1970s typists did."""
    year = identity.created.year if identity.created else None
    return known.carrier == "central-files" or (year is not None and year < _DIVIDED_UNTIL)


def _sections(
    preamble: Preamble, heads: Sequence[SectionHead], marks: Sequence[PageMark]
) -> frozenset[int]:
    """Return the numbers of the sections that a text shows."""
    if preamble.section is None:
        return frozenset()
    numbers = {preamble.section.value.number, *(head.number for head in heads)}
    return frozenset(numbers | {mark.section for mark in marks if mark.section})


def _assemble(reading: Reading) -> Parsed:
    """Put the parts together, and say what is doubtful about them."""
    cable = _cable(reading, _settled(reading))
    return Parsed(cable, doubts(reading, cable))


def _settled(reading: Reading) -> Settled:
    known, identity, preamble = reading.known, reading.identity, reading.preamble
    return Settled(
        read_classification(known.classification or "") or classification_of_text(preamble),
        known.origin or origin_of_station(identity.mrn, reading.header),
        merge_references(
            ((found.value, reading.span(found)) for found in preamble.references),
            known.references,
            year=identity.year,
            own_mrn=identity.mrn,
        ),
    )


def _cable(reading: Reading, settled: Settled) -> Cable:
    known, identity, preamble, body = (
        reading.known,
        reading.identity,
        reading.preamble,
        reading.body,
    )
    return Cable(
        raw=reading.working.raw,
        metadata=known,
        reference_id=identity.reference_id,
        mrn=identity.mrn,
        created=identity.created,
        released=known.released,
        classification=settled.classification,
        origin=settled.origin,
        envelope=reading.header.envelope,
        sections=preamble.section.value.of if preamble.section else None,
        captions=_values(preamble.captions),
        passing=_values(preamble.passing),
        executive_order=_value(preamble.executive_order),
        declassify_on=_value(preamble.declassify_on),
        declassify_text=_value(preamble.declassify_text),
        tags=_values(preamble.tags) or known.tags,
        subject=_value(preamble.subject) or known.title,
        subject_marking=_value(preamble.subject_marking),
        references=settled.references,
        classified_by=_values(preamble.classified_by),
        classifier_title=_value(preamble.classifier_title),
        reasons=_values(preamble.reasons),
        reason_section=_value(preamble.reason_section),
        handling=(*_values(preamble.handling), *body.handling),
        summary=body.summary,
        comment=body.comment,
        paragraphs=body.paragraphs,
        signed_by=body.signed_by,
        footer=body.footer,
        articles=known.articles,
        repairs=reading.working.repairs(),
        origins=tuple(trace(reading, settled)),
    )


def _value(found: Found[T] | None) -> T | None:
    return found.value if found else None


def _values(found: Iterable[Found[str]]) -> tuple[str, ...]:
    return tuple(one.value for one in found)
