"""What is said of single places of a paragraph: what was repaired there, what is missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parser import RepairKind, Span, clean_line
from tui.drawing.aligned import Alignment, repairs_within
from tui.drawing.line import Target, TargetKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parser import Cable, Paragraph, Repair

_UNSAID = frozenset(
    {RepairKind.MARKUP, RepairKind.LINE_END, RepairKind.LOST_LINE, RepairKind.LETTER_CASE}
)
"""Kinds that stand on every line, or that are shown in another way."""
_LIFTED = {
    RepairKind.PAGE_MARK: "A page mark was lifted out here",
    RepairKind.SECTION_HEAD: "A repeated section head was lifted out here",
    RepairKind.DOUBLED: "What stood here twice is shown once",
}
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"\W*\d+\W?")
_LONGEST = 60

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
    inside = repairs_within(repairs, *paragraph.span)
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


def is_said(repair: Repair) -> bool:
    """Say whether a repair is worth a word at its place."""
    return repair.kind not in _UNSAID


def told(cable: Cable, paragraph: Paragraph | None, repair: Repair) -> str:
    """Say what a repair changed, in one sentence."""
    before, after = _quoted(repair.before), clean_line(repair.after).strip()
    if repair.kind is RepairKind.PARAGRAPH_NUMBER and paragraph is not None:
        printed = _NUMBER.match(cable.raw, paragraph.span.start)
        number = clean_line(printed.group()).strip() if printed else before
        return (
            f'The source numbers this paragraph "{number}"; by its place it is {_own(paragraph)}.'
        )
    if repair.kind is RepairKind.BLANK_LINE:
        return "A blank line in mid-sentence was closed here."
    if repair.kind in _LIFTED:
        return f'{_LIFTED[repair.kind]}: "{before}".'
    if not after:
        return f'"{before}" was taken out here.'
    return f'The source has "{before}", read as "{after}".'


def _own(paragraph: Paragraph) -> str:
    return "without a number" if paragraph.number is None else f"paragraph {paragraph.number}"


def _quoted(text: str) -> str:
    """Quote what stood there, a slash for each break of line."""
    lines = [clean_line(line).strip() for line in text.split("\n")]
    quote = " / ".join(line for line in lines if line)
    return quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}..."


def _word_at(text: str, at: int) -> Span:
    """Return the word at a place, or the last one before it."""
    match = _WORD.search(text, at)
    if match is not None:
        return Span(*match.span())
    start = text.rstrip().rfind(" ") + 1
    return Span(start, len(text.rstrip()))
