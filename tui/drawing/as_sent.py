"""The text of a cable as it was sent, and raw with everything visible."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from parser import Span, clean
from tui.drawing.body import BLANK, Form, Look, Mark, TextLine, pieces
from tui.drawing.line import Line, Piece, Role
from tui.drawing.wrap import chop, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser import Cable

_PART = 16_384
"""Characters of a unit, about; a unit ends with a line."""


class AsSent:
    """The lines as they were typed; a unit is a paragraph or what stands between two.

    In the raw form the white space is shown too; otherwise what was repaired is marked.
    """

    def __init__(self, cable: Cable, look: Look) -> None:
        self.cable = cable
        self.look = look
        self.left = 0
        self.margin_cells = 2
        self.text_cells = max(look.cells - self.margin_cells, 1)
        self._starts, self._positions = _parts(cable)
        self._texts: dict[int, tuple[str, tuple[Mark, ...]]] = {}

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, unit: int) -> int:
        """Return the paragraph (from 0) that a unit shows; the one before it for the rest."""
        return max(self._positions[unit], 0)

    def unit(self, position: int) -> int:
        """Return the unit in which a paragraph begins."""
        if not self.cable.paragraphs or position <= 0:
            return 0 if not self.cable.paragraphs else self._at(self.cable.paragraphs[0].span.start)
        last = len(self.cable.paragraphs) - 1
        return self._at(self.cable.paragraphs[min(position, last)].span.start)

    def _at(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def lines(self, unit: int) -> list[TextLine]:
        """Lay out a unit."""
        text, _ = self.text(unit)
        lines: list[TextLine] = []
        breaks = chop if self.look.form is Form.RAW else wrap
        start = 0
        for block in text.split("\n"):
            for index, (first, last) in enumerate(breaks(block, self.text_cells)):
                margin = " " + self.look.glyphs.wrapped if index else ""
                lines.append(TextLine(start + first, start + last, margin))
            start += len(block) + 1
        return lines or [BLANK]

    def draw(self, unit: int, line: object) -> Line:
        """Draw one line of a unit."""
        assert isinstance(line, TextLine)  # noqa: S101 - it came from lines()
        text, marks = self.text(unit)
        margin = Piece(line.margin.ljust(self.margin_cells), Role.DIM)
        drawn = pieces(text, line, marks, self.look.glyphs.missing)
        if self.look.form is Form.RAW:
            return (margin, *map(self._visible, drawn))
        return (margin, *drawn)

    def text(self, unit: int) -> tuple[str, tuple[Mark, ...]]:
        """Return the cleaned text of a unit and what is marked in it."""
        if unit not in self._texts:
            start = self._starts[unit]
            stop = self._starts[unit + 1] if unit + 1 < len(self) else len(self.cable.raw)
            raw = self.cable.raw[start:stop]
            if self.look.form is Form.RAW:
                raw = raw.replace("\t", self.look.glyphs.tab)
            text = clean(raw.removesuffix("\n").removesuffix("\r"))
            marks = [*self._matches(unit, text), *self._repairs(start, stop, raw, text)]
            self._texts[unit] = text, tuple(marks)
        return self._texts[unit]

    def line_of(self, unit: int, offset: int) -> int:  # noqa: ARG002 - one door for all forms
        """Return the first line: an offset in the reflowed text says nothing here."""
        return 0

    def _visible(self, piece: Piece) -> Piece:
        text = piece.text.rstrip(" ")
        return piece._replace(text=text + self.look.glyphs.space * (len(piece.text) - len(text)))

    def _matches(self, unit: int, text: str) -> Iterator[Mark]:
        position = self._positions[unit]
        if not 0 <= position < len(self.cable.paragraphs):
            return
        shown = clean(self.cable.paragraphs[position].text)
        for start, end in self.look.matches.get(position, ()):
            for word in shown[start:end].split():
                at = text.find(word)
                while at >= 0:
                    yield Mark(Span(at, at + len(word)), Role.MATCH)
                    at = text.find(word, at + len(word))

    def _repairs(self, start: int, stop: int, raw: str, text: str) -> Iterator[Mark]:
        if self.look.form is Form.RAW or len(raw) != len(text) + (raw[-1:] == "\n"):
            return
        for repair in self.cable.repairs:
            first, last = repair.span
            if start <= first and last <= stop and last > first:
                yield Mark(Span(first - start, last - start), Role.REPAIR)


def _parts(cable: Cable) -> tuple[list[int], list[int]]:
    """Cut the raw text into units; return where each begins and its paragraph (-1: none yet)."""
    bounds = [(0, -1)]
    for position, paragraph in enumerate(cable.paragraphs):
        start = cable.raw.rfind("\n", 0, paragraph.span.start) + 1
        if start > bounds[-1][0]:
            bounds.append((start, position))
        else:
            bounds[-1] = (bounds[-1][0], position)
    starts: list[int] = []
    positions: list[int] = []
    for (start, position), (stop, _) in zip(
        bounds, [*bounds[1:], (len(cable.raw), 0)], strict=True
    ):
        at = start
        while at < stop or at == start:
            starts.append(at)
            positions.append(position)
            newline = cable.raw.find("\n", at + _PART, stop)
            at = stop if newline < 0 else newline + 1
            if at >= stop:
                break
    return starts, positions
