"""What the panes tell of keys, where the settings have changed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive import Count, Results
from tests.tui.panes.test_desk import IDS, desk, notices
from tui.drawing.bar import Bar, bar_lines
from tui.drawing.glyphs import UNICODE
from tui.drawing.line import Target, TargetKind, plain
from tui.keys import change
from tui.panes import body, catalogue
from tui.selection import Selection
from tui.targets import explain

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _changed() -> Iterator[None]:
    change(
        {
            "desk.compare": "f2",
            "header.copy": "c",
            "catalogue.suggested": "f3",
            "body.copy": "c,y",
            "catalogue.month-after": "comma",
        }
    )
    yield
    change({})


def test_a_comparison() -> None:
    made = desk()
    made.action_compare()
    assert notices(made) == [f"{IDS[2]} is kept: F2 on another cable compares the two."]


def test_what_is_selected() -> None:
    assert body._ways_on() == "} and { extend, c copies, Y with citation, Esc ends."


def test_months() -> None:
    said = "< , move, + _ more or fewer months, Enter keeps."
    assert catalogue._ways_on() == said


def test_what_may_have_been_meant() -> None:
    found = Results("slat", "slat", (), Count(0), Count(0), suggestion="salt")
    shown = bar_lines(Bar(Selection().search("slat"), found, Count(0)), 70, 24, UNICODE)
    assert plain(shown[1]).startswith(" F3 did you mean salt  ")


def test_an_article() -> None:
    said = explain(Target(TargetKind.ARTICLE, "https://example.invalid"))
    assert said == "An article that the archive lists: c copies its address"
