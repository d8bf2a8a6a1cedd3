"""Names and titles: who classified a cable, and as what.

    people := person { "and" person }
    person := [ title ] name [ "," suffix ] [ "," title ]  |  title "," name

The line falls into phrases at commas, colons, dashes and full stops. The name is what stands behind
the last title of a phrase, or in front of the first. In print with small letters, words in capitals
in front of the name are no part of it. The phrase that is surest to hold a name counts.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._preamble.layout import upper
from parser._preamble.name_words import (
    PARTICLES,
    Word,
    is_generation,
    is_initial,
    places,
    raised_words,
    read_words,
)
from parser._preamble.titles import (
    is_first_name,
    is_near_short_title,
    is_near_title,
    read_title,
)
from parser._similar import distance

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUFFIX: Final = (  # EXAMPLE, JR.; not EXAMPLE, II CORPS
    r"\s*(?:JR|SR(?!\.\s+[A-Z])|II|III|IV|PH\.?D|M\.?D|ESQ)\b\.?(?:\s*[,;:.(]|\s*\Z|\s+AND\b|\s-)"
)
_PHRASE_END: Final = re.compile(
    rf"(?<! [A-Z]),(?!{_SUFFIX})"
    r"|[;:?\"]|\s[-\u2013\u2014/]{1,3}(?=\s)|-{2,}|(?<=[^\W\d_]{3})(?<!\bROBT)(?<!\bCHAS)(?<!\bTHOS)(?<!\bALEX)\.(?=\s|\Z)"
)
_NICKNAME: Final = re.compile(
    r"(?<=[\w. ])[\"\u201c]\w{2,12}[\"\u201d](?= {0,4}\w)|(?<= )['\u2018]\w{2,12}['\u2019](?= \w)"
)
_BRACKETS: Final = re.compile(r"\([^()]{0,60}\)?")
_RUN_ON_INITIAL: Final = re.compile(r"(?<=[a-z]{2}[A-Z])\.(?= ?[A-Z][a-z.])")
"""The stop of an initial, `AnnQ. Example`: it ends no sentence."""
_NAME_IN_BRACKETS: Final = re.compile(r"\((?=[A-Z][\w.'-]*(?: [\w.'-]+){1,4},?\))")
"""In front of the name where brackets hold nothing else: `DCM (Ann Example)`."""
_AD_INTERIM: Final = re.compile(
    r"(?<![A-Z.])(?:A\.[IY]\.(?=[A-Z][A-Z])|(?:A\s?\.\s?[IY]\s?\.?|A/?I|A\.Y|AD INTERIM)(?![A-Z']))"
)
_AD_INTERIM_SIGNS: Final = ("A.", "A .", "A/I", " AI", "INTERIM")
_AND: Final = re.compile(r"\s(?:AND|&)\s")
_SLASH: Final = re.compile(r"([A-Z'-]{3,})/(?=([A-Z'-]{2,})\s{1,3}[A-Z])")
_NAME: Final = re.compile(r"[^\W\d_](?:[^\W_]|[.'\u2019`-])*")
_FULL_STOP: Final = re.compile(r"(?<![. ][A-Z])(?<!\bJR)(?<!\bSR)(?<!\A[A-Z])\.\Z")
_LEAD: Final = re.compile(r"\W*(?:BY\b)?[\s:]*")
_SENTENCE: Final = re.compile(r"\W*(?:[A-Z]{2,9} ){0,4}CLASSIFIED (?:BY\b)?[\s:]*")
"""What leads to a name in a whole sentence, `This message was classified by`."""
_PADDING: Final = " \n\t,:;?-"
_CONNECTORS: Final = frozenset(
    {
        "OF",
        "FOR",
        "THE",
        "TO",
        "AT",
        "IN",
        "ON",
        "AND",
        "WITH",
        "FROM",
        "AS",
        "BY",
        "UNDER",
        "PER",
        "VIA",
    }
)
_ALSO_SURNAMES: Final = frozenset({"VIA", "TO"})
"""Connectors that are surnames where a phrase ends in them: nothing is joined to them."""
_HOUSES: Final = frozenset({"EMBASSY", "AMEMBASSY", "CONSULATE", "MISSION"})
"""Behind these stands the place that they are in."""
_SHORT_FORM: Final = 3
"""Letters of a short form in front of a name in capitals; longer ones are taken for names."""
_NEVER: Final = frozenset(
    {"THIS", "MESSAGE", "CABLE", "DOCUMENT", "TELEGRAM", "WAS", "IS", "HAS", "BEEN", "MULTIPLE"}
    | {"SOURCES", "CLASSIFIED", "DERIVED", "SECTION", "REASON", "REASONS"}
)


class Person(NamedTuple):
    """Offsets of a name and of its title."""

    start: int
    end: int
    title: tuple[int, int] | None
    is_one_word: bool = False

    def moved(self, by: int) -> Person:
        """Return the same person, so many characters further on."""
        title = (self.title[0] + by, self.title[1] + by) if self.title else None
        return self._replace(start=self.start + by, end=self.end + by, title=title)


class _Strength(IntEnum):
    """How surely a run of words is a name."""

    ONE_WORD = 1
    BEFORE_TITLE = 2
    """Words in front of a title, which may be a part of it: `Transnational Matters Chief`."""
    WORDS = 3
    KNOWN = 4
    """It has a given name that is known, or an initial."""
    TITLED = 5
    """A title stands in front of it."""


class _Phrase(NamedTuple):
    """The people of one phrase, and what comes right behind it."""

    people: list[Person]
    strength: int
    place: int


@lru_cache(maxsize=2048)
def find_people(text: str) -> tuple[Person, ...]:
    """Find who is named in an unwrapped Classified By line, up to the reasons."""
    people = _people(_BRACKETS.sub(_blank, text))
    is_name = any(upper(text[one.start : one.end]) not in places() for one in people)
    if is_name or not _NAME_IN_BRACKETS.search(text):
        return people
    return _people(_BRACKETS.sub(_blank, _NAME_IN_BRACKETS.sub(",", text))) or people


def _people(plain: str) -> tuple[Person, ...]:
    """Find who is named in a line without brackets."""
    plain = _RUN_ON_INITIAL.sub("'", _NICKNAME.sub(_blank, plain))
    raised = raised_words(plain)
    if any(sign in raised for sign in _AD_INTERIM_SIGNS):
        raised = _AD_INTERIM.sub(_blank, raised)
    lead = ("CLASSIFIED " in raised and _SENTENCE.match(raised)) or _LEAD.match(raised)
    first = lead.end() if lead else 0
    phrases = list(_between(_PHRASE_END, raised, first, len(raised)))
    best: _Phrase | None = None
    for place, (start, end) in enumerate(phrases):
        phrase = _people_in(plain, raised, start, end, place)
        if phrase and (best is None or _is_surer(phrase, best)):
            best = phrase
        if best and best.strength >= _Strength.KNOWN:
            break
    if best is None:
        return ()
    people = best.people
    for start, end in phrases[best.place + 1 :]:
        # Ann Example, DCM, and Theo Sample, RSO
        joined = raised.startswith(" AND ", start)
        other = _people_in(plain, raised, start + len(" AND"), end, 0) if joined else None
        if other and other.strength >= _Strength.KNOWN and not other.people[0].is_one_word:
            people += other.people
    people[0] = _with_title(raised, people[0], first)
    return tuple(_whole(raised, person) for person in people)


def _is_surer(phrase: _Phrase, best: _Phrase) -> bool:
    """Tell whether a later phrase is surer to hold the name.

    One word behind a title, `Embassy PIRANA`, is not surer than the words that a line begins with.
    """
    first = phrase.people[0]
    is_whole = best.place == 0 and best.strength == _Strength.WORDS
    if is_whole and phrase.strength == _Strength.TITLED and first.is_one_word:
        return False
    return phrase.strength > best.strength


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _between(
    separator: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    for match in separator.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _people_in(plain: str, raised: str, start: int, end: int, place: int) -> _Phrase | None:
    """Find the people of one phrase: the parts of it that "and" joins."""
    people: list[Person] = []
    strongest = 0
    for first, last in _parts(raised, start, end):
        words = read_words(plain, raised, first, last)
        name, strength = _who_signs(words) or _name_in(words)
        is_sure = strength >= _Strength.KNOWN or (
            strength == _Strength.WORDS <= strongest
            and len(name) == len(words)
            and not _hold_place(name)
        )
        if name and (not people or is_sure):
            if strongest == _Strength.ONE_WORD < strength:
                people.clear()  # Economi and Commercial Chief Ann Example
                strongest = 0
            title = first, name[0].start
            people.append(Person(name[0].start, name[-1].end, title, len(name) == 1))
            strongest = strongest or strength
    return _Phrase(people, strongest, place) if people else None


def _hold_place(words: list[Word]) -> bool:
    return any(word.text in places() for word in words)


def _parts(raised: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a phrase where "and" stands, or a slash between a name and the title of another."""
    for first, last in _between(_AND, raised, start, end):
        begin = first
        for slash in _SLASH.finditer(raised, first, last):
            given = raised[begin : slash.start()].split()[-1:]  # none: POLL/ECON CHIEF
            is_name = given and given[0] not in places() and not _is_title(given[0])
            if is_name and not _is_title(slash[1]) and read_title(slash[2])[0]:
                yield begin, slash.end(1)
                begin = slash.end()
        yield begin, last


