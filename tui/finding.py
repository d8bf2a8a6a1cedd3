"""Finding in one cable: what was typed as it stands there, else what is like it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parser import Span, clean

if TYPE_CHECKING:
    from archive import Archive, ParagraphSpans
    from parser import Cable

_SHORTEST = 3
"""Characters from which something is sought that is only like what was typed."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where something stands in a cable."""

    text: str
    matches: ParagraphSpans
    is_exact: bool = True
    """It stands there as it was typed, but for case and white space."""

    @property
    def said(self) -> str:
        """The result in words."""
        count = sum(len(spans) for _, spans in self.matches)
        if not count:
            return f"Not in this cable: {self.text}"
        return f"{count} found{'' if self.is_exact else ', like it'}: {self.text}"


def found_in(archive: Archive, text: str, cable: Cable) -> Found:
    """Find in a cable, parts of words too; with typos where nothing is exactly as typed.

    Raises ArchiveError.
    """
    text = text.strip()
    if not text:
        return Found(text, ())
    words = re.compile(r"\s+".join(map(re.escape, text.split())), re.IGNORECASE)
    matches = tuple(
        (position, spans)
        for position, paragraph in enumerate(cable.paragraphs)
        if (spans := _spans(words, clean(paragraph.text)))
    )
    if matches or len(text) < _SHORTEST:
        return Found(text, matches)
    found = archive.matches(text, cable, is_tolerant=True).paragraphs
    return Found(text, found, is_exact=False)


def _spans(words: re.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in words.finditer(text))
