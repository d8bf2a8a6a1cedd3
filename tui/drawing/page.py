"""One cable's text in a window: where the cursor is in it, and what it can jump to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from tui.drawing.as_sent import AsSent
from tui.drawing.body import BAR_CELLS, Form, Look
from tui.drawing.flow import Flow, Place
from tui.drawing.line import Line, Piece, Role, width
from tui.drawing.reflowed import Reflowed
from tui.drawing.scroll_bar import scroll_bar
from tui.drawing.view import View
from tui.opened import position_of
from tui.wording import called

if TYPE_CHECKING:
    from parser import Cable
    from tui.drawing.body import TextLine
    from tui.drawing.line import Target
    from tui.visit import Spot

_MOST_LINES = 20_000
"""Lines that are looked through for something to follow."""


class Page:
    """A cable laid out in one way, with a view on it."""

    def __init__(self, cable: Cable, look: Look, height: int) -> None:
        self.cable = cable
        self.look = look
        reflows = look.form is Form.REFLOWED
        self.source: Reflowed | AsSent = Reflowed(cable, look) if reflows else AsSent(cable, look)
        self.view = View(Flow(self.source), height)
        self.anchor: int | None = None
        """The paragraph at which a selection began."""
        self._aim: tuple[Place, int] = (Place(0, 0), 0)
        """A line, and which of the things to follow on it the cursor is at."""
        self._came_from: tuple[Place | None, int] = (None, 0)
        """The line that the cursor was put on, and for which character of the raw text: going
        round the forms must not creep up the text."""
        self._bar: tuple[Place, tuple[Piece, ...]] | None = None
        if reflows and cable.paragraphs:
            self.view.reveal(self.start(0))

    def again(self, look: Look, height: int) -> Page:
        """Lay the cable out in another way, what is under the cursor kept at its row."""
        page = Page(self.cable, look, height)
        page.anchor = self.anchor
        place, laid_out = self.view.cursor, self._laid_out(self.view.cursor)
        is_alike = self.look.shows_as(look)
        if not self.look.breaks_as(look) and (not is_alike or laid_out.text is None):
            raw = self._came_from[1]
            if self._came_from[0] != self.view.cursor:
                raw = self.source.raw_at(self.view.cursor.unit, laid_out)
            place = page.source.place_of(raw, page.view.flow.lines)
            page._came_from = place, raw
        page.view.put(place, self.view.row)
        return page

    def come_back(self, spot: Spot) -> None:
        """Put the cursor on a line of this cable, which may have been laid out in another way."""
        place = spot.place
        if not spot.look.breaks_as(self.look):
            before = Page(self.cable, spot.look, self.view.height)
            before.view.put(place, spot.row)
            place = before.again(self.look, self.view.height).view.cursor
        self.view.put(place, spot.row)

    # Where the cursor is

    @property
    def paragraph(self) -> int:
        """Position (from 0) of the paragraph under the cursor."""
        return self.source.position(self.view.cursor.unit)

    @property
    def selected(self) -> list[int]:
        """Positions of the paragraphs that are selected, of those shown; none without an anchor."""
        if self.anchor is None:
            return []
        first, last = sorted((self.anchor, self.paragraph))
        return [position for position in range(first, last + 1) if self.source.shows(position)]

    @property
    def _number(self) -> int:
        return called(self.cable.paragraphs[self.paragraph].number, self.paragraph)

    def where(self, sign: str) -> str:
        """Write the form, the paragraph and how far down it is: `as sent  ¶3/13  20%`."""
        form = "" if self.look.form is Form.REFLOWED else f"{self.look.form.value}  "
        form += "hits only  " if self.look.is_narrowed else ""
        count = len(self.cable.paragraphs)
        if not count:
            return f"{form}no text"
        share = "end" if self.view.is_at_end else f"{int(100 * self._sight[1])}%"
        return f"{form}{sign}{self._number}/{count}  {share}"

    # What can be followed

    @property
    def target(self) -> Target | None:
        """What is at the cursor and can be followed or is explained."""
        found = self.targets()
        place, number = self._aim
        return found[number if place == self.view.cursor else 0] if found else None

    def targets(self) -> tuple[Target, ...]:
        """Return what can be followed on the cursor's line, from the left."""
        return self._targets(self.view.cursor)

    def to_target(self, by: int) -> bool:
        """Go to the next or previous thing to follow; False when there is none that way."""
        here, target = self.view.cursor, self.target
        found = self.targets()
        number = (self._aim[1] if self._aim[0] == here else 0) + by
        if target is not None and 0 <= number < len(found):
            self._aim = here, number
            return True
        flow, place = self.view.flow, here
        for _ in range(_MOST_LINES):
            before, place = place, flow.move(place, by)
            if place == before:
                return False
            if not self.source.targets(place.unit):
                edge = len(flow.lines(place.unit)) - 1 if by > 0 else 0
                place = Place(place.unit, edge)
                continue
            found = self._targets(place)
            # Something that runs on over the end of a line is one thing, not two.
            fresh = [number for number, one in enumerate(found) if one is not target]
            if fresh:
                self.view.reveal(place)
                self._aim = self.view.cursor, fresh[0 if by > 0 else -1]
                return True
        return False

    def _targets(self, place: Place) -> tuple[Target, ...]:
        line = self.source.draw(place.unit, self._laid_out(place))
        found: list[Target] = []
        for piece in line:
            if piece.target is not None and not any(piece.target is one for one in found):
                found.append(piece.target)
        return tuple(found)

    # Drawing

    def draw(self, row: int, cursor: Piece) -> Line:
        """Draw a row of the window; `cursor` stands in the margin of its line."""
        lines = self.view.lines()
        if row >= len(lines):
            return self._with_bar((), row)
        place, line = lines[row]
        if place == self.view.cursor:
            target = self.target if cursor.role is Role.KEY else None
            line = tuple(
                piece._replace(role=Role.CURSOR) if target and piece.target is target else piece
                for piece in line
            )
            line = self._with_sign(line, cursor)
        elif self._is_selected(place):
            line = self._with_sign(line, Piece(self.look.glyphs.selected, Role.KEY))
        return self._with_bar(line, row)

    def _is_selected(self, place: Place) -> bool:
        if self.anchor is None:
            return False
        first, last = sorted((self.anchor, self.paragraph))
        return first <= self.source.position(place.unit) <= last

    def _with_sign(self, line: Line, sign: Piece) -> Line:
        left = self.source.left
        if not line:
            return (Piece(" " * left), sign)
        margin = line[0].text
        before, after = Piece(margin[:left]), line[0]._replace(text=margin[left + 1 :])
        return (before, sign, after, *line[1:])

    def _with_bar(self, line: Line, row: int) -> Line:
        if not self.look.matches:
            return line
        if self._bar is None or self._bar[0] != self.view.top:
            rows, glyphs = self.view.height, self.look.glyphs
            bar = scroll_bar(rows, self._sight, self._hit_shares, glyphs)
            self._bar = self.view.top, bar
        room = self.look.cells - BAR_CELLS - width(line)
        if room < 0 or row >= len(self._bar[1]):
            return line  # the pane has another size already, and the page not yet
        return (*line, Piece(" " * room), self._bar[1][row])

    @property
    def _sight(self) -> tuple[float, float]:
        """Where the part in sight begins and ends, as shares of the text."""
        lines = self.view.lines()
        end = 1.0 if self.view.is_at_end else self._share(lines[-1][0])
        return self._share(self.view.top), end

    @cached_property
    def _hit_shares(self) -> list[float]:
        share = self.source.share_of
        return [share(position, offset) for position, starts, _ in self._hits for offset in starts]

    def _share(self, place: Place) -> float:
        return self.source.share(place.unit, self._laid_out(place))

    # Where it can go

    def start(self, position: int) -> Place:
        """Return the first line of a paragraph, below its heading."""
        return self.source.places(position, [0], self.view.flow.lines)[0]

    def go_to(self, position: int) -> None:
        """Put the cursor on a paragraph near the top of the window, on its first hit if any."""
        position = min(max(position, 0), len(self.cable.paragraphs) - 1)
        if position < 0:
            return
        spans = self.look.matches.get(position, ())
        offset = spans[0].start if spans else 0
        self.view.put(self.source.places(position, [offset], self.view.flow.lines)[0], 0)
        start = self.start(position)
        above = self.view.flow.distance(start, self.view.cursor, self.view.height)
        self.view.put(self.view.cursor, min(above + start.line, self.view.height // 2))

    def position_of(self, number: int) -> int | None:
        """Return the position of the paragraph that has a number; None if there is none."""
        return position_of(self.cable, number)

    def to_paragraph(self, by: int) -> bool:
        """Go to the start of the next paragraph, or of this one and then the previous.

        False at an end of the text.
        """
        cursor = self.view.cursor
        unit = cursor.unit
        first, last = self.start(0), self.start(len(self.cable.paragraphs) - 1)
        if by > 0:
            after = (
                self.start(self.source.position(unit + 1)) if unit + 1 < len(self.source) else last
            )
            target = first if cursor < first else after
            self.view.reveal(target if cursor < last else self.view.flow.end)
        else:
            start = self.start(self.paragraph)
            before = self.start(self.source.position(max(unit - 1, 0)))
            self.view.reveal(min(start if start < cursor else before, cursor))
        return self.view.cursor != cursor

    def to_heading(self, by: int) -> bool:
        """Go to the next or previous heading; False if there is none."""
        paragraphs = self.cable.paragraphs
        position = self.paragraph + by
        if by > 0 and self.view.cursor < self.start(0):
            position = 0
        while 0 <= position < len(paragraphs):
            if paragraphs[position].heading and self.source.shows(position):
                self.view.reveal(self.start(position))
                return True
            position += by
        return False

    @cached_property
    def _hits(self) -> list[tuple[int, list[int], int]]:
        """Paragraphs with a match, where the matches begin, and how many stand before them."""
        hits: list[tuple[int, list[int], int]] = []
        count = 0
        for position, spans in sorted(self.look.matches.items()):
            if spans:
                hits.append((position, sorted(span.start for span in spans), count))
                count += len(spans)
        return hits

    def to_hit(self, by: int, *, from_here: bool = False) -> tuple[int, int] | None:
        """Go to the next or previous line with a match.

        With `from_here`, the cursor's own line counts as the next. Returns which match it is and
        how many there are; None when there is none that way. Only paragraphs that are passed
        are laid out.
        """
        cursor, lines = self.view.cursor, self.view.flow.lines
        total = sum(len(offsets) for _, offsets, _ in self._hits)
        at = bisect_left(self._hits, self.paragraph, key=lambda hit: hit[0])
        for position, offsets, before in self._hits[at:] if by > 0 else self._hits[at::-1]:
            places = self.source.places(position, offsets, lines)
            if by > 0:
                number = (bisect_left if from_here else bisect_right)(places, cursor)
            else:
                number = bisect_left(places, cursor) - 1
                number = bisect_left(places, places[number]) if number >= 0 else number
            if 0 <= number < len(places):
                self.view.reveal(places[number])
                return before + number + 1, total
        return None

    def _laid_out(self, place: Place) -> TextLine:
        return self.view.flow.lines(place.unit)[place.line]
