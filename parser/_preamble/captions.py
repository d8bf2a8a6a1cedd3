"""The lines between the fields: captions, passing lines, handling lines.

caption  := "SIPDIS" | "NOFORN" | "SENSITIVE" | "EXDIS" | ...        one or several on a line
passing  := office "FOR" name | office "PLEASE PASS TO" name | ...
handling := "SENSITIVE BUT UNCLASSIFIED" ... | ... "ENTIRE TEXT"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._preamble.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable

_CAPTION: Final = re.compile(
    r"(?<![A-Z])(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS|ONDIS|ROGER CHANNEL|"
    r"DISSENT CHANNEL|TERREP|CODEL|STAFFDEL|EXCON|CHEROKEE|NOPASS|NIACT|EFTO|NOCONTRACT|PROPIN|"
    r"ORCON|FOUO|SBU|C O R R E C T E D(?: C O P Y| COPY)?|CORRECTED COPY|AIDAC|DS CHANNEL|"
    r"DEA CHANNEL|EYES ONLY)"
    r"(?![A-Z])"
)
_CAPTION_LINE: Final = re.compile(rf"[\s/,;().-]*(?:{_CAPTION.pattern}[\s/,;().-]*)+")
_HANDLING: Final = re.compile(
    r"SENSITIVE BUT UNCLAS|UNCLASSIFIED,? BUT SENSITIVE|ENTIRE TEXT|PROTECT ACCORDINGLY|"
    r"HANDLE ACCORDINGLY|NOT (?:SUITABLE )?FOR (?:INTERNET|DISTRIBUTION|DISSEMINATION|RELEASE)|"
    r"OFFICIAL USE ONLY"
)
_PASSING: Final = re.compile(
    r"\bFOR\b|\bPASS\b|\bALSO FOR\b|\bPLS\b|\bPLEASE\b|\bFROM\b|\bINFO\b|\bATTN\b|\bPASSED\b"
)


class Between(NamedTuple):
    """What stands between the fields, and where it ends."""

    captions: tuple[Found[str], ...]
    passing: tuple[Found[str], ...]
    handling: tuple[Found[str], ...]
    end: int


def read_between(text: str, raised: str, gaps: Iterable[tuple[int, int]]) -> Between:
    """Read the captions, passing lines and handling lines in the gaps between fields."""
    captions: dict[str, Found[str]] = {}
    passing: list[Found[str]] = []
    handling: list[Found[str]] = []
    end = 0
    for first, last in gaps:
        for start, stop in _blocks_of_lines(raised, first, last):
            line = raised[start:stop]
            if _CAPTION_LINE.fullmatch(line):
                for match in _CAPTION.finditer(raised, start, stop):
                    captions.setdefault(match[0], Found(match[0], match.start(), match.end()))
            elif _HANDLING.search(line):
                handling.append(_found(text, start, stop))
            elif _PASSING.search(line):
                passing.append(_found(text, start, stop))
            else:
                continue
            end = max(end, stop)
    return Between(tuple(captions.values()), tuple(passing), tuple(handling), end)


def _found(text: str, start: int, stop: int) -> Found[str]:
    return Found(" ".join(text[start:stop].split()), start, stop)


def _blocks_of_lines(raised: str, first: int, last: int) -> Iterable[tuple[int, int]]:
    """Give the lines of a gap without the space around them, a wrapped passing line as one."""
    return ((match.start(), match.end()) for match in _LINE.finditer(raised, first, last))


_LINE: Final = re.compile(r"\S(?:[^\n]*\S)?")
