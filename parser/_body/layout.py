"""Divides the text of a telegram into paragraphs, and those into blocks.

A paragraph begins at a number, at a portion mark after a blank line, or after a heading. A block is
what stands between blank lines, a bullet, a sub-paragraph or a row of a table. A heading is a line
or two above (or between) rows of dashes, in one line with them, or alone before a numbered
paragraph; where paragraphs have no numbers, a line of capitals alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._body.chunks import Chunk, is_ended, last_line, read_chunks
from parser._body.headings import Headings, without_rules
from parser._body.lists import part_lists
from parser._body.marks import BEHIND_MARK, MARK, normal_mark
from parser._body.numbering import NUMBERED, Numbering
from parser._tables import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_MARKED: Final = re.compile(rf"{MARK}{BEHIND_MARK}\s{{0,8}}", re.IGNORECASE | re.VERBOSE)
_LONGEST_LINE: Final = 100
"""Longer lines were wrapped anew by a publisher: how full they are says nothing."""


_LONGEST_LABEL: Final = 2
"""Characters of the letter of an item and of its stop."""


class Block(NamedTuple):
    """A stretch of text that is shown as one; rows of a table are one block each."""

    start: int
    end: int
    is_row: bool = False


@dataclass(slots=True)
class Draft:
    """A paragraph in the making; positions in the text it is made from."""

    start: int
    headings: list[tuple[int, int]]
    number: int | None = None
    marking: str | None = None
    blocks: list[Block] = field(default_factory=list)
    is_open: bool = False
    """Its last block may be a heading: it began after a blank line."""

    @property
    def end(self) -> int:
        """Where its last block, or the heading that stands for one, ends."""
        return self.blocks[-1].end if self.blocks else self.headings[-1][1]


@dataclass(slots=True)
class Layout:
    """What a text is made of."""

    paragraphs: list[Draft]
    gaps: list[tuple[int, int]]
    """Blank lines inside a sentence: from the end of one line to the start of the next."""
    doubts: list[tuple[int, int]]
    """Numbers that do not follow the one before."""


def lay_out(text: str, start: int, end: int, headings: AbstractSet[str] = frozenset()) -> Layout:
    """Divide `text[start:end]` into paragraphs. Everything but rules lands in one of them.

    `headings` are lines of which the source says that they are headings.
    """
    chunks = read_chunks(text, start, end)
    if headings:
        chunks = [
            one._replace(kind="heading") if text[one.start : one.end] in headings else one
            for one in chunks
        ]
    return _Layer(text, chunks).run()


class _Layer:
    """Goes through the chunks once, building one paragraph at a time."""

    def __init__(self, text: str, chunks: Sequence[Chunk]) -> None:
        self._text = text
        self._chunks = chunks
        self._layout = Layout([], [], [])
        self._draft: Draft | None = None
        self._headings: list[tuple[int, int]] = []
        self._numbers = Numbering(text, chunks)
        self._finder = Headings(text, chunks)
        self._width: int | None = None

    def run(self) -> Layout:
        """Divide the text."""
        for index, chunk in enumerate(self._chunks):
            if chunk.kind != "number" or not self._begin_numbered(index, chunk):
                self._take(index, chunk)
        self._close()
        if self._headings:
            self._open(self._headings[0][0])
            self._close()
        part_lists(self._text, self._layout.paragraphs, self._margin)
        return self._layout

    def _take(self, index: int, chunk: Chunk) -> None:
        """Decide what a chunk does that begins no numbered paragraph."""
        kind = chunk.kind
        if kind == "rule":
            self._rule(index)
        elif kind == "heading" or self._finder.is_known(index, chunk):
            self._close()
            self._headings.append(without_rules(self._text, chunk))
        elif kind == "mark" and (chunk.is_apart or self._is_only_numbered()):
            self._begin_marked(chunk)
        else:
            self._add(index, chunk)

    # -- paragraphs

    def _open(self, start: int) -> Draft:
        self._close()
        self._draft = draft = Draft(start, self._headings)
        self._headings = []
        return draft

    def _close(self) -> None:
        draft = self._draft
        if draft is not None and (draft.blocks or draft.headings):
            self._layout.paragraphs.append(draft)
        self._draft = None

    def _begin_numbered(self, index: int, chunk: Chunk) -> bool:
        """Begin a numbered paragraph, if the number is believed: one sign alone is never enough."""
        match = NUMBERED.match(self._text, chunk.start, chunk.end)
        if not match:
            return False
        pilcrow, digits, dot, level, control, unopened, unclosed = match.groups()
        number = int(digits)
        level = level or unopened or unclosed
        sign = (dot or "").strip(" ,")
        if not (sign or level or pilcrow) or self._numbers.counts_items(number, sign):
            return False
        is_apart = chunk.is_apart or pilcrow is not None or bool(self._headings)
        if number != self._numbers.last + 1:
            if not (level and is_apart and number > 0) and not self._numbers.is_believed(
                index, number
            ):
                return False
            self._layout.doubts.append(match.span("number"))
        elif not level and (
            self._numbers.is_next_item(index, number)
            or not (is_apart or self._numbers.is_ended_before(index) or self._part_capitals())
        ):
            return False
        # Most texts end in small letters and a full stop, and have no capitals below them.
        is_usual = chunk.is_apart and self._text[self._chunks[index - 1].end - 2].islower()
        if not (is_usual or self._headings):
            self._part_capitals()
        self._lift_heading()
        draft = self._open(chunk.start)
        draft.number = number
        self._numbers.begin(index, number, sign, is_marked=bool(level))
        if level:
            draft.marking = normal_mark(level, control)
        begin = match.end()
        if control and not self._text[begin : chunk.end].strip(". "):
            begin = match.start("level") - 1  # (C - ENTIRE TEXT), and nothing behind it
        draft.blocks.append(Block(begin, chunk.end))
        return True

    def _begin_marked(self, chunk: Chunk) -> None:
        match = _MARKED.match(self._text, chunk.start, chunk.end)
        draft = self._draft
        if draft is None or not self._is_only_numbered():
            draft = self._open(chunk.start)
        begin = chunk.start
        if match:
            draft.marking = normal_mark(match["level"], match["control"])
            begin = match.end()
        draft.blocks.append(Block(begin, chunk.end))
        draft.is_open = True

    def _is_only_numbered(self) -> bool:
        """Say whether a number and the heading beside it are all there is of the paragraph."""
        draft = self._draft
        return draft is not None and draft.number is not None and not draft.blocks

    def _add(self, index: int, chunk: Chunk) -> None:
        """Add text to the paragraph, or to a new one where numbers are not used."""
        draft = self._draft
        is_row = chunk.kind == "row"
        is_item = chunk.kind == "number" and self._numbers.is_item(index)
        if draft is None:
            draft = self._open(chunk.start)
        elif not is_row and draft.blocks and not draft.blocks[-1].is_row:
            last = draft.blocks[-1]
            if not chunk.is_apart:
                if not (is_item or (chunk.kind == "bullet" and self._starts_item(index, chunk))):
                    draft.blocks[-1] = Block(last.start, chunk.end)
                    return
            elif self._is_broken_sentence(index, chunk):
                self._layout.gaps.append((last.end, chunk.start))
                draft.blocks[-1] = Block(last.start, chunk.end)
                return
        if draft.number is None and draft.blocks and chunk.kind == "text" and chunk.is_apart:
            self._lift_capitals(draft, chunk)
            draft = self._open(chunk.start)
        draft.is_open = chunk.is_apart
        draft.blocks.append(Block(chunk.start, chunk.end, is_row))

    # -- what belongs together

    def _starts_item(self, index: int, chunk: Chunk) -> bool:
        """Tell a bullet under a line from a dash that a wrapped line happens to begin with.

        A letter with its stop is no line of its own: it ends the sentence above.
        """
        is_below_item = self._chunks[index - 1].kind == "bullet"
        is_below_item = is_below_item and chunk.end - chunk.start > _LONGEST_LABEL
        return is_below_item or self._numbers.is_ended_before(index)

    def _is_broken_sentence(self, index: int, chunk: Chunk) -> bool:
        """Say whether the blank line before this chunk stands in mid-sentence."""
        text, before = self._text, self._chunks[index - 1]
        last = text[before.end - 1]
        is_possible = chunk.kind == "text" or (
            chunk.kind == "bullet" and self._is_last_word(index, chunk)
        )
        if not is_possible or not (last.isalnum() or last in ",-"):
            return False
        if before.kind == "rule":
            return False
        if text[chunk.start].islower() or self._is_left_open(before):
            return True
        # In front of a capital it takes two more signs: the line above is full, and what follows
        # runs on over several lines, as no heading does.
        line, line_end, _ = text[chunk.start : chunk.end].partition("\n")
        line = line.rstrip()
        return (
            line_end != ""
            and not is_ended(line)
            and not line.isupper()
            and self._is_full(last_line(text, before), line)
        )

    def _is_last_word(self, index: int, chunk: Chunk) -> bool:
        """Tell the last word of a sentence, `a.`, from the letter of an item that has a text."""
        following = self._chunks[index + 1 : index + 2]
        return (
            chunk.end - chunk.start <= _LONGEST_LABEL
            and self._text[chunk.start].islower()
            and (not following or following[0].kind != "text")
        )

    def _is_left_open(self, chunk: Chunk) -> bool:
        """Say whether an article or the like ends a line that was not wrapped: nothing is lost."""
        line = last_line(self._text, chunk)
        return len(line) > _LONGEST_LINE and line.rpartition(" ")[2] in word_list("unfinished")

    def _is_full(self, line: str, following: str) -> bool:
        """Say whether the first word of the next line had not gone into this one."""
        word = following.split(None, 1)[0]
        return len(line) + 1 + len(word) > self._margin() and len(line) <= _LONGEST_LINE

    def _margin(self) -> int:
        """Return how long the longest line is."""
        if self._width is None:
            start, end = self._chunks[0].start, self._chunks[-1].end
            self._width = max(map(len, self._text[start:end].split("\n")))
        return self._width

    # -- headings

    def _rule(self, index: int) -> None:
        """Take what stands right above a row of dashes for a heading, unless the row opens one."""
        draft = self._draft
        if draft is None or not draft.blocks:
            return
        finder = self._finder
        if finder.is_opened_by(index) and not finder.is_closed_by(index):
            return
        if finder.is_beside_number(draft, index):
            block = draft.blocks.pop()
            draft.headings.append((block.start, block.end))
        elif finder.is_underlined(draft, index):
            if not finder.is_announced(draft, self._layout.paragraphs[-1:], index):
                self._turn_to_heading(draft)
        elif not self._chunks[index].is_apart:
            self._part_last_line(draft, finder.underlined_line(draft.blocks[-1], index))

    def _part_capitals(self) -> bool:
        """Part a line of capitals from the text right above it, if there is one.

        So headings stand above numbers where a copy has lost its blank lines.
        """
        draft = self._draft
        if draft is None or not draft.blocks:
            return False
        line = self._finder.capital_line(draft.blocks[-1])
        self._part_last_line(draft, line)
        return line is not None

    def _lift_heading(self) -> None:
        """Take a line that stands alone before a numbered paragraph for its heading."""
        draft = self._draft
        if draft is not None and self._finder.is_alone(draft):
            self._turn_to_heading(draft)

    def _lift_capitals(self, draft: Draft, following: Chunk) -> None:
        """Take a line of capitals alone above a text in small letters for its heading.

        So headings stand where paragraphs have no numbers. What a text begins with is its title,
        an address or the like.
        """
        if self._layout.paragraphs and self._finder.is_capitals_alone(draft, following):
            self._turn_to_heading(draft)

    def _turn_to_heading(self, draft: Draft) -> None:
        """Make the last block of a paragraph the heading of the next."""
        block = draft.blocks.pop()
        start = block.start
        if not draft.blocks and draft.number is None:
            start = draft.start
            draft.headings.extend(self._headings)
            self._headings = draft.headings
            self._draft = None
        elif draft.blocks:
            start = self._finder.beginning_above(draft.blocks[-1]) or start
            draft.blocks[-1] = draft.blocks[-1]._replace(end=min(start, draft.blocks[-1].end))
        self._close()
        self._headings.append((start, block.end))

    def _part_last_line(self, draft: Draft, line: int | None) -> None:
        """End a paragraph before its last line, the heading of the next, where there is one."""
        if line is None:
            return
        block = draft.blocks[-1]
        draft.blocks[-1] = Block(block.start, line)
        self._close()
        begin = block.end - len(self._text[line : block.end].lstrip())
        self._headings.append((begin, block.end))
