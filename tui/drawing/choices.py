"""Rows of the lists to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser import clean_line
from tui.drawing.facts import day, letter, letter_role, subject_of
from tui.drawing.line import Line, Piece, Role, crop, cut, highlight, pad, padded, spread, width
from tui.keys import SECTIONS
from tui.wording import by, called, counted, explained

if TYPE_CHECKING:
    from archive import Citation, Facet, Order, PastQuery, Topic
    from parser import Cable
    from tui.drawing.glyphs import Glyphs
    from tui.drawing.outline import Entry
    from tui.drawing.remarks import Remark
    from tui.keys import Command

_KEYS = 22
_KEY = 9
_WIDEST = 110
"""Columns of a row with something at its right edge: the eye must find its way across."""
_ID = 17
_COLUMNS = 60
"""From this width on a reference has its date, and stands in columns with the others."""


def command_line(command: Command, cells: int, glyphs: Glyphs) -> Line:
    """Draw one command: its keys and what it does; where there is little room, the first key."""
    if cells < _COLUMNS:
        first = command.shown if command.argument else command.shown.partition(" ")[0]
        key = Piece(f" {column(first, _KEY, glyphs)} ", Role.KEY)
        return crop((key, Piece(command.help)), cells, glyphs.cut)
    left = (Piece(f" {column(command.shown, _KEYS, glyphs)} ", Role.KEY), Piece(command.help))
    return _across(left, Piece(f" {SECTIONS[command.where]} ", Role.DIM), cells, glyphs)


def column(text: str, cells: int, glyphs: Glyphs) -> str:
    """Make a text exactly as wide as a column; where it is cut, that is seen."""
    return pad(cut(text, cells, glyphs.cut), cells)


def _across(left: Line, right: Piece, cells: int, glyphs: Glyphs) -> Line:
    return spread(left, (right,), min(cells, _WIDEST), glyphs.cut)


def topic_line(topic: Topic, cells: int, glyphs: Glyphs) -> Line:
    """Draw a topic: its kind, its label with what matched, its meaning and its count."""
    text = clean_line(f"{topic.label} {topic.meaning}".strip())
    left = (Piece(f" {pad(topic.kind, 8)} ", Role.LABEL), *highlight(text, topic.spans))
    return _across(left, Piece(f" {topic.count:,} ", Role.DIM), cells, glyphs)


def facet_line(facet: Facet, cells: int, glyphs: Glyphs) -> Line:
    """Draw a facet: its field, its value with what it means, and its count."""
    left = (Piece(f" {pad(facet.field, 6)} ", Role.LABEL), Piece(clean_line(explained(facet))))
    return _across(left, Piece(f" {facet.count:,} ", Role.DIM), cells, glyphs)


def past_line(query: PastQuery, cells: int, glyphs: Glyphs) -> Line:
    """Draw a query that was asked, with what it found and how often it was asked."""
    times = f", asked {query.times} times" if query.times > 1 else ""
    found = "not counted" if query.cables is None else counted(query.cables, "cable")
    right = f"{found}{times}, {query.at:%Y-%m-%d} "
    if len(right) > cells // 2:  # the query matters more
        right = f"{found} "
    return _across((Piece(f" {clean_line(query.text)}"),), Piece(right, Role.DIM), cells, glyphs)


def name_line(name: str, cells: int, glyphs: Glyphs) -> Line:
    """Draw a name or a sentence."""
    return crop((Piece(f" {clean_line(name)}"),), cells, glyphs.cut)


def order_line(order: Order, cells: int, glyphs: Glyphs) -> Line:
    """Draw an order of the list."""
    return name_line(by(order), cells, glyphs)


def citation_line(citation: Citation, is_out: bool, cells: int, glyphs: Glyphs) -> Line:
    """Draw a reference from either end, and whether the other end is held.

    Where there is room the parts stand in columns, else one after another.
    """
    has_columns = cells >= _COLUMNS
    arrow = glyphs.arrow_out if is_out else glyphs.arrow_in
    label = f"{clean_line(citation.label)}. " if citation.label and is_out else ""
    head = Piece(f" {arrow} {pad(label, 3) if has_columns else label}", Role.LABEL)
    name, row = clean_line(citation.mrn or citation.text), citation.row
    if row is None:
        says = "not held" if citation.mrn else "not a cable"
        name = cut(name, cells - width((head,)) - len(says) - 1, glyphs.cut)
        filled = padded(name, _ID * has_columns, Role.DIM)
        return crop((head, *filled, Piece(f" {says}", Role.MISSING)), cells, glyphs.cut)
    short = letter(row.classification)
    middle: Line = (Piece(f" {short}" if short else "", letter_role(row.classification)),)
    if has_columns:
        middle = (
            Piece(f" {day(row.created)} ", Role.DIM),
            Piece(pad(short, 4), letter_role(row.classification)),
        )
    name = cut(name, _ID if has_columns else cells, glyphs.cut)
    left = (head, *padded(name, _ID * has_columns, Role.LINK), *middle, Piece(" "))
    where = ""
    if (position := citation.position) is not None:
        where = f" {glyphs.paragraph}{called(citation.paragraph, position)}"
    room = cells - width(left) - len(where)
    subject = cut(subject_of(row.subject), room, glyphs.cut)
    filled = padded(subject, max(room, 0))
    return crop((*left, *filled, Piece(where, Role.DIM)), cells, glyphs.cut)


def outline_line(entry: Entry, cells: int, glyphs: Glyphs) -> Line:
    """Draw a heading, or the beginning of a paragraph below it."""
    if entry.is_heading:
        return crop((Piece(f" {cut(entry.text, cells - 1, glyphs.cut)}", Role.HEADING),), cells)
    numbers = 5 if cells >= _COLUMNS else max(3, len(entry.number))
    number = Piece(f" {pad(entry.number, numbers, right=True)} ", Role.LABEL)
    marking = Piece(f"{pad(entry.marking, 4)} ", Role.DIM)
    return crop((number, marking, Piece(cut(entry.text, cells - 7 - numbers, glyphs.cut))), cells)


def remark_line(remark: Remark, cable: Cable, cells: int, glyphs: Glyphs) -> Line:
    """Draw a remark, with the number of the paragraph it is about."""
    where = ""
    if (position := remark.position) is not None:
        where = f"{glyphs.paragraph}{called(cable.paragraphs[position].number, position)}"
    text = cut(clean_line(remark.text), cells - 7, glyphs.cut)
    return crop((Piece(f" {pad(where, 5)} ", Role.LABEL), Piece(text)), cells)
