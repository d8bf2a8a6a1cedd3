"""How much may be wrong in a word. The rule of the whole search, in one place."""

from __future__ import annotations

from typing import Final

SHORTEST: Final = 4
"""Letters; in shorter words a typo makes another word."""
LONG: Final = 8
"""Letters; from here on two typos are allowed."""


def allowed_typos(word: str) -> int:
    """Return how many typos may be in `word`: none, one in 4 to 7 letters, two in longer ones.

    A typo is a letter put in, left out, replaced, or swapped with its neighbour (the optimal
    string alignment distance). Words with digits are numbers and ids: another digit is another
    number.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < LONG else 2
