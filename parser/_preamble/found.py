"""What reading a preamble gives: each value with the place where it stood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from datetime import date

    from parser._model import Classification, Reference

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A value, and the characters `text[start:end]` that it was read from."""

    value: T
    start: int
    end: int
    is_repaired: bool = False
    """Something had to be mended inside it: a word rejoined, a page mark lifted out."""


class Section(NamedTuple):
    """Which section of a telegram this is: `SECTION 02 OF 04`."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Preamble:
    """Every field between the transmission header and the text. Spans are in the text given."""

    classification: Found[Classification] | None = None
    section: Found[Section] | None = None
    station: Found[str] | None = None
    """Station of the classification line, as printed: `RIO DE JANEIRO`."""
    serial: Found[str] | None = None
    """Serial of the classification line, digits as printed: `009901`."""
    captions: tuple[Found[str], ...] = ()
    passing: tuple[Found[str], ...] = ()
    handling: tuple[Found[str], ...] = ()
    executive_order: Found[str] | None = None
    declassify_on: Found[date] | None = None
    declassify_text: Found[str] | None = None
    tags: tuple[Found[str], ...] = ()
    subject: Found[str] | None = None
    subject_marking: Found[str] | None = None
    """Portion mark of the subject, without brackets: `C/NF`."""
    references: tuple[Found[Reference], ...] = ()
    """In the order of the source. `Reference.span` is left to the caller."""
    classified_by: tuple[Found[str], ...] = ()
    classifier_title: Found[str] | None = None
    reasons: tuple[Found[str], ...] = ()
    reason_section: Found[str] | None = None
    end: int = 0
    """Where the text begins: its first heading or paragraph."""
