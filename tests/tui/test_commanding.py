"""Commands by name on every screen: done where they belong, or said where they can be done."""

from __future__ import annotations

import pytest

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, settle
from tui.app import Reader

LIST = ()
TEXT = ("j", "enter")
HEADER = (*TEXT, "shift+tab")
THREAD = (*TEXT, "O")
ABSENT = ("colon", *"09anselm99", "enter")
COMPARISON = (*TEXT, "=", "J", "=")


@pytest.mark.parametrize(
    ("screen", "typed", "line", "shown"),
    [
        pytest.param(TEXT, "sort subject", 0, "by subject", id="the list's, in the text"),
        pytest.param(HEADER, "find salt", 23, "found: salt", id="the text's, in the header"),
        pytest.param(HEADER, "outline", 0, " Contents", id="a list, from the header"),
        pytest.param(THREAD, "search salt", 0, " salt ", id="the list's, on a thread"),
        pytest.param(THREAD, "topics snar", 1, " snar", id="topics, on a thread"),
        pytest.param(THREAD, "deeper", 0, "4 levels", id="its own, on a thread"),
        pytest.param(THREAD, "08anselm110", 0, "08ANSELM110", id="an id, on a thread"),
        pytest.param(THREAD, "09anselm99", 0, " 09ANSELM99 is not held", id="not held"),
        pytest.param(THREAD, "09xx", 23, "No cable '09xx'", id="no id, on a thread"),
        pytest.param(THREAD, "star", 22, "Not here but in 'Index, text", id="not on a thread"),
        pytest.param(ABSENT, "facets", 0, " Narrow ", id="the list's, where nothing is held"),
        pytest.param(ABSENT, "help mouse", 2, "Mouse on, off.", id="help, where nothing is held"),
        pytest.param(COMPARISON, "08anselm110", 0, "08ANSELM110", id="an id, in a comparison"),
        pytest.param(COMPARISON, "search salt", 0, " salt ", id="the list's, in a comparison"),
        pytest.param(LIST, "7", 23, " 7/60", id="a number, in the list: a row"),
        pytest.param(THREAD, "2", 23, " 2/", id="a number, on a thread: a row"),
        pytest.param(LIST, "  ", 23, " 1/60", id="nothing"),
        pytest.param(LIST, "outline", 22, "Not here but in 'Text and header'", id="no text"),
        pytest.param(LIST, "deeper", 23, "Not here but in 'Thread of references'", id="no thread"),
    ],
)
async def test_typed(screen: tuple[str, ...], typed: str, line: int, shown: str) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, *screen, "colon", *typed, "enter")
        assert shown in lines[line]


async def test_what_was_typed_is_brought_back() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"7", "enter", "colon", *"sort post", "enter")
        await press(pilot, "colon", *"7", "enter")
        assert (await press(pilot, "colon", "up"))[23] == ":7"
        assert (await press(pilot, "up", "up"))[23] == ":sort post"
        assert (await press(pilot, "enter"))[0].endswith("by post")


@pytest.mark.parametrize("screen", [THREAD, ABSENT, COMPARISON])
async def test_the_keys_of_everywhere_work_on_every_page(screen: tuple[str, ...]) -> None:
    app = Reader(FakeArchive())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        page = await press(pilot, *screen)
        lines = await press(pilot, "question_mark")
        assert lines[0].startswith(" Keys and commands")
        assert (await press(pilot, "escape"))[:23] == page[:23]
        await press(pilot, "Q")
        assert not app.is_running


async def test_what_was_left_for_an_id_is_come_back_to() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        thread = await press(pilot, *THREAD, "j")
        await press(pilot, "colon", *"08anselm110", "enter")
        assert (await press(pilot, "backspace"))[:23] == thread[:23]


async def test_beside_the_list_a_command_of_the_text_is_done_in_it() -> None:
    async with Reader(FakeArchive()).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "escape")
        lines = await press(pilot, "colon", *"find salt", "enter")
        assert "found: salt" in lines[39]
        lines = await press(pilot, "question_mark", *"next paragraph", "enter")
        assert "¶3/6" in lines[39]
