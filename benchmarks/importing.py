"""How long an import takes, beside its parts alone; how much memory and disk; what kills do to it.

    python -m benchmarks.corpus 251287 --out benchmarks/out/full
    python -m benchmarks.importing benchmarks/out/full/cables.csv [--kills 20] [--archive FOLDER]

Parsing alone: as many processes as processors read and parse the file between them, and throw the
cables away. Bare insertion: the same cables, ready in memory, into one SQLite table and one tantivy
index of their paragraphs; making them ready is not counted. Memory is the private memory of all
processes of the import together, looked at every half second.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import tantivy

import parser as cable_parser
from archive import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser import Cable

LARGEST_RATIO: Final = 2.0
LARGEST_SHARE: Final = 0.9
LARGEST_MEMORY: Final = 1_500_000_000
BLOCK: Final = 2000
"""Cables made ready at a time for bare insertion."""
PROCESSES: Final = len(os.sched_getaffinity(0))


class Imported(NamedTuple):
    """One import by the command line."""

    seconds: float
    memory: int
    """Bytes of private memory at the most."""


def import_all(source: Path, folder: Path) -> Imported:
    """Import a file, and watch the memory of the processes."""
    began = time.perf_counter()
    process = _start(source, folder)
    memory = 0
    while process.poll() is None:
        memory = max(memory, sum(map(_private, _family(process.pid))))
        time.sleep(0.5)
    if process.returncode:
        sys.exit("the import failed")
    return Imported(time.perf_counter() - began, memory)


def _start(source: Path, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tui", "import", str(source), "--archive", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


def _family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _private(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon:"))


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


def kill_often(source: Path, folder: Path, kills: int, seconds: float) -> None:
    """Kill imports at random moments; nothing stored may be lost, and the last one completes."""
    chance = random.Random(1)
    held = 0
    for _ in range(kills):
        process = _start(source, folder)
        time.sleep(chance.uniform(0.5, 2 * seconds / kills))
        process.send_signal(signal.SIGKILL)
        process.wait()
        if (folder / "archive.db").exists():
            with Archive.open(folder) as archive:
                if len(archive) < held:
                    sys.exit(f"lost: {held} cables were held, now {len(archive)}")
                held = len(archive)
    import_all(source, folder)
    with Archive.open(folder) as archive:
        faults = archive.check()
        print(f"killed {kills} times, then completed: {len(archive):,} cables, {faults=}")


def size_of(folder: Path) -> dict[str, int]:
    """Return the bytes of the database and of the index."""
    sizes = {"archive.db": 0, "index": 0}
    for path in folder.rglob("*"):
        if path.is_file():
            part = path.relative_to(folder).parts[0]
            sizes[part] = sizes.get(part, 0) + path.stat().st_size
    return sizes


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("source", type=Path)
    asked.add_argument("--archive", type=Path, help="made anew; by default beside the source")
    asked.add_argument("--kills", type=int, default=0, help="also kill so many imports")
    given = asked.parse_args()
    folder = given.archive or given.source.parent / "archive"
    shutil.rmtree(folder, ignore_errors=True)
    source = given.source.stat().st_size
    whole = import_all(given.source, folder)
    parsing = parse_alone(given.source)
    with Archive.open(folder) as archive:
        count = len(archive)
        table, index = insert_alone(archive)
    parts = parsing + table + index
    sizes = size_of(folder)
    held = sum(sizes.values())
    print(f"{count:,} cables, {source / 1e6:,.0f} MB, {PROCESSES} processors\n")
    print(f"{'parsing alone':34}{parsing:9.1f} s")
    print(f"{'bare SQLite':34}{table:9.1f} s")
    print(f"{'bare tantivy':34}{index:9.1f} s")
    print(f"{'import':34}{whole.seconds:9.1f} s   {source / 1e6 / whole.seconds:.1f} MB/s")
    print(f"{'import / its parts alone':34}{whole.seconds / parts:9.2f}     mark {LARGEST_RATIO}")
    memory, mark = whole.memory / 1e6, LARGEST_MEMORY / 1e6
    print(f"{'private memory at the most':34}{memory:9,.0f} MB  mark {mark:,.0f}")
    print(f"{'database':34}{sizes['archive.db'] / 1e6:9,.0f} MB")
    print(f"{'search index':34}{sizes['index'] / 1e6:9,.0f} MB")
    print(f"{'archive / source':34}{held / source:9.2f}     mark {LARGEST_SHARE}")
    if given.kills:
        shutil.rmtree(folder)
        kill_often(given.source, folder, given.kills, whole.seconds)


if __name__ == "__main__":
    main()
