"""What a query is made of: frozen values, free of any engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser import Span


class Mode(StrEnum):
    """How a word is to be found."""

    PLAIN = "plain"
    """As it is; with typos when there would be few hits."""
    TYPED = "typed"
    """The same, but still being typed: what begins with it is found too."""
    PREFIX = "prefix"
    """Every word that begins with it, `word*`."""
    EXACT = "exact"
    """Never with typos, `=word`."""
    TYPOS = "typos"
    """With typos from the start, `~word`."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text."""

    text: str
    """As typed, without the signs of its mode."""
    span: Span
    """Where it stands in the query, signs included."""
    mode: Mode = Mode.PLAIN


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together."""

    text: str
    span: Span
    distance: int | None = None
    """How many words may stand between two neighbours, in any order; None: none, in this order."""
    is_open: bool = False
    """Its last word may go on: it is still being typed, or a star follows, `"drug tra"*`."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a field is to hold."""

    text: str
    is_whole: bool = False
    """It was quoted: the whole value, where there is one, not words of it."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A field of the cable and the values it may have; without values, it is not understood."""

    field: str
    values: tuple[Value, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be there."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of its parts; without parts, everything."""

    parts: tuple[Node, ...] = ()
    narrowing: int = 0
    """So many of them, the last ones, stand behind a `&`: a hit that is partial has them, too."""


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of its parts."""

    parts: tuple[Node, ...]


Node = Word | Phrase | Filter | Not | And | Or
Others = Mapping[Word | Phrase, Sequence[Word | Phrase]]
"""What words and phrases may be, too: in other spellings, or with other spaces."""


def with_others(node: Node, others: Others) -> Node:
    """Let others stand for the words that must or may be there, where there are others."""
    match node:
        case Word() | Phrase():
            return Or((node, *others[node])) if node in others else node
        case And(parts, narrowing):
            return And(tuple(with_others(part, others) for part in parts), narrowing)
        case Or(parts):
            return Or(tuple(with_others(part, others) for part in parts))
        case Filter() | Not():
            return node


def wanted_words(node: Node) -> Iterator[Word | Phrase]:
    """Yield the words and phrases that must or may be there, in the order of the query."""
    match node:
        case Word() | Phrase():
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from wanted_words(part)
        case Filter() | Not():
            return


def has_words(node: Node) -> bool:
    """Tell whether a word is asked for, or may not be there."""
    match node:
        case Word() | Phrase():
            return True
        case And(parts) | Or(parts):
            return any(map(has_words, parts))
        case Not(part):
            return has_words(part)
        case Filter():
            return False


def wanted_filters(node: Node) -> Iterator[Filter]:
    """Yield the fields that must or may be as they say, in the order of the query."""
    match node:
        case Filter():
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from wanted_filters(part)
        case Word() | Phrase() | Not():
            return
