"""A row of the index at any width."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rich.cells import cell_len

from parser import clean_line
from tui.drawing.facts import letter, letter_role, subject_of
from tui.drawing.line import Line, Piece, Role, crop, cut, highlight, pad, width
from tui.passages import PassageRow
from tui.settings import COLUMNS_SHOWN
from tui.wording import SUBJECT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive import CableRow
    from tui.drawing.glyphs import Glyphs

_FULL_DATE = 56
"""From this width on the year of the date has four digits."""
_POST = 18
_SUBJECT, _TEXT = 14, 22
"""Columns of the subject, and of the text of a paragraph, for which others are left out."""
SHORTEST_ID, LONGEST_ID = 12, 18
"""Columns of the reference id: as many as the ids in sight need. One that is longer still, as a
section head in its place is, takes what it needs in its own row alone."""
_USUAL_ID = 13
_LEFT_OUT = ("post", "date", "id")
"""Columns that are left out where there is hardly any room, the first one first."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader's notebook knows of a cable."""

    is_read: bool = False
    is_starred: bool = False
    has_note: bool = False
    is_tagged: bool = False


def _mark(marks: Marks, glyphs: Glyphs) -> str:
    if marks.is_tagged:
        return glyphs.tagged
    if marks.is_starred:
        return glyphs.star
    if marks.has_note:
        return glyphs.note
    return glyphs.read if marks.is_read else glyphs.unread


def _date(row: CableRow, cells: int) -> str:
    shape = "%Y-%m-%d" if cells >= _FULL_DATE else "%y-%m-%d"
    length = 10 if cells >= _FULL_DATE else 8
    return row.created.strftime(shape) if row.created else " " * length


@dataclass(frozen=True, slots=True)
class Columns:
    """How a row is divided."""

    cells: int
    """Of the whole row."""
    id_cells: int = 13
    names: tuple[str, ...] = COLUMNS_SHOWN
    """What is shown, of `tui.settings.COLUMNS`, in this order."""
    least: int = _SUBJECT
    """Columns of the subject for which others are left out."""
    is_by_cited: bool = False
    """In place of the hits stands how often a cable is cited, by which the list is sorted."""

    @classmethod
    def of(
        cls,
        rows: Iterable[CableRow],
        cells: int,
        at_least: int = SHORTEST_ID,
        names: tuple[str, ...] = COLUMNS_SHOWN,
        *,
        is_by_cited: bool = False,
    ) -> Columns:
        """Make room for the ids of some rows, most of them."""
        rows = list(rows)
        least = _TEXT if any(isinstance(row, PassageRow) for row in rows) else _SUBJECT
        empty = cls(cells, names=names, least=least)
        most = min(LONGEST_ID, empty.id_room - empty.kept)
        lengths = (len(row.reference_id) for row in rows)
        longest = max((length for length in lengths if length <= most), default=0)
        id_cells = max(min(max(longest, at_least), most), 1)
        return cls(cells, id_cells, names, least, is_by_cited)

    @property
    def kept(self) -> int:
        """Columns that are kept for the subject; none where it is not shown."""
        return self.least if "subject" in self.names else 0

    @property
    def fitting(self) -> tuple[str, ...]:
        """What there is room for: where there is hardly any, the class and the subject."""
        return _fitting(self.names, self.cells, self.kept)

    @property
    def id_room(self) -> int:
        """Columns that an id can fill at most: it is never cut where there is any room."""
        return _room(self.fitting, self.cells) + _USUAL_ID * ("id" in self.fitting)


@cache
def _fitting(names: tuple[str, ...], cells: int, least: int) -> tuple[str, ...]:
    for name in _LEFT_OUT:
        if _room(names, cells) < least:
            names = tuple(one for one in names if one != name)
    return names


@cache
def _room(names: tuple[str, ...], cells: int) -> int:
    """Return what some columns of a row leave to the subject."""
    filled = {
        "date": 11 if cells >= _FULL_DATE else 9,
        "id": _USUAL_ID + 1,
        "class": 5,
        "post": _POST + 1,
    }
    return cells - 2 - sum(filled.get(name, 0) for name in names)


