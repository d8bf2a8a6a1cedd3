"""Which character of a paragraph as it is shown stands where in the text as it was sent.

Reflowing moves white space and repairs change a few characters; everything else stands in both
texts in the same order. So the two are laid side by side without their white space.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from parser import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from parser import Cable, Repair

_WORD = re.compile(r"\S+")
"""The words of `str.split`."""
_PROBE = 12
"""Characters that must agree before two places are taken for the same."""
_REACH = 400
"""Characters that are looked through for the place where the texts agree again."""
_MOST_GAPS = 200
"""Disagreements after which the rest is taken by its share of the whole."""


class _Run(NamedTuple):
    """Characters that stand in both texts, counted without white space."""

    shown: int
    sent: int
    length: int


class _Ink:
    """A text without its white space, and where each of its words stood."""

    def __init__(self, parts: Iterable[tuple[str, int]]) -> None:
        """Put together stretches of text, each with the offset at which it stood."""
        words: list[str] = []
        self.offsets: list[int] = []
        for text, offset in parts:
            words += text.split()
            self.offsets += [offset + match.start() for match in _WORD.finditer(text)]
        self.starts = list(accumulate(map(len, words), initial=0))[: len(words)]
        self.text = "".join(words)

    def offset(self, ink: int) -> int:
        """Return where a character stood."""
        word = max(bisect_right(self.starts, ink) - 1, 0)
        return self.offsets[word] + ink - self.starts[word] if self.offsets else 0

    def ink(self, offset: int) -> int:
        """Return the character at an offset, or the first one after it."""
        word = bisect_right(self.offsets, offset) - 1
        if word < 0:
            return 0
        after = self.starts[word + 1] if word + 1 < len(self.starts) else len(self.text)
        return min(self.starts[word] + offset - self.offsets[word], after)


class Alignment:
    """One paragraph in both forms. Offsets are in its cleaned text, and in the raw text."""

    def __init__(self, cable: Cable, position: int, repairs: Sequence[Repair] = ()) -> None:
        paragraph = cable.paragraphs[position]
        start, end = paragraph.span
        self._start, self._end = start, max(end, start)
        self._shown = _Ink([(clean(paragraph.text), 0)])
        self._sent = _Ink(_mended(cable.raw, start, self._end, repairs))
        self._runs = list(_runs(self._shown.text, self._sent.text))

    def to_raw(self, offset: int) -> int:
        """Return where a character of the shown text stands in the raw text."""
        ink = self._shown.ink(offset)
        at = bisect_right(self._runs, ink, key=lambda run: run.shown) - 1
        if at < 0:
            return self._sent.offset(self._runs[0].sent) if self._runs else self._start
        run = self._runs[at]
        return min(self._sent.offset(run.sent + min(ink - run.shown, run.length)), self._end)

    def to_shown(self, offset: int) -> int:
        """Return where a character of the raw text is shown; 0 for the paragraph's number."""
        ink = self._sent.ink(offset)
        at = bisect_right(self._runs, ink, key=lambda run: run.sent) - 1
        if at < 0:
            return 0
        run = self._runs[at]
        return self._shown.offset(run.shown + min(ink - run.sent, run.length))


class Alignments:
    """The paragraphs of one cable, each in both forms; the last that was asked for is kept."""

    def __init__(self, cable: Cable, repairs: Sequence[Repair]) -> None:
        """Align with the repairs of the cable, in order of place."""
        self._cable = cable
        self._repairs = repairs
        self._last: tuple[int, Alignment] | None = None

    def of(self, position: int) -> Alignment:
        """Return the paragraph of a position."""
        if self._last is None or self._last[0] != position:
            inside = repairs_within(self._repairs, *self._cable.paragraphs[position].span)
            self._last = position, Alignment(self._cable, position, inside)
        return self._last[1]


def in_order(repairs: Iterable[Repair]) -> Sequence[Repair]:
    """Put repairs in the order in which they stand in the raw text."""
    return sorted(repairs, key=lambda repair: repair.span)


def repairs_within(repairs: Sequence[Repair], start: int, end: int) -> Sequence[Repair]:
    """Return the repairs, which are in order of place, that begin in a range of the raw text."""
    first = bisect_left(repairs, start, key=lambda repair: repair.span.start)
    last = bisect_left(repairs, end, lo=first, key=lambda repair: repair.span.start)
    return repairs[first:last]


def _mended(raw: str, start: int, end: int, repairs: Sequence[Repair]) -> Iterator[tuple[str, int]]:
    """Yield the stretches of a range of the raw text, repaired, and where each stood."""
    at = start
    for repair in repairs:
        if repair.span.start < at:
            continue
        yield raw[at : repair.span.start], at
        yield repair.after, repair.span.start
        at = max(repair.span.end, at)
    yield raw[at:end], at


def _runs(shown: str, sent: str) -> Iterator[_Run]:
    """Yield the runs that both texts have, in order."""
    here = there = 0
    for _ in range(_MOST_GAPS):
        length = _agreeing(shown, here, sent, there)
        if length:
            yield _Run(here, there, length)
        here, there = here + length, there + length
        found = _next(shown, here, sent, there)
        if found is None:
            return
        here, there = found


def _agreeing(one: str, here: int, other: str, there: int) -> int:
    """Return how many characters from two places on are the same."""
    low, most = 0, min(len(one) - here, len(other) - there)
    step = 64
    while low < most:
        size = min(step, most - low)
        if one[here + low : here + low + size] == other[there + low : there + low + size]:
            low, step = low + size, step * 2
        elif size == 1:
            return low
        else:
            step = size // 2
    return low


def _next(shown: str, here: int, sent: str, there: int) -> tuple[int, int] | None:
    """Find the nearest places from which on the texts agree again."""
    for skipped in range(_REACH):
        probe = shown[here + skipped : here + skipped + _PROBE]
        if not probe:
            return None
        found = sent.find(probe, there, there + skipped + _REACH)
        if found >= 0:
            return here + skipped, found
    return None
