"""The way through the whole search: an index on disk, a query, hits with their spans."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

    from archive._search import Searcher


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(
        tmp_path_factory.mktemp("search") / "index",
        cable(
            "The minister promised action against narcotics trafficking on the coast.",
            "The weather was fine.",
            origin="Embassy Tirana",
            created=datetime(2008, 2, 1, 10, tzinfo=UTC),
        ),
        cable(
            "Drug money and trafficking in narcotics were discussed.",
            "He spoke of the counter-narcotics programme in São Paulo.",
            origin="Embassy Mexico",
            tags=("SNAR", "PGOV"),
            subject="HARBOUR POLICE: A VIEW",
            created=datetime(2009, 4, 14, 16, 11, tzinfo=UTC),
        ),
        cable(origin="Consulate Tijuana"),
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("narcotcis trafficing", ["1#0", "2#0"], id="misspelt"),
        pytest.param("narcot", ["1#0", "2#0", "2#1"], id="beginning of a word"),
        pytest.param("narcot ", [], id="a finished word is whole"),
        pytest.param("narcot*  ", ["1#0", "2#0", "2#1"], id="asked for a beginning"),
        pytest.param('"narcotics trafficking"', ["1#0"], id="phrase"),
        pytest.param('"narcotics traff', ["1#0"], id="phrase being typed"),
        pytest.param('"trafficking narcotics"~3', ["1#0", "2#0"], id="near"),
        pytest.param("counter-narcotics", ["2#1"], id="hyphen"),
        pytest.param("sao paulo", ["2#1"], id="accents left out"),
        pytest.param("narcotics -minister", ["2#0", "2#1"], id="without"),
        pytest.param("minister OR money", ["1#0", "2#0"], id="or"),
        pytest.param("weather OR (narcotics money)", ["1#1", "2#0"], id="brackets"),
        pytest.param("from:mexico narcotics", ["2#0", "2#1"], id="post"),
        pytest.param("from:mexico", ["2#0", "3#0"], id="country"),
        pytest.param("tag:narcotics money", ["2#0"], id="meaning of a tag"),
        pytest.param("subject:harbor", ["2#0"], id="subject, other spelling"),
        pytest.param("subject:harb", ["2#0"], id="subject, beginning"),
        pytest.param("date:2008..2009-03 fine", ["1#1"], id="dates"),
    ],
)
def test_finds(searcher: Searcher, query: str, found: list[str]) -> None:
    hits = [hit for hit in searcher.search(query).hits if not hit.is_partial]
    assert sorted(f"{hit.row.key}#{hit.position}" for hit in hits) == found


@pytest.mark.parametrize(
    ("query", "matched"),
    [
        pytest.param("narcotcis trafficing", ["narcotics", "trafficking"], id="typos"),
        pytest.param('"narcotics trafficking"', ["narcotics trafficking"], id="phrase in one"),
        pytest.param("coast minister", ["minister", "coast"], id="in the order of the text"),
    ],
)
def test_spans_are_what_matched(searcher: Searcher, query: str, matched: list[str]) -> None:
    best = searcher.search(query).hits[0]
    assert [best.text[start:end] for start, end in best.spans] == matched


def test_what_holds_a_part_follows_marked(searcher: Searcher) -> None:
    hits = searcher.search("narcotics weather").hits
    assert hits
    assert all(hit.is_partial for hit in hits)


def test_everything_exactly_is_100(searcher: Searcher) -> None:
    assert searcher.search("narcotics trafficking ").hits[0].score == 100


def test_index_remembers_the_payload_of_the_last_commit(tmp_path: Path) -> None:
    searcher = make_searcher(tmp_path / "index", cable("One."))
    assert searcher.index.payload == "all"


def test_a_limit_of_nothing_counts_and_ranks_nothing(searcher: Searcher) -> None:
    counted, found = searcher.search("minister", 0), searcher.search("minister", 50)
    assert counted.hits == ()
    assert found.hits
    assert (counted.understood, counted.paragraphs) == (found.understood, found.paragraphs)


@pytest.mark.parametrize("query", ["the", "of the and", "the of ", '"the" of*', "~the and the "])
def test_a_query_of_stop_words_only_is_a_query(searcher: Searcher, query: str) -> None:
    found = searcher.search(query)
    assert found.hits
    assert all(hit.spans and hit.score > 0 for hit in found.hits)
    assert len(searcher.listing(query)) >= len({hit.row.key for hit in found.hits})
    assert searcher.facets(query)


@pytest.mark.parametrize("query", ["", " ", "!?", "( )", '""', "-", "—"])
def test_a_query_without_words_lists_everything(searcher: Searcher, query: str) -> None:
    found = searcher.search(query)
    assert (found.is_of_cables, found.understood) == (True, "everything")
    assert [hit.row.key for hit in found.hits] == [1, 2, 3]
