"""Finds in a paragraph what was typed, and says how well: what ranks a hit is what is highlighted.

The score is made of two things: how much of the query is there, each word weighed by its rarity
and by its likeness to what was typed; and how close the passage that holds it comes to the query
as a whole, order of words included (rapidfuzz's ratio of the two).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz

from archive._search.schema import WORD, fold, folded_words
from parser import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archive._search.terms import Piece, Term

CLOSENESS: Final = 0.15
"""Share of the score that is lost when the words of the query stand far apart."""
OTHER_ACCENTS: Final = 0.97
"""Similarity of a word with other accents than those that were typed."""
LONGEST_PASSAGE: Final = 5
"""A passage with more words than the query by this factor is not close to it."""


class Run(NamedTuple):
    """Words that match one after the other, from the first to before the last, counted from 0."""

    first: int
    stop: int


class Match(NamedTuple):
    """How a paragraph matches a query."""

    score: float
    """0 to 100; 100 is everything that was typed, exactly."""
    runs: tuple[Run, ...]
    """What matched, in order, never overlapping; the words of a phrase are one run."""
    is_whole: bool
    """Every part of the query is there."""

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return what matched as ranges of the paragraph that was matched."""
        words = list(WORD.finditer(text)) if self.runs else []
        return tuple(Span(words[run.first].start(), words[run.stop - 1].end()) for run in self.runs)


class _Occurrence(NamedTuple):
    """One place where a term stands."""

    first: int
    stop: int
    unit: int
    similarity: float
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the query that must be there, as one or another of its terms."""

    terms: tuple[Term, ...]

    @property
    def weight(self) -> float:
        """Return how much it counts: as much as the rarest of its terms."""
        return max(term.weight for term in self.terms)

    @property
    def typed(self) -> str:
        """Return what was typed for it, folded."""
        return " ".join(piece.word for piece in self.terms[0].pieces)


class _Meaning(NamedTuple):
    """A piece of a term that a word of the text stands for."""

    term: int
    piece: int
    similarity: float


class Matcher:
    """Matches paragraphs against the units of one query."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._terms = [(number, term) for number, unit in enumerate(units) for term in unit.terms]
        self._pieces = [
            (number, place, piece)
            for number, (_, term) in enumerate(self._terms)
            for place, piece in enumerate(term.pieces)
        ]
        self._weights = [unit.weight for unit in units]
        self._total = sum(self._weights) or 1.0
        self._typed = [unit.typed for unit in units]
        self._prefixes = tuple(piece.prefix for *_, piece in self._pieces if piece.prefix)
        self._has_accents = any(not piece.typed.isascii() for *_, piece in self._pieces)

    def match(self, text: str) -> Match | None:
        """Match one paragraph, cleaned; None when nothing of the query is in it."""
        words = folded_words(text)
        occurrences = sorted(self._occurrences(text, words))
        if not occurrences:
            return None
        best = [0.0] * len(self._weights)
        for found in occurrences:
            best[found.unit] = max(best[found.unit], found.similarity)
        held = sum(map(float.__mul__, self._weights, best)) / self._total
        closeness = self._closeness(words, occurrences, best)
        score = 100 * held * (1 - CLOSENESS + CLOSENESS * closeness)
        return Match(score, tuple(_merged(occurrences)), all(best))

    @cached_property
    def _known(self) -> Mapping[str, list[_Meaning]]:
        """What each form of each piece stands for."""
        known: dict[str, list[_Meaning]] = {}
        forms = {form for *_, piece in self._pieces for form in piece.forms}
        for form in forms:
            known[form] = self._meanings(form)
        return known

    def _meanings(self, word: str) -> list[_Meaning]:
        return [
            _Meaning(number, place, similarity)
            for number, place, piece in self._pieces
            if (similarity := piece.similarity(word))
        ]

    def _occurrences(self, text: str, words: Sequence[str]) -> Iterator[_Occurrence]:
        """Yield every place where a term of the query stands."""
        known, prefixes = self._known, self._prefixes
        places = [
            place
            for place, word in enumerate(words)
            if word in known or (prefixes and word.startswith(prefixes))
        ]
        found: dict[tuple[int, int], dict[int, float]] = {}
        for place in places:
            word = words[place]
            for meaning in known.get(word) or self._meanings(word):
                found.setdefault((meaning.term, meaning.piece), {})[place] = meaning.similarity
        if self._has_accents:
            self._weigh_accents(text, found)
        for number, (unit, term) in enumerate(self._terms):
            pieces = [found.get((number, piece), {}) for piece in range(len(term.pieces))]
            if all(pieces):
                yield from _standing(unit, pieces, term.distance)

    def _weigh_accents(self, text: str, found: dict[tuple[int, int], dict[int, float]]) -> None:
        """Lower the similarity of words whose accents are not those that were typed."""
        raw = [word.lower() for word in WORD.findall(text)]
        for number, place, piece in self._pieces:
            if not piece.typed.isascii():
                own = found.get((number, place), {})
                for at in own:
                    if not _has_accents_of(piece, raw[at]):
                        own[at] *= OTHER_ACCENTS

    def _closeness(
        self, words: Sequence[str], occurrences: Sequence[_Occurrence], best: Sequence[float]
    ) -> float:
        """Return how like the query its closest passage is, 0 to 1."""
        typed = " ".join(self._typed[unit] for unit, similarity in enumerate(best) if similarity)
        passage = _shortest(occurrences, sum(map(bool, best)))
        if passage.stop - passage.first > LONGEST_PASSAGE * (typed.count(" ") + 1):
            return 0.0
        return fuzz.ratio(typed, " ".join(words[passage.first : passage.stop])) / 100


