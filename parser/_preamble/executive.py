"""The executive order on classification, and when the cable may be declassified.

    field := "E.O." number [ ":" ] [ "DECL" [ ":" ] ] ( date | text )
    date  := MM/DD/YYYY | M/D/YY | YYYY/MM/DD | DD MON YYYY | MONTH DD, YYYY
    text  := "N/A" | "OADR" | "GDS" | "X1".."X8" | "AFTER ..." | "UPON ..."

A year of two digits below 70 is of this century. `GDS 11/15/85 (NAME)`, of the order 12065, is a
date with text.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._months import ANY_MONTH, month_number
from parser._preamble.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parser._preamble.layout import Block

_NUMBER: Final = re.compile(r"1\d{3,5}|\d{5}")
_MONTH: Final = rf"(?P<m>{ANY_MONTH})[A-Z]{{0,6}}\.?"
_YEAR: Final = r"(?P<y>\d{4}|20 [0-4]\d(?=\s*\Z)|\d\d)(?!\d)"
"""Of four digits or two; four may be broken at the end of the line: `20 18`."""
_DAY: Final = r"(?P<d>\d\d?)(?:ST|ND|RD|TH)?"
_BETWEEN: Final = r" ?(?:/{1,2}|[.\\ -])\s{0,2}"
_DATES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\dA-Z])(?P<y>[12]\d{{3}})(?P<s>{_BETWEEN})(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?!\d)",
        rf"(?<![\dA-Z])(?<![A-Z]-)(?P<m>\d\d?){_BETWEEN}(?P<d>\d\d?){_BETWEEN}{_YEAR}",
        rf"(?<!\d){_DAY}(?: OF)?[ -]?{_MONTH}[ ,-]*{_YEAR}",
        rf"\b{_MONTH} ?{_DAY},? ?(?P<y>\d{{4}}|(?<=, )\d\d(?=\s*\Z))(?!\d)",
        r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)",
        r"(?<!\d)(?P<m>\d\d)/?(?P<d>\d\d)/?(?P<y>(?:19|20)\d\d)(?!\d)",
    )
)
_ZERO: Final = re.compile(r"(?<=[\d/])O(?![A-Z])|(?<![A-Z])O(?=\d)")
"""A letter O printed for a zero in a date of digits."""
_ONE: Final = re.compile(r"(?<=[\d/])[LI](?=[\d/])")
"""A letter l or I printed for a one."""
_CATEGORY: Final = re.compile(r"(?:(?<=\bXGDS )|(?<=\bRDS ))\d(?= \d)")
"""The category of an exemption in front of a date of digits, `XGDS 4 8/14/08`."""
_FIRST_YEAR: Final = 1960
_LAST_YEAR: Final = 2200
_USUAL: Final = re.compile(
    r"\s*+:?\s*+DECL\s*+:?\s*+(\d\d?)/(\d\d?)/(\d{4})(?=[ \t]*(?:\n|\Z|TAGS))"
)
"""What most lines are: `: DECL: 04/13/2019`."""
_LEAD: Final = re.compile(r"(?:[\s:;.,]|DECL(?:AS(?:SIFY)?)?\b(?:\ ON\b)?)*")
_VALUE: Final = re.compile(r"[^\n]{0,200}")
_SIGNS: Final = re.compile(r"[A-Z0-9]")
_OPEN_ENDED: Final = re.compile(r"\A(?:AFTER|UPON|ON|WHEN|DATE|AT|UNTIL)\b|[,/]\Z")
_CONTINUED: Final = re.compile(
    r"\n[ \t]*(?!(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|STADIS|LIMDIS)\b)"
    r"(?!.{0,60}\b(?:FOR|PASS)\b)[^\n]{2,80}"
)


class Order(NamedTuple):
    """What the executive order line says."""

    number: Found[str] | None = None
    date: Found[date] | None = None
    text: Found[str] | None = None
    end: int = 0


def read_order(text: str, raised: str, block: Block) -> Order:
    """Read one block of the executive order."""
    digits = _NUMBER.search(raised, block.start, block.value)
    number = Found(digits[0], digits.start(), digits.end()) if digits else None
    if usual := _USUAL.match(raised, block.value, block.limit):
        month, day, year = usual.groups()
        if when := _calendar(year, month, day):
            return Order(number, Found(when, usual.start(1), usual.end(3)), None, usual.end(3))
    start, end = _extent(raised, block)
    date_found = _date(raised, start, end)
    rest = _rest(text, raised, start, end)
    if date_found and not _SIGNS.search(
        raised[start : date_found.start] + raised[date_found.end : end]
    ):
        rest = None
    return Order(
        number,
        date_found,
        rest,
        max(end, block.value),
    )


def merge_orders(orders: Iterable[Order]) -> Order:
    """Take the first value of each part."""
    merged = Order()
    for order in orders:
        merged = Order(
            merged.number or order.number, merged.date or order.date, merged.text or order.text
        )
    return merged


def _extent(raised: str, block: Block) -> tuple[int, int]:
    """Find where the value stands: the line, and the next if the text is open-ended."""
    lead = _LEAD.match(raised, block.value, block.limit)
    start = lead.end() if lead else block.value
    value = _VALUE.match(raised, start, block.limit)
    end = value.end() if value else start
    if _OPEN_ENDED.search(raised[start:end].strip()) and (
        more := _CONTINUED.match(raised, end, block.limit)
    ):
        end = more.end()
    return start, end


def _date(raised: str, start: int, end: int) -> Found[date] | None:
    value = _CATEGORY.sub(" ", _ONE.sub("1", _ZERO.sub("0", raised[start:end])))
    for pattern in _DATES:
        for match in pattern.finditer(value):
            if when := _calendar(match["y"], match["m"], match["d"]):
                return Found(when, start + match.start(), start + match.end())
    return None


def _calendar(year: str, month: str, day: str) -> date | None:
    """Make a date of our age; day and month change places where only that gives one."""
    year = year.replace(" ", "")
    years = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 70 else 1900)
    months, days = int(month) if month.isdigit() else month_number(month), int(day)
    if months > 12 >= days:
        months, days = days, months
    if not _FIRST_YEAR <= years <= _LAST_YEAR:
        return None
    try:
        return date(years, months, days)
    except ValueError:
        return None


def _rest(text: str, raised: str, start: int, end: int) -> Found[str] | None:
    value = " ".join(text[start:end].split())
    return Found(value, start, start + len(raised[start:end].rstrip())) if value else None
