"""What a number before a key makes of its action: `counting.py`."""

from __future__ import annotations

import pytest

from tui.counting import with_number
from tui.keys import commands


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        pytest.param("move(1)", "move(5)", id="down"),
        pytest.param("move(-1)", "move(-5)", id="up"),
        pytest.param("page(1)", "page(5)", id="page"),
        pytest.param("half(-1)", "half(-5)", id="half a page"),
        pytest.param("paragraph(1)", "paragraph(5)", id="paragraph"),
        pytest.param("heading(-1)", "heading(-5)", id="heading"),
        pytest.param("day(1)", "day(5)", id="day"),
        pytest.param("unread(1)", "unread(5)", id="unread"),
        pytest.param("aim(1)", "aim(5)", id="thing to follow"),
        pytest.param("hit(-1)", "hit(-5)", id="hit"),
        pytest.param("neighbour(1)", "neighbour(5)", id="cable of the list"),
        pytest.param("difference(1)", "difference(5)", id="difference"),
        pytest.param("first", "first(5)", id="to a row"),
        pytest.param("last", "first(5)", id="to a row, as well"),
        pytest.param("open", "first(5)", id="Enter goes there first"),
        pytest.param("move(2)", "move(2)", id="no single step"),
        pytest.param("month(-1)", "month(-5)", id="months"),
        pytest.param("serial(1)", "serial(5)", id="cable of the post"),
        pytest.param("history(-1)", "history(-5)", id="back"),
        pytest.param("sort", "sort", id="not a step"),
        pytest.param("copy('id')", "copy('id')", id="something else"),
    ],
)
def test_with_number(action: str, expected: str) -> None:
    assert with_number(action, 5) == expected


def test_the_table_has_what_a_number_changes() -> None:
    changed = {one.action for one in commands() if with_number(one.action, 5) != one.action}
    steps = {one.action for one in commands() if one.action.endswith(("(1)", "(-1)"))}
    assert changed == {*steps, "first", "last", "open"}
    assert len(steps) > 20
