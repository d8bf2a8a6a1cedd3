"""Heads of the second and later sections of a telegram, and captions left alone by page breaks.

A telegram of several sections repeats its classification line, with SECTION 02 OF 04, at the head
of each, and often the transmission header above it and captions, passing lines, executive order,
TAGS and subject below it. What stands below it and not in the front of the first section is text.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._envelope import read_header
from parser._model import RepairKind
from parser._repairs.joints import joint, stretched
from parser._working import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEVEL: Final = (
    r"(?:U ?N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L"
    r"|(?:T ?O ?P ?)?S ?E ?C ?R ?E ?T|LIMITED OFFICIAL USE)"
)
HEAD: Final = re.compile(
    rf"\n[ \t]{{0,8}}{_LEVEL}\b(?:[^\n]{{0,40}}?[ \t][A-Z]{{5,8}} ?"
    r"(?:(?P<number>\d\d) ?OF ?(?P<of>\d\d)\b[^\n]{0,80}"
    r"|(?P<digit>\d) OF (?P<of_digit>\d)(?=[ \t]{1,4}[A-Z][A-Z ]{1,30}[ \t]\d{2,6}\b)[^\n]{0,80})"
    r"|[ \t]{1,4}FINAL SECTION OF (?P<last>\d{1,2})\b[^\n]{0,80})",
    re.IGNORECASE,
)
"""`C O N F I D E N T I A L SECTION 02 OF 04 TIRANA 009901`, the word misspelt or not.

