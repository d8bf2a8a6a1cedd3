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

from parser._body.lines import RULE_MARKS, Kind, Line, is_ended, read_lines
from parser._body.marks import BROKEN_MARK, MARK, normal_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBERED: Final = re.compile(
    rf"""(?P<pilcrow>\u00b6\s?)?(?P<number>\d{{1,3}})(?P<dot>\s?[.)])?
    (?:\s{{0,8}}(?:{MARK}|{BROKEN_MARK}))?\s{{0,8}}""",
    re.IGNORECASE | re.VERBOSE,
)
_MARKED: Final = re.compile(rf"{MARK}\s{{0,8}}", re.IGNORECASE | re.VERBOSE)
_KNOWN_HEADING: Final = re.compile(
    r"(?:(?:BEGIN |EXECUTIVE )?SUMMARY(?: AND (?:COMMENT|INTRODUCTION|ACTION REQUEST))?|COMMENT"
    r"|INTRODUCTION|BACKGROUND|ACTION REQUEST(?:ED)?|BIO ?NOTE|CONCLUSION|NEXT STEPS)[:.]?",
    re.IGNORECASE,
)
_RULES: Final = re.compile(rf"^[{RULE_MARKS}]{{3,}} ?| ?[{RULE_MARKS}]{{3,}}$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST_HEADING: Final = 90
_LONGEST_LINE: Final = 100
"""Longer lines were wrapped anew by a publisher: how full they are says nothing."""
_SMALL_WORDS: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "its",
        "of",
        "on",
        "or",
        "over",
        "the",
        "to",
        "under",
        "vs",
        "with",
    ]
)


class Block(NamedTuple):
    """A stretch of text that is shown as one; rows of a table are one block each."""

    start: int
    end: int
    is_row: bool = False


@dataclass(slots=True)
class Draft:
    """A paragraph in the making; positions in the text it is made from."""

    number: int | None = None
    marking: str | None = None
    headings: list[tuple[int, int]] = field(default_factory=list)
    start: int = -1
    blocks: list[Block] = field(default_factory=list)
    is_open: bool = False
    """Its last block may be a heading: it began after a blank line."""
    lines: int = 0
    """Of the last block."""


@dataclass(slots=True)
class Layout:
    """What a text is made of."""

    paragraphs: list[Draft]
    gaps: list[tuple[int, int]]
    """Blank lines inside a sentence: from the end of one line to the start of the next."""
    doubts: list[tuple[int, int]]
    """Numbers that do not follow the one before."""


def lay_out(text: str, start: int = 0, end: int | None = None) -> Layout:
    """Divide `text[start:end]` into paragraphs. Everything but rules lands in one of them."""
    return _Layer(text, read_lines(text, start, end)).run()


