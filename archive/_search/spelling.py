"""Names and words that are spelt in several ways: `Gaddafi` and `Qadhafi`, `harbour` and `harbor`.

Neither is a typo, so each stands for the other however often it is held; what was typed comes
first. A spelling that is one word is a form of the word, see :mod:`archive._search.terms`; one that
is several, `Qa'ida`, stands beside it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import distance as distances  # never its parts: tests/test_loading.py

from archive._search.nodes import Mode, Phrase, Word, wanted_words
from archive._search.words import words
from parser import spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from archive._search.index import Index
    from archive._search.nodes import Node, Others

RESPELT: Final = frozenset({Mode.PLAIN, Mode.TYPED, Mode.TYPOS})
"""Words that stand for their other spellings, too."""
REMEMBERED: Final = 512
"""Words whose other spellings are kept."""
LONGEST: Final = 4
"""Words of a spelling: `Ho Chi Minh City`."""


def other_words(word: str) -> Sequence[str]:
    """Return the spellings of a word, folded, that are one word."""
    return [own[0] for own, _ in table().get((word,), ()) if len(own) == 1]


@lru_cache(REMEMBERED)
def near_spellings(word: str, typos: int) -> Mapping[str, float]:
    """Return the other spellings of what a word is but for typos, `gadaffi`: how much it is that.

    Only those that are one word; 1 is a word that was typed as it is spelt.
    """
    if not typos or (word,) in table():
        return dict.fromkeys(other_words(word), 1.0)
    found: dict[str, float] = {}
    for one, *more in table():
        if more or (wrong := distances.OSA.distance(word, one, score_cutoff=typos)) > typos:
            continue
        for other in other_words(one):
            found[other] = max(found.get(other, 0.0), 1 - wrong / len(word))
    return found


def respelt(parts: Iterable[Node], index: Index) -> Others:
    """Return the other spellings of words that are several words, or of several words one.

    Only of what the archive holds.
    """
    spelt = {
        node: tuple(_spelt(node, index) if isinstance(node, Word) else _spelt_in(node, index))
        for part in parts
        for node in wanted_words(part)
    }
    return {node: others for node, others in spelt.items() if others}


def _spelt(word: Word, index: Index) -> Iterator[Word | Phrase]:
    typed = words(word.text)
    for own, text in _longer_or_shorter(typed, index) if word.mode in RESPELT else ():
        yield Word(own[0], word.span, Mode.EXACT) if len(own) == 1 else Phrase(text, word.span)


def _spelt_in(phrase: Phrase, index: Index) -> Iterator[Phrase]:
    """Yield a phrase with one of its words, or a few side by side, in another spelling."""
    typed = words(phrase.text)
    found: dict[tuple[str, ...], str] = {}
    for first in range(len(typed)):
        for stop in range(first + 1, min(first + LONGEST, len(typed)) + 1):
            for own, text in _longer_or_shorter(typed[first:stop], index):
                whole = " ".join((*typed[:first], text, *typed[stop:]))
                found.setdefault((*typed[:first], *own, *typed[stop:]), whole)
    return (replace(phrase, text=text) for text in found.values())


def _longer_or_shorter(
    typed: tuple[str, ...], index: Index
) -> Iterator[tuple[tuple[str, ...], str]]:
    for own, text in table().get(typed, ()):
        if not len(own) == len(typed) == 1 and all(map(index.held, own)):
            yield own, text


@cache
def table() -> Mapping[tuple[str, ...], Sequence[tuple[tuple[str, ...], str]]]:
    """Return by the words of each spelling the others, each with its words and as it is written.

    Read once, when it is first asked for.
    """
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
    for row in spellings():
        each = [(words(text), text) for text in row]
        for own, _ in each:
            found[own] = [(other, text) for other, text in each if other != own]
    return found
