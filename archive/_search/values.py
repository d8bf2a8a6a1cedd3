"""What the index holds of a cable beside its text: the values by which it is found and counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive._search.traits import TRAITS
from parser import describe_post

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from parser import Cable


@dataclass(frozen=True, slots=True)
class Values:
    """A field of the index that holds values of a cable."""

    of: Callable[[Cable], Iterable[str | None]]
    """What a cable has; what is empty, or there twice, is left out."""
    is_of_lead: bool = False
    """It stands with the lead alone, where it takes more room than it is worth elsewhere."""
    is_counted: bool = False
    """Facets count it."""
    is_of_words: bool = False
    """It is found by words, as a text is; others by the whole value, as it is."""


FIELDS_OF_VALUES: Final[Mapping[str, Values]] = {
    "subject": Values(lambda cable: (cable.subject,), is_of_lead=True, is_of_words=True),
    "post": Values(lambda cable: (cable.origin,), is_counted=True),
    "country": Values(lambda cable: (country(cable.origin),), is_counted=True),
    "class": Values(lambda cable: (str(cable.classification or ""),), is_counted=True),
    "tag": Values(lambda cable: (tag.upper() for tag in cable.tags), is_counted=True),
    "to": Values(
        lambda cable: (_one_line(one.name) for one in (*cable.envelope.to, *cable.envelope.info)),
        is_of_lead=True,
    ),
    "by": Values(lambda cable: map(_one_line, cable.classified_by), is_of_lead=True),
    "signed": Values(lambda cable: map(_one_line, cable.signed_by), is_of_lead=True),
    "ref": Values(lambda cable: (one.mrn for one in cable.references), is_of_lead=True),
    "format": Values(lambda cable: (cable.metadata.carrier,)),
    "has": Values(lambda cable: (name for name, trait in TRAITS.items() if trait.holds(cable))),
}
"""By name; their order is that of the index. One with other fields than these is made anew."""


def topics_of(cable: Cable) -> Iterator[tuple[str, str]]:
    """Yield the topics a cable counts for, as kind and label, each once."""
    people = (*cable.classified_by, *cable.signed_by)
    topics = (
        *(("tag", tag.upper()) for tag in cable.tags),
        ("post", cable.origin),
        ("country", country(cable.origin)),
        *(("person", _one_line(person).upper()) for person in people),
        ("subject", _one_line(cable.subject or "")),
    )
    yield from dict.fromkeys((kind, label) for kind, label in topics if label)


def country(origin: str | None) -> str | None:
    """Return the country a post is in; None when it is not known."""
    post = describe_post(origin) if origin else None
    return post.country if post else None


def _one_line(text: str) -> str:
    return " ".join(text.split())
