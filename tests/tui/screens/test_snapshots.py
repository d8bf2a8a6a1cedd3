"""Pictures of every screen; `pytest --snapshot-update` makes them anew after a meant change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive import Notebook
from parser import Cable, Metadata, Paragraph, Span
from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, settle
from tui.app import Reader
from tui.panes.lister import Lister
from tui.personal import Personal
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
    "past queries": (*SALT, "slash", *"ship", "tab", "ctrl+r"),
    "note": (*READ, "a", *"why"),
    "go to a mark": (*READ, "m", "x", "'"),
    "selected": (*READ, "v", "}"),
    "find": (*READ, "slash", *"harb"),
    "only hits": (*SALT, "enter", "&"),
    "themes": ("T",),
    "header as sent": (*READ, "H", "H"),
    "zoomed": (*READ, "z"),
    "beside the text": (*READ, "tab"),
    "nothing": ("slash", *"zzq", "tab"),
    "not understood": ("slash", *"date:9", "enter"),
}
BARE = Cable(
    raw="The pilots are ashore.\n\nTwo ships wait.",
    metadata=Metadata("made"),
    paragraphs=(
        Paragraph(None, None, None, "The pilots are ashore.", Span(0, 22)),
        Paragraph(None, None, None, "Two ships wait.", Span(24, 39)),
    ),
)


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


@pytest.fixture
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written in the notebook has the same times in every run."""
    times = (f"2020-06-01T12:{minute:02}:00.000000+00:00" for minute in range(60))
    monkeypatch.setattr("archive._notebook._now", lambda: next(times))


@pytest.mark.usefixtures("_clock")
@pytest.mark.parametrize(("name", "size"), cases())
def test_screen(
    name: str, size: tuple[int, int], snap_compare: Callable[..., bool], tmp_path: Path
) -> None:
    async def use(pilot: Pilot[None]) -> None:
        await rest(pilot)
        await press(pilot, *SCREENS[name])
        await rest(pilot)

    with Notebook.open(tmp_path / "notebook.db") as notebook:
        app = Reader(FakeArchive(12), settings=Settings(theme="dark"), personal=Personal(notebook))
        assert snap_compare(app, terminal_size=size, run_before=use)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_cable_with_hardly_any_header(
    size: tuple[int, int], snap_compare: Callable[..., bool]
) -> None:
    async def use(pilot: Pilot[None]) -> None:
        await rest(pilot)
        await press(pilot, "enter")
        await rest(pilot)

    app = Reader(FakeArchive(cables=[BARE]), settings=Settings(theme="dark"))
    assert snap_compare(app, terminal_size=size, run_before=use)


def test_ascii(snap_compare: Callable[..., bool]) -> None:
    app = Reader(FakeArchive(12), settings=Settings(theme="dark", is_ascii=True))
    assert snap_compare(app, terminal_size=SMALL, run_before=settle)
