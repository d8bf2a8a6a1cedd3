"""The journal of imports: which sources were read, and how far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

_COLUMNS: Final = "id, path, size, modified, digest, cables, place, is_done"


@dataclass(frozen=True, slots=True)
class Entry:
    """One source, as the journal knows it."""

    id: int
    path: str
    size: int
    modified: int
    """Nanoseconds since 1970."""
    digest: bytes
    cables: int
    """Read and stored so far."""
    place: int
    """Bytes read and stored so far."""
    is_done: bool


def _to_entry(values: tuple[int, str, int, int, bytes, int, int, int] | None) -> Entry | None:
    return None if values is None else Entry(*values[:-1], is_done=bool(values[-1]))


def by_path(connection: sqlite3.Connection, path: str) -> Entry | None:
    """Return what is known of the source at this place."""
    statement = f"SELECT {_COLUMNS} FROM source WHERE path = ?"
    return _to_entry(connection.execute(statement, (path,)).fetchone())


def by_digest(connection: sqlite3.Connection, digest: bytes) -> Entry | None:
    """Return a source of this content, wherever it stood; one that was read whole before others."""
    statement = f"SELECT {_COLUMNS} FROM source WHERE digest = ? ORDER BY is_done DESC LIMIT 1"
    return _to_entry(connection.execute(statement, (digest,)).fetchone())


def begin(
    connection: sqlite3.Connection, path: str, size: int, modified: int, digest: bytes
) -> Entry:
    """Enter a source; one that changed since it was read begins anew."""
    connection.execute(
        """INSERT INTO source (path, size, modified, digest) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (path) DO UPDATE SET size = ?2, modified = ?3, digest = ?4,
            cables = CASE WHEN digest = ?4 THEN cables ELSE 0 END,
            place = CASE WHEN digest = ?4 THEN place ELSE 0 END,
            is_done = CASE WHEN digest = ?4 THEN is_done ELSE 0 END""",
        (path, size, modified, digest),
    )
    entry = by_path(connection, path)
    assert entry is not None  # noqa: S101 - written a line above
    return entry


def advance(connection: sqlite3.Connection, source: int, cables: int, place: int) -> None:
    """Note how far a source was read."""
    connection.execute(
        "UPDATE source SET cables = ?, place = ? WHERE id = ?", (cables, place, source)
    )


def finish(connection: sqlite3.Connection, source: int, cables: int) -> None:
    """Note that a source was read to its end."""
    connection.execute(
        "UPDATE source SET cables = ?, place = size, is_done = 1 WHERE id = ?", (cables, source)
    )
