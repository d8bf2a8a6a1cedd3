"""The last line of the screen: the keys that matter here, or a message; and the position."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.drawing.line import Line, Piece, Role, spread, width
from tui.keys import commands_of, is_changed, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.keys import Command


def hint_line(commands: Iterable[Command], cells: int) -> Line:
    """Draw the commands that have a hint, as many as fit whole; the way to all others is one.

    Keys stand out from plain text: a dimmed colour beside each would double what the line costs
    whenever the focus moves.
    """
    hinted = [command for command in commands if command.hint and command.keys]
    last: Line = ()
    pieces: list[Piece] = []
    for command in hinted:
        if command.name == "help":
            last = _item(command)
    room = cells - width(last)
    for command in hinted:
        item = _item(command)
        if item == last:
            continue
        if width(item) > room:
            break
        pieces += item
        room -= width(item)
    return (*pieces, *last) if width(last) <= cells else ()


def _item(command: Command) -> Line:
    return (Piece(shown(command.keys[0]), Role.KEY), Piece(f" {command.hint}  "))


def status_line(left: Line, position: str, cells: int, ellipsis: str = "") -> Line:
    """Put the position at the right edge, after what stands at the left."""
    return spread(left, (Piece(position),), cells, ellipsis)


def keys_line(places: Sequence[str], position: str, cells: int, ellipsis: str = "") -> Line:
    """Draw the keys that matter in some places of the table, the nearest first; and a position."""
    commands = _reached(command for where in places for command in commands_of(where))
    room = max(cells - len(position) - 2, 0)
    return status_line(hint_line(commands, room), position, cells, ellipsis)


def _reached(commands: Iterable[Command]) -> list[Command]:
    """Leave out of commands, the nearest first, the keys that the settings give to a nearer one.

    Where the table itself gives a key to two, the nearer one hands it on: Esc ends a selection, or
    else leaves the text.
    """
    taken: set[str] = set()
    reached: list[Command] = []
    for command in commands:
        keys = tuple(key for key in command.keys if key not in taken)
        reached.append(command if keys == command.keys else replace(command, keys=keys))
        if is_changed(command):
            taken.update(keys)
    return reached


def position_of(cursor: int, count: int) -> str:
    """Write which row of how many the cursor stands on; `cursor` counts from 0."""
    return f"{cursor + 1:,}/{count:,}" if count else "0/0"
