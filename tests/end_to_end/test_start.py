"""The first moments: what is on the screen, and keys that come before the reader."""

from __future__ import annotations

import re
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.settings import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.terminal import Terminal


def test_keys_typed_before_the_reader_is_there_are_kept(
    start: Callable[..., Terminal], samples: Path
) -> None:
    terminal = start(samples)
    terminal.press("/lemons\rJ")
    terminal.wait("08LANTERNA77  2008-02-04")
    terminal.press("Q")
    assert terminal.wait_end() == 0


@pytest.mark.parametrize("delay", range(0, 600, 50))
def test_it_ends_at_any_moment_of_the_start(
    delay: int, start: Callable[..., Terminal], samples: Path, home: dict[str, str]
) -> None:
    terminal = start(samples)
    terminal.wait("/63")
    end = time.monotonic() + delay / 1000
    while time.monotonic() < end:
        terminal.read_some(0.01)
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_end() == 143
    assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"/63")
    assert terminal.raw.rindex(b"\x1b[?25h") > terminal.raw.rindex(b"\x1b[?25l")
    assert terminal.child.getecho(), "keys are shown again"
    assert not list(Path(home["XDG_STATE_HOME"]).rglob("*.log")), "that is no error"


@pytest.mark.parametrize("theme", THEMES)
def test_without_colours_none_is_written(
    theme: str, start: Callable[..., Terminal], samples: Path
) -> None:
    terminal = start(samples, "--theme", theme, environment={"NO_COLOR": "1"})
    terminal.wait("/63")
    terminal.press("\r")
    terminal.wait("¶1/4")
    terminal.press("Q")
    assert terminal.wait_end() == 0
    styles = re.findall(rb"\x1b\[([0-9;]*)m", terminal.raw)
    written = {part for style in styles for part in style.split(b";")}
    assert written <= {b"", b"0", b"1", b"4", b"7", b"22", b"24", b"27", b"39", b"49"}