class _Layer:
    """Goes through the lines once, building one paragraph at a time."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines
        self._layout = Layout([], [], [])
        self._draft: Draft | None = None
        self._headings: list[tuple[int, int]] = []
        self._last = 0
        self._previous: Line | None = None
        self._is_after_blank = True
        self._width = max((len(line.text) for line in lines), default=0)

    def run(self) -> Layout:
        for index, line in enumerate(self._lines):
            if line.kind is Kind.BLANK:
                self._is_after_blank = True
                continue
            self._take(index, line)
        self._close()
        if self._headings:
            self._open(self._headings[0][0])
            self._close()
        return self._layout

    def _take(self, index: int, line: Line) -> None:
        """Decide what a line that is not blank does."""
        kind = line.kind
        if kind is Kind.RULE:
            self._rule(index)
            return
        if kind is Kind.HEADING or (
            self._is_after_blank and self._is_alone(index) and _KNOWN_HEADING.fullmatch(line.text)
        ):
            self._close()
            self._headings.append(_without_rules(line))
        elif kind is Kind.NUMBER and self._begin_numbered(line):
            pass
        elif kind is Kind.MARK and self._is_after_blank:
            self._begin_marked(line)
        else:
            self._add(index, line)
        self._previous = line
        self._is_after_blank = False

    # -- paragraphs

    def _open(self, start: int) -> Draft:
        self._close()
        self._draft = Draft(headings=self._headings, start=start)
        self._headings = []
        return self._draft

    def _close(self) -> None:
        if self._draft is not None and (self._draft.blocks or self._draft.headings):
            self._layout.paragraphs.append(self._draft)
        self._draft = None

    def _begin_numbered(self, line: Line) -> bool:
        """Begin a numbered paragraph, if the number is believed."""
        match = _NUMBERED.match(self._text, line.start, line.end + 40)
        if not match or not self._is_believed(match):
            return False
        self._lift_heading()
        draft = self._open(line.start)
        draft.number = self._last = int(match["number"])
        level = match["level"] or match["unopened"] or match["unclosed"]
        draft.marking = normal_mark(level, match["control"]) if level else None
        begin = min(match.end(), max(line.end, match.end()))
        if begin < line.end:
            draft.blocks.append(Block(begin, line.end))
        else:
            draft.blocks.append(Block(begin, begin))
        draft.lines = 1
        return True

    def _is_believed(self, match: re.Match[str]) -> bool:
        """Weigh the signs that a number is a paragraph's: one alone is never enough."""
        number = int(match["number"])
        is_marked = bool(match["level"] or match["unopened"] or match["unclosed"])
        if not match["dot"] and not is_marked and not match["pilcrow"]:
            return False
        is_apart = self._is_after_blank or bool(match["pilcrow"]) or bool(self._headings)
        if number == self._last + 1:
            ended = self._previous is None or is_ended(self._previous.text)
            return is_apart or is_marked or ended
        if is_marked and is_apart and number > 0:
            self._layout.doubts.append(match.span("number"))
            return True
        return False

    def _begin_marked(self, line: Line) -> None:
        match = _MARKED.match(self._text, line.start, line.end + 1)
        if match is None:
            return
        draft = self._open(line.start)
        draft.marking = normal_mark(match["level"], match["control"])
        draft.blocks.append(Block(min(match.end(), line.end), line.end))
        draft.lines = 1

    def _add(self, index: int, line: Line) -> None:
        """Add a line of text to the paragraph, or to a new one where numbers are not used."""
        draft = self._draft
        is_row = line.kind is Kind.TABLE
        if draft is None:
            draft = self._open(line.start)
            draft.is_open = True
            self._append(draft, line, is_row=is_row)
            return
        if not is_row and draft.blocks and not draft.blocks[-1].is_row:
            if not self._is_after_blank:
                if line.kind is not Kind.BULLET or not self._starts_item():
                    self._extend(draft, line)
                    return
            elif self._is_broken_sentence(index, line):
                previous = self._previous
                if previous is not None:
                    self._layout.gaps.append((previous.end, line.start))
                self._extend(draft, line)
                return
        if draft.number is None and line.kind is Kind.TEXT and self._is_after_blank:
            draft = self._open(line.start)
        draft.is_open = self._is_after_blank
        self._append(draft, line, is_row=is_row)

    def _append(self, draft: Draft, line: Line, *, is_row: bool) -> None:
        draft.blocks.append(Block(line.start, line.end, is_row))
        draft.lines = 1

    def _extend(self, draft: Draft, line: Line) -> None:
        last = draft.blocks[-1]
        start = last.start if last.end > last.start else line.start
        draft.blocks[-1] = Block(start, line.end)
        draft.lines += 1

    # -- what belongs together

    def _starts_item(self) -> bool:
        """Tell a bullet under a line from a dash that a wrapped line happens to begin with."""
        previous = self._previous
        return previous is None or is_ended(previous.text) or previous.kind is Kind.BULLET

    def _is_broken_sentence(self, index: int, line: Line) -> bool:
        """Say whether the blank line before this one stands in mid-sentence."""
        previous = self._previous
        if previous is None or line.kind is not Kind.TEXT or is_ended(previous.text):
            return False
        if not (previous.text[-1].isalnum() or previous.text[-1] in ",-"):
            return False
        if line.text[0].islower():
            return True
        # In front of a capital it takes two more signs: the line above is full, and what follows
        # runs on over several lines, as no heading does.
        return self._is_full(previous, line) and self._runs_on(index)

    def _is_full(self, line: Line, following: Line) -> bool:
        """Say whether the first word of the next line had not gone into this one."""
        word = following.text.split(None, 1)[0]
        return len(line.text) + 1 + len(word) > self._width and len(line.text) <= _LONGEST_LINE

    def _runs_on(self, index: int) -> bool:
        lines = self._lines[index : index + 3]
        return (
            len(lines) == 3
            and lines[1].kind is Kind.TEXT
            and lines[2].kind in {Kind.TEXT, Kind.BLANK}
            and not is_ended(lines[0].text)
            and lines[0].text != lines[0].text.upper()
        )

    def _is_alone(self, index: int) -> bool:
        return index + 1 >= len(self._lines) or self._lines[index + 1].kind is Kind.BLANK

    # -- headings

    def _rule(self, index: int) -> None:
        """Take what stands right above a row of dashes for a heading, unless the row opens one."""
        draft = self._draft
        if draft is not None and self._can_be_heading(draft) and not self._opens_heading(index):
            block = draft.blocks.pop()
            if not draft.blocks and draft.number is None:
                self._headings = [*draft.headings, *self._headings]
                self._draft = None
            self._close()
            self._headings.append((block.start, block.end))
        self._is_after_blank = True

    def _can_be_heading(self, draft: Draft) -> bool:
        if not draft.blocks or draft.lines > 3 or not draft.is_open:
            return False
        block = draft.blocks[-1]
        if draft.number is not None and len(draft.blocks) == 1:
            return False
        return not block.is_row and block.end - block.start <= _LONGEST_HEADING * draft.lines

    def _opens_heading(self, index: int) -> bool:
        """Say whether the next lines are a heading between this row and another."""
        lines = self._lines[index + 1 : index + 5]
        for place, line in enumerate(lines):
            if line.kind is Kind.RULE:
                return place > 0
            if line.kind is not Kind.TEXT:
                return False
        return False

    def _lift_heading(self) -> None:
        """Take a line that stands alone before a numbered paragraph for its heading."""
        draft = self._draft
        if draft is None or not draft.is_open or draft.lines > 2 or not draft.blocks:
            return
        if draft.number is not None and len(draft.blocks) == 1:
            return
        block = draft.blocks[-1]
        if block.is_row or not _reads_like_heading(self._text[block.start : block.end]):
            return
        draft.blocks.pop()
        if not draft.blocks and draft.number is None:
            self._headings = [*draft.headings, *self._headings]
            self._draft = None
        self._headings.append((block.start, block.end))


def _reads_like_heading(text: str) -> bool:
    """Say whether a line could be a heading: short, capitals, no end of a sentence."""
    if (
        len(text) > _LONGEST_HEADING
        or text[-1] in ".;,)"
        or not (text[0].isupper() or not text[0].isalpha())
    ):
        return False
    words: list[str] = [word for word in _WORD.findall(text) if word not in _SMALL_WORDS]
    capital = sum(word[0].isupper() for word in words)
    return capital * 2 > len(words) and capital >= len(words) - 2


def _without_rules(line: Line) -> tuple[int, int]:
    """Return where the words of a heading stand in a line that holds its dashes too."""
    words = _RULES.sub("", line.text).strip()
    start = line.start + line.text.index(words)
    return start, start + len(words)
