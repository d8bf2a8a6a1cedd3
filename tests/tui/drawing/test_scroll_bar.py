from __future__ import annotations

import pytest

from tui.drawing.glyphs import ASCII
from tui.drawing.scroll_bar import scroll_bar


@pytest.mark.parametrize(
    ("sight", "hits", "expected"),
    [
        pytest.param((0.0, 0.3), [], "||||      ", id="top"),
        pytest.param((0.9, 1.0), [], "         |", id="end"),
        pytest.param((0.0, 1.0), [], "||||||||||", id="all in sight"),
        pytest.param((0.2, 0.3), [0.0, 0.25, 0.99, 1.0], "= =|     =", id="hits"),
    ],
)
def test_scroll_bar(sight: tuple[float, float], hits: list[float], expected: str) -> None:
    drawn = "".join(piece.text for piece in scroll_bar(10, sight, hits, ASCII))
    assert drawn == expected
