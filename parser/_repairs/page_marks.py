"""Page marks: lifted out, and the sentence around them joined.

mark := STATION SERIAL PAGE "OF" PAGES               TIRANA 00009901  002.3 OF 004
      | "PAGE" NN STATION SERIAL [ NN "OF" NN ] DTG   PAGE 02  TIRANA  09901  01 OF 02  140605Z
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._body.lines import is_ended
from parser._model import RepairKind
from parser._working import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

_COUNT: Final = re.compile(
    r"(?<!\d)(\d{5,8})\s{1,6}(\d{3})(?:\.\d)?\s{1,6}OF\s{1,6}(\d{3})(?!\d)", re.IGNORECASE
)
_NAME: Final = re.compile(r"[A-Z][A-Z'./-]*(?: [A-Z'./-]+){0,3}", re.IGNORECASE)
_LAST_NAME: Final = re.compile(r"(?<=[a-z,.;:] )(?:[A-Z]{2,} ){0,2}[A-Z]{3,}\Z|[A-Z]{3,}\Z")
_OLD: Final = re.compile(
    r"PAGE[ \t]{1,4}\d\d[ \t]{1,12}([A-Z][A-Z ]{1,20}?)[ \t]{1,6}(\d{4,6})"
    r"(?:[ \t]{1,6}\d\d OF \d\d)?[ \t]{1,6}\d{6}Z(?:[ \t]{1,4}[A-Z]{3}[ \t]\d\d)?"
)
_LEVELS: Final = re.compile(
    r"(?:\n[ \t]{0,60}(?:UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)[ \t]{0,60}"
    r"|\n[ \t]{0,60}){1,24}\Z"
)
_SPACE: Final = re.compile(r"\s{1,400}")
_LONGEST_LINE: Final = 100
"""Lines longer than this were wrapped anew by a publisher: how full they are says nothing."""
_LONGEST_STATION: Final = 32
_LOOK_BACK: Final = 900
_STARTS_ANEW: Final = re.compile(
    r"\s*(?:\u00b6|\d{1,3}\s?[.)]|\d{1,3} ?\((?:U|C|S|SBU)\)|\(|[-=_*#]{3,}|--|-\s|[a-z][.)]\s)"
)


class PageMark(NamedTuple):
    """One page mark."""

    start: int
    end: int
    station: str | None
    serial: str


def find_page_marks(text: str) -> Sequence[PageMark]:
    """Find the page marks of a text, in order."""
    marks = []
    if " OF " in text or "\nOF " in text or " of 0" in text:
        marks += [_counted(text, count) for count in _COUNT.finditer(text)]
    if "PAGE " in text:
        marks += [
            PageMark(page.start(), page.end(), " ".join(page[1].split()), page[2])
            for page in _OLD.finditer(text)
        ]
        marks.sort()
    return marks


def mend_page_marks(text: str, marks: Sequence[PageMark]) -> Sequence[Edit]:
    """Lift out page marks with the blank lines around them."""
    edits: list[Edit] = []
    for mark in marks:
        start, end = _stretched(text, mark)
        if edits and start <= edits[-1].end:
            start = edits.pop().start
        edits.append(Edit(start, end, _join(text, start, end), RepairKind.PAGE_MARK))
    return edits


def _counted(text: str, count: re.Match[str]) -> PageMark:
    """Find the station before the count; it may stand on the line above."""
    low = max(0, count.start() - _LONGEST_STATION)
    line = text.rfind("\n", low, count.start()) + 1 or low
    head = text[line : count.start()].rstrip()
    if not head and line > low:
        above = text.rfind("\n", low, line - 1) + 1
        if above and _NAME.fullmatch(text[above:line].strip()):
            line, head = above, text[above:line].rstrip()
    if line > low and _NAME.fullmatch(head.lstrip()):
        return PageMark(line, count.end(), head.strip(), count[1])
    name = _LAST_NAME.search(head)
    start = line + name.start() if name else count.start()
    return PageMark(start, count.end(), name[0] if name else None, count[1])


def _stretched(text: str, mark: PageMark) -> tuple[int, int]:
    """Stretch a mark over the white space around it, and old levels above it."""
    start, end = mark.start, mark.end
    low = max(0, start - _LOOK_BACK)
    if levels := _LEVELS.search(text, low, start):
        start = levels.start()
    start -= len(text[low:start]) - len(text[low:start].rstrip())
    space = _SPACE.match(text, end)
    return max(start, 0), space.end() if space else end


def _join(text: str, start: int, end: int) -> str:
    """Say what goes in the place of a mark: a blank line, a line end or a space.

    A line in the middle of a paragraph is full: the next word would not have gone into it.
    """
    if start == 0 or end == len(text):
        return ""
    if "\n" not in text[start:end]:
        return " "
    if _STARTS_ANEW.match(text, end):
        return "\n\n"
    last = text[text.rfind("\n", 0, start) + 1 : start]
    if text[end].islower() and not is_ended(last):
        return "\n"
    stop = text.find("\n", end)
    is_alone = stop < 0 or not text[stop + 1 : stop + 80].partition("\n")[0].strip()
    width = max(map(len, text[max(0, start - _LOOK_BACK) : start].split("\n")))
    word = text[end : end + 40].split(None, 1)[0]
    is_full = len(last) + 1 + len(word) > width
    return "\n" if is_full and not is_alone and width < _LONGEST_LINE else "\n\n"
