"""Candidates are put in order by how they match, then by what the index thinks: `ranking.py`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from archive._search import Place
from archive._search.grammar import parse_query
from archive._search.index import Found
from archive._search.plan import Planner
from archive._search.ranking import BATCH, INDEX_SHARE, Ranker
from tests.archive.search.corpus import MemorySource, cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

    from archive._search import Searcher

TEXTS = (
    "Grain on the coast.",
    "The grain, and far, far away from there, at last, the coast.",
    "Grain.",
    "Grain on the coast.",
    "Weather.",
)
SOURCE = MemorySource(dict(enumerate(map(cable, TEXTS))))


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(tmp_path_factory.mktemp("ranking") / "index", *map(cable, TEXTS))


@pytest.mark.parametrize(
    ("query", "scores", "order"),
    [
        pytest.param("grain coast ", [9, 9, 9, 9, 9], [0, 3, 1, 2], id="best, whole, a part"),
        pytest.param("grain coast ", [1, 9, 9, 2, 9], [3, 0, 1, 2], id="the index decides ties"),
        pytest.param("grain coast ", [0, 0, 0, 0, 0], [0, 3, 1, 2], id="the index says nothing"),
        pytest.param("tag:PREL ", [1, 3, 2, 5, 4], [3, 4, 1, 2, 0], id="fields alone"),
    ],
)
def test_order(searcher: Searcher, query: str, scores: list[float], order: list[int]) -> None:
    ranked = _ranker(searcher, query).ranked(
        [Found(Place(key, 0), score) for key, score in enumerate(scores)]
    )
    assert [one.place.key for one in ranked] == order
    assert [one.paragraph.text for one in ranked] == [TEXTS[key] for key in order]
    assert [one.paragraph.number for one in ranked] == [1] * len(order)
    for one in ranked:
        share = INDEX_SHARE * scores[one.place.key] / (max(scores) or 1)
        assert one.rank == pytest.approx(one.match.score + share)


@pytest.mark.parametrize(
    ("query", "ranked"),
    [
        pytest.param("harbor ", [(1, True), (0, False), (2, False)], id="behind paragraphs"),
        pytest.param("harbor shut ", [(0, True), (2, True), (1, True)], id="in both"),
        pytest.param("shut ", [(0, True), (2, True)], id="in paragraphs"),
        pytest.param("police ", [(0, False), (2, False)], id="in the subject"),
        pytest.param("=police OR weather ", [(0, False), (2, False)], id="one or the other"),
    ],
)
def test_a_subject_that_matches_alone_comes_behind_paragraphs_that_match_as_well(
    tmp_path: Path, query: str, ranked: list[tuple[int, bool]]
) -> None:
    subject = "HARBOR POLICE"
    headed = cable("Shut.", subject=subject)
    cables = [headed, cable("The harbor."), headed]
    ranker = _ranker(make_searcher(tmp_path / "index", *cables), query)
    ranker = replace(ranker, source=MemorySource(dict(enumerate(cables))))
    found = ranker.ranked([Found(Place(key, 0), 1.0) for key in range(3)])
    has_share = [one.rank > one.match.score for one in found]
    assert [(one.place.key, share) for one, share in zip(found, has_share, strict=True)] == ranked


@pytest.mark.parametrize(("candidates", "looks"), [(0, 0), (1, 1), (BATCH, 1), (BATCH + 1, 2)])
def test_it_is_looked_between_batches_whether_it_is_wanted_still(
    searcher: Searcher, candidates: int, looks: int
) -> None:
    looked: list[None] = []
    ranker = _ranker(searcher, "grain ", looked)
    ranked = ranker.ranked([Found(Place(0, 0), 1.0)] * candidates)
    assert (len(ranked), len(looked)) == (candidates, looks)


def _ranker(searcher: Searcher, query: str, looked: list[None] | None = None) -> Ranker:
    plan = Planner(searcher.index, lambda _: (), is_tolerant=False).plan(parse_query(query))
    looks = [] if looked is None else looked
    return Ranker(plan, SOURCE, lambda: looks.append(None))
