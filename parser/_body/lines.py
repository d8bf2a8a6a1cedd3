"""The lines of a text, each told apart by how it begins and ends."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final, NamedTuple

from parser._body.marks import MARK

RULE_MARKS: Final = "-=_*#~\u2010\u2011\u2012\u2013\u2014\u2015"
"""What rows under headings are made of; the last ones are the hyphens and dashes of Unicode."""
_RULED: Final = re.compile(
    rf"(?:[{RULE_MARKS}]{{3,}} ?)?(?P<heading>[^\n]*?) ?[{RULE_MARKS}]{{3,}}"
)
_NUMBER: Final = re.compile(r"(?:\u00b6\s?)?\d{1,3}(?:\s?[.)]|\s?\(|\s?[USC]\))|\u00b6\s?\d{1,3}\b")
_MARK: Final = re.compile(MARK, re.IGNORECASE | re.VERBOSE)
_COLUMNS: Final = re.compile(r"[^\s.!?:] {3,}\S.*\S {3,}\S|\S {6,}\S")
_BULLET: Final = re.compile(
    r"(?:--?(?!-)|\*(?!\*)|[\u2022\u00b7\u25aa\u25cf\u2013\u2014]|o(?= [A-Z]))\s*(?=\S)"
    r"|(?:[A-Za-z]|[ivx]{1,4}|[IVX]{2,4})[.)]\s"
    r"|\((?:[A-Za-z]|[ivx]{1,4}|\d{1,2})\)\s"
)


class Kind(IntEnum):
    """What a line is, as far as it shows by itself."""

    TEXT = 0
    BLANK = 1
    RULE = 2
    """A row of dashes or the like, without letters."""
    HEADING = 3
    """A heading with its dashes in the line."""
    NUMBER = 4
    """Begins like a numbered paragraph."""
    BULLET = 5
    TABLE = 6
    """Columns, kept apart by runs of spaces."""
    MARK = 7
    """Begins with a portion mark."""


_PATTERNS: Final = (
    (Kind.RULE, re.compile(rf"[{RULE_MARKS} .]*\Z")),
    (Kind.HEADING, re.compile(rf"[{RULE_MARKS}]{{3,}} ?[A-Za-z].{{0,120}}?[{RULE_MARKS}]{{3,}}\Z")),
    (Kind.NUMBER, _NUMBER),
    (Kind.MARK, _MARK),
    (Kind.BULLET, _BULLET),
)
"""In order: the first that matches a line with a telling first character says what it is."""
_STARTS: Final = frozenset(f"{RULE_MARKS}.\u00b6([\u2022\u00b7\u25aa\u25cf0123456789")
_LETTERED: Final = frozenset(".)")


class Line(NamedTuple):
    """One line, without the spaces around it: `text[start:end]`."""

    kind: Kind
    start: int
    end: int
    text: str


def read_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Divide a stretch of text into lines and say what each is."""
    lines = []
    position = start
    for raw in text[start:end].split("\n"):
        line = raw.strip()
        if line:
            begin = position + (0 if raw[0] == line[0] else raw.index(line[0]))
            lines.append(Line(_kind(line), begin, begin + len(line), line))
        else:
            lines.append(Line(Kind.BLANK, position, position, ""))
        position += len(raw) + 1
    return lines


def is_ended(line: str) -> bool:
    """Say whether a line ends a sentence, a clause before a list, or a quotation of one."""
    last = line[-1:]
    if last in ".!?:;":
        return bool(last)
    return last in "\"')]\u201d\u2019" and line[-2:-1] in ".!?;:"


def _kind(line: str) -> Kind:
    if line[0] in _STARTS or line[1:2] in _LETTERED:
        for kind, pattern in _PATTERNS:
            if pattern.match(line):
                return kind
    if line[-1] in RULE_MARKS and line[-3:-1].strip(RULE_MARKS) == "" and _RULED.fullmatch(line):
        return Kind.HEADING
    if "   " in line and _COLUMNS.search(line):
        return Kind.TABLE
    return Kind.TEXT
