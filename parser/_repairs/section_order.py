"""Sections of one telegram that stand in another order than they were sent in.

A section begins at its classification line, `C O N F I D E N T I A L SECTION 02 OF 04 TIRANA
009901`, or at the transmission header above that. Nothing is moved unless every one of these lines
names the same telegram, and each section stands once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._model import RepairKind
from parser._repairs.section_heads import HEAD, numbers, with_header
from parser._working import Edit, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGN: Final = "SECTION 0"
"""Two of these stand in every text that is looked at; most hold one at most."""
_SERIAL: Final = re.compile(r"(\d+)[^\d\n]*\Z")


class _Section(NamedTuple):
    start: int
    """Of the transmission header above the line, or of the line."""
    line: int
    number: int
    telegram: tuple[int, str | None]
    """How many sections there are, and the serial: the same in all of them."""


def mend_order(text: str) -> tuple[Edit, Sequence[Piece]] | None:
    """Put the sections of a telegram in order: what is to be replaced, and where its pieces go."""
    first = text.find(_SIGN)
    if first < 0 or text.find(_SIGN, first + 1) < 0:
        return None
    sections = _sections(text)
    numbers = [section.number for section in sections]
    wanted = sorted(numbers)
    if numbers == wanted or len(set(numbers)) < len(numbers):
        return None
    if len({section.telegram for section in sections}) > 1:
        return None
    moved = [place for place, number in enumerate(numbers) if number != wanted[place]]
    low, high = moved[0], moved[-1] + 1
    starts = [section.start for section in sections] + [len(text)]
    if low == 0 and not _has_header(sections[numbers.index(wanted[0])]):
        starts[0] = sections[0].line  # the only header stays at the top
    places = {number: starts[place : place + 2] for place, number in enumerate(numbers)}
    return _moved(text, [places[number] for number in wanted[low:high]], starts[low], starts[high])


def _moved(
    text: str, places: Sequence[Sequence[int]], low: int, high: int
) -> tuple[Edit, Sequence[Piece]]:
    """Make one edit of `text[low:high]`: the stretches at `places`, a blank line behind each."""
    pieces = [Piece(0, low, 0)]
    after = ""
    for start, end in places:
        stretch = text[start:end]
        source = start + len(stretch) - len(stretch.lstrip("\n"))
        begin = low + len(after)
        after += stretch.strip("\n") + "\n\n"
        pieces.append(Piece(begin, low + len(after) - 2, source))
    pieces.append(Piece(low + len(after), low + len(after) + len(text) - high, high))
    return Edit(low, high, after, RepairKind.SECTION_HEAD), pieces


def _sections(text: str) -> Sequence[_Section]:
    """Find where the sections begin."""
    sections: list[_Section] = []
    # The newline put in front lets the pattern match in the first line, too.
    shifted = "\n" + text
    for found in HEAD.finditer(shifted):
        line = found.start()
        start = with_header(shifted, line + 1, sections[-1].line if sections else 0)
        serial = _SERIAL.search(found[0])
        number, of = numbers(found)
        telegram = of, serial[1].lstrip("0") if serial else None
        sections.append(_Section(min(start, line), line, number, telegram))
    return sections


def _has_header(section: _Section) -> bool:
    return section.start < section.line
