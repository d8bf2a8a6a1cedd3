"""A window on a flow, with a line cursor in it: `view.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.drawing.flow import Flow, Place
from tui.drawing.line import Line, Piece, plain
from tui.drawing.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence


class Lines:
    """Units of one line each; counts how many were drawn."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.drawn = 0

    def __len__(self) -> int:
        return self.count

    def lines(self, unit: int) -> Sequence[object]:
        return (unit,)

    def draw(self, unit: int, line: object) -> Line:
        self.drawn += 1
        assert line == unit
        return (Piece(str(unit)),)


def view(count: int = 20, height: int = 6, at: tuple[int, int] = (0, 0)) -> View:
    """A window of so many lines; `at` is where the cursor is, and its row."""
    made = View(Flow(Lines(count)), height)
    made.put(Place(at[0], 0), at[1])
    return made


def seen(made: View) -> tuple[int, int, list[str]]:
    return made.cursor.unit, made.row, [plain(line) for _, line in made.lines()]


def window(first: int, rows: int = 6) -> list[str]:
    return [str(line) for line in range(first, first + rows)]


@pytest.mark.parametrize(
    ("line", "row", "cursor", "top"),
    [
        pytest.param(10, 3, 10, 7, id="in its row"),
        pytest.param(10, 0, 10, 10, id="at the top"),
        pytest.param(10, 99, 10, 5, id="in a row that there is not: the last"),
        pytest.param(10, -4, 10, 10, id="above the window: the first"),
        pytest.param(1, 3, 1, 0, id="no text above"),
        pytest.param(19, 0, 19, 14, id="no empty rows below the end"),
        pytest.param(99, 2, 19, 14, id="behind the end: the last line"),
    ],
)
def test_put(line: int, row: int, cursor: int, top: int) -> None:
    assert seen(view(at=(line, row))) == (cursor, cursor - top, window(top))


@pytest.mark.parametrize(
    ("at", "line", "cursor", "top"),
    [
        pytest.param((10, 2), 8, 8, 8, id="first row in sight"),
        pytest.param((10, 2), 13, 13, 8, id="last row in sight"),
        pytest.param((10, 2), 14, 14, 13, id="below: near the top"),
        pytest.param((10, 2), 7, 7, 6, id="above: near the top"),
        pytest.param((10, 2), 99, 19, 14, id="the end"),
    ],
)
def test_reveal(at: tuple[int, int], line: int, cursor: int, top: int) -> None:
    made = view(at=at)
    made.reveal(Place(line, 0))
    assert seen(made) == (cursor, cursor - top, window(top))


@pytest.mark.parametrize(("height", "row"), [(3, 0), (4, 1), (8, 2), (16, 4), (40, 4)])
def test_what_was_out_of_sight_comes_to_a_row_near_the_top(height: int, row: int) -> None:
    made = view(200, height)
    made.reveal(Place(100, 0))
    assert made.row == row


@pytest.mark.parametrize(
    ("at", "by", "cursor", "top"),
    [
        pytest.param((10, 2), 3, 13, 8, id="in sight"),
        pytest.param((10, 5), 1, 11, 11, id="one over the lower edge turns the page"),
        pytest.param((10, 5), 2, 12, 7, id="two over it come to the last row"),
        pytest.param((13, 5), 1, 14, 14, id="a page that is just full"),
        pytest.param((14, 5), 1, 15, 14, id="no empty rows below the end"),
        pytest.param((10, 0), -1, 9, 4, id="one over the upper edge turns the page back"),
        pytest.param((10, 0), -2, 8, 8, id="two over it come to the first row"),
        pytest.param((0, 0), -1, 0, 0, id="the beginning"),
        pytest.param((19, 5), 1, 19, 14, id="the end"),
        pytest.param((3, 3), 99, 19, 14, id="all the way down"),
        pytest.param((15, 0), -99, 0, 0, id="all the way up"),
    ],
)
def test_step(at: tuple[int, int], by: int, cursor: int, top: int) -> None:
    made = view(at=at)
    made.step(by)
    assert seen(made) == (cursor, cursor - top, window(top))


@pytest.mark.parametrize(
    ("at", "by", "cursor", "top"),
    [
        pytest.param((10, 2), 3, 13, 11, id="down"),
        pytest.param((10, 2), -3, 7, 5, id="up"),
        pytest.param((10, 2), 99, 16, 14, id="to the end, in the same row"),
        pytest.param((16, 2), 2, 18, 14, id="at the end the cursor alone"),
        pytest.param((16, 2), 99, 19, 14, id="to the last line"),
        pytest.param((3, 3), -2, 1, 0, id="at the beginning the cursor alone"),
        pytest.param((0, 0), -2, 0, 0, id="the first line"),
    ],
)
def test_scroll(at: tuple[int, int], by: int, cursor: int, top: int) -> None:
    made = view(at=at)
    made.scroll(by)
    assert seen(made) == (cursor, cursor - top, window(top))


@pytest.mark.parametrize(
    ("count", "line", "is_at_end"),
    [(6, 0, True), (7, 0, False), (7, 6, True), (1, 0, True), (20, 13, False), (20, 14, True)],
)
def test_is_at_end(count: int, line: int, is_at_end: bool) -> None:
    made = view(count, at=(line, 0))
    assert made.is_at_end == is_at_end


def test_a_text_that_is_shorter_than_the_window_stands_at_its_top() -> None:
    made = view(3, at=(2, 5))
    assert seen(made) == (2, 2, window(0, 3))
    made.scroll(5)
    assert seen(made) == (2, 2, window(0, 3))
    made.step(-1)
    assert seen(made) == (1, 1, window(0, 3))


@pytest.mark.parametrize("height", [0, -3])
def test_a_window_has_a_row_at_least(height: int) -> None:
    assert View(Flow(Lines(9)), height).height == 1


def test_what_is_seen_is_drawn_once_until_the_window_moves() -> None:
    source = Lines(20)
    made = View(Flow(source), 6)
    made.lines()
    made.step(3)
    made.lines()
    assert source.drawn == 6
    made.scroll(1)
    made.lines()
    assert source.drawn == 12
