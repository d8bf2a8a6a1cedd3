"""English-like prose with a vocabulary that grows as a real archive's does.

Function words and some 900 common words stand in `data/english.txt`, sentence patterns in
`data/clauses.txt`. Behind them come tens of thousands of rarer words built by rule, drawn by Zipf's
law, and names of people, places and companies without end, most of which occur once. Every cable
has its own topics: a few words that it uses again and again.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DATA: Final = Path(__file__).parent / "data"
_TABLE: Final = 1 << 19
"""Entries of the table that words are drawn from; a word stands in it as often as it is common."""
_RARE: Final = {"noun": 26_000, "plural": 9_000, "adjective": 11_000, "past": 6_000, "base": 6_000}
"""Words built by rule behind the common ones."""
_SUFFIXES: Final = {
    "noun": ("tion", "ment", "ity", "ness", "ance", "ism", "er", "ship", "ing", "age", "or"),
    "plural": ("tions", "ments", "ities", "ers", "ists", "ors", "ages", "als"),
    "adjective": ("al", "ive", "ous", "able", "ary", "ic", "ant", "less", "ian"),
    "past": ("ated", "ized", "ified", "ened", "ured", "ed"),
    "base": ("ate", "ize", "ify", "en", "ure"),
}
_PREFIXES: Final = ("",) * 12 + ("re", "un", "dis", "inter", "sub", "over", "pre", "non")
_VOWEL: Final = re.compile(r"[aeiouyAEIOUY]")
_FAMILIES: Final = 8
"""Families of names, lines of `data/syllables.txt`."""
_TITLES: Final = (
    "Minister", "Deputy Minister", "General", "Governor", "Director", "Mr.", "Professor", "Dr.",
    "Foreign Minister", "Ambassador", "Judge", "Mayor", "Colonel", "Senator", "Prime Minister",
)  # fmt: skip
_BODIES: Final = (
    "Group",
    "Holdings",
    "Bank",
    "Foundation",
    "Shipping",
    "Energy",
    "Institute",
    "Party",
)
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SLOT: Final = re.compile(r"\{(\w)\}")
_KINDS: Final = {
    "N": "noun",
    "S": "plural",
    "A": "adjective",
    "V": "past",
    "B": "base",
    "D": "adverb",
}


@cache
def _sections(name: str) -> dict[str, list[str]]:
    """Read a data file of `[heading]` and lines below it."""
    found: dict[str, list[str]] = {}
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


def _rare_words(kind: str, rng: random.Random) -> Iterator[str]:
    """Build words by rule, the same ones in the same order for the same generator."""
    made_of = _sections("syllables.txt")
    onset, vowel, coda = (made_of[part][0].split() for part in ("onset", "vowel", "coda"))
    while True:
        middle = rng.choice(onset) + rng.choice(vowel) if rng.random() < 0.3 else ""
        stem = rng.choice(onset) + rng.choice(vowel) + rng.choice(coda)
        yield rng.choice(_PREFIXES) + middle + stem + rng.choice(_SUFFIXES[kind])


@cache
def table(kind: str) -> list[str]:
    """Return the words of one kind, each as often as Zipf's law makes it common."""
    rng = random.Random(f"words {kind}")
    words = dict.fromkeys(" ".join(_sections("english.txt")[kind]).split())
    common = len(words)
    rare = _rare_words(kind, rng)
    while len(words) < common + _RARE.get(kind, 0):
        words[next(rare)] = None
    weights = [1 / (rank + 20) ** 1.5 for rank in range(len(words))]
    share = _TABLE / sum(weights)
    return [
        word
        for word, weight in zip(words, weights, strict=True)
        for _ in range(max(1, round(share * weight)))
    ]


@cache
def common_words() -> frozenset[str]:
    """Return the real English words, long enough to be cut in two."""
    return frozenset(
        word for lines in _sections("english.txt").values() for word in " ".join(lines).split()
    )


@cache
def _patterns(part: str) -> tuple[tuple[str, str], ...]:
    """Return sentence parts as a format with `%s` and the kinds that fill it."""
    lines = _sections("clauses.txt")[part]
    return tuple((_SLOT.sub("%s", line), "".join(_SLOT.findall(line))) for line in lines)


@cache
def _syllables(family: int) -> list[str]:
    """Return what the names of one family are made of: its own, and others of the same letters."""
    own = _sections("syllables.txt")["names"][family].split()
    letters = "".join(own)
    vowels = [letter for letter in letters if letter in "aeiou"]
    consonants = [letter for letter in letters if letter not in "aeiou"]
    rng = random.Random(f"syllables {family}")
    return [*own, *(rng.choice(consonants) + rng.choice(vowels) for _ in range(20))]


