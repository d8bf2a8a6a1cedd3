"""The second net: whatever is drawn, no character that a terminal obeys or hides gets through.

The first is :func:`parser.clean_line` where text enters a pane. This one is for the day on which
somebody forgets it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import get_character_cell_size
from rich.segment import Segment
from textual.filter import LineFilter
from typing_extensions import override

from tui.safety import UNSAFE

if TYPE_CHECKING:
    import re

    from textual.color import Color


class SafetyNet(LineFilter):
    """Blanks unsafe characters in every line of every widget; what follows keeps its column."""

    @override
    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment
            if text.isascii() and text.isprintable()
            else Segment(UNSAFE.sub(_blank, text).replace("\n", ""), style, control)
            for segment in segments
            for text, style, control in (segment,)
        ]


def _blank(match: re.Match[str]) -> str:
    return " " * get_character_cell_size(match[0])
