"""What the index can be narrowed or sorted by, to choose from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from archive import Order
from tui.drawing.choices import facet_line, name_line, order_line, past_line, topic_line
from tui.drawing.index import letter
from tui.screens.chooser import Choice, Chooser
from tui.wording import by, explained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive import Archive, Facet, Notebook, PastQuery, Topic
    from tui.selection import Selection

_QUERIES = 1000
"""Past queries that are listed at most."""


def facets_chooser(archive: Archive, query: str) -> Chooser[Facet]:
    """List the values of what a query finds, each with its count, to keep or to leave out."""

    @cache
    def facets() -> tuple[Facet, ...]:
        worker = get_current_worker()
        return archive.facets(query, is_cancelled=lambda: worker.is_cancelled)

    def fitting(text: str) -> list[Facet]:
        typed = text.casefold()
        return [one for one in facets() if typed in _words(one)]

    return Chooser(Choice("Narrow", fitting, facet_line, others=(("ctrl+x", "leave out"),)))


def _words(facet: Facet) -> str:
    """Return what a facet can be found by, in small letters: a class by its letters, too."""
    letters = letter(facet.value) if facet.field == "class" else ""
    return f"{facet.field} {explained(facet)} {letters} {facet.query}".casefold()


def topics_chooser(archive: Archive, words: str = "") -> Chooser[Topic]:
    """List the topics that fit what is typed."""
    title = "Topics: TAGS, posts, countries, people, subjects"
    return Chooser(Choice(title, archive.topics, topic_line, none="No such topic.", text=words))


def past_chooser(notebook: Notebook | None) -> Chooser[PastQuery]:
    """List the queries that were asked, with what they found."""

    def fitting(text: str) -> list[PastQuery]:
        queries = notebook.queries(_QUERIES) if notebook is not None else ()
        return [query for query in queries if text.casefold() in query.text.casefold()]

    empty = "Nothing was asked yet." if notebook else "Queries are not kept in this session."
    return Chooser(Choice("Past queries", fitting, past_line, empty=empty))


def orders_chooser(selection: Selection) -> Chooser[Order]:
    """List the orders that a selection can have, with the cursor on the one it has."""
    orders = [order for order in Order if order is not Order.RANK or selection.crumbs]

    def fitting(text: str) -> list[Order]:
        return [order for order in orders if text.casefold() in by(order)]

    return Chooser(
        Choice("Sort the list", fitting, order_line, start=orders.index(selection.order))
    )


def names_chooser(title: str, names: Sequence[str]) -> Chooser[str]:
    """List some names."""

    def fitting(text: str) -> list[str]:
        return [name for name in names if text.casefold() in name.casefold()]

    return Chooser(Choice(title, fitting, name_line))


def steps_chooser(selection: Selection) -> Chooser[str]:
    """List the narrowings of a selection, to drop one."""

    def fitting(text: str) -> list[str]:
        return [step for step in selection.crumbs if text.casefold() in step.casefold()]

    empty = "All cables are listed: there is nothing to drop."
    last = max(len(selection.crumbs) - 1, 0)
    return Chooser(Choice("Drop a narrowing", fitting, name_line, empty=empty, start=last))
