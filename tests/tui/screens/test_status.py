"""Messages that are longer than the last line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from archive import Citations
from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, screen, settle, shows
from tui.app import Reader
from tui.panes.status import _REST

if TYPE_CHECKING:
    from textual.pilot import Pilot

KEYS = "Enter follow  v select"
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


async def test_a_message_is_gone_when_the_cursor_has_moved() -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = await press(pilot, "enter", "j")
        pilot.app.say("Copied.")
        await settle(pilot)
        assert screen(pilot)[23].startswith("Copied.")
        after = await press(pilot, "k")
        assert after[23][:50] == before[23][:50]


@pytest.mark.parametrize("asking", ["slash", ":", "&"])
async def test_a_message_is_gone_when_something_was_asked(asking: str) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pilot.app.say("Copied.")
        assert screen(pilot)[-1].startswith("Copied.")
        assert (await press(pilot, asking, "escape"))[-1].startswith("Enter read")


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


SUBJECT = "THE HARBORMASTER OF SALTMARKET WRITES A LETTER OF ELEVEN PAGES ABOUT THREE LEMONS"


class Explained(FakeArchive):
    """What is referred to is held, and has a long subject."""

    def citations(self, key: int) -> Citations:
        row = replace(self.row(1), subject=SUBJECT)
        out = tuple(replace(one, row=row) for one in super().citations(key).out)
        return Citations(out, ())


async def rest(pilot: Pilot[None]) -> list[str]:
    """Return the screen once the cursor has rested for longer than it must."""
    await pilot.pause(_REST + 0.1)
    await settle(pilot)
    return screen(pilot)


async def test_what_is_explained_is_whole_once_the_cursor_rests() -> None:
    async with Reader(Explained()).run_test(size=(80, 24)) as pilot:  # type: ignore[arg-type]
        await settle(pilot)
        before = await press(pilot, "enter", "w")
        assert before[23].endswith("…")
        lines = await rest(pilot)
        assert said(pilot, 2).endswith(SUBJECT)
        assert lines[:22] == before[:22]
        assert (await press(pilot, "7"))[23].endswith(" 7")
        after = await press(pilot, "escape", "k", "k")
        assert not shows(after, SUBJECT[-20:])
        assert after[22] == before[22]


async def test_a_cursor_that_moves_on_leaves_one_line() -> None:
    async with Reader(Explained()).run_test(size=(80, 24)) as pilot:  # type: ignore[arg-type]
        await settle(pilot)
        before = await press(pilot, "enter")
        await press(pilot, "w", "k", "k")  # at once: on a slow machine it would rest between two
        lines = await rest(pilot)
        assert lines[22] == before[22]
        assert not shows(lines, SUBJECT[-20:])


async def test_what_is_whole_stays_so_while_the_text_makes_room_for_it() -> None:
    async with Reader(Explained()).run_test(size=(80, 12)) as pilot:  # type: ignore[arg-type]
        await settle(pilot)
        await press(pilot, "enter", "G", "W")
        for _ in range(2):
            lines = await rest(pilot)
            assert said(pilot, 2).endswith(SUBJECT)
            assert any(line.startswith("▸") for line in lines[:10])


@pytest.mark.parametrize(
    ("before", "said", "leave", "after"),
    [
        pytest.param(["enter", "O", "x"], "x does nothing", "escape", KEYS, id="upon a page"),
        pytest.param(["enter", "s", "t"], "tag", "escape", KEYS, id="before a list of choices"),
        pytest.param(
            ["enter", "?", *"header"], "Header", "enter", "Header:", id="by what is chosen"
        ),
    ],
)
async def test_what_was_said_before_the_reader_is_come_back_to(
    before: list[str], said: str, leave: str, after: str
) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert shows(await press(pilot, *before), said)
        assert (await press(pilot, leave))[23].startswith(after)
