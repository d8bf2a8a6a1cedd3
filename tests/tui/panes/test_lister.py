"""What is listed, when it is counted, and what keys wait for: `lister.py`."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from archive import Count, Order, Results
from tests.tui.fake_archive import FakeArchive, FakeListing
from tests.tui.panes.alone import alone, lines, notices, part_alone, told
from tui.drawing.index import Marks
from tui.listed import listed
from tui.months import Window, month_number
from tui.panes.bar import BarPane
from tui.panes.index import IndexPane
from tui.panes.lister import Lister
from tui.panes.messages import PreviewAsked, VisitAsked
from tui.personal import Personal
from tui.selection import Remembered, Selection
from tui.visit import Visit

ALL = Selection()
SALT = ALL.search("salt")
SHIPS = ALL.search("ships")
APRIL = Window(month_number("2009-04"))
ARCHIVE = FakeArchive(5)


class Findings:
    """What stands below a list; what it was asked for stands in `asked`."""

    id = "findings"
    counted = ""

    def __init__(self) -> None:
        self.asked: list[object] = []
        self.windows: list[Window | None] = []
        self.counts = SimpleNamespace(look_at=self.windows.append)

    def stop_counting(self) -> None:
        self.asked.append("stop")

    def forget(self) -> None:
        self.counted = ""
        self.asked.append("forget")

    def count(self, query: str) -> None:
        self.asked.append(query)

    def keep(self, results: Results | None) -> None:
        self.asked += (
            [(hit.row.reference_id, results.query) for hit in results.hits] if results else []
        )

    def show_hit(self, visit: Visit) -> None:
        self.asked.append(visit)


class Marking(Personal):
    """No notebook; `news` says whether another reader has written in it."""

    news = False

    def __init__(self) -> None:
        super().__init__(None)

    def is_news(self) -> bool:
        return self.news


def lister(*, is_furnished: bool = True) -> Any:
    """Make a list, with the panes in it as `index`, `bar` and `findings`."""
    held = alone(IndexPane, 80, 4, lambda _row: Marks()), alone(BarPane, 80, 1), Findings()
    made = part_alone(Lister, ARCHIVE, Marking(), holds=held, works="_list")
    made.is_furnished = is_furnished
    return made


def come(
    part: Any, selection: Selection, *, view: Remembered | None = None, is_whole: bool = True
) -> None:
    """Let the worker come back with a list."""
    listing, results = listed(ARCHIVE, selection, lambda: False)
    if not is_whole:
        listing = ARCHIVE.listing(selection.query)
    part.on_lister_listed(Lister.Listed(selection, listing, results, view, (), is_whole))


def standing(selection: Selection = SALT, **how: Any) -> Any:
    """Make a list that was asked for and is there."""
    part = lister(**how)
    part.take(Remembered(selection))
    come(part, selection, view=Remembered(selection))
    part.asked.clear()
    part.timers.clear()
    part.sent.clear()
    if part.is_furnished:
        part.findings.counted = selection.query
        part.findings.asked.clear()
    return part


@pytest.mark.parametrize(("order", "end"), [(Order.CITED, " 0<"), (Order.POST, " 2")])
def test_a_list_by_times_cited_says_how_often(order: Order, end: str) -> None:
    part = standing(SALT.sorted_by(order))
    assert lines(part.index)[0].endswith(end)


@pytest.mark.parametrize(
    ("selection", "cables", "rows"),
    [
        pytest.param(ALL, 5, 5, id="all"),
        pytest.param(SALT, 5, 5, id="those of a query"),
        pytest.param(SALT.other_view, 5, 10, id="paragraphs: the cables they stand in"),
    ],
)
def test_how_many_cables(selection: Selection, cables: int, rows: int) -> None:
    part = standing(selection)
    assert (part.cables, part.index.count) == (cables, rows)


def test_paragraphs_without_results_are_counted_as_rows() -> None:
    part = standing(SALT.other_view)
    part.bar.show(replace(part.bar.bar, results=None))
    assert part.cables == 10


@pytest.mark.parametrize(
    ("view", "cursor"),
    [
        pytest.param(Remembered(SALT), 0, id="the first"),
        pytest.param(Remembered(SALT, row=3), 3, id="a row"),
        pytest.param(Remembered(SALT, key=2), 2, id="a cable"),
        pytest.param(Remembered(SALT, row=99), 4, id="not beyond the last"),
    ],
)
def test_a_list_that_is_taken_is_waited_for(view: Remembered, cursor: int) -> None:
    part = lister()
    part.take(view)
    assert (part.asked, part.is_turning, part.is_current) == ([(SALT, view)], True, False)
    come(part, SALT, view=view)
    assert (part.is_turning, part.is_current) == (False, True)
    assert part.view == Remembered(SALT, cursor, part.index.top)


def test_a_list_that_is_typed_is_not_waited_for() -> None:
    part = standing(ALL)
    part.index.go(3)
    part.follow(SALT)
    assert (part.asked, part.is_turning) == ([(SALT, None)], False)
    come(part, SALT)
    assert (part.index.cursor, part.bar.selection) == (0, SALT)


def test_what_was_asked_for_before_is_not_shown() -> None:
    part = standing(ALL)
    part.follow(SALT)
    part.follow(SHIPS)
    come(part, SALT)
    assert part.bar.selection == ALL
    come(part, SHIPS)
    assert part.bar.selection == SHIPS


@pytest.mark.parametrize(
    ("has_focus", "is_whole", "waits"),
    [(True, True, False), (True, False, True), (False, False, False)],
)
def test_keys_of_a_list_wait_for_all_of_it(*, has_focus: bool, is_whole: bool, waits: bool) -> None:
    part = standing(ALL)
    part.follow(SALT)
    come(part, SALT, is_whole=is_whole)
    type(part.index).has_focus = has_focus
    assert part.is_turning == waits


# Counting


def waiting(part: Any) -> list[float]:
    """Return the delays of the timers that still run."""
    return [timer.delay for timer in part.timers if not timer.is_stopped]


@pytest.mark.parametrize(
    ("selection", "asked", "delays"),
    [
        pytest.param(SALT, ["forget"], [0.3], id="another query: after a while"),
        pytest.param(ALL, [], [], id="the same"),
        pytest.param(ALL.within(APRIL), [], [], id="a month of it: as all of it"),
        pytest.param(ALL.turned(), [], [], id="in another order"),
    ],
)
def test_a_list_is_counted_once_the_keys_rest(
    selection: Selection, asked: list[object], delays: list[float]
) -> None:
    part = standing(ALL)
    part.follow(selection)
    come(part, selection)
    assert [one for one in part.findings.asked if isinstance(one, str)] == asked
    assert waiting(part) == delays
    assert part.findings.windows[-1] == selection.window
    for timer in part.timers:
        timer.run()
    assert (selection.query in part.findings.asked) == bool(delays)


def test_all_cables_are_not_counted() -> None:
    part = standing(SALT)
    part.take(Remembered(ALL))
    come(part, ALL, view=Remembered(ALL))
    assert (part.findings.asked, part.timers) == (["forget"], [])


def test_before_the_rest_is_there_nothing_is_counted() -> None:
    part = standing(ALL, is_furnished=False)
    part.follow(SALT)
    come(part, SALT)
    assert (part.timers, part.is_counted) == ([], False)


def test_a_letter_puts_counting_off() -> None:
    part = standing(ALL)
    part.follow(SALT)
    come(part, SALT)
    part.findings.asked.clear()
    part.follow(SHIPS)
    assert part.findings.asked == ["stop"]
    assert [timer.is_stopped for timer in part.timers] == [True, False]
    part.timers[-1].run()  # the list is still to come: later
    assert part.findings.asked == ["stop"]
    assert waiting(part)[-1:] == [0.3]
    come(part, SHIPS)
    part.timers[-1].run()
    assert part.findings.asked == ["stop", ("04ANSELM100", "ships"), "forget", "ships"]


def test_counts_that_are_there_already_are_kept_while_another_list_comes() -> None:
    part = standing(SALT)
    assert part.is_counted
    part.follow(SHIPS)
    assert (part.findings.asked, part.timers) == ([], [])


def test_where_what_is_typed_is_refused_what_is_listed_is_counted() -> None:
    part = standing(ALL)
    part.follow(SALT)
    come(part, SALT)
    part.follow(ALL.search("salt date:9"))
    part.give_up("no date")
    part.timers[-1].run()
    assert part.findings.asked[-1] == "salt"


# The beginning of a list, and all of it


def test_all_is_listed_when_the_keys_rest() -> None:
    part = standing(ALL)
    part.follow(SALT)
    come(part, SALT, is_whole=False)
    assert not part.bar.bar.listed.is_exact
    part.index.go(2)
    part.asked.clear()
    part.timers[-1].run()
    assert part.asked == [(SALT, None)]
    part.timers[-1].run()
    assert part.asked == [(SALT, None)]  # once
    come(part, SALT)
    assert (part.index.cursor, part.index.is_whole) == (2, True)
    assert part.findings.asked[-1] == "salt"  # at once


def test_what_needs_all_of_a_list_asks_for_it() -> None:
    part, done = standing(ALL), []
    part.when_whole(lambda: done.append("at once"))
    part.follow(SALT)
    come(part, SALT, is_whole=False)
    part.asked.clear()
    part.when_whole(lambda: done.append("all"))
    assert (done, part.asked) == (["at once"], [(SALT, None)])
    come(part, SALT)
    assert done == ["at once", "all"]


def test_leaving_a_query_whose_beginning_is_listed_lists_all_of_it() -> None:
    part = standing(ALL)
    part.follow(SALT)
    come(part, SALT, is_whole=False)
    part.take(Remembered(SHIPS))
    part.asked.clear()
    part.give_up("no")
    assert (part.selection, part.asked, part.is_loading) == (SALT, [(SALT, None)], False)


class Beginning(FakeArchive):
    """Gives the beginning of a list, where it is asked for."""

    def beginning(self, query: str, *, is_cancelled: Any) -> Any:
        assert is_cancelled() is False
        return FakeListing(self.listing(query).rows(0, 2))


@pytest.mark.parametrize(
    ("selection", "is_typed", "rows", "is_whole"),
    [
        pytest.param(SALT, True, 2, False, id="typed: its beginning"),
        pytest.param(SALT, False, 5, True, id="entered: all"),
        pytest.param(ALL, True, 5, True, id="no query"),
        pytest.param(SALT.sorted_by(Order.DATE), True, 5, True, id="not the best first"),
        pytest.param(SALT.turned(), True, 5, True, id="the worst first"),
        pytest.param(SALT.other_view, True, 10, True, id="paragraphs"),
    ],
)
def test_the_beginning_of_a_list_is_read_while_it_is_typed(
    monkeypatch: pytest.MonkeyPatch,
    selection: Selection,
    *,
    is_typed: bool,
    rows: int,
    is_whole: bool,
) -> None:
    worker = SimpleNamespace(is_cancelled=False)
    monkeypatch.setattr("tui.panes.guard.get_current_worker", lambda: worker)
    part = part_alone(Lister, Beginning(5), Marking())
    view = None if is_typed else Remembered(selection)
    read = Lister._list.__wrapped__  # type: ignore[attr-defined]
    read(part, selection, view, rows=5, is_typed=is_typed)
    (found,) = told(part, Lister.Listed)
    assert (found.selection, found.view, found.is_whole) == (selection, view, is_whole)
    assert (len(found.listing), len(found.first)) == (rows, rows if is_typed else 0)
    assert bool(found.results and found.results.hits) == bool(selection.query)


# What is typed to its end


def test_what_is_done_with_a_list_waits_for_it() -> None:
    part, done = standing(ALL), []
    part.step(2)
    assert part.index.cursor == 2
    part.follow(SALT)
    part.step(3)
    part.finish(lambda: done.append(part.index.cursor), otherwise=part.view)
    assert (part.index.cursor, done, part.is_turning) == (2, [], True)
    come(part, SALT)
    assert (done, part.is_turning) == ([3], False)
    part.finish(lambda: done.append("again"), otherwise=part.view)
    assert done == [3, "again"]


def test_what_was_asked_of_a_list_is_dropped_with_it() -> None:
    part, done = standing(ALL), []
    part.follow(SALT)
    part.when_listed(lambda: done.append("salt"))
    part.follow(SHIPS)
    come(part, SHIPS)
    assert done == []


@pytest.mark.parametrize(
    ("reason", "said"), [("no date", ["no date"]), ("", [])], ids=["a reason", "told already"]
)
def test_a_query_that_is_refused_at_its_end_goes_back(reason: str, said: list[str]) -> None:
    part, done = standing(ALL), []
    before = part.view
    part.follow(SALT)
    part.give_up(reason)
    assert part.selection == SALT  # half a query is no mistake yet
    part.step(1)
    part.finish(lambda: done.append("opened"), otherwise=before)
    assert (notices(part), part.asked[1:], done) == (said, [(ALL, before)], [])


def test_a_query_that_is_refused_later_goes_back_to_what_was_before() -> None:
    part, done = standing(SHIPS), []
    before = Remembered(SHIPS, 1, 0)
    part.follow(SALT)
    come(part, SALT)
    part.follow(ALL.search("date:9"))
    part.finish(lambda: done.append("opened"), otherwise=before)
    part.asked.clear()
    part.give_up("no date")
    assert part.asked == [(SHIPS, before)]
    come(part, SHIPS, view=before)
    assert (part.index.cursor, done) == (1, [])


def test_where_the_last_list_cannot_be_had_everything_is_listed() -> None:
    part = lister()
    part.take(Remembered(SALT))
    part.give_up("gone")
    assert part.asked[1:] == [(ALL, Remembered(ALL))]
    part.give_up("gone, too")
    assert (len(part.asked), part.is_loading) == (2, False)


# The cable under the cursor


def moved(part: Any, row: int, *, is_turned: bool = False) -> None:
    part.on_index_pane_moved(IndexPane.Moved(part.index.row_at(row), is_turned))


@pytest.mark.parametrize(
    ("is_turned", "has_focus", "lag", "delay"),
    [
        pytest.param(False, True, 0.0, 0.25, id="a row"),
        pytest.param(True, True, 0.0, 0.75, id="a page"),
        pytest.param(False, False, 0.0, 0.75, id="a query is typed"),
        pytest.param(False, True, 0.5, 2.0, id="a slow line"),
        pytest.param(True, True, 0.1, 0.75, id="a page on a line that is not so slow"),
    ],
)
def test_a_cable_is_offered_once_the_cursor_rests(
    *, is_turned: bool, has_focus: bool, lag: float, delay: float
) -> None:
    part = standing()
    part.app.lag = lag
    type(part.index).has_focus = has_focus
    moved(part, 1)
    moved(part, 2, is_turned=is_turned)
    assert part.is_offering
    assert [timer.is_stopped for timer in part.timers] == [True, False]
    assert part.timers[-1].delay == delay
    part.timers[-1].run()
    assert [one.visit for one in told(part, PreviewAsked)] == [Visit(2, 1, "salt")]
    assert not part.is_offering


def test_a_letter_puts_the_cable_off() -> None:
    part = standing()
    moved(part, 1)
    part.follow(SHIPS)
    assert not part.is_offering


def test_the_best_hit_is_shown_at_once_for_a_query() -> None:
    part = standing()
    moved(part, 1)
    assert part.findings.asked == [Visit(1, 1, "salt")]
    part = standing(ALL)
    moved(part, 1)
    assert part.findings.asked == []
    moved(standing(is_furnished=False), 1)  # there is nowhere to show it yet


def test_a_row_is_of_the_list_that_it_stands_in_whatever_has_been_asked_for_since() -> None:
    part = standing()
    part.follow(SHIPS)
    part.findings.asked.clear()
    moved(part, 1)
    assert part.findings.asked == [Visit(1, 1, "salt")]


def test_the_best_hit_of_all_comes_with_the_list() -> None:
    part = standing(ALL)
    part.follow(SALT)
    come(part, SALT)
    assert part.findings.asked[0] == ("04ANSELM100", "salt")
    part.follow(ALL.search("zeppelin"))
    part.findings.asked.clear()
    come(part, ALL.search("zeppelin"))
    assert part.findings.asked == ["forget"]


@pytest.mark.parametrize("news", [True, False])
def test_at_rest_the_marks_of_another_reader_are_drawn(*, news: bool) -> None:
    part = standing()
    part._personal.news = news
    moved(part, 1)
    part.index.painted.clear()
    part.timers[-1].run()
    assert part.index.painted == (["all"] if news else [])


@pytest.mark.parametrize(
    ("selection", "cursor", "asked", "visits", "said"),
    [
        pytest.param(SALT, 2, [], [Visit(2, 1, "salt")], [], id="a cable"),
        pytest.param(
            ALL.within(APRIL),
            0,
            [(ALL.narrow("date:2009-04"), Remembered(ALL.narrow("date:2009-04")))],
            [],
            ["Kept date:2009-04: Enter reads, Esc drops it."],
            id="the months that are looked at",
        ),
        pytest.param(
            ALL.within(APRIL), 1, [], [Visit(1, None, "date:2009-04")], [], id="a cable in them"
        ),
    ],
)
def test_enter(
    selection: Selection,
    cursor: int,
    asked: list[object],
    visits: list[Visit],
    said: list[str],
) -> None:
    part = standing(ALL)
    part.follow(selection)
    listing = ARCHIVE.listing("salt" if selection is SALT else "")
    part.on_lister_listed(Lister.Listed(selection, listing, None, None))
    part.index.go(cursor)
    moved(part, cursor)
    part.asked.clear()
    part.on_index_pane_opened(IndexPane.Opened(part.index.current))
    assert (part.asked, [one.visit for one in told(part, VisitAsked)]) == (asked, visits)
    assert notices(part) == said
    assert not part.is_offering


def test_what_stands_around_a_list() -> None:
    part = standing()
    assert ("-query" in part.own_classes, part.bar.bar.listed) == (True, Count(5))
    part = standing(ALL.search("zeppelin"))
    assert lines(part.index)[1].strip().startswith("Nothing matches.")
    assert "-query" not in standing(ALL).own_classes
