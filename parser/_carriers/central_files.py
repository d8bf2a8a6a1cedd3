"""Central Foreign Policy Files 1973-79: `Message Text`, the message, `Message Attributes`.

The attributes are lines `Key: value`; a value may go on over the following lines. Stamps that the
archive put into the text (`Declassified/Released ... Systematic Review`) are no part of a telegram.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from parser._carriers._attributes import attributes_of, without_stamps
from parser._model import Metadata
from parser._records import Record, documents
from parser._repairs.characters import unix_lines
from parser._stream import decode_with_problems
from parser._tables import describe_post

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from parser._model import Problem
    from parser._stream import Stream

NAME: Final = "central-files"

_TEXT: Final = re.compile(r"^[ \t]*Message Text[ \t]*$", re.MULTILINE | re.IGNORECASE)
_ATTRIBUTES: Final = re.compile(r"^[ \t]*Message Attributes[ \t]*$", re.MULTILINE | re.IGNORECASE)
_HEAD_TEXT: Final = re.compile(rb"^[ \t]*Message Text[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_HEAD_ATTRIBUTES: Final = re.compile(
    rb"^[ \t]*Message Attributes[ \t]*\r?$", re.MULTILINE | re.IGNORECASE
)
_COMMA: Final = re.compile(r"\s*[,;|]\s*")
_DATE: Final = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[A-Za-z]*[ -](\d{4})")


def matches(head: bytes) -> bool:
    """Recognise both headings; the second may stand behind a long message."""
    return _HEAD_TEXT.search(head) is not None and _HEAD_ATTRIBUTES.search(head) is not None


def read(stream: Stream) -> Iterator[Record]:
    """Yield the document; several when files stand one behind the other."""
    text, problems = decode_with_problems(stream.whole())
    for _, document, position in documents(unix_lines(text), _TEXT, "document"):
        yield _record(document, position, problems)


def _record(document: str, position: str | None, problems: tuple[Problem, ...]) -> Record:
    heading = _ATTRIBUTES.search(document)
    message = document[: heading.start()] if heading else document
    attributes = attributes_of(document[heading.end() :]) if heading else {}
    text, stamps = without_stamps(message)
    return Record(
        text,
        _metadata(attributes, tuple(("Stamp", stamp) for stamp in stamps)),
        position,
        problems,
    )


def _metadata(values: Mapping[str, str], stamps: tuple[tuple[str, str], ...]) -> Metadata:
    levels = (values.get(f"{age} Classification") for age in ("Original", "Previous", "Current"))
    level = next(filter(None, levels), None)
    sender = values.get("From")
    post = describe_post(sender) if sender else None
    return Metadata(
        carrier=NAME,
        reference_id=values.get("Document Number"),
        created=_date(values.get("Sent Date", "")) or _date(values.get("Draft Date", "")),
        classification=level.upper() if level else None,
        origin=post.origin if post and post.origin else sender,
        title=values.get("Subject"),
        references=_listed(values.get("Reference")),
        tags=_listed(values.get("TAGS")),
        attributes=(*values.items(), *stamps),
    )


def _listed(value: str | None) -> tuple[str, ...]:
    return tuple(_COMMA.split(value)) if value else ()


def _date(text: str) -> datetime | None:
    """Read `14 APR 1977` or `14-Apr-1977 12:00:00 am`; the hour is never the real one."""
    match = _DATE.search(text)
    if not match:
        return None
    try:
        return datetime.strptime(" ".join(match.groups()), "%d %b %Y").replace(tzinfo=UTC)
    except ValueError:
        return None
