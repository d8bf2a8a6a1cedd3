"""What stands below the list of a query: the best hit of a cable, facets, and months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser import clean_line
from tui.drawing.index import letter
from tui.drawing.line import Line, Piece, Role, crop, highlight, width
from tui.drawing.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive import Facet
    from parser import Span
    from tui.drawing.glyphs import Glyphs

_LABELS = {"class": "class", "from": "from", "tag": "TAGS", "year": "year"}
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
        inside = [
            (max(a, begin) - begin, min(b, end) - begin) for a, b in spans if a < end and b > begin
        ]
        margin = head if number == 0 else " " * len(head)
        line = (Piece(margin, Role.LABEL), *highlight(text[begin:end], inside))
        drawn.append(crop(line, cells))
    return drawn


def facets_line(facets: Sequence[Facet], cells: int, glyphs: Glyphs) -> Line:
    """Draw the first values of each field with their counts, as many as there is room for."""
    pieces: list[Piece] = []
    for field in dict.fromkeys(facet.field for facet in facets):
        head: Line = (Piece(f" {_LABELS.get(field, field)}", Role.LABEL),)
        if pieces:
            head = (Piece(f" {glyphs.separator}", Role.DIM), *head)
        for facet in [facet for facet in facets if facet.field == field][:_VALUES]:
            value = letter(facet.value) if field == "class" else clean_line(facet.value)
            group = (*head, Piece(f" {value}"), Piece(f" {facet.count:,}", Role.DIM))
            if width((*pieces, *group)) > cells:
                break
            pieces += group
            head = ()
    return tuple(pieces)


def months_line(
    months: Sequence[tuple[str, int]], chosen: str | None, cells: int, glyphs: Glyphs
) -> Line:
    """Draw a bar for every month from the first to the last, the chosen one marked.

    Months are joined where there are more of them than columns.
    """
    counts = dict(months)
    if not counts:
        return ()
    names = months_between(min(counts), max(counts))[:_MONTHS_SHOWN]
    left, right = f" {names[0]} ", f" {names[-1]}"
    note = f" {chosen}: {counts.get(chosen, 0):,}" if chosen else ""
    room = max(cells - len(left) - len(right) - len(note), 1)
    per_bar = -(-len(names) // room)
    bars = [names[at : at + per_bar] for at in range(0, len(names), per_bar)]
    sums = [sum(counts.get(name, 0) for name in bar) for bar in bars]
    most = max(sums) or 1
    pieces = [Piece(left, Role.DIM)]
    for bar, count in zip(bars, sums, strict=True):
        height = glyphs.bars[(count * len(glyphs.bars) - 1) // most] if count else " "
        pieces.append(Piece(height, Role.MATCH if chosen in bar else Role.LABEL))
    return crop((*pieces, Piece(right, Role.DIM), Piece(note, Role.STRONG)), cells)


def months_between(first: str, last: str) -> list[str]:
    """Name all months from one to another, `2009-04`."""
    year, month = map(int, first.split("-"))
    names: list[str] = []
    while (name := f"{year:04}-{month:02}") <= last and len(names) < _MONTHS_SHOWN:
        names.append(name)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return names
