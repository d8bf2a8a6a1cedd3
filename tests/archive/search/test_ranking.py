"""Candidates are put in order by how they match, then by what the index thinks: `ranking.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive._search import Place
from archive._search.grammar import parse_query
from archive._search.index import Found
from archive._search.plan import Planner
from archive._search.ranking import BATCH, INDEX_SHARE, Ranker
from tests.archive.search.corpus import MemorySource, cable, make_searcher

if TYPE_CHECKING:
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
    assert [one.text for one in ranked] == [TEXTS[key] for key in order]
    assert [one.number for one in ranked] == [1] * len(order)
    for one in ranked:
        share = INDEX_SHARE * scores[one.place.key] / (max(scores) or 1)
        assert one.rank == pytest.approx(one.match.score + share)


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
