from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.drawing.flow import Flow, Place
from tui.drawing.line import Line, Piece, plain
from tui.drawing.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence


class Units:
    """Units of 1, 2, 3, 1, 2, 3, ... lines; counts how many were laid out."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.laid_out = 0

    def __len__(self) -> int:
        return self.count

    def lines(self, unit: int) -> Sequence[object]:
        self.laid_out += 1
        return range(unit % 3 + 1)

    def draw(self, unit: int, line: object) -> Line:
        return (Piece(f"{unit}.{line}"),)


@pytest.mark.parametrize(
    ("start", "by", "end"),
    [
        pytest.param((0, 0), 1, (1, 0), id="next unit"),
        pytest.param((1, 0), 1, (1, 1), id="same unit"),
        pytest.param((0, 0), 5, (2, 2), id="some units on"),
        pytest.param((2, 2), -5, (0, 0), id="and back"),
        pytest.param((1, 1), -9, (0, 0), id="stops at the top"),
        pytest.param((4, 0), 99, (5, 2), id="stops at the end"),
    ],
)
def test_move(start: tuple[int, int], by: int, end: tuple[int, int]) -> None:
    assert Flow(Units(6)).move(Place(*start), by) == end


@pytest.mark.parametrize(
    ("place", "nearest"),
    [
        pytest.param((2, 1), (2, 1), id="there is"),
        pytest.param((1, 9), (1, 1), id="behind the last line of its unit"),
        pytest.param((1, -2), (1, 0), id="before its first line"),
        pytest.param((9, 9), (5, 2), id="behind the end"),
        pytest.param((-1, 0), (0, 0), id="before the beginning"),
    ],
)
def test_clamp(place: tuple[int, int], nearest: tuple[int, int]) -> None:
    assert Flow(Units(6)).clamp(Place(*place)) == nearest
    assert Flow(Units(6)).end == (5, 2)


@pytest.mark.parametrize(
    ("start", "end", "at_most", "lines"),
    [
        pytest.param((0, 0), (0, 0), 9, 0, id="the same line"),
        pytest.param((2, 0), (2, 2), 9, 2, id="in one unit"),
        pytest.param((1, 1), (3, 0), 9, 4, id="some units on"),
        pytest.param((1, 1), (3, 0), 4, 4, id="just as many as asked for"),
        pytest.param((1, 1), (3, 0), 3, 3, id="more than asked for"),
        pytest.param((2, 0), (2, 2), 1, 1, id="more, in one unit"),
        pytest.param((3, 0), (1, 1), 9, 0, id="above"),
    ],
)
def test_distance(start: tuple[int, int], end: tuple[int, int], at_most: int, lines: int) -> None:
    assert Flow(Units(6)).distance(Place(*start), Place(*end), at_most) == lines


def test_window() -> None:
    drawn = Flow(Units(6)).window(Place(1, 1), 4)
    assert [plain(line) for _, line in drawn] == ["1.1", "2.0", "2.1", "2.2"]
    assert [place for place, _ in drawn] == [(1, 1), (2, 0), (2, 1), (2, 2)]
    assert [plain(line) for _, line in Flow(Units(6)).window(Place(5, 1), 9)] == ["5.1", "5.2"]


def test_units_are_laid_out_once_while_they_are_in_use() -> None:
    units = Units(999)
    flow = Flow(units)
    for unit in (*range(256), 0, 5, 255):
        flow.lines(unit)
    assert units.laid_out == 256
    flow.lines(256)  # the one that was not used for longest goes
    flow.lines(0)
    assert units.laid_out == 257
    flow.lines(1)
    assert units.laid_out == 258


def test_a_million_units_are_not_laid_out_to_show_the_first_the_last_and_some_in_between() -> None:
    units = Units(1_000_000)
    view = View(Flow(units), 20)
    view.lines()
    view.put(view.flow.end, 19)
    view.lines()
    view.put(Place(500_000, 0), 5)
    view.lines()
    assert units.laid_out < 200


def test_one_step_over_the_edge_turns_the_page() -> None:
    view = View(Flow(Units(60)), 6)
    for _ in range(6):
        view.step(1)
    assert view.top == view.cursor == (3, 0)
    view.step(-1)
    assert view.cursor == (2, 2)
    assert view.row == 5


def test_scrolling_keeps_the_row_of_the_cursor() -> None:
    view = View(Flow(Units(60)), 6)
    view.step(2)
    view.scroll(12)
    assert view.row == 2
    view.scroll(-12)
    assert view.cursor == (1, 1)
    assert view.top == (0, 0)


def test_the_end_leaves_no_empty_rows() -> None:
    view = View(Flow(Units(60)), 6)
    view.scroll(10_000)
    assert len(view.lines()) == 6
    assert view.is_at_end


def test_reveal_moves_the_window_only_when_it_must() -> None:
    view = View(Flow(Units(60)), 6)
    view.reveal(Place(2, 1))
    assert view.top == (0, 0)
    view.reveal(Place(30, 0))
    assert view.row <= 1


@pytest.mark.parametrize("height", [1, 2, 3])
def test_a_window_of_few_rows(height: int) -> None:
    view = View(Flow(Units(9)), height)
    for by in (1, 1, 1, -1, 5, -9, 99):
        view.step(by)
        assert 0 <= view.row < height
        assert view.lines()
