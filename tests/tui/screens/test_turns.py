"""Keys that arrive in one burst go where somebody who typed them slowly would have sent them."""

from __future__ import annotations

import pytest
from textual import events
from textual.keys import _character_to_key

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.test_reader import press, screen, settle
from tui.app import Reader

NAMES = {"\r": "enter", "\x1b": "escape", "\t": "tab", "\x7f": "backspace"}


def burst(app: Reader, text: str) -> None:
    """Put keys into the program's queue all at once, as a terminal does."""
    for letter in text:
        key = NAMES.get(letter) or _character_to_key(letter)
        app.post_message(events.Key(key, letter if letter.isprintable() else None))


@pytest.mark.parametrize(
    ("text", "slowly"),
    [
        pytest.param("/salt road", ("slash", *"salt road"), id="query"),
        pytest.param("/salt\r", ("slash", *"salt", "enter"), id="query and open"),
        pytest.param("/salt\rn", ("slash", *"salt", "enter", "n"), id="query, open, next hit"),
        pytest.param("/salt\r\x1bj", ("slash", *"salt", "enter", "escape", "j"), id="and back"),
        pytest.param("/salt\x1bjj", ("slash", *"salt", "escape", "j", "j"), id="given up"),
        pytest.param("tsnar\r", ("t", *"snar", "enter"), id="topic"),
        pytest.param("?last row\r", ("question_mark", *"last row", "enter"), id="help"),
        pytest.param(":06ANSELM108\rj", ("colon", *"06ANSELM108", "enter", "j"), id="address"),
        pytest.param("jj\r3GJ", ("j", "j", "enter", "3", "G", "J"), id="open, paragraph, next"),
        pytest.param("\rc\x1b\x1bG", ("enter", "c", "escape", "escape", "G"), id="outline"),
        pytest.param("\r/letter\rnn", ("enter", "slash", *"letter", "enter", "n", "n"), id="find"),
    ],
)
async def test_a_burst_is_what_was_typed_slowly(text: str, slowly: tuple[str, ...]) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in slowly:
            expected = await press(pilot, key)
    app = Reader(FakeArchive())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        burst(app, text)
        for _ in range(5):
            await pilot.pause()
            await settle(pilot)
        assert screen(pilot) == expected
