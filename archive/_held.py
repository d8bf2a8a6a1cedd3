"""The cables held: what the door and the search read of them, with the last ones kept at hand."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Final

import zstandard

import parser
from archive._errors import DamagedError
from archive._search import ParagraphText
from archive._store import frames, listing, reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive._model import CableRow, Order
    from archive._search import Place
    from archive._store.connections import Connections

AT_HAND: Final = 8_000_000
"""Bytes of unpacked cables kept: as somebody types, most candidates of the next key are those of
the last one."""


class HeldCables:
    """Reads cables from the database, for the door and for the search. For many threads."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._unpacker = frames.Unpacker(self._dictionary)
        self._at_hand: OrderedDict[int, frames.Opened] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def parsed(self, key: int) -> parser.Parsed | None:
        """Return a cable and the problems of its reading; None when the key is not held."""
        found = self._opened([key])
        return found[key].parsed() if key in found else None

    def verify(self, key: int) -> None:
        """Unpack a cable, and keep nothing of it.

        Raises:
            DamagedError: its checksum is wrong.
        """
        for _, frame in reading.frames_of(self._connections.get(), [key]):
            self._unpack(key, frame)

    def paragraphs(self, places: Sequence[Place]) -> Sequence[ParagraphText]:
        """Return the paragraphs at these places, cleaned, in the same order."""
        opened = self._opened({place.key for place in places})
        return [_paragraph(opened[key], position) for key, position in places]

    def rows(self, keys: Sequence[int]) -> Sequence[CableRow]:
        """Return the rows of these cables, in the same order."""
        return reading.rows(self._connections.get(), keys)

    def keys(self, order: Order) -> Sequence[int]:
        """Return the keys of all cables in this order."""
        return array("Q", listing.keys(self._connections.get(), order))

    def _opened(self, keys: Iterable[int]) -> dict[int, frames.Opened]:
        """Unpack these cables, or take them from those at hand."""
        wanted = list(keys)
        with self._lock:
            found = {key: self._at_hand[key] for key in wanted if key in self._at_hand}
            for key in found:
                self._at_hand.move_to_end(key)
        missing = [key for key in wanted if key not in found]
        for key, frame in reading.frames_of(self._connections.get(), missing):
            found[key] = self._unpack(key, frame)
            self._keep(key, found[key])
        return found

    def _unpack(self, key: int, frame: bytes) -> frames.Opened:
        try:
            return self._unpacker.unpack(frame)
        except zstandard.ZstdError as error:
            raise DamagedError(self._connections.folder, f"cable {key}: {error}") from error

    def _keep(self, key: int, opened: frames.Opened) -> None:
        with self._lock:
            if key not in self._at_hand:
                self._at_hand[key] = opened
                self._size += len(opened.data)
            while self._size > AT_HAND:
                _, dropped = self._at_hand.popitem(last=False)
                self._size -= len(dropped.data)

    def _dictionary(self, number: int) -> bytes:
        data = reading.dictionary(self._connections.get(), number)
        if data is None:
            raise DamagedError(self._connections.folder, f"dictionary {number} is missing")
        return data


def _paragraph(opened: frames.Opened, position: int) -> ParagraphText:
    number, text = opened.paragraph(position)
    return ParagraphText(number, parser.clean(text))
