"""Names and words that are spelt in several ways: `Gaddafi` and `Qadhafi`, `harbour` and `harbor`.

Neither is a typo, so each stands for the other however often it is held; what was typed comes
first. A spelling that is one word is a form of the word, see :mod:`archive._search.terms`; one that
is several, `Qa'ida`, stands beside it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from archive._search.nodes import Mode, Phrase, Word, wanted_words
from archive._search.schema import words
from parser import spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archive._search.index import Index
    from archive._search.nodes import Node

RESPELT = frozenset({Mode.PLAIN, Mode.TYPED, Mode.TYPOS})
"""Words that stand for their other spellings, too."""


def other_words(word: str) -> Sequence[str]:
    """Return the spellings of a word, folded, that are one word."""
    return [own[0] for own, _ in _others().get((word,), ()) if len(own) == 1]


def respelt(parts: Iterable[Node], index: Index) -> Mapping[Word, Sequence[Word | Phrase]]:
    """Return the other spellings of words that are several words, or of several words one.

    Only of what the archive holds.
    """
    words_of_all = (word for part in parts for word in wanted_words(part))
    spelt = {
        word: tuple(_spelt(word, index))
        for word in words_of_all
        if isinstance(word, Word) and word.mode in RESPELT
    }
    return {word: others for word, others in spelt.items() if others}


def _spelt(word: Word, index: Index) -> Iterable[Word | Phrase]:
    typed = words(word.text)
    for own, text in _others().get(typed, ()):
        if len(own) == len(typed) == 1 or not all(map(index.held, own)):
            continue
        if len(own) == 1:
            yield Word(own[0], word.span, Mode.EXACT)
        else:
            yield Phrase(text, word.span)


@cache
def _others() -> Mapping[tuple[str, ...], Sequence[tuple[tuple[str, ...], str]]]:
    """Return by the words of each spelling the others, each with its words and as it is written."""
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
    for row in spellings():
        each = [(words(text), text) for text in row]
        for own, _ in each:
            found[own] = [(other, text) for other, text in each if other != own]
    return found
