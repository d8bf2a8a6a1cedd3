"""What is selected, as a list: of cables, or of the paragraphs that match in them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from archive import Count
from tui.passages import passages
from tui.personal import Personal

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive import Archive, Listing, Results
    from tui.selection import Selection


def listed(
    archive: Archive,
    selection: Selection,
    is_cancelled: Callable[[], bool] = lambda: False,
    personal: Personal | None = None,
) -> tuple[Listing, Results | None]:
    """List what is selected, and say how its query was understood, with its best hit.

    None without a query.

    Raises:
        ArchiveError: It cannot be listed, or `is_cancelled` answered yes on the way.
    """
    query = selection.query
    listing = archive.listing(
        query, selection.order, selection.is_reversed, is_cancelled=is_cancelled
    )
    if not query:
        return listing, None
    results = archive.search(query, 1, is_cancelled=is_cancelled)
    if not selection.is_of_paragraphs:
        return listing, results
    results = replace(results, cables=Count(len(listing)))
    meant = (personal or Personal(None)).meant
    found = passages(archive, selection, listing, is_cancelled, partial(meant, query=query))
    return found, results
