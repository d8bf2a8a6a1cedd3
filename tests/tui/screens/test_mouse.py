"""The mouse: where it clicks the user is, and a second click does what Enter does."""

from __future__ import annotations

import pytest

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, screen, settle, shows
from tui.app import Reader
from tui.panes.body import BodyPane
from tui.panes.index import IndexPane

MIDDLE = (120, 36)


async def test_a_click_into_the_text_beside_the_list_is_reading_it() -> None:
    async with Reader(FakeArchive()).run_test(size=MIDDLE) as pilot:
        await press(pilot, "enter", "q")
        await pilot.click(BodyPane, offset=(5, 2))
        await settle(pilot)
        assert pilot.app.screen.has_class("-reading")
        assert shows(await press(pilot, ":", *"07ANSELM103", "enter"), "│07ANSELM103")
        assert shows(await press(pilot, "backspace"), "│04ANSELM100")


async def test_a_click_into_the_list_leaves_the_cable() -> None:
    async with Reader(FakeArchive()).run_test(size=MIDDLE) as pilot:
        await press(pilot, "enter")
        await pilot.click(IndexPane, offset=(5, 1))
        await settle(pilot)
        assert not pilot.app.screen.has_class("-reading")
        assert shows(await press(pilot, "enter"), "│05ANSELM101")
        assert shows(await press(pilot, "backspace"), "│04ANSELM100")


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
