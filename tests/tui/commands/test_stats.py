"""`cablegram stats`: what an archive holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from archive import Stats
from tui.commands.stats import _lines, as_json

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


STATS = Stats(
    cables=1200,
    editions=1,
    paragraphs=5000,
    first=datetime(2003, 5, 14, 13, 20, tzinfo=UTC),
    last=datetime(2010, 2, 22, tzinfo=UTC),
    undated=2,
    years=(("2003", 200), ("2009", 998), ("2010", 0)),
    posts=(("Embassy Halvgard", 1100), ("UN Rome", 99), ("Consulate Saltmarket", 1)),
    classifications=(),
    tags=(),
    headers=(),
    problems=(),
    references=92,
    references_held=87,
    missing=3,
    most_missing=(),
    sources=1,
)
HEAD = [
    "1,200 cables, 5,000 paragraphs, 1 further edition, from 1 file.",
    "From 2003-05-14 to 2010-02-22; 2 without a date.",
    "92 references to other cables, 87 of them held; cited and not held: 3 cables.",
]
YEARS = ["", "Year", "      200  2003", "      998  2009", "        0  2010", "", "Post"]
HALVGARD, ROME = "    1,100  Embassy Halvgard", "       99  UN Rome"
SALTMARKET = "        1  Consulate Saltmarket"


@pytest.mark.parametrize(
    ("most", "posts"),
    [
        pytest.param(1, [HALVGARD, "           and 2 more (--all shows them)"], id="one"),
        pytest.param(3, [HALVGARD, ROME, SALTMARKET], id="as many as there are"),
        pytest.param(None, [HALVGARD, ROME, SALTMARKET], id="all"),
    ],
)
def test_every_year_and_the_most_frequent_of_all_else(most: int | None, posts: list[str]) -> None:
    assert list(_lines(STATS, most)) == [*HEAD, *YEARS, *posts]


@pytest.mark.parametrize(
    ("fields", "second"),
    [
        pytest.param({"undated": 0}, "From 2003-05-14 to 2010-02-22.", id="all have a date"),
        pytest.param({"first": None, "last": None}, HEAD[2], id="none has"),
    ],
)
def test_between_which_days(fields: dict[str, object], second: str) -> None:
    stats = replace(STATS, **fields)
    assert list(_lines(stats, None))[1] == second
    dates = ("2003-05-14T13:20:00Z", "2010-02-22T00:00:00Z") if stats.first else (None, None)
    assert (as_json(stats)["first"], as_json(stats)["last"]) == dates
