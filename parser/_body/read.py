"""Reads the text of a telegram into paragraphs and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from parser._body.layout import lay_out
from parser._body.losses import find_losses
from parser._body.sections import read_comment, read_summary
from parser._body.tail import find_lines, read_tail
from parser._body.writer import Writer, fold, printed, unwrapped
from parser._model import How, Origin, Paragraph, RepairKind, Span
from parser._told import NOTHING_TOLD, Told
from parser._working import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from parser._body.layout import Draft
    from parser._body.tail import Tail
    from parser._working import Working

_HANDLING: Final = re.compile(
    r".{0,120}\b(?:sensitive but unclass|entire (?:text|cable|message)|handle accordingly"
    r"|not for (?:public |release |the )?(?:internet|distribution|publication|release)"
    r"|protect accordingly|please (?:handle|protect)|for official use only|internet distribution)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_HANDLING: Final = 240


@dataclass(frozen=True, slots=True)
class Body:
    """What was read of a text. Spans are in the raw text."""

    paragraphs: tuple[Paragraph, ...]
    handling: tuple[str, ...]
    summary: str | None
    comment: str | None
    signed_by: tuple[str, ...]
    footer: str | None
    doubts: tuple[Span, ...]
    """Paragraph numbers that do not follow the one before."""
    losses: tuple[Span, ...]
    """Where the end of a paragraph seems to be lost."""
    origins: tuple[Origin, ...]


def read_body(
    working: Working,
    start: int,
    told: Told = NOTHING_TOLD,
    *,
    classifiers: Sequence[str] = (),
) -> Body:
    """Read `working.text` from `start` to its end, and record what had to be joined for it.

    `told` is what the source itself marks in it; one of the `classifiers` may have signed it
    otherwise than signatures look.
    """
    text = working.text
    tail = _end(text, start, told.signed_by, classifiers)
    layout = lay_out(text, start, tail.start, told.headings)
    handling, drafts = _part_handling(text, layout.paragraphs)
    lost = set(find_losses(text, drafts))
    writer = Writer(working, start)
    paragraphs = tuple(
        writer.paragraph(draft, is_lost=place in lost) for place, draft in enumerate(drafts)
    )

    def lines(place: int) -> str:
        return printed(text, drafts[place])

    summary, comment = read_summary(paragraphs, lines), read_comment(paragraphs, lines)
    reaches = {
        "handling": _reach(handling),
        "signed_by": _reach(tail.signatures),
        "footer": _reach(tail.footer),
        "paragraphs": (drafts[0].start, drafts[-1].end) if drafts else None,
    }
    for name, part in (("summary", summary), ("comment", comment)):
        reaches[name] = (drafts[part.first].start, drafts[part.last].end) if part else None
    body = Body(
        paragraphs,
        tuple(fold(text[begin:end]) for begin, end in handling),
        summary.text if summary else None,
        comment.text if comment else None,
        tuple(unwrapped(text[piece.start : piece.end]) for piece in tail.signatures),
        "\n".join(text[piece.start : piece.end] for piece in tail.footer) or None,
        tuple(working.span(*doubt) for doubt in layout.doubts),
        tuple(Span(one.span.end, one.span.end) for one in paragraphs if one.missing),
        tuple(_origins(working, reaches)),
    )
    for place in lost:
        working.note(RepairKind.LOST_LINE, body.paragraphs[place].span.end)
    working.apply([Edit(*gap, "\n", RepairKind.BLANK_LINE) for gap in layout.gaps])
    return body


def _end(
    text: str, start: int, signed_by: tuple[str, ...] | None, classifiers: Sequence[str]
) -> Tail:
    """Find what stands below the text."""
    if signed_by is None:
        return read_tail(text, start, classifiers)
    return find_lines(text, start, signed_by)


def _reach(places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Say from where to where places reach; None when there are none."""
    if not places:
        return None
    return min(start for start, _ in places), max(end for _, end in places)


def _origins(working: Working, reaches: Mapping[str, tuple[int, int] | None]) -> Iterator[Origin]:
    """Say where the paragraphs and what stands among and around them were read."""
    for name, reach in reaches.items():
        if reach:
            how = How.REPAIRED if working.touched(*reach) else How.READ
            yield Origin(name, how, working.span(*reach))


def _part_handling(
    text: str, drafts: Sequence[Draft]
) -> tuple[Sequence[tuple[int, int]], Sequence[Draft]]:
    """Divide handling lines, which stand before the first numbered paragraph, from the rest."""
    handling = []
    first = 0
    for draft in drafts:
        if draft.number is not None or draft.headings or len(draft.blocks) != 1:
            break
        line = text[draft.start : draft.blocks[0].end]
        if len(line) > _LONGEST_HANDLING or not _HANDLING.match(line):
            break
        handling.append((draft.start, draft.blocks[0].end))
        first += 1
    return handling, drafts[first:]
