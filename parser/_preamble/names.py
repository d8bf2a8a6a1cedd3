"""Names and titles: who classified a cable, and as what.

    people := person { "and" person }
    person := [ title ] name [ "," suffix ] [ "," title ]  |  title "," name

A title is told by `data/titles.tsv`, by a word a letter or two away from a long title
(`AMBASSAOR`), by a shape that no name has (`ISN/MTR`), and by capitals in front of a name in small
letters. The name is what stands behind the last title, or in front of the first.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._preamble.layout import upper
from parser._tables import posts, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"[^\s,;:?()\"]+")
_PHRASE_END: Final = re.compile(
    r"[,;:?\"]|\s[-\u2013\u2014/]{1,3}(?=\s)|-{2,}|(?<=[^\W\d_]{3})\.(?=\s|\Z)"
)
_BRACKETS: Final = re.compile(r"\([^()]{0,60}\)?")
_AD_INTERIM: Final = re.compile(
    r"(?<![A-Z.])(?:A\s?\.\s?[IY]\s?\.?|A/?I|A\.Y|AD INTERIM)(?![A-Z'])"
)
_AND: Final = re.compile(r"\s(?:AND|&)\s")
_SUFFIX: Final = re.compile(r"\s*(?:JR|SR|II|III|IV|PH\.?D|M\.?D|ESQ)\b\.?")
_NAME: Final = re.compile(r"(?:[^\W\d_]|0(?=[^\W\d_.]))(?:[^\W_]|[.'\u2019`-])*|0\.")
_FULL_STOP: Final = re.compile(r"(?<![. ][A-Z])(?<!\bJR)(?<!\bSR)(?<!\A[A-Z])\.\Z")
_TITLE_END: Final = re.compile(
    r"(?:COUNS|COUNSELOU?R|OFFICER|CHIEF|DIRECTOR|ATTACHE|LEADER|CONSUL)\Z"
)
_LEAD: Final = re.compile(
    r"\W*(?:(?:THIS|THE) )?(?:(?:MESSAGE|CABLE|DOCUMENT|TELEGRAM) )?(?:(?:IS|WAS|HAS BEEN) )?"
    r"(?:CLASSIFIED )?(?:BY\b)?[\s:]*"
)
_PADDING: Final = " \n\t,:;?-"
_PARTICLES: Final = frozenset(
    {
        "DE",
        "DEL",
        "DELLA",
        "DER",
        "DEN",
        "DI",
        "DA",
        "DOS",
        "DU",
        "LA",
        "LE",
        "VAN",
        "VON",
        "BIN",
        "AL",
    }
)
_CONNECTORS: Final = frozenset(
    {"OF", "FOR", "THE", "TO", "AT", "IN", "ON", "AND", "WITH", "FROM", "AS", "BY", "UNDER", "PER"}
)
_NEVER: Final = frozenset(
    {
        "THIS",
        "MESSAGE",
        "CABLE",
        "MULTIPLE",
        "SOURCES",
        "CLASSIFIED",
        "DERIVED",
        "SECTION",
        "REASON",
    }
)


class Person(NamedTuple):
    """Offsets of a name and of its title."""

    start: int
    end: int
    title: tuple[int, int] | None


class _Word(NamedTuple):
    """A word in capitals, with what can be told from itself alone."""

    text: str
    start: int
    end: int
    is_title: bool
    may_be_name: bool
    has_small_letters: bool


def find_people(text: str) -> tuple[Person, ...]:
    """Find who is named in an unwrapped Classified By line, up to the reasons."""
    plain = _BRACKETS.sub(_blank, text)
    raised = upper(plain)
    if "A" in raised:
        raised = _AD_INTERIM.sub(_blank, raised)
    people: list[Person] = []
    before: int | None = None
    for start, end in _between(_PHRASE_END, raised, 0, len(raised)):
        if people and (suffix := _SUFFIX.fullmatch(raised[start:end].rstrip(" ."))):
            people[-1] = people[-1]._replace(end=start + suffix.end())
            continue
        named = _people_in(plain, raised, start, end)
        if not named:
            before = start if before is None and not people else before
        elif not people or _is_better(raised, named[0], people):
            people = [
                _with_title(raised, person, before if not place else None)
                for place, person in enumerate(named)
            ]
    return tuple(_whole(raised, person) for person in people)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _between(
    separator: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    for match in separator.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _people_in(plain: str, raised: str, start: int, end: int) -> list[Person]:
    """Find the people of one phrase: the parts of it that "and" joins."""
    people: list[Person] = []
    for first, last in _between(_AND, raised, start, end):
        words = [
            _word(match[0], plain[match.start() : match.end()], match.start())
            for match in _WORD.finditer(raised, first, last)
        ]
        name = _name_in(words)
        if name and (not people or len(name) > 1):
            title = (start if not people else first, name[0].start)
            people.append(Person(name[0].start, name[-1].end, title))
    return people


def _is_better(raised: str, person: Person, people: list[Person]) -> bool:
    """Tell whether a name of two words takes the place of a first one without a title."""
    held = people[0]
    is_weak = held.title is None or not raised[slice(*held.title)].strip()
    return (
        is_weak
        and " " not in raised[held.start : held.end]
        and " " in raised[person.start : person.end]
    )


def _with_title(raised: str, person: Person, before: int | None) -> Person:
    """Settle the title: in front of the name, in an earlier phrase, or behind the name."""
    lead = _LEAD.match(raised)
    start, end = person.title or (person.start, person.start)
    start = max(start if before is None else before, lead.end() if lead else 0)
    title = raised[start:end].strip(_PADDING)
    if not title:
        start, end = person.end, len(raised)
        title = raised[start:end].strip(_PADDING)
    if not title:
        return person._replace(title=None)
    begin = raised.index(title, start)
    return person._replace(title=(begin, begin + len(title)))


def _whole(raised: str, person: Person) -> Person:
    """Leave off the full stop that ends the sentence; keep that of an initial and of JR."""
    if raised[person.end : person.end + 1] == "." and _ends_in_short_form(raised, person):
        return person._replace(end=person.end + 1)
    stop = _FULL_STOP.search(raised[person.start : person.end])
    return person._replace(end=person.end - 1) if stop else person


def _ends_in_short_form(raised: str, person: Person) -> bool:
    return raised[person.start : person.end].endswith((" JR", " SR"))


def _name_in(words: list[_Word]) -> list[_Word]:
    """Find the words of the name in one part of a phrase."""
    titles = [place for place, word in enumerate(words) if word.is_title]
    for place in reversed(titles):
        name = _run(words, place + 1)
        if len(name) > (1 if words[place].may_be_name else 0):
            return name
    if titles and words[titles[0]].may_be_name and titles[0] == len(words) - 1:
        return _run(words, 0)
    return _run(words[: titles[0]] if titles else words, 0)


def _run(words: list[_Word], place: int) -> list[_Word]:
    """Take the words of a name from `place` on: no title among them, no word of a title."""
    place = _behind_place(words, place)
    rest = words[place:]
    small = [word.has_small_letters for word in rest]
    while len(rest) > 2 and not small[0] and sum(small) > 1 and len(rest[0].text.rstrip(".")) > 1:
        rest, small = rest[1:], small[1:]
    name: list[_Word] = []
    for word in rest:
        if word.text in _CONNECTORS or word.text in _NEVER or not _NAME.fullmatch(word.text):
            break
        if word.is_title and not (word.may_be_name and name):
            break
        name.append(word)
    while name and name[-1].text in _PARTICLES:
        name.pop()
    if len(name) > 4:
        name = _from_first_name(name)
    return name if any(len(word.text.rstrip(".")) > 1 for word in name) else []


def _behind_place(words: list[_Word], place: int) -> int:
    """Step over `in RECIFE` or `RECIFE` between a title and a name of two words or more."""
    start = place
    if place < len(words) and words[place].text in {"IN", "AT", "TO", "FOR", "THE", "OF"}:
        place += 1
    for size in (3, 2, 1):
        name = "".join(word.text for word in words[place : place + size])
        if place > 0 and len(words) - place - size > 1 and name in posts():
            return place + size
    return start


def _from_first_name(name: list[_Word]) -> list[_Word]:
    """Begin a long run of words at the first that is a given name."""
    for place, word in enumerate(name[:-1]):
        if word.text in _first_names():
            return name[place:]
    return name[-3:] if len(name[-2].text.rstrip(".")) == 1 else name[-2:]


def _word(raised: str, printed: str, start: int) -> _Word:
    is_title, may_be_name = _is_title(raised)
    return _Word(
        raised,
        start,
        start + len(raised),
        is_title,
        may_be_name,
        raised != printed and not printed.islower(),
    )


def is_title_word(word: str) -> bool:
    """Tell whether a word in capitals is listed as part of a title."""
    return word in _titles()


@lru_cache(maxsize=4096)
def _is_title(word: str) -> tuple[bool, bool]:
    """Tell whether a word in capitals is part of a title, and whether it may be a name as well."""
    bare = word.strip(".'-*")
    if len(bare) == 1 and bare != word:
        return False, False
    listed = _titles()
    if bare in listed:
        return True, listed[bare]
    if "/" in bare or "&" in bare:
        return True, False
    parts = bare.split("-")
    if len(parts) > 1 and all(_is_title(part)[0] for part in parts if part):
        return True, False
    return is_near_title(bare), False


@cache
def _titles() -> dict[str, bool]:
    return {row["word"]: row["is a name too"] == "yes" for row in rows("titles")}


@cache
def _first_names() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("first_names"))


@lru_cache(maxsize=4096)
def is_near_title(word: str) -> bool:
    """Tell whether a word of six letters or more is a long title, misspelt.

    One letter wrong, missing, doubled or exchanged; two in a word of eight letters or more.
    """
    if not 6 <= len(word) <= 20:
        return False
    if _TITLE_END.search(word):
        return True
    mended = word.replace("0", "O").replace("'", "")
    near = _shortened(mended)
    if len(mended) >= 8:
        near |= {twice for once in near for twice in _shortened(once)}
    return not near.isdisjoint(_shortened_titles(len(mended) >= 8))


def _shortened(word: str) -> set[str]:
    """The word, and the word without each of its letters."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


@cache
def _shortened_titles(is_twice: bool) -> frozenset[str]:
    """Long titles without one letter, or without two."""
    long_titles = [row["word"] for row in rows("titles") if row["misspelt"] == "yes"]
    once = {short for title in long_titles for short in _shortened(title)}
    if not is_twice:
        return frozenset(once)
    twice = {
        short
        for title in long_titles
        if len(title) > 7
        for first in _shortened(title)
        for short in _shortened(first)
    }
    return frozenset(once | twice)
