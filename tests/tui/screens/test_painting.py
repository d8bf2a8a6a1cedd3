"""How often the screen is painted for a key: once, and for keys that wait already not each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.screen import Screen

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, screen, settle
from tui import turns
from tui.app import Reader
from tui.panes import lister

if TYPE_CHECKING:
    from typing import Any


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Screen[Any]]:
    """Collect the screen for each time that it is painted."""
    screens: list[Screen[Any]] = []
    paint = Screen._compositor_refresh

    def note(one: Screen[Any]) -> None:
        screens.append(one)
        paint(one)

    monkeypatch.setattr(Screen, "_compositor_refresh", note)
    return screens


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_a_key_is_painted_once(
    size: tuple[int, int], painted: list[Screen[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "_HELD_AT_MOST", 60.0)  # however slow the machine is
    monkeypatch.setattr(lister, "_REST", 60.0)  # the cable beside the list is painted apart
    async with Reader(FakeArchive()).run_test(size=size) as pilot:
        await settle(pilot)
        for key in ("j", "enter", "space", "J", "H", "R", "tab", "escape", "pagedown"):
            await settle(pilot)
            painted.clear()
            await press(pilot, key)
            assert len(painted) <= 1, key


async def test_keys_that_wait_are_answered_before_the_screen_is_painted(
    painted: list[Screen[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "_UNPAINTED_AT_MOST", 60.0)
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j")
        painted.clear()
        lines = await press(pilot, *"jjjjjjjjjjjjjjjjjjjj")
        assert lines == screen(pilot)
        assert lines[23].endswith("22/60")
        assert len(painted) == 1


async def test_what_takes_long_is_painted_on_the_way(
    painted: list[Screen[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "_UNPAINTED_AT_MOST", 0.0)
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        painted.clear()
        await press(pilot, *"jjjjj")
        assert len(painted) == 5
