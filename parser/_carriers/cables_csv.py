r"""`cables.csv`: eight columns, no header row, 251,287 rows in 1.7 GB.

Id, date, reference id, origin, classification, references, header, body. Every field stands in
quotes, a quote inside is written `\"`. A file saved again by a spreadsheet doubles it instead.

Rows are cut where the next one begins, so a damaged row cannot swallow those behind it, and no more
than one row is held.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Final

from parser._errors import DamagedSourceError
from parser._model import Metadata, Problem, ProblemKind
from parser._records import Record, read_minute
from parser._repairs.characters import unix_lines
from parser._stream import cut, decode_with_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser._stream import Stream

COLUMNS: Final = 8

_DATE: Final = rb"(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d) \d{1,2}:\d\d(?::\d\d)?"
_QUOTED_START: Final = re.compile(rb'"(?<![^\r\n]")\d{1,9}","' + _DATE + rb'","')
"""The quote first: what begins with a character is found ten times as fast as a line is."""
_PLAIN_START: Final = re.compile(
    rb'(?:^|(?<=\r))"?\d{1,9}"?,"?' + _DATE + rb'"?,"?[^",\r\n]{2,80}"?,', re.MULTILINE
)
_BEGUN: Final = re.compile(rb'(?<![\\,])"(?:\r?\n|\r)"(?:\d{1,9}(?:"(?:,(?:"[\d/ :]*"?)?)?)?)?$')
"""The end of a row, and so little of the next one that it does not look like a row yet."""
_LONGEST_BEGUN: Final = 64
_DOUBLED: Final = re.compile(r'"(?=")')
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)


def matches(head: bytes) -> bool:
    """Recognise a row at the start, or after one line that names the columns."""
    return _first_row(head) is not None


def read(stream: Stream) -> Iterator[Record]:
    """Yield a record for each row; rows are numbered from 1.

    A last row that has no end is left out: it would stand for a cable of which half is missing.

    Raises:
        DamagedSourceError: the last row has no end.
    """
    row = b""
    number = 0
    for number, following in enumerate(_rows(stream)):
        if row:
            yield _record(row, number)
        row = following
    if not row:
        return
    if begun := _BEGUN.search(row, max(0, len(row) - _LONGEST_BEGUN)):
        yield _record(row[: begun.start() + 1], number + 1)
        number += 1
    if begun or not _is_ended(row):
        raise DamagedSourceError(
            stream.name,
            f"ends in the middle of row {number + 1}",
            "the rows before it were read; get the whole file and import it",
        )
    yield _record(row, number + 1)


def _first_row(head: bytes) -> re.Match[bytes] | None:
    """Find the first row, at the start or after one line."""
    first = _PLAIN_START.search(head)
    return first if first and head.count(b"\n", 0, first.start()) <= 1 else None


def _rows(stream: Stream) -> Iterator[bytes]:
    """Cut the source where a row begins."""
    first = _first_row(stream.head)
    is_quoted = first is not None and first[0].startswith(b'"')
    start = _QUOTED_START if is_quoted else _PLAIN_START
    return cut(stream, start, first.start() if first else 0)


def _record(row: bytes, number: int) -> Record:
    text, problems = decode_with_problems(row)
    fields, reason = _fields(unix_lines(text))
    if reason:
        problem = Problem(ProblemKind.MALFORMED_RECORD, f"Row {number} {reason}.")
        problems = (*problems, problem)
    _, created, reference_id, origin, level, references, header, body = fields
    metadata = Metadata(
        carrier="cables-csv",
        reference_id=reference_id.strip() or None,
        created=read_minute(created),
        classification=level.strip() or None,
        origin=origin.strip() or None,
        references=_listed(references),
    )
    telegram = f"{header}\n\n{body}" if header and body else header or body
    return Record(telegram, metadata, f"row {number}", problems)


def _listed(references: str) -> tuple[str, ...]:
    return tuple(map(str.strip, references.strip(" |").split("|"))) if references else ()


def _fields(row: str) -> tuple[list[str], str | None]:
    """Split a row into its eight fields; the second value says what was wrong with it."""
    row = row.rstrip("\n")
    if row.startswith('"'):
        is_closed = _is_closed(row)
        fields = (row[1:-1] if is_closed else row[1:]).split('","')
        if len(fields) == COLUMNS and not any(map(_DOUBLED.search, fields)):
            return [_unescaped(field) for field in fields], None if is_closed else "has no end"
    dialects = (_Escaped, csv.excel) if '\\"' in row else (csv.excel, _Escaped)
    for dialect in dialects:
        fields = _by_dialect(row, dialect)
        if len(fields) == COLUMNS:
            return fields, None
    return _by_force(row)


class _Escaped(csv.excel):
    """Quotes as `cables.csv` writes them."""

    doublequote = False
    escapechar = "\\"
    strict = True


def _by_dialect(row: str, dialect: type[csv.Dialect]) -> list[str]:
    limit = csv.field_size_limit(len(row) + 1)
    try:
        found = list(csv.reader([row], dialect, strict=True))
    except csv.Error:
        return []
    finally:
        csv.field_size_limit(limit)
    return found[0] if len(found) == 1 else []


def _by_force(row: str) -> tuple[list[str], str]:
    """Take what can be told apart: the first six fields hold no quotes, the rest is text."""
    fields = row.removeprefix('"').removesuffix('"').split('","')
    found = len(fields)
    if found > COLUMNS:
        fields = [*fields[: COLUMNS - 1], '","'.join(fields[COLUMNS - 1 :])]
    elif found < COLUMNS:
        fields = [*fields, *[""] * (COLUMNS - found)]
    return [_unescaped(field) for field in fields], f"has {found} fields instead of {COLUMNS}"


def _unescaped(field: str) -> str:
    if "\\" not in field:
        return field
    pieces = field.split("\\")
    return _ESCAPE.sub(r"\1", field) if "" in pieces else "".join(pieces)


def _is_closed(row: str) -> bool:
    """Tell whether a row ends in a quote that is not part of the text."""
    if not row.endswith('"'):
        return False
    text = row[:-1]
    return (len(text) - len(text.rstrip("\\"))) % 2 == 0


def _is_ended(row: bytes) -> bool:
    """Tell whether the last row of a file is whole."""
    text = row.rstrip(b"\r\n").decode("latin-1")
    return not text.startswith('"') or (_is_closed(text) and text.count('","') >= COLUMNS - 1)
