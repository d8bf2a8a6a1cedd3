"""What becomes of an import that is killed again and again.

    python -m benchmarks.corpus 251287 --out benchmarks/out/full
    python -m benchmarks.kills benchmarks/out/full/cables.csv [--kills 20]

Imports are killed (`SIGKILL`) at random moments, after some ten seconds; those of a large source
together take half the time of one that is left alone. Then one completes. After each kill the
archive must open and hold no less than before; at the end all of it must be there, and be whole.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archive import Archive
from benchmarks import imports

if TYPE_CHECKING:
    import subprocess

LATEST: Final = 10.0
"""Seconds after which an import of a small source is killed, at the latest."""


def kill_often(source: Path, folder: Path, kills: int, seconds: float) -> float:
    """Kill imports at random moments; return the seconds of the one that completes.

    Args:
        source: what is imported.
        folder: the archive.
        kills: how many.
        seconds: what an import takes that is left alone.
    """
    chance = random.Random(1)
    held = 0
    for number in range(1, kills + 1):
        process = imports.start(source, folder)
        wait = chance.uniform(1, max(LATEST, seconds / kills))
        is_done = _ends_within(process, wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = _held(folder)
        what = "had ended before" if is_done else "killed after"
        print(f"{number:2} {what} {wait:5.1f} s: {now:9,} cables", flush=True)
        if now < held:
            sys.exit(f"lost: {held} cables were held, now {now}")
        held = now
    began = time.perf_counter()
    imports.import_watched(source, folder)
    return time.perf_counter() - began


def _ends_within(process: subprocess.Popen[bytes], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.01)
    return process.poll() is not None


def _held(folder: Path) -> int:
    """Count the cables of an archive; one that was never made holds none."""
    if not (folder / "archive.db").exists():
        return 0
    with Archive.open(folder) as archive:
        return len(archive)


def main() -> None:
    """Kill, complete, check, and print."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("source", type=Path)
    asked.add_argument("--kills", type=int, default=20)
    given = asked.parse_args()
    whole = imports.imported(given.source, given.source.parent / "archive")
    wanted = _held(given.source.parent / "archive")
    folder = given.source.parent / "killed"
    shutil.rmtree(folder, ignore_errors=True)
    seconds = kill_often(given.source, folder, given.kills, whole.seconds)
    with Archive.open(folder) as archive:
        began = time.perf_counter()
        faults = archive.check()
        checking = time.perf_counter() - began
        count = len(archive)
    print(f"\n{'completed in':34}{seconds:9.1f} s   left alone: {whole.seconds:.1f}")
    print(f"{'cables':34}{count:9,}     left alone: {wanted:,}")
    print(f"{'faults that `check` found':34}{len(faults):9}     in {checking:.0f} s")
    shutil.rmtree(folder)
    if faults or count != wanted:
        sys.exit("\n".join(map(str, faults)) or "cables are missing")


if __name__ == "__main__":
    main()
