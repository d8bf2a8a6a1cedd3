"""What a searcher hands on, in every order and to every limit: `searcher.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from archive import CancelledError, QueryError
from archive._model import CableRow, Count, Hit, Order
from archive._search import plan, spelling
from archive._search import searcher as under_test
from archive._search.plan import FEW
from parser import Classification, Level, Span
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archive._search import Searcher

FIRST, SECOND = (datetime(year, 4, 14, tzinfo=UTC) for year in (2008, 2009))
ROME, TIRANA = "Embassy Rome", "Embassy Tirana"


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(
        tmp_path_factory.mktemp("searcher") / "index",
        cable("A word of the harbor among a great many others.", created=SECOND, origin=ROME),
        cable("Harbor.", "The rain.", "A harbor, the harbor.", origin=TIRANA),
        cable(
            "The harbor was shut.",
            created=FIRST,
            origin=TIRANA,
            reference_id="08TIRANA3",
            mrn="08TIRANA3",
            subject="HARBOR",
            classification=Classification(Level.SECRET),
        ),
        cable("The rain."),
        cable("Barley and rye."),
    )


def test_what_a_letter_begins_is_looked_up_before_it_is_typed(searcher: Searcher) -> None:
    vocabulary = searcher.index.vocabulary
    assert vocabulary is not None
    vocabulary.near.cache_clear()
    searcher.prepare()
    looked_up = vocabulary.near.cache_info().misses
    assert searcher.search("h").hits
    assert vocabulary.near.cache_info().misses == looked_up == 26


def test_spellings_are_read_before_a_key_is_typed(searcher: Searcher) -> None:
    spelling.table.cache_clear()
    searcher.prepare()
    assert spelling.table.cache_info().misses == 1
    searcher.search("harbour")
    assert spelling.table.cache_info().misses == 1


def test_without_a_vocabulary_there_is_nothing_to_prepare(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searcher.index, "vocabulary", None)
    searcher.prepare()
    assert searcher.search("harbor").hits


def test_a_hit_says_where_it_stands_and_what_its_cable_is(searcher: Searcher) -> None:
    (hit,) = searcher.search('"harbor was shut"').hits
    assert hit == Hit(
        row=CableRow(3, "08TIRANA3", "08TIRANA3", FIRST, "SECRET", TIRANA, "HARBOR", 1),
        position=0,
        paragraph=1,
        score=100,
        text="The harbor was shut.",
        spans=((4, 19),),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("limit", [-1, 0, 1, 3, 4, 99])
@pytest.mark.parametrize("order", [Order.RANK, Order.DATE, Order.POST])
def test_the_limit_cuts_and_changes_nothing_else(
    searcher: Searcher, order: Order, limit: int
) -> None:
    whole = searcher.search("harbor ", 99, order)
    found = searcher.search("harbor ", limit, order)
    assert found.hits == whole.hits[: max(0, limit)]
    assert len(whole.hits) == 4
    assert (found.paragraphs, found.cables) == (Count(4), Count(3))
    assert found.understood == whole.understood


@pytest.mark.parametrize(
    ("order", "places"),
    [
        pytest.param(Order.DATE, [(3, 0), (1, 0), (2, 0), (2, 2)], id="without a date last"),
        pytest.param(Order.POST, [(1, 0), (2, 0), (2, 2), (3, 0)], id="by post"),
    ],
)
@pytest.mark.parametrize("window", [1, 2, 200])
def test_in_another_order_the_paragraphs_of_a_cable_stay_together(
    searcher: Searcher,
    order: Order,
    places: list[tuple[int, int]],
    window: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(under_test, "WINDOW", window)
    hits = searcher.search("harbor ", 99, order).hits
    assert [(hit.row.key, hit.position) for hit in hits] == places
    keys = [row.key for row in searcher.listing("harbor ", order).rows(0, 9)]
    assert keys == list(dict.fromkeys(key for key, _ in places))


@pytest.mark.parametrize(("order", "keys"), [(Order.RANK, [2, 3]), (Order.DATE, [3, 2])])
def test_where_only_fields_are_asked_for_a_cable_is_one_hit(
    searcher: Searcher, order: Order, keys: list[int]
) -> None:
    hits = searcher.search("from:tirana", 99, order).hits
    assert [(hit.row.key, hit.position) for hit in hits] == [(key, 0) for key in keys]


def test_by_rank_a_list_begins_with_the_best_whatever_its_key(searcher: Searcher) -> None:
    hits = [hit.row.key for hit in searcher.search("harbor ").hits]
    keys = [row.key for row in searcher.listing("harbor ").rows(0, 9)]
    assert keys == list(dict.fromkeys(hits))
    assert keys != sorted(keys)
    assert [row.key for row in searcher.listing("harbor ", reverse=True).rows(0, 9)] == keys[::-1]


@pytest.mark.parametrize(
    ("query", "unknown"),
    [
        pytest.param("harbor ", (), id="known"),
        pytest.param("zeppelin ", ("zeppelin",), id="a word that is nowhere"),
        pytest.param("harbor zeppelin ", ("zeppelin",), id="beside one that is somewhere"),
        pytest.param("harbor from:atlantis ", ("from:atlantis",), id="a post that none is of"),
        pytest.param("harbor OR from:atlantis ", (), id="where something is found all the same"),
        pytest.param(
            "zeppelin from:atlantis ", ("zeppelin", "from:atlantis"), id="words before fields"
        ),
    ],
)
def test_what_the_archive_does_not_hold(
    searcher: Searcher, query: str, unknown: tuple[str, ...]
) -> None:
    assert searcher.search(query).unknown == unknown


@pytest.mark.parametrize(
    ("query", "positions"),
    [
        pytest.param("harbor", [0, 2], id="all that hold it"),
        pytest.param("harbor rain", [0, 1, 2], id="a part of it, where none holds all"),
        pytest.param("harbor the", [2], id="those alone that hold all of it"),
        pytest.param("harbor -the", [0], id="without a word"),
        pytest.param("zeppelin", [], id="none"),
        pytest.param("from:tirana", [], id="a field is in no paragraph"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_paragraphs_of_one_cable(searcher: Searcher, query: str, positions: list[int]) -> None:
    one = cable("Harbor.", "The rain.", "A harbor, the harbor.")
    found = searcher.matches(query, one).paragraphs
    assert [position for position, _ in found] == positions
    for position, spans in found:
        text = one.paragraphs[position].text
        assert {text[start:end].lower() for start, end in spans} <= {"harbor", "rain", "the"}


def test_where_a_cable_has_what_it_is_to_have(searcher: Searcher) -> None:
    one = cable("The harbor.", "Rusk (protect) spoke.")
    second = replace(one.paragraphs[1], protect=(Span(5, 14),))
    one = replace(one, paragraphs=(one.paragraphs[0], second))
    assert searcher.matches("from:tirana has:protect", one).paragraphs == ((1, (Span(5, 14),)),)
    (harbor,) = searcher.matches("harbor has:protect", one).paragraphs
    assert harbor[0] == 0, "words come before fields"
    queries = ("has:protect", "has:protect tag:PREL", "tag:PREL", "harbor has:protect")
    assert [searcher.search(query).has_places for query in queries] == [True, True, False, False]


@pytest.mark.parametrize(
    ("query", "strict", "tolerant"),
    [
        pytest.param("harbors ", [], ["harbor"], id="a word that is held elsewhere"),
        pytest.param("harbors", [], ["harbormaster", "harbor"], id="being typed"),
        pytest.param("harbor master", ["harbor"], ["harbormaster"], id="two that are one here"),
        pytest.param("harbor rain", ["harbor", "rain"], ["harbor", "rain"], id="all of it"),
        pytest.param("rain zeppelin", ["rain"], ["rain"], id="a part, with typos too"),
        pytest.param("rein harbors", [], ["harbor", "rain"], id="two typos"),
        pytest.param("=harbors", [], [], id="exactly that word"),
        pytest.param("zeppelin", [], [], id="nothing like it"),
        pytest.param("from:tirana", [], [], id="a field"),
        pytest.param("", [], [], id="nothing"),
    ],
)
def test_what_is_like_it_in_one_cable(
    tmp_path: Path, query: str, strict: list[str], tolerant: list[str]
) -> None:
    one = cable("A harbormaster.", "A harbor in the rain.")
    others = [cable("The harbors. A harbor, a master. The rein of a horse.")] * FEW
    searcher = make_searcher(tmp_path / "index", one, *others)

    def matched(*, is_tolerant: bool) -> list[str]:
        found = searcher.matches(query, one, is_tolerant=is_tolerant).paragraphs
        return [
            one.paragraphs[place].text[slice(*span)] for place, spans in found for span in spans
        ]

    assert matched(is_tolerant=False) == strict
    assert matched(is_tolerant=True) == tolerant


@pytest.mark.parametrize("query", ["harbor", "harbor shut", "harbr", "the rain", "zeppelin"])
def test_one_paragraph_as_a_hit(searcher: Searcher, query: str) -> None:
    found = {(hit.row.key, hit.position): hit for hit in searcher.search(query).hits}
    for key, position in [(1, 0), (2, 0), (2, 1), (2, 2), (3, 0), (4, 0), (5, 0)]:
        hit = searcher.hit(query, key, position)
        if (key, position) in found:
            assert hit == found[key, position]
        else:
            assert hit is None or hit.is_partial


ASKED: list[Callable[..., object]] = [
    lambda searcher, **how: searcher.search("harbor", **how),
    lambda searcher, **how: searcher.search("harbor", 9, Order.DATE, **how),
    lambda searcher, **how: searcher.search("harbor", 0, **how),
    lambda searcher, **how: searcher.listing("harbor", **how),
    lambda searcher, **how: searcher.beginning("harbor", **how),
    lambda searcher, **how: searcher.facets("harbor", **how),
    lambda searcher, **how: searcher.histogram("harbor", **how),
]


@pytest.mark.parametrize("ask", ASKED)
def test_whatever_is_asked_can_be_given_up(searcher: Searcher, ask: Callable[..., object]) -> None:
    usual = ask(searcher)
    with pytest.raises(CancelledError):
        ask(searcher, is_cancelled=lambda: True)
    again = ask(searcher, is_cancelled=lambda: False)
    if not hasattr(usual, "rows"):
        assert again == usual


@pytest.mark.parametrize("query", ["color:red harbor", "(harbor", "date:2009-13"])
def test_strictly_what_is_not_understood_is_refused_and_else_read(
    searcher: Searcher, query: str
) -> None:
    searcher.search(query)
    searcher.listing(query)
    with pytest.raises(QueryError):
        searcher.search(query, is_strict=True)


def test_the_last_answer_is_remembered_for_its_query_alone(searcher: Searcher) -> None:
    for query in ("harbor ", "rain ", "harbor ", "barley ", "rain "):
        searcher._asker._remembered.cache_clear()
        counted = sum(count for _, count in searcher.histogram(query))
        years = [one for one in searcher.facets(query) if one.field == "year"]
        assert counted == sum(one.count for one in years)
        listed = [row for row in searcher.listing(query).rows(0, 9) if row.created]
        assert counted == len(listed)


def test_half_a_letter_is_asked_for_as_the_index_holds_it(tmp_path: Path) -> None:
    searcher = make_searcher(tmp_path, cable("A harbor \ud800.", subject="Quay \ud800"))
    assert len(searcher.search("harbor \ud800").hits) == 1
    assert searcher.search("harbro\ud800").query == "harbro\ud800"
    assert searcher.topics("quay \ud800") == searcher.topics("quay \N{REPLACEMENT CHARACTER}")


def test_an_archive_without_cables_answers(tmp_path: Path) -> None:
    searcher = make_searcher(tmp_path)
    found = searcher.search("harbor", order=Order.DATE)
    assert (found.hits, found.paragraphs, found.cables) == ((), Count(0), Count(0))
    assert len(searcher.listing("harbor")) == len(searcher.listing("", Order.POST)) == 0
    assert (searcher.facets("harbor"), searcher.histogram(""), searcher.topics("x")) == ((), (), ())


@pytest.mark.parametrize(
    ("query", "whole", "partial"),
    [
        pytest.param("grain coast ", {1}, {2, 3, 4}, id="any part of it"),
        pytest.param("grain & coast ", {1}, set(), id="narrowed by a word"),
        pytest.param("grain coast & storm ", set(), {4}, id="a part, narrowed by a word"),
        pytest.param("grain & coast storm ", set(), set(), id="narrowed by two words"),
        pytest.param("grain & (coast OR storm) ", {1, 4}, set(), id="by one of two"),
        pytest.param("grain coast & -storm ", {1}, {2, 3}, id="by a word that is not there"),
        pytest.param("grain coast & subject:law", set(), {3}, id="by a field"),
        pytest.param("subject:law & grain coast ", set(), set(), id="a field, narrowed"),
        pytest.param("grain (coast storm) ", set(), {1, 2, 3, 4}, id="brackets in a row"),
    ],
)
def test_what_narrows_is_in_partial_hits_too(
    tmp_path: Path, query: str, whole: set[int], partial: set[int]
) -> None:
    texts = ["Grain, coast.", "Grain.", "The coast.", "Grain and storm."]
    cables = [cable(text, subject="LAW" if text == "The coast." else None) for text in texts]
    searcher = make_searcher(tmp_path / "index", *cables)
    rows = searcher.listing(query).rows(0, 9)
    assert {row.key for row in rows if not row.is_partial} == whole
    assert {row.key for row in rows if row.is_partial} == partial
    hits = searcher.search(query).hits
    assert {hit.row.key for hit in hits if not hit.is_partial} == whole
    assert {hit.row.key for hit in hits if hit.is_partial} == partial


@pytest.fixture(params=[plan.SOME, range(60, 64)], ids=["at a glance", "elsewhere"])
def _glance(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "SOME", request.param)


@pytest.mark.usefixtures("_glance")
@pytest.mark.parametrize(
    ("query", "whole", "partial"),
    [
        pytest.param("grain coast ", FEW, 0, id="enough"),
        pytest.param("grain coast storm ", 0, FEW + 3, id="nothing is whole: parts"),
        pytest.param("grain coast & storm ", 0, 0, id="of what was found whole no parts"),
        pytest.param("grain coast & subject:law", 0, 0, id="by a field"),
        pytest.param("grain coast subject:law & storm ", 0, 1, id="of too little parts"),
        pytest.param("grain & storm ", 1, 0, id="nor to typos"),
        pytest.param("storm & grain ", 2, 0, id="of too little typos"),
        pytest.param("gra & coa & subject:law", 0, 0, id="beginnings"),
        pytest.param("gra & coa", FEW, 0, id="beginnings stay what they were"),
    ],
)
def test_what_was_found_whole_is_not_narrowed_to_parts(
    tmp_path: Path, query: str, whole: int, partial: int
) -> None:
    cables = [cable("Grain, coast.") for _ in range(FEW)]
    cables += [cable("Grain and storm."), cable("Coast and storm.", subject="LAW")]
    cables += [cable("Groin and storm.")]
    rows = make_searcher(tmp_path / "index", *cables).listing(query).rows(0, 99)
    assert sum(not row.is_partial for row in rows) == whole
    assert sum(row.is_partial for row in rows) == partial


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        pytest.param("grian coats ", FEW, id="with typos"),
        pytest.param("grian coats & subject:law", 2, id="those, narrowed: no parts"),
        pytest.param("grian coats & storm ", 0, id="by a word"),
    ],
)
def test_what_was_found_with_typos_is_not_narrowed_to_parts(
    tmp_path: Path, query: str, rows: int
) -> None:
    cables = [cable("Grain, coast.", subject="LAW" if n < 2 else None) for n in range(FEW)]
    cables += [cable("Grain and storm.", subject="LAW"), cable("Coast and storm.", subject="LAW")]
    assert len(make_searcher(tmp_path / "index", *cables).listing(query)) == rows


def test_parts_are_narrowed_to_what_was_listed(tmp_path: Path) -> None:
    """The best of them are listed; those below them do not come in where it is narrowed."""
    best = [
        cable("Grain, grain, grain.", subject="LAW" if n < 3 else None)
        for n in range(under_test.PARTS)
    ]
    below = [cable(f"Grain {'and the rest of it ' * 40}.", subject="LAW") for _ in range(9)]
    searcher = make_searcher(tmp_path / "index", *best, *below)
    query = "grain storms"
    assert len(searcher.listing(query)) == under_test.PARTS
    assert len(searcher.listing(f"{query} & subject:law")) == 3
