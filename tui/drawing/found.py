"""What stands below the list of a query: the best hit of a cable, facets, and months."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parser import clean_line
from tui.drawing.facts import letter
from tui.drawing.line import Line, Piece, Role, crop, highlight, joined, part, width
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


_SENTENCE = re.compile(r"""(?<!\b[A-Z])(?<!\b[A-Z][a-z])[.!?]["')]{0,2} +(?=["'(]{0,2}[A-Z0-9])""")
"""What stands between two sentences; not behind `U.S.` and `Mr.`"""
_SPACES = re.compile(" +")


def hit_lines(text: str, spans: Sequence[Span], cells: int, lines: int, cut: str) -> list[Line]:
    """Draw the part of a paragraph around its first match, in at most so many lines.

    It begins with a sentence, or with a word where a sentence would leave the match out of sight.

    Args:
        text: The cleaned text of the paragraph; `spans` are in it.
        spans: What matched.
        cells: Columns of a line.
        lines: How many lines there are room for.
        cut: The sign that something stands before what is drawn.
    """
    text, cells = text.replace("\n", " "), max(cells, 1)
    start = _beginning(text, spans[0].start if spans else 0, cells, lines)
    sign = cut if start else ""
    shown = sign + text[start : start + 2 * cells * lines]
    by = start - len(sign)
    seen = [(max(first, start) - by, last - by) for first, last in spans if last > start]
    line = highlight(shown, seen)
    return [part(line, begin, end) for begin, end in wrap(shown, cells)[:lines]]


def _beginning(text: str, first: int, cells: int, lines: int) -> int:
    """Return where to begin for `first` to be in sight, with a line behind it if there is one.

    That is a sentence, the paragraph's first if it can be, unless that would leave lines empty.
    """
    most = cells * lines
    before = cells * (lines // 2) or cells // 3
    begin = max(min(first - before, len(text) - most), 0)
    sentences = _SENTENCE.finditer(text, max(first - most, 0), min(first, len(text) - before) + 1)
    words = _SPACES.finditer(text, begin, first)
    for start in (0, *(match.end() for match in (*sentences, *words))):
        shown = wrap(" " * bool(start) + text[start : start + 2 * most], cells)
        row = next((row for row, (_, end) in enumerate(shown) if start + end > first), lines)
        if row <= lines // 2 or row < len(shown) <= lines:
            return start
    return first


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
