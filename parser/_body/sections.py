"""Summary and comment: where they begin and end among the paragraphs.

summary := heading SUMMARY or a paragraph that begins with the word, up to END SUMMARY
         | paragraph 1 up to END SUMMARY (no start)
         | the paragraph under the heading, or that begins with the word (no end)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._body.misspelt import misspelt_end, misspelt_start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from parser._model import Paragraph

    Printed = Callable[[int], str]
    """Gives the paragraph at a place as it was printed, line by line."""


class Part(NamedTuple):
    """A summary or a comment, and the places of the paragraphs that it reaches from and to."""

    text: str
    first: int
    last: int


class _Words(NamedTuple):
    """How a section is opened and closed."""

    name: str
    """The word itself, in capitals, of which a letter may be wrong."""
    signs: tuple[str, ...]
    """Parts of its name in small letters; most paragraphs hold none, raised or not."""
    heading: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    ended: re.Pattern[str]
    """How it is closed seldom, `Summary ends.`"""
    marked: re.Pattern[str]
    """How it is opened seldom, where it is closed: `**SUMMARY** The quay`, `SUMMARY The quay`."""

    @property
    def closes_text(self) -> bool:
        """Whether the section stands at the end of a telegram."""
        return self.name == "COMMENT"

    def close(self, text: str) -> re.Match[str] | None:
        """Find what closes the section in a text."""
        if "nds" in text or "NDS" in text:
            return self.closing.search(text) or self.ended.search(text)
        return self.closing.search(text)

    def open(self, text: str, *, is_closed: bool) -> re.Match[str] | None:
        """Find what opens the section at the beginning of a text."""
        opening = self.opening.match(text)
        return self.marked.match(text) if is_closed and opening is None else opening


_EXECUTIVE: Final = r"EXECUTIVE\s?"
_MARK: Final = r"\((?:U|SBU|LOU|[CS](?://?NF)?|TS)\)\s{0,2}"


def _words(word: str, name: str, beside: str, *signs: str) -> _Words:
    """Make the patterns of a section that is called `word`, and is printed as `name` says."""
    before = rf"(?:(?:{beside})\s?(?:AND|&|/)\s?)?"
    also = (
        rf"(?:\s?(?:(?:AND|&|/)\s?[A-Z]{{3,20}}(?: [A-Z]{{2,20}}){{0,MOST}}?"
        rf"|, ?(?:{beside}|KEY)[A-Z ]{{0,40}}?))?"
    )
    also, briefly = also.replace("MOST", "4"), also.replace("MOST", "2")
    number = r"(?:\u00b6?\d{1,2}\. {0,2}(?=[(A-Z]))?"
    heading = rf"(?:BEGIN |{_EXECUTIVE}|\(\w{{1,3}}\) ?|(?:[A-Z]|\d)\. ){{0,2}}{before}{name}\b"
    aside = r"(?: ?\([A-Z]{1,9}\))?"
    opening = (
        rf"(?:1\. )?(?:{_MARK})?(?:[-=_*]{{3,60}} ?)?[(\[]?(?:BEGIN )?(?:{_EXECUTIVE})?{before}"
        rf"{name}(?:{also}{aside}\s?(?:[:.]?[)\]]|[:.;]{{1,2}}|-{{1,60}}|\u2013|\u2014)"
        rf"|{briefly}{aside}\s?(?:(?=\n)|\Z))\s{{0,2}}{number}(?:{_MARK})?"
    )
    closing = (
        rf"END(?<=\bEND)\s?(?:OF\s)?(?:THE\s|{_EXECUTIVE}){{0,2}}(?:SUMMARY\sAND\s)?{before}{name}"
        rf"\b{also}"
        r"\s?(?:[)\]]|[.:!]|\Z)?[)\]]?"
    )
    ended = rf"\b{name} ENDS\b[.)\]]{{0,2}}"
    marked = (
        rf"(?:{_MARK})?(?:[*=_#~<\"\u201c]{{0,3}}(?:{_EXECUTIVE})?{before}{name}\b{also}"
        r"[*=_#~>\"\u201d:.,]{1,4}\s?"
        r"|(?-i:(?:(?:EXECUTIVE )?SUMMARY(?: AND [A-Z]{4,13})?|COMMENTS?"
        r"|(?:Executive )?Summary(?: and [A-Z][a-z]{3,12})?|Comments?)\s{1,2}(?=[A-Z][a-z])))"
    )
    patterns = heading, opening, closing, ended, marked
    return _Words(
        word,
        signs,
        *(re.compile(pattern, re.IGNORECASE) for pattern in patterns),
    )


_SUMMARY: Final = _words(
    "SUMMARY",
    r"(?:SUM[MAR]{0,4}Y|S U M M A R Y)",
    "INTRODUCTION|BACKGROUND|COMMENT|ACTION REQUEST|OVERVIEW",
    *("umm", "umar", "umam", "u m m"),
)
_LINE: Final = re.compile("\n")
_QUOTE: Final = re.compile(r"\s+[\"\u201c]\Z")
"""The quotation mark in front of END SUMMARY."""
_MOST_UNCLOSED: Final = 4
"""Paragraphs in which misspelt words that close a section are looked for."""
_MOST_UNOPENED: Final = 2
"""First paragraphs that misspelt words may open, or close where nothing opens."""
_CLEARANCE: Final = re.compile(
    r"[^.]{0,120}\b(?:cleared|coordinated|reviewed|minimi[sz]e)\b[^.]{0,120}(?:\.?\Z|\.?\n)",
    re.IGNORECASE,
)
"""A paragraph that tells who has seen the text; it stands below all of it."""
_SECOND_MARK: Final = re.compile(rf"\s*{_MARK}")
_WHOSE: Final = (
    r"(?:(?:EMBASSY|POST|MISSION|CONSULATE|CONGEN|AMBASSADOR|CHARGE|DCM|[A-Z]{2,6}OFF)"
    r"(?:['\u2019]S)?\s(?=COMMENT\b))?"
)
"""Whose comment it is; `Ambassador's comments` may be what was said in a talk."""
_COMMENT: Final = _words(
    "COMMENT",
    # COMMENTS ON THE BILL are those of others.
    rf"{_WHOSE}COMMENT(?:S(?!\s(?:ON|FROM|BY|TO|OF|ABOUT|REGARDING)\b))?",
    "INTRODUCTION|BACKGROUND",
    "omment",
)


def read_summary(paragraphs: Sequence[Paragraph], printed: Printed) -> Part | None:
    """Return the summary as printed, line by line, without the words that open and close it."""
    naming = _naming(paragraphs, _SUMMARY)
    first = next(_opening(paragraphs, naming, _SUMMARY), None)
    if first is None:
        first = _misspelt_heading(paragraphs, _SUMMARY)
    for place in naming:
        if _SUMMARY.close(paragraphs[place].text):
            if first is not None and first <= place:
                return _between(printed, first, place, _SUMMARY)
            first, line = _start(printed, naming, place, _SUMMARY)
            return _between(printed, first, place, _SUMMARY, line)
    return _unclosed(paragraphs, printed, first, _SUMMARY)


def _unclosed(
    paragraphs: Sequence[Paragraph], printed: Printed, first: int | None, words: _Words
) -> Part | None:
    """Read a section that nothing closes, or misspelt words do; its first may be misspelt, too."""
    begin, most = (0, _MOST_UNOPENED) if first is None else (first, _MOST_UNCLOSED)
    for place in range(begin, min(len(paragraphs), begin + most)):
        one = paragraphs[place]
        if place > begin and one.heading and words.closing.fullmatch(one.heading):
            return _between(printed, begin, place - 1, words)
        if misspelt_end(one.text, words.name) is not None:
            return _between(printed, begin, place, words)
    if first is not None:
        return _between(printed, first, _last_below(paragraphs, first, words), words)
    for place, one in enumerate(paragraphs[:_MOST_UNOPENED]):
        if misspelt_start(one.text, words.name) is not None:
            return _between(printed, place, place, words)
    return None


def _last_below(paragraphs: Sequence[Paragraph], first: int, words: _Words) -> int:
    """Find the last paragraph of a section that nothing closes.

    A summary is one. A comment reaches from its heading to the next one or, where that is near, to
    the end of the text.
    """
    heading = paragraphs[first].heading
    if not words.closes_text or heading is None or not words.heading.match(heading):
        return first
    reach = first + _MOST_UNCLOSED
    for place in range(first + 1, min(len(paragraphs), reach)):
        if paragraphs[place].heading or _CLEARANCE.match(paragraphs[place].text):
            return place - 1
    return len(paragraphs) - 1 if len(paragraphs) <= reach else first


def _start(printed: Printed, naming: Sequence[int], last: int, words: _Words) -> tuple[int, int]:
    """Find the paragraph and in it the line that begin a section that is closed; else the first."""
    for place in naming:
        text = printed(place) if place <= last else ""
        if words.open(text, is_closed=True):
            return place, 0
        closing = words.close(text)
        for line in _LINE.finditer(text, 0, closing.start() if closing else len(text)):
            if words.opening.match(text, line.end()):
                return place, line.end()
    return 0, 0


def read_comment(paragraphs: Sequence[Paragraph], printed: Printed) -> Part | None:
    """Return the last comment as printed, without the words that open and close it."""
    naming = _naming(paragraphs, _COMMENT)
    opening = list(_opening(paragraphs, naming, _COMMENT))
    if not opening:
        return _inner_comment(paragraphs, printed, naming)
    first = opening[-1]
    for place in naming:
        if place >= first and _COMMENT.close(paragraphs[place].text):
            return _between(printed, first, place, _COMMENT)
    return _unclosed(paragraphs, printed, first, _COMMENT)


def _inner_comment(
    paragraphs: Sequence[Paragraph], printed: Printed, naming: Sequence[int]
) -> Part | None:
    """Find the last comment that begins at a block of its own inside a paragraph."""
    for place in reversed(naming):
        blocks = [
            found.end()
            for found in _LINE.finditer(paragraphs[place].text)
            if _COMMENT.opening.match(paragraphs[place].text, found.end())
        ]
        if not blocks:
            continue
        begin = paragraphs[place].text[blocks[-1] :].split("\n", 1)[0]
        text = printed(place)
        for found in reversed(list(_LINE.finditer(text))):
            line = text[found.end() :].split("\n", 1)[0]
            if line and begin.startswith(line) and _COMMENT.opening.match(text, found.end()):
                return _between(printed, place, place, _COMMENT, found.end())
    return None


def _naming(paragraphs: Sequence[Paragraph], words: _Words) -> Sequence[int]:
    """Give the places of the paragraphs whose text names the section."""
    texts = [one.text.lower() for one in paragraphs]
    return sorted(
        {place for sign in words.signs for place, text in enumerate(texts) if sign in text}
    )


def _opening(
    paragraphs: Sequence[Paragraph], naming: Sequence[int], words: _Words
) -> Iterator[int]:
    """Give the places of the paragraphs that begin the section, by their heading or first word."""
    named = set(naming)
    for place, one in enumerate(paragraphs):
        if (one.heading and words.heading.match(one.heading)) or (
            place in named and words.opening.match(one.text)
        ):
            yield place


def _misspelt_heading(paragraphs: Sequence[Paragraph], words: _Words) -> int | None:
    """Find the first paragraphs below a heading that is misspelt, `Sumary`."""
    for place, one in enumerate(paragraphs[:_MOST_UNOPENED]):
        if one.heading and misspelt_start(f"{one.heading}:", words.name) is not None:
            return place
    return None


def _between(printed: Printed, first: int, last: int, words: _Words, line: int = 0) -> Part | None:
    """Join paragraphs from `first` to `last` without the words that open and close them.

    `line` is where in the printed first one the section begins.
    """
    parts = [printed(place) for place in range(first, last + 1)]
    parts[0] = parts[0][line:]
    closing = words.close(parts[-1])
    end = closing.start() if closing else misspelt_end(parts[-1], words.name)
    if end is not None:
        parts[-1] = _QUOTE.sub("", parts[-1][:end].rstrip("([*/=_#-< \n"))
    opening = words.open(parts[0], is_closed=end is not None)
    begin = opening.end() if opening else misspelt_start(parts[0], words.name)
    parts[0] = parts[0][begin or 0 :]
    parts[0] = _SECOND_MARK.sub("", parts[0])
    text = "\n".join(part for part in parts if part).strip()
    return Part(text, first, last) if text else None
