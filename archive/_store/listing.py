"""All cables in some order, read a window at a time from covering indexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive._model import CableRow, Order
from archive._store import reading

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from archive._store.connections import Connections


@dataclass(frozen=True, slots=True)
class _Sorting:
    """How one order is had from SQL; the key decides between equals.

    Cables without a value in the first column come last, whichever way the others are sorted.
    """

    table: str
    """The table with the covering index named, so that no plan can miss it."""
    columns: tuple[str, ...]
    is_falling: bool = False

    def window(self, *, is_known: bool, is_falling: bool) -> str:
        """Statement for the keys of a window of the cables with, or without, a value."""
        way = "DESC" if is_falling else "ASC"
        order = ", ".join(f"{column} {way}" for column in (*self.columns, "key"))
        return f"""SELECT key FROM {self.table} WHERE is_shown = 1 AND +key <= ?
            AND {self._value} IS {"NOT NULL" if is_known else "NULL"}
            ORDER BY {order} LIMIT ? OFFSET ?"""

    @property
    def unknown(self) -> str:
        """Statement for how many cables have no value."""
        return f"""SELECT count(*) FROM {self.table}
            WHERE is_shown = 1 AND +key <= ? AND {self._value} IS NULL"""

    @property
    def values(self) -> str:
        """Statement for what a cable is sorted by."""
        columns = ", ".join(column.partition(" ")[0] for column in self.columns)
        return f"SELECT {columns}, key FROM cable WHERE key = ? AND is_shown = 1 AND key <= ?"

    def before(self, values: Sequence[str | int | None]) -> str:
        """Statement for how many cables sort before these values, rising, among their like.

        A sum of counts, each over one range of the index: the same year and station and a lesser
        serial; the same year and a lesser station; a lesser year.
        """
        columns = (*self.columns, "+key")
        counts: list[str] = []
        for depth, column in enumerate(columns):
            same = "".join(f"{name} IS ?{n} AND " for n, name in enumerate(columns[:depth], 1))
            lesser = (f"{column} IS NULL", f"{column} < ?{depth + 1}")
            if values[depth] is not None:
                counts += [
                    f"(SELECT count(*) FROM {self.table} WHERE is_shown = 1 AND {same}{less})"
                    for less in lesser[depth == 0 :]
                ]
        return f"SELECT {' + '.join(counts)}"

    @property
    def _value(self) -> str:
        return self.columns[0].partition(" ")[0]


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


class AllCables:
    """Every listed cable. What an import adds later is not in it: its places do not move."""

    def __init__(self, connections: Connections, order: Order, *, reverse: bool) -> None:
        self._connections = connections
        self._sorting = _SORTINGS[order]
        self._is_falling = reverse != self._sorting.is_falling
        connection = connections.get()
        self._length = reading.count(connection)
        self._last = reading.last_key(connection)
        unknown: int = reading.value(connection, self._sorting.unknown, self._last)
        self._known = self._length - unknown

    def __len__(self) -> int:
        return self._length

    def rows(self, start: int, stop: int) -> Sequence[CableRow]:
        """Return the rows of `[start, stop)`."""
        return reading.rows(self._connections.get(), self.keys(start, stop))

    def keys(self, start: int, stop: int) -> list[int]:
        """Return the keys of `[start, stop)`."""
        known, unknown = self._known, self._length - self._known
        return [
            *self._keys(start, min(stop, known), known, is_known=True),
            *self._keys(max(start - known, 0), stop - known, unknown, is_known=False),
        ]

    def _keys(self, start: int, stop: int, size: int, *, is_known: bool) -> list[int]:
        """Walk the index from the nearer end of the cables with, or without, a value."""
        stop = min(stop, size)
        if start >= stop:
            return []
        from_end = start > size - stop
        statement = self._sorting.window(is_known=is_known, is_falling=self._is_falling != from_end)
        window = (self._last, stop - start, size - stop if from_end else start)
        keys = [key for (key,) in self._connections.get().execute(statement, window)]
        return keys[::-1] if from_end else keys

    def index(self, key: int) -> int | None:
        """Return the place of a cable, counted in the index; None when it is not listed."""
        connection = self._connections.get()
        values = connection.execute(self._sorting.values, (key, self._last)).fetchone()
        if values is None:
            return None
        before: int = reading.value(connection, self._sorting.before(values), *values)
        first, stop = (self._known, self._length) if values[0] is None else (0, self._known)
        return stop - 1 - before if self._is_falling else first + before

    def held(self, keys: Collection[int]) -> Collection[int]:
        """Return those of some cables, by key, that are in this list: all but what came later."""
        return [key for key in keys if key <= self._last]
