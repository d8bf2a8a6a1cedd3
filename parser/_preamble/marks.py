"""Page marks inside a field, blanked out without moving anything.

mark := STATION SERIAL PAGE "OF" PAGES
      | [ LEVEL ] "PAGE" NN STATION SERIAL [ NN "OF" NN ] DTG

For example `TIRANA 00009901 002.3 OF 004` and `SECRET PAGE 02  TIRANA  09901  01 OF 02  140605Z`.
"""

from __future__ import annotations

import re
from typing import Final

from parser._tables import posts, station_aliases

_OF: Final = re.compile(r"(?<!\d)\d{5,8}\s{1,9}\d{3}(?:\.\d)?\s{1,9}OF\s{1,9}\d{3}\b\s{0,9}")
_WORD: Final = re.compile(r"[A-Z][A-Z'./-]*")
_PAGE: Final = re.compile(
    r"(?:\b(?:CONFIDENTIAL|SECRET|UNCLAS\w{0,6}|LIMITED OFFICIAL USE)(?:\\N|\s){1,40}|\b)"
    r"PAGE\s{1,9}\d\d\s{1,20}[A-Z][A-Z ]{1,30}?\s{1,20}\d{4,6}\s{1,9}"
    r"(?:\d\d\s{1,9}OF\s{1,9}\d\d\s{1,9})?\d{6}Z\s{0,9}"
)
_LETTERS: Final = re.compile(r"[^A-Z]+")
_LONGEST_STATION: Final = 48


def blank_marks(raised: str) -> str:
    """Put spaces in the place of page marks and of the blank lines around them."""
    if "OF" in raised:
        raised = _blank_station_marks(raised)
    if "PAGE" in raised:
        raised = _PAGE.sub(_spaces, raised)
    return raised


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _blank_station_marks(raised: str) -> str:
    pieces, done = [], 0
    for match in _OF.finditer(raised):
        start = _station_before(raised, max(done, match.start() - _LONGEST_STATION), match.start())
        kept = raised[done:start].rstrip()
        pieces += [kept, " " * (match.end() - done - len(kept))]
        done = match.end()
    return "".join([*pieces, raised[done:]])


def _station_before(raised: str, first: int, last: int) -> int:
    """Find where the station begins that ends at `last`.

    It is the longest known name there, or the whole line of up to four words, or the last word.
    """
    line = max(first, raised.rfind("\n", first, last) + 1)
    words = [match.start() for match in _WORD.finditer(raised, line, last)]
    if not words:
        return last
    for start in words[-4:]:
        station = _LETTERS.sub("", raised[start:last])
        if station in posts() or station in station_aliases():
            return start
    return words[0] if line > first and len(words) < 5 else words[-1]
