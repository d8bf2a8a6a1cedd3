"""What transmission, storage and publication did to telegrams, mended in a fixed order.

Each stage looks at a text and returns edits; a stage that has nothing to do costs a search or two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from parser._repairs.characters import (
    mend_double_spacing,
    mend_encoding,
    mend_entities,
    mend_line_ends,
    mend_markup,
    mend_quoting,
    mend_white_space,
)
from parser._repairs.dashes import mend_dashes
from parser._repairs.doubled import mend_doubled
from parser._repairs.numbers import mend_numbers
from parser._repairs.page_marks import find_page_marks, mend_page_marks
from parser._repairs.section_heads import find_section_heads, mend_captions, mend_section_heads
from parser._repairs.section_order import mend_order
from parser._repairs.words import mend_hyphens, mend_split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parser._repairs.page_marks import PageMark
    from parser._repairs.section_heads import SectionHead
    from parser._working import Edit, Working

_CHARACTERS: Final[tuple[Callable[[str], Sequence[Edit]], ...]] = (
    mend_white_space,
    mend_quoting,
    mend_markup,
    mend_line_ends,
    mend_double_spacing,
    mend_encoding,
    mend_entities,
    mend_doubled,
)
_OF_THE_TEXT: Final[tuple[Callable[[str, int], Sequence[Edit]], ...]] = (
    mend_captions,
    mend_numbers,
    mend_split_words,
    mend_dashes,
)


def mend_text(working: Working) -> Sequence[PageMark]:
    """Mend what concerns the whole telegram; return the page marks that were lifted out."""
    for mend in _CHARACTERS:
        working.apply(mend(working.text))
    if order := mend_order(working.text):
        working.move(*order)
    marks = find_page_marks(working.text)
    if marks:
        working.apply(mend_page_marks(working.text, marks))
    return marks


def mend_body(working: Working, start: int, *, divides_words: bool) -> Sequence[SectionHead]:
    """Mend what concerns the text, which begins at `start`; return the section heads lifted out.

    `divides_words`: the source has the habit of dividing words at the ends of lines.
    """
    heads = find_section_heads(working.text, start)
    working.apply(mend_section_heads(working.text, heads, start))
    for mend in _OF_THE_TEXT:
        working.apply(mend(working.text, start))
    working.apply(mend_hyphens(working.text, start, is_usual=divides_words))
    return heads
