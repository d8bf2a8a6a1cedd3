"""A text with signs put into it, and where its own characters stand then."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from parser import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


class Inserted:
    """Puts a sign into a text at some offsets, set off by spaces from the words around it."""

    def __init__(self, text: str, offsets: Sequence[int], sign: str) -> None:
        self._offsets = sorted({min(max(offset, 0), len(text)) for offset in offsets})
        parts: list[str] = []
        sizes: list[int] = []
        self.signs: list[Span] = []
        """Where the signs stand."""
        at = size = 0
        for offset in self._offsets:
            before = "" if offset == 0 or text[offset - 1].isspace() else " "
            after = "" if offset == len(text) or text[offset].isspace() else " "
            parts += [text[at:offset], before, sign, after]
            start = offset + size + len(before)
            self.signs.append(Span(start, start + len(sign)))
            sizes.append(len(before) + len(sign) + len(after))
            size += sizes[-1]
            at = offset
        self.text = "".join([*parts, text[at:]])
        self._before = [0, *accumulate(sizes)]
        """Characters put in before the offset of each number."""

    def at(self, offset: int) -> int:
        """Return where a character stands now."""
        return offset + self._before[bisect_right(self._offsets, offset)]

    def span(self, span: Span) -> Span:
        """Return where a range stands now."""
        end = span.end + self._before[bisect_left(self._offsets, span.end)]
        return Span(self.at(span.start), max(end, self.at(span.start)))

    def back(self, offset: int) -> int:
        """Return which character stands at an offset now; for a sign, the one after it."""
        for number, own in enumerate(self._offsets):
            if offset < own + self._before[number]:
                return offset - self._before[number]
            if offset < own + self._before[number + 1]:
                return own
        return offset - self._before[-1]
