"""A second click does what Enter does, wherever rows are chosen from."""

from __future__ import annotations

import pytest

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, screen, settle, shows
from tui.app import Reader

CLICKS = [
    pytest.param((80, 24), "", (20, 3), "06ANSELM102  2004-01-27 14:22Z", id="the list"),
    pytest.param((80, 24), "f", (10, 3), "class:S ", id="a list to choose from"),
    pytest.param((80, 24), "enter J O", (20, 2), "04ANSELM100  2004-01-05 14:22Z", id="a thread"),
    pytest.param(
        (200, 60), "enter J", (180, 1), "04ANSELM100  2004-01-05 14:22Z", id="beside the text"
    ),
]


@pytest.mark.parametrize(("size", "keys", "at", "then"), CLICKS)
async def test_a_second_click(
    size: tuple[int, int], keys: str, at: tuple[int, int], then: str
) -> None:
    async with Reader(FakeArchive()).run_test(size=size) as pilot:
        await settle(pilot)
        before = await press(pilot, *keys.split())
        assert not shows(before, then)
        await pilot.click(offset=at)
        await settle(pilot)
        assert not shows(screen(pilot), then)
        await pilot.click(offset=at, times=2)
        await settle(pilot)
        assert shows(screen(pilot), then)
