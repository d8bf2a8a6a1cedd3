"""Keys in the header of a cable."""

from __future__ import annotations

import pytest

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, settle
from tui.app import Reader


@pytest.mark.parametrize(
    ("key", "said"),
    [
        pytest.param("enter", "There is nothing to follow here.", id="follow"),
        pytest.param("y", "There is nothing to copy here.", id="copy"),
        pytest.param("x", "There is nothing to leave out here.", id="leave out"),
    ],
)
async def test_a_line_without_a_value_says_so(key: str, said: str) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 40)) as pilot:  # type: ignore[arg-type]
        await settle(pilot)
        await press(pilot, "enter", "shift+tab", "H")
        lines = await press(pilot, key)
        assert lines[39].startswith(said)
