"""What is pasted into a line of input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input

from archive import Notebook
from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, screen, settle
from tui.app import Reader
from tui.painting import PaintedOnce
from tui.personal import Personal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("pasted", "typed"),
    [
        pytest.param("salt road", "salt road", id="a line"),
        pytest.param("salt\nroad", "salt road", id="a line break"),
        pytest.param("salt \r\n\r  road\n", "salt road", id="breaks as terminals send them"),
        pytest.param("salt\x1b[2J\x9b", "salt\u241b[2J\ufffd", id="hostile"),
        pytest.param("\n", "", id="nothing"),
    ],
)
@pytest.mark.parametrize("key", ["/", ":", "t"])
async def test_lines_that_are_pasted_are_one(key: str, pasted: str, typed: str) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:  # type: ignore[arg-type]
        await settle(pilot)
        await press(pilot, key)
        line = pilot.app.focused
        assert isinstance(line, Input)
        line.post_message(events.Paste(pasted))
        await settle(pilot)
        assert line.value == typed


async def test_what_was_copied_is_put_in_where_something_is_typed(tmp_path: Path) -> None:
    with Notebook.open(tmp_path / "notebook.db") as notebook:
        app = Reader(FakeArchive(), personal=Personal(notebook))  # type: ignore[arg-type]
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await press(pilot, "enter", "Y", "a", "ctrl+v")
            line = pilot.app.focused
            assert isinstance(line, Input)
            assert line.value == " ".join(pilot.app.clipboard.split())
            assert "04ANSELM100, Embassy Anselm" in line.value
            lines = await press(pilot, "enter", "escape", "y", "/", "ctrl+v")
            assert lines[23].startswith("/04ANSELM100")


@pytest.mark.parametrize("key", ["g", "enter", "O"])
async def test_where_nothing_can_be_pasted_it_is_said(key: str) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = await press(pilot, key)
        pilot.app.post_message(events.Paste("qQ"))
        await settle(pilot)
        assert screen(pilot)[:23] == before[:23]
        said = "Nothing is pasted here: / first to find it, : to go to an id."
        assert screen(pilot)[23].startswith(said)


async def test_a_letter_gives_no_pane_its_room_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    layouts: list[object] = []
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, ":")
        monkeypatch.setattr(PaintedOnce, "_refresh_layout", lambda *_, **__: layouts.append(1))
        lines = await press(pilot, *"the keeper")
    assert lines[23].startswith(":the keeper")
    assert layouts == []


async def test_a_long_line_is_seen_at_its_end() -> None:
    async with Reader(FakeArchive()).run_test(size=(40, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, ":", *("keeper" * 9), "!")
        assert lines[23].rstrip().endswith("keeper!")
        lines = await press(pilot, "home")
        assert lines[23].startswith(":keeper")
