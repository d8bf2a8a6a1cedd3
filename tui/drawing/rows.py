"""What all lists have in common: where their window stands, and what is said of an empty one."""

from __future__ import annotations

from tui.drawing.line import EMPTY, Line, Piece, Role
from tui.drawing.wrap import wrapped


def window_top(cursor: int, top: int, rows: int, count: int) -> int:
    """Return the first row of a window of `rows` rows that has the cursor in sight.

    `top` is where it stood. One row beyond its edge turns a whole page; what is further off than a
    page comes to the middle, with what stands around it.
    """
    if not top - rows <= cursor < top + 2 * rows:
        top = cursor - rows // 2
    elif cursor >= top + rows:
        top = cursor if cursor == top + rows else cursor - rows + 1
    elif cursor < top:
        top = cursor - rows + 1 if cursor == top - 1 else cursor
    return min(max(top, 0), max(count - rows, 0))


def nothing_lines(said: str, cells: int, rows: int) -> list[Line]:
    """Draw what an empty list says of itself, below an empty line where there is room for one."""
    lines: list[Line] = [(Piece(f" {one}", Role.DIM),) for one in wrapped(said, cells - 1)]
    return [*[EMPTY] * (rows > len(lines)), *lines][:rows]