def _is_title(word: str) -> bool:
    return read_title(word)[0] or is_near_title(word)


def _with_title(raised: str, person: Person, first: int) -> Person:
    """Settle the title: what stands in front of the name, or else behind it."""
    places = (first, person.start, _PADDING), (person.end, len(raised), _PADDING + ".")
    for start, end, padding in places:
        if title := raised[start:end].strip(padding):
            begin = raised.index(title, start)
            return person._replace(title=(begin, begin + len(title)))
    return person._replace(title=None)


def _whole(raised: str, person: Person) -> Person:
    """Leave off the full stop that ends the sentence; keep that of an initial and of JR."""
    if raised[person.end : person.end + 1] == "." and _ends_in_short_form(raised, person):
        return person._replace(end=person.end + 1)
    stop = _FULL_STOP.search(raised[person.start : person.end])
    return person._replace(end=person.end - 1) if stop else person


def _ends_in_short_form(raised: str, person: Person) -> bool:
    return raised[person.start : person.end].endswith((" JR", " SR", " ESQ"))


def _who_signs(words: list[Word]) -> tuple[list[Word], int] | None:
    """Find who classifies for another, `DCM Ann EXAMPLE for Ambassador ...`; None if none does."""
    texts = [word.text for word in words]
    if "FOR" not in texts:
        return None
    place = texts.index("FOR")
    if not any(word.is_title for word in words[place + 1 : place + 2]):
        return None
    name, strength = _name_in(words[:place])
    is_name = strength >= _Strength.KNOWN or (len(name) == place and not _hold_place(name))
    return (name, strength) if len(name) > 1 and is_name else None


