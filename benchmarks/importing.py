"""How long an import takes, beside its parts alone; how much memory and disk.

    python -m benchmarks.corpus 251287 --out benchmarks/out/full
    python -m benchmarks.importing benchmarks/out/full/cables.csv [--archive FOLDER]

Parsing alone: as many processes as processors read and parse the file between them, and throw the
cables away. Bare insertion: the same cables, ready in memory, into one SQLite table and one tantivy
index of their paragraphs; making them ready is not counted. Memory is the private memory of all
processes of the import together, looked at every half second.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sqlite3
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import tantivy

import parser as cable_parser
from archive import Archive
from benchmarks import imports

if TYPE_CHECKING:
    from parser import Cable

LARGEST_RATIO: Final = 2.0
LARGEST_SHARE: Final = 0.9
LARGEST_MEMORY: Final = 1_500_000_000
BLOCK: Final = 2000
"""Cables made ready at a time for bare insertion."""
PROCESSES: Final = len(os.sched_getaffinity(0))


def parse_alone(source: Path) -> float:
    """Read and parse a file with a process for each processor; return the seconds."""
    began = time.perf_counter()
    with multiprocessing.Pool(PROCESSES) as pool:
        pool.starmap(_parse_share, [(source, number) for number in range(PROCESSES)], chunksize=1)
    return time.perf_counter() - began


def _parse_share(source: Path, number: int) -> None:
    for record in islice(cable_parser.read_records(source), number, None, PROCESSES):
        cable_parser.parse_record(record)


def insert_alone(archive: Archive) -> tuple[float, float]:
    """Insert the cables of an archive into bare engines; return the seconds of each."""
    with tempfile.TemporaryDirectory(dir=archive.path.parent) as folder:
        table = _Table(Path(folder))
        index = _Index(Path(folder))
        listing = archive.listing()
        for start in range(0, len(listing), BLOCK):
            cables = [archive.cable(row.key) for row in listing.rows(start, start + BLOCK)]
            table.add(cables)
            index.add(cables)
        return table.seconds, index.close()


class _Table:
    def __init__(self, folder: Path) -> None:
        self.seconds = 0.0
        self._connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("CREATE TABLE cable (mrn, created, origin, subject, text)")

    def add(self, cables: list[Cable]) -> None:
        rows = [
            (cable.mrn, str(cable.created), cable.origin, cable.subject, cable.raw.encode())
            for cable in cables
        ]
        began = time.perf_counter()
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO cable VALUES (?, ?, ?, ?, ?)", rows)
        self._connection.execute("COMMIT")
        self.seconds += time.perf_counter() - began


class _Index:
    def __init__(self, folder: Path) -> None:
        self._seconds = 0.0
        schema = tantivy.SchemaBuilder().add_text_field("text").build()
        (folder / "bare").mkdir()
        self._writer = tantivy.Index(schema, str(folder / "bare")).writer(256_000_000, 1)

    def add(self, cables: list[Cable]) -> None:
        texts = [paragraph.text for cable in cables for paragraph in cable.paragraphs]
        began = time.perf_counter()
        for text in texts:
            self._writer.add_document(tantivy.Document(text=text))
        self._seconds += time.perf_counter() - began

    def close(self) -> float:
        began = time.perf_counter()
        self._writer.commit()
        self._writer.wait_merging_threads()
        return self._seconds + time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("source", type=Path)
    asked.add_argument("--archive", type=Path, help="made anew; by default beside the source")
    given = asked.parse_args()
    folder = given.archive or given.source.parent / "archive"
    whole = imports.import_anew(given.source, folder)
    parsing = parse_alone(given.source)
    with Archive.open(folder) as archive:
        count = len(archive)
        table, index = insert_alone(archive)
    ratio = whole.seconds / (parsing + table + index)
    share = (whole.database + whole.index) / whole.source
    megabytes = whole.source / 1e6
    print(f"{count:,} cables, {megabytes:,.0f} MB, {PROCESSES} processors\n")
    print(f"{'parsing alone':34}{parsing:9.1f} s")
    print(f"{'bare SQLite':34}{table:9.1f} s")
    print(f"{'bare tantivy':34}{index:9.1f} s")
    print(f"{'import':34}{whole.seconds:9.1f} s   {megabytes / whole.seconds:.1f} MB/s")
    print(f"{'import, processor time':34}{whole.processor:9.1f} s")
    print(f"{'import / its parts alone':34}{ratio:9.2f}     mark {LARGEST_RATIO}")
    memory, mark = whole.memory / 1e6, LARGEST_MEMORY / 1e6
    print(f"{'private memory at the most':34}{memory:9,.0f} MB  mark {mark:,.0f}")
    print(f"{'database':34}{whole.database / 1e6:9,.0f} MB")
    print(f"{'search index':34}{whole.index / 1e6:9,.0f} MB")
    print(f"{'archive / source':34}{share:9.2f}     mark {LARGEST_SHARE}")


if __name__ == "__main__":
    main()
