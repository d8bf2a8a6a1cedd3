"""Each key of the table of commands does what the table says, in its place: `every_key.tsv`.

A row is a command, the keys that lead to where it can be given (`:salt` is typed letter by letter),
its key, and what the screen shows after it and did not show before.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive import Notebook
from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, screen, settle, shows
from tests.tui.screens.test_cable import Editions
from tui.app import Reader
from tui.keys import commands
from tui.personal import Personal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NARROW, MIDDLE, WIDE = (80, 24), (120, 40), (200, 60)
SIZES = {"context": WIDE, "compare": (120, 12)}
"""Of the terminal, where a place is not to be had on a narrow one."""

ELSEWHERE = {
    "reader.zoom": "below",
    "reader.quit": "below",
    "app.quit-now": "below",
    "app.mouse": "what the terminal is told: tests/end_to_end",
    "app.redraw": "what the terminal is told: tests/end_to_end",
    "app.suspend": "what the shell sees: tests/end_to_end",
}


def _rows() -> Iterator[dict[str, str]]:
    with Path(__file__).with_name("every_key.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


ROWS = tuple(_rows())


def _keys(written: str) -> Sequence[str]:
    """Return keys that are pressed one after another; what follows a colon is typed."""
    words = written.split()
    return [key for word in words for key in (word[1:] if word[:1] == ":" < word else (word,))]


def test_every_command_is_here() -> None:
    assert sorted([row["command"] for row in ROWS] + [*ELSEWHERE]) == sorted(
        command.id for command in commands()
    )


@pytest.mark.parametrize("row", ROWS, ids=[row["command"] for row in ROWS])
async def test_a_key_does_what_the_table_says(row: dict[str, str], tmp_path: Path) -> None:
    place = row["command"].partition(".")[0]
    archive = Editions() if place == "compare" else FakeArchive()
    with Notebook.open(tmp_path / "notebook.db") as notebook:
        app = Reader(archive, personal=Personal(notebook))
        async with app.run_test(size=SIZES.get(place, NARROW)) as pilot:
            await settle(pilot)
            before = await press(pilot, *_keys(row["pressed before"])) or screen(pilot)
            assert not shows(before, row["shown then"])
            assert shows(await press(pilot, *_keys(row["pressed"])), row["shown then"])


@pytest.mark.parametrize("key", ["q", "Q"])
async def test_quits_from_the_list(key: str) -> None:
    app = Reader(FakeArchive())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, key)
    assert app.return_code == 0


async def test_a_pane_alone_and_back() -> None:
    async with Reader(FakeArchive()).run_test(size=MIDDLE) as pilot:
        await settle(pilot)
        before = await press(pilot, "enter")
        assert shows(before, "All cables")
        alone = await press(pilot, "z")
        assert not shows(alone, "All cables")
        assert await press(pilot, "z") == before
