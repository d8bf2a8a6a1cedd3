"""The fields of the query language: one table, for the parser, the search and its wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive._search.dates import parse_dates
from archive._search.nodes import And, Filter, Not, Or, Phrase, Word, wanted_filters
from archive._search.traits import TRAITS
from archive._search.values import FIELDS_OF_VALUES

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive._search.nodes import Node, Value


@dataclass(frozen=True, slots=True)
class Keyed:
    """A value that stands for a list of cables which is kept outside the index."""

    words: str
    name: str
    """Of the list."""
    is_without: bool = False
    """All other cables are meant."""


_KEYED: Final = {
    "is:read": Keyed("read", "read"),
    "is:unread": Keyed("unread", "read", is_without=True),
    "is:starred": Keyed("starred", "starred"),
    "is:cited": Keyed("cited", "cited"),
    "is:uncited": Keyed("never cited", "cited", is_without=True),
    "has:note": Keyed("a note of yours", "note"),
    "has:star": Keyed("a star of yours", "starred"),
}
"""What the reader's own notebook knows, or the database, and not the index."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the query language."""

    words: str
    """How the query is put in words: `from {}`."""
    hint: str
    """An example, as a sentence for an error."""
    indexed: tuple[str, ...] = ()
    """Fields of the index that hold its values, of :data:`FIELDS_OF_VALUES`."""
    understands: Callable[[str], bool] = lambda _: True
    """Tells whether a value can be meant at all."""

    @property
    def is_of_lead(self) -> bool:
        """Whether the index holds its values with the lead alone."""
        return any(FIELDS_OF_VALUES[name].is_of_lead for name in self.indexed)


def _listed(name: str) -> Callable[[str], bool]:
    own = {value.partition(":")[2] for value in _KEYED if value.startswith(f"{name}:")}
    known = own | set(TRAITS) if name == "has" else own
    return lambda value: value.lower() in known


FIELDS: Final = {
    "from": Field(
        "from {}",
        "write a post or a country, `from:mexico`.",
        ("post", "country"),
    ),
    "post": Field("from the post {}", "write a post, `post:tirana`.", ("post",)),
    "to": Field(
        "to {}",
        "write an addressee, `to:secstate`.",
        ("to",),
    ),
    "tag": Field(
        "tagged {}",
        "write a code or its meaning, `tag:SNAR` or `tag:narcotics`.",
        ("tag",),
    ),
    "class": Field(
        "classified {}",
        "write a level, `class:secret`, `class:sbu`, `class:c/nf`.",
        ("class",),
    ),
    "ref": Field("citing {}", "write an id, `ref:09MEXICO1055`.", ("ref",)),
    "subject": Field(
        "with {} in the subject",
        "write a word, `subject:election`.",
        ("subject",),
    ),
    "date": Field(
        "dated {}",
        "write `date:2009`, `date:2009-04`, `date:2009-04-14` or `date:2009-01..2009-06`.",
        understands=lambda value: parse_dates(value) is not None,
    ),
    "by": Field("by {}", "write a name, `by:bassett`.", ("by", "signed")),
    "signed": Field("signed {}", "write a name, `signed:bassett`.", ("signed",)),
    "format": Field("read from {}", "write a format, `format:csv`.", ("format",)),
    "has": Field(
        "with {}",
        f"it may be {', '.join(TRAITS)}, note or star.",
        ("has",),
        _listed("has"),
    ),
    "is": Field(
        "{}",
        "it may be read, unread, starred, cited or uncited.",
        understands=_listed("is"),
    ),
}
"""By the name that stands before the colon."""


def kept_list(field: str, value: Value) -> Keyed | None:
    """Return the list that a value of a field stands for; None where the index knows it."""
    return _KEYED.get(f"{field}:{value.text.lower()}")


def lists_in(node: Node) -> frozenset[str]:
    """Return the names of the lists whose cables a query asks for."""
    found = (kept_list(one.field, value) for one in wanted_filters(node) for value in one.values)
    return frozenset(one.name for one in found if one and not one.is_without)


def is_keyed(node: Node) -> bool:
    """Tell whether a query asks for something that the index does not know."""
    match node:
        case Filter(field, values):
            return any(kept_list(field, value) for value in values)
        case Not(part):
            return is_keyed(part)
        case And(parts) | Or(parts):
            return any(map(is_keyed, parts))
        case Word() | Phrase():
            return False
