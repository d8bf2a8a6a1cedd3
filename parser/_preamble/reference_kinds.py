"""What a reference names that is no cable: an e-mail, a call, a report, by the words of it."""

from __future__ import annotations

import re
from functools import cache

from parser._model import ReferenceKind
from parser._tables import rows


@cache
def other_words() -> re.Pattern[str]:
    """The words that name something other than a cable."""
    words = (re.escape(row["word"]).replace(r"\*", "[A-Z]*") for row in rows("reference_kinds"))
    return re.compile(rf"(?<![A-Z])(?:{'|'.join(words)})(?![A-Z])|\d{{6}}Z")


@cache
def kind_of(word: str) -> ReferenceKind:
    """Return what a word that :func:`other_words` finds stands for."""
    for row in rows("reference_kinds"):
        stem = row["word"].rstrip("*")
        if word == stem or (row["word"].endswith("*") and word.startswith(stem)):
            return ReferenceKind(row["kind"])
    return ReferenceKind.OTHER
