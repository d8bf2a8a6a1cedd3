"""References between the cables held, from either end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archive._model import Citation, Citations
from archive._store import finding, reading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from archive._held import HeldCables
    from archive._model import CableRow
    from archive._store.records import CitationRecord


class _End(NamedTuple):
    """One place where a cable cites another, and what stands at the other end of it."""

    citing: int
    """Key of the cable that cites."""
    place: CitationRecord
    mrn: str | None
    row: CableRow | None


def both_ways(connection: sqlite3.Connection, held: HeldCables, row: CableRow) -> Citations:
    """Return the references of a cable: each that it cites once, and each place that cites it."""
    places: dict[int, CitationRecord] = {}
    for place in reading.citations(connection, row.key):
        places.setdefault(place.number, place)
    mrns = {place.mrn for place in places.values() if place.mrn}
    keys = {mrn: key for mrn in mrns if (key := finding.by_mrn(connection, mrn)) is not None}
    rows = {mrn: reading.row(connection, key) for mrn, key in keys.items()}
    out = [_End(row.key, one, one.mrn, rows.get(one.mrn or "")) for one in places.values()]
    return Citations(_citations(held, out), citing(connection, held, row.mrn) if row.mrn else ())


def citing(connection: sqlite3.Connection, held: HeldCables, mrn: str) -> tuple[Citation, ...]:
    """Return each place where a listed cable cites `mrn`, held or not, oldest first."""
    places = reading.citing(connection, mrn)
    rows = {row.key: row for row in reading.rows(connection, [key for key, _ in places])}
    ends = [_End(key, place, rows[key].mrn, rows[key]) for key, place in places]
    return _citations(held, ends)


def _citations(held: HeldCables, ends: Sequence[_End]) -> tuple[Citation, ...]:
    """Add the printed numbers of the paragraphs in which cables cite others."""
    at = [(end.citing, end.place.position) for end in ends]
    numbers = held.numbers([(key, position) for key, position in at if position is not None])
    return tuple(
        Citation(
            end.mrn,
            end.row,
            end.place.label,
            end.place.text,
            position,
            None if position is None else numbers[key, position],
        )
        for end, (key, position) in zip(ends, at, strict=True)
    )
