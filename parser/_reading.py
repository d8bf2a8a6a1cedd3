"""Everything that was read of one telegram, before it is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from parser._body.read import Body
    from parser._envelope import Header
    from parser._identity import Identity
    from parser._model import Classification, Metadata, Reference, Span
    from parser._preamble import Found, Preamble
    from parser._working import Working


class Settled(NamedTuple):
    """What carrier and telegram both speak of, settled between them."""

    classification: Classification | None
    origin: str | None
    references: tuple[Reference, ...]


class Reading(NamedTuple):
    """What each part of the telegram gave."""

    working: Working
    """The text as it was mended in the end."""
    front: Working
    """The same before the text proper was mended; header and preamble have their places in it."""
    known: Metadata
    header: Header
    identity: Identity
    preamble: Preamble
    body: Body
    sections: frozenset[int]
    """Numbers of the sections that the text shows: by heads and page marks."""

    def span(self, found: Found[Any]) -> Span:
        """Where a value of the preamble stands in the raw text."""
        base = self.header.end
        return self.front.span(base + found.start, base + found.end)
