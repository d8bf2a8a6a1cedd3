"""The words of a Classified By line: which of them is a part of a title, and which may be a name.

Words that are run on, `DCMAnn` or `Example/POL`, are parted, and a title that is in two parts,
`Offic er`, is put together.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._preamble.layout import upper
from parser._preamble.titles import (
    is_first_name,
    is_near_short_title,
    is_near_title,
    is_title_word,
    read_title,
)
from parser._tables import posts

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"(?!`)[^\s,;:?()\[\]<>{}\"*^~#|_]+")
_GENERATIONS: Final = frozenset({"JR", "SR", "II", "III", "IV"})
_SHORTEST_SURNAME: Final = 4
_SHORTEST_PARTED: Final = 5
_WIDEST_GAP: Final = 4
"""Spaces inside a title that is in two parts, and one more."""
_LONG_TITLE: Final = 8
"""Letters of a misspelt title that no surname is like: `POLITICCAL`."""
_SURE_TITLE: Final = 6
"""Letters of a title that no surname begins with; a shorter one has no vowel: `DCMANN`."""
_VOWELS: Final = frozenset("AEIOU")
_RUN_ON: Final = re.compile(r"(?:[a-z]{2}|[A-Z]{2})(?=[A-Z][a-z])")
_JOINT: Final = re.compile(r"[/-]|\.(?=[A-Z]{3})")
_SURNAME_BEHIND: Final = re.compile(r" (?:[A-Z]\. )?([A-Z][a-z'-]+[A-Za-z'-]*)\W*\Z")
PARTICLES: Final = frozenset(
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


_ZEROS: Final = re.compile(r"(?<=[A-Z])0{1,2}(?![\d])|(?<![\dA-Z.,])0(?=[A-Z.'])")


def raised_words(text: str) -> str:
    """Put a line in capitals, with the zeros that are printed for the letter O: `F0R REAS0NS`."""
    raised = upper(text)
    return _ZEROS.sub(lambda zeros: "O" * len(zeros[0]), raised) if "0" in raised else raised


class Word(NamedTuple):
    """A word in capitals, with what can be told from itself alone."""

    text: str
    start: int
    end: int
    is_title: bool
    may_be_name: bool
    has_small_letters: bool
    is_small: bool
    """It has no capital at all."""


def read_words(plain: str, raised: str, start: int, end: int) -> list[Word]:
    """Read the words of a part."""
    words: list[Word] = []
    spans = _unparted(list(_word_spans(plain, raised, start, end)), plain, raised)
    for place, (first, last) in enumerate(spans):
        word, printed = raised[first:last], plain[first:last]
        if " " in word:
            word, printed = word.replace(" ", ""), printed.replace(" ", "")
        following = [raised[slice(*span)] for span in spans[place + 1 : place + 3]]
        following = [one for one in following if not is_generation(one)]
        is_title, may_be_name = read_title(word)
        is_letter = (  # Ann E Example, DCM E Example
            len(word) == 1
            and bool(words)
            and (
                not words[-1].is_title or (len(following) == 1 and not read_title(following[0])[0])
            )
        )
        is_initials = len(word) > 2 and is_initial(word) and len(following) == 1  # D.G. Example
        is_title = is_title and not is_letter and not is_initials
        may_be_name = may_be_name and raised[first - 1 : first] != "/"  # Ann EXAMPLE/POL
        if word == "MC" and words and not words[-1].is_title:
            is_title = False  # Ann Mc Example
        if not is_title:
            is_title = _is_misspelt_title(word, following, words)
        has_small = printed != printed.upper() and not printed.islower()
        if has_small and len(word) < 5 and words and not following:
            is_title = is_title and words[-1].is_title  # Carl Tsa, not TSA
        is_small = printed.islower()
        words.append(Word(word, first, last, is_title, may_be_name, has_small, is_small))
    last = len(words) - 1
    if last > 1 and words[last].text == ".":
        last -= 1
    if last > 1 and is_generation(words[last].text):
        last -= 1
    if last > 0 and words[last].is_title and _is_surname(words, last):
        words[last] = words[last]._replace(is_title=False)
    return words


def _word_spans(plain: str, raised: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the words; a title and a name run on, `DCMAnn`, `DCM-Ann` or `DCM/Ann`, are two."""
    for match in _WORD.finditer(raised, start, end):
        first, last = match.span()
        slash = raised.find("/", first, last)
        if (
            slash - first > 2
            and not read_title(raised[first:slash])[0]
            and read_title(raised[slash + 1 : last])[0]
            and first > start
        ):
            yield first, slash
            first = slash + 1
        joint = _JOINT.search(raised, first, last)
        if joint and _is_title_and_name(plain, raised, first, joint, last):
            yield first, joint.start()
            first = joint.end()
        if cut := _run_on(plain, raised, first, last):
            yield first, cut
            first = cut
        yield first, last


