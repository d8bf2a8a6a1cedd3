"""Keys on the pages that lie over the reader: a thread, a cable that is not held."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from textual.events import Resize
from textual.geometry import Size

from archive import CableRow
from tests.tui.fake_archive import FakeArchive
from tests.tui.panes.alone import alone, lines, notices, part_alone, told
from tui.absent import Absent
from tui.drawing.passages import Passage
from tui.panes.messages import Changed, CopyAsked
from tui.screens.absent import AbsentBody, AbsentPane
from tui.screens.chooser import TitlePane
from tui.screens.page import PageBody, PagePane, PageScreen
from tui.screens.thread import ThreadBody, ThreadPane
from tui.thread import Knot, State
from tui.visit import Page, PageKind, Visit

DAY = datetime(2009, 4, 1, tzinfo=UTC)


def row(key: int, post: str = "ANSELM") -> CableRow:
    name = f"09{post}{key}"
    return CableRow(key, name, name, DAY, "SECRET", None, "SALT", 3)


KNOTS = (
    Knot(row(1), "09ANSELM1", "", is_out=True, branch=()),
    Knot(None, "08PARIS7", "B", is_out=True, branch=(False,), state=State.MISSING),
    Knot(row(3), "09ANSELM3", "", is_out=False, branch=(False,)),
    Knot(None, "7", "", is_out=False, branch=(True,), state=State.CUT),
)
CITING = tuple(
    Passage(row(key, "PARIS"), position, 4, "see 9 ANSELM") for key, position in ((5, 2), (6, None))
)
ABSENT = Absent("09ANSELM9", CITING, row(7), row(12))


def thread(at: int = 0, *, height: int = 5) -> ThreadPane:
    pane = alone(ThreadPane, 60, height)
    pane.show(KNOTS, at)
    pane.sent.clear()
    return pane


def absent(found: Absent = ABSENT, at: int | None = None) -> AbsentPane:
    pane = alone(AbsentPane, 60, 12)
    pane.show(found, at)
    pane.sent.clear()
    return pane


def done(pane: PagePane, action: str, *arguments: object) -> list[object]:
    """Return what a key asks for: a cable, a text to copy, or a word to the user."""
    getattr(pane, f"action_{action}")(*arguments)
    opened = [message.visit for message in told(pane, PagePane.Opened)]
    return [*opened, *(asked.text for asked in told(pane, CopyAsked)), *notices(pane)]


def test_a_thread() -> None:
    assert lines(thread()) == [
        " 09ANSELM1      2009-04-01 S    SALT",
        " |> B. 08PARIS7 not held",
        " |< 09ANSELM3   2009-04-01 S    SALT",
        " `< and 7 more",
        "",
    ]


@pytest.mark.parametrize(
    ("at", "opened", "copied"),
    [
        pytest.param(0, Visit(1), "09ANSELM1", id="held"),
        pytest.param(1, "There is nothing to open here.", "08PARIS7", id="not held"),
        pytest.param(
            3,
            "There is nothing to open here.",
            "There is nothing to copy here.",
            id="more of them: their number is no id",
        ),
    ],
)
def test_keys_on_a_cable_of_a_thread(at: int, opened: object, copied: str) -> None:
    assert done(thread(at), "open") == [opened]
    assert done(thread(at), "copy") == [copied]


@pytest.mark.parametrize("by", [1, -1])
def test_deeper_and_less_deep(by: int) -> None:
    pane = thread()
    pane.action_depth(by)
    assert [asked.by for asked in told(pane, ThreadPane.DepthAsked)] == [by]


@pytest.mark.parametrize(
    ("depth", "by", "expected"),
    [
        pytest.param(3, 1, 4, id="deeper"),
        pytest.param(3, -1, 2, id="less deep"),
        pytest.param(7, 5, 8, id="as deep as it goes"),
        pytest.param(2, -5, 1, id="as little as it goes"),
        pytest.param(8, 1, "References are not followed further than 8 levels.", id="no deeper"),
        pytest.param(1, -1, "References are followed at least one level.", id="no less"),
    ],
)
def test_how_deep_a_thread_is_followed(depth: int, by: int, expected: object) -> None:
    page = Page(PageKind.THREAD, "09ANSELM1", depth=depth)
    body = part_alone(ThreadBody, FakeArchive(), page, holds=(thread(),), works="_grow")
    body.is_loading = False  # the first tree is there
    body.on_thread_pane_depth_asked(ThreadPane.DepthAsked(by))
    assert [*(deep for (deep,) in body.asked), *notices(body)] == [expected]
    assert body.is_loading == bool(body.asked)


def test_a_thread_that_is_still_to_come() -> None:
    pane = alone(ThreadPane, 60, 2)
    assert (lines(pane), pane.current, pane.name, pane.visit) == (["", ""], None, "", None)
    assert done(pane, "open") == ["There is nothing to open here."]
    assert pane.row_line(3) == ()


def test_a_page_begins_at_the_first_place_that_cites() -> None:
    pane = absent()
    assert [line.split()[0] for line in lines(pane)[:7] if line] == [
        *("2", "Likely", "Held", "(", ")"),
        *("Cited", "09PARIS5"),
    ]
    assert pane.cursor == 6
    assert [absent(at=at).cursor for at in (0, 3)] == [0, 3]


@pytest.mark.parametrize(
    ("at", "opened"),
    [
        pytest.param(0, "There is nothing to open here.", id="a sentence"),
        pytest.param(3, Visit(7), id="the one before"),
        pytest.param(4, Visit(12), id="the one after"),
        pytest.param(6, Visit(5, 2), id="a place: its paragraph"),
        pytest.param(7, Visit(5, 2), id="its text, too"),
        pytest.param(8, Visit(6, None), id="a REF line: its cable"),
    ],
)
def test_keys_on_the_page_of_a_cable_that_is_not_held(at: int, opened: object) -> None:
    pane = absent()
    pane.go(at)
    assert done(pane, "open") == [opened]
    assert done(pane, "copy")[-1 if isinstance(opened, str) else 1] in {"09ANSELM9", opened}
    assert told(pane, CopyAsked)[0].text == "09ANSELM9"


NOWHERE = "No cable of this post and year is held that way."


@pytest.mark.parametrize(
    ("by", "opened"),
    [
        pytest.param(1, Visit(0), id="after"),
        pytest.param(3, Visit(2), id="the third after"),
        pytest.param(-1, NOWHERE, id="none before"),
    ],
)
def test_to_the_cable_before_or_after(by: int, opened: object) -> None:
    pane = absent()
    pane.action_serial(by)
    page = Page(PageKind.ABSENT, "09ANSELM9")
    body = part_alone(AbsentBody, FakeArchive(), page, holds=(pane,))
    (asked,) = told(pane, AbsentPane.SerialAsked)
    body.on_absent_pane_serial_asked(asked)
    assert [*(one.visit for one in told(pane, PagePane.Opened)), *notices(body)] == [opened]


LONG = Absent("09ANSELM9", (replace(CITING[0], text="The pilots stay ashore. " * 5), *CITING[1:]))
ASHORE = "The pilots stay ashore."


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(100, [f"{ASHORE} {ASHORE} The pilots stay", f"ashore. {ASHORE} {ASHORE}"]),
        pytest.param(
            60,
            [f"{ASHORE} {ASHORE} The", f"pilots stay ashore. {ASHORE} The pilots", "stay ashore."],
        ),
        pytest.param(30, [ASHORE, ASHORE, ASHORE, ASHORE]),
    ],
)
@pytest.mark.parametrize("row", [0, 3, 5, 6])
def test_passages_are_broken_anew_at_another_width(
    row: int, cells: int, expected: list[str]
) -> None:
    pane = absent(LONG)
    pane.go(row)
    before = pane.visit
    type(pane).size = Size(cells, 12)
    pane.on_resize(Resize(pane.size, pane.size))
    shown = lines(pane)
    assert [line.strip() for line in shown[4 : 4 + len(expected)]] == expected
    assert shown[4 + len(expected)].startswith(" 09PARIS6")
    assert (pane.cursor, pane.visit) == (min(row, 3 + len(expected)), before)


def test_the_cursor_stays_on_the_second_place_when_the_first_is_broken_anew() -> None:
    pane = absent(LONG)
    pane.go(7)
    type(pane).size = Size(100, 12)
    pane.on_resize(Resize(pane.size, pane.size))
    assert (pane.cursor, pane.visit) == (6, Visit(6, None))


@pytest.mark.parametrize(("at", "cursor"), [(None, 3), (0, 0), (6, 6)])
def test_what_comes_before_the_page_has_a_width_waits_for_it(at: int | None, cursor: int) -> None:
    pane = alone(AbsentPane, 0, 0)
    pane.show(LONG, at)
    assert (pane.count, pane.sent) == (0, [])
    type(pane).size = Size(100, 12)
    pane.on_resize(Resize(pane.size, pane.size))
    assert pane.cursor == cursor
    assert pane.position == f"{cursor + 1}/{pane.count}"
    assert told(pane, Changed)


def test_a_page_that_is_still_to_come() -> None:
    pane = alone(AbsentPane, 60, 2)
    assert (lines(pane), pane.name, pane.visit, pane.row_line(0)) == (["", ""], "", None, ())
    assert done(pane, "copy") == ["There is nothing to copy here."]
    pane.on_resize(Resize(pane.size, pane.size))
    assert pane.count == 0


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(Page(PageKind.THREAD, "09ANSELM1"), (0, 0), id="a thread"),
        pytest.param(Page(PageKind.THREAD, "09ANSELM1", row=2, top=1), (2, 1), id="come back to"),
    ],
)
def test_where_a_thread_is_shown(page: Page, expected: tuple[int, int]) -> None:
    pane = alone(ThreadPane, 60, 2)
    body = part_alone(ThreadBody, FakeArchive(), page, holds=(pane, TitlePane()), works="_grow")
    body.on_thread_body_grown(ThreadBody.Grown(KNOTS, 3))
    assert (pane.cursor, pane.top) == expected


def test_a_deeper_thread_keeps_the_cable_at_its_row_of_the_screen() -> None:
    pane = thread(height=2)
    pane.put(2, 1)
    page = Page(PageKind.THREAD, "09ANSELM1")
    body = part_alone(ThreadBody, FakeArchive(), page, holds=(pane, TitlePane()), works="_grow")
    more = replace(KNOTS[1], name="08PARIS8")
    body.on_thread_body_grown(ThreadBody.Grown((*KNOTS[:2], more, *KNOTS[2:]), 4))
    assert (pane.cursor, pane.top) == (3, 2)


@pytest.mark.parametrize(("kind", "body"), [("thread", ThreadBody), ("absent", AbsentBody)])
def test_a_page_is_left_with_its_place(kind: str, body: type[PageBody]) -> None:
    pane = thread(height=2) if kind == "thread" else absent()
    pane.put(2, 1)
    below = part_alone(body, FakeArchive(), Page(PageKind.THREAD, "09ANSELM1"), holds=(pane,))
    screen = PageScreen(below)
    left = []
    screen.dismiss = left.append  # type: ignore[method-assign, assignment]
    assert screen.is_turning  # what it shows is to come, or an address that is sought
    screen.on_page_pane_closed(PagePane.Closed())
    assert [(page.row, page.top, stop) for page, stop in left] == [(2, pane.top, None)]
    assert not screen.is_turning  # or the next key would wait in vain


def test_a_page_is_closed() -> None:
    for pane in (thread(), absent()):
        pane.action_close()
        assert len(told(pane, PagePane.Closed)) == 1
