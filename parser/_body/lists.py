"""Lists without bullets: lines that end long before the margin, each of which is an item.

    Foreign: Ann Example
    Finance: Xhemal Quell
    Harbors: Piers Gorse

A line in running text is full: the first word of the next would not have gone into it. Where most
of three lines or more are not, whoever wrote them meant those to end where they do. So does a line
of capitals with room for more, above a text in small letters, a title; and each line of a paragraph
that a publisher did not wrap.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from parser._body.chunks import is_ended
from parser._body.headings import reads_like_heading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from parser._body.layout import Block, Draft

_FEWEST_LINES: Final = 3
_WIDEST: Final = 66
"""Characters of a full line; where a text has longer ones, they were not wrapped like the rest."""
_SLACK: Final = 8
"""By how much an item with the first word of the next must stay below that."""
_NARROWEST: Final = 36
"""Characters of a full line of a stretch that is narrower than the text around it, a quotation."""
_SHORTEST_TITLE: Final = 4
_GOING_ON: Final = ",;-/&("
"""Behind these a line goes on in the next."""
_SPACE: Final = re.compile(r"\s*+")
_LONGEST_LINE: Final = 100
"""Characters of a line that was wrapped, at most."""
_LONGEST_TITLE: Final = 60
_ANEW: Final = re.compile(r"\([A-Z]{1,4}[)/]|--")
"""How a marked paragraph or an item begins."""
_GOES_ON: Final = re.compile(r"[a-z,;)]")
_LONGEST_SOURCE: Final = 40
_SOURCE: Final = re.compile(r" --?[ \n]{0,2}[A-Z][^\n.!?:;,]{2,30}$(?!\n[a-z])", re.MULTILINE)
"""The newspaper behind a headline, ` - Rilindja`."""
_MOST_LINES: Final = 2
"""Lines of a headline, on an average, at most."""
_LONGEST_ITEM: Final = 50
"""Characters of each of the first two lines of a list, at most; few other texts begin so."""


def part_lists(text: str, drafts: Iterable[Draft], width: Callable[[], int]) -> None:
    """Part lists among the blocks of paragraphs into items, titles from texts, unwrapped lines.

    Args:
        text: The text of the telegram.
        drafts: Its paragraphs, which are changed.
        width: Tells how long the longest line of the text is; asked only when a list is met.
    """
    for draft in drafts:
        blocks = draft.blocks
        if any(_may_be_parted(text, block) for block in blocks):
            draft.blocks = [part for block in blocks for part in _parted(text, block, width)]


def _may_be_parted(text: str, block: Block) -> bool:
    """Say whether to look closer at a block; most are long lines that were wrapped."""
    start, end, is_row = block
    first = text.find("\n", start, end)
    if first < 0 or is_row:
        return False
    if first - start <= _LONGEST_ITEM and (
        text[start:first].isupper() or _may_be_list(text, start, end)
    ):
        return True
    return _may_have_sources(text, start, end) or _has_long_lines(text, start, end, first)


def _has_long_lines(text: str, start: int, end: int, first: int) -> bool:
    """Say whether a line of a stretch is longer than one that was wrapped, its number included."""
    if first - text.rfind("\n", 0, start) > _LONGEST_LINE + 1:
        return True
    if end - start <= _LONGEST_LINE * text.count("\n", start, end):
        return False  # most of its lines are short
    return max(map(len, text[first + 1 : end].split("\n"))) > _LONGEST_LINE


def _parted(text: str, block: Block, width: Callable[[], int]) -> Iterator[Block]:
    start, end, is_row = block
    first = text.find("\n", start, end)
    if is_row or first < 0:
        yield block
        return
    is_long = _has_long_lines(text, start, end, first)
    parts = _unwrapped(text, start, end) if is_long else [(start, end)]
    if len(parts) == 1:
        parts = _listed(text, start, end, width)
    if len(parts) == 1:
        title = _title(text, start, end, width)
        if title is None:
            parts = _sourced(text, start, end)
        else:
            below = end - len(text[title[1] : end].lstrip())
            listed = _listed(text, below, end, width)
            parts = [title, *(listed if len(listed) > 1 else _sourced(text, below, end))]
    yield from (block._replace(start=begin, end=stop) for begin, stop in parts)


def _unwrapped(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the lines of a stretch that was not wrapped: none ends where a full one would.

    A page mark may have stood in the middle of a line, which goes on in the next.
    """
    begin = text.rfind("\n", 0, start) + 1
    lines = text[begin:end].split("\n")
    places = []
    for line, following in pairwise(lines):
        above, below = line.rstrip(), following.lstrip()
        ends = is_ended(above) or _is_title(above[max(0, start - begin) :], below)
        begin += len(line) + 1
        if not ends and len(above) <= _LONGEST_LINE and not _ANEW.match(below):
            return [(start, end)]
        if (ends or _ANEW.match(below)) and below and not _GOES_ON.match(below):
            places.append(begin)
    if not places or max(map(len, lines)) <= _LONGEST_LINE:
        return [(start, end)]
    return list(_between(text, start, (*places, end)))


