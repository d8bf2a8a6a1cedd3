"""What stands among the cables of a list: asides, dates, stray commas, lines of other papers.

It is blanked, or made one sign that parts; every letter that is left stands where it stood.
"""

from __future__ import annotations

import re
from typing import Final

from parser._months import ANY_MONTH
from parser._mrn import is_station
from parser._preamble.reference_cables import FULL_YEAR, begins_with_cable, holds_cable
from parser._preamble.reference_kinds import other_words
from parser._preamble.reference_list import is_cable_line

_LINE_END: Final = re.compile(r"(?P<line>[^\n]{1,120})(?P<gap>\n\s*)")
_YEAR_LAST: Final = re.compile(r"[;)]\s*['\u2019]?(?:19|20)?\d\d\s*\Z")
"""The year of the cable on the next line: `DOE E-MAIL; 06` / `ROME 12`."""
_YEAR_BEHIND: Final = re.compile(r"\d ?\((?:19|20)?\d\d\)[\s.;,]*\Z")
_YEAR_BETWEEN: Final = re.compile(r"(\d ?\((?:19|20)?\d\d\)) (?=[A-Z])")
"""Where a list ends in a year behind its cable, those inside stand behind theirs."""
_STATION_NAME: Final = r"[A-Z][A-Z'.-]{2,24}(?: [A-Z'.-]{2,24}){0,3}"
_YEAR_AT_END: Final = re.compile(rf"\b{FULL_YEAR}\s*\Z")
_STRAY_COMMA: Final = re.compile(
    r"(?P<lead>(?:\A|[;,&]|\bAND\b)\s{0,9}(?:(?:(?:19|20)?\d\d) )?)"
    rf"(?:(?P<station>{_STATION_NAME})(?P<comma>, ?)(?=(?!{FULL_YEAR})\d{{2,6}}"
    r"(?!\s?(?!AND|NOT)[A-Z]|[/\d])))"
    rf"|\A\s{{0,9}}(?P<year>20\d\d|0\d)(?P<behind>[,:] ?)(?=(?P<next>{_STATION_NAME}) \d{{2,6}}\b)"
)
"""A comma between the parts of a cable: `ROME, 12`, `07, ROME 12`."""
_SERIALS: Final = re.compile(
    rf"(?P<station>{_STATION_NAME}) \d{{1,6}}(?:/\d{{1,6}}){{2,}}(?![\d/]| [A-Z]{{4}})"
)
"""Three serials or more, `ROME 12/13/14`: two might be a serial and a year, `ROME 12/08`."""
_MONTH: Final = rf"(?:{ANY_MONTH})[A-Z]{{0,6}}\.?[ -]"
_DATED: Final = re.compile(
    rf"(?P<cable>(?P<station>{_STATION_NAME}) (?P<serial>\d{{1,6}}))"
    r"(?:, ?(?P<alone>(?=\d{4}\s*(?:[;.]|\Z)))|[\s,(-]{1,4}(?:(?:DATED|DTD|DTG|OF|ON|FROM)\ )?"
    rf"(?:(?:\d{{1,2}}|\d{{6}}Z)[ -]{_MONTH}|\d{{1,2}}[/-]\d{{1,2}}[/-]"
    rf"|{_MONTH}(?:\d{{1,2}},? )?(?=\d{{4}})))"
    r"(?P<year>(?:19|20)\d\d|0\d)(?P<close>\)?)(?![\d/])"
)
"""A cable with the date it was sent on, `ROME 12 (MAY 3, 2008)`, or the year behind a comma."""
_YEARS_BACK: Final = 3
"""A number behind a comma may be a year only of the last few: `ROME 12, 2005`."""
_NEAR_SERIALS: Final = 100  # ROME 1990, 2005
_ASIDE: Final = re.compile(
    r"\bET\.?\s{1,4}(?:AL|SEQ)\b|\bAND PREVIOUS\b|"
    r"\"[^\"\d]{2,80}\"|\((?!['\u2019]?(?:19|20)?\d\d\))[^()]{0,80}\)|\[[A-Z ,/]{2,80}\]|"
    r"(?:\b|(?<=\d))(?:NOTAL|EXDIS|NODIS|STADIS|SIPDIS|CONFIDENTIAL|SECRET)\b|"
    r"(?:\b|(?<=\d))PARA(?:GRAPH)?S?\.?\s?\d{1,2}(?:\s?(?:[-,&]|AND|THROUGH|THRU)\s?\d{1,2}(?!\d|[\s-]?[A-Z]))*"
)
_IN_BRACKETS: Final = re.compile(r"\(([^()]*)\)?")


