"""The list of cables alone: moves among days and unread cables, marks, copying: `index.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from archive import CableRow
from tests.tui.fake_archive import FakeListing, paragraph
from tests.tui.panes.alone import alone, lines, marked, notices, told
from tui.drawing.index import Marks
from tui.drawing.line import Role
from tui.panes.index import IndexPane, all_rows, first_rows
from tui.panes.messages import CopyAsked
from tui.passages import Passages

DAYS = (3, 3, 3, 5, 5, 8, None, None, 9)
READ = {1, 2, 3, 6}


def cable(key: int, day: int | None = 3, **fields: object) -> CableRow:
    created = datetime(2009, 4, day, 16, key % 60, tzinfo=UTC) if day else None
    name = f"09ANSELM{key}"
    row = CableRow(key, name, name, created, "SECRET", "Embassy Anselm", f"SALT {key}", 3)
    return replace(row, **fields)


ROWS = tuple(cable(key, day) for key, day in enumerate(DAYS))


def unread(row: CableRow) -> Marks:
    return Marks()


class Counted(FakeListing):
    """Says which rows were read."""

    def __init__(self, rows: object) -> None:
        super().__init__(rows)
        self.read: list[tuple[int, int]] = []

    def rows(self, start: int, stop: int) -> object:
        self.read.append((start, stop))
        return super().rows(start, stop)


def index(rows: object = ROWS, cursor: int = 0, *, height: int = 5, width: int = 60) -> IndexPane:
    pane = alone(IndexPane, width, height, lambda row: Marks(is_read=row.key in READ))
    pane.show(FakeListing(rows), row=cursor)
    pane.sent.clear()
    pane.painted.clear()
    return pane


def test_lines() -> None:
    assert lines(index(cursor=1)) == [
        " N2009-04-03 09ANSELM0    S    SALT 0",
        "> 2009-04-03 09ANSELM1    S    SALT 1",
        "  2009-04-03 09ANSELM2    S    SALT 2",
        "  2009-04-05 09ANSELM3    S    SALT 3",
        " N2009-04-05 09ANSELM4    S    SALT 4",
    ]


@pytest.mark.parametrize(
    ("start", "action", "by", "cursor"),
    [
        pytest.param(0, "day", 1, 3, id="the next day"),
        pytest.param(1, "day", 2, 5, id="two days on"),
        pytest.param(4, "day", -1, 2, id="the day before, at its last cable"),
        pytest.param(5, "day", 1, 6, id="cables without a date are a day"),
        pytest.param(6, "day", 1, 8, id="and another"),
        pytest.param(8, "day", 1, 8, id="no day after"),
        pytest.param(2, "day", -1, 0, id="no day before: the first cable"),
        pytest.param(0, "day", 9, 8, id="as far as there are days"),
        pytest.param(0, "unread", 1, 4, id="unread"),
        pytest.param(4, "unread", -1, 0, id="and back"),
        pytest.param(4, "unread", 2, 7, id="two on"),
        pytest.param(5, "unread", 9, 8, id="as far as there are any"),
        pytest.param(0, "unread", -1, 0, id="none before"),
    ],
)
def test_days_and_unread_cables(start: int, action: str, by: int, cursor: int) -> None:
    pane = index(cursor=start)
    getattr(pane, f"action_{action}")(by)
    assert pane.cursor == cursor
    is_told = action == "unread" and cursor == start
    assert notices(pane) == (["No unread cable that way."] if is_told else [])


def test_the_next_unread_cable_is_looked_for_among_some_thousands() -> None:
    rows = [cable(1, 3)] * 6000 + [cable(99, 3)]
    pane = index(rows)
    pane.action_unread(1)
    said = "No unread cable that way among the next 5,000: &is:unread lists all."
    assert (pane.cursor, notices(pane)) == (0, [said])
    pane.go(1500)
    pane.action_unread(1)
    assert pane.cursor == 6000


@pytest.mark.parametrize(
    ("cursor", "by", "key"),
    [
        pytest.param(1, 1, 7, id="over the paragraphs of its own cable"),
        pytest.param(4, -1, 7, id="and back"),
        pytest.param(0, 2, 8, id="two on"),
        pytest.param(5, 1, None, id="none after"),
        pytest.param(1, -1, None, id="none before"),
        pytest.param(0, 9, 8, id="as far as there is one"),
    ],
)
def test_another_cable_among_paragraphs(cursor: int, by: int, key: int | None) -> None:
    pane = index([cable(key) for key in (6, 6, 7, 7, 8, 8)], cursor)
    found = pane.neighbour(by)
    assert (found and found.key) == key
    assert pane.cursor == cursor if key is None else pane.current.key == key


@pytest.mark.parametrize(
    ("key", "cursor"),
    [
        pytest.param(5, 5, id="listed"),
        pytest.param(2, 2, id="where it is already"),
        pytest.param(99, 2, id="not listed"),
    ],
)
def test_find(key: int, cursor: int) -> None:
    pane = index(cursor=2)
    pane.find(key)
    assert pane.cursor == cursor


def test_a_cable_is_not_looked_for_where_the_cursor_is_on_another_paragraph_of_it() -> None:
    pane = index([cable(6), cable(6), cable(6)], 2)
    pane.find(6)
    assert pane.cursor == 2


# Marks


def test_marks() -> None:
    pane = index()
    pane.action_mark()
    pane.action_mark()
    assert (pane.cursor, pane.position) == (2, "2 marked  3/9")
    assert [line[1] for line in lines(pane)] == ["+", "+", " ", " ", "N"]
    pane.go(1)
    pane.action_mark()
    assert [row.key for row in pane.chosen] == [0]
    pane.action_mark_all()
    assert (pane.position, pane.chosen) == ("3/9", (ROWS[2],))
    pane.action_mark_all()
    assert (pane.position, pane.chosen) == ("9 marked  3/9", ROWS)


def test_a_mark_at_the_end_stays_there() -> None:
    pane = index(cursor=8)
    pane.action_mark()
    assert (pane.cursor, pane.position) == (8, "1 marked  9/9")
    assert 4 in pane.painted


def test_keys_are_for_the_marked_rows_that_are_listed() -> None:
    pane = index(cursor=3)
    pane.action_mark()
    pane.action_mark()
    pane.show(FakeListing(ROWS[4:]))
    assert ([row.key for row in pane.chosen], pane.position) == ([4], "2 marked, 1 here  1/5")
    pane.show(FakeListing(ROWS[5:]))
    assert ([row.key for row in pane.chosen], pane.position) == ([5], "2 marked, 0 here  1/4")
    pane.action_mark_all()
    assert pane.position == "6 marked, 4 here  1/4"
    pane.action_mark_all()
    assert pane.position == "2 marked, 0 here  1/4"
    pane.show(FakeListing(ROWS))
    assert ([row.key for row in pane.chosen], pane.position) == ([3, 4], "2 marked  1/9")


def test_a_mark_on_a_paragraph_is_its_own() -> None:
    first, second = (paragraph(ROWS[0], position) for position in (2, 5))
    pane = index()
    pane.show(Passages([first, second, paragraph(ROWS[1], 0)]))
    pane.action_mark()
    assert [line[1] for line in lines(pane)[:3]] == ["+", "N", " "]
    assert (pane.chosen, pane.position) == ((first,), "1 marked  2/3")
    pane.action_mark()
    pane.action_copy("id")
    (asked,) = told(pane, CopyAsked)
    assert (asked.text, asked.what) == ("09ANSELM0", "the id")
    pane.show(FakeListing(ROWS))
    assert (lines(pane)[0][1], pane.position) == ("N", "2 marked, 0 here  1/9")


def test_not_more_are_marked_than_can_be_dealt_with() -> None:
    pane = index([cable(key) for key in range(1001)])
    pane.action_mark_all()
    assert (len(pane.marked), notices(pane)) == (
        1000,
        ["The first 1,000 are marked: more are not at once."],
    )
    pane = index([cable(key) for key in range(1000)])
    pane.action_mark_all()
    assert (len(pane.marked), notices(pane)) == (1000, [])


# What a key is for


@pytest.mark.parametrize(
    ("marks", "what", "text", "named"),
    [
        pytest.param(0, "id", "09ANSELM0", "the id", id="the id"),
        pytest.param(
            0, "line", "09ANSELM0 SALT 0", "the id and the subject", id="the subject, too"
        ),
        pytest.param(2, "id", "09ANSELM0\n09ANSELM1", "2 ids", id="of those that are marked"),
        pytest.param(2, "line", "09ANSELM0 SALT 0\n09ANSELM1 SALT 1", "2 ids", id="all of it"),
    ],
)
def test_copy(marks: int, what: str, text: str, named: str) -> None:
    pane = index()
    for _ in range(marks):
        pane.action_mark()
    pane.action_copy(what)
    (asked,) = told(pane, CopyAsked)
    assert (asked.text, asked.what) == (text, named)


def test_a_cable_without_a_subject_is_copied_without_one() -> None:
    pane = index([cable(1, subject=None)])
    pane.action_copy("line")
    assert told(pane, CopyAsked)[0].text == "09ANSELM1"


@pytest.mark.parametrize("action", ["open", "mark", "copy"])
def test_where_nothing_is_listed_a_key_says_so(action: str) -> None:
    pane = index(())
    getattr(pane, f"action_{action}")(*(["id"] if action == "copy" else []))
    assert notices(pane) == ["There is no cable here."]
    assert told(pane, CopyAsked) == told(pane, IndexPane.Opened) == []


@pytest.mark.parametrize("action", ["day", "unread", "move", "page", "half"])
def test_where_nothing_is_listed_there_is_nowhere_to_go(action: str) -> None:
    pane = index(())
    getattr(pane, f"action_{action}")(1)
    assert (pane.cursor, pane.position, pane.current) == (0, "0/0", None)
    assert told(pane, IndexPane.Moved) == []
    pane.action_mark_all()
    assert (pane.chosen, pane.neighbour(1)) == ((), None)


def test_before_anything_is_listed_there_is_nothing() -> None:
    pane = alone(IndexPane, 60, 3, unread)
    assert (lines(pane), pane.count, pane.row_at(0)) == (["", "", ""], 0, None)
    pane.find(3)
    pane.action_mark_all()
    assert len(pane.marked) == 0


@pytest.mark.parametrize(("chain", "is_opened"), [(1, False), (2, True), (3, False)])
def test_a_second_click_opens(chain: int, is_opened: bool) -> None:
    pane = index()
    pane.on_click(SimpleNamespace(y=2, chain=chain))
    opened = [message.row.key for message in told(pane, IndexPane.Opened)]
    assert (pane.cursor, opened) == (2, [2] if is_opened else [])


# What is told, read and drawn


def test_a_page_that_is_turned_is_told() -> None:
    pane = index()
    for by in (1, 4, 1, -1):
        pane.action_move(by)
    moves = [(move.row.key, move.is_turned) for move in told(pane, IndexPane.Moved)]
    assert moves == [(1, False), (5, True), (6, False), (5, False)]


def test_the_cursor_is_idle_without_the_focus() -> None:
    pane = index()
    assert marked(pane, Role.CURSOR) == ["09ANSELM0"]
    pane.has_focus = False
    assert (marked(pane, Role.CURSOR), marked(pane, Role.CURSOR_IDLE)) == ([], ["09ANSELM0"])
    assert pane.cursor_role(0) is None


def test_rows_are_read_once_a_block_at_a_time() -> None:
    listing = Counted([cable(key) for key in range(2000)])
    pane = alone(IndexPane, 60, 5, unread)
    pane.show(listing, first_rows(listing, 5), is_whole=True)
    assert listing.read == [(0, 32)]
    lines(pane)
    assert listing.read == [(0, 32)]
    pane.go(31)
    lines(pane)
    pane.go(32)
    lines(pane)
    assert listing.read == [(0, 32), (32, 64)]
    pane.action_last()
    assert pane.current.key == 1999
    assert listing.read[2:] == [(1984, 2016)]


@pytest.mark.parametrize(("in_sight", "read"), [(1, 32), (32, 32), (33, 64), (60, 64), (100, 128)])
def test_as_many_rows_are_read_first_as_are_in_sight(in_sight: int, read: int) -> None:
    listing = Counted([cable(key) for key in range(2000)])
    pane = alone(IndexPane, 60, in_sight, unread)
    pane.show(listing, first_rows(listing, in_sight), is_whole=True)
    lines(pane)
    assert [row.key for row in map(pane.row_at, range(in_sight))] == list(range(in_sight))
    assert listing.read == [(0, read)]


def test_of_a_long_list_not_all_is_kept() -> None:
    listing = Counted([cable(key) for key in range(32 * 80)])
    pane = alone(IndexPane, 60, 5, unread)
    pane.show(listing)
    for number in range(80):
        pane.row_at(number * 32)
    assert len(pane._blocks) <= 32
    assert pane.row_at(0).key == 0


@pytest.mark.parametrize("place", [-1, 9, 99])
def test_beyond_its_ends_there_is_no_row(place: int) -> None:
    assert index().row_at(place) is None


def test_a_list_that_has_become_shorter_meanwhile_has_no_row_there() -> None:
    listing = FakeListing(list(ROWS))
    pane = alone(IndexPane, 60, 5, unread)
    pane.show(listing)
    pane._blocks[0] = ROWS[:2]
    assert (pane.row_at(1), pane.row_at(2)) == (ROWS[1], None)
    assert lines(pane)[2] == ""


def test_an_incomplete_list_has_a_plus_and_its_rest_leaves_the_cursor() -> None:
    pane = alone(IndexPane, 60, 5, unread)
    pane.show(FakeListing(ROWS[:4]), ROWS[:4], is_whole=False)
    pane.go(3)
    assert pane.position == "4/4+"
    pane.fill(FakeListing(ROWS))
    assert (pane.position, pane.cursor) == ("4/9", 3)
    pane.show(FakeListing(ROWS[2:]), (), is_whole=True)
    assert (pane.cursor, pane.current.key) == (0, 2)


def test_the_column_of_ids_grows_and_does_not_shrink_while_a_list_is_looked_through() -> None:
    rows = [cable(key) for key in range(20)]
    rows[7] = cable(7, reference_id="09UNVIEVIENNA1234")
    pane = index(rows)
    assert lines(pane)[0].index("SALT") == 31
    pane.go(7)
    assert lines(pane)[1].index("SALT") == 36
    pane.go(15)
    assert lines(pane)[0].index("SALT") == 36
    pane.show(FakeListing(rows))
    assert lines(pane)[0].index("SALT") == 31


@pytest.mark.parametrize(
    ("count", "reads"), [(0, []), (512, [(0, 512)]), (513, [(0, 512), (512, 1024)])]
)
def test_all_rows(count: int, reads: list[tuple[int, int]]) -> None:
    listing = Counted([cable(key) for key in range(count)])
    assert [row.key for row in all_rows(listing)] == list(range(count))
    assert listing.read == reads
    assert list(all_rows(None)) == []
