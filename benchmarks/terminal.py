"""What a key costs on the line: the reader beside mutt, less and a bare Textual application.

    python -m benchmarks.terminal [--archive NAME=DIR ...] [--json FILE]

The measuring is done by `ttybench.py` (`../shared/tools`, or `TTYBENCH`), which plays the terminal.
Without `--archive`: the samples, and those of `benchmarks/out/20000/archive` and
`benchmarks/out/full/archive` that exist. Some ten minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import programs
from benchmarks.corpus import WHOLE_SET
from benchmarks.imports import ROOT, folder_of, private_memory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from benchmarks.programs import Program

TTYBENCH = ROOT.parent / "shared/tools/ttybench.py"
SIZES = ("80x24", "200x60")
SLOW = {"kbit": 64, "rtt_ms": 150}
STARTS = 5
SETTLED = 200
"""Milliseconds without a byte after which a key is done: what comes only when keys rest is not its.

That is the cable beside the list, after 250 ms or more, and the counts of a query, after 300.
"""

FIRST = {"letter of a query": "  on its line"}
"""Steps whose first bytes answer the key by themselves, and what is said of when these come."""

Measured = dict[str, Any]


def tool(path: Path) -> ModuleType:
    """Load ttybench, told to measure private memory: what a program shares costs nobody twice."""
    spec = spec_from_file_location("ttybench", path)
    if spec is None or spec.loader is None or not path.exists():
        sys.exit(f"{path}: ttybench.py is not there; name it with TTYBENCH.")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    module.peak_rss = lambda pid: private_memory(pid) / 2**20  # type: ignore[attr-defined]
    return module


def measure(
    bench: ModuleType,
    program: Program,
    size: str,
    steps: tuple[programs.Step, ...],
    link: dict[str, int] | None = None,
) -> Measured:
    """Run one program through some steps and return what was measured."""
    state = Path(os.environ["XDG_STATE_HOME"]) / "cablegram"
    shutil.rmtree(state, ignore_errors=True)  # the place it was left at
    scenario = {
        "name": program.name,
        "link": link,
        "settle_ms": SETTLED,
        "steps": [
            {"wait": program.ready, "timeout": 120},
            *steps,
            {"quit": list(program.quits), "timeout": 10},
        ],
    }
    options = argparse.Namespace(raw=None, env={}, verbose=True)
    done: Measured = bench.run_scenario(scenario, size, list(program.command), options)
    if not done["ok"]:
        print(f"{program.name} at {size}: {done['errors']}", file=sys.stderr)
    return done


def starts(bench: ModuleType, shown: list[Program]) -> Iterator[str]:
    """Measure how long each program takes to start, in turns, and write one line for each."""
    times: dict[str, list[Measured]] = {program.name: [] for program in shown}
    for _ in range(STARTS):
        for program in shown:
            times[program.name].append(measure(bench, program, SIZES[0], ()))
    medians = {
        name: statistics.median(one.get("start_ms", 0) for one in runs)
        for name, runs in times.items()
    }
    least = medians["empty Textual"]
    yield f"{'start at 80x24':<22} {'bytes':>8} {'ms':>7} {'to an empty Textual':>20}"
    for name, ms in medians.items():
        size = times[name][-1].get("start_bytes", 0)
        yield f"{name:<22} {size:>8,} {ms:>7,.0f} {ms / least:>20.2f}"


def table(title: str, runs: list[Measured]) -> Iterator[str]:
    """Write what keys cost, a step a line: bytes, and milliseconds (median and 95th percentile)."""
    yield f"{title:<18}" + "".join(f" {run['name']:>24}" for run in runs)
    yield " " * 18 + "".join(f" {'bytes':>10} {'ms':>6} {'p95':>6}" for _ in runs)
    labels = dict.fromkeys(label for run in runs for label in run["steps"])
    for label in (label for label in labels if len(label) > 1):  # a key alone is only on the way
        steps = [run["steps"].get(label) for run in runs]
        yield f"{label:<18}" + "".join(f" {_cell(step)}" for step in steps)
        if label in FIRST:
            times = (step["first_ms_median"] if step else None for step in steps)
            yield f"{FIRST[label]:<18}" + "".join(f" {_columns(None, ms, None)}" for ms in times)
    yield f"{'private memory MB':<18}" + "".join(f" {run['rss_mb']:>24,.0f}" for run in runs)


def _cell(step: Measured | None) -> str:
    if step is None:
        return _columns(None, None, None)
    size = step.get("bytes_median", step.get("bytes_per_press", step.get("bytes", 0)))
    return _columns(size, step.get("ms_median", step.get("rest_ms")), step.get("ms_p95"))


def _columns(size: float | None, *times: float | None) -> str:
    shown = zip((10, 6, 6), (size, *times), strict=True)
    return " ".join(" " * cells if one is None else f"{one:>{cells},.0f}" for cells, one in shown)


def _archives(given: list[str], home: Path) -> dict[str, Path]:
    """Return the archives by the names they are shown under."""
    if given:
        return {name: Path(path) for name, _, path in (one.partition("=") for one in given)}
    samples = home / "samples"
    words = [sys.executable, "-m", "tui", "import", str(ROOT / "samples"), "--archive"]
    subprocess.run([*words, str(samples)], check=True, capture_output=True)
    made = {f"{size:,}": folder_of(size) / "archive" for size in (20_000, WHOLE_SET)}
    return {"samples": samples} | {name: path for name, path in made.items() if path.exists()}


def main() -> None:
    """Measure all programs at all sizes and print the tables."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--archive", action="append", default=[], metavar="NAME=DIR")
    options.add_argument("--json", type=Path, help="write everything that was measured there")
    chosen = options.parse_args()
    bench = tool(Path(os.environ.get("TTYBENCH", TTYBENCH)))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        names = ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
        os.environ.update(dict.fromkeys(names, folder), LANG="C.UTF-8", PYTHONPATH=str(ROOT))
        measured = _measure_all(bench, _archives(chosen.archive, home), home)
    if chosen.json:
        chosen.json.write_text(json.dumps(measured, indent=1), encoding="utf-8")


def _read_once(folder: Path) -> None:
    """Read an archive from disk: it is in memory then, as that of somebody who works in it."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                while file.read(1 << 20):
                    pass


def _measure_all(
    bench: ModuleType, archives: dict[str, Path], home: Path
) -> dict[str, list[Measured]]:
    for path in archives.values():
        _read_once(path)
    readers = [programs.cablegram(path, name) for name, path in archives.items()]
    name, path = list(archives.items())[-1]
    mutt = programs.mutt(path, name, home)
    others = [*([mutt] if mutt else []), *programs.pagers(path, home)]
    print(*starts(bench, [programs.empty(home), *readers, *others]), sep="\n", flush=True)
    measured: dict[str, list[Measured]] = {}
    for size in SIZES:
        measured[size] = [measure(bench, one, size, one.steps) for one in (*readers, *others)]
        print("", *table(size, measured[size]), sep="\n", flush=True)
    last = [measure(bench, one, SIZES[0], one.steps, SLOW) for one in (readers[-1], *others)]
    measured["64 kbit/s, 150 ms"] = last
    print("", *table("64 kbit/s, 150 ms", last), sep="\n", flush=True)
    return measured


if __name__ == "__main__":
    main()
