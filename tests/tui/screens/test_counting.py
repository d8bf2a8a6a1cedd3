"""Numbers before keys, and keys that do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive import Notebook
from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, settle, shows
from tests.tui.screens.test_cable import Editions
from tui.app import Reader
from tui.personal import Personal
from tui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

LIST, TEXT = "", "enter"

NUMBERS = [
    (LIST, "5j", "6/60"),
    (LIST, "5j 3k", "3/60"),
    (LIST, "12g", "12/60"),
    (LIST, "12G", "12/60"),
    (LIST, "99G", "60/60"),
    (LIST, "12 enter", "12/60"),
    (LIST, "99999999j", "60/60"),
    (LIST, "2 ctrl+f", "45/60"),
    (LIST, "2d", "23/60"),
    (LIST, "3}", "4/60"),
    (LIST, "2] 3[", "1/60"),
    (LIST, "4n", "5/60"),
    (LIST, "2 3 backspace j", "3/60"),
    (LIST, ":12 enter", "12/60"),
    (LIST, "5 escape j", "2/60"),
    (LIST, "5 ctrl+l j", "2/60"),
    (LIST, "0 5j", "6/60"),
    (LIST, "1 0j", "11/60"),
    (TEXT, "3}", "¶4/"),
    (TEXT, "3G", "¶3/"),
    (TEXT, "4G 2{", "¶2/"),
    (TEXT, "3J", "07ANSELM103"),
    (TEXT, "99G", "This cable has no paragraph 99: its last is 6."),
    (TEXT, "3)", "07ANSELM103"),
    (TEXT, "2) 9 backspace 2(", "04ANSELM100"),
    (TEXT, ") ) ) 2 alt+left", "05ANSELM101"),
    (TEXT, ") ) ) 3 alt+left 2 alt+right", "06ANSELM102"),
    (LIST, "2>", "cables. < > move"),
]


def _keys(written: str) -> list[str]:
    """Return keys one after another: `5j` is two of them, `ctrl+f` is one."""
    words = written.split()
    return [k for word in words for k in (word if word[0] in "0123456789:" else (word,))]


@pytest.mark.parametrize(("before", "keys", "then"), NUMBERS)
async def test_a_number_goes_so_far(before: str, keys: str, then: str) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *before.split())
        assert shows(await press(pilot, *_keys(keys)), then)


SHOWN = [
    pytest.param(["1", "2"], "12  1/60", id="as it is typed"),
    pytest.param(["1", "2", "backspace"], " 1  1/60", id="without its last digit"),
    pytest.param(["1", "2", "escape"], "   1/60", id="dropped by Esc"),
    pytest.param(["1", "2", "j"], "  13/60", id="used"),
    pytest.param(["1", "2", "?", "escape"], "   1/60", id="dropped by another key"),
    pytest.param([*"1234567"], "123456  1/60", id="of six digits"),
]


@pytest.mark.parametrize(("keys", "end"), SHOWN)
async def test_it_stands_in_the_last_line(keys: list[str], end: str) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert (await press(pilot, *keys))[-1].endswith(end)


async def test_a_long_message_leaves_it_room() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pilot.app.say("x" * 78)
        assert (await press(pilot, "7"))[-1].endswith(" 7")


ELSEWHERE = [
    pytest.param("= j =", "2N", "No more differences", id="no difference that way"),
    pytest.param("= j =", "1 escape 1G", "1/1 difference", id="a difference"),
    pytest.param("= j = s", "1g", "1/1 difference  side by side", id="each on its own"),
    pytest.param("= j =", "3G", "There is no difference 3: 1 difference.", id="none of that"),
    pytest.param("= j =", ":1 enter", "1/1 difference", id="typed after a colon"),
    pytest.param("enter shift+tab H", "2j k j", "2/", id="header"),
    pytest.param("enter tab tab", "4j 3k", "2/", id="beside the text"),
    pytest.param("enter tab tab", "4G", "4/", id="beside the text, a row"),
]


@pytest.mark.parametrize(("before", "keys", "then"), ELSEWHERE)
async def test_numbers_elsewhere(before: str, keys: str, then: str) -> None:
    async with Reader(Editions()).run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        await press(pilot, *before.split())
        lines = await press(pilot, *_keys(keys))
        assert then in lines[-1]


NOTHING = [
    (LIST, "@", "@ does nothing here: ? lists the keys."),
    (LIST, "f6", "F6 does nothing here: ? lists the keys."),
    (LIST, "v", "v does nothing here: Space to mark."),
    (LIST, "Z", "Z does nothing here: q to quit."),
    (LIST, "ctrl+q", "Ctrl+Q does nothing here: q to quit."),
    (LIST, "ctrl+right_square_bracket", "Ctrl+] does nothing here: Enter to follow."),
    (LIST, "ctrl+backslash", "Ctrl+\\ does nothing here: ? lists the keys."),
    (LIST, "f5", "F5 does nothing here: Ctrl+L to paint again."),
    (TEXT, "ctrl+n", "Ctrl+N does nothing here: j to the next row or line."),
    (LIST, "0", "0 does nothing here"),
    (TEXT, "p", "p does nothing here but in 'Index': The paragraphs that match, one a row, "),
    (LIST, "H", "H does nothing here but in 'Text and header': Header: three lines, "),
    ("= j =", "a", "a does nothing here but in 'Index, text and header': Note on the cable; "),
    (LIST, "z", "Below 100 columns a pane is always alone."),
    (LIST, "escape", "All cables are listed: q quits."),
    (LIST, "tab", "There is only the list until a cable is read: Enter reads one."),
    (LIST, "backspace", "There is nothing to go back to."),
    (LIST, "alt+right", "This is the last."),
]


@pytest.mark.parametrize(("before", "key", "then"), NOTHING)
async def test_a_key_that_does_nothing_says_so(before: str, key: str, then: str) -> None:
    async with Reader(Editions()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *before.split())
        assert shows(await press(pilot, key), then)


@pytest.mark.parametrize("key", ["enter", "space", "y", "Y", "s", "a", "r", "=", "m"])
async def test_where_nothing_is_listed_it_is_said(key: str, tmp_path: Path) -> None:
    with Notebook.open(tmp_path / "notebook.db") as notebook:
        app = Reader(FakeArchive(), personal=Personal(notebook))
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await press(pilot, "/", *"zzzz", "tab")
            assert (await press(pilot, key))[23].startswith("There is no cable here.")


async def test_what_is_typed_is_no_number() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert shows(await press(pilot, "/", *"12"), "/12")
        assert not shows(await press(pilot, "escape", "j"), "13/60")


async def test_a_digit_can_be_the_key_of_a_command() -> None:
    settings = Settings(keys={"index.down": "5"})
    async with Reader(FakeArchive(), settings=settings).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert (await press(pilot, "5"))[-1].endswith(" 2/60")
