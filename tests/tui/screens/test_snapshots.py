"""Pictures of every screen; `pytest --snapshot-update` makes them anew after a meant change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive import Notebook
from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.test_reader import press, settle
from tui.app import Reader
from tui.panes.lister import Lister
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

SMALL, MIDDLE, LARGE = (80, 24), (120, 40), (200, 60)
SALT = ("slash", *"salt", "tab")
READ = ("j", "j", "enter")
SCREENS = {
    "index": (),
    "query": (*SALT, "j"),
    "typing": ("slash", *"salt"),
    "cable": (*READ, "s", "a", *"ask the harbor master", "enter"),
    "hit": (*SALT, "j", "enter", "n"),
    "header": (*READ, "H", "shift+tab", "j"),
    "as sent": (*READ, "R"),
    "raw": (*READ, "R", "R"),
    "references": (*READ, "o"),
    "outline": (*READ, "c"),
    "help": ("question_mark",),
    "topics": ("t",),
    "facets": (*SALT, "f"),
    "paragraphs": (*SALT, "p"),
    "thread": (*READ, "O"),
    "not held": ("colon", *"09ANSELM99", "enter"),
    "compare": (*READ, "=", "J", "="),
    "month": (*SALT, ">"),
    "marked": ("space", "space", "s"),
    "command": (*READ, "escape", "colon", *"so", "tab"),
    "orders": ("o",),
    "narrowings": (*SALT, "&", *"point", "tab", "-"),
    "repairs": (*READ, "e"),
}


class Archived(FakeArchive):
    path = Path("/made")


def cases() -> list[object]:
    return [
        pytest.param(name, size, id=f"{name} {size[0]}x{size[1]}")
        for name in SCREENS
        for size in (SMALL, MIDDLE, LARGE)
    ]


async def rest(pilot: Pilot[None]) -> None:
    """Wait until the cable comes beside the list, as it does once the cursor has rested there."""
    await settle(pilot)
    while is_coming(pilot):
        await pilot.pause(0.01)
        await settle(pilot)


def is_coming(pilot: Pilot[None]) -> bool:
    """Say whether a list is still to come, or the cable beside it."""
    listers = [one for shown in pilot.app.screen_stack for one in shown.query(Lister)]
    return any(lister.is_offering or lister.index.listing is None for lister in listers)


@pytest.mark.parametrize(("name", "size"), cases())
def test_screen(
    name: str, size: tuple[int, int], snap_compare: Callable[..., bool], tmp_path: Path
) -> None:
    async def use(pilot: Pilot[None]) -> None:
        await rest(pilot)
        for key in SCREENS[name]:
            await press(pilot, key)
            await rest(pilot)

    with Notebook.open(tmp_path / "notebook.db") as notebook:
        app = Reader(Archived(12), settings=Settings(theme="dark"), notebook=notebook)
        assert snap_compare(app, terminal_size=size, run_before=use)


def test_ascii(snap_compare: Callable[..., bool]) -> None:
    app = Reader(FakeArchive(12), settings=Settings(theme="dark", is_ascii=True))
    assert snap_compare(app, terminal_size=SMALL, run_before=settle)
