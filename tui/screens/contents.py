"""What is in a cable, to choose from: its outline, its problems and repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.drawing.choices import outline_line, remark_line
from tui.drawing.outline import Entry, outline
from tui.drawing.remarks import Remark, remarks
from tui.screens.chooser import Choice, Chooser, among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parser import Cable, Problem
    from tui.drawing.glyphs import Glyphs
    from tui.drawing.line import Line


def outline_chooser(cable: Cable, position: int) -> Chooser[Entry]:
    """List headings and paragraphs, with the cursor on the paragraph at `position`."""
    entries = list(outline(cable))
    fitting = among(entries, lambda entry: entry.text)
    here = next((row for row, entry in enumerate(entries) if entry.position == position), 0)
    return Chooser(Choice("Contents", fitting, outline_line, start=here))


def remarks_chooser(cable: Cable, problems: Sequence[Problem], position: int) -> Chooser[Remark]:
    """List what is doubtful about a cable and what was repaired, from a paragraph on."""
    said = remarks(cable, problems)

    def draw(remark: Remark, cells: int, glyphs: Glyphs) -> Line:
        return remark_line(remark, cable, cells, glyphs)

    here = next((row for row, one in enumerate(said) if one.position == position), 0)
    title, fitting = "Problems and repairs", among(said, lambda remark: remark.text)
    return Chooser(Choice(title, fitting, draw, empty="Nothing was repaired.", start=here))
