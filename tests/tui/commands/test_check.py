"""`cablegram check`: says that an archive is whole, or what is wrong and what to do."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_whole(cablegram: Callable, samples: Path) -> None:
    done = cablegram("check", "--archive", samples)
    assert (done.status, done.out) == (
        0,
        "Whole: 63 cables, all in the search index.\n",
    )


def test_what_is_wrong_is_said_with_what_to_do(
    cablegram: Callable, samples: Path, tmp_path: Path
) -> None:
    shutil.copytree(samples, tmp_path / "a")
    shutil.rmtree(tmp_path / "a" / "index")
    done = cablegram("check", "--archive", tmp_path / "a")
    assert done.status == 2
    assert "cablegram reindex" in done.out
