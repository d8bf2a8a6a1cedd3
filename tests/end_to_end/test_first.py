"""The first list, painted before Textual is there: the reader then finds its screen done."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive import Notebook
from tests.terminal import Terminal
from tui.settings import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

SUBJECT = "FESTIVAL"
"""In the fourth row, whose cable is not shown beside the list; every list is wide enough for it."""

UNTIL = """
import sys, time
from pathlib import Path
from archive import Archive
from tui.first import first_screen
from tui.personal import Personal
from tui.settings import Settings
archive = Archive.open(Path(sys.argv[1]))
with first_screen(archive, Personal(None), Settings()):
    {what}
print("the end")
"""

SLOWLY = """
import sys, time
clock = time.monotonic
time.monotonic = lambda: 100 * clock()
from tui.commands import run
sys.exit(run(sys.argv[1:]))
"""
"""The command, on a machine that takes a hundred times as long."""


def is_ready(terminal: Terminal) -> bool:
    """Whether the reader is there: keys are asked for by Textual alone."""
    return b"\x1b[?2004h" in terminal.raw and b"\x1b[?2026$p" in terminal.raw


def list_written_by(terminal: Terminal) -> bytes:
    """Wait for the list and for the reader, and for all that it writes by itself."""
    terminal.wait(SUBJECT)
    terminal.wait(lambda: is_ready(terminal))
    terminal.press("j")
    terminal.wait(" 2/63")
    return terminal.raw


@pytest.mark.parametrize(
    ("theme", "size"),
    [
        *((theme, (80, 24)) for theme in THEMES),
        *((THEMES[0], size) for size in [(120, 40), (200, 60), (40, 10)]),
    ],
)
def test_nothing_of_the_list_is_written_twice(
    theme: str, size: tuple[int, int], start: Callable[..., Terminal], samples: Path
) -> None:
    terminal = start(samples, "--theme", theme, size=size)
    raw = list_written_by(terminal)
    assert raw.count(SUBJECT.encode()) == 1
    assert raw.index(SUBJECT.encode()) < raw.index(b"\x1b[?2004h"), "it is there before Textual"
    assert raw.count(b"\x1b[?1049h") == 1, "one change to the other screen, which clears it"


def test_nor_on_a_machine_that_is_slow(samples: Path, home: dict[str, str]) -> None:
    with Terminal(sys.executable, "-c", SLOWLY, str(samples), environment=home) as terminal:
        assert list_written_by(terminal).count(SUBJECT.encode()) == 1


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        pytest.param({"NO_COLOR": "1"}, (), id="no colours"),
        pytest.param({"TERM": "linux"}, (), id="eight colours"),
        pytest.param({"LANG": "C"}, (), id="a locale without Unicode"),
        pytest.param({}, ("--ascii",), id="ascii"),
    ],
)
def test_it_looks_as_the_reader_does(
    environment: dict[str, str],
    words: tuple[str, ...],
    start: Callable[..., Terminal],
    samples: Path,
) -> None:
    terminal = start(samples, *words, environment=environment)
    assert list_written_by(terminal).count(SUBJECT.encode()) == 1


def test_it_comes_back_to_the_cable_that_was_left(
    start: Callable[..., Terminal], samples: Path
) -> None:
    terminal = start(samples)
    terminal.wait(SUBJECT)
    terminal.press("G", "k", "r", "q")
    assert terminal.wait_end() == 0
    terminal = start(samples)
    terminal.wait("62/63")
    terminal.wait(lambda: is_ready(terminal))
    terminal.press("j")
    terminal.wait("63/63")
    assert terminal.raw.count(b"62/63") == 1
    assert SUBJECT not in terminal.text


def test_a_list_found_by_a_query_is_there_at_once_too(
    start: Callable[..., Terminal], samples: Path
) -> None:
    terminal = start(samples)
    terminal.wait(SUBJECT)
    terminal.press("/lemons\t")
    terminal.wait("1/12")
    terminal.press("Q")
    assert terminal.wait_end() == 0
    terminal = start(samples)
    terminal.wait("HARBORMASTER")
    assert 'paragraphs with "lemons' in terminal.text
    terminal.wait(lambda: is_ready(terminal))
    terminal.press("j")
    terminal.wait("2/12")
    assert terminal.raw.index(b"HARBORMASTER") < terminal.raw.index(b"\x1b[?2004h")
    assert terminal.raw.count(b"HARBORMASTER") == 1


def test_another_size_before_the_reader_is_there(
    start: Callable[..., Terminal], samples: Path
) -> None:
    terminal = start(samples)
    terminal.wait(SUBJECT)
    terminal.resize(60, 12)
    terminal.wait(lambda: is_ready(terminal))
    terminal.press("j")
    terminal.wait(" 2/63")
    other = start(samples, size=(60, 12))
    other.wait(SUBJECT)
    other.press("j")
    other.wait(" 2/63")
    terminal.rest()
    other.rest()
    assert terminal.cells() == other.cells()


@pytest.mark.parametrize(
    ("what", "status", "said"),
    [
        pytest.param("pass", 0, "the end", id="nothing took it"),
        pytest.param("raise ValueError('no reader')", 1, "no reader", id="an error"),
        pytest.param("sys.stdout.flush(); time.sleep(60)", 143, "", id="told to end"),
    ],
)
def test_the_terminal_is_given_back_where_no_reader_comes(
    what: str, status: int, said: str, samples: Path
) -> None:
    code = UNTIL.format(what=what)
    with Terminal(sys.executable, "-c", code, str(samples)) as terminal:
        before = terminal.child.getecho()
        terminal.wait(lambda: SUBJECT.encode() in terminal.raw)
        if status == 143:
            terminal.signal(signal.SIGTERM)
        assert terminal.wait_end() == status
        assert before
        assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.index(SUBJECT.encode())
        assert b"\x1b[?25h" in terminal.raw
        assert said in terminal.text
        assert terminal.child.getecho(), "keys are shown again"


def test_a_small_terminal_waits_for_the_reader(
    start: Callable[..., Terminal], samples: Path
) -> None:
    terminal = start(samples, size=(12, 3))
    terminal.wait(lambda: is_ready(terminal))
    assert b"\x1b[?2004h" in terminal.raw
    assert b"\x1b[2J" not in terminal.raw[: terminal.raw.index(b"\x1b[?2004h")]


def test_read_and_starred_cables_are_marked(
    start: Callable[..., Terminal], samples: Path, home: dict[str, str]
) -> None:
    state = Path(home["XDG_STATE_HOME"]) / "cablegram"
    state.mkdir(parents=True, mode=0o700)
    with Notebook.open(state / "notebook.db") as notebook:
        notebook.set_star("03HALVGARD188", None)
    terminal = start(samples)
    raw = list_written_by(terminal)
    assert raw.count(SUBJECT.encode()) == 1
    assert "★" in terminal.lines[1]
