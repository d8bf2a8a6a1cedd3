"""What stands below the list of a query: the best hit of a cable, facets, and months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser import clean_line
from tui.drawing.facts import letter
from tui.drawing.line import Line, Piece, Role, crop, highlight, inside, joined, width
from tui.drawing.wrap import wrap
from tui.months import month_name, month_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive import Facet
    from parser import Span
    from tui.drawing.glyphs import Glyphs
    from tui.months import Window

_LABELS = {"class": "class", "from": "from", "tag": "TAGS"}
_VALUES = 4
_MONTHS_SHOWN = 600


def hit_lines(text: str, spans: Sequence[Span], name: str, cells: int, lines: int) -> list[Line]:
    """Draw the part of a paragraph around its first match, in at most so many lines.

    Args:
        text: The cleaned text of the paragraph; `spans` are in it.
        spans: What matched.
        name: What stands before the text, `¶3`.
        cells: Columns of a line.
        lines: How many lines there are room for.
    """
    head = f" {name} "
    text = text.replace("\n", " ")
    pieces = wrap(text, max(cells - len(head), 1))
    first = spans[0].start if spans else 0
    row = next((row for row, (_, end) in enumerate(pieces) if end > first), 0)
    start = max(min(row - lines // 2, len(pieces) - lines), 0)
    drawn: list[Line] = []
    for number, (begin, end) in enumerate(pieces[start : start + lines]):
        margin = head if number == 0 else " " * len(head)
        line = (Piece(margin, Role.LABEL), *highlight(text[begin:end], inside(spans, begin, end)))
        drawn.append(crop(line, cells))
    return drawn


def facets_line(facets: Sequence[Facet], cells: int, glyphs: Glyphs) -> Line:
    """Draw the first values of each field with their counts, as many as there is room for.

    The first value of each field comes before the second of any. Years are told by the months.
    """
    values: dict[str, list[Facet]] = {
        field: [facet for facet in facets if facet.field == field] for field in _LABELS
    }
    shown: dict[str, list[Facet]] = {field: [] for field in _LABELS}
    for place in range(_VALUES):
        for field, held in values.items():
            shown[field] += held[place : place + 1]
            if width(_groups(shown, glyphs)) > cells:
                shown[field].pop()
    return _groups(shown, glyphs)


def _groups(shown: Mapping[str, Sequence[Facet]], glyphs: Glyphs) -> Line:
    groups: list[Line] = []
    for field, facets in shown.items():
        pieces = [Piece(f" {_LABELS[field]}", Role.LABEL)]
        for facet in facets:
            value = letter(facet.value) if field == "class" else clean_line(facet.value)
            pieces += Piece(f" {value}"), Piece(f" {facet.count:,}", Role.DIM)
        if facets:
            groups.append(tuple(pieces))
    return joined(groups, Piece(f" {glyphs.separator}", Role.DIM))


def months_line(
    months: Sequence[tuple[str, int]], window: Window | None, cells: int, glyphs: Glyphs
) -> Line:
    """Draw a bar for every month from the first to the last, those of a window marked.

    Months are joined where there are more of them than columns.
    """
    if not months:
        return ()
    counts = {month_number(name): count for name, count in months}
    numbers = range(min(counts), max(counts) + 1)[:_MONTHS_SHOWN]
    left, right = f" {month_name(numbers[0])} ", f" {month_name(numbers[-1])}"
    note = "" if window is None else f" {window}: {window.count(months):,}"
    room = max(cells - len(left) - len(right) - len(note), 1)
    per_bar = -(-len(numbers) // room)
    bars = [numbers[at : at + per_bar] for at in range(0, len(numbers), per_bar)]
    sums = [sum(counts.get(number, 0) for number in bar) for bar in bars]
    most = max(sums) or 1
    pieces = [Piece(left, Role.DIM)]
    for bar, count in zip(bars, sums, strict=True):
        height = glyphs.bars[(count * len(glyphs.bars) - 1) // most] if count else " "
        is_inside = window is not None and any(map(window.has, bar))
        pieces.append(Piece(height, Role.MATCH if is_inside else Role.LABEL))
    return crop((*pieces, Piece(right, Role.DIM), Piece(note, Role.STRONG)), cells)
