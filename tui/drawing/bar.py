"""The line above the index: what is listed, in words, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser import clean_line
from tui.drawing.line import Line, Piece, Role, spread

if TYPE_CHECKING:
    from archive import Results
    from tui.drawing.glyphs import Glyphs
    from tui.selection import Selection


def counted(count: int, noun: str) -> str:
    """Write a number with its noun: `1 cable`, `1,204 cables`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def bar_line(
    selection: Selection, results: Results | None, listed: int, cells: int, glyphs: Glyphs
) -> Line:
    """Draw what is listed: the narrowings, what was not understood, the count and the order."""
    left = [Piece(" ", Role.BAR)]
    for number, step in enumerate(selection.steps):
        left.append(Piece(f" {glyphs.separator} " if number else "", Role.BAR))
        left.append(Piece(clean_line(step), Role.BAR))
    if not selection.steps:
        left.append(Piece("All cables", Role.BAR))
    if results is not None and results.unknown:
        words = ", ".join(clean_line(word) for word in results.unknown)
        left.append(Piece(f"  not found: {words}", Role.BAR))
    if results is not None and results.suggestion:
        left.append(Piece(f"  did you mean: {clean_line(results.suggestion)}", Role.BAR))
    order = f"by {selection.order.value}{' reversed' if selection.is_reversed else ''}"
    right = f"  {counted(listed, 'cable')}  {order} "
    filled = spread(tuple(left), (Piece(right, Role.BAR),), cells, glyphs.cut)
    return tuple(piece._replace(role=Role.BAR) for piece in filled)
