"""The lines above the index: what is listed, how many, and how the query was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parser import clean_line
from tui.drawing.glyphs import UNICODE
from tui.drawing.line import Line, Piece, Role, crop, spread
from tui.drawing.tiers import sentence_rows
from tui.drawing.wrap import folded
from tui.keys import key_of
from tui.selection import unquoted
from tui.wording import by, noun, number

if TYPE_CHECKING:
    from archive import Count, Results
    from tui.drawing.glyphs import Glyphs
    from tui.selection import Selection


_SIGNS = {"AND": "for AND write a space", "NOT": "for NOT write -word"}
"""What other query languages write, and what is written here."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What is listed."""

    selection: Selection
    results: Results | None
    """How its query was understood; None without one."""
    listed: Count
    """How many rows there are."""


def bar_lines(bar: Bar, cells: int, rows: int, glyphs: Glyphs) -> list[Line]:
    """Draw what is listed; with a query, a sentence below it says how it was understood.

    `rows` are those of the screen: the sentence fills more than one where there are many, and as
    many as it needs where nothing is listed, and it alone can tell why.
    """
    selection, results, listed = bar.selection, bar.results, bar.listed
    steps = f" {glyphs.crumb} ".join(clean_line(step) for step in selection.crumbs) or "All cables"
    order = f"{by(selection.order)}{' reversed' if selection.is_reversed else ''}"
    count = _count(selection, results, listed)
    both = f"  {count}  {order} "
    has_room = len(both) <= max(cells - len(steps) - 1, cells // 2)
    right = Piece(both if has_room else f"  {count} ", Role.BAR)
    first = spread((Piece(f" {steps}", Role.BAR),), (right,), cells, glyphs.cut)
    lines = [tuple(piece._replace(role=Role.BAR) for piece in first)]
    if results is not None:
        understood = _understood(results, selection, listed, glyphs)
        most = sentence_rows(rows, is_alone=not listed.value)
        sentence = folded(understood, cells - 1, most, glyphs.cut)
        lines += [(Piece(" "), *line) for line in sentence]
    return [crop(line, cells) for line in lines]


def _count(selection: Selection, results: Results | None, listed: Count) -> str:
    """Say how many rows there are; of more paragraphs than are listed, how many of how many."""
    if not selection.is_of_paragraphs:
        return f"{number(listed)} {noun(listed, 'cable')}"
    if results is None or results.is_of_cables or results.paragraphs.value <= listed.value:
        return f"{number(listed)} {noun(listed, 'paragraph')}"
    return f"{number(listed)} of {number(results.paragraphs)} paragraphs"


def _understood(results: Results, selection: Selection, listed: Count, glyphs: Glyphs) -> Line:
    understood = clean_line(results.understood).replace(UNICODE.more, glyphs.more)
    pieces: list[Piece] = []
    for said, words in (("not understood", results.unclear), ("not found", results.unknown)):
        if words:
            named = ", ".join(map(clean_line, words))
            pieces.append(Piece(f"{said}: {named}  ", Role.ERROR))
    if results.suggestion:
        pieces += [
            Piece(key_of("catalogue.suggested"), Role.KEY),
            Piece(" did you mean ", Role.DIM),
        ]
        suggested = _suggested(selection.query, results.suggestion)
        pieces.append(Piece(f"{clean_line(suggested)}  ", Role.STRONG))
    pieces += [Piece(f"{_SIGNS[word]}  ", Role.STRONG) for word in _foreign_signs(selection.query)]
    if results.is_of_cables:  # those are counted in the line above
        pieces.append(Piece(understood))
        return tuple(pieces)
    if not results.paragraphs.value and listed.value:
        pieces.append(Piece("only parts of ", Role.DIM))
    else:
        is_of_cables = not selection.is_of_paragraphs  # what is not counted in the line above
        count = results.paragraphs if is_of_cables else results.cables
        thing = noun(count, "paragraph" if is_of_cables else "cable")
        pieces.append(Piece(f"{number(count)} {thing} with ", Role.DIM))
    pieces.append(Piece(understood))
    return tuple(pieces)


def _foreign_signs(query: str) -> list[str]:
    """Return the signs of other query languages, which are words here; among capitals all are.

    In quotes they are words everywhere.
    """
    words = set() if query.isupper() else set(unquoted(query).split())
    return [sign for sign in _SIGNS if sign in words]


def _suggested(query: str, suggestion: str) -> str:
    """Return the narrowings of a suggestion that are other than those of the query."""
    asked, meant = query.split(" & "), suggestion.split(" & ")
    if len(asked) != len(meant):
        return suggestion
    return " & ".join(new for old, new in zip(asked, meant, strict=True) if new != old)
