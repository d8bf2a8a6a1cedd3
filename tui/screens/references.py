"""The references of a cable, out and in, to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.drawing.choices import citation_line
from tui.referred import Referred, cited, citing
from tui.screens.chooser import Choice, Chooser, among

if TYPE_CHECKING:
    from archive import Citations
    from tui.drawing.glyphs import Glyphs
    from tui.drawing.line import Line


def references_chooser(citations: Citations, last: Referred | None = None) -> Chooser[Referred]:
    """List what a cable cites, then what cites it; the cursor on what was chosen last."""
    references = (*cited(citations), *citing(citations))
    start = references.index(last) if last in references else 0

    def draw(reference: Referred, cells: int, glyphs: Glyphs) -> Line:
        return citation_line(reference.citation, reference.is_out, cells, glyphs)

    fitting = among(references, lambda reference: reference.words)
    empty = "This cable cites none, and none cites it."
    return Chooser(Choice("References", fitting, draw, empty=empty, start=start))
