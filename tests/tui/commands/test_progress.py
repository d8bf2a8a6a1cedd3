"""The bar that long work draws on a terminal: `_progress.py`."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest

from tui.commands import _progress
from tui.commands._progress import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal(io.StringIO):
    """Standard error on a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Callable[[Step], str]:
    """Return what stands on the terminal at the end of some work, without its colours."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")

    def draw(*steps: Step) -> str:
        terminal = Terminal()
        monkeypatch.setattr("sys.stderr", terminal)
        assert _progress.last(iter(steps), lambda step: step) is steps[-1]
        return _SEQUENCE.sub("", terminal.getvalue())

    return draw


@pytest.mark.parametrize(
    ("step", "shown"),
    [
        pytest.param(Step(3, 4, 12345), "   12,345 cables", id="cables"),
        pytest.param(Step(3, 4, 0), " 75% ", id="how far"),
        pytest.param(Step(4, 4, 1), "100% ", id="done"),
        pytest.param(Step(3, None, 7), "        7 cables", id="an end that is not known"),
        pytest.param(Step(1, 4, 0, "cables.csv"), " cables.csv", id="what is read"),
        pytest.param(Step(1, 4, 0, "[red]a[/red]"), " [red]a[/red]", id="markup is text"),
        pytest.param(Step(1, 4, 0, "a\x1b]0;b\x07c\nd"), " a", id="control characters are none"),
        pytest.param(Step(1, 4, 0, "x" * 31), " " + "x" * 30, id="a long name is cut"),
    ],
)
def test_what_the_bar_shows(drawn: Callable[..., str], step: Step, shown: str) -> None:
    text = drawn(step)
    assert shown in text
    assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", text)
    assert "x" * 31 not in text


def test_the_last_moment_is_what_is_left(drawn: Callable[..., str]) -> None:
    text = drawn(Step(0, 2, 0, "first"), Step(2, 2, 5, "second"))
    assert "        5 cables" in text
    assert "second" in text


def test_what_is_no_terminal_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    assert _progress.last(iter([Step(1, 2, 3), Step(2, 2, 3)]), lambda step: step).done == 2
    assert stream.getvalue() == ""


def test_a_terminal_is_given_back_when_the_work_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")

    def broken() -> Iterator[Step]:
        yield Step(1, 2, 3)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _progress.last(broken(), lambda step: step)
    assert terminal.getvalue().rfind("\x1b[?25h") > terminal.getvalue().rfind("\x1b[?25l") >= 0
