"""Summary and comment: where they begin and end among the paragraphs.

summary := heading SUMMARY or a paragraph that begins with the word, up to END SUMMARY
         | paragraph 1 up to END SUMMARY (no start)
         | the paragraph under the heading, or that begins with the word (no end)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parser._model import Paragraph


class _Words(NamedTuple):
    """How a section is opened and closed."""

    signs: tuple[str, str]
    """A part of its name, in capitals and not; one of them stands in whatever closes it."""
    heading: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]


def _words(name: str, sign: str) -> _Words:
    also = r"(?: (?:AND|&|/|,) ?[A-Z ]{3,40}?)?"
    patterns = (
        rf"(?:BEGIN |EXECUTIVE |\(\w{{1,3}}\) ?|[A-Z]\. ){{0,2}}{name}\b",
        rf"(?:\(?BEGIN )?{name}{also}\s?(?:[:.]|-{{1,3}}|\u2013|\u2014)\s{{0,2}}",
        rf"\(?\bEND\s(?:OF\s)?(?:THE\s)?{name}\b{also}\s?(?:\)|[.:!]|\Z)?\)?",
    )
    return _Words(
        (sign.upper(), sign), *(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    )


_SUMMARY: Final = _words(r"SUMMA?R?Y", "umma")
_COMMENT: Final = _words(r"COMMENTS?", "omment")


def read_summary(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the summary without the words that open and close it."""
    first = next((n for n, one in enumerate(paragraphs) if _opens(one, _SUMMARY)), None)
    for place, paragraph in enumerate(paragraphs):
        if closing := _closing(paragraph.text, _SUMMARY):
            # Without a start it is paragraph 1 up to the mark.
            return _between(paragraphs, min(first or 0, place), place, closing.start(), _SUMMARY)
    if first is None:
        return None
    return _between(paragraphs, first, first, None, _SUMMARY)


def read_comment(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the last comment without the words that open and close it."""
    places = [n for n, one in enumerate(paragraphs) if _opens(one, _COMMENT)]
    if not places:
        return None
    first = places[-1]
    for place in range(first, len(paragraphs)):
        if closing := _closing(paragraphs[place].text, _COMMENT):
            return _between(paragraphs, first, place, closing.start(), _COMMENT)
    return _between(paragraphs, first, first, None, _COMMENT)


def _closing(text: str, words: _Words) -> re.Match[str] | None:
    """Find the words that close a section; most paragraphs do not hold its name."""
    if words.signs[0] in text or words.signs[1] in text:
        return words.closing.search(text)
    return None


def _opens(paragraph: Paragraph, words: _Words) -> bool:
    heading = paragraph.heading
    return (
        heading is not None and words.heading.match(heading) is not None
    ) or words.opening.match(paragraph.text) is not None


def _between(
    paragraphs: Sequence[Paragraph], first: int, last: int, end: int | None, words: _Words
) -> str | None:
    """Join paragraphs from `first` to `last`, the last up to `end`, without the opening words."""
    parts = [paragraph.text for paragraph in paragraphs[first:last]]
    parts.append(paragraphs[last].text[:end])
    if opening := words.opening.match(parts[0]):
        parts[0] = parts[0][opening.end() :]
    return "\n".join(parts).strip() or None
