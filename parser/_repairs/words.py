"""Words cut in two where a section of the telegram ended.

A section was cut at a number of characters: the line ends early and the rest of its word begins the
next. A line that is too short is the first sign. The second is the word: it stands whole somewhere
else in the cable, or one part of it is no word.
"""

from __future__ import annotations

import re
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final

from parser._model import RepairKind
from parser._tables import posts, word_list
from parser._working import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEAD: Final = re.compile(r"(?<![0-9A-Za-z'\u2019])[A-Za-z'\u2019]+\Z")
"""The letters that end a line, and not those of a number, `17th`."""
_REST: Final = re.compile(r"[a-z'\u2019]{1,24}")
_HYPHEN: Final = re.compile(
    r"-[ \t]{0,8}\n[ \t]{0,8}([A-Za-z]{2,24})(?![A-Za-z-])([.,;:)\"]{0,3})[ \t]{0,4}"
)
_BEGINNING: Final = re.compile(r"([a-z'\u2019]{1,24}+)(\S{0,20}[ \t]{0,4})")
"""The word that begins a line in small letters, and what stands behind it up to a space."""
_ENUMERATED: Final = re.compile(r"(?:[a-z]|[ivx]{2,4})[.)](?:\s|\Z)")
"""How a sub-paragraph begins: `b. the quay`."""
_OWNER: Final = re.compile(r"(?<=\w)['\u2019]s\Z")
"""What may stand behind a word that stands elsewhere without it: `the emba` / `ssy's quay`."""
_VOWEL: Final = re.compile(r"[aeiouyAEIOUY]")
_SHORT: Final = 5
"""By how much a line is shorter than the longest at least, to be looked at."""
_SLACK: Final = 3
"""A line is called cut when the next word had gone into it with this to spare."""
_MOST_PLACES: Final = 500
_MOST_READ: Final = 50_000_000
"""Characters that may be searched for the words of one text: a text of megabytes is not looked
through for each of its lines."""
_SHORTEST_LINE: Final = 20
_LONGEST_LINE: Final = 100


def mend_split_words(text: str, start: int) -> Sequence[Edit]:
    """Rejoin words that were cut at the end of a section."""
    lines = text[start:].split("\n")
    width = max(map(len, lines))
    if not _SHORTEST_LINE < width < _LONGEST_LINE:
        return ()
    edits: list[Edit] = []
    raised = ""
    checks = _MOST_READ // len(text)
    for place, line, rest, after in _short_lines(lines, width):
        head = _HEAD.search(line, line.rfind(" ") + 1)
        if head is None or head[0].isupper():
            continue
        if not place and text[start - 1 : start] != "\n":
            continue  # the line began before the text
        begin = start + place + head.start()
        if edits and begin < edits[-1].end:
            continue  # the end of a word that was joined just now
        raised = raised or text.lower()
        checks -= 1
        if checks <= 0:
            break
        is_cut_short = width - len(line) - 1 - len(rest) >= _SLACK
        if _is_one_word(head[0], rest, raised, is_cut_short=is_cut_short):
            # The line end moves behind the word, so that lines stay as long as they were.
            end = text.index("\n", begin) + 1 + len(rest) + len(after)
            whole = f"{head[0]}{rest}{after.rstrip()}{_line_end(text, end)}"
            edits.append(Edit(begin, end, whole, RepairKind.SPLIT_WORD))
    return edits


def _short_lines(lines: Sequence[str], width: int) -> Iterator[tuple[int, str, str, str]]:
    """Give the lines into which the word that begins the next one had gone.

    With each: its place, the beginning of that word in small letters, what follows up to a space.
    """
    lengths = list(map(len, lines))
    short = [
        index
        for index, length in enumerate(lengths[:-1])
        if length <= width - _SHORT and _may_have_gone(lines[index + 1], lines[index], width)
    ]
    ends = list(accumulate(lengths)) if short else []
    for index in short:
        word, line = _BEGINNING.match(lines[index + 1]), lines[index].rstrip()
        if not word or len(line) + 1 + word.end(1) > width or not line[-1:].isalpha():
            continue
        if not _ENUMERATED.match(word[0]):
            yield ends[index] - lengths[index] + index, line, word[1], word[2]


