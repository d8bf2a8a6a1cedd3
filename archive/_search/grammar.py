"""Reads the query language: text in, frozen nodes out.

query  := any
any    := all { "OR" all }
all    := { [ "-" ] part }
part   := "(" any ")" | field value | phrase | word
value  := word { "," word } | quoted                       without space after the colon
phrase := quoted [ "~" number ]
word   := "=" letters | "~" letters | letters [ "*" ]

A space is AND and binds closer than `OR`. While a query is being typed it is read leniently: an
open bracket or quote, an `OR` or a `-` without its other side, a field without a value are passed
over, as is what comes after the first hundred words and signs or the first thousand characters;
the last word, also in brackets, is taken as the beginning of one. Read strictly, each is an error
that names the word.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from archive._errors import QueryError
from archive._search.fields import FIELDS
from archive._search.lexer import Token, TokenKind, tokens
from archive._search.nodes import And, Filter, Mode, Node, Not, Or, Phrase, Value, Word
from parser import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST: Final = 100
"""Words and signs of a query; what comes after them is passed over. A pasted page has more."""
LONGEST: Final = 1000
"""Characters of a query; the same."""
DEEPEST: Final = 50
"""Brackets within brackets; deeper ones are passed over."""

_UNKNOWN_FIELD: Final = re.compile(r"[A-Za-z]{2,}:(?!//)\S*")
_END: Final = re.compile(r"\)*(?:\Z|\s+&(?=[\s()]|\Z))")
_EVERYTHING: Final = And()


def parse_query(text: str, *, is_strict: bool = False) -> Node:
    """Read a query.

    Args:
        text: The query as typed.
        is_strict: The query is finished: what is not understood is an error, and the last word is
            a whole word.

    Raises:
        QueryError: Only when strict.
    """
    return _Reader(text, is_strict=is_strict).read()


def is_too_long(text: str) -> bool:
    """Tell whether the end of a query is passed over, because it has so many words."""
    return len(text) > LONGEST or len(_some_tokens(text)) > MOST


def _some_tokens(text: str) -> Sequence[Token]:
    return tuple(islice(tokens(text, FIELDS.keys()), MOST + 1))


class _Reader:
    """Walks over the tokens of one query."""

    def __init__(self, text: str, *, is_strict: bool) -> None:
        self._text = text
        self._is_strict = is_strict
        found = _some_tokens(text[:LONGEST])
        self._tokens = found[:MOST]
        if len(text) > LONGEST or len(found) > MOST:
            bounds = f"{MOST} words and {LONGEST:,} characters"
            self._fault(f"The query is too long: it may have {bounds}.", found[-1])
        self._next = 0

    def read(self) -> Node:
        rows = []
        while self._peek():
            rows.append(self._any(0))
            if stray := self._take(TokenKind.CLOSE):
                self._fault("`{}` closes a bracket that is not open; leave it out.", stray)
        return rows[0] if len(rows) == 1 else _joined([part for row in rows for part in _row(row)])

    def _any(self, depth: int) -> Node:
        choices = [self._all(depth)]
        while sign := self._take(TokenKind.OR):
            choice = self._all(depth)
            if _EVERYTHING in (choice, choices[-1]):
                self._fault("`{}` needs something on both sides.", sign)
            choices.append(choice)
        choices = [choice for choice in choices if choice != _EVERYTHING]
        if not choices:
            return _EVERYTHING
        return choices[0] if len(choices) == 1 else Or(tuple(choices))

    def _all(self, depth: int) -> Node:
        parts: list[Node] = []
        narrowed: int | None = None
        while (token := self._peek()) and token.kind not in _ENDS:
            if sign := self._take(TokenKind.NARROWER):
                narrowed = len(parts) if narrowed is None else narrowed
                self._check_follows(sign)
            elif part := self._part(depth):
                parts += _row(part)
        return _joined(parts, narrowed)

    def _part(self, depth: int) -> Node | None:
        if sign := self._take(TokenKind.MINUS):
            if not self._check_follows(sign):
                return None
            if depth >= DEEPEST:
                self._next += 1
                return None
            part = self._part(depth + 1)
            return Not(_finished(part)) if part is not None else None
        if sign := self._take(TokenKind.OPEN):
            return self._group(sign, depth)
        if name := self._take(TokenKind.FIELD):
            return self._filter(name)
        token = self._tokens[self._next]
        self._next += 1
        return self._phrase(token) if token.kind is TokenKind.QUOTED else self._word(token)

    def _group(self, sign: Token, depth: int) -> Node | None:
        if depth >= DEEPEST:
            return None
        inner = self._any(depth + 1)
        if not self._take(TokenKind.CLOSE):
            self._fault("The bracket `{}` is not closed; add `)`.", sign)
        return inner if inner != _EVERYTHING else None

    def _filter(self, name: Token) -> Node | None:
        token = self._peek()
        if (
            token is None
            or token.span.start != name.span.end
            or token.kind not in {TokenKind.WORD, TokenKind.QUOTED}
        ):
            self._fault(f"`{name.text}:` needs a value; {FIELDS[name.text].hint}", name)
            return Filter(name.text, (), name.span) if token is not None else None
        self._next += 1
        span = Span(name.span.start, token.span.end)
        if token.kind is TokenKind.QUOTED:
            self._check_quote(token)
            if not token.text.strip():
                return None
            return Filter(name.text, (Value(token.text, is_whole=token.is_closed),), span)
        values = tuple(Value(part) for part in dict.fromkeys(token.text.split(",")) if part)
        if not values:
            return None
        node = Filter(name.text, values, span)
        for value in values:
            if not FIELDS[name.text].understands(value.text):
                self._fault(
                    f"`{value.text}` is no value of `{name.text}:`; {FIELDS[name.text].hint}", token
                )
        return node

    def _phrase(self, token: Token) -> Node | None:
        self._check_quote(token)
        if not token.text.strip():
            return None
        is_open = token.is_begun or self._is_typed(token)
        return Phrase(token.text, token.span, token.distance, is_open=is_open)

    def _word(self, token: Token) -> Node | None:
        if self._is_strict and _UNKNOWN_FIELD.fullmatch(token.text):
            names = ", ".join(f"{name}:" for name in FIELDS)
            self._fault(
                f"`{{}}` begins with no field; the fields are {names}. "
                "Put the word in quotes to search for it as it is.",
                token,
            )
        text, mode = token.text, Mode.PLAIN
        if text[0] in _MODES and len(text) > 1:
            text, mode = text[1:], _MODES[text[0]]
        elif text.endswith("*"):
            text, mode = text.rstrip("*"), Mode.PREFIX
        elif self._is_typed(token):
            mode = Mode.TYPED
        return Word(text, token.span, mode) if any(map(str.isalnum, text)) else None

    def _is_typed(self, token: Token) -> bool:
        """Tell whether the query ends within this token, so that more of it may follow.

        The brackets behind it may be the reader's own, and what is narrowed by a `&` is as it was
        before it was.
        """
        is_open = token.kind is TokenKind.WORD or not token.is_closed
        is_last = _END.match(self._text, token.span.end) is not None
        return is_open and not self._is_strict and is_last

    def _check_follows(self, sign: Token) -> bool:
        """Tell whether a part of the query follows on a sign."""
        following = self._peek()
        if following is None or following.kind in _ENDS or following.kind is TokenKind.NARROWER:
            self._fault("`{}` needs a word after it.", sign)
            return False
        return True

    def _check_quote(self, token: Token) -> None:
        if not token.is_closed:
            self._fault("The quote `{}` is not closed; add a quotation mark.", token)

    def _peek(self) -> Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self, kind: TokenKind) -> Token | None:
        token = self._peek()
        if token is None or token.kind is not kind:
            return None
        self._next += 1
        return token

    def _fault(self, message: str, token: Token) -> None:
        if self._is_strict:
            word = self._text[slice(*token.span)]
            raise QueryError(message.replace("{}", word), word, token.span.start)


_ENDS: Final = {TokenKind.OR, TokenKind.CLOSE}
"""What a row of parts ends before."""
_MODES: Final = {"=": Mode.EXACT, "~": Mode.TYPOS}


def _finished(node: Node) -> Node:
    """Take a word that must not be there as whole: else each letter typed would bar too much."""
    if isinstance(node, Word) and node.mode is Mode.TYPED:
        return replace(node, mode=Mode.PLAIN)
    return node


def _row(node: Node) -> Sequence[Node]:
    """Return the parts of a row, whose brackets mean nothing within another row."""
    return node.parts if isinstance(node, And) else (node,)


def _joined(parts: Sequence[Node], narrowed: int | None = None) -> Node:
    """Join parts into one row; the first `narrowed` of them are narrowed by the others."""
    if len(parts) == 1:
        return parts[0]
    return And(tuple(parts), len(parts) - narrowed if narrowed else 0)
