"""`cablegram reindex`: the search index is made again from the database."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_an_index_is_made_anew(cablegram: Callable, samples: Path, tmp_path: Path) -> None:
    shutil.copytree(samples, tmp_path / "a")
    shutil.rmtree(tmp_path / "a" / "index")
    done = cablegram("reindex", "--archive", tmp_path / "a")
    assert (done.status, done.out) == (0, "The search index of 63 cables is made anew.\n")
    assert cablegram("search", "lemons", "--archive", tmp_path / "a").status == 0


def test_a_damaged_cable_is_left_out_and_it_is_said(
    cablegram: Callable, samples: Path, tmp_path: Path
) -> None:
    shutil.copytree(samples, tmp_path / "a")
    with closing(sqlite3.connect(tmp_path / "a" / "archive.db")) as connection, connection:
        connection.execute("UPDATE content SET frame = zeroblob(40) WHERE key = 7")
    done = cablegram("reindex", "--archive", tmp_path / "a")
    assert done.status == 2
    assert done.out.splitlines() == [
        "The search index of 63 cables is made anew.",
        "1 damaged cable left out; `cablegram check` says which.",
    ]
    assert cablegram("search", "lemons", "--archive", tmp_path / "a").status == 0
