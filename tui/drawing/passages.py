"""Paragraphs that cite a cable, as rows of its page: the citing cable of each above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parser import clean_line
from tui.drawing.facts import day, letter, letter_role, subject_of
from tui.drawing.found import hit_lines
from tui.drawing.line import Line, Piece, Role, crop, padded
from tui.wording import called

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive import CableRow
    from parser import Span
    from tui.drawing.glyphs import Glyphs

_WRAPPED = 68
"""Columns of a line of text at most: a longer one is hard to read."""
_INDENT = "      "
_ID = 16
"""Columns that an id fills at least, so that most rows stand in columns."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a cable."""

    row: CableRow
    """The cable."""
    position: int | None
    """From 0; None: the REF line of the header."""
    number: int | None = None
    """As printed."""
    text: str = ""
    """Cleaned."""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageLine:
    """One row: the cable of a passage (number 0), or a line of its text."""

    passage: Passage
    number: int


def passage_lines(passages: Sequence[Passage], lines: int, cells: int) -> Iterator[PassageLine]:
    """Lay passages out: the cable of each, and some lines of its text below it."""
    for passage in passages:
        yield PassageLine(passage, 0)
        for number in range(1, len(_text_lines(passage, lines, cells, " ")) + 1):
            yield PassageLine(passage, number)


def _text_lines(passage: Passage, lines: int, cells: int, cut: str) -> list[Line]:
    room = min(_WRAPPED, cells - len(_INDENT))
    return hit_lines(passage.text, passage.spans, room, lines, cut) if passage.text else []


def passage_line(row: PassageLine, lines: int, cells: int, glyphs: Glyphs) -> Line:
    """Draw one row."""
    passage = row.passage
    if row.number:
        shown = _text_lines(passage, lines, cells, glyphs.cut)
        text = shown[row.number - 1] if row.number <= len(shown) else ()
        return crop((Piece(_INDENT), *text), cells, glyphs.cut)
    where = "REF line"
    if passage.position is not None:
        where = f"{glyphs.paragraph}{called(passage.number, passage.position)}"
    cable = passage.row
    pieces: Line = (
        Piece(" "),
        *padded(clean_line(cable.reference_id), _ID, Role.LINK),
        Piece(f" {where.ljust(8)}  {day(cable.created)} ", Role.DIM),
        Piece(f"{letter(cable.classification).ljust(4)} ", letter_role(cable.classification)),
    )
    return crop((*pieces, Piece(subject_of(cable.subject))), cells, glyphs.cut)
