"""What happens where too much matches: a part of the archive is looked at, and it is said."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from archive._errors import CancelledError
from archive._model import Count, Order
from archive._search import asking, index, searcher
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


@pytest.mark.usefixtures("_everything_is_broad")
@pytest.mark.parametrize("query", ["grain ", "the farm ", "class:secret"])
def test_the_beginning_of_a_listing_is_what_it_begins_with(
    broad: Searcher, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broad._asker._remembered.cache_clear()
    monkeypatch.setattr(index, "COUNTED", 50)
    beginning = broad.beginning(query)
    assert beginning is not None
    listing = broad.listing(query, Order.RANK)
    assert 0 < len(beginning) < len(listing)
    assert beginning.rows(0, 20) == listing.rows(0, 20)
    assert beginning.rows(0, 999) == listing.rows(0, len(beginning))


@pytest.mark.parametrize("limit", [10, 64, 65, 200])
def test_as_many_hits_as_are_asked_for(broad: Searcher, limit: int) -> None:
    hits = broad.search("grain ", limit).hits
    assert len({(hit.row.key, hit.position) for hit in hits}) == limit
    assert hits[:10] == broad.search("grain ", 10).hits


def test_in_an_order_no_further_is_looked_than_asked_for(
    broad: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = broad.search("grain ", 250, Order.DATE).hits
    monkeypatch.setattr(searcher, "WINDOW", 20)
    assert broad.search("grain ", 50, Order.DATE).hits == whole[:50]


@pytest.mark.parametrize("query", ["grain ", "barley ", "nothing at all"])
def test_what_is_listed_as_soon_has_no_beginning(broad: Searcher, query: str) -> None:
    broad._asker._remembered.cache_clear()
    assert broad.beginning(query) is None


@pytest.mark.parametrize(
    ("query", "field", "values"),
    [
        pytest.param("end ", "class", {"SECRET": 225}, id="most of all cables"),
        pytest.param("end ", "year", dict.fromkeys(range(2003, 2009), 43) | {2009: 42}, id="years"),
        pytest.param('"farm 7"', "from", {"Embassy Number2": 1}, id="one"),
        pytest.param("(grain OR barley) ", "tag", {"PREL": 200, "T2": 100}, id="tags"),
        pytest.param("barley ", "class", {}, id="none has it"),
    ],
)
def test_many_are_counted_as_few_are(
    broad: Searcher, query: str, field: str, values: dict[object, int]
) -> None:
    counted = {one.value: one.count for one in broad.facets(query) if one.field == field}
    assert counted == {str(value): count for value, count in values.items()}


@pytest.mark.usefixtures("_everything_is_broad")
def test_counting_stops_on_the_way(broad: Searcher) -> None:
    broad._asker._remembered.cache_clear()
    looks = iter([False, False, False, True])
    with pytest.raises(CancelledError):
        broad.facets("end ", is_cancelled=lambda: next(looks))
    assert next(looks, None) is None


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


@pytest.mark.usefixtures("_everything_is_broad")
@pytest.mark.parametrize("limit", [1, 50, asking.CANDIDATES, 90])
def test_more_of_what_was_only_glanced_at(broad: Searcher, limit: int) -> None:
    hits = broad.search("the ", limit).hits
    assert len(hits) == limit
    assert len({(hit.row.key, hit.position) for hit in hits}) == limit
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
