"""Phrases that ask to protect a source, and redactions: runs of x."""

from __future__ import annotations

import re
from typing import Final

from parser._model import Span

_PROTECT: Final = re.compile(
    r"\((?:please )?(?:strictly |strongly )?protect(?: strictly| throughout| source| identity)?\)",
    re.IGNORECASE,
)
_REDACTION: Final = re.compile(
    r"(?<![A-Za-z])(?:x{3,}|X{3,})(?:[ ,/-]{1,2}(?:x{3,}|X{3,}))*(?![A-Za-z])"
)


def find_protect_phrases(text: str) -> tuple[Span, ...]:
    """Find `(strictly protect)` and its like."""
    if "rotect" not in text and "ROTECT" not in text:
        return ()
    return tuple(Span(*found.span()) for found in _PROTECT.finditer(text))


def find_redactions(text: str) -> tuple[Span, ...]:
    """Find the runs of x that publishers put over names."""
    if "xxx" not in text and "XXX" not in text:
        return ()
    return tuple(Span(*found.span()) for found in _REDACTION.finditer(text))
