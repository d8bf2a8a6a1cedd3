"""Where a text names another cable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parser import Span, canonical_mrn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser import Cable

_NAMED = re.compile(r"\b(?:19|20)?\d{2} ?[A-Z][A-Z' ]{2,24}? ?\d{1,8}\b")
_LABELLED = re.compile(r"\bREF(?:TEL|S)?(?: |\()?([A-Z])?\b", re.IGNORECASE)


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
        label = match.group(1)
        mrn = by_label.get(label.upper()) if label else None
        if label is None and len(cited) == 1:
            mrn = cited[0].mrn
        if mrn is not None:
            yield Span(*match.span()), mrn
