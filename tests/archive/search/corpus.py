"""A small made-up archive for the tests of the search: an index, and the cables it points at."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from archive._model import CableRow, Order
from archive._search import Index, IndexWriter, Place, Searcher, entry
from archive._source import ParagraphText, texts_of
from parser import Cable, Metadata, Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path


def cable(*texts: str, **fields: Any) -> Cable:
    """Make a cable of these paragraphs."""
    paragraphs = tuple(
        Paragraph(number, "C", None, text, Span(0, 0)) for number, text in enumerate(texts, 1)
    )
    return Cable(**{"raw": "", "metadata": Metadata("text"), "paragraphs": paragraphs, **fields})


@dataclass
class MemorySource:
    """Cables by key, in memory."""

    cables: dict[int, Cable] = field(default_factory=dict)

    def paragraphs(self, places: Sequence[Place]) -> Sequence[ParagraphText]:
        return [self._paragraph(place) for place in places]

    def _paragraph(self, place: Place) -> ParagraphText:
        return texts_of(self.cables[place.key])[place.position]

    def rows(self, keys: Sequence[int]) -> Sequence[CableRow]:
        return [
            CableRow(
                key,
                self.cables[key].reference_id or f"@{key:08x}",
                self.cables[key].mrn,
                self.cables[key].created,
                str(self.cables[key].classification),
                self.cables[key].origin,
                self.cables[key].subject,
                len(self.cables[key].paragraphs),
            )
            for key in keys
        ]

    def keys(self, order: Order, *, reverse: bool) -> Sequence[int]:
        known = {
            Order.DATE: lambda key: self.cables[key].created,
            Order.POST: lambda key: self.cables[key].origin,
        }.get(order, lambda key: key)
        held = [key for key in self.cables if known(key) is not None]
        without = [key for key in self.cables if known(key) is None]
        return [*sorted(held, key=known, reverse=reverse), *without]


def make_searcher(
    path: Path, *cables: Cable, keyed: Callable[[str], Collection[int]] = lambda _: ()
) -> Searcher:
    """Index these cables under the keys 1, 2, 3 ... and open the index."""
    source = MemorySource(dict(enumerate(cables, 1)))
    with closing(IndexWriter(path)) as writer:
        for key, one in source.cables.items():
            writer.add(key, entry(one))
        writer.commit("all")
    return Searcher(Index(path), source, keyed)
