"""What is pasted into a line of input."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, settle
from tui.app import Reader


@pytest.mark.parametrize(
    ("pasted", "typed"),
    [
        pytest.param("salt road", "salt road", id="a line"),
        pytest.param("salt\nroad", "salt road", id="a line break"),
        pytest.param("salt \r\n\r  road\n", "salt road", id="breaks as terminals send them"),
        pytest.param("salt\x1b[2J\x9b", "salt\u241b[2J\ufffd", id="hostile"),
        pytest.param("\n", "", id="nothing"),
    ],
)
@pytest.mark.parametrize("key", ["/", ":", "t"])
async def test_lines_that_are_pasted_are_one(key: str, pasted: str, typed: str) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:  # type: ignore[arg-type]
        await settle(pilot)
        await press(pilot, key)
        line = pilot.app.focused
        assert isinstance(line, Input)
        line.post_message(events.Paste(pasted))
        await settle(pilot)
        assert line.value == typed
