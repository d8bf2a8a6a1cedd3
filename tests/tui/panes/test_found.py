"""What stands below the list of a query, and above it: `found.py`, `bar.py`."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from archive import Count, Facet, Results
from parser import Span
from tests.tui.panes.alone import alone, lines
from tui.drawing.bar import Bar
from tui.months import Window, month_number
from tui.panes.bar import BarPane
from tui.panes.found import BestHit, Counts, CountsPane, HitPane
from tui.selection import Selection

TEXT = "The harbor master told us that the pilots had voted to stay ashore."
HIT = BestHit(TEXT, (Span(35, 41),), "3")
COUNTS = Counts((Facet("class", "SECRET", 12, "class:S"),), (("2009-04", 8), ("2009-05", 1)))


@pytest.mark.parametrize(
    ("hit", "rows", "expected"),
    [
        pytest.param(BestHit(), 2, ["", ""], id="none"),
        pytest.param(
            HIT, 2, [" #3 The harbor master told us", "    that the pilots had voted"], id="two"
        ),
        pytest.param(HIT, 1, [" #3 that the pilots had voted"], id="its line alone"),
        pytest.param(BestHit("Salt.", (), "1"), 2, [" #1 Salt.", ""], id="short"),
    ],
)
def test_the_best_hit(hit: BestHit, rows: int, expected: list[str]) -> None:
    pane = alone(HitPane, 30, rows)
    pane.show(hit)
    assert lines(pane) == expected


def test_a_hit_that_is_shown_already_is_not_painted_again() -> None:
    pane = alone(HitPane, 30, 2)
    pane.show(HIT)
    pane.show(BestHit(*(HIT.text, HIT.spans, HIT.name)))
    assert pane.painted == ["all"]


def test_counts_and_the_months_that_are_looked_at() -> None:
    pane = alone(CountsPane, 60, 2)
    assert lines(pane) == ["", ""]
    pane.show(COUNTS)
    assert lines(pane) == [" class S 12", " 2009-04 %. 2009-05"]
    pane.look_at(Window(month_number("2009-05")))
    assert lines(pane)[1] == " 2009-04 %. 2009-05 2009-05: 1"
    pane.painted.clear()
    pane.look_at(Window(month_number("2009-05")))
    assert pane.painted == []


def test_the_bar_is_as_high_as_what_it_says() -> None:
    pane = alone(BarPane, 40, 3)
    assert lines(pane) == ["", "", ""]
    pane.show(Bar(Selection(), None, Count(4)))
    assert (pane.styles.height.value, pane.results) == (1, None)
    assert lines(pane) == [" All cables           4 cables  by date", "", ""]
    results = Results("salt", '"salt" and "road" and "harbor"', (), Count(12), Count(4))
    pane.show(Bar(Selection().search("salt"), results, Count(4)))
    assert (pane.styles.height.value, pane.selection.query) == (3, "salt")
    assert lines(pane)[1:] == [' 12 paragraphs with "salt" and "road"', ' and "harbor"']


def test_the_bar_is_broken_anew_at_another_width() -> None:
    pane = alone(BarPane, 40, 3)
    results = Results("salt", '"salt" and "road" and "harbor"', (), Count(12), Count(4))
    pane.show(Bar(Selection().search("salt"), results, Count(4)))
    type(pane).size = SimpleNamespace(width=80, height=3)
    pane.on_resize()
    assert pane.styles.height.value == 2
    assert lines(pane)[1] == ' 12 paragraphs with "salt" and "road" and "harbor"'
