"""Two texts to read against each other: as one, side by side, or each on its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.drawing.compare import Row, beside, together
from tui.drawing.line import EMPTY, Line, Piece, Role, width
from tui.panes.messages import CopyAsked
from tui.panes.pane import Pane, bindings
from tui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from tui.drawing.compare import Pair

WIDE = 120
"""Columns from which two texts stand side by side."""
_NOTHING = Row(EMPTY, EMPTY, is_different=False, pair=0)
"""What stands below the end of a text."""


class Layout(StrEnum):
    """How two texts are shown."""

    TOGETHER = "as one text"
    BESIDE = "side by side"
    APART = "each on its own"


class ComparePane(Pane, can_focus=True):
    """The two texts, differences marked."""

    WHERE = "compare"
    BINDINGS = bindings("compare")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pairs: Sequence[Pair] | None = None
        self._rows: list[Row] = []
        self._columns: tuple[list[Row], list[Row]] = ([], [])
        """What is scrolled: all rows, or those of each text alone, without the gaps."""
        self.layout_: Layout | None = None
        """How they are shown; None: as fits."""
        self.side = 0
        """The text that keys move while each is on its own."""
        self._tops = [0, 0]
        self._kept = [(0, 0), (0, 0)]
        """Which pair was brought to the top of each, and which of its lines.

        In a larger window there may be some above it; in one as before it is at the top again."""

    def show(self, pairs: Sequence[Pair]) -> None:
        """Show what was compared."""
        self._pairs = pairs
        self._lay_out()

    @property
    def is_turning(self) -> bool:
        """Whether the comparison is still to come: keys wait for it."""
        return self._pairs is None

    @property
    def shown(self) -> Layout:
        """How the texts are shown in the room there is."""
        if self.size.width < WIDE:
            return Layout.TOGETHER
        return self.layout_ or Layout.BESIDE

    @property
    def position(self) -> str:
        """Which difference is at the top, of how many; and how they are shown."""
        places = self._differences
        past = sum(place <= self._tops[0] for place in places)
        count = counted(len(places), "difference")
        if self.shown is Layout.APART:
            return f"{count}  each on its own: {('left', 'right')[self.side]}"
        return f"{past}/{count}  {self.shown.value}" if places else "no difference"

    @property
    def _differences(self) -> list[int]:
        return [number for number, row in enumerate(self._rows) if row.is_different]

    @property
    def _half(self) -> int:
        return max((self.size.width - 3) // 2, 1)

    def on_resize(self, _event: events.Resize) -> None:
        """Break the lines anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        """Lay the rows out as they are shown now, what is at the top kept."""
        if self._pairs is None or not self.size.width:
            return
        places = self._kept
        if self.shown is Layout.TOGETHER:
            cells = min(self.size.width - 2, self.settings.text_width)
            self._rows = together(self._pairs, cells)
        else:
            self._rows = beside(self._pairs, min(self._half - 1, self.settings.text_width))
        left, right = ([row for row in self._rows if row[side] is not None] for side in (0, 1))
        self._columns = (left, right)
        if self.shown is not Layout.APART:
            self._columns = (self._rows, self._rows)
            places = self._kept = [places[self.side]] * 2
        self._put(*(self._top(side, *place) for side, place in enumerate(places)))

    def _place(self, side: int) -> tuple[int, int]:
        """Return which pair is at the top, and which of its lines."""
        pairs = [row.pair for row in self._columns[side]]
        pair = pairs[self._tops[side]] if self._tops[side] < len(pairs) else 0
        return pair, self._tops[side] - pairs.index(pair) if pairs else 0

    def _top(self, side: int, pair: int, line: int) -> int:
        """Return the row of a line of a pair; of its last where it has fewer lines now."""
        pairs = [row.pair for row in self._columns[side]]
        first, last = bisect_left(pairs, pair), bisect_right(pairs, pair) - 1
        return max(min(first + line, last), first)

    def line(self, y: int) -> Line:
        """Draw a row."""
        if self._pairs is None:
            return (Piece(" Comparing ...", Role.DIM),) if not y else EMPTY
        if self.shown is Layout.APART:
            left, right = (
                column[top + y] if top + y < len(column) else _NOTHING
                for column, top in zip(self._columns, self._tops, strict=True)
            )
            return self._both(left.left or EMPTY, right.right or EMPTY)
        if self._tops[0] + y >= len(self._rows):
            return EMPTY
        row = self._rows[self._tops[0] + y]
        if self.shown is Layout.BESIDE:
            return self._both(row.left or EMPTY, row.right or EMPTY)
        return (Piece(" "), *(row.left or EMPTY))

    def _both(self, left: Line, right: Line) -> Line:
        gap = Piece(" " * max(self._half - 1 - width(left), 0))
        rule = Piece(f" {self.glyphs.vertical} ", Role.RULE)
        return (Piece(" "), *left, gap, rule, *right)

    def _put(self, *tops: int, in_sight: int | None = None) -> None:
        """Put the windows on the texts, so that they are full or `in_sight` rows are seen."""
        sizes = [len(column) for column in self._columns]
        rows = self.rows if in_sight is None else in_sight
        before = self._tops
        self._tops = [
            min(max(top, 0), max(size - rows, 0)) for top, size in zip(tops, sizes, strict=True)
        ]
        self.refresh()
        self.changed(is_moved=self._tops != before)

    def _keep(self) -> None:
        """Keep what the user has brought to the top, whatever the size of the window will be."""
        self._kept = [self._place(side) for side in (0, 1)]

    def _move(self, by: int) -> None:
        tops = list(self._tops)
        for side in [self.side] if self.shown is Layout.APART else [0, 1]:
            tops[side] += by
        self._put(*tops)
        self._keep()

    def action_move(self, by: int) -> None:
        """Move by lines."""
        self._move(by)

    def action_page(self, by: int) -> None:
        """Move by pages, one line kept in sight."""
        self._move(by * max(self.rows - 1, 1))

    def action_half(self, by: int) -> None:
        """Move by half pages."""
        self._move(by * max(self.rows // 2, 1))

    def action_first(self, number: int = 0) -> None:
        """Go to the top, or to the difference of a number."""
        places = self._differences
        if not number:
            self._move(-len(self._rows))
        elif number > len(places):
            self.notice(f"There is no difference {number}: {counted(len(places), 'difference')}.")
        else:
            self._bring(number - 1)

    def action_last(self) -> None:
        """Go to the end."""
        self._move(len(self._rows))

    def action_difference(self, by: int) -> None:
        """Bring the next or previous difference to the top, or one further away."""
        self._together()
        top, places = self._tops[0], self._differences
        past = bisect_right(places, top) if by > 0 else bisect_left(places, top)
        left = len(places) - past if by > 0 else past
        if left:
            self._bring(past + min(by - 1, left - 1) if by > 0 else past + max(by, -left))
        else:
            self.notice("No more differences that way.")

    def _together(self) -> None:
        """Let both scroll together: differences are where both are."""
        if self.shown is Layout.APART:
            self.action_apart()

    def _bring(self, number: int) -> None:
        """Bring a difference to the top, from 0; the last ones too."""
        self._together()
        place = self._differences[number]
        self._put(place, place, in_sight=1)
        self._keep()

    def action_beside(self) -> None:
        """Show the texts as one, or side by side."""
        self._change(Layout.BESIDE if self.shown is Layout.TOGETHER else Layout.TOGETHER)

    def action_apart(self) -> None:
        """Let each text scroll on its own, or both together again."""
        self._change(Layout.BESIDE if self.shown is Layout.APART else Layout.APART)

    def _change(self, layout: Layout) -> None:
        """Show the texts in another way, what is at the top kept."""
        if self.size.width < WIDE:
            self.notice(f"Two texts side by side need {WIDE} columns.")
            return
        self.layout_ = layout
        self._lay_out()

    def action_side(self) -> None:
        """Let keys move the other text."""
        if self.shown is not Layout.APART:
            self.action_apart()
        self.side = 1 - self.side if self.shown is Layout.APART else self.side
        self.changed()

    def action_copy(self) -> None:
        """Copy what is at the top, a paragraph of both as one text."""
        if self._pairs:
            pair, _ = self._place(self.side)
            self.send(CopyAsked(self._pairs[pair].signed, "the paragraph at the top, of both"))

    def action_close(self) -> None:
        """Go back."""
        self.screen.dismiss(None)
