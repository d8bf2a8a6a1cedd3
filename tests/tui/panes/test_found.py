"""What stands below the list of a query, and above it: `found.py`, `bar.py`."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from archive import CancelledError, Count, Facet, Results
from parser import Span
from tests.tui.fake_archive import FakeArchive
from tests.tui.panes.alone import alone, lines, part_alone, told
from tui.drawing.bar import Bar
from tui.months import Window, month_number
from tui.panes.bar import BarPane
from tui.panes.found import BestHit, Counts, CountsPane, Findings, HitPane
from tui.selection import Selection
from tui.visit import Visit

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
        pytest.param(HIT, 1, [" #3 ~the pilots had voted to"], id="its line alone"),
        pytest.param(BestHit("Salt.", (), "1"), 2, [" #1 Salt.", ""], id="short"),
        pytest.param(BestHit("SALT", ()), 2, [" subject SALT", ""], id="a subject"),
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


# What they are asked for in workers

ARCHIVE = FakeArchive(5)


def findings(works: str = "_read_hit count") -> Any:
    """Make what stands below a list; groups of workers that were given up are in `given_up`."""
    made = part_alone(Findings, ARCHIVE, holds=(alone(HitPane, 60, 2), alone(CountsPane, 60, 2)))
    for name in works.split():
        setattr(made, name, lambda *asked, kind=name: made.asked.append((kind, *asked)))
    made.given_up = []
    cancel = lambda _node, group: made.given_up.append(group)  # noqa: E731 - recorded
    type(made).workers = SimpleNamespace(cancel_group=cancel)
    return made


def shown(made: Any) -> list[str]:
    return [line for line in (*lines(made.query_one(HitPane)), *lines(made.counts)) if line]


def test_the_best_hit_of_a_list_is_not_read_again() -> None:
    made = findings()
    made.keep(ARCHIVE.search("salt", 1))
    for without in (None, ARCHIVE.search("salt", 0)):  # what was kept stays
        made.keep(without)
    made.show_hit(Visit(0, 1, "salt"))
    assert (made.asked, shown(made)[0][:10]) == ([], " #2 ~He sp")
    made.show_hit(Visit(0, 1, "ships"))
    made.show_hit(Visit(1, 1, "salt"))
    assert [(kind, visit.key) for kind, visit in made.asked] == [("_read_hit", 0), ("_read_hit", 1)]


def test_a_hit_that_comes_when_the_cursor_has_gone_on_is_not_shown() -> None:
    made = findings()
    made.show_hit(Visit(1, 1, "salt"))
    made.show_hit(Visit(2, 1, "salt"))
    made.on_findings_hit_found(Findings.HitFound(Visit(1, 1, "salt"), HIT))
    assert shown(made) == []
    made.on_findings_hit_found(Findings.HitFound(Visit(2, 1, "salt"), HIT))
    assert shown(made) == [
        " #3 The harbor master told us that the pilots had voted to",
        "    stay ashore.",
    ]


@pytest.mark.parametrize(
    ("visit", "name", "marked"),
    [
        pytest.param(Visit(2, 4, "salt"), "5", ["salt"], id="a paragraph"),
        pytest.param(Visit(2, None, "salt"), "2", ["salt"], id="the first that matches"),
        pytest.param(Visit(2, 0, "salt"), None, [], id="one that does not match"),
        pytest.param(Visit(2, None, "quiet"), "", ["QUIET"], id="its subject"),
        pytest.param(Visit(2, None, "zeppelin"), None, [], id="no match"),
        pytest.param(Visit(2, 9, "salt"), None, [], id="no such paragraph"),
    ],
)
def test_the_hit_that_is_read(
    monkeypatch: pytest.MonkeyPatch, visit: Visit, name: str | None, marked: list[str]
) -> None:
    worker = SimpleNamespace(is_cancelled=False)
    monkeypatch.setattr("tui.panes.guard.get_current_worker", lambda: worker)
    made = findings("")
    Findings._read_hit.__wrapped__(made, visit)  # type: ignore[attr-defined]
    found = told(made, Findings.HitFound)
    assert [one.hit.name for one in found] == ([] if name is None else [name])
    assert [one.hit.text[a:b] for one in found for a, b in one.hit.spans] == marked
    worker.is_cancelled = True
    made.sent.clear()
    Findings._read_hit.__wrapped__(made, visit)  # type: ignore[attr-defined]
    assert made.sent == []


def test_what_is_counted_is_told_unless_something_newer_is(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = SimpleNamespace(is_cancelled=False)
    monkeypatch.setattr("tui.panes.guard.get_current_worker", lambda: worker)

    class Cancelled(FakeArchive):
        def facets(self, _query: str, *, is_cancelled: Any) -> Any:
            assert is_cancelled()
            raise CancelledError

    made = findings("")
    Findings.count.__wrapped__(made, "salt")  # type: ignore[attr-defined]
    (counted,) = told(made, Findings.Counted)
    assert (counted.query, len(counted.counts.facets), len(counted.counts.months)) == (
        *("salt", 3),
        12,
    )
    worker.is_cancelled = True
    Findings.count.__wrapped__(made, "salt")  # type: ignore[attr-defined]
    made.archive = Cancelled(5)
    Findings.count.__wrapped__(made, "salt")  # type: ignore[attr-defined]
    assert len(made.sent) == 1


def test_what_needs_counts_waits_for_them() -> None:
    made, done = findings(), []
    made.when_counted("salt", done.append)
    assert (made.asked, made.is_turning, done) == ([("count", "salt")], True, [])
    made.on_findings_counted(Findings.Counted(COUNTS, "salt"))
    assert (made.counted, made.is_turning, done) == ("salt", False, [COUNTS])
    assert shown(made) == [" class S 12", " 2009-04 %. 2009-05"]
    made.on_findings_counted(Findings.Counted(COUNTS, "salt"))  # once
    made.when_counted("salt", done.append)  # they are there
    assert (len(made.asked), done) == (1, [COUNTS, COUNTS])


def test_with_another_list_all_of_it_is_forgotten() -> None:
    made, done = findings(), []
    made.on_findings_counted(Findings.Counted(COUNTS, "salt"))
    made.query_one(HitPane).show(HIT)
    made.show_hit(Visit(1, 1, "salt"))
    made.forget()
    assert (shown(made), made.counted, made.given_up) == ([], "", ["counts"])
    made.when_counted("ships", done.append)
    made.forget()
    assert not made.is_turning
    made.on_findings_counted(Findings.Counted(COUNTS, "ships"))
    made.on_findings_hit_found(Findings.HitFound(Visit(1, 1, "salt"), HIT))
    assert (done, shown(made)[0]) == ([], " class S 12")
