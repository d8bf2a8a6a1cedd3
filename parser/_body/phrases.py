"""Phrases that ask to protect a source, and redactions: runs of x."""

from __future__ import annotations

import re
from typing import Final

from parser._model import Span

_PROTECT: Final = re.compile(
    r"[(\[](?:please |pls )?(?:strictly |strongly |fully )?protect"
    r"(?: (?:strictly|fully|throughout|at all costs|(?:the )?(?:sources?|identity|name)))?[)\]]",
    re.IGNORECASE,
)
_REDACTION: Final = re.compile(
    r"(?<![A-Za-z])(?:x{3,}|X{3,})(?:[ ,/-]{1,2}(?:x{3,}|X{3,}))*(?![A-Za-z])"
)


_SIGNS_OF_PROTECT: Final = tuple(
    re.compile(rf"\{bracket}(?:please|pls|strictly|strongly|fully|protect)", re.IGNORECASE)
    for bracket in "(["
)
"""One for each bracket: what begins with a character is found fast."""
_SIGNS_OF_REDACTION: Final = re.compile(r"x(?=xx)"), re.compile(r"X(?=XX)")


def holds_protect_phrase(text: str, start: int) -> bool:
    """Say whether a text may hold `(strictly protect)`, on one line or over two."""
    round_one, square_one = _SIGNS_OF_PROTECT
    return round_one.search(text, start) is not None or square_one.search(text, start) is not None


def holds_redaction(text: str, start: int) -> bool:
    """Say whether a text may hold a run of x."""
    small, capital = _SIGNS_OF_REDACTION
    return small.search(text, start) is not None or capital.search(text, start) is not None


def find_protect_phrases(text: str) -> tuple[Span, ...]:
    """Find `(strictly protect)` and its like."""
    return tuple(Span(*found.span()) for found in _PROTECT.finditer(text))


def find_redactions(text: str) -> tuple[Span, ...]:
    """Find the runs of x that publishers put over names."""
    return tuple(Span(*found.span()) for found in _REDACTION.finditer(text))
