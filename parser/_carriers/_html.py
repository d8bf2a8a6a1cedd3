"""HTML pages: read whole, within bounds, and parsed by a real HTML parser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from parser._errors import UnsafeSourceError
from parser._stream import decode_with_problems

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

    from parser._model import Problem
    from parser._stream import Stream

_DEEPEST: Final = 2000
"""Elements inside each other. Real pages need 20; the time for a page grows with its square."""
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_WITHOUT_END: Final = frozenset(
    ("area", "base", "br", "col", "hr", "img", "input", "li", "link", "meta", "p", "td", "th", "tr")
)
"""Elements that have no end, or are ended by the next one of their kind."""


def read_page(stream: Stream) -> tuple[LexborHTMLParser, str, tuple[Problem, ...]]:
    """Read a page.

    Returns:
        The parsed page, its source text, and what was wrong with the bytes.

    Raises:
        UnsafeSourceError: it is longer or deeper than any page.
    """
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - only when a page is met

    text, problems = decode_with_problems(stream.whole())
    if text.count("<") > _DEEPEST and _depth(text) > _DEEPEST:
        raise UnsafeSourceError(
            stream.name, f"is nested more than {_DEEPEST} deep", "look at what it really is"
        )
    return LexborHTMLParser(text), text, problems


def ends_early(text: str) -> bool:
    """Tell whether a page ends inside its last block of text (`<pre>`)."""
    lower = text.lower()
    start = lower.rfind("<pre")
    return start >= 0 and "</pre" not in lower[start:]


def _depth(text: str) -> int:
    """Count the elements that are open where most are."""
    depth = deepest = 0
    for end, name in _TAG.findall(text):
        if name.lower() not in _WITHOUT_END:
            depth = max(0, depth - 1) if end else depth + 1
            deepest = max(deepest, depth)
    return deepest