def name(rng: random.Random, family: int) -> str:
    """Make one capitalised name out of syllables, `Rasolko`."""
    length = rng.choices((2, 3, 4), weights=(60, 33, 7))[0]
    made = "".join(rng.choices(_syllables(family % _FAMILIES), k=length)).capitalize()
    return made if len(made) > 2 and _VOWEL.search(made) else name(rng, family)  # not `Tt`


@cache
def _residents(post: str) -> tuple[list[str], list[str], list[str], list[int]]:
    """Return the people, places and bodies that a post writes about year after year."""
    rng = random.Random(f"residents {post}")
    family = rng.randrange(_FAMILIES)
    people = [f"{rng.choice(_TITLES)} {name(rng, family)}" for _ in range(60)]
    places = [name(rng, family) for _ in range(40)]
    bodies = [f"the {name(rng, family)} {rng.choice(_BODIES)}" for _ in range(30)]
    return people, places, bodies, [family]


def _stream(rng: random.Random, words: list[str], topics: list[str]) -> Iterator[str]:
    """Draw words without end; every fourth is one of the cable's topics."""
    while True:
        block = rng.choices(words, k=48)
        block[::4] = rng.choices(topics, k=12)
        yield from block


def _numbers(rng: random.Random) -> Iterator[str]:
    while True:
        value = rng.choice((rng.randint(2, 99), rng.randint(2, 99), rng.randint(100, 90_000)))
        yield f"{value:,}"


def _days(rng: random.Random) -> Iterator[str]:
    while True:
        yield f"{rng.choice(MONTHS)} {rng.randint(1, 28)}"


class Voice:
    """The writer of one cable: a generator of sentences about its own topics."""

    def __init__(self, rng: random.Random, post: str) -> None:
        self._rng = rng
        people, places, bodies, (family,) = _residents(post)
        new = [f"{rng.choice(_TITLES)} {name(rng, family)}" for _ in range(3)]
        own = [*rng.choices(people, k=3), *new]
        near = [*rng.choices(places, k=3), name(rng, family), name(rng, family + 1)]
        firms = [rng.choice(bodies), f"the {name(rng, family)} {rng.choice(_BODIES)}"]
        self._next: dict[str, Callable[[], str]] = {
            letter: _stream(rng, table(kind), rng.choices(table(kind), k=8)).__next__
            for letter, kind in _KINDS.items()
        }
        for letter, all_of_them, few in (
            ("M", people, own),
            ("L", places, near),
            ("O", bodies, firms),
        ):
            self._next[letter] = _stream(rng, all_of_them, few).__next__
        self._next["Q"] = _numbers(rng).__next__
        self._next["T"] = _days(rng).__next__

    def word(self, letter: str) -> str:
        """Draw one word of a kind (see the first line of `data/clauses.txt`)."""
        return self._next[letter]()

    def sentence(self) -> str:
        """Write one sentence, with its full stop."""
        rng = self._rng
        clauses = _patterns("clause")
        text, kinds = rng.choice(clauses)
        if rng.random() < 0.35:
            opening, more = rng.choice(_patterns("opening"))
            text, kinds = f"{opening}, {text}", more + kinds
        if rng.random() < 0.5:
            joining, _ = rng.choice(_patterns("joining"))
            clause, more = rng.choice(clauses)
            text, kinds = f"{text}{joining} {clause}", kinds + more
        draw = self._next
        text %= tuple([draw[kind]() for kind in kinds])
        start = 1 if text[0] == '"' else 0
        return f"{text[:start]}{text[start].upper()}{text[start + 1 :]}."

    def prose(self, words: int) -> str:
        """Write about `words` words, at least one sentence."""
        sentences = []
        count = 0
        while count < words:
            sentence = self.sentence()
            sentences.append(sentence)
            count += sentence.count(" ") + 1
        return " ".join(sentences)

    def title(self, words: int) -> str:
        """Write a subject in capitals."""
        kinds = self._rng.choices("NNSSALMA", k=words)
        kinds[-1] = self._rng.choice("NSL")
        drawn = [self.word(kind) for kind in kinds]
        if words > 4 and self._rng.random() < 0.4:
            drawn[words // 2 - 1] += self._rng.choice((":", ",", ";"))
        return " ".join(drawn).upper()
