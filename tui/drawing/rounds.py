"""Values that one key goes round."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Round(StrEnum):
    """A closed set of values, each of which has a next one."""

    @property
    def next(self) -> Self:
        """The value after this one; the last is followed by the first."""
        values = list(type(self))
        return values[(values.index(self) + 1) % len(values)]
