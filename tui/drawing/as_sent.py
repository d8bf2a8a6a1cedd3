"""The text of a cable as it was sent, and raw with everything visible."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from parser import Span, clean
from tui.drawing.aligned import Alignments, in_order, repairs_within
from tui.drawing.body import BAR_CELLS, Form, Look, Mark, Marked, TextLine
from tui.drawing.flow import Place
from tui.drawing.line import Line, Piece, Role, Target, TargetKind
from tui.drawing.references import references_in
from tui.drawing.remarks import is_said, told
from tui.drawing.wrap import chop, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from parser import Cable

_PART = 16_384
"""Characters of a unit, about; a unit ends with a line."""
_KEPT = 256


class _Part(NamedTuple):
    """A range of the raw text that is laid out as one unit."""

    start: int
    stop: int
    position: int
    """The paragraph it belongs to; -1: what stands before the first."""


class AsSent:
    """The lines as they were typed; a unit is a paragraph or what stands between two.

    In the raw form the white space is shown too; otherwise what was repaired is marked.
    """

    def __init__(self, cable: Cable, look: Look) -> None:
        self.cable = cable
        self.look = look
        self.left = 0
        self.margin_cells = 2
        self.text_cells = max(look.cells - self.margin_cells - BAR_CELLS, 1)
        self._parts = list(_parts(cable))
        if look.is_narrowed:
            shown = [part for part in self._parts if part.position in look.matches]
            self._parts = shown or self._parts
        self._texts: dict[int, Marked] = {}
        self._repairs = in_order(cable.repairs)
        self._alignments = Alignments(cable, self._repairs)

    def __len__(self) -> int:
        return len(self._parts)

    def position(self, unit: int) -> int:
        """Return the paragraph (from 0) that a unit shows; the one before it for the rest."""
        return max(self._parts[unit].position, 0)

    def unit(self, position: int) -> int:
        """Return the unit in which a paragraph begins, or the next one that is shown."""
        at = bisect_left(self._parts, position, key=lambda part: part.position)
        return min(at, len(self) - 1)

    def shows(self, position: int) -> bool:
        """Say whether a paragraph is among those that are shown."""
        return not self.look.is_narrowed or position in self.look.matches

    def lines(self, unit: int) -> list[TextLine]:
        """Lay out a unit."""
        text = self._marked(unit).text
        lines: list[TextLine] = []
        breaks = chop if self.look.form is Form.RAW else wrap
        start = 0
        for block in text.split("\n"):
            for index, (first, last) in enumerate(breaks(block, self.text_cells)):
                margin = " " + self.look.glyphs.wrapped if index else ""
                lines.append(TextLine(start + first, start + last, margin))
            start += len(block) + 1
        return lines

    def draw(self, unit: int, line: TextLine) -> Line:
        """Draw one line of a unit."""
        margin = Piece(line.margin.ljust(self.margin_cells), Role.DIM)
        drawn = self._marked(unit).pieces(line)
        if self.look.form is Form.RAW:
            return (margin, *map(self._visible, drawn))
        return (margin, *drawn)

    def targets(self, unit: int) -> bool:
        """Say whether anything in a unit can be followed or is explained."""
        return any(mark.target for mark in self._marked(unit).marks)

    def places(
        self, position: int, offsets: Sequence[int], lines: Callable[[int], Sequence[TextLine]]
    ) -> list[Place]:
        """Return the lines in which characters of a paragraph stand; offsets in rising order."""
        if not self.cable.paragraphs:
            return [Place(0, 0)] * len(offsets)
        alignment = self._alignments.of(position)
        # A paragraph begins with its number: that is where its text begins, too.
        start = self.cable.paragraphs[position].span.start
        return [
            self.place_of(alignment.to_raw(offset) if offset else start, lines)
            for offset in offsets
        ]

    def raw_at(self, unit: int, line: TextLine) -> int:
        """Return where a line stands in the raw text."""
        return self._parts[unit].start + line.start

    def place_of(self, raw: int, lines: Callable[[int], Sequence[TextLine]]) -> Place:
        """Return the line in which a character of the raw text is shown."""
        unit = max(bisect_right(self._parts, raw, key=lambda part: part.start) - 1, 0)
        inside = raw - self._parts[unit].start
        at = bisect_right(lines(unit), inside, key=lambda line: line.start) - 1
        return Place(unit, max(at, 0))

    def share(self, unit: int, line: TextLine) -> float:
        """Return how much of the text, 0 to 1, stands above a line."""
        return min(self.raw_at(unit, line) / max(len(self.cable.raw), 1), 1.0)

    def share_of(self, position: int, offset: int) -> float:
        """Return how much of the text stands above a character of a paragraph, about."""
        paragraph = self.cable.paragraphs[position]
        start, end = paragraph.span
        inside = (end - start) * offset / max(len(paragraph.text), 1)
        return min((start + inside) / max(len(self.cable.raw), 1), 1.0)

    def _marked(self, unit: int) -> Marked:
        """Return the cleaned text of a unit and what is marked in it."""
        if unit not in self._texts:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            part = self._parts[unit]
            raw = self.cable.raw[part.start : part.stop]
            if self.look.form is Form.RAW:
                raw = raw.replace("\t", self.look.glyphs.tab)
            raw = raw.removesuffix("\n").removesuffix("\r")
            text = clean(raw)
            marks = (
                mark._replace(span=_shifted(mark.span, raw, text))
                for mark in (*self._matches(part), *self._repaired(part))
            )
            links = (
                Mark(span, Role.LINK, Target(TargetKind.CABLE, mrn))
                for span, mrn in references_in(text, self.cable)
            )
            self._texts[unit] = Marked(text, (*marks, *links))
        return self._texts[unit]

    def _visible(self, piece: Piece) -> Piece:
        text = piece.text.rstrip(" ")
        return piece._replace(text=text + self.look.glyphs.space * (len(piece.text) - len(text)))

    def _matches(self, part: _Part) -> Iterator[Mark]:
        """Find where what matched in the reflowed text stands here."""
        spans = self.look.matches.get(part.position, ())
        if not spans:
            return
        alignment = self._alignments.of(part.position)
        for start, end in spans:
            first = alignment.to_raw(start)
            last = self._after_repair(alignment.to_raw(max(end - 1, start)) + 1)
            if part.start <= first and last <= part.stop:
                yield Mark(Span(first - part.start, last - part.start), Role.MATCH)

    def _after_repair(self, raw: int) -> int:
        """Return where a repaired word ends that is as long as up to here; else this place."""
        at = bisect_left(self._repairs, raw, key=lambda repair: repair.span.start) - 1
        if at >= 0:
            start = self._repairs[at].span.start
            if raw == start + len(self._repairs[at].after.rstrip()):
                return start + len(self._repairs[at].before.rstrip())
        return raw

    def _repaired(self, part: _Part) -> Iterator[Mark]:
        if self.look.form is Form.RAW:
            return
        paragraph = None if part.position < 0 else self.cable.paragraphs[part.position]
        for repair in repairs_within(self._repairs, part.start, part.stop):
            first, last = repair.span
            if is_said(repair) and first < last <= part.stop:
                said = Target(TargetKind.REMARK, told(self.cable, paragraph, repair))
                yield Mark(Span(first - part.start, last - part.start), Role.REPAIR, said)


def _shifted(span: Span, raw: str, text: str) -> Span:
    """Carry a range over to the cleaned text, where cleaning has made it shorter or longer."""
    if len(raw) == len(text):
        return span
    return Span(len(clean(raw[: span.start])), len(clean(raw[: span.end])))


def _parts(cable: Cable) -> Iterator[_Part]:
    """Cut the raw text into units, where paragraphs begin and where a unit gets too long."""
    bounds = [(0, -1)]
    for position, paragraph in enumerate(cable.paragraphs):
        start = cable.raw.rfind("\n", 0, paragraph.span.start) + 1
        if start > bounds[-1][0]:
            bounds.append((start, position))
        elif bounds[-1][1] < 0:
            bounds[-1] = (bounds[-1][0], position)
    stops = [start for start, _ in bounds[1:]] + [len(cable.raw)]
    for (start, position), stop in zip(bounds, stops, strict=True):
        at = start
        while True:
            newline = cable.raw.find("\n", at + _PART, stop)
            after = stop if newline < 0 else newline + 1
            yield _Part(at, after, position)
            at = after
            if at >= stop:
                break
