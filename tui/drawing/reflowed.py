"""The text of a cable, each paragraph broken anew to the width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parser import Span, clean, clean_line
from tui.drawing.body import BLANK, Look, Mark, TextLine, margin_of, pieces, shifted
from tui.drawing.line import Line, Piece, Role, Target, TargetKind
from tui.drawing.references import references_in
from tui.drawing.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser import Cable, Paragraph

_BULLET = re.compile(r"(?:[-*\u2022]+|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)])\s+")
_KEPT = 256


class Reflowed:
    """The units of a flow: what stands before the text, each paragraph, what stands after it."""

    def __init__(self, cable: Cable, look: Look) -> None:
        self.cable = cable
        self.look = look
        self.margin = margin_of(cable)
        self.text_cells = max(min(look.text_cells, look.cells - self.margin.cells), 1)
        self.left = max((look.cells - self.margin.cells - self.text_cells) // 2, 0)
        """Empty columns before the margin: the text stands in the middle of what is left."""
        self._before = _before(cable)
        self._first = 1 if self._before else 0
        """The unit of the first paragraph."""
        self._texts: dict[int, tuple[str, tuple[Mark, ...]]] = {}

    def __len__(self) -> int:
        return self._first + len(self.cable.paragraphs) + 1

    def position(self, unit: int) -> int:
        """Return the paragraph (from 0) that a unit shows; the nearest one for the other units."""
        return max(min(unit - self._first, len(self.cable.paragraphs) - 1), 0)

    def unit(self, position: int) -> int:
        """Return the unit that shows a paragraph."""
        return min(max(position, 0) + self._first, len(self) - 1)

    def lines(self, unit: int) -> list[TextLine]:
        """Lay out a unit."""
        if unit < self._first:
            return list(self._plain(self._before))
        if unit == len(self) - 1:
            return list(self._plain(_after(self.cable))) or [BLANK]
        return list(self._paragraph(unit))

    def draw(self, unit: int, line: object) -> Line:
        """Draw one line of a unit."""
        assert isinstance(line, TextLine)  # noqa: S101 - it came from lines()
        cells = self.margin.cells + line.indent
        margin = Piece(" " * self.left + line.margin.ljust(cells), Role.LABEL)
        if line.text is not None:
            return (margin, Piece(line.text, line.role)) if line.text else ()
        text, marks = self.text(unit)
        return (margin, *pieces(text, line, marks, self.look.glyphs.missing))

    def text(self, unit: int) -> tuple[str, tuple[Mark, ...]]:
        """Return the cleaned text of a paragraph's unit, and what is marked in it."""
        if unit not in self._texts:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            paragraph = self.cable.paragraphs[unit - self._first]
            text = clean(paragraph.text)
            self._texts[unit] = text, tuple(self._marks(unit - self._first, paragraph, text))
        return self._texts[unit]

    def line_of(self, unit: int, offset: int) -> int:
        """Return the line of a unit in which a character of its text stands."""
        found = 0
        for index, line in enumerate(self.lines(unit)):
            if line.text is None and line.start <= offset:
                found = index
        return found

    def _marks(self, position: int, paragraph: Paragraph, text: str) -> Iterator[Mark]:
        for span in self.look.matches.get(position, ()):
            yield Mark(span, Role.MATCH)
        for span in shifted(paragraph.text, paragraph.redactions, text):
            yield Mark(span, Role.REDACTION)
        for span in shifted(paragraph.text, paragraph.protect, text):
            yield Mark(span, Role.PROTECT)
        lost = [Span(offset, offset) for offset in paragraph.missing]
        for span in shifted(paragraph.text, lost, text):
            yield Mark(span, Role.MISSING)
        for span, mrn in references_in(text, self.cable):
            yield Mark(span, Role.LINK, Target(TargetKind.CABLE, mrn))

    def _paragraph(self, unit: int) -> Iterator[TextLine]:
        paragraph = self.cable.paragraphs[unit - self._first]
        if paragraph.heading:
            if unit > self._first:
                yield BLANK
            yield from self._plain([(paragraph.heading, Role.HEADING)])
        margin = self._sign(unit - self._first) + self.margin.draw(paragraph)
        text, _ = self.text(unit)
        start = 0
        for block in text.split("\n"):
            bullet = _BULLET.match(block)
            indent = bullet.end() if bullet else 0
            for index, (first, last) in enumerate(wrap(block, self.text_cells, indent=indent)):
                yield TextLine(start + first, start + last, margin, indent if index else 0)
                margin = ""
            start += len(block) + 1
        if note := self.look.jottings.notes.get(unit - self._first):
            sign = self.look.glyphs.note
            yield from self._plain([(f"{sign} {note}", Role.STAR)])
        else:
            yield BLANK

    def _sign(self, position: int) -> str:
        return self.look.glyphs.star if position in self.look.jottings.stars else " "

    def _plain(self, parts: list[tuple[str, Role]]) -> Iterator[TextLine]:
        for part, role in parts:
            for text in clean(part).split("\n"):
                for start, end in wrap(text, self.text_cells):
                    yield TextLine(0, 0, "", 0, role, text[start:end])
            yield BLANK


def _before(cable: Cable) -> list[tuple[str, Role]]:
    parts = [(line, Role.DIM) for line in cable.handling]
    if not cable.paragraphs:
        parts.append(("(The source holds no text of this cable.)", Role.MISSING))
    return parts


def _after(cable: Cable) -> list[tuple[str, Role]]:
    parts: list[tuple[str, Role]] = []
    if cable.footer:
        parts.append((cable.footer, Role.DIM))
    if cable.signed_by:
        parts.append((", ".join(map(clean_line, cable.signed_by)), Role.STRONG))
    parts += [(note, Role.DIM) for note in cable.footnotes]
    return parts
