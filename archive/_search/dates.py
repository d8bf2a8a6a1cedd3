"""Dates of the query language: a year, a month, a day, or a range of them with open ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_HALF_TYPED: Final = re.compile(r"(?<=\d{4})-0?$|(?<=\d{4}-\d\d)-0?$|(?<=\d{4}-\d)-0?$")


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from `first` to before `after`; None is an open end."""

    first: date | None
    after: date | None

    @property
    def seconds(self) -> tuple[int | None, int | None]:
        """The same in seconds since 1970, UTC."""
        return _seconds(self.first), _seconds(self.after)

    def __str__(self) -> str:
        last = self.after - timedelta(days=1) if self.after else None
        if self.first and last:
            if self.first == last:
                return f"on {self.first}"
            return f"from {self.first} to {last}"
        return f"from {self.first}" if self.first else f"until {last}"


def parse_dates(text: str) -> DateRange | None:
    """Read `2009`, `2009-04`, `2009-04-14`, `2009-01..2009-06`, `2009..`, `..2009-06`.

    Returns None for anything else. A date that is still being typed (`2009-`) is read as far as
    it goes.
    """
    first, dots, last = text.strip().partition("..")
    begin = _period(first)
    end = _period(last) if dots else begin
    if (first and not begin) or (dots and last.strip(".") and not end) or not (begin or end):
        return None
    found = DateRange(begin[0] if begin else None, end[1] if end else None)
    if found.first and found.after and found.first >= found.after:
        return None
    return found


def _period(text: str) -> tuple[date, date] | None:
    """Return the first day of a year, month or day, and the day after its last."""
    found = _DATE.fullmatch(_HALF_TYPED.sub("", text.strip()))
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        begin = date(year or 0, month or 1, day or 1)
        if day:
            return begin, begin + timedelta(days=1)
        if month:
            return begin, date(begin.year + month // 12, month % 12 + 1, 1)
        return begin, date(begin.year + 1, 1, 1)
    except (ValueError, OverflowError):  # the 31st of February, the year 9999
        return None


def _seconds(day: date | None) -> int | None:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) if day else None
