"""The codes of the TAGS line: what a word of it stands for, misspelt or run together.

Codes that are run together (`PHUMAL`) are cut where every piece is a known code and one has four
letters.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from parser._tables import describe_tag, rows, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_JOINTS: Final = re.compile(r"[/&-]")
_LONGEST_GLUED: Final = 60
_DOUBLED: Final = 5
LONGEST_PHRASE: Final = 4
"""Words of a tag."""
_LONGEST_CODE: Final = 6
_GLUED_KINDS: Final = (
    (4, ("subject", "program", "organization")),
    (2, ("geographic",)),
)
_GLUED_ORGANIZATIONS: Final = (
    (4, ("subject", "program")),
    (3, ("organization",)),
    (2, ("geographic", "organization")),
)
"""Short organizations, `EUNPREL`, are believed beside subjects and programs only."""


@lru_cache(maxsize=4096)
def codes(word: str) -> tuple[str, ...]:
    """Return the tags that a word stands for; empty when it stands for none that is known."""
    if describe_tag(word):
        return (word,)
    if corrected := _corrections().get(word):
        return (corrected,)
    if 5 <= len(word) <= _LONGEST_GLUED and (pieces := _undoubled(word) or cut(word)):
        return pieces
    if "0" in word and (mended := word.replace("0", "O")) != word and describe_tag(mended):
        return (mended,)
    if "." in word:
        return codes(word.replace(".", ""))
    return _joined(word) if _JOINTS.search(word) else ()


def _joined(word: str) -> tuple[str, ...]:
    """Return the tags of a list such as `PREL/PGOV`; nothing where a part of it is none."""
    parts = _JOINTS.split(word.strip("/&-"))
    pieces: list[tuple[str, ...]] = [(part,) if describe_tag(part) else cut(part) for part in parts]
    return tuple(code for piece in pieces for code in piece) if all(pieces) else ()


def _undoubled(word: str) -> tuple[str, ...]:
    """Return the subject or program of four letters of which one is printed twice: `MCAPP`."""
    if len(word) != _DOUBLED:
        return ()
    singles = {word[:at] + word[at + 1 :] for at in range(4) if word[at] == word[at + 1]}
    tags = (tag for single in singles if (tag := describe_tag(single)))
    codes = tuple(tag.code for tag in tags if tag.kind in {"subject", "program"})
    return codes if len(codes) == 1 else ()


def cut(word: str) -> tuple[str, ...]:
    """Cut a run of codes: subjects and programs of four letters, organizations, places of two."""
    if word.lower() in word_list("no tags"):
        return ()
    return _cut_into(word, _GLUED_KINDS) or _cut_into(word, _GLUED_ORGANIZATIONS)


def _cut_into(word: str, kinds_of_size: Iterable[tuple[int, tuple[str, ...]]]) -> tuple[str, ...]:
    """Cut a run of codes of these sizes and kinds; nothing where a piece is none of them."""
    pieces: list[str] = []
    place = 0
    while place < len(word):
        for size, kinds in kinds_of_size:
            tag = describe_tag(word[place : place + size])
            if tag and tag.kind in kinds and len(tag.code) == size:
                pieces.append(tag.code)
                place += size
                break
        else:
            return ()
    return tuple(pieces) if any(len(piece) == 4 for piece in pieces) else ()


def is_subject(word: str) -> bool:
    """Tell a code that no line but one of TAGS begins with."""
    tag = describe_tag(word)
    return tag is not None and tag.kind in {"subject", "program"}


def makes_code(first: str, second: str, *, has_commas: bool = False) -> bool:
    """Tell whether two short words make a code: neither is one, or only one of two letters.

    Two places without the comma that stands between all others are a code, too: `MO PS`, `UN GA`.
    """
    if len(first) + len(second) > _LONGEST_CODE:
        return False
    known = bool(codes(first)) + bool(codes(second))
    tag = describe_tag(first + second)
    if known == 0 or tag is None:
        return tag is not None
    if known == 1 and 1 in {len(first), len(second)}:
        return True
    if len(first) != len(second) or len(first) != 2:
        return False
    if tag.kind == "organization":
        return has_commas
    return tag.kind in {"subject", "program"} and (known == 1 or has_commas)


@cache
def phrases() -> Mapping[str, str]:
    """Tags of several words, with the tag that each stands for."""
    listed = {row["phrase"]: row["stands for"] or row["phrase"] for row in rows("tag_phrases")}
    tags = (row["tag"].upper() for row in rows("tags"))
    return {tag: tag for tag in tags if " " in tag} | listed


@cache
def single_words() -> frozenset[str]:
    """Tags of one word that phrases stand for, `COUNTERTERRORISM`."""
    return frozenset(tag for tag in phrases().values() if " " not in tag)


@cache
def first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases())


@cache
def _corrections() -> Mapping[str, str]:
    return {row["written"]: row["tag"] for row in rows("tag_corrections")}
