"""The list of cables: one line each, read from the archive a window at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message

from tui.drawing.index import SHORTEST_ID, Columns, Marks, index_line
from tui.drawing.line import EMPTY, Line, Role
from tui.marked import Marked
from tui.panes.messages import NO_CABLE, CopyAsked
from tui.panes.pane import bindings, repeated
from tui.panes.rows import RowsPane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from archive import CableRow, Listing

_BLOCK = 32
"""Rows that are read at a time: of a query each costs, and a small screen shows twenty."""
_KEPT_BLOCKS = 32
_EXPORTED = 512
"""Rows that are read at a time where all of them are."""
_LOOKED_AT = 5000
_MARKED = 1000
"""Rows that one key marks at most."""


class IndexPane(RowsPane):
    """The cables of the present selection, with a cursor."""

    WHERE = "index"
    BINDINGS = bindings("index")

    @dataclass
    class Opened(Message):
        """The user asked to read a cable."""

        row: CableRow

    @dataclass
    class Moved(Message):
        """The cursor stands on another cable."""

        row: CableRow
        is_turned: bool
        """On another page of the list than the last one."""

        def can_replace(self, message: Message) -> bool:
            """Tell only the last of many moves."""
            return isinstance(message, IndexPane.Moved)

    def __init__(self, marks: Callable[[CableRow], Marks], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.listing: Listing | None = None
        self._marks = marks
        self.is_whole = True
        """All that were asked for are listed, not their beginning only."""
        self.is_by_cited = False
        """They are sorted by how often they are cited, which each row shows."""
        self._blocks: dict[int, Sequence[CableRow]] = {}
        self._id_cells = SHORTEST_ID
        self._divided: tuple[object, Columns] | None = None
        """The columns, and the rows that they are for: each of those asks for them."""
        self._told_top = 0
        """The first row in sight when the cursor moved last."""
        self.marked = Marked()

    def show(
        self,
        listing: Listing,
        first: Sequence[CableRow] = (),
        *,
        is_whole: bool = True,
        row: int = 0,
        top: int = 0,
    ) -> None:
        """List other cables, or only what their list begins with, the cursor on a row."""
        self._id_cells = SHORTEST_ID
        self.fill(listing, first, is_whole=is_whole)
        self.put(row, top)

    def fill(
        self, listing: Listing, first: Sequence[CableRow] = (), *, is_whole: bool = True
    ) -> None:
        """List more of the same cables; cursor and window stay.

        `first` are the first rows, where they have been read already.
        """
        self.listing, self.is_whole = listing, is_whole
        self._divided = None
        self._blocks.clear()
        for block in range(-(-len(first) // _BLOCK)):
            self._blocks[block] = first[block * _BLOCK : (block + 1) * _BLOCK]
        self.refresh()
        self.changed()

    @property
    def count(self) -> int:
        """How many cables are listed."""
        return 0 if self.listing is None else len(self.listing)

    def row_at(self, index: int) -> CableRow | None:
        """Return a row of the list; None beyond its ends."""
        if self.listing is None or not 0 <= index < self.count:
            return None
        block, offset = divmod(index, _BLOCK)
        if block not in self._blocks:
            if len(self._blocks) >= _KEPT_BLOCKS:
                self._blocks.clear()
            self._blocks[block] = self.listing.rows(block * _BLOCK, (block + 1) * _BLOCK)
        rows = self._blocks[block]
        return rows[offset] if offset < len(rows) else None

    @property
    def current(self) -> CableRow | None:
        """The cable under the cursor."""
        return self.row_at(self.cursor)

    def find(self, key: int) -> None:
        """Put the cursor on a cable, if it is listed."""
        if self.listing is None or ((row := self.current) is not None and row.key == key):
            return
        if (index := self.listing.index(key)) is not None:
            self.go(index)

    def neighbour(self, by: int) -> CableRow | None:
        """Go to a row after or before that is of another cable, or as far as there is one.

        None where there is none.
        """
        return repeated(self._to_neighbour, by)

    def _to_neighbour(self, by: int) -> CableRow | None:
        at, here = self.cursor, self.current
        while (row := self.row_at(at := at + by)) is not None:
            if here is None or row.key != here.key:
                self.go(at)
                return row
        return None

    def row_line(self, index: int) -> Line:
        """Draw a row of the list."""
        row = self.row_at(index)
        if row is None:
            return EMPTY
        marks = replace(self._marks(row), is_tagged=row in self.marked)
        return index_line(row, self._columns, marks, self.glyphs, self._cursor(index))

    def _cursor(self, index: int) -> Role | None:
        if index != self.cursor:
            return None
        return Role.CURSOR if self.has_focus else Role.CURSOR_IDLE

    def cursor_role(self, y: int) -> Role | None:  # noqa: ARG002 - the row itself shows the cursor
        """Mark no whole row: that costs two rows of cells for every move."""
        return None

    @property
    def _columns(self) -> Columns:
        """How the rows in sight are divided; an id column that has grown stays as it is."""
        in_sight = (self.top, self.rows, self.size.width)
        if self._divided is not None and self._divided[0] == in_sight:
            return self._divided[1]
        rows = [row for index in range(self.rows) if (row := self.row_at(self.top + index))]
        columns = Columns.of(
            rows,
            self.size.width,
            self._id_cells,
            self.settings.columns,
            is_by_cited=self.is_by_cited,
        )
        self._id_cells = columns.id_cells
        self._divided = in_sight, columns
        return columns

    def moved(self) -> None:
        """Tell which cable the cursor stands on."""
        if (row := self.current) is not None:
            self.send(self.Moved(row, is_turned=self.top != self._told_top))
            self._told_top = self.top
        self.changed()

    def enter(self) -> None:
        """Open the row."""
        self.action_open()

    def action_day(self, by: int) -> None:
        """Go to the first cable of another day, after or before."""
        repeated(self._to_day, by)

    def _to_day(self, by: int) -> bool:
        at, row = self.cursor, self.current
        while row is not None and (other := self.row_at(at + by)) is not None:
            at += by
            if _day(other) != _day(row):
                break
        is_moved = at != self.cursor
        self.go(at)
        return is_moved

    def action_unread(self, by: int) -> None:
        """Go to the next or previous cable that was not read, among some thousands."""
        if not repeated(self._to_unread, by):
            is_end = self.cursor < _LOOKED_AT if by < 0 else self.count - self.cursor <= _LOOKED_AT
            some = "" if is_end else f" among the next {_LOOKED_AT:,}: &is:unread lists all"
            self.notice(f"No unread cable that way{some}.")

    def _to_unread(self, by: int) -> bool:
        at = self.cursor
        for _ in range(_LOOKED_AT):
            at += by
            if (row := self.row_at(at)) is None:
                break
            if not self._marks(row).is_read:
                self.go(at)
                return True
        return False

    def action_open(self) -> None:
        """Read the cable under the cursor."""
        if (row := self.current) is not None:
            self.send(self.Opened(row))
        else:
            self.notice(NO_CABLE)

    # Marks

    @property
    def chosen(self) -> tuple[CableRow, ...]:
        """The marked rows of this list; without any, the one under the cursor."""
        if marked := self.tagged:
            return marked
        return () if self.current is None else (self.current,)

    @property
    def tagged(self) -> tuple[CableRow, ...]:
        """The marked rows of this list: keys are for them."""
        return self.marked.of(self.listing)

    @property
    def position(self) -> str:
        """Row and number of rows, and how many are marked; how many of these are listed."""
        marked, here = len(self.marked), len(self.tagged)
        some = f", {here:,} here" if here < marked else ""
        said = f"{marked:,} marked{some}  " if marked else ""
        return said + super().position + "+" * (not self.is_whole)

    def action_mark(self) -> None:
        """Mark the row or take its mark away, and go on to the next."""
        if (row := self.current) is None:
            self.notice(NO_CABLE)
            return
        (self.marked.unmark if row in self.marked else self.marked.mark)([row])
        self.refresh_rows(self.cursor - self.top)
        self.action_move(1)
        self.changed()

    def action_mark_all(self) -> None:
        """Mark all rows that are listed, up to a limit; where any are, take their marks away."""
        if marked := self.tagged:
            self.marked.unmark(marked)
        elif self.listing is not None:
            self.marked.mark(self.listing.rows(0, min(self.count, _MARKED)))
            if self.count > _MARKED:
                self.notice(f"The first {_MARKED:,} are marked: more are not at once.")
        self.refresh()
        self.changed()

    def action_copy(self, what: str) -> None:
        """Copy the ids, or ids and subjects."""
        rows = {row.key: row for row in self.chosen}.values()  # of paragraphs that of their cable
        texts = [
            row.reference_id if what == "id" else f"{row.reference_id} {row.subject or ''}".strip()
            for row in rows
        ]
        one = "the id" if what == "id" else "the id and the subject"
        if rows:
            self.send(CopyAsked("\n".join(texts), one if len(rows) == 1 else f"{len(rows):,} ids"))
        else:
            self.notice(NO_CABLE)


def first_rows(listing: Listing, in_sight: int) -> Sequence[CableRow]:
    """Read the rows that a list begins with, for :meth:`IndexPane.show`. Called in threads."""
    return listing.rows(0, -(-in_sight // _BLOCK) * _BLOCK)


def all_rows(listing: Listing | None) -> Iterator[CableRow]:
    """Yield all rows of a list, read a window at a time."""
    for start in range(0, 0 if listing is None else len(listing), _EXPORTED):
        yield from listing.rows(start, start + _EXPORTED) if listing is not None else ()


def _day(row: CableRow) -> object:
    return row.created.date() if row.created else None
