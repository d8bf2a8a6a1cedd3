"""The mouse: where it clicks the user is, as if a key had led there."""

from __future__ import annotations

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, settle, shows
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
