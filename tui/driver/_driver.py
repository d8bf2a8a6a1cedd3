"""A driver for Textual that writes only the cells that changed.

Textual repaints whole regions and never compares with what is on the screen. This driver reads
what Textual writes into a grid of cells, compares it with the grid that the terminal shows, and
writes the difference. It replaces the output half of :class:`LinuxDriver`; keys
are read as Textual reads them.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from threading import RLock
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual._parser import ParseError
from textual.drivers.linux_driver import LinuxDriver
from textual.events import CursorPosition, Key, Resize
from typing_extensions import override

from tui.cells import (
    ALTERNATE,
    Grid,
    Pen,
    clear,
    keeps_tabs,
    paint,
    pen_for,
    repeats_at,
    trial,
)
from tui.keys import commands

from ._endings import end_on_signals
from ._keyboard import Keyboard
from ._writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App
    from textual.message import Message

    from tui.cells import Painted, Row

SYNC_START = "\x1b[?2026h"
SYNC_END = "\x1b[?2026l"

LINE_FEED = "ctrl+j"
"""What Enter has become where it was typed before the terminal was ours."""


_LOOKED_AT_EVERY = 0.1
"""Seconds after which the thread that reads keys looks whether it shall end."""

_CONTROL = re.compile(
    r"(?:\x1b\[[?<>=][0-9;]*\$?[a-z]"  # modes and queries
    r"|\x1b\](?:22|52);[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\)"  # pointer shape, clipboard
    r"|\x1bP(?:tmux;\x1b)?(?:\x1b\]52;c;)?[A-Za-z0-9+/=]*\x07?\x1b\\"  # through tmux, screen
    r"|\x07)+"
)
"""What Textual writes beside frames. Nothing else of that kind is let through."""


class CellDriver(LinuxDriver):
    """Writes only the cells that changed. Switched off by `driver = "textual"` in the settings."""

    IS_ASCII: ClassVar[bool] = False
    """The application writes nothing beyond ASCII of its own, and the driver shall not either."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # Textual writes to stderr too: stdout may be a file or a pipe.
        self._output = sys.__stderr__.fileno() if sys.__stderr__ else 2
        self._encoding = sys.__stderr__.encoding if sys.__stderr__ else "utf-8"
        self._lock = RLock()
        self._wanted = Grid(0, 0)
        self._shown: list[Row] | None = None
        """None when nothing is known of what the terminal shows."""
        self._pen = Pen(0, 0)
        self._cursor = (0, 0)
        """Where the program wanted the (hidden) cursor last: input methods, Braille lines, screen
        readers and magnifiers follow it."""
        self._is_drawing = False
        self._is_keeping = False
        """What was painted before stays, while the first screen is not finished."""
        self._is_testing = False
        self._repeats = ""
        """Which characters the terminal can repeat: it did when it was tested."""
        self._has_tabs = False
        """Its first tabulator stop was where it is meant to be."""
        self._is_synchronized = False
        self._writer: Writer | None = None
        self._painted: Painted | None = getattr(app, "painted", None)
        """What the terminal shows already, until it is taken over."""

    @override
    def write(self, data: str) -> None:
        """Take a frame into the grid; pass a control sequence on, after the frames before it."""
        if data in {SYNC_START, SYNC_END}:
            self._is_synchronized = True  # the terminal has it: frames are wrapped where written
        elif _CONTROL.fullmatch(data):
            is_done = self._painted is not None and data in ALTERNATE
            if self._writer and not is_done:
                self._writer.control(data)
        else:
            with self._lock:
                self._fit()
                self._wanted.write(data)

    @override
    def flush(self) -> None:
        """Show what was written, unless what stands there is better."""
        if self._writer and self._is_drawing and not self._is_keeping:
            self._writer.frame()

    def release(self) -> None:
        """Show what was written from now on, instead of what was painted before."""
        self._is_keeping = False
        self.flush()

    def repaint(self) -> None:
        """Show the whole screen again with the next frame, whatever the terminal shows now."""
        self._forget()
        self.flush()

    @property
    def lag(self) -> float:
        """Seconds that the terminal took to answer last: how slow the line is."""
        return self._writer.lag if self._writer else 0.0

    @override
    def start_application_mode(self) -> None:
        """Take the terminal; what it showed before is repainted when it comes back after a stop."""
        self._writer = Writer(self._output, self._encoding, self._frame)
        self._is_testing = True
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._watch_size()
        end_on_signals(self._app, self._loop)
        self._forget()
        if self._painted is not None:
            self._take_over(self._painted)
        else:
            self._writer.ask(trial(is_ascii=self.IS_ASCII))
        self._is_drawing = True
        if any(self._wanted.rows):
            self.flush()

    def _take_over(self, painted: Painted) -> None:
        """Go on from what the terminal shows, which stays until the first screen is whole."""
        self.attrs_before = painted.attributes
        painted.is_taken = True
        self._painted = None
        with self._lock:
            self._wanted = Grid(painted.pen.width, painted.pen.height)
            self._shown, self._pen = painted.rows, painted.pen
            self._learn()  # the answer to the trial may be here before this
        self._is_keeping = True

    @override
    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self._is_drawing = False
        if self._writer:
            self._writer.control("\x1b[m")
            self._writer.settle()
        super().stop_application_mode()

    @override
    def close(self) -> None:
        """End the writer when all is written."""
        super().close()
        if self._writer:
            self._writer.stop()
            self._writer = None

    @override
    def process_message(self, message: Message) -> None:
        """Take the answers to our own questions; the rest is for the program."""
        if isinstance(message, CursorPosition):
            self._answered(message.x)
            return
        if isinstance(message, Resize):
            self._forget()
        elif isinstance(message, Key) and message.key == LINE_FEED:
            message = Key("enter", "\r")
        super().process_message(message)

    @override
    def run_input_thread(self) -> None:
        """Read keys until told to stop, or until the terminal is gone.

        Unlike Textual's this lives through bytes that are no UTF-8, and does not spin at the end.
        """
        bound = {key for command in commands() for key in command.keys}
        parser = Keyboard(bound=bound, debug=self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with DefaultSelector() as selector, suppress(OSError, EOFError, ParseError):
            selector.register(self.fileno, EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_until_due(parser)):
                    data = os.read(self.fileno, 4096)
                    if not data:
                        return
                    self._process(parser.feed(decode(data)))
                self._process(parser.tick())
            self._process(parser.feed(""))

    def _answered(self, column: int) -> None:
        """Take an answer to the writer's question; the first one is about the test of repeating."""
        if self._is_testing:
            self._is_testing = False
            repeats = repeats_at(column)
            with self._lock:
                self._repeats = repeats or ""
                self._has_tabs = repeats is not None and keeps_tabs(self._output)
                self._learn()
        if self._writer:
            self._writer.answered()

    def _learn(self) -> None:
        """Tell the pen what the trial has shown of the terminal."""
        self._pen.repeats, self._pen.has_tabs = self._repeats, self._has_tabs

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _watch_size(self) -> None:
        """Forget what the terminal shows when the kernel tells of another size."""
        follow = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, stack: Any) -> None:
            self._forget()
            if callable(follow):
                follow(number, stack)

        signal.signal(signal.SIGWINCH, resized)

    def _forget(self) -> None:
        with self._lock:
            self._shown = None

    def _fit(self) -> None:
        """Give the grid the size that Textual draws for."""
        width, height = self._app.size
        if (width, height) != (self._wanted.width, self._wanted.height):
            self._wanted = Grid(width, height)
            self._pen = pen_for(self._output, width, height)
            self._learn()
            self._forget()

    def _frame(self) -> str:
        """Return what makes the terminal show what is wanted. Called by the writer's thread."""
        with self._lock:
            if not self._is_drawing:
                return ""
            wanted = [row.copy() for row in self._wanted.rows]
            shown, self._shown = self._shown, wanted
            pen = self._pen
            text = ""
            if shown is None:
                text, shown = clear(wanted, pen)
            text += paint(shown, wanted, pen, last=self._wanted.cursor[1])
            if text or self._wanted.cursor != self._cursor:
                self._cursor = self._wanted.cursor
                text += pen.move(*self._cursor)
        if text and self._is_synchronized:
            return f"{SYNC_START}{text}{SYNC_END}"
        return text


def _until_due(parser: Keyboard) -> float:
    """Return how many seconds the keyboard may be waited for: an Esc alone is told by time."""
    due = parser._timeout_time  # noqa: SLF001 - Textual's own thread waits a tenth of a second
    return _LOOKED_AT_EVERY if due is None else min(max(due - monotonic(), 0.0), _LOOKED_AT_EVERY)


class AsciiCellDriver(CellDriver):
    """The same for an application that draws with ASCII alone."""

    IS_ASCII = True
