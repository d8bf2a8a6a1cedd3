"""Counts over the whole database, for its statistics and its check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archive._store.reading import to_moment, value

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import datetime

    from archive._model import Counts

_PAIRS: Final = """
SELECT DISTINCT citing, citation.mrn AS mrn FROM citation JOIN cable ON cable.key = citing
WHERE is_shown = 1 AND citation.mrn IS NOT NULL
"""
_HELD: Final = "EXISTS (SELECT 1 FROM cable WHERE cable.mrn = pair.mrn AND is_shown = 1)"


def editions(connection: sqlite3.Connection) -> int:
    """Count the editions of all cables, the shown ones too."""
    return int(value(connection, "SELECT count(*) FROM cable"))


def listed(connection: sqlite3.Connection) -> int:
    """Count the listed cables one by one."""
    return int(value(connection, "SELECT count(*) FROM cable WHERE is_shown = 1"))


def paragraphs(connection: sqlite3.Connection) -> int:
    """Count the paragraphs of listed cables."""
    statement = "SELECT coalesce(sum(paragraphs), 0) FROM cable WHERE is_shown = 1"
    return int(value(connection, statement))


def documents(connection: sqlite3.Connection) -> int:
    """Count what the search index has to hold: paragraphs, and cables without any."""
    statement = "SELECT coalesce(sum(max(paragraphs, 1)), 0) FROM cable WHERE is_shown = 1"
    return int(value(connection, statement))


def sources(connection: sqlite3.Connection) -> int:
    """Count the files that were read to their end."""
    return int(value(connection, "SELECT count(*) FROM source WHERE is_done = 1"))


def span(connection: sqlite3.Connection) -> tuple[datetime | None, datetime | None, int]:
    """Return the dates of the oldest and the newest cable, and how many have none."""
    first, last, undated = connection.execute(
        """SELECT min(created), max(created), count(*) - count(created)
        FROM cable WHERE is_shown = 1"""
    ).fetchone()
    return to_moment(first), to_moment(last), undated


def years(connection: sqlite3.Connection) -> Counts:
    """Count cables by the year of their date, in the order of time."""
    statement = """SELECT strftime('%Y', created, 'unixepoch') AS dated, count(*) FROM cable
        WHERE is_shown = 1 AND created IS NOT NULL GROUP BY dated ORDER BY dated"""
    return tuple(connection.execute(statement))


def by(connection: sqlite3.Connection, column: str) -> Counts:
    """Count cables by the value of a column, most frequent first."""
    statement = f"""SELECT {column}, count(*) AS cables FROM cable
        WHERE is_shown = 1 AND {column} IS NOT NULL
        GROUP BY {column} ORDER BY cables DESC, {column}"""
    return tuple(connection.execute(statement))


def problems(connection: sqlite3.Connection) -> Counts:
    """Count the listed cables with each kind of problem, most frequent first."""
    statement = """SELECT kind, count(DISTINCT key) AS cables FROM problem JOIN cable USING (key)
        WHERE is_shown = 1 GROUP BY kind ORDER BY cables DESC, kind"""
    return tuple(connection.execute(statement))


def references(connection: sqlite3.Connection) -> int:
    """Count pairs of a citing and a cited cable."""
    return int(value(connection, f"SELECT count(*) FROM ({_PAIRS})"))


def references_held(connection: sqlite3.Connection) -> int:
    """Count those pairs of which the cited cable is held too."""
    return int(value(connection, f"SELECT count(*) FROM ({_PAIRS}) AS pair WHERE {_HELD}"))


def missing(connection: sqlite3.Connection) -> int:
    """Count the cables that are cited and not held."""
    statement = f"SELECT count(DISTINCT mrn) FROM ({_PAIRS}) AS pair WHERE NOT {_HELD}"
    return int(value(connection, statement))


def most_missing(connection: sqlite3.Connection, limit: int) -> Counts:
    """Return the MRNs cited by the most cables of those not held, with how many cite each."""
    statement = f"""SELECT mrn, count(*) AS cables FROM ({_PAIRS}) AS pair WHERE NOT {_HELD}
        GROUP BY mrn ORDER BY cables DESC, mrn LIMIT ?"""
    return tuple(connection.execute(statement, (limit,)))


def integrity(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what SQLite finds wrong with its own file."""
    for (message,) in connection.execute("PRAGMA integrity_check(20)"):
        if message != "ok":
            yield message
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} names what {parent} does not hold"


def without_content(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the ids of cables whose content is missing."""
    statement = "SELECT reference_id FROM cable WHERE key NOT IN (SELECT key FROM content)"
    return (found for (found,) in connection.execute(statement))


def not_shown_once(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the identities of which not exactly one edition is shown."""
    statement = "SELECT identity FROM cable GROUP BY identity HAVING sum(is_shown) <> 1"
    return (found for (found,) in connection.execute(statement))


def miscounted(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the ids of cables whose count of citing cables is wrong."""
    statement = """SELECT reference_id FROM cable WHERE cited <> (
        SELECT count(DISTINCT citing) FROM citation JOIN cable AS other ON other.key = citing
        WHERE citation.mrn = cable.mrn AND other.is_shown = 1)"""
    return (found for (found,) in connection.execute(statement))


def shown_keys(connection: sqlite3.Connection) -> Iterator[int]:
    """Yield the keys of listed cables in their order."""
    statement = "SELECT key FROM cable WHERE is_shown = 1 ORDER BY key"
    return (key for (key,) in connection.execute(statement))
