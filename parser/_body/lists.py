"""Lists without bullets: lines that end long before the margin, each of which is an item.

    Foreign: Ann Example
    Finance: Xhemal Quell
    Harbors: Piers Gorse

A line in running text is full: the first word of the next would not have gone into it. Where most
of three lines or more are not, whoever wrote them meant those to end where they do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
_LONGEST_ITEM: Final = 50
"""Characters of each of the first two lines of a list, at most; few other texts begin so."""


def part_lists(text: str, drafts: Iterable[Draft], width: Callable[[], int]) -> None:
    """Part the lists among the blocks of paragraphs into their items.

    Args:
        text: The text of the telegram.
        drafts: Its paragraphs, which are changed.
        width: Tells how long the longest line of the text is; asked only when a list is met.
    """
    for draft in drafts:
        for block in draft.blocks:
            if _may_be_list(text, block):
                parts = [part for block in draft.blocks for part in _parted(text, block, width)]
                draft.blocks = parts
                break


def _may_be_list(text: str, block: Block) -> bool:
    start, end, is_row = block
    first = text.find("\n", start, min(end, start + _LONGEST_ITEM + 1))
    if first < 0 or is_row:
        return False
    return text.find("\n", first + 1, min(end, first + _LONGEST_ITEM + 1)) >= 0


def _parted(text: str, block: Block, width: Callable[[], int]) -> Iterator[Block]:
    if not _may_be_list(text, block):
        yield block
        return
    for start, end in item_lines(text, block.start, block.end, width()):
        yield block._replace(start=start, end=end)


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
    line = text[start:end]
    return len(line) - len(line.lstrip())


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
