"""All commands, to choose from: the help, which runs what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.drawing.choices import command_line
from tui.keys import nearest_first
from tui.screens.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.keys import Command


def commands_chooser(places: Sequence[str], words: str = "") -> Chooser[Command]:
    """List all commands, those of some places of the table first.

    What has a key or a name that was typed comes before what only speaks of it.
    """
    table = nearest_first(places)

    def fitting(text: str) -> list[Command]:
        typed, words = text.strip(), text.casefold().split()
        found = [one for one in table if all(word in one.words for word in words)]
        return sorted(found, key=lambda one: not _is_named(one, typed))

    title, none = "Keys and commands", "No such command."
    return Chooser(
        Choice(title, fitting, command_line, none=none, text=words, tell=lambda one: one.help)
    )


def _is_named(command: Command, typed: str) -> bool:
    keys, name = command.shown.split(), typed.casefold()
    if command.name.startswith(name):
        return True
    # A letter is another key than its capital; `ctrl+r` is how people type Ctrl+R.
    return typed in keys or (len(typed) > 1 and name in [key.casefold() for key in keys])
