"""One edition of a cable as it is stored: plain values, ready for SQL and for another process."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CitationRecord:
    """One place where a cable cites something."""

    number: int
    """Order in the citing cable."""
    position: int | None
    """Paragraph from 0; None: its REF line or its carrier's list."""
    mrn: str | None
    label: str | None
    text: str


@dataclass(frozen=True, slots=True)
class CableRecord:
    """What the tables hold of one edition of a cable."""

    identity: str
    """The same for all editions of one cable."""
    reference_id: str
    mrn: str | None
    year: int | None
    station: str | None
    serial: int | None
    created: int | None
    """Seconds since 1970, UTC."""
    released: int | None
    level: int
    """Rank of the classification, 0 for none."""
    classification: str | None
    origin: str | None
    subject: str | None
    tags: str
    """One a line."""
    header: str
    paragraphs: int
    digest: bytes
    """The same for two readings of the same content."""
    frame: bytes
    """The whole cable, compressed."""
    citations: tuple[CitationRecord, ...]
    problems: tuple[str, ...]
    """Kinds, one a problem."""
