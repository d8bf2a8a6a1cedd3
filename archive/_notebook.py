"""One reader's own notebook: stars, notes, marks, what was read, queries, places.

It lies in the reader's state directory, not in the archive: an archive may be shared, a notebook is
not. Cables are named by their reference id, so that what was noted outlives the archive.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, suppress
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, Self

import platformdirs

from archive._identity import folded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS star (
    cable TEXT NOT NULL, position INTEGER NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (cable, position)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS note (
    cable TEXT NOT NULL, position INTEGER NOT NULL, at TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (cable, position)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mark (
    letter TEXT PRIMARY KEY, cable TEXT NOT NULL, position INTEGER NOT NULL, at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen (cable TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS query (
    text TEXT PRIMARY KEY, cables INTEGER NOT NULL, times INTEGER NOT NULL, at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS place (
    archive TEXT PRIMARY KEY, query TEXT NOT NULL, sorting TEXT NOT NULL,
    is_reversed INTEGER NOT NULL, cable TEXT, position INTEGER NOT NULL,
    line INTEGER NOT NULL, at TEXT NOT NULL
) WITHOUT ROWID;
"""
"""Of a place, `line` is what notebooks have had from the first: 0 in all."""
_VIEW: Final = "ALTER TABLE place ADD COLUMN is_of_paragraphs INTEGER NOT NULL DEFAULT 0"
_VERSION: Final = 1
"""`PRAGMA user_version` of a notebook with that column."""
_DATA_VERSION: Final = "PRAGMA data_version"
"""Another number whenever another connection has written."""
_SEEN: Final = "INSERT OR IGNORE INTO seen VALUES (?, ?)"
_NONE: Final = -1
"""In columns of numbers: no paragraph but the cable as a whole, or not counted."""
_WAIT: Final = 5.0
"""Seconds to wait for another reader of the same user."""
_HISTORY: Final = 1000
"""Queries kept."""


@dataclass(frozen=True, slots=True)
class Star:
    """A cable or a paragraph worth coming back to."""

    cable: str
    position: int | None
    """Place of the paragraph in `cable.paragraphs`, from 0; None for the whole cable."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """Words of the reader's own about a cable or a paragraph."""

    cable: str
    position: int | None
    """As in :class:`Star`."""
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A place with a letter, to jump back to."""

    letter: str
    cable: str
    position: int
    """Place of the paragraph, from 0."""
    at: datetime


@dataclass(frozen=True, slots=True)
class PastQuery:
    """A query that was asked."""

    text: str
    cables: int | None
    """How many it found when it was last asked; None where it was left before they were counted."""
    times: int
    """How often it was asked."""
    at: datetime
    """When it was last asked."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader left off in one archive."""

    query: str = ""
    """Its narrowings, one a line."""
    sorting: str = ""
    """Value of an `Order`; empty for the reader's default."""
    is_reversed: bool = False
    cable: str | None = None
    """Reference id of the cable under the cursor."""
    position: int = 0
    """Paragraph at the top of the screen, from 0."""
    is_of_paragraphs: bool = False
    """Paragraphs were listed, not cables."""


