"""Words cut in two where a section of the telegram ended.

A section was cut at a number of characters: the line ends early and the rest of its word begins the
next. A line that is too short is the first sign. The second is the word: it stands whole somewhere
else in the cable, or one part of it is no word.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from parser._model import RepairKind
from parser._tables import word_list
from parser._working import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

_CUT: Final = re.compile(
    r"\n(?=[^\n]{1,56}+\n[a-z])[^\n]{0,56}?(?<![A-Za-z'])(?P<head>[A-Za-z']{1,24}) ?"
    r"\n(?P<rest>[a-z']{1,24}+)(?P<after>[^\s]{0,20}[ \t]{0,4})"
)
"""A line that is shorter than most, ends in a letter, and is followed by a small one."""
_WORD: Final = re.compile(r"[A-Za-z']+")
_HEAD: Final = re.compile(r"[A-Za-z']+\Z")
_REST: Final = re.compile(r"[a-z']{1,24}")
_HYPHEN: Final = re.compile(
    r"\b([A-Za-z]{2,24})-[ \t]{0,8}\n[ \t]{0,8}([A-Za-z]{2,24})(?![A-Za-z-])"
    r"([.,;:)\"]{0,3})[ \t]{0,4}"
)
_ENUMERATED: Final = re.compile(r"[a-z]{1,4}[.)](?:\s|\Z)")
"""How a sub-paragraph begins: `b. the quay`."""
_VOWEL: Final = re.compile(r"[aeiouyAEIOUY]")
_SLACK: Final = 3
"""A line is called cut when the next word had gone into it with this to spare."""
_LONGEST_LINE: Final = 100


def mend_split_words(text: str, start: int) -> Sequence[Edit]:
    """Rejoin words that were cut at the end of a section."""
    edits: list[Edit] = []
    width = 0
    words: Counter[str] = Counter()
    for cut in _CUT.finditer(text, max(0, start - 1)):
        head, rest = cut["head"], cut["rest"]
        if not width:
            width = max(map(len, text[start:].split("\n")))
            if width > _LONGEST_LINE:
                return ()
        if head.isupper() or _ENUMERATED.match(rest + cut["after"]):
            continue
        if cut.end("head") - cut.start() + len(rest) + _SLACK > width:
            continue
        words = words or Counter(_WORD.findall(text.lower()))
        if _is_one_word(head.lower(), rest, words):
            # The line end moves behind the word, so that lines stay as long as they were.
            after = f"{head}{rest}{cut['after'].rstrip()}\n"
            edits.append(Edit(cut.start("head"), cut.end(), after, RepairKind.SPLIT_WORD))
    return edits


def mend_hyphens(text: str, start: int, *, is_usual: bool) -> Sequence[Edit]:
    """Rejoin words that were divided by a hyphen at the end of a line.

    A hyphen may be the word's own, `PRO-` / `ARAFAT`. It goes where the word stands without it
    elsewhere; and where dividing words is the habit of the source (`is_usual`, the telegrams of
    the 1970s), unless the word stands with it elsewhere, or both its parts by themselves.
    """
    if "-\n" not in text and "- \n" not in text:
        return ()
    edits = []
    words: Counter[str] = Counter()
    raised = ""
    for found in _HYPHEN.finditer(text, start):
        head, rest = found[1].lower(), found[2].lower()
        raised = raised or text.lower()
        words = words or Counter(_WORD.findall(raised))
        is_whole = words[head + rest] > 0
        is_compound = f"{head}-{rest}" in raised or (words[head] > 1 and words[rest] > 1)
        if (is_whole or is_usual) and not is_compound:
            after = f"{found[1]}{found[2]}{found[3]}\n"
            edits.append(Edit(found.start(), found.end(), after, RepairKind.SPLIT_WORD))
    return edits


def is_cut(text: str, start: int, end: int) -> bool:
    """Say whether a word goes on behind `text[start:end]`, which is to be lifted out."""
    if not text[end : end + 1].islower() or not text[start - 1 : start].isalpha():
        return False
    head, rest = _HEAD.search(text[max(0, start - 24) : start]), _REST.match(text, end)
    if not head or not rest or head[0].isupper():
        return False
    return _is_one_word(head[0].lower(), rest[0], Counter(_WORD.findall(text.lower())))


def _is_one_word(head: str, rest: str, words: Counter[str]) -> bool:
    """Say whether two pieces are one word; each is counted once where it is cut."""
    if words[head + rest]:
        return words[head] < 2 or words[rest] < 2
    if len(head) <= 2:
        return head not in word_list("short")
    if not _VOWEL.search(head):
        return len(head) <= 4
    return rest in word_list("ending") and words[rest] < 2 and head not in word_list("no ending")
