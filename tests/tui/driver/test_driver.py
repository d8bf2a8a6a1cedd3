"""The driver under a running program: the emulator shows what it shows under Textual's own."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.emulators import ColourEraser, PlainEraser
from tests.terminal import Terminal

PROGRAM = Path(__file__).with_name("program.py")
TERMS = ["xterm-256color", "xterm", "linux", "screen", "tmux-256color"]


class OtherStops(ColourEraser):
    """A terminal whose tabulator stops were moved, as `tabs -4` does."""

    def reset(self) -> None:
        super().reset()
        self.tabstops = set(range(4, self.columns, 4))


def program(driver: str, **options: object) -> Terminal:
    return Terminal(sys.executable, PROGRAM, driver, **options)  # type: ignore[arg-type]


def settle(ours: Terminal, theirs: Terminal, status: str) -> None:
    """Wait until both have done what was typed, and show the same."""
    for terminal in (ours, theirs):
        terminal.wait(status)
    for _ in range(200):
        if ours.cells() == theirs.cells():
            return
        for terminal in (ours, theirs):
            terminal.read_some()
    assert ours.text == theirs.text
    assert ours.cells() == theirs.cells()


@pytest.mark.parametrize("term", TERMS)
def test_shows_what_textual_shows(term: str) -> None:
    options = {
        "environment": {"TERM": term},
        "screen": PlainEraser if term.startswith(("screen", "tmux")) else ColourEraser,
    }
    with program("cells", **options) as ours, program("textual", **options) as theirs:
        settle(ours, theirs, "ready")
        line = 0
        for key, by in [("j", 1), ("j", 1), ("d", 11), ("k", -1), ("G", 900), ("u", -11)]:
            line += by
            for terminal in (ours, theirs):
                terminal.press(key)
            settle(ours, theirs, f"line {line}\n")
        for status in ("turned off", "turned on"):
            for terminal in (ours, theirs):
                terminal.press("t")
            settle(ours, theirs, status)
        assert len(ours.raw) < len(theirs.raw) / 3


def test_tabulator_stops_that_were_moved_are_not_used() -> None:
    options = {"screen": OtherStops}
    with program("cells", **options) as ours, program("textual", **options) as theirs:
        settle(ours, theirs, "ready")
        for terminal in (ours, theirs):
            terminal.press("d", "t")
        settle(ours, theirs, "turned off")
        assert ours.raw.count(b"\t") == 1, "the test alone"


def test_shows_what_textual_shows_after_a_change_of_size() -> None:
    with program("cells") as ours, program("textual") as theirs:
        settle(ours, theirs, "ready")
        for line, size in enumerate([(60, 15), (100, 30), (9, 4), (80, 24)], 1):
            for terminal in (ours, theirs):
                terminal.resize(*size)
                terminal.press("j")
            settle(ours, theirs, f"line {line}\n")


def test_repaints_after_it_was_stopped() -> None:
    with program("cells") as terminal, program("textual") as theirs:
        settle(terminal, theirs, "ready")
        for other in (terminal, theirs):
            other.press("d")
        settle(terminal, theirs, "line 11\n")
        terminal.press("z")
        os.waitid(os.P_PID, terminal.child.pid, os.WSTOPPED | os.WNOWAIT)
        terminal.wait(lambda: b"\x1b[?1049l" in terminal.raw)
        terminal.screen.reset()
        terminal.signal(signal.SIGCONT)
        settle(terminal, theirs, "line 11\n")


def test_gives_the_terminal_back() -> None:
    with program("cells") as terminal:
        terminal.wait("ready")
        terminal.press("q")
        assert terminal.wait_end() == 7
        for mode in ("1049", "2004", "1004"):
            assert terminal.raw.rfind(f"\x1b[?{mode}l".encode()) > terminal.raw.rfind(
                f"\x1b[?{mode}h".encode()
            )
        assert terminal.raw.rfind(b"\x1b[?25h") > terminal.raw.rfind(b"\x1b[?25l")
        assert b"\x1b[m\x1b[?2004l" in terminal.raw, "the style is reset before the end"


@pytest.mark.parametrize(
    ("number", "status"),
    [
        pytest.param(signal.SIGTERM, 143, id="told to end"),
        pytest.param(signal.SIGHUP, 129, id="line cut"),
    ],
)
def test_ends_when_told_to(number: signal.Signals, status: int) -> None:
    with program("cells") as terminal:
        terminal.wait("ready")
        terminal.signal(number)
        assert terminal.wait_end() == status
        assert b"\x1b[?1049l" in terminal.raw


def test_leaves_no_process_behind_when_the_terminal_is_gone() -> None:
    with program("cells") as terminal:
        terminal.wait("ready")
        assert terminal.hang_up() == 129


def test_lives_through_bytes_that_are_no_text() -> None:
    with program("cells") as terminal:
        terminal.wait("ready")
        terminal.child.send(b"\xff\xe9\xc3")
        terminal.press("j", "d")
        terminal.wait("line 12\n")
