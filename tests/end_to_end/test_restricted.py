"""A session that strangers share: nothing is written, no program started, no line opened."""

from __future__ import annotations

import re
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal import Terminal, command

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STRACE = shutil.which("strace")
CALLS = (
    "openat,open,creat,execve,fork,vfork,socket,connect,bind,mkdir,mkdirat,"
    "rename,renameat,unlink,unlinkat,truncate,ftruncate,link,symlink"
)
TANTIVY = "/.tantivy-meta.lock"
"""tantivy opens this empty file to read its index, where the folder allows it."""


def drive(terminal: Terminal) -> None:
    """Press what writes elsewhere: read, star, note, copy, suspend, search, end."""
    terminal.wait("1/63")
    terminal.press("j", "\r")
    terminal.wait("03AMBRAH402  2003-06-02")
    terminal.press("s")
    terminal.wait("there is no notebook")
    terminal.press("y")
    terminal.wait("Not copied")
    terminal.press("\x1a")
    terminal.wait("cannot be suspended")
    terminal.press("\x1b")
    terminal.wait("2/63")
    terminal.press("/lemons")
    terminal.wait("lemons")
    terminal.wait(lambda: " cables" in terminal.lines[0] and "/63" not in terminal.lines[-1])
    terminal.press("\x1b")
    terminal.wait("2/63")
    terminal.press("Q")
    assert terminal.wait_end() == 0


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
def test_nothing_is_written_started_or_connected(samples: Path, tmp_path: Path) -> None:
    log = tmp_path / "calls"
    words = command("read", "--restricted", str(samples))
    traced = (STRACE or "", "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS}", *words)
    environment = {"TERM": "linux", "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    with Terminal(*traced, environment=environment) as terminal:
        drive(terminal)
    calls = [line.partition(" ")[2].strip() for line in log.read_text().splitlines()]
    assert len([call for call in calls if call.startswith("execve")]) == 1, "strace's own"
    assert any("archive.db" in call for call in calls), "strace saw what was read"
    forbidden = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|^(?!open|execve|\+\+\+|<)")
    told = [call for call in calls if forbidden.search(call) and TANTIVY not in call]
    assert [call for call in told if "/dev/tty" not in call and "/dev/null" not in call] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["calls"]


def test_the_environment_decides_nothing(start: Callable[..., Terminal], samples: Path) -> None:
    hostile = {"TEXTUAL_DRIVER": "no.such:Module", "TEXTUAL_LOG": "log", "XDG_STATE_HOME": "/x"}
    terminal = start("read", "--restricted", samples, environment=hostile)
    terminal.wait("1/63")
    terminal.press("Q")
    assert terminal.wait_end() == 0


@pytest.mark.parametrize("paths", [[], [__file__], [sys.prefix, sys.prefix]], ids=len)
def test_only_one_archive_is_opened(start: Callable[..., Terminal], paths: list[str]) -> None:
    terminal = start("read", "--restricted", *paths)
    assert terminal.wait_end() == 2
