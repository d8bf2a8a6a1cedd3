"""The text of an element in the TEI namespace: on one line, or block by block.

A footnote is no part of the running text, and a page break leaves nothing behind. What an edition
sets in small capitals throughout is read as capitals, which is how it is printed.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet
    from xml.etree.ElementTree import Element

TEI: Final = "{http://www.tei-c.org/ns/1.0}"
FRUS: Final = "{http://history.state.gov/frus/ns/1.0}"
ATTACHMENTS: Final = frozenset((f"{TEI}div", f"{FRUS}attachment"))
"""What holds an attachment to a document, in older and newer volumes."""

_BLOCKS: Final = ATTACHMENTS | {
    f"{TEI}{name}"
    for name in (
        *("p", "item", "head", "row", "quote", "list", "table", "opener", "salute"),
        *("dateline", "closer", "signed", "postscript"),
    )
}
_OPENERS: Final = frozenset(f"{TEI}{name}" for name in ("opener", "closer"))
"""In these a `seg` is a line of its own; elsewhere it may be a number in the margin."""
_LEFT_OUT: Final = frozenset(f"{TEI}{name}" for name in ("pb", "note"))
_BROKEN: Final = _BLOCKS | {f"{TEI}{name}" for name in ("lb", "cell", "label")}
"""Before and behind these a word ends, whether or not white space stands there."""

_LONGEST_HEADING: Final = 120
"""Characters of a paragraph that is one by the way it is set."""
_GAP: Final = 6
"""Spaces between the columns of a table; fewer stand between two columns by chance."""
_WIDEST_CELL: Final = 60
"""Characters of a cell; where one is longer, the table sets texts side by side, not figures."""
_COLUMNS: Final = frozenset(str(number) for number in range(1, 30))
"""How many columns a cell can reach over; what says anything else is not believed."""


def line(element: Element) -> str:
    """Return the running text of an element, without notes and page breaks."""
    return " ".join("".join(_pieces(element)).split())


def blocks(element: Element, apart: AbstractSet[int] = frozenset()) -> Iterator[str]:
    """Yield the blocks of a text: paragraphs, items with their labels, tables, the signature.

    Args:
        element: What holds the text.
        apart: The ids of elements that are told apart from it.
    """
    loose: list[str] = [element.text or ""]
    label = ""
    for child in element:
        is_block = child.tag in _BLOCKS or (child.tag == f"{TEI}seg" and element.tag in _OPENERS)
        if child.tag == f"{TEI}label":
            yield from _joined(loose)
            yield from filter(None, (label,))
            loose, label = [child.tail or ""], line(child)
            continue
        if is_block:
            yield from _joined(loose)
            loose = []
            if id(child) not in apart:
                yield from _labelled(label, _blocks_of(child, apart))
                label = ""
        elif child.tag not in _LEFT_OUT:
            loose.append("".join(_pieces(child)))
        loose.append(child.tail or "")
    yield from filter(None, (label,))
    yield from _joined(loose)


def headings(document: Element) -> frozenset[str]:
    """Return the lines of a document that are headings in it: of a part, a list, an attachment."""
    return frozenset(filter(None, map(line, _headings(document))))


def _headings(document: Element) -> Iterator[Element]:
    for child in document:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{TEI}head" or (child.tag == f"{TEI}p" and _is_heading(child)):
            yield child
        else:
            yield from _headings(child)


def _is_heading(paragraph: Element) -> bool:
    """Say whether a paragraph is set as a heading: in the middle, or a line of italics alone."""
    rend = paragraph.get("rend", "")
    if not (rend.startswith(("sectiontitle", "center")) or rend == "flushleft"):
        return False
    loose = "".join([paragraph.text or "", *(child.tail or "" for child in paragraph)]).strip()
    text = line(paragraph)
    has_words = any(map(str.isalpha, text)) and len(text) <= _LONGEST_HEADING
    return has_words and (rend != "flushleft" or loose == "")


def _blocks_of(child: Element, apart: AbstractSet[int]) -> Iterator[str]:
    return _table(child) if child.tag == f"{TEI}table" else blocks(child, apart)


def _labelled(label: str, held: Iterator[str]) -> Iterator[str]:
    """Put the label of an item, `(a)`, before its text."""
    if label:
        yield " ".join(filter(None, (label, next(held, ""))))
    yield from held


def _pieces(element: Element) -> Iterator[str]:
    if element.tag in _BROKEN:
        yield " "
    inner = [element.text or ""]
    for child in element:
        if child.tag not in _LEFT_OUT:
            inner += _pieces(child)
        inner.append(child.tail or "")
    text = "".join(inner)
    is_small = element.tag == f"{TEI}hi" and element.get("rend") == "smallcaps"
    yield text.upper() if is_small and text.islower() else text
    if element.tag in _BROKEN:
        yield " "


def _joined(pieces: list[str]) -> Iterator[str]:
    text = " ".join("".join(pieces).split())
    if text:
        yield text


def _table(table: Element) -> Iterator[str]:
    """Yield the heading of a table, then its rows, a line each, in columns.

    Where it sets texts side by side, each cell is a block.
    """
    rows: list[list[str]] = []
    for child in table:
        if child.tag == f"{TEI}row":
            rows.append(list(_cells(child)))
        elif child.tag == f"{TEI}head":
            yield from filter(None, (line(child),))
    if any(len(cell) > _WIDEST_CELL for row in rows for cell in row[:-1]):
        yield from (cell for row in rows for cell in row if cell)
        return
    columns = zip_longest(*(row for row in rows if sum(map(bool, row)) > 1), fillvalue="")
    widths = [max(map(len, column)) for column in columns]
    lines = (_aligned(row, widths) for row in rows)
    yield from filter(None, ("\n".join(filter(None, lines)),))


def _cells(row: Element) -> Iterator[str]:
    """Yield the cells of a row; one that reaches over several columns leaves the others empty."""
    for cell in row:
        if cell.tag == f"{TEI}cell":
            yield line(cell)
            columns = cell.get("cols", "1")
            yield from [""] * (int(columns) - 1 if columns in _COLUMNS else 0)


def _aligned(row: list[str], widths: list[int]) -> str:
    if sum(map(bool, row)) < 2:
        return "".join(row)
    cells = row + [""] * (len(widths) - len(row))
    padded = (cell.ljust(width + _GAP) for cell, width in zip(cells, widths, strict=True))
    return "".join(padded).rstrip()
