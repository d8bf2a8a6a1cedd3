"""One cable's text in a window: where the cursor is in it, and what it can jump to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.drawing.as_sent import AsSent
from tui.drawing.body import Form, Look, TextLine
from tui.drawing.flow import Flow, Place
from tui.drawing.line import Line, Piece, targets
from tui.drawing.reflowed import Reflowed
from tui.drawing.view import View

if TYPE_CHECKING:
    from parser import Cable
    from tui.drawing.line import Target


class Page:
    """A cable laid out in one way, with a view on it."""

    def __init__(self, cable: Cable, look: Look, height: int) -> None:
        self.cable = cable
        self.look = look
        reflows = look.form is Form.REFLOWED
        self.source: Reflowed | AsSent = Reflowed(cable, look) if reflows else AsSent(cable, look)
        self.view = View(Flow(self.source), height)
        if reflows and cable.paragraphs:
            self.view.reveal(self.start(0))

    def again(self, look: Look, height: int) -> Page:
        """Lay the cable out in another way, what is under the cursor kept at its row."""
        page = Page(self.cable, look, height)
        unit, line = self.view.cursor
        laid_out = self._laid_out(self.view.cursor)
        if look.form is not self.look.form:
            place = page.start(self.paragraph)
        elif laid_out.text is None:
            place = Place(unit, page.source.line_of(unit, laid_out.start))
        else:
            place = Place(unit, line)
        page.view.put(place, self.view.row)
        return page

    # Where the cursor is

    @property
    def paragraph(self) -> int:
        """Position (from 0) of the paragraph under the cursor."""
        return self.source.position(self.view.cursor.unit)

    @property
    def name(self) -> str:
        """The paragraph under the cursor as a person calls it, `paragraph 3`."""
        return f"paragraph {self._number}" if self.cable.paragraphs else "the text"

    @property
    def _number(self) -> int:
        number = self.cable.paragraphs[self.paragraph].number
        return self.paragraph + 1 if number is None else number

    def where(self, sign: str) -> str:
        """Write the form, the paragraph and how far down it is: `as sent  ¶3/13  20%`."""
        form = "" if self.look.form is Form.REFLOWED else f"{self.look.form.value}  "
        count = len(self.cable.paragraphs)
        if not count:
            return f"{form}no text"
        share = "end" if self.view.is_at_end else f"{100 * self.paragraph // count}%"
        return f"{form}{sign}{self._number}/{count}  {share}"

    def targets(self) -> tuple[Target, ...]:
        """Return what can be followed on the cursor's line, from the left."""
        for place, line in self.view.lines():
            if place == self.view.cursor:
                return tuple(piece.target for _, piece in targets(line) if piece.target)
        return ()

    def draw(self, row: int, cursor: Piece) -> Line:
        """Draw a row of the window; `cursor` stands in the margin of its line."""
        lines = self.view.lines()
        if row >= len(lines):
            return ()
        place, line = lines[row]
        if place != self.view.cursor:
            return line
        left = self.source.left
        if not line:
            return (Piece(" " * left), cursor)
        margin = line[0].text
        before, after = Piece(margin[:left]), line[0]._replace(text=margin[left + 1 :])
        return (before, cursor, after, *line[1:])

    # Where it can go

    def start(self, position: int) -> Place:
        """Return the first line of a paragraph, below its heading."""
        unit = self.source.unit(position)
        return Place(unit, self.source.line_of(unit, 0))

    def go_to(self, position: int) -> None:
        """Put the cursor on a paragraph near the top of the window, on its first hit if any."""
        unit = self.source.unit(position)
        spans = self.look.matches.get(position, ())
        offset = spans[0].start if spans else 0
        self.view.put(Place(unit, self.source.line_of(unit, offset)), 0)
        start = self.start(position)
        above = self.view.flow.distance(start, self.view.cursor, self.view.height)
        self.view.put(self.view.cursor, min(above + start.line, self.view.height // 2))

    def number(self, number: int) -> bool:
        """Put the cursor on the paragraph that is printed with a number; False if there is none."""
        for position, paragraph in enumerate(self.cable.paragraphs):
            if paragraph.number == number:
                self.go_to(position)
                return True
        return False

    def to_paragraph(self, by: int) -> None:
        """Go to the start of the next paragraph, or of this one and then the previous."""
        cursor = self.view.cursor
        first, last = self.start(0), self.start(len(self.cable.paragraphs) - 1)
        if by > 0:
            target = first if cursor < first else self.start(self.paragraph + 1)
            self.view.reveal(target if cursor < last else self.view.flow.end)
            return
        start = self.start(self.paragraph)
        self.view.reveal(start if start < cursor else self.start(self.paragraph - 1))

    def to_heading(self, by: int) -> bool:
        """Go to the next or previous heading; False if there is none."""
        paragraphs = self.cable.paragraphs
        position = self.paragraph + by
        if by > 0 and self.view.cursor < self.start(0):
            position = 0
        while 0 <= position < len(paragraphs):
            if paragraphs[position].heading:
                self.view.reveal(self.start(position))
                return True
            position += by
        return False

    def hits(self) -> list[Place]:
        """Return the lines that have a match, in order."""
        places: list[Place] = []
        for position in sorted(self.look.matches):
            unit = self.source.unit(position)
            for span in self.look.matches[position]:
                place = Place(unit, self.source.line_of(unit, span.start))
                if place not in places[-1:]:
                    places.append(place)
        return places

    def to_hit(self, by: int) -> tuple[int, int] | None:
        """Go to the next or previous line with a match; return its number and their count."""
        hits = self.hits()
        cursor = self.view.cursor
        beyond = [
            number
            for number, place in enumerate(hits)
            if (place > cursor if by > 0 else place < cursor)
        ]
        if not beyond:
            return None
        number = beyond[0] if by > 0 else beyond[-1]
        self.view.reveal(hits[number])
        return number + 1, len(hits)

    def _laid_out(self, place: Place) -> TextLine:
        return self.source.lines(place.unit)[place.line]
