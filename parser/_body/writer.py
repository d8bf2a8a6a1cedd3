"""Writes paragraphs: reflowed text, and the phrases in it that are told apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from parser._body.chunks import indent
from parser._body.phrases import (
    find_protect_phrases,
    find_redactions,
    holds_protect_phrase,
    holds_redaction,
)
from parser._model import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parser._body.layout import Block, Draft
    from parser._working import Working

_WRAPPED_HYPHEN: Final = re.compile(r"-(?<=[A-Za-z]-)[ \t]{0,3}\n\s{0,40}(?=[A-Za-z])")
_ODD_SPACES: Final = "\t\r\x0b\x0c\x1c\x1d\x1e\x1f"
"""White space of ASCII that is neither a space nor a line end."""


class Writer:
    """Turns drafts of one text into paragraphs.

    What a text does not hold anywhere is not looked for in each of its paragraphs.
    """

    def __init__(self, working: Working, start: int) -> None:
        text = working.text
        self._working = working
        self._text = text
        self._line = text.replace("\n", " ")
        self._is_plain = text.isascii() and not any(space in text for space in _ODD_SPACES)
        self._has_hyphens = _WRAPPED_HYPHEN.search(text, start) is not None
        self._has_protect = holds_protect_phrase(text, start)
        self._has_redactions = holds_redaction(text, start)

    def paragraph(self, draft: Draft, *, is_lost: bool) -> Paragraph:
        """Write one paragraph."""
        text, blocks = self._text, draft.blocks
        if len(blocks) == 1 and not blocks[0].is_row:
            plain = self._reflow(blocks[0].start, blocks[0].end).strip()
        else:
            plain = "\n".join(
                " " * place + text[block.start : block.end]
                if block.is_row
                else self._reflow(block.start, block.end)
                for block, place in zip(blocks, self._indents(blocks), strict=True)
            ).rstrip()
            plain = plain if blocks and blocks[0].is_row else plain.lstrip()
        return Paragraph(
            draft.number,
            draft.marking,
            "\n".join([fold(text[start:end]) for start, end in draft.headings])
            if draft.headings
            else None,
            plain,
            self._working.span(draft.start, draft.end),
            (len(plain),) if is_lost else (),
            find_protect_phrases(plain) if self._has_protect else (),
            find_redactions(plain) if self._has_redactions else (),
        )

    def _indents(self, blocks: Sequence[Block]) -> Sequence[int]:
        """Say how far each row stands to the right of the leftmost row; other blocks do not."""
        befores = [indent(self._text, one.start) if one.is_row else None for one in blocks]
        places = [None if before is None else len(before.expandtabs()) for before in befores]
        leftmost = min((place for place in places if place is not None), default=0)
        return [0 if place is None else place - leftmost for place in places]

    def _reflow(self, start: int, end: int) -> str:
        """Put a block on one line; a hyphen at the end of a line keeps its word together."""
        line = self._line[start:end]
        if self._has_hyphens:
            line = _WRAPPED_HYPHEN.sub("-", self._text[start:end]).replace("\n", " ")
        if not (self._is_plain or line.isprintable()):
            return fold(line)
        while "  " in line:
            line = line.replace("  ", " ")
        return line


def printed(text: str, draft: Draft) -> str:
    """Give a paragraph line by line, as the mended source has it."""
    lines = "\n".join(text[block.start : block.end] for block in draft.blocks).split("\n")
    return "\n".join(fold(line) for line in lines if line.strip())


def unwrapped(text: str) -> str:
    """Put a name on one line; a hyphen at the end of a line keeps it together."""
    return fold(_WRAPPED_HYPHEN.sub("-", text))


def fold(text: str) -> str:
    """Make one space of each stretch of white space."""
    return " ".join(text.split())
