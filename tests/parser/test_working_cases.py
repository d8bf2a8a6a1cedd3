"""Edits of a working copy one by one: what is merged, what is moved, where each place came from."""

from __future__ import annotations

import pytest

from parser._model import Repair, RepairKind, Span
from parser._working import Edit, Piece, Working

DASH, WORD, PAGE = RepairKind.DASH, RepairKind.SPLIT_WORD, RepairKind.PAGE_MARK
RAW = "abcdefghij"


def worked(*stages: list[tuple[int, int, str]], raw: str = RAW) -> Working:
    """Return a copy after stages of edits, each in places of the copy as it then stands."""
    working = Working(raw)
    for stage in stages:
        working.apply([Edit(start, end, after, DASH) for start, end, after in stage])
    return working


MERGED = [
    pytest.param([[(2, 4, "X")]], "abXefghij", [(2, 4, "cd", "X")], id="one"),
    pytest.param([[(2, 2, "X")]], "abXcdefghij", [(2, 2, "", "X")], id="put in"),
    pytest.param([[(2, 4, "")]], "abefghij", [(2, 4, "cd", "")], id="taken out"),
    pytest.param([[(2, 4, "cd")]], RAW, [], id="nothing is changed"),
    pytest.param([[]], RAW, [], id="no edit"),
    pytest.param(
        [[(0, 1, "X"), (9, 10, "YY")]],
        "XbcdefghiYY",
        [(0, 1, "a", "X"), (9, 10, "j", "YY")],
        id="at both ends",
    ),
    pytest.param(
        [[(2, 4, "X")], [(5, 6, "Y")]],
        "abXefYhij",
        [(2, 4, "cd", "X"), (6, 7, "g", "Y")],
        id="behind the first",
    ),
    pytest.param(
        [[(5, 6, "YYY")], [(1, 2, "")]],
        "acdeYYYghij",
        [(1, 2, "b", ""), (5, 6, "f", "YYY")],
        id="before the first",
    ),
    pytest.param(
        [[(2, 4, "XYZ")], [(3, 4, "-")]], "abX-Zefghij", [(2, 4, "cd", "X-Z")], id="inside it"
    ),
    pytest.param(
        [[(2, 4, "X")], [(1, 4, "-")]], "a-fghij", [(1, 5, "bcde", "-")], id="all around it"
    ),
    pytest.param(
        [[(2, 4, "XY")], [(3, 5, "-")]], "abX-fghij", [(2, 5, "cde", "X-")], id="over its end"
    ),
    pytest.param(
        [[(2, 4, "XY")], [(1, 3, "-")]], "a-Yefghij", [(1, 4, "bcd", "-Y")], id="over its start"
    ),
    pytest.param(
        [[(2, 4, "X")], [(3, 4, "-")]],
        "abX-fghij",
        [(2, 4, "cd", "X"), (4, 5, "e", "-")],
        id="next to it",
    ),
    pytest.param([[(2, 4, "X")], [(2, 3, "cd")]], RAW, [], id="put back"),
    pytest.param(
        [[(2, 3, "X"), (5, 6, "Y")], [(2, 6, "-")]],
        "ab-ghij",
        [(2, 6, "cdef", "-")],
        id="over two at once",
    ),
    pytest.param(
        [[(2, 6, "WXYZ")], [(1, 3, "-"), (5, 7, "=")]],
        "a-XY=hij",
        [(1, 7, "bcdefg", "-XY=")],
        id="two over one",
    ),
    pytest.param(
        [[(2, 4, "")], [(2, 2, "X")]], "abXefghij", [(2, 4, "cd", ""), (4, 4, "", "X")], id="a gap"
    ),
]


@pytest.mark.parametrize(("stages", "text", "repairs"), MERGED)
def test_edits_become_changes_of_the_raw_text(stages, text, repairs):
    working = worked(*stages)
    assert working.text == text
    assert [(*one.span, one.before, one.after) for one in working.repairs()] == repairs


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        pytest.param(Edit(2, 4, "XY", DASH), Edit(2, 4, "-", WORD), WORD, id="the later, as wide"),
        pytest.param(Edit(2, 4, "XYZ", DASH), Edit(3, 4, "-", WORD), DASH, id="the wider"),
        pytest.param(Edit(2, 4, "X", DASH), Edit(1, 6, "-", WORD), WORD, id="the wider, later"),
    ],
)
def test_of_two_that_are_merged_the_wider_names_the_repair(first, second, kind):
    working = Working(RAW)
    working.apply([first])
    working.apply([second])
    assert [one.kind for one in working.repairs()] == [kind]


SPANS = [
    # the copy is `abXefYYYhij`: cd became X, g became YYY
    pytest.param(0, 2, (0, 2), id="before all changes"),
    pytest.param(0, 0, (0, 0), id="empty, at the start"),
    pytest.param(0, 3, (0, 4), id="up to the end of one"),
    pytest.param(2, 3, (2, 4), id="a change"),
    pytest.param(3, 5, (4, 6), id="between two"),
    pytest.param(5, 6, (6, 7), id="a part of a change is all of it"),
    pytest.param(6, 7, (6, 7), id="its middle"),
    pytest.param(7, 9, (6, 8), id="from inside a change"),
    pytest.param(8, 11, (7, 10), id="behind all changes"),
    pytest.param(0, 11, (0, 10), id="everything"),
]


