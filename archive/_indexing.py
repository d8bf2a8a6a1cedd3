"""Keeps the search index in step with the database, which it is made from.

With each commit the index remembers the archive's id and the last key that it knows. So an index
that is missing, damaged, of another archive, or behind, is told at one look, and what it lacks is
everything after that key.
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Final

from archive._errors import (
    ArchiveError,
    BusyError,
    DamagedError,
    IndexMissingError,
    NoSpaceError,
    UnreadableError,
)
from archive._model import Indexing, Outcome
from archive._search import Entry, Index, IndexWriter, Searcher, entry
from archive._store import finding, lock, reading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Iterator

    import parser
    from archive._held import HeldCables
    from archive._notebook import Notebook
    from archive._store.connections import Connections
    from archive._store.writing import Stored

FOLDER: Final = "index"
SOON: Final = 3000
"""Cables that are indexed at once when a search finds them missing: some seconds of work."""
COMMIT_SECONDS: Final = 8.0
"""So long a search does not see what is being indexed, at least."""
COMMIT_SHARE: Final = 0.5
"""And this share of the time since it began: many commits make many small parts of an index."""
_STEP: Final = 200
"""Cables between two moments of progress."""


@dataclass(frozen=True, slots=True)
class Watermark:
    """How far an index goes."""

    archive: str
    key: int
    """The last key it knows."""

    def __str__(self) -> str:
        return f"{self.archive} {self.key}"

    @classmethod
    def now(cls, connection: sqlite3.Connection) -> Watermark:
        """Return the mark of an index that lacks nothing."""
        return cls(reading.identifier(connection), reading.last_key(connection))

    @classmethod
    def of(cls, index: Index) -> Watermark | None:
        """Return the mark of an index; None when it was never committed."""
        archive, _, key = (index.payload or "").partition(" ")
        return cls(archive, int(key)) if key.isdecimal() else None


def open_index(folder: Path) -> Index | None:
    """Open the search index of an archive; None when it is missing or damaged.

    Raises:
        UnreadableError: it is there, and may not be read: making it anew would fail, too.
    """
    path = folder / FOLDER
    if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
        raise UnreadableError(folder, f"no rights to its folder {FOLDER}")
    try:
        return Index(path)
    except (ValueError, OSError):
        return None


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turn what tantivy raises while writing into the archive's own error."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise NoSpaceError(folder, f"search index: {error}") from error


class Follower:
    """Writes to the search index what an import stores. Hold the archive's lock.

    Nothing is opened for writing before there is something to write.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self._folder = folder
        self._connection = connection
        self._writer: IndexWriter | None = None
        full = Watermark.now(connection)
        index = open_index(folder)
        self._known = _known(index, full)
        if not self._known:
            _clear(folder / FOLDER)
        self._is_behind = index is None or self._known < full.key or not index.is_derived
        self._began = self._committed = monotonic()

    def catch_up(self, held: HeldCables) -> Iterator[Indexing]:
        """Add what the database holds after the index's last commit."""
        if not self._is_behind:
            return
        began = monotonic()
        full = Watermark.now(self._connection)
        total = full.key - self._known
        left_out = 0
        editions = reading.editions_after(self._connection, self._known)
        for number, (key, is_shown) in enumerate(editions, start=1):
            parsed = _readable(held, key) if is_shown else None
            left_out += is_shown and parsed is None
            if parsed:
                others = reading.other_editions(self._connection, key)
                self._replace(key, entry(parsed.cable), others)
            if number % _STEP == 0:
                if self.is_due:  # if it is stopped, the next one goes on from here
                    self._commit(Watermark(full.archive, key))
                yield Indexing(number, total, monotonic() - began, left_out)
        self.commit()
        yield Indexing(total, total, monotonic() - began, left_out)

    def follow(self, stored: Stored, indexed: Entry) -> None:
        """Add a cable that was stored, and take out the edition that it replaces."""
        if stored.outcome is Outcome.HELD:
            return
        self._is_behind = True
        if stored.is_shown:
            self._replace(stored.key, indexed, stored.replaces)

    def commit(self) -> None:
        """Make what was added visible to searches."""
        if self._is_behind:
            self._commit(Watermark.now(self._connection))
            self._is_behind = False

    @property
    def is_due(self) -> bool:
        """Whether it is time to commit."""
        now = monotonic()
        waited, all_in_all = now - self._committed, now - self._began
        return waited > max(COMMIT_SECONDS, COMMIT_SHARE * all_in_all)

    def _commit(self, mark: Watermark) -> None:
        with translated(self._folder):
            self._writing().commit(str(mark))
        self._committed = monotonic()

    def close(self) -> None:
        """Finish; what was not committed is left to the next follower."""
        if self._writer:
            with translated(self._folder):
                self._writer.close()
                _share(self._folder / FOLDER)

    def _replace(self, key: int, indexed: Entry, others: Iterable[int]) -> None:
        with translated(self._folder):
            for other in others:
                self._writing().delete(other)
            self._writing().add(key, indexed)

    def _writing(self) -> IndexWriter:
        if self._writer is None:
            self._writer = IndexWriter(self._folder / FOLDER)
        return self._writer


