"""Finds in a paragraph what was typed, and says how well: what ranks a hit is what is highlighted.

The score is made of two things: how much of the query is there, each word weighed by its rarity
and by its likeness to what was typed; and how close the passage that holds it comes to the query
as a whole, order of words included (rapidfuzz's ratio of the two).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz

from archive._search.words import WORD, fold, folded_words
from parser import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from archive._search.terms import Piece, Term

CLOSENESS: Final = 0.15
"""Share of the score that is lost when the words of the query stand far apart."""
OTHER_ACCENTS: Final = 0.97
"""Similarity of a word with other accents than those that were typed."""
LONGEST_PASSAGE: Final = 5
"""A passage with more words than the query by this factor is not close to it."""


class Standing(NamedTuple):
    """Where a term of the query stands, in words of the paragraph counted from 0."""

    first: int
    stop: int
    unit: int
    similarity: float
    words: Sequence[int]
    """The words themselves: all from `first` to before `stop` but for those that may be between."""


class Match(NamedTuple):
    """How a paragraph matches a query."""

    score: float
    """0 to 100; 100 is everything that was typed, exactly."""
    is_whole: bool
    """Every part of the query is there."""
    places: Sequence[Standing] = ()
    """Where each part stands."""

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return what matched in the paragraph, in order; the words of a phrase in one."""
        runs = list(_runs(self.places))
        last = runs[-1][1] if runs else 0
        words = [word.span() for word in islice(WORD.finditer(text), last)]
        return tuple(Span(words[first][0], words[stop - 1][1]) for first, stop in runs)


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the query that must be there, as one or another of its terms."""

    terms: tuple[Term, ...]

    @property
    def weight(self) -> float:
        """Return how much it counts: as much as the rarest of its terms."""
        return max(term.weight for term in self.terms)

    @property
    def held(self) -> int:
        """Return how many paragraphs hold it, at most."""
        return sum(min(piece.held for piece in term.pieces) for term in self.terms)

    @property
    def is_unheld(self) -> bool:
        """Whether no paragraph can hold it; of a word being typed that is never sure."""
        return not self.held and not any(
            piece.is_prefix for term in self.terms for piece in term.pieces
        )

    @property
    def typed(self) -> str:
        """Return what was typed for it, folded."""
        return " ".join(piece.word for piece in self.terms[0].pieces)


class _Units(dict[str, "Sequence[tuple[int, float]]"]):
    """Which units a word of a text stands for by itself, and how well; each word seen once."""

    def __init__(self, single: Sequence[tuple[int, Piece]]) -> None:
        self._single = single
        self._prefixes = tuple(piece.prefix for _, piece in single if piece.prefix)
        self.update((form, self._of(form)) for _, piece in single for form in piece.forms)

    def __missing__(self, word: str) -> Sequence[tuple[int, float]]:
        units = self._of(word) if word.startswith(self._prefixes) else ()
        self[word] = units
        return units

    def _of(self, word: str) -> Sequence[tuple[int, float]]:
        return [
            (unit, similarity)
            for unit, piece in self._single
            if (similarity := piece.similarity(word))
        ]


class Matcher:
    """Matches paragraphs against the units of one query."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._weights = [unit.weight for unit in units]
        self._total = sum(self._weights) or 1.0
        self._typed = [unit.typed for unit in units]
        terms = [(number, term) for number, unit in enumerate(units) for term in unit.terms]
        self._single = [(unit, term.pieces[0]) for unit, term in terms if len(term.pieces) == 1]
        self._phrases = [(unit, term) for unit, term in terms if len(term.pieces) > 1]
        pieces = [piece for _, term in terms for piece in term.pieces]
        self._units = _Units(self._single)
        self._has_accents = not all(piece.typed.isascii() for piece in pieces)

    def match(self, text: str) -> Match | None:
        """Say how well a paragraph, cleaned, matches; None when nothing of the query is in it."""
        words = folded_words(text)
        places = self._places(text, words)
        if not places:
            return None
        best = [0.0] * len(self._weights)
        for _, _, unit, similarity, _ in places:
            best[unit] = max(best[unit], similarity)
        held = sum(map(float.__mul__, self._weights, best)) / self._total
        closeness = self._closeness(words, places, best)
        score = 100 * held * (1 - CLOSENESS + CLOSENESS * closeness)
        return Match(score, all(best), places)

    def _places(self, text: str, words: Sequence[str]) -> Sequence[Standing]:
        """Return where terms of the query stand, in order."""
        units = self._units
        places = [
            Standing(place, place + 1, unit, similarity, (place,))
            for place, found in enumerate(map(units.__getitem__, words))
            if found
            for unit, similarity in found
        ]
        if self._phrases:
            more = (place for unit, term in self._phrases for place in _phrases(unit, term, words))
            places = sorted((*places, *more), key=itemgetter(0, 1, 2))
        return self._with_accents(text, places) if self._has_accents else places

    def _with_accents(self, text: str, places: Iterable[Standing]) -> Sequence[Standing]:
        """Lower the similarity of words whose accents are not those that were typed."""
        raw = [word.lower() for word in WORD.findall(text)]
        accented = {unit: piece for unit, piece in self._single if not piece.typed.isascii()}
        return [
            place._replace(similarity=place.similarity * OTHER_ACCENTS)
            if place.unit in accented and not _has_accents(accented[place.unit], raw[place.first])
            else place
            for place in places
        ]

    def _closeness(
        self, words: Sequence[str], places: Sequence[Standing], best: Sequence[float]
    ) -> float:
        """Return how like the query its closest passage is, 0 to 1."""
        typed = " ".join(self._typed[unit] for unit, similarity in enumerate(best) if similarity)
        first, stop = _shortest(places, sum(map(bool, best)))
        if stop - first > LONGEST_PASSAGE * (typed.count(" ") + 1):
            return 0.0
        return fuzz.ratio(typed, " ".join(words[first:stop])) / 100


