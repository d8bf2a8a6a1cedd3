"""One key after another: a key is done with before the next one is looked at."""

from __future__ import annotations

import asyncio
from enum import Enum, auto
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import Key, MouseEvent
from textual.widget import Widget

from tui.driver import CellDriver
from tui.painting import PaintedOnce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Event
    from textual.message_pump import MessagePump

_IDLE_ROUNDS = 3
"""Rounds of the loop without a message on its way, after which a key counts as done."""
_QUICK_ROUNDS = 100
"""Rounds after which the loop pauses between them, to leave others the processor."""
_PAUSE = 0.001
"""Seconds between two rounds while there is nothing but waiting."""
_PATIENCE = 2500
"""Rounds after which the next key is taken in any case, two to three seconds of pauses.

Not a time: on a machine under load rounds take longer, as does what is waited for.
"""


_PAINTINGS = 3
"""Paintings of one key, at most: what is asked for while it is painted is painted after it."""
_UNPAINTED_AT_MOST = 0.1
"""Seconds for which keys that have come already are answered without painting those before them."""
_HELD_AT_MOST = 0.25
"""Seconds for which painting waits for a key to be done with; what takes longer is shown as it
comes."""


class _Other(Enum):
    """What has its turn among the keys."""

    FIRST = auto()
    """What is done before the first key."""
    PAINTING = auto()
    """What came from the archive is painted."""


class TakesTurns(App[None]):
    """Gives keys to whoever has the focus once everything before them has come to rest.

    Keys come in bursts: over SSH, from a paste, from a fast typist. Textual hands each of them to
    the pane that has the focus when it arrives, and answers later: what is typed after `/` would
    still go to the list. Here the pane that a key opens gets the keys after it.
    """

    turn = 0
    """Which key of the user, or which move of the mouse, is answered at present."""
    _keys: asyncio.Queue[Key | _Other] | None = None
    _turns: asyncio.Task[None] | None = None
    _busy: MessagePump | None = None
    """Who had a message to deal with when it was looked last; most likely has it still."""
    _held_until = 0.0
    _painted = 0.0
    """When a key was painted last."""

    @property
    def is_holding(self) -> bool:
        """Whether a key is being answered, and painted once when that is done."""
        return monotonic() < self._held_until

    def begin_turns(self) -> None:
        """Paint the first screen, load the rest, and begin to take keys."""
        self._keys = asyncio.Queue()
        self._keys.put_nowait(_Other.FIRST)
        self._turns = asyncio.create_task(self._take_turns(self._keys))

    async def furnish(self) -> None:
        """Load what the first screen can be painted without; keys wait for it."""

    def paint_soon(self) -> None:
        """Paint what came from the archive as soon as all that follows from it is there."""
        if self._keys is not None:
            self._keys.put_nowait(_Other.PAINTING)

    async def on_event(self, event: Event) -> None:
        """Put keys in a row; everything else goes Textual's way."""
        if not isinstance(event, Key) or event.is_forwarded:
            if isinstance(event, MouseEvent):
                self.turn += 1
            await super().on_event(event)
            return
        if self._keys is not None:
            self._keys.put_nowait(event)

    async def keys_done(self) -> None:
        """Wait until all keys that have arrived are done with."""
        if self._keys is not None:
            await self._keys.join()

    async def _take_turns(self, keys: asyncio.Queue[Key | _Other]) -> None:
        while True:
            event = await keys.get()
            self.turn += event is not _Other.PAINTING
            try:
                if event is _Other.FIRST:
                    await self._begin()
                elif not self._is_ending:
                    self._held_until = monotonic() + _HELD_AT_MOST
                    if isinstance(event, Key):
                        await self._take(event)
                    await self._rest()
                    if keys.empty() or monotonic() >= self._painted + _UNPAINTED_AT_MOST:
                        await self._paint()
                        self._painted = monotonic()
            except Exception as error:  # noqa: BLE001 - the next key must still be taken
                self._handle_exception(error)
            finally:
                if keys.empty():
                    self._held_until = 0.0
                keys.task_done()

    async def _begin(self) -> None:
        try:
            await self._rest()
            await self._paint()
        finally:
            if isinstance(self._driver, CellDriver):
                self._driver.release()
        await self.furnish()

    @property
    def lag(self) -> float:
        """Seconds that the line to the terminal takes, there and back; 0 when it is not known."""
        return self._driver.lag if isinstance(self._driver, CellDriver) else 0.0

    def on_unmount(self) -> None:
        """Take no more keys."""
        if self._turns is not None:
            self._turns.cancel()

    async def _take(self, event: Key) -> None:
        """Let the focused widget type a key, or do what is bound to it."""
        if await self._check_bindings(event.key, priority=True):
            return
        target: MessagePump = self.focused or self.screen
        if isinstance(target, Widget):
            with target._context():  # noqa: SLF001 - what Textual's own message loop does
                for _, method in target._get_dispatch_methods("on_key", event):  # noqa: SLF001
                    result: Any = method(event)
                    if result is not None:
                        await result
        if not event._stop_propagation:  # noqa: SLF001
            await self.press(event)

    async def press(self, event: Key) -> None:
        """Do what is bound to a key that nobody has typed."""
        await self._check_bindings(event.key)

    async def _rest(self) -> None:
        """Wait until no message is on its way any more; give panes their room when only that is."""
        idle = 0
        nodes = self._everybody()
        for turn in range(_PATIENCE):
            is_waiting = (idle and _is_turning(nodes)) or turn >= _QUICK_ROUNDS
            await asyncio.sleep(_PAUSE if is_waiting else 0)
            if self._is_ending:
                return
            idle = idle + 1 if self._has_no_message(nodes) else 0
            if idle < _IDLE_ROUNDS:
                continue
            screen = self.screen
            if isinstance(screen, PaintedOnce) and screen.needs_layout:
                screen.lay_out()
                idle = 0
            elif not _is_turning(nodes):
                before, nodes = nodes, self._everybody()
                if nodes == before:
                    return
                idle = 0  # what has come since may be busy

    async def _paint(self) -> None:
        """Paint now what Textual would paint at its next tick, up to 16 ms from now."""
        self._held_until = 0.0
        for _ in range(_PAINTINGS):
            screen = self.screen
            if self._is_ending or not isinstance(screen, PaintedOnce) or not screen.needs_painting:
                return
            screen.paint()
            await self._rest()

    @property
    def _is_ending(self) -> bool:
        """Whether the panes go away: there is nothing to wait for."""
        return self._exit or self._closing or not self.is_running

    def _everybody(self) -> Sequence[MessagePump]:
        """Return whoever may have something to do: the application, its screen and all on that."""
        return (self, *self.screen.walk_children(with_self=True))

    def _has_no_message(self, nodes: Sequence[MessagePump]) -> bool:
        screen = self.screen
        if not screen.is_mounted or self.focused is None:
            return False
        busy = self._busy
        if busy is not None and busy.is_running and busy.message_queue_size:
            return False
        self._busy = next((node for node in nodes if node.message_queue_size), None)
        return self._busy is None


def _is_turning(nodes: Sequence[MessagePump]) -> bool:
    """Say whether something that was asked for by a key is still to come, a cable for example."""
    return any(getattr(node, "is_turning", False) for node in nodes)