def make_anew(folder: Path, connection: sqlite3.Connection, held: HeldCables) -> Iterator[Indexing]:
    """Make the whole search index from the database. Hold the archive's lock."""
    _clear(folder / FOLDER)
    with closing(Follower(folder, connection)) as follower:
        yield from follower.catch_up(held)


def _readable(held: HeldCables, key: int) -> parser.Parsed | None:
    """Return a cable; None for one that is damaged, without which the others are found still."""
    try:
        return held.parsed(key)
    except DamagedError:
        return None


def _share(path: Path) -> None:
    """Give the files of an index the rights that files of this user usually get.

    tantivy keeps some for the user alone, so that nobody else could read the archive.
    """
    mask = os.umask(0)
    os.umask(mask)
    for parent, _, names in os.walk(path):
        for name in names:
            with suppress(FileNotFoundError):  # tantivy takes away what it no longer needs
                Path(parent, name).chmod(0o666 & ~mask)


def _known(index: Index | None, full: Watermark) -> int:
    """Return the last key that an index knows; 0 when it is of no use to this archive."""
    mark = Watermark.of(index) if index else None
    is_usable = mark is not None and mark.archive == full.archive and mark.key <= full.key
    return mark.key if mark and is_usable else 0


def _clear(path: Path) -> None:
    """Take away what stands where the index is to be."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


class Searching:
    """Opens the search index when it is first needed, and again when it has changed."""

    def __init__(
        self,
        connections: Connections,
        held: HeldCables,
        notebook: Callable[[], Notebook | None],
    ) -> None:
        self._connections = connections
        self._folder = connections.folder
        self._held = held
        self._notebook = notebook
        self._searcher: Searcher | None = None
        self._seen: int | None = None
        self._lock = Lock()

    def searcher(self) -> Searcher:
        """Return a searcher over the index as it is now.

        Raises:
            IndexMissingError: there is none that can be used, and making one takes long.
        """
        with self._lock:
            changed = self._changed()
            if self._searcher is None or changed != self._seen:
                self._searcher = Searcher(self._open(), self._held, self._keyed)
                self._seen = self._changed()
            return self._searcher

    def _keyed(self, name: str) -> Collection[int]:
        """Return the keys of the cables that are `cited`, or of the reader's that are `read` ..."""
        if name == "cited":
            return finding.cited(self._connections.get())
        if (notebook := self._notebook()) is None:
            return ()
        asked = {"read": notebook.read, "starred": notebook.starred}
        cables = asked.get(name, notebook.noted)()
        return finding.by_identities(self._connections.get(), cables)

    def _changed(self) -> int | None:
        """Return when the index was last committed to, in nanoseconds."""
        try:
            return (self._folder / FOLDER / "meta.json").stat().st_mtime_ns
        except OSError:
            return None

    def _open(self) -> Index:
        connection = self._connections.get()
        full = Watermark.now(connection)
        index = open_index(self._folder)
        if index is None and not self._folder.is_dir():
            raise UnreadableError(self._folder, "it is gone")
        lacking = full.key - _known(index, full)
        if (index is None or lacking) and lacking <= SOON and not self._connections.is_read_only:
            with suppress(ArchiveError):  # what is there may still do
                self._mend(connection)
            index = open_index(self._folder)
        if index is None or (full.key and not _known(index, full)):
            raise IndexMissingError(
                self._folder, "it is missing, damaged, of another version or archive"
            )
        return index

    def _mend(self, connection: sqlite3.Connection) -> None:
        """Add what the index lacks, unless an import is about to."""
        with (
            suppress(BusyError),
            lock.writing(self._folder),
            closing(Follower(self._folder, connection)) as follower,
        ):
            for _ in follower.catch_up(self._held):
                pass
