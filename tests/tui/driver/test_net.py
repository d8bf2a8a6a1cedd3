"""What a pane forgets to clean is blanked on its way to the terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from tests.hostile.rows import NO_FILE_ROWS, ROWS, Row, hostile_in
from tui.driver import SafetyNet

ALL_ROWS = (*ROWS, *NO_FILE_ROWS)


@pytest.mark.parametrize("row", ALL_ROWS, ids=[row.name for row in ALL_ROWS])
@pytest.mark.parametrize("more", ["", "\n\u1160\U000e0001"], ids=["alone", "with more"])
def test_nothing_hostile_gets_through(row: Row, more: str) -> None:
    text = row.text + more
    (segment,) = SafetyNet().apply([Segment(text)], Color(0, 0, 0))
    assert hostile_in(segment.text.encode(errors="surrogateescape"), is_screen=False) == []
    assert "\n" not in segment.text
    assert cell_len(segment.text) == cell_len(text)
