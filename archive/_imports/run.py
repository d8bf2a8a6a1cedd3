"""One run of an import: find the sources, skip what is held, read, store, index, report.

Killed at any moment it has stored whole batches, and the journal says how far each source was
read; the next run goes on from there.
"""

from __future__ import annotations

from contextlib import closing
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING, Final

import parser
from archive._imports import sources, work
from archive._imports.crew import crew, size_of
from archive._imports.tally import Tally
from archive._indexing import Follower
from archive._model import SourceFailure
from archive._store import frames, journal, reading, writing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from archive._held import HeldCables
    from archive._imports.sources import SourceFile
    from archive._imports.work import Item, Piece
    from archive._model import Progress

BATCH: Final = 1000
"""Cables in one transaction, about."""
BATCH_SECONDS: Final = 1.0
"""A transaction is not put off longer than this."""
INDEX_SECONDS: Final = 30.0
"""So long a search does not see what an import has stored."""


class Run:
    """One import into one archive. Hold the archive's lock."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, held: HeldCables) -> None:
        self._connection = connection
        self._held = held
        self._tally = Tally()
        self._follower = Follower(folder, connection)
        self._pending: list[tuple[Piece, Sequence[Item]]] = []
        self._waiting = 0
        self._written = self._indexed = monotonic()

    def progress(self, paths: Sequence[Path], workers: int | None) -> Iterator[Progress]:
        """Import files and folders; yield a moment after each batch and at the end."""
        found = list(sources.find(paths))
        files = [source for source in found if not isinstance(source, SourceFailure)]
        for failure in (source for source in found if isinstance(source, SourceFailure)):
            self._tally.fail(failure)
        size = sum(file.size for file in files)
        self._tally.expect(size)
        with closing(self._follower):
            for _ in self._follower.catch_up(self._held):
                yield self._tally.now()
            yield from self._store_all(files, size_of(workers, size))
            self._write()
            self._follower.commit()
        for path in paths:
            self._tally.miss(path)
        yield self._tally.now(is_done=True)

    def _store_all(self, files: Sequence[SourceFile], workers: int) -> Iterator[Progress]:
        pieces: Iterator[Piece] = chain.from_iterable(map(self._pieces, files))
        dictionary = reading.newest_dictionary(self._connection)
        if workers and dictionary is None:
            pieces, dictionary = self._train(pieces)
        with crew(workers, dictionary) as parsing:
            for piece, items in parsing(pieces):
                self._pending.append((piece, items))
                self._waiting += len(items)
                if self._waiting >= BATCH or monotonic() - self._written > BATCH_SECONDS:
                    self._write()
                    yield self._tally.now()

    def _pieces(self, file: SourceFile) -> Iterator[Piece]:
        """Read what is not held yet of one file."""
        try:
            digest, entry = self._look_up(file)
        except OSError as error:
            self._tally.fail(file.failure(error))
            return
        if entry:
            self._tally.skip(file, entry.size if entry.is_done else 0, entry.cables)
        if entry is None or not entry.is_done:
            yield from work.read(file, digest, entry.cables if entry else 0)

    def _look_up(self, file: SourceFile) -> tuple[bytes, journal.Entry | None]:
        """Return the digest of a file, and what the journal knows of this content."""
        entry = journal.by_path(self._connection, str(file.path))
        if entry and entry.is_done and (entry.size, entry.modified) == (file.size, file.modified):
            return entry.digest, entry
        digest = file.digest()
        if entry and entry.digest == digest and not entry.is_done:
            return digest, entry
        entry = journal.by_digest(self._connection, digest)
        if entry is None or not entry.is_done:
            return digest, None
        with writing.transaction(self._connection):
            again = self._enter(file, digest)
            journal.finish(self._connection, again.id, entry.cables)
        return digest, entry

    def _train(self, pieces: Iterator[Piece]) -> tuple[Iterator[Piece], bytes | None]:
        """Make a dictionary from the first cables, which are handed on."""
        first: list[Piece] = []
        samples: list[bytes] = []
        for piece in pieces:
            first.append(piece)
            parsed = map(parser.parse_record, piece.telegrams)
            samples += [frames.to_bytes(one) for one in parsed]
            if len(samples) >= frames.ENOUGH_TO_TRAIN:
                break
        else:
            return iter(first), None
        dictionary = frames.train(samples)
        with writing.transaction(self._connection):
            number = frames.dictionary_id(dictionary)
            writing.add_dictionary(self._connection, number, dictionary)
        return chain(first, pieces), dictionary

    def _write(self) -> None:
        """Store what is waiting, with how far its sources were read, in one transaction."""
        with writing.transaction(self._connection):
            batch = writing.Batch(self._connection)
            stored = [
                (one, item)
                for piece, items in self._pending
                for one, item in zip(self._add(batch, piece, items), items, strict=True)
            ]
            batch.finish()
        for one, item in stored:
            self._tally.count(one.outcome, item.problems)
            self._follower.follow(one, item.cable)
        for piece, items in self._pending:
            self._tally.advance(piece, len(items))
        self._pending.clear()
        self._waiting = 0
        self._written = monotonic()
        if self._written - self._indexed > INDEX_SECONDS:
            self._follower.commit()
            self._indexed = monotonic()

    def _add(
        self, batch: writing.Batch, piece: Piece, items: Iterable[Item]
    ) -> list[writing.Stored]:
        """Store the cables of one piece, and note in the journal how far its source was read."""
        if piece.is_unknown:
            return []
        entry = self._enter(piece.source, piece.digest)
        stored = [batch.add(item.record, entry.id) for item in items]
        cables = entry.cables + len(stored)
        journal.advance(self._connection, entry.id, cables, piece.place)
        if piece.is_end:
            journal.finish(self._connection, entry.id, cables)
        return stored

    def _enter(self, file: SourceFile, digest: bytes) -> journal.Entry:
        return journal.begin(self._connection, str(file.path), file.size, file.modified, digest)
