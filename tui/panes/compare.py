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


class Layout(StrEnum):
    """How two texts are shown."""

    TOGETHER = "as one text"
    BESIDE = "side by side"
    APART = "each on its own"


class ComparePane(Pane, can_focus=True):
    """The two texts, differences marked."""

    WHERE = "compare"
    BINDINGS = bindings("compare")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._pairs: Sequence[Pair] | None = None
        self._rows: list[Row] = []
        self._sides: tuple[list[Line], list[Line]] = ([], [])
        """Each text alone, without the gaps that keep the two at one height."""
        self.layout_: Layout | None = None
        """How they are shown; None: as fits."""
        self.side = 0
        """The text that keys move while each is on its own."""
        self._tops = [0, 0]

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
        if self._pairs is None or not self.size.width:
            return
        if self.shown is Layout.TOGETHER:
            cells = min(self.size.width - 2, self.settings.text_width)
            self._rows = together(self._pairs, cells)
        else:
            self._rows = beside(self._pairs, min(self._half - 1, self.settings.text_width))
        self._sides = (
            [row.left for row in self._rows if row.left is not None],
            [row.right for row in self._rows if row.right is not None],
        )
        self._put(*self._tops)

    def line(self, y: int) -> Line:
        """Draw a row."""
        if self._pairs is None:
            return (Piece(" Comparing ...", Role.DIM),) if not y else EMPTY
        if self.shown is Layout.APART:
            left, right = (
                side[top + y] if top + y < len(side) else EMPTY
                for side, top in zip(self._sides, self._tops, strict=True)
            )
            return self._both(left, right)
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
        is_apart = self.shown is Layout.APART
        sizes = [len(side) for side in self._sides] if is_apart else [len(self._rows)] * 2
        rows = self.rows if in_sight is None else in_sight
        self._tops = [
            min(max(top, 0), max(size - rows, 0)) for top, size in zip(tops, sizes, strict=True)
        ]
        self.refresh()
        self.changed()

    def _move(self, by: int) -> None:
        tops = list(self._tops)
        for side in [self.side] if self.shown is Layout.APART else [0, 1]:
            tops[side] += by
        self._put(*tops)

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
        if number:
            self._to_number(number)
        else:
            self._move(-len(self._rows))

    def action_last(self, number: int = 0) -> None:
        """Go to the end, or to the difference of a number."""
        if number:
            self._to_number(number)
        else:
            self._move(len(self._rows))

    def _to_number(self, number: int) -> None:
        places = self._differences
        if number > len(places):
            self.notice(f"There is no difference {number}: {counted(len(places), 'difference')}.")
        else:
            self._bring(number - 1)

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
        share = self._tops[0] / max(len(self._rows), 1)
        was_apart = self.shown is Layout.APART
        alone = [self._alone(side) for side in (0, 1)]
        row = self._row() if was_apart else None
        self.layout_ = layout
        self._lay_out()
        if layout is Layout.APART:
            self._put(*alone)
        elif row is not None and layout is Layout.BESIDE:
            self._put(row, row)
        else:
            self._put(*[int(share * len(self._rows))] * 2)

    def _alone(self, side: int) -> int:
        """Return which line of one text is at the top while both scroll together."""
        return sum(row[side] is not None for row in self._rows[: self._tops[0]])

    def _row(self) -> int:
        """Return the row of both in which the top line of the text that keys move stands."""
        numbers = [n for n, row in enumerate(self._rows) if row[self.side] is not None]
        return numbers[self._tops[self.side]] if self._tops[self.side] < len(numbers) else 0

    def action_side(self) -> None:
        """Let keys move the other text."""
        if self.shown is not Layout.APART:
            self.action_apart()
        self.side = 1 - self.side if self.shown is Layout.APART else self.side
        self.changed()

    def action_copy(self) -> None:
        """Copy what is at the top, a paragraph of both as one text."""
        top = self._row() if self.shown is Layout.APART else self._tops[0]
        if self._pairs and top < len(self._rows):
            pair = self._pairs[self._rows[top].pair]
            self.send(CopyAsked(pair.signed, "the paragraph at the top, of both"))

    def action_close(self) -> None:
        """Go back."""
        self.screen.dismiss(None)
