"""A row of the index at any width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parser import clean_line
from tui.drawing.line import Line, Piece, Role, crop, cut, pad

if TYPE_CHECKING:
    from archive import CableRow
    from tui.drawing.glyphs import Glyphs

_LETTERS = {
    "UNCLASSIFIED": "U",
    "LIMITED OFFICIAL USE": "LOU",
    "CONFIDENTIAL": "C",
    "SECRET": "S",
    "TOP SECRET": "TS",
}
_ROLES = {"C": Role.CONFIDENTIAL, "S": Role.SECRET, "TS": Role.SECRET}
_FULL_DATE = 64
"""From this width on the date has its year; below it the reference id says the year."""
_NO_ID = 30


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
    return _ROLES.get(letter(classification).partition("/")[0], Role.UNCLASSIFIED)


def _mark(marks: Marks, glyphs: Glyphs) -> Piece:
    if marks.is_tagged:
        return Piece(glyphs.tagged, Role.KEY)
    if marks.is_starred:
        return Piece(glyphs.star, Role.STAR)
    if marks.has_note:
        return Piece(glyphs.note, Role.STAR)
    return Piece(glyphs.read if marks.is_read else glyphs.unread, Role.UNREAD)


def _date(row: CableRow, cells: int) -> str:
    if row.created is None:
        return " " * (10 if cells >= _FULL_DATE else 5)
    return row.created.strftime("%Y-%m-%d" if cells >= _FULL_DATE else "%m-%d")


def index_line(row: CableRow, cells: int, marks: Marks, glyphs: Glyphs) -> Line:
    """Draw one cable as one line of exactly `cells` cells."""
    role = Role.DIM if marks.is_read else Role.TEXT
    hits = f" {row.hits}" if row.hits else ""
    pieces = [_mark(marks, glyphs)]
    if cells >= _NO_ID:
        pieces += [
            Piece(_date(row, cells) + " ", Role.DIM),
            Piece(pad(clean_line(row.reference_id), 16 if cells >= _FULL_DATE else 13) + " ", role),
        ]
    pieces.append(Piece(pad(letter(row.classification), 4) + " ", letter_role(row.classification)))
    room = cells - sum(len(piece.text) for piece in pieces) - len(hits)
    subject = clean_line(row.subject) if row.subject else "(no subject)"
    pieces.append(Piece(pad(cut(subject, room, glyphs.cut), max(room, 0)), role))
    if hits:
        pieces.append(Piece(hits, Role.MATCH if row.best is not None else role))
    return crop(tuple(pieces), cells)
