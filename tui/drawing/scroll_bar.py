"""The scroll bar: which part of a text is in sight, and where its hits stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.drawing.line import Piece, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.drawing.glyphs import Glyphs


def scroll_bar(
    rows: int, sight: tuple[float, float], hits: Iterable[float], glyphs: Glyphs
) -> tuple[Piece, ...]:
    """Draw a column of `rows` cells, one piece a row.

    `sight` is where the part in sight begins and ends, `hits` where each hit stands: all are
    shares of the text, 0 to 1.
    """
    last = rows - 1
    ticks = {min(int(share * rows), last) for share in hits}
    first, end = (min(int(share * rows), last) for share in sight)
    thumb = range(first, max(end, first) + 1)
    return tuple(
        Piece(glyphs.tick, Role.KEY)
        if row in ticks
        else Piece(glyphs.thumb if row in thumb else " ", Role.DIM)
        for row in range(rows)
    )
