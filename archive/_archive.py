"""The one door to an archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from archive import _address
from archive._errors import DamagedError, NoSuchCableError, NotAnArchiveError, ReadOnlyError
from archive._model import Citation, Citations, Order
from archive._store import connections, finding, frames, reading
from archive._store.listing import AllCables

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive._model import CableRow, Listing
    from parser import Cable, Parsed, Problem


class Archive:
    """One folder of cables. Usable from many threads; a context manager.

    Opening costs the same at any size. Made by :meth:`open`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        """The folder."""
        self._connections = connections.Connections(path)
        self.is_read_only = self._connections.is_read_only
        """It cannot be written: the folder or the file system does not allow it."""
        self._unpacker = frames.Unpacker(self._dictionary)

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False) -> Self:
        """Open the archive in a folder, for reading where it cannot be written.

        Raises:
            NotAnArchiveError: there is none, and none is to be made.
            ArchiveVersionError: it was made by a newer version of this program.
            ReadOnlyError: it is to be made where nothing can be written.
        """
        folder = Path(path)
        if create and not (folder / connections.FILE).exists():
            try:
                connections.create(folder)
            except OSError as error:
                raise ReadOnlyError(folder) from error
        return cls(folder)

    def close(self) -> None:
        """Close it for all threads."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __len__(self) -> int:
        """Return how many cables are listed; editions of one cable count once."""
        return reading.count(self._connections.get())

    def key(self, address: str) -> tuple[int, int | None]:
        """Find a cable by its id in any form, or its URL.

        Returns:
            The key of its newest edition, and the paragraph number in `09MEXICO1055#3`.

        Raises:
            NoSuchCableError: none is held under this id; it knows the nearest ids.
        """
        return _address.find(self._connections.get(), address)

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
        frame = reading.frame(self._connections.get(), key)
        if frame is None:
            raise NoSuchCableError(str(address))
        return frames.from_json(self._unpacker.unpack(frame))

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
        del query, is_cancelled
        return AllCables(self._connections, order, reverse=reverse)

    def citations(self, key: int) -> Citations:
        """Return the references of a cable, both ways."""
        connection = self._connections.get()
        mrn = self.row(key).mrn
        out: dict[int, Citation] = {}
        for place in reading.citations(connection, key):
            held = finding.by_mrn(connection, place.mrn) if place.mrn else None
            row = None if held is None else reading.row(connection, held)
            citation = Citation(place.mrn, row, place.label, place.text, place.position)
            out.setdefault(place.number, citation)
        return Citations(tuple(out.values()), self.citing(mrn) if mrn else ())

    def citing(self, mrn: str) -> tuple[Citation, ...]:
        """Return each place where a listed cable cites `mrn`, held or not, oldest first."""
        connection = self._connections.get()
        places = reading.citing(connection, mrn)
        rows = {row.key: row for row in reading.rows(connection, [key for key, _ in places])}
        return tuple(
            Citation(rows[key].mrn, rows[key], place.label, place.text, place.position)
            for key, place in places
        )

    def serials(self, key: int) -> tuple[CableRow | None, CableRow | None]:
        """Return the cables held before and after this one in its post's series of the year.

        What lies between their serials is not held.
        """
        connection = self._connections.get()
        parts = finding.serial(connection, key)
        if parts is None:
            return None, None
        before, after = finding.neighbours(connection, *parts)
        return (
            None if before is None else reading.row(connection, before),
            None if after is None else reading.row(connection, after),
        )

    def _dictionary(self, number: int) -> bytes:
        data = reading.dictionary(self._connections.get(), number)
        if data is None:
            raise DamagedError(self.path, f"dictionary {number} is missing")
        return data


def is_archive(path: Path) -> bool:
    """Say whether a folder holds an archive."""
    try:
        Archive.open(path).close()
    except NotAnArchiveError:
        return False
    return True
