"""What the index can be narrowed or sorted by, to choose from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from archive import Order
from tui.drawing.choices import facet_line, name_line, order_line, past_line, topic_line
from tui.drawing.facts import letter
from tui.panes.guard import is_cancelled
from tui.screens.chooser import Choice, Chooser, among
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
        return archive.facets(query, is_cancelled=is_cancelled)

    def fitting(text: str) -> Sequence[Facet]:
        return among(facets(), _words)(text)

    return Chooser(Choice("Narrow", fitting, facet_line, others=(("ctrl+x", "leave out"),)))


def _words(facet: Facet) -> str:
    """Return what a facet can be found by: a class by its letters, too."""
    letters = letter(facet.value) if facet.field == "class" else ""
    return f"{facet.field} {explained(facet)} {letters} {facet.query}"


def topics_chooser(archive: Archive, words: str = "") -> Chooser[Topic]:
    """List the topics that fit what is typed."""
    title = "Topics: TAGS, posts, countries, people, subjects"
    return Chooser(Choice(title, archive.topics, topic_line, none="No such topic.", text=words))


def past_chooser(notebook: Notebook | None) -> Chooser[PastQuery]:
    """List the queries that were asked, with what they found."""

    def fitting(text: str) -> Sequence[PastQuery]:
        queries = notebook.queries(_QUERIES) if notebook is not None else ()
        return among(queries, lambda query: query.text)(text)

    empty = "Nothing was asked yet." if notebook else "Queries are not kept in this session."
    return Chooser(Choice("Past queries", fitting, past_line, empty=empty))


def orders_chooser(selection: Selection) -> Chooser[Order]:
    """List the orders that a selection can have, with the cursor on the one it has."""
    orders = [order for order in Order if order is not Order.RANK or selection.crumbs]
    start = orders.index(selection.order)
    return Chooser(Choice("Sort the list", among(orders, by), order_line, start=start))


def names_chooser(title: str, names: Sequence[str]) -> Chooser[str]:
    """List some names."""
    return Chooser(Choice(title, among(names, str), name_line))


def steps_chooser(selection: Selection) -> Chooser[str]:
    """List the narrowings of a selection, to drop one."""
    fitting = among(selection.crumbs, str)
    empty = "All cables are listed: there is nothing to drop."
    last = max(len(selection.crumbs) - 1, 0)
    return Chooser(Choice("Drop a narrowing", fitting, name_line, empty=empty, start=last))
