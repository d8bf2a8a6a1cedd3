"""The months, as telegrams write them in three letters."""

from __future__ import annotations

from typing import Final

_MONTHS: Final = (
    *("JAN", "FEB", "MAR", "APR", "MAY", "JUN"),
    *("JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
)
ANY_MONTH: Final = "|".join(_MONTHS)
"""For patterns, inside a group."""


def month_number(letters: str) -> int:
    """Return 1 to 12 for the three letters of a month in any case.

    Raises:
        ValueError: there is no such month.
    """
    return _MONTHS.index(letters.upper()) + 1
