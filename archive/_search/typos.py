"""How much may be wrong in a word. The rule of the whole search, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SHORTEST: Final = 4
"""Letters; in shorter words a typo makes another word."""
LONG: Final = 8
"""Letters; from here on two typos are allowed."""
SHORTEST_RUN: Final = 6
"""Letters of a word that may be several; shorter ones are too likely to be so by chance."""
LONGEST_RUN: Final = 40
"""Letters of such a word."""
SHORTEST_PART: Final = 2
"""Letters of each of them: `AL QAIDA`."""
MOST_PARTS: Final = 3
"""Words that may stand without a space between them: `PORT AU PRINCE`."""


def allowed_typos(word: str) -> int:
    """Return how many typos may be in `word`: none, one in 4 to 7 letters, two in longer ones.

    A typo is a letter put in, left out, replaced, or swapped with its neighbour (the optimal
    string alignment distance). Words with digits are numbers and ids: another digit is another
    number.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < LONG else 2


def partings(
    word: str, held: Callable[[str], int], held_last: Callable[[str], int], most: int = MOST_PARTS
) -> Sequence[Sequence[str]]:
    """Return the ways in which a word is several, the likeliest first: as few as can be.

    Args:
        word: Letters.
        held: Says how often a word is held; 0: it is none.
        held_last: The same of the last word, which may only be begun.
        most: Words that it may be.
    """
    if not SHORTEST_RUN <= len(word) <= LONGEST_RUN or not word.isalpha():
        return ()
    ways = sorted(
        (-len(parts), rarest, parts) for rarest, parts in _parted(word, held, held_last, most)
    )
    return [parts for _, _, parts in reversed(ways)]


def _parted(
    word: str, held: Callable[[str], int], held_last: Callable[[str], int], most: int
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield how often the rarest part is held, and the parts: two or more, at most so many."""
    if most <= 1:
        return
    for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        one, rest = word[:place], word[place:]
        if not (often := held(one)):
            continue
        if others := held_last(rest):
            yield min(often, others), (one, rest)
        for others, parts in _parted(rest, held, held_last, most - 1):
            yield min(often, others), (one, *parts)
