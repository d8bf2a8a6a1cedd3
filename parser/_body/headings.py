"""What the words of a heading look like, and those of a line that is none."""

from __future__ import annotations

import re
from typing import Final

from parser._body.chunks import is_ended

_CLOSED: Final = re.compile(r"\bEND (?:SUMMARY|COMMENT|NOTE)", re.IGNORECASE)
_CLOSES: Final = re.compile(r"\bEND (?:SUMMARY|COMMENT|NOTE)[.)\]]{0,2}\Z", re.IGNORECASE)
_EDGE: Final = re.compile(r"(?:BEGIN|END|QUOTE|UNQUOTE)\b")
_INITIALS: Final = re.compile(r"(?:[A-Z]\.){2,4}\Z")
"""The end of a line that ends in `U.S.`, and no sentence by that."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST_CLOSING: Final = 20
_SMALL_WORDS: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "its",
        "of",
        "on",
        "or",
        "over",
        "the",
        "to",
        "under",
        "vs",
        "with",
    ]
)


def has_ended(above: str) -> bool:
    """Say whether a text ends a sentence, or what closes a part of it."""
    return is_ended(above) or _CLOSES.search(above[-_LONGEST_CLOSING:]) is not None


def reads_like_heading(text: str) -> bool:
    """Say whether a line could be a heading: capitals, no end of a sentence."""
    if _CLOSED.search(text):
        return False
    bare = _INITIALS.sub("U", text).rstrip("\"'\u201d\u2019")  # They said "no."
    if not bare or bare[-1] in ".;,)" or not (text[0].isupper() or not text[0].isalpha()):
        return False
    words: list[str] = [word for word in _WORD.findall(text) if word not in _SMALL_WORDS]
    capital = sum(word[0].isupper() for word in words)
    return capital * 2 > len(words) and capital >= len(words) - 2


def is_edge(line: str) -> bool:
    """Say whether a line opens or closes a text that is sent along."""
    return _EDGE.match(line) is not None
