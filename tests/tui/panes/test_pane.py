"""What all panes have in common: steps that a number repeats, and lines that fail: `pane.py`."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.tui.panes.alone import alone, lines, notices, told
from tui.drawing.glyphs import ASCII, UNICODE
from tui.drawing.line import Line, Piece, Role
from tui.keys import change, unchanged_of
from tui.panes.messages import Changed, Failed, Noticed
from tui.panes.pane import Pane, bindings, repeated


class Stairs:
    """Five steps to go up and down; each step gives its number."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.tried = 0

    def step(self, by: int) -> int | None:
        self.tried += 1
        if not 1 <= self.at + by <= 5:
            return None
        self.at += by
        return self.at


@pytest.mark.parametrize(
    ("start", "by", "end", "given"),
    [
        pytest.param(1, 1, 2, 2, id="one up"),
        pytest.param(5, -1, 4, 4, id="one down"),
        pytest.param(1, 3, 4, 4, id="some up: what the last one gave"),
        pytest.param(5, -4, 1, 1, id="some down"),
        pytest.param(3, 9, 5, 5, id="as far as there are steps"),
        pytest.param(5, 1, 5, None, id="none that way"),
        pytest.param(3, 0, 3, None, id="no step at all"),
    ],
)
def test_steps_are_repeated(start: int, by: int, end: int, given: int | None) -> None:
    stairs = Stairs(start)
    assert (repeated(stairs.step, by), stairs.at) == (given, end)
    assert stairs.tried <= abs(end - start) + 1


def test_a_key_does_not_step_for_ever() -> None:
    taken = []
    repeated(lambda by: taken.append(by) or True, -999_999)
    assert taken == [-1] * 1000


def test_every_command_with_a_key_is_bound_as_the_table_has_it() -> None:
    change({"index.down": "n"})
    try:
        bound = {one.id: (one.key, one.action) for one in bindings("index")}
    finally:
        change({})
    assert bound["index.down"] == ("j,down,ctrl+e", "move(1)")
    assert set(bound) == {command.id for command in unchanged_of("index")}
    assert "catalogue.export" not in {one.id for one in bindings("catalogue")}


class Failing(Pane):
    """Cannot draw its second line."""

    def line(self, y: int) -> Line:
        if y == 1:
            raise ValueError("no such row")
        return (Piece(f"line {y}"),)


def test_a_line_that_cannot_be_drawn_costs_that_line_alone() -> None:
    pane = alone(Failing, 40, 3)
    drawn = [pane._safe_line(y) for y in range(3)]
    assert drawn == [
        (Piece("line 0"),),
        (Piece(" (this line cannot be drawn)", Role.ERROR),),
        (Piece("line 2"),),
    ]
    (failed,) = told(pane, Failed)
    assert str(failed.error) == "no such row"


@pytest.mark.parametrize(
    ("rows", "painted"), [((0,), [0]), ((2, 0), [2, 0]), ((-1, 3), []), ((), []), ((1, 99), [1])]
)
def test_only_rows_in_sight_are_painted_again(rows: tuple[int, ...], painted: list[int]) -> None:
    pane = alone(Pane, 40, 3)
    pane.refresh_rows(*rows)
    assert pane.painted == painted


def test_a_pane_without_content() -> None:
    pane = alone(Pane, 40, 2)
    assert (lines(pane), pane.meaning, pane.position) == (["", ""], "", "")
    assert pane.cursor_role(0) is None
    assert alone(Pane, 40, 0).rows == 1


def test_what_a_pane_tells() -> None:
    pane = alone(Pane, 40, 2)
    pane.notice("Copied.")
    pane.notice("It is gone.", Role.ERROR)
    assert notices(pane) == ["Copied.", "It is gone."]
    assert [one.role for one in told(pane, Noticed)] == [Role.TEXT, Role.ERROR]
    pane.changed()
    pane.changed(is_moved=True)
    assert [one.is_moved for one in told(pane, Changed)] == [False, True]


@pytest.mark.parametrize(
    ("last", "next_", "is_told_once"),
    [
        pytest.param(False, False, True, id="changes"),
        pytest.param(False, True, True, id="a move after a change tells both"),
        pytest.param(True, True, True, id="moves"),
        pytest.param(True, False, False, id="a change after a move does not tell of the move"),
    ],
)
def test_a_burst_of_changes(last: bool, next_: bool, is_told_once: bool) -> None:
    assert Changed(next_).can_replace(Changed(last)) == is_told_once


def test_a_change_replaces_no_other_message() -> None:
    assert not Changed().can_replace(Noticed("Copied."))


def test_the_focus_is_shown_and_told() -> None:
    pane = alone(Pane, 40, 2)
    pane.on_focus()
    assert (pane.painted, len(told(pane, Changed))) == (["all"], 1)
    pane.on_blur()
    assert (pane.painted, len(told(pane, Changed))) == (["all"] * 2, 1)


@pytest.mark.parametrize(("way", "by"), [("down", 3), ("up", -3)])
def test_a_turn_of_the_wheel_is_three_lines(way: str, by: int) -> None:
    pane = alone(Pane, 40, 2)
    moved, stopped = [], []
    pane.wheel = moved.append
    getattr(pane, f"on_mouse_scroll_{way}")(SimpleNamespace(stop=lambda: stopped.append(True)))
    assert (moved, stopped) == ([by], [True])


@pytest.mark.parametrize(("is_ascii", "glyphs"), [(True, ASCII), (False, UNICODE)])
def test_the_marks_of_the_settings(is_ascii: bool, glyphs: object) -> None:
    assert alone(Pane, 40, 2, is_ascii=is_ascii).glyphs is glyphs
