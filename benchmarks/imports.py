"""Imports by the command line that are watched, and what is kept of them for other benchmarks.

Beside each archive stands `import.json`: how long its import took, what it needed, and a digest of
the code that did it. An archive made by other code is made anew.
"""

from __future__ import annotations

import hashlib
import json
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parent.parent
OUT: Final = ROOT / "benchmarks/out"


@dataclass(frozen=True, slots=True)
class Imported:
    """One import by the command line."""

    code: str
    """As :func:`code`."""
    source: int
    """Bytes."""
    seconds: float
    processor: float
    """Seconds of processor time, all processes."""
    memory: int
    """Bytes of private memory of all processes together, at the most."""
    database: int
    """Bytes of the archive's database and of its search index."""
    index: int


def folder_of(cables: int) -> Path:
    """Return the folder of a corpus of this size, and of its archive."""
    return OUT / ("full" if cables == corpus.WHOLE_SET else str(cables))


def code() -> str:
    """Digest the code that imports."""
    state = hashlib.blake2b(digest_size=8)
    for package in ("archive", "parser"):
        for path in sorted((ROOT / package).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                state.update(path.read_bytes())
    return state.hexdigest()


def imported(source: Path, folder: Path) -> Imported:
    """Return what an import into this folder took: the one that was made, or one made now."""
    record = folder.parent / "import.json"
    if record.exists() and folder.exists():
        held = Imported(**json.loads(record.read_text(encoding="utf-8")))
        if (held.code, held.source) == (code(), source.stat().st_size):
            return held
    return import_anew(source, folder)


def import_anew(source: Path, folder: Path) -> Imported:
    """Import a file into a new archive, and note beside it what that took."""
    record = folder.parent / "import.json"
    record.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    began, worked = time.perf_counter(), _processor_of_children()
    memory = import_watched(source, folder)
    seconds = time.perf_counter() - began
    sizes = _sizes(folder)
    done = Imported(
        code(),
        source.stat().st_size,
        seconds,
        _processor_of_children() - worked,
        memory,
        sizes["archive.db"],
        sizes["index"],
    )
    record.write_text(json.dumps(asdict(done), indent=1), encoding="utf-8")
    return done


def start(source: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start the import of a file."""
    command = [sys.executable, "-m", "tui", "import", str(source), "--archive", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


def import_watched(source: Path, folder: Path) -> int:
    """Import a file; return the bytes of private memory at the most, looked at twice a second."""
    process = start(source, folder)
    memory = 0
    while process.poll() is None:
        memory = max(memory, sum(map(private_memory, _family(process.pid))))
        time.sleep(0.5)
    if process.returncode:
        sys.exit("the import failed")
    return memory


def _processor_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def private_memory(pid: int) -> int:
    """Return the bytes of private memory of a process now (`RssAnon`); 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon:"))


def _sizes(folder: Path) -> dict[str, int]:
    """Return the bytes of the database and of the index."""
    sizes = {"archive.db": 0, "index": 0}
    for path in folder.rglob("*"):
        if path.is_file():
            part = path.relative_to(folder).parts[0]
            sizes[part] = sizes.get(part, 0) + path.stat().st_size
    return sizes
