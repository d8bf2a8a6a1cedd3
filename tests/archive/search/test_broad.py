"""What happens where too much matches: a part of the archive is looked at, and it is said."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from archive._model import Count, Order
from archive._search import asking, facets, index
from archive._search.schema import RUN
from parser import Classification, Level
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

    from archive._search import Searcher

CABLES = 300


@pytest.fixture(scope="module")
def broad(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(
        tmp_path_factory.mktemp("broad") / "index",
        *(
            cable(
                f"The grain of farm {number}.",
                "The end.",
                created=datetime(2003 + number % 7, 1 + number % 11, 2, tzinfo=UTC),
                origin=f"Embassy Number{number % 5}" if number % 9 else None,
                classification=Classification(Level.SECRET) if number % 4 else None,
                tags=("PREL", f"T{number % 3}")[: number % 3],
            )
            for number in range(CABLES)
        ),
        cable("A barley field."),
    )


@pytest.fixture
def _everything_is_broad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "BROAD", 200)
    monkeypatch.setattr(asking, "GLANCED", 200)
    monkeypatch.setattr(asking, "PLENTY", 20)
    monkeypatch.setattr(index, "MOST_RANKED", 40)
    monkeypatch.setattr(facets, "FEW_CABLES", 20)


@pytest.mark.usefixtures("_everything_is_broad")
@pytest.mark.parametrize(
    ("query", "paragraphs"),
    [
        pytest.param("the ", Count(100, is_exact=False), id="glanced at: a round number"),
        pytest.param("the grain farm ", Count(100, is_exact=False), id="all words are broad"),
        pytest.param('"grain of farm 7"', Count(1), id="a rare word is never glanced at"),
        pytest.param('"the farm"~2', Count(100, is_exact=False), id="near"),
        pytest.param('"the grain of" -farm ', Count(0), id="broad, but not found in the glance"),
        pytest.param("barley ", Count(1), id="rare"),
    ],
)
def test_counts_say_when_they_are_not_exact(broad: Searcher, query: str, paragraphs: Count) -> None:
    broad._asker._remembered.cache_clear()
    results = broad.search(query)
    assert results.paragraphs == paragraphs
    assert all(hit.spans for hit in results.hits)
    assert bool(results.hits) == bool(paragraphs.value)


@pytest.mark.usefixtures("_everything_is_broad")
@pytest.mark.parametrize("order", [Order.RANK, Order.DATE])
def test_a_listing_is_whole_all_the_same(broad: Searcher, order: Order) -> None:
    broad._asker._remembered.cache_clear()
    listing = broad.listing("grain ", order)
    assert sorted(row.key for row in listing.rows(0, 999)) == list(range(1, CABLES + 1))


@pytest.mark.parametrize("query", ["grain ", "end ", "grain OR barley "])
def test_counting_many_is_counting_few(
    broad: Searcher, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = broad.facets(query), broad.histogram(query)
    monkeypatch.setattr(facets, "FEW_CABLES", 20)
    assert (broad.facets(query), broad.histogram(query)) == few
    assert few[0]
    assert few[1]


@pytest.mark.usefixtures("_everything_is_broad")
def test_words_together_come_first(broad: Searcher) -> None:
    broad._asker._remembered.cache_clear()
    assert broad.search("farm 7 ").hits[0].text == "The grain of farm 7."


def test_what_is_typed_by_one_letter_is_said_to_be_more(broad: Searcher) -> None:
    assert not broad.search("g").paragraphs.is_exact


@pytest.mark.usefixtures("_everything_is_broad")
def test_what_is_exact_is_found_outside_the_glance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "GLANCED", 1)  # the first slice alone
    common = [cable("The grain."), *(cable("The barley.") for _ in range(RUN))]
    searcher = make_searcher(tmp_path, *common * 2, cable("A thea barley."))
    results = searcher.search("thea barley ")
    assert results.hits[0].text == "A thea barley."
    assert not results.paragraphs.is_exact