def _name_in(words: list[Word]) -> tuple[list[Word], int]:
    """Find the words of the name in one part of a phrase, and how sure it is."""
    titles = [
        place
        for place, word in enumerate(words)
        if word.is_title and not (place and word.text in PARTICLES)
    ]
    single: list[Word] = []
    for place in reversed(titles):
        name = _run(words, place + 1)
        is_last = place == titles[-1]
        if len(name) > 1:
            return name, _Strength.TITLED if is_last else _Strength.KNOWN
        if name and is_last:
            if is_near_short_title(name[0].text):
                return name, _Strength.ONE_WORD  # Section Cheif, Ann Example
            is_place = name[0].text in places() or words[place].text in _HOUSES
            if not is_place and not words[place].may_be_name:
                return name, _Strength.TITLED
            if words[place].text not in _CONNECTORS | _HOUSES:
                single = name  # "of Embassy TIRANA", "Ann MAJOR Sample": a name may be in front
    if len(words) == 1 and titles:
        return [], 0
    name = _run(words[: titles[0]] if titles else words, 0)
    if single and len(name) < 2:
        return single, _Strength.ONE_WORD
    strength = _strength(name)
    is_doubtful = titles or (name and is_near_short_title(name[-1].text))
    if is_doubtful and strength == _Strength.WORDS:
        strength = _Strength.BEFORE_TITLE
    return name, strength


