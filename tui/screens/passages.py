"""A list of paragraphs to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.drawing.passages import Passage, PassageLine, passage_line, passage_lines
from tui.screens.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archive import Archive, Hit
    from tui.drawing.glyphs import Glyphs
    from tui.drawing.line import Line

_LINES = 3
"""Lines of text shown of each."""
_PARAGRAPHS = 200
"""Paragraphs of a query that are listed at most."""


def passages_chooser(
    title: str, find: Callable[[str], Sequence[Passage]], glyphs: Glyphs
) -> Chooser[PassageLine]:
    """Make a list of the passages that fit what is typed."""

    def fitting(text: str) -> list[PassageLine]:
        return list(passage_lines(find(text), _LINES))

    def draw(row: PassageLine, cells: int) -> Line:
        return passage_line(row, _LINES, cells, glyphs)

    return Chooser(Choice(title, fitting, draw, empty="No paragraph."))


def paragraphs_chooser(archive: Archive, query: str, glyphs: Glyphs) -> Chooser[PassageLine]:
    """List the paragraphs that match a query, and what is typed besides; the best first."""

    def fitting(text: str) -> list[Passage]:
        found = archive.search(f"{query} {text}".strip(), _PARAGRAPHS)
        return [_passage(hit) for hit in found.hits]

    title = f"Paragraphs: {query}" if query else "Paragraphs: type what to find"
    return passages_chooser(title, fitting, glyphs)


def _passage(hit: Hit) -> Passage:
    return Passage(
        hit.key,
        hit.reference_id,
        hit.created,
        hit.classification,
        hit.subject,
        hit.position,
        hit.text,
        hit.spans,
        note=f"{'~' if hit.is_partial else ''}{hit.score:.0f}",
    )
