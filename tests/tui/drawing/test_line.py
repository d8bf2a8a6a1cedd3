"""Lines as values, cut, filled and joined to so many cells: `line.py`."""

from __future__ import annotations

import pytest

from tui.drawing.line import (
    Line,
    Piece,
    Role,
    Target,
    TargetKind,
    crop,
    cut,
    highlight,
    inside,
    joined,
    pad,
    padded,
    part,
    plain,
    spread,
    targets,
    width,
)

KEY, DIM, MATCH = Role.KEY, Role.DIM, Role.MATCH
LINE: Line = (Piece("one ", KEY), Piece("漢字"), Piece(" end", DIM))


def test_text_and_width() -> None:
    assert plain(LINE) == "one 漢字 end"
    assert (width(LINE), width(())) == (12, 0)


@pytest.mark.parametrize(
    ("cells", "ellipsis", "expected"),
    [
        pytest.param(12, "…", LINE, id="fits"),
        pytest.param(
            11, "…", (Piece("one ", KEY), Piece("漢字"), Piece(" e…", DIM)), id="with its sign"
        ),
        pytest.param(
            11, "", (Piece("one ", KEY), Piece("漢字"), Piece(" en", DIM)), id="without one"
        ),
        pytest.param(7, "", (Piece("one ", KEY), Piece("漢 ")), id="through a wide character"),
        pytest.param(4, "", (Piece("one ", KEY), Piece("")), id="between two pieces"),
        pytest.param(2, "...", (Piece("..", KEY),), id="less room than the sign needs"),
        pytest.param(0, "…", (Piece("", KEY),), id="no room"),
    ],
)
def test_crop(cells: int, ellipsis: str, expected: Line) -> None:
    assert crop(LINE, cells, ellipsis) == expected
    assert width(crop(LINE, cells, ellipsis)) <= cells


@pytest.mark.parametrize(
    ("text", "cells", "ellipsis", "expected"),
    [
        pytest.param("one two", 7, "…", "one two", id="fits"),
        pytest.param("one two", 6, "…", "one t…", id="with its sign"),
        pytest.param("one two", 6, "", "one tw", id="without one"),
        pytest.param("one two", 4, "...", "o...", id="a long sign"),
        pytest.param("one two", 3, "...", "one", id="no room for the sign"),
        pytest.param("漢字", 3, "", "漢 ", id="through a wide character"),
        pytest.param("one", 1, "…", "o", id="room for a letter or the sign"),
        pytest.param("one", 0, "…", "", id="no room"),
        pytest.param("one", -1, "…", "", id="less than none"),
    ],
)
def test_cut(text: str, cells: int, ellipsis: str, expected: str) -> None:
    assert cut(text, cells, ellipsis) == expected


@pytest.mark.parametrize(
    ("text", "cells", "right", "expected"),
    [
        pytest.param("one", 5, False, "one  ", id="at the left"),
        pytest.param("one", 5, True, "  one", id="at the right"),
        pytest.param("漢", 3, True, " 漢", id="wide"),
        pytest.param("one", 2, True, "on", id="too long"),
        pytest.param("one", 3, False, "one", id="just so long"),
    ],
)
def test_pad(text: str, cells: int, right: bool, expected: str) -> None:
    assert pad(text, cells, right=right) == expected


@pytest.mark.parametrize(("cells", "spaces"), [(6, 4), (2, 0), (1, 0)])
def test_padded_has_its_spaces_in_a_piece_of_their_own(cells: int, spaces: int) -> None:
    assert padded("漢", cells, KEY) == (Piece("漢", KEY), Piece(" " * spaces))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(12, "left   right", id="room between"),
        pytest.param(10, "left right", id="one space at least"),
        pytest.param(9, "le… right", id="the left one gives way"),
        pytest.param(7, "… right", id="nearly all of it"),
        pytest.param(6, " right", id="all of it"),
        pytest.param(4, "rig…", id="then the right one"),
        pytest.param(0, "", id="no room"),
    ],
)
def test_spread(cells: int, expected: str) -> None:
    assert plain(spread((Piece("left"),), (Piece("right", KEY),), cells, "…")) == expected


@pytest.mark.parametrize(
    ("cells", "expected"), [(5, "left "), (4, "left"), (3, "le…"), (1, "…"), (0, "")]
)
def test_alone_the_left_one_uses_every_column(cells: int, expected: str) -> None:
    for nothing in ((), (Piece(""),)):
        assert plain(spread((Piece("left"),), nothing, cells, "…")).rstrip() == expected.rstrip()


def test_joined_leaves_out_what_is_empty() -> None:
    dot = Piece(" · ", DIM)
    one, two = (Piece("one"),), (Piece("two"), Piece("three"))
    assert joined([(), one, (), two, ()], dot) == (*one, dot, *two)
    assert joined([(), ()], dot) == ()


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 10, LINE, id="all"),
        pytest.param(4, 6, LINE[1:2], id="a piece"),
        pytest.param(
            2, 7, (Piece("e ", KEY), Piece("漢字"), Piece(" ", DIM)), id="parts of pieces"
        ),
        pytest.param(5, 5, (), id="nothing"),
        pytest.param(8, 99, (Piece("nd", DIM),), id="to the end"),
    ],
)
def test_part(start: int, end: int, expected: Line) -> None:
    assert part(LINE, start, end) == expected


def test_targets_stand_at_cells_not_characters() -> None:
    tag, post = Target(TargetKind.TAG, "PREL"), Target(TargetKind.POST, "Embassy Tirana")
    line = (Piece("漢 "), Piece("PREL", target=tag), Piece(", "), Piece("TIRANA", target=post))
    assert targets(line) == ((3, line[1]), (9, line[3]))
    assert targets(LINE) == ()


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([], [("grain and coast", DIM)], id="none"),
        pytest.param(
            [(0, 5), (10, 15)],
            [("grain", MATCH), (" and ", DIM), ("coast", MATCH)],
            id="at both ends",
        ),
        pytest.param([(6, 9)], [("grain ", DIM), ("and", MATCH), (" coast", DIM)], id="between"),
        pytest.param([(10, 99)], [("grain and ", DIM), ("coast", MATCH)], id="beyond the end"),
        pytest.param([(20, 99)], [("grain and coast", DIM)], id="outside"),
        pytest.param([(3, 3)], [("grain and coast", DIM)], id="empty"),
        pytest.param(
            [(0, 5), (3, 9)],
            [("grain", MATCH), (" and", MATCH), (" coast", DIM)],
            id="overlapping all the same",
        ),
    ],
)
def test_highlight(spans: list[tuple[int, int]], expected: list[tuple[str, Role]]) -> None:
    line = highlight("grain and coast", spans, DIM)
    assert [(piece.text, piece.role) for piece in line] == expected


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        pytest.param((12, 14), [(2, 4)], id="within"),
        pytest.param((8, 12), [(0, 2)], id="from before"),
        pytest.param((18, 25), [(8, 10)], id="beyond"),
        pytest.param((5, 30), [(0, 10)], id="all of it"),
        pytest.param((5, 10), [], id="up to its start"),
        pytest.param((20, 22), [], id="from its end"),
    ],
)
def test_what_of_a_span_lies_in_a_range(
    span: tuple[int, int], expected: list[tuple[int, int]]
) -> None:
    assert inside([span], 10, 20) == expected
