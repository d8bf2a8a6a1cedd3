"""WikiLeaks page saved as text or Markdown: by a browser, or by a program that turns HTML into it.

The box stands in a row of names and a row of values, separated by tabs or bars, or in a line for
each; values may still be HTML links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from parser._carriers._box import metadata_from_cells
from parser._records import Record, documents
from parser._repairs.characters import unix_lines
from parser._stream import decode_with_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser._model import Problem
    from parser._stream import Stream

_ID: Final = r"\d\d[A-Za-z]{2,40}[0-9A-Za-z]*"
_HEADING: Final = re.compile(rf"^[# *]*Viewing cable ({_ID}),[ \t]*(.*)$", re.MULTILINE)
_HEAD: Final = re.compile(rb"^[# *]*Viewing cable \d\d[A-Za-z]{2,40}[0-9A-Za-z]*,", re.MULTILINE)
_COLUMNS: Final = ("reference id", "created", "released", "classification", "origin")
_MARKUP: Final = re.compile(r"<[^<>]{0,500}>|\[([^\]\[]{0,200})\]\([^()\s]{0,500}\)|\*\*|\\$")
_LINK: Final = re.compile(r"https?://[^\s<>\"')\]]+")
_SEPARATOR: Final = re.compile(r"[\t|]")


def matches(head: bytes) -> bool:
    """Recognise the heading above the box."""
    return _HEAD.search(head) is not None


def read(stream: Stream) -> Iterator[Record]:
    """Yield the cable of the page; several when pages stand one behind the other."""
    text, problems = decode_with_problems(stream.whole())
    for heading, page, position in documents(unix_lines(text), _HEADING, "page"):
        yield _record(heading, page, position, problems)


def _record(
    heading: re.Match[str], page: str, position: str | None, problems: tuple[Problem, ...]
) -> Record:
    lines = page.split("\n")
    columns, cells, after = _box(lines)
    articles, begin = _articles(lines, after)
    metadata = metadata_from_cells(
        "wikileaks-text",
        columns,
        cells,
        heading=(heading[1], _plain(heading[2])),
        articles=articles,
    )
    return Record("\n".join(lines[begin:]).strip("\n"), metadata, position, problems)


def _box(lines: list[str]) -> tuple[list[str], list[str], int]:
    """Find the names, the values, and the line after them."""
    for place, line in enumerate(lines):
        names = _cells(line)
        if "reference id" not in (name.lower() for name in names):
            continue
        if len(names) > 1:
            after = place + 1
            while after < len(lines) and not re.search(r"\w", lines[after]):
                after += 1
            return names, _cells(lines[after]) if after < len(lines) else [], after + 1
        return _tall_box(lines, place)
    return [], [], 0


def _tall_box(lines: list[str], place: int) -> tuple[list[str], list[str], int]:
    """Read a box that has a line for each name, then one for each value."""
    names: list[str] = []
    while place < len(lines) and (
        not lines[place].strip() or _plain(lines[place]).lower() in _COLUMNS
    ):
        if lines[place].strip():
            names.append(_plain(lines[place]))
        place += 1
    values: list[str] = []
    while place < len(lines) and len(values) < len(names):
        if lines[place].strip():
            values.append(_plain(lines[place]))
        place += 1
    return names, values, place


def _articles(lines: list[str], after: int) -> tuple[tuple[str, ...], int]:
    """Read the links under `Appears in these articles`, and the line after them."""
    place = _next_text(lines, after)
    if place >= len(lines) or "articles:" not in lines[place].lower():
        return (), after
    links = _LINK.findall(lines[place])
    place = _next_text(lines, place + 1)
    while place < len(lines) and (found := _LINK.findall(lines[place])):
        links += found
        place = _next_text(lines, place + 1)
    return tuple(dict.fromkeys(links)), place


def _next_text(lines: list[str], place: int) -> int:
    while place < len(lines) and not lines[place].strip(" |\t"):
        place += 1
    return place


def _cells(line: str) -> list[str]:
    cells = (cell.strip(" ") for cell in _SEPARATOR.split(line.strip(" |\t")))
    return [_plain(cell) for cell in cells if cell]


def _plain(text: str) -> str:
    """Take away links and emphasis."""
    return " ".join(_MARKUP.sub(lambda match: match[1] or "", text).split())
