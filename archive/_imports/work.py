"""Pieces of work: some telegrams of one source, unparsed, and what they become.

Reading a source is quick and goes in order; parsing is slow and can be shared. A piece carries what
the journal has to note once its cables are stored.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import parser
from archive._imports import prepare
from archive._model import SourceFailure
from archive._search.schema import Entry, entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive._imports.sources import SourceFile
    from archive._store.frames import Packer
    from archive._store.records import CableRecord
    from parser import ProblemKind, Record

CABLES: Final = 64
"""Cables in a piece, at most."""
CHARACTERS: Final = 1 << 19
"""Characters of text in a piece, about."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some consecutive telegrams of one source."""

    source: SourceFile
    digest: bytes
    telegrams: tuple[Record, ...]
    place: int
    """Bytes of the source read with this piece and those before."""
    is_end: bool = False
    """The source was read to its end with this piece."""
    failures: tuple[SourceFailure, ...] = ()
    """Why nothing comes after this piece; of an archive, each file in it that failed."""
    is_unknown: bool = False
    """The failure: it holds no cable in any known form."""

    def bare(self) -> Piece:
        """Return the piece without its telegrams, once they are handed out."""
        return replace(self, telegrams=())


@dataclass(frozen=True, slots=True)
class Item:
    """One cable, ready for the database and for the search index."""

    record: CableRecord
    indexed: Entry
    problems: tuple[ProblemKind, ...]


def read(source: SourceFile, digest: bytes, skip: int) -> Iterator[Piece]:
    """Read one file; the last piece has `is_end` or failures.

    Args:
        source: the file.
        digest: of its content.
        skip: telegrams at its start that are stored already.
    """
    place = 0
    try:
        with source.open() as stream:
            telegrams = parser.read_records(stream)
            for _ in zip(range(skip), telegrams, strict=False):
                pass
            for gathered in _gathered(telegrams):
                place = 0 if source.is_stream else min(stream.tell(), source.size)
                yield Piece(source, digest, gathered, place)
    except parser.SourceError as error:
        is_unknown = isinstance(error, (parser.UnknownSourceError, parser.EmptySourceError))
        parts = (error,) if is_unknown else error.parts or (error,)
        failures = tuple(SourceFailure(str(source.path), str(part)) for part in parts)
        yield Piece(source, digest, (), place, failures=failures, is_unknown=is_unknown)
    except OSError as error:
        yield Piece(source, digest, (), place, failures=(source.failure(error),))
    else:
        yield Piece(source, digest, (), source.size, is_end=True)


def _gathered(telegrams: Iterator[Record]) -> Iterator[tuple[Record, ...]]:
    """Gather telegrams into pieces. Those read before an error are handed on before it."""
    waiting: list[Record] = []
    characters = 0
    try:
        for telegram in telegrams:
            waiting.append(telegram)
            characters += len(telegram.text)
            if len(waiting) == CABLES or characters >= CHARACTERS:
                yield tuple(waiting)
                waiting.clear()
                characters = 0
    except parser.SourceError:
        if waiting:
            yield tuple(waiting)
        raise
    if waiting:
        yield tuple(waiting)


def parse(telegrams: Sequence[Record], packer: Packer) -> tuple[Item, ...]:
    """Do the slow part: parse telegrams and prepare them for storing."""
    return tuple(_item(parser.parse_record(telegram), packer) for telegram in telegrams)


def _item(parsed: parser.Parsed, packer: Packer) -> Item:
    kinds = tuple(problem.kind for problem in parsed.problems)
    return Item(prepare.record(parsed, packer), entry(parsed.cable), kinds)
