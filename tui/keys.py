"""The one table of commands: keys, hint line, help, palette and `docs/keys.md` come from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SECTIONS = {
    "index": "Index",
    "catalogue": "Index",
    "body": "Text",
    "header": "Header",
    "cable": "Text and header",
    "reading": "Text and header",
    "desk": "Index, text and header",
    "context": "References, notes, contents",
    "thread": "Thread of references",
    "absent": "A cable that is not held",
    "compare": "Comparison",
    "reader": "Everywhere",
    "app": "Everywhere",
}
"""The places of the table, in the order of the help, with their titles."""


CHAINS = {
    "index": ("index", "catalogue", "desk", "reader", "app"),
    "body": ("body", "cable", "reading", "desk", "reader", "app"),
    "header": ("header", "cable", "reading", "desk", "reader", "app"),
    "context": ("context", "desk", "reader", "app"),
    "thread": ("thread", "app"),
    "absent": ("absent", "app"),
    "compare": ("compare", "app"),
}
"""Places whose keys work together, by the pane that has the focus; the nearest has the key."""

_NO_KEY = "no_key"
"""What no terminal sends: the key of a command that has lost its own."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a key does in one place."""

    where: str
    """`index`, `body`, ...; `reader` for everywhere."""
    name: str
    keys: tuple[str, ...]
    """In Textual's names, the ones to show first: `("j", "down")`."""
    action: str
    """The action of the pane, `move(1)`."""
    hint: str
    """One or two words for the hint line; empty when it is not shown there."""
    help: str
    """What it does, one sentence."""
    argument: str = ""
    """What can be typed behind its name after `:`, `ORDER`; empty where nothing can."""

    @property
    def id(self) -> str:
        """The name a configuration file remaps it by, `index.down`."""
        return f"{self.where}.{self.name}"

    @property
    def words(self) -> str:
        """What it can be found by, in small letters."""
        return f"{self.shown} {self.name} {self.help}".casefold()

    @property
    def shown(self) -> str:
        """Its keys as a person would write them; one without a key is typed, `:export FILE`."""
        typed = f":{self.name} {self.argument}"
        return " ".join(shown(key) for key in self.keys) or typed.strip()


_SHOWN = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "question_mark": "?",
    "comma": ",",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
}


_SIGNS = {
    "at": "@",
    "backslash": "\\",
    "right_square_bracket": "]",
    "circumflex_accent": "^",
    "underscore": "_",
}
"""The signs that a terminal sends with Ctrl, by their names."""


def shown(key: str) -> str:
    """Write a key as a person would: `Ctrl+F`, `PgDn`, `j`."""
    if key in _SHOWN:
        return _SHOWN[key]
    if len(key) == 1:
        return key
    return "+".join(
        part if len(part) == 1 and "+" not in key else _SIGNS.get(part, part.capitalize())
        for part in key.split("+")
    )


_NAMES = {"pgdn": "pagedown", "pgup": "pageup", "esc": "escape", "return": "enter", "del": "delete"}
"""What people write for keys that the table names otherwise."""
_NAMED = {
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"),
    *("enter", "escape", "space", "tab", "backspace", "comma", *(f"f{n}" for n in range(1, 25))),
}
_WITH = {"ctrl", "shift", "alt"}


def understood(key: str) -> str | None:
    """Return a key that a person wrote (`Ctrl+N`, `PgDn`, `?`) as the table names it.

    None where there is no such key.
    """
    if len(key) == 1:
        return key
    *held, last = key.split("+")
    held = [name.lower() for name in held]
    name = _NAMES.get(last.lower(), last.lower())
    if name not in _NAMED:
        name = last.lower() if "ctrl" in held else last
        if len(name) != 1 or not held:
            return None
        if held == ["shift"]:  # a terminal sends the capital letter; of a sign, nobody knows which
            return name.upper() if name.isalpha() else None
    return "+".join((*held, name)) if set(held) <= _WITH else None


_changed: dict[str, tuple[str, ...]] = {}
"""Keys by the id of their command, where they are not those of the table."""


def change(keys: Mapping[str, str]) -> None:
    """Let the settings change keys, `{"app.go": "g,:"}`: in the table, and in all said of keys.

    A key that is given to a command is taken from those that would have it before, in the same
    place or in one that is nearer: the user has the last word.
    """
    given = {name: tuple(value.split(",")) for name, value in keys.items()}
    taken = {
        (near, key)
        for name, its in given.items()
        for chain in CHAINS.values()
        if (where := name.partition(".")[0]) in chain
        for near in chain[: chain.index(where) + 1]
        for key in its
    }
    _changed.clear()
    for command in _table():
        kept = tuple(key for key in command.keys if (command.where, key) not in taken)
        if command.id in given or kept != command.keys:
            _changed[command.id] = given.get(command.id, kept)
    commands.cache_clear()


def is_changed(command: Command) -> bool:
    """Say whether a command has other keys than the table gives it."""
    return command.id in _changed


def keymap() -> dict[str, str]:
    """Return the keys that are changed as Textual wants them, by the id of their command."""
    return {name: ",".join(its) or _NO_KEY for name, its in _changed.items()}


@cache
def commands() -> tuple[Command, ...]:
    """Return the table, in its order, with the keys that the settings give."""
    return tuple(
        replace(command, keys=_changed.get(command.id, command.keys)) for command in _table()
    )


@cache
def _table() -> tuple[Command, ...]:
    table: list[Command] = []
    text = Path(__file__).with_name("keys.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        name, places, keys, action, hint, meaning, *argument = line.split("\t")
        table += [
            Command(where, name, tuple(keys.split()), action, hint, meaning, *argument)
            for where in places.split()
        ]
    return tuple(table)


def command_of(name: str) -> Command:
    """Return the command of an id."""
    return next(command for command in commands() if command.id == name)


def key_of(name: str) -> str:
    """Return the key of a command, by its id, as a person would write it; empty without one."""
    keys = command_of(name).keys
    return shown(keys[0]) if keys else ""


def commands_of(where: str) -> tuple[Command, ...]:
    """Return the commands of one place."""
    return tuple(command for command in commands() if command.where == where)


def unchanged_of(where: str) -> tuple[Command, ...]:
    """Return the commands of one place with the keys of the table, whatever the settings say."""
    return tuple(command for command in _table() if command.where == where)


def nearest_first(places: Sequence[str]) -> list[Command]:
    """Return all commands, those of some places first, in the order of these."""
    here = [command for place in places for command in commands_of(place)]
    return [*here, *(command for command in commands() if command.where not in places)]
