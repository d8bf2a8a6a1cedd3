"""Paragraph numbers whose pilcrow became the digit 1, and pilcrows that stand before other numbers.

The publishers' pages printed a pilcrow before each number; where it was saved as a 1, paragraphs
1, 2, 3 read 11, 12, 13, and 10 reads 110. It is a run: one number alone is left as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._body.chunks import RULE_MARKS, is_ended
from parser._body.marks import MARK
from parser._model import RepairKind
from parser._working import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER: Final = re.compile(r"\n[ \t]{0,8}(\u00b6 ?)?(\d{1,4})(?=\s?[.)]|\s?\([A-Z])")
_PLAIN_ONE: Final = 11
_SHORTEST_RUN: Final = 2
_RULE: Final = f"{RULE_MARKS} \t"
_MOST_HEADING_LINES: Final = 4
"""Two lines of words, and a row of dashes above and below."""
_PILCROW: Final = re.compile(r"\n[ \t]{0,8}(\u00b6 ?)\d{1,6}+(?!\s?[.)]|\s?\([A-Z])")
"""A pilcrow before a number that nothing marks as that of a paragraph: `¶2006 was`, `¶42 to 45`."""
_MARKED: Final = re.compile(rf"\s?[.)]?\s{{0,4}}{MARK}", re.VERBOSE)
"""What stands behind the number of a paragraph only."""
_LETTER: Final = re.compile(r"\n[ \t]{0,8}(\u00b6 ?)(?=[A-Za-z][.)])")
"""A pilcrow before a letter, `¶B. ROME`: it may begin an item or be an initial."""


class _Number(NamedTuple):
    start: int
    end: int
    value: str
    has_pilcrow: bool


def mend_numbers(text: str, start: int) -> Sequence[Edit]:
    """Mend the paragraph numbers of the text that begins at `start`."""
    edits: Sequence[Edit] = ()
    first = _NUMBER.search(text, max(0, start - 1))
    if text.startswith("11", start) or (first and first[2] == str(_PLAIN_ONE)):
        edits = _mend_run(text, start)
    if "\u00b6" in text:
        edits = sorted([*edits, *_stray_pilcrows(text, start)])
    return edits


def _numbers(text: str, start: int) -> list[_Number]:
    first = max(0, start - 1)
    shift = 0
    if text[first : first + 1] != "\n":
        # The first line has no line end before it in reach: look at it as if it had.
        text, shift, first = "\n" + text[start:], 1 - start, 0
    return [
        _Number(found.start(2) - shift, found.end(2) - shift, found[2], found[1] is not None)
        for found in _NUMBER.finditer(text, first)
    ]


def _mend_run(text: str, start: int) -> Sequence[Edit]:
    """Drop the leading 1 of a run that begins with the first number of the text at 11."""
    numbers = _numbers(text, start)
    if not numbers or numbers[0].value != str(_PLAIN_ONE) or numbers[0].has_pilcrow:
        return ()
    run: list[_Number] = []
    in_capitals = text.isupper()
    for number in numbers:
        if not number.has_pilcrow and number.value == f"1{len(run) + 1}":
            if not _is_inside(text, number, in_capitals=in_capitals):
                run.append(number)
        elif number.has_pilcrow:
            break
        elif number.value == "20" and len(run) == 9 and _is_apart(text, number.start):
            return ()  # eleven to nineteen are meant: twenty follows
    if len(run) < _SHORTEST_RUN or not _is_heading(text[start : run[0].start]):
        return ()
    return [Edit(number.start, number.start + 1, "", RepairKind.PARAGRAPH_NUMBER) for number in run]


def _is_apart(text: str, place: int) -> bool:
    """Say whether a blank line stands above the line that begins at `place`."""
    return text[:place].rstrip(" \t").endswith(("\n\n", "\n \n"))


def _is_inside(text: str, number: _Number, *, in_capitals: bool) -> bool:
    """Say whether a number begins a line in the middle of a sentence: `by May` / `15. They`.

    `in_capitals`: all of the text is, so that a line of capitals tells no heading.
    """
    line = text.rfind("\n", 0, number.start)
    above = text[text.rfind("\n", 0, max(line, 0)) + 1 : max(line, 0)].strip()
    is_heading = above.isupper() and not in_capitals
    is_open = above.strip(_RULE) != "" and not is_ended(above) and not is_heading
    return is_open and not _MARKED.match(text, number.end)


def _is_heading(text: str) -> bool:
    """Say whether nothing but a heading stands above the first number."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) <= _MOST_HEADING_LINES and not any(map(is_ended, lines))


def _stray_pilcrows(text: str, start: int) -> list[Edit]:
    """Find pilcrows that a page put before a number in the middle of a sentence."""
    edits = []
    in_capitals = text.isupper()
    numbers = [number for number in _numbers(text, start) if number.has_pilcrow]
    for number in numbers:
        is_inside = number.value != "1" and _is_inside(text, number, in_capitals=in_capitals)
        if len(number.value) > 3 or is_inside:
            pilcrow = text.rfind("\u00b6", 0, number.start)
            edits.append(Edit(pilcrow, number.start, "", RepairKind.PARAGRAPH_NUMBER))
    edits += [
        Edit(*found.span(1), "", RepairKind.PARAGRAPH_NUMBER)
        for found in _LETTER.finditer(text, max(0, start - 1))
    ]
    if numbers:  # this page's paragraphs have a full stop or a mark behind their numbers
        edits += [
            Edit(*found.span(1), "", RepairKind.PARAGRAPH_NUMBER)
            for found in _PILCROW.finditer(text, max(0, start - 1))
        ]
    return edits
