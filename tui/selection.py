"""Which cables are listed, and the way back to what was listed before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archive import Order
from parser import canonical_mrn
from tui.passages import MOST

if TYPE_CHECKING:
    from archive import Listing
    from tui.months import Window


_QUOTE = re.compile('["\u201c\u201d]')


def unquoted(query: str) -> str:
    """Return a query without what stands in quotes."""
    return " ".join(_QUOTE.split(query)[::2])


def _closed(step: str) -> str:
    """Close a quote that was left open, before it takes in what follows; its end stays open."""
    return f'{step}"*' if len(_QUOTE.findall(step)) % 2 else step


def _bracketed(step: str) -> str:
    return f"({step})" if " OR " in step else step


def _unbracketed(step: str) -> str:
    bare = step[1:-1]
    return bare if _bracketed(bare) == step else step


@dataclass(frozen=True, slots=True)
class Selection:
    """A list of cables as the user asked for it: narrowings one after another, and an order."""

    steps: tuple[str, ...] = ()
    """Queries, each narrowing what the ones before it left."""
    order: Order = Order.DATE
    is_reversed: bool = False
    window: Window | None = None
    """The months that are looked at just now; a narrowing once it is kept."""
    is_of_paragraphs: bool = False
    """The paragraphs that match are listed, not the cables that they stand in."""

    @property
    def query(self) -> str:
        """All narrowings as one query: what narrows must be there, also in a partial hit."""
        crumbs = self.crumbs
        if len(crumbs) < 2:
            return "".join(crumbs)
        *before, last = crumbs
        return " & ".join(map(_bracketed, (*map(_closed, before), last)))

    @property
    def crumbs(self) -> tuple[str, ...]:
        """All narrowings, each as a query."""
        return self.steps if self.window is None else (*self.steps, f"date:{self.window}")

    @property
    def mrn(self) -> str | None:
        """The id of a cable, where that is all that is looked for; in quotes it is text.

        A paragraph of it may be named, `09MEXICO1055#3`.
        """
        return None if _QUOTE.search(self.query) else canonical_mrn(self.query.partition("#")[0])

    @property
    def is_by_rank(self) -> bool:
        """Whether the best come first."""
        return self.order is Order.RANK and not self.is_reversed

    def search(self, text: str) -> Selection:
        """Look for something else, among all cables."""
        text = text.strip()
        if not text:
            return Selection()
        return Selection((text,), Order.RANK, is_of_paragraphs=self.is_of_paragraphs)

    def again(self, query: str) -> Selection:
        """Look for what was looked for once, each of its narrowings a step of its own again."""
        once, parts = self.search(query), query.strip().split(" & ")
        apart = replace(once, steps=tuple(map(_unbracketed, parts)))
        are_whole = all(part.count("(") == part.count(")") for part in parts)
        is_apart = len(parts) > 1 and are_whole and apart.query == query.strip()
        return apart if is_apart else once

    def narrow(self, text: str) -> Selection:
        """Look for something more, among what is listed."""
        text = text.strip()
        if not text or text in self.crumbs:
            return self
        return replace(self, steps=(*self.crumbs, text), window=None)

    def without(self, step: str) -> Selection:
        """Look for the same without one of the narrowings."""
        steps = tuple(one for one in self.crumbs if one != step)
        return replace(self, steps=steps, window=None) if steps else Selection()

    def within(self, window: Window | None) -> Selection:
        """List what is of some months, in place of those looked at before; None: of all."""
        return replace(self, window=window)

    @property
    def settled(self) -> Selection:
        """The same with the months that are looked at as a narrowing of its own."""
        return replace(self, steps=self.crumbs, window=None)

    @property
    def other_view(self) -> Selection:
        """The same result by its paragraphs in place of its cables, or the other way round."""
        return replace(self, is_of_paragraphs=not self.is_of_paragraphs)

    def sorted_by(self, order: Order) -> Selection:
        """List the same cables in another order."""
        return replace(self, order=order, is_reversed=False)

    def turned(self) -> Selection:
        """List the same cables the other way round."""
        return replace(self, is_reversed=not self.is_reversed)


@dataclass(frozen=True, slots=True)
class Remembered:
    """A list as it stood on the screen, to come back to."""

    selection: Selection
    row: int = 0
    top: int = 0
    key: int | None = None
    """The cable to put the cursor on, wherever it is listed; None: the row says."""
    position: int | None = None
    """Its paragraph (from 0) to put the cursor on, where paragraphs are listed."""

    def row_in(self, listing: Listing) -> int:
        """Return the row of the cursor in what the selection lists."""
        found = listing.index(self.key) if self.key is not None else None
        if found is None:
            return self.row
        if self.selection.is_of_paragraphs:
            this = (self.key, self.position)
            rows = enumerate(listing.rows(found, found + MOST), found)
            return next((at for at, row in rows if (row.key, row.best) == this), found)
        return found
