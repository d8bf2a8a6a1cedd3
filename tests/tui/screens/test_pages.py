"""Keys on the pages that lie over the reader: a thread, a cable that is not held."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from archive import CableRow
from tests.tui.panes.alone import alone, lines, notices, told
from tui.absent import Absent
from tui.drawing.passages import Passage
from tui.panes.messages import CopyAsked
from tui.screens.absent import AbsentPane
from tui.screens.page import PagePane
from tui.screens.thread import ThreadPane
from tui.thread import Knot, State
from tui.visit import Visit

DAY = datetime(2009, 4, 1, tzinfo=UTC)


def row(key: int) -> CableRow:
    return CableRow(key, f"09ANSELM{key}", f"09ANSELM{key}", DAY, "SECRET", None, "SALT", 3)


KNOTS = (
    Knot(row(1), "09ANSELM1", "", is_out=True, branch=()),
    Knot(None, "08PARIS7", "B", is_out=True, branch=(False,), state=State.MISSING),
    Knot(row(3), "09ANSELM3", "", is_out=False, branch=(False,)),
    Knot(None, "7", "", is_out=False, branch=(True,), state=State.CUT),
)
CITING = tuple(
    Passage(day, f"09PARIS{day}", DAY, None, "FISH", position, 4, "see 9 ANSELM")
    for day, position in ((5, 2), (6, None))
)
ABSENT = Absent("09ANSELM9", CITING, row(7), row(12))


def thread(at: int = 0, *, height: int = 5) -> ThreadPane:
    pane = alone(ThreadPane, 60, height)
    pane.show(KNOTS, at)
    pane.sent.clear()
    return pane


def absent(found: Absent = ABSENT, at: int = 0) -> AbsentPane:
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
    assert absent(at=3).cursor == 3


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
    ("found", "by", "opened"),
    [
        pytest.param(ABSENT, -1, Visit(7), id="before"),
        pytest.param(ABSENT, 1, Visit(12), id="after"),
        pytest.param(Absent("09ANSELM9", CITING, None, row(12)), -1, NOWHERE, id="none before"),
        pytest.param(Absent("09ANSELM9", CITING, row(7)), 1, NOWHERE, id="none after"),
    ],
)
def test_to_the_cable_before_or_after(found: Absent, by: int, opened: object) -> None:
    assert done(absent(found), "serial", by) == [opened]


def test_a_page_that_is_still_to_come() -> None:
    pane = alone(AbsentPane, 60, 2)
    assert (lines(pane), pane.name, pane.visit, pane.row_line(0)) == (["", ""], "", None, ())
    assert done(pane, "serial", 1) == [NOWHERE]
    assert done(pane, "copy")[1:] == ["There is nothing to copy here."]


def test_a_page_is_closed() -> None:
    for pane in (thread(), absent()):
        pane.action_close()
        assert len(told(pane, PagePane.Closed)) == 1
