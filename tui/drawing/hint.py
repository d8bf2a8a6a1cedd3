"""The last line of the screen: the keys that matter here, or a message; and the position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.drawing.line import Line, Piece, Role, spread, width
from tui.keys import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.keys import Command


def hint_line(commands: Iterable[Command], cells: int) -> Line:
    """Draw the commands that have a hint, as many as fit whole.

    Keys stand out from plain text: a dimmed colour beside each would double what the line costs
    whenever the focus moves.
    """
    pieces: list[Piece] = []
    room = cells
    for command in commands:
        if not command.hint:
            continue
        item = (Piece(shown(command.keys[0]), Role.KEY), Piece(f" {command.hint}  "))
        if (size := width(item)) > room:
            break
        pieces += item
        room -= size
    return tuple(pieces)


def status_line(left: Line, position: str, cells: int, ellipsis: str = "") -> Line:
    """Put the position at the right edge, after what stands at the left."""
    return spread(left, (Piece(position),), cells, ellipsis)
