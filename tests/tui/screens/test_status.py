"""Messages that are longer than the last line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, screen, settle
from tui.app import Reader

if TYPE_CHECKING:
    from textual.pilot import Pilot

LONG = "The notebook cannot be used: it is in the hands of the harbormaster; " * 2 + "ask him."


def reader() -> Reader:
    return Reader(FakeArchive())  # type: ignore[arg-type]


def said(pilot: Pilot[None], rows: int) -> str:
    return " ".join(screen(pilot)[-rows:])


async def test_a_long_message_has_its_lines_and_gives_them_back() -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = screen(pilot)
        pilot.app.say(LONG)
        await settle(pilot)
        assert said(pilot, 2) == LONG
        assert screen(pilot)[:22] == before[:22]
        lines = await press(pilot, "j")
        assert lines[22:] != before[22:]
        assert lines[22].startswith(before[22][:10])
        assert lines[23].endswith("2/60")


async def test_it_takes_three_lines_at_most_and_one_where_there_is_hardly_room() -> None:
    async with reader().run_test(size=(40, 10)) as pilot:
        await settle(pilot)
        pilot.app.say(LONG)
        await settle(pilot)
        assert said(pilot, 3) == LONG[: len(said(pilot, 3))]
        assert screen(pilot)[6].strip()
        await pilot.resize_terminal(40, 9)
        await settle(pilot)
        assert screen(pilot)[8].startswith(LONG[:30])
        assert not screen(pilot)[7].startswith(LONG[:30])


async def test_it_follows_the_width() -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pilot.app.say(LONG)
        await settle(pilot)
        await pilot.resize_terminal(200, 24)
        await settle(pilot)
        assert screen(pilot)[-1].startswith(LONG)