def _has_accents(piece: Piece, word: str) -> bool:
    return word.startswith(piece.typed) or fold(word) != piece.word


def _phrases(unit: int, term: Term, words: Sequence[str]) -> Iterator[Standing]:
    """Yield where the pieces of a term stand together as it asks."""
    found: list[Mapping[int, float]] = [
        {place: similarity for place, word in enumerate(words) if (similarity := like(word))}
        for like in (piece.similarity for piece in term.pieces)
    ]
    if not all(found):
        return
    for start in found[0]:
        chain = _chain(found, start, term.distance)
        if chain:
            total = sum(own[place] for own, place in zip(found, chain, strict=True))
            yield Standing(min(chain), max(chain) + 1, unit, total / len(chain), sorted(chain))


def _chain(found: Sequence[Mapping[int, float]], start: int, distance: int | None) -> Sequence[int]:
    """Follow a phrase from its first word; empty when it breaks off."""
    chain = [start]
    for own in found[1:]:
        following = _following(own, chain[-1], distance)
        if following is None:
            return ()
        chain.append(following)
    return chain


def _following(own: Mapping[int, float], place: int, distance: int | None) -> int | None:
    if distance is None:
        return place + 1 if place + 1 in own else None
    near = [other for other in own if 0 < abs(other - place) <= distance + 1]
    return min(near, key=lambda other: abs(other - place), default=None)


def _shortest(places: Sequence[Standing], units: int) -> tuple[int, int]:
    """Return the first word and the end of the shortest passage that holds `units` units."""
    if units == 1:
        best = max(places, key=lambda place: place.similarity)
        return best.first, best.stop
    counts: dict[int, int] = {}
    shortest = (places[0].first, max(place.stop for place in places))
    start = 0
    for _, stop, unit, _, _ in places:
        counts[unit] = counts.get(unit, 0) + 1
        while len(counts) == units:
            first, _, opening, _, _ = places[start]
            if stop - first < shortest[1] - shortest[0]:
                shortest = (first, stop)
            counts[opening] -= 1
            if not counts[opening]:
                del counts[opening]
            start += 1
    return shortest


def _runs(places: Iterable[Standing]) -> Iterator[tuple[int, int]]:
    """Yield first word and end of what matched: neighbours of one phrase together."""
    joined = {
        (one, two) for place in places for one, two in pairwise(place.words) if two == one + 1
    }
    words = sorted({word for place in places for word in place.words})
    first = 0
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else None
        if following is None or (word, following) not in joined:
            yield words[first], word + 1
            first = number + 1
