"""The values of a field, found by the words of what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import distance as distances  # never its parts: tests/test_loading.py

from archive._search.spelling import other_words
from archive._search.typos import allowed_typos
from archive._search.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Names:
    """All values of a field by the words that each may be asked for by.

    There may be many thousands, of people: a word is looked for among the words, not in each value.
    """

    def __init__(self, values: Mapping[str, Sequence[str]]) -> None:
        self._by_word: dict[str, list[str]] = {}
        for value, own in values.items():
            for word in own:
                self._by_word.setdefault(word, []).append(value)

    def find(self, typed: str) -> Sequence[str]:
        """Choose values by their words: whole words, else beginnings of words, else with typos.

        Other spellings of a word do as well as the word. They come in the order of the alphabet.
        """
        wanted = [(word, other_words(word)) for word in words(typed)]
        for how in (self._same, self._begun, self._near) if wanted else ():
            each = [self._having((*how(word), *spelt)) for word, spelt in wanted]
            if found := set.intersection(*each):
                return sorted(found)
        return ()

    def _having(self, any_word: Iterable[str]) -> set[str]:
        return {value for word in any_word for value in self._by_word.get(word, ())}

    def _same(self, typed: str) -> Iterable[str]:
        return (typed,)

    def _begun(self, typed: str) -> Iterable[str]:
        return (word for word in self._by_word if word.startswith(typed))

    def _near(self, typed: str) -> Iterable[str]:
        most, distance = allowed_typos(typed), distances.OSA.distance
        return (word for word in self._by_word if distance(word, typed, score_cutoff=most) <= most)
