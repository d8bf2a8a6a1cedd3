"""The cable that is read, and where its references lead: `reading.py`."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from archive import CableRow, Citation, NoSuchCableError
from tests.tui.drawing.pages import HARBOR
from tests.tui.fake_archive import FakeArchive
from tests.tui.panes.alone import alone, notices, part_alone, told
from tui.drawing.jottings import Jottings
from tui.drawing.outline import Entry
from tui.opened import opened
from tui.panes.body import BodyPane
from tui.panes.cable import CableView, RulePane
from tui.panes.context import Jotted
from tui.panes.header import HeaderPane
from tui.panes.messages import PageAsked, VisitAsked
from tui.panes.reading import Reading
from tui.referred import Referred
from tui.visit import PageKind, Visit

if TYPE_CHECKING:
    from parser import Cable

ARCHIVE = FakeArchive(5)
NOTES = Jottings({1: "ask the harbor master"})


class Gaps(FakeArchive):
    """The serials of its cables are three apart."""

    def row(self, key: int) -> CableRow:
        row = super().row(key)
        return CableRow(
            key, row.reference_id, f"04ANSELM{100 + 3 * key}", *(None,) * 4, paragraphs=6
        )


def reading(shown: Visit | None = None, archive: FakeArchive = ARCHIVE, **how: Any) -> Any:
    """Make the part with a cable in it."""
    panes = alone(HeaderPane, 60, 4), alone(RulePane, 60, 1), alone(BodyPane, 60, 6)
    view = part_alone(CableView, archive, holds=panes)
    personal = SimpleNamespace(jottings=lambda _row: NOTES)
    part = part_alone(Reading, archive, personal, holds=(view,), **({"works": "_open _seek"} | how))
    if shown is not None:
        part.open(shown)
        come(part, shown)
        part.sent.clear()
        part.asked.clear()
    return part


def come(part: Any, visit: Visit) -> None:
    """Let the worker come back with a cable."""
    part.on_reading_loaded(Reading.Loaded(opened(part.archive, visit)))


def visits(part: Any) -> list[Visit]:
    return [asked.visit for asked in told(part, VisitAsked)]


def test_a_cable_that_is_asked_for_is_waited_for() -> None:
    part, asked = reading(), Visit(2)
    assert (part.visit, part.place) == (None, None)
    part.open(asked)
    assert (part.asked, part.is_turning) == ([(asked,)], True)
    part.preview(Visit(3))  # nobody asked for it
    come(part, Visit(3))
    assert (part.asked, part.visit) == ([(asked,)], None)
    come(part, asked)
    assert (part.visit, part.is_turning) == (asked, False)
    assert [shown.jottings for shown in told(part, Reading.Shown)] == [NOTES]
    assert part.body.jottings == NOTES


def test_a_cable_that_nobody_asked_for_is_not_waited_for() -> None:
    part, asked = reading(), Visit(3)
    part.preview(asked)
    assert (part.asked, part.is_turning) == ([(asked,)], False)
    come(part, asked)
    assert part.visit == asked


def test_keys_wait_for_the_room_of_a_cable_that_is_seen() -> None:
    part = reading(Visit(2))
    part.body.page = None
    assert part.is_turning
    assert part.place == Visit(2)
    part.display = False
    assert not part.is_turning


def test_where_the_cursor_is() -> None:
    part = reading(Visit(2, 1, "salt"))
    part.body.action_paragraph(1)
    assert part.place == Visit(2, 2, "salt", part.body.spot)
    assert part.visit == Visit(2, 1, "salt")
    part.view.words = "Point"
    assert part.place == Visit(2, 2, "salt", part.body.spot, "Point")


def test_a_cable_is_read_in_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = SimpleNamespace(is_cancelled=False)
    monkeypatch.setattr("tui.panes.guard.get_current_worker", lambda: worker)

    class Broken(FakeArchive):
        def cable(self, address: str | int) -> Cable:
            if address == 4:
                raise NoSuchCableError("04ANSELM104", ())
            return super().cable(address)

    part = reading(archive=Broken(5), works="")
    for key in (2, 4):
        Reading._open.__wrapped__(part, Visit(key))  # type: ignore[attr-defined]
    (found,) = told(part, Reading.Loaded)
    (refused,) = told(part, Reading.Refused)
    assert (found.opened.visit, refused.asked) == (Visit(2), Visit(4))
    worker.is_cancelled = True
    part.sent.clear()
    for key in (2, 4):
        Reading._open.__wrapped__(part, Visit(key))  # type: ignore[attr-defined]
    assert part.sent == []


def test_other_notes_are_shown_with_the_text_and_beside_it() -> None:
    part = reading(Visit(2))
    part.body.jottings = Jottings()
    part.mark_again()
    assert part.body.jottings == NOTES
    assert [shown.jottings for shown in told(part, Reading.Shown)] == [NOTES]
    nothing = reading()
    nothing.mark_again()
    assert nothing.sent == []


# To a paragraph


@pytest.mark.parametrize(
    ("shown", "number", "asked", "said"),
    [
        pytest.param(Visit(2, 0, "salt"), 4, [Visit(2, 3, "salt")], [], id="one of the cable"),
        pytest.param(Visit(2), 9, [], ["This cable has no paragraph 9: its last is 6."], id="none"),
        pytest.param(None, 4, [], [], id="no cable"),
    ],
)
def test_a_paragraph(shown: Visit | None, number: int, asked: list[Visit], said: list[str]) -> None:
    part = reading(shown)
    part.seek_paragraph(number)
    assert (visits(part), notices(part)) == (asked, said)


# To other cables

ROW = ARCHIVE.row(3)
HELD = Citation("07ANSELM103", ROW, "A", "07 ANSELM 103", 1, 2)


@pytest.mark.parametrize(
    ("row", "asked", "sought"),
    [
        pytest.param(Referred(HELD, is_out=True), [Visit(3)], [], id="it cites one: its top"),
        pytest.param(
            Referred(HELD, is_out=False), [Visit(3, 1)], [], id="cited by one: the paragraph"
        ),
        pytest.param(
            Referred(Citation("09PARIS1", None, "A", "x", None), is_out=True),
            [],
            [("09PARIS1",)],
            id="not held",
        ),
        pytest.param(
            Referred(Citation(None, None, "A", "TELCON", None), is_out=True), [], [], id="no cable"
        ),
    ],
)
def test_where_a_reference_leads(
    row: Referred, asked: list[Visit], sought: list[tuple[str]]
) -> None:
    part = reading(Visit(2))
    part.go_to(row)
    assert (visits(part), part.asked) == (asked, sought)
    part.asked.clear()
    part.sent.clear()
    part.action_references()
    ((_, chosen),) = part.pushed
    chosen(None)
    assert visits(part) == []
    chosen((row, "enter"))
    assert (visits(part), part.asked) == (asked, sought)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(Jotted("salt", 3), id="a note"),
        pytest.param(Entry(3, "A LONG WEEK", is_heading=True), id="a heading"),
    ],
)
def test_a_row_beside_the_text_leads_to_its_paragraph(row: object) -> None:
    part = reading(Visit(2))
    part.go_to(row)
    assert (part.place.position, part.sent) == (3, [])


def test_the_list_of_references_begins_at_the_one_that_was_chosen_last() -> None:
    part = reading(Visit(2))
    part.action_references()
    ((before, chosen),) = part.pushed
    *_, last = before._choice.find("")
    chosen(None)
    chosen((last, "enter"))
    part.action_references()
    assert [screen._choice.start for screen, _ in part.pushed] == [0, 1]


def test_a_thread_is_asked_for() -> None:
    part = reading(Visit(2))
    part.action_thread()
    assert [(asked.kind, asked.address) for asked in told(part, PageAsked)] == [
        (PageKind.THREAD, "06ANSELM102")
    ]


@pytest.mark.parametrize("action", ["references", "thread"])
def test_without_a_cable_there_is_no_way_on(action: str) -> None:
    part = reading()
    getattr(part, f"action_{action}")()
    part.action_serial(1)
    assert (part.pushed, part.sent) == ([], [])


NONE = "No cable of this post and year is held that way."


@pytest.mark.parametrize(
    ("start", "by", "asked", "said"),
    [
        pytest.param(2, 1, [Visit(3)], ["2 of its serials between are not held."], id="the next"),
        pytest.param(2, -2, [Visit(0)], ["4 of its serials between are not held."], id="two back"),
        pytest.param(2, -9, [Visit(0)], ["4 of its serials between are not held."], id="the first"),
        pytest.param(0, -1, [], [NONE], id="none before"),
        pytest.param(4, 1, [], [NONE], id="none after"),
    ],
)
def test_serials(start: int, by: int, asked: list[Visit], said: list[str]) -> None:
    cables = [replace(HARBOR, mrn=f"04ANSELM{100 + 3 * key}") for key in range(5)]
    part = reading(Visit(start), archive=Gaps(cables=cables))
    part.action_serial(by)
    assert (visits(part), notices(part)) == (asked, said)


def test_serials_without_a_gap() -> None:
    part = reading(Visit(2))
    part.action_serial(2)
    assert (visits(part), notices(part)) == ([Visit(4)], [])
