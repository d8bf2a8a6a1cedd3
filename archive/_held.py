"""The cables held: what the door and the search read of them, with the last ones kept at hand."""

from __future__ import annotations

from array import array
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

import parser
from archive._errors import DamagedError
from archive._recent import Recent
from archive._source import ParagraphText
from archive._store import reading
from archive._store.frames import UNREADABLE, Opened, Unpacker
from archive._store.listing import AllCables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from archive._model import CableRow, Order
    from archive._search import Place
    from archive._store.connections import Connections

AT_HAND: Final = 4_000_000
"""Bytes of unpacked cables kept."""
TEXTS_AT_HAND: Final = 2000
"""Paragraphs kept: as somebody types, most candidates of the next key are those of the last one."""

_NO_TEXT: Final = ParagraphText(None, "")


class HeldCables:
    """Reads cables from the database, for the door and for the search. For many threads."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._unpacker = Unpacker(self._dictionary)
        self._at_hand: Recent[int, Opened] = Recent(AT_HAND)
        self._texts: Recent[Place, ParagraphText] = Recent(TEXTS_AT_HAND)

    def parsed(self, key: int) -> parser.Parsed | None:
        """Return a cable and the problems of its reading; None when the key is not held."""
        opened = self._opened([key]).get(key)
        if opened is None:
            return None
        with self._readable(key):
            return opened.parsed()

    def verify(self, key: int) -> None:
        """Unpack a cable, and keep nothing of it.

        Raises:
            DamagedError: its checksum is wrong.
        """
        for _, frame in reading.frames_of(self._connections.get(), [key]):
            self._unpack(key, frame)

    def paragraphs(self, places: Sequence[Place]) -> Sequence[ParagraphText]:
        """Return the paragraphs at these places, cleaned, in the same order.

        Of a cable that is damaged they are empty: a search goes on with its subject alone.
        """
        found = self._texts.of(places)
        missing = [place for place in places if place not in found]
        opened = self._opened({place.key for place in missing}, is_strict=False)
        first = [place.key for place in missing if place.position == 0]
        subjects = reading.subjects(self._connections.get(), first)
        for place in missing:
            text = self._paragraph(opened.get(place.key), *place)
            if place.position == 0:
                text = text._replace(subject=parser.clean_line(subjects.get(place.key, "")))
            found[place] = text
            self._texts.keep(place, found[place])
        return [found[place] for place in places]

    def _paragraph(self, opened: Opened | None, key: int, position: int) -> ParagraphText:
        if opened is None:
            return _NO_TEXT
        with suppress(DamagedError), self._readable(key):
            number, text = opened.paragraph(position)
            return ParagraphText(number, parser.clean(text))
        return _NO_TEXT

    def numbers(self, places: Collection[tuple[int, int]]) -> Mapping[tuple[int, int], int | None]:
        """Return the printed numbers of paragraphs, each named by its cable's key and its position.

        None where it has none, and in a cable that is damaged.
        """
        opened = self._opened({key for key, _ in places}, is_strict=False)
        return {(key, at): self._paragraph(opened.get(key), key, at).number for key, at in places}

    def rows(self, keys: Sequence[int]) -> Sequence[CableRow]:
        """Return the rows of these cables, in the same order."""
        return reading.rows(self._connections.get(), keys)

    def keys(self, order: Order, *, reverse: bool) -> Sequence[int]:
        """Return the keys of all cables in this order; those that it does not know come last."""
        everything = AllCables(self._connections, order, reverse=reverse)
        return array("I", everything.keys(0, len(everything)))

    def _opened(self, keys: Iterable[int], *, is_strict: bool = True) -> dict[int, Opened]:
        """Unpack these cables, or take them from those at hand.

        Raises:
            DamagedError: one of them is damaged, and `is_strict`.
        """
        wanted = list(keys)
        found = self._at_hand.of(wanted)
        missing = [key for key in wanted if key not in found]
        for key, frame in reading.frames_of(self._connections.get(), missing):
            try:
                found[key] = self._unpack(key, frame)
            except DamagedError:
                if is_strict:
                    raise
            else:
                self._at_hand.keep(key, found[key], len(found[key].data))
        return found

    def _unpack(self, key: int, frame: bytes) -> Opened:
        with self._readable(key):
            return self._unpacker.unpack(frame)

    @contextmanager
    def _readable(self, key: int) -> Iterator[None]:
        """Turn what goes wrong with the bytes of a cable into the archive's own error."""
        try:
            yield
        except UNREADABLE as error:
            reason = f"cable {key} cannot be read: {error}"
            raise DamagedError(self._connections.folder, reason) from error

    def _dictionary(self, number: int) -> bytes:
        data = reading.dictionary(self._connections.get(), number)
        if data is None:
            raise DamagedError(self._connections.folder, f"dictionary {number} is missing")
        return data
