"""Reads the text of a telegram into paragraphs and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from parser._body.layout import Draft, Layout, lay_out
from parser._body.phrases import find_protect_phrases, find_redactions
from parser._body.sections import read_comment, read_summary
from parser._body.tail import Tail, read_tail
from parser._model import Origin, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parser._working import Working

_HANDLING: Final = re.compile(
    r".{0,120}\b(?:sensitive but unclass|entire (?:text|cable|message)|handle accordingly"
    r"|not for (?:public |release |the )?(?:internet|distribution|publication|release)"
    r"|protect accordingly|please (?:handle|protect)|for official use only|internet distribution)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_HANDLING: Final = 240
_WRAPPED_HYPHEN: Final = re.compile(r"(?<=[A-Za-z])-[ \t]{0,3}\n\s{0,40}(?=[A-Za-z])")
_UNFINISHED: Final = re.compile(r"[\w,]\Z")
"""The last character of a paragraph that has lost its end."""


@dataclass(frozen=True, slots=True)
class Body:
    """What was read of a text. Spans are in the raw text."""

    paragraphs: tuple[Paragraph, ...]
    handling: tuple[str, ...]
    summary: str | None
    comment: str | None
    signed_by: tuple[str, ...]
    footer: str | None
    layout: Layout
    tail: Tail
    lost: tuple[int, ...] = ()
    """Where the end of a paragraph seems to be lost, in the mended text."""
    origins: tuple[Origin, ...] = ()


def read_body(working: Working, start: int) -> Body:
    """Read `working.text` from `start` to its end."""
    text = working.text
    tail = read_tail(text, start)
    layout = lay_out(text, start, tail.start)
    handling, drafts = _part_handling(text, layout.paragraphs)
    paragraphs = tuple(_paragraph(working, draft) for draft in drafts)
    return Body(
        paragraphs,
        handling,
        read_summary(paragraphs),
        read_comment(paragraphs),
        tuple(_fold(text[piece.start : piece.end]) for piece in tail.signatures),
        "\n".join(text[piece.start : piece.end] for piece in tail.footer) or None,
        layout,
        tail,
    )


def _part_handling(text: str, drafts: Sequence[Draft]) -> tuple[tuple[str, ...], Sequence[Draft]]:
    """Divide handling lines, which stand before the first numbered paragraph, from the rest."""
    handling = []
    first = 0
    for draft in drafts:
        if draft.number is not None or draft.headings or len(draft.blocks) != 1:
            break
        line = text[draft.start : draft.blocks[0].end]
        if len(line) > _LONGEST_HANDLING or not _HANDLING.match(line):
            break
        handling.append(_fold(line))
        first += 1
    return tuple(handling), drafts[first:]


def _paragraph(working: Working, draft: Draft) -> Paragraph:
    text = working.text
    plain = "\n".join(
        _columns(text[block.start : block.end])
        if block.is_row
        else _reflow(text[block.start : block.end])
        for block in draft.blocks
    )
    heading = "\n".join(_fold(text[start:end]) for start, end in draft.headings) or None
    end = draft.blocks[-1].end if draft.blocks else draft.headings[-1][1]
    return Paragraph(
        draft.number,
        draft.marking,
        heading,
        plain.strip(),
        working.span(draft.start, end),
        (),
        find_protect_phrases(plain),
        find_redactions(plain),
    )


def _fold(text: str) -> str:
    return " ".join(text.split())


def _reflow(text: str) -> str:
    """Put a block on one line; a hyphen at the end of a line keeps its word together."""
    if "-\n" in text or "- \n" in text:
        text = _WRAPPED_HYPHEN.sub("-", text)
    return " ".join(text.split())


def _columns(text: str) -> str:
    """Keep a row of a table as it stands, the spaces between its columns too."""
    return text.rstrip()
