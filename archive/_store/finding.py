"""From an id to the key of the cable held under it, and to its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archive._store import reading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_BY_IDENTITY: Final = "SELECT key FROM cable WHERE identity = ? AND is_shown = 1"
_BY_MRN: Final = """
SELECT key FROM cable WHERE mrn = ? AND is_shown = 1 ORDER BY identity = mrn DESC, key LIMIT 1
"""


def by_identity(connection: sqlite3.Connection, identity: str) -> int | None:
    """Return the cable of this identity."""
    found: int | None = reading.value(connection, _BY_IDENTITY, identity)
    return found


def by_identities(connection: sqlite3.Connection, identities: Iterable[str]) -> list[int]:
    """Return the cables of these identities that are held; many are asked for at once."""
    asked = sorted(identities)  # neighbours in the index are neighbours on the disk, mostly
    statement = "SELECT key FROM cable WHERE is_shown = 1 AND identity"
    return [key for (key,) in reading.among(connection, statement, asked)]


def by_mrn(connection: sqlite3.Connection, mrn: str) -> int | None:
    """Return the cable of this canonical number; the one printed so, where there are several."""
    found: int | None = reading.value(connection, _BY_MRN, mrn)
    return found


def cited(connection: sqlite3.Connection) -> list[int]:
    """Return the cables that a listed one cites."""
    statement = "SELECT key FROM cable INDEXED BY cable_by_cited WHERE is_shown = 1 AND cited > 0"
    return [key for (key,) in connection.execute(statement)]


_SERIES: Final = "FROM cable WHERE is_shown = 1 AND year = ? AND station = ?"


def serial(connection: sqlite3.Connection, key: int) -> tuple[int, str, int] | None:
    """Return the three parts of a cable's number: year, station, serial."""
    statement = "SELECT year, station, serial FROM cable WHERE key = ? AND serial IS NOT NULL"
    found: tuple[int, str, int] | None = connection.execute(statement, (key,)).fetchone()
    return found


def neighbours(
    connection: sqlite3.Connection, year: int, station: str, number: int
) -> tuple[int | None, int | None]:
    """Return the keys of the cables before and after this one in its post's series of the year."""
    series = (year, station, number)
    before = f"SELECT key {_SERIES} AND serial < ? ORDER BY serial DESC, key DESC LIMIT 1"
    after = f"SELECT key {_SERIES} AND serial > ? ORDER BY serial, key LIMIT 1"
    return reading.value(connection, before, *series), reading.value(connection, after, *series)


def candidates(connection: sqlite3.Connection, parts: tuple[int, str, int]) -> list[str]:
    """Return ids that somebody who typed this number may have meant; at most some hundreds.

    The serials around it in its own series, the same serial of the year at other posts, the same
    serial of the post in other years, and the first ids of posts of a like name.
    """
    year, station, number = parts
    near = f"""
        SELECT * FROM (SELECT reference_id {_SERIES} AND serial <= ? ORDER BY serial DESC LIMIT 20)
        UNION SELECT * FROM (SELECT reference_id {_SERIES} AND serial >= ? ORDER BY serial LIMIT 20)
        UNION SELECT * FROM (SELECT reference_id FROM cable INDEXED BY cable_by_series
            WHERE is_shown = 1 AND serial = ? AND (year = ? OR station = ?) LIMIT 400)"""
    values = (year, station, number, year, station, number, number, year, station)
    return [found for (found,) in connection.execute(near, values)]


def of_serial(connection: sqlite3.Connection, station: str, number: int) -> list[str]:
    """Return the ids of a post's cables with a serial, of whatever year; the last year first."""
    statement = """
        SELECT reference_id FROM cable INDEXED BY cable_by_series
        WHERE is_shown = 1 AND station = ? AND serial = ? ORDER BY year DESC"""
    return [found for (found,) in connection.execute(statement, (station, number))]


def anything(connection: sqlite3.Connection) -> list[str]:
    """Return some ids, for one that is typed in no known form."""
    statement = "SELECT reference_id FROM cable WHERE is_shown = 1 LIMIT 400"
    return [found for (found,) in connection.execute(statement)]
