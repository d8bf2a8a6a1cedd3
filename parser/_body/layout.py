"""Divides the text of a telegram into paragraphs, and those into blocks.

A paragraph begins at a number, at a portion mark after a blank line, or after a heading. A block is
what stands between blank lines, a bullet, a sub-paragraph or a row of a table. A heading is a line
or two above (or between) rows of dashes, in one line with them, or alone before a numbered
paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._body.chunks import RULE_MARKS, Chunk, is_ended, last_line, read_chunks
from parser._body.headings import has_ended, is_edge, reads_like_heading
from parser._body.lists import part_lists
from parser._body.marks import MARK, normal_mark
from parser._body.numbering import NUMBERED, Numbering

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKED: Final = re.compile(rf"{MARK}\s{{0,8}}", re.IGNORECASE | re.VERBOSE)
_KNOWN_HEADING: Final = re.compile(
    r"(?:(?:BEGIN |EXECUTIVE )?SUMMARY(?: AND (?:COMMENT|INTRODUCTION|ACTION REQUEST))?|COMMENT"
    r"|INTRODUCTION|BACKGROUND|ACTION REQUEST(?:ED)?|BIO ?NOTE|CONCLUSION|NEXT STEPS)[:.]?",
    re.IGNORECASE,
)
_OPEN_ENDS: Final = (" END", " End", "\nEND", "\nEnd")
"""Behind these a blank line parts END from SUMMARY."""
_RULES: Final = re.compile(rf"^[{RULE_MARKS}]{{3,}} ?| ?[{RULE_MARKS}]{{3,}}$")
_LONGEST_HEADING: Final = 90
_MOST_HEADING_LINES: Final = 3
_LONGEST_KNOWN: Final = 50
_ABOVE: Final = 400
"""Characters that are looked at above a line: all of a long text at each line takes too long."""
_SHORTEST_ROW: Final = 3
_RULE_SLACK: Final = 4
"""By how much a row of dashes may be longer or shorter than its heading."""
_LONGEST_LINE: Final = 100
"""Longer lines were wrapped anew by a publisher: how full they are says nothing."""


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


def lay_out(text: str, start: int, end: int) -> Layout:
    """Divide `text[start:end]` into paragraphs. Everything but rules lands in one of them."""
    return _Layer(text, read_chunks(text, start, end)).run()


class _Layer:
    """Goes through the chunks once, building one paragraph at a time."""

    def __init__(self, text: str, chunks: Sequence[Chunk]) -> None:
        self._text = text
        self._chunks = chunks
        self._layout = Layout([], [], [])
        self._draft: Draft | None = None
        self._headings: list[tuple[int, int]] = []
        self._numbers = Numbering(text, chunks)
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
        elif kind == "heading" or self._is_known_heading(index, chunk):
            self._close()
            self._headings.append(_without_rules(self._text, chunk))
        elif kind == "mark" and chunk.is_apart:
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
        if not (dot or level or pilcrow):
            return False
        is_apart = chunk.is_apart or pilcrow is not None or bool(self._headings)
        if number != self._numbers.last + 1:
            if not (level and is_apart and number > 0) and not self._numbers.is_believed(
                index, number
            ):
                return False
            self._layout.doubts.append(match.span("number"))
        elif not (
            is_apart or level or self._numbers.is_ended_before(index) or self._part_capitals()
        ):
            return False
        if not (chunk.is_apart or self._headings):
            self._part_capitals()
        self._lift_heading()
        draft = self._open(chunk.start)
        draft.number = number
        self._numbers.begin(index, number)
        if level:
            draft.marking = normal_mark(level, control)
        begin = match.end()
        if control and not self._text[begin : chunk.end].strip(". "):
            begin = match.start("level") - 1  # (C - ENTIRE TEXT), and nothing behind it
        draft.blocks.append(Block(begin, chunk.end))
        return True

    def _begin_marked(self, chunk: Chunk) -> None:
        match = _MARKED.match(self._text, chunk.start, chunk.end)
        draft = self._open(chunk.start)
        begin = chunk.start
        if match:
            draft.marking = normal_mark(match["level"], match["control"])
            begin = match.end()
        draft.blocks.append(Block(begin, chunk.end))
        draft.is_open = True

    def _add(self, index: int, chunk: Chunk) -> None:
        """Add text to the paragraph, or to a new one where numbers are not used."""
        draft = self._draft
        is_row = chunk.kind == "row"
        if draft is None:
            draft = self._open(chunk.start)
        elif not is_row and draft.blocks and not draft.blocks[-1].is_row:
            last = draft.blocks[-1]
            if not chunk.is_apart:
                if chunk.kind != "bullet" or not self._starts_item(index):
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

    def _starts_item(self, index: int) -> bool:
        """Tell a bullet under a line from a dash that a wrapped line happens to begin with."""
        return self._numbers.is_ended_before(index) or self._chunks[index - 1].kind == "bullet"

    def _is_broken_sentence(self, index: int, chunk: Chunk) -> bool:
        """Say whether the blank line before this chunk stands in mid-sentence."""
        text, before = self._text, self._chunks[index - 1]
        last = text[before.end - 1]
        if chunk.kind != "text" or not (last.isalnum() or last in ",-"):
            return False
        if before.kind == "rule":
            return False
        if text[chunk.start].islower():
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

    def _lines(self, block: Block | Chunk) -> int:
        return self._text.count("\n", block.start, block.end) + 1

    # -- headings

    def _is_known_heading(self, index: int, chunk: Chunk) -> bool:
        """Say whether a line alone is one of the usual headings, `COMMENT`."""
        if (
            chunk.kind != "text"
            or not chunk.is_apart
            or chunk.end - chunk.start > _LONGEST_KNOWN
            or self._text.endswith(_OPEN_ENDS, 0, self._chunks[index - 1].end)
            or not _KNOWN_HEADING.fullmatch(self._text, chunk.start, chunk.end)
        ):
            return False
        following = self._chunks[index + 1 : index + 2]
        return not following or following[0].is_apart or following[0].kind == "rule"

    def _rule(self, index: int) -> None:
        """Take what stands right above a row of dashes for a heading, unless the row opens one."""
        draft = self._draft
        if draft is None or not draft.blocks:
            return
        if self._opens_heading(index) and not self._closes_heading(index):
            return
        if self._can_be_heading(draft) and self._underlines(index, draft.blocks[-1]):
            if not self._is_announced(draft, index):
                self._turn_to_heading(draft)
        elif not self._chunks[index].is_apart:
            self._part_heading(draft, index)

    def _can_be_heading(self, draft: Draft) -> bool:
        block = draft.blocks[-1]
        if (
            not draft.is_open
            or block.is_row
            or (draft.number is not None and len(draft.blocks) < 2)
        ):
            return False
        lines = self._lines(block)
        return lines <= _MOST_HEADING_LINES and block.end - block.start <= _LONGEST_HEADING * lines

    def _underlines(self, index: int, block: Block) -> bool:
        """Tell a row of dashes from the one that kept a line from being blank."""
        row = self._chunks[index]
        is_row = row.end - row.start >= _SHORTEST_ROW
        return is_row or reads_like_heading(self._text[block.start : block.end])

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
            start = self._beginning_above(draft.blocks[-1]) or start
            draft.blocks[-1] = draft.blocks[-1]._replace(end=min(start, draft.blocks[-1].end))
        self._close()
        self._headings.append((start, block.end))

    def _beginning_above(self, block: Block) -> int | None:
        """Find the first line of a heading that a blank line parts from the last one.

        It stands right below the text, and neither it nor that text goes on.
        """
        line = self._text.rfind("\n", block.start, block.end)
        if block.is_row or line < 0 or not has_ended(self._above(block, line)):
            return None
        first = self._text[line + 1 : block.end].strip()
        is_first = len(first) <= _LONGEST_HEADING and reads_like_heading(first)
        return line + 1 if is_first and not is_ended(first) else None

    def _part_heading(self, draft: Draft, index: int) -> None:
        """Part a heading from the text right above it.

        It is told by the length of its row of dashes, or where it reads like one and a numbered
        paragraph stands below the row.
        """
        block, rule = draft.blocks[-1], self._chunks[index]
        line = self._text.rfind("\n", block.start, block.end)
        if block.is_row or line < 0 or not has_ended(self._above(block, line)):
            return
        heading = self._text[line : block.end].strip()
        fits = abs(len(heading) - (rule.end - rule.start)) <= _RULE_SLACK and not is_ended(heading)
        following = self._chunks[index + 1 : index + 2]
        is_above_number = bool(following) and following[0].kind == "number"
        if fits or (is_above_number and reads_like_heading(heading.removesuffix("..."))):
            self._part_last_line(draft, line, heading)

    def _above(self, block: Block, line: int) -> str:
        """Return the end of a block's text above its last line, which begins behind `line`."""
        return self._text[max(block.start, line - _ABOVE) : max(line, block.start)].rstrip()

    def _part_capitals(self) -> bool:
        """Part a line of capitals from the text in small letters right above it, if there is one.

        So headings stand above numbers where a copy has lost its blank lines.
        """
        draft = self._draft
        if draft is None or not draft.blocks or draft.blocks[-1].is_row:
            return False
        block = draft.blocks[-1]
        line = self._text.rfind("\n", block.start, block.end)
        above = self._above(block, line)
        heading = self._text[line + 1 : block.end].strip()
        if not heading.isupper() or above.isupper() or not has_ended(above):
            return False
        is_parted = len(heading) <= _LONGEST_HEADING and reads_like_heading(heading)
        if is_parted:
            self._part_last_line(draft, line, heading)
        return is_parted

    def _part_last_line(self, draft: Draft, line: int, heading: str) -> None:
        """End a paragraph before its last line, the heading of the next."""
        block = draft.blocks[-1]
        draft.blocks[-1] = Block(block.start, line)
        self._close()
        self._headings.append((block.end - len(heading), block.end))

    def _opens_heading(self, index: int) -> bool:
        """Say whether what follows is a heading between this row and another."""
        following = self._chunks[index + 1 : index + 3]
        return (
            len(following) == 2
            and following[1].kind == "rule"
            and not following[1].is_apart
            and following[0].end - following[0].start <= _LONGEST_HEADING * _MOST_HEADING_LINES
            and not (following[0].kind == "number" and self._lines(following[0]) > 1)
        )

    def _closes_heading(self, index: int) -> bool:
        """Say whether the line above is a heading between this row and another."""
        above = self._chunks[max(0, index - 2) : index]
        return (
            len(above) == 2
            and above[0].kind == "rule"
            and above[1].kind in {"text", "mark"}
            and not self._chunks[index].is_apart
        )

    def _lift_heading(self) -> None:
        """Take a line that stands alone before a numbered paragraph for its heading."""
        draft = self._draft
        if draft is None or not draft.is_open or not draft.blocks:
            return
        if draft.number is not None and len(draft.blocks) == 1:
            return
        block = draft.blocks[-1]
        if (
            not block.is_row
            and 0 < block.end - block.start <= _LONGEST_HEADING
            and self._lines(block) <= 2
            and reads_like_heading(self._text[block.start : block.end])
            and not self._is_listed(draft)
        ):
            self._turn_to_heading(draft)

    def _lift_capitals(self, draft: Draft, following: Chunk) -> None:
        """Take a line of capitals alone above a text in small letters for its heading.

        So headings stand where paragraphs have no numbers. What a text begins with is its title,
        an address or the like.
        """
        is_first = not self._layout.paragraphs
        if is_first or len(draft.blocks) > 1 or draft.marking or not draft.is_open:
            return
        line = self._text[draft.blocks[0].start : draft.blocks[0].end].strip()
        if (
            line.isupper()
            and len(line) <= _LONGEST_KNOWN
            and reads_like_heading(line)
            and not is_edge(line)
            and not self._text[following.start : following.end].isupper()
        ):
            self._turn_to_heading(draft)

    def _is_announced(self, draft: Draft, index: int) -> bool:
        """Say whether a colon announces the lines above a row of dashes, which underlines none."""
        *above, last = draft.blocks
        above = above or [
            block for one in self._layout.paragraphs[-1:] for block in one.blocks[-1:]
        ]
        lines = [line.strip() for line in self._text[last.start : last.end].split("\n")]
        rule = self._text[self._chunks[index].start : self._chunks[index].end].strip()
        return (
            len(lines) > 1
            and abs(max(map(len, lines)) - len(rule)) > _RULE_SLACK
            and any(self._text[block.start : block.end].rstrip()[-1:] == ":" for block in above)
        )

    def _is_listed(self, draft: Draft) -> bool:
        """Say whether the last block is one of the lines that a colon announces, all written alike.

        Items with a bullet are told from a heading below them by that.
        """
        *above, last = (self._text[block.start : block.end] for block in draft.blocks)
        for line in reversed(above):
            if line[-1] == ":":
                return True
            is_alike = line[0].isalnum() and line.isupper() == last.isupper()
            if "\n" in line or is_ended(line) or not is_alike:
                break
        return False


def _without_rules(text: str, chunk: Chunk) -> tuple[int, int]:
    """Return where the words of a heading stand in a line that may hold its dashes too."""
    line = text[chunk.start : chunk.end]
    words = _RULES.sub("", line).strip()
    start = chunk.start + line.index(words)
    return start, start + len(words)
