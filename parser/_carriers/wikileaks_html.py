"""WikiLeaks page, HTML of 2010 and 2011.

Columns are told by their `<th>`: pages of 2010 have four, later ones five (`Released`). Two `<pre>`
hold header and body, one holds the body. Anchors, link titles, the sidebar and the help boxes say
nothing reliable and are not read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from parser._carriers._box import metadata_from_cells
from parser._carriers._html import ends_early, read_pages, texts_of
from parser._errors import UnknownSourceError
from parser._model import Problem, ProblemKind
from parser._records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser

    from parser._carriers._html import Page
    from parser._stream import Stream

_TABLE: Final = re.compile(rb"<table[^>]{0,200}\bclass\s*=\s*[\"']?cable\b", re.IGNORECASE)
_MOST: Final = 20
"""Headings and cells that are looked at; a page has a quarter of that. Where they stand inside each
other, the text of each is that of all behind it."""
_TITLE: Final = re.compile(r"\s*Viewing cable\s+(\S+?)\s*,\s*(.*)", re.IGNORECASE | re.DOTALL)


def matches(head: bytes) -> bool:
    """Recognise the table of class `cable`."""
    return _TABLE.search(head) is not None


def read(stream: Stream) -> Iterator[Record]:
    """Yield the cable of the page; several when pages stand one behind the other.

    Raises:
        UnknownSourceError: none holds an id or a text.
    """
    has_cable = False
    for record in filter(None, map(_record, read_pages(stream, matches))):
        has_cable = True
        yield record
    if not (has_cable or stream.left_out or stream.failure):
        raise UnknownSourceError(
            stream.name, "is a web page without a cable", "`cablegram formats` shows what is read"
        )


def _record(page: Page) -> Record | None:
    """Return the cable of a page; None when it holds neither an id nor a text."""
    tree, text, problems, position = page
    blocks = _blocks(tree)
    if not blocks or ends_early(text):
        problem = Problem(ProblemKind.MALFORMED_RECORD, "The page ends before the cable does.")
        problems = (*problems, problem)
    headings = tree.css("h3")[:_MOST]
    title = next((m for h in headings if (m := _TITLE.match(h.text()))), None)
    metadata = metadata_from_cells(
        "wikileaks-html",
        [cell.text(strip=True) for cell in tree.css("table.cable th")[:_MOST]],
        [cell.text(strip=True) for cell in tree.css("table.cable td")[:_MOST]],
        heading=(title[1], " ".join(title[2].split()).rstrip(" \\")) if title else None,
        articles=_articles(tree),
        tags=_tags(tree),
    )
    if not blocks and not metadata.reference_id:
        return None
    return Record("\n\n".join(blocks), metadata, position, problems)


def _blocks(page: LexborHTMLParser) -> list[str]:
    """Return header and body, or the body alone."""
    return texts_of(page.css("code pre:not(pre *)") or page.css("pre:not(pre *)"))


def _tags(page: LexborHTMLParser) -> tuple[str, ...]:
    links = page.css("pre a[href*='/tag/']")
    return tuple(dict.fromkeys(link.text(strip=True) for link in links))


def _articles(page: LexborHTMLParser) -> tuple[str, ...]:
    cells = page.css("table.cable td[colspan]")[:_MOST]
    rows = [cell for cell in cells if "articles" in cell.text().lower()]
    links = (link.attributes.get("href") for row in rows for link in row.css("a[href]"))
    return tuple(dict.fromkeys(link for link in links if link))
