"""How import time, archive size and search time grow with the number of cables.

    python -m benchmarks.growth --up-to 251287 --draw docs/growth.svg

makes a corpus and an archive of each size below `benchmarks/out`, prints a table, and draws it. An
archive that this same code has made there already is not made again.
"""

from __future__ import annotations

import argparse
import statistics
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archive import Archive
from benchmarks import corpus, imports
from benchmarks.chart import Chart, Line, side_by_side
from benchmarks.search import took
from benchmarks.searching.queries import known_queries, mistyped

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES: Final = (1_000, 5_000, 20_000, 80_000)
"""And the largest that is asked for."""
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
    folder = imports.folder_of(size)
    source, place = folder / "cables.csv", folder / "archive"
    if not source.exists():
        corpus.write_files(size, folder, truth=False)
    whole = imports.imported(source, place)
    began = time.perf_counter()
    with Archive.open(place) as archive:
        opening = time.perf_counter() - began
        known = known_queries(archive, QUERIES, seed=1)
        exact = _milliseconds(archive, [one.typed for one in known])
        typos = _milliseconds(archive, [typed for _, typed in mistyped(known, 1, seed=1)])
    return Measured(
        size,
        whole.source / 1e6,
        whole.seconds,
        whole.processor,
        (whole.database + whole.index) / 1e6,
        1000 * opening,
        exact,
        typos,
    )


def _milliseconds(archive: Archive, queries: Sequence[str]) -> float:
    """Return the median time of a search, warm."""
    archive.search(queries[0])
    return statistics.median(took(partial(archive.search, query)) for query in queries)


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
    asked.add_argument("--up-to", type=int, default=corpus.WHOLE_SET, help="cables")
    asked.add_argument("--draw", type=Path, help="the SVG file to draw")
    given = asked.parse_args()
    print(HEADING)
    rows = []
    for size in (*(size for size in SIZES if size < given.up_to), given.up_to):
        rows.append(measure(size))
        print(rows[-1], flush=True)
    if given.draw:
        given.draw.write_text(charts(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
