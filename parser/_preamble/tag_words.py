"""The words of a TAGS line: the two halves of a code are one, and so are the names of a person."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from parser._preamble.tag_codes import codes, cut, makes_code
from parser._preamble.titles import is_first_name

_TOKEN: Final = re.compile(
    r"\((?:U|C|S|SBU|[CS]/?/NF|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS|SIPDIS|NOTAL)\)|"
    r"[(\[](?P<bracket>[^()\[\]]{1,80})[)\]]|(?P<word>[A-Z](?:\.[A-Z])+\b|[A-Z0-9][A-Z0-9/&'\u2019-]*)|"
    r"(?P<comma>[,;|])"
)
WORD: Final = re.compile(r"[A-Z0-9][A-Z0-9/&'\u2019-]*")
PLACE: Final = re.compile(r"[A-Z]{2}")
NO_TAG: Final = re.compile(
    r"SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS|SBU|FOUO|UNCLAS(?:SIFIED)?|CONFIDENTIAL|"
    r"SECRET|TAGS|N/A|NONE|AND|\d+"
)
JOINING: Final = frozenset({"AND", "IN", "OF", "THE", "FOR", "ON", "TO"})
_VISITS: Final = frozenset({"OVIP", "OREP"})
LONGEST_LIKE_CODE: Final = 5
_LONGEST_TWO: Final = 8
_SHORTEST_WITH_PERSON: Final = 5
_WIDEST_GAP: Final = 8
"""White space inside a code that a line end cut in two."""


class Word(NamedTuple):
    """A word of the line, or what stands in brackets, or a comma."""

    text: str
    start: int
    end: int
    kind: str = "word"


def words_of(plain: str) -> list[Word]:
    """Read the words of a line."""
    words = [
        Word(match[match.lastgroup], match.start(), match.end(), match.lastgroup)
        for match in _TOKEN.finditer(plain)
        if match.lastgroup
    ]
    return _with_persons(_whole(words))


def _whole(words: list[Word]) -> list[Word]:
    """Put the two parts of a code or of two together: `PG OV`, `PRE,L`, `ETR DEINV`."""
    whole: list[Word] = []
    has_commas = sum(word.kind == "comma" for word in words) > 1
    for word in words:
        before = whole.pop() if len(whole) > 1 and _is_stray_comma(whole, word) else None
        if (
            whole
            and word.kind == whole[-1].kind == "word"
            and _is_in_two(whole[-1], word, has_commas)
        ):
            whole[-1] = Word(whole[-1].text + word.text, whole[-1].start, word.end)
            continue
        if before:
            whole.append(before)
        whole.append(word)
    return whole


def _is_stray_comma(whole: list[Word], word: Word) -> bool:
    """Tell the comma of `PRE,L` from one between two tags."""
    comma = whole[-1]
    return comma.kind == "comma" and len(word.text) == 1 and comma.start == whole[-2].end


def _is_in_two(first: Word, second: Word, has_commas: bool) -> bool:
    if second.start - first.end > _WIDEST_GAP:
        return False
    if makes_code(first.text, second.text, has_commas=has_commas):
        return True
    joined = first.text + second.text
    are_none = not codes(first.text) and not codes(second.text)
    return are_none and len(joined) <= _LONGEST_TWO and joined.isalpha() and bool(cut(joined))


def _with_persons(words: list[Word]) -> list[Word]:
    """Join `OVIP EXAMPLE, MARY` to the person that the visit is about.

    So is the name with the only comma of a line, `PREL IZ EXAMPLE, MARY`.
    """
    words = _with_last_person(words)
    joined: list[Word] = []
    place = 0
    while place < len(words):
        joined.append(words[place])
        place += 1
        if joined[-1].text not in _VISITS:
            continue
        name = words[place : place + 4]
        if name and name[0].kind == "comma":
            name, place = name[1:], place + 1
        if [word.kind for word in name[:3]] == ["word", "comma", "word"] and all(
            _is_name(word.text) for word in (name[0], name[2])
        ):
            text = f"{name[0].text}, {name[2].text}"
            joined.append(Word(text, name[0].start, name[2].end, "bracket"))
            place += 3
    return joined


def _with_last_person(words: list[Word]) -> list[Word]:
    """Join the last name and given name of a line that has no other comma."""
    if [word.kind for word in words].count("comma") != 1 or len(words) < _SHORTEST_WITH_PERSON:
        return words
    last, comma, given = words[-3:]
    is_person = comma.kind == "comma" and _is_name(last.text) and is_first_name(given.text)
    if not is_person or not codes(words[-4].text):
        return words
    name = Word(f"{last.text}, {given.text}", last.start, given.end, "bracket")
    return [*words[:-3], name]


def _is_name(text: str) -> bool:
    return text.isalpha() and len(text) > 2 and not NO_TAG.fullmatch(text) and not codes(text)
