"""What the three forms of a cable's text have in common: margin, lines, and marks in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from parser import Span, clean, clean_line
from tui.drawing.glyphs import UNICODE, Glyphs
from tui.drawing.line import Piece, Role, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from parser import Cable, Paragraph

_LOOKED_AT = 2000
"""How many paragraphs say how wide the margin must be."""


class Form(StrEnum):
    """How the text is shown."""

    REFLOWED = "reflowed"
    AS_SENT = "as sent"
    RAW = "raw"

    @property
    def next(self) -> Form:
        """The form after this one; the last is followed by the first."""
        forms = list(Form)
        return forms[(forms.index(self) + 1) % len(forms)]


@dataclass(frozen=True, slots=True)
class Jottings:
    """What the reader wrote beside the text, by the position of the paragraph, from 0."""

    notes: Mapping[int, str] = field(default_factory=dict)
    stars: frozenset[int] = frozenset()


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
    """For a heading, a blank line: text that does not stand in the unit's."""


BLANK = TextLine(0, 0, text="")


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


def pieces(text: str, line: TextLine, marks: Sequence[Mark], missing: str) -> Iterator[Piece]:
    """Cut one line of a text where its marks begin and end; the first mark of a place wins."""
    inside = [mark for mark in marks if mark.span.end >= line.start and mark.span.start <= line.end]
    if not inside:
        yield Piece(text[line.start : line.end], line.role)
        return
    bounds = {line.start, line.end}
    for mark in inside:
        bounds.update(min(max(offset, line.start), line.end) for offset in mark.span)
    ordered = sorted(bounds)
    for start, end in zip(ordered, [*ordered[1:], line.end], strict=True):
        over = [m for m in inside if m.span.start <= start < m.span.end]
        for mark in inside:
            if mark.span.start == mark.span.end == start and (
                start < line.end or start == len(text)
            ):
                yield Piece(missing, mark.role, mark.target)
        if start < end:
            target = next((mark.target for mark in over if mark.target), None)
            yield Piece(text[start:end], over[0].role if over else line.role, target)
