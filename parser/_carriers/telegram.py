"""Bare telegram text, one or several in a file.

A telegram begins at its VZCZC line, at a date-time group that a FM line follows, or after the
`NNNN` of another; where files were put together, the VZCZC may stand behind the last word of one. A
header that stands twice, with the same number or time, belongs to one telegram; so do the sections
that were sent one by one.
"""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from parser._model import Metadata
from parser._records import Record
from parser._repairs.characters import unix_lines
from parser._stream import LONGEST_DOCUMENT, cut, decode_with_problems, too_long

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser._stream import Stream

_DTG: Final = rb"\d{6}Z[ ]+[A-Z]{3}[ ]+\d{2,4}"
_BEGIN: Final = re.compile(
    rb"^VZCZC\w+"
    rb"|VZCZC[A-Z]{3}\d{4}[ \t]*\r?\n(?=[ZOPR]{2}[ \r\n])"
    rb"|(?<=\nNNNN)\r?\n"
    rb"|^(?:DE [A-Z]{4,9} \S.{0,60}\n)?(?:Z[NY]\w [A-Z].{0,60}\n)?(?:[ZOPR]{1,2} )*"
    + _DTG
    + rb"\b.{0,60}\nFM ",
    re.MULTILINE,
)
_MARK: Final = re.compile(
    rb"^VZCZC(?P<id>\w+)|^(?:[ZOPR]{1,2} )*(?P<time>" + _DTG + rb")", re.MULTILINE
)


def _spaced(words: str) -> bytes:
    return r"[ \t]?".join(words.replace(" ", "")).encode()


_LEVEL: Final = b"|".join(
    _spaced(level)
    for level in ("UNCLAS", "CONFIDENTIAL", "SECRET", "TOP SECRET", "LIMITED OFFICIAL USE")
)
_SIGNS: Final = re.compile(
    rb"^[ \t>]*(?:VZCZC\w"
    rb"|DE RU[A-Z]{2,7} #?\d"
    rb"|(?:[ZOPR]{1,2}[ ]+)*" + _DTG + rb"\b"
    rb"|E\.? ?O\.? ?\d{5}"
    rb"|TAGS?[:;,]"
    rb"|SUBJ(?:ECT)?:"
    rb"|(?:U N C L A S|C O N F I D|S E C R E T|T O P S E C|L I M I T E D O F)"
    rb"|(?:" + _LEVEL + rb")(?:[ /].{0,80})?\b\d\d"
    rb"|This record is a partial extract of the original cable)",
    re.MULTILINE | re.IGNORECASE,
)
_SECTION: Final = re.compile(
    rb"^DE (?P<station>[A-Z]{4,9}) #?(?P<serial>\d{1,6})/\d{1,3}\b.{0,60}\n(?:Z.{0,80}\n){0,3}"
    rb"(?:[ZOPR]{1,2} )*(?P<time>" + _DTG + rb")",
    re.MULTILINE,
)
"""What the headers of all sections of one telegram share: station, serial, time."""
_FIELD: Final = re.compile(
    rb"^[ \t]*(?:E\.? ?O\.? ?\d{5}|TAGS?[:;,]|(?:" + _LEVEL + rb")\b|\d{1,2}\. ?\()", re.MULTILINE
)
"""What tells a telegram without a header from lines that somebody wrote above one."""
_LONGEST_ABOVE: Final = 2_000
_LONGEST_FRONT: Final = 4_000
_NEAR_THE_START: Final = 1 << 14
_MARKUP: Final = re.compile(rb"\s*<(?:!|\?|\w)")


def matches(head: bytes) -> bool:
    """Recognise a header, a classification line, or a line of the preamble, near the start."""
    start = head[:_NEAR_THE_START]
    return b"\0" not in start and not _MARKUP.match(start) and _SIGNS.search(start) is not None


def read(stream: Stream) -> Iterator[Record]:
    """Yield each telegram of the file; they are numbered from 1 when there are several."""
    pieces = filter(None, _whole(_telegrams(stream)))
    first = list(islice(pieces, 2))
    for number, piece in enumerate(chain(first, pieces), start=1):
        yield _record(piece, f"telegram {number}" if len(first) > 1 else None)


def _whole(telegrams: Iterator[bytes]) -> Iterator[bytes]:
    """Put the sections of one telegram together that were sent as telegrams of their own."""
    whole = b""
    last = None
    for telegram in telegrams:
        sent = _SECTION.search(telegram[:_LONGEST_FRONT])
        sign = sent.groups() if sent else None
        if last and sign == last and len(whole) + len(telegram) <= LONGEST_DOCUMENT:
            whole += telegram
            continue
        yield whole
        whole, last = telegram, sign
    yield whole


def _record(piece: bytes, position: str | None) -> Record:
    text, problems = decode_with_problems(piece)
    return Record(unix_lines(text).strip("\n"), Metadata("telegram"), position, problems)


def _telegrams(stream: Stream) -> Iterator[bytes]:
    """Cut the file where a telegram begins, and join what belongs to one."""
    pieces: list[bytes] = []
    marks: set[bytes] = set()
    size = 0
    for piece in cut(stream, _BEGIN):
        found = {match["time"] or match["id"] for match in _MARK.finditer(piece)}
        if pieces and _is_another(pieces[-1], marks, piece, found):
            yield b"".join(pieces)
            pieces, marks, size = [], set(), 0
        size += len(piece)
        if size > LONGEST_DOCUMENT:
            stream.left_out = too_long(stream.name)
            pieces = [b""]
        elif pieces or piece.strip():
            pieces.append(piece)
            marks |= found
    if pieces:
        yield b"".join(pieces)


def _is_another(last: bytes, marks: set[bytes], piece: bytes, found: set[bytes]) -> bool:
    """Tell whether a piece begins another telegram, or goes on with the one of these marks."""
    if marks & found:
        return False  # the header stands twice
    is_ended = last.rstrip().endswith(b"NNNN")
    if piece.startswith(b"VZCZC"):
        return bool(marks) or len(last) > _LONGEST_ABOVE or _FIELD.search(last) is not None
    if found:  # a time: the first one belongs to the header that began with VZCZC
        return is_ended or any(mark[:6].isdigit() for mark in marks)
    return is_ended and matches(piece)
