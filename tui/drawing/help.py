"""The table of commands as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.drawing.line import Line, Piece, Role, pad
from tui.keys import SECTIONS, shown

if TYPE_CHECKING:
    from tui.keys import Command

_KEYS = 22


def command_line(command: Command) -> Line:
    """Draw one command: its keys and what it does."""
    keys = " ".join(shown(key) for key in command.keys)
    return (
        Piece(f" {pad(keys, _KEYS)} ", Role.KEY),
        Piece(command.help),
        Piece(f"  {SECTIONS[command.where]}", Role.DIM),
    )
