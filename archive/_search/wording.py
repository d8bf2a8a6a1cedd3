"""Says in words how a query was understood, what of it is unknown, and what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archive._search.dates import parse_dates
from archive._search.fields import FIELDS, kept_list
from archive._search.filters import level_meant, names_nothing, taken_for
from archive._search.grammar import is_too_long
from archive._search.nodes import (
    And,
    Filter,
    Mode,
    Node,
    Not,
    Or,
    Phrase,
    Word,
    wanted_filters,
    wanted_words,
)
from archive._search.spelling import other_words
from archive._search.traits import TRAITS
from archive._search.typos import allowed_typos
from parser import describe_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive._search.index import Index
    from archive._search.nodes import Value
    from archive._search.plan import Plan
    from archive._search.terms import Term

COMMONER: Final = 1000
"""By how much a word is held oftener than one that is a typo of it, where that is held at all."""
SHOWN: Final = 3
"""Forms of a misspelt word that are named."""


def understood(query: str, plan: Plan, index: Index) -> str:
    """Put a query in words, `"narcotics" and words beginning with "traf", from mexico`."""
    said = _Wording(plan, index).say(plan.node) or "everything"
    return f"the beginning only, of what is too long: {said}" if is_too_long(query) else said


class _Wording:
    def __init__(self, plan: Plan, index: Index) -> None:
        self._terms = {term.node: term for term in plan.terms}
        self._others = plan.others
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
        term = self._terms.get(node)
        if term is None:
            return said
        others = [other.text for other in self._others.get(node, ())]
        if is_unheld(term, self._index):
            return _with(said, "as", (*others, *other_forms(term, self._index)))
        return _with(said, "also", (*spelt_forms(term), *others))

    def _phrase(self, node: Phrase) -> str:
        text = f"{node.text.rstrip()}…" if node.is_open else node.text
        term = self._terms.get(node)
        others = [f'"{other.text}"' for other in self._others.get(node, ())]
        text = _with(f'"{text}"', "also", (*(spelt_forms(term) if term else ()), *others))
        if node.distance is None:
            return f"the phrase {text}"
        return f"the words {text} within {node.distance} of each other"

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
        if field == "class" and (level := level_meant(value.text)):
            return f"{value.text} ({level})"
        if listed := kept_list(field, value):
            return listed.words
        if field == "has" and (trait := TRAITS.get(value.text.lower())):
            return trait.meaning
        said = f'"{value.text}"' if field == "subject" or value.is_whole else value.text
        return _with(said, "as", taken_for(field, value, self._index))


def other_forms(term: Term, index: Index) -> Iterator[str]:
    """Yield the words that a misspelt word was taken for, the likeliest first."""
    if len(term.pieces) > 1 or not is_unheld(term, index):
        return
    piece = term.pieces[0]
    ranked = sorted(piece.forms.items(), key=lambda form: -form[1])
    yield from (word for word, similarity in ranked if similarity < 1)


def _with(said: str, how: str, meant: Iterable[str]) -> str:
    """Add what else a word stands for, a few of it."""
    some = list(dict.fromkeys(meant))[:SHOWN]
    return f"{said} ({how} {', '.join(some)})" if some else said


def spelt_forms(term: Term) -> Iterator[str]:
    """Yield the other spellings of a word that the archive holds."""
    for piece in term.pieces:
        yield from (word for word in other_words(piece.word) if word in piece.forms)


def is_unheld(term: Term, index: Index) -> bool:
    """Tell whether the archive holds no word as it was typed."""
    return any(
        not index.held(piece.word) and not (piece.is_prefix and _is_begun(piece.word, piece.forms))
        for piece in term.pieces
    )


def _is_begun(word: str, forms: Iterable[str]) -> bool:
    return any(form.startswith(word) and form != word for form in forms)


def unknown_words(plan: Plan, index: Index) -> tuple[str, ...]:
    """Return the words of the query that the archive does not hold, even with typos; each once."""
    words = sorted(
        (term.node.span.start, term.node.text)
        for term in plan.terms
        if term.node not in plan.others
        and is_unheld(term, index)
        and not any(True for _ in _held_forms(term, index))
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
    fields = (
        f"{node.field}:{text}"
        for node in plan.unclear
        for text in ([value.text for value in node.values] or [""])
    )
    return tuple(dict.fromkeys(fields))


def _held_forms(term: Term, index: Index) -> Iterator[str]:
    """Yield the forms of a single word that the archive holds."""
    if len(term.pieces) == 1:
        yield from filter(index.held, term.pieces[0].forms)


def suggestion(query: str, plan: Plan, index: Index) -> str | None:
    """Return the query with its misspelt words mended; None when nothing is to mend."""
    terms = {term.node: term for term in plan.terms}
    mended, end = query, len(query)
    for word in reversed(tuple(wanted_words(plan.node))):
        term = terms.get(word)
        if not isinstance(word, Word) or term is None or word.span.end > end:
            continue  # what was mended last took it in
        start = query.index(word.text, word.span.start)
        if other := _likelier(plan.others.get(word, ()), term, index):
            start, end, meant = min(start, other.span.start), other.span.end, other.text
        elif meant := next(other_forms(term, index), "") or _commoner(word, term, index):
            end = start + len(word.text)
        else:
            continue
        mended = mended[:start] + meant + mended[end:]
        end = start
    return mended if mended != query else None


def _commoner(node: Word, term: Term, index: Index) -> str:
    """Return what a word was meant for that others mistyped as well: `goverment`; else nothing."""
    vocabulary, word = index.vocabulary, term.pieces[0].word
    is_asked = node.mode in {Mode.PLAIN, Mode.TYPED} and len(term.pieces) == 1
    if not is_asked or not allowed_typos(word) or vocabulary is None:
        return ""
    begun = [form for form in term.pieces[0].forms if form.startswith(word)]
    enough = COMMONER * sum(map(index.held, begun))
    if not 0 < enough <= index.searcher.num_docs:
        return ""
    near = vocabulary.near(word, 1, is_prefix=False, limit=1)
    return near[0].word if near and near[0].paragraphs >= enough else ""


def _likelier(others: Sequence[Word | Phrase], term: Term, index: Index) -> Word | Phrase | None:
    """Return what a misspelt word is in other words, if that is nearer than any one word."""
    if not others or not is_unheld(term, index):
        return None
    nearest = max((term.pieces[0].forms[form] for form in other_forms(term, index)), default=0.0)
    letters = len(others[0].text.replace(" ", ""))
    return others[0] if 1 - 1 / letters > nearest else None
