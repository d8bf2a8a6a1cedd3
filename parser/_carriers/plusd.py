"""PlusD page (WikiLeaks, from 2013): a table of keys and values, then the telegram in tabs.

The same message stands whole in the tab `Raw content`, and in the tab `Content` with its lines up
to REF apart, as a header. The tab `Metadata` holds what the State Department's own files say of it,
or the transmission header, where the site got that apart from the body.
A browser that saves the page parts the names of the tabs from what is in them. Values that mean
nothing is known (`-- N/A or Blank --`) are left out.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Final

from parser._carriers._attributes import attributes_of, without_stamps
from parser._carriers._html import ends_early, plain, read_pages, texts_of, without_keys
from parser._model import Metadata, Problem, ProblemKind
from parser._records import Record
from parser._tables import describe_post

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from parser._carriers._html import Page
    from parser._stream import Stream

_TABLE: Final = re.compile(rb"<table[^>]{0,200}\bid\s*=\s*[\"']?synopsis\b", re.IGNORECASE)
_DATE: Final = re.compile(r"\d{4} [A-Z][a-z]+ \d{1,2}(, \d\d:\d\d)?")
_NOTHING: Final = re.compile(r"\W*(?:N/A or Blank|Not Assigned|N/A)?\W*", re.IGNORECASE)
_TABS: Final = ("Raw content", "Content")
"""The tabs that hold the message, the one that is less marked up first."""
_TEXTS: Final = (
    "#rawtext pre:not(pre *)",
    "#raw pre:not(pre *)",
    "#tagged-text",
    "#content pre:not(pre *)",
    "pre:not(pre *)",
    "#rawtext",
    "#content",
)
"""Where copies without tabs have the message."""
_PARTS: Final = ":is(.text-header, .text-content):not(.text-header *, .text-content *)"
_MOST: Final = 200
"""Keys and tabs that are looked at; a page has a fifth of that. Where they stand inside each other,
the text of each is that of all behind it."""
_HEADER: Final = re.compile(r"^FM [A-Z]", re.MULTILINE)
_CITED: Final = re.compile(r"/cables/(\w+)\.html")

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
    tabs = _tabs(tree)
    filed = _text(tabs["Metadata"]) if "Metadata" in tabs else ""
    message, stamps = without_stamps(_with_header(filed, _message(tree, tabs)))
    if not message:
        problem = Problem(ProblemKind.NO_BODY, "The page holds no text of the message.")
        problems = (*problems, problem)
    elif ends_early(text) or ends_early(text, "text-content", "</div", behind=">raw content<"):
        problem = Problem(ProblemKind.MALFORMED_RECORD, "The page ends before the message does.")
        problems = (*problems, problem)
    attributes = {} if _HEADER.search(filed) else attributes_of(filed)
    values = {**{key.lower(): value for key, value in attributes.items()}, **_values(tree)}
    values |= {"stamp": " ".join(stamps)} if stamps else {}
    title = tree.css_first("#synopsis tr")
    heading = " ".join(title.text().split()) if title and not title.css(".s_key") else None
    return Record(message, _metadata(values, heading, _references(tree)), position, problems)


def _values(page: LexborHTMLParser) -> dict[str, str]:
    """Read the cells: keys that end in a colon, most of them, each with its value behind it."""
    values: dict[str, str] = {}
    for key in page.css("#synopsis .s_key")[:_MOST]:
        value = key.next
        while value is not None and not value.css_matches("div"):
            value = value.next
        text = " ".join(value.text().split()) if value and value.css_matches(".s_val") else ""
        if not _NOTHING.fullmatch(text):
            values[" ".join(key.text().split()).rstrip(":").lower()] = text
    return values


def _tabs(page: LexborHTMLParser) -> dict[str, LexborNode]:
    """Return what is in the tabs, by their names."""
    names = page.css(".pane-tab > .pane-header") or page.css("#pane-tabs > .pane-header")
    held = page.css(".pane-tab > .pane-content") or page.css("#pane-contents > .pane-content")
    return {
        " ".join(name.text().split()): one for name, one in zip(names[:_MOST], held, strict=False)
    }


def _message(page: LexborHTMLParser, tabs: Mapping[str, LexborNode]) -> str:
    in_tabs = (without_keys([_text(tabs[name])]) for name in _TABS if name in tabs)
    texts = chain(in_tabs, (texts_of(page.css(one)) for one in _TEXTS))
    return max(next(filter(None, texts), [""]), key=len)


def _with_header(filed: str, message: str) -> str:
    """Put the header that stands apart above the message, which may hold it as well."""
    is_apart = _HEADER.search(filed) and not _HEADER.search(message)
    return f"{filed}\n\n{message}" if is_apart and message else message


def _text(tab: LexborNode) -> str:
    """Return the text in a tab, and above it the header that stands apart from it."""
    parts = (plain(node) for node in tab.css(_PARTS))
    return "\n".join(part for part in parts if part)


def _references(page: LexborHTMLParser) -> tuple[str, ...]:
    """Return the cables that this one refers to; what is printed may be taken for several.

    The page lists all of those then; which of them is meant it does not know.
    """
    meant: dict[str, list[str]] = {}
    for link in page.css("table.references tbody td:nth-child(2) a"):
        if cited := _CITED.search(link.attributes.get("href") or ""):
            meant.setdefault(link.attributes.get("title") or cited[1], []).append(cited[1])
    return tuple(cables[0] for cables in meant.values() if len(cables) == 1)


def _metadata(
    values: Mapping[str, str], title: str | None, references: tuple[str, ...]
) -> Metadata:
    return Metadata(
        carrier="plusd",
        reference_id=values.get("canonical id"),
        created=_moment(values.get("date", "")),
        classification=values.get("original classification"),
        origin=_origin(values.get("from", "")),
        title=title,
        references=references,
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
