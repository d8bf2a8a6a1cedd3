"""Write `docs/performance.md` out of what the benchmarks print.

    python -m benchmarks.report                  # measure everything, then write
    python -m benchmarks.report growth search    # measure these; the other sections stay
    python -m benchmarks.report --no-run         # write again what was measured here last

Corpora that are missing are made first. What a benchmark prints is kept in `benchmarks/out/report`,
and stands in the document as it was printed, below the command that prints it, with the day and the
machine. The document is written after each benchmark: one that fails costs only its own section,
which stays as it was. `--size 20000 --document FILE` tries all of it on a smaller corpus.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shlex
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import corpus, imports

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT: Final = imports.ROOT
DOCUMENT: Final = ROOT / "docs/performance.md"
LIBRARIES: Final = ("textual", "tantivy", "rapidfuzz", "selectolax", "zstandard")
HEAD: Final = """# How fast it is

Every number here was printed by the command above it; `python -m benchmarks.report` runs them all
and writes this file. The cables are made up (`python -m benchmarks.corpus`) after the published
statistics of the set of 251,287.
"""
_CORPUS: Final = re.compile(r"benchmarks/out/(\d+|full)")
_SECTION: Final = re.compile(r"^## ([^\n]+)$.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """One benchmark and what is said of it."""

    name: str
    title: str
    words: str
    command: str
    """With `{whole}` for the folder of the largest corpus, `{size}` for how many cables it has, and
    `{docs}` for the folder of the document."""
    minutes: float
    """How long it took in the whole set, with two cores."""
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
    command: str
    minutes: float
    output: str


@dataclass(frozen=True, slots=True)
class Reporter:
    """Measures, and writes one document."""

    size: int
    """Cables of the largest corpus."""
    document: Path

    def command(self, part: Part) -> str:
        """Return the command of a benchmark at this size."""
        whole = imports.folder_of(self.size).relative_to(ROOT)
        docs = Path(os.path.relpath(self.document.parent, ROOT))
        return part.command.format(whole=whole, size=self.size, docs=docs)

    def run(self, part: Part) -> Run:
        """Run one benchmark and keep what it prints; what it prints is shown as it comes.

        Raises:
            subprocess.CalledProcessError: it failed.
        """
        command = self.command(part)
        make_corpora(command)
        here, began = machine(), time.monotonic()
        output = "".join(_output(shlex.split(command)[1:]))
        minutes = (time.monotonic() - began) / 60
        day = f"{datetime.now(UTC):%Y-%m-%d}"
        made = Run(day, here, versions(), command, minutes, output.rstrip())
        self._kept(part).parent.mkdir(parents=True, exist_ok=True)
        self._kept(part).write_text(json.dumps(asdict(made), indent=1), encoding="utf-8")
        return made

    def kept(self, part: Part) -> Run | None:
        """Return what a benchmark printed the last time it was run here."""
        file = self._kept(part)
        return Run(**json.loads(file.read_text(encoding="utf-8"))) if file.exists() else None

    def _kept(self, part: Part) -> Path:
        return imports.OUT / "report" / str(self.size) / f"{part.name}.json"

    def write(self, runs: Mapping[str, Run]) -> None:
        """Write the document; sections of which there is no run stay as they are."""
        before = self.document.read_text(encoding="utf-8") if self.document.exists() else ""
        self.document.write_text(document(runs, before), encoding="utf-8")


def document(runs: Mapping[str, Run], before: str) -> str:
    """Write the whole document.

    Args:
        runs: by the names of the benchmarks.
        before: the document as it was.
    """
    held = {found[1]: found[0].rstrip() + "\n" for found in _SECTION.finditer(before)}
    sections = (
        section(part, runs[part.name]) if part.name in runs else held.get(part.title)
        for part in PARTS
    )
    return "\n".join([HEAD, *filter(None, sections)])


def section(part: Part, made: Run) -> str:
    """Write one section: the words, the picture, the command and what it printed."""
    picture = [f"![{part.title}]({part.picture})", ""] if part.picture else []
    printed = ["```", f"$ {made.command}", made.output, "```", ""]
    where = f"{made.day}, {made.minutes:.1f} minutes; {made.machine}; {made.versions}."
    return "\n".join([f"## {part.title}", "", part.words, "", *picture, *printed, where, ""])


def machine() -> str:
    """Describe this computer in one line, before it is busy."""
    cores = os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    model = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
    load = os.getloadavg()[0]
    system = platform.system()
    return f"{model}, {cores} cores, {memory:.0f} GB, {system}, load {load:.1f} when it began"


def versions() -> str:
    """Name the versions of Python and of the libraries that do the work."""
    python = f"Python {platform.python_version()}"
    return ", ".join((python, *(f"{name} {version(name)}" for name in LIBRARIES)))


def make_corpora(command: str) -> None:
    """Make the made-up cables that a command names and that are not there."""
    for name in _CORPUS.findall(command):
        cables = corpus.WHOLE_SET if name == "full" else int(name)
        folder = imports.folder_of(cables)
        if not (folder / "cables.csv").exists():
            print(f"making {cables:,} cables", flush=True)
            corpus.write_files(cables, folder, truth=name != "full")


def _output(arguments: Sequence[str]) -> Iterator[str]:
    """Yield the lines that a Python program prints, and print them as they come."""
    command = [sys.executable, "-u", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            yield line
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def main() -> None:
    """Measure what is asked for, and write the document."""
    names = [part.name for part in PARTS]
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("names", nargs="*", choices=[[], *names], help=f"of {', '.join(names)}")
    asked.add_argument("--no-run", action="store_true")
    asked.add_argument("--size", type=int, default=corpus.WHOLE_SET, help="cables")
    asked.add_argument("--document", type=Path, default=DOCUMENT)
    given = asked.parse_args()
    reporter = Reporter(given.size, given.document.absolute())
    parts = [part for part in PARTS if not given.names or part.name in given.names]
    if given.no_run:
        reporter.write({part.name: made for part in parts if (made := reporter.kept(part))})
        return
    share = given.size / corpus.WHOLE_SET
    left = sum(part.minutes for part in parts)
    runs, failed = {}, []
    for part in parts:
        print(f"\n$ {reporter.command(part)}")
        print(f"# {part.name}: about {share * part.minutes:.0f} of {share * left:.0f} minutes left")
        left -= part.minutes
        try:
            runs[part.name] = reporter.run(part)
        except subprocess.CalledProcessError as error:
            print(f"# {part.name} failed: {error}", flush=True)
            failed.append(part.name)
        reporter.write(runs)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
