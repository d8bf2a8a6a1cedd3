"""What is in a cable, to choose from: its outline, its problems and repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser import explain
from tui.drawing.choices import name_line, outline_line
from tui.drawing.outline import Entry, outline
from tui.screens.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parser import Cable, Problem
    from tui.drawing.glyphs import Glyphs
    from tui.drawing.line import Line


def outline_chooser(cable: Cable, position: int, glyphs: Glyphs) -> Chooser[Entry]:
    """List headings and paragraphs, with the cursor on the paragraph at `position`."""
    entries = list(outline(cable))

    def fitting(text: str) -> list[Entry]:
        return [entry for entry in entries if text.casefold() in entry.text.casefold()]

    def draw(entry: Entry, cells: int) -> Line:
        return outline_line(entry, cells, glyphs)

    here = next((row for row, entry in enumerate(entries) if entry.position == position), 0)
    return Chooser(Choice("Outline", fitting, draw, start=here))


def problems_chooser(cable: Cable, problems: Sequence[Problem]) -> Chooser[str]:
    """List what is doubtful about a cable, then what was repaired in it."""
    said = [*(problem.message for problem in problems), *explain(cable)]

    def fitting(text: str) -> list[str]:
        return [line for line in said if text.casefold() in line.casefold()]

    return Chooser(
        Choice("Problems and repairs", fitting, name_line, empty="Nothing was repaired.")
    )
