"""What is a title in a Classified By line, and what is a given name.

A title is a word of `data/titles.tsv`, a word a letter or two away from a long one of them
(`AMBASSAOR`), or a shape that no name has: `ISN/MTR`, `DPR`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from parser._tables import rows

_TITLE_END: Final = re.compile(
    r"(?:COUNS|COUNSELOU?R|OFFICER|CHIEF|DIRECTOR|ATTACHE|LEADER|CONSUL)\Z"
)
_LONG_TITLE: Final = 6
_DOTTED: Final = re.compile(r"[A-Z](?:\.[A-Z]){2,4}")
_ACRONYM: Final = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,5}")


def is_title_word(word: str) -> bool:
    """Tell whether a word in capitals is listed as part of a title."""
    return word in _titles()


@lru_cache(maxsize=4096)
def read_title(word: str) -> tuple[bool, bool]:
    """Tell whether a word in capitals is part of a title, and whether it may be a name as well."""
    bare = word.strip(".'-*")
    if len(bare) == 1 and bare != word:
        return False, False
    listed = _titles()
    if bare in listed:
        return True, listed[bare]
    if "/" in bare or "&" in bare:
        return True, False
    is_dotted = _DOTTED.fullmatch(bare) and bare.replace(".", "") in listed  # D.C.M.
    if is_dotted or _ACRONYM.fullmatch(bare) or _is_of_two_titles(bare):
        return True, False
    parts = bare.split("-")
    if len(parts) > 1 and all(read_title(part)[0] or is_near_title(part) for part in parts):
        return True, False
    return bool(_TITLE_END.search(bare)), False


def _is_of_two_titles(word: str) -> bool:
    """Tell CONSULGENERAL, two long titles run on."""
    listed = _titles()
    cuts = range(_LONG_TITLE, len(word) - _LONG_TITLE + 1)
    return any(word[:cut] in listed and word[cut:] in listed for cut in cuts)


def is_first_name(word: str) -> bool:
    """Tell whether a word in capitals is a frequent given name."""
    return word in _first_names()


@cache
def _first_names() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("first_names"))


@cache
def _titles() -> dict[str, bool]:
    return {row["word"]: row["is a name too"] == "yes" for row in rows("titles")}


@lru_cache(maxsize=4096)
def is_near_title(word: str) -> bool:
    """Tell whether a word of five letters or more is a long title, misspelt.

    One letter wrong, missing, doubled or exchanged (missing alone in a word of five letters); two
    in a word of eight letters or more.
    """
    if not 5 <= len(word) <= 20:
        return False
    mended = word.replace("'", "")
    near = shortened(mended)
    if len(mended) >= 8:
        near |= {twice for once in near for twice in shortened(once)}
    return not near.isdisjoint(_shortened_titles(len(mended) >= 8))


def shortened(word: str) -> set[str]:
    """The word, and the word without each of its letters."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


@cache
def _shortened_titles(is_twice: bool) -> frozenset[str]:
    """Long titles without one letter, or without two."""
    long_titles = [
        row["word"].replace("'", "") for row in rows("titles") if row["misspelt"] == "yes"
    ]
    once = {short for title in long_titles for short in shortened(title)}
    if not is_twice:
        return frozenset(once)
    twice = {
        short
        for title in long_titles
        if len(title) > 7
        for first in shortened(title)
        for short in shortened(first)
    }
    return frozenset(once | twice)


@lru_cache(maxsize=4096)
def is_near_short_title(word: str) -> bool:
    """Tell whether a word is a title of five letters or so, one of them wrong: `CHIF`, `LEADRE`."""
    return word.isalpha() and not shortened(word).isdisjoint(_shortened_short_titles())


@cache
def _shortened_short_titles() -> frozenset[str]:
    short = [row["word"] for row in rows("titles") if row["misspelt"] == "behind a title"]
    return frozenset(rest for title in short for rest in shortened(title))
