"""All cables in some order, read a window at a time from covering indexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive._model import CableRow, Order
from archive._store import reading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from archive._store.connections import Connections


@dataclass(frozen=True, slots=True)
class _Sorting:
    """How one order is had from SQL; the key decides between equals."""

    table: str
    """The table with the covering index named, so that no plan can miss it."""
    columns: tuple[str, ...]
    is_falling: bool = False

    @property
    def window(self) -> dict[bool, str]:
        """Statements for the keys of a window, by whether the index is walked backwards."""
        return {
            falling: f"""SELECT key FROM {self.table} WHERE is_shown = 1 AND +key <= ?
                ORDER BY {", ".join(f"{column} {way}" for column in (*self.columns, "key"))}
                LIMIT ? OFFSET ?"""
            for falling, way in ((False, "ASC"), (True, "DESC"))
        }

    @property
    def values(self) -> str:
        """Statement for what a cable is sorted by."""
        columns = ", ".join(column.partition(" ")[0] for column in self.columns)
        return f"SELECT {columns}, key FROM cable WHERE key = ? AND is_shown = 1 AND key <= ?"

    def before(self, values: Sequence[str | int | None]) -> str:
        """Statement for how many cables sort before these values, nothing sorting first.

        A sum of counts, each over one range of the index: the same year and station and a lesser
        serial; the same year and a lesser station; a lesser year.
        """
        columns = (*self.columns, "+key")
        counts: list[str] = []
        for depth, column in enumerate(columns):
            if values[depth] is not None:
                same = "".join(f"{name} IS ?{n} AND " for n, name in enumerate(columns[:depth], 1))
                counts += [
                    f"(SELECT count(*) FROM {self.table} WHERE is_shown = 1 AND {same}{less})"
                    for less in (f"{column} IS NULL", f"{column} < ?{depth + 1}")
                ]
        return f"SELECT {' + '.join(counts)}"


def _sorting(index: str, *columns: str, is_falling: bool = False) -> _Sorting:
    return _Sorting(f"cable INDEXED BY {index}", columns, is_falling)


_DATE: Final = _sorting("cable_by_date", "created")
_SORTINGS: Final = {
    Order.RANK: _DATE,
    Order.DATE: _DATE,
    Order.POST: _sorting("cable_by_post", "origin COLLATE NOCASE", "created"),
    Order.CITED: _sorting("cable_by_cited", "cited", "created", is_falling=True),
    Order.REFERENCE_ID: _sorting("cable_by_series", "year", "station", "serial"),
    Order.CLASSIFICATION: _sorting("cable_by_level", "level", "created"),
    Order.SUBJECT: _sorting("cable_by_subject", "subject COLLATE NOCASE", "created"),
}


def keys(connection: sqlite3.Connection, order: Order) -> Iterator[int]:
    """Yield the keys of all listed cables in an order."""
    sorting = _SORTINGS[order]
    everything = (reading.last_key(connection), -1, 0)
    for (key,) in connection.execute(sorting.window[sorting.is_falling], everything):
        yield key


class AllCables:
    """Every listed cable. What an import adds later is not in it: its places do not move."""

    def __init__(self, connections: Connections, order: Order, *, reverse: bool) -> None:
        self._connections = connections
        self._sorting = _SORTINGS[order]
        self._is_falling = reverse != self._sorting.is_falling
        connection = connections.get()
        self._length = reading.count(connection)
        self._last = reading.last_key(connection)

    def __len__(self) -> int:
        return self._length

    def rows(self, start: int, stop: int) -> Sequence[CableRow]:
        """Return the rows of `[start, stop)`, walking the index from the nearer end."""
        stop = min(stop, self._length)
        if start >= stop:
            return ()
        from_end = start > self._length - stop
        offset = self._length - stop if from_end else start
        connection = self._connections.get()
        statement = self._sorting.window[self._is_falling != from_end]
        found = connection.execute(statement, (self._last, stop - start, offset))
        keys = [key for (key,) in found]
        return reading.rows(connection, keys[::-1] if from_end else keys)

    def index(self, key: int) -> int | None:
        """Return the place of a cable, counted in the index; None when it is not listed."""
        connection = self._connections.get()
        values = connection.execute(self._sorting.values, (key, self._last)).fetchone()
        if values is None:
            return None
        before: int = reading.value(connection, self._sorting.before(values), *values)
        return self._length - 1 - before if self._is_falling else before
