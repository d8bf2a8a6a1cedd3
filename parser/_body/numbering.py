"""Paragraph numbers: which are believed out of order, and which count the items of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from parser._body.chunks import is_ended, last_line
from parser._body.marks import BEHIND_MARK, BROKEN_MARK, MARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parser._body.chunks import Chunk

NUMBERED: Final = re.compile(
    rf"""(?P<pilcrow>\u00b6\s?)?(?P<number>\d{{1,3}})(?P<dot>\s?[.)]|,(?=\s?\())?
    (?:\s{{0,8}}(?:{MARK}{BEHIND_MARK}|{BROKEN_MARK}))?\s{{0,8}}""",
    re.IGNORECASE | re.VERBOSE,
)
"""A paragraph number, what stands around it, and its portion mark."""
_MOST_LOST: Final = 2
"""Numbers side by side that may be lost before one that is believed without a portion mark."""
_MOST_LOST_BEFORE_PILCROW: Final = 20
_FIRST_REPEATED: Final = 2
"""The first number that is believed to stand twice."""
_PARTING: Final = frozenset(("rule", "heading"))
"""Under these numbers may begin again."""
_LOOKED_AHEAD: Final = 60
"""Chunks in which the number after it is looked for, and those that would come again."""


class Numbering:
    """The numbers of one text, and how far they have come."""

    def __init__(self, text: str, chunks: Sequence[Chunk]) -> None:
        self._text = text
        self._chunks = chunks
        self._begun = 0
        self._sign = ""
        self._item = 0
        self._listed = 0
        self._list_is_apart = False
        self._are_marked = True
        self._marked_at = self._marked = 0
        self.last = 0
        """The number of the last paragraph that has one."""

    def begin(self, index: int, number: int, sign: str, *, is_marked: bool) -> None:
        """Take a number, and the sign behind it, for those of the paragraph at `index`."""
        self.last, self._begun = number, index
        self._sign, self._item, self._listed = self._sign or sign, 0, 0
        self._are_marked = self._are_marked and is_marked

    def is_item(self, index: int) -> bool:
        """Say whether a number that begins no paragraph counts an item of a list in one.

        Its 2 stands below its 1, and that behind the end of a sentence or clause.
        """
        may_begin = self._chunks[index].is_apart or self.is_ended_before(index)
        if not (may_begin or self._listed):
            return False
        number = self._number(index)
        if number == 1:
            is_item = may_begin and self._number(index + 1) == number + 1
        else:
            is_item = self._listed > 0 and number == self._listed + 1
        if is_item:
            self._listed = number
            self._list_is_apart = self._chunks[index + (number == 1)].is_apart
        return is_item

    def is_next_item(self, index: int, number: int) -> bool:
        """Say whether an unmarked number that is due counts the next item of the list above it.

        Items that stand under each other are told by that; where blank lines part them, by marks
        that all paragraphs have.
        """
        if self._listed == 0 or number != self._listed + 1:
            return False
        if self._chunks[index].is_apart != self._list_is_apart:
            return False
        return not self._list_is_apart or (self._are_marked and not self._is_marked_ahead(index))

    def counts_items(self, number: int, sign: str) -> bool:
        """Say whether a number counts items, `1)`, `2)`, where paragraphs have full stops.

        One alone may be that of a paragraph with a wrong sign.
        """
        if sign != ")" or self._sign != "." or number not in {1, self._item + 1}:
            return False
        if number > 1 and self._item == 0:
            return False
        self._item = number
        return True

    def is_believed(self, index: int, number: int) -> bool:
        """Say whether a number out of order is that of a paragraph, though no mark tells it."""
        return (
            self._follows_lost(index, number)
            or self._begins_again(index, number)
            or self._repeats(index, number)
        )

    def is_ended_before(self, index: int) -> bool:
        """Say whether what stands above a chunk ends a sentence."""
        return index == 0 or is_ended(last_line(self._text, self._chunks[index - 1]))

    def _follows_lost(self, index: int, number: int) -> bool:
        """Say whether numbers were lost before this one: the next follows it, theirs never come.

        More of them may be where a pilcrow stands in front and a whole paragraph above.
        """
        if not self.last + 1 < number <= self.last + 1 + _MOST_LOST_BEFORE_PILCROW:
            return False
        chunk = self._chunks[index]
        is_apart, is_behind_sentence = chunk.is_apart, self.is_ended_before(index)
        is_marked = is_apart and is_behind_sentence and self._text.startswith("\u00b6", chunk.start)
        most = _MOST_LOST_BEFORE_PILCROW if is_marked else _MOST_LOST
        if number > self.last + 1 + most or not (is_apart or is_behind_sentence):
            return False
        ahead = self._ahead(index)
        following = next(ahead, None)  # most are no more: the others are left unread
        if following is None:
            return is_marked or self._closes(index, number)
        follows = following == number + 1 or (is_marked and following > number)
        return follows and not any(self.last < one < number for one in ahead)

    def _closes(self, index: int, number: int) -> bool:
        """Say whether the last number of all is believed: one is lost before, none of a list."""
        return (
            number == self.last + 2
            and self.last >= _FIRST_REPEATED
            and self._chunks[index].is_apart
            and self.is_ended_before(index)
            and self._number_above(index) == self._begun
        )

    def _begins_again(self, index: int, number: int) -> bool:
        """Say whether the numbers begin again at 1 under a heading or a row, as below a list."""
        if number != 1 or self._chunks[index - 1].kind not in _PARTING:
            return False
        ahead = self._ahead(index)
        return next(ahead, None) == number + 1 and self.last + 1 not in ahead

    def _repeats(self, index: int, number: int) -> bool:
        """Say whether a paragraph has the number of the one before, and the next follows it.

        A 1 begins a list, and a number between the two belongs to one, which may come to this.
        """
        if number != self.last or number < _FIRST_REPEATED or not self._chunks[index].is_apart:
            return False
        is_next = self._number_above(index) == self._begun
        return is_next and next(self._ahead(index), None) == number + 1

    def _number(self, index: int) -> int:
        """Return the number and its sign that a chunk begins with; 0 where there are none."""
        chunk = self._chunks[index] if index < len(self._chunks) else None
        if chunk is None or chunk.kind != "number":
            return 0
        match = NUMBERED.match(self._text, chunk.start, chunk.end)
        return int(match["number"]) if match and match["dot"] else 0

    def _is_marked_ahead(self, index: int) -> bool:
        """Say whether the next paragraph with a mark has a number that this one leads to."""
        if index >= self._marked_at:
            self._marked_at, self._marked = self._next_marked(index)
        return self._marked > self._number(index)

    def _next_marked(self, index: int) -> tuple[int, int]:
        """Find the next number with a mark, or how far there is none, with a 0 for it."""
        end = min(len(self._chunks), index + 1 + _LOOKED_AHEAD)
        for place in range(index + 1, end):
            chunk = self._chunks[place]
            match = NUMBERED.match(self._text, chunk.start) if chunk.kind == "number" else None
            if match and match["level"]:
                return place, int(match["number"])
        return end, 0

    def _number_above(self, index: int) -> int:
        """Find the chunk above that begins with a number; a paragraph has begun with one."""
        before = index - 1
        while self._chunks[before].kind != "number":
            before -= 1
        return before

    def _ahead(self, index: int) -> Iterator[int]:
        return (
            int(match["number"])
            for chunk in self._chunks[index + 1 : index + 1 + _LOOKED_AHEAD]
            if chunk.kind == "number" and (match := NUMBERED.match(self._text, chunk.start))
        )
