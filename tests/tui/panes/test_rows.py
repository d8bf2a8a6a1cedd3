"""What every list does with the keys of a list: `rows.py`."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.tui.panes.alone import alone, lines, told
from tui.drawing.line import Line, Piece, Role
from tui.panes.messages import Changed
from tui.panes.rows import RowsPane


class Numbers(RowsPane):
    """Rows that show their number."""

    held = 20

    @property
    def count(self) -> int:
        return self.held

    def row_line(self, index: int) -> Line:
        return (Piece(f"row {index}"),)


def rows(cursor: int = 0, top: int = 0, *, height: int = 6, held: int = 20) -> Numbers:
    pane = alone(Numbers, 20, height)
    pane.held = held
    pane.put(cursor, top)
    pane.sent.clear()
    pane.painted.clear()
    return pane


@pytest.mark.parametrize(
    ("start", "action", "number", "cursor", "top"),
    [
        pytest.param((0, 0), "move", 1, 1, 0, id="down"),
        pytest.param((0, 0), "move", -1, 0, 0, id="up at the beginning"),
        pytest.param((19, 14), "move", 1, 19, 14, id="down at the end"),
        pytest.param((5, 0), "move", 1, 6, 6, id="over the lower edge: a page on"),
        pytest.param((6, 6), "move", -1, 5, 0, id="over the upper edge: a page back"),
        pytest.param((13, 8), "move", 1, 14, 14, id="the last page is full"),
        pytest.param((3, 0), "move", 99, 19, 14, id="far down"),
        pytest.param((16, 14), "move", -99, 0, 0, id="far up"),
        pytest.param((2, 0), "page", 1, 8, 6, id="a page, in the same row"),
        pytest.param((8, 6), "page", -1, 2, 0, id="and back"),
        pytest.param((2, 0), "page", -1, 0, 0, id="a page up at the beginning"),
        pytest.param((16, 14), "page", 1, 19, 14, id="a page down at the end"),
        pytest.param((2, 0), "page", 2, 14, 12, id="two pages"),
        pytest.param((2, 0), "half", 1, 5, 3, id="half a page"),
        pytest.param((5, 3), "half", -1, 2, 0, id="and back"),
        pytest.param((9, 6), "first", 1, 0, 0, id="first"),
        pytest.param((0, 0), "first", 12, 11, 6, id="the twelfth"),
        pytest.param((0, 0), "first", 99, 19, 14, id="one that there is not: the last"),
    ],
)
def test_keys(start: tuple[int, int], action: str, number: int, cursor: int, top: int) -> None:
    pane = rows(*start)
    getattr(pane, f"action_{action}")(number)
    assert (pane.cursor, pane.top) == (cursor, top)
    assert lines(pane)[cursor - top] == f"row {cursor}"
    assert pane.position == f"{cursor + 1}/20"


def test_the_last_row() -> None:
    pane = rows()
    pane.action_last()
    assert (pane.cursor, pane.top) == (19, 14)


@pytest.mark.parametrize("height", [1, 2])
def test_half_a_page_is_a_row_at_least(height: int) -> None:
    pane = rows(height=height)
    pane.action_half(1)
    assert pane.cursor == 1


@pytest.mark.parametrize(
    ("by", "painted"),
    [
        pytest.param(1, [0, 1], id="two rows"),
        pytest.param(9, ["all"], id="another page"),
        pytest.param(0, [], id="nothing"),
        pytest.param(-1, [], id="nothing at an end"),
    ],
)
def test_a_move_paints_no_more_than_it_must(by: int, painted: list[object]) -> None:
    pane = rows()
    pane.action_move(by)
    assert pane.painted == painted
    assert len(told(pane, Changed)) == bool(painted)


@pytest.mark.parametrize(
    ("height", "held", "expected"),
    [
        pytest.param(3, 2, ["row 0", "row 1", ""], id="short"),
        pytest.param(3, 0, ["", " Nothing here.", ""], id="empty"),
        pytest.param(1, 0, [" Nothing here."], id="empty, of one row"),
    ],
)
def test_lists_that_do_not_fill_their_window(height: int, held: int, expected: list[str]) -> None:
    pane = rows(height=height, held=held)
    pane.empty = "Nothing here."
    assert lines(pane) == expected
    pane.action_last()
    assert pane.cursor == max(held - 1, 0)


@pytest.mark.parametrize(
    ("has_focus", "held", "roles"),
    [
        pytest.param(True, 20, [None, Role.CURSOR, None], id="with the focus"),
        pytest.param(False, 20, [None, Role.CURSOR_IDLE, None], id="without it"),
        pytest.param(True, 0, [None, None, None], id="empty"),
    ],
)
def test_the_row_of_the_cursor(has_focus: bool, held: int, roles: list[Role | None]) -> None:
    pane = rows(3, 2, height=3, held=held)
    pane.has_focus = has_focus
    assert [pane.cursor_role(y) for y in range(3)] == roles


@pytest.mark.parametrize(
    ("y", "cursor"),
    [
        pytest.param(0, 4, id="first row in sight"),
        pytest.param(5, 9, id="last row in sight"),
        pytest.param(9, 6, id="below the list: nothing"),
    ],
)
def test_a_click(y: int, cursor: int) -> None:
    pane = rows(6, 4, held=12)
    pane.on_click(SimpleNamespace(y=y, chain=1))
    assert pane.cursor == cursor


@pytest.mark.parametrize(
    ("y", "chain", "entered"),
    [
        pytest.param(2, 1, [], id="one click"),
        pytest.param(2, 2, [2], id="a second one: what Enter does"),
        pytest.param(2, 3, [], id="a third one"),
        pytest.param(5, 2, [], id="below the list"),
    ],
)
def test_a_second_click(y: int, chain: int, entered: list[int]) -> None:
    log: list[int] = []
    pane = rows(0, 0, held=4)
    pane.enter = lambda: log.append(pane.cursor)
    pane.on_click(SimpleNamespace(y=y, chain=chain))
    assert log == entered


def test_the_wheel_moves_by_rows() -> None:
    pane = rows()
    pane.wheel(3)
    assert pane.cursor == 3
    pane.wheel(-99)
    assert pane.cursor == 0


def test_a_window_that_has_shrunk_has_the_cursor_in_sight() -> None:
    pane = rows(5, 0)
    type(pane).size = SimpleNamespace(width=20, height=3)
    pane.on_resize(SimpleNamespace())
    assert (pane.cursor, pane.top) == (5, 3)


def test_a_window_that_is_not_on_the_screen_stays_where_it_is() -> None:
    pane = rows(5, 4, height=0)
    pane.put(9, 4)
    assert (pane.cursor, pane.top) == (9, 4)


def test_a_list_without_rows_of_its_own_is_empty() -> None:
    pane = alone(RowsPane, 20, 3)
    assert lines(pane) == ["", "", ""]
    assert (pane.count, pane.row_line(0), pane.position) == (0, (), "0/0")


def test_the_eye_is_on_the_row_of_the_cursor() -> None:
    assert rows(8, 6).eye == (0, 2)
    assert rows(held=0).eye is None
