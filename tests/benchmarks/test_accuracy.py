"""The comparison finds what is wrong and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks import accuracy, corpus

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("corpus")
    corpus.write_files(60, place, seed=3, workers=1)
    return place


def measured(folder: Path) -> accuracy.Score:
    score = accuracy.Score(examples=3)
    assert accuracy.measure(folder, score) == 0
    return score


def test_the_parser_reads_nearly_everything_right(folder: Path) -> None:
    score = measured(folder)
    assert score.all["subject"] == 60
    assert sum(score.right.values()) / sum(score.all.values()) > 0.995


def test_a_wrong_truth_is_a_miss(folder: Path, tmp_path: Path) -> None:
    truths = [json.loads(line) for line in (folder / "truth.jsonl").read_text().splitlines()]
    truths[0]["subject"] = "SOMETHING ELSE"
    (tmp_path / "truth.jsonl").write_text("\n".join(map(json.dumps, truths)))
    (tmp_path / "cables.csv").write_bytes((folder / "cables.csv").read_bytes())
    before, after = measured(folder), measured(tmp_path)
    assert after.right["subject"] == before.right["subject"] - 1
    assert "SOMETHING ELSE" in after.misses["subject"][0]


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        pytest.param("a -- b", "a - b", True, id="dashes-are-dashes"),
        pytest.param("a -- b", "a ) b", False, id="brackets-are-not"),
        pytest.param(["a"], ["b"], False, id="other-list"),
    ],
)
def test_values_compared(wanted: object, found: object, same: object) -> None:
    score = accuracy.Score(examples=0)
    score.compare("field", "09TIRANA1", wanted, found)
    assert bool(score.right["field"]) is same
