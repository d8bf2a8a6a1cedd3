"""The TAGS line: what a cable is about, in codes.

field  := ( "TAGS" | "TAG" | ... ) [ ":" ] item { [ "," ] item }
item   := subject | program | place | organization | phrase | person
person := "(" LASTNAME "," FIRSTNAME ")"

How far it goes: :mod:`parser._preamble.tag_lines`; what a code is, misspelt or run together, too:
:mod:`parser._preamble.tag_codes`. Unknown words side by side that look like none are one phrase.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._preamble.found import Found
from parser._preamble.marks import blank_marks
from parser._preamble.name_words import places
from parser._preamble.tag_codes import LONGEST_PHRASE, codes, first_words, is_subject, phrases
from parser._preamble.tag_lines import extent
from parser._preamble.tag_words import (
    JOINING,
    LONGEST_LIKE_CODE,
    NO_TAG,
    PLACE,
    WORD,
    Word,
    words_of,
)
from parser._tables import describe_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parser._preamble.layout import Block
_MAX: Final = 4_000
_BETWEEN_DASHES: Final = re.compile(r"(?<![A-Z])-([A-Z' ]{2,30}, ?[A-Z][A-Z. ]{1,30})-(?![A-Z])")
"""A person, `-EXAMPLE, ANN-`."""
_SLASHED: Final = re.compile(r"[A-Z]{2,6}(?:/[A-Z]{2,6})*/[A-Z]{2,24}(?![A-Z/])")
_LETTERS: Final = re.compile(r"[A-Z]+")
_CODES: Final = re.compile(r"[A-Z,\s]*")
_CODE: Final = re.compile(r"[ABCEKMOPST][A-Z]{3}|[A-Z]{2}|[A-Z0-9]*[^A-Z].*")
_JOINT: Final = re.compile(r"['\u2019]|(?:(?<=[A-Z]{4})|(?<=\bAL)|(?<=\bEL))-(?=[A-Z]{4})")
_LONGEST_PROSE: Final = 6
_TWO_PLACES: Final = re.compile(r"\b[A-Z]{2}(?: | {0,3}\n {0,3})[A-Z]{2}\b")
"""What a space or a line end may have made of one code."""


class Tags(NamedTuple):
    """The tags of one block, each once, in order."""

    tags: tuple[Found[str], ...]
    end: int


class _Tag(NamedTuple):
    text: str
    start: int
    end: int
    is_repaired: bool = False


def read_tags(raised: str, block: Block) -> Tags:
    """Read one TAGS block of upper-case text."""
    plain = blank_marks(raised[block.value : min(block.limit, block.value + _MAX)])
    plain = _BETWEEN_DASHES.sub(r"(\1)", plain[: extent(plain)])
    if "/" in plain:
        plain = _SLASHED.sub(_with_commas, plain)
    found = _all_known(plain, block.value)
    if found is None:
        found = _read_words(plain, block.value)
    return Tags(tuple(found.values()), block.value + len(plain.rstrip()))


def _with_commas(slashed: re.Match[str]) -> str:
    """Part a list of codes by commas, whose last item may be a word: `PREL/PGOV/REFUGEES`."""
    items = slashed[0].split("/")[:-1]
    known = list(map(describe_tag, items))
    if len(items) == 1 and not is_subject(items[0]):
        return slashed[0]  # NATO/RUSSIA, but OVIP/EXAMPLE
    is_list = any(known) and all(
        tag or PLACE.fullmatch(code) for tag, code in zip(known, items, strict=True)
    )
    return slashed[0].replace("/", ",") if is_list else slashed[0]


def _all_known(plain: str, offset: int) -> dict[str, Found[str]] | None:
    """Read a line that holds known codes and nothing else, as most do; None for any other."""
    if not _CODES.fullmatch(plain) or (plain.count(",") > 1 and _TWO_PLACES.search(plain)):
        return None
    found: dict[str, Found[str]] = {}
    for match in _LETTERS.finditer(plain):
        code = match[0]
        if describe_tag(code) is None:
            return None
        found.setdefault(code, Found(code, offset + match.start(), offset + match.end()))
    return found


def _read_words(plain: str, offset: int) -> dict[str, Found[str]]:
    found: dict[str, Found[str]] = {}
    for tag in _read(words_of(plain)):
        place = offset + tag.start, offset + tag.end
        found.setdefault(tag.text, Found(tag.text, *place, tag.is_repaired))
    return found


def merge_tags(blocks: Iterable[Tags]) -> tuple[Found[str], ...]:
    """Put the tags of several blocks together, each once."""
    found: dict[str, Found[str]] = {}
    for block in blocks:
        for tag in block.tags:
            found.setdefault(tag.value, tag)
    return tuple(found.values())


def _read(words: list[Word]) -> Iterator[_Tag]:
    """Turn the words of a line into tags."""
    place = 0
    while place < len(words):
        word = words[place]
        if word.kind == "bracket":
            yield from _in_brackets(word)
        elif size := _item_at(words, place):
            text = " ".join(part.text for part in words[place : place + size])
            yield _Tag(phrases().get(text, text), word.start, words[place + size - 1].end)
            place += size - 1
        elif size := _phrase_at(words, place):
            phrase = " ".join(part.text for part in words[place : place + size])
            yield _Tag(phrases()[phrase], word.start, words[place + size - 1].end)
            place += size - 1
        elif found := codes(word.text):
            for code in found:
                yield _Tag(code, word.start, word.end, code != word.text)
        elif word.kind == "word" and not NO_TAG.fullmatch(word.text):
            size = _prose_at(words, place)
            text = " ".join(part.text for part in words[place : place + size])
            yield _Tag(text.strip("'-&/"), word.start, words[place + size - 1].end)
            place += size - 1
        place += 1


def _in_brackets(word: Word) -> Iterator[_Tag]:
    """Read a person or several, or tags that stand in brackets."""
    parts = WORD.findall(word.text)
    if parts and all(codes(part) for part in parts):
        for part in parts:
            for code in codes(part) or ():
                yield _Tag(code, word.start, word.end)
    elif parts:
        for person in word.text.split(";"):
            names = (" ".join(name.split()) for name in person.split(","))
            if name := ", ".join(filter(None, names)):
                yield _Tag(name, word.start, word.end)


def _item_at(words: list[Word], place: int) -> int:
    """Count the words of the item between two commas if it is a phrase; else 0.

    A phrase may hold numbers, `AIR FRANCE 447`, and words that look like codes, `WORLD BANK`.
    """
    if place and words[place - 1].kind != "comma":
        return 0
    size = 0
    while place + size < len(words) and words[place + size].kind == "word":
        size += 1
    if not 1 < size <= _LONGEST_PROSE or (size == len(words) and not place):
        return 0
    item = [word.text for word in words[place : place + size]]
    is_phrase = all(
        text.isdecimal() or (text.isalpha() and not codes(text) and not NO_TAG.fullmatch(text))
        for text in item
    )
    return size if is_phrase and any(map(_is_prose, item)) and any(map(_is_long, item)) else 0


def _is_long(text: str) -> bool:
    return len(text) > LONGEST_LIKE_CODE


def _phrase_at(words: list[Word], place: int) -> int:
    """Count the words of the known phrase that begins at `place`; 0 when there is none."""
    if words[place].text not in first_words():
        return 0
    for size in range(min(LONGEST_PHRASE, len(words) - place), 1, -1):
        if " ".join(word.text for word in words[place : place + size]) in phrases():
            return size
    return 0


def _prose_at(words: list[Word], place: int) -> int:
    """Count the words from `place` on that make one phrase nobody listed; at least 1."""
    size = last = 1
    while size < _LONGEST_PROSE and place + size < len(words):
        text = words[place + size].text
        if words[place + size].kind != "word":
            break
        if _is_prose(text):
            last = size + 1
        elif text not in JOINING:
            break
        size += 1
    is_phrase = all(
        _is_prose(word.text) or word.text in JOINING for word in words[place : place + last]
    )
    return (
        last if is_phrase and any(len(word.text) > 4 for word in words[place : place + last]) else 1
    )


def _is_prose(text: str) -> bool:
    """Tell whether a word looks like no code at all."""
    text = _JOINT.sub("", text)
    if text in places():
        return not describe_tag(text)  # CUBA EMBARGO
    return not NO_TAG.fullmatch(text) and not codes(text) and not _CODE.fullmatch(text)
