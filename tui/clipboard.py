"""The user's clipboard, reached through the terminal (OSC 52), or a file in its place.

Nothing is known of whether a terminal takes what it is sent: most do; the Linux console prints it.
"""

from __future__ import annotations

import os
from base64 import b64encode
from typing import TYPE_CHECKING, Final

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LARGEST: Final = 74_994
"""Bytes of text that are sent at most: as base64 just below 100,000, where xterm stops reading."""
_CHUNK: Final = 512
"""Characters in one string for screen, which holds 768."""
_WITHOUT: Final = ("linux", "vt", "cons", "ansi", "sun", "wy")
"""Beginnings of the names of terminals that have no clipboard."""


def sequence(text: str, environment: Mapping[str, str]) -> str | None:
    """Return what puts a text on the clipboard of this terminal; None where nothing does.

    tmux takes the plain sequence where `set-clipboard` is on, and hands a wrapped one to the
    terminal around it where `allow-passthrough` is on; it is sent both. screen hands on what comes
    in short strings, and prints what is too long for it. Over SSH either may be called `screen`.
    """
    data = text.encode("utf-8", errors="replace")
    term = environment.get("TERM", "")
    if len(data) > LARGEST or term.startswith(_WITHOUT):
        return None
    plain = f"\x1b]52;c;{b64encode(data).decode()}\x07"
    if _is_tmux(environment):
        return f"{plain}\x1bPtmux;\x1b{plain}\x1b\\"
    if is_handed_on(environment):
        chunks = (plain[start : start + _CHUNK] for start in range(0, len(plain), _CHUNK))
        is_tmux = "STY" not in environment and len(plain) <= _CHUNK  # perhaps
        return plain * is_tmux + "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)
    return plain


def _is_tmux(environment: Mapping[str, str]) -> bool:
    return "TMUX" in environment or environment.get("TERM", "").startswith("tmux")


def is_handed_on(environment: Mapping[str, str]) -> bool:
    """Say whether tmux or screen stands before the terminal: as they come, neither hands on much.

    tmux takes what a program copies only where it is told to, and so do terminals around screen.
    """
    is_screen = "STY" in environment or environment.get("TERM", "").startswith("screen")
    return is_screen or _is_tmux(environment)


def path() -> Path:
    """Return the file that stands in for a clipboard."""
    return platformdirs.user_state_path("cablegram") / "copied.txt"


def short(file: Path) -> str:
    """Write a path as short as it can be typed, `~` for the user's home."""
    home = file.home()
    return f"~/{file.relative_to(home)}" if file.is_relative_to(home) else str(file)


def keep(text: str) -> Path:
    """Write a text to the file in place of what was there, for this user alone; return the file.

    Raises:
        OSError: it cannot be written.
    """
    file = path()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
    with os.fdopen(os.open(file, flags, 0o600), "w", encoding="utf-8", errors="replace") as out:
        os.fchmod(out.fileno(), 0o600)
        out.write(text)
    return file
