"""What the three forms of a cable's text have in common: margin, lines, and marks in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from parser import Span, clean, clean_line
from tui.drawing.glyphs import UNICODE, Glyphs
from tui.drawing.jottings import Jottings
from tui.drawing.line import Piece, Role, Target
from tui.drawing.rounds import Round

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from parser import Cable, Paragraph

_LOOKED_AT = 2000
"""How many paragraphs say how wide the margin must be."""
_BLOCK = 256
"""Characters that are looked through together for marks."""
BAR_CELLS = 1
"""Columns at the right edge that are kept for the scroll bar."""


class Form(Round):
    """How the text is shown."""

    REFLOWED = "reflowed"
    AS_SENT = "as sent"
    RAW = "raw"


@dataclass(frozen=True, slots=True)
class Look:
    """How the text is laid out. A layout depends on these values and the cable alone."""

    cells: int
    """Columns of the whole line, margin included."""
    text_cells: int = 72
    """Columns of the text at most."""
    form: Form = Form.REFLOWED
    glyphs: Glyphs = UNICODE
    matches: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    """What a search matched, by the position of the paragraph, in its cleaned text."""
    jottings: Jottings = field(default_factory=Jottings)
    is_narrowed: bool = False
    """Only the paragraphs with a match are shown."""

    def shows_as(self, other: Look) -> bool:
        """Say whether the same text is shown in the same form."""
        return (self.form, self.is_narrowed) == (other.form, other.is_narrowed)

    def breaks_as(self, other: Look) -> bool:
        """Say whether lines break at the same places, but for what was noted since."""
        cells, others = (self.cells, self.text_cells), (other.cells, other.text_cells)
        return cells == others and self.shows_as(other)


class Mark(NamedTuple):
    """A range of a unit's text that is drawn in a role of its own, or can be followed."""

    span: Span
    role: Role
    target: Target | None = None


class TextLine(NamedTuple):
    """One line of a unit: a range of its text, or a text of the line's own."""

    start: int
    end: int
    margin: str = ""
    indent: int = 0
    role: Role = Role.TEXT
    text: str | None = None
    """For a heading, a blank line: text that does not stand in the unit's, but at `start`."""


class Margin(NamedTuple):
    """Widths of the two columns of the margin."""

    number: int
    marking: int

    @property
    def cells(self) -> int:
        """Columns of the whole margin: cursor, number, marking, and a space before the text."""
        return 1 + self.number + 1 + self.marking + 1

    def draw(self, paragraph: Paragraph) -> str:
        """Draw what stands beside the first line of a paragraph, without the cursor's column."""
        number = "" if paragraph.number is None else str(paragraph.number)
        marking = clean_line(paragraph.marking or "")
        return f"{number[-self.number :]:>{self.number}} {marking[: self.marking]}"


def margin_of(cable: Cable) -> Margin:
    """Choose a margin that holds the numbers and portion marks of a cable."""
    some = cable.paragraphs[:_LOOKED_AT]
    numbers = max((len(str(paragraph.number or "")) for paragraph in some), default=0)
    markings = max((len(paragraph.marking or "") for paragraph in some), default=0)
    return Margin(min(max(numbers, 2), 5), min(max(markings, 3), 6))


def shifted(text: str, spans: Sequence[Span], cleaned: str) -> tuple[Span, ...]:
    """Carry spans of a text over to its cleaned form."""
    if text == cleaned:
        return tuple(spans)
    return tuple(Span(len(clean(text[:start])), len(clean(text[:end]))) for start, end in spans)


class Marked:
    """A text and what is marked in it; the first mark of a place wins."""

    def __init__(self, text: str, marks: Iterable[Mark] = ()) -> None:
        self.text = text
        self.marks = tuple(marks)
        self._near: dict[int, list[int]] = {}
        for number, mark in enumerate(self.marks):
            for block in range(mark.span.start // _BLOCK, mark.span.end // _BLOCK + 1):
                self._near.setdefault(block, []).append(number)

    def within(self, start: int, end: int) -> list[Mark]:
        """Return the marks that reach into a range."""
        blocks = range(start // _BLOCK, end // _BLOCK + 1)
        numbers = sorted({number for block in blocks for number in self._near.get(block, ())})
        near = [self.marks[number] for number in numbers]
        return [mark for mark in near if mark.span.end > start and mark.span.start < end]

    def pieces(self, line: TextLine) -> Iterator[Piece]:
        """Cut one line of the text where its marks begin and end."""
        inside = self.within(line.start, line.end)
        bounds = {line.start, line.end}
        for mark in inside:
            bounds.update(min(max(offset, line.start), line.end) for offset in mark.span)
        for start, end in pairwise(sorted(bounds)):
            over = [mark for mark in inside if mark.span.start <= start < mark.span.end]
            role = next((mark.role for mark in over if mark.role is not Role.TEXT), line.role)
            target = next((mark.target for mark in over if mark.target), None)
            yield Piece(self.text[start:end], role, target)
