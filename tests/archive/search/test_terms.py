"""The forms that a word of a query may take, and how much each is it: `terms.py`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from archive._search import terms
from archive._search.grammar import parse_query
from archive._search.nodes import Phrase, Word
from archive._search.terms import COMMON, Piece, Term, begun_similarity, make_term
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from archive._search import Index

BEGUN = begun_similarity


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("terms") / "index"
    texts = ["harbor harbors", "harbor harbours", "harbor narcotics", "São Paulo, arbors"]
    return make_searcher(folder, *map(cable, texts)).index


def _term(query: str, index: Index, *, is_tolerant: bool = False) -> Term | None:
    node = parse_query(query)
    assert isinstance(node, Word | Phrase)
    return make_term(node, index, is_tolerant=is_tolerant)


@pytest.mark.parametrize(
    ("query", "is_tolerant", "forms"),
    [
        pytest.param("harbor ", False, {"harbor": 1}, id="a finished word"),
        pytest.param(
            "harbor ", True, {"harbor": 1, "harbors": 5 / 6}, id="with typos, where they are few"
        ),
        pytest.param("~harbor ", False, {"harbor": 1, "harbors": 5 / 6}, id="asked for typos"),
        pytest.param("=harbor ", True, {"harbor": 1}, id="never with typos"),
        pytest.param(
            "harbor",
            False,
            {"harbor": 1, "harbors": BEGUN("harbor", "harbors")},
            id="being typed",
        ),
        pytest.param(
            "narcotisc",
            True,
            {"narcotisc": 1, "narcotics": 8 / 9},
            id="being typed, and misspelt to its end",
        ),
        pytest.param(
            "narcoits",
            True,
            {"narcoits": 1, "narcotics": 6 / 8 * BEGUN("narcotics", "narcotics")},
            id="being typed, with two typos",
        ),
        pytest.param(
            "nrcot",
            True,
            {"nrcot": 1, "narcotics": 4 / 5 * BEGUN("narcot", "narcotics")},
            id="being typed, its beginning misspelt",
        ),
        pytest.param(
            "narc*", True, {"narc": 1, "narcotics": BEGUN("narc", "narcotics")}, id="a beginning"
        ),
        pytest.param("nrac*", True, {"nrac": 1}, id="a beginning, never with typos"),
        pytest.param("hrb ", True, {"hrb": 1}, id="too short for typos"),
        pytest.param("zebra ", True, {"zebra": 1}, id="nothing is like it"),
    ],
)
def test_forms(index: Index, query: str, is_tolerant: bool, forms: dict[str, float]) -> None:
    term = _term(query, index, is_tolerant=is_tolerant)
    assert term is not None
    assert term.pieces[0].forms == pytest.approx(forms)


@pytest.mark.parametrize(
    ("query", "pieces"),
    [
        pytest.param("São ", [("sao", "são", False)], id="accents are kept beside"),
        pytest.param("SÃO", [("sao", "são", True)], id="being typed"),
        pytest.param("são*", [("sao", "são", True)], id="a beginning"),
        pytest.param(
            "anti-narc", [("anti", "anti", False), ("narc", "narc", True)], id="only its last part"
        ),
        pytest.param('"sao paul', [("sao", "sao", False), ("paul", "paul", True)], id="a phrase"),
        pytest.param('"sao paul"', [("sao", "sao", False), ("paul", "paul", False)], id="closed"),
        pytest.param(
            f"São-{'x' * 90}-harbor ",
            [("sao", "sao", False), ("harbor", "harbor", False)],
            id="damage between is left out",
        ),
    ],
)
def test_pieces(index: Index, query: str, pieces: list[tuple[str, str, bool]]) -> None:
    term = _term(query, index)
    assert term is not None
    assert [(one.word, one.typed, one.is_prefix) for one in term.pieces] == pieces


@pytest.mark.parametrize(
    ("query", "held", "distance"),
    [
        pytest.param("harbor ", [3], None, id="a word"),
        pytest.param("~harbor ", [3 + 1], None, id="all its forms, counted once for each"),
        pytest.param("zebra ", [0], None, id="none"),
        pytest.param('"harbor narcotics"', [3, 1], None, id="a phrase"),
        pytest.param('"harbor narcotics"~8', [3, 1], 8, id="near"),
    ],
)
def test_the_rarer_the_more_it_weighs(
    index: Index, query: str, held: list[int], distance: int | None
) -> None:
    term = _term(query, index)
    assert term is not None
    assert ([one.held for one in term.pieces], term.distance) == (held, distance)
    documents = index.searcher.num_docs
    assert term.weight == pytest.approx(sum(math.log(1 + documents / (1 + one)) for one in held))


def test_what_is_so_common_was_not_mistyped(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    for common, forms in ((3, {"harbor", "harbors"}), (2, {"harbor"})):
        monkeypatch.setattr(terms, "COMMON", common)
        term = _term("~harbor ", index)
        assert term is not None
        assert set(term.pieces[0].forms) == forms


def test_the_nearest_forms_then_the_most_frequent(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terms, "FORMS", 2)
    term = _term("~harbours ", index)
    assert term is not None
    assert list(term.pieces[0].forms) == ["harbours", "harbors"]


@pytest.mark.parametrize(
    ("word", "held", "is_prefix", "prefix"),
    [
        pytest.param("nar", COMMON, True, "nar", id="three letters, and just not common"),
        pytest.param("na", 5, True, None, id="two letters"),
        pytest.param("nar", COMMON + 1, True, None, id="common"),
        pytest.param("nar", 5, False, None, id="a whole word"),
    ],
)
def test_any_word_that_begins_so(word: str, held: int, is_prefix: bool, prefix: str | None) -> None:
    piece = Piece(word, word, {word: 1.0, "narcotics": 0.5}, held, is_prefix)
    assert piece.prefix == prefix
    assert piece.similarity(word) == 1
    assert piece.similarity("narcotics") == 0.5
    assert piece.similarity(f"{word}y") == (BEGUN(word, f"{word}y") if prefix else 0)
    assert piece.similarity("other") == 0


@pytest.mark.parametrize(
    ("typed", "word", "similarity"),
    [("narc", "narc", 1), ("nar", "narwal", 0.95), ("", "narwal", 0.9), ("", "", 0.9)],
)
def test_a_beginning_is_the_more_like_a_word_the_more_of_it_is_there(
    typed: str, word: str, similarity: float
) -> None:
    assert begun_similarity(typed, word) == pytest.approx(similarity)
