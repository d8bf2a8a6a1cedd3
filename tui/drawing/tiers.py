"""How the width of the terminal is divided."""

from __future__ import annotations

from dataclasses import dataclass

TEXT = 71
"""Columns that the text needs, its margin included."""
INDEX = 36
"""Columns that the index needs beside it: with fewer its rows have no ids."""
MIDDLE = 100
WIDE = 160
LOW = 18
"""Rows below which nothing stands under the index."""
SHORT = 30
"""Rows below which the header has three lines at most."""


def sentence_rows(rows: int, *, is_alone: bool = False) -> int:
    """Return how many lines of so many rows a sentence above the list may fill.

    `is_alone` says that nothing is listed below it.
    """
    if is_alone:
        return max(rows // 2, 1)
    if rows < LOW:
        return 1
    return 2 if rows < SHORT else 3


@dataclass(frozen=True, slots=True)
class Division:
    """Columns of each part; 0 is a part that is not there. One column stands between two parts."""

    name: str
    """`narrow`, `middle` or `wide`."""
    index: int
    text: int
    context: int


def divide(columns: int) -> Division:
    """Divide a width: narrow shows one part at a time, middle two, wide three.

    Where two hardly fit the text gives way: its lines can be broken elsewhere, a row cannot.
    """
    if columns < MIDDLE:
        return Division("narrow", columns, columns, 0)
    if columns < WIDE:
        index = min(max(columns - TEXT - 1, INDEX), 48)
        return Division("middle", index, columns - index - 1, 0)
    context = min(max(columns // 5, 36), 48)
    index = min(max(columns * 3 // 8, 48), columns - TEXT - context - 2, 80)
    return Division("wide", index, columns - index - context - 2, context)
