"""What is typed after `:`, a command of the one table or the address of a cable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive import Order
from parser import canonical_mrn, clean_line
from tui.habits import instead
from tui.keys import nearest_first
from tui.settings import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.keys import Command

_VALUES: Mapping[str, tuple[str, ...]] = {
    "ORDER": tuple(order.value for order in Order),
    "THEME": THEMES,
}
"""What the arguments of the table can be, where there is a choice."""
_NAMED = 4
"""Commands that are named when what was typed can be many."""
_WORD = re.compile(r"\S+")
_PARAGRAPH = re.compile(r"[#¶]? ?(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Typed:
    """A command with what was typed behind it."""

    command: Command
    argument: str = ""

    @property
    def action(self) -> str:
        """The action of the pane, with the argument in place of none."""
        return f"{self.command.action}({self.argument!r})" if self.argument else self.command.action


class NotUnderstoodError(Exception):
    """What was typed is neither a command nor an address. `str()` is one sentence."""


def paragraph_number(text: str) -> int | None:
    """Return the number in `3` or `#3`, a paragraph of the cable that is read."""
    match = _PARAGRAPH.fullmatch(text.strip())
    return int(match[1]) if match else None


def understood(text: str, places: Sequence[str]) -> Typed | None:
    """Read what was typed; None for an address.

    A command is named as in the table or by the beginning of its name, `:sort date`, `:q`, unless
    that is a command of another program, `:set`, or of words with an id, `REF A: 08 STATE 9912`.
    One that works where the focus is comes before one of the same name elsewhere.

    Args:
        text: What was typed, without the `:`.
        places: The places of the table whose keys work where the focus is, nearest first.

    Raises:
        NotUnderstoodError: it can be no address, and no command is named so.
    """
    name, _, argument = text.strip().partition(" ")
    bare, argument = name.removesuffix("!"), argument.strip()
    named = _named(bare, places)
    way = instead(f":{bare}", places) or instead(f":{_sign(bare)}", places)
    if named and not _is_whole(bare, named):
        if way:
            named = []
        elif _ends_in_id(argument):
            return None
    if canonical_mrn(text) is not None or (not named and not way and _may_be_address(text)):
        return None
    if not named:
        other = f": {way}." if way else ", and it is no id; :help lists them all."
        raise NotUnderstoodError(f"No command is called {clean_line(name)!r}{other}")
    if len({command.name for command in named}) > 1:
        names = list(dict.fromkeys(command.name for command in named))
        some = f"{', '.join(names[:_NAMED])}{', ...' if names[_NAMED:] else ''}"
        raise NotUnderstoodError(f"{clean_line(name)!r} can be {some}: type more of it.")
    return Typed(named[0], _checked(named[0], argument))


def completions(text: str, places: Sequence[str]) -> tuple[str, ...]:
    """Return what the text can become: names of commands, or values of the one that is named."""
    name, space, argument = text.lstrip().partition(" ")
    if not space:
        names = dict.fromkeys(command.name for command in nearest_first(places))
        return tuple(one for one in names if one.startswith(name.casefold()))
    named = _named(name, places)
    if len({command.name for command in named}) != 1:
        return ()
    fitting = _fitting(named[0].argument, argument.strip())
    return tuple(f"{named[0].name} {value}" for value in fitting)


def _named(name: str, places: Sequence[str]) -> list[Command]:
    """Return the commands that a name or its beginning can mean, or the one of an id."""
    name, table = name.casefold(), nearest_first(places)
    if identified := [one for one in table if one.id == name]:
        return identified
    found = [one for one in table if name and one.name.startswith(name)]
    whole = [one for one in found if one.name == name]
    shortest = min((one.name for one in found), key=len, default="")
    if not whole and all(one.name.startswith(shortest) for one in found):
        return [one for one in found if one.name == shortest]
    return whole or found


def _sign(name: str) -> str:
    """Return the sign that a name begins with, as in `:/words`; nothing before a letter."""
    return name[:1] if not name[:1].isalnum() else ""


def _is_whole(name: str, named: Sequence[Command]) -> bool:
    """Say whether commands are named by all of their name or id, not by its beginning."""
    return any(name.casefold() in {command.name, command.id} for command in named)


def _ends_in_id(words: str) -> bool:
    ends = (words[match.start() :] for match in _WORD.finditer(words))
    return any(canonical_mrn(end) is not None for end in ends)


def _checked(command: Command, argument: str) -> str:
    if not argument:
        return ""
    if not command.argument:
        raise NotUnderstoodError(f":{command.name} takes nothing behind it.")
    values = _VALUES.get(command.argument)
    if values is None or argument in values:
        return argument
    fitting = _fitting(command.argument, argument)
    if len(fitting) == 1:
        return fitting[0]
    raise NotUnderstoodError(
        f":{command.name} takes one of {', '.join(values)}; not {clean_line(argument)!r}."
    )


def _fitting(kind: str, argument: str) -> tuple[str, ...]:
    values = _VALUES.get(kind, ())
    return tuple(value for value in values if value.startswith(argument.casefold()))


def _may_be_address(text: str) -> bool:
    return bool(re.search(r"\d|^@|://", text))
