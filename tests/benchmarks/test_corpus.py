"""The made-up corpus: the same for the same seed, in the published form, true about itself."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter

import pytest

from benchmarks import corpus
from benchmarks.made_up.plan import CLASSIFICATIONS, Plan

COUNT = 300


@pytest.fixture(scope="module")
def made() -> list[corpus.MadeUp]:
    return list(corpus.cables(COUNT, seed=7))


def test_same_seed_same_cables(made: list[corpus.MadeUp]) -> None:
    assert list(itertools.islice(corpus.cables(COUNT, seed=7), 20)) == made[:20]
    assert list(itertools.islice(corpus.cables(COUNT, seed=8), 20)) != made[:20]


def test_rows_have_the_published_form(made: list[corpus.MadeUp]) -> None:
    written = "".join(corpus.encoded(one.row) for one in made)
    dialect = {"delimiter": ",", "quotechar": '"', "escapechar": "\\", "doublequote": False}
    rows = [tuple(row) for row in csv.reader(io.StringIO(written), **dialect)]  # type: ignore[arg-type]
    assert rows == [one.row for one in made]
    assert all(len(row) == 8 for row in rows)
    assert all(re.fullmatch(r"\d+/\d+/\d{4} \d+:\d\d", row[1]) for row in rows)


def test_oldest_first_and_every_id_once(made: list[corpus.MadeUp]) -> None:
    created = [one.truths[0]["created"] for one in made]
    assert created == sorted(map(str, created))
    assert len({one.truths[0]["mrn"] for one in made}) == COUNT


def test_undamaged_paragraphs_stand_in_the_body(made: list[corpus.MadeUp]) -> None:
    checked = 0
    for one in made:
        truth = one.truths[0]
        if truth["damage"] or truth["sections"] != 1:
            continue
        body = " ".join(one.row[7].split())
        paragraphs = truth["paragraphs"]
        assert isinstance(paragraphs, list)
        assert all(" ".join(part["text"].split()) in body for part in paragraphs)
        checked += len(paragraphs)
    assert checked > COUNT


def test_shape(made: list[corpus.MadeUp]) -> None:
    words = sum(len(one.row[7].split()) for one in made) / COUNT
    assert 700 < words < 1500
    partial = sum("partial extract" in one.row[6] for one in made) / COUNT
    assert 0.1 < partial < 0.3


def test_files(tmp_path, made: list[corpus.MadeUp]) -> None:
    corpus.write_files(COUNT, tmp_path, seed=7, workers=1)
    written = (tmp_path / "cables.csv").read_text(encoding="utf-8")
    assert written == "".join(corpus.encoded(one.row) for one in made)
    truths = sum(len(one.truths) for one in made)
    assert len((tmp_path / "truth.jsonl").read_text(encoding="utf-8").splitlines()) == truths


def test_levels_years_and_posts_are_those_of_the_published_set() -> None:
    cables = Plan(20_000, seed=7).cables
    whole = sum(share for _, share in CLASSIFICATIONS)
    levels = Counter(cable.classification for cable in cables)
    for level, share in CLASSIFICATIONS:
        assert levels[level] / len(cables) == pytest.approx(share / whole, abs=0.01), level
    years = Counter(cable.created.year for cable in cables)
    assert years[2009] / len(cables) == pytest.approx(56_813 / corpus.WHOLE_SET, abs=0.015)
    assert years[2010] / len(cables) == pytest.approx(9_005 / corpus.WHOLE_SET, abs=0.015)
    posts = Counter(cable.station.post for cable in cables)
    assert posts["STATE"] / len(cables) == pytest.approx(8_009 / corpus.WHOLE_SET, abs=0.01)
    assert sum(count for _, count in posts.most_common(30)) / len(cables) == pytest.approx(
        0.43, abs=0.03
    )
