"""Keys that the settings change: they work, and what is said of keys is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.test_reader import press, screen, settle, shows
from tui.app import Reader
from tui.keys import change, commands
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _keys_of_the_table() -> Iterator[None]:
    yield
    change({})


async def test_a_changed_key_works_and_is_shown_in_the_hints_and_the_help() -> None:
    settings = Settings(keys={"catalogue.search": "ctrl+g,S"})
    app = Reader(FakeArchive(), settings=settings)  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Ctrl+G search" in screen(pilot)[23]
        lines = await press(pilot, "question_mark", *"search para")
        assert shows(lines, "Ctrl+G S ")
        lines = await press(pilot, "escape", "slash")
        assert "Ctrl+G search" in lines[23]
        lines = await press(pilot, "S")
        assert lines[23].startswith("/")


async def test_the_next_reader_has_the_keys_of_the_table_again() -> None:
    before = commands()
    Reader(FakeArchive(), settings=Settings(keys={"index.down": "n"}))  # type: ignore[arg-type]
    assert commands() != before
    Reader(FakeArchive())  # type: ignore[arg-type]
    assert commands() == before
