"""Numbers typed before a key, as in less and vim: `5j` moves by five, `12G` goes to the twelfth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.habits import instead
from tui.keys import SECTIONS, commands, key_of, shown
from tui.panes.pane import Pane
from tui.panes.status import StatusLine
from tui.saying import Saying
from tui.turns import TakesTurns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode
    from textual.events import Key

_DIGITS = 6
"""Digits that a number can have."""
_ONE = re.compile(r"(\w+)\((-?)1\)")
"""An action of the table that goes one step: such go more of them, too."""
_NUMBERED = ("first", "last", "open")
"""Actions before which a number says where to go; as in mutt, `12` and Enter go to the twelfth."""


def with_number(action: str, number: int) -> str:
    """Return an action of the table as a number before its key wants it.

    `move(-1)` becomes `move(-5)`, `last` becomes `first(5)`; to others a number says nothing.
    """
    if action in _NUMBERED:
        return f"first({number})"
    one = _ONE.fullmatch(action)
    return f"{one[1]}({one[2]}{number})" if one else action


class Counting(Saying, TakesTurns):
    """Collects the digits of a number for the key after them, and says which keys do nothing."""

    _typed = ""
    """The number so far."""
    _number = 0
    """The number of the key that is answered now; 0 for none."""

    async def press(self, event: Key) -> None:
        """Do what is bound to a key; keep a digit for the next one."""
        typed, self._typed = self._typed, ""
        if typed and event.key == "backspace":
            self._typed = typed[:-1]
        elif not (typed and event.key == "escape"):
            self._number = int(typed or 0)
            try:
                is_bound = await self._check_bindings(event.key)
            finally:
                self._number = 0
            if not is_bound and isinstance(pane := self.focused, Pane):
                self._keep(typed, event, pane.places)
        if typed or self._typed:
            for screen in self.screen_stack:  # the key may have put another one above
                for status in screen.query(StatusLine):
                    status.count(self._typed)

    def _keep(self, typed: str, event: Key, places: Sequence[str]) -> None:
        """Keep a digit, or say that the key does nothing; a number does not begin with 0."""
        digit = event.character or ""
        if digit.isdecimal() and digit.isascii() and (typed or digit != "0"):
            self._typed = (typed + digit)[:_DIGITS]
            return
        is_named = "+" in event.key or not event.is_printable
        key = shown(event.key) if is_named else digit
        if way := instead(event.key if is_named else digit, places):
            way = f": {way}."
        elif other := next((one for one in commands() if {event.key, digit} & {*one.keys}), None):
            way = f" but in {SECTIONS[other.where]!r}: {other.help}"
        else:
            help_ = key_of("app.help")
            way = f": {help_} lists the keys." if help_ else "."
        self.say(f"{key} does nothing here{way}")

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key is for, as far or as often as the number before it says."""
        if self._number and isinstance(action, str):
            action = with_number(action, self._number)
        return await super().run_action(action, default_namespace, namespaces)
