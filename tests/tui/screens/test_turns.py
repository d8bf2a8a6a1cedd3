"""Keys that arrive in one burst go where somebody who typed them slowly would have sent them."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Any

import pytest

from tests.tui.fake_archive import FakeArchive, FakeListing
from tests.tui.screens.driving import press, screen, settle
from tui.app import Reader
from tui.drawing.glyphs import UNICODE
from tui.panes.body import BodyPane
from tui.screens.reader import ReaderScreen


class LateArchive:
    """Gives every answer that a worker asks for some time after it was asked."""

    def __init__(self) -> None:
        self._archive = FakeArchive()

    def __len__(self) -> int:
        return len(self._archive)

    def __getattr__(self, name: str) -> Any:
        if threading.current_thread() is not threading.main_thread():
            time.sleep(0.04)
        return getattr(self._archive, name)


class BeginningArchive(LateArchive):
    """Lists the beginning first, and all of it some time after."""

    def __init__(self) -> None:
        super().__init__()
        self.may_list = threading.Event()

    def beginning(self, query: str, **_: Any) -> FakeListing:
        return FakeListing(self._archive.listing(query).rows(0, 3))

    def listing(self, query: str = "", *order: Any, **other: Any) -> FakeListing:
        if query:
            self.may_list.wait(5)
        return self._archive.listing(query, *order, **other)


BURSTS = [
    pytest.param(("slash", *"salt road"), id="query"),
    pytest.param(("slash", *"salt", "enter"), id="query and open"),
    pytest.param(("slash", *"salt", "enter", "n"), id="query, open, next hit"),
    pytest.param(("slash", *"salt", "enter", "escape", "j"), id="and back"),
    pytest.param(("slash", *"salt", "escape", "j", "j"), id="given up"),
    pytest.param(("slash", *"salt", "tab", "j", "j"), id="query kept"),
    pytest.param(("slash", *"salt", "tab", "less_than_sign", "j"), id="month"),
    pytest.param(("slash", *"date:9", "enter", "j"), id="query refused"),
    pytest.param(("t", *"snar", "enter", "j"), id="topic"),
    pytest.param(("question_mark", *"last row", "enter", "k"), id="help"),
    pytest.param(("o", "o", "down", "down", "enter", "j"), id="sort"),
    pytest.param(("f", "down", "enter", "j"), id="facets"),
    pytest.param(("colon", *"06ANSELM108", "enter", "j"), id="address"),
    pytest.param(("colon", *"09ANSELM99", "enter", "enter", "j"), id="missing"),
    pytest.param(("colon", *"nowhere", "enter", "j", "j"), id="no address"),
    pytest.param(("j", "j", "enter", "3", "G", "J"), id="open, paragraph, next"),
    pytest.param(("enter", "J", "J", "J", "K", "j"), id="neighbours"),
    pytest.param(("j", "j", "enter", "o", "down", "enter", "j"), id="reference"),
    pytest.param(("j", "j", "enter", ")", "backspace", "j"), id="serial and back"),
    pytest.param(("enter", "c", "escape", "escape", "G"), id="outline"),
    pytest.param(("enter", "slash", *"letter", "enter", "n", "n"), id="find"),
    pytest.param(("enter", "H", "space", "d", "R", "k"), id="layouts"),
]


@pytest.mark.parametrize("archive", [FakeArchive, LateArchive])
@pytest.mark.parametrize("keys", BURSTS)
async def test_a_burst_is_what_was_typed_slowly(
    keys: tuple[str, ...], archive: type[FakeArchive | LateArchive]
) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in keys:
            expected = await press(pilot, key)
    app = Reader(archive())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert await press(pilot, *keys) == expected


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(("slash", *"salt"), id="typed"),
        pytest.param(("slash", *"salt", "down", "enter", "J", "J", "escape"), id="opened"),
        pytest.param(("slash", *"salt", "tab", "G"), id="kept, last row"),
        pytest.param(("slash", *"salt", "enter", "escape", "G", "k"), id="and back, last row"),
    ],
)
async def test_a_list_of_which_the_beginning_came_first_is_the_whole_list(
    keys: tuple[str, ...],
) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        expected = await press(pilot, *keys)
    archive = BeginningArchive()
    archive.may_list.set()
    async with Reader(archive).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert await press(pilot, *keys) == expected


async def test_the_beginning_of_a_list_is_shown_while_the_rest_is_to_come() -> None:
    archive = BeginningArchive()
    async with Reader(archive).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pressing = asyncio.create_task(press(pilot, "slash", *"salt"))
        while " 3+ cables" not in screen(pilot)[0]:  # noqa: ASYNC110 - the screen tells nobody
            await asyncio.sleep(0.01)
        assert sum(UNICODE.unread in line for line in screen(pilot)) == 3
        archive.may_list.set()
        await pressing
        assert " 60 cables" in screen(pilot)[0]


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(("j", "j", "k"), id="moves"),
        pytest.param(("j", "enter", "space"), id="a cable"),
        pytest.param(("slash", *"salt", "enter"), id="a query"),
        pytest.param(("question_mark", *"last"), id="help"),
    ],
)
async def test_the_first_list_is_painted_alone_and_keys_wait_for_the_rest(
    keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        listed = screen(pilot)
        expected = await press(pilot, *keys)
    begun, told, furnish = asyncio.Event(), asyncio.Event(), ReaderScreen.furnish

    async def furnish_when_told(reader: ReaderScreen) -> None:
        begun.set()
        await told.wait()
        await furnish(reader)

    monkeypatch.setattr(ReaderScreen, "furnish", furnish_when_told)
    app = Reader(FakeArchive())
    async with app.run_test(size=(80, 24)) as pilot:
        await begun.wait()
        assert screen(pilot) == listed
        assert not app.screen.query(BodyPane)
        pressing = asyncio.create_task(press(pilot, *keys))
        await asyncio.sleep(0.05)
        assert screen(pilot) == listed
        told.set()
        assert await pressing == expected
