"""A list of paragraphs to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.drawing.glyphs import UNICODE
from tui.drawing.passages import Passage, PassageLine, passage_line, passage_lines
from tui.screens.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.drawing.line import Line

_LINES = 3
"""Lines of text shown of each."""


def passages_chooser(title: str, find: Callable[[str], Sequence[Passage]]) -> Chooser[PassageLine]:
    """Make a list of the passages that fit what is typed."""

    def fitting(text: str) -> list[PassageLine]:
        return list(passage_lines(find(text), _LINES))

    def draw(row: PassageLine, cells: int) -> Line:
        return passage_line(row, _LINES, cells, UNICODE)

    return Chooser(Choice(title, fitting, draw, empty="No paragraph."))
