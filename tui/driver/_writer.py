"""The thread that writes to the terminal, so that a slow line never holds up the reader."""

from __future__ import annotations

import os
from collections import deque
from threading import Condition, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Writer:
    """Writes control sequences in order, and frames when the line has room for one.

    While the terminal still takes an earlier frame, later ones are not queued: when it is ready it
    gets the newest. A reader who holds a key down sees the last page at once, not all that were
    passed.

    Args:
        fileno: Where to write.
        next_frame: Called in the writer's thread; returns what makes the terminal show the newest
            screen, empty when it does already.
    """

    def __init__(self, fileno: int, next_frame: Callable[[], str]) -> None:
        self._fileno = fileno
        self._next_frame = next_frame
        self._waiting: deque[str | None] = deque()
        """Control sequences; None stands for a frame."""
        self._changed = Condition()
        self._is_busy = False
        self._is_stopping = False
        self._thread = Thread(target=self._run, name="terminal-output", daemon=True)
        self._thread.start()

    def control(self, sequence: str) -> None:
        """Write a control sequence after all that was asked for before."""
        self._add(sequence)

    def frame(self) -> None:
        """Write the newest screen after all that was asked for before."""
        self._add(None)

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
            if data := self._next_frame() if item is None else item:
                self._write(data.encode(errors="replace"))

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[os.write(self._fileno, view) :]
            except OSError:
                return  # the terminal is gone; SIGHUP ends the program
