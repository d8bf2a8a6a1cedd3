"""What is read from the database: statements, and the dataclasses their rows become."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from archive._model import CableRow
from archive._store.records import CitationRecord

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_ROW: Final = """
SELECT key, reference_id, mrn, created, classification, origin, subject, paragraphs, cited
FROM cable
"""
_MANY: Final = 500
"""Values in one statement; SQLite takes at most 999 parameters everywhere."""


def to_seconds(moment: datetime | None) -> int | None:
    """Write a moment as the tables hold it."""
    return None if moment is None else (moment - _EPOCH) // timedelta(seconds=1)


def to_moment(seconds: int | None) -> datetime | None:
    """Read a moment as the tables hold it; years before 1970 are negative."""
    return None if seconds is None else _EPOCH + timedelta(seconds=seconds)


def _to_row(
    values: tuple[int, str, str | None, int | None, str | None, str, str, int, int],
) -> CableRow:
    key, reference_id, mrn, created, *rest = values
    return CableRow(key, reference_id, mrn, to_moment(created), *rest)  # type: ignore[arg-type]


def value(connection: sqlite3.Connection, statement: str, *bound: str | float) -> Any:
    """Return the one value that a statement finds, None for none."""
    found = connection.execute(statement, bound).fetchone()
    return None if found is None else found[0]


def count(connection: sqlite3.Connection) -> int:
    """Return how many cables are listed; kept, not counted."""
    return int(value(connection, "SELECT cables FROM archive"))


def identifier(connection: sqlite3.Connection) -> str:
    """Return the archive's own id."""
    return str(value(connection, "SELECT id FROM archive"))


def last_key(connection: sqlite3.Connection) -> int:
    """Return the highest key given, 0 for an empty archive."""
    return int(value(connection, "SELECT coalesce(max(key), 0) FROM cable"))


def row(connection: sqlite3.Connection, key: int) -> CableRow | None:
    """Return the row of one edition of a cable."""
    return next(iter(rows(connection, [key])), None)


def rows(connection: sqlite3.Connection, keys: Sequence[int]) -> list[CableRow]:
    """Return the rows of these keys, in their order; a key that is not held is left out."""
    found = {values[0]: _to_row(values) for values in among(connection, f"{_ROW} WHERE key", keys)}
    return [found[key] for key in keys if key in found]


def subjects(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, str]:
    """Return the subjects of those of these cables that have one, by key."""
    return dict(
        among(connection, "SELECT key, subject FROM cable WHERE subject > '' AND key", keys)
    )


def editions(connection: sqlite3.Connection, key: int) -> list[CableRow]:
    """Return all editions of the cable that `key` is one of, the shown one first."""
    statement = f"""{_ROW} WHERE identity = (SELECT identity FROM cable WHERE key = ?)
        ORDER BY is_shown DESC, released DESC, key DESC"""
    return [_to_row(values) for values in connection.execute(statement, (key,))]


def frames_of(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """Return the compressed cables of those keys that are held."""
    return among(connection, "SELECT key, frame FROM content WHERE key", keys)


def among(
    connection: sqlite3.Connection, beginning: str, values: Sequence[int | str]
) -> Iterator[tuple[Any, ...]]:
    """Yield what a statement finds that ends in a column and is to hold one of these values."""
    for start in range(0, len(values), _MANY):
        part = values[start : start + _MANY]
        marks = ",".join("?" * len(part))
        yield from connection.execute(f"{beginning} IN ({marks})", part)


def editions_after(connection: sqlite3.Connection, key: int) -> Iterator[tuple[int, bool]]:
    """Yield the keys after this one in their order, and whether each is the one shown."""
    statement = "SELECT key, is_shown FROM cable WHERE key > ? ORDER BY key LIMIT ?"
    while found := connection.execute(statement, (key, _MANY)).fetchall():
        for after, is_shown in found:
            yield after, bool(is_shown)
        key = found[-1][0]


def other_editions(connection: sqlite3.Connection, key: int) -> list[int]:
    """Return the keys of the other editions of a cable."""
    statement = """SELECT key FROM cable
        WHERE identity = (SELECT identity FROM cable WHERE key = ?1) AND key <> ?1"""
    return [other for (other,) in connection.execute(statement, (key,))]


def dictionary(connection: sqlite3.Connection, number: int) -> bytes | None:
    """Return a dictionary that frames name."""
    found: bytes | None = value(connection, "SELECT data FROM dictionary WHERE id = ?", number)
    return found


def newest_dictionary(connection: sqlite3.Connection) -> bytes | None:
    """Return the dictionary that new frames are compressed against."""
    found: bytes | None = value(
        connection, "SELECT data FROM dictionary ORDER BY rowid DESC LIMIT 1"
    )
    return found


def citations(connection: sqlite3.Connection, key: int) -> list[CitationRecord]:
    """Return the places where a cable cites another, in the order of its REF line."""
    statement = """SELECT number, position, mrn, label, text FROM citation
        WHERE citing = ? ORDER BY number, position"""
    return [CitationRecord(*values) for values in connection.execute(statement, (key,))]


def citing(connection: sqlite3.Connection, mrn: str) -> list[tuple[int, CitationRecord]]:
    """Return each place where a listed cable cites `mrn`, with the citing key, oldest first."""
    statement = """
        SELECT citing, number, position, citation.mrn, label, text
        FROM citation JOIN cable ON cable.key = citing
        WHERE citation.mrn = ? AND is_shown = 1
        ORDER BY created, citing, position"""
    found = connection.execute(statement, (mrn,))
    return [(key, CitationRecord(*rest)) for key, *rest in found]
