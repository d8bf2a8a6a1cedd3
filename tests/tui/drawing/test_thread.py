from __future__ import annotations

from datetime import UTC, datetime

import pytest

from archive import CableRow
from tui.drawing.glyphs import ASCII, UNICODE
from tui.drawing.line import plain, width
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
