"""How import time, archive size and search time grow with the number of cables.

    python -m benchmarks.growth --sizes 1000 5000 20000 80000 251287

makes a corpus and an archive of each size below `benchmarks/out/growth`, prints a table, and draws
`docs/growth.svg`.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archive import Archive
from benchmarks import corpus
from benchmarks.chart import Chart, Line, side_by_side
from benchmarks.searching.queries import known_queries, mistyped

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parent.parent
OUT: Final = ROOT / "benchmarks/out/growth"
SIZES: Final = (1_000, 5_000, 20_000, 80_000, corpus.WHOLE_SET)
QUERIES: Final = 60


@dataclass(frozen=True, slots=True)
class Measured:
    """One size."""

    cables: int
    source_mb: float
    seconds: float
    processor: float
    """Seconds of processor time of the import, all processes."""
    archive_mb: float
    opening_ms: float
    exact_ms: float
    mistyped_ms: float

    def __str__(self) -> str:
        return (
            f"{self.cables:>9,}{self.source_mb:>11,.0f}{self.seconds:>11,.1f}{self.processor:>8,.0f}"
            f"{self.archive_mb:>12,.0f}"
            f"{self.opening_ms:>10.1f}{self.exact_ms:>11.1f}{self.mistyped_ms:>13.1f}"
        )


HEADING: Final = (
    f"{'cables':>9}{'source MB':>11}{'import s':>11}{'cpu s':>8}{'archive MB':>12}"
    f"{'open ms':>10}{'search ms':>11}{'one typo ms':>13}"
)


def measure(size: int) -> Measured:
    """Import a corpus of one size and search it."""
    folder = OUT / str(size)
    source, place = folder / "cables.csv", folder / "archive"
    if not source.exists():
        corpus.write_files(size, folder, truth=False)
    shutil.rmtree(place, ignore_errors=True)
    began, worked = time.perf_counter(), _processor_of_children()
    command = [sys.executable, "-m", "tui", "import", str(source), "--archive", str(place)]
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - began
    processor = _processor_of_children() - worked
    began = time.perf_counter()
    with Archive.open(place) as archive:
        opening = time.perf_counter() - began
        known = known_queries(archive, QUERIES, seed=1)
        exact = _milliseconds(archive, [one.typed for one in known])
        typos = _milliseconds(archive, [typed for _, typed in mistyped(known, 1, seed=1)])
    held = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
    source_mb = source.stat().st_size / 1e6
    return Measured(size, source_mb, seconds, processor, held / 1e6, 1000 * opening, exact, typos)


def _processor_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _milliseconds(archive: Archive, queries: Sequence[str]) -> float:
    """Return the median time of a search, warm."""
    archive.search(queries[0])
    times = []
    for query in queries:
        began = time.perf_counter()
        archive.search(query)
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def charts(rows: Sequence[Measured]) -> str:
    """Draw the three curves."""
    return side_by_side(
        [
            Chart(
                "import, seconds",
                [
                    Line("by the clock", [(r.cables, r.seconds) for r in rows]),
                    Line("of processor time", [(r.cables, r.processor) for r in rows]),
                ],
            ),
            Chart(
                "size, megabytes",
                [
                    Line("source", [(r.cables, r.source_mb) for r in rows]),
                    Line("archive", [(r.cables, r.archive_mb) for r in rows]),
                ],
            ),
            Chart(
                "search, milliseconds (median)",
                [
                    Line("as written", [(r.cables, r.exact_ms) for r in rows]),
                    Line("one typo", [(r.cables, r.mistyped_ms) for r in rows]),
                    Line("opening", [(r.cables, r.opening_ms) for r in rows]),
                ],
            ),
        ],
        "cables in the archive",
    )


def main() -> None:
    """Measure each size, print as it goes, and draw."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    given = asked.parse_args()
    print(HEADING)
    rows = []
    for size in given.sizes:
        rows.append(measure(size))
        print(rows[-1], flush=True)
    (ROOT / "docs/growth.svg").write_text(charts(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
