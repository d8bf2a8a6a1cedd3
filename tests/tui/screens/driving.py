"""Drives a reader in the tests: keys in, lines of the screen out."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.keys import _character_to_key
from textual.worker import WorkerCancelled, WorkerFailed

from tui.panes.lister import Lister

if TYPE_CHECKING:
    from textual.pilot import Pilot


def screen(pilot: Pilot[None]) -> list[str]:
    """Return the lines of the screen, as text."""
    app = pilot.app
    lines = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in lines]


async def settle(pilot: Pilot[None]) -> None:
    """Wait until workers have come back, lists are counted, and nothing changes any more."""
    await pilot.app.keys_done()
    quiet, shown = 0, screen(pilot)
    end = monotonic() + 2  # counts come some time after their list; never, where they fail
    while quiet < 3:
        is_busy = any(not worker.is_finished for worker in pilot.app.workers)
        with suppress(WorkerFailed, WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.01)
        before, shown = shown, screen(pilot)
        is_awaited = pilot.app.is_running and not is_counted(pilot) and monotonic() < end
        quiet = 0 if is_busy or is_awaited or shown != before else quiet + 1


def is_counted(pilot: Pilot[None]) -> bool:
    listers = [one for shown in pilot.app.screen_stack for one in shown.query(Lister)]
    return all(lister.is_counted for lister in listers)


async def send(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after another, and wait for nothing that they do."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        pilot.app.post_message(events.Key(name, key if len(key) == 1 else None))
    while pilot.app.is_running and pilot.app.message_queue_size:  # noqa: ASYNC110 - Textual's
        await asyncio.sleep(0)


async def press(pilot: Pilot[None], *keys: str) -> list[str]:
    """Press keys one after another, and return the screen at rest."""
    await send(pilot, *keys)
    await settle(pilot)
    return screen(pilot)


def shows(lines: list[str], text: str) -> bool:
    return any(text in line for line in lines)
