"""The cables that a reference names: of every notation, as printed, in parts.

cable := [ year ] station [ "#" ] serial [ year ] | serial station

Words in front of a station that is known are no part of it; one that is not known is believed where
nothing stands beside the cable.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._mrn import canonical_mrn, is_never_station, is_year
from parser._preamble.reference_kinds import other_words
from parser._similar import known_station, similar_station
from parser._tables import posts

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL_YEAR: Final = r"(?:19[6-9]\d|20(?:0\d|10))(?!\d)"
"""A year of four digits that a cable may be of."""
_FULL_YEAR_ALONE: Final = re.compile(FULL_YEAR)
_NAME: Final = r"[A-Z0][A-Z0'\u2019.]{0,24}(?:[A-Z.]|0(?=\s\d))"
_CABLE: Final = re.compile(
    rf"""(?:(?<![A-Z0-9])|(?<=\bAND))(?:(?<!/)|(?<=\d/))
    (?:[(\[]?(?P<year>(?:19|20)\d\d|[0O]?[O0-9]\d|[0O][0O])[)\]]?
       (?:\ {{0,3}}\n\s{{1,20}}|[\ \n/-]{{0,3}}))?
    (?P<station>(?(year)(?:[A-Z]\s{{1,3}})?)
      (?![A-Z]\.\s{{0,3}}\d){_NAME}(?:[\s/-]{{1,80}}{_NAME}){{0,4}}?)
    (?:\s?\((?P<inner>(?:19|20)?\d\d)\)
      | \ ['\u2019]?(?P<middle>(?:(?:20)?0\d)(?=[\ /-]\d{{3}})|(?:10|[6-9]\d)(?=[/-]\d{{4}}))
        (?=[\ /-]\d{{3,6}}(?![A-Z\d/]))/?)?
    [\s:\#./_-]{{0,80}}(?:(?:N(?:OS?|RS?|BR|UMBERS?)|TEL(?:EGRAM)?S?|CABLES?)\b\.?\s?)?
    (?P<serial>\d{{1,3}},\d{{3}}|O?\d(?:\d|O(?![A-NP-Z])){{0,8}})(?![A-Z]?\d|(?!(?:AND|ET|OF|NOTAL)\b)[A-Z]{{2}}|/\d{{1,2}}/\d)
    (?:\ ?\((?P<apart>(?:19|20)?\d\d)\)(?=\ {{2,}})
      | \s{{0,20}}\(['\u2019]?(?P<bracket>(?:19|20)?\d\d)\)
        (?!\ {{0,9}}{_NAME}(?:\ {_NAME}){{0,3}}\ {{0,9}}\d)
      | \s?[/-]\s?(?P<slash>(?:19(?=[6-9])|20(?=0\d|10))?\d\d)(?![\d/]|-[A-Z])
      | (?:[ ]{{1,24}}['\u2019]?|['\u2019])(?P<after>(?:19|20)?\d\d)(?!\s*[A-Z0-9/]|-[A-Z])
      | \s{{0,10}}OF\s{{1,10}}(?P<of>(?:19|20)\d\d|0\d(?=\s*(?:[;,.]|\Z)))(?!\d))?""",
    re.VERBOSE,
)
_PLAINEST: Final = re.compile(
    r"\s*(?:(?:19|20)?(?P<year>0\d|10|[6-9]\d) )?(?P<station>[A-Z]+(?: [A-Z]+){0,3}) "
    r"(?P<serial>\d{1,8})[\s,.;]*\Z"
)
"""What most items are: STATE 9912, 08 STATE 9912."""
_YEARS: Final = ("year", "inner", "middle", "apart", "bracket", "slash", "after", "of")
_SERIAL_FIRST: Final = re.compile(
    r"\s*#?(?P<serial>(?!0\d\s)\d{1,6})\s+(?P<station>[A-Z][A-Z' ]{2,24})\s*\Z"
)
_PARTED: Final = re.compile(
    r"\s*(?:['\u2019(\[]?(?:19|20)?(?P<year>0\d|10|[6-9]\d)[)\]]? ?)?"
    r"(?P<station>[A-Z]{1,20}(?:\s{1,4}[A-Z]{1,20}){1,5}?) ?(?P<serial>\d{1,6})\s*\Z"
)
"""A cable whose station has a space too many or one letter apart: `SAO P AULO 45`, `STAT E4567`."""
_LONG_NAME: Final = 10
NOTHING: Final = re.compile(
    r"[\s.,;:()\[\]-]*(?:(?:AND|PREVIOUS|NOTAL|SEPTELS?|ET|AL|SEQ|OTHERS|EARLIER|RELATED|NONE|N/A)\b"
    r"[\s.,;:()\[\]-]*)*\Z"
)
"""What may stand beside a cable and names no other."""
_PROSE: Final = re.compile(r"\b(?:OF|THE|FOR|IN|ON|FROM|TO|BY|AND|WITH|AT|SEE|PLAN|DATED)\b")
_STATION_OF: Final = re.compile(r"\d\d([A-Z]+)")
_SHORTEST_STATION: Final = 4
"""No post has a shorter name; a shorter one that is not known counts other papers: `HS-5/1234`."""


class PrintedCable(NamedTuple):
    """A message reference number as printed, in parts."""

    year: str | None
    station: str
    serial: str
    start: int
    end: int


def plain_cable(item: str, citing: int | None) -> PrintedCable | None:
    """Read an item that is one cable of a known station and nothing else, as most are."""
    plainest = _PLAINEST.match(item)
    if plainest is None:
        return None
    year, station, serial = plainest.groups()
    start = len(item) - len(item.lstrip())
    cable = PrintedCable(year, station, serial, start, plainest.end("serial"))
    return cable if _is_known(cable, citing) else None


def cables_in(inside: str, start: int, end: int, citing: int | None) -> list[PrintedCable]:
    """Read the cables of a piece, up to a word that tells that something else follows."""
    word = other_words().search(inside, start, end)
    cables = list(_cables(inside, start, word.start() if word else end, citing))
    return cables or ([] if word else _parted_cable(inside, start, end))


def is_whole_cable(inside: str, start: int, end: int, citing: int | None) -> bool:
    """Tell whether a piece is one cable of a known station, and nothing else."""
    match = _CABLE.match(
        inside, start + len(inside[start:end]) - len(inside[start:end].lstrip()), end
    )
    if match is None or not NOTHING.match(inside, match.end(), end):
        return False
    known = _known_cable(match, citing)
    return known is not None and known.start == match.start()


def begins_with_cable(text: str, start: int, citing: int | None) -> bool:
    """Tell whether a cable of a known station begins at `start`."""
    match = _CABLE.match(text, start)
    return match is not None and _known_cable(match, citing) is not None


def holds_cable(text: str, start: int, end: int, citing: int | None) -> bool:
    """Tell whether a cable of a known station stands anywhere between `start` and `end`."""
    return any(_known_cable(match, citing) for match in _CABLE.finditer(text, start, end))


def _cables(inside: str, start: int, end: int, citing: int | None) -> Iterator[PrintedCable]:
    """Find the message reference numbers in one piece."""
    for match in _CABLE.finditer(inside, start, end):
        cable = _cable(match)
        if known := _at_known_station(cable, match.start("station"), citing):
            yield known
        elif (
            NOTHING.match(inside, start, match.start())
            and NOTHING.match(inside, match.end(), end)
            and _may_be_station(cable.station)
            and mrn_of(cable, citing)
        ):
            yield cable
    if reverse := _SERIAL_FIRST.match(inside, start, end):
        cable = PrintedCable(None, reverse["station"], reverse["serial"], start, end)
        known = _at_known_station(cable, reverse.start("station"), citing)
        if known and not _is_past_year(cable.serial, citing):
            yield known


def _is_past_year(serial: str, citing: int | None) -> bool:
    """Tell a year whose serial is missing, `2005 ROME`, from a serial in front of its station."""
    return (
        citing is not None
        and _FULL_YEAR_ALONE.fullmatch(serial) is not None
        and int(serial) <= citing
    )


def _parted_cable(inside: str, start: int, end: int) -> list[PrintedCable]:
    """Read the cable of a piece in which a space parts the name of its station."""
    parted = _PARTED.match(inside, start, end)
    name = "".join(parted["station"].split()) if parted else ""
    is_known = known_station(name) or (len(name) >= _LONG_NAME and similar_station(name))
    if parted is None or not is_known:
        return []
    year, serial = parted["year"], parted["serial"]
    return [PrintedCable(year, name, serial, parted.start("station"), parted.end("serial"))]


def _may_be_station(name: str) -> bool:
    """Tell a station that is not known from what other papers are called: `CASE FR`, `HS`."""
    words = name.split()
    return (
        len(words) <= 3
        and sum(map(len, words)) >= _SHORTEST_STATION
        and not _PROSE.search(name)
        and not any(map(is_never_station, words))
    )


def _cable(match: re.Match[str]) -> PrintedCable:
    serial = match["serial"].replace(",", "")  # STATE 1,234
    return PrintedCable(_year(match), match["station"], serial, match.start(), match.end())


def _year(match: re.Match[str]) -> str | None:
    """Return the year printed with a cable, two digits; None for digits that are no year."""
    digits = next((match[name] for name in _YEARS if match[name]), "").replace("O", "0")[-2:]
    return digits if len(digits) == 2 and is_year(digits) else None


def _known_cable(match: re.Match[str], citing: int | None) -> PrintedCable | None:
    """Read a cable of a known station; None where the station is not known."""
    return _at_known_station(_cable(match), match.start("station"), citing)


def _at_known_station(cable: PrintedCable, station: int, citing: int | None) -> PrintedCable | None:
    """Drop words in front of the station until what remains is a station that is known."""
    words = [(match[0], match.start()) for match in re.finditer(r"\S+", cable.station)]
    for place, (_, offset) in enumerate(words):
        shorter = cable
        if place:
            year = cable.year if cable.start == station else None  # not the year in front
            shorter = cable._replace(
                year=year, station=cable.station[offset:], start=station + offset
            )
        if _is_known(shorter, citing):
            return shorter
    return None


def _is_known(cable: PrintedCable, citing: int | None) -> bool:
    mrn = mrn_of(cable, citing)
    name = _STATION_OF.match(mrn) if mrn else None
    return name is not None and name[1] in posts()


def mrn_of(cable: PrintedCable, citing: int | None) -> str | None:
    """Return the canonical form; a cable without a year is of that of the `citing` one."""
    year = cable.year
    if year is None and citing is not None:
        year = f"{citing % 100:02}"
    station = cable.station.replace(" ", "")
    if station in posts() and not is_never_station(station):
        return canonical_mrn(f"{year or '00'}{station}{cable.serial.lstrip('0')}")
    return canonical_mrn(f"{year or '00'}{cable.station} {cable.serial}")
