"""A reference between the cable that is read and another one, seen from the cable that is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive import Citation, Citations


@dataclass(frozen=True, slots=True)
class Referred:
    """One of them."""

    citation: Citation
    is_out: bool
    """The cable that is read cites the other one; False: it is cited by it."""

    @property
    def words(self) -> str:
        """What it can be found by."""
        citation = self.citation
        subject = citation.row.subject if citation.row else None
        words = (citation.mrn, citation.text, subject)
        return " ".join(word for word in words if word)


def cited(citations: Citations) -> tuple[Referred, ...]:
    """Return what a cable cites, in the order of its REF line."""
    return tuple(Referred(citation, is_out=True) for citation in citations.out)


def citing(citations: Citations) -> tuple[Referred, ...]:
    """Return what cites a cable, oldest first."""
    return tuple(Referred(citation, is_out=False) for citation in citations.into)
