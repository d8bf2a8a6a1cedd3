"""How often search finds the right paragraph, how long a key takes, and what others do.

    python -m benchmarks.corpus 251287 --out benchmarks/out/full
    cablegram import benchmarks/out/full/cables.csv --archive benchmarks/out/full/archive
    python -m benchmarks.search benchmarks/out/full/archive

Queries are three to six words that stand together in one known paragraph, and together in at most
five of the archive; typos are put in at random, within what a word may have, and a space left out,
put in or moved by a letter, in turns. `--json` also writes the numbers to a file. A way to search
that takes long is measured on a sample, which is stated.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archive import Archive
from benchmarks.searching import rivals
from benchmarks.searching.queries import (
    Known,
    known_queries,
    misspaced,
    mistyped,
    paragraphs_of_some,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from archive._search.schema import Place

    Answer = Callable[[str], Sequence[str]]

TYPOS: Final = (0, 1, 2)
TEN: Final = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """One row of the table."""

    what: str
    over: str
    """How many paragraphs were searched, and how many queries were asked."""
    right: tuple[float | None, ...]
    """Percent of queries whose paragraph was among the first ten, by number of typos."""
    median: float
    """Milliseconds a query."""
    p95: float

    def __str__(self) -> str:
        right = " ".join("     -" if one is None else f"{one:6.1f}" for one in self.right)
        return f"{self.what:28} {right}  {self.median:9.1f} {self.p95:9.1f}  {self.over}"


def measure(
    what: str, over: str, answer: Answer, known: Sequence[Known], typos: Iterable[int] = TYPOS
) -> Measured:
    """Ask every query with every number of typos, and time all of them together."""
    right: list[float | None] = []
    times: list[float] = []
    for number in TYPOS:
        if number not in typos:
            right.append(None)
            continue
        asked = mistyped(known, number, seed=number)
        hits, took = _ask(asked, answer)
        times += took
        right.append(100 * hits / max(len(asked), 1))
    return Measured(what, f"{over}, {len(known)} queries", tuple(right), *_middle_and_tail(times))


def took(work: Callable[[], object]) -> float:
    """Do some work, and return the milliseconds that it takes."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def _middle_and_tail(times: Sequence[float]) -> tuple[float, float]:
    return statistics.median(times), sorted(times)[int(0.95 * len(times))]


def measure_spaces(over: str, answer: Answer, known: Sequence[Known]) -> Measured:
    """Ask every query with a space in the wrong place."""
    asked = misspaced(known, seed=1)
    hits, times = _ask(asked, answer)
    right = 100 * hits / max(len(asked), 1)
    over = f"{over}, {len(asked)} queries"
    return Measured("cablegram, a wrong space", over, (None, right, None), *_middle_and_tail(times))


def _ask(asked: Iterable[tuple[Known, str]], answer: Answer) -> tuple[int, list[float]]:
    """Count the queries whose paragraph is among the first ten; and the milliseconds of each."""
    hits, times = 0, []
    for one, query in asked:
        began = time.perf_counter()
        texts = answer(query)
        times.append(1000 * (time.perf_counter() - began))
        hits += one.line in [text.replace("\n", " ") for text in texts[:TEN]]
    return hits, times


def measure_keys(archive: Archive, known: Sequence[Known]) -> Measured:
    """Type queries letter by letter, and time the search after each."""
    keys = (one.typed[:end] for one in known for end in range(1, len(one.typed) + 1))
    times = [took(partial(archive.search, typed)) for typed in keys]
    over = f"{len(known)} queries, {len(times)} keys"
    return Measured("cablegram, each key", over, (None, None, None), *_middle_and_tail(times))


_FIRST: Final = """
import sys, time
from archive import Archive
began = time.perf_counter()
archive = Archive.open(sys.argv[1])
opened = time.perf_counter()
archive.search(sys.argv[2])
done = time.perf_counter()
for query in sys.argv[3:]:
    archive.search(query)
    archive.topics(query.split()[0])
status = open("/proc/self/status").read()
private = int(status.split("RssAnon:")[1].split()[0]) / 1000
print(1000 * (opened - began), 1000 * (done - opened), private)
"""


def in_a_new_process(folder: Path, known: Sequence[Known]) -> tuple[float, float, float]:
    """Return milliseconds to open, milliseconds of the first query, and private megabytes."""
    queries = [one.typed for one in known]
    runs = []
    for turn in range(5):
        done = subprocess.run(
            [sys.executable, "-c", _FIRST, str(folder), queries[turn], *queries[turn:]],
            capture_output=True,
            text=True,
            check=True,
        )
        opened, first, private = map(float, done.stdout.split())
        runs.append((opened, first, private))
    opened, first, private = (statistics.median(column) for column in zip(*runs, strict=True))
    return opened, first, private


