"""How far a TAGS line goes.

It goes on in the next line if it ends in a comma or inside brackets, or if the next has known tags
only, or the rest of a phrase.
"""

from __future__ import annotations

import re
from typing import Final

from parser._preamble.tag_codes import (
    LONGEST_PHRASE,
    codes,
    is_subject,
    makes_code,
    phrases,
    single_words,
)
from parser._preamble.tag_words import JOINING, LONGEST_LIKE_CODE, PLACE, WORD
from parser._tables import describe_tag

_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]")
_BLANKED: Final = str.maketrans(",;:[]()", " " * 7)
_SEPARATORS: Final = re.compile(r"[,;|]|\s-+\s")
_LINE: Final = re.compile(r"[^\n]*")
_LIST: Final = re.compile(r"\s*[A-Z]{2,5},")
_LINE_BREAKS: Final = re.compile(r"\s*")


def extent(plain: str) -> int:
    """Find the end of the line, or of the last line that goes on from it."""
    if "\n" not in plain.strip():
        return len(plain)
    begin = _LINE_BREAKS.match(plain)
    end = _line_end(plain, begin.end() if begin else 0)
    while end < len(plain):
        line = plain[plain.rfind("\n", 0, end) + 1 : end].rstrip()
        is_open = line.endswith((",", ";", " AND", " OF")) or line.rfind("(") > line.rfind(")")
        step = _LINE_BREAKS.match(plain, end)
        start = step.end() if step else end
        following = _line_end(plain, start)
        goes_on = _are_codes if plain.count("\n", end, start) > 1 else _goes_on
        is_open = is_open or plain.startswith(",", start)
        if not is_open and not goes_on(line, plain[start:following]):
            break
        end = following
    return end


def _line_end(plain: str, start: int) -> int:
    line = _LINE.match(plain, start)
    return line.end() if line else start


def _are_codes(_line: str, following: str) -> bool:
    """Tell whether a line behind a blank one holds codes alone, most of them known."""
    words = following.translate(_BLANKED).split()
    known = sum(bool(codes(word)) for word in words)
    is_most = known > 2 and is_subject(words[0]) and all(map(_is_like_code, words))
    return known > 0 and (known == len(words) or is_most)


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a line of tags goes on in the one that follows it."""
    outside = _BRACKETS.sub(" ", following)
    words = [word.strip(".:") for word in _SEPARATORS.sub(" ", f" {outside}").split()]
    if not words:
        return outside != following
    before = WORD.findall(line)
    if _are_tags(words) or (len(words) == 1 and _is_region(words[0], before)):
        return True
    if len(words) > 1 and _begins_with_codes(words, is_list=_LIST.match(following) is not None):
        return True
    if before and makes_code(before[-1], words[0]) and all(map(codes, words[1:])):
        return True
    return any(
        " ".join([*before[-left:], *words[:right]]) in phrases()
        for left in range(1, LONGEST_PHRASE)
        for right in range(1, LONGEST_PHRASE)
    )


def _begins_with_codes(words: list[str], *, is_list: bool) -> bool:
    """Tell `EINV TERRORISM`, `IR, NPT` and `IT FR HARBOUR FEES` from a passing line, `AF FOR EUR`.

    `is_list`: a comma stands behind the first word.
    """
    if is_subject(words[0]) or (is_list and codes(words[0])):
        return _are_like_codes(words)
    return all(map(codes, words[:2])) and len(words) > 2 and JOINING.isdisjoint(words)


def _are_like_codes(words: list[str]) -> bool:
    """Tell the words behind a code: the next is one, or all are as short as codes, `FRIS`."""
    return describe_tag(words[1]) is not None or all(map(_is_like_code, words[1:]))


def _is_like_code(word: str) -> bool:
    return word.isalpha() and len(word) <= LONGEST_LIKE_CODE and word not in JOINING


def _is_region(word: str, before: list[str]) -> bool:
    """Tell `XB` below a line that ends in a code: regions are not all known."""
    return PLACE.fullmatch(word) is not None and bool(before) and bool(codes(before[-1]))


def _are_tags(words: list[str]) -> bool:
    """Tell whether words are codes and known phrases; the last may go on in the next line.

    Beside a code two letters are one too: those of regions are not all known.
    """
    place = 0
    is_of_codes = any(map(codes, words))
    while place < len(words):
        if words[place] in single_words():
            place += 1
            continue
        if codes(words[place]) or (is_of_codes and PLACE.fullmatch(words[place])):
            place += 1
            continue
        size = next(
            (
                size
                for size in range(LONGEST_PHRASE, 1, -1)
                if " ".join(words[place : place + size]) in phrases()
            ),
            0,
        )
        if not size:
            rest = " ".join(words[place:]) + " "
            return any(phrase.startswith(rest) for phrase in phrases())
        place += size
    return True
