"""Finds in a paragraph what was typed, and says how well: what ranks a hit is what is highlighted.

The score is made of two things: how much of the query is there, each word weighed by its rarity
and by its likeness to what was typed; and how close the passage that holds it comes to the query
as a whole, word order included (rapidfuzz's ratio of the two).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz

from archive._search.schema import WORD, fold
from parser import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive._search.terms import Term

CLOSENESS: Final = 0.15
"""Share of the score that is lost when the words of the query stand far apart."""
OTHER_ACCENTS: Final = 0.97
"""Similarity of a word with other accents than those that were typed."""
LONGEST_PASSAGE: Final = 5
"""A passage longer than the query by this factor is not close to it."""


class Match(NamedTuple):
    """How a paragraph matches a query."""

    score: float
    """0 to 100; 100 is everything that was typed, exactly."""
    spans: tuple[Span, ...]
    """In order, never overlapping."""
    is_whole: bool
    """Every part of the query is there."""


class _Token(NamedTuple):
    place: int
    """Which word of the paragraph."""
    span: Span
    word: str


class _Occurrence(NamedTuple):
    """One place where a term stands."""

    unit: int
    similarity: float
    tokens: tuple[_Token, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the query that must be there, as one or another of its terms."""

    terms: tuple[Term, ...]

    @property
    def weight(self) -> float:
        """Return how much it counts: the rarest of its terms."""
        return max(term.weight for term in self.terms)


