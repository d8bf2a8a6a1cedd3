"""What a cable can have: the values of `has:`, each with its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive._search.nodes import wanted_filters
from parser import Span, clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from archive._model import ParagraphSpans
    from archive._search.nodes import Node
    from parser import Cable, Paragraph

    Places: TypeAlias = Iterator[tuple[int, Span]]
    """Positions of paragraphs, each with a span in its text."""

_BEGINNING: Final = 30
"""Letters by which the beginning of a part is found in its paragraph."""


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that a cable has or has not."""

    meaning: str
    """After "with", for the query in words: `press articles`."""
    holds: Callable[[Cable], bool]
    places: Callable[[Cable], Places] | None = None
    """Where it stands in the text; None: nowhere in particular."""


def _in_paragraphs(spans: Callable[[Paragraph], Iterable[Span]]) -> Callable[[Cable], Places]:
    """Find something by the spans that each paragraph knows of it."""
    return lambda cable: (
        (position, span)
        for position, paragraph in enumerate(cable.paragraphs)
        for span in spans(paragraph)
    )


def _reached_by(field: str) -> Callable[[Cable], Places]:
    """Find the paragraphs that a part of the text reaches over, in the first of them its words."""

    def reached(cable: Cable) -> Places:
        origin, part = cable.origin_of(field), getattr(cable, field) or ""
        reach = origin.span if origin is not None else None
        begins = part.partition("\n")[0][:_BEGINNING]
        for position, paragraph in enumerate(cable.paragraphs if reach else ()):
            if reach and paragraph.span.start < reach.end and paragraph.span.end > reach.start:
                at = max(paragraph.text.find(begins), 0)
                yield position, Span(at, at)

    return reached


def has_places(node: Node) -> bool:
    """Tell whether a query asks with `has:` for something that stands somewhere in the text."""
    return any(True for _ in _placed(node))


def places(node: Node, cable: Cable) -> ParagraphSpans:
    """Return where there is what a query asks for with `has:`."""
    found: dict[int, list[Span]] = {}
    for placed in _placed(node):
        for position, span in placed(cable):
            found.setdefault(position, []).append(span)
    return tuple(
        (position, _in_cleaned(cable.paragraphs[position].text, sorted(spans)))
        for position, spans in sorted(found.items())
    )


def _placed(node: Node) -> Iterator[Callable[[Cable], Places]]:
    wanted = (one for one in wanted_filters(node) if one.field == "has")
    names = {value.text.lower() for one in wanted for value in one.values}
    found = (trait.places for name, trait in TRAITS.items() if name in names)
    yield from (places for places in found if places is not None)


def _in_cleaned(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    if clean(text) == text:
        return tuple(spans)
    return tuple(Span(len(clean(text[:start])), len(clean(text[:end]))) for start, end in spans)


TRAITS: Final = {
    "articles": Trait("press articles", lambda cable: bool(cable.articles)),
    "comment": Trait("a comment", lambda cable: bool(cable.comment), _reached_by("comment")),
    "date": Trait("a date", lambda cable: cable.created is not None),
    "footnotes": Trait("footnotes", lambda cable: bool(cable.footnotes)),
    "gaps": Trait(
        "places where the source lost text",
        lambda cable: any(paragraph.missing for paragraph in cable.paragraphs),
        _in_paragraphs(lambda paragraph: (Span(at, at) for at in paragraph.missing)),
    ),
    "header": Trait("a transmission header", lambda cable: cable.envelope.station is not None),
    "paragraphs": Trait("text", lambda cable: bool(cable.paragraphs)),
    "protect": Trait(
        "a request to protect a source",
        lambda cable: any(paragraph.protect for paragraph in cable.paragraphs),
        _in_paragraphs(lambda paragraph: paragraph.protect),
    ),
    "redactions": Trait(
        "redacted names",
        lambda cable: any(paragraph.redactions for paragraph in cable.paragraphs),
        _in_paragraphs(lambda paragraph: paragraph.redactions),
    ),
    "refs": Trait("references", lambda cable: bool(cable.references)),
    "repairs": Trait("repairs", lambda cable: bool(cable.repairs)),
    "signature": Trait("a signature", lambda cable: bool(cable.signed_by)),
    "subject": Trait("a subject", lambda cable: bool(cable.subject)),
    "summary": Trait("a summary", lambda cable: bool(cable.summary), _reached_by("summary")),
    "tags": Trait("TAGS", lambda cable: bool(cable.tags)),
}
"""In the order of the alphabet; `has:note` belongs to the notebook (see `fields`)."""
