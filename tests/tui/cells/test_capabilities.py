"""What a terminal's answer to the trial tells of it, and what its line does: `_capabilities.py`."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
from typing import TYPE_CHECKING

import pytest

from tests.emulators import ColourEraser, PlainEraser, RepeatingStream
from tui.cells import QUESTION, repeats_at, trial
from tui.cells._capabilities import adds_returns, keeps_tabs

if TYPE_CHECKING:
    from collections.abc import Iterator


class Never(PlainEraser):
    """A terminal that repeats nothing."""

    def repeat_last(self, count: int | None = None) -> None:
        pass


class PlainOnly(PlainEraser):
    """A terminal that repeats ASCII alone, as some do with bytes."""

    def repeat_last(self, count: int | None = None) -> None:
        if self.last.isascii():
            super().repeat_last(count)


class OtherStops(ColourEraser):
    """A terminal whose tabulator stops were moved."""

    def reset(self) -> None:
        super().reset()
        self.tabstops = set(range(4, self.columns, 4))


@pytest.mark.parametrize(
    ("terminal", "is_ascii", "repeats"),
    [
        pytest.param(ColourEraser, False, ".", id="whatever there is"),
        pytest.param(ColourEraser, True, "[ -~]", id="nothing else was tried"),
        pytest.param(PlainOnly, False, "[ -~]", id="ASCII alone"),
        pytest.param(PlainOnly, True, "[ -~]", id="ASCII alone, and alone tried"),
        pytest.param(Never, False, "", id="nothing"),
        pytest.param(Never, True, "", id="nothing, in ASCII"),
        pytest.param(OtherStops, False, None, id="other stops"),
        pytest.param(OtherStops, True, None, id="other stops, in ASCII"),
    ],
)
def test_what_a_terminal_repeats(
    terminal: type[PlainEraser], repeats: str | None, *, is_ascii: bool
) -> None:
    screen = terminal(80, 3)
    stream = RepeatingStream(screen)
    before, after = trial(is_ascii=is_ascii).split(QUESTION)
    assert before.isascii() == is_ascii
    stream.feed("left by the shell\r" + before)
    assert repeats_at(screen.cursor.x) == repeats
    stream.feed(after)
    assert screen.display == [" " * 80] * 3
    assert (screen.cursor.x, screen.cursor.y) == (0, 0)


@pytest.fixture
def line() -> Iterator[int]:
    ours, theirs = pty.openpty()
    yield theirs
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize(
    ("on", "off", "returns"),
    [
        pytest.param(termios.OPOST | termios.ONLCR, 0, True, id="both"),
        pytest.param(termios.ONLCR, termios.OPOST, False, id="nothing is worked on"),
        pytest.param(termios.OPOST, termios.ONLCR, False, id="line feeds are left alone"),
    ],
)
def test_whether_a_line_adds_returns(line: int, on: int, off: int, *, returns: bool) -> None:
    attributes = termios.tcgetattr(line)
    attributes[1] = (attributes[1] | on) & ~off
    termios.tcsetattr(line, termios.TCSANOW, attributes)
    assert adds_returns(line) == returns


@pytest.mark.skipif(not hasattr(termios, "XTABS"), reason="this Python does not know its name")
@pytest.mark.parametrize("keeps", [True, False])
def test_whether_a_line_keeps_tabulators(line: int, *, keeps: bool) -> None:
    attributes = termios.tcgetattr(line)
    attributes[1] = attributes[1] & ~termios.XTABS | (0 if keeps else termios.XTABS)
    termios.tcsetattr(line, termios.TCSANOW, attributes)
    assert keeps_tabs(line) == keeps


def test_what_is_no_terminal_does_neither() -> None:
    with open(os.devnull, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor is needed
        assert not adds_returns(file.fileno())
        assert not keeps_tabs(file.fileno())


ASK = "from tui.cells._capabilities import erases_with_colour as e; print(e())"


@pytest.mark.parametrize(
    ("term", "erases"),
    [("xterm-256color", True), ("vt100", False), ("", False), ("no-such-terminal", False)],
)
def test_whether_erasing_takes_the_background(term: str, *, erases: bool) -> None:
    # curses looks at one terminal only in the life of a process
    answer = subprocess.check_output(
        [sys.executable, "-c", ASK], env={**os.environ, "TERM": term}, text=True
    )
    assert answer.strip() == str(erases)
