"""Finding in a cable, and what its keys ask for: `cable.py`."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from textual.geometry import Size

from archive import Citations, Matches, QueryError
from parser import Span
from tests.tui.drawing.pages import HARBOR
from tests.tui.fake_archive import FakeArchive
from tests.tui.panes.alone import alone, lines, notices, part_alone, told
from tui.drawing.jottings import Jottings
from tui.finding import Found, found_in
from tui.opened import Opened
from tui.panes.body import BodyPane
from tui.panes.cable import CableView, RulePane
from tui.panes.header import HeaderPane
from tui.panes.question import Asked
from tui.visit import Visit

PILOTS = ((0, (Span(4, 10),)),)
"""Where the first paragraph says `pilots`."""
THE = ((0, (Span(0, 3),)), (2, (Span(0, 7),)))
ARCHIVE = FakeArchive(cables=[HARBOR])


def opened(query: str = "", matches: Any = (), position: int | None = None) -> Opened:
    return Opened(Visit(0, position, query), HARBOR, Matches(matches), Citations((), ()))


def cable(shown: Opened | None = None) -> Any:
    """Make the view of a cable; `sought` are the groups of workers that were given up."""
    held = alone(HeaderPane, 60, 4), alone(RulePane, 7, 1), alone(BodyPane, 40, 6)
    view = part_alone(CableView, ARCHIVE, holds=held, works="_find")
    view.given_up = []
    cancel = lambda _node, group: view.given_up.append(group)  # noqa: E731 - recorded
    type(view).workers = SimpleNamespace(cancel_group=cancel)
    if shown is not None:
        view.show(shown, Jottings())
        view.body.sent.clear()
    return view


def come(view: Any, text: str, *, is_final: bool = True, shown: Opened | None = None) -> None:
    """Let the worker come back with what stands in the cable."""
    found = found_in(ARCHIVE, text, HARBOR)
    origin = view.asked[-1][2]
    view.on_cable_view_sought(CableView.Sought(shown or view.opened, found, origin, is_final))


def at(view: Any) -> int:
    """Return the paragraph (from 0) that the cursor is in."""
    return view.body.page.paragraph


def test_a_cable_is_shown_at_its_first_match() -> None:
    view = cable(opened("stay", THE))
    assert (view.header.cable, view.body.cable, view.body.matches) == (HARBOR, HARBOR, THE)
    assert at(view) == 0
    assert at(cable(opened("stay", THE, 2))) == 2


def test_other_notes_leave_the_cursor_and_what_is_marked() -> None:
    view = cable(opened("stay", THE, 2))
    view.jot(Jottings({0: "ask the harbor master"}))
    assert (at(view), view.body.matches) == (2, THE)
    view.body.action_first()
    assert any("ask the harbor" in line for line in lines(view.body))


@pytest.mark.parametrize(
    ("has_page", "has_cable", "waits"),
    [(True, True, False), (False, True, True), (False, False, False)],
)
def test_a_cable_without_room(*, has_page: bool, has_cable: bool, waits: bool) -> None:
    view = cable(opened() if has_cable else None)
    if not has_page:
        view.body.page = None
    assert view.is_without_room == waits


@pytest.mark.parametrize(
    ("action", "said"),
    [
        pytest.param("header", ["Header: everything.", "Header: as sent."], id="header"),
        pytest.param("form", ["Text: as sent.", "Text: raw."], id="text"),
    ],
)
def test_how_it_is_shown_is_said(action: str, said: list[str]) -> None:
    view = cable(opened())
    for _ in said:
        getattr(view, f"action_{action}")()
    assert notices(view) == said


def test_what_of_the_header_has_no_room_is_said() -> None:
    view = cable(opened())
    view.header.app.size = Size(60, 10)
    view.action_header()
    assert notices(view) == ["Header: everything, 1 more line: Tab goes there."]


def test_back_to_the_list_and_to_the_next_of_it() -> None:
    view = cable(opened())
    view.action_leave()
    view.action_neighbour(-2)
    assert len(told(view, CableView.Left)) == 1
    assert [asked.by for asked in told(view, CableView.NeighbourAsked)] == [-2]


# Finding


def asked_to_find(view: Any) -> Any:
    view.action_find()
    return told(view, Asked)[-1].question


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        pytest.param("p", "", id="a letter: nothing yet"),
        pytest.param(" p ", "", id="a letter and spaces"),
        pytest.param("pi", "pi", id="two"),
    ],
)
def test_what_is_sought_while_it_is_typed(typed: str, sought: str) -> None:
    view = cable(opened())
    question = asked_to_find(view)
    assert question.sign == "/"
    question.typed(typed)
    assert ([asked[0] for asked in view.asked], view.is_turning) == ([sought], False)


def test_words_to_find_are_waited_for() -> None:
    view = cable(opened())
    view.action_find("pilots")
    assert (view.asked[0][0], view.is_turning) == ("pilots", True)
    come(view, "pil", is_final=False)  # what was typed before it
    assert (view.body.matches, view.is_turning) == ((), True)
    come(view, "pilots")
    assert (view.body.matches, view.is_turning) == (PILOTS, False)
    assert notices(view) == ["1 found: pilots"]


@pytest.mark.parametrize(
    ("is_final", "is_cancelled", "refused"),
    [
        pytest.param(True, False, ["zeppelin"], id="typed to its end"),
        pytest.param(False, False, [], id="half a query is no mistake yet"),
        pytest.param(True, True, [], id="given up"),
    ],
)
def test_what_cannot_be_found_is_said_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
    refused: list[str],
    *,
    is_final: bool,
    is_cancelled: bool,
) -> None:
    worker = SimpleNamespace(is_cancelled=is_cancelled)
    monkeypatch.setattr("tui.panes.guard.get_current_worker", lambda: worker)

    class Refusing(FakeArchive):
        def matches(self, query: str, *_: object, **_options: object) -> Any:
            raise QueryError("no", query, 0)

    view, find = cable(opened()), CableView._find.__wrapped__  # type: ignore[attr-defined]
    view.archive = Refusing(1)
    find(view, "zeppelin", view.opened, view.body.bookmark, is_final=is_final)
    assert [one.asked for one in told(view, CableView.Refused)] == refused
    view.sent.clear()
    find(view, "pilots", view.opened, view.body.bookmark, is_final=is_final)
    assert [one.is_final for one in told(view, CableView.Sought)] == [is_final] * (not is_cancelled)


def test_what_is_found_while_it_is_typed_is_not_said() -> None:
    view = cable(opened())
    asked_to_find(view).typed("pilots")
    come(view, "pilots", is_final=False)
    assert (view.body.matches, notices(view)) == (PILOTS, [])


@pytest.mark.parametrize(
    ("start", "text", "end"),
    [
        pytest.param(0, "wait", 1, id="further down"),
        pytest.param(2, "wait", 1, id="above: the last one"),
        pytest.param(2, "zeppelin", 2, id="nowhere: it stays"),
    ],
)
def test_where_finding_leads(start: int, text: str, end: int) -> None:
    view = cable(opened("", (), start))
    view.action_find(text)
    come(view, text)
    assert at(view) == end


def test_what_is_found_in_the_cable_before_is_not_marked() -> None:
    view = cable(opened())
    view.action_find("pilots")
    before = view.opened
    view.show(opened(), Jottings())
    come(view, "pilots", shown=before)
    assert (view.body.matches, notices(view), view.is_loading) == ((), [], False)


def test_nothing_is_found_where_nothing_is_shown() -> None:
    view = cable()
    view.action_find()
    view.action_find("pilots")
    view._look_for("pilots", None)
    assert (view.sent, view.asked, view.is_loading) == ([], [], False)


def test_escape_brings_back_what_was_marked_and_where_the_cursor_was() -> None:
    view = cable(opened("stay", THE, 2))
    question = asked_to_find(view)
    question.typed("pilots")
    come(view, "pilots", is_final=False)
    view.is_loading = True
    question.cancelled()
    assert (view.body.matches, at(view), view.given_up) == (THE, 2, ["find"])
    assert not view.is_loading


@pytest.mark.parametrize("key", ["entered", "kept"])
def test_enter_and_tab_keep_what_is_found(key: str) -> None:
    view = cable(opened("stay", THE))
    getattr(asked_to_find(view), key)("pilots")
    come(view, "pilots")
    assert (view.words, view.body.matches) == ("pilots", PILOTS)


@pytest.mark.parametrize("typed", ["", "  "])
def test_enter_alone_goes_on_to_the_next(typed: str) -> None:
    view = cable(opened("stay", THE))
    asked_to_find(view).entered(typed)
    assert (at(view), notices(view)) == (2, ["Hit 2 of 2: stay"])


@pytest.mark.parametrize(
    ("shown", "found", "by", "said", "neighbour"),
    [
        pytest.param(opened("stay", THE), "", 1, ["Hit 2 of 2: stay"], [], id="the next"),
        pytest.param(opened("stay", THE), "", -1, [], [-1], id="the list's: on in the next cable"),
        pytest.param(opened("stay", THE), "pilots", 1, ["No more hits."], [], id="one's own: not"),
        pytest.param(opened(), "zeppelin", 1, ["Not in this cable: zeppelin"], [], id="nowhere"),
        pytest.param(opened(), "", 1, ["Nothing to find: type it after /."], [], id="none"),
    ],
)
def test_hits(shown: Opened, found: str, by: int, said: list[str], neighbour: list[int]) -> None:
    view = cable(shown)
    if found:
        view.action_find(found)
        come(view, found)
        view.sent.clear()
    view.action_hit(by)
    assert notices(view) == said
    assert [asked.by for asked in told(view, CableView.NeighbourAsked)] == neighbour


def test_what_was_looked_for_in_a_cable_is_looked_for_in_the_next() -> None:
    view = cable(opened())
    view.action_find("pilots")
    come(view, "pilots")
    view.show(opened(), Jottings())
    assert (view.words, view.body.matches) == ("", ())
    view.action_hit(1)
    come(view, "pilots")
    assert (view.words, view.body.matches) == ("pilots", PILOTS)
    assert notices(view) == ["1 found: pilots"] * 2


def test_what_was_looked_for_is_marked_where_the_cable_is_come_back_to() -> None:
    view = cable(opened("stay", THE))
    left = replace(opened("stay", PILOTS), visit=Visit(0, 0, "stay", words="pilots"))
    view.show(left, Jottings())
    view.action_hit(1)
    view.action_hit(-1)
    assert notices(view) == ["No more hits.", "No more hits."]  # not on in the next cable
    assert view.words == "pilots"


def test_no_hits_where_nothing_is_shown() -> None:
    view = cable()
    view.action_hit(1)
    view.action_narrow()
    assert notices(view) == [
        "Nothing to find: type it after /.",
        "No hits to narrow to: type what to find after /.",
    ]


def test_only_the_paragraphs_with_a_hit() -> None:
    view = cable(opened("stay", THE))
    view.action_narrow()
    view.action_narrow()
    assert notices(view) == [
        "Only the 2 of 3 paragraphs with a hit: & shows all.",
        "All 3 paragraphs.",
    ]


# Lists to choose from


@pytest.mark.parametrize(
    ("action", "position", "end"),
    [
        pytest.param("outline", 2, 2, id="a heading or a paragraph"),
        pytest.param("explain", 2, 2, id="a remark on a place"),
        pytest.param("explain", None, 1, id="a remark on all of it"),
    ],
)
def test_where_a_list_leads(action: str, position: int | None, end: int) -> None:
    view = cable(opened("", (), 1))
    getattr(view, f"action_{action}")()
    ((_, chosen),) = view.pushed
    chosen(None)
    assert at(view) == 1
    chosen((SimpleNamespace(position=position), "enter"))
    assert at(view) == end


@pytest.mark.parametrize("action", ["outline", "explain"])
def test_no_list_where_nothing_is_shown(action: str) -> None:
    view = cable()
    getattr(view, f"action_{action}")()
    view.show(opened(), Jottings())
    view.body.page = None  # it has no room yet
    getattr(view, f"action_{action}")()
    assert view.pushed == []


@pytest.mark.parametrize(("sought", "before"), [("", ()), ("pilots", ("pilots",))])
def test_what_was_looked_for_last_can_be_brought_back(sought: str, before: tuple[str, ...]) -> None:
    view = cable(opened())
    view._sought = sought
    view.action_find()
    assert told(view, Asked)[0].question.before == before


def test_the_rule_is_drawn_once_there_is_a_cable() -> None:
    view = cable()
    line = view.query_one(RulePane)
    assert lines(line) == [""]
    view.show(opened(), Jottings())
    view.show(opened(), Jottings())
    assert (lines(line), line.painted) == (["-------"], ["all"])


def test_hits_without_a_cable_are_none() -> None:
    view = cable()
    view.body.matches = THE
    view.action_narrow()
    assert notices(view) == ["No hits to narrow to: type what to find after /."]


def test_what_is_like_it_is_said() -> None:
    view = cable(opened())
    view.action_find("pilotz")
    origin = view.asked[-1][2]
    like = Found("pilotz", PILOTS, is_exact=False)
    view.on_cable_view_sought(CableView.Sought(view.opened, like, origin, is_final=True))
    assert notices(view) == ["1 found, like it: pilotz"]
    view.action_hit(1)
    assert notices(view)[1:] == ["No more hits."]
