from __future__ import annotations

import pytest

from tui.drawing.hint import hint_line
from tui.drawing.line import plain
from tui.keys import commands_of

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
