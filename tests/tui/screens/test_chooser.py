"""The parts of a list to choose from: its title, its rows, all of the row under the cursor."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.tui.panes.alone import alone, lines, told
from tui.drawing.choices import name_line
from tui.drawing.line import Role
from tui.screens.chooser import ChoicesPane, TitlePane, ToldPane, among

KEYS = "Enter choose  Esc close"
TOLD = "The harbor master told us that the pilots had voted to stay ashore."


@pytest.mark.parametrize(
    ("cells", "keys", "expected"),
    [
        pytest.param(40, KEYS, " Contents       Enter choose  Esc close", id="room"),
        pytest.param(32, KEYS, " Co~    Enter choose  Esc close", id="the title is cut, not keys"),
        pytest.param(40, "", " Contents", id="no keys"),
        pytest.param(5, "", " Con~", id="hardly any room"),
    ],
)
def test_title(cells: int, keys: str, expected: str) -> None:
    pane = alone(TitlePane, cells, 1)
    pane.title, pane.keys = "Contents", keys
    assert lines(pane) == [expected]
    assert {piece.role for piece in pane.line(0)} == {Role.BAR}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("", ["Salt road", "FISH"], id="all, in order"),
        pytest.param("fi", ["FISH"], id="small letters"),
        pytest.param("SALT r", ["Salt road"], id="capitals"),
        pytest.param("salt  road", [], id="nothing"),
    ],
)
def test_what_fits_what_is_typed(typed: str, found: list[str]) -> None:
    assert among(["Salt road", "FISH"], str)(typed) == found


@pytest.mark.parametrize(
    ("cells", "rows", "expected"),
    [
        pytest.param(80, 2, [f" {TOLD}", ""], id="one line"),
        pytest.param(
            40,
            2,
            [" The harbor master told us that the", " pilots had voted to stay ashore."],
            id="two",
        ),
        pytest.param(40, 1, [" The harbor master told us that the ~"], id="no room for two"),
    ],
)
def test_all_of_the_row_under_the_cursor(cells: int, rows: int, expected: list[str]) -> None:
    pane = alone(ToldPane, cells, rows)
    pane.show(TOLD)
    pane.show(TOLD)
    assert (lines(pane), pane.painted) == (expected, ["all"])
    pane.show("")
    assert lines(pane) == [""] * rows


def test_what_is_told_is_clean() -> None:
    pane = alone(ToldPane, 40, 1)
    pane.show("\x1b[2Jone\ntwo")
    assert lines(pane) == [" \u241b[2Jone two"]


def choices(*found: str, row: int = 0) -> ChoicesPane[str]:
    pane = alone(ChoicesPane, 20, 3, name_line)
    pane.empty = "Nothing here."
    pane.show(found, row)
    return pane


@pytest.mark.parametrize(
    ("found", "row", "expected", "current"),
    [
        pytest.param("abcde", 0, [" a", " b", " c"], "a", id="from the top"),
        pytest.param("abcde", 4, [" c", " d", " e"], "e", id="at a row"),
        pytest.param("abcde", 9, [" c", " d", " e"], "e", id="behind the end"),
        pytest.param("a", 0, [" a", "", ""], "a", id="one"),
        pytest.param("", 0, ["", " Nothing here.", ""], None, id="nothing"),
    ],
)
def test_choices(found: str, row: int, expected: list[str], current: str | None) -> None:
    pane = choices(*found, row=row)
    assert (lines(pane), pane.current) == (expected, current)
    roles = [pane.cursor_role(y) for y in range(3)]
    assert roles.count(Role.CURSOR) == (current is not None)
    if current is not None:
        assert expected[roles.index(Role.CURSOR)] == f" {current}"


def test_what_is_found_anew_has_the_cursor_at_its_row() -> None:
    pane = choices(*"abcde", row=4)
    pane.show(tuple("xy"), 0)
    assert (pane.current, pane.top) == ("x", 0)


def test_a_row_that_is_clicked_twice_is_chosen() -> None:
    pane = choices("salt", "ships", "herring")
    pane.on_click(SimpleNamespace(y=2, chain=2))
    assert (pane.current, len(told(pane, ChoicesPane.Entered))) == ("herring", 1)
