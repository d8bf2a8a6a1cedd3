"""The one door for text on its way to a terminal.

Text from a cable is hostile until cleaned: it may hold sequences that drive the terminal, turn the
order of letters round, or take no room. What is shown instead of what is said in `docs/formats.md`.
Both functions leave clean text alone, and cleaning twice changes nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MARKS_IN_BLOCK: Final = 8
"""Combining marks kept on one letter in running text."""
MARKS_IN_LINE: Final = 2
"""The same where a text has one line of a fixed width."""

_TAB: Final = 8
_NEWLINE: Final = "\n"
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"

_DELETED: Final = (
    (0x202A, 0x202E),  # order of letters: embeddings and overrides
    (0x2066, 0x2069),  # the same: isolates
    (0x200E, 0x200F),
    (0x061C, 0x061C),
    (0x200B, 0x200D),  # without width
    (0x2060, 0x2064),
    (0xFEFF, 0xFEFF),
    (0x00AD, 0x00AD),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE007F),
    (0xFE00, 0xFE0F),
)
_REPLACED: Final = (
    (0x0080, 0x009F),  # C1; U+0085 is a line break
    (0xD800, 0xDFFF),
    (0xFDD0, 0xFDEF),
    (0x115F, 0x1160),
    (0x3164, 0x3164),
    *((plane | 0xFFFE, plane | 0xFFFF) for plane in range(0, 0x110000, 0x10000)),
)
_BREAKS: Final = (0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)


def _table(line_break: str) -> dict[int, str | None]:
    table: dict[int, str | None] = {code: chr(0x2400 + code) for code in range(0x20)}
    table[0x7F] = "\N{SYMBOL FOR DELETE}"
    for first, last in _REPLACED:
        table |= dict.fromkeys(range(first, last + 1), _REPLACEMENT)
    for first, last in _DELETED:
        table |= dict.fromkeys(range(first, last + 1))
    table |= dict.fromkeys(_BREAKS, line_break)
    table[0x09] = "\t" if line_break == _NEWLINE else " "
    return table


def _class(ranges: tuple[tuple[int, int], ...]) -> str:
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


_BLOCK: Final = _table(_NEWLINE)
_LINE: Final = _table(" ")
_UNSAFE: Final = _class((*_DELETED, *_REPLACED)) + "\\u2028\\u2029"
_UNSAFE_IN_BLOCK: Final = re.compile(f"[\\x00-\\x09\\x0b-\\x1f\\x7f{_UNSAFE}]")
_UNSAFE_IN_LINE: Final = re.compile(f"[\\x00-\\x1f\\x7f{_UNSAFE}]")
# The same for text within Latin-1, where looking at bytes is fifty times as fast.
_UNSAFE_LATIN_LINE: Final = bytes((*range(0x20), *range(0x7F, 0xA0), 0xAD))
_UNSAFE_LATIN_BLOCK: Final = _UNSAFE_LATIN_LINE.replace(b"\n", b"")
# Marks stand above U+02FF: a run of other letters cannot hold too many of them.
_RUN_IN_BLOCK: Final = re.compile(f"[^\\x00-\\u02ff]{{{MARKS_IN_BLOCK + 1},}}")
_RUN_IN_LINE: Final = re.compile(f"[^\\x00-\\u02ff]{{{MARKS_IN_LINE + 1},}}")


def clean(text: str) -> str:
    """Make a block of text safe to show; lines are kept and end in a newline character."""
    if _is_plain(text, _UNSAFE_LATIN_BLOCK):
        return text
    if _UNSAFE_IN_BLOCK.search(text):
        text = text.replace("\r\n", _NEWLINE).translate(_BLOCK).expandtabs(_TAB)
    return _RUN_IN_BLOCK.sub(lambda run: _thin(run[0], MARKS_IN_BLOCK), text)


def clean_line(text: str) -> str:
    """Make a text safe to show on one line: a tab or a line break becomes one space."""
    if _is_plain(text, _UNSAFE_LATIN_LINE):
        return text
    if _UNSAFE_IN_LINE.search(text):
        text = text.replace("\r\n", " ").translate(_LINE)
    return _RUN_IN_LINE.sub(lambda run: _thin(run[0], MARKS_IN_LINE), text)


def _is_plain(text: str, unsafe: bytes) -> bool:
    """Tell quickly that nothing is to be done; False when a closer look is needed."""
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return len(data.translate(None, unsafe)) == len(data)


def _thin(run: str, most: int) -> str:
    """Keep at most `most` combining marks in a row."""
    kept: list[str] = []
    marks = 0
    for character in run:
        marks = marks + 1 if _is_mark(character) else 0
        if marks <= most:
            kept.append(character)
    return "".join(kept)


def _is_mark(character: str) -> bool:
    """Tell whether a character is drawn on the one before it (a mark, or a joining jamo)."""
    return (
        unicodedata.category(character) in {"Mn", "Me"}
        or "\u1161" <= character <= "\u11ff"
        or "\ud7b0" <= character <= "\ud7ff"
    )
