"""Words cut in two where a section of the telegram ended.

A section was cut at a number of characters: the line ends early and the rest of its word begins the
next. A line that is too short is the first sign. The second is the word: it stands whole somewhere
else in the cable, or one part of it is no word.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from parser._model import RepairKind
from parser._tables import word_list
from parser._working import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD: Final = re.compile(r"[A-Za-z'\u2019]+")
_HEAD: Final = re.compile(r"[A-Za-z'\u2019]+\Z")
_REST: Final = re.compile(r"[a-z'\u2019]{1,24}")
_HYPHEN: Final = re.compile(
    r"\b([A-Za-z]{2,24})-[ \t]{0,8}\n[ \t]{0,8}([A-Za-z]{2,24})(?![A-Za-z-])"
    r"([.,;:)\"]{0,3})[ \t]{0,4}"
)
_ENUMERATED: Final = re.compile(r"[a-z]{1,4}[.)](?:\s|\Z)")
"""How a sub-paragraph begins: `b. the quay`."""
_VOWEL: Final = re.compile(r"[aeiouyAEIOUY]")
_SLACK: Final = 3
"""A line is called cut when the next word had gone into it with this to spare."""
_SHORTEST_LINE: Final = 20
_LONGEST_LINE: Final = 100


def mend_split_words(text: str, start: int) -> Sequence[Edit]:
    """Rejoin words that were cut at the end of a section."""
    width = max(map(len, text[start:].split("\n")))
    if not _SHORTEST_LINE < width < _LONGEST_LINE:
        return ()
    edits: list[Edit] = []
    words: Counter[str] = Counter()
    for cut in _cut(width - 2).finditer(text, max(0, start - 1)):
        line, rest, after = cut[1].rstrip(), cut[2], cut[3]
        room = width - len(line) - 1 - len(rest)
        if room < 0 or not line[-1:].isalpha() or _ENUMERATED.match(rest + after):
            continue
        head = _HEAD.search(line)
        if head is None or head[0].isupper():
            continue
        words = words or Counter(_WORD.findall(text.lower()))
        if _is_one_word(head[0].lower(), rest, words, is_cut_short=room >= _SLACK):
            # The line end moves behind the word, so that lines stay as long as they were.
            whole = f"{head[0]}{rest}{after.rstrip()}\n"
            begin = cut.start(1) + head.start()
            edits.append(Edit(begin, cut.end(3), whole, RepairKind.SPLIT_WORD))
    return edits


@lru_cache(maxsize=_LONGEST_LINE)
def _cut(longest: int) -> re.Pattern[str]:
    """Match a line of at most so many characters, above one that begins with a small letter."""
    return re.compile(
        rf"\n(?=([^\n]{{1,{longest}}}+)\n([a-z'\u2019]{{1,24}}+)([^\s]{{0,20}}[ \t]{{0,4}}))"
    )


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


def _is_one_word(head: str, rest: str, words: Counter[str], *, is_cut_short: bool = True) -> bool:
    """Say whether two pieces are one word; each is counted once where it is cut.

    Where the line is hardly short, the word must stand whole elsewhere and its pieces nowhere.
    """
    if words[head + rest]:
        alone = (words[head] < 2) + (words[rest] < 2)
        return alone == 2 or (alone == 1 and is_cut_short)
    if not is_cut_short:
        return False
    if len(head) <= 2:
        return head not in word_list("short")
    if not _VOWEL.search(head):
        return len(head) <= 4
    return rest in word_list("ending") and words[rest] < 2 and head not in word_list("no ending")
