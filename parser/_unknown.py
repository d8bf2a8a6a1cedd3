"""Says what a source is that holds no cable."""

from __future__ import annotations

import csv
import re
from typing import Final

from parser._errors import EmptySourceError, SourceError, UnknownSourceError

_BINARY: Final = (
    (b"%PDF", "is a PDF", "save its text and import that"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7z archive", "unpack it and import the folder"),
    (b"Rar!", "is a RAR archive", "unpack it and import the folder"),
    (b"SQLite format 3", "is a database", "name the folder of an archive to open it"),
    (b"\xd0\xcf\x11\xe0", "is an Office document", "save its text and import that"),
    (b"\x89PNG", "is a picture", "import the text of the cable"),
    (b"\xff\xd8\xff", "is a picture", "import the text of the cable"),
)
_HTML: Final = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_COLUMNS: Final = (
    "`cables.csv` has 8: id, date, reference id, origin, classification, references, header, body"
)
_FORMS: Final = "`cablegram formats` shows what can be read"


def unknown(name: str, head: bytes) -> SourceError:
    """Say in one sentence why nothing can be read from a source with this beginning."""
    if not head.strip(b"\0 \t\r\n\x0b\x0c"):
        return EmptySourceError(name, "is empty", "get it again")
    for magic, reason, advice in _BINARY:
        if head.startswith(magic):
            return UnknownSourceError(name, reason, advice)
    if b"\0" in head[:4096] or _share_of_control(head[:4096]) > 0.1:
        return UnknownSourceError(name, "is a binary file, not text", _FORMS)
    if head.lstrip().startswith(b"<"):
        what = "a web page" if _HTML.match(head) else "XML or HTML"
        return UnknownSourceError(name, f"is {what} without a cable", _FORMS)
    if columns := _columns(head):
        reason = f"is a table with {columns} columns, not one of cables"
        return UnknownSourceError(name, reason, _COLUMNS)
    return UnknownSourceError(name, "holds no cable in a form that is known", _FORMS)


def _share_of_control(data: bytes) -> float:
    control = sum(byte < 0x20 and byte not in b"\t\n\r\x0c\x1b" for byte in data)
    return control / len(data) if data else 0.0


def _columns(head: bytes) -> int:
    """Count the columns of a table; 0 when it is none."""
    lines = head[: 1 << 16].decode("utf-8", "replace").splitlines()[:3]
    try:
        widths = {len(row) for row in csv.reader(lines) if row}
    except csv.Error:
        return 0
    return widths.pop() if len(widths) == 1 and max(widths, default=0) > 2 and len(lines) > 1 else 0
