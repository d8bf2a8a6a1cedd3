"""Pictures of every screen; `pytest --snapshot-update` makes them anew after a meant change."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive import Notebook
from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.test_reader import press, settle
from tui.app import Reader
from tui.panes.body import BodyPane
from tui.panes.header import HeaderPane
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
    "not held": ("colon", *"09ANSELM99", "enter"),
}
EVERYWHERE = ("index", "query", "cable")


class Archived(FakeArchive):
    path = Path("/made")


def cases() -> list[object]:
    return [
        pytest.param(name, size, id=f"{name} {size[0]}x{size[1]}")
        for name in SCREENS
        for size in ((SMALL, MIDDLE, LARGE) if name in EVERYWHERE else (SMALL,))
    ]


@pytest.mark.parametrize(("name", "size"), cases())
def test_screen(
    name: str, size: tuple[int, int], snap_compare: Callable[..., bool], tmp_path: Path
) -> None:
    async def use(pilot: Pilot[None]) -> None:
        await settle(pilot)
        pilot.app.screen.query_one(HeaderPane).today = lambda: date(2020, 6, 1)
        await press(pilot, *SCREENS[name])
        body = pilot.app.screen.query(BodyPane)
        for _ in range(50 if size != SMALL else 0):
            await pilot.pause(0.1)  # the cable beside the list is shown once the cursor rests
            if body and body.first().page is not None:
                break
        await settle(pilot)

    with Notebook.open(tmp_path / "notebook.db") as notebook:
        app = Reader(Archived(12), settings=Settings(theme="dark"), notebook=notebook)
        assert snap_compare(app, terminal_size=size, run_before=use)


def test_ascii(snap_compare: Callable[..., bool]) -> None:
    app = Reader(FakeArchive(12), settings=Settings(theme="dark", is_ascii=True))
    assert snap_compare(app, terminal_size=SMALL, run_before=settle)
