"""Where a text names another cable."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from parser import Span, canonical_mrn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from parser import Cable

_NAMED = re.compile(r"\b(?:19|20)?\d{2} ?[A-Z][A-Z' ]{2,24}? ?\d{1,8}\b")
_LABELLED = re.compile(
    r"\b(?P<word>REF(?:TEL|ERENCE)?S?|[Rr]ef(?:tel|erence)?s?)\b"
    r"(?:[ (:]{0,3}(?P<labels>(?:[A-Z]|\d{1,2})\b"
    r"(?:\)?(?:, ?(?:and )?| ?[/&-] ?| (?:and|or|thru|through) )\(?(?:[A-Z]|\d{1,2})\b)*))?"
)
"""`REF`, `reftel A`, `refs A and B`, `(REFTELS C/D)`, `refs A-C`, `Ref 2`."""
_LABEL = re.compile(r"\b(?:[A-Z]|\d{1,2})\b")
_THROUGH = re.compile(r"-| thr(?:u|ough) ")
"""What stands between the ends of a range."""


def references_in(text: str, cable: Cable) -> Iterator[tuple[Span, str]]:
    """Find the cables that a text names, by id or as `REF B`.

    Yields where each stands, and its canonical message reference number. The ends of a range come
    before what lies between them, which stands wherever the range does.
    """
    for match in _NAMED.finditer(text):
        mrn = canonical_mrn(match.group())
        if mrn is not None:
            yield Span(*match.span()), mrn
    cited = [reference for reference in cable.references if reference.mrn is not None]
    by_label = {one.label: one.mrn for one in cited if one.label and one.mrn}
    for match in _LABELLED.finditer(text):
        start, end = match.span("labels")
        labels = list(_LABEL.finditer(text, start, end)) if start >= 0 else []
        if labels and (labels[0][0].isalpha() or labels[0][0] in by_label):
            yield from _labelled(text, match.start(), labels, by_label)
        elif len(cited) == 1 and (mrn := cited[0].mrn) and len(match["word"]) <= len("reftels"):
            yield Span(*match.span("word")), mrn


def _labelled(
    text: str, word: int, labels: list[re.Match[str]], by_label: Mapping[str, str]
) -> Iterator[tuple[Span, str]]:
    """Yield where labels stand; the word in front of them, at `word`, belongs to the first."""
    for number, label in enumerate(labels):
        if (mrn := by_label.get(label[0])) is not None:
            yield Span(label.start() if number else word, label.end()), mrn
    for first, last in pairwise(labels):
        is_range = first[0].isalpha() and last[0].isalpha()
        if is_range and _THROUGH.fullmatch(text, first.end(), last.start()):
            for letter in map(chr, range(ord(first[0]) + 1, ord(last[0]))):
                if (mrn := by_label.get(letter)) is not None:
                    yield Span(first.start(), last.end()), mrn
