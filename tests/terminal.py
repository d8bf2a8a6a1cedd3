"""A real program in a pseudo-terminal, and the screen that a user would see."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Self

import pexpect

from tests.emulators import Cell, ColourEraser, RepeatingByteStream, cells_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pyte

PATIENCE = 60.0
"""Seconds until what was waited for is missing; a loaded machine is slow, a hung test is not."""

_KEPT_OUT = ("COLORTERM", "NO_COLOR", "COLUMNS", "LINES", "LC_ALL", "CABLEGRAM_ARCHIVE")


class Terminal:
    """Runs a command and shows its screen; a context manager that leaves nothing running."""

    def __init__(
        self,
        *command: str | os.PathLike[str],
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
        screen: type[pyte.Screen] = ColourEraser,
    ) -> None:
        kept = {name: value for name, value in os.environ.items() if name not in _KEPT_OUT}
        settled = {"TERM": "xterm-256color", "LANG": "C.UTF-8", **(environment or {})}
        self.screen = screen(*size)
        self._stream = RepeatingByteStream(self.screen)
        self.raw = b""
        """Everything the program wrote."""
        self.child = pexpect.spawn(
            os.fspath(command[0]),
            [os.fspath(word) for word in command[1:]],
            dimensions=(size[1], size[0]),
            env={**kept, **settled},
            timeout=PATIENCE,
        )
        self.screen.write_process_input = self.child.send  # it answers what a terminal is asked

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        if self.child.isalive():  # `close` gives up where it does not end in a tenth of a second
            self.child.kill(signal.SIGKILL)
            self.child.wait()
        self.child.close()

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    def cells(self) -> list[list[Cell]]:
        """What can be seen of each cell."""
        return cells_of(self.screen)

    def press(self, *keys: str) -> None:
        """Type keys, without waiting for what they do."""
        for key in keys:
            self.child.send(key)

    def wait(self, done: str | Callable[[], object], patience: float = PATIENCE) -> None:
        """Read until a text is on the screen, or a condition holds."""
        end = time.monotonic() + patience
        while not (done in self.text if isinstance(done, str) else done()):
            if time.monotonic() > end or not self.read_some(end - time.monotonic()):
                raise AssertionError(f"waited for {done!r} in vain; the screen is\n{self.text}")

    def rest(self) -> None:
        """Read until nothing comes any more, after the last thing that was waited for."""
        quiet = 0
        while quiet < 5:
            before = len(self.raw)
            if not self.read_some(0.1):
                return
            quiet = quiet + 1 if len(self.raw) == before else 0

    def wait_gone(self, text: str) -> None:
        """Read until a text is no more on the screen."""
        self.wait(lambda: text not in self.text)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and tell the program."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def wait_end(self) -> int:
        """Read until the program ends; return its exit status, negative after a signal."""
        end = time.monotonic() + PATIENCE
        while self.read_some():
            assert time.monotonic() < end, f"the program does not end; the screen is\n{self.text}"
        self.child.wait()
        if self.child.signalstatus is not None:
            return -int(self.child.signalstatus)
        return int(self.child.exitstatus or 0)

    def hang_up(self) -> int:
        """Take the terminal away; return the program's exit status."""
        process = self.child.ptyproc
        process.fileobj.close()
        process.closed = True
        _, status = os.waitpid(self.child.pid, 0)
        process.terminated = True
        return os.waitstatus_to_exitcode(status)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.child.kill(number)

    def read_some(self, patience: float = 0.05) -> bool:
        """Read what there is; False at the end of the program's output."""
        try:
            data = self.child.read_nonblocking(65536, max(patience, 0.01))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True


def command(*words: str) -> Sequence[str]:
    """Return the command line that runs `cablegram` with some words."""
    return (sys.executable, "-m", "tui", *words)
