"""Dashes that came out as a closing bracket: `the port ) closed ) was quiet`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from parser._model import RepairKind
from parser._working import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

_CANDIDATE: Final = re.compile(r"\)(?<=\s\))(?=\s)(?!\s{1,8}\))")
"""Blank on both sides, and not followed by another."""
_BRACKET: Final = re.compile(r"[()]")
_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n")


def mend_dashes(text: str, start: int) -> Sequence[Edit]:
    """Write a dash for a bracket that nothing opened and that is blank on both sides."""
    if not _CANDIDATE.search(text, start):
        return ()
    edits = []
    done = start
    depth = 0
    for candidate in _CANDIDATE.finditer(text, start):
        place = candidate.start()
        if _PARAGRAPH.search(text, done, place):
            done, depth = _last_break(text, done, place), 0
        for bracket in _BRACKET.finditer(text, done, place):
            depth = depth + 1 if bracket[0] == "(" else max(0, depth - 1)
        if depth:
            depth -= 1
        else:
            edits.append(Edit(place, place + 1, "-", RepairKind.DASH))
        done = place + 1
    return edits


def _last_break(text: str, start: int, end: int) -> int:
    """Return where the paragraph that holds `end` begins."""
    line = end
    while (line := text.rfind("\n", start, line)) >= 0:
        above = text.rfind("\n", start, line) + 1
        if above and not text[above:line].strip():
            return line
    return start
