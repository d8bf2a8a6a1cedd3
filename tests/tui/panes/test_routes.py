"""The ways between the list, the cables and the pages over them: `routes.py`."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.tui.fake_archive import FakeArchive
from tests.tui.panes.alone import alone, notices, part_alone, told
from tui.drawing.index import Marks
from tui.drawing.line import Target, TargetKind
from tui.panes.cable import CableView
from tui.panes.desk import Desk
from tui.panes.index import IndexPane
from tui.panes.messages import (
    FollowAsked,
    NarrowAsked,
    PageAsked,
    PreviewAsked,
    VisitAsked,
)
from tui.panes.routes import Routes
from tui.personal import Personal
from tui.screens import AbsentBody, ThreadBody
from tui.visit import Beside, Page, PageKind, Visit

ARCHIVE = FakeArchive(5)
THREAD = Page(PageKind.THREAD, "06ANSELM102")
ABSENT = Page(PageKind.ABSENT, "09ANSELM99", Visit(4))


class Reading:
    """The part with the cable; what it is asked for stands in `asked`."""

    body: Any = None
    header: Any = None

    def __init__(self) -> None:
        self.place: Visit | None = None
        self.asked: list[object] = []

    @property
    def visit(self) -> Visit | None:
        return self.place

    def open(self, visit: Visit) -> None:
        self.place = visit
        self.asked.append(visit)

    def preview(self, visit: Visit) -> None:
        self.asked.append(("preview", visit))

    def seek(self, address: str) -> None:
        self.asked.append(address)


class Parts(Desk):
    """The parts side by side."""

    catalogue: Any = None
    reading: Any = None
    context: Any = None
    screen: Any = None
    before: Visit | None = None

    def __init__(self) -> None:
        self.screen = SimpleNamespace(focused=None)
        index = alone(IndexPane, 80, 4, lambda _row: Marks())
        index.show(ARCHIVE.listing(), row=2)
        narrowed: list[str] = []
        self.catalogue = SimpleNamespace(
            index=index,
            selection=SimpleNamespace(query="salt"),
            narrow=narrowed.append,
            narrowed=narrowed,
        )
        self.reading = Reading()
        self.is_furnished = True


def pane(name: str, shown: list[str]) -> Any:
    """Make a pane that is in sight, and tells when it gets the focus."""
    focus = lambda: shown.append(name)  # noqa: E731 - recorded
    return SimpleNamespace(WHERE=name, display=True, beside=Beside(name, 3), focus=focus)


def routes(*, news: bool = False) -> Any:
    """Make the ways; the pane that is shown stands in `shown`, what was seen in `seen`."""
    seen: list[int] = []
    personal = Personal(None)
    personal.is_news = lambda: news  # type: ignore[method-assign]
    personal.see = lambda row: seen.append(row.key)  # type: ignore[method-assign, assignment]
    made = part_alone(Routes, ARCHIVE, personal, holds=(Parts(),))
    made.seen, made.shown, made.styled = seen, [], []
    made.app.stylesheet = SimpleNamespace(update_nodes=made.styled.append)
    for name, part in (("body", made.reading), ("header", made.reading), ("context", made.desk)):
        setattr(part, name, pane(name, made.shown))
    made.catalogue.index.focus = lambda: made.shown.append("index")
    return made


def visit(made: Any, *visits: Visit) -> None:
    for one in visits:
        made.on_visit_asked(VisitAsked(one))


def pages(made: Any) -> list[Page]:
    """Return the pages that were laid over the reader."""
    for screen, _ in made.pushed:
        kind = ThreadBody if screen._body.page.kind is PageKind.THREAD else AbsentBody
        assert type(screen._body) is kind
    return [screen._body.page for screen, _ in made.pushed]


@pytest.mark.parametrize(
    ("keys", "before"),
    [
        pytest.param([Visit(1)], None, id="a first cable"),
        pytest.param([Visit(1), Visit(2)], 1, id="another cable"),
        pytest.param([Visit(1), Visit(2), None], 2, id="the list"),
        pytest.param([Visit(1), None, Visit(3)], 1, id="a cable from the list"),
    ],
)
def test_where_the_user_was_before_the_last_jump(
    keys: list[Visit | None], before: int | None
) -> None:
    made = routes()
    for key in keys:
        if key is None:
            made.leave()
        else:
            visit(made, key)
    assert (made.desk.before and made.desk.before.key) == before


def test_a_cable_is_read_and_counts_as_read() -> None:
    made = routes()
    visit(made, Visit(1))
    assert (made.reading.asked, made.shown, made.seen) == ([Visit(1)], ["body"], [1])
    assert made.catalogue.index.painted[-1:] == ["all"]


@pytest.mark.parametrize(
    ("key", "read"),
    [
        pytest.param(1, Visit(1, 3, "salt", words="harbor"), id="stays in the same cable"),
        pytest.param(2, Visit(2, 3), id="is not in another"),
    ],
)
def test_what_is_marked(key: int, read: Visit) -> None:
    made = routes()
    visit(made, Visit(1, 0, "salt", words="harbor"), Visit(key, 3))
    assert made.reading.place == read


@pytest.mark.parametrize("name", ["header", "context"])
def test_what_is_left_above_or_beside_the_text_is_come_back_to_there(name: str) -> None:
    made = routes()
    visit(made, Visit(1))
    left = getattr(made.desk if name == "context" else made.reading, name)
    made.desk.screen.focused = left
    visit(made, Visit(2))
    made.desk.screen.focused = made.reading.body
    made.back(-1)
    assert made.reading.place == Visit(1, beside=Beside(name, 3))
    left.display = False  # the window is smaller now
    made.back(1)
    made.back(-1)
    assert made.shown == ["body", "body", name, "body", "body"]


def test_in_the_first_moment_nothing_is_read() -> None:
    made = routes()
    made.desk.is_furnished = False
    visit(made, Visit(1))
    made.on_preview_asked(PreviewAsked(Visit(1)))
    assert (made.reading.asked, made.shown, made.seen) == ([], [], [])


def test_one_part_is_seen_at_a_time() -> None:
    made = routes()
    made.leave()  # it is there already
    assert (made.screen_classes, made.styled) == (set(), [])
    visit(made, Visit(1), Visit(2))
    assert (made.screen_classes, len(made.styled)) == ({"-reading"}, 1)
    made.leave()
    assert made.screen_classes == set()
    assert made.styled == [(made.catalogue, made.reading)] * 2


# Back and forward


@pytest.mark.parametrize(
    ("steps", "places"),
    [
        pytest.param([-1], [2], id="back"),
        pytest.param([-2, 1], [1, 2], id="two back, and on"),
        pytest.param([-9, 9], [1, 3], id="as far as there are"),
    ],
)
def test_back_and_forward(steps: list[int], places: list[int]) -> None:
    made = routes()
    visit(made, Visit(1), Visit(2), Visit(3))
    for by, place in zip(steps, places, strict=True):
        made.back(by)
        assert made.reading.place == Visit(place)
    assert made.shown == ["body"] * (3 + len(steps))


@pytest.mark.parametrize(
    ("visits", "by", "said"),
    [
        pytest.param([], -1, "There is nothing to go back to.", id="nothing read"),
        pytest.param([Visit(1)], -1, "There is nothing to go back to.", id="the first"),
        pytest.param([Visit(1), Visit(2)], 1, "This is the last.", id="the last"),
    ],
)
def test_where_there_is_no_way_it_is_said(visits: list[Visit], by: int, said: str) -> None:
    made = routes()
    visit(made, *visits)
    made.back(by)
    assert notices(made) == [said]


@pytest.mark.parametrize(
    ("steps", "places"),
    [
        pytest.param([-1, -1], [2, 1], id="into the cable that was left"),
        pytest.param([-2, 1], [1, 2], id="two back, and on"),
        pytest.param([-9], [1], id="as far as there are"),
    ],
)
def test_from_the_list_back_into_the_cable(steps: list[int], places: list[int]) -> None:
    made = routes()
    visit(made, Visit(1), Visit(2))
    made.leave()
    made.on_preview_asked(PreviewAsked(Visit(4)))  # what stands beside the list was not read
    for by, place in zip(steps, places, strict=True):
        made.back(by)
        assert made.reading.place == Visit(place)


def test_a_cable_that_was_left_for_the_list_is_a_place_to_come_back_to() -> None:
    made = routes()
    visit(made, Visit(1))
    made.leave()
    visit(made, Visit(2))
    made.leave()
    visit(made, Visit(2))  # the same again
    made.back(-1)
    assert made.reading.place == Visit(1)
    made.back(-1)
    assert notices(made) == ["There is nothing to go back to."]
    assert made.shown == ["body", "index", "body", "index", "body", "body"]


@pytest.mark.parametrize("news", [True, False])
def test_back_in_the_list_the_marks_of_another_reader_are_drawn(*, news: bool) -> None:
    made = routes(news=news)
    made.catalogue.index.painted.clear()
    made.on_cable_view_left(CableView.Left())
    assert (made.catalogue.index.painted, made.shown) == (["all"] if news else [], ["index"])


# Pages over the reader


@pytest.mark.parametrize(
    ("read", "over"),
    [pytest.param([], None, id="the list"), pytest.param([Visit(1)], Visit(1), id="a cable")],
)
def test_a_page_lies_over_what_was_there(read: list[Visit], over: Visit | None) -> None:
    made = routes()
    visit(made, *read)
    made.on_page_asked(PageAsked(PageKind.THREAD, "06ANSELM102"))
    made.on_page_asked(PageAsked(PageKind.ABSENT, "09ANSELM99"))
    assert pages(made) == [
        Page(PageKind.THREAD, "06ANSELM102", over),
        Page(PageKind.ABSENT, "09ANSELM99", over),
    ]


def test_a_cable_of_the_list_before_is_not_below_a_page() -> None:
    made = routes()
    visit(made, Visit(1))
    made.leave()
    made.on_page_asked(PageAsked(PageKind.ABSENT, "09ANSELM99"))
    assert pages(made)[0].over is None


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        pytest.param(THREAD, ["index"], id="over the list"),
        pytest.param(ABSENT, ["body"], id="over a cable"),
    ],
)
def test_from_a_page_to_a_cable_and_back_to_the_page(page: Page, shown: list[str]) -> None:
    made = routes()
    made._turn_to(page)
    ((_, left),) = made.pushed
    left((page, Visit(3)))
    assert made.reading.place == Visit(3)
    made.pushed.clear()
    made.shown.clear()
    made.back(-1)
    assert (pages(made), made.shown) == ([page], shown)
    assert made.reading.place == (page.over or Visit(3))


def test_from_a_page_over_the_list_back_to_what_was_read_before_it() -> None:
    made = routes()
    visit(made, Visit(1), Visit(2))
    made.leave()
    made._turn_to(THREAD)
    made.pushed[-1][1]((THREAD, Visit(3)))
    made.back(-1)
    assert pages(made) == [THREAD, THREAD]  # it is closed again
    for place in (2, 1):
        made.back(-1)
        assert made.reading.place == Visit(place)


def test_from_a_page_to_another() -> None:
    made = routes()
    made._turn_to(THREAD)
    made.pushed[0][1]((THREAD, ABSENT))
    assert (pages(made), made.reading.asked) == ([THREAD, ABSENT], [])


@pytest.mark.parametrize("result", [None, (THREAD, None)], ids=["taken away", "closed"])
def test_a_page_that_is_closed_leads_nowhere(result: object) -> None:
    made = routes()
    made._turn_to(THREAD)
    made.pushed[0][1](result)
    assert (len(made.pushed), made.reading.asked, made.shown) == (1, [], [])


# Beside the list


@pytest.mark.parametrize(
    ("classes", "focus", "previewed"),
    [
        pytest.param(set(), "index", True, id="beside the list"),
        pytest.param(set(), None, True, id="before anything has the focus"),
        pytest.param(set(), "prompt", True, id="while a query is typed"),
        pytest.param({"-reading"}, "body", False, id="a cable is being read"),
        pytest.param({"-reading"}, "prompt", False, id="words to find in it are typed"),
        pytest.param({"-narrow"}, "index", False, id="one part at a time"),
        pytest.param({"-zoomed"}, "index", False, id="zoomed"),
    ],
)
def test_a_cable_is_shown_beside_the_list(
    classes: set[str], focus: str | None, *, previewed: bool
) -> None:
    made = routes()
    made.screen_classes |= classes
    made.focused = made.catalogue.index if focus == "index" else focus
    made.on_preview_asked(PreviewAsked(Visit(1)))
    assert made.reading.asked == ([("preview", Visit(1))] if previewed else [])
    assert made.seen == []  # it counts as read once somebody opens it


@pytest.mark.parametrize(
    ("read", "by", "row", "said"),
    [
        pytest.param(None, 1, 3, [], id="the next of the list"),
        pytest.param(Visit(0), 1, 1, [], id="the next of the cable that is read"),
        pytest.param(Visit(0), 3, 3, [], id="the third"),
        pytest.param(Visit(4), 1, None, ["No more cables that way."], id="none after"),
        pytest.param(Visit(0), -1, None, ["No more cables that way."], id="none before"),
    ],
)
def test_the_next_cable_of_the_list(
    read: Visit | None, by: int, row: int | None, said: list[str]
) -> None:
    made = routes()
    made.reading.place = read
    made.on_cable_view_neighbour_asked(CableView.NeighbourAsked(by))
    assert made.reading.asked == ([] if row is None else [Visit(row, None, "salt")])
    assert notices(made) == said
    if row is not None:
        assert made.catalogue.index.cursor == row


# Along what stands under the cursor


@pytest.mark.parametrize(
    ("target", "sought", "narrowed", "said"),
    [
        pytest.param(Target(TargetKind.CABLE, "09ANSELM99"), ["09ANSELM99"], [], [], id="a cable"),
        pytest.param(
            Target(TargetKind.CITING, "09ANSELM99"), ["09ANSELM99"], [], [], id="who cites"
        ),
        pytest.param(Target(TargetKind.TAG, "PREL"), [], ["tag:PREL"], [], id="a value"),
        pytest.param(
            Target(TargetKind.REMARK, "x"), [], [], ["There is nothing to follow here."], id="none"
        ),
    ],
)
def test_what_is_followed(
    target: Target, sought: list[str], narrowed: list[str], said: list[str]
) -> None:
    made = routes()
    made.on_follow_asked(FollowAsked(target))
    assert (made.reading.asked, made.catalogue.narrowed, notices(made)) == (
        *(sought, narrowed),
        said,
    )
    assert made.shown == ["index"] * len(narrowed)


def test_a_query_narrows_the_list() -> None:
    made = routes()
    made.on_narrow_asked(NarrowAsked("tag:PREL"))
    assert (made.catalogue.narrowed, made.shown) == (["tag:PREL"], ["index"])
    assert told(made, VisitAsked) == []
