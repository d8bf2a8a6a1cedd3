"""The classification line, with section, station and serial.

line    := level { control } [ "SECTION" NN "OF" NN ] [ station serial ] { control }
level   := "UNCLAS" | "CONFIDENTIAL" | "SECRET" | "TOP SECRET" | "LIMITED OFFICIAL USE"
control := "NOFORN" | "SENSITIVE" | "E F T O" | "SBU" | "FOUO" | ...

The level may be spaced, and in any case:

    C O N F I D E N T I A L SECTION 01 OF 04 TIRANA 009901
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from parser._model import Classification, Level
from parser._preamble.found import Found, Section
from parser._similar import distance


def _spaced(word: str) -> str:
    return r"[ ]*".join(word.replace(" ", ""))


_LEVELS: Final = {
    "TOPSECRET": Level.TOP_SECRET,
    "SECRET": Level.SECRET,
    "CONFIDENTIAL": Level.CONFIDENTIAL,
    "LIMITEDOFFICIALUSE": Level.LIMITED_OFFICIAL_USE,
    "LOU": Level.LIMITED_OFFICIAL_USE,
    "UNCLASSIFIED": Level.UNCLASSIFIED,
    "UNCLASS": Level.UNCLASSIFIED,
    "UNCLAS": Level.UNCLASSIFIED,
}
_LEVEL: Final = "|".join(map(_spaced, _LEVELS))
_CONTROL: Final = (
    rf"{_spaced('NOFORN')}|{_spaced('SENSITIVE')}|{_spaced('EFTO')}|FOR[ ]OFFICIAL[ ]USE[ ]ONLY|"
    r"SBU|FOUO|EXDIS|NODIS|LIMDIS|STADIS|SIPDIS|ROGER[ ]CHANNEL"
)
_LINE: Final = re.compile(
    rf"""[ \t]*(?P<level>{_LEVEL})(?![A-Z]|[ ]E[ ]N[ ]S)
    (?P<controls>(?:\s*(?://?|(?:{_CONTROL})(?![A-Z])))*)
    (?:\s*\b[A-Z]{{5,8}}\ (?P<section>\d\d?)\ ?OF\ ?(?P<of>\d\d?)\b)?
    (?:\s{{0,3}}(?!PAGE\ )(?P<station>[A-Z0][A-Z0'. /-]{{1,38}}?)[ ]{{1,8}}(?P<serial>\d{{2,8}})\b)?
    (?P<more>(?:[ ]*(?://?|(?:{_CONTROL})(?![A-Z])))*)""",
    re.VERBOSE,
)
_NEAR_LINE: Final = re.compile(
    r"^[ \t]{0,8}(?P<level>(?:[A-Z] ){4,13}[A-Z](?![A-Z])|[A-Z]{5,14}) "
    r"[^\n]{0,60}?\b\d{4,8}[ \t]*$",
    re.MULTILINE,
)
_MISSPELT_AT_MOST: Final = (("UNCLAS", 1), ("CONFIDENTIAL", 2), ("SECRET", 1), ("UNCLASSIFIED", 2))
"""Levels, and how many of their letters may be wrong where station and serial follow."""
_FOR_OFFICIAL_USE: Final = re.compile(r"SENSITIVE|SBU|FOUO|FOROFFICIALUSE")
_FRONT: Final = re.compile(
    r"(?:(?>[ \t]*(?:|[^\n]{1,24}|(?:ACTION|INFO|DRAFTED|APPROVED|PAGE|ORIGIN|TO|FM|FROM|ZN[YR]"
    r"|VZCZC|-{5})[^\n]{0,90}|[A-Z]{2,5}-\d\d[^\n]{0,90})\n)){0,40}"
)
"""What may stand above the line: short lines, and the office copies of the 1970s.

A line may be read in two ways: what was read of one is never tried again the other way.
"""
_LINE_END: Final = re.compile(r"[ \t]*(?:\n|\Z)")
_REACH: Final = 1_200
"""The line stands at the top: it is not looked for behind this."""

_STAMP: Final = re.compile(
    rf"(?:\s*(?:(?:{_LEVEL}|{_CONTROL}|N{{3,5}}|X\d|BT|END OF (?:DOCUMENT|MESSAGE|CABLE))"
    r"(?![A-Z0-9])|[^\w\s]{1,80}|#\d{1,6}))*+\s*"
    r"(?:PAGE \d\d.{0,80}|\d{2,4}[A-Z]{3,24}\d+ - CLASSIFICATION:.{0,40})?"
)
_FEW_LINES: Final = 40


class Heading(NamedTuple):
    """What the classification line says."""

    classification: Found[Classification]
    section: Found[Section] | None
    station: Found[str] | None
    serial: Found[str] | None
    end: int


def read_classification(raised: str, limit: int) -> Heading | None:
    """Read the first classification line of upper-case text before `limit`."""
    match = _best(raised, min(limit, _REACH))
    if match is None:
        return _misspelt(raised, min(limit, _REACH))
    if _is_last_stamp(raised, match):
        return None
    return _heading(match)


def _heading(match: re.Match[str], moved: int = 0, *, is_repaired: bool = False) -> Heading:
    """Put a line together; what follows its level is `moved` characters further on in the text."""
    level = _LEVELS[match["level"].replace(" ", "")]
    controls = (match["controls"] + match["more"]).replace(" ", "")
    section = None
    if match["section"]:
        value = Section(int(match["section"]), int(match["of"]))
        section = Found(value, match.start("section") + moved, match.end("of") + moved)

    def found(name: str) -> Found[str] | None:
        start, end = match.span(name)
        return Found(match[name], start + moved, end + moved) if match[name] else None

    end = match.end() + moved
    classification = Classification(level, _control(level, controls))
    return Heading(
        Found(classification, match.start("level"), end, is_repaired),
        section,
        found("station"),
        found("serial"),
        end,
    )


def _misspelt(raised: str, limit: int) -> Heading | None:
    """Read a line whose level has a wrong letter, if station and serial stand behind it."""
    for line in _NEAR_LINE.finditer(raised, 0, limit):
        printed = line["level"].replace(" ", "")
        for level, errors in _MISSPELT_AT_MOST:
            if distance(printed, level) <= errors:
                start = line.start("level")
                mended = _LINE.match(
                    f"{raised[:start]}{level}{raised[line.end('level') : limit]}", start
                )
                if mended and mended["serial"]:
                    return _heading(mended, len(line["level"]) - len(level), is_repaired=True)
    return None


def _best(raised: str, limit: int) -> re.Match[str] | None:
    """Find the first line that names a station, or else the first that is a bare stamp."""
    best: re.Match[str] | None = None
    start = 0
    while start < limit:
        if match := _LINE.match(raised, start, limit):
            if match["serial"] and _LINE_END.match(raised, match.end()):
                return match
            if not _FRONT.fullmatch(raised, 0, start):
                break
            if match["serial"]:
                return match
            best = best or match
        start = (raised.find("\n", start, limit) + 1) or limit
    return best


def _is_last_stamp(raised: str, match: re.Match[str]) -> bool:
    """Tell the stamp below the signature of a part of a cable from the line above its text."""
    start = raised.rfind("\n", 0, match.start()) + 1
    if not raised[:start].strip() or (match["serial"] and _FRONT.fullmatch(raised, 0, start)):
        return False
    lines = raised[match.end() :].split("\n", _FEW_LINES)
    return all(not line.strip() or _STAMP.fullmatch(line) for line in lines)


def _control(level: Level, controls: str) -> str | None:
    if "NOFORN" in controls:
        return "NOFORN"
    if level is Level.UNCLASSIFIED and _FOR_OFFICIAL_USE.search(controls):
        return "FOR OFFICIAL USE ONLY"
    return None
