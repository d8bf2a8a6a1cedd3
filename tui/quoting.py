"""Paragraphs as they are copied: their text, and the source as a footnote would have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser import clean, clean_line
from tui.wording import called

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parser import Cable


def quoted(cable: Cable, positions: Iterable[int]) -> str:
    """Return the text of paragraphs (from 0), a blank line between two."""
    return "\n\n".join(clean(cable.paragraphs[position].text) for position in positions)


def named(cable: Cable, positions: Sequence[int]) -> str:
    """Call paragraphs by their printed numbers: `paragraph 3`, `paragraphs 3-5, 8`."""
    if not positions:
        return "the text"
    runs: list[list[int]] = []
    for number in (called(cable.paragraphs[position].number, position) for position in positions):
        if runs and runs[-1][-1] == number - 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    names = ("-".join(map(str, run)) for run in runs)
    return f"paragraph{'s' if len(positions) > 1 else ''} {', '.join(names)}"


def citation(cable: Cable, positions: Sequence[int]) -> str:
    """Write the source of paragraphs: id, post, date, subject, classification, paragraphs.

    `09MEXICO1055, Embassy Mexico, 14 April 2009, "SCENESETTER", CONFIDENTIAL//NOFORN, paragraph 3.`
    What the source does not hold is left out.
    """
    parts = [
        cable.reference_id,
        cable.origin,
        cable.created.strftime("%d %B %Y").lstrip("0") if cable.created else None,
        f'"{cable.subject}"' if cable.subject else None,
        str(cable.classification) if cable.classification else None,
        named(cable, positions),
    ]
    return clean_line(", ".join(part for part in parts if part)) + "."
