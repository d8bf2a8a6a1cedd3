"""Which paragraphs the index finds for a word or phrase, whichever way it is asked: `texts.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive._search.filters import any_of
from archive._search.grammar import parse_query
from archive._search.nodes import Phrase, Word
from archive._search.terms import make_term
from archive._search.texts import term_part
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    import tantivy

    from archive._search import Index
    from archive._search.joining import Part

TEXTS = (
    "The grain of the coast.",
    "Coast grain.",
    "Grains and coasts.",
    "A grian coast.",
    "Grain.",
    "Toast.",
    "To the port.",
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return make_searcher(tmp_path_factory.mktemp("texts") / "index", *map(cable, TEXTS)).index


def _part(query: str, index: Index, *, is_tolerant: bool = False) -> Part:
    node = parse_query(query)
    assert isinstance(node, Word | Phrase)
    term = make_term(node, index, is_tolerant=is_tolerant)
    assert term is not None
    return term_part(term, index.schema)


def _keys(query: tantivy.Query, index: Index) -> list[int]:
    return [found.place.key for found in index.best(query, 99)]


@pytest.mark.parametrize(
    ("query", "is_tolerant", "keys", "held"),
    [
        pytest.param("grain ", False, {1, 2, 5}, 3, id="a word"),
        pytest.param("grain ", True, {1, 2, 3, 4, 5}, 5, id="with typos"),
        pytest.param("gra", False, {1, 2, 3, 5}, 4, id="a beginning"),
        pytest.param("gra*", True, {1, 2, 3, 5}, 4, id="asked for a beginning"),
        pytest.param("grai", True, {1, 2, 3, 4, 5}, 5, id="a beginning with typos"),
        pytest.param("t", False, {1, 6, 7}, 4, id="a letter: each word counted for itself"),
        pytest.param("to", False, {6, 7}, 2, id="two letters, a word themselves"),
        pytest.param("zebra ", False, set(), 0, id="nothing"),
        pytest.param('"coast grain"', False, {2}, 3, id="a phrase, in this order"),
        pytest.param('"grain coast"', False, set(), 3, id="nothing between"),
        pytest.param('"grain coast"', True, {4}, 5, id="a phrase with typos"),
        pytest.param('"grain co', False, set(), 3, id="a phrase being typed"),
        pytest.param('"coast gra', False, {2}, 3, id="and found"),
        pytest.param('"grain coast"~2', False, {1, 2}, 3, id="near, in any order"),
        pytest.param('"grain coast"~1', False, {2}, 3, id="not so near"),
        pytest.param('"coast of grain"~2', False, {1}, 1, id="three words near each other"),
    ],
)
def test_finds(index: Index, query: str, is_tolerant: bool, *, keys: set[int], held: int) -> None:
    part = _part(query, index, is_tolerant=is_tolerant)
    assert part.held == held
    assert set(_keys(part.query, index)) == keys
    if part.gathered:
        assert set(_keys(part.gathered, index)) == keys
    if part.choices:
        assert set(_keys(any_of(list(part.choices)), index)) == keys


@pytest.mark.parametrize(
    ("query", "has_choices", "is_gathered"),
    [
        pytest.param("grain ", False, False, id="one word"),
        pytest.param("~grain ", True, False, id="a word with typos"),
        pytest.param("gra", False, False, id="a beginning: any number of words"),
        pytest.param("t", True, True, id="a beginning of few letters: its most frequent words"),
        pytest.param('"grain coast"', False, False, id="a phrase"),
    ],
)
def test_how_it_may_be_asked(
    index: Index, query: str, has_choices: bool, is_gathered: bool
) -> None:
    part = _part(query, index)
    assert (bool(part.choices), part.gathered is not None) == (has_choices, is_gathered)


@pytest.mark.parametrize(
    ("query", "is_tolerant", "first"),
    [
        pytest.param("to", False, 7, id="the word itself before those that begin so"),
        pytest.param("grains", True, 3, id="the word itself before typos"),
        pytest.param("grain", True, 5, id="in the shortest paragraph"),
    ],
)
def test_ranks_first(index: Index, query: str, is_tolerant: bool, first: int) -> None:
    part = _part(query, index, is_tolerant=is_tolerant)
    for way in (part.query, part.gathered):
        assert way is None or _keys(way, index)[0] == first
