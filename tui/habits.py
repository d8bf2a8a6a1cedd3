"""Keys of other programs that do nothing here, and what does here what they do there."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.keys import command_of, key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def instead(pressed: str, places: Sequence[str]) -> str:
    """Say what to press instead: `q to quit`; empty where nothing here is like it.

    Args:
        pressed: A key in Textual's names or its character, or what was typed after a `:`, with it.
        places: The places of the table of commands whose keys work where the focus is.
    """
    purpose, names = table().get(pressed, ("", ()))
    for name in names:
        if name.partition(".")[0] in places:
            return f"{key_of(name) or command_of(name).shown} {purpose}"
    return ""


@cache
def table() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Return what keys are pressed for, with the ids of the commands that do it."""
    text = Path(__file__).with_name("habits.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("# "))
    return {pressed: (purpose, tuple(names.split())) for pressed, purpose, names in rows}
