"""The page of a cable that is cited but not held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parser import clean_line
from tui.drawing.facts import day, letter, letter_role, subject_of
from tui.drawing.line import Line, Piece, Role, crop, cut, pad, padded
from tui.drawing.passages import PassageLine, passage_line, passage_lines
from tui.opened import serial_gap
from tui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive import CableRow
    from tui.absent import Absent
    from tui.drawing.glyphs import Glyphs

_LINES = 4
"""Lines of text shown of each paragraph."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence or a title."""

    text: str
    role: Role = Role.TEXT


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A cable held of the same series."""

    row: CableRow
    key: str
    """The key that goes there, `(`."""
    distance: int
    """How many serials away it is."""


AbsentRow = Said | Neighbour | PassageLine


def absent_title(absent: Absent) -> str:
    """Say what the page is about."""
    return f"{absent.mrn} is not held"


def absent_rows(absent: Absent, cells: int) -> tuple[AbsentRow, ...]:
    """Lay the page out at a width."""
    return tuple(_rows(absent, cells))


def _rows(absent: Absent, cells: int) -> Iterator[AbsentRow]:
    cables, places = counted(absent.cables, "cable"), counted(len(absent.passages), "place")
    verb = "cites" if absent.cables == 1 else "cite"
    yield Said(f"{cables} {verb} it in {places}.")
    yield Said(when(absent))
    neighbours = [
        Neighbour(row, key, serial_gap(absent.mrn, row.mrn) + 1)
        for row, key in ((absent.before, "("), (absent.after, ")"))
        if row is not None
    ]
    if neighbours:
        yield Said("Held nearest to it in the series of its post", Role.HEADING)
        yield from neighbours
    yield Said("Cited in", Role.HEADING)
    yield from passage_lines(absent.passages, _LINES, cells)


def when(absent: Absent) -> str:
    """Say when the cable was likely sent: `Likely sent on 2009-04-02.`, for instance."""
    earliest, latest = (at.strftime("%Y-%m-%d") if at else None for at in absent.sent)
    if earliest and earliest == latest:
        return f"Likely sent on {earliest}."
    if earliest and latest:
        return f"Likely sent between {earliest} and {latest}."
    if earliest:
        return f"Likely sent on or after {earliest}."
    return f"Likely sent by {latest}." if latest else "When it was sent cannot be told."


def absent_line(row: AbsentRow, cells: int, glyphs: Glyphs) -> Line:
    """Draw one row of the page."""
    if isinstance(row, Said):
        return crop((Piece(f" {row.text}", row.role),), cells, glyphs.cut)
    if isinstance(row, PassageLine):
        return passage_line(row, _LINES, cells, glyphs)
    held = row.row
    head: Line = (
        Piece(f" {row.key} ", Role.KEY),
        *padded(clean_line(held.reference_id), 17, Role.LINK),
        Piece(f" {day(held.created)} ", Role.DIM),
        Piece(f"{pad(letter(held.classification), 4)} ", letter_role(held.classification)),
    )
    away = f" {row.distance:,} {'before' if row.key == '(' else 'after'}"
    room = cells - sum(len(piece.text) for piece in head) - len(away) - 1
    subject = pad(cut(subject_of(held.subject), room, glyphs.cut), max(room, 0))
    return crop((*head, Piece(subject), Piece(away, Role.DIM)), cells)
