"""The references: cables of every notation, and whatever else a REF line names.

field   := ( "REF" | "REFS" | "REFTEL" ... ) ":" item { item }
item    := [ label ] piece { ( "," | ";" | "AND" | "&" ) piece }
label   := "A." | "(A)" | "[A]" | "A)" | "A -" | "A:" | "A"
piece   := cable | serial | anything else

Where the list ends and how its labels part it: :mod:`parser._preamble.reference_list`; what a cable
is: :mod:`parser._preamble.reference_cables`. A serial alone is of the station before it: `ROME 1, 2
and 3`, `A. ROME 1, B. 2`. Anything else is an e-mail, a call, a report, a regulation, and runs to
the next label or `;`. A reference without a year is of the year of the cable that cites it. Page
marks inside are lifted out.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._model import Reference, ReferenceKind
from parser._mrn import is_year
from parser._preamble.found import Found
from parser._preamble.marks import blank_marks
from parser._preamble.reference_asides import prepared
from parser._preamble.reference_cables import (
    FULL_YEAR,
    NOTHING,
    PrintedCable,
    cables_in,
    is_whole_cable,
    mrn_of,
    plain_cable,
)
from parser._preamble.reference_kinds import kind_of, other_words
from parser._preamble.reference_list import Item, extent, items
from parser._similar import known_station, printed_station

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
_IN_THOUSANDS: Final = (
    r"(?:(?<=[A-Z] \d)|(?<=[A-Z] \d\d)|(?<=STATE \d\d\d)),\d{3}(?![\d,])"  # STATE 1,234
)
_BEHIND_YEAR: Final = (  # ROME 07-123, ROME 95-1234, STATE 2007-12345
    r"(?:(?<=[A-Z] 0\d)|(?<=[A-Z] [16-9]\d)(?=[/-]\d{4})"
    r"|(?<=[A-Z] 200\d)(?=-(?:\d{5}|[013-9]\d{3})))"
)
_SEPARATOR: Final = re.compile(
    rf"[;&+]|(?!{_IN_THOUSANDS}),|(?:\b|(?<=\d))(?:AND|THRU|THROUGH)(?![A-Z])"
    r"|(?<=\d )(?:AN\ ?D?|ND|ADN|NAD|ANDD|AAND)\ ?(?=\d)"
    rf"|(?<=\d)(?!{_BEHIND_YEAR})[/-](?=(?!{FULL_YEAR})\d{{3}})"
    r"|(?<=[A-Z] \d\d)[/-](?=(?:1[1-9]|[2-5]\d|6[0-5])(?![\d/-])(?! [A-Z]{4}))"
    r"|(?<=\d{3})(?<!20\d\d)(?<!19\d\d)(?: {2,}|\s{0,3}\n\s*)(?=[A-Z])(?!OF\s)"
    r"|(?<=\d{3})\s{0,3}\n\s*(?=['\u2019(\[](?:19|20)?\d\d[)\]]? ?[A-Z]{3})"
    rf"|(?<=\d{{3}})\.\s{{1,3}}(?=(?!{FULL_YEAR})\d{{3,6}}(?!\d))"
    r"|(?<=\d{4})(?<!20\d\d)(?<!19\d\d)(?: |\s{0,3}\n\s{0,9})"
    rf"(?=(?!{FULL_YEAR})\d{{4,6}}(?![\d/]))"
    r"|(?<=\d{3})\s{1,80}(?=0\d[ -][A-Z]{4}[A-Z' ]{0,20}-?\d)"
    r"|(?<=[\d ])\.\s{1,3}(?=(?:['(]?\d{2,4}[) ]?\s?)?[A-Z])"
    rf"|(?<=\d) - (?=(?!{FULL_YEAR})\d{{3}})"
    r"|(?<=\d)\s[/-] (?=(?:\d\d){1,2} ?[A-Z]{3}[A-Z' ]{0,20}\d)"  # ROME 3 - 05 PARIS 4
    r"|(?:(?<=\d{3})|(?<=[A-Z] \d\d))/(?=[A-Z]{4}[A-Z' ]{0,20}\d)"
)
_SERIAL_ONLY: Final = re.compile(
    r"[\s#]*(?P<serial>\d[\dO]{0,7})(?:(?:\s?\(|(?<=\d{3})[/-])(?:19|20)?(?P<year>\d\d))?"
    r"[\s.)(\[\]]*(?:\s-{1,2}\s[^\d]*)?\Z"
)
_SERIAL_FIRST: Final = re.compile(r"\s*#?\d[\dO]{0,7}\s*(?:[,;&(]|AND\b|\Z)")
_STATION_ALONE: Final = re.compile(
    r"\s*(?:['\u2019(]?(?:19|20)?(?P<year>0\d|10|[6-9]\d)\)? )?"
    r"(?P<name>[A-Z][A-Z' ]{2,24}?)[\s:,-]*\Z"
)
_PADDING: Final = re.compile(r"[\s,:.-]*")


class References(NamedTuple):
    """What one REF block names, in order."""

    found: tuple[Found[Reference], ...]
    end: int


class _Context(NamedTuple):
    """What the pieces of a list share."""

    text: str
    year: int | None
    own_mrn: str | None


_Placed = tuple[Reference, int, int]
"""A reference, and from where to where it stands."""


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
    """Read the items in order; a serial alone, `B. 2`, is of the station of the item before.

    That may be the station of a whole list, `ROME (A) 1 (B) 2`.
    """
    last: PrintedCable | None = None
    listed = list(items(plain))
    for item, following in zip_longest(listed, listed[1:]):
        if following and item.label is None and (of_all := _station_of(plain, item, following)):
            last = of_all
        else:
            last = yield from _references(plain, item, context, last)


def _station_of(plain: str, item: Item, following: Item) -> PrintedCable | None:
    """Read a station that stands in front of labels with serials alone."""
    station = _STATION_ALONE.match(plain, item.start, item.end)
    if station is None or not printed_station(station["name"]):
        return None
    if not _SERIAL_FIRST.match(plain, following.start, following.end):
        return None
    return PrintedCable(station["year"], station["name"], "", item.start, item.end)


def _references(
    plain: str, item: Item, context: _Context, last: PrintedCable | None
) -> Generator[_Placed, None, PrintedCable | None]:
    """Read the references of one item; most are one cable and nothing else.

    `last` is the cable that stands right before; what is returned stands right before the next.
    """
    printed = plain[item.start : item.end]
    if cable := plain_cable(printed, context.year):
        yield from _cable_reference(cable, item, context)
        return cable
    return (yield from _listed(printed, item, context, last))


def _listed(
    printed: str, item: Item, context: _Context, cable: PrintedCable | None
) -> Generator[_Placed, None, PrintedCable | None]:
    """Read a list such as `ROME 1, 2 AND STATE 3; TELCON`, or `2` behind the cable ROME 1."""
    inside = prepared(printed, context.year)
    other: tuple[int, int] | None = None
    for start, end in _spans_between(_SEPARATOR, inside):
        if other is not None:
            # The commas of "J. DOE E-MAIL, JULY 3, 2008" part nothing; a whole cable or ";" does.
            is_closed = inside.startswith(";", other[1])
            if not is_closed and not is_whole_cable(inside, start, end, context.year):
                other = other[0], end
                continue
            yield _other_reference(inside, *other, item, context)
            other = None
        if NOTHING.match(inside, start, end):
            continue
        serial = _SERIAL_ONLY.match(inside, start, end)
        if serial and cable:
            own = serial["year"]
            year = own if own and is_year(own) else cable.year
            first, last = serial.span("serial")
            cable = PrintedCable(year, cable.station, serial["serial"], first, last)
            yield from _cable_reference(cable, item, context)
            continue
        cables = cables_in(inside, start, end, context.year)
        for found in cables:
            yield from _cable_reference(found, item, context)
        cable = cables[-1] if cables and NOTHING.match(inside, cables[-1].end, end) else None
        if not cables:
            other = start, end
    if other is not None:
        yield _other_reference(inside, *other, item, context)
    return cable


def _spans_between(separator: re.Pattern[str], inside: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in separator.finditer(inside):
        yield start, match.start()
        start = match.end()
    yield start, len(inside)


def _cable_reference(cable: PrintedCable, item: Item, context: _Context) -> Iterator[_Placed]:
    """Make a reference of a cable, unless it is the citing cable itself."""
    mrn = mrn_of(cable, context.year) if cable.year or context.year is not None else None
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