def _is_title(line: str, below: str) -> bool:
    """Say whether a line is short, and reads like a title of the one below."""
    is_short = 0 < len(line) <= _LONGEST_TITLE and not (line.isupper() and below.isupper())
    return is_short and reads_like_heading(line)


def _listed(text: str, start: int, end: int, width: Callable[[], int]) -> list[tuple[int, int]]:
    """Give the items of a list of short lines; the whole where it is none."""
    if not _may_be_list(text, start, end):
        return [(start, end)]
    return list(item_lines(text, start, end, width()))


def _may_be_list(text: str, start: int, end: int) -> bool:
    first = text.find("\n", start, min(end, start + _LONGEST_ITEM + 1))
    return first >= 0 and text.find("\n", first + 1, min(end, first + _LONGEST_ITEM + 1)) >= 0


def _may_have_title(text: str, start: int, end: int) -> bool:
    first = text.find("\n", start, min(end, start + _LONGEST_ITEM + 1))
    return first >= 0 and text[start:first].isupper()


def _title(text: str, start: int, end: int, width: Callable[[], int]) -> tuple[int, int] | None:
    """Find a line of capitals into which the first word of the text below it had gone."""
    if not _may_have_title(text, start, end):
        return None
    first = text.find("\n", start, end)
    begin = text.rfind("\n", 0, start) + 1
    title, below = text[start:first].rstrip(), text[first:end].lstrip()
    line = below.partition("\n")[0]
    word = line.partition(" ")[0]
    is_title = (
        word != ""
        and len(title) >= _SHORTEST_TITLE
        and title[-1] not in _GOING_ON
        and title.strip("X ") != ""
        and not line.isupper()
        and not word[0].islower()
        and first - begin + 1 + len(word) <= min(width(), _WIDEST) - _SLACK
    )
    return (start, start + len(title)) if is_title else None


def _may_have_sources(text: str, start: int, end: int) -> bool:
    return text.rfind(" -", max(start, end - _LONGEST_SOURCE), end) >= 0


def _sourced(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the headlines of a stretch, each of which ends in the name of a newspaper.

    In running text some line would end otherwise, or only the last one so.
    """
    if not _may_have_sources(text, start, end):
        return [(start, end)]
    ends = [found.end() for found in _SOURCE.finditer(text, start, end)]
    lines = text.count("\n", start, end) + 1
    if len(ends) < 2 or text[ends[-1] : end].strip() or lines > _MOST_LINES * len(ends):
        return [(start, end)]
    return list(_between(text, start, ends))


def _between(text: str, start: int, stops: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the pieces of a stretch that end at some places, without the white space around them."""
    for stop in stops:
        yield start, start + len(text[start:stop].rstrip())
        start = stop + _indent(text, stop, stops[-1])


def item_lines(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Give the items of `text[start:end]` where it is a list, else the whole.

    Args:
        text: The text of the telegram.
        start: Where the stretch begins, which may be in mid-line.
        end: Where it ends.
        width: Characters of the longest line of the whole text.
    """
    first = text.find("\n", start, end)
    begin = text.rfind("\n", 0, start) + 1
    margin = min(width, _WIDEST) - _SLACK
    if first < 0 or first - begin > margin:
        yield start, end
        return
    lines = [line.rstrip() for line in text[begin:end].split("\n")]
    ends = _ends_of_items(lines, margin)
    place = begin
    for line, is_end in zip(text[begin:end].split("\n"), ends, strict=True):
        place += len(line) + 1
        if is_end:
            yield start, start + len(text[start : place - 1].rstrip())
            start = place + _indent(text, place, end)


def _indent(text: str, start: int, end: int) -> int:
    space = _SPACE.match(text, start, end)
    return space.end() - start if space else 0


def _ends_of_items(lines: Sequence[str], margin: int) -> Sequence[bool]:
    """Say of each line whether an item ends with it; in running text only of the last."""
    running = [False] * (len(lines) - 1) + [True]
    following = [line.split(None, 1) for line in lines[1:]]
    if len(lines) < _FEWEST_LINES or not all(following):
        return running
    words = [line[0] for line in following]
    full = [len(line) + 1 + len(word) for line, word in zip(lines, words, strict=False)]
    longest = max(map(len, lines))
    if min(full) > longest >= _NARROWEST:
        return running  # wrapped, in a narrow stretch
    ends = [
        size <= margin and not word[0].islower() for size, word in zip(full, words, strict=True)
    ]
    return [*ends, True] if sum(ends) * 2 > len(ends) and sum(ends) > 1 else running
