"""Connections to the database: one a thread, opened as the folder allows."""

from __future__ import annotations

import os
import sqlite3
import threading
import weakref
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from archive._errors import (
    ArchiveVersionError,
    BusyError,
    DamagedError,
    NoSpaceError,
    NotAnArchiveError,
    ReplacedError,
    UnreadableError,
)
from archive._store import lock, schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE: Final = "archive.db"
_WAIT: Final = 10.0
"""Seconds that a statement waits for another process's write."""
_SETTINGS: Final = """
PRAGMA synchronous = NORMAL;
PRAGMA temp_store = MEMORY;
"""
_WRITING: Final = "PRAGMA cache_size = -64000"
"""Kilobytes of pages: those of the SQL indexes are written all over in each transaction."""
_READING: Final = "PRAGMA cache_size = -1000"
"""A reader has a connection for each thread; what it reads again the system keeps for all."""
_NOT_READ: Final = {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_FSTAT}
"""The disk fails, or the share that the archive is on is gone: there is no room to be made."""


def create(folder: Path) -> None:
    """Make an empty database in the folder, or bring an older one up to this version.

    Raises:
        NotAnArchiveError: another database is there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (
        lock.writing(folder, wait=True),
        translated(folder),
        closing(sqlite3.connect(folder / FILE, timeout=_WAIT, isolation_level=None)) as connection,
    ):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if tables and application != schema.APPLICATION_ID:
            raise NotAnArchiveError(folder)
        connection.execute(f"PRAGMA page_size = {schema.PAGE_SIZE}")
        connection.execute("PRAGMA journal_mode = WAL")
        schema.migrate(connection)
        connection.execute(_NAME_IT)


_NAME_IT: Final = """
INSERT INTO archive (id) SELECT lower(hex(randomblob(8)))
WHERE NOT EXISTS (SELECT 1 FROM archive)
"""


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turn what SQLite raises into the archive's own errors."""
    try:
        yield
    except sqlite3.Error as error:
        if (own := own_error(folder, error)) is not error:
            raise own from error
        raise


def own_error(folder: Path, error: Exception) -> Exception:
    """Return what SQLite raised as the archive's own error; any other error as it is."""
    exact = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    code = exact & 0xFF
    if exact in _NOT_READ or code == sqlite3.SQLITE_CANTOPEN:
        return UnreadableError(folder, str(error))
    if code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
        return NoSpaceError(folder, str(error))
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return BusyError(folder)
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return DamagedError(folder, str(error))
    return error


class _Own:
    """Holds the connection of one thread; goes with the thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection


class Connections:
    """Gives each thread its own connection to one database, closed when the thread ends."""

    def __init__(self, folder: Path, *, is_frozen: bool = False) -> None:
        self.folder = folder
        self._local = threading.local()
        self._all: set[sqlite3.Connection] = set()
        self._uri, self.is_read_only = _find_way(folder, is_frozen=is_frozen)
        self._path = os.fspath(folder / FILE)
        self._file = _file_at(self._path)

    def get(self) -> sqlite3.Connection:
        """Return the connection of the calling thread.

        Raises:
            UnreadableError: the database cannot be opened any more.
            ReplacedError: it is another one by now.
        """
        if _file_at(self._path) not in {self._file, None}:
            raise ReplacedError(self.folder)
        own: _Own | None = getattr(self._local, "own", None)
        if own is None:
            with translated(self.folder):
                own = self._local.own = _Own(_connect(self._uri))
            self._all.add(own.connection)
            weakref.finalize(own, _close, own.connection, self._all)
        return own.connection

    def close(self) -> None:
        """Close the connections of all threads."""
        self._local = threading.local()
        while self._all:
            self._all.pop().close()


def is_archive(folder: Path) -> bool:
    """Say whether a folder holds an archive."""
    try:
        Connections(folder)
    except NotAnArchiveError:
        return False
    return True


def _file_at(path: str) -> tuple[int, int] | None:
    """Return what tells the database's file from another of its name; None where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - as fast as can be: asked for at each query
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _close(connection: sqlite3.Connection, others: set[sqlite3.Connection]) -> None:
    others.discard(connection)
    connection.close()


@contextmanager
def much_at_hand(connection: sqlite3.Connection) -> Iterator[None]:
    """Let a connection keep as much in memory as a long run of writing needs."""
    connection.execute(_WRITING)
    try:
        yield
    finally:
        connection.execute(_READING)


def _connect(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri,
        uri=True,
        timeout=_WAIT,
        isolation_level=None,  # transactions are begun and ended in words
        check_same_thread=False,  # `close` is called by one thread for all
    )
    try:
        connection.executescript(_SETTINGS)
        connection.execute(_READING)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _find_way(folder: Path, *, is_frozen: bool) -> tuple[str, bool]:
    """Find how the database can be opened: its URI, and whether only for reading.

    A database in WAL mode needs files beside it; where they cannot be made, it is opened as
    immutable, which is safe because nobody can write there either.
    """
    path = folder / FILE
    if not path.is_file():
        raise NotAnArchiveError(folder)
    base = path.absolute().as_uri()
    ways = [(f"{base}?mode=ro", True), (f"{base}?mode=ro&immutable=1", True)]
    if is_frozen:
        del ways[0]
    elif os.access(path, os.W_OK) and os.access(folder, os.W_OK):
        ways.insert(0, (f"{base}?mode=rw", False))
    for way in ways:
        if _opens(way[0], folder):
            return way
    reason = "permission denied" if not os.access(path, os.R_OK) else "the system refuses"
    raise UnreadableError(folder, reason)


def _opens(uri: str, folder: Path) -> bool:
    try:
        with closing(_connect(uri)) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
            raise NotAnArchiveError(folder) from error
        own = own_error(folder, error)
        if isinstance(own, (BusyError, DamagedError)):
            raise own from error
        return False
    if application != schema.APPLICATION_ID:
        raise NotAnArchiveError(folder)
    if not schema.OLDEST <= version <= schema.VERSION:
        raise ArchiveVersionError(folder, version, schema.VERSION)
    return True
