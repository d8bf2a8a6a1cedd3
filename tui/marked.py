"""The rows of lists that are marked for the next key, and which of them it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.passages import PassageRow, Passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archive import CableRow, Listing


class _Name(NamedTuple):
    """What tells a row from others, in whatever list it stands."""

    key: int
    position: int | None
    """Of a paragraph; None: the row is a cable's."""


def _name(row: CableRow) -> _Name:
    return _Name(row.key, row.best if isinstance(row, PassageRow) else None)


class Marked:
    """Cables and paragraphs that are marked; as in mutt, keys are for those that are listed.

    The others stay marked until they are listed again: nothing is done to what is out of sight.
    """

    def __init__(self) -> None:
        self._rows: dict[_Name, CableRow] = {}
        self._listed: tuple[Listing, tuple[CableRow, ...]] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, row: CableRow) -> bool:
        return bool(self._rows) and _name(row) in self._rows

    def __iter__(self) -> Iterator[CableRow]:
        return iter(self._rows.values())

    def mark(self, rows: Iterable[CableRow]) -> None:
        """Mark rows."""
        self._rows |= {_name(row): row for row in rows}
        self._listed = None

    def unmark(self, rows: Iterable[CableRow]) -> None:
        """Take marks away."""
        for row in rows:
            self._rows.pop(_name(row), None)
        self._listed = None

    def of(self, listing: Listing | None) -> tuple[CableRow, ...]:
        """Return the marked rows that are listed, in the order in which they were marked."""
        if listing is None or not self._rows:
            return ()
        if self._listed is None or self._listed[0] is not listing:
            self._listed = listing, self._found(listing)
        return self._listed[1]

    def _found(self, listing: Listing) -> tuple[CableRow, ...]:
        if isinstance(listing, Passages):
            names = set(map(_name, listing.rows(0, len(listing))))
        else:
            keys = listing.held({key for key, position in self._rows if position is None})
            names = {_Name(key, None) for key in keys}
        return tuple(row for name, row in self._rows.items() if name in names)