class Notebook:
    """A reader's notebook. Usable from many threads; a context manager. Made by :meth:`open`."""

    def __init__(self, connection: sqlite3.Connection, problem: str | None = None) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._pending: threading.Thread | None = None
        """Writes what nobody waits for."""
        self.problem = problem
        """Why nothing will be kept after this session, in one sentence; None when all is well."""
        self._version = self._ask(_DATA_VERSION)

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open the notebook, made on first use for its owner's eyes only.

        Where it cannot be kept, it works for this session, with what can be read of it, and
        `problem` says why.

        Args:
            path: the file; by default `notebook.db` in the XDG state directory of cablegram.
        """
        file = path or platformdirs.user_state_path("cablegram") / "notebook.db"
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file.touch(mode=0o600)
            return cls(_connect(str(file)))
        except (OSError, sqlite3.Error) as error:
            said = error.strerror if isinstance(error, OSError) else error
            reason = f"Notes and stars are not kept: {said}; look at {file}."
            return cls(_copied(file), reason)

    def close(self) -> None:
        """Close it; all that was written is kept."""
        self._settle()
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def set_star(self, cable: str, position: int | None = None, *, is_starred: bool = True) -> None:
        """Star a cable or a paragraph, or take its star away."""
        at = (folded(cable), _to_column(position))
        if is_starred:
            self._do("INSERT OR IGNORE INTO star VALUES (?, ?, ?)", *at, _now())
        else:
            self._do("DELETE FROM star WHERE cable = ? AND position = ?", *at)

    def set_stars(self, *cables: str, is_starred: bool = True) -> None:
        """Star whole cables, or take their stars away, all at once."""
        statement = "DELETE FROM star WHERE cable = ? AND position = ?"
        rows: list[tuple[Any, ...]] = [(folded(cable), _NONE) for cable in cables]
        if is_starred:
            statement, now = "INSERT OR IGNORE INTO star VALUES (?, ?, ?)", _now()
            rows = [(*row, now) for row in rows]
        self._do_all(statement, rows)

    def stars(self) -> tuple[Star, ...]:
        """Return all stars, newest first."""
        found = self._ask("SELECT cable, position, at FROM star ORDER BY at DESC, cable, position")
        return tuple(Star(cable, _from_column(place), _to_moment(at)) for cable, place, at in found)

    def starred(self) -> frozenset[str]:
        """Return the ids of cables with a star on them or on one of their paragraphs."""
        return frozenset(cable for (cable,) in self._ask("SELECT DISTINCT cable FROM star"))

    def write_note(self, cable: str, position: int | None, text: str) -> None:
        """Write a note in the place of the one before; an empty text takes it away."""
        at = (folded(cable), _to_column(position))
        if text.strip():
            self._do("INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?)", *at, _now(), text)
        else:
            self._do("DELETE FROM note WHERE cable = ? AND position = ?", *at)

    def notes(self, cable: str | None = None) -> tuple[Note, ...]:
        """Return the notes on one cable in the order of its text, or all, newest first."""
        columns = "SELECT cable, position, at, text FROM note"
        found = (
            self._ask(f"{columns} ORDER BY at DESC, cable, position")
            if cable is None
            else self._ask(f"{columns} WHERE cable = ? ORDER BY position", folded(cable))
        )
        return tuple(
            Note(name, _from_column(place), _to_moment(at), text) for name, place, at, text in found
        )

    def noted(self) -> frozenset[str]:
        """Return the ids of cables with a note."""
        return frozenset(cable for (cable,) in self._ask("SELECT DISTINCT cable FROM note"))

    def set_mark(self, letter: str, cable: str, position: int) -> None:
        """Set a mark; the place that had the letter before loses it."""
        self._do(
            "INSERT OR REPLACE INTO mark VALUES (?, ?, ?, ?)",
            letter,
            folded(cable),
            position,
            _now(),
        )

    def mark(self, letter: str) -> Mark | None:
        """Return the mark of a letter."""
        return next((mark for mark in self.marks() if mark.letter == letter), None)

    def marks(self) -> tuple[Mark, ...]:
        """Return all marks, by letter."""
        found = self._ask("SELECT letter, cable, position, at FROM mark ORDER BY letter")
        return tuple(Mark(letter, name, place, _to_moment(at)) for letter, name, place, at in found)

    def set_read(self, *cables: str, is_read: bool = True) -> None:
        """Note that cables were read, or count them as unread again, all at once."""
        if is_read:
            now = _now()
            self._do_all(_SEEN, [(folded(cable), now) for cable in cables])
        else:
            names = [(folded(cable),) for cable in cables]
            self._do_all("DELETE FROM seen WHERE cable = ?", names)

    def see(self, cable: str) -> str:
        """Note that a cable was read, without waiting for the disk.

        Whatever this notebook is asked afterwards, it knows of it.

        Returns:
            The id as :meth:`read` has it.
        """
        self._soon((_SEEN, folded(cable), _now()))
        return folded(cable)

    def is_read(self, cable: str) -> bool:
        """Say whether a cable was read."""
        return bool(self._ask("SELECT 1 FROM seen WHERE cable = ?", folded(cable)))

    def read(self) -> frozenset[str]:
        """Return the ids of all cables that were read."""
        return frozenset(cable for (cable,) in self._ask("SELECT cable FROM seen"))

    def add_query(self, text: str, cables: int | None = None) -> None:
        """Note a query and how many cables it found, without waiting for the disk.

        Without a number it is yet to be counted: see :meth:`count_query`. The oldest queries beyond
        a thousand are forgotten.
        """
        asked = """INSERT INTO query VALUES (?1, ?2, 1, ?3) ON CONFLICT (text)
            DO UPDATE SET cables = ?2, times = times + 1, at = ?3"""
        forget = """DELETE FROM query WHERE text IN (
            SELECT text FROM query ORDER BY at DESC LIMIT -1 OFFSET ?)"""
        self._soon((asked, text, _to_column(cables), _now()), (forget, _HISTORY))

    def count_query(self, text: str, cables: int) -> None:
        """Note how many cables a noted query found, without waiting for the disk."""
        self._soon(("UPDATE query SET cables = ? WHERE text = ?", cables, text))

    def queries(self, limit: int = 50) -> tuple[PastQuery, ...]:
        """Return the queries that were asked, the last one first."""
        statement = "SELECT text, cables, times, at FROM query ORDER BY at DESC, text LIMIT ?"
        return tuple(
            PastQuery(text, _from_column(cables), times, _to_moment(at))
            for text, cables, times, at in self._ask(statement, limit)
        )

    def save_place(self, archive: Path, place: Place) -> None:
        """Note where the reader is in an archive."""
        self._do(
            """INSERT OR REPLACE INTO place (at, archive, query, sorting, is_reversed, cable,
            position, is_of_paragraphs, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)""",
            _now(),
            str(archive.absolute()),
            *astuple(place),
        )

    def place(self, archive: Path) -> Place | None:
        """Return where the reader left off in an archive."""
        statement = """SELECT query, sorting, is_reversed, cable, position, is_of_paragraphs
            FROM place WHERE archive = ?"""
        found = self._ask(statement, str(archive.absolute()))
        if not found:
            return None
        query, sorting, is_reversed, cable, position, is_of_paragraphs = found[0]
        where = (query, sorting, bool(is_reversed), cable, position)
        return Place(*where, is_of_paragraphs=bool(is_of_paragraphs))

    def is_news(self, *, may_wait: bool = True) -> bool:
        """Say whether another reader of the same user has written since this was last asked.

        Unless it `may_wait`, no while something of our own is still being written: ask again.
        """
        if not may_wait and self._pending is not None and self._pending.is_alive():
            return False
        before, self._version = self._version, self._ask(_DATA_VERSION)
        return self._version != before

    def _settle(self) -> None:
        if (pending := self._pending) is not None:
            pending.join()

    def _ask(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        self._settle()
        with self._lock:
            try:
                return self._connection.execute(statement, values).fetchall()
            except sqlite3.DatabaseError as error:
                self.problem = f"The notebook cannot be read ({error}); restore it from a copy."
                return []

    def _soon(self, *writes: tuple[Any, ...]) -> None:
        """Write what nobody waits for: statements, each with its values."""

        def write() -> None:
            for statement, *values in writes:
                self._write(statement, [values])

        self._settle()
        self._pending = threading.Thread(target=write)
        self._pending.start()

    def _do(self, statement: str, *values: Any) -> None:
        """Write. What cannot be kept is said once."""
        self._do_all(statement, [values])

    def _do_all(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Write many rows, which wait for the disk once."""
        self._settle()
        self._write(statement, rows)

    def _write(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        with self._lock:
            try:
                with self._connection:
                    self._connection.execute("BEGIN")
                    self._connection.executemany(statement, rows)
            except sqlite3.DatabaseError as error:
                self.problem = f"The notebook could not be written ({error}); make room for it."


def _connect(database: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        database, timeout=_WAIT, isolation_level=None, check_same_thread=False
    )
    try:
        _make_ready(connection)
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            connection.close()
        raise
    return connection


def _make_ready(connection: sqlite3.Connection) -> None:
    """Make the tables, and add what a notebook of an earlier version lacks."""
    connection.executescript(_TABLES)
    if _version(connection) < _VERSION:
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            if _version(connection) < _VERSION:  # another reader may have been faster
                connection.execute(_VIEW)
                connection.execute(f"PRAGMA user_version = {_VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _copied(file: Path) -> sqlite3.Connection:
    """Copy what can be read of a notebook into memory; nothing, where nothing can."""
    connection = _connect(":memory:")
    with suppress(sqlite3.Error), closing(_opened(file)) as source:
        source.execute("SELECT count(*) FROM sqlite_schema")  # a file that is no database ends here
        source.backup(connection)
        _make_ready(connection)
    return connection


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _to_moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _to_column(number: int | None) -> int:
    return _NONE if number is None else number


def _from_column(column: int) -> int | None:
    return None if column == _NONE else column
