"""By what a cable is known: its identity among editions, and the digest of its content."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from parser import Cable

_REGULAR: Final = re.compile(r"(\d\d)([A-Z]+)0*([1-9]\d{0,5})")
_SPACE: Final = re.compile(r"\s+")


def folded(reference_id: str) -> str:
    """Fold what two printings of one id may differ in: case, spaces, zeros before the serial.

    Nothing else: an id that is not of the regular shape is an id of its own, though it may mean
    the same cable as a regular one (`../shared/reference/cable-formats.md`, section 2).
    """
    plain = _SPACE.sub("", reference_id).upper()
    regular = _REGULAR.fullmatch(plain)
    return "".join(regular.groups()) if regular else plain


def parts(mrn: str | None) -> tuple[int, str, int] | None:
    """Take a canonical number apart: year (66 to 99 are 1966 to 1999), station, serial.

    None when it is not of the regular shape.
    """
    regular = _REGULAR.fullmatch(mrn) if mrn else None
    if regular is None:
        return None
    year, station, serial = regular.groups()
    return int(year) + (1900 if int(year) >= 66 else 2000), station, int(serial)


def made_id(cable: Cable) -> str:
    """Make an id for a cable that has none: the same for the same text."""
    return f"@{blake2b(_words(cable.raw), digest_size=4).hexdigest()}"


def digest(cable: Cable) -> bytes:
    """Digest what a cable says and what its carrier says of it, whatever the carrier.

    White space does not count: two carriers wrap the same telegram differently.
    """
    facts = (
        cable.reference_id,
        cable.created,
        cable.released,
        cable.classification,
        cable.origin,
        cable.articles,
    )
    return blake2b(repr([*map(str, facts)]).encode() + _words(cable.raw), digest_size=16).digest()


def _words(text: str) -> bytes:
    return " ".join(text.split()).encode("utf-8", "surrogatepass")
