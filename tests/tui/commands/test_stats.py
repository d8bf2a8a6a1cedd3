"""`cablegram stats`: what an archive holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_stats(cablegram: Callable, samples: Path) -> None:
    done = cablegram("stats", "--archive", samples)
    assert done.status == 0
    assert done.out.startswith("63 cables, ")
    for title in ("Year", "Classification", "Post", "TAGS", "Header", "Problem", "Cited, not held"):
        assert f"\n{title}\n" in done.out


def test_only_the_most_frequent_unless_all_are_asked_for(
    cablegram: Callable, samples: Path
) -> None:
    few = cablegram("stats", "--archive", samples).out
    everything = cablegram("stats", "--all", "--archive", samples).out
    assert "more (--all shows them)" in few
    assert "more (--all shows them)" not in everything
    assert len(everything) > len(few)


def test_json_holds_every_count(cablegram: Callable, samples: Path) -> None:
    stats = json.loads(cablegram("stats", "--archive", samples, "--format", "json").out)
    assert stats["cables"] == 63
    assert stats["first"] == "2003-05-14T13:20:00Z"
    assert dict(stats["years"])["2009"] > 5
