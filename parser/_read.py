"""The way in: a source of any form becomes cables, one after another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from parser._carriers import recognise
from parser._errors import DamagedSourceError, SourceError, UnknownSourceError
from parser._message import read_message
from parser._model import Parsed
from parser._records import divide
from parser._unknown import unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser._containers import Member
    from parser._records import Record


def read(source: str | Path | bytes | BinaryIO) -> Iterator[Parsed]:
    """Read the cables of a source, one after another.

    The form is told by the content, never by the name. Nothing is read before the first cable is
    asked for, and no more than one telegram is held. A folder or an archive is read to its end even
    when some of it fails; files in it that hold no cables are passed over when others do.

    Args:
        source: a path, the bytes themselves, or a file open for reading bytes.

    Raises:
        SourceError: the source cannot be read, or not to its end; what could be read was yielded
            before.
    """
    return (parse_record(record) for record in read_records(source))


def read_records(source: str | Path | bytes | BinaryIO) -> Iterator[Record]:
    """Read the telegrams of a source without parsing them; see :func:`read`.

    To share the work, send records to workers and call :func:`parse_record` there.
    """
    from parser._containers import members  # noqa: PLC0415 - brings tar, zip and compression

    source = Path(source) if isinstance(source, str) else source
    name = _name(source)
    failures: list[SourceError] = []
    passed_over: list[SourceError] = []
    has_records = False
    for member in members(source, name):
        try:
            for record in _records(member):
                has_records = True
                yield record
        except UnknownSourceError as error:
            passed_over.append(error)
        except SourceError as error:
            failures.append(error)
    _report(name, failures if has_records else failures + passed_over, has_records=has_records)


def parse_record(record: Record) -> Parsed:
    """Parse one telegram that a carrier held."""
    parsed = read_message(record.text, record.metadata, record.told)
    cable = parsed.cable
    if record.footnotes:
        cable = replace(cable, footnotes=(*cable.footnotes, *record.footnotes))
    return Parsed(cable, (*record.problems, *parsed.problems), record.position)


def _records(member: Member | SourceError) -> Iterator[Record]:
    """Yield the records of one source that is no container."""
    if isinstance(member, SourceError):
        raise member
    stream = member.stream
    carrier = recognise(stream.head)
    if carrier is None:
        raise stream.failure or unknown(stream.name, stream.head)
    try:
        for record in carrier.reader.read(stream):
            for single in divide(record):
                yield _placed(single, member.inside) if member.inside else single
    except DamagedSourceError as error:
        raise stream.failure or error from error
    if incomplete := stream.failure or stream.left_out:
        raise incomplete


def _placed(record: Record, inside: str) -> Record:
    """Say in which member of a folder or archive a record stands."""
    places = (f"member {inside}", record.position)
    return replace(record, position=", ".join(place for place in places if place))


def _report(name: str, failures: list[SourceError], *, has_records: bool) -> None:
    """Raise one error for everything that failed."""
    if not failures and not has_records:
        raise UnknownSourceError(name, "holds no files", "name a folder or file that holds cables")
    if len(failures) == 1:
        raise failures[0]
    if failures:
        first, parts = failures[0], tuple(failures)
        kind = DamagedSourceError if has_records else UnknownSourceError
        what = "files that cannot be read" if has_records else "files and no cable"
        reason = f"holds {len(parts)} {what}, the first: {first.source} {first.reason}"
        raise kind(name, reason, first.advice, parts)


def _name(source: Path | bytes | BinaryIO) -> str:
    if isinstance(source, Path):
        return str(source)
    name = getattr(source, "name", None)
    if name in {"<stdin>", 0}:
        return "standard input"
    return name if isinstance(name, str) else "the data given"
