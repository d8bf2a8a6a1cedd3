"""Queries whose answer is known: words that stand together in one paragraph, and typos in them."""

from __future__ import annotations

import random
import re
import string
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

import parser
from archive._search.typos import allowed_typos

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive import Archive

WORDS: Final = (3, 6)
"""Fewest and most words of a query; at least two have four letters or more."""
DISTINCT: Final = 5
"""A query whose words stand together in more paragraphs than this has no one right answer."""

_WORD: Final = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A query and the paragraph it was taken from."""

    words: tuple[str, ...]
    text: str
    """The paragraph, cleaned."""

    @property
    def line(self) -> str:
        """Return the paragraph on one line."""
        return self.text.replace("\n", " ")

    @property
    def typed(self) -> str:
        """Return the query as somebody types it."""
        return " ".join(self.words)


def paragraphs(archive: Archive, rng: random.Random) -> Iterator[str]:
    """Yield paragraphs drawn at random, cleaned, each of another cable. Never ends."""
    listing = archive.listing()
    while True:
        place = rng.randrange(len(listing))
        (row,) = listing.rows(place, place + 1)
        if row.paragraphs:
            one = rng.choice(archive.cable(row.key).paragraphs)
            yield parser.clean(one.text)


def paragraphs_of_some(archive: Archive, count: int, rng: random.Random) -> Iterator[str]:
    """Yield `count` paragraphs, cleaned: all those of cables drawn at random."""
    keys = list(range(1, len(archive) + 1))
    rng.shuffle(keys)
    texts = (parser.clean(one.text) for key in keys for one in archive.cable(key).paragraphs)
    return islice(texts, count)


def known_queries(archive: Archive, count: int, seed: int) -> Sequence[Known]:
    """Draw `count` queries; the same seed draws the same from the same archive."""
    rng = random.Random(seed)
    drawn: list[Known] = []
    for text in paragraphs(archive, rng):
        words = _run_of_words(text, rng)
        if words and 1 <= _holding(archive, words) <= DISTINCT:
            drawn.append(Known(words, text))
            if len(drawn) == count:
                break
    return drawn


def _holding(archive: Archive, words: Sequence[str]) -> int:
    """Count the paragraphs that hold all these words exactly."""
    return archive.search(" ".join(f"={word}" for word in words), 1).paragraphs.value


def _run_of_words(text: str, rng: random.Random) -> tuple[str, ...]:
    words = [word.lower() for word in _WORD.findall(text)]
    length = rng.randint(*WORDS)
    if len(words) <= length:
        return ()
    start = rng.randrange(len(words) - length)
    run = tuple(words[start : start + length])
    return run if sum(len(word) >= 4 for word in run) >= 2 else ()


def mistyped(known: Iterable[Known], typos: int, seed: int) -> Sequence[tuple[Known, str]]:
    """Return each query with so many typos in it, each in a word that may have one more.

    A query that has no room for them is left out.
    """
    rng = random.Random(seed)
    return [
        (one, " ".join(words))
        for one in known
        if (words := _with_typos(list(one.words), typos, rng))
    ]


def misspaced(known: Iterable[Known], seed: int) -> Sequence[tuple[Known, str]]:
    """Return each query with one space left out, put in, or moved by a letter, in turns."""
    rng = random.Random(seed)
    asked = ((one, _with_other_spaces(one.typed, turn % 3, rng)) for turn, one in enumerate(known))
    return [(one, query) for one, query in asked if query != one.typed]


def _with_other_spaces(query: str, way: int, rng: random.Random) -> str:
    if way == 0:
        places = [place for place, letter in enumerate(query) if letter == " "]
        place = rng.choice(places)
        return query[:place] + query[place + 1 :]
    letters = range(1, len(query))
    if way == 1:
        place = rng.choice([one for one in letters if " " not in query[one - 1 : one + 1]])
        return f"{query[:place]} {query[place:]}"
    place = rng.choice([one for one in letters if query[one] == " " != query[one + 1]])
    return f"{query[:place]}{query[place + 1]} {query[place + 2 :]}"


def _with_typos(words: list[str], typos: int, rng: random.Random) -> list[str]:
    room = [allowed_typos(word) for word in words]
    for _ in range(typos):
        places = [place for place, left in enumerate(room) if left]
        if not places:
            return []
        place = rng.choice(places)
        words[place] = _with_typo(words[place], rng)
        room[place] -= 1
    return words


def _with_typo(word: str, rng: random.Random) -> str:
    """Put a letter in, leave one out, replace one, or swap two: a change in any case."""
    while True:
        place, letter = rng.randrange(len(word)), rng.choice(string.ascii_lowercase)
        match rng.randrange(4):
            case 0:
                changed = word[:place] + letter + word[place:]
            case 1:
                changed = word[:place] + word[place + 1 :]
            case 2:
                changed = word[:place] + letter + word[place + 1 :]
            case _:
                changed = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
        if changed != word:
            return changed