def _may_have_gone(below: str, line: str, width: int) -> bool:
    """Say whether the word in small letters that begins the line below may go into this one."""
    if not below[:1].islower():
        return False
    room = width - len(line.rstrip())
    return len(below) < room or not below[:room].isalpha()


def mend_hyphens(text: str, start: int, *, is_usual: bool) -> Sequence[Edit]:
    """Rejoin words that were divided by a hyphen at the end of a line.

    A hyphen may be the word's own, `PRO-` / `ARAFAT`. It goes where the word stands without it
    elsewhere; and where dividing words is the habit of the source (`is_usual`, the telegrams of
    the 1970s), unless the word stands with it elsewhere, or both its parts by themselves; the
    name of a post is a word by itself, `PRO-` / `ROME`.
    """
    if not _HYPHEN.search(text, start):
        return ()
    edits = []
    raised = text.lower()
    checks = _MOST_READ // len(text)
    for found in islice(_HYPHEN.finditer(text, start), checks):
        before = _HEAD.search(text[max(start, found.start() - 24) : found.start()])
        if before is None or len(before[0]) < 2:
            continue
        head, rest = before[0].lower(), found[1].lower()
        if not is_usual and not _stands(raised, head + rest):
            continue
        has_head = head in word_list("prefix") or _stands(raised, head, 2)
        is_compound = has_head and (_stands(raised, rest, 2) or rest.upper() in posts())
        if not is_compound and f"{head}-{rest}" not in raised:
            whole = f"{before[0]}{found[1]}{found[2]}{_line_end(text, found.end())}"
            begin = found.start() - len(before[0])
            edits.append(Edit(begin, found.end(), whole, RepairKind.SPLIT_WORD))
    return edits


def _line_end(text: str, place: int) -> str:
    """Give the line end to put at `place`; none where the line ends there by itself."""
    return "\n" if text[place : place + 1].strip("\n") else ""


def is_cut(text: str, start: int, end: int) -> bool:
    """Say whether a word goes on behind `text[start:end]`, which is to be lifted out."""
    if not text[end : end + 1].islower() or not text[start - 1 : start].isalpha():
        return False
    head, rest = _HEAD.search(text[max(0, start - 24) : start]), _REST.match(text, end)
    if not head or not rest or head[0].isupper():
        return False
    return _is_one_word(head[0], rest[0], text.lower())


def _is_one_word(head: str, rest: str, text: str, *, is_cut_short: bool = True) -> bool:
    """Say whether two pieces are one word of a text in small letters, where each stands once.

    Where the line is hardly short, the word must stand whole elsewhere and its pieces nowhere. Few
    letters with a capital may be a name, `Hu` / `said`.
    """
    may_be_name, head = head[0].isupper(), head.lower()
    rest = _OWNER.sub("", rest)
    if _stands(text, head + rest):
        alone = (not _stands(text, head, 2)) + (not _stands(text, rest, 2))
        return alone == 2 or (alone == 1 and is_cut_short)
    if not is_cut_short:
        return False
    if len(head) <= 2:
        return not may_be_name and head not in word_list("short")
    if not _VOWEL.search(head):
        return not may_be_name and len(head) <= 4
    return (
        rest in word_list("ending")
        and head not in word_list("no ending")
        and not _stands(text, rest, 2)
    )


def _stands(text: str, word: str, times: int = 1) -> bool:
    """Say whether a word stands in a text, whole, at least so many times."""
    place = text.find(word)
    for _ in range(_MOST_PLACES):
        if place < 0:
            return False
        end = place + len(word)
        if not (text[end : end + 1].isalpha() or text[place - 1 : place].isalpha()):
            times -= 1
            if not times:
                return True
        place = text.find(word, end)
    return True
