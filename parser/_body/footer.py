"""The footer: where to find the post's reports, or to keep messages few.

It stands above the signature or below it, where nothing but stamps is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from parser._body.chunks import RULE_MARKS
from parser._body.signature import ends_text, signs_off
from parser._body.stamps import GROUP, STAMP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parser._body.tail_lines import Line

_FOOTER_SIGNS: Final = (
    *("http://", "https://", "www.", "website", "web site", "web page", "webpage"),
    *("sgov.gov", "homepage", "home page"),
    *("intelink", "siprnet", "partnership blog"),
)
_INVITATION: Final = re.compile(
    r"(?:please )?visit\b|to (?:view|read|access)\b"
    r"|for (?:more|further|additional) (?:information|report|detail|news|analys)",
    re.IGNORECASE,
)
_VISIT: Final = re.compile(r"(?:please )?visit ", re.IGNORECASE)
_MOST_FOOTER_LINES: Final = 8
"""Lines of one block of a footer."""
_MINIMIZE: Final = re.compile(r"\bMINIMI[ZS]E\b", re.IGNORECASE)
_LONGEST_FOOTER: Final = 200


def closes(line: str) -> bool:
    """Say whether a line is a stamp or a footer, with nothing of the text behind it."""
    line = " ".join(line.split())
    return bool(STAMP.fullmatch(line)) or (
        len(line) < _LONGEST_FOOTER
        and not line[0].isdigit()
        and line[0] != "\u00b6"
        and _is_footer(line)
    )


def _is_footer(line: str) -> bool:
    """Say whether a line tells where to find the post's reports, or to keep messages few."""
    lowered = line[:_LONGEST_FOOTER].lower()
    is_told = any(sign in lowered for sign in _FOOTER_SIGNS) or (
        "minimi" in lowered and _MINIMIZE.search(line) is not None
    )
    return is_told and not signs_off(line)


def top_of_footer(lines: Sequence[Line], first: int) -> int:
    """Find where a footer right above a signature begins; `first` when there is none."""
    top = last = first
    while top > 0 and GROUP.fullmatch(lines[top - 1].text):
        top -= 1
    if top < first or _invites(lines, first - 1):
        return min(top, first - 1)
    while top > 0 and first - top < _MOST_FOOTER_LINES:
        top -= 1
        if lines[top].is_apart:
            below = lines[last - 1].text if first < last else None
            if not _is_footer_block(lines[top:first], below):
                break
            first = top
    return first


def _is_footer_block(block: Sequence[Line], below: str | None) -> bool:
    """Say whether lines below a blank one are a footer.

    Where another of its blocks stands below, `below` is the last line of that; a row of signs
    there is one of two.
    """
    line = block[0].text
    if line[0].isdigit() or line[0] in "(\u00b6":
        return False
    if _INVITATION.match(line):
        return below is not None or any(_is_footer(one.text) for one in block)
    if below is None:
        return _is_footer(line)
    return not (line + below).strip(f"{RULE_MARKS} ")


def _invites(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line right below the text invites to the post's page, `Visit ...`."""
    if index < 1 or not _VISIT.match(lines[index].text):
        return False
    return _is_footer(lines[index].text) and ends_text(lines[index - 1].text)
