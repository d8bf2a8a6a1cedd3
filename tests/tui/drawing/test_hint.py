from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.drawing.hint import hint_line, keys_line, position_of, status_line
from tui.drawing.line import Piece, Role, plain, width
from tui.keys import CHAINS, change, commands_of

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES = ("index", "catalogue", "desk", "reader", "app")


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        pytest.param(3, "", id="no room"),
        pytest.param(8, "? keys", id="only the way to all others"),
        pytest.param(22, "Enter read  ? keys", id="one more"),
        pytest.param(34, "Enter read  Space mark  ? keys", id="none is cut"),
    ],
)
def test_the_way_to_all_keys_is_always_shown(cells: int, line: str) -> None:
    commands = [command for place in PLACES for command in commands_of(place)]
    assert plain(hint_line(commands, cells)).rstrip() == line


@pytest.fixture(autouse=True)
def _keys_of_the_table() -> Iterator[None]:
    yield
    change({})


def test_keys_stand_out_from_what_they_do() -> None:
    line = hint_line(commands_of("app"), 80)
    assert [piece.text for piece in line if piece.role is Role.KEY] == ["?"]


@pytest.mark.parametrize("place", CHAINS)
@pytest.mark.parametrize("cells", [1, 10, 40, 80, 200])
def test_the_last_line_fits_wherever_one_is(place: str, cells: int) -> None:
    line = keys_line(CHAINS[place], "1,204/251,287", cells, "~")
    assert width(line) == cells


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(40, "Enter read  Space mark  ? keys     12/60", id="keys and position"),
        pytest.param(29, "Enter read  ? keys      12/60", id="a key less"),
        pytest.param(15, "? keys    12/60", id="the way to all keys"),
        pytest.param(14, "         12/60", id="two columns stay between them"),
        pytest.param(5, "12/60", id="the position alone"),
        pytest.param(4, "12/~", id="and that is cut"),
    ],
)
def test_where_both_have_no_room_the_position_is_kept(cells: int, expected: str) -> None:
    assert plain(keys_line(PLACES, "12/60", cells, "~")) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param({}, "Enter read  Space mark", id="as in the table"),
        pytest.param({"index.mark": "x,y"}, "Enter read  x mark", id="the first of its keys"),
        pytest.param({"app.help": "space"}, "Enter read  / search", id="a key was taken"),
        pytest.param({"index.open": "space"}, "Space read  / search", id="and given to another"),
        pytest.param({"index.open": "/"}, "/ read  Space mark  Esc back", id="from afar"),
    ],
)
def test_keys_that_the_settings_give(keys: dict[str, str], expected: str) -> None:
    change(keys)
    assert plain(keys_line(PLACES, "", 80)).startswith(expected)


@pytest.mark.parametrize(
    ("cursor", "count", "expected"),
    [
        pytest.param(0, 0, "0/0", id="nothing"),
        pytest.param(0, 1, "1/1", id="the only one"),
        pytest.param(1203, 251_287, "1,204/251,287", id="many"),
    ],
)
def test_position_of(cursor: int, count: int, expected: str) -> None:
    assert position_of(cursor, count) == expected


def test_a_message_gives_way_to_the_position() -> None:
    line = status_line((Piece("Copied as a citation."),), "3/9", 16, "~")
    assert plain(line) == "Copied as a~ 3/9"
