# ruff: noqa: ARG002 - the arguments are those of the archive's door
"""A small archive in memory that keeps the promises of the archive's door, for tests."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from archive import (
    CableRow,
    Citation,
    Citations,
    Count,
    Facet,
    Hit,
    Matches,
    NoSuchCableError,
    Order,
    QueryError,
    Results,
    Topic,
)
from parser import (
    Addressee,
    Cable,
    Classification,
    Envelope,
    Level,
    Metadata,
    Paragraph,
    Precedence,
    Problem,
    Reference,
    Span,
    clean,
    clean_line,
)
from tui.passages import PassageRow

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

LEVELS = (
    Classification(Level.UNCLASSIFIED),
    Classification(Level.UNCLASSIFIED, "FOR OFFICIAL USE ONLY"),
    Classification(Level.CONFIDENTIAL),
    Classification(Level.CONFIDENTIAL, "NOFORN"),
    Classification(Level.SECRET),
    Classification(Level.SECRET, "NOFORN"),
)
SUBJECTS = (
    "HARBOR PILOTS STRIKE ENTERS THIRD WEEK",
    "NARCOTICS TRAFFICKING ALONG THE SALT ROAD",
    "FISHERIES TALKS: A QUIET SECOND ROUND",
    "MINISTER OF WATER ON THE DAM",
    "SCENESETTER FOR THE VISIT OF THE TRADE DELEGATION TO PORT ANSELM, JUNE 3-5",
)
PARAGRAPH = (
    "The harbor master told us that the pilots had voted to stay ashore until the ministry "
    "answered their letter. Two ships wait in the roads; a third went on to the south. He spoke "
    "of narcotics trafficking through the salt warehouses (see {ref}), and asked "
    "that we not repeat it."
)


def make_cable(number: int, *, paragraphs: int = 6) -> Cable:
    """Make one fictional cable."""
    mrn = f"0{4 + number % 6}ANSELM{100 + number}"
    before = f"0{4 + (number - 1) % 6}ANSELM{99 + number}"
    texts = tuple(
        PARAGRAPH.format(ref=before)
        if position % 3 == 1
        else f"Point {position + 1}. {PARAGRAPH[:150]}"
        for position in range(paragraphs)
    )
    raw, made = _written(texts)
    return Cable(
        raw=raw,
        metadata=Metadata("made"),
        reference_id=mrn,
        mrn=mrn,
        created=datetime(2004, 1, 5, 14, 22, tzinfo=UTC) + timedelta(days=11 * number),
        classification=LEVELS[number % 6],
        origin="Embassy Anselm",
        envelope=Envelope(
            station="RUEHAN",
            sender="AMEMBASSY ANSELM",
            precedence=Precedence.PRIORITY,
            to=(Addressee("RUEHC", "SECSTATE WASHDC", Precedence.PRIORITY, "4410"),),
            info=(
                Addressee("RUEHFO", "AMCONSUL FORT ODA", Precedence.ROUTINE),
                Addressee("RUCNDT", "USMISSION USUN NEW YORK", Precedence.ROUTINE),
            ),
        ),
        captions=("SIPDIS",),
        executive_order="12958",
        declassify_on=date(2014, 1, 5),
        tags=("PREL", "ELAB", "SNAR"),
        subject=SUBJECTS[number % 5],
        references=(Reference(before, "A", before),),
        classified_by=("Ada Thorne",),
        classifier_title="Ambassador",
        reasons=("b", "d"),
        reason_section="1.4",
        paragraphs=made,
        signed_by=("THORNE",),
    )


def _written(texts: Iterable[str]) -> tuple[str, tuple[Paragraph, ...]]:
    """Write paragraphs as they are sent, below a header; return all of it, and each."""
    raw = "FM AMEMBASSY ANSELM\nTO RUEHC/SECSTATE WASHDC PRIORITY\n\n"
    made: list[Paragraph] = []
    for position, text in enumerate(texts):
        start = len(raw)
        raw += f"{position + 1}. (C) {text[:60]}\n{text[60:]}\n\n"
        made.append(
            Paragraph(
                number=position + 1,
                marking=("C", "SBU", "S/NF", None)[position % 4],
                heading="A LONG WEEK" if position == 2 else None,
                text=text,
                span=Span(start, len(raw) - 2),
                missing=(40,) if position == 4 else (),
            )
        )
    return raw, tuple(made)


class FakeListing:
    """Rows of a list."""

    def __init__(self, rows: Sequence[CableRow]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def rows(self, start: int, stop: int) -> Sequence[CableRow]:
        return self._rows[start:stop]

    def index(self, key: int) -> int | None:
        return next((at for at, row in enumerate(self._rows) if row.key == key), None)

    def held(self, keys: Collection[int]) -> Collection[int]:
        return {row.key for row in self._rows}.intersection(keys)


def paragraph(row: CableRow, position: int = 0) -> PassageRow:
    """Make the row of a paragraph of a cable that is listed."""
    held = {field.name: getattr(row, field.name) for field in fields(row)} | {"best": position}
    return PassageRow(**held, number=position + 1, text=PARAGRAPH, spans=())


class FakeArchive:
    """Sixty cables, searched word by word."""

    path = Path("made")
    is_read_only = True

    def __init__(self, count: int = 60, cables: Sequence[Cable] | None = None) -> None:
        self.cables = list(cables or (make_cable(number) for number in range(count)))

    def __len__(self) -> int:
        return len(self.cables)

    def key(self, address: str) -> tuple[int, int | None]:
        name, sign, paragraph = address.partition("#")
        is_understood = paragraph.isdecimal() or not sign
        for key, cable in enumerate(self.cables):
            if cable.mrn == name.strip().upper() and is_understood:
                return key, int(paragraph) if paragraph else None
        raise NoSuchCableError(address, ("04ANSELM100",))

    def cable(self, address: str | int) -> Cable:
        return self.cables[address if isinstance(address, int) else self.key(address)[0]]

    def row(self, key: int) -> CableRow:
        cable = self.cables[key]
        return CableRow(
            key=key,
            reference_id=cable.reference_id or "@0000",
            mrn=cable.mrn,
            created=cable.created,
            classification=str(cable.classification) if cable.classification else None,
            origin=cable.origin,
            subject=cable.subject,
            paragraphs=len(cable.paragraphs),
        )

    def own_error(self, error: Exception) -> Exception:
        return error

    def problems(self, address: str | int) -> tuple[Problem, ...]:
        return ()

    def editions(self, key: int) -> tuple[CableRow, ...]:
        return (self.row(key),)

    def matches(self, query: str, cable: Cable, *, is_tolerant: bool = False) -> Matches:
        words = [re.escape(word) for word in query.split() if ":" not in word]
        pattern = re.compile("|".join(words) or "(?!)", re.IGNORECASE)
        found = []
        for position, paragraph in enumerate(cable.paragraphs):
            spans = tuple(Span(*m.span()) for m in pattern.finditer(clean(paragraph.text)))
            if spans:
                found.append((position, spans))
        subject = pattern.finditer(clean_line(cable.subject or ""))
        return Matches(tuple(found), tuple(Span(*m.span()) for m in subject))

    def hit(self, query: str, key: int, position: int) -> Hit | None:
        row, cable = self.row(key), self.cables[key]
        matches = self.matches(query, cable)
        spans = dict(matches.paragraphs).get(position, ())
        subject = () if position else matches.subject
        has_fields_alone = all(":" in word for word in query.split())
        is_hit = spans or subject or has_fields_alone
        return _hit(row, cable, position, spans, subject) if is_hit else None

    def listing(self, query="", order=Order.DATE, reverse=False, *, is_cancelled=None):
        if query.startswith("date:9"):
            raise QueryError(f"{query} is no date; write it as date:2009.", query, 0)
        rows = [self.row(key) for key in range(len(self.cables))]
        if query:
            rows = [
                replace(row, hits=len(hits), best=hits[0][0])
                for row in rows
                if (hits := self.matches(query, self.cables[row.key]).paragraphs)
            ]
        if order is Order.SUBJECT:
            rows.sort(key=lambda row: row.subject or "")
        return FakeListing(rows[::-1] if reverse else rows)

    def beginning(self, query, *, is_cancelled=None):
        return None  # all of it takes no longer

    def search(self, query, limit=50, order=Order.RANK, *, is_cancelled=None) -> Results:
        rows = self.listing(query)
        unknown = tuple(word for word in query.split() if word.startswith("zz"))
        hits = [
            _hit(row, self.cables[row.key], position, spans)
            for row in rows.rows(0, len(rows))
            for position, spans in self.matches(query, self.cables[row.key]).paragraphs
        ]
        found = tuple(sorted(hits, key=lambda hit: -hit.score)[:limit])
        words = f"all of: {query}"
        return Results(query, words, found, Count(len(hits)), Count(len(rows)), unknown)

    def prepare(self) -> None:
        pass

    def facets(
        self, query: str, *, is_cancelled: Callable[[], bool] | None = None
    ) -> tuple[Facet, ...]:
        return (
            Facet("class", "CONFIDENTIAL", 20, "class:C"),
            Facet("class", "SECRET", 10, "class:S"),
            Facet("tag", "PREL", 60, "tag:PREL"),
        )

    def histogram(
        self, query: str, *, is_cancelled: Callable[[], bool] | None = None
    ) -> tuple[tuple[str, int], ...]:
        return tuple((f"2004-{month:02}", month * 7 % 11) for month in range(1, 13))

    def topics(self, text: str, limit: int = 50) -> tuple[Topic, ...]:
        return (Topic("tag", "SNAR", "Narcotics", 12, "tag:SNAR", (Span(0, 4),)),)

    def citations(self, key: int) -> Citations:
        cable = self.cables[key]
        out = []
        for reference in cable.references:
            held = next((k for k, c in enumerate(self.cables) if c.mrn == reference.mrn), None)
            row = self.row(held) if held is not None else None
            out.append(Citation(reference.mrn, row, reference.label, reference.text, None))
        return Citations(tuple(out), self.citing(cable.mrn or ""))

    def citing(self, mrn: str) -> tuple[Citation, ...]:
        return tuple(
            Citation(cable.mrn, self.row(key), "A", mrn, None)
            for key, cable in enumerate(self.cables)
            if any(reference.mrn == mrn for reference in cable.references)
        )

    def serials(self, key: int | str) -> tuple[CableRow | None, CableRow | None]:
        if isinstance(key, str):
            return None, self.row(0)
        before = self.row(key - 1) if key else None
        return before, self.row(key + 1) if key + 1 < len(self) else None


def _hit(
    row: CableRow,
    cable: Cable,
    position: int,
    spans: tuple[Span, ...],
    subject_spans: tuple[Span, ...] = (),
) -> Hit:
    return Hit(
        row=row,
        position=position,
        paragraph=cable.paragraphs[position].number,
        score=90 - position,
        text=clean(cable.paragraphs[position].text),
        spans=spans,
        subject_spans=subject_spans,
    )
