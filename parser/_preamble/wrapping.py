"""Lines that were cut at a fixed width, put together again.

The system that printed `Classified By:` cut its line behind 71 characters, in the middle of a word
if need be, and sometimes left a blank line there: `for rea` / blank / `sons 1.4 (b)`. A word is put
together where the line is 71 characters long, where the two parts make a word that the field knows,
or where a capital letter is followed by small ones that are no word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WIDTH: Final = 71
_LONGEST_WORD: Final = 40
_BREAK: Final = re.compile(r"[ \t\xa0]*\n(?:[ \t\xa0]*\n)*")
_LAST_WORD: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]+\Z")
_NAME_PREFIX: Final = re.compile(r"\b(?:Mc|Mac|Du|De|Le|La|Fitz)\Z")
_HYPHEN: Final = re.compile(r"[^\W\d_]-\Z")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_SMALL_WORD: Final = re.compile(
    "accordance|according|al|an?|and|as|at|authority|based|because|bin|by|de|del|della|der|di|dos|du|due|el|for|from|in|is|la|le|of|on|or|per|pursuant|the|to|under|with|"
    "van|von|was|reasons?|section"
)


_AFTER_NAME: Final = frozenset(
    ("for", "reason", "reasons", "under", "per", "FOR", "REASON", "REASONS", "UNDER", "PER")
)
"""What begins a line behind a whole name, and never is the rest of one."""


_LETTER: Final = re.compile(r"\(?[A-Ha-h]\)")
"""The letter of a reason; AND or OR in front of it is a whole word."""


_NAME_PART: Final = re.compile(r"\b(?:Mc|Mac|Fitz|O['\u2019])\Z")
_REST_OF_NAME: Final = re.compile(
    r"['\u2019-][^\W\d_]|a?c[A-Z]|[b-df-xz](?![^\W\d_'\u2019.])"
    r"|(?:e|y|al|bin|d[aeiu]|del|der|dos|el|l[ae])(?! (?:[A-Z]|l[aeo]s? ))(?![^\W\d_'\u2019])"
)
"""What goes on with a name: no particle has what is no name behind it."""


_NO_WORD: Final = re.compile(r"[\s(\d]")
"""What begins a line that goes on with no word."""


class Unwrapped(NamedTuple):
    """Lines made one, and the way back to where each character stood."""

    text: str
    pieces: tuple[tuple[int, int], ...]
    """Offsets in `text` where a piece begins, and where that stood."""
    is_repaired: bool

    def place(self, offset: int) -> int:
        """Say where the character at `offset` stood."""
        index = bisect_right(self.pieces, (offset, 1 << 60)) - 1
        begin, stood = self.pieces[index]
        return stood + offset - begin


def unwrap(text: str, line_start: int, is_word: Callable[[str], bool]) -> Unwrapped:
    """Join the lines of a text; `line_start` (0 or less) is where the first of them begins.

    `is_word` tells whether two parts make a word of this field, in upper case.
    """
    if "\n" not in text and len(text) - line_start <= _WIDTH:
        return Unwrapped(text, ((0, 0),), is_repaired=False)
    joined: list[str] = []
    pieces: list[tuple[int, int]] = []
    length, place, is_repaired = 0, 0, False
    for start, end, line_ends in _breaks(text, line_start):
        line, following = text[place:start], text[end : end + 24]
        pieces.append((length, place))
        joined.append(line)
        length += len(line)
        width = start - line_start
        is_loose = width < _WIDTH - 7 and line_ends == 1
        is_cut = (
            _is_cut_at_width(line, following, width)
            if line_ends
            else _is_cut_at_joint(line, following)
        )
        if is_cut or _is_cut(line, following, is_word, is_loose=is_loose):
            is_repaired = True
        elif not _HYPHEN.search(line):
            joined.append(" ")
            length += 1
        place = end
        line_start = end if line_ends else line_start
    pieces.append((length, place))
    joined.append(text[place:])
    return Unwrapped("".join(joined), tuple(pieces), is_repaired)


def _breaks(text: str, line_start: int) -> Iterator[tuple[int, int, int]]:
    """Give where lines are parted, and by how many line ends.

    There are none where a publisher put a line together that was cut at the fixed width: a space
    stands there.
    """
    for match in _BREAK.finditer(text):
        yield from _joint(text, line_start, match.start())
        yield match.start(), match.end(), match[0].count("\n")
        line_start = match.end()
    yield from _joint(text, line_start, len(text))


def _joint(text: str, line_start: int, line_end: int) -> Iterator[tuple[int, int, int]]:
    """Give the space at the fixed width of a line that is longer."""
    place = line_start + _WIDTH
    if 0 < place < line_end and text[place] == " ":
        yield place, place + 1, 0


def _is_cut_at_width(line: str, following: str, width: int) -> bool:
    """Tell whether a line was cut at the fixed width, and not by chance between two words."""
    last, first = _LAST_WORD.search(line[-_LONGEST_WORD:]), _FIRST_WORD.match(following)
    is_between_words = (line[-1:].islower() and following[:1].isupper()) or bool(
        last and first and _SMALL_WORD.fullmatch(last[0]) and _SMALL_WORD.fullmatch(first[0])
    )
    is_between_words = is_between_words or line[-1:] in {",", ";", ":"}
    is_between_words = is_between_words or bool(first and first[0] in _AFTER_NAME)
    is_between_words = is_between_words or following.startswith("- ")
    is_between_words = is_between_words or bool(last and _NO_WORD.match(following))
    if last and last[0].lower() in {"and", "or"}:
        is_between_words = is_between_words or _LETTER.match(following) is not None
    return width == _WIDTH and (not is_between_words or _NAME_PREFIX.search(line) is not None)


def _is_cut_at_joint(line: str, following: str) -> bool:
    """Tell whether the space where a line was put together parts a name, `Ann Examp` / `le for`."""
    last = _LAST_WORD.search(line[-_LONGEST_WORD:])
    if _NAME_PART.search(line[-_LONGEST_WORD:]):
        return following[:1].isupper()
    is_name = last is not None and last[0][0].isupper()
    return is_name and _REST_OF_NAME.match(following) is not None


def _is_cut(line: str, following: str, is_word: Callable[[str], bool], *, is_loose: bool) -> bool:
    """Tell whether a word was cut between two lines; in a loose line only a single letter is."""
    last, first = _LAST_WORD.search(line[-_LONGEST_WORD:]), _FIRST_WORD.match(following)
    if not last or not first:
        return False
    if is_word((last[0] + first[0]).upper()):
        return not is_word(last[0].upper())
    if is_loose and len(last[0]) > 1:
        return False
    is_rest = (
        first[0].islower() and not _SMALL_WORD.fullmatch(first[0]) and not is_word(first[0].upper())
    )
    return is_rest and last[0][0].isupper() and following[len(first[0]) : len(first[0]) + 1] != "'"
