"""From a parsed cable to what the tables hold of it. Pure; run in worker processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archive import _citations, _identity
from archive._encodable import encodable
from archive._store import frames
from archive._store.reading import to_seconds
from archive._store.records import CableRecord
from parser import Level

if TYPE_CHECKING:
    from parser import Cable, Classification, Parsed

_LEVELS: Final = tuple(Level)


def record(parsed: Parsed, packer: frames.Packer) -> CableRecord:
    """Prepare one cable for storing."""
    cable = parsed.cable
    reference_id = encodable(cable.reference_id or cable.mrn or _identity.made_id(cable))
    year, station, serial = _identity.parts(cable.mrn) or (None, None, None)
    return CableRecord(
        identity=_identity.folded(reference_id),
        reference_id=reference_id,
        mrn=cable.mrn and encodable(cable.mrn),
        year=year,
        station=station,
        serial=serial,
        created=to_seconds(cable.created),
        released=to_seconds(cable.released),
        level=_rank(cable.classification),
        classification=str(cable.classification) if cable.classification else None,
        origin=cable.origin and encodable(cable.origin),
        subject=cable.subject and encodable(cable.subject),
        tags=encodable("\n".join(cable.tags)),
        header=header_kind(cable),
        paragraphs=len(cable.paragraphs),
        digest=_identity.digest(cable),
        frame=packer.pack(frames.to_bytes(parsed)),
        citations=_citations.find(cable),
        problems=tuple(problem.kind.value for problem in parsed.problems),
    )


def _rank(classification: Classification | None) -> int:
    """Rank a classification: 0 for none, then by level, with a control above without."""
    if classification is None:
        return 0
    return 2 * _LEVELS.index(classification.level) + 1 + (classification.control is not None)


def header_kind(cable: Cable) -> str:
    """Say how a cable's transmission header begins, as the statistics count them."""
    envelope = cable.envelope
    if envelope.is_partial:
        return "partial extract"
    if envelope.transmission_id:
        return "VZCZC"
    if envelope.date_time_group:
        return "date-time group"
    return "other" if envelope.sender or envelope.to or envelope.station else "none"
