"""What the reader's notebook says of what is on the screen."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from archive import NoSuchCableError, Order, Place, lists_asked_for
from tui.drawing.index import Marks
from tui.drawing.jottings import Jottings
from tui.selection import Remembered, Selection
from tui.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive import Archive, CableRow, Notebook


def _names(row: CableRow) -> set[str]:
    """Return the ids under which a notebook may know a cable."""
    plain = "".join(row.reference_id.split()).upper()
    return {plain, row.mrn} if row.mrn else {plain}


class _Known(NamedTuple):
    """The ids of all cables with something of the reader's."""

    read: frozenset[str]
    starred: frozenset[str]
    noted: frozenset[str]


class Personal:
    """A notebook with what is asked at every row kept at hand; without one, nothing is kept."""

    def __init__(self, notebook: Notebook | None) -> None:
        self.notebook = notebook
        self._known: _Known | None = None
        self._stars: dict[str, set[int | None]] | None = None
        """The paragraphs with a star, by the id of their cable."""

    def last_list(self, archive: Archive) -> Remembered:
        """Return the list as it was when this archive was left."""
        place = self.notebook.place(archive.path) if self.notebook is not None else None
        if place is None:
            return Remembered(Selection())
        steps = tuple(place.query.split("\n")) if place.query else ()
        order = Order(place.sorting) if place.sorting in set(Order) else Order.DATE
        key = None
        if place.cable is not None:
            with suppress(NoSuchCableError):  # the archive may be another one by now
                key, _ = archive.key(place.cable)
        selection = Selection(
            steps, order, place.is_reversed, is_of_paragraphs=place.is_of_paragraphs
        )
        return Remembered(selection, key=key, position=place.position)

    def keep_place(
        self, archive: Archive, selection: Selection, row: CableRow | None, position: int
    ) -> None:
        """Note where this archive is left."""
        if self.notebook is not None:
            cable = row.reference_id if row else None
            order = selection.order.value
            steps = "\n".join(selection.crumbs)  # no query has a line break in it
            place = Place(
                steps,
                order,
                selection.is_reversed,
                cable,
                position,
                is_of_paragraphs=selection.is_of_paragraphs,
            )
            self.notebook.save_place(archive.path, place)

    def note_query(self, query: str) -> None:
        """Note a query that was asked."""
        if self.notebook is not None:
            self.notebook.add_query(query)

    def count_query(self, query: str, cables: int) -> None:
        """Note how many cables a query found that was asked."""
        if self.notebook is not None:
            self.notebook.count_query(query, cables)

    def forget(self) -> None:
        """Look into the notebook again: something was written."""
        self._known = self._stars = None

    def is_news(self) -> bool:
        """Look into the notebook again where another reader has written in it; say whether.

        No key waits for the disk: while that is busy the answer is no.
        """
        if self.notebook is None or not self.notebook.is_news(may_wait=False):
            return False
        self.forget()
        return True

    def marks(self, row: CableRow) -> Marks:
        """Return what is marked of a cable."""
        if self.notebook is None:
            return Marks()
        known = self._known
        if known is None:
            book = self.notebook
            self._known = known = _Known(book.read(), book.starred(), book.noted())
        names = _names(row)
        return Marks(
            is_read=not names.isdisjoint(known.read),
            is_starred=not names.isdisjoint(known.starred),
            has_note=not names.isdisjoint(known.noted),
        )

    def see(self, row: CableRow, *, is_read: bool = True) -> None:
        """Note that a cable was read, or that it counts as unread."""
        if self.notebook is None or self.marks(row).is_read == is_read:
            return
        if is_read and self._known is not None:  # opening a cable does not wait for the disk
            read = self._known.read | {self.notebook.see(row.reference_id)}
            self._known = self._known._replace(read=read)
        else:
            self.notebook.set_read(row.reference_id, is_read=is_read)
            self.forget()

    def see_all(self, rows: Sequence[CableRow]) -> bool:
        """Note that cables were read, or where all were, that they count as unread; say which."""
        is_read = not all(self.marks(row).is_read for row in rows)
        if self.notebook is not None:
            self.notebook.set_read(*(row.reference_id for row in rows), is_read=is_read)
            self.forget()
        return is_read

    def star(self, row: CableRow, position: int | None) -> bool:
        """Star a cable or a paragraph, or take the star away that is shown; say which."""
        is_starred = position not in self.starred(row)
        if self.notebook is not None:
            self.notebook.set_star(row.reference_id, position, is_starred=is_starred)
            self.forget()
        return is_starred

    def star_all(self, rows: Sequence[CableRow]) -> bool:
        """Star cables, or where all have a star, take it away; say which."""
        starless = [row for row in rows if None not in self.starred(row)]
        if self.notebook is not None:
            names = (row.reference_id for row in starless or rows)
            self.notebook.set_stars(*names, is_starred=bool(starless))
            self.forget()
        return bool(starless)

    def starred(self, row: CableRow) -> frozenset[int | None]:
        """Return the paragraphs (from 0) of a cable that have a star; None stands for all of it."""
        if self.notebook is None or not self.marks(row).is_starred:
            return frozenset()
        if self._stars is None:
            self._stars = {}
            for star in self.notebook.stars():
                self._stars.setdefault(star.cable, set()).add(star.position)
        return frozenset().union(*(self._stars.get(name, ()) for name in _names(row)))

    def notes(self, row: CableRow) -> dict[int | None, str]:
        """Return the notes on a cable, by paragraph (from 0); None stands for all of it."""
        if self.notebook is None or not self.marks(row).has_note:
            return {}
        return {note.position: note.text for note in self.notebook.notes(row.reference_id)}

    def meant(self, row: CableRow, query: str) -> list[int]:
        """Return the paragraphs (from 0) of a cable with stars or notes that a query asks for."""
        own: set[int | None] = set()
        asked = lists_asked_for(query) if query else ()
        if "starred" in asked:
            own |= self.starred(row)
        if "note" in asked:
            own |= self.notes(row).keys()
        return sorted(one for one in own if one is not None and one < row.paragraphs)

    def visit(self, row: CableRow, query: str) -> Visit:
        """Return where the row of a cable leads that a query found.

        That is the best paragraph for its words, or else the first with what it asks for of one's
        own.
        """
        own = self.meant(row, query) if row.best is None else []
        return Visit(row.key, own[0] if own else row.best, query)

    def note_at(self, row: CableRow, position: int | None) -> tuple[int | None, str]:
        """Return the note that is shown at a paragraph, and what it is on.

        At the first paragraph it is that on the whole cable, where it has none of its own.
        """
        notes = self.notes(row)
        if position == 0 and position not in notes and None in notes:
            position = None
        return position, notes.get(position, "")

    def jottings(self, row: CableRow) -> Jottings:
        """Return the notes and stars of a cable as its text shows them, by paragraph."""
        notes: dict[int, str] = {}
        for position, text in self.notes(row).items():
            above = notes.get(position or 0)
            notes[position or 0] = f"{above} / {text}" if above else text
        stars = frozenset(position for position in self.starred(row) if position is not None)
        return Jottings(notes=notes, stars=stars)
