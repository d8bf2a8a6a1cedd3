"""The last lines of a text, in which its tail is looked for."""

from __future__ import annotations

from typing import NamedTuple

from parser._body.chunks import RULE_MARKS


class Line(NamedTuple):
    """A line that is not blank, without the white space around it; positions in the whole text."""

    start: int
    end: int
    text: str
    is_apart: bool
    """A blank line or a row of dashes stands above it, or nothing that was looked at."""


def last_lines(text: str, start: int, window: int) -> list[Line]:
    """Give the lines at the end that are not blank."""
    low = max(start, len(text) - window)
    if low > start:
        low = (text.find("\n", low) + 1) or (text.rfind("\n", start) + 1) or start
    lines = []
    is_apart = True
    position = low
    for raw in text[low:].split("\n"):
        line = raw.strip()
        if line:
            begin = position + raw.index(line[0])
            lines.append(Line(begin, begin + len(line), line, is_apart))
        is_apart = not line.strip(f"{RULE_MARKS}. ")
        position += len(raw) + 1
    return lines
