"""Keys that the settings change: they work, and what is said of keys is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, screen, settle, shows
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
        lines = await press(pilot, "escape")
        assert "Ctrl+G search" in lines[23]
        lines = await press(pilot, "/")
        assert "/ does nothing here but in 'Text and header'" in lines[22]
        lines = await press(pilot, "S")
        assert lines[23].startswith("/")


async def test_a_key_that_is_given_is_taken_from_who_would_have_it_before() -> None:
    settings = Settings(keys={"cable.find": "f", "index.down": "n", "reader.topics": "x"})
    app = Reader(FakeArchive(), settings=settings)  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "n")
        assert lines[23].endswith("2/60")
        lines = await press(pilot, "enter", "f")
        assert lines[23].startswith("/")
        lines = await press(pilot, "escape", "space", "shift+tab", "x")
        assert lines[0].startswith(" Topics")
    by_id = {command.id: command.keys for command in commands()}
    assert "f" not in by_id["body.page-down"]
    assert "space" in by_id["body.page-down"]
    assert by_id["header.exclude"] == ()
    assert by_id["cable.next-hit"] == ("n",)


async def test_a_command_without_a_key_is_not_in_the_last_line() -> None:
    app = Reader(FakeArchive(), settings=Settings(keys={"index.down": "/"}))  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "search" not in screen(pilot)[23]
        lines = await press(pilot, "slash", ":", *"search salt", "enter")
        assert lines[0].startswith(" salt ")


async def test_the_next_reader_has_the_keys_of_the_table_again() -> None:
    before = commands()
    Reader(FakeArchive(), settings=Settings(keys={"index.down": "n"}))  # type: ignore[arg-type]
    assert commands() != before
    Reader(FakeArchive())  # type: ignore[arg-type]
    assert commands() == before
