"""What goes in the place of what is lifted out of a text: a space, a line end or a blank line."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from parser._body.chunks import RULE_MARKS, indent, is_ended
from parser._body.marks import MARK
from parser._months import ANY_MONTH
from parser._tables import word_list

_SPACE: Final = re.compile(r"\s{1,400}")
_STARTS_ANEW: Final = re.compile(
    rf"\u00b6|(?:\d{{1,3}}\s?[.)]?\s{{0,4}})?{MARK}|\d{{1,3}}[.)]\s{{1,4}}(?:COMMENT|SUMMARY):|[-=_*\#]{{3,}}|--|-\s|\(?[a-z][.)]\s"
    r"|=\s{2,8}[A-Z]|(?:ACTION|INFO|ORIGIN)\s{1,4}[A-Z]{1,6}-\d\d",
    re.VERBOSE,
)
"""What begins a paragraph, a heading or an item whatever stands before it.

Or the header of a section of old, with the offices that it went to in the Department.
"""
_RULE: Final = f"{RULE_MARKS} \t"
_NUMBER: Final = re.compile(r"\d{1,3}\s?[.)]")
_SUBJECT: Final = re.compile(r"[ \t]{0,8}SUBJ", re.IGNORECASE)
_FIELD: Final = re.compile(
    r"[ \t]{0,8}(?:SUBJ|TAGS?\b|REF(?:TEL)?S?\b|CLASSIFIED BY|E\.?O\.? ?1)", re.IGNORECASE
)
_BEGINS: Final = re.compile(rf"\s|{_NUMBER.pattern}|{_FIELD.pattern}", re.IGNORECASE)
"""What no sentence goes on with."""
_KNOWN_HEADING: Final = re.compile(r"(?:BEGIN )?SUMMARY\b|INTRODUCTION\b", re.IGNORECASE)
_MONTH: Final = re.compile(rf"\b(?=[A-Z])(?i:{ANY_MONTH})[A-Za-z]{{0,6}}\Z")
_DAY: Final = re.compile(r"(?:[12]?\d|3[01])(?!\d|[.)]\s{0,4}\()")
"""Behind a month it is no number of a paragraph, unless a portion mark stands behind it."""
_TITLES: Final = frozenset(("Mr.", "Mrs.", "Ms.", "Dr.", "Gen.", "Col.", "Sen.", "Amb.", "Prof."))
_SLACK: Final = 10
"""A line is called short when the next word had gone into it with this to spare."""
_RULE_SLACK: Final = 2
"""By how much a row of dashes may be longer or shorter than the heading above it."""
_ADDRESS: Final = re.compile(
    r"(?:R[A-Z]{3,8}/|AMEMBASSY |AMCONSUL |USMISSION |SECSTATE )[A-Z /]{2,40}\d{0,5}\s*(?:\n|\Z)"
)
"""A line of an addressee list, which goes on behind a page break."""
_LISTED: Final = re.compile(
    r"(?:(?:TO|INFO)\s{1,4})?(?:R[A-Z]{3,8}/|AMEMBASSY |AMCONSUL |USMISSION |SECSTATE "
    r"|[A-Z ]{2,40} COLLECTIVE\b)[A-Z /]{0,40}\d{0,5}\s*\Z"
)
_OFFICE: Final = re.compile(r"[A-Z][A-Z /]{2,60}\d{0,5}\s*(?:\n|\Z)")
"""Any other line of the list, below one of it: `NSC WASHDC IMMEDIATE`."""
_ROW: Final = re.compile(r".{1,80}?[^\s.!?:] {3}")
"""A line of columns."""
_LISTS: Final = frozenset(("TO", "INFO", "XMT"))
"""Heads of addressee lists, behind which old files print a page mark."""
_LOOK_BACK: Final = 900
_LINES_AROUND: Final = 12
_LONGEST_LINE: Final = 100
"""Lines longer than this were wrapped anew by a publisher, one a paragraph: only the end of a
sentence says that one ends."""


def stretched(text: str, start: int, end: int) -> tuple[int, int]:
    """Stretch a range over the white space around it."""
    before = text[max(0, start - 400) : start]
    space = _SPACE.match(text, end)
    return start - len(before) + len(before.rstrip()), space.end() if space else end


def joint(text: str, start: int, end: int, *, goes_on: bool | None = None) -> str:
    """Say what goes in the place of `text[start:end]`, which has text on both sides.

    A line in the middle of a paragraph is full: the next word would not have gone into it. A row of
    a table keeps its place below the one above. `goes_on` is what the place itself tells: that a
    line goes on there, or that, if it ends a sentence, its paragraph ends.
    """
    between = _between(text, start, end, goes_on=goes_on)
    is_row = between.endswith("\n") and _ROW.match(text, end) is not None
    return between + (indent(text, end) or "") if is_row else between


def _between(text: str, start: int, end: int, *, goes_on: bool | None) -> str:
    if start == 0 or end == len(text):
        return ""
    if "\n" not in text[start:end]:
        return " "
    last = text[text.rfind("\n", 0, start) + 1 : start]
    if last in _LISTS:
        return " "
    if _is_under_heading(text, last, end) or _is_addressee(text, last, end):
        return "\n"
    if _starts_anew(text, last, end) or (goes_on is False and is_ended(last)):
        return "\n\n"
    goes_on = (
        (goes_on is True and not _is_ruled(text, end))
        or (text[end].islower() and not is_ended(last))
        or _is_in_field(text, start, end)
        or (_is_unfinished(last) and not _BEGINS.match(text, end))
        or (_MONTH.search(last) is not None and _DAY.match(text, end) is not None)
        or (_is_full(text, last, start, end) and not _is_heading(text, end))
    )
    return _in_a_sentence(text, last, end) if goes_on else "\n\n"


def _is_addressee(text: str, last: str, end: int) -> bool:
    """Say whether the list of addressees that `last` stands in goes on at `end`."""
    is_address = _ADDRESS.match(text, end) is not None
    return is_address or (_LISTED.match(last) is not None and _OFFICE.match(text, end) is not None)


def _in_a_sentence(text: str, last: str, end: int) -> str:
    """Say what goes between two halves of a sentence: a line end, but in lines not wrapped."""
    below = text[end : end + _LONGEST_LINE + 1].split("\n", 1)[0]
    return " " if max(len(last), len(below)) > _LONGEST_LINE else "\n"


def _is_under_heading(text: str, last: str, end: int) -> bool:
    """Say whether the row of dashes of the heading `last` stands at `end`."""
    line = text[end : end + _LONGEST_LINE].split("\n", 1)[0].rstrip()
    return (
        len(line) > 2
        and not line.strip(_RULE)
        and abs(len(line) - len(last.strip())) <= _RULE_SLACK
        and last.strip(_RULE) != ""
        and not is_ended(last)
    )


def _starts_anew(text: str, last: str, end: int) -> bool:
    """Say whether a paragraph, a heading or an item begins at `end`."""
    if _STARTS_ANEW.match(text, end):
        return True
    return is_ended(last) and _NUMBER.match(text, end) is not None


def _is_unfinished(last: str) -> bool:
    """Say whether a line ends in what ends no sentence, nor a heading, `to the` or `said Dr.`."""
    word = last.rpartition(" ")[2]
    return word in word_list("unfinished") or word in _TITLES


def _is_full(text: str, last: str, start: int, end: int) -> bool:
    """Say whether the word at `end` had not gone into the last line above `start`."""
    above = text[max(0, start - _LOOK_BACK) : start].rsplit("\n", _LINES_AROUND)[1:]
    below = text[end : end + _LOOK_BACK].split("\n", _LINES_AROUND)[:_LINES_AROUND]
    width = max(len(line.rstrip()) for line in (*above, *below, last))
    if width >= _LONGEST_LINE:
        return not is_ended(last) and max(len(last), len(below[0])) >= _LONGEST_LINE
    words = text[end : end + 40].split(None, 1)
    return bool(words) and len(last) + 1 + len(words[0]) > width - _SLACK


def _is_in_field(text: str, start: int, end: int) -> bool:
    """Say whether a field of the preamble, above `start`, goes on at `end`."""
    if _FIELD.match(text, end) or _KNOWN_HEADING.match(text, end):
        return False
    lines = text[max(0, start - _LOOK_BACK) : start].rsplit("\n", _LINES_AROUND)
    for line in takewhile(str.strip, reversed(lines)):
        if _SUBJECT.match(line):
            return not _is_ruled(text, end)
        if _FIELD.match(line):
            return not _may_be_heading(text, end)
    return False


def _is_ruled(text: str, end: int) -> bool:
    """Say whether a row of dashes stands under the line at `end`."""
    lines = text[end : end + 300].split("\n", 2)
    return len(lines) > 1 and bool(lines[1].strip()) and not lines[1].strip(_RULE)


def _is_heading(text: str, end: int) -> bool:
    return _may_be_heading(text, end) or _is_ruled(text, end)


def _may_be_heading(text: str, end: int) -> bool:
    """Say whether the line at `end` stands alone, and does not end a sentence."""
    lines = text[end : end + 300].split("\n", 2)
    is_alone = len(lines) < 2 or not lines[1].strip(_RULE)
    return is_alone and not is_ended(lines[0].rstrip())
