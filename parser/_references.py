"""References of the telegram and of the carrier's list, put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parser._model import Reference, ReferenceKind
from parser._mrn import canonical_mrn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def merge_references(
    in_text: Iterable[Reference], listed: Sequence[str], *, year: int | None, own_mrn: str | None
) -> tuple[Reference, ...]:
    """Put what the carrier lists behind what the telegram prints; what both hold stands once."""
    listed_mrns = {text: canonical_mrn(text, year=year) for text in listed}
    both = set(listed_mrns.values()) - {None}
    merged = [
        replace(reference, in_metadata=True) if reference.mrn in both else reference
        for reference in in_text
    ]
    known = {reference.mrn for reference in merged} | {own_mrn}
    for text, mrn in listed_mrns.items():
        if mrn is None or mrn not in known:
            kind = ReferenceKind.CABLE if mrn else ReferenceKind.OTHER
            folded = " ".join(text.split())
            merged.append(Reference(mrn, None, folded, kind, in_text=False, in_metadata=True))
            known.add(mrn)
    return tuple(merged)
