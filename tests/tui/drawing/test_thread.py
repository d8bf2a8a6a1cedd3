from __future__ import annotations

from datetime import UTC, datetime

import pytest

from archive import CableRow
from tui.drawing.glyphs import ASCII, UNICODE
from tui.drawing.line import Role, plain, width
from tui.drawing.thread import id_cells, thread_line, thread_title
from tui.thread import Knot, State

DAY = datetime(2009, 4, 1, tzinfo=UTC)


def row(key: int) -> CableRow:
    return CableRow(key, f"09ANSELM{key}", None, DAY, "SECRET//NOFORN", None, "SALT AND FISH", 3)


KNOTS = (
    Knot(row(1), "09ANSELM1", "", is_out=True, branch=()),
    Knot(row(2), "09ANSELM2", "A", is_out=True, branch=(False,)),
    Knot(row(1), "09ANSELM1", "", is_out=True, branch=(False, True), state=State.CYCLE),
    Knot(None, "08PARIS7", "B", is_out=True, branch=(False,), state=State.MISSING),
    Knot(row(3), "09ANSELM3", "", is_out=False, branch=(False,), state=State.DEEPER, more=12),
    Knot(None, "7", "", is_out=False, branch=(True,), state=State.CUT),
)


def test_the_rows() -> None:
    column = id_cells(KNOTS, 72)
    assert [plain(thread_line(knot, column, 72, UNICODE)) for knot in KNOTS] == [
        " 09ANSELM1       2009-04-01 S/NF SALT AND FISH",
        " ├→ A. 09ANSELM2 2009-04-01 S/NF SALT AND FISH",
        " │  └→ 09ANSELM1 2009-04-01 S/NF stands above on this branch: the refer…",
        " ├→ B. 08PARIS7  not held",
        " ├← 09ANSELM3    2009-04-01 S/NF SALT AND FISH                       +12",
        " └← and 7 more",
    ]


@pytest.mark.parametrize("cells", [1, 10, 40, 200])
@pytest.mark.parametrize("knot", KNOTS, ids=lambda knot: knot.state.name)
def test_a_row_fits(knot: Knot, cells: int) -> None:
    line = thread_line(knot, id_cells(KNOTS, cells), cells, ASCII)
    assert width(line) <= cells
    assert plain(line).isascii()


def test_title() -> None:
    title = thread_title(KNOTS, 2)
    assert title == "Thread of 09ANSELM1: 3 cables, 1 not held, 2 levels"


ABOVE = Knot(row(1), "09ANSELM1", "A", is_out=True, branch=(True,), state=State.SHOWN)
BARE = Knot(
    CableRow(4, "09ANSELM4", None, None, None, None, None, 3),
    "09ANSELM4",
    "",
    is_out=True,
    branch=(True,),
)
WIDE = Knot(
    CableRow(5, "09ANSELM5", None, DAY, "SECRET", None, "漁業交渉 " * 9, 3),
    "09ANSELM5",
    "",
    is_out=False,
    branch=(False,),
    state=State.DEEPER,
    more=1204,
)


@pytest.mark.parametrize(
    ("knot", "cells", "expected"),
    [
        pytest.param(
            ABOVE, 60, " └→ A. 09ANSELM1 2009-04-01 S/NF is above, with its referen…", id="above"
        ),
        pytest.param(BARE, 60, " └→ 09ANSELM4                    (no subject)", id="bare"),
        pytest.param(WIDE, 50, " ├← 09ANSELM5    2009-04-01 S    漁業交渉 … +1,204", id="wide"),
        pytest.param(KNOTS[3], 20, " ├→ B. 08PARIS7  no…", id="not held, and little room"),
        pytest.param(KNOTS[5], 9, " └← and …", id="more of them, and less room"),
    ],
)
def test_a_row(knot: Knot, cells: int, expected: str) -> None:
    line = thread_line(knot, 15, cells, UNICODE)
    assert plain(line).rstrip() == expected
    assert width(line) <= cells


@pytest.mark.parametrize(
    ("knot", "role"),
    [
        pytest.param(KNOTS[0], Role.STRONG, id="the root"),
        pytest.param(KNOTS[1], Role.LINK, id="a cable"),
        pytest.param(KNOTS[3], Role.DIM, id="one that is not held"),
    ],
)
def test_an_id_says_what_it_is(knot: Knot, role: Role) -> None:
    assert {piece.text: piece.role for piece in thread_line(knot, 15, 72, UNICODE)}[
        knot.name
    ] is role


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        pytest.param(80, 15, id="the longest, with its guides"),
        pytest.param(31, 15, id="just half the width"),
        pytest.param(20, 15, id="ids matter more where it is narrow"),
    ],
)
def test_guides_and_ids(cells: int, column: int) -> None:
    assert id_cells(KNOTS, cells) == column


def test_guides_and_ids_have_half_the_width_at_most() -> None:
    deep = Knot(row(9), "09ANSELM9", "A", is_out=True, branch=(False,) * 20)
    assert id_cells((deep,), 72) == 36
    assert id_cells((deep,), 20) == 16
    assert id_cells((), 72) == 0
    line = thread_line(deep, 36, 72, UNICODE)
    assert width(line) <= 72


@pytest.mark.parametrize(
    ("knots", "depth", "title"),
    [
        pytest.param(KNOTS[:1], 1, "Thread of 09ANSELM1: 1 cable, 1 level", id="alone"),
        pytest.param(
            (*KNOTS, *KNOTS),
            3,
            "Thread of 09ANSELM1: 3 cables, 1 not held, 3 levels",
            id="once each",
        ),
    ],
)
def test_titles(knots: tuple[Knot, ...], depth: int, title: str) -> None:
    assert thread_title(knots, depth) == title
