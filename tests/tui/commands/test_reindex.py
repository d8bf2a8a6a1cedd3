"""`cablegram reindex`: the search index is made again from the database."""

from __future__ import annotations

import shutil
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
