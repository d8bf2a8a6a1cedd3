"""Keys in what a terminal sends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.message import Message

_ESC: Final = "\x1b"
_SENT_BEHIND: Final = "[O\x1bbf\x7f\t"
"""What terminals send behind an Esc of their own: the beginnings of their sequences, and Alt with
the arrows, Backspace and Tab as some of them send it."""
_BEHIND_ESC: Final = re.compile(f"(?<={_ESC})")
_PASTE: Final = "\x1b[200~"
_PASTED: Final = "\x1b[201~"
"""What terminals send before and behind what is pasted (bracketed paste, xterm)."""
_HALF_OF_PASTED: Final = re.compile(r"\x1b(?:\[(?:2(?:01?)?)?)?\Z")
_ESC_SIGN: Final = "\u241b"


class Keyboard(XTermParser):
    """Tells keys as Textual does, but for an Esc and a key that come together.

    Over a slow line what is typed one after the other comes at once. Textual takes Esc and `j` for
    Alt+j, Esc and `3` for a pound sign, and loses the Esc before `}`. Here they are two keys,
    unless Alt and the letter have been bound to something.

    An Esc in what is pasted, which not every terminal takes out, is a sign in a text. Textual
    takes it and what follows for keys.
    """

    def __init__(self, *, bound: Iterable[str] = (), debug: bool = False) -> None:
        super().__init__(debug)
        with_alt = [key[4:] for key in bound if key.startswith("alt+") and len(key) == 5]
        self._sent_behind = {*_SENT_BEHIND, *with_alt}
        self._has_esc = False
        """The last character was an Esc."""
        self._tail = ""
        """The last characters, in which what is pasted may begin."""
        self._is_pasting = False
        self._held = ""
        """The last characters of what is pasted, where its end may begin."""

    @override
    def feed(self, data: str) -> Iterator[Message]:
        if not data:  # the end
            yield from super().feed(data)
        for part in filter(None, _BEHIND_ESC.split(self._disarmed(data))):
            if self._has_esc and not self._is_sent_behind(part):
                yield from self._press_esc()
            yield from super().feed(part)
            self._has_esc = part.endswith(_ESC)

    def _disarmed(self, data: str) -> str:
        """Put a sign in place of each Esc in what is pasted."""
        passed = ""
        while data:
            if self._is_pasting:
                text, end, data = (self._held + data).partition(_PASTED)
                half = None if end else _HALF_OF_PASTED.search(text)
                self._held = half[0] if half else ""
                passed += text.removesuffix(self._held).replace(_ESC, _ESC_SIGN) + end
                self._is_pasting = not end
            elif _PASTE in (seen := self._tail + data):
                at = seen.index(_PASTE) + len(_PASTE) - len(self._tail)
                passed, data = passed + data[:at], data[at:]
                self._tail, self._is_pasting = "", True
            else:
                self._tail = seen[1 - len(_PASTE) :]
                return passed + data
        return passed

    def _is_sent_behind(self, text: str) -> bool:
        """Say whether a terminal may have sent this behind an Esc of its own."""
        if text[0] == "O" and len(text) > 1:
            return f"{_ESC}{text[:2]}" in ANSI_SEQUENCES_KEYS
        return text[0] in self._sent_behind

    def _press_esc(self) -> Iterable[Message]:
        """Wait no longer for what might follow an Esc."""
        if self.is_waiting:
            self._timeout_time = 0.0
        return self.tick()

    @property
    def is_waiting(self) -> bool:
        """Whether it is still open what the last characters are."""
        return self._timeout_time is not None
