"""Where a text names another cable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parser import Span, canonical_mrn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser import Cable

_NAMED = re.compile(r"\b(?:19|20)?\d{2} ?[A-Z][A-Z' ]{2,24}? ?\d{1,8}\b")
_LABELLED = re.compile(
    r"\b(?:REF(?:TEL)?S?|[Rr]ef(?:tel)?s?)\b"
    r"(?:[ (:]{0,3}(?P<labels>[A-Z]\b(?:\)?(?:, ?(?:and )?| ?[/&] ?| (?:and|or) )\(?[A-Z]\b)*))?"
)
"""`REF`, `reftel A`, `refs A and B`, `(REFTELS C/D)`."""
_LABEL = re.compile(r"\b[A-Z]\b")


def references_in(text: str, cable: Cable) -> Iterator[tuple[Span, str]]:
    """Find the cables that a text names, by id or as `REF B`.

    Yields where each stands, and its canonical message reference number.
    """
    for match in _NAMED.finditer(text):
        mrn = canonical_mrn(match.group())
        if mrn is not None:
            yield Span(*match.span()), mrn
    cited = [reference for reference in cable.references if reference.mrn is not None]
    by_label = {reference.label: reference.mrn for reference in cited}
    for match in _LABELLED.finditer(text):
        start, end = match.span("labels")
        if start < 0:
            if len(cited) == 1 and (mrn := cited[0].mrn) is not None:
                yield Span(*match.span()), mrn
            continue
        for number, label in enumerate(_LABEL.finditer(text, start, end)):
            if (mrn := by_label.get(label.group())) is not None:
                # The word itself belongs to the first label.
                yield Span(label.start() if number else match.start(), label.end()), mrn
