"""References of the telegram and of the carrier's list, put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parser._model import Reference, ReferenceKind
from parser._mrn import canonical_mrn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parser._model import Span


def merge_references(
    printed: Iterable[tuple[Reference, Span]],
    listed: Sequence[str],
    *,
    year: int | None,
    own_mrn: str | None,
) -> tuple[Reference, ...]:
    """Put what the carrier lists behind what the telegram prints; what both hold stands once.

    With what is printed comes where it stands in the raw text.
    """
    listed_mrns = {text: canonical_mrn(text, year=year) for text in listed}
    both = set(listed_mrns.values()) - {None}
    merged = [
        replace(reference, span=span, in_metadata=reference.mrn in both)
        for reference, span in printed
    ]
    known = {reference.mrn for reference in merged} | {own_mrn}
    for text, mrn in listed_mrns.items():
        if mrn is None or mrn not in known:
            kind = ReferenceKind.CABLE if mrn else ReferenceKind.OTHER
            folded = " ".join(text.split())
            merged.append(Reference(mrn, None, folded, kind, in_text=False, in_metadata=True))
            known.add(mrn)
    return tuple(merged)
