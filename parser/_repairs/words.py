"""Words cut in two where a section of the telegram ended.

A section was cut at a number of characters: the line ends early and the rest of its word begins the
next. A line that is too short is the first sign. The second is the word: it stands whole somewhere
else in the cable, or one part of it is no word.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from parser._model import RepairKind
from parser._tables import word_list
from parser._working import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD: Final = re.compile(r"[A-Za-z']+\Z")
_REST: Final = re.compile(r"([a-z']+)(\S*[ \t]{0,4})")
_WORD: Final = re.compile(r"[A-Za-z']+")
_VOWEL: Final = re.compile(r"[aeiouyAEIOUY]")
_SLACK: Final = 3
"""A line is called cut when the next word had gone into it with this to spare."""
_LONGEST_LINE: Final = 100


def mend_split_words(text: str, start: int) -> Sequence[Edit]:
    """Rejoin words that were cut at the end of a section."""
    lines = [line.rstrip() for line in text[start:].split("\n")]
    width = max(map(len, lines))
    if width > _LONGEST_LINE:
        return ()
    cuts = [
        place
        for place, (line, following) in enumerate(pairwise(lines))
        if len(line) + _SLACK < width and line and line[-1].isalpha() and following[:1].islower()
    ]
    if not cuts:
        return ()
    return _joined(text, start, lines, cuts, width)


def _joined(
    text: str, start: int, lines: Sequence[str], cuts: Sequence[int], width: int
) -> Sequence[Edit]:
    """Weigh each line that may be cut."""
    edits = []
    words: Counter[str] | None = None
    places = list(accumulate((len(line) + 1 for line in text[start:].split("\n")), initial=start))
    for cut in cuts:
        line, following = lines[cut], lines[cut + 1]
        head, rest = _HEAD.search(line), _REST.match(following)
        if not head or not rest or len(line) + len(rest[1]) + 1 + _SLACK > width:
            continue
        words = words or Counter(_WORD.findall(text.lower()))
        if not head[0].isupper() and _is_one_word(head[0].lower(), rest[1], words):
            # The line end moves behind the word, so that lines stay as long as they were.
            start, end = places[cut] + head.start(), places[cut + 1] + rest.end()
            edits.append(Edit(start, end, f"{head[0]}{rest[0].rstrip()}\n", RepairKind.SPLIT_WORD))
    return edits


def _is_one_word(head: str, rest: str, words: Counter[str]) -> bool:
    """Say whether two pieces are one word; each is counted once where it is cut."""
    if words[head + rest]:
        return words[head] < 2 or words[rest] < 2
    if len(head) <= 2:
        return head not in word_list("short")
    if not _VOWEL.search(head) or not _VOWEL.search(rest):
        return len(head) <= 4 or rest in word_list("ending")
    return rest in word_list("ending") and words[rest] < 2 and head not in word_list("no ending")
