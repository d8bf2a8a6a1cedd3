"""Write `docs/performance.md` out of what the benchmarks print.

    python -m benchmarks.report             # measure everything (hours), then write
    python -m benchmarks.report growth      # measure one, then write
    python -m benchmarks.report --no-run    # write again from what was measured before

What each benchmark prints is kept in `benchmarks/out/report`, with the day on which it was run, and
stands in the document as it was printed, below the command that prints it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import subprocess
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
OUT: Final = ROOT / "benchmarks/out/report"
LIBRARIES: Final = ("textual", "tantivy", "rapidfuzz", "selectolax", "zstandard")


@dataclass(frozen=True, slots=True)
class Part:
    """One benchmark and what is said of it."""

    name: str
    title: str
    words: str
    command: str
    picture: str | None = None


PARTS: Final = tuple(
    Part(**part) for part in json.loads((Path(__file__).parent / "report.json").read_text("utf-8"))
)


@dataclass(frozen=True, slots=True)
class Run:
    """What a benchmark printed, when, and where."""

    day: str
    machine: str
    versions: str
    output: str


def machine() -> str:
    """Describe this computer in one line."""
    cores = os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    model = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
    load = os.getloadavg()[1]
    system = platform.system()
    return f"{model}, {cores} cores, {memory:.0f} GB, {system}, load {load:.1f} at its end"


def versions() -> str:
    """Name the versions of Python and of the libraries that do the work."""
    python = f"Python {platform.python_version()}"
    return ", ".join((python, *(f"{name} {version(name)}" for name in LIBRARIES)))


def run(part: Part) -> Run:
    """Run one benchmark and keep what it prints."""
    command = [sys.executable, *shlex.split(part.command)[1:]]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    made = Run(f"{datetime.now(UTC):%Y-%m-%d}", machine(), versions(), done.stdout.rstrip())
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{part.name}.json").write_text(json.dumps(asdict(made), indent=1), encoding="utf-8")
    return made


def kept(part: Part) -> Run | None:
    """Return what a benchmark printed the last time it was run here."""
    file = OUT / f"{part.name}.json"
    return Run(**json.loads(file.read_text(encoding="utf-8"))) if file.exists() else None


def section(part: Part, made: Run) -> str:
    """Write one section: the words, the picture, the command and what it printed."""
    picture = [f"![{part.title}]({part.picture})", ""] if part.picture else []
    printed = ["```", f"$ {part.command}", made.output, "```", ""]
    where = f"{made.day}; {made.machine}; {made.versions}."
    return "\n".join([f"## {part.title}", "", part.words, "", *picture, *printed, where, ""])


def document() -> str:
    """Write the whole document, of the parts that were measured."""
    head = (
        "# How fast it is\n\n"
        "Every number here was printed by the command above it; `python -m benchmarks.report`"
        " runs them all and\nwrites this file. The cables are made up (`python -m"
        " benchmarks.corpus`) after the published statistics of\nthe set of 251,287.\n"
    )
    measured = ((part, made) for part in PARTS if (made := kept(part)))
    return "\n".join([head, *(section(part, made) for part, made in measured)])


def main() -> None:
    """Measure what is asked for, and write the document."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("names", nargs="*", help=f"of {', '.join(part.name for part in PARTS)}")
    asked.add_argument("--no-run", action="store_true")
    given = asked.parse_args()
    for part in PARTS:
        if not given.no_run and (not given.names or part.name in given.names):
            print(f"$ {part.command}", flush=True)
            print(run(part).output)
    (ROOT / "docs/performance.md").write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
