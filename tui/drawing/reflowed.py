"""The text of a cable, each paragraph broken anew to the width."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from parser import Span, clean, clean_line
from tui.drawing.aligned import Alignments, in_order
from tui.drawing.body import BAR_CELLS, Look, Mark, Marked, TextLine, margin_of, shifted
from tui.drawing.flow import Place
from tui.drawing.inserted import Inserted
from tui.drawing.line import Line, Piece, Role, Target, TargetKind
from tui.drawing.references import references_in
from tui.drawing.remarks import MISSING, PROTECT, REDACTION, repair_marks
from tui.drawing.wrap import wrap
from tui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from parser import Cable, Paragraph

_BULLET = re.compile(r"(?:[-*\u2022]+|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)])\s+")
_KEPT = 256
_LINE = 72
"""Characters that the space around a paragraph counts for, as a share of the text."""


class _Shown(NamedTuple):
    """A paragraph's text as it is drawn, and where its own characters stand in it."""

    marked: Marked
    inserted: Inserted


class Reflowed:
    """The units of a flow: what stands before the text, each paragraph, what stands after it."""

    def __init__(self, cable: Cable, look: Look) -> None:
        self.cable = cable
        self.look = look
        self.margin = margin_of(cable)
        room = look.cells - self.margin.cells - BAR_CELLS
        self.text_cells = max(min(look.text_cells, room), 1)
        self.left = max((room - self.text_cells) // 2, 0)
        """Empty columns before the margin: the text stands in the middle of what is left."""
        self._positions: Sequence[int] = range(len(cable.paragraphs))
        if look.is_narrowed:
            self._positions = sorted(look.matches)
        self._before = [] if look.is_narrowed else _before(cable)
        self._first = 1 if self._before else 0
        """The unit of the first paragraph."""
        self._texts: dict[int, _Shown] = {}
        self._repairs = in_order(cable.repairs)
        self._alignments = Alignments(cable, self._repairs)

    def __len__(self) -> int:
        return self._first + len(self._positions) + 1

    def position(self, unit: int) -> int:
        """Return the paragraph (from 0) that a unit shows; the nearest one for the other units."""
        number = max(min(unit - self._first, len(self._positions) - 1), 0)
        return self._positions[number] if self._positions else 0

    def unit(self, position: int) -> int:
        """Return the unit that shows a paragraph, or the next one that is shown."""
        number = bisect_left(self._positions, position)
        return self._first + max(min(number, len(self._positions) - 1), 0)

    def shows(self, position: int) -> bool:
        """Say whether a paragraph is among those that are shown."""
        return position in self._positions

    def lines(self, unit: int) -> list[TextLine]:
        """Lay out a unit."""
        if unit < self._first:
            return list(self._plain(self._before))
        if unit == len(self) - 1:
            gap = self._gap(len(self._positions))
            after = gap if self.look.is_narrowed else self._plain(_after(self.cable))
            return list(after) or [_blank()]
        return list(self._paragraph(unit))

    def draw(self, unit: int, line: TextLine) -> Line:
        """Draw one line of a unit."""
        cells = self.margin.cells + line.indent
        margin = Piece(" " * self.left + line.margin.ljust(cells), Role.LABEL)
        if line.text is not None:
            return (margin, Piece(line.text, line.role)) if line.text else ()
        return (margin, *self._shown(unit).marked.pieces(line))

    def targets(self, unit: int) -> bool:
        """Say whether anything in a unit can be followed or is explained."""
        is_text = self._first <= unit < len(self) - 1
        return is_text and any(mark.target for mark in self._shown(unit).marked.marks)

    def places(
        self, position: int, offsets: Sequence[int], lines: Callable[[int], Sequence[TextLine]]
    ) -> list[Place]:
        """Return the lines in which characters of a paragraph stand; offsets in rising order."""
        unit = self.unit(position)
        if not self._positions or not self.shows(position):
            return [Place(unit, 0)] * len(offsets)
        inserted = self._shown(unit).inserted
        found: list[Place] = []
        starts = [
            (line.start, index) for index, line in enumerate(lines(unit)) if line.text is None
        ]
        for offset in offsets:
            at = bisect_right(starts, inserted.at(offset), key=lambda start: start[0]) - 1
            found.append(Place(unit, starts[max(at, 0)][1]))
        return found

    def raw_at(self, unit: int, line: TextLine) -> int:
        """Return where a line stands in the raw text."""
        if unit < self._first or not self.cable.paragraphs:
            return 0
        position = self.position(unit)
        start, end = self.cable.paragraphs[position].span
        if unit == len(self) - 1:
            return max(end - 1, start)
        if line.text is not None or not line.start:
            return start
        return self._alignments.of(position).to_raw(self._shown(unit).inserted.back(line.start))

    def place_of(self, raw: int, lines: Callable[[int], Sequence[TextLine]]) -> Place:
        """Return the line in which a character of the raw text is shown."""
        if not self._positions:
            return Place(0, 0)
        starts = self.cable.paragraphs
        position = max(bisect_right(starts, raw, key=lambda one: one.span.start) - 1, 0)
        position = self.position(self.unit(position))
        offset = self._alignments.of(position).to_shown(raw) if raw else 0
        return self.places(position, [offset], lines)[0]

    def share(self, unit: int, line: TextLine) -> float:
        """Return how much of the text, 0 to 1, stands above a line."""
        number = min(max(unit - self._first, 0), len(self._positions))
        before, total = self._weights[number], self._weights[-1] or 1
        return min((before + line.start) / total, 1.0)

    def share_of(self, position: int, offset: int) -> float:
        """Return how much of the text stands above a character of a paragraph."""
        number = self.unit(position) - self._first
        return min((self._weights[number] + offset) / (self._weights[-1] or 1), 1.0)

    @cached_property
    def _weights(self) -> list[int]:
        paragraphs = self.cable.paragraphs
        sizes = (len(paragraphs[position].text) + _LINE for position in self._positions)
        return list(accumulate(sizes, initial=0))

    def _shown(self, unit: int) -> _Shown:
        if unit not in self._texts:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            position = self.position(unit)
            paragraph = self.cable.paragraphs[position]
            text = clean(paragraph.text)
            lost = shifted(paragraph.text, [Span(at, at) for at in paragraph.missing], text)
            inserted = Inserted(text, [span.start for span in lost], self.look.glyphs.missing)
            marks = [
                *(Mark(span, Role.MISSING, MISSING) for span in inserted.signs),
                *(
                    mark._replace(span=inserted.span(mark.span))
                    for mark in self._marks(position, paragraph, text)
                ),
            ]
            self._texts[unit] = _Shown(Marked(inserted.text, marks), inserted)
        return self._texts[unit]

    def _marks(self, position: int, paragraph: Paragraph, text: str) -> Iterator[Mark]:
        for span in self.look.matches.get(position, ()):
            yield Mark(span, Role.MATCH)
        for span in shifted(paragraph.text, paragraph.redactions, text):
            yield Mark(span, Role.REDACTION, REDACTION)
        for span in shifted(paragraph.text, paragraph.protect, text):
            yield Mark(span, Role.PROTECT, PROTECT)
        for span, mrn in references_in(text, self.cable):
            yield Mark(span, Role.LINK, Target(TargetKind.CABLE, mrn))
        for span, said, is_changed in repair_marks(self.cable, position, self._repairs, text):
            yield Mark(span, Role.REPAIR if is_changed else Role.TEXT, said)

    def _paragraph(self, unit: int) -> Iterator[TextLine]:
        position = self.position(unit)
        paragraph = self.cable.paragraphs[position]
        yield from self._gap(unit - self._first)
        if paragraph.heading:
            yield from self._plain([(paragraph.heading, Role.HEADING)])
        margin = self._sign(position) + self.margin.draw(paragraph)
        marked, _ = self._shown(unit)
        start = 0
        for block in marked.text.split("\n"):
            bullet = _BULLET.match(block)
            indent = bullet.end() if bullet else 0
            for index, (first, last) in enumerate(wrap(block, self.text_cells, indent=indent)):
                said = self._beside(marked, margin, start + first, start + last)
                yield TextLine(start + first, start + last, said, indent if index else 0)
                margin = ""
            start += len(block) + 1
        end = len(marked.text)
        if note := self.look.jottings.notes.get(position):
            sign = self.look.glyphs.note
            yield from self._plain([(f"{sign} {note}", Role.STAR)], end)
        else:
            yield _blank(end)

    def _beside(self, marked: Marked, margin: str, start: int, end: int) -> str:
        """Write the margin of a line; a sign at its end says that something was repaired."""
        for _, role, target in marked.within(start, end):
            is_remark = target is not None and target.kind is TargetKind.REMARK
            if is_remark and role in {Role.REPAIR, Role.TEXT}:
                return margin.ljust(self.margin.cells - 1) + self.look.glyphs.repaired
        return margin

    def _gap(self, number: int) -> Iterator[TextLine]:
        """Say how many paragraphs are left out before one that is shown, of that number."""
        if not self.look.is_narrowed:
            return
        before = self._positions[number - 1] if number else -1
        after = self.cable.paragraphs
        here = self._positions[number] if number < len(self._positions) else len(after)
        if count := here - before - 1:
            sign = self.look.glyphs.separator * 3
            said = f"{sign} {counted(count, 'paragraph')} without a hit"
            yield from self._plain([(said, Role.DIM)])

    def _sign(self, position: int) -> str:
        return self.look.glyphs.star if position in self.look.jottings.stars else " "

    def _plain(self, parts: list[tuple[str, Role]], at: int = 0) -> Iterator[TextLine]:
        """Lay out texts that are not the paragraph's own, which stand at an offset in it."""
        for part, role in parts:
            for text in clean(part).split("\n"):
                for start, end in wrap(text, self.text_cells):
                    yield TextLine(at, at, "", 0, role, text[start:end])
            yield _blank(at)


def _blank(at: int = 0) -> TextLine:
    return TextLine(at, at, text="")


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
        if _place(cable, "signed_by") < _place(cable, "footer"):
            parts.reverse()
    parts += [(note, Role.DIM) for note in cable.footnotes]
    return parts


def _place(cable: Cable, field: str) -> int:
    """Return where a field was read in the raw text; 0 where nobody knows."""
    origin = cable.origin_of(field)
    return origin.span.start if origin is not None and origin.span is not None else 0
