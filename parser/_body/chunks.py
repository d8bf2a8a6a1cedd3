"""Stretches of text that belong together by themselves: lines up to a blank line or a telling one.

Most lines of a telegram only go on with the line before. One search jumps from one telling place to
the next, so that the work grows with the number of paragraphs, not of lines.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._body.marks import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE_MARKS: Final = "-=_*#~\u2010\u2011\u2012\u2013\u2014\u2015"
"""What rows under headings are made of; the last ones are the hyphens and dashes of Unicode."""

_TELLING: Final = re.compile(
    r"\n(?![A-Za-z][^.)])[^\S\n]*"
    rf"(?:(\n)\s*|(?=[{RULE_MARKS}.\u00b6(\[\u2022\u00b7\u25aa\u25cf0-9]|[A-Za-z][.)]))"
)
"""A blank line, or a line whose first character may begin something new."""
_SPACE: Final = re.compile(r"\s*")
_NUMBER: Final = re.compile(r"(?:\u00b6\s?)?\d{1,3}(?:\s?[.)]|\s?\(|\s?[USC]\))|\u00b6\s?\d{1,3}\b")
_COLUMNS: Final = re.compile(r"[^\s.!?:] {3,}\S.*\S {3,}\S|\S {6,}\S")
_BULLET: Final = re.compile(
    r"(?:--?(?!-)|\*(?!\*)|[\u2022\u00b7\u25aa\u25cf\u2013\u2014]|o(?= [A-Z]))\s*(?=\S)"
    r"|(?:[A-Za-z]|[ivx]{1,4}|[IVX]{2,4})[.)]\s"
    r"|\((?:[A-Za-z]|[ivx]{1,4}|\d{1,2})\)\s"
)


class Kind(IntEnum):
    """What a chunk begins with."""

    TEXT = 0
    RULE = 1
    """A row of dashes or the like, without letters."""
    HEADING = 2
    """A heading with its dashes in the line."""
    NUMBER = 3
    """Begins like a numbered paragraph."""
    BULLET = 4
    ROW = 5
    """One row of a table: columns, kept apart by runs of spaces."""
    MARK = 6
    """Begins with a portion mark."""


_RULE: Final = re.compile(rf"[{RULE_MARKS} .]*\Z")
_RULES_AROUND: Final = re.compile(
    rf"[{RULE_MARKS}]{{3,}} ?[A-Za-z].{{0,120}}?[{RULE_MARKS}]{{3,}}\Z"
)
_MARK: Final = re.compile(MARK, re.IGNORECASE | re.VERBOSE)
_PATTERNS: Final = {
    **dict.fromkeys("0123456789\u00b6", ((Kind.NUMBER, _NUMBER),)),
    **dict.fromkeys("([", ((Kind.MARK, _MARK), (Kind.BULLET, _BULLET))),
    **dict.fromkeys("\u2022\u00b7\u25aa\u25cf", ((Kind.BULLET, _BULLET),)),
    **dict.fromkeys(
        f"{RULE_MARKS}.",
        ((Kind.RULE, _RULE), (Kind.HEADING, _RULES_AROUND), (Kind.BULLET, _BULLET)),
    ),
}
"""What a line may be by its first character, in order: the first that matches says what it is."""
_LETTERED: Final = ((Kind.BULLET, _BULLET),)
_RULED: Final = re.compile(rf"[^\n]*?[^{RULE_MARKS} ] ?[{RULE_MARKS}]{{3,}}")


class Chunk(NamedTuple):
    """`text[start:end]`, without white space around it; its first line ends at `line_end`."""

    kind: Kind
    start: int
    end: int
    line_end: int
    is_apart: bool
    """A blank line, a row of dashes or the beginning stands before it."""


def read_chunks(text: str, start: int, end: int) -> list[Chunk]:
    """Divide `text[start:end]` into chunks."""
    chunks: list[Chunk] = []
    space = _SPACE.match(text, start, end)
    begin = space.end() if space else start
    is_apart = True
    for telling in _TELLING.finditer(text, begin, end):
        _add(chunks, text, begin, telling.start(), is_apart=is_apart)
        begin = telling.end()
        is_apart = telling[1] is not None
    _add(chunks, text, begin, end, is_apart=is_apart)
    if text.find("   ", start, end) >= 0:
        return [part for chunk in chunks for part in _with_rows(text, chunk)]
    return chunks


def last_line(text: str, chunk: Chunk) -> str:
    """Return the last line of a chunk."""
    return text[text.rfind("\n", chunk.start, chunk.end) + 1 or chunk.start : chunk.end].lstrip()


def is_ended(line: str) -> bool:
    """Say whether a line ends a sentence, a clause before a list, or a quotation of one."""
    last = line[-1:]
    if last in ".!?:;":
        return bool(last)
    return last in "\"')]\u201d\u2019" and line[-2:-1] in ".!?;:"


def _add(chunks: list[Chunk], text: str, start: int, end: int, *, is_apart: bool) -> None:
    """Add `text[start:end]` as a chunk, or as several where its first line stands by itself."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end:
        stop = text.find("\n", start, end)
        line_end = end if stop < 0 else stop
        while text[line_end - 1].isspace():
            line_end -= 1
        kind = _kind(text, start, line_end)
        if kind is not Kind.RULE and kind is not Kind.HEADING:
            chunks.append(Chunk(kind, start, end, line_end, is_apart))
            return
        chunks.append(Chunk(kind, start, line_end, line_end, is_apart))
        space = _SPACE.match(text, line_end, end)
        start, is_apart = space.end() if space else end, True


def _kind(text: str, start: int, end: int) -> Kind:
    """Say what the line `text[start:end]` is, as far as it shows by itself."""
    patterns = _PATTERNS.get(text[start])
    if patterns is None and text[start + 1 : start + 2] in {".", ")"}:
        patterns = _LETTERED
    for kind, pattern in patterns or ():
        if pattern.match(text, start, end):
            return kind
    if text[end - 1] in RULE_MARKS and _RULED.fullmatch(text, start, end):
        return Kind.HEADING
    return Kind.TEXT


def _with_rows(text: str, chunk: Chunk) -> Iterator[Chunk]:
    """Part the rows of a table from the lines around them."""
    if chunk.kind is Kind.RULE or text.find("   ", chunk.start, chunk.end) < 0:
        yield chunk
        return
    lines = []
    place = chunk.start
    for raw in text[chunk.start : chunk.end].split("\n"):
        lines.append((place + len(raw) - len(raw.lstrip()), place + len(raw.rstrip()), raw))
        place += len(raw) + 1
    are_rows = [_COLUMNS.search(raw) is not None for _, _, raw in lines]
    if chunk.kind in {Kind.NUMBER, Kind.MARK}:
        are_rows[0] = False
    is_apart = chunk.is_apart
    kind = chunk.kind
    first = None
    for (start, end, _), is_row in zip(lines, are_rows, strict=True):
        if is_row:
            if first is not None:
                yield Chunk(kind, first[0], first[2], first[1], is_apart)
                kind, first, is_apart = Kind.TEXT, None, False
            yield Chunk(Kind.ROW, start, end, end, is_apart)
            is_apart = False
        elif first is None:
            first = (start, end, end)
        else:
            first = (first[0], first[1], end)
    if first is not None:
        yield Chunk(kind, first[0], first[2], first[1], is_apart)