def _run_on(plain: str, raised: str, first: int, last: int) -> int:
    """Find where the name begins behind a title that is run on, `DCMAnn` or `DCMANN`; else 0."""
    printed = plain[first:last]
    if printed.istitle() or printed.islower():
        return 0
    word = raised[first:last]
    has_slash = "/" in word
    if not has_slash and (read_title(word)[0] or is_near_title(word)):
        return 0
    for joint in reversed(list(_RUN_ON.finditer(plain, first, last))):
        title, rest = raised[first : joint.end()], raised[joint.end() : last]
        is_name = not has_slash or is_first_name(rest)
        if is_name and (read_title(title)[0] or is_near_title(title)):
            return joint.end()
    cut = _title_before_name(word)
    return first + cut if cut else 0


@lru_cache(maxsize=4096)
def _title_before_name(word: str) -> int:
    """Count the letters of the title in `AMBASSADORANN`, which ends in a name that is known."""
    cuts = range(len(word) - 3, 2, -1)
    return next(
        (
            cut
            for cut in cuts
            if is_first_name(word[cut:])
            and (is_title_word(word[:cut]) or (cut >= _LONG_TITLE and is_near_title(word[:cut])))
            and (cut >= _SURE_TITLE or _VOWELS.isdisjoint(word[:cut]))
        ),
        0,
    )


def _is_title_and_name(
    plain: str, raised: str, first: int, joint: re.Match[str], last: int
) -> bool:
    """Tell `Charge/Ann`, and `Charge/Xhemal Example` in small letters, from `NEA/Iraq Director`.

    The stop of a short form, `Amb.Xhemal Example`, parts it from a name in capitals, too.
    """
    if read_title(raised[first : joint.start()]) != (True, False):
        return False
    rest, printed = raised[joint.end() : last], plain[joint.end() : last]
    if is_first_name(rest):
        return True
    surname = _SURNAME_BEHIND.match(plain, last)
    return (
        surname is not None
        and (joint[0] == "." or (joint[0] == "/" and printed.istitle()))
        and not read_title(rest)[0]
        and not is_near_title(rest)
        and rest not in places()
        and not read_title(surname[1].upper())[0]
        and not is_near_title(surname[1].upper())
    )


def _unparted(spans: list[tuple[int, int]], plain: str, raised: str) -> list[tuple[int, int]]:
    """Put the two parts of a title together, `Offic er`, where the second is no word of its own."""
    whole: list[tuple[int, int]] = []
    for place, (first, last) in enumerate(spans):
        start, end = whole[-1] if whole else (0, 0)
        before, rest = raised[start:end], raised[first:last]
        is_next_to = 0 < first - end < _WIDEST_GAP and raised[end:first].isspace()
        if is_next_to and is_title_word(before + rest) and len(before + rest) >= _SHORTEST_PARTED:
            is_initial = len(rest) == 1 and plain[first].isupper() and place > len(spans) - 3
            is_word = read_title(rest)[0] or is_first_name(rest)
            if not is_word and not (is_initial and read_title(before)[0]):
                whole[-1] = start, last
                continue
        whole.append((first, last))
    return whole


def _is_misspelt_title(word: str, following: list[str], before: list[Word]) -> bool:
    """Tell a misspelt title by at most two words that follow.

    A short one counts only behind another title and in front of a name, the last word only behind
    another title or where it is long.
    """
    if is_first_name(word):
        return False
    is_behind_title = bool(before) and before[-1].is_title
    if is_near_title(word):
        is_long = len(word) >= _LONG_TITLE and (not before or before[-1].text in places())
        return bool(following) or is_behind_title or is_long
    is_before_name = len(following) > 1 or any(map(is_first_name, following))
    return is_behind_title and is_before_name and is_near_short_title(word)


def _is_surname(words: list[Word], last: int) -> bool:
    """Tell whether the last word, a title, is the surname to a given name: `Ann B. FIELD`."""
    place = last - 1
    while place and (is_initial(words[place].text) or words[place].text in PARTICLES):
        place -= 1
    surname, given = words[last], words[place]
    is_behind_initial = place < last - 1 and "." in words[last - 1].text
    is_long = len(surname.text) >= _SHORTEST_SURNAME - is_behind_initial or surname.may_be_name
    if not surname.text.isalpha() or not is_long:
        return False
    if place < last - 1 and (not given.is_title or "." in words[last - 1].text):
        return True
    before = words[place - 1] if place else None
    is_given = is_first_name(given.text) or (surname.may_be_name and not _is_place(given))
    return is_given and (
        before is None or before.is_title or len(before.text) < 3 or is_first_name(before.text)
    )


def _is_place(word: Word) -> bool:
    """Tell a place, or a title, from a given name that is not known."""
    return word.is_title or word.text in places()


def is_generation(text: str) -> bool:
    """Tell `JR.` and `III`."""
    return text.rstrip(".") in _GENERATIONS


def is_initial(text: str) -> bool:
    """Tell `A`, `A.` and `A.B.`."""
    bare = text.rstrip(".")
    return len(bare) == 1 or "." in bare


@cache
def places() -> frozenset[str]:
    """Posts and their countries, in capitals without spaces."""
    countries = (post.country.upper().replace(" ", "") for post in posts().values() if post.country)
    return frozenset((*posts(), *countries))
