"""What a carrier marks in the text of a document, so that it need not be told from its looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a text before it is read."""

    is_telegram: bool = True
    """It may begin with a header and a preamble; a letter or memorandum is text from its start."""
    signed_by: tuple[str, ...] | None = None
    """Who signed, each on a line of its own; None to look for it at the end."""
    headings: frozenset[str] = frozenset()
    """Lines that are headings, wherever they stand."""


NOTHING_TOLD: Final = Told()
"""Of most telegrams the text itself says all there is to know."""
