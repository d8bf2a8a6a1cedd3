"""Beside the text: references, notes and contents, and where Enter goes: `context.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from textual.geometry import Size

from archive import CableRow, Citation, Citations
from parser import Cable, Metadata
from tests.tui.drawing.pages import HARBOR
from tests.tui.panes.alone import alone, lines, notices, told
from tui.drawing.jottings import Jottings
from tui.drawing.line import Role
from tui.drawing.outline import Entry
from tui.panes.context import ContextPane, Jotted
from tui.referred import Referred
from tui.visit import Beside

ROW = CableRow(
    1, "05LIMA21", "05LIMA21", datetime(2005, 2, 3, tzinfo=UTC), "SECRET", None, "SALT", 3
)
OUT = (Citation("05LIMA21", ROW, "A", "LIMA 21", None), Citation("05LIMA22", None, "B", "x", None))
INTO = (Citation("05LIMA21", ROW, "C", "LIMA 20", 0, 4),)
NOTE = "ask the harbor master about the letter of the pilots"
BARE = Cable(raw="", metadata=Metadata("made"))
ALL = (HARBOR, Citations(OUT, INTO), Jottings({1: NOTE, 0: "first"}))


def context(*shown: object, width: int = 36, height: int = 20) -> ContextPane:
    pane = alone(ContextPane, width, height)
    pane.show(*shown or ALL)
    pane.sent.clear()
    return pane


def texts(pane: ContextPane) -> list[str]:
    return [line for line in lines(pane) if line]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        pytest.param(
            36,
            [
                " Cites 2",
                " > A. 05LIMA21 S SALT",
                " > B. 05LIMA22 not held",
                " Cited by 1",
                " < 05LIMA21 S SALT                #4",
                " Notes",
                " first",
                " ask the harbor master about the",
                " letter of the pilots",
                " Contents",
                " THE HARBOR",
                "   1 SBU  The pilots stay ashore.",
                "   2 C    Two ships wait (05LIMA22)~",
                "  12      Comment. End.",
            ],
            id="narrow",
        ),
        pytest.param(
            60,
            [
                " Cites 2",
                " > A. 05LIMA21          2005-02-03 S    SALT",
                " > B. 05LIMA22          not held",
                " Cited by 1",
                " <    05LIMA21          2005-02-03 S    SALT              #4",
                " Notes",
                " first",
                " ask the harbor master about the letter of the pilots",
                " Contents",
                " THE HARBOR",
                "     1 SBU  The pilots stay ashore.",
                "     2 C    Two ships wait (05LIMA22), and a third XXXXXXXX~",
                "    12      Comment. End.",
            ],
            id="wide",
        ),
    ],
)
def test_rows(width: int, expected: list[str]) -> None:
    assert texts(context(width=width)) == expected


def test_a_cable_with_nothing_has_the_title_of_its_contents() -> None:
    pane = context(BARE, Citations((), ()), Jottings())
    assert (texts(pane), pane.position) == ([" Contents"], "1/1")
    pane.action_follow()
    assert told(pane, ContextPane.Chosen) == []


def test_before_a_cable_is_shown_there_is_nothing() -> None:
    pane = alone(ContextPane, 36, 3)
    pane.action_follow()
    assert (texts(pane), notices(pane)) == ([], ["There is nothing to follow here."])
    assert pane.beside == Beside("context", None)
    pane.on_resize(SimpleNamespace())
    assert (texts(pane), pane.position) == ([], "0/0")
    assert told(pane, ContextPane.Chosen) == []


@pytest.mark.parametrize(
    ("row", "chosen"),
    [
        pytest.param(1, Referred(OUT[0], is_out=True), id="what it cites"),
        pytest.param(2, Referred(OUT[1], is_out=True), id="what is not held"),
        pytest.param(4, Referred(INTO[0], is_out=False), id="what cites it"),
        pytest.param(6, Jotted("first", 0), id="a note: its paragraph"),
        pytest.param(8, Jotted("letter of the pilots", 1), id="its second line, too"),
        pytest.param(10, Entry(0, "THE HARBOR", is_heading=True), id="a heading"),
        pytest.param(13, Entry(2, "Comment. End.", "12"), id="a paragraph"),
        pytest.param(0, None, id="a title: nothing"),
        pytest.param(9, None, id="another"),
    ],
)
def test_enter_goes_there(row: int, chosen: object) -> None:
    pane = context()
    pane.go(row)
    pane.action_follow()
    assert [message.row for message in told(pane, ContextPane.Chosen)] == (
        [] if chosen is None else [chosen]
    )


LONG = (BARE, Citations((), ()), Jottings({1: f"{NOTE} " * 3, 2: "last"}))


@pytest.mark.parametrize(
    ("shown", "row", "again", "width", "expected"),
    [
        pytest.param(ALL, 12, ALL, 60, 11, id="a paragraph in a wider window"),
        pytest.param(LONG, 3, LONG, 60, 1, id="a line of a note: its first"),
        pytest.param(LONG, 6, LONG, 60, 4, id="another note"),
        pytest.param(ALL, 12, (*ALL[:2], Jottings()), 36, 8, id="without the notes above it"),
        pytest.param(LONG, 7, (*LONG[:2], Jottings()), 36, 0, id="the only row left"),
        pytest.param(ALL, 12, LONG, 36, 0, id="another cable"),
    ],
)
def test_the_cursor_keeps_its_row(
    shown: tuple[object, ...],
    row: int,
    again: tuple[object, ...],
    width: int,
    expected: int,
) -> None:
    pane = context(*shown, height=6)
    pane.go(row)
    type(pane).size = Size(width, 6)
    if again is shown:
        pane.on_resize(SimpleNamespace())
    else:
        pane.show(*again)
    assert (pane.cursor, pane.top <= pane.cursor < pane.top + 6) == (expected, True)


def test_esc_goes_back_to_the_text() -> None:
    pane = context()
    pane.action_leave()
    assert len(told(pane, ContextPane.Left)) == 1


@pytest.mark.parametrize("has_focus", [True, False])
def test_the_cursor_is_seen_while_keys_move_it(has_focus: bool) -> None:
    pane = context()
    pane.has_focus = has_focus
    assert pane.cursor_role(0) is (Role.CURSOR if has_focus else None)
    assert pane.cursor_role(1) is None


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        pytest.param(4, 4, id="above the notes"),
        pytest.param(13, 12, id="below a note that takes a line less"),
        pytest.param(12, 11, id="another"),
    ],
)
def test_notes_are_broken_anew_at_another_width(row: int, kept: int) -> None:
    pane = context()
    pane.go(row)
    before = lines(pane)[row].split()[:2]
    type(pane).size = SimpleNamespace(width=60, height=20)
    pane.on_resize(SimpleNamespace())
    assert f" {NOTE}" in texts(pane)
    assert pane.cursor == kept
    assert lines(pane)[kept].split()[:2] == before


def test_another_cable_is_shown_from_its_top() -> None:
    pane = context()
    pane.action_last()
    pane.show(replace(HARBOR, paragraphs=HARBOR.paragraphs[:1]), Citations((), ()), Jottings())
    assert (pane.position, texts(pane)[1:]) == (
        "1/3",
        [" THE HARBOR", "   1 SBU  The pilots stay ashore."],
    )


def test_of_a_great_many_only_the_first_are_there() -> None:
    many = Citations(OUT[:1] * 5000, INTO * 5000)
    pane = context(HARBOR, many, Jottings())
    assert pane.count < 4100
    assert lines(pane)[0] == " Cites 5000"
    assert pane._rows[2001].text == "Cited by 5000"


@pytest.mark.parametrize(
    ("left", "width", "row"),
    [
        pytest.param(4, 36, 4, id="on its row"),
        pytest.param(4, 60, 4, id="in a window of another width"),
        pytest.param(10, 36, 10, id="on a heading"),
    ],
)
def test_what_is_come_back_to_has_the_cursor(left: int, width: int, row: int) -> None:
    before = context()
    before.go(left)
    pane = context(BARE, Citations((), ()), Jottings(), width=width)
    pane.show(*ALL, before.beside)
    assert pane.cursor == row
    pane.go(1)
    pane.show(*ALL, before.beside)  # its notes have changed: it is the same cable
    assert pane.cursor == 1
    pane.show(BARE, Citations((), ()), Jottings(), before.beside)
    assert pane.cursor == 0
