"""What reaches the clipboard through which terminal, and the file where nothing does."""

from __future__ import annotations

import re
import stat
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

import pytest

from tui import clipboard
from tui.driver._driver import _CONTROL

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "\x1b]52;c;" + b64encode(b"09MEXICO1055").decode() + "\x07"
WRAPPED = f"\x1bPtmux;\x1b{PLAIN}\x1b\\"
IN_SCREEN = f"\x1bP{PLAIN}\x1b\\"


@pytest.mark.parametrize(
    ("environment", "written"),
    [
        pytest.param({"TERM": "xterm-256color"}, PLAIN, id="terminal"),
        pytest.param(
            {"TERM": "screen-256color", "TMUX": "default,1,0"}, PLAIN + WRAPPED, id="tmux"
        ),
        pytest.param({"TERM": "tmux-256color"}, PLAIN + WRAPPED, id="tmux, over SSH"),
        pytest.param({"TERM": "screen", "STY": "1.pts"}, IN_SCREEN, id="screen"),
        pytest.param({"TERM": "screen"}, PLAIN + IN_SCREEN, id="either, over SSH"),
        pytest.param({"TERM": "linux"}, None, id="console"),
        pytest.param({"TERM": "vt220"}, None, id="vt220"),
    ],
)
def test_each_terminal_gets_what_it_takes(environment: dict[str, str], written: str | None) -> None:
    assert clipboard.sequence("09MEXICO1055", environment) == written
    assert written is None or _CONTROL.fullmatch(written), "the driver lets it through"


@pytest.mark.parametrize("text", ["é" * 5000, "a" * clipboard.LARGEST], ids=["words", "largest"])
def test_screen_gets_short_strings(text: str) -> None:
    written = clipboard.sequence(text, {"TERM": "screen", "STY": "1"})
    assert written is not None
    assert _CONTROL.fullmatch(written)
    strings = re.findall(r"\x1bP((?:\x1b\])?[^\x1b]*)\x1b\\", written)
    assert max(map(len, strings)) < 768
    assert b64decode("".join(strings)[len("\x1b]52;c;") : -1]).decode() == text


def test_what_is_too_large_is_not_sent() -> None:
    assert clipboard.sequence("a" * (clipboard.LARGEST + 1), {"TERM": "xterm"}) is None


def test_the_file_is_named_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert clipboard.short(tmp_path / "a/b") == "~/a/b"
    assert clipboard.short(tmp_path.parent) == str(tmp_path.parent)


def test_the_file_is_for_this_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    clipboard.path().parent.mkdir()
    clipboard.path().write_text("what was copied before, and longer")
    file = clipboard.keep("¶3")
    assert file.read_text(encoding="utf-8") == "¶3"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
