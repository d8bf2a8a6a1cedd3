"""Where the window of a list stands, and what an empty one says: `rows.py`."""

from __future__ import annotations

import pytest

from tui.drawing.line import plain
from tui.drawing.rows import nothing_lines, window_top


@pytest.mark.parametrize(
    ("cursor", "top", "expected"),
    [
        pytest.param(5, 3, 3, id="in sight"),
        pytest.param(3, 3, 3, id="on the first row"),
        pytest.param(12, 3, 3, id="on the last row"),
        pytest.param(13, 3, 13, id="one below turns a page"),
        pytest.param(14, 3, 5, id="further below comes to the last row"),
        pytest.param(29, 20, 20, id="one above turns a page back: in sight"),
        pytest.param(19, 20, 10, id="one above turns a page back"),
        pytest.param(18, 20, 18, id="further above comes to the first row"),
        pytest.param(22, 3, 13, id="a page below comes to the last row"),
        pytest.param(23, 3, 18, id="further than a page below comes to the middle"),
        pytest.param(40, 50, 40, id="a page above comes to the first row"),
        pytest.param(39, 50, 34, id="further than a page above comes to the middle"),
        pytest.param(99, 0, 90, id="the last row"),
        pytest.param(0, 50, 0, id="the first row"),
        pytest.param(95, 85, 90, id="never beyond the end"),
        pytest.param(4, 5, 0, id="never before the beginning"),
    ],
)
def test_window_top(cursor: int, top: int, expected: int) -> None:
    assert window_top(cursor, top, rows=10, count=100) == expected


@pytest.mark.parametrize("top", [0, 3])
def test_a_list_that_fits_stands_at_its_top(top: int) -> None:
    assert window_top(3, top, rows=10, count=4) == 0


@pytest.mark.parametrize(
    ("cells", "rows", "lines"),
    [
        pytest.param(40, 5, ["", " None of it is here."], id="below an empty line"),
        pytest.param(40, 1, [" None of it is here."], id="no room for one"),
        pytest.param(12, 5, ["", " None of it", " is here."], id="in several lines"),
        pytest.param(12, 2, [" None of it", " is here."], id="which fill all"),
        pytest.param(5, 2, [" None", " of"], id="and more"),
        pytest.param(40, 0, [], id="no room"),
    ],
)
def test_what_an_empty_list_says(cells: int, rows: int, lines: list[str]) -> None:
    assert list(map(plain, nothing_lines("None of it is here.", cells, rows))) == lines
