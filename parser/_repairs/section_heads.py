"""Heads of the second and later sections of a telegram, and captions left alone by page breaks.

A telegram of several sections repeats its classification line, with SECTION 02 OF 04, at the head
of each, and often captions, executive order, TAGS and subject.
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
    rf"\n[ \t]{{0,8}}{_LEVEL}\b[^\n]{{0,40}}?[ \t][A-Z]{{5,8}} ?(\d\d) ?OF ?(\d\d)\b[^\n]{{0,80}}",
    re.IGNORECASE,
)
"""`C O N F I D E N T I A L SECTION 02 OF 04 TIRANA 009901`, the word misspelt or not."""
_COUNT: Final = re.compile(r"OF ?\d\d")
"""Every head of a later section holds one; most texts hold none behind their first line."""
_SMALL_COUNT: Final = re.compile(r"0(?<=of 0)")
_CAPTION: Final = re.compile(
    r"\n(?=[ \tCELNSTU][ \tA-Z]{4})[ \t]{0,60}(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS"
    rf"|{_LEVEL})[ \t]{{0,60}}(?=\n)"
)
_CAPTION_LINE: Final = re.compile(
    r"\s{0,40}(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS|E F T O)[ \t]{0,20}(?=\n|\Z)"
)
_FIELD: Final = re.compile(
    r"\s{0,40}(?:E\.? ?O\.? ?1\d{3,4}|TAGS?\b ?:|SUBJ(?:ECT)?\b ?:|REFS?\b ?:|CLASSIFIED BY\b"
    r"|(?-i:[A-Z][A-Z/, ]{1,40} (?:FOR|PASS TO) [A-Z]))[^\n]{0,200}",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"\n[ \t]{0,8}[^\s\d\u00b6(][^\n]{0,200}")
"""The next line of a field: a blank line, a number or a mark ends it."""
_MOST_LINES: Final = 40
_LONGEST_HEADER: Final = 6_000
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
    heads = []
    for found in HEAD.finditer(text, max(0, start - 1)):
        begin = with_header(text, max(start, found.start()), start)
        end = _behind_fields(text, found.end())
        heads.append(SectionHead(begin, end, int(found[1]), int(found[2])))
    return heads


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
    begin = text.rfind("\nVZCZC", max(start, head - _LONGEST_HEADER), head)
    if begin >= 0 and not text[begin + 1 + read_header(text[begin + 1 : head]).end : head].strip():
        return begin
    return head


def _behind_fields(text: str, end: int) -> int:
    """Go past the captions and fields that a section head repeats."""
    for _ in range(_MOST_LINES):
        if caption := _CAPTION_LINE.match(text, end):
            end = caption.end()
        elif field := _FIELD.match(text, end):
            end = field.end()
            while more := _GOES_ON.match(text, end):
                end = more.end()
        else:
            break
    return end
