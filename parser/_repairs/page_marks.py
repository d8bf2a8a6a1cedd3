"""Page marks: lifted out, and the sentence around them joined.

mark := STATION SERIAL PAGE "OF" PAGES               TIRANA 00009901  002.3 OF 004
      | "PAGE" NN STATION SERIAL [ NN "OF" NN ] DTG   PAGE 02  TIRANA  09901  01 OF 02  140605Z

Below the marks of some posts stands the beginning of the subject again, as far as it had room.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._model import RepairKind
from parser._repairs.joints import joint, stretched
from parser._repairs.words import is_cut
from parser._similar import printed_station, similar_station
from parser._working import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A pattern that begins with one letter is found faster than one that begins with a word, and the
# seldomer the letter the faster: `0` with "of" before it, not "of" with a `0` behind it.
_OF: Final = re.compile(r"O(?=F)F\s{1,6}\d{3}(?!\d)")
_OF_SMALL: Final = re.compile(r"of\s{1,6}\d{3}(?!\d)")
_SMALL_SIGN: Final = re.compile(r"0(?<= of 0)")
_SERIAL: Final = re.compile(r"(?<!\d)(\d{5,8})\s{1,6}(\d{3})(?:\.\d{1,2})?\s{1,6}\Z")
"""Serial and page number in front of OF; searched for backwards, because digits are many."""
_LONGEST_COUNT: Final = 28
_NAME: Final = re.compile(r"[A-Z][A-Z'./-]*(?: [A-Z'./-]+){0,3}", re.IGNORECASE)
_LAST_NAME: Final = re.compile(r"(?<=[a-z,.;:] )(?:[A-Z]{2,} ){0,2}[A-Z]{3,}\Z|[A-Z]{3,}\Z")
_WORD: Final = re.compile(r"\S+")
_MOST_NAME_WORDS: Final = 4
_OLD: Final = re.compile(
    r"P(?=AGE)AGE[ \t]{1,4}\d\d[ \t]{1,12}([A-Z][A-Z ]{1,20}?)[ \t]{1,6}(\d{4,6})"
    r"(?:[ \t]{1,6}(\d\d)[ \t]{1,3}OF\s{1,3}\d\d)?\s{1,6}\d{6}Z(?:[ \t]{1,4}[A-Z]{3}[ \t]\d\d)?"
)
_LEVEL: Final = r"(?:UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)"
_LEVELS: Final = re.compile(
    rf"(?:\n[ \t]{{0,60}}{_LEVEL}(?:[ \t]{{1,8}}[A-Z]{{3}}\d{{4}})?[ \t]{{0,60}}"
    r"|\n[ \t]{0,60}){1,24}\Z"
)
_LEVEL_IN_LINE: Final = re.compile(rf"[ \t]{{2,60}}{_LEVEL}\s{{0,8}}\Z")
"""The level of a page whose lines a publisher put together: `at noon.  SECRET` / `PAGE 02 ...`."""
_LEVEL_INSIDE: Final = re.compile(
    rf"(?:[ \t](?:{_LEVEL}|NOFORN)[ \t]{{0,60}}(?=[ \t]|\Z)){{1,3}}\Z"
)
"""The level in front of an old mark where both stand inside a line."""
_BLANK: Final = re.compile(r"[ \t]{0,80}\n[ \t]{0,80}\n")
_MOST_LOOKED_INTO: Final = 200
"""Marks of one text around which the text is searched for a word they cut."""
_LEVEL_ENDS: Final = ("IED", "AS", "IAL", "RET", "USE", "NOFORN")
_LONGEST_LEVEL: Final = 90
_OPENED: Final = re.compile(r"[A-Z]{3}\d{4}")
_SUBJECT: Final = re.compile(r"(?:(?<=\n)|\A)[ \t]{0,8}SUBJ(?:ECT)?[ \t]{0,3}:", re.IGNORECASE)
_LONGEST_SUBJECT: Final = 1_000
_FEWEST_LETTERS: Final = 12
"""Letters of a subject that stands again, without its spaces."""
_LONGEST_STATION: Final = 32
_ROOM_FOR_STATION: Final = 10
_LOOK_BACK: Final = 900


class PageMark(NamedTuple):
    """One page mark."""

    start: int
    end: int
    station: str | None
    serial: str
    section: int | None = None
    """Which section stands behind it, where it says so."""


class _Place(NamedTuple):
    """What is lifted out."""

    start: int
    end: int
    is_tight: bool | None
    """No blank line stands beside a page break of old, with its level; None where that says
    nothing. Many texts have blank lines beside all of them."""


def find_page_marks(text: str) -> Sequence[PageMark]:
    """Find the page marks of a text, in order."""
    marks = [*_counted_marks(text, _OF)]
    if _SMALL_SIGN.search(text):
        marks += _counted_marks(text, _OF_SMALL)
    old = [
        PageMark(
            page.start(),
            page.end(),
            " ".join(page[1].split()),
            page[2],
            int(page[3]) if page[3] else None,
        )
        for page in _OLD.finditer(text)
    ]
    return sorted(marks + old)


def mend_page_marks(text: str, marks: Sequence[PageMark]) -> Sequence[Edit]:
    """Lift out page marks with the blank lines around them; marks side by side go together."""
    places: list[_Place] = []
    subject = None
    for mark, below in zip_longest(marks, marks[1:]):
        place = _with_levels(text, mark)
        if again := _SUBJECT.match(text, place.end):
            subject = subject or _SUBJECT.search(text)
            own = subject.end() if subject else place.start
            limit = below.start if below else len(text)
            place = _with_subject(text, place, own, again.end(), limit)
        if places and place.start <= places[-1].end:
            place = place._replace(start=places.pop().start)
        places.append(place)
    tells = any(place.is_tight for place in places)
    edits = []
    for count, (start, end, is_tight) in enumerate(places):
        is_in_word = count < _MOST_LOOKED_INTO and is_cut(text, start, end)
        goes_on = is_tight if tells else None
        after = "" if is_in_word else joint(text, start, end, goes_on=goes_on)
        edits.append(Edit(start, end, after, RepairKind.PAGE_MARK))
    return edits


def _counted_marks(text: str, pattern: re.Pattern[str]) -> Iterator[PageMark]:
    for found in pattern.finditer(text):
        low = max(0, found.start() - _LONGEST_COUNT)
        if serial := _SERIAL.search(text[low : found.start()]):
            mark = _counted(text, low + serial.start(), found.end(), serial[1])
            yield mark._replace(section=int(serial[2]))


def _counted(text: str, start: int, end: int, serial: str) -> PageMark:
    """Find the station before the count; it may stand on the line above."""
    low = max(0, start - _LONGEST_STATION)
    line = text.rfind("\n", low, start) + 1 or low
    head = text[line:start].rstrip()
    if not head and line > low:
        above = text.rfind("\n", low, line - 1) + 1
        if above and _NAME.fullmatch(text[above:line].strip()):
            line, head = above, text[above:line].rstrip()
    name = head.strip()
    is_name = line > low and _NAME.fullmatch(name)
    if is_name and (station := printed_station(name.upper())):
        return PageMark(line, end, name, serial)
    station = _known_at_end(head)
    if is_name and not station:
        return PageMark(line, end, name, serial)
    if station:
        return PageMark(line + len(head) - len(station), end, station, serial)
    last = _LAST_NAME.search(head)
    return PageMark(line + last.start() if last else start, end, last[0] if last else None, serial)


def station_of_mark(name: str) -> str | None:
    """Return the post that a name in capitals means in a page mark, where ten letters have room."""
    if known := printed_station(name):
        return known
    is_cut = len(name) == _ROOM_FOR_STATION and " " in name
    return similar_station(name.replace(" ", "")) if is_cut else None


def _known_at_end(head: str) -> str | None:
    """Return the longest known station that a line ends with; in capitals any word may be one."""
    for word in list(_WORD.finditer(head))[-_MOST_NAME_WORDS:]:
        name = head[word.start() :]
        if name.isupper() and _NAME.fullmatch(name) and station_of_mark(name):
            return name
    return None


def _with_subject(text: str, place: _Place, own: int, end: int, below: int) -> _Place:
    """Stretch a place over the beginning of the subject, if that stands again behind it.

    `own` is where the subject begins, `end` where it may begin again, and `below` where the next
    mark does: no subject reaches over one.
    """
    limit = max(end, min(below, end + _LONGEST_SUBJECT))
    blank = _BLANK.search(text, end, limit)
    limit = blank.start() if blank else limit
    letters = 0
    while end < limit and own < place.start:
        if text[end].isspace():
            end += 1
        elif text[own].isspace():
            own += 1
        elif text[end] == text[own]:
            end, own, letters = end + 1, own + 1, letters + 1
        else:
            break
    is_whole = end == limit or text[end - 1].isspace()
    if letters < _FEWEST_LETTERS or not is_whole:
        return place
    _, end = stretched(text, place.start, end)
    return place._replace(end=end)


def _with_levels(text: str, mark: PageMark) -> _Place:
    """Stretch a mark over the white space around it, and over the levels above an old one."""
    start, end = mark.start, mark.end
    low = max(0, start - _LOOK_BACK)
    above = text[low:start].rstrip()
    levels = None
    if above.endswith(_LEVEL_ENDS) or _OPENED.fullmatch(above[-7:]):
        levels = _LEVELS.search(text, low, start)
        if levels is None or not levels[0].strip():
            near = max(low, start - _LONGEST_LEVEL)
            levels = _LEVEL_IN_LINE.search(text, near, start)
            if levels is None and text.startswith("PAGE", start):
                levels = _LEVEL_INSIDE.search(text, near, start)
        start = levels.start() if levels else start
    place = _Place(*stretched(text, start, end), None)
    if "\n" not in text[end : place.end]:
        return place._replace(is_tight=True if "\n" in text[start:end] else None)
    if levels is None:
        return place
    is_apart = _BLANK.match(text, start) or _BLANK.match(text, end)
    return place._replace(is_tight=is_apart is None)
