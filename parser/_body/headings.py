"""Which lines of a text are headings: how they read, and what stands around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from parser._body.chunks import RULE_MARKS, is_ended
from parser._body.stamps import STAMP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parser._body.chunks import Chunk
    from parser._body.layout import Block, Draft

_KNOWN_HEADING: Final = re.compile(
    r"(?:(?:BEGIN |EXECUTIVE )?SUMMARY(?: AND (?:COMMENT|INTRODUCTION|ACTION REQUEST))?|COMMENT"
    r"|INTRODUCTION|BACKGROUND|ACTION REQUEST(?:ED)?|BIO ?NOTE|CONCLUSION|NEXT STEPS)[:.]?",
    re.IGNORECASE,
)
_OPEN_ENDS: Final = (" END", " End", "\nEND", "\nEnd")
"""Behind these a blank line parts END from SUMMARY."""
_END: Final = r"\bEND (?:SUMMARY|COMMENT|NOTE)"
_CLOSED: Final = re.compile(_END, re.IGNORECASE)
_CLOSES: Final = re.compile(rf"{_END}[.)\]]{{0,2}}\Z", re.IGNORECASE)
_END_OF_TEXT: Final = re.compile(r"END (?:OF )?[A-Z /-]{2,40}\Z")
"""What closes it stands below it, not above the next paragraph."""
_ITEM: Final = re.compile(r"\d{1,2}\) ")
_EDGE: Final = re.compile(r"(?:BEGIN|END|QUOTE|UNQUOTE)\b")
"""What opens or closes a text that is sent along."""
_INITIALS: Final = re.compile(r"(?:[A-Z]\.){2,4}\Z")
"""The end of a line that ends in `U.S.`, and no sentence by that."""
_RULES: Final = re.compile(
    rf"^[{RULE_MARKS}]{{3,}} ?| {{0,4}}[{RULE_MARKS}]{{3,}}(?: [{RULE_MARKS}]{{1,60}})?$"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST_CLOSING: Final = 20
_LONGEST_HEADING: Final = 90
_MOST_HEADING_LINES: Final = 3
_LONGEST_KNOWN: Final = 50
_ABOVE: Final = 400
"""Characters that are looked at above a line: all of a long text at each line takes too long."""
_MOST_ANNOUNCED: Final = 20
"""Blocks of one paragraph, of which the first may announce the last: all of many take too long."""
_SHORTEST_ROW: Final = 3
_RULE_SLACK: Final = 4
"""By how much a row of dashes may be longer or shorter than its heading."""
_REDACTED: Final = ("XXXX", "xxxx")
"""How a text ends whose last words a publisher took out."""
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


class Headings:
    """Tells which lines among the chunks of one text are headings."""

    def __init__(self, text: str, chunks: Sequence[Chunk]) -> None:
        self._text = text
        self._chunks = chunks

    def is_known(self, index: int, chunk: Chunk) -> bool:
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

    # -- rows of dashes

    def is_opened_by(self, index: int) -> bool:
        """Say whether what follows is a heading between this row and another."""
        following = self._chunks[index + 1 : index + 3]
        return (
            len(following) == 2
            and following[1].kind == "rule"
            and not following[1].is_apart
            and following[0].end - following[0].start <= _LONGEST_HEADING * _MOST_HEADING_LINES
            and not (following[0].is_apart and self._fits_above(index))
            and not (following[0].kind == "number" and self._lines(following[0]) > 1)
        )

    def _fits_above(self, index: int) -> bool:
        """Say whether a row is as long as the line right above it, which reads like a heading."""
        above, row = self._chunks[index - 1 : index], self._chunks[index]
        if row.is_apart or not above or above[0].kind != "text" or self._lines(above[0]) > 1:
            return False
        line = self._text[above[0].start : above[0].end]
        return abs(len(line) - (row.end - row.start)) <= _RULE_SLACK and reads_like_heading(line)

    def is_closed_by(self, index: int) -> bool:
        """Say whether the line above is a heading between this row and another."""
        above = self._chunks[max(0, index - 2) : index]
        return (
            len(above) == 2
            and above[0].kind == "rule"
            and above[1].kind in {"text", "mark"}
            and not self._chunks[index].is_apart
        )

    def is_underlined(self, draft: Draft, index: int) -> bool:
        """Say whether the last block of a paragraph stands above a row as a heading does.

        A short row may only have kept a line from being blank, and one below a blank line parts
        what stands there from a sentence.
        """
        block, row = draft.blocks[-1], self._chunks[index]
        if (
            not draft.is_open
            or block.is_row
            or (draft.number is not None and len(draft.blocks) < 2)
        ):
            return False
        if row.is_apart and self._text[block.end - 1] == ".":
            return False
        if _END_OF_TEXT.match(self._text, block.start, block.end):
            return False
        lines = self._lines(block)
        if lines > _MOST_HEADING_LINES or block.end - block.start > _LONGEST_HEADING * lines:
            return False
        is_row = row.end - row.start >= _SHORTEST_ROW
        return is_row or reads_like_heading(self._text[block.start : block.end])

    def is_beside_number(self, draft: Draft, index: int) -> bool:
        """Say whether a heading stands behind the number: the row below is as long as the line."""
        if draft.number is None or draft.headings or len(draft.blocks) != 1:
            return False
        block, row = draft.blocks[0], self._chunks[index]
        line = self._text[draft.start : block.end]
        return (
            not row.is_apart
            and "\n" not in line
            and abs(len(line) - (row.end - row.start)) <= _RULE_SLACK
            and reads_like_heading(self._text[block.start : block.end])
            and self._chunks[index + 1 : index + 2] != []
            and self._chunks[index + 1].kind in {"text", "mark"}
        )

    def is_announced(self, draft: Draft, before: Iterable[Draft], index: int) -> bool:
        """Say whether a colon announces the lines above a row of dashes, which underlines none."""
        *above, last = draft.blocks[-_MOST_ANNOUNCED:]
        above = above or [block for one in before for block in one.blocks[-1:]]
        lines = [line.strip() for line in self._text[last.start : last.end].split("\n")]
        row = self._chunks[index]
        offset = abs(self._column(row.start) - self._column(last.start))
        rest = abs(max(map(len, lines)) - (row.end - row.start))
        return (
            len(lines) > 1
            and max(offset, rest) > _RULE_SLACK
            and any(self._text[block.start : block.end].rstrip()[-1:] == ":" for block in above)
        )

    def underlined_line(self, block: Block, index: int) -> int | None:
        """Find the last line of a block that is a heading right below the text.

        It is told by the length of its row of dashes, or where it reads like one and a numbered
        paragraph stands below the row.
        """
        row = self._chunks[index]
        line = self._text.rfind("\n", block.start, block.end)
        if block.is_row or line < 0:
            return None
        above = self._above(block, line)
        if not has_ended(above) and not above.endswith(_REDACTED):
            return None
        heading = self._text[line : block.end].strip()
        fits = abs(len(heading) - (row.end - row.start)) <= _RULE_SLACK and not is_ended(heading)
        following = self._chunks[index + 1 : index + 2]
        is_above_number = bool(following) and following[0].kind == "number"
        reads = is_above_number and reads_like_heading(heading.removesuffix("..."))
        return line if fits or reads else None

    def beginning_above(self, block: Block) -> int | None:
        """Find the first line of a heading that a blank line parts from the last one.

        It stands right below the text, and neither it nor that text goes on.
        """
        line = self._text.rfind("\n", block.start, block.end)
        if block.is_row or line < 0 or not has_ended(self._above(block, line)):
            return None
        first = self._text[line + 1 : block.end].strip()
        is_first = len(first) <= _LONGEST_HEADING and reads_like_heading(first)
        return line + 1 if is_first and not is_ended(first) else None

    # -- lines without them

    def capital_line(self, block: Block) -> int | None:
        """Find the last line of a block that is of capitals, below a text in small letters."""
        line = self._text.rfind("\n", block.start, block.end)
        if block.is_row or line < 0:
            return None
        heading = self._text[line + 1 : block.end].strip()
        if not heading.isupper() or not heading.strip("X"):
            return None
        if _EDGE.match(heading) or STAMP.fullmatch(heading):
            return None
        above = self._above(block, line)
        if above.isupper() or above.endswith(":") or not has_ended(above):
            return None
        return line if len(heading) <= _LONGEST_HEADING and reads_like_heading(heading) else None

    def is_alone(self, draft: Draft) -> bool:
        """Say whether the last block, above a numbered paragraph, is a line that stands alone."""
        if not draft.is_open or not draft.blocks:
            return False
        if draft.number is not None and len(draft.blocks) == 1:
            return False
        block = draft.blocks[-1]
        above = draft.blocks[-2].end if len(draft.blocks) > 1 else 0
        return (
            not block.is_row
            and not _ITEM.match(self._text, block.start)
            and not self._text.endswith(_OPEN_ENDS, 0, above)
            and 0 < block.end - block.start <= _LONGEST_HEADING
            and self._lines(block) <= 2
            and reads_like_heading(self._text[block.start : block.end])
            and not self._is_listed(draft)
        )

    def is_capitals_alone(self, draft: Draft, following: Chunk) -> bool:
        """Say whether a paragraph is a line of capitals above a text in small letters."""
        if len(draft.blocks) > 1 or draft.marking or not draft.is_open:
            return False
        line = self._text[draft.blocks[0].start : draft.blocks[0].end].strip()
        return (
            line.isupper()
            and "\n" not in line
            and len(line) <= _LONGEST_KNOWN
            and reads_like_heading(line)
            and not _EDGE.match(line)
            and not self._text[following.start : following.end].isupper()
        )

    def _is_listed(self, draft: Draft) -> bool:
        """Say whether the last block is one of the lines that a colon announces, all written alike.

        Items with a bullet are told from a heading below them by that.
        """
        last = self._text[draft.blocks[-1].start : draft.blocks[-1].end]
        for block in reversed(draft.blocks[:-1]):
            line = self._text[block.start : block.end]
            if line.endswith(":"):
                return True
            is_alike = line[:1].isalnum() and line.isupper() == last.isupper()
            if "\n" in line or is_ended(line) or not is_alike:
                break
        return False

    def _above(self, block: Block, line: int) -> str:
        """Return the end of a block's text above its last line, which begins behind `line`."""
        return self._text[max(block.start, line - _ABOVE) : max(line, block.start)].rstrip()

    def _column(self, place: int) -> int:
        return place - self._text.rfind("\n", 0, place)

    def _lines(self, block: Block | Chunk) -> int:
        return self._text.count("\n", block.start, block.end) + 1


def has_ended(above: str) -> bool:
    """Say whether a text ends a sentence, or what closes a part of it."""
    return is_ended(above) or _CLOSES.search(above[-_LONGEST_CLOSING:]) is not None


def reads_like_heading(text: str) -> bool:
    """Say whether a line could be a heading: capitals, no end of a sentence."""
    if _CLOSED.search(text):
        return False
    bare = _INITIALS.sub("U", text).rstrip("\"'\u201d\u2019")  # They said "no."
    if text.isupper():
        bare = bare.removesuffix("...")
    if not bare or bare[-1] in ".;,)" or not (text[0].isupper() or not text[0].isalpha()):
        return False
    words: list[str] = [word for word in _WORD.findall(text) if word not in _SMALL_WORDS]
    capital = sum(word[0].isupper() for word in words)
    return capital * 2 > len(words) and capital >= len(words) - 2


def without_rules(text: str, chunk: Chunk) -> tuple[int, int]:
    """Return where the words of a heading stand in a line that may hold its dashes too."""
    line = text[chunk.start : chunk.end]
    words = _RULES.sub("", line).strip()
    start = chunk.start + line.index(words)
    return start, start + len(words)
