"""The outline of a cable: its headings, and how each paragraph begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parser import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser import Cable

_BEGINNING = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading or a paragraph of the outline."""

    position: int
    """Of its paragraph, from 0."""
    text: str
    number: str = ""
    marking: str = ""
    is_heading: bool = False


def outline(cable: Cable) -> Iterator[Entry]:
    """List the headings and the paragraphs of a cable."""
    for position, paragraph in enumerate(cable.paragraphs):
        if paragraph.heading:
            yield Entry(position, clean_line(paragraph.heading), is_heading=True)
        yield Entry(
            position,
            clean_line(paragraph.text[:_BEGINNING]),
            number=str(paragraph.number) if paragraph.number is not None else "",
            marking=clean_line(paragraph.marking or ""),
        )
