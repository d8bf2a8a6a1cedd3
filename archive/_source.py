"""What the search asks of the archive's database."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive._model import CableRow, Order
    from archive._search.schema import Place


class ParagraphText(NamedTuple):
    """A paragraph as it is searched and shown."""

    number: int | None
    """As printed."""
    text: str
    """`parser.clean(paragraph.text)`."""


class Source(Protocol):
    """Holds the cables that the index only points at. Called from many threads."""

    def paragraphs(self, places: Sequence[Place]) -> Sequence[ParagraphText]:
        """Return the paragraphs at these places, in the same order."""
        ...

    def rows(self, keys: Sequence[int]) -> Sequence[CableRow]:
        """Return the rows of these cables, in the same order."""
        ...

    def keys(self, order: Order, *, reverse: bool) -> Sequence[int]:
        """Return the keys of all cables in this order, which is not `Order.RANK`.

        Cables without a date, or whatever they are sorted by, come last either way.
        """
        ...
