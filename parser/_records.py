"""What a carrier hands on: the raw telegram, and what the carrier itself says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from parser._model import Metadata, Problem, ProblemKind
from parser._mrn import canonical_mrn

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def unix_lines(text: str) -> str:
    """Make every line end a newline character."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


# A row of the database that stands in the text, in one line or in a line for each field.
_BREAK: Final = r"[ \t]*\\?[ \t]*\n"
_DUMP: Final = re.compile(
    r"^(?:\d{1,7}\t)?(?P<created>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\t(?P<id>[^\t\n]{3,60})\t"
    r"(?P<origin>[^\t\n]*)\t(?P<level>[^\t\n]*)\t(?:(?P<references>[^\t\n]*)\t)?"
    rf"|^(?:\d{{1,7}}{_BREAK})?(?P<created_line>\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d){_BREAK}"
    rf"(?P<id_line>\d\d[A-Z]{{2,24}}\d{{1,6}}){_BREAK}(?P<origin_line>[^\t\n\\]*?){_BREAK}"
    rf"(?P<level_line>[A-Z/ ]+?){_BREAK}"
    rf"(?:(?P<references_line>\d\d[A-Z]+\d+(?:[|,]\d\d[A-Z]+\d+)*){_BREAK})?",
    re.MULTILINE | re.ASCII,
)


def split_second_cables(record: Record) -> Iterator[Record]:
    """Yield the record, and each other cable that a row of the database inside it begins.

    A row with the record's own id is the doubled header of one cable, and stays in its text.
    """
    if ":00" not in record.text:
        yield record
        return
    start = 0
    current = record
    for match in _DUMP.finditer(record.text):
        metadata = _from_dump(match, record.metadata.carrier)
        own = current.metadata.reference_id
        if own is None or _canonical(own) == _canonical(metadata.reference_id):
            current = replace(current, metadata=_filled(current.metadata, metadata))
        else:
            notice = Problem(
                ProblemKind.SECOND_CABLE,
                f"Another cable, {metadata.reference_id}, followed in the same text; "
                "it is kept as a cable of its own.",
            )
            yield replace(
                current,
                text=record.text[start : match.start()].rstrip(),
                problems=(*current.problems, notice),
            )
            start = match.end()
            current = Record("", metadata, record.position)
    yield replace(current, text=record.text[start:]) if start else current


def _canonical(reference_id: str | None) -> str | None:
    return (canonical_mrn(reference_id) or reference_id) if reference_id else None


def _from_dump(match: re.Match[str], carrier: str) -> Metadata:
    def part(name: str) -> str:
        return (match[name] or match[f"{name}_line"] or "").strip()

    return Metadata(
        carrier=carrier,
        reference_id=part("id"),
        created=read_minute(part("created")),
        classification=part("level") or None,
        origin=part("origin") or None,
        references=tuple(ref for ref in re.split(r"[|,]", part("references")) if ref.strip()),
    )


def _filled(metadata: Metadata, other: Metadata) -> Metadata:
    """Take from `other` what `metadata` does not say."""
    return replace(
        metadata,
        reference_id=metadata.reference_id or other.reference_id,
        created=metadata.created or other.created,
        classification=metadata.classification or other.classification,
        origin=metadata.origin or other.origin,
        references=metadata.references or other.references,
    )
