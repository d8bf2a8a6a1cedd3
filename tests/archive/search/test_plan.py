"""What is looked up for a query: `plan.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive._search import plan as under_test
from archive._search.grammar import parse_query
from archive._search.plan import Plan, Planner
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    import tantivy

    from archive._search import Index

TEXTS = (
    "Grain on the coast.",
    "The coast has grain.",
    "Grain and weather.",
    "The harbor.",
    "Harbor weather on the coast.",
)
TAGS = (("PREL",), ("PREL",), (), ("PREL",), ())


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    cables = (cable(text, tags=tags) for text, tags in zip(TEXTS, TAGS, strict=True))
    return make_searcher(tmp_path_factory.mktemp("plan") / "index", *cables).index


def _plan(query: str, index: Index, *, is_tolerant: bool = False) -> Plan:
    return Planner(index, lambda _: (), is_tolerant).plan(parse_query(query))


def _keys(query: tantivy.Query | None, index: Index) -> set[int] | None:
    return None if query is None else {found.place.key for found in index.best(query, 99)}


@pytest.mark.parametrize(
    ("query", "units", "finished"),
    [
        pytest.param("", [], 0, id="nothing"),
        pytest.param("tag:PREL", [], 0, id="a field"),
        pytest.param("grain coast ", ["grain", "coast"], 2, id="two words"),
        pytest.param("grain coa", ["grain", "coa"], 1, id="one of them being typed"),
        pytest.param("(grain OR coast) harbor ", ["grain", "harbor"], 3, id="a choice is a unit"),
        pytest.param('"grain on" tag:PREL ', ["grain on"], 2, id="a phrase is a unit"),
        pytest.param("(grain coast) OR harbor ", ["grain"], 3, id="all is one choice"),
        pytest.param("grain -coast ", ["grain"], 1, id="without a word"),
    ],
)
def test_units(index: Index, query: str, units: list[str], finished: int) -> None:
    plan = _plan(query, index)
    assert ([unit.typed for unit in plan.units], plan.finished) == (units, finished)


@pytest.mark.parametrize(
    ("query", "barred", "unclear"),
    [
        pytest.param("grain -coast ", ["coast"], [], id="a word"),
        pytest.param("grain -(coast OR harbor) ", ["coast", "harbor"], [], id="either"),
        pytest.param("grain (harbor -coast) ", ["coast"], [], id="within brackets"),
        pytest.param("grain OR (harbor -coast) ", [], [], id="of one choice alone"),
        pytest.param("grain & -coast ", ["coast"], [], id="what narrows"),
        pytest.param("grain -tag:PREL ", [], [], id="a field is not looked for in the text"),
        pytest.param("-coast", ["coast"], [], id="nothing else"),
        pytest.param("grain date:soon -date:x ", [], ["date", "date"], id="not understood"),
        pytest.param("grain date:soon date:2009", [], ["date"], id="one of two"),
    ],
)
def test_what_is_barred_and_what_is_unclear(
    index: Index, query: str, barred: list[str], unclear: list[str]
) -> None:
    plan = _plan(query, index)
    assert [unit.typed for unit in plan.barred] == barred
    assert [node.field for node in plan.unclear] == unclear


@pytest.mark.parametrize(
    ("query", "is_bounded", "is_hopeless"),
    [
        pytest.param("grain coast ", False, False, id="words"),
        pytest.param("gr", True, False, id="a short beginning"),
        pytest.param("gra", False, False, id="a longer one"),
        pytest.param("zebra grain ", False, True, id="a word that nothing holds"),
        pytest.param("zebr", False, False, id="of one being typed that is never sure"),
        pytest.param("(zebra OR coast) ", False, False, id="a choice of which one is held"),
        pytest.param('"zebra coast" ', False, True, id="a phrase with it"),
        pytest.param("grain -zebra ", False, False, id="without it"),
    ],
)
def test_what_is_known_beforehand(
    index: Index, query: str, is_bounded: bool, is_hopeless: bool
) -> None:
    plan = _plan(query, index)
    assert (plan.is_bounded, plan.is_hopeless) == (is_bounded, is_hopeless)


@pytest.mark.parametrize(
    ("query", "whole"),
    [
        pytest.param("", {1, 2, 3, 4, 5}, id="everything"),
        pytest.param("tag:PREL", {1, 2, 4}, id="a field"),
        pytest.param("grain coast ", {1, 2}, id="both words"),
        pytest.param("grain coast tag:PREL ", {1, 2}, id="and a field"),
        pytest.param("weather -tag:PREL ", {3, 5}, id="and not a field"),
        pytest.param("coast -grain ", {5}, id="and not a word"),
        pytest.param("weather -coat ", {3, 5}, id="and not a word, as it is typed"),
        pytest.param("(grain weather) OR (harbor -coast) ", {3, 4}, id="choices"),
        pytest.param("-(grain OR weather)", {4}, id="neither"),
        pytest.param("tag:PREL -coast", {4}, id="a field, and not a word"),
    ],
)
def test_what_matches_wholly_whether_it_is_glanced_at_or_not(
    index: Index, query: str, whole: set[int]
) -> None:
    plan = _plan(query, index)
    assert _keys(plan.whole, index) == whole
    assert _keys(plan.glance, index) is not None
    if plan.units:
        assert _keys(plan.glance, index) == whole
    assert (plan.cost > 0) is bool(plan.units)


@pytest.mark.parametrize(
    ("query", "common", "partial"),
    [
        pytest.param("grain ", 9, None, id="one word: there is no less"),
        pytest.param("grain coast ", 9, {1, 2, 3, 5}, id="one of two"),
        pytest.param("grain coast harbor ", 9, {1, 2, 3, 4, 5}, id="one of three"),
        pytest.param("grain coast harbor weather ", 9, {1, 2, 3, 5}, id="two of four"),
        pytest.param("tag:PREL grain coast ", 9, {1, 2}, id="with a field"),
        pytest.param("-tag:PREL grain coast ", 9, {3, 5}, id="without a field"),
        pytest.param("grain harbor ", 2, {4, 5}, id="what is common says little"),
        pytest.param("grain harbor ", 1, None, id="all is common"),
        pytest.param("zebra grain coast ", 1, {1, 2}, id="but for what is not held"),
        pytest.param("zebra grain coast -tag:PREL ", 1, set(), id="and a field"),
        pytest.param("zebra lion ", 1, None, id="nothing is held"),
    ],
)
def test_what_holds_a_part(
    index: Index,
    query: str,
    common: int,
    partial: set[int] | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(under_test, "COMMON", common)
    assert _keys(_plan(query, index).partial, index) == partial


@pytest.mark.parametrize(
    ("query", "is_tolerant", "close"),
    [
        pytest.param("on the coast ", False, {1, 5}, id="one after the other"),
        pytest.param("on the coa", False, {1, 5}, id="the last one may lack, being typed"),
        pytest.param("weather on ", False, {5}, id="two words"),
        pytest.param("on weather ", False, set(), id="in this order"),
        pytest.param("tag:PREL on the ", False, {1, 5}, id="whatever else is asked for"),
        pytest.param("on the ", True, None, id="not with typos"),
        pytest.param("coast ", False, None, id="one word"),
        pytest.param("the coa", False, None, id="one finished word"),
        pytest.param("on (the OR coast) ", False, None, id="a choice"),
    ],
)
def test_what_stands_in_one_piece(
    index: Index, query: str, is_tolerant: bool, close: set[int] | None
) -> None:
    assert _keys(_plan(query, index, is_tolerant=is_tolerant).close, index) == close


def test_of_those_the_first_also_holds_what_is_being_typed(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    texts = ("On the hill, on the hill.", "It was far away, and of no use to us: on the coast.")
    index = make_searcher(tmp_path_factory.mktemp("first") / "index", *map(cable, texts)).index
    for query, order in (("on the coast", [2, 1]), ("on the co", [1, 2])):
        close = _plan(query, index).close
        assert close is not None
        assert [found.place.key for found in index.best(close, 9)] == order


@pytest.mark.parametrize(
    ("query", "a_phrase", "is_alone"),
    [
        pytest.param("on the ", 0, True, id="quick"),
        pytest.param("on the ", 10**9, False, id="slow"),
        pytest.param("on the tag:PREL ", 0, False, id="a field bars some of it"),
        pytest.param("on the -coast ", 0, False, id="a word bars some of it"),
    ],
)
def test_whether_that_is_looked_up_alone(
    index: Index, query: str, a_phrase: int, is_alone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "A_PHRASE", a_phrase)
    assert _plan(query, index).is_close_alone is is_alone
