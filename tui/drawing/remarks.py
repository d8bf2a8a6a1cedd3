"""What is said of single places of a paragraph: what was repaired there, what is missing."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parser import RepairKind, Span, clean_line, explain
from tui.drawing.aligned import Alignment, in_order, repairs_within
from tui.drawing.line import Target, TargetKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from parser import Cable, Paragraph, Problem, Repair

_UNSAID = frozenset(
    {RepairKind.MARKUP, RepairKind.LINE_END, RepairKind.LOST_LINE, RepairKind.LETTER_CASE}
)
"""Kinds that stand on every line, or that are shown in another way."""
_SHOWN = RepairKind.LOST_LINE
"""Told of as a problem, with its place."""
_LIFTED = {
    RepairKind.PAGE_MARK: "A page mark was lifted out here",
    RepairKind.SECTION_HEAD: "A repeated section head was lifted out here",
    RepairKind.DOUBLED: "What stood here twice is shown once",
}
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"\W*\d+\W?")
_LONGEST = 60

_MOST = 500
"""Repairs that are listed one by one."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know about a cable."""

    text: str
    position: int | None = None
    """The paragraph (from 0) it is about; None: the cable as a whole, or its header."""


MISSING = Target(TargetKind.REMARK, "The source seems to have lost text here: R shows it as sent.")
PROTECT = Target(TargetKind.REMARK, "The writer asks that this source be protected.")
REDACTION = Target(TargetKind.REMARK, "Blacked out with x in the source.")


def repair_marks(
    cable: Cable, position: int, repairs: Sequence[Repair], text: str
) -> Iterator[tuple[Span, Target, bool]]:
    """Find where repairs of a paragraph show in its cleaned text.

    `repairs` are all of the cable, in order. Yields the place, what to say there, and whether
    the characters themselves are changed; what was only taken out is told of the next word.
    """
    paragraph = cable.paragraphs[position]
    inside = repairs_within(repairs, _line_start(cable, paragraph), paragraph.span.end)
    said = [repair for repair in inside if is_said(repair)]
    if not said:
        return
    alignment = Alignment(cable, position, inside)
    for repair in said:
        at = alignment.to_shown(repair.span.start)
        after = repair.after.strip()
        is_changed = bool(after) and text.startswith(after, at)
        span = Span(at, at + len(after)) if is_changed else _word_at(text, at)
        yield span, Target(TargetKind.REMARK, told(cable, paragraph, repair)), is_changed


def remarks(cable: Cable, problems: Iterable[Problem]) -> list[Remark]:
    """List what is doubtful about a cable and what was repaired, in words; places in order.

    Repairs that stand on every line, and those above the text, are told of by their kind.
    """
    placed = [Remark(problem.message, _position(cable, problem.span)) for problem in problems]
    repairs = in_order(cable.repairs)
    single = [
        Remark(told(cable, cable.paragraphs[position], repair), position)
        for repair in repairs
        if is_said(repair) and (position := _position(cable, repair.span)) is not None
    ]
    if len(single) > _MOST:
        return [*placed, *map(Remark, explain(cable))]
    counted = [repair for repair in repairs if not is_said(repair) and repair.kind is not _SHOWN]
    counted += [
        repair for repair in repairs if is_said(repair) and _position(cable, repair.span) is None
    ]
    rest = replace(cable, repairs=tuple(counted))
    return [*placed, *single, *map(Remark, explain(rest))]


def _position(cable: Cable, span: Span | None) -> int | None:
    """Return the paragraph in which a range of the raw text begins."""
    if span is None:
        return None
    paragraphs = cable.paragraphs
    at = bisect_right(paragraphs, span.start, key=lambda one: one.span.start) - 1
    after = at + 1
    if after < len(paragraphs) and _line_start(cable, paragraphs[after]) <= span.start:
        return after  # its number was mended
    return at if at >= 0 and span.start <= paragraphs[at].span.end else None


def is_said(repair: Repair) -> bool:
    """Say whether a repair is worth a word at its place: not where there was nothing to see."""
    seen = repair.before.strip()
    is_unseen = repair.kind is RepairKind.ENCODING and not (seen and seen.isprintable())
    return repair.kind not in _UNSAID and not is_unseen


def told(cable: Cable, paragraph: Paragraph | None, repair: Repair) -> str:
    """Say what a repair changed, in one sentence."""
    before, after = _quoted(repair.before), clean_line(repair.after).strip()
    if repair.kind is RepairKind.PARAGRAPH_NUMBER and paragraph is not None:
        printed = _NUMBER.match(cable.raw, min(repair.span.start, paragraph.span.start))
        number = clean_line(printed.group()).strip(" *.") if printed else before
        if paragraph.number is None:
            return f'The source has "{number}" before this paragraph.'
        own = paragraph.number
        return f'The source numbers this paragraph "{number}"; by its place it is {own}.'
    if repair.kind is RepairKind.BLANK_LINE:
        return "A blank line in mid-sentence was closed here."
    if repair.kind in _LIFTED:
        return f'{_LIFTED[repair.kind]}: "{before}".'
    if not after:
        return f'"{before}" was taken out here.'
    return f'The source has "{before}", read as "{after}".'


def _line_start(cable: Cable, paragraph: Paragraph) -> int:
    """Return where the line begins on which a paragraph does."""
    return cable.raw.rfind("\n", 0, paragraph.span.start) + 1


def _quoted(text: str) -> str:
    """Quote what stood there, a slash for each break of line."""
    lines = [clean_line(line).strip(" \\") or line.strip() for line in text.split("\n")]
    lines = [line for line in lines if line != "\\"] or lines
    quote = " / ".join(line for line in lines if line)
    return quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}..."


def _word_at(text: str, at: int) -> Span:
    """Return the word at a place, or the last one before it."""
    match = _WORD.search(text, at)
    if match is not None:
        return Span(*match.span())
    start = text.rstrip().rfind(" ") + 1
    return Span(start, len(text.rstrip()))