class Matcher:
    """Matches paragraphs against one query. For one thread; remembers the words it has met."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = tuple(units)
        self._terms = [
            (number, term) for number, unit in enumerate(self._units) for term in unit.terms
        ]
        self._total = sum(unit.weight for unit in self._units) or 1.0
        self._typed = [
            " ".join(piece.word for piece in unit.terms[0].pieces) for unit in self._units
        ]
        self._met: dict[str, tuple[tuple[int, int, float], ...]] = {}

    def match(self, text: str) -> Match | None:
        """Match one paragraph, cleaned; None when nothing of the query is in it."""
        occurrences = sorted(self._occurrences(text), key=lambda found: found.tokens[0].span)
        if not occurrences:
            return None
        best = [0.0] * len(self._units)
        for found in occurrences:
            best[found.unit] = max(best[found.unit], found.similarity)
        held = sum(
            unit.weight * similarity for unit, similarity in zip(self._units, best, strict=True)
        )
        closeness = self._closeness(occurrences, best)
        score = 100 * held / self._total * (1 - CLOSENESS + CLOSENESS * closeness)
        return Match(score, _spans(occurrences), all(best))

    def _occurrences(self, text: str) -> Iterator[_Occurrence]:
        """Yield every place where a term of the query stands."""
        found: dict[tuple[int, int], list[tuple[_Token, float]]] = {}
        met = self._met
        for place, word in enumerate(WORD.finditer(text)):
            typed = word[0].lower()
            meanings = met.get(typed)
            if meanings is None:
                meanings = met[typed] = self._meanings(typed)
            for term, piece, similarity in meanings:
                token = _Token(place, Span(*word.span()), fold(typed))
                found.setdefault((term, piece), []).append((token, similarity))
        for number, (unit, wanted) in enumerate(self._terms):
            pieces = [found.get((number, piece), []) for piece in range(len(wanted.pieces))]
            if all(pieces):
                for tokens, similarity in _together(pieces, wanted.distance):
                    yield _Occurrence(unit, similarity, tokens)

    def _meanings(self, typed: str) -> tuple[tuple[int, int, float], ...]:
        """Return which pieces of which terms a word of the text stands for, and how well."""
        word = fold(typed)
        return tuple(
            (
                number,
                place,
                similarity if _same_accents(piece.typed, typed) else similarity * OTHER_ACCENTS,
            )
            for number, (_, term) in enumerate(self._terms)
            for place, piece in enumerate(term.pieces)
            if (similarity := piece.similarity(word))
        )

    def _closeness(self, occurrences: Sequence[_Occurrence], best: Sequence[float]) -> float:
        """Return how like the query its closest passage is, 0 to 1."""
        wanted = {unit for unit, similarity in enumerate(best) if similarity}
        typed = " ".join(self._typed[unit] for unit in sorted(wanted))
        passage = _shortest(occurrences, len(wanted))
        first, last = passage[0].tokens[0], max(found.tokens[-1] for found in passage)
        if last.span.end - first.span.start > LONGEST_PASSAGE * len(typed):
            return 0.0
        gap = last.place - first.place + 1 - sum(len(found.tokens) for found in passage)
        words = " ".join(token.word for found in passage for token in found.tokens)
        return fuzz.ratio(typed, words) / 100 / (1 + max(gap, 0) / 4)


def _same_accents(typed: str, word: str) -> bool:
    """Tell whether a word has the accents that were typed; none typed means any."""
    return typed.isascii() or word.startswith(typed)


def _together(
    pieces: Sequence[Sequence[tuple[_Token, float]]], distance: int | None
) -> Iterator[tuple[tuple[_Token, ...], float]]:
    """Yield the tokens that stand together as a term asks, with their mean similarity."""
    if len(pieces) == 1:
        for token, similarity in pieces[0]:
            yield (token,), similarity
        return
    by_place = [{token.place: (token, similarity) for token, similarity in own} for own in pieces]
    for start in by_place[0]:
        chain = _chain(by_place, start, distance)
        if chain:
            tokens = sorted((token for token, _ in chain), key=lambda token: token.place)
            yield tuple(tokens), sum(similarity for _, similarity in chain) / len(chain)


def _chain(
    by_place: Sequence[dict[int, tuple[_Token, float]]], start: int, distance: int | None
) -> list[tuple[_Token, float]]:
    """Follow a phrase from its first word; empty when it breaks off."""
    chain = [by_place[0][start]]
    place = start
    for own in by_place[1:]:
        following = _next_place(own, place, distance)
        if following is None:
            return []
        chain.append(own[following])
        place = following
    return chain


def _next_place(
    own: dict[int, tuple[_Token, float]], place: int, distance: int | None
) -> int | None:
    if distance is None:
        return place + 1 if place + 1 in own else None
    near = [other for other in own if 0 < abs(other - place) <= distance + 1]
    return min(near, key=lambda other: abs(other - place), default=None)


def _shortest(occurrences: Sequence[_Occurrence], units: int) -> Sequence[_Occurrence]:
    """Return the shortest run of occurrences with every unit in it, best of each unit."""
    counts: dict[int, int] = {}
    best: Sequence[_Occurrence] = occurrences
    best_length = float("inf")
    start = 0
    for end, found in enumerate(occurrences):
        counts[found.unit] = counts.get(found.unit, 0) + 1
        while len(counts) == units:
            first = occurrences[start]
            length = found.tokens[-1].place - first.tokens[0].place
            if length < best_length:
                best, best_length = occurrences[start : end + 1], length
            counts[first.unit] -= 1
            if not counts[first.unit]:
                del counts[first.unit]
            start += 1
    return list({found.unit: found for found in best}.values())


def _spans(occurrences: Sequence[_Occurrence]) -> tuple[Span, ...]:
    """Return what to highlight: each word that matched; words of a phrase in one."""
    spans: set[Span] = set()
    for found in occurrences:
        places = [token.place for token in found.tokens]
        if all(second == first + 1 for first, second in pairwise(places)):
            spans.add(Span(found.tokens[0].span.start, found.tokens[-1].span.end))
        else:
            spans.update(token.span for token in found.tokens)
    return tuple(_without_overlap(sorted(spans)))


def _without_overlap(spans: Sequence[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        if held and span.start < held.end:
            held = Span(held.start, max(held.end, span.end))
            continue
        if held:
            yield held
        held = span
    if held:
        yield held
