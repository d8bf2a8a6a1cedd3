"""The way out for plain commands: nothing reaches the terminal that was not made safe.

Text from a cable, a file name, a command line or an error may hold control characters that would
drive the terminal. Everything printed passes :func:`parser.clean` (a block) or
:func:`parser.clean_line` (one line) here; JSON keeps the characters and escapes them.
"""

from __future__ import annotations

import json
import os
import re
import sys
from typing import TYPE_CHECKING, Any

from parser import clean, clean_line

if TYPE_CHECKING:
    from typing import TextIO

    from tui.drawing.line import Line

UNSAFE = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # controls, C0 and C1, but for the line feed
    "\xad\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u2069\u3164"
    "\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f"
    "]"
)
"""Characters that a terminal obeys, hides or reorders by, or that it cannot be sent."""

_LOOKS = {"match": "1;7", "strong": "1", "heading": "1", "dim": "2", "label": "2"}
"""Style of a role where colour is wanted: attributes alone, which every terminal has."""


def print_block(text: str, file: TextIO | None = None) -> None:
    """Print a text of several lines."""
    print(clean(text), file=file or sys.stdout)


def print_line(text: str, file: TextIO | None = None) -> None:
    """Print one line, whatever the text holds."""
    print(clean_line(text), file=file or sys.stdout)


def print_error(message: str) -> None:
    """Print one sentence about what went wrong."""
    print_line(f"cablegram: {message}", sys.stderr)


def print_drawn(line: Line) -> None:
    """Print a drawn line; what matched is marked by its look, or with `«»` where there is none."""
    has_looks = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    print("".join(_piece(*piece[:2], has_looks=has_looks) for piece in line).rstrip())  # noqa: T201


def print_json(value: Any, *, indent: int | None = None) -> None:
    """Print a value as JSON: exact, and with every unsafe character escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    print(UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text))  # noqa: T201


def _piece(text: str, role: str, *, has_looks: bool) -> str:
    safe = clean_line(text)
    if has_looks:
        return f"\x1b[{_LOOKS[role]}m{safe}\x1b[m" if role in _LOOKS else safe
    return f"«{safe}»" if role == "match" else safe
