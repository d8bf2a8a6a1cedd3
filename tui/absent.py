"""A cable that is cited but not held: who cites it, where, and when it must have been sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parser import Span, canonical_mrn, clean
from tui.drawing.passages import Passage
from tui.drawing.references import references_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from archive import Archive, CableRow


@dataclass(frozen=True, slots=True)
class Absent:
    """What the held cables tell of one that is not."""

    mrn: str
    """Its canonical message reference number."""
    passages: tuple[Passage, ...]
    """Every place where a held cable cites it, oldest first."""
    before: CableRow | None = None
    """The cable held before it in its post's series of the year."""
    after: CableRow | None = None
    """The one held after it."""

    @property
    def cables(self) -> int:
        """How many cables cite it."""
        return len({passage.row.key for passage in self.passages})

    @property
    def sent(self) -> tuple[datetime | None, datetime | None]:
        """Between what times it must have been sent.

        Serials of a post rise with time: it is not older than its neighbour before, nor younger
        than the one after, nor than the first cable that cites it. Where these contradict each
        other (a year assumed wrongly, a serial misread) only the citation counts.
        """
        cited = min((at for one in self.passages if (at := one.row.created)), default=None)
        earliest = self.before.created if self.before else None
        latest = min(
            (at for at in (cited, self.after.created if self.after else None) if at), default=None
        )
        if earliest and latest and earliest > latest:
            return None, cited
        return earliest, latest


def absent(archive: Archive, mrn: str) -> Absent:
    """Collect what the archive knows of a cable that it does not hold."""
    return Absent(mrn, tuple(_passages(archive, mrn)), *archive.serials(mrn))


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
        yield Passage(row, citation.position, citation.paragraph, text, spans)


def _named(text: str, mrn: str, found: Iterator[tuple[Span, str]]) -> tuple[Span, ...]:
    spans = sorted({span for span, name in found if name == canonical_mrn(mrn)})
    return tuple(span for span in spans if span.end <= len(text))
