"""Sections of one telegram that stand in another order than they were sent in.

A section begins at its classification line, `C O N F I D E N T I A L SECTION 02 OF 04 TIRANA
009901`, or at the transmission header above that. Nothing is moved unless every one of these lines
names the same telegram, and each section stands once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._model import RepairKind
from parser._repairs.section_heads import HEAD, with_header
from parser._working import Edit

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
    telegram: tuple[str, str | None]
    """How many sections there are, and the serial: the same in all of them."""


def mend_order(text: str) -> Sequence[Edit]:
    """Put the sections of a telegram in order."""
    first = text.find(_SIGN)
    if first < 0 or text.find(_SIGN, first + 1) < 0:
        return ()
    sections = _sections(text)
    numbers = [section.number for section in sections]
    wanted = sorted(numbers)
    if numbers == wanted or len(set(numbers)) < len(numbers):
        return ()
    if len({section.telegram for section in sections}) > 1:
        return ()
    moved = [place for place, number in enumerate(numbers) if number != wanted[place]]
    low, high = moved[0], moved[-1] + 1
    starts = [section.start for section in sections] + [len(text)]
    if low == 0 and not _has_header(sections[numbers.index(wanted[0])]):
        starts[0] = sections[0].line  # the only header stays at the top
    pieces = {
        number: text[starts[place] : starts[place + 1]].strip("\n")
        for place, number in enumerate(numbers)
    }
    after = "\n\n".join(pieces[number] for number in wanted[low:high]) + "\n\n"
    return (Edit(starts[low], starts[high], after, RepairKind.SECTION_HEAD),)


def _sections(text: str) -> Sequence[_Section]:
    """Find where the sections begin."""
    sections: list[_Section] = []
    # The newline put in front lets the pattern match in the first line, too.
    shifted = "\n" + text
    for found in HEAD.finditer(shifted):
        line = found.start()
        start = with_header(shifted, line + 1, sections[-1].line if sections else 0)
        serial = _SERIAL.search(found[0])
        telegram = found[2], serial[1].lstrip("0") if serial else None
        sections.append(_Section(min(start, line), line, int(found[1]), telegram))
    return sections


def _has_header(section: _Section) -> bool:
    return section.start < section.line