def measure_topics(archive: Archive, known: Sequence[Known]) -> Measured:
    """Look topics up by the first letters of words."""
    words = (max(one.words, key=len) for one in known)
    times = [took(partial(archive.topics, word[:end])) for word in words for end in (2, 4, 6)]
    over = f"{len(times)} look-ups"
    return Measured("cablegram, topics", over, (None, None, None), *_middle_and_tail(times))


def measure_rivals(archive: Archive, known: Sequence[Known], size: int) -> Iterable[Measured]:
    """Ask the others the same queries; over samples where they would take minutes."""
    texts = partial(_texts, archive)
    everything = f"{_paragraphs_of(archive):,} paragraphs"
    folder = archive.path / "index"
    for is_fuzzy, asked in ((False, 200), (True, 40)):
        answer = rivals.bare_tantivy(folder, texts, is_fuzzy=is_fuzzy)
        name = "tantivy, bare, fuzzy" if is_fuzzy else "tantivy, bare"
        yield measure(name, everything, answer, known[:asked])
    sample = list(paragraphs_of_some(archive, size, random.Random(3)))
    sample += [one.text for one in known]
    with tempfile.TemporaryDirectory() as scratch:
        for name, share, asked, make in _samplers(Path(scratch)):
            part = sample[-max(len(sample) // share, len(known)) :]
            over = f"{len(part):,} paragraphs"
            try:
                yield measure(name, over, make(part), known[:asked])
            except rivals.NotInstalledError as reason:
                print(f"{name}: left out, {reason}")


def _samplers(
    scratch: Path,
) -> Iterable[tuple[str, int, int, Callable[[Sequence[str]], Answer]]]:
    """Yield name, divisor of the sample, number of queries, and what makes it ready."""
    yield "SQLite FTS5", 1, 200, lambda part: rivals.full_text_of_sqlite(part, scratch)
    yield "ripgrep, words as typed", 1, 50, lambda part: rivals.ripgrep(_lines_file(part, scratch))
    yield "fzf --filter", 10, 15, lambda part: rivals.fzf(_lines_file(part, scratch))
    yield "rapidfuzz over everything", 8, 15, rivals.rapidfuzz_over_everything


def _lines_file(part: Sequence[str], scratch: Path) -> Path:
    path = scratch / "paragraphs.txt"
    path.write_text("\n".join(text.replace("\n", " ") for text in part), encoding="utf-8")
    return path


def _texts(archive: Archive, places: Sequence[Place]) -> Sequence[str]:
    return [one.text for one in archive._held.paragraphs(places)]  # noqa: SLF001 - as fast as ours


def _paragraphs_of(archive: Archive) -> int:
    return int(archive._searching.searcher().index.searcher.num_docs)  # noqa: SLF001 - no other use


def main() -> None:
    """Measure, print a table, and write the numbers to a file when asked."""
    reader = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    reader.add_argument("archive", type=Path)
    reader.add_argument("--queries", type=int, default=400)
    reader.add_argument("--sample", type=int, default=200_000, help="paragraphs for the others")
    reader.add_argument("--alone", action="store_true", help="leave the others out")
    reader.add_argument("--seed", type=int, default=7)
    reader.add_argument("--json", type=Path)
    given = reader.parse_args()
    rows: list[Measured] = []

    def show(row: Measured) -> None:
        rows.append(row)
        print(row, flush=True)

    with Archive.open(given.archive) as archive:
        known = known_queries(archive, given.queries, given.seed)
        print(f"{len(archive):,} cables, {_paragraphs_of(archive):,} paragraphs")
        print(f"{'right among the first ten, %':28} {'0':>6} {'1':>6} {'2':>6} typos", end="")
        print(f"{'median':>8} {'p95':>9} ms")

        def answer(query: str) -> Sequence[str]:
            return [hit.text for hit in archive.search(query).hits]

        everything = f"{_paragraphs_of(archive):,} paragraphs"
        show(measure("cablegram", everything, answer, known))
        show(measure_spaces(everything, answer, known))
        show(measure_keys(archive, known))
        show(measure_topics(archive, known))
        opened, first, private = in_a_new_process(given.archive, known[:100])
        print(f"open {opened:.1f} ms, first query {first:.1f} ms, private memory {private:.0f} MB")
        if not given.alone:
            for row in measure_rivals(archive, known, given.sample):
                show(row)
    print(
        f"peak of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB"
    )
    if given.json:
        first_run = {"open": opened, "first query": first, "private": private}
        given.json.write_text(json.dumps({"rows": [asdict(row) for row in rows], **first_run}))


if __name__ == "__main__":
    main()
