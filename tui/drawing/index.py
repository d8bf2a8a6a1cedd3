"""A row of the index at any width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from parser import clean_line
from tui.drawing.line import Line, Piece, Role, crop, cut, pad, width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive import CableRow
    from tui.drawing.glyphs import Glyphs

_LETTERS = {
    "UNCLASSIFIED": "U",
    "LIMITED OFFICIAL USE": "LOU",
    "CONFIDENTIAL": "C",
    "SECRET": "S",
    "TOP SECRET": "TS",
}
_ROLES = {"S": Role.SECRET, "TS": Role.SECRET}
_FULL_DATE = 56
"""From this width on the year of the date has four digits."""
_NO_ID = 34
SHORTEST_ID, LONGEST_ID = 12, 26
"""Columns of the reference id: as many as the ids in sight need."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader's notebook knows of a cable."""

    is_read: bool = False
    is_starred: bool = False
    has_note: bool = False
    is_tagged: bool = False


def letter(classification: str | None) -> str:
    """Return the short form of a classification: `U`, `sbu`, `C`, `S`, with `/NF`."""
    if not classification:
        return ""
    level, _, control = classification.partition("//")
    if control == "FOR OFFICIAL USE ONLY":
        return "sbu"
    short = _LETTERS.get(level, level[:1])
    return f"{short}/NF" if control == "NOFORN" else short


def letter_role(classification: str | None) -> Role:
    """Return the role that a classification is shown with."""
    return _ROLES.get(letter(classification).partition("/")[0], Role.TEXT)


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

    @classmethod
    def of(cls, rows: Iterable[CableRow], cells: int, at_least: int = SHORTEST_ID) -> Columns:
        """Make room for the ids of some rows: an id is never cut where there is any room."""
        longest = max((len(row.reference_id) for row in rows), default=0)
        return cls(cells, min(max(longest, at_least), LONGEST_ID, max(cells - 22, 1)))


def index_line(
    row: CableRow, columns: Columns, marks: Marks, glyphs: Glyphs, cursor: Role | None = None
) -> Line:
    """Draw one cable as one line of exactly `columns.cells` cells.

    Most of it has one style, and the cursor is seen in its first column and in the id: that is what
    a row costs on a slow line. `cursor` is the role of the id under the cursor.
    """
    cells = columns.cells
    pieces = [Piece(glyphs.cursor if cursor else " "), Piece(_mark(marks, glyphs))]
    if cells >= _NO_ID:
        name = clean_line(row.reference_id)
        pieces += [
            Piece(f"{_date(row, cells)} "),
            Piece(cut(name, columns.id_cells), cursor or Role.TEXT),
            Piece(" " * (columns.id_cells - cell_len(cut(name, columns.id_cells)) + 1)),
        ]
    pieces += [
        Piece(pad(letter(row.classification), 4), letter_role(row.classification)),
        Piece(" "),
    ]
    hits = f" {glyphs.partial if row.is_partial else ''}{row.hits}" if row.hits else ""
    room = cells - width(tuple(pieces)) - len(hits)
    subject = clean_line(row.subject) if row.subject else "(no subject)"
    role = cursor if cursor and cells < _NO_ID else Role.TEXT
    pieces.append(Piece(pad(cut(subject, room, glyphs.cut), max(room, 0)), role))
    if hits:
        pieces.append(Piece(hits, Role.DIM if row.is_partial else Role.STRONG))
    return crop(_joined(pieces), cells)


def _joined(pieces: Iterable[Piece]) -> Line:
    """Join neighbours of one role."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].role is piece.role:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.role)
        else:
            joined.append(piece)
    return tuple(joined)
