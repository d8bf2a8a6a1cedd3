"""A working copy of a raw text: mended stage by stage, with an exact way back.

A stage hands over edits in positions of the copy as it stands. They are kept merged as one list of
changes in positions of the raw text, ordered and never overlapping, so that any position maps back
with one bisection and putting every `before` back gives the raw text again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from parser._model import Repair, RepairKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Edit(NamedTuple):
    """Replace `text[start:end]` of the working copy."""

    start: int
    end: int
    after: str
    kind: RepairKind


class Piece(NamedTuple):
    """A stretch that was moved: `text[start:end]` afterwards stood at `source` before."""

    start: int
    end: int
    source: int


class Working:
    """A text under repair. `text` is the copy as it stands."""

    __slots__ = ("_at", "_changes", "_moved", "_notes", "raw", "text")

    def __init__(self, raw: str, text: str | None = None) -> None:
        self.raw = raw
        self.text = raw if text is None else text
        self._changes: Sequence[Repair] = ()
        self._at: Sequence[int] = ()  # where each change stands in the copy
        self._notes: list[Repair] = []
        self._moved: _Moved | None = None

    def apply(self, edits: Sequence[Edit]) -> None:
        """Carry out edits, which must be in order and must not overlap."""
        if not edits:
            return
        if self._moved:
            self._moved.ordered.apply(edits)
        text = _replaced(self.text, 0, len(self.text), edits)
        changed = self._merged(edits) if self._changes else starmap(self._change, edits)
        self._changes = [change for change in changed if change.before != change.after]
        self._at = _places(self._changes)
        self.text = text

    def move(self, edit: Edit, pieces: Sequence[Piece]) -> None:
        """Carry out an edit that only moves stretches of the text, once.

        It is one repair, but what is in `pieces` keeps its own way back to the raw text.
        """
        before = self.snapshot()
        self.apply([edit])
        self._moved = _Moved(before, Working(self.text), pieces)

    def snapshot(self) -> Working:
        """Keep the copy as it stands, to map its positions back after further edits."""
        kept = Working(self.raw, self.text)
        kept._changes, kept._at = self._changes, self._at  # never changed in place
        if moved := self._moved:
            kept._moved = _Moved(moved.before, moved.ordered.snapshot(), moved.pieces)
        return kept

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
        beyond = position - self._at[index] - len(change.after)
        return change.span.start if beyond < 0 else change.span.end + beyond

    def end(self, position: int) -> int:
        """Where a range that ends at `position` of the copy ends in the raw text."""
        if not self._at:
            return position
        index = bisect_left(self._at, position) - 1
        if index < 0:
            return position
        change = self._changes[index]
        return change.span.end + max(0, position - self._at[index] - len(change.after))

    def span(self, start: int, end: int) -> Span:
        """Return the raw range of a range of the copy; whole changes, never half of one.

        Of a range that lies in several moved pieces it is all from the first to the last.
        """
        if self._moved:
            return self._moved.span(start, end)
        if not self._at or end < self._at[0]:
            return Span(start, end)
        first = self.start(start)
        last = self.end(end)
        return Span(first, max(first, last))

    def repairs(self) -> tuple[Repair, ...]:
        """Everything that was changed or marked, in order of position."""
        if not self._notes:
            return tuple(self._changes)
        return tuple(sorted([*self._changes, *self._notes], key=lambda repair: repair.span))

    def touched(self, start: int, end: int) -> bool:
        """Say whether anything was changed inside a range of the copy."""
        if self._moved:
            return self._moved.touched(start, end)
        if not self._at or end <= self._at[0]:
            return False
        index = bisect_left(self._at, start)
        return index < len(self._at) and self._at[index] < end

    def _change(self, start: int, end: int, after: str, kind: RepairKind) -> Repair:
        return Repair(kind, Span(start, end), self.raw[start:end], after)

    def _merged(self, edits: Sequence[Edit]) -> Iterator[Repair]:
        """Merge edits of the copy into the changes that made it."""
        old, at = self._changes, self._at
        shift = 0  # from a position of the copy to one of the raw text, after the last change
        index = turn = 0
        while turn < len(edits):
            start, end, after, kind = edits[turn]
            while index < len(old) and at[index] + len(old[index].after) <= start:
                yield old[index]
                shift = old[index].span.end - at[index] - len(old[index].after)
                index += 1
            first = turn
            raw_start = start + shift
            width = end - start
            # Take in whatever overlaps, on either side, until the group stands alone.
            while True:
                if index < len(old) and at[index] < end:
                    change = old[index]
                    if at[index] <= start:
                        start, raw_start = at[index], change.span.start
                    shift = change.span.end - at[index] - len(change.after)
                    end = max(end, at[index] + len(change.after))
                    if len(change.after) > width:
                        kind, width = change.kind, len(change.after)
                    index += 1
                elif turn + 1 < len(edits) and edits[turn + 1].start < end:
                    turn += 1
                    end = max(end, edits[turn].end)
                    kind = (
                        edits[turn].kind if edits[turn].end - edits[turn].start >= width else kind
                    )
                else:
                    break
            after = _replaced(self.text, start, end, edits[first : turn + 1])
            yield self._change(raw_start, end + shift, after, kind)
            turn += 1
        yield from old[index:]


class _Moved(NamedTuple):
    """A text of which stretches were moved: how it was before, and what became of it since."""

    before: Working
    ordered: Working
    """The text as it was moved, and all further edits."""
    pieces: Sequence[Piece]
    """In the order of the text as it was moved, from its beginning to its end."""

    def span(self, start: int, end: int) -> Span:
        sources = self._sources(start, end)
        return Span(min(first for first, _ in sources), max(last for _, last in sources))

    def touched(self, start: int, end: int) -> bool:
        if self.ordered.touched(start, end):
            return True
        first, last = self.ordered.span(start, end)
        return any(
            self.before.touched(piece.source + low - piece.start, piece.source + high - piece.start)
            for piece, low, high in self._parts(first, last)
        )

    def _sources(self, start: int, end: int) -> list[Span]:
        first, last = self.ordered.span(start, end)
        return [
            self.before.span(piece.source + low - piece.start, piece.source + high - piece.start)
            for piece, low, high in self._parts(first, last)
        ]

    def _parts(self, start: int, end: int) -> list[tuple[Piece, int, int]]:
        """Give the pieces that a range lies in, with the part of it in each."""
        parts = [
            (piece, max(start, piece.start), min(end, piece.end))
            for piece in self.pieces
            if piece.start < end and start < piece.end
        ]
        if parts:
            return parts
        # Between two pieces, or empty: where the last piece before it ends.
        piece = max((one for one in self.pieces if one.start <= start), default=self.pieces[0])
        place = min(max(start, piece.start), piece.end)
        return [(piece, place, place)]


def _replaced(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """Return `text[start:end]` after the edits inside it."""
    pieces = []
    for edit in edits:
        pieces.append(text[start : edit.start])
        pieces.append(edit.after)
        start = edit.end
    pieces.append(text[start:end])
    return "".join(pieces)


def _places(changes: Iterable[Repair]) -> list[int]:
    """Work out where each change stands in the copy."""
    places = []
    shift = 0
    for change in changes:
        start, end = change.span
        places.append(start + shift)
        shift += len(change.after) - (end - start)
    return places
