"""The references: cables of every notation, and whatever else a REF line names.

field   := ( "REF" | "REFS" | "REFTEL" ... ) ":" item { item }
item    := [ label ] piece { ( "," | ";" | "AND" | "&" ) piece }
label   := "A." | "(A)" | "[A]" | "A)" | "A -" | "A:" | "A"
piece   := [ year ] station [ "#" ] serial [ year ]
         | serial | serial station | anything else

Where the list ends and how its labels part it: :mod:`parser._preamble.reference_list`. A serial
alone is of the station before it: `ROME 1, 2 and 3`, `A. ROME 1, B. 2`. Anything else is an e-mail,
a call, a report, a regulation, and runs to the next label or `;`. A date behind a cable gives its
year, `ROME 1 (MAY 3, 2007)`; a reference without a year is of the year of the cable that cites it.
Page marks inside are lifted out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._model import Reference, ReferenceKind
from parser._mrn import canonical_mrn, is_never_station, is_station, is_year
from parser._preamble.found import Found
from parser._preamble.marks import blank_marks
from parser._preamble.reference_kinds import kind_of, other_words
from parser._preamble.reference_list import Item, extent, is_cable_line, items
from parser._similar import known_station, similar_station
from parser._tables import posts

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from parser._preamble.layout import Block

_MAX: Final = 6_000
_STRAY_SIGNS: Final = str.maketrans("¶*^~`|_", " " * 7)
_ZERO: Final = re.compile(r"O(?:(?<=\dO)(?![A-Z])|(?<![A-Z]O)(?=\d))")
"""A letter O printed for a zero, 20O7 or 12O4."""
_ONE: Final = re.compile(r"\b[A-Z]{1,20}1(?:(?!OF|AND)[A-Z]{1,20}\b|(?= \d))")
"""A digit 1 that may be printed for an I: BE1JING 12, TRIPOL1 12."""
_LETTER_AND_ONE: Final = re.compile(r"1(?<=[A-Z]1)")
_IN_NAME: Final = re.compile(r"[A-Z]{2}1[A-Z]{2}")
_LINE_END: Final = re.compile(r"(?P<line>[^\n]{1,120})(?P<gap>\n\s*)")
_YEAR_LAST: Final = re.compile(r"[;)]\s*['\u2019]?(?:19|20)?\d\d\s*\Z")
"""The year of the cable on the next line: `DOE E-MAIL; 06` / `ROME 12`."""
_YEAR_BEHIND: Final = re.compile(r"\d ?\((?:19|20)?\d\d\)[\s.;,]*\Z")
_YEAR_BETWEEN: Final = re.compile(r"(\d ?\((?:19|20)?\d\d\)) (?=[A-Z])")
"""Where a list ends in a year behind its cable, those inside stand behind theirs."""
_STATION_NAME: Final = r"[A-Z][A-Z'.-]{2,24}(?: [A-Z'.-]{2,24}){0,3}"
_IN_THOUSANDS: Final = (
    r"(?:(?<=[A-Z] \d)|(?<=[A-Z] \d\d)|(?<=STATE \d\d\d)),\d{3}(?![\d,])"  # STATE 1,234
)
_FULL_YEAR: Final = r"(?:19[6-9]\d|20(?:0\d|10))(?!\d)"
_FULL_YEAR_ALONE: Final = re.compile(_FULL_YEAR)
_FULL_YEAR_LAST: Final = re.compile(rf"\b{_FULL_YEAR}\s*\Z")
_BEHIND_YEAR: Final = (  # ROME 07-123, ROME 95-1234, STATE 2007-12345
    r"(?:(?<=[A-Z] 0\d)|(?<=[A-Z] [16-9]\d)(?=[/-]\d{4})"
    r"|(?<=[A-Z] 200\d)(?=-(?:\d{5}|[013-9]\d{3})))"
)
_SEPARATOR: Final = re.compile(
    rf"[;&+]|(?!{_IN_THOUSANDS}),|(?:\b|(?<=\d))(?:AND|THRU|THROUGH)(?![A-Z])"
    r"|(?<=\d )(?:AN\ ?D?|ND|ADN|NAD|ANDD|AAND)\ ?(?=\d)"
    rf"|(?<=\d)(?!{_BEHIND_YEAR})[/-](?=(?!{_FULL_YEAR})\d{{3}})"
    r"|(?<=[A-Z] \d\d)[/-](?=(?:1[1-9]|[2-5]\d|6[0-5])(?![\d/-])(?! [A-Z]{4}))"
    r"|(?<=\d{3})(?<!20\d\d)(?<!19\d\d)(?: {2,}|\s{0,3}\n\s*)(?=[A-Z])(?!OF\s)"
    r"|(?<=\d{3})\s{0,3}\n\s*(?=['\u2019(\[](?:19|20)?\d\d[)\]]? ?[A-Z]{3})"
    rf"|(?<=\d{{3}})\.\s{{1,3}}(?=(?!{_FULL_YEAR})\d{{3,6}}(?!\d))"
    r"|(?<=\d{4})(?<!20\d\d)(?<!19\d\d)(?: |\s{0,3}\n\s{0,9})"
    rf"(?=(?!{_FULL_YEAR})\d{{4,6}}(?![\d/]))"
    r"|(?<=\d{3})\s{1,80}(?=0\d[ -][A-Z]{4}[A-Z' ]{0,20}-?\d)"
    r"|(?<=[\d ])\.\s{1,3}(?=(?:['(]?\d{2,4}[) ]?\s?)?[A-Z])"
    rf"|(?<=\d) - (?=(?!{_FULL_YEAR})\d{{3}})"
    r"|(?<=\d)\s[/-] (?=(?:\d\d){1,2} ?[A-Z]{3}[A-Z' ]{0,20}\d)"  # ROME 3 - 05 PARIS 4
    r"|(?:(?<=\d{3})|(?<=[A-Z] \d\d))/(?=[A-Z]{4}[A-Z' ]{0,20}\d)"
)
_STRAY_COMMA: Final = re.compile(
    r"(?P<lead>(?:\A|[;,&]|\bAND\b)\s{0,9}(?:(?:(?:19|20)?\d\d) )?)"
    rf"(?:(?P<station>{_STATION_NAME})(?P<comma>, ?)(?=(?!{_FULL_YEAR})\d{{2,6}}"
    r"(?!\s?(?!AND|NOT)[A-Z]|[/\d])))"
    rf"|\A\s{{0,9}}(?P<year>20\d\d|0\d)(?P<behind>[,:] ?)(?=(?P<next>{_STATION_NAME}) \d{{2,6}}\b)"
)
"""A comma between the parts of a cable: `ROME, 12`, `07, ROME 12`."""
_SERIALS: Final = re.compile(
    rf"(?P<station>{_STATION_NAME}) \d{{1,6}}(?:/\d{{1,6}}){{2,}}(?![\d/]| [A-Z]{{4}})"
)
"""Three serials or more, `ROME 12/13/14`: two might be a serial and a year, `ROME 12/08`."""
_MONTH: Final = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.?[ -]"
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
_SERIAL_ONLY: Final = re.compile(
    r"[\s#]*(?P<serial>\d[\dO]{0,7})(?:(?:\s?\(|(?<=\d{3})[/-])(?:19|20)?(?P<year>\d\d))?"
    r"[\s.)(\[\]]*(?:\s-{1,2}\s[^\d]*)?\Z"
)
_SERIAL_FIRST: Final = re.compile(
    r"\s*#?(?P<serial>(?!0\d\s)\d{1,6})\s+(?P<station>[A-Z][A-Z' ]{2,24})\s*\Z"
)
_PARTED: Final = re.compile(
    r"\s*(?:['\u2019(\[]?(?:19|20)?(?P<year>0\d|10|[6-9]\d)[)\]]? ?)?"
    r"(?P<station>[A-Z]{1,20}(?:\s{1,4}[A-Z]{1,20}){1,5}?) ?(?P<serial>\d{1,6})\s*\Z"
)
"""A cable whose station has a space too many or one letter apart: `SAO P AULO 45`, `STAT E4567`."""
_LONG_NAME: Final = 10
_NOTHING: Final = re.compile(
    r"[\s.,;:()\[\]-]*(?:(?:AND|PREVIOUS|NOTAL|SEPTELS?|ET|AL|SEQ|OTHERS|EARLIER|RELATED|NONE|N/A)\b"
    r"[\s.,;:()\[\]-]*)*\Z"
)
_PADDING: Final = re.compile(r"[\s,:.-]*")
_PROSE: Final = re.compile(r"\b(?:OF|THE|FOR|IN|ON|FROM|TO|BY|AND|WITH|AT|SEE|PLAN|DATED)\b")
_STATION_OF: Final = re.compile(r"\d\d([A-Z]+)")
_SHORTEST_STATION: Final = 4
"""No post has a shorter name; a shorter one that is not known counts other papers: `HS-5/1234`."""


class References(NamedTuple):
    """What one REF block names, in order."""

    found: tuple[Found[Reference], ...]
    end: int


class _Context(NamedTuple):
    """What the pieces of a list share."""

    text: str
    year: int | None
    own_mrn: str | None


def read_references(
    text: str, raised: str, block: Block, year: int | None, own_mrn: str | None
) -> References:
    """Read one REF block."""
    limit = min(block.limit, block.value + _MAX)
    printed = raised[block.value : limit]
    blanked = blank_marks(printed).translate(_STRAY_SIGNS)
    plain = _ZERO.sub("0", blanked)
    if _LETTER_AND_ONE.search(plain):
        plain = _ONE.sub(_with_i, plain)
    plain = plain[: extent(plain)]
    context = _Context(text[block.value : limit], year, own_mrn)
    before, after = printed[: len(plain)].translate(_STRAY_SIGNS), blanked[: len(plain)]
    is_repaired = after.rstrip() != before.rstrip()
    found = tuple(
        Found(reference, block.value + start, block.value + end, is_repaired)
        for reference, start, end in _all_references(plain, context)
    )
    return References(found, block.value + len(plain.rstrip()))


def _with_i(word: re.Match[str]) -> str:
    mended = word[0].replace("1", "I")
    return mended if known_station(mended) or _IN_NAME.search(word[0]) else word[0]


def _all_references(plain: str, context: _Context) -> Iterator[_Placed]:
    """Read the items in order; a serial alone, `B. 2`, is of the station of the item before."""
    last: _Cable | None = None
    for item in items(plain):
        last = yield from _references(plain, item, context, last)


class _Cable(NamedTuple):
    """A message reference number as printed, in parts."""

    year: str | None
    station: str
    serial: str
    start: int
    end: int


_Placed = tuple[Reference, int, int]


def _references(
    plain: str, item: Item, context: _Context, last: _Cable | None
) -> Generator[_Placed, None, _Cable | None]:
    """Read the references of one item; most are one cable and nothing else.

    `last` is the cable that stands right before; what is returned stands right before the next.
    """
    if plainest := _PLAINEST.match(plain, item.start, item.end):
        year, station, serial = plainest.groups()
        lead = len(plainest[0]) - len(plainest[0].lstrip())
        plain_cable = _Cable(year, station, serial, lead, plainest.end("serial") - item.start)
        if _is_known(plain_cable, context):
            yield from _cable_reference(plain_cable, item, context)
            return plain_cable
    return (yield from _listed(plain, item, context, last))


def _listed(
    plain: str, item: Item, context: _Context, cable: _Cable | None
) -> Generator[_Placed, None, _Cable | None]:
    """Read a list such as `ROME 1, 2 AND STATE 3; TELCON`, or `2` behind the cable ROME 1."""
    inside = _prepared(plain[item.start : item.end], context)
    other: tuple[int, int] | None = None
    for start, end in _spans_between(_SEPARATOR, inside):
        if other is not None:
            # The commas of "J. DOE E-MAIL, JULY 3, 2008" part nothing; a whole cable or ";" does.
            is_closed = inside.startswith(";", other[1])
            if not is_closed and not _is_whole_cable(inside, start, end, context):
                other = other[0], end
                continue
            yield _other_reference(inside, *other, item, context)
            other = None
        if _NOTHING.match(inside, start, end):
            continue
        serial = _SERIAL_ONLY.match(inside, start, end)
        if serial and cable:
            own = serial["year"]
            year = own if own and is_year(own) else cable.year
            first, last = serial.span("serial")
            cable = _Cable(year, cable.station, serial["serial"], first, last)
            yield from _cable_reference(cable, item, context)
            continue
        cables = _all_cables(inside, start, end, context)
        for found in cables:
            yield from _cable_reference(found, item, context)
        cable = cables[-1] if cables and _NOTHING.match(inside, cables[-1].end, end) else None
        if not cables:
            other = start, end
    if other is not None:
        yield _other_reference(inside, *other, item, context)
    return cable


def _prepared(printed: str, context: _Context) -> str:
    """Blank what is said beside the cables of an item, and part them by one kind of sign."""
    inside = _LINE_END.sub(_line_parted, printed) if "\n" in printed else printed
    if "," in inside or ":" in inside:
        inside = _STRAY_COMMA.sub(_without_comma, inside)
    inside = _with_years(inside, context.year)
    inside = _ASIDE.sub(lambda aside: _without_aside(aside, context), inside)
    if not any(map(str.isdigit, inside)):
        inside = _IN_BRACKETS.sub(lambda found: _bracket_parted(found, context), printed)
        inside = inside.replace(")", " ")
    if inside.count("/") > 1:
        inside = _SERIALS.sub(_with_commas, inside)
    return inside


def _without_aside(aside: re.Match[str], context: _Context) -> str:
    """Blank what is said of a cable; leave a cable in brackets behind it, `(SENT AS ROME 12)`."""
    words = aside[0][1:-1]
    is_bracket = aside[0].startswith("(") and any(map(str.isdigit, words))
    if not is_bracket or _FULL_YEAR_LAST.search(words):
        return " " * len(aside[0])
    is_cable = any(
        _at_known_station(_cable(match), match.start("station"), context)
        for match in _CABLE.finditer(aside.string, aside.start() + 1, aside.end() - 1)
    )
    return f";{words};" if is_cable else " " * len(aside[0])


def _bracket_parted(found: re.Match[str], context: _Context) -> str:
    """Part a cable in brackets, `LAST REPORT (ROME 12)`, from what it is; open `ROME (12)`."""
    cable = _CABLE.match(found.string, found.start(1))
    is_cable = cable and _at_known_station(_cable(cable), cable.start("station"), context)
    return f"{';' if is_cable else ' '}{found[1]}".ljust(len(found[0]))


def _with_commas(serials: re.Match[str]) -> str:
    """Part the serials of a known station by commas; leave a date, `EMAIL 3/12/09`, as it is."""
    return serials[0].replace("/", ",") if _ends_in_station(serials["station"]) else serials[0]


def _line_parted(line: re.Match[str]) -> str:
    """Part a line that is no cable, `DOE E-MAIL`, from the cable on the line below it."""
    is_other = other_words().search(line["line"]) or "SEPTEL" in line["line"]
    is_other = is_other and not _YEAR_LAST.search(line["line"])
    if not is_other or not is_cable_line(line.string, line.end()):
        return line[0]
    return f"{line['line']};{line['gap'][1:]}"


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


def _without_comma(parts: re.Match[str]) -> str:
    """Blank the comma between the parts of a cable of a known station."""
    name = parts["station"] or parts["next"]
    if not is_station(name.replace(" ", "")):
        return parts[0]
    comma = parts["comma"] or parts["behind"]
    return parts[0][: -len(comma)] + " " * len(comma)


def _ends_in_station(name: str) -> bool:
    words = name.split()
    return any(is_station("".join(words[place:])) for place in range(len(words)))


def _spans_between(separator: re.Pattern[str], inside: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in separator.finditer(inside):
        yield start, match.start()
        start = match.end()
    yield start, len(inside)


def _is_whole_cable(inside: str, start: int, end: int, context: _Context) -> bool:
    """Tell whether a piece is one cable of a known station, and nothing else."""
    match = _CABLE.match(
        inside, start + len(inside[start:end]) - len(inside[start:end].lstrip()), end
    )
    if match is None or not _NOTHING.match(inside, match.end(), end):
        return False
    cable = _cable(match)
    known = _at_known_station(cable, match.start("station"), context)
    return known is not None and known.start == match.start()


def _all_cables(inside: str, start: int, end: int, context: _Context) -> list[_Cable]:
    """Read the cables of a piece, up to a word that tells that something else follows."""
    word = other_words().search(inside, start, end)
    cables = list(_cables(inside, start, word.start() if word else end, context))
    return cables or ([] if word else _parted_cable(inside, start, end))


def _cables(inside: str, start: int, end: int, context: _Context) -> Iterator[_Cable]:
    """Find the message reference numbers in one piece."""
    for match in _CABLE.finditer(inside, start, end):
        cable = _cable(match)
        if known := _at_known_station(cable, match.start("station"), context):
            yield known
        elif (
            _NOTHING.match(inside, start, match.start())
            and _NOTHING.match(inside, match.end(), end)
            and _may_be_station(cable.station)
            and _mrn(cable, context)
        ):
            yield cable
    if reverse := _SERIAL_FIRST.match(inside, start, end):
        cable = _Cable(None, reverse["station"], reverse["serial"], start, end)
        known = _at_known_station(cable, reverse.start("station"), context)
        if known and not _is_past_year(cable.serial, context):
            yield known


def _is_past_year(serial: str, context: _Context) -> bool:
    """Tell a year whose serial is missing, `2005 ROME`, from a serial in front of its station."""
    return (
        context.year is not None
        and _FULL_YEAR_ALONE.fullmatch(serial) is not None
        and int(serial) <= context.year
    )


def _parted_cable(inside: str, start: int, end: int) -> list[_Cable]:
    """Read the cable of a piece in which a space parts the name of its station."""
    parted = _PARTED.match(inside, start, end)
    name = "".join(parted["station"].split()) if parted else ""
    is_known = known_station(name) or (len(name) >= _LONG_NAME and similar_station(name))
    if parted is None or not is_known:
        return []
    year, serial = parted["year"], parted["serial"]
    return [_Cable(year, name, serial, parted.start("station"), parted.end("serial"))]


def _may_be_station(name: str) -> bool:
    """Tell a station that is not known from what other papers are called: `CASE FR`, `HS`."""
    words = name.split()
    return (
        len(words) <= 3
        and sum(map(len, words)) >= _SHORTEST_STATION
        and not _PROSE.search(name)
        and not any(map(is_never_station, words))
    )


def _cable(match: re.Match[str]) -> _Cable:
    serial = match["serial"].replace(",", "")  # STATE 1,234
    return _Cable(_year(match), match["station"], serial, match.start(), match.end())


def _year(match: re.Match[str]) -> str | None:
    """Return the year printed with a cable, two digits; None for digits that are no year."""
    digits = next((match[name] for name in _YEARS if match[name]), "").replace("O", "0")[-2:]
    return digits if len(digits) == 2 and is_year(digits) else None


def _at_known_station(cable: _Cable, station: int, context: _Context) -> _Cable | None:
    """Drop words in front of the station until what remains is a station that is known."""
    words = [(match[0], match.start()) for match in re.finditer(r"\S+", cable.station)]
    for place, (_, offset) in enumerate(words):
        shorter = cable
        if place:
            year = cable.year if cable.start == station else None  # not the year in front
            shorter = cable._replace(
                year=year, station=cable.station[offset:], start=station + offset
            )
        if _is_known(shorter, context):
            return shorter
    return None


def _is_known(cable: _Cable, context: _Context) -> bool:
    mrn = _mrn(cable, context)
    name = _STATION_OF.match(mrn) if mrn else None
    return name is not None and name[1] in posts()


def _mrn(cable: _Cable, context: _Context) -> str | None:
    year = cable.year
    if year is None and context.year is not None:
        year = f"{context.year % 100:02}"
    station = cable.station.replace(" ", "")
    if station in posts() and not is_never_station(station):
        return canonical_mrn(f"{year or '00'}{station}{cable.serial.lstrip('0')}")
    return canonical_mrn(f"{year or '00'}{cable.station} {cable.serial}")


def _cable_reference(cable: _Cable, item: Item, context: _Context) -> Iterator[_Placed]:
    """Make a reference of a cable, unless it is the citing cable itself."""
    mrn = _mrn(cable, context) if cable.year or context.year is not None else None
    if mrn is not None and mrn == context.own_mrn:
        return
    start, end = item.start + cable.start, item.start + cable.end
    printed = " ".join(context.text[start:end].split())
    yield (
        Reference(mrn, item.label, printed, year_is_assumed=cable.year is None and mrn is not None),
        start,
        end,
    )


def _other_reference(inside: str, start: int, end: int, item: Item, context: _Context) -> _Placed:
    """Keep what is no cable, with the kind that its words show."""
    word = other_words().search(inside, start, end)
    kind = kind_of(word[0]) if word else ReferenceKind.OTHER
    lead = _PADDING.match(inside, start, end)
    start = lead.end() if lead else start
    printed = context.text[item.start + start : item.start + end].rstrip(" \n\t,;:-¶")
    reference = Reference(None, item.label, " ".join(printed.split()), kind)
    return reference, item.start + start, item.start + start + len(printed)
