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
from archive._imports.crew import WORTHWHILE, crew, size_of
from archive._imports.tally import Tally
from archive._indexing import Follower
from archive._model import SourceFailure
from archive._store import frames, journal, reading
from archive._store.writing import Batch

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from archive._held import HeldCables
    from archive._imports.sources import SourceFile
    from archive._imports.work import Item, Piece
    from archive._model import Progress

BATCH: Final = 4000
"""Cables in one transaction, about. Each transaction writes most pages of each SQL index anew."""
BATCH_SECONDS: Final = 3.0
"""A transaction is not put off longer than this: so much may be lost when the process is killed."""
MOMENT: Final = 0.1
"""Seconds between two moments of progress."""


class Run:
    """One import into one archive. Hold the archive's lock."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, held: HeldCables) -> None:
        self._connection = connection
        self._held = held
        self._tally = Tally()
        self._follower = Follower(folder, connection)
        self._batch = Batch(connection)
        self._committed = self._told = monotonic()

    def progress(self, paths: Sequence[Path], workers: int | None) -> Iterator[Progress]:
        """Import files and folders; yield moments as it goes, and one at the end."""
        found = list(sources.find(paths))
        files = [source for source in found if not isinstance(source, SourceFailure)]
        for failure in (source for source in found if isinstance(source, SourceFailure)):
            self._tally.fail(failure)
        has_stream = any(file.is_stream for file in files)
        size = WORTHWHILE if has_stream else sum(file.size for file in files)
        self._tally.expect(None if has_stream else size)
        with closing(self._follower):
            for _ in self._follower.catch_up(self._held):
                yield self._tally.now()
            with closing(self._batch):
                pieces: Iterator[Piece] = chain.from_iterable(map(self._pieces, files))
                yield from self._store_all(pieces, size, size_of(workers, size))
                self._batch.commit()
            self._follower.commit()
        for path in paths:
            self._tally.miss(path)
        yield self._tally.now(is_done=True)

    def _store_all(self, pieces: Iterator[Piece], size: int, workers: int) -> Iterator[Progress]:
        dictionary = reading.newest_dictionary(self._connection)
        if dictionary is None and size >= WORTHWHILE:
            pieces, dictionary = self._train(pieces)
        with crew(workers, dictionary) as parsing:
            for piece, items in parsing(pieces):
                self._store(piece, items)
                yield from self._now_and_then()

    def _now_and_then(self) -> Iterator[Progress]:
        """Commit what has gathered, and say how far it is, when it is time."""
        now = monotonic()
        if self._batch.size >= BATCH or now - self._committed > BATCH_SECONDS:
            self._batch.commit()
            self._committed = now
        if self._follower.is_due:
            self._batch.commit()  # the index must not know what the database may yet forget
            self._follower.commit()
        if now - self._told > MOMENT:
            self._told = now
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
        entry = None if file.is_stream else journal.by_path(self._connection, file.name)
        if entry and entry.is_done and (entry.size, entry.modified) == (file.size, file.modified):
            return entry.digest, entry
        digest = file.digest()
        if entry and entry.digest == digest and not entry.is_done:
            return digest, entry
        entry = journal.by_digest(self._connection, digest)
        if entry is None or not entry.is_done:
            return digest, None
        again = self._enter(file, digest)
        journal.finish(self._connection, again.id, entry.cables)
        return digest, entry

    def _train(self, pieces: Iterator[Piece]) -> tuple[Iterator[Piece], bytes | None]:
        """Make a dictionary from the first cables, which are handed on."""
        first: list[Piece] = []
        samples: list[bytes] = []
        while len(samples) < frames.ENOUGH_TO_TRAIN:
            piece = next(pieces, None)
            if piece is None:
                return iter(first), None
            first.append(piece)
            parsed = map(parser.parse_record, piece.telegrams)
            samples += [frames.to_bytes(one) for one in parsed]
        dictionary = frames.train(samples)
        self._batch.add_dictionary(frames.dictionary_id(dictionary), dictionary)
        return chain(first, pieces), dictionary

    def _store(self, piece: Piece, items: Iterable[Item]) -> None:
        """Store the cables of one piece, and note in the journal how far its source was read."""
        self._tally.advance(piece)
        if piece.is_unknown:
            return
        entry = self._enter(piece.source, piece.digest)
        number = entry.cables
        for item in items:
            stored = self._batch.add(item.record, entry.id)
            self._follower.follow(stored, item.indexed)
            self._tally.count(piece, stored.outcome, item.problems)
            number += 1
        journal.advance(self._connection, entry.id, number, piece.place)
        if piece.is_end:
            journal.finish(self._connection, entry.id, number)

    def _enter(self, file: SourceFile, digest: bytes) -> journal.Entry:
        self._batch.begin()
        return journal.begin(self._connection, file.name, file.size, file.modified, digest)
