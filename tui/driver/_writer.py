"""The thread that writes to the terminal, at the pace at which the terminal paints."""

from __future__ import annotations

import os
from collections import deque
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING

from tui.cells import QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable

_ASK_AFTER = 256
"""Characters after which the question is worth its own four."""
_WINDOW = 1024
"""Characters that may be on their way: an eighth of a second at 64 kbit/s."""
_PATIENCE = 2.0
"""Seconds after which an answer is taken for lost."""


class Writer:
    """Writes control sequences in order, and frames when the line has room for one.

    While earlier bytes are still on their way to a terminal far off, no more frames are made; when
    they have been painted the newest screen is. A reader who holds a key down sees the last page
    soon after letting it go, not first all that were passed. A terminal that never answers gets its
    frames without waiting.

    Args:
        fileno: Where to write.
        encoding: In what.
        next_frame: Called in the writer's thread; returns what makes the terminal show the newest
            screen, empty when it does already.
    """

    def __init__(self, fileno: int, encoding: str, next_frame: Callable[[], str]) -> None:
        self._fileno = fileno
        self._encoding = encoding
        self._next_frame = next_frame
        self._waiting: deque[str | None] = deque()
        """Control sequences; None stands for a frame."""
        self._changed = Condition()
        self._on_the_way = 0
        """Characters of frames since those of the last answer."""
        self._asked_at: int | None = None
        """How many of them the open question is about."""
        self._asked_when = 0.0
        self.lag = 0.0
        """Seconds that the last answer took: way there and back, and what was before it."""
        self._answers = False
        self._is_stopping = False
        self._thread = Thread(target=self._run, name="terminal-output", daemon=True)
        self._thread.start()

    def control(self, sequence: str) -> None:
        """Write a control sequence after all that was asked for before."""
        self._add(sequence)

    def ask(self, sequence: str) -> None:
        """Write a control sequence that holds the question, and wait with frames for its answer."""
        with self._changed:
            self._asked_at = self._on_the_way = len(sequence)
            self._asked_when = monotonic()
        self._add(sequence)

    def frame(self) -> None:
        """Write the newest screen after all that was asked for before."""
        self._add(None)

    def answered(self) -> None:
        """Note that the terminal answered the question."""
        with self._changed:
            self._answers = True
            if self._asked_at is not None:
                self.lag = monotonic() - self._asked_when
            self._on_the_way -= self._asked_at or 0
            self._asked_at = None
            self._changed.notify_all()

    def settle(self) -> None:
        """Wait for the answer that is on its way, so that it does not end up in the shell."""
        with self._changed:
            self._changed.wait_for(self._is_settled, _PATIENCE if self._answers else 0.1)

    def stop(self) -> None:
        """Write all that was asked for, and end the thread."""
        with self._changed:
            self._is_stopping = True
            self._changed.notify_all()
        self._thread.join()

    def _add(self, item: str | None) -> None:
        with self._changed:
            if item is None and self._waiting and self._waiting[-1] is None:
                return
            self._waiting.append(item)
            self._changed.notify_all()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._is_stopping)
                if not self._waiting:
                    return
                item = self._waiting.popleft()
                if item is None:
                    self._wait_for_room()
            if data := self._asking(self._next_frame()) if item is None else item:
                self._write(data.encode(self._encoding, errors="replace"))

    def _wait_for_room(self) -> None:
        if self._answers and not self._changed.wait_for(self._has_room, _PATIENCE):
            self._answers = False
            self._on_the_way, self._asked_at = 0, None

    def _has_room(self) -> bool:
        return self._on_the_way < _WINDOW or self._asked_at is None or self._is_stopping

    def _is_settled(self) -> bool:
        return self._asked_at is None

    def _asking(self, frame: str) -> str:
        """Put the question after a frame when enough is on its way."""
        with self._changed:
            self._on_the_way += len(frame)
            if self._asked_at is not None or self._on_the_way < _ASK_AFTER or self._is_stopping:
                return frame
            self._asked_at, self._asked_when = self._on_the_way, monotonic()
            return frame + QUESTION

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[os.write(self._fileno, view) :]
            except OSError:
                return  # the terminal is gone; SIGHUP ends the program
