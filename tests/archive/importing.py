"""Imports in processes of their own, to be killed, starved and watched."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ROW = (
    '"{id}","4/14/2009 6:05","09TIRANA{id}","Embassy Tirana","CONFIDENTIAL","09STATE9912",'
    '"R 140605Z APR 09\nFM AMEMBASSY TIRANA\nTO SECSTATE WASHDC","C O N F I D E N T I A L TIRANA '
    "{id:06}\n\nE.O. 12958: DECL: 04/13/2019\nTAGS: PREL, AL\nSUBJECT: LIGHTHOUSE NOTE {id}\n\n"
    '1. (C) The lighthouse festival was postponed for the {id}th time.\n\nEXAMPLE"\n'
)
SCRIPT = """
import sys
from archive import Archive, ArchiveError, _indexing
from archive._imports import run, work
run.BATCH, run.BATCH_SECONDS, _indexing.COMMIT_SECONDS, work.CABLES = 40, 0.05, 0.2, 16
try:
    with Archive.open(sys.argv[1], create=True) as archive:
        for moment in archive.import_sources(sys.argv[3:], workers=int(sys.argv[2])):
            print(moment.cables, flush=True)
except ArchiveError as error:
    sys.exit(f"{type(error).__name__}: {error}")
"""


def csv_of(numbers: Iterable[int]) -> str:
    """Write a `cables.csv` with a cable for each number."""
    return "".join(ROW.format(id=number) for number in numbers)


def start(
    folder: Path, *sources: Path, workers: int = 0, largest_file: int | None = None
) -> subprocess.Popen[str]:
    """Start an import that commits often, in a process of its own."""

    def limit() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs ignore it
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(folder), str(workers), *map(str, sources)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limit,  # noqa: PLW1509 - the limit is for the child alone
    )
