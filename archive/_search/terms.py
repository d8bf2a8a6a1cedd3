"""What was typed, seen against the words of the archive: each word with the forms it may take."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz import distance as distances  # never its parts: tests/test_loading.py

from archive._search.nodes import Mode, Phrase, Word
from archive._search.spelling import RESPELT, near_spellings
from archive._search.typos import allowed_typos
from archive._search.words import words, words_as_typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from archive._search.index import Index
    from archive._search.vocabulary import Known

FORMS: Final = 24
"""Forms of one word at most: the nearest, then the most frequent."""
NEIGHBOURS: Final = 96
"""Words of the vocabulary looked at for them."""
SPELT: Final = 0.95
"""Similarity of a word to another spelling of it."""
BEGUN: Final = 0.9
"""Similarity of a word that goes on after what was typed, at least."""
SHORTEST_PREFIX: Final = 3
"""Letters; a shorter beginning stands for its most frequent words only."""
COMMON: Final = 200_000
"""Paragraphs that hold them; a beginning with more does the same."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One word as the index knows it, and the words of the archive that it may stand for."""

    word: str
    """Folded."""
    typed: str
    """In lower case, with the accents that were typed."""
    forms: Mapping[str, float]
    """Words, folded, with their similarity to what was typed, 0 to 1; the word itself has 1."""
    held: int
    """Paragraphs that hold the forms, counted once for each form."""
    is_prefix: bool
    """Any other word that begins so is meant too."""

    @property
    def prefix(self) -> str | None:
        """What any further word must begin with; None when there are no further words."""
        is_rare = len(self.word) >= SHORTEST_PREFIX and self.held <= COMMON
        return self.word if self.is_prefix and is_rare else None

    def similarity(self, word: str) -> float:
        """Say how well a word of the archive, folded, is what was typed; 0: not at all."""
        if (known := self.forms.get(word)) is not None:
            return known
        if self.prefix and word.startswith(self.prefix):
            return begun_similarity(self.word, word)
        return 0.0


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of the query."""

    node: Word | Phrase
    pieces: tuple[Piece, ...]
    """More than one stand together: a phrase, or a word such as `counter-narcotics`."""
    distance: int | None
    """How many words may stand between two neighbours, in any order; None: none, in this order."""
    weight: float
    """How much a hit says: the rarer, the more."""


def begun_similarity(typed: str, word: str) -> float:
    """Return the similarity of a word to its beginning."""
    return BEGUN + (1 - BEGUN) * len(typed) / max(len(word), 1)


def make_term(node: Word | Phrase, index: Index, *, is_tolerant: bool) -> Term | None:
    """Look a word or phrase up; None when it holds no letter or digit.

    Args:
        node: The word or phrase.
        index: The index and its vocabulary.
        is_tolerant: Typos are allowed, where the word allows them.
    """
    pieces = tuple(_pieces(node, index, is_tolerant=is_tolerant))
    if not pieces:
        return None
    distance = node.distance if isinstance(node, Phrase) else None
    weight = sum(math.log(1 + index.searcher.num_docs / (1 + piece.held)) for piece in pieces)
    return Term(node, pieces, distance, weight)


def _pieces(node: Word | Phrase, index: Index, *, is_tolerant: bool) -> Iterator[Piece]:
    own = words(node.text)
    raw = words_as_typed(node.text)
    typed = raw if len(raw) == len(own) else own
    mode = node.mode if isinstance(node, Word) else Mode.PLAIN
    is_open = node.is_open if isinstance(node, Phrase) else mode in {Mode.TYPED, Mode.PREFIX}
    has_typos = mode is Mode.TYPOS or (is_tolerant and mode not in {Mode.EXACT, Mode.PREFIX})
    for place, (word, as_typed) in enumerate(zip(own, typed, strict=True)):
        is_prefix = is_open and place == len(own) - 1
        typos = allowed_typos(word) if has_typos else 0
        is_respelt = mode in RESPELT
        forms, held = _forms(word, index, is_respelt=is_respelt, is_prefix=is_prefix, typos=typos)
        yield Piece(word, as_typed, forms, held, is_prefix)


def _forms(
    word: str, index: Index, *, is_respelt: bool, is_prefix: bool, typos: int
) -> tuple[Mapping[str, float], int]:
    """Return the forms of a word, and the paragraphs that hold them, counted once for each."""
    forms = {word: 1.0}
    held = index.held(word)
    spelt = near_spellings(word, 0 if held else typos) if is_respelt else {}
    for other, similarity in spelt.items():
        if other not in forms and (count := index.held(other)):
            forms[other] = SPELT * similarity
            held += count
    vocabulary = index.vocabulary
    found: list[tuple[float, Known]] = []
    if is_prefix and vocabulary:
        begun = vocabulary.beginning(word, FORMS)
        found += [(begun_similarity(word, known.word), known) for known in begun]
    if typos and vocabulary and held <= COMMON:  # what is so common was not mistyped
        near = vocabulary.near(word, typos, is_prefix=is_prefix, limit=NEIGHBOURS)
        ranked = sorted(
            ((_typo_similarity(word, known.word, is_prefix=is_prefix), known) for known in near),
            key=lambda pair: (-pair[0], -pair[1].paragraphs),
        )
        found += ranked[:FORMS]
    for similarity, known in found:
        if known.word not in forms:
            forms[known.word] = similarity
            held += known.paragraphs
    return forms, held


def _typo_similarity(typed: str, word: str, *, is_prefix: bool) -> float:
    """Return 1 less the share of letters that are wrong, and less for a word that goes on."""
    if not is_prefix or len(word) <= len(typed):
        return 1 - distances.OSA.distance(typed, word) / len(typed)
    typos = allowed_typos(typed)
    lengths = range(len(typed) - typos, len(typed) + typos + 1)
    wrong, length = min(
        (distances.OSA.distance(typed, word[:length]), -length) for length in lengths
    )
    return (1 - wrong / len(typed)) * begun_similarity(word[:-length], word)
