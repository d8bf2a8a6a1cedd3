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
    """List all commands, those of some places of the table first."""
    table = nearest_first(places)

    def fitting(text: str) -> list[Command]:
        words = text.casefold().split()
        return [one for one in table if all(word in one.words for word in words)]

    title, empty = "Keys and commands", "No such command."
    return Chooser(
        Choice(title, fitting, command_line, empty=empty, text=words, tell=lambda one: one.help)
    )
