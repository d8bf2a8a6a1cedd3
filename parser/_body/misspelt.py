"""Misspelt words that open and close a summary or a comment: `SUMAMRY:`, `EDN SUMMARY.`.

They are looked for where the right ones are not found. One letter may be wrong, missing, added or
exchanged, and spaces may stand anywhere; what opens stands first in its paragraph, what closes
last, behind the end of a sentence.
"""

from __future__ import annotations

import re
from typing import Final

from parser._similar import distance

_BESIDE: Final = ("", "ANDCOMMENT", "ANDINTRODUCTION", "ANDACTIONREQUEST", "ANDOVERVIEW")
_FIRST: Final = re.compile(
    r"\W{0,3}(?:[A-Z/]{1,4} ?[A-Z]{0,2}\){1,2}[\s.:]{0,3})?"
    r"(?P<words>[A-Za-z]{1,12}(?: [A-Za-z]{1,9}){0,4}?)\s?(?:[.:;]{1,2}|-{1,60}|\n)\s{0,3}"
)
"""The first words, behind what may be left of a portion mark."""
_LAST: Final = re.compile(
    r"(?:\A|\n|[.!?:;)\"'\u201d][\s(/*-]{0,6})(?P<words>[A-Za-z]{1,12}(?:\s[A-Za-z]{1,12}){0,5})"
    r"[.:!)\]*/ -]{0,4}\Z"
)
_REACH: Final = 40
_NEAR: Final = 24
_NO_START: Final = ("A ", "NO ")
_NO_END: Final = ("AND", "SEND", "NO")
"""What stands in front of the word in a sentence."""


def misspelt_start(text: str, name: str) -> int | None:
    """Say where the text behind the words that open a section begins; None without such words."""
    first = _FIRST.match(text) if _may_begin(text, name) else None
    if first is None or first["words"].upper().startswith(_NO_START):
        return None
    words = first["words"].replace(" ", "").upper()
    wanted = [lead + name + beside for lead in ("", "BEGIN", "EXECUTIVE") for beside in _BESIDE]
    return first.end() if _is_near(words, wanted) else None


def misspelt_end(text: str, name: str) -> int | None:
    """Say where the words begin that close a section at the end of a text; None without them."""
    last = _LAST.search(text, max(0, len(text) - _REACH)) if _may_end(text, name) else None
    if last is None:
        return None
    words = "".join(last["words"].split()).upper()
    wanted = [lead + name + beside for lead in ("END", "ENDEXECUTIVE") for beside in _BESIDE]
    is_end = not words.startswith(_NO_END) and _is_near(words, wanted)
    return last.start("words") if is_end else None


def _may_begin(text: str, name: str) -> bool:
    """Say whether a part of the word is left, one of which one wrong letter cannot spoil."""
    letters = text[:_NEAR].upper().replace(" ", "")
    return name[:3] in letters or name[-3:] in letters


def _may_end(text: str, name: str) -> bool:
    """Say whether END is left or the word: one wrong letter spoils only one of them."""
    letters = text[-_REACH:].upper().replace(" ", "")
    return "END" in letters or name in letters


def _is_near(words: str, wanted: list[str]) -> bool:
    """Say whether at most one letter separates words without spaces from one of those wanted."""
    return any(abs(len(words) - len(one)) < 2 and distance(words, one) < 2 for one in wanted)