Numbers of one digit, in the 1970s, count with the station and the serial behind them only; there
the last section may be called so, `FINAL SECTION OF 4`."""
_COUNT: Final = re.compile(r"OF ?\d")
"""Every head of a later section holds one; most texts hold none behind their first line."""
_SMALL_COUNT: Final = re.compile(r"0(?<=of 0)")
_CAPTION: Final = re.compile(
    r"\n(?=[ \tCELNSTU][ \tA-Z]{4})[ \t]{0,60}(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS"
    rf"|{_LEVEL})[ \t]{{0,60}}(?=\n)"
)
_CAPTION_LINE: Final = re.compile(
    r"\s{0,40}(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS|E F T O)[ \t]{0,20}(?=\n|\Z)"
)
_KEYWORD: Final = r"E\.? ?O\.? ?1\d{3,4}|TAGS?\b ?:|SUBJ(?:ECT)?\b ?:|REFS?\b ?:|CLASSIFIED BY\b"
_REPEATED_FIELD: Final = re.compile(
    rf"\s{{0,40}}(?:{_KEYWORD})[^\n]{{0,200}}$", re.IGNORECASE | re.MULTILINE
)
"""A field that may be written a little otherwise than in the first section."""
_FIELD: Final = re.compile(
    rf"\s{{0,40}}(?:{_KEYWORD}|(?-i:[A-Z][A-Z/, ]{{1,40}} (?:FOR|PASS TO) [A-Z]))[^\n]{{0,200}}",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"\n[ \t]{0,8}[^\s\d\u00b6(][^\n]{0,200}")
"""The next line of a field: a blank line, a number or a mark ends it."""
_MOST_LINES: Final = 40
_LONGEST_HEADER: Final = 6_000
_OFFICES: Final = ("\nACTION ", "\nORIGIN ")
"""How the header of a section of old begins: `ACTION EUR-00`, the offices it went to or is of."""
_ABOVE_OFFICES: Final = re.compile(
    rf"(?:\n[ \t]{{0,8}}(?:\d{{1,3}}|N{{3,4}}|{_LEVEL})?[ \t]{{0,8}}){{1,12}}\Z"
)
"""A number of their own, and the end of the section before: its level, `NNN`."""
_LONGEST_ABOVE: Final = 120
_FILED: Final = re.compile(r"-{8,40}[ \t]{0,12}[0-9A-F]{6}\b")
"""A line that each of these headers holds, `------------------00B3A7  140610Z /38`."""
_LINE: Final = re.compile(r"\s{0,40}([^\n]+)")
_WORD: Final = re.compile(r"[A-Z0-9]+")
_FEWEST_WORDS: Final = 3
"""Words of a part of a line that was wrapped anew; fewer must have been a line of their own."""
_MOST_CAPTIONS: Final = 1_000
"""No telegram has so many page breaks; a text of megabytes is not looked at around each of them."""
_TAIL: Final = 200
"""Stamps this near the end belong to the tail."""


class SectionHead(NamedTuple):
    """The head of a later section: what is lifted out, which section it is and of how many."""

    start: int
    end: int
    number: int
    of: int


def find_section_heads(text: str, start: int) -> Sequence[SectionHead]:
    """Find the heads of sections behind the first, in the text that begins at `start`."""
    if not _COUNT.search(text, start) and not _SMALL_COUNT.search(text):
        return ()
    heads: list[SectionHead] = []
    front = None
    for found in HEAD.finditer(text, max(0, start - 1)):
        front = front or _Front(text, start)
        low = heads[-1].end if heads else start
        begin = with_header(text, max(low, found.start()), low)
        end = _behind_fields(text, found.end(), front)
        heads.append(SectionHead(begin, end, *numbers(found)))
    return heads


def numbers(head: re.Match[str]) -> tuple[int, int]:
    """Return which section a head is of, and how many there are."""
    of = int(head["of"] or head["of_digit"] or head["last"])
    return int(head["number"] or head["digit"] or of), of


def mend_section_heads(text: str, heads: Sequence[SectionHead], start: int) -> Sequence[Edit]:
    """Lift out the heads of later sections, and join what they divided."""
    edits: list[Edit] = []
    for head in heads:
        begin, end = stretched(text, head.start, head.end)
        begin = max(begin, start)
        if not edits or begin >= edits[-1].end:
            edits.append(Edit(begin, end, joint(text, begin, end), RepairKind.SECTION_HEAD))
    return edits


def mend_captions(text: str, start: int) -> Sequence[Edit]:
    """Lift out captions and levels that page breaks left alone between the lines."""
    places: list[tuple[int, int]] = []
    limit = max(start, len(text.rstrip()) - _TAIL)
    for found in islice(_CAPTION.finditer(text, start, limit), _MOST_CAPTIONS):
        begin, end = stretched(text, *found.span())
        begin = max(begin, start)
        if places and begin <= places[-1][1]:
            begin, _ = places.pop()
        places.append((begin, end))
    return [Edit(*place, joint(text, *place), RepairKind.SECTION_HEAD) for place in places]


def with_header(text: str, head: int, start: int) -> int:
    """Move from a head up to the transmission header that some sections carry above it."""
    low = max(start, head - _LONGEST_HEADER)
    begin = text.rfind("\nVZCZC", low, head)
    if begin >= 0 and not text[begin + 1 + read_header(text[begin + 1 : head]).end : head].strip():
        return begin
    begin = max(text.rfind(offices, low, head) for offices in _OFFICES)
    if begin < 0 or not _FILED.search(text, begin, head):
        return head
    above = _ABOVE_OFFICES.search(text, max(low, begin - _LONGEST_ABOVE), begin)
    return above.start() if above else begin


class _Front:
    """The lines before the text, which later sections repeat."""

    def __init__(self, text: str, start: int) -> None:
        lines = [_words(line) for line in text[max(0, start - _LONGEST_HEADER) : start].split("\n")]
        self._lines = frozenset(lines)
        self._all = f" {' '.join(lines)} "
        self.is_known = not self._all.isspace()

    def holds(self, line: str) -> bool:
        """Say whether a line stands there, or is a part of it that was wrapped anew."""
        words = _words(line)
        is_part = words.count(" ") >= _FEWEST_WORDS - 1 and f" {words} " in self._all
        return words != "" and (is_part or words in self._lines)


def _words(line: str) -> str:
    return " ".join(_WORD.findall(line.upper()))


def _behind_fields(text: str, end: int, front: _Front) -> int:
    """Go past the captions, fields and passing lines that a section head repeats."""
    for _ in range(_MOST_LINES):
        line = _LINE.match(text, end)
        if caption := _CAPTION_LINE.match(text, end):
            end = caption.end()
        elif line and front.holds(line[1]):
            end = line.end()
        elif field := _field(text, end, front):
            end = field
        else:
            break
    return end


def _field(text: str, end: int, front: _Front) -> int | None:
    """Go past a field that is not held letter by letter by the front of the first section.

    The lines it goes on over are told from the text by that front; where none is known, by what
    stands at their beginning.
    """
    if front.is_known:
        field = _REPEATED_FIELD.match(text, end)
        return field.end() if field else None
    field = _FIELD.match(text, end)
    if field is None:
        return None
    end = field.end()
    while more := _GOES_ON.match(text, end):
        end = more.end()
    return end