def prepared(printed: str, citing: int | None) -> str:
    """Blank what is said beside the cables of an item, and part them by one kind of sign."""
    inside = _LINE_END.sub(_line_parted, printed) if "\n" in printed else printed
    if "," in inside or ":" in inside:
        inside = _STRAY_COMMA.sub(_without_comma, inside)
    inside = _with_years(inside, citing)
    inside = _ASIDE.sub(lambda aside: _without_aside(aside, citing), inside)
    if not any(map(str.isdigit, inside)):
        inside = _IN_BRACKETS.sub(lambda found: _bracket_parted(found, citing), printed)
        inside = inside.replace(")", " ")
    if inside.count("/") > 1:
        inside = _SERIALS.sub(_with_commas, inside)
    return inside


def _line_parted(line: re.Match[str]) -> str:
    """Part a line that is no cable, `DOE E-MAIL`, from the cable on the line below it."""
    is_other = other_words().search(line["line"]) or "SEPTEL" in line["line"]
    is_other = is_other and not _YEAR_LAST.search(line["line"])
    if not is_other or not is_cable_line(line.string, line.end()):
        return line[0]
    return f"{line['line']};{line['gap'][1:]}"


def _without_comma(parts: re.Match[str]) -> str:
    """Blank the comma between the parts of a cable of a known station."""
    name = parts["station"] or parts["next"]
    if not is_station(name.replace(" ", "")):
        return parts[0]
    comma = parts["comma"] or parts["behind"]
    return parts[0][: -len(comma)] + " " * len(comma)


def _with_years(inside: str, citing: int | None) -> str:
    """Leave of the date behind a cable only the year: `ROME 12 (MAY 3, 2008)`, `ROME 12, 2005`."""
    if _YEAR_BEHIND.search(inside):
        inside = _YEAR_BETWEEN.sub(r"\1;", inside)

    def year_alone(dated: re.Match[str]) -> str:
        is_year = dated["alone"] is None or (
            citing is not None
            and 0 <= citing - int(dated["year"]) <= _YEARS_BACK
            and abs(int(dated["serial"]) - int(dated["year"])) > _NEAR_SERIALS
        )
        if not is_year or not _ends_in_station(dated["station"]):
            return dated[0]
        gap = " " * (dated.start("year") - dated.end("cable"))
        return f"{dated['cable']}{gap}{dated['year']}{' ' * len(dated['close'])}"

    return _DATED.sub(year_alone, inside)


def _without_aside(aside: re.Match[str], citing: int | None) -> str:
    """Blank what is said of a cable; leave a cable in brackets behind it, `(SENT AS ROME 12)`."""
    words = aside[0][1:-1]
    is_bracket = aside[0].startswith("(") and any(map(str.isdigit, words))
    if not is_bracket or _YEAR_AT_END.search(words):
        return " " * len(aside[0])
    is_cable = holds_cable(aside.string, aside.start() + 1, aside.end() - 1, citing)
    return f";{words};" if is_cable else " " * len(aside[0])


def _bracket_parted(found: re.Match[str], citing: int | None) -> str:
    """Part a cable in brackets, `LAST REPORT (ROME 12)`, from what it is; open `ROME (12)`."""
    is_cable = begins_with_cable(found.string, found.start(1), citing)
    return f"{';' if is_cable else ' '}{found[1]}".ljust(len(found[0]))


def _with_commas(serials: re.Match[str]) -> str:
    """Part the serials of a known station by commas; leave a date, `EMAIL 3/12/09`, as it is."""
    return serials[0].replace("/", ",") if _ends_in_station(serials["station"]) else serials[0]


def _ends_in_station(name: str) -> bool:
    words = name.split()
    return any(is_station("".join(words[place:])) for place in range(len(words)))
