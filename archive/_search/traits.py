"""What a cable can have: the values of `has:`, each with its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from parser import Cable


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that a cable has or has not."""

    meaning: str
    """After "with", for the query in words: `press articles`."""
    holds: Callable[[Cable], bool]


TRAITS: Final = {
    "articles": Trait("press articles", lambda cable: bool(cable.articles)),
    "comment": Trait("a comment", lambda cable: bool(cable.comment)),
    "date": Trait("a date", lambda cable: cable.created is not None),
    "footnotes": Trait("footnotes", lambda cable: bool(cable.footnotes)),
    "gaps": Trait(
        "places where the source lost text",
        lambda cable: any(paragraph.missing for paragraph in cable.paragraphs),
    ),
    "header": Trait("a transmission header", lambda cable: cable.envelope.station is not None),
    "paragraphs": Trait("text", lambda cable: bool(cable.paragraphs)),
    "protect": Trait(
        "a request to protect a source",
        lambda cable: any(paragraph.protect for paragraph in cable.paragraphs),
    ),
    "redactions": Trait(
        "redacted names", lambda cable: any(paragraph.redactions for paragraph in cable.paragraphs)
    ),
    "refs": Trait("references", lambda cable: bool(cable.references)),
    "repairs": Trait("repairs", lambda cable: bool(cable.repairs)),
    "signature": Trait("a signature", lambda cable: bool(cable.signed_by)),
    "subject": Trait("a subject", lambda cable: bool(cable.subject)),
    "summary": Trait("a summary", lambda cable: bool(cable.summary)),
    "tags": Trait("TAGS", lambda cable: bool(cable.tags)),
}
"""In the order of the alphabet; `has:note` belongs to the notebook (see `fields`)."""
