"""A working copy of a raw text: mended stage by stage, with an exact way back.

A stage hands over edits in positions of the copy as it stands. They are kept merged as one list of
changes in positions of the raw text, ordered and never overlapping, so that any position maps back
with one bisection and putting every `before` back gives the raw text again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from parser._model import Repair, RepairKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


class Edit(NamedTuple):
    """Replace `text[start:end]` of the working copy."""

    start: int
    end: int
    after: str
    kind: RepairKind


class _Change(NamedTuple):
    """One merged change: raw[start:end] became `after`, which stands at `at` in the copy."""

    start: int
    end: int
    after: str
    kind: RepairKind
    at: int


class Working:
    """A text under repair. `text` is the copy as it stands."""

    __slots__ = ("_at", "_changes", "_notes", "raw", "text")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = raw
        self._changes: list[_Change] = []
        self._at: list[int] = []
        self._notes: list[Repair] = []

    def apply(self, edits: Sequence[Edit]) -> None:
        """Carry out edits, which must be in order and must not overlap."""
        if not edits:
            return
        text = _replaced(self.text, 0, len(self.text), edits)
        if self._changes:
            self._changes = _placed(self.raw, _merged(self.text, self._changes, edits))
        else:
            self._changes = _first(edits)
        self._at = [change.at for change in self._changes]
        self.text = text

    def snapshot(self) -> Working:
        """Keep the copy as it stands, to map its positions back after further edits."""
        return copy(self)

    def note(self, kind: RepairKind, start: int, end: int | None = None) -> None:
        """Record what is marked and left as it is, at a place of the raw text."""
        span = Span(start, start if end is None else end)
        held = self.raw[span.start : span.end]
        self._notes.append(Repair(kind, span, held, held))

    def start(self, position: int) -> int:
        """Where a range that begins at `position` of the copy begins in the raw text."""
        if not self._at:
            return position
        index = bisect_right(self._at, position) - 1
        if index < 0:
            return position
        change = self._changes[index]
        beyond = position - change.at - len(change.after)
        return change.start if beyond < 0 else change.end + beyond

    def end(self, position: int) -> int:
        """Where a range that ends at `position` of the copy ends in the raw text."""
        if not self._at:
            return position
        index = bisect_left(self._at, position) - 1
        if index < 0:
            return position
        change = self._changes[index]
        return change.end + max(0, position - change.at - len(change.after))

    def span(self, start: int, end: int) -> Span:
        """Return the raw range of a range of the copy; whole changes, never half of one."""
        if not self._at:
            return Span(start, end)
        first = self.start(start)
        last = self.end(end)
        return Span(first, max(first, last))

    def repairs(self) -> tuple[Repair, ...]:
        """Everything that was changed or marked, in order of position."""
        raw = self.raw
        repairs = [
            Repair(kind, Span(start, end), raw[start:end], after)
            for start, end, after, kind, _ in self._changes
        ]
        if self._notes:
            repairs.extend(self._notes)
            repairs.sort(key=lambda repair: repair.span)
        return tuple(repairs)

    def touched(self, start: int, end: int) -> bool:
        """Say whether anything was changed inside a range of the copy."""
        index = bisect_left(self._at, start)
        return index < len(self._at) and self._at[index] < end


def _first(edits: Sequence[Edit]) -> list[_Change]:
    """Turn the first edits of a text into changes: they are in places of the raw text."""
    changes = []
    shift = 0
    for start, end, after, kind in edits:
        if start == end and not after:
            continue
        changes.append(_Change(start, end, after, kind, start + shift))
        shift += len(after) - (end - start)
    return changes


def _merged(text: str, old: Sequence[_Change], edits: Sequence[Edit]) -> list[_Change]:
    """Merge edits of the copy `text` into the changes that made it; places in the copy are lost."""
    merged: list[_Change] = []
    shift = 0  # from a position of the copy to one of the raw text, after the last change
    index = turn = 0
    while turn < len(edits):
        start, end = edits[turn].start, edits[turn].end
        while index < len(old) and old[index].at + len(old[index].after) <= start:
            merged.append(old[index])
            shift = old[index].end - old[index].at - len(old[index].after)
            index += 1
        first = turn
        raw_start = start + shift
        kind, width = edits[turn].kind, end - start
        # Take in whatever overlaps, on either side, until the group stands alone.
        while True:
            if index < len(old) and old[index].at < end:
                change = old[index]
                if change.at <= start:
                    start, raw_start = change.at, change.start
                shift = change.end - change.at - len(change.after)
                end = max(end, change.at + len(change.after))
                if len(change.after) > width:
                    kind, width = change.kind, len(change.after)
                index += 1
            elif turn + 1 < len(edits) and edits[turn + 1].start < end:
                turn += 1
                end = max(end, edits[turn].end)
                kind = edits[turn].kind if edits[turn].end - edits[turn].start >= width else kind
            else:
                break
        after = _replaced(text, start, end, edits[first : turn + 1])
        merged.append(_Change(raw_start, end + shift, after, kind, 0))
        turn += 1
    merged.extend(old[index:])
    return merged


def _replaced(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """Return `text[start:end]` after the edits inside it."""
    pieces = []
    for edit in edits:
        pieces.append(text[start : edit.start])
        pieces.append(edit.after)
        start = edit.end
    pieces.append(text[start:end])
    return "".join(pieces)


def _placed(raw: str, changes: Sequence[_Change]) -> list[_Change]:
    """Work out where each change stands in the copy; what changes nothing is dropped."""
    placed = []
    shift = 0
    for start, end, after, kind, _ in changes:
        if raw[start:end] != after:
            placed.append(_Change(start, end, after, kind, start + shift))
            shift += len(after) - (end - start)
    return placed
