"""The header of a cable alone: from value to value, and what is done with one: `header.py`."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from parser import Cable, Metadata, Reference
from tests.tui.fake_archive import make_cable
from tests.tui.panes.alone import alone, lines, marked, notices, told
from tui.drawing.header import Size
from tui.drawing.line import Role
from tui.panes.header import HeaderPane
from tui.panes.messages import Changed, CopyAsked, FollowAsked, NarrowAsked
from tui.visit import Beside

CABLE = replace(
    make_cable(3),
    tags=("PREL", "ELAB"),
    references=(Reference("05LIMA21", "A", "LIMA 21"), Reference(None, "B", "A TALK")),
    envelope=replace(make_cable(3).envelope, info=()),
)
BARE = Cable(raw="", metadata=Metadata("made"))
VALUES = [
    *("2004-02-07", "CONFIDENTIAL//NOFORN", "Embassy Anselm"),
    *("Embassy Anselm", "PRIORITY", "SECSTATE WASHDC", "PREL", "ELAB", "12958"),
    *("Ada Thorne", "1.4 b", "1.4 d", "05LIMA21", "SIPDIS"),
]
"""What the cursor goes through."""


def header(cable: Cable = CABLE, *, height: int = 12, screen: int = 40) -> HeaderPane:
    pane = alone(HeaderPane, 71, height, screen=screen)
    pane.fit(screen)
    pane.show(cable, None)
    pane.sent.clear()
    pane.painted.clear()
    return pane


def value(pane: HeaderPane) -> str | None:
    return pane.target.value if pane.target else None


def walk(pane: HeaderPane, by: int, steps: int) -> list[str | None]:
    seen = []
    for _ in range(steps):
        pane.action_move(by)
        seen.append(value(pane))
    return seen


def test_down_through_the_values_and_up_again() -> None:
    pane = header()
    assert value(pane) == VALUES[0]
    assert walk(pane, 1, len(VALUES)) == [*VALUES[1:], VALUES[-1]]
    assert walk(pane, -1, len(VALUES)) == [*VALUES[-2::-1], VALUES[0]]


@pytest.mark.parametrize(
    ("start", "by", "cursor", "at"),
    [
        pytest.param(0, 4, 3, "PRIORITY", id="some at once"),
        pytest.param(1, 1, 2, "Embassy Anselm", id="from a line without values"),
        pytest.param(1, -1, 0, "Embassy Anselm", id="and up: to the last value of its line"),
        pytest.param(4, -1, 3, "SECSTATE WASHDC", id="up: to the last value of a line"),
        pytest.param(0, 99, 8, "SIPDIS", id="to the end"),
        pytest.param(8, -99, 0, "2004-02-07", id="to the beginning"),
    ],
)
def test_steps(start: int, by: int, cursor: int, at: str) -> None:
    pane = header()
    pane.go(start)
    pane.action_move(by)
    assert (pane.cursor, value(pane)) == (cursor, at)


LONG = replace(CABLE, tags=("PREL", "ELAB", "PGOV", "SNAR", "KCRM", "PHUM", "MARR", "CASC"))


@pytest.mark.parametrize("steps", [0, 3, 4, 5, 12, 13, 18])
def test_the_cursor_keeps_its_value_when_the_lines_are_broken_anew(steps: int) -> None:
    pane = header(LONG)
    walk(pane, 1, steps)
    before = value(pane), pane.cursor
    type(pane).size = SimpleNamespace(width=30, height=12)
    pane.on_resize(SimpleNamespace())
    assert value(pane) == before[0]
    assert (pane.cursor > before[1]) == (steps >= 12)
    type(pane).size = SimpleNamespace(width=71, height=12)
    pane.on_resize(SimpleNamespace())
    assert (value(pane), pane.cursor) == before


def test_lines_without_values_can_be_read_too() -> None:
    pane = header(BARE)
    assert lines(pane)[:2] == ["no reference id", "(no subject)"]
    pane.action_move(1)
    assert pane.cursor == 1
    pane.action_move(1)
    assert (pane.cursor, pane.position) == (1, "2/2")
    pane.action_move(-1)
    assert pane.cursor == 0


def test_before_a_cable_is_shown_there_is_nothing() -> None:
    pane = alone(HeaderPane, 71, 3)
    pane.action_move(1)
    assert (pane.target, pane.meaning, pane.position, lines(pane)) == (None, "", "0/0", [""] * 3)


@pytest.mark.parametrize(
    ("steps", "query"),
    [
        pytest.param(1, "-class:CONFIDENTIAL", id="class"),
        pytest.param(6, "-tag:PREL", id="tag"),
    ],
)
def test_what_is_done_with_a_value(steps: int, query: str) -> None:
    pane = header()
    for _ in range(steps):
        pane.action_move(1)
    pane.action_follow()
    pane.action_exclude()
    pane.action_copy()
    assert told(pane, FollowAsked)[0].target is pane.target
    assert [asked.query.upper() for asked in told(pane, NarrowAsked)] == [query.upper()]
    (copied,) = told(pane, CopyAsked)
    assert copied.text == copied.what == value(pane)
    assert notices(pane) == []


@pytest.mark.parametrize(
    ("steps", "meaning"),
    [
        pytest.param(1, "", id="what needs no word"),
        pytest.param(5, "RUEHC is Secretary of State", id="a station"),
        pytest.param(6, "PREL is External Political Relations", id="a tag"),
        pytest.param(4, "PRIORITY: to be delivered within hours", id="a precedence"),
    ],
)
def test_a_value_is_explained(steps: int, meaning: str) -> None:
    pane = header()
    for _ in range(steps):
        pane.action_move(1)
    assert meaning in pane.meaning
    assert bool(meaning) == bool(pane.meaning)


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("follow", "There is nothing to follow here."),
        ("exclude", "There is nothing to leave out here."),
        ("copy", "There is nothing to copy here."),
    ],
)
def test_where_there_is_no_value_it_is_said(action: str, said: str) -> None:
    pane = header()
    pane.go(1)
    getattr(pane, f"action_{action}")()
    assert (notices(pane), pane.meaning) == ([said], "")


def test_a_value_that_no_query_finds_cannot_be_left_out() -> None:
    pane = header(replace(BARE, captions=("SIPDIS",)))
    pane.go(2)
    assert value(pane) == "SIPDIS"
    pane.action_exclude()
    assert notices(pane) == ["There is nothing to leave out here."]


def test_the_value_under_the_cursor_is_marked_while_the_header_has_the_focus() -> None:
    pane = header()
    pane.action_move(1)
    assert marked(pane, Role.MATCH) == ["C/NF"]
    pane.has_focus = False
    assert marked(pane, Role.MATCH) == []
    assert pane.cursor_role(0) is None


def test_a_value_on_the_same_line_paints_that_line_alone() -> None:
    pane = header()
    pane.action_move(1)
    assert pane.painted == [0]
    assert len(told(pane, Changed)) == 1


def test_a_narrower_window_breaks_the_lines_anew() -> None:
    pane = header()
    type(pane).size = SimpleNamespace(width=30, height=12)
    pane.on_resize(SimpleNamespace())
    assert lines(pane)[-1].split() == ["1.4", "(d)", "+3", "lines"]
    assert max(map(len, lines(pane))) <= 30
    assert pane.position == "1/15"


def test_the_cursor_stays_within_a_header_of_fewer_lines() -> None:
    pane = header()
    pane.action_move(99)
    pane.change_size()
    assert (pane.shown, pane.position, pane.target) == (Size.AS_SENT, "2/2", None)


@pytest.mark.parametrize(
    ("screen", "shown", "height"),
    [
        pytest.param(12, Size.SHORT, 1, id="hardly any rows: one line"),
        pytest.param(13, Size.SHORT, 3, id="low"),
        pytest.param(29, Size.SHORT, 3, id="still low"),
        pytest.param(30, Size.FULL, 9, id="high enough for everything"),
    ],
)
def test_how_much_fits(screen: int, shown: Size, height: int) -> None:
    pane = header(screen=screen)
    assert pane.shown is shown
    assert pane.styles.height.value == height


def test_a_long_header_has_its_share_of_the_screen_at_most() -> None:
    pane = header(replace(CABLE, tags=("PREL",) * 500), screen=40)
    assert pane.styles.height.value == 16


def test_the_sizes_go_round_and_stay_whatever_fits() -> None:
    pane = header(screen=24)
    sizes = [pane.change_size() for _ in range(3)]
    assert sizes == [Size.FULL, Size.AS_SENT, Size.SHORT]
    pane.fit(60)
    assert pane.shown is Size.SHORT
    pane.show(BARE, None)
    assert pane.shown is Size.SHORT


def test_as_sent() -> None:
    pane = header(screen=24)
    pane.change_size()
    pane.change_size()
    assert lines(pane)[:2] == ["FM AMEMBASSY ANSELM", "TO RUEHC/SECSTATE WASHDC PRIORITY"]
    pane.action_move(1)
    assert (pane.cursor, pane.target) == (1, None)


@pytest.mark.parametrize(
    ("height", "last"),
    [
        pytest.param(2, "MINISTER OF WATER ON THE DAM", id="too low to say so"),
        pytest.param(3, f"From     AMEMBASSY ANSELM{'+6 lines':>45}", id="lines below"),
        pytest.param(8, f"Refs     A. 05LIMA21, B. A TALK{'+1 line':>39}", id="one below"),
        pytest.param(9, "Captions SIPDIS", id="all in sight"),
    ],
)
def test_what_is_below_is_counted(height: int, last: str) -> None:
    pane = header(height=height)
    assert lines(pane)[-1] == last


def test_another_cable_is_shown_from_its_top() -> None:
    pane = header()
    pane.action_move(99)
    pane.show(CABLE, None)
    assert (pane.cursor, pane.top, value(pane)) == (0, 0, "2004-02-07")


@pytest.mark.parametrize("steps", [0, 2, 6, 12])
def test_the_value_that_is_come_back_to_has_the_cursor(steps: int) -> None:
    before = header()
    walk(before, 1, steps)
    pane = header(BARE)
    pane.change_size()  # all of it as sent, meanwhile
    pane.show(CABLE, None, beside=before.beside)
    assert value(pane) is None
    pane = header(BARE)
    pane.show(CABLE, None, beside=before.beside)
    assert (value(pane), pane.beside) == (VALUES[steps], before.beside)
    pane.show(CABLE, None, beside=Beside("context", 3))
    assert value(pane) == VALUES[0]


def test_the_eye_is_on_the_value_under_the_cursor() -> None:
    pane = header(height=20)
    for _ in VALUES:
        column, row = pane.eye
        line = pane.line(row)
        at = next(number for number, piece in enumerate(line) if piece.role is Role.MATCH)
        assert column == sum(len(piece.text) for piece in line[:at])
        pane.action_move(1)
    assert alone(HeaderPane, 71, 3).eye is None
