"""How fast `cables.csv` is read.

    python -m benchmarks.corpus 2000 --out benchmarks/out/2000
    python -m benchmarks.parsing benchmarks/out/2000 [--limit N] [--shares] [--profile]

prints cables a second of processor time on one core, apart from it what the first cable costs; with
`--shares` the share of each step in a second run, with `--profile` the costliest functions too.
How right it is read: :mod:`benchmarks.accuracy`.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any, Final

import parser as cable_parser

_STEPS: Final = (
    ("_carriers", "carrier"),
    ("_records", "carrier"),
    ("_preamble", "preamble"),
    ("_mrn", "ids"),
    ("_identity", "ids"),
    ("_envelope", "envelope"),
    ("_addressees", "envelope"),
    ("_repairs", "repairs"),
    ("_working", "repairs"),
    ("_body", "body"),
    ("", "assembly"),
)
"""Part of a file's path, and the step that its time belongs to; the first that fits."""


def measure(folder: Path, limit: int | None) -> tuple[float, float]:
    """Read the file without looking at it.

    Returns:
        Seconds of processor time that the first cable took, for which tables are read and patterns
        compiled, and cables a second of processor time behind it.
    """
    cables = islice(cable_parser.read(folder / "cables.csv"), limit)
    begun = time.process_time()
    next(cables, None)
    warm = time.process_time()
    count = sum(1 for _ in cables)
    return warm - begun, count / (time.process_time() - warm)


def profile(folder: Path, limit: int | None, functions_shown: int) -> None:
    """Print the share of processor time of each step, and the costliest functions."""
    run = cProfile.Profile()
    run.runcall(measure, folder, limit)
    stats = pstats.Stats(run)
    shares: Counter[str] = Counter()
    functions: dict[Any, Any] = stats.stats  # type: ignore[attr-defined]
    for (file, _, _), (_, _, own, _, _) in functions.items():
        if "/parser/" in file:
            shares[next(step for part, step in _STEPS if part in file)] += own
        else:
            shares["library (regexes, strings, csv)"] += own
    for step, seconds in shares.most_common():
        print(f"{step:32} {seconds / sum(shares.values()):6.1%}")
    if functions_shown:
        stats.sort_stats("tottime").print_stats(functions_shown)


def main() -> None:
    """Measure from the command line."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--limit", type=int, default=None)
    asked.add_argument("--shares", action="store_true")
    asked.add_argument("--profile", action="store_true")
    given = asked.parse_args()
    first, cables = measure(given.folder, given.limit)
    print(f"{cables:,.0f} cables a second, behind the first, which takes {first * 1000:,.0f} ms")
    if given.shares or given.profile:
        print("\nshare of each step, under the profiler")
        profile(given.folder, given.limit, 40 if given.profile else 0)


if __name__ == "__main__":
    main()
