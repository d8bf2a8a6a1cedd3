"""What is read from the archive to show a cable. Called in threads; knows no pane."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archive import Matches
from tui.finding import found_in
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
    editions: int = 1
    """How many of it are held, this one included."""

    @property
    def position(self) -> int | None:
        """The paragraph to begin at, from 0; None: the top."""
        return _begun_at(self.visit, self.matches)


def _begun_at(visit: Visit, matches: Matches) -> int | None:
    """Return the paragraph that is meant, else the first that matches.

    A list may name the first of a cable for its subject, and mean no paragraph.
    """
    if visit.position or (visit.position is not None and not matches.subject):
        return visit.position
    return matches.paragraphs[0][0] if matches.paragraphs else None


def opened(archive: Archive, visit: Visit) -> Opened:
    """Read a cable, its matches and its references. Raises ArchiveError."""
    cable = archive.cable(visit.key)
    matches = archive.matches(visit.query, cable) if visit.query else Matches()
    if visit.words:
        matches = replace(matches, paragraphs=found_in(archive, visit.words, cable).matches)
    editions = len(archive.editions(visit.key))
    return Opened(visit, cable, matches, archive.citations(visit.key), editions)


def best_hit(archive: Archive, visit: Visit) -> Hit | None:
    """Read what shows best why a query found a cable: its subject where no paragraph does.

    Of a cable that was found by its fields alone it is the first paragraph with what it is to have,
    or the first of all.
    """
    key, query = visit.key, visit.query
    if visit.position is not None:
        hit = archive.hit(query, key, visit.position)
        if hit is None or hit.spans:
            return hit
    matches = archive.matches(query, archive.cable(key))
    position = _begun_at(visit, matches) or 0
    hit = archive.hit(query, key, position)
    if hit is None or hit.spans:
        return hit
    return replace(hit, spans=dict(matches.paragraphs).get(position, ()))


def sought(archive: Archive, address: str) -> tuple[Visit, int | None]:
    """Find the cable or paragraph of an address. Raises NoSuchCableError.

    Returns:
        Where to go, and the number that the address ends in; of a number that no paragraph of the
        cable has it is the top.
    """
    key, number = archive.key(address)
    return Visit(key, None if number is None else position_of(archive.cable(key), number)), number


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
