"""A cable that is cited but not held: who cites it, where, and when it must have been sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser import Span, canonical_mrn, clean
from tui.drawing.bar import counted
from tui.drawing.passages import Passage
from tui.drawing.references import references_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive import Archive


def citing_passages(archive: Archive, mrn: str) -> tuple[Passage, ...]:
    """Return every place where a held cable cites another, oldest first."""
    return tuple(_passages(archive, mrn))


def _passages(archive: Archive, mrn: str) -> Iterator[Passage]:
    for citation in archive.citing(mrn):
        row = citation.row
        if row is None:
            continue
        text = ""
        spans: tuple[Span, ...] = ()
        if citation.position is not None:
            cable = archive.cable(row.key)
            text = clean(cable.paragraphs[citation.position].text)
            spans = _named(text, mrn, references_in(text, cable))
        yield Passage(
            row.key,
            row.reference_id,
            row.created,
            row.classification,
            row.subject,
            citation.position,
            text,
            spans,
        )


def _named(text: str, mrn: str, found: Iterator[tuple[Span, str]]) -> tuple[Span, ...]:
    spans = sorted({span for span, name in found if name == canonical_mrn(mrn)})
    return tuple(span for span in spans if span.end <= len(text))


def absence(mrn: str, passages: tuple[Passage, ...]) -> str:
    """Say of a cable that is not held how often it is cited, and when it must have been sent."""
    dates = [passage.created for passage in passages if passage.created]
    before = f", sent before {min(dates):%Y-%m-%d}" if dates else ""
    cables = counted(len({passage.key for passage in passages}), "cable")
    places = counted(len(passages), "place")
    return f"{mrn} is not held{before}. {cables} cite it in {places}:"
