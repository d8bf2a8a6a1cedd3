"""Says in words how a query was understood, what of it is unknown, and what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archive._search.dates import parse_dates
from archive._search.fields import FIELDS, PERSONAL
from archive._search.filters import names_nothing
from archive._search.grammar import is_too_long
from archive._search.nodes import And, Filter, Mode, Node, Not, Or, Phrase, Word, wanted_filters
from archive._search.traits import TRAITS
from parser import describe_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archive._search.index import Index
    from archive._search.nodes import Value
    from archive._search.plan import Plan
    from archive._search.terms import Term

SHOWN: Final = 3
"""Forms of a misspelt word that are named."""


def understood(query: str, plan: Plan, index: Index) -> str:
    """Put a query in words, `"narcotics" and words beginning with "traf", from mexico`."""
    said = _Wording(plan, index).say(plan.node) or "everything"
    return f"the beginning only, of what is too long: {said}" if is_too_long(query) else said


class _Wording:
    def __init__(self, plan: Plan, index: Index) -> None:
        self._terms = {term.node.span.start: term for term in plan.terms}
        self._unclear = set(plan.unclear)
        self._index = index

    def say(self, node: Node) -> str:
        """Return the words for a node; empty when it asks for nothing."""
        match node:
            case Word():
                return self._word(node)
            case Phrase():
                return self._phrase(node)
            case Filter():
                return self._filter(node)
            case Not(part):
                return self._without(part)
            case Or(parts):
                return " or ".join(filter(None, map(self._inner, parts)))
            case And(parts):
                return self._and(parts)

    def _and(self, parts: Iterable[Node]) -> str:
        words = [self._inner(part) for part in parts if not isinstance(part, Filter | Not)]
        others = [self.say(part) for part in parts if isinstance(part, Filter | Not)]
        return ", ".join(filter(None, (" and ".join(filter(None, words)), *others)))

    def _without(self, node: Node) -> str:
        said = self._inner(node)
        if not said:  # a value that is not understood, left out
            return ""
        is_adjective = isinstance(node, Filter) and not said.startswith("with ")
        return f"not {said}" if is_adjective else f"without {said.removeprefix('with ')}"

    def _inner(self, node: Node) -> str:
        said = self.say(node)
        return f"({said})" if isinstance(node, And | Or) else said

    def _word(self, node: Word) -> str:
        quoted = f'"{node.text}"'
        match node.mode:
            case Mode.TYPED | Mode.PREFIX:
                said = f'"{node.text}…"'
            case Mode.EXACT:
                said = f"exactly {quoted}"
            case _:
                said = quoted
        term = self._terms.get(node.span.start)
        meant = list(other_forms(term, self._index)) if term else []
        return f"{said} (as {', '.join(meant[:SHOWN])})" if meant else said

    def _phrase(self, node: Phrase) -> str:
        text = f"{node.text.rstrip()}…" if node.is_open else node.text
        if node.distance is None:
            return f'the phrase "{text}"'
        return f'the words "{text}" within {node.distance} of each other'

    def _filter(self, node: Filter) -> str:
        if node in self._unclear:
            return ""
        values = " or ".join(self._value(node.field, value) for value in node.values)
        return FIELDS[node.field].words.format(values)

    def _value(self, field: str, value: Value) -> str:
        if field == "date":
            return str(parse_dates(value.text))
        if field == "tag" and (tag := describe_tag(value.text)) and tag.meaning:
            return f"{tag.code} ({tag.meaning})"
        if own := PERSONAL.get(f"{field}:{value.text.lower()}"):
            return own
        if field == "has" and (trait := TRAITS.get(value.text.lower())):
            return trait.meaning
        return f'"{value.text}"' if field == "subject" or value.is_whole else value.text


def other_forms(term: Term, index: Index) -> Iterator[str]:
    """Yield the words that a misspelt word was taken for, the likeliest first."""
    if len(term.pieces) > 1 or not is_unheld(term, index):
        return
    piece = term.pieces[0]
    ranked = sorted(piece.forms.items(), key=lambda form: -form[1])
    yield from (word for word, similarity in ranked if similarity < 1)


def is_unheld(term: Term, index: Index) -> bool:
    """Tell whether the archive holds no word as it was typed."""
    return any(
        not index.searcher.doc_freq("text", piece.word)
        and not (piece.is_prefix and _is_begun(piece.word, piece.forms))
        for piece in term.pieces
    )


def _is_begun(word: str, forms: Iterable[str]) -> bool:
    return any(form.startswith(word) and form != word for form in forms)


def unknown_words(plan: Plan, index: Index) -> tuple[str, ...]:
    """Return the words of the query that the archive does not hold, even with typos; each once."""
    words = sorted(
        (term.node.span.start, term.node.text)
        for term in plan.terms
        if is_unheld(term, index) and not any(True for _ in _held_forms(term, index))
    )
    return tuple(dict.fromkeys(text for _, text in words))


def unknown_fields(plan: Plan, index: Index) -> tuple[str, ...]:
    """Return the fields of the query with a value that no cable of the archive has; each once."""
    fields = (
        f"{node.field}:{value.text}"
        for node in wanted_filters(plan.node)
        for value in node.values
        if names_nothing(node.field, value, index)
    )
    return tuple(dict.fromkeys(fields))


def unclear_fields(plan: Plan) -> tuple[str, ...]:
    """Return the fields of the query whose value is not understood; each once."""
    fields = (f"{node.field}:{value.text}" for node in plan.unclear for value in node.values)
    return tuple(dict.fromkeys(fields))


def _held_forms(term: Term, index: Index) -> Iterator[str]:
    """Yield the forms of a single word that the archive holds."""
    if len(term.pieces) == 1:
        for word in term.pieces[0].forms:
            if index.searcher.doc_freq("text", word):
                yield word


def suggestion(query: str, plan: Plan, index: Index) -> str | None:
    """Return the query with its misspelt words mended; None when nothing is to mend."""
    mended = query
    for term in sorted(plan.terms, key=lambda term: -term.node.span.start):
        meant = next(other_forms(term, index), None)
        if meant and isinstance(term.node, Word):
            start = query.index(term.node.text, term.node.span.start)
            mended = mended[:start] + meant + mended[start + len(term.node.text) :]
    return mended if mended != query else None
