"""What is read from the archive to show a cable. Called in threads; knows no pane."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive import Matches
from tui.visit import Visit

if TYPE_CHECKING:
    from archive import Archive, CableRow, Citations, Hit
    from parser import Cable

_MOST_SERIALS = 1000
"""Cables of a post that one key goes along at most."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A cable as it is visited."""

    visit: Visit
    cable: Cable
    matches: Matches
    """What is marked in it."""
    citations: Citations

    @property
    def position(self) -> int | None:
        """The paragraph to begin at, from 0; None: the top.

        A list may name the first one for its subject: then it is the first below that matches.
        """
        position, matches = self.visit.position, self.matches
        is_of_subject = not position and bool(matches.subject)
        if matches.paragraphs and (position is None or is_of_subject):
            return matches.paragraphs[0][0]
        return None if is_of_subject else position


def opened(archive: Archive, visit: Visit) -> Opened:
    """Read a cable, its matches and its references. Raises ArchiveError."""
    cable = archive.cable(visit.key)
    matches = archive.matches(visit.query, cable) if visit.query else Matches()
    return Opened(visit, cable, matches, archive.citations(visit.key))


def best_hit(archive: Archive, visit: Visit) -> Hit | None:
    """Read the paragraph that a list names for a query, or else the first that matches.

    Its subject alone is a hit where no paragraph is one.
    """
    key, query = visit.key, visit.query
    named = None if visit.position is None else archive.hit(query, key, visit.position)
    if visit.position is not None and not (named and named.is_of_subject):
        return named
    matches = archive.matches(query, archive.cable(key))
    first = next((position for position, _ in matches.paragraphs), None)
    if first is None:
        return named or (archive.hit(query, key, 0) if matches.subject else None)
    return archive.hit(query, key, first)


def sought(archive: Archive, address: str) -> Visit:
    """Find the cable or paragraph of an address. Raises NoSuchCableError."""
    key, number = archive.key(address)
    return Visit(key, None if number is None else position_of(archive.cable(key), number))


def paragraph_of(address: str) -> str:
    """Return the number of the paragraph in `09MEXICO1055#3`; empty where there is none."""
    return address.partition("#")[2].strip()


def position_of(cable: Cable, number: int) -> int | None:
    """Return the position of the paragraph that is printed with a number.

    Where none has a number they are counted, as they are wherever one is named.
    """
    for position, paragraph in enumerate(cable.paragraphs):
        if paragraph.number == number:
            return position
    is_numbered = any(paragraph.number is not None for paragraph in cable.paragraphs)
    return None if is_numbered or not 0 < number <= len(cable.paragraphs) else number - 1


def along_serials(archive: Archive, start: int | str, by: int) -> tuple[CableRow | None, int]:
    """Go along the cables that a post sent in a year, to the one `by` before (below 0) or after.

    Returns:
        The cable, or the last that way; None where there is none. How many were gone to.
    """
    found, taken = None, 0
    most = min(abs(by), _MOST_SERIALS)
    while taken < most and (row := archive.serials(start)[0 if by < 0 else 1]) is not None:
        found, start, taken = row, row.key, taken + 1
    return found, taken


def serial_gap(one: str | None, other: str | None) -> int:
    """Return how many serial numbers lie between two ids of one post and year."""
    serials = [re.search(r"\d+$", mrn) for mrn in (one, other) if mrn]
    numbers = [int(match.group()) for match in serials if match]
    return max(abs(numbers[0] - numbers[1]) - 1, 0) if len(numbers) == 2 else 0
