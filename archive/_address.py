"""From what a user typed to the cable that is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import parser
from archive import _identity
from archive._errors import NoSuchCableError
from archive._store import finding

if TYPE_CHECKING:
    import sqlite3

_PARAGRAPH: Final = re.compile(r"#\s*(?:par|¶)?\s*(\d{1,4})\s*$", re.IGNORECASE)
_URL: Final = re.compile(r"^[a-z]+://\S*?/([^/?#\s]+?)(?:\.html?)?/?(?:[?#]\S*)?$", re.IGNORECASE)
_NEAREST: Final = 3
_LIKE: Final = 50
"""Of a hundred, how alike an id must be to be offered in place of another."""


def find(connection: sqlite3.Connection, address: str) -> tuple[int, int | None]:
    """Find the cable of an address, and the paragraph number that the address ends in.

    An id as it is printed in the archive comes first; then its canonical number. `#3` is a
    paragraph unless the cable is only found with it: `BAGHDAD #9965` is an id. What stands behind
    a `#` and is no number, or not yet one, is no paragraph.
    """
    text = address.strip()
    url = _URL.match(text)
    whole = url[1] if url else text
    key = _held(connection, whole)
    if key is not None and not url:
        return key, None
    name, sign, _ = text.rpartition("#")
    if key is None and sign and not url:
        key = _held(connection, name)
    if key is None:
        raise NoSuchCableError(address, nearest(connection, whole))
    paragraph = _PARAGRAPH.search(text)
    return key, int(paragraph[1]) if paragraph else None


def _held(connection: sqlite3.Connection, text: str) -> int | None:
    key = finding.by_identity(connection, _identity.folded(text))
    if key is None:
        key = finding.by_identity(connection, text.strip().lower())
    mrn = parser.canonical_mrn(text) if key is None else None
    return finding.by_mrn(connection, mrn) if mrn else key


def nearest(connection: sqlite3.Connection, text: str) -> tuple[str, ...]:
    """Return the ids held that look most like this one, best first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for an id that is not held

    mrn = parser.canonical_mrn(text)
    number = _identity.parts(mrn)
    ids = finding.candidates(connection, number) if number else finding.anything(connection)
    found = process.extract(
        mrn or text,
        ids,
        scorer=fuzz.ratio,
        processor=_identity.folded,
        limit=_NEAREST,
        score_cutoff=_LIKE,
    )
    return tuple(choice for choice, _, _ in found)
