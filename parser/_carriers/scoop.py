"""Scoop text: `Cablegate: ` and the title, then what is left of the telegram.

Most of the header and every line of one word are lost; nothing of it is made up again here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from parser._model import Metadata
from parser._records import Record, documents
from parser._repairs.characters import unix_lines
from parser._stream import decode_with_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser._stream import Stream

_TITLE: Final = re.compile(r"^[^\S\n]*Cablegate: *(.*)$", re.MULTILINE)
_HEAD: Final = re.compile(rb"\s*Cablegate:[ \t]")


def matches(head: bytes) -> bool:
    """Recognise the first line."""
    return _HEAD.match(head) is not None


def read(stream: Stream) -> Iterator[Record]:
    """Yield the cable; several when texts stand one behind the other."""
    text, problems = decode_with_problems(stream.whole())
    for title, telegram, position in documents(unix_lines(text), _TITLE, "text"):
        metadata = Metadata(carrier="scoop", title=" ".join(title[1].split()) or None)
        yield Record(telegram.strip("\n"), metadata, position, problems)
