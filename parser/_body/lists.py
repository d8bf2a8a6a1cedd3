"""Lists without bullets: lines that end long before the margin, each of which is an item.

    Foreign: Ann Example
    Finance: Xhemal Quell
    Harbors: Piers Gorse

A line in running text is full: the first word of the next would not have gone into it. Where none
of three lines or more is, whoever wrote them meant each line to end where it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEWEST_LINES: Final = 3
_WIDEST: Final = 66
"""Characters of a full line; where a text has longer ones, they were not wrapped like the rest."""
_SLACK: Final = 8
"""By how much an item with the first word of the next must stay below that."""
_NARROWEST: Final = 36
"""Characters of a full line of a stretch that is narrower than the text around it, a quotation."""


def item_lines(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Give the lines of `text[start:end]` where it is a list, else the whole.

    Args:
        text: The text of the telegram.
        start: Where the stretch begins, which may be in mid-line.
        end: Where it ends.
        width: Characters of the longest line of the whole text.
    """
    first = text.find("\n", start, end)
    begin = text.rfind("\n", 0, start) + 1
    margin = min(width, _WIDEST) - _SLACK
    if first < 0 or first - begin > margin or not _is_list(text[begin:end], margin):
        yield start, end
        return
    for line in text[start:end].split("\n"):
        bare = line.strip()
        if bare:
            place = start + line.index(bare)
            yield place, place + len(bare)
        start += len(line) + 1


def _is_list(text: str, margin: int) -> bool:
    """Say whether no line is full, neither for the whole text nor for a narrow stretch of it."""
    lines = [line.rstrip() for line in text.split("\n")]
    following = [line.split(None, 1) for line in lines[1:]]
    if len(lines) < _FEWEST_LINES or not all(following):
        return False
    words = [line[0] for line in following]
    full = [len(line) + 1 + len(word) for line, word in zip(lines, words, strict=False)]
    longest = max(map(len, lines))
    return (
        max(full) <= margin
        and (min(full) <= longest or longest < _NARROWEST)
        and not any(word[0].islower() for word in words)
    )
