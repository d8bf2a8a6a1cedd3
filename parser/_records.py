"""What a carrier hands on: the raw telegram, and what the carrier itself says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from parser._model import Metadata, Problem, ProblemKind
from parser._mrn import canonical_mrn
from parser._repairs.doubled import find_records, split_second_cables
from parser._told import NOTHING_TOLD, Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser._repairs.doubled import DumpRecord


@dataclass(frozen=True, slots=True)
class Record:
    """One telegram as a carrier held it, not yet parsed."""

    text: str
    """Header and body. Line ends are newline characters, nothing else is changed."""
    metadata: Metadata
    position: str | None = None
    """Where in the source it stands, `row 17`; None for the only one."""
    problems: tuple[Problem, ...] = ()
    """What was wrong with the carrier."""
    footnotes: tuple[str, ...] = ()
    """Notes that the carrier itself (an edition) puts beside the text."""
    told: Told = NOTHING_TOLD
    """What the carrier marks in the text."""


_MINUTE: Final = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)[ T]+(?P<hour>\d\d?):(?P<minute>\d\d)"
    r"|(?P<us_month>\d\d?)/(?P<us_day>\d\d?)/(?P<us_year>\d{4}) +"
    r"(?P<us_hour>\d\d?):(?P<us_minute>\d\d)"
)


_US_PARTS: Final = ("us_year", "us_month", "us_day", "us_hour", "us_minute")


def read_minute(text: str) -> datetime | None:
    """Read `2009-04-14 06:05` or `4/14/2009 6:05`, UTC; None when it is no time."""
    match = _MINUTE.search(text)
    if not match:
        return None
    iso, us = match.groups()[:5], match.group(*_US_PARTS)
    year, month, day, hour, minute = (int(part) for part in (iso if iso[0] else us))
    try:
        return datetime(year, month, day, hour, minute, tzinfo=UTC)
    except ValueError:
        return None


def documents(
    text: str, heading: re.Pattern[str], name: str
) -> Iterator[tuple[re.Match[str], str, str | None]]:
    """Divide a text into documents, each with a heading of its own.

    Yields:
        The heading, what stands under it, and its position, `page 2` for the name `page`; no
        position when there is one document only.
    """
    headings = list(heading.finditer(text))
    ends = [*(match.start() for match in headings[1:]), len(text)]
    for number, (match, end) in enumerate(zip(headings, ends, strict=True), start=1):
        position = f"{name} {number}" if len(headings) > 1 else None
        yield match, text[match.end() : end], position


def divide(record: Record) -> Iterator[Record]:
    """Yield the record, and each other cable that begins in its text.

    A page of the archive sometimes holds rows of the database it was made from: one of the same
    cable fills what its carrier does not say, one of another cable begins that cable.
    """
    own = record.metadata.reference_id
    mrn = canonical_mrn(own) or own if own else None
    records = list(find_records(record.text))
    if not records:
        yield record
        return
    first, *others = split_second_cables(record.text, records, mrn)
    own_row = records[0] if records[0].start < len(first.text) else None
    metadata = _filled(record.metadata, own_row)
    if not others:
        yield replace(record, metadata=metadata)
        return
    names = " and ".join(part.record.reference_id for part in others if part.record)
    notice = Problem(
        ProblemKind.SECOND_CABLE, f"{names} followed in the same text and is kept by itself."
    )
    text = first.text.rstrip()
    yield replace(record, text=text, metadata=metadata, problems=(*record.problems, notice))
    for part in others:
        if part.record:
            yield Record(
                part.text,
                _filled(Metadata(record.metadata.carrier), part.record),
                record.position,
            )


def _filled(metadata: Metadata, row: DumpRecord | None) -> Metadata:
    """Take from a row of the database what the carrier does not say."""
    if row is None:
        return metadata
    return replace(
        metadata,
        reference_id=metadata.reference_id or row.reference_id,
        created=metadata.created or row.created,
        classification=metadata.classification or row.classification,
        origin=metadata.origin or row.origin,
        references=metadata.references or row.references,
    )