def index_line(
    row: CableRow, columns: Columns, marks: Marks, glyphs: Glyphs, cursor: Role | None = None
) -> Line:
    """Draw one cable as one line of exactly `columns.cells` cells.

    Most of it has one style, and the cursor is seen in its first column and in the id: that is what
    a row costs on a slow line. `cursor` is the role of the id under the cursor.
    """
    names = columns.fitting
    pieces = [Piece(glyphs.cursor if cursor else " "), Piece(_mark(marks, glyphs))]
    seen = "id" if "id" in names else "subject"
    hits = _hits(row, columns, glyphs) if "hits" in names else ""
    fixed = {
        name: _column(name, row, columns, glyphs, cursor if name == seen else None)
        for name in names
        if name not in {"subject", "hits"}
    }
    room = columns.cells - 2 - len(hits) - sum(map(width, fixed.values()))
    for name in names:
        if name == "subject" and isinstance(row, PassageRow):
            pieces += snippet(row, max(room, 0), glyphs)
        elif name == "subject":
            subject = subject_of(row.subject)
            role = cursor if cursor and name == seen else Role.TEXT
            pieces.append(Piece(pad(cut(subject, room, glyphs.cut), max(room, 0)), role))
        else:
            pieces += fixed.get(name, ())
    if "subject" not in names:
        pieces.append(Piece(" " * max(room, 0)))
    if hits:
        pieces.append(Piece(hits, Role.DIM if row.is_partial else Role.STRONG))
    return crop(_joined(pieces), columns.cells)


def _hits(row: CableRow, columns: Columns, glyphs: Glyphs) -> str:
    if columns.is_by_cited and not isinstance(row, PassageRow):
        return f" {row.cited:,}{glyphs.arrow_in}"
    return f" {glyphs.partial if row.is_partial else ''}{row.hits}" if row.hits else ""


def snippet(row: PassageRow, cells: int, glyphs: Glyphs) -> Line:
    """Draw as much of a paragraph as fits around its first match, in exactly `cells` cells."""
    name = SUBJECT if row.number is None else f"{glyphs.paragraph}{row.number}"
    head = Piece(f"{name} ", Role.LABEL)
    room = max(cells - width((head,)), 0)
    first = row.spans[0] if row.spans else None
    start = 0
    if first is not None and first.end > room * 3 // 4:  # begin with a word, a third before it
        before = min(first.start - room // 3, len(row.text) - room)
        space = row.text.find(" ", max(before, 0), first.start)
        start = first.start if space < 0 else space + 1
    text = row.text[start : start + room + 1].replace("\n", " ")
    spans = [(a - start, b - start) for a, b in row.spans if b > start]
    drawn = highlight(text, spans)
    line = crop((head, *((Piece(glyphs.cut),) if start else ()), *drawn), cells, glyphs.cut)
    return (*line, Piece(" " * (cells - width(line))))


def _column(
    name: str, row: CableRow, columns: Columns, glyphs: Glyphs, cursor: Role | None
) -> Line:
    """Draw one of the columns that are as wide in every row, with a space behind it."""
    if name == "date":
        return (Piece(f"{_date(row, columns.cells)} "),)
    if name == "class":
        short = pad(letter(row.classification), 4)
        return Piece(short, letter_role(row.classification)), Piece(" ")
    if name == "post":
        return (Piece(f"{pad(cut(clean_line(row.origin or ''), _POST, glyphs.cut), _POST)} "),)
    shown = cut(clean_line(row.reference_id), columns.id_room, glyphs.cut)
    fill = " " * (max(columns.id_cells - cell_len(shown), 0) + 1)
    return Piece(shown, cursor or Role.TEXT), Piece(fill)


def _joined(pieces: Iterable[Piece]) -> Line:
    """Join neighbours of one role."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].role is piece.role:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.role)
        else:
            joined.append(piece)
    return tuple(joined)