def _has_accents_of(piece: Piece, word: str) -> bool:
    return word.startswith(piece.typed) or fold(word) != piece.word


def _standing(
    unit: int, pieces: Sequence[Mapping[int, float]], distance: int | None
) -> Iterator[_Occurrence]:
    """Yield where the pieces of a term stand together as it asks."""
    first, *others = pieces
    if not others:
        for place, similarity in first.items():
            yield _Occurrence(place, place + 1, unit, similarity, (Run(place, place + 1),))
        return
    for start in first:
        chain = _chain(pieces, start, distance)
        if chain:
            total = sum(own[place] for own, place in zip(pieces, chain, strict=True))
            runs = (
                (Run(start, start + len(chain)),)
                if distance is None
                else tuple(Run(place, place + 1) for place in sorted(chain))
            )
            yield _Occurrence(min(chain), max(chain) + 1, unit, total / len(chain), runs)


def _chain(
    pieces: Sequence[Mapping[int, float]], start: int, distance: int | None
) -> Sequence[int]:
    """Follow a phrase from its first word; empty when it breaks off."""
    chain = [start]
    for own in pieces[1:]:
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


def _shortest(occurrences: Sequence[_Occurrence], units: int) -> Run:
    """Return the shortest passage that holds every one of `units` units."""
    if units == 1:
        best = max(occurrences, key=lambda found: found.similarity)
        return Run(best.first, best.stop)
    counts: dict[int, int] = {}
    shortest = Run(occurrences[0].first, max(found.stop for found in occurrences))
    start = 0
    for found in occurrences:
        counts[found.unit] = counts.get(found.unit, 0) + 1
        while len(counts) == units:
            opening = occurrences[start]
            if found.stop - opening.first < shortest.stop - shortest.first:
                shortest = Run(opening.first, found.stop)
            counts[opening.unit] -= 1
            if not counts[opening.unit]:
                del counts[opening.unit]
            start += 1
    return shortest


def _merged(occurrences: Sequence[_Occurrence]) -> Iterator[Run]:
    """Yield the runs of words that matched, in order, overlapping ones as one."""
    held: Run | None = None
    for run in sorted({run for found in occurrences for run in found.runs}):
        if held and run.first < held.stop:
            held = Run(held.first, max(held.stop, run.stop))
            continue
        if held:
            yield held
        held = run
    if held:
        yield held
