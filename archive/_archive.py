"""The one door to an archive."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from archive import _address, _citing, _identity, _stats
from archive._encodable import encodable
from archive._errors import IndexMissingError, NoSuchCableError, ReadOnlyError
from archive._held import HeldCables
from archive._model import Order
from archive._store import connections, finding, lock, reading
from archive._store.listing import AllCables

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from archive._indexing import Searching
    from archive._model import (
        CableRow,
        Citation,
        Citations,
        Facet,
        Fault,
        Hit,
        Indexing,
        Listing,
        Matches,
        Progress,
        Results,
        Stats,
        Topic,
    )
    from archive._notebook import Notebook
    from parser import Cable, Parsed, Problem


class Archive:
    """One folder of cables. Usable from many threads; a context manager.

    Opening costs the same at any size. Made by :meth:`open`.
    """

    def __init__(self, path: Path, *, is_frozen: bool = False) -> None:
        self.path = path
        """The folder."""
        self._connections = connections.Connections(path, is_frozen=is_frozen)
        self.is_read_only = self._connections.is_read_only
        """It cannot be written: the folder or the file system does not allow it."""
        self._held = HeldCables(self._connections)
        self._notebook: Notebook | None = None

    @cached_property
    def _searching(self) -> Searching:
        """What searches. Loading it takes longer than showing the first cables."""
        from archive._indexing import Searching  # noqa: PLC0415

        return Searching(self._connections, self._held, lambda: self._notebook)

    def prepare(self) -> None:
        """Load what searching needs, so that the first search takes no longer than the next.

        An index that is missing or damaged is told by the search, not here.
        """
        with suppress(IndexMissingError):
            self._searching.searcher().prepare()

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False, is_frozen: bool = False) -> Self:
        """Open the archive in a folder, for reading where it cannot be written.

        A frozen one is read as it is, without the files that SQLite puts beside a database even to
        read it; nobody may import into it meanwhile.

        Raises:
            NotAnArchiveError: there is none, and none is to be made.
            ArchiveVersionError: it was made by a newer version of this program.
            ReadOnlyError: it is to be made where nothing can be written.
        """
        folder = Path(path)
        if create and not connections.is_archive(folder):
            try:
                connections.create(folder)
            except OSError as error:
                raise ReadOnlyError(folder) from error
        return cls(folder, is_frozen=is_frozen)

    def close(self) -> None:
        """Close it for all threads."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: object
    ) -> None:
        self.close()
        if isinstance(error, Exception) and (own := self.own_error(error)) is not error:
            raise own from error

    def own_error(self, error: Exception) -> Exception:
        """Return what the database raised as an error of this package; any other as it is."""
        return connections.own_error(self.path, error)

    def __len__(self) -> int:
        """Return how many cables are listed; editions of one cable count once."""
        return reading.count(self._connections.get())

    def key(self, address: str) -> tuple[int, int | None]:
        """Find a cable by its id in any form, or its URL.

        Returns:
            The key of its newest edition, and the paragraph number in `09MEXICO1055#3`; None where
            no number stands behind the id.

        Raises:
            NoSuchCableError: none is held under this id; it knows the nearest ids.
        """
        return _address.find(self._connections.get(), encodable(address))

    def cable(self, address: str | int) -> Cable:
        """Return a cable, by its id in any form or by its key.

        Raises:
            NoSuchCableError: none is held under this id or key.
        """
        return self.parsed(address).cable

    def problems(self, address: str | int) -> tuple[Problem, ...]:
        """Return what was doubtful about reading a cable."""
        return self.parsed(address).problems

    def parsed(self, address: str | int) -> Parsed:
        """Return a cable and the problems of its reading; `address` as for :meth:`cable`."""
        key = address if isinstance(address, int) else self.key(address)[0]
        found = self._held.parsed(key)
        if found is None:
            raise NoSuchCableError(str(address))
        return found

    def row(self, key: int) -> CableRow:
        """Return what the index shows of one edition of a cable."""
        found = reading.row(self._connections.get(), key)
        if found is None:
            raise NoSuchCableError(str(key))
        return found

    def editions(self, key: int) -> tuple[CableRow, ...]:
        """Return all editions of a cable, the one that is listed first."""
        return tuple(reading.editions(self._connections.get(), key))

    def listing(
        self,
        query: str = "",
        order: Order = Order.DATE,
        reverse: bool = False,
        *,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> Listing:
        """List cables in an order; all of them without a query.

        DATE is oldest first, CITED most cited first; without a query RANK is DATE.
        """
        if not query.strip():
            return AllCables(self._connections, order, reverse=reverse)
        searcher = self._searching.searcher()
        return searcher.listing(query, order, reverse=reverse, is_cancelled=is_cancelled)

    def beginning(
        self, query: str, *, is_cancelled: Callable[[], bool] | None = None
    ) -> Listing | None:
        """List the cables alone that the listing of a query by rank begins with.

        None where the whole listing takes no longer. Of a word of which only a letter is typed
        it takes twenty times as long.
        """
        return self._searching.searcher().beginning(query, is_cancelled=is_cancelled)

    def search(
        self,
        query: str,
        limit: int = 50,
        order: Order = Order.RANK,
        *,
        is_strict: bool = False,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> Results:
        """Return the best paragraphs for a query; in another order, the first ones in it.

        With a limit of 0 nothing is ranked: the query is said in words and its hits are counted.

        Raises:
            QueryError: `is_strict`, and something in the query is not understood.
            CancelledError: `is_cancelled` answered yes on the way.
            IndexMissingError: there is no search index, and making one takes long.
        """
        return self._searching.searcher().search(
            query, limit, order, is_strict=is_strict, is_cancelled=is_cancelled
        )

    def matches(self, query: str, cable: Cable, *, is_tolerant: bool = False) -> Matches:
        """Return where a query matches in a cable.

        When `is_tolerant` and no paragraph holds all of it, typos are allowed that a search would
        not allow, because it finds enough elsewhere without.
        """
        return self._searching.searcher().matches(query, cable, is_tolerant=is_tolerant)

    def hit(self, query: str, key: int, position: int) -> Hit | None:
        """Return a cable's paragraph, from 0, as a hit of a query; None where it is none.

        It reads this paragraph alone: of a long cable, `matches` takes many times as long.
        """
        return self._searching.searcher().hit(query, key, position)

    def facets(
        self, query: str, *, is_cancelled: Callable[[], bool] | None = None
    ) -> tuple[Facet, ...]:
        """Count the cables that a query finds by classification, post, TAGS and year."""
        return self._searching.searcher().facets(query, is_cancelled=is_cancelled)

    def histogram(
        self, query: str, *, is_cancelled: Callable[[], bool] | None = None
    ) -> tuple[tuple[str, int], ...]:
        """Count the cables that a query finds by month, `("2009-04", 12)`, months in order."""
        return self._searching.searcher().histogram(query, is_cancelled=is_cancelled)

    def topics(self, text: str, limit: int = 50) -> tuple[Topic, ...]:
        """Look up TAGS, posts, countries, people and subjects by words of their names."""
        return self._searching.searcher().topics(text, limit)

    def use(self, notebook: Notebook) -> None:
        """Let queries ask what a reader's notebook knows: `is:unread`, `is:starred`, `has:note`."""
        self._notebook = notebook

    def citations(self, key: int) -> Citations:
        """Return the references of a cable, both ways."""
        return _citing.both_ways(self._connections.get(), self._held, self.row(key))

    def citing(self, mrn: str) -> tuple[Citation, ...]:
        """Return each place where a listed cable cites `mrn`, held or not, oldest first."""
        return _citing.citing(self._connections.get(), self._held, encodable(mrn))

    def serials(self, cable: int | str) -> tuple[CableRow | None, CableRow | None]:
        """Return the cables held before and after one in its post's series of the year.

        What lies between their serials is not held. `cable` is a key, or the canonical number of
        a cable that need not be held.
        """
        connection = self._connections.get()
        if isinstance(cable, str):
            parts = _identity.parts(cable)
        else:
            parts = finding.serial(connection, cable)
        if parts is None:
            return None, None
        before, after = finding.neighbours(connection, *parts)
        return (
            None if before is None else reading.row(connection, before),
            None if after is None else reading.row(connection, after),
        )

    def import_sources(
        self,
        sources: Iterable[Path | str],
        *,
        workers: int | None = None,
        is_patient: bool = False,
    ) -> Iterator[Progress]:
        """Read files, folders and `-` (standard input) into the archive, and say how far it is.

        Closing the iterator stops the import; what was stored stays, and the same import goes on
        from there. A source that cannot be read is a failure in the progress, the rest goes on.

        Raises:
            ReadOnlyError: the archive cannot be written.
            BusyError: another import is writing to it; where this one `is_patient` it waits.
            NoSpaceError: the disk is full.
        """
        paths = [Path(source) for source in sources]
        with self._writing(wait=is_patient) as connection, connections.much_at_hand(connection):
            from archive._imports.run import Run  # noqa: PLC0415 - a reader imports nothing

            yield from Run(self.path, connection, self._held).progress(paths, workers)

    def check(self) -> tuple[Fault, ...]:
        """Verify the database, every cable in it, the search index, and that they agree."""
        from archive import _check  # noqa: PLC0415 - seldom asked for

        return _check.faults(self._connections, self._held)

    def stats(self) -> Stats:
        """Count what the archive holds."""
        return _stats.collect(self._connections.get())

    def reindex(self) -> Iterator[Indexing]:
        """Make the search index anew from the database, and say how far it is as it goes.

        Raises:
            ReadOnlyError: the archive cannot be written.
            BusyError: an import is writing to it.
            NoSpaceError: the disk is full.
        """
        with self._writing() as connection:
            from archive._indexing import make_anew  # noqa: PLC0415 - see _searching

            yield from make_anew(self.path, connection, self._held)

    @contextmanager
    def _writing(self, *, wait: bool = False) -> Iterator[sqlite3.Connection]:
        """Hold the archive for writing."""
        if self.is_read_only:
            raise ReadOnlyError(self.path)
        with lock.writing(self.path, wait=wait), connections.translated(self.path):
            yield self._connections.get()
