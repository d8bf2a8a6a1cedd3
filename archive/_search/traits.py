"""What a cable can have: the values of `has:`, each with its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive._search.nodes import wanted_filters
from parser import Span, clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from archive._search.nodes import Node
    from parser import Cable, Paragraph


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that a cable has or has not."""

    meaning: str
    """After "with", for the query in words: `press articles`."""
    holds: Callable[[Cable], bool]
    spans: Callable[[Paragraph], tuple[Span, ...]] | None = None
    """Where it stands in the text of a paragraph; None: it stands nowhere in particular."""


def has_places(node: Node) -> bool:
    """Tell whether a query asks with `has:` for something that stands somewhere in the text."""
    return any(True for _ in _placed(node))


def places(node: Node, cable: Cable) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """Yield where there is what a query asks for with `has:`, as `Matches` tells it."""
    wanted = list(_placed(node))
    for position, paragraph in enumerate(cable.paragraphs if wanted else ()):
        if found := sorted(span for spans in wanted for span in spans(paragraph)):
            yield position, _in_cleaned(paragraph.text, found)


def _placed(node: Node) -> Iterator[Callable[[Paragraph], tuple[Span, ...]]]:
    wanted = (one for one in wanted_filters(node) if one.field == "has")
    names = {value.text.lower() for one in wanted for value in one.values}
    found = (trait.spans for name, trait in TRAITS.items() if name in names)
    yield from (spans for spans in found if spans is not None)


def _in_cleaned(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    if clean(text) == text:
        return tuple(spans)
    return tuple(Span(len(clean(text[:start])), len(clean(text[:end]))) for start, end in spans)


TRAITS: Final = {
    "articles": Trait("press articles", lambda cable: bool(cable.articles)),
    "comment": Trait("a comment", lambda cable: bool(cable.comment)),
    "date": Trait("a date", lambda cable: cable.created is not None),
    "footnotes": Trait("footnotes", lambda cable: bool(cable.footnotes)),
    "gaps": Trait(
        "places where the source lost text",
        lambda cable: any(paragraph.missing for paragraph in cable.paragraphs),
        lambda paragraph: tuple(Span(at, at) for at in paragraph.missing),
    ),
    "header": Trait("a transmission header", lambda cable: cable.envelope.station is not None),
    "paragraphs": Trait("text", lambda cable: bool(cable.paragraphs)),
    "protect": Trait(
        "a request to protect a source",
        lambda cable: any(paragraph.protect for paragraph in cable.paragraphs),
        lambda paragraph: paragraph.protect,
    ),
    "redactions": Trait(
        "redacted names",
        lambda cable: any(paragraph.redactions for paragraph in cable.paragraphs),
        lambda paragraph: paragraph.redactions,
    ),
    "refs": Trait("references", lambda cable: bool(cable.references)),
    "repairs": Trait("repairs", lambda cable: bool(cable.repairs)),
    "signature": Trait("a signature", lambda cable: bool(cable.signed_by)),
    "subject": Trait("a subject", lambda cable: bool(cable.subject)),
    "summary": Trait("a summary", lambda cable: bool(cable.summary)),
    "tags": Trait("TAGS", lambda cable: bool(cable.tags)),
}
"""In the order of the alphabet; `has:note` belongs to the notebook (see `fields`)."""
