"""What the search asks of the archive's database."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from parser import Span, clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive._model import CableRow, Order
    from archive._search.schema import Place
    from parser import Cable


class ParagraphText(NamedTuple):
    """A paragraph as it is searched and shown."""

    number: int | None
    """As printed."""
    text: str
    """`parser.clean(paragraph.text)`."""
    subject: str = ""
    """`parser.clean_line(cable.subject)` of the first paragraph's cable; empty for all others."""

    @property
    def searched(self) -> str:
        """What is searched: the subject is one text with the first paragraph, which it heads."""
        return f"{self.subject}\n{self.text}" if self.subject else self.text

    def parted(self, spans: Iterable[Span]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Part spans in what is searched: those in the subject, and those in the text."""
        start = len(self.searched) - len(self.text)
        above, below = [], []
        for first, stop in spans:
            if first < start:
                above.append(Span(first, min(stop, len(self.subject))))
            if stop > start:
                below.append(Span(max(first - start, 0), stop - start))
        return tuple(above), tuple(below)


def texts_of(cable: Cable) -> tuple[ParagraphText, ...]:
    """Return what is searched of a cable: its paragraphs, or an empty one where it has none."""
    texts = [ParagraphText(one.number, clean(one.text)) for one in cable.paragraphs]
    first, *others = texts or [ParagraphText(None, "")]
    return (first._replace(subject=clean_line(cable.subject or "")), *others)


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
