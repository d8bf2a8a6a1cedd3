"""Cuts a query into tokens. Any text can be cut: what is no sign of the language is a word.

token  := "(" | ")" | "OR" | "&" | "-" | field | quoted | word
field  := one of the names given, then ":"
quoted := '"' text [ '"' [ "~" digits | "*" ] ]       an open quote runs to the end
word   := a run without white space, brackets or quotes

`-` is a sign at the beginning of a token only: `counter-narcotics` is one word. `&` is one by
itself only, `R&D` is a word, and `OR` in capitals only. An unknown name before a colon is no field
but part of a word: `12:30`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from parser import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator


class TokenKind(StrEnum):
    """What a token is."""

    OPEN = "open"
    CLOSE = "close"
    OR = "or"
    NARROWER = "narrower"
    MINUS = "minus"
    FIELD = "field"
    QUOTED = "quoted"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query."""

    kind: TokenKind
    text: str
    """Without quotes and colon; a field's name in lower case."""
    span: Span
    distance: int | None = None
    """The number after a quoted text, `~8`."""
    is_closed: bool = True
    """A quoted text has its closing quote."""
    is_begun: bool = False
    """A star follows on the closing quote."""


_QUOTES: Final = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}'
_SPACE: Final = re.compile(r"\s*")
_FIELD: Final = re.compile(r"([A-Za-z]+):")
_QUOTED: Final = re.compile(
    f"[{_QUOTES}]([^{_QUOTES}]*)(?:([{_QUOTES}])(?:~([0-9]{{1,3}})|([*]))?)?"
)
_OR: Final = re.compile(r"OR(?=[\s()]|$)")
_NARROWER: Final = re.compile(r"&(?=[\s()]|$)")
_MINUS: Final = re.compile(r"[-\N{MINUS SIGN}](?=\S)")
_WORD: Final = re.compile(rf"[^\s(){_QUOTES}]+")
_KINDS: Final = (
    (_OR, TokenKind.OR),
    (_NARROWER, TokenKind.NARROWER),
    (_MINUS, TokenKind.MINUS),
    (_WORD, TokenKind.WORD),
)
_BRACKETS: Final = {"(": TokenKind.OPEN, ")": TokenKind.CLOSE}


def tokens(text: str, fields: Container[str]) -> Iterator[Token]:
    """Yield the tokens of a query; `fields` are the names that may stand before a colon."""
    position = _after_space(text, 0)
    while position < len(text):
        token = _token(text, position, fields)
        yield token
        position = _after_space(text, token.span.end)


def _after_space(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    return space.end() if space else position


def _token(text: str, start: int, fields: Container[str]) -> Token:
    if kind := _BRACKETS.get(text[start]):
        return Token(kind, text[start], Span(start, start + 1))
    if found := _QUOTED.match(text, start):
        distance = int(found[3]) if found[3] else None
        span, is_closed, is_begun = Span(*found.span()), bool(found[2]), bool(found[4])
        return Token(TokenKind.QUOTED, found[1], span, distance, is_closed, is_begun)
    if (found := _FIELD.match(text, start)) and found[1].lower() in fields:
        return Token(TokenKind.FIELD, found[1].lower(), Span(*found.span()))
    for pattern, kind in _KINDS:
        if found := pattern.match(text, start):
            return Token(kind, found[0], Span(*found.span()))
    raise AssertionError(text[start])  # every character begins one of the above