def _strength(name: list[Word]) -> int:
    if len(name) < 2:
        return _Strength.ONE_WORD
    if any(len(word.text.rstrip(".")) == 1 or is_first_name(word.text) for word in name):
        return _Strength.KNOWN
    return _Strength.WORDS


def _run(words: list[Word], place: int) -> list[Word]:
    """Take the words of a name from `place` on: no title among them, no word of a title."""
    place = _behind_place(words, place)
    rest = words[place:]
    small = [word.has_small_letters for word in rest]
    while len(rest) > 2 and not small[0] and sum(small) > 1 and not is_initial(rest[0].text):
        rest, small = rest[1:], small[1:]
    name: list[Word] = []
    for word in rest:
        if word.text == "." and name and len(name[-1].text) == 1:
            continue  # the stop of an initial, apart from it
        is_surname = word.text in _ALSO_SURNAMES and len(name) > 0 and word is rest[-1]
        is_joining = word.text in _CONNECTORS and not is_surname
        if is_joining or word.text in _NEVER or not _NAME.fullmatch(word.text):
            break
        if word.is_title and not (word.may_be_name and name):
            break
        name.append(word)
    while sum(map(_is_whole_name, name)) > 1 and _is_loose_particle(name[-1]):
        name.pop()
    if len(name) > 1 and name[-1].is_small and _leads_to_reasons(name[-1].text):
        name.pop()
    if sum(map(_is_whole_name, name)) > 3 or _begins_with_short_form(name):
        name = _from_first_name(name)
    if len(name) > 1 and "".join(word.text for word in name) in places():
        return []  # Embassy PHNOM PENH
    return name if any(map(_is_written_out, name)) else []


def _begins_with_short_form(name: list[Word]) -> bool:
    """Tell `WAE ANN EXAMPLE` from a given name of three letters, of which most are known."""
    return (
        len(name) > 2
        and len(name[0].text) == _SHORT_FORM
        and name[0].text.isalpha()
        and not name[0].has_small_letters
        and not name[0].is_small
        and name[0].text not in PARTICLES
        and not is_first_name(name[0].text)
        and is_first_name(name[1].text)
    )


def _is_written_out(word: Word) -> bool:
    """Tell a name from an initial, and from the JR that is left of one."""
    return len(word.text.rstrip(".")) > 1 and not is_generation(word.text)


def _leads_to_reasons(word: str) -> bool:
    """Tell a misspelt "for" or "reasons", `Ann Example teasons 1.4`."""
    return any(distance(word, lead) == 1 for lead in ("FOR", "PER", "UNDER", "REASON", "REASONS"))


def _is_whole_name(word: Word) -> bool:
    """Tell a given name or surname from an initial, a particle and a suffix."""
    text = word.text
    return len(text) > 2 and text not in PARTICLES and "." not in text and text != "III"


def _is_loose_particle(word: Word) -> bool:
    """Tell `de`, which leads to no name behind it, from the surname `Le`."""
    return word.text in PARTICLES and not word.has_small_letters


def _behind_place(words: list[Word], place: int) -> int:
    """Step over `in RECIFE` or `RECIFE` between a title and a name of two words or more."""
    start = place
    if place == 0 or len(words) - place < 3:
        return place
    is_joined = words[place].text in {"IN", "AT", "TO", "FOR", "THE", "OF"}
    place += is_joined
    for size in (3, 2, 1):
        name = "".join(word.text for word in words[place : place + size])
        if size == 1 and is_first_name(name) and not is_first_name(words[place + 1].text):
            break  # CHARGE FLORENCE WINTER III
        if len(words) - place - size > 1 and name in places():
            return place + size
    is_unknown_place = is_joined and len(words) - place > 2 and not is_first_name(words[place].text)
    return place + 1 if is_unknown_place else start


def _from_first_name(name: list[Word]) -> list[Word]:
    """Begin a long run of words at the first that is a given name."""
    for place, word in enumerate(name[:-1]):
        if is_first_name(word.text):
            has_initial = place > 0 and is_initial(name[place - 1].text)
            return name[place - has_initial :]
    return name[-3:] if len(name[-2].text.rstrip(".")) == 1 else name[-2:]
