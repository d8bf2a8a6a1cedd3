"""How the width is divided: `tiers.py`."""

from __future__ import annotations

import pytest

from tui.drawing.tiers import Division, divide, sentence_rows


@pytest.mark.parametrize(
    ("columns", "division"),
    [
        pytest.param(40, Division("narrow", 40, 40, 0), id="half a screen"),
        pytest.param(99, Division("narrow", 99, 99, 0), id="just narrow"),
        pytest.param(100, Division("middle", 36, 63, 0), id="just middle: the text gives way"),
        pytest.param(108, Division("middle", 36, 71, 0), id="the text has its room"),
        pytest.param(120, Division("middle", 48, 71, 0), id="the index has all it needs"),
        pytest.param(159, Division("middle", 48, 110, 0), id="the rest is for the text"),
        pytest.param(160, Division("wide", 51, 71, 36), id="just wide: the index gives way"),
        pytest.param(200, Division("wide", 75, 83, 40), id="shares"),
        pytest.param(300, Division("wide", 80, 170, 48), id="the rest is for the text again"),
    ],
)
def test_divide(columns: int, division: Division) -> None:
    assert divide(columns) == division


@pytest.mark.parametrize("columns", range(100, 400))
def test_parts_and_the_columns_between_them_fill_the_width(columns: int) -> None:
    found = divide(columns)
    parts = [part for part in (found.index, found.text, found.context) if part]
    assert sum(parts) + len(parts) - 1 == columns
    assert found.index >= 36
    assert found.text >= (71 if columns >= 108 else 63)


@pytest.mark.parametrize(("rows", "lines"), [(1, 1), (17, 1), (18, 2), (29, 2), (30, 3), (100, 3)])
def test_a_sentence_above_the_list_has_more_lines_on_a_higher_screen(rows: int, lines: int) -> None:
    assert sentence_rows(rows) == lines
