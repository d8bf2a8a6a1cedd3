"""PlusD page (WikiLeaks, from 2013): a table of keys and values, then the telegram in tabs.

The same message stands under `Content` and, less marked up, under `Raw content`; a page may begin
with a PGP key. Values that mean nothing is known (`-- N/A or Blank --`) are left out.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from parser._carriers._html import ends_early, read_pages
from parser._model import Metadata, Problem, ProblemKind
from parser._records import Record
from parser._repairs.characters import unix_lines
from parser._tables import describe_post

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborHTMLParser

    from parser._carriers._html import Page
    from parser._stream import Stream

_TABLE: Final = re.compile(rb"<table[^>]{0,200}\bid\s*=\s*[\"']?synopsis\b", re.IGNORECASE)
_DATE: Final = re.compile(r"\d{4} [A-Z][a-z]+ \d{1,2}(, \d\d:\d\d)?")
_NOTHING: Final = re.compile(r"\W*(?:N/A or Blank|Not Assigned|N/A)?\W*", re.IGNORECASE)
_TEXTS: Final = (
    "#rawtext pre",
    "#raw pre",
    "#tagged-text",
    "#content pre",
    "pre",
    "#rawtext",
    "#content",
)
_KEY_BLOCK: Final = "-----BEGIN PGP"

_LONGEST_NAME: Final = 12
"""Words; no country with its city has more."""


def matches(head: bytes) -> bool:
    """Recognise the table with the id `synopsis`."""
    return _TABLE.search(head) is not None


def read(stream: Stream) -> Iterator[Record]:
    """Yield the document of the page; several when pages stand one behind the other."""
    return map(_record, read_pages(stream, matches))


def _record(page: Page) -> Record:
    tree, text, problems, position = page
    values = _values(tree)
    message = _message(tree)
    if not message:
        problem = Problem(ProblemKind.NO_BODY, "The page holds no text of the message.")
        problems = (*problems, problem)
    elif ends_early(text):
        problem = Problem(ProblemKind.MALFORMED_RECORD, "The page ends before the message does.")
        problems = (*problems, problem)
    title = tree.css_first("#synopsis tr")
    heading = " ".join(title.text().split()) if title and not title.css(".s_key") else None
    return Record(message, _metadata(values, heading), position, problems)


def _values(page: LexborHTMLParser) -> dict[str, str]:
    """Read the cells, each a key that ends in a colon and a value."""
    values: dict[str, str] = {}
    for key in page.css("#synopsis .s_key"):
        value = key.parent.css_first(".s_val") if key.parent else None
        text = " ".join(value.text().split()) if value else ""
        if not _NOTHING.fullmatch(text):
            values[" ".join(key.text().split()).rstrip(":").lower()] = text
    return values


def _message(page: LexborHTMLParser) -> str:
    for selector in _TEXTS:
        texts = [unix_lines(node.text()).strip("\n") for node in page.css(selector)]
        texts = [
            text for text in texts if text.strip() and not text.lstrip().startswith(_KEY_BLOCK)
        ]
        if texts:
            return max(texts, key=len)
    return ""


def _metadata(values: Mapping[str, str], title: str | None) -> Metadata:
    return Metadata(
        carrier="plusd",
        reference_id=values.get("canonical id"),
        created=_moment(values.get("date", "")),
        classification=values.get("original classification"),
        origin=_origin(values.get("from", "")),
        title=title,
        tags=tuple(
            tag.split(" - ")[0].strip() for tag in values.get("tags", "").split("|") if tag.strip()
        ),
        attributes=tuple(values.items()),
    )


def _origin(sender: str) -> str | None:
    """Return the origin of `Albania Tirana`, country and city, as the other archives spell it."""
    words = sender.split()[-_LONGEST_NAME:]
    names = (" ".join(words[start:]) for start in range(len(words)))
    posts = (post for name in names if (post := describe_post(name)))
    return next((post.origin for post in posts if post.origin), sender or None)


def _moment(text: str) -> datetime | None:
    match = _DATE.match(text)
    if not match:
        return None
    try:
        form = "%Y %B %d, %H:%M" if match[1] else "%Y %B %d"
        return datetime.strptime(match[0], form).replace(tzinfo=UTC)
    except ValueError:
        return None
