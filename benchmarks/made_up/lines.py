"""Text into lines, as teleprinters had it."""

from __future__ import annotations

import re
from functools import cache


@cache
def _line(width: int) -> re.Pattern[str]:
    return re.compile(rf"(.{{1,{width}}})(?: +|$)")


def wrap(text: str, width: int) -> list[str]:
    """Break `text` at blanks into lines of at most `width` characters. Words are never cut.

    A no-break space keeps its neighbours on one line and is a blank afterwards.
    """
    return [line.replace("\u00a0", " ").rstrip() for line in _line(width).findall(text)]
