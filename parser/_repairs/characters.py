"""Defects of single characters: white space, markup, line ends, pilcrows, HTML entities."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, Final

from parser._model import RepairKind
from parser._working import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKUP: Final = re.compile(
    r"\*\*(\d{1,3}\.?)\*\*"
    r"|<a\s[^<>\n]{1,400}>([^<>\n]{0,200})</a>"
    r"|<(https?://[^<>\s]{1,400})>"
    r"|(?:</?(?:p|br|b|i|em|strong|pre|code|span|div)\s{0,4}/?>)+",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"^(?:(?:[ \t]?>)++ ?\n(?=[ \t]?>))*+(?:[ \t]?>)++ ?", re.MULTILINE)
"""What stands in front of a quoted line, with the quoted lines above that hold nothing else."""
_FEW_QUOTED: Final = 4
_FEW_BREAKS: Final = 3
"""Fewer lines that end in two spaces are no habit of a program that saved a page; above a blank
line they say nothing."""
_LETTER: Final = re.compile(r"^[ \t>]*[^\s>]", re.MULTILINE)
_HARD_BREAK: Final = re.compile(r"(?<=\S)(?<!-\d\d)  (?=\n)")
"""Two spaces at the end of a line, but behind the last column of a list of offices, `NSCE-00`."""
_LINE_END: Final = re.compile(r"\\[ \t]{0,8}(?:\n[ \t]{0,8}\\[ \t]{0,8})*(?=\n|\Z)")
"""A backslash at the end of a line, and the lines after it that hold nothing else."""
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_SINGLE_SPACED: Final = re.compile(r"\S[ \t]{0,80}\n[ \t]{0,80}\S")
_GAP: Final = re.compile(r"(?<=\S)([ \t]{0,80}\n)(?:[ \t]{0,80}\n){1,80}(?=[ \t]{0,80}\S)")
_MISDECODED: Final = re.compile(
    r"\u00c2(?=[\u00b6\u00a7\u00a3\u00b0\u00bb\u00ab\u00a0])|\\xb6(?=\d)|\\(?=['\"])"
)
"""What stands in front of a sign of Latin-1 or in its place, and the escape of a quotation mark."""


_OTHER_WHITE: Final = "\r\x00\u00a0\u00ad\u2000-\u200b\u202f\u2060\u3000\ufeff"
_WHITE: Final = re.compile(rf"(?:[{_OTHER_WHITE}]++(?:(?<=\r)\n)?(?:\x20(?=[{_OTHER_WHITE}]))?)++")
"""Line ends of other systems, spaces of other widths, and what no reader sees."""
_SEEN: Final = {
    **dict.fromkeys(map(ord, "\u00a0\u202f\u3000"), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    **dict.fromkeys(map(ord, "\x00\u00ad\u200b\u2060\ufeff"), ""),
}
_FEW_GAPS: Final = 8
_LONGEST_LINE: Final = 100
"""Longer lines are paragraphs, between which blank lines are as they should be."""
_HEAD: Final = 2_000
"""A text of hard breaks has one in so many characters; looking through all of it costs more."""


def mend_white_space(text: str) -> Sequence[Edit]:
    """Make line ends newlines and spaces spaces, and take out what nobody sees."""
    if text.isascii() and "\r" not in text and "\x00" not in text:
        return ()
    return [_white(found) for found in _WHITE.finditer(text)]


def _white(found: re.Match[str]) -> Edit:
    """Make one edit of white space side by side, or with a plain space between."""
    kind = RepairKind.LINE_END if "\r" in found[0] else RepairKind.ENCODING
    return Edit(*found.span(), unix_lines(found[0]).translate(_SEEN), kind)


def unix_lines(text: str) -> str:
    """Make every line end a newline character; also one that was made that of Windows twice."""
    for other in ("\r\r\n", "\r\n", "\r"):
        text = text.replace(other, "\n")
    return text


def mend_quoting(text: str) -> Sequence[Edit]:
    """Take out the `> ` that a mail program put in front of every line of what it forwards.

    Lines above and below it may have none; a text that holds a quoted mail itself is left alone.
    """
    if ">" not in text or (text[0] != ">" and "\n>" not in text):
        return ()
    edits = [
        Edit(*found.span(), "\n" * found[0].count("\n"), RepairKind.MARKUP)
        for found in _QUOTED.finditer(text)
    ]
    lines = sum(len(edit.after) + 1 for edit in edits)
    if lines < _FEW_QUOTED or lines * 2 < sum(1 for _ in _LETTER.finditer(text)):
        return ()
    return edits


def mend_markup(text: str) -> Sequence[Edit]:
    """Take out what a Markdown or HTML saver put in: `**11.**`, `<a ...>`, hard breaks."""
    edits = []
    if text.find("  \n", 0, _HEAD) >= 0:
        breaks = [found.span() for found in _HARD_BREAK.finditer(text)]
        inside = sum(not text.startswith(("\n", " \n"), end + 1) for _, end in breaks)
        if inside >= _FEW_BREAKS:
            edits = [Edit(*span, "", RepairKind.MARKUP) for span in breaks]
    if "*" in text or "<" in text:
        edits += [
            Edit(
                *found.span(), found[found.lastindex] if found.lastindex else "", RepairKind.MARKUP
            )
            for found in _MARKUP.finditer(text)
        ]
        edits.sort()
    return edits


def mend_line_ends(text: str) -> Sequence[Edit]:
    """Take out the backslashes that a database dump left at the ends of lines."""
    if "\\" not in text:
        return ()
    return [
        Edit(*found.span(), "\n" * found[0].count("\n"), RepairKind.LINE_END)
        for found in _LINE_END.finditer(text)
    ]


def mend_double_spacing(text: str) -> Sequence[Edit]:
    """Take out the blank line behind every line, where each blank line of the text became three.

    So a text comes out that went through a program which took its line ends for two.
    """
    if _SINGLE_SPACED.search(text):
        return ()
    gaps = list(_GAP.finditer(text))
    ends = [gap[0].count("\n") for gap in gaps]
    is_doubled = max(ends, default=0) > 2 and not any(count % 2 for count in ends)
    if len(gaps) < _FEW_GAPS or not is_doubled or _is_of_long_lines(text):
        return ()
    return [
        Edit(gap.end(1), gap.end(), "\n" * (count // 2 - 1), RepairKind.BLANK_LINE)
        for gap, count in zip(gaps, ends, strict=True)
    ]


def _is_of_long_lines(text: str) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(len(line) > _LONGEST_LINE for line in lines) * 10 > len(lines)


def mend_encoding(text: str) -> Sequence[Edit]:
    """Mend a pilcrow that was decoded by the wrong table, and a quotation mark left escaped."""
    if "\u00c2" not in text and "\\" not in text:
        return ()
    return [
        Edit(*found.span(), "\u00b6" if len(found[0]) > 1 else "", RepairKind.ENCODING)
        for found in _MISDECODED.finditer(text)
    ]


@lru_cache(maxsize=256)
def _unescaped(entity: str) -> str:
    return unescape(entity)


def mend_entities(text: str) -> Sequence[Edit]:
    """Read HTML character references, once."""
    if "&" not in text:
        return ()
    edits = []
    for found in _ENTITY.finditer(text):
        plain = _unescaped(found[0])
        if plain != found[0]:
            edits.append(Edit(*found.span(), plain, RepairKind.ENTITY))
    return edits
