"""The paragraphs of a result, as rows of the list in place of the cables that they stand in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from archive import CableRow, Order
from parser import clean, clean_line
from tui.wording import called

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from archive import Archive, Hit, Listing
    from parser import Span
    from tui.selection import Selection

MOST: Final = 200
"""Paragraphs that are listed at most."""
_WINDOW = 64
"""Cables that are looked through at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRow(CableRow):
    """A paragraph that matches; `best` is its place in the cable, `hits` its score, 0 to 100.

    It is all that the row has of its cable: `paragraphs` is 1.
    """

    number: int | None
    """As printed; else its place from 1. None: it is the subject that matches, and is shown."""
    text: str
    """Cleaned."""
    spans: tuple[Span, ...]
    """What matched in it."""


class Passages:
    """A list of paragraphs that keeps the promises of a list of cables."""

    def __init__(self, rows: Sequence[PassageRow]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def rows(self, start: int, stop: int) -> Sequence[CableRow]:
        """Return the rows of `[start, stop)`; fewer at the end."""
        return self._rows[start:stop]

    def index(self, key: int) -> int | None:
        """Return the place of the first paragraph of a cable; None when none is listed."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), None)

    def held(self, keys: Collection[int]) -> Collection[int]:
        """Return those of some cables, by key, of which a paragraph is listed."""
        return {row.key for row in self._rows}.intersection(keys)


Own = Callable[["CableRow"], "Sequence[int]"]
"""Tells which paragraphs (from 0) of a cable are meant where a query has no words."""


def passages(
    archive: Archive,
    selection: Selection,
    cables: Listing,
    is_cancelled: Callable[[], bool],
    own: Own = lambda _row: (),
) -> Passages:
    """List the paragraphs that match what is selected, in its order.

    By rank these are the best ones. In another order they are those of the first `cables` of the
    list, which has that order already, each cable's in the order of its text. Of a cable that was
    found by its fields alone they are those with what it is to have, its `own`, or else the first.

    Raises:
        QueryError: Something in the query is not understood.
        CancelledError: `is_cancelled` answered yes on the way.
    """
    if selection.order is Order.RANK and not selection.is_reversed:
        results = archive.search(selection.query, MOST, is_cancelled=is_cancelled)
        if not results.has_places:
            ranked = chain.from_iterable(
                _own(archive, selection.query, hit, own) if results.is_of_cables else (hit,)
                for hit in results.hits
            )
            return Passages([_ranked(hit) for hit in islice(ranked, MOST)])
    starts = range(0, len(cables), _WINDOW)
    rows = chain.from_iterable(cables.rows(start, start + _WINDOW) for start in starts)
    found = (
        passage
        for row in rows
        if not is_cancelled()
        for passage in _in_cable(archive, selection.query, row, own)
    )
    return Passages(list(islice(found, MOST)))


def _own(archive: Archive, query: str, hit: Hit, own: Own) -> Iterator[Hit]:
    """Yield the paragraphs that are meant of a cable that was found by its fields alone."""
    found = [archive.hit(query, hit.row.key, position) for position in own(hit.row)]
    yield from filter(None, found or [hit])


def _in_cable(archive: Archive, query: str, row: CableRow, own: Own) -> Iterator[PassageRow]:
    """Yield the paragraphs of a cable that match; its first one where the query has no words."""
    cable = archive.cable(row.key)
    found = archive.matches(query, cable)
    if found.subject and not found.paragraphs:
        yield _row(row, 0, None, clean_line(cable.subject or ""), found.subject)
        return
    first = [(position, ()) for position in own(row) or [row.best or 0][: len(cable.paragraphs)]]
    for position, spans in found.paragraphs or first:
        paragraph = cable.paragraphs[position]
        number = called(paragraph.number, position)
        yield _row(row, position, number, clean(paragraph.text), spans)


def _ranked(hit: Hit) -> PassageRow:
    if hit.is_of_subject:
        subject = clean_line(hit.row.subject or "")
        row = _row(hit.row, hit.position, None, subject, hit.subject_spans)
    else:
        number = called(hit.paragraph, hit.position)
        row = _row(hit.row, hit.position, number, hit.text, hit.spans)
    return replace(row, hits=round(hit.score), is_partial=hit.is_partial)


def _row(
    of: CableRow, position: int, number: int | None, text: str, spans: tuple[Span, ...]
) -> PassageRow:
    """Make a row for a paragraph of the cable that a row is of."""
    return PassageRow(
        key=of.key,
        reference_id=of.reference_id,
        mrn=of.mrn,
        created=of.created,
        classification=of.classification,
        origin=of.origin,
        subject=of.subject,
        paragraphs=1,
        best=position,
        is_partial=of.is_partial,
        number=number,
        text=text,
        spans=spans,
    )
