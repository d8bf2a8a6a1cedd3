"""From what a user typed to the cable that is meant."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

import parser
from archive import _identity
from archive._errors import NoSuchCableError
from archive._store import finding

if TYPE_CHECKING:
    import sqlite3

_PARAGRAPH: Final = re.compile(r"#\s*(?:par|¶)?\s*(\d{1,4})\s*$", re.IGNORECASE)
_MENTIONED: Final = re.compile(
    r"(?<![A-Z0-9])\d\d(?:\d\d)?[ -]?[A-Z][A-Z .'-]{1,30}?[ -]?\d{1,7}(?![A-Z0-9])", re.IGNORECASE
)
"""What may be an id in words around it."""
_IN_WORDS: Final = re.compile(
    r"(?:#|¶|\bpar(?:a(?:graph)?)?s?\b\.?)\s{0,3}¶?(\d{1,4})(?![A-Z0-9])", re.IGNORECASE
)
"""A paragraph as it is named in words, and in a citation: `paragraphs 2-3`."""
_URL: Final = re.compile(r"^[a-z]+://\S*?/([^/?#\s]+?)(?:\.html?)?/?(?:[?#]\S*)?$", re.IGNORECASE)
_MOST_MENTIONED: Final = 50
"""Of a page that was pasted."""
_NEAREST: Final = 3
_LIKE: Final = 50
"""Of a hundred, how alike an id must be to be offered in place of another."""


def find(connection: sqlite3.Connection, address: str) -> tuple[int, int | None]:
    """Find the cable of an address, and the paragraph number that the address ends in.

    An id as it is printed in the archive comes first; then its canonical number. `#3` is a
    paragraph unless the cable is only found with it: `BAGHDAD #9965` is an id. What stands behind
    a `#` and is no number, or not yet one, is no paragraph. In words, as of a footnote, the first
    id that is held is meant: `see 09 MEXICO 1055, paragraph 3`.
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
    if key is not None:
        paragraph = _PARAGRAPH.search(text)
        return key, int(paragraph[1]) if paragraph else None
    for mentioned in () if url else islice(_MENTIONED.finditer(text), _MOST_MENTIONED):
        if (key := _held(connection, mentioned[0])) is not None:
            paragraph = _IN_WORDS.search(text, mentioned.end())
            return key, int(paragraph[1]) if paragraph else None
    raise NoSuchCableError(address, nearest(connection, whole))


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
    yearless = None if number else _identity.parts(parser.canonical_mrn(f"09 {text}"))
    if yearless and (of_any_year := finding.of_serial(connection, *yearless[1:])):
        return tuple(of_any_year[:_NEAREST])
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
