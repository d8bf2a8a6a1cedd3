"""What is looked at where much matches: `asking.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive._model import Count
from archive._search import asking, plan
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from archive._search import Searcher

TIRANA = "Embassy Tirana"
TOGETHER = "At long last, after weeks of rain and of wind and of waiting, came the grain barley."


def about(number: int) -> Count:
    """Count paragraphs to a round number; or cables, those of the best 64 paragraphs."""
    return Count(number, is_exact=False)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """Make many short paragraphs that the index ranks first, and few that hold it in one piece."""
    return make_searcher(
        tmp_path_factory.mktemp("asking") / "index",
        *(cable(f"Barley grain {number}.", origin=TIRANA) for number in range(90)),
        cable(TOGETHER, origin=TIRANA),
        cable(TOGETHER.replace("long", "longer"), origin="Embassy Rome"),
        *(cable("Barley.", "Barley.") for _ in range(600)),
    )


@pytest.fixture(params=[True, False], ids=["looked up alone", "with the whole query"])
def _close_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "A_PHRASE", 0 if request.param else 10**9)


@pytest.mark.usefixtures("_close_alone")
@pytest.mark.parametrize(
    ("query", "best"),
    [
        pytest.param("grain barley ", {91, 92}, id="finished words"),
        pytest.param("from:tirana grain barley ", {91}, id="with a field"),
        pytest.param("grain barley -longer ", {91}, id="without a word"),
    ],
)
def test_what_holds_it_in_one_piece_comes_first_though_the_index_ranks_it_last(
    searcher: Searcher, query: str, best: set[int]
) -> None:
    searcher._asker._remembered.cache_clear()
    hits = [hit.row.key for hit in searcher.search(query).hits]
    assert set(hits[: len(best)]) == best
    assert not {91, 92} - best & set(hits)


@pytest.mark.usefixtures("_close_alone")
def test_nor_is_it_found_outside_the_glance_where_a_field_bars_it(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "MANY", 0)
    searcher._asker._remembered.cache_clear()
    hits = [hit.row.key for hit in searcher.search("from:tirana grain barley ").hits]
    assert hits[0] == 91
    assert 92 not in hits


@pytest.mark.parametrize(
    ("query", "broad", "counts"),
    [
        pytest.param("grain ", 99, (Count(92), Count(92)), id="few"),
        pytest.param("grain ", 50, (about(10), about(64)), id="few, and only glanced at"),
        pytest.param("barley ", 9999, (Count(1292), about(32)), id="too many to tell their cables"),
        pytest.param("barley ", 50, (about(1000), about(32)), id="many, and only glanced at"),
        pytest.param("from:tirana", 50, (Count(91), Count(91)), id="cables, never glanced at"),
    ],
)
def test_only_what_costs_much_is_glanced_at(
    searcher: Searcher,
    query: str,
    broad: int,
    counts: tuple[Count, Count],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(asking, "BROAD", broad)
    monkeypatch.setattr(asking, "PLENTY", 20)
    searcher._asker._remembered.cache_clear()
    found = searcher.search(query)
    assert (found.paragraphs, found.cables) == counts


@pytest.mark.parametrize(
    ("query", "count"),
    [
        pytest.param("zebra gr", Count(0), id="none: a word is held nowhere"),
        pytest.param("ba", Count(1292, is_exact=False), id="a beginning that is short"),
        pytest.param("barl", Count(1292), id="a longer one"),
    ],
)
def test_what_can_be_nowhere_is_counted_exactly(
    searcher: Searcher, query: str, count: Count, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "BROAD", 10**9)
    searcher._asker._remembered.cache_clear()
    assert searcher.search(query).paragraphs == count
