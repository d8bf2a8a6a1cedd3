"""What a word is: for the index, and in Python, where that is faster."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import tantivy

from parser import describe_tag

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD: Final = re.compile(r"[^\W_]+")
"""A word in Python's terms, as the index's tokenizer cuts it: a run of letters and digits."""

LONGEST_WORD: Final = 80
"""Bytes; a run of so many letters and digits, or more, is damage, and is not indexed."""


def analyzer() -> tantivy.TextAnalyzer:
    """Return what makes words of a text: letters and digits, lower case, accents folded."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(LONGEST_WORD))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )


_ANALYZER: Final = analyzer()


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` as the index knows them: `Obama's` is `obama`, `s`."""
    return tuple(_ANALYZER.analyze(text))


@lru_cache(maxsize=512)
def folded_words(text: str) -> Sequence[str]:
    """Return the words of a cleaned text, each folded; in Python, faster than :func:`words`.

    Those of the last texts are kept: the next key that is typed mostly finds the same ones.
    """
    if text.isascii():
        return WORD.findall(text.lower())
    return [fold(word) for word in WORD.findall(text)]


def words_as_typed(text: str) -> tuple[str, ...]:
    """Return the words of `text` in lower case, their accents kept."""
    return tuple(found[0].lower() for found in WORD.finditer(text))


def words_of_name(value: str) -> tuple[str, ...]:
    """Return the words of a value of a field; there may be many thousands, of people."""
    return tuple(WORD.findall(value.lower())) if value.isascii() else words(value)


def words_of_tag(code: str) -> tuple[str, ...]:
    """Return the words a tag may be asked for by: its code, and those of its meaning."""
    tag = describe_tag(code)
    return (code.lower(), *words((tag.meaning if tag else None) or ""))


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """Return one word as the index knows it: lower case and without accents."""
    return word.lower() if word.isascii() else "".join(_ANALYZER.analyze(word))
