"""Spaces put in or left out, typos that show in no letter: `harbor master`, `narcoticstrafficking`.

Neighbours that make one word of the archive stand for it, each of them; a word that is several of
the archive stands for these, where they are held one after the other. What was typed counts all the
same: these are other words that will do.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from archive._search.nodes import And, Mode, Node, Or, Phrase, Word
from archive._search.schema import SOME
from archive._search.terms import COMMON, SHORTEST_PREFIX, make_term
from archive._search.texts import term_part
from archive._search.typos import LONG, MOST_PARTS, partings
from archive._search.words import words
from parser import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive._search.index import Index
    from archive._search.nodes import Others

TRIED: Final = 3
"""Ways at most in which a word is parted to see whether the archive holds the parts together."""


def respaced(parts: Sequence[Node], index: Index) -> Others:
    """Return what words with a space too many or too few may be, of what the archive holds."""
    spacing = _Spacing(index)
    spacing.row(parts)
    return spacing.others


class _Spacing:
    def __init__(self, index: Index) -> None:
        self._index = index
        self.others: dict[Word | Phrase, list[Word | Phrase]] = {}

    def row(self, parts: Sequence[Node]) -> None:
        """Go through parts that stand side by side."""
        for one, two in pairwise(parts):
            if isinstance(one, Word) and isinstance(two, Word):
                self._join(one, two)
        for part in parts:
            self._part(part)

    def _part(self, node: Node) -> None:
        match node:
            case Word():
                if other := self._other(node):
                    self.others.setdefault(node, []).append(other)
            case And(parts):
                self.row(parts)
            case Or(parts):
                for part in parts:
                    self._part(part)
            case _:
                return

    def _join(self, one: Word, two: Word) -> None:
        """Let two neighbours stand for what they are without the space, or with it elsewhere."""
        own = (*words(one.text), *words(two.text))
        if one.mode is not Mode.PLAIN or len(own) != 2:  # one of them is several by itself
            return
        span = Span(one.span.start, two.span.end)
        other: Word | Phrase | None = self._whole(own, span, two.mode)
        is_open = two.mode is Mode.TYPED
        if other is None and not (self._held(own[0]) and self._held(own[1], is_open=is_open)):
            other = self._parted("".join(own), span, two.mode, len(own))
        if other:
            self.others.setdefault(one, []).append(other)
            self.others.setdefault(two, []).append(other)

    def _other(self, word: Word) -> Word | Phrase | None:
        """Return what a word by itself is with other spaces: `e-mail`, `alqaida`."""
        own = words(word.text)
        if len(own) > 1:
            return self._whole(own, word.span, word.mode)
        return self._parted("".join(own), word.span, word.mode)

    def _parted(self, text: str, span: Span, mode: Mode, most: int = MOST_PARTS) -> Phrase | None:
        """Return the words of the archive that a word is with spaces in it."""
        is_open = mode is Mode.TYPED
        if mode is not Mode.PLAIN and not is_open:
            return None
        held_last = partial(self._held, is_open=is_open)
        for parts in partings(text, self._held, held_last, most)[:TRIED]:
            phrase = Phrase(" ".join(parts), span, is_open=is_open)
            if self._is_found(phrase):
                return phrase
        return None

    def _is_found(self, phrase: Phrase) -> bool:
        """Tell whether the archive holds a phrase; of common words only some of it is asked."""
        index = self._index
        if (term := make_term(phrase, index, is_tolerant=False)) is None:
            return False
        part = term_part(term, index.schema)
        glance = index.best(index.sliced(part.query, SOME), 1)
        return bool(glance or (part.held <= COMMON and index.best(part.query, 1)))

    def _whole(self, own: Sequence[str], span: Span, mode: Mode) -> Word | None:
        """Return the word of the archive that some words are without the spaces among them."""
        text = "".join(own)
        vocabulary = self._index.vocabulary
        if mode not in {Mode.PLAIN, Mode.TYPED} or not text.isalpha() or vocabulary is None:
            return None
        if mode is Mode.TYPED and vocabulary.beginning(text, 1):
            return Word(text, span, Mode.PREFIX)
        if self._held(text):
            return Word(text, span, Mode.EXACT)
        near = vocabulary.near(text, 1, is_prefix=False, limit=1) if len(text) >= LONG else ()
        return Word(near[0].word, span, Mode.EXACT) if near else None

    def _held(self, word: str, *, is_open: bool = False) -> int:
        """Count the paragraphs that hold a word, or what an open one begins, about."""
        held = self._index.held(word)
        vocabulary = self._index.vocabulary
        if held or not is_open or len(word) < SHORTEST_PREFIX or vocabulary is None:
            return held
        return sum(known.paragraphs for known in vocabulary.beginning(word, 1))
