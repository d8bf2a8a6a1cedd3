"""HTML pages: each read whole, within bounds, and parsed by a real HTML parser."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._errors import UnsafeSourceError, missing_package
from parser._repairs.characters import unix_lines
from parser._stream import cut, decode_with_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from parser._model import Problem
    from parser._stream import Stream

_DEEPEST: Final = 2000
"""Elements inside each other. Real pages need 20; the time for a page grows with its square."""
_BEGIN: Final = re.compile(rb"<html\b", re.IGNORECASE)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_WITHOUT_END: Final = frozenset(
    ("area", "base", "br", "col", "hr", "img", "input", "li", "link", "meta", "p", "td", "th", "tr")
)
"""Elements that have no end, or are ended by the next one of their kind."""
_KEY_BLOCK: Final = "-----BEGIN PGP"


class Page(NamedTuple):
    """One HTML page of a source."""

    tree: LexborHTMLParser
    text: str
    """Its source."""
    problems: tuple[Problem, ...]
    """What was wrong with the bytes."""
    position: str | None
    """`page 2`; None for the only one."""


def read_pages(stream: Stream, is_wanted: Callable[[bytes], bool]) -> Iterator[Page]:
    """Yield the pages of a source that are wanted; several when they stand one behind the other.

    Raises:
        UnsafeSourceError: a page is deeper than any.
        UnreadableSourceError: what reads pages is not installed.
    """
    pages = _pages(stream, is_wanted)
    first = list(islice(pages, 2))
    for number, data in enumerate(chain(first, pages), start=1):
        yield _read_page(stream.name, data, f"page {number}" if len(first) > 1 else None)


def _pages(stream: Stream, is_wanted: Callable[[bytes], bool]) -> Iterator[bytes]:
    """Cut a source where a page begins; what stands before the first one belongs to it."""
    front = b""
    for piece in cut(stream, _BEGIN):
        is_one = is_wanted(piece)
        if is_one:
            yield front + piece
        front = b"" if is_one or _BEGIN.match(piece) else piece


def _read_page(name: str, data: bytes, position: str | None) -> Page:
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - only when a page is met
    except ImportError as error:
        raise missing_package(name, "a web page", "selectolax") from error
    text, problems = decode_with_problems(data)
    if text.count("<") > _DEEPEST and _depth(text) > _DEEPEST:
        raise UnsafeSourceError(
            name, f"is nested more than {_DEEPEST} deep", "look at what it really is"
        )
    return Page(LexborHTMLParser(text), text, problems, position)


def texts_of(nodes: Iterable[LexborNode]) -> list[str]:
    """Return the texts of elements that may hold a message."""
    return without_keys(map(plain, nodes))


def without_keys(texts: Iterable[str]) -> list[str]:
    """Leave out what is empty, and the key that the site shows beside the message."""
    return [text for text in texts if text.strip() and not text.lstrip().startswith(_KEY_BLOCK)]


def plain(node: LexborNode) -> str:
    """Return the text of an element, its lines as they are."""
    return unix_lines(node.text()).strip("\n")


def ends_early(text: str, begin: str = "<pre", end: str = "</pre", *, behind: str = "") -> bool:
    """Tell whether a page ends inside its last block of text, or the first one behind a sign."""
    lower = text.lower()
    start = lower.find(begin, lower.find(behind)) if behind else lower.rfind(begin)
    return start >= 0 and (not behind or behind in lower) and end not in lower[start:]


def _depth(text: str) -> int:
    """Count the elements that are open where most are."""
    depth = deepest = 0
    for end, name in _TAG.findall(text):
        if name.lower() not in _WITHOUT_END:
            depth = max(0, depth - 1) if end else depth + 1
            deepest = max(deepest, depth)
    return deepest