@pytest.mark.parametrize(("start", "end", "span"), SPANS)
def test_where_a_range_of_the_copy_came_from(start, end, span):
    working = worked([(2, 4, "X"), (6, 7, "YYY")])
    assert working.text == "abXefYYYhij"
    assert working.span(start, end) == Span(*span)
    assert (working.start(start), working.end(end)) == span
    assert working.snapshot().span(start, end) == Span(*span)


@pytest.mark.parametrize(
    ("start", "end", "is_touched"),
    [
        (0, 2, False),
        (0, 3, True),
        (2, 3, True),
        (3, 5, False),
        (4, 6, True),
        (5, 6, True),
        (6, 7, False),  # a change is where it begins
        (8, 11, False),
        (2, 2, False),
    ],
)
def test_what_was_touched(start, end, is_touched):
    assert worked([(2, 4, "X"), (6, 7, "YYY")]).touched(start, end) is is_touched


def test_an_untouched_copy_maps_to_itself():
    working = Working(RAW)
    assert (working.span(3, 7), working.start(3), working.end(7)) == (Span(3, 7), 3, 7)
    assert not working.touched(0, 10)
    assert working.repairs() == ()


def test_a_snapshot_stays_as_the_copy_was():
    working = worked([(2, 4, "X")])
    kept = working.snapshot()
    working.apply([Edit(0, 1, "", DASH)])
    assert (kept.text, working.text) == ("abXefghij", "bXefghij")
    assert kept.span(3, 9) == working.span(2, 8) == Span(4, 10)
    assert len(kept.repairs()) == 1


def test_what_is_marked_is_a_repair_that_changes_nothing_in_its_place():
    working = worked([(6, 7, "Y")])
    working.note(PAGE, 2, 4)
    working.note(WORD, 8)
    assert working.text == "abcdefYhij"
    assert working.repairs() == (
        Repair(PAGE, Span(2, 4), "cd", "cd"),
        Repair(DASH, Span(6, 7), "g", "Y"),
        Repair(WORD, Span(8, 8), "", ""),
    )


@pytest.fixture
def moved():
    """Return a copy of which `Xb`, `cd` and `ef` were put in the opposite order."""
    working = worked([(0, 1, "X")])  # Xbcdefghij
    pieces = [
        Piece(0, 2, 4),  # ef
        Piece(2, 4, 2),  # cd
        Piece(4, 6, 0),  # Xb
        Piece(6, 10, 6),  # ghij
    ]
    working.move(Edit(0, 6, "efcdXb", WORD), pieces)
    return working


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        pytest.param(0, 2, (4, 6), id="the first piece"),
        pytest.param(1, 2, (5, 6), id="a part of it"),
        pytest.param(2, 4, (2, 4), id="the second"),
        pytest.param(1, 3, (2, 6), id="of two all between them"),
        pytest.param(4, 5, (0, 1), id="what was mended before it was moved"),
        pytest.param(7, 9, (7, 9), id="behind what was moved"),
        pytest.param(0, 10, (0, 10), id="everything"),
        pytest.param(2, 2, (2, 2), id="empty, between two"),
        pytest.param(10, 10, (10, 10), id="empty, at the end"),
    ],
)
def test_what_was_moved_keeps_its_way_back(moved, start, end, span):
    assert moved.text == "efcdXbghij"
    assert moved.span(start, end) == Span(*span)
    assert moved.snapshot().span(start, end) == Span(*span)


def test_what_is_mended_after_it_was_moved_keeps_it_too(moved):
    kept = moved.snapshot()
    moved.apply([Edit(1, 3, "---", DASH), Edit(7, 8, "", DASH)])
    assert moved.text == "e---dXbgij"
    assert moved.span(0, 1) == Span(4, 5)
    assert moved.span(4, 5) == Span(3, 4)
    assert moved.span(1, 4) == Span(2, 6)
    assert moved.span(8, 10) == Span(8, 10)
    assert kept.text == "efcdXbghij"
    assert kept.span(8, 10) == Span(8, 10)


def test_what_was_touched_before_and_after_a_move(moved):
    touched = [moved.touched(place, place + 1) for place in range(10)]
    assert touched == [False] * 4 + [True] + [False] * 5
    moved.apply([Edit(8, 9, "-", DASH)])
    assert [moved.touched(place, place + 1) for place in (3, 4, 7, 8, 9)] == [
        False,
        True,
        False,
        True,
        False,
    ]
    assert moved.touched(0, 10)


def test_a_move_is_one_repair(moved):
    assert [(*one.span, one.before, one.after, one.kind) for one in moved.repairs()] == [
        (0, 6, "abcdef", "efcdXb", WORD)
    ]
