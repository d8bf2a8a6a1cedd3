"""Which cable this is: its reference id, its time, its post, its classification.

The carrier says so, or it is worked out from the telegram: the station from a page mark, the
classification line, the sender or the routing indicator; the serial from a page mark, the
classification line or the DE line; the year from the date-time group.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._model import Classification, Level
from parser._mrn import canonical_mrn, full_year, is_year
from parser._tables import describe_post, describe_routing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from parser._envelope import Header
    from parser._model import Metadata
    from parser._preamble import Preamble
    from parser._repairs.page_marks import PageMark

_TITLES: Final = (
    "AMEMBASSY ",
    "AMCONSUL ",
    "AMCONGEN ",
    "USMISSION ",
    "USOFFICE ",
    "USINT ",
    "USLO ",
)
_LEVELS: Final = frozenset(level.value for level in Level)
_SENSITIVE: Final = frozenset(("SENSITIVE", "SBU"))


class Identity(NamedTuple):
    """Reference id and time of a cable."""

    reference_id: str | None
    mrn: str | None
    is_inferred: bool
    """The message reference number was worked out from the telegram."""
    created: datetime | None

    @property
    def year(self) -> int | None:
        """The year of a reference that prints none: that of the cable's time, or of its id."""
        if self.created:
            return self.created.year
        return _year_of(self.mrn or self.reference_id)


def identify(
    known: Metadata, header: Header, marks: Sequence[PageMark], preamble: Preamble | None = None
) -> Identity:
    """Settle reference id and time: the carrier's word, else what most signs agree on."""
    created = header.envelope.date_time_group or known.created
    printed = known.reference_id
    year = created.year if created else _year_of(printed)
    if printed and (mrn := canonical_mrn(printed, year=year)):
        return Identity(printed, mrn, is_inferred=False, created=created)
    signs = Counter(_signs(header, marks, preamble, year))
    mrn = signs.most_common(1)[0][0] if signs else None
    return Identity(printed or mrn, mrn, is_inferred=True, created=created)


def _year_of(printed: str | None) -> int | None:
    """Return the year that an id begins with, also one that is none: `092OF5`, `06ASTANA`."""
    digits = (printed or "")[:2]
    is_number = len(digits) == 2 and digits.isascii() and digits.isdecimal()
    return full_year(digits) if is_number and is_year(digits) else None


def _signs(
    header: Header, marks: Sequence[PageMark], preamble: Preamble | None, year: int | None
) -> Iterator[str]:
    """Give every message reference number that the telegram itself points at."""
    if year is None:
        return
    pairs = [(mark.station, mark.serial) for mark in marks if mark.station]
    if preamble and preamble.station and preamble.serial:
        pairs.append((preamble.station.value, preamble.serial.value))
    stations = {station for station, _ in pairs}
    station = stations.pop() if len(stations) == 1 else sending_station(header)
    serial = header.envelope.serial
    if station and serial and not is_cut_short(header, preamble):
        pairs.append((station, serial))
    for name, serial in pairs:
        if mrn := canonical_mrn(f"{name} {serial}", year=year):
            yield mrn


def is_cut_short(header: Header, preamble: Preamble | None) -> bool:
    """Say whether the header has only the last digits of the serial below it, four of six."""
    serial = header.envelope.serial
    whole = preamble.serial.value if preamble and preamble.serial else ""
    return serial is not None and len(serial) < len(whole.lstrip("0")) and whole.endswith(serial)


def sending_station(header: Header) -> str | None:
    """Return the station that sent a telegram, by its FM line or its routing indicator."""
    sender = header.envelope.sender
    if sender and (post := describe_post(_bare(sender))):
        return post.name
    routing = header.envelope.station
    post = describe_routing(routing) if routing else None
    return post.name if post else None


def origin_of_station(mrn: str | None, header: Header) -> str | None:
    """Return the post of origin in the spelling of the archives."""
    name = mrn[2:].rstrip("0123456789") if mrn else sending_station(header)
    post = describe_post(name) if name else None
    return post.origin if post else None


def read_classification(text: str) -> Classification | None:
    """Read the carrier's classification, `CONFIDENTIAL//NOFORN`."""
    level, _, control = text.strip().upper().partition("//")
    return Classification(Level(level), control or None) if level in _LEVELS else None


def classification_of_text(preamble: Preamble) -> Classification | None:
    """Return the classification that the telegram itself prints.

    Unclassified with the caption SENSITIVE is what the archives call FOR OFFICIAL USE ONLY; the
    caption NOFORN counts with the level, too.
    """
    if preamble.classification is None:
        return None
    classification = preamble.classification.value
    captions = {caption.value for caption in preamble.captions}
    if classification == Classification(Level.UNCLASSIFIED) and captions & _SENSITIVE:
        return Classification(Level.UNCLASSIFIED, "FOR OFFICIAL USE ONLY")
    if classification.control is None and "NOFORN" in captions:
        return Classification(classification.level, "NOFORN")
    return classification


def _bare(sender: str) -> str:
    return next(
        (sender.removeprefix(title) for title in _TITLES if sender.startswith(title)), sender
    )
