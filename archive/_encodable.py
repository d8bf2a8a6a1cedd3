"""Lone surrogates: half of a character, which nothing can store or look up.

They come from bytes that are no text: what somebody types or pastes, names of files, damaged
sources. The raw text of a cable keeps them; what is indexed, and what is asked for, does not.
"""

from __future__ import annotations

import re
from typing import Final

_LONE: Final = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """Return a text with a replacement character for each lone surrogate: of the same length."""
    return text if text.isascii() else _LONE.sub("\N{REPLACEMENT CHARACTER}", text)
