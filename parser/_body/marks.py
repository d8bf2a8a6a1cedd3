"""Portion marks: `(C)`, `(SBU/NF)`, `(S//NF)`, `(Confidential)`, and the malformed ones.

mark    := "(" level [ sep control ] ")"  |  level ")"  |  "(" level   (these two behind a number)
level   := "U" | "SBU" | "C" | "S" | "TS" | "LOU" | "FOUO" | the words for them
control := "NF" | "NOFORN" | "REL ..." | "ENTIRE TEXT" | ...
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final[Mapping[str, str]] = {
    "UNCLASSIFIED": "U",
    "UNCLAS": "U",
    "SENSITIVE BUT UNCLASSIFIED": "SBU",
    "SENSITIVE": "SBU",
    "CONFIDENTIAL": "C",
    "SECRET": "S",
    "TOP SECRET": "TS",
    "LIMITED OFFICIAL USE": "LOU",
    "FOR OFFICIAL USE ONLY": "FOUO",
    "NOFORN": "NF",
    "N": "NF",
}
_LEVEL: Final = (
    r"[UCS](?![A-Z])|SBU|TS|LOU|FOUO|UNCLASSIFIED|UNCLAS|SENSITIVE\ BUT\ UNCLASSIFIED|SENSITIVE"
    r"|CONFIDENTIAL|TOP\ SECRET|SECRET|LIMITED\ OFFICIAL\ USE|FOR\ OFFICIAL\ USE\ ONLY"
)
_NOFORN: Final = re.compile(r"\bNOFORN\b")
MARK: Final = (
    rf"[(\[]\s?(?P<level>{_LEVEL})"
    r"(?:(?:\s?(?://?|[-,;])\s?|\ (?=REL\b))(?P<control>"
    r"(?:NOFORN|NF|ORCON)(?:\s?(?://?|,)\s?[A-Z]{2,8}){0,2}"
    r"|N|SBU|FOUO|U|C|S|EXDIS|NODIS|SENSITIVE|ENTIRE\ TEXT|REL\b[A-Z,/\s]{0,160}))?\s?[)\]]"
)
"""A well-formed mark, for `re.VERBOSE`; groups `level` and `control`."""
BROKEN_MARK: Final = (
    r"(?:(?P<unopened>SBU|LOU|TS|[UCS])\)|\((?P<unclosed>SBU|LOU|TS|[UCS])(?=\ {1,3}[A-Z\"]))"
)
"""A mark that lost one of its brackets; it is only believed behind a paragraph number."""


BEHIND_MARK: Final = r"(?:[:.](?=\s))?"
"""What some type behind a mark, `(C): The minister`; it says nothing."""


@lru_cache(maxsize=256)
def normal_mark(level: str, control: str | None) -> str:
    """Write a mark the short way: `S`, `//`, `NOFORN` make `S/NF`.

    "Entire text" says how far a mark reaches, not what it is, and is left out.
    """
    level = level.upper()
    level = _WORDS.get(level, level)
    if not control:
        return level
    control = " ".join(control.upper().split())
    if control == "ENTIRE TEXT":
        return level
    return f"{level}/{_NOFORN.sub('NF', _WORDS.get(control, control))}"
