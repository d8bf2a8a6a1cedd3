"""The reasons for classification: letters of section 1.4 of the order, 1.5 before 2003.

reasons := [ "for" ] [ "reason" | "reasons" | "section" ] [ "1.4" | "1.5" ] letter { letter }

For example `1.4 (b) and (d)`, `1.4(B)(D)`, `1.4 (b/d)`, `1.4 b,d`, `1.5.D`, `1/4 (B)`, `REASON:
1.4 (B&D)`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from parser._preamble.titles import shortened

_REASON: Final = (
    r"REASONS?(?:\(S\))?(?![A-Z])|"
    r"(?:R[EA]{0,2}S{1,2}[AEIO]{0,2}S?NS?|REAO?NS?|REASO|REA\.)(?![A-Z])(?=[\s:.;(S)]*(?:1\s?\.|\(?[A-H]\b))"
)
_SECTION: Final = re.compile(
    r"[1I](?:(?<![\d.].)\s?[.,]\s?(?P<number>[456])(?!\d)|(?<=SECTION 1)(?P<bare>[45])\b"
    r"|/(?P<slash>[45])(?=\s?\([A-H]))"
)
_REASON_WORD: Final = re.compile(rf"\b(?:{_REASON})")
_BARE: Final = re.compile(r"(?<=\S )(?=\([A-H](?:[\s,/&()]{1,6}(?:AND )?[A-H])*\)[\s.]*\Z)")
_LETTER: Final = re.compile(
    r"(?:[\s().,/&;:+\[\]{}'-]|\bAND\b|\bOR\b|\b1\.\s?[456](?!\d)|\bSECTIONS?\b|\bREASONS?\b"
    r"|\bA ?N ?D(?=\s{0,2}\(?[A-H]\b)|\d(?=\)))*+"
    r"(?P<through>THROUGH|THRU)?[\s(]*+(?P<letters>(?!C O N F)[A-H]{1,4})(?![A-Z'])"
)


class Reasons(NamedTuple):
    """Where reasons begin and end, the section they are of, and the letters with their offsets."""

    start: int
    end: int
    section: tuple[str, int, int] | None
    letters: tuple[tuple[str, int], ...]


def find_reasons(raised: str) -> Reasons | None:
    """Find the reasons in an unwrapped, upper-case Classified By line."""
    section = _SECTION.search(raised)
    word = _REASON_WORD.search(raised) or _BARE.search(raised)
    last = section or word
    if last is None:
        return None
    begin = min(match.start() for match in (section, word) if match)
    place = last.end()
    end, found = _letters(raised[place:])
    number = None
    if section:
        digit = section["number"] or section["bare"] or section["slash"]
        number = (f"1.{digit}", section.start(), section.end())
    return Reasons(begin, place + end, number, tuple((letter, place + at) for letter, at in found))


@lru_cache(maxsize=1024)
def _letters(raised: str) -> tuple[int, tuple[tuple[str, int], ...]]:
    """Read the letters at the beginning of a text, each once, and say where they end."""
    letters: list[tuple[str, int]] = []
    place = 0
    while match := _LETTER.match(raised, place):
        group = match["letters"]
        if len(group) > 1 and (len(set(group)) < len(group) or list(group) != sorted(group)):
            break
        if match["through"] and letters:
            between = range(ord(letters[-1][0]) + 1, ord(group[0].lower()))
            letters += [(chr(code), match.start("through")) for code in between]
        letters += [
            (letter.lower(), match.start("letters") + step) for step, letter in enumerate(group)
        ]
        place = match.end()
    place += len(raised[place:]) - len(raised[place:].lstrip(" .)]"))
    return place, tuple(sorted(dict(reversed(letters)).items(), key=lambda pair: pair[1]))


def is_near_reason(word: str) -> bool:
    """Tell whether a word in capitals is REASON or REASONS with two letters wrong or missing."""
    near = {twice for once in shortened(word) for twice in shortened(once)}
    return not near.isdisjoint(_SHORTENED)


_SHORTENED: Final = shortened("REASONS") | shortened("REASON")


def start_of_lead(raised: str, begin: int, end: int) -> int:
    """Find where a misspelt word begins that leads to the reasons at `end`: `PURSAUNT TO`.

    It may be in parts, `BAS ED ON`, and stands behind a title and a name at least; `end` when there
    is none.
    """
    begin = max(begin, end - _LONGEST_LEAD)
    is_before_section = raised.startswith("SEC", end)
    if not (is_before_section or _may_lead(raised[begin:end].rstrip(" :."))):
        return end
    words = list(_WORD.finditer(raised, begin, end))
    if not words or raised[words[-1].end() : end].strip(" :."):
        return end
    leads = _LEADS_TO_SECTION if is_before_section else _LONG_LEADS
    joined, start = "", end
    for word in reversed(words[2:]):
        joined = word[0] + joined
        if len(joined) > _LONGEST_JOINED:
            break
        if not shortened(joined).isdisjoint(leads) or _is_short_lead(joined):
            start = word.start()
    return start


def _may_lead(words: str) -> bool:
    """Say whether a part of a long word is left, which a wrong letter cannot spoil, or a short one.

    This is told with less work than what it is.
    """
    if not words[words.rfind(" ") + 1 :].strip(_SHORT_LETTERS):
        return True
    last = words[-_LONGEST_JOINED - 4 :].replace(" ", "")
    return any(sign in last for sign in _SIGNS_OF_LEAD)


def _is_short_lead(word: str) -> bool:
    """Tell FOR, PER and UNDER with letters exchanged or doubled: other errors make names."""
    if len(word) > _LONGEST_SHORT:
        return False
    letters = "".join(sorted(word))
    doubled = (
        letters[:at] + letters[at + 1 :]
        for at in range(1, len(word))
        if letters[at] == letters[at - 1]
    )
    return word == "OR" or letters in _SHORT_LEADS or any(one in _SHORT_LEADS for one in doubled)


_WORD: Final = re.compile(r"(?:[^\W\d_]|')+")
_LONGEST_LEAD: Final = 60
_SHORT_LETTERS: Final = "FOREPUND"
_SIGNS_OF_LEAD: Final = ("PUR", "ANT", "BAS", "DON", "REA", "ONS", "BEC", "USE")
_LONGEST_JOINED: Final = 12
_LONGEST_SHORT: Final = 6
_LONG_LEADS: Final = frozenset(
    near
    for lead in (
        "PURSUANTTO",
        "PURSUANT",
        "BASEDON",
        "BECAUSE",
        "BECAUSEOF",
        "FORREASONS",
        "REASONS",
    )
    for near in shortened(lead)
    if near != "BASEDO"  # Ann BASEDOW
)
_LEADS_TO_SECTION: Final = _LONG_LEADS | shortened("UNDER")
_SHORT_LEADS: Final = frozenset("".join(sorted(lead)) for lead in ("FOR", "PER", "UNDER"))
