"""Lists, counts and highlights: the ways other than hits to look at what a query finds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from archive import CancelledError
from archive._model import Count, Order
from parser import Classification, Level
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

    from archive._search import Searcher
    from parser import Cable

SECRET = Classification(Level.SECRET)
NOFORN = Classification(Level.SECRET, "NOFORN")


def _cables() -> tuple[Cable, ...]:
    return (
        cable(
            "Grain, grain and grain.",
            "Of barley nothing.",
            "Grain came late to the harbour.",
            created=datetime(2009, 5, 2, tzinfo=UTC),
            origin="Embassy Tirana",
            classification=SECRET,
            tags=("EAGR", "ECON"),
        ),
        cable(
            "The harbour was closed.",
            created=datetime(2008, 1, 9, tzinfo=UTC),
            origin="Embassy Mexico",
            classification=NOFORN,
            tags=("ECON",),
        ),
        cable(
            "Grain prices fell.",
            created=datetime(2007, 3, 1, tzinfo=UTC),
            origin="Embassy Mexico",
            classification=SECRET,
            signed_by=("ALDERMOOR",),
        ),
    )


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(tmp_path_factory.mktemp("listing") / "index", *_cables())


@pytest.mark.parametrize(
    ("query", "order", "reverse", "keys"),
    [
        pytest.param("grain ", Order.DATE, False, [3, 1], id="by date"),
        pytest.param("grain ", Order.DATE, True, [1, 3], id="latest first"),
        pytest.param("harbour ", Order.POST, False, [2, 1], id="by post"),
        pytest.param('"grain prices"', Order.RANK, False, [3], id="by rank"),
        pytest.param("tag:ECON", Order.DATE, False, [2, 1], id="fields only"),
        pytest.param("", Order.DATE, False, [3, 2, 1], id="everything"),
        pytest.param("barley prices ", Order.RANK, False, [3, 1], id="parts when nothing is whole"),
    ],
)
def test_lists_cables(
    searcher: Searcher, query: str, order: Order, reverse: bool, keys: list[int]
) -> None:
    listing = searcher.listing(query, order, reverse=reverse)
    assert sorted(row.key for row in listing.rows(0, 10)) == sorted(keys)
    if order is not Order.RANK:
        assert [row.key for row in listing.rows(0, 10)] == keys
    assert len(listing) == len(keys)


def test_the_worst_first_is_the_best_first_from_its_end(searcher: Searcher) -> None:
    best, worst = searcher.listing("grain ", Order.RANK), searcher.listing("grain ", reverse=True)
    assert [row.key for row in worst.rows(0, 9)] == [row.key for row in best.rows(0, 9)][::-1]
    assert len(worst) == 2


def test_rows_know_their_hits_and_the_best(searcher: Searcher) -> None:
    listing = searcher.listing("grain harbour ", Order.DATE)
    (row,) = [row for row in listing.rows(0, 10) if row.key == 1]
    assert (row.hits, row.best) == (1, 2)


def test_rows_know_whether_all_that_was_typed_is_in_one_paragraph(searcher: Searcher) -> None:
    parts = searcher.listing("barley prices ").rows(0, 10)
    whole = searcher.listing("grain harbour ").rows(0, 10)
    assert [row.is_partial for row in parts] == [True, True]
    assert not next(row for row in whole if row.key == 1).is_partial


def test_a_window_is_cut_at_the_ends(searcher: Searcher) -> None:
    listing = searcher.listing("grain ", Order.DATE)
    assert [row.key for row in listing.rows(1, 9)] == [1]
    assert [row.key for row in listing.rows(5, 9)] == []
    assert [row.key for row in listing.rows(-2, 1)] == [3]
    assert [row.key for row in listing.rows(-2, -1)] == []


def test_a_listing_knows_where_a_cable_is(searcher: Searcher) -> None:
    listing = searcher.listing("grain ", Order.DATE)
    assert [listing.index(key) for key in (3, 1, 2)] == [0, 1, None]
    assert set(listing.held((1, 2, 3))) == {1, 3}
    assert not listing.held(())


def test_paragraphs_and_cables_are_counted(searcher: Searcher) -> None:
    results = searcher.search("grain ")
    assert (results.paragraphs, results.cables) == (Count(3), Count(2))


@pytest.mark.parametrize(
    ("query", "is_of_cables"),
    [("tag:ECON", True), ("-grain", True), ("", True), ("grain", False), ("tag:ECON grain", False)],
)
def test_fields_alone_are_about_cables(searcher: Searcher, query: str, is_of_cables: bool) -> None:
    assert searcher.search(query).is_of_cables is is_of_cables


def test_hits_can_be_in_the_order_of_dates(searcher: Searcher) -> None:
    hits = searcher.search("grain ", order=Order.DATE).hits
    assert [(hit.row.key, hit.position) for hit in hits] == [(3, 0), (1, 0), (1, 2)]


def test_facets_count_cables(searcher: Searcher) -> None:
    facets = {(facet.field, facet.value): facet.count for facet in searcher.facets("grain ")}
    assert facets == {
        ("class", "SECRET"): 2,
        ("from", "Embassy Mexico"): 1,
        ("from", "Embassy Tirana"): 1,
        ("tag", "EAGR"): 1,
        ("tag", "ECON"): 1,
        ("year", "2007"): 1,
        ("year", "2009"): 1,
    }


@pytest.mark.parametrize(
    "query", ["", "grain ", "harbour ", "tag:ECON", "grain zinc ", "grain prices "]
)
def test_the_query_of_a_facet_finds_what_it_counts(searcher: Searcher, query: str) -> None:
    for facet in searcher.facets(query):
        narrowed = searcher.listing(f"{query} {facet.query}", Order.DATE)
        assert len(narrowed) == facet.count, facet


def test_where_nothing_holds_all_of_it_what_holds_a_part_is_counted(searcher: Searcher) -> None:
    assert len(searcher.listing("grain zinc ")) == 2
    assert searcher.histogram("grain zinc ") == (("2007-03", 1), ("2009-05", 1))
    years = [one for one in searcher.facets("grain zinc ") if one.field == "year"]
    assert [(one.value, one.count) for one in years] == [("2007", 1), ("2009", 1)]


def test_what_holds_a_part_is_counted_where_it_is_listed_below_what_holds_all(
    searcher: Searcher,
) -> None:
    assert len(searcher.listing("grain prices ")) == 2
    assert searcher.histogram("grain prices ") == (("2007-03", 1), ("2009-05", 1))


def test_histogram_has_the_months_in_order(searcher: Searcher) -> None:
    assert searcher.histogram("grain ") == (("2007-03", 1), ("2009-05", 1))


def test_matches_of_one_cable(searcher: Searcher) -> None:
    first = _cables()[0]
    assert searcher.matches("grain", first).paragraphs == (
        (0, ((0, 5), (7, 12), (17, 22))),
        (2, ((0, 5),)),
    )
    assert searcher.matches("grain -late", first).paragraphs == ((0, ((0, 5), (7, 12), (17, 22))),)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        pytest.param("econ", [("tag", "ECON", 2, "tag:ECON")], id="code"),
        pytest.param("agri", [("tag", "EAGR", 1, "tag:EAGR")], id="meaning"),
        pytest.param("alder", [("person", "ALDERMOOR", 1, 'by:"ALDERMOOR"')], id="person"),
        pytest.param("aldermor", [("person", "ALDERMOOR", 1, 'by:"ALDERMOOR"')], id="typo"),
    ],
)
def test_topics(searcher: Searcher, text: str, topics: list[tuple[str, str, int, str]]) -> None:
    found = [(one.kind, one.label, one.count, one.query) for one in searcher.topics(text)]
    assert found[: len(topics)] == topics
    listing = searcher.listing(topics[0][3], Order.DATE)
    assert len(listing) == topics[0][2]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        pytest.param("is:unread", [1, 3], id="unread is what was not read"),
        pytest.param("is:starred", [2], id="starred"),
        pytest.param("has:star", [2], id="with a star"),
        pytest.param("has:note", [3], id="with a note"),
        pytest.param("is:read", [2], id="read"),
        pytest.param("-is:starred from:mexico", [3], id="not starred"),
        pytest.param("is:cited", [1, 3], id="cited"),
        pytest.param("is:uncited", [2], id="never cited"),
        pytest.param("-is:uncited grain", [1, 3], id="cited, with a word"),
    ],
)
def test_what_the_index_does_not_know_is_asked_for(
    tmp_path_factory: pytest.TempPathFactory, query: str, keys: list[int]
) -> None:
    keyed = {"read": [2], "starred": [2], "note": [3], "cited": [1, 3]}
    path = tmp_path_factory.mktemp("keyed") / "index"
    searcher = make_searcher(path, *_cables(), keyed=keyed.__getitem__)
    listing = searcher.listing(query, Order.REFERENCE_ID)
    assert [row.key for row in listing.rows(0, 9)] == keys


def test_a_search_can_be_given_up(searcher: Searcher) -> None:
    with pytest.raises(CancelledError):
        searcher.search("grain", is_cancelled=lambda: True)
    with pytest.raises(CancelledError):
        searcher.listing("grain", is_cancelled=lambda: True)


@pytest.mark.parametrize("reverse", [False, True])
def test_undated_cables_come_last_either_way(tmp_path: Path, reverse: bool) -> None:
    dates = [None, datetime(2009, 1, 1, tzinfo=UTC), datetime(2008, 1, 1, tzinfo=UTC)]
    searcher = make_searcher(tmp_path, *(cable("harbor", created=date) for date in dates))
    listing = searcher.listing("harbor", Order.DATE, reverse=reverse)
    expected = [2, 3, 1] if reverse else [3, 2, 1]
    assert [row.key for row in listing.rows(0, 9)] == expected


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("-harbor", [5, 6], id="most are barred"),
        pytest.param("-coast", [1, 2, 3, 4, 5], id="few are barred"),
        pytest.param("-harbor -coast", [5], id="both"),
        pytest.param("from:mexico -harbor", [5], id="with a field"),
        pytest.param("subject:catch -harbor", [5, 6], id="with a field of the cable alone"),
        pytest.param("subject:catch -more", [2, 3, 4, 5, 6], id="in another paragraph"),
        pytest.param("subject:catch -lobsters", [], id="in the subject"),
    ],
)
def test_words_that_are_nowhere_in_the_cable(tmp_path: Path, query: str, found: list[int]) -> None:
    texts = ["harbor"] * 4 + ["weather", "coast"]
    origins = ["Embassy Mexico"] * 5 + ["Embassy Tirana"]
    others = ["No more."] + ["Nothing else."] * 5
    cables = [
        cable(text, other, origin=origin, subject="THE LOBSTERS, AND THE CATCH")
        for text, other, origin in zip(texts, others, origins, strict=True)
    ]
    listing = make_searcher(tmp_path, *cables).listing(query)
    assert sorted(row.key for row in listing.rows(0, 9)) == found
