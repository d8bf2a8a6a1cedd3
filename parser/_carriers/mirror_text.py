"""Text mirror of the WikiLeaks site: five lines from its index, then the text of the page.

    id / title / date / classification / origin, a line each, then header and body

Header and body follow without a line end between them, so that the first line of the body is run
on behind the last addressee, or behind the sentence that only an extract is held. Mostly it is the
classification line; else a caption, the day on which the telegram was sent, or a record of the
site's data base. The time of day is the site's, and the zone beside it that of whoever made the
mirror: it is not counted. Where the minutes only repeat the hour, as a clock of twelve hours shows
it, no more than the day is taken.
"""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from parser._model import Metadata
from parser._months import month_number
from parser._records import Record, documents, read_minute
from parser._repairs.characters import unix_lines
from parser._stream import decode_with_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser._stream import Stream

_HEADING: Final = re.compile(
    r"""^(?P<id>\d\d[A-Z]{3,40}\d{1,7})[ \t]*\n
    (?P<title>.{0,500})\n
    (?:(?P<date>\d{4}-\d\d-\d\d.{0,20})
      |[A-Z][a-z]{2}[ ](?P<month>[A-Z][a-z]{2})[ ]{1,2}(?P<day>\d{1,2})[ ]
        (?P<hour>\d\d):(?P<minute>\d\d):\d\d[ ].{1,8}[ ](?P<year>\d{4}))[ \t]*\n
    (?P<level>(?:UNCLASS|CONFID|SECRET|TOP|LIMITED)[A-Z/ ]{0,60})\n
    (?P<origin>[A-Z].{2,80})\n""",
    re.MULTILINE | re.VERBOSE,
)
_LEVEL: Final = r"(?:UNCLAS(?:SIFIED)?|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T)\b"
_LEVEL_LINE: Final = re.compile(rf"^{_LEVEL}", re.MULTILINE)
_DAY: Final = r"(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, \d\d [A-Z][a-z]{2,8} \d{4}, \d\d:\d\d"
_RUN_ON: Final = re.compile(
    rf"(?<=not available\.)(?=\S)"
    rf"|(?<=[A-Z0-9/.])(?:{_LEVEL}(?=.{{0,60}} \d{{3,6}}[ \t]{{0,4}}$)"
    rf"|(?:{_DAY}|SIPDIS|NOFORN|<<\d{{1,9}}>>)(?=[ \t]{{0,4}}$))",
    re.MULTILINE,
)
"""Where the body begins behind the header."""
_LONGEST_HEADER: Final = 20_000
_CLOCK: Final = 12


def matches(head: bytes) -> bool:
    """Recognise the five lines at the start."""
    start = unix_lines(head[:1000].decode("latin-1")).lstrip()
    return _HEADING.match(start) is not None


def read(stream: Stream) -> Iterator[Record]:
    """Yield the cable; several when texts stand one behind the other."""
    text, problems = decode_with_problems(stream.whole())
    for heading, telegram, position in documents(unix_lines(text), _HEADING, "text"):
        metadata = Metadata(
            carrier="mirror-text",
            reference_id=heading["id"],
            created=_created(heading),
            classification=heading["level"].strip(),
            origin=heading["origin"].strip(),
            title=" ".join(html.unescape(heading["title"]).split()) or None,
        )
        yield Record(_parted(telegram).strip("\n"), metadata, position, problems)


def _created(heading: re.Match[str]) -> datetime | None:
    if heading["date"]:
        return read_minute(heading["date"]) or read_minute(f"{heading['date'].strip()} 00:00")
    year, day, hour, minute = (int(heading[part]) for part in ("year", "day", "hour", "minute"))
    if minute == (hour % _CLOCK or _CLOCK):
        hour = minute = 0
    try:
        return datetime(year, month_number(heading["month"]), day, hour, minute, tzinfo=UTC)
    except ValueError:
        return None


def _parted(telegram: str) -> str:
    """Part header and body."""
    run_on = _RUN_ON.search(telegram, 0, _LONGEST_HEADER)
    line = _LEVEL_LINE.search(telegram, 0, _LONGEST_HEADER)
    if run_on is None or (line and line.start() < run_on.start()):
        return telegram
    return f"{telegram[: run_on.start()]}\n\n{telegram[run_on.start() :]}"
