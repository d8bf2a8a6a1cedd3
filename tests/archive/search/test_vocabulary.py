"""The words of an archive: their neighbours within typos, their continuations, and their number."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from archive._search import vocabulary
from archive._search.opening import made_ready
from archive._search.typos import allowed_typos
from archive._search.vocabulary import LONGEST
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

    from archive._search import Searcher
    from archive._search.vocabulary import Vocabulary

HELD = {
    "harbor": 3,
    "harbors": 1,
    "arbor": 1,
    "harvest": 2,
    "narcotics": 2,
    "narcotic": 1,
    "port": 1,
    "y" * LONGEST: 1,
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    texts = [
        " ".join(word for word, count in HELD.items() if count > number) for number in range(3)
    ]
    odd = f"2009 09TIRANA7 {'x' * (LONGEST + 1)}"
    return make_searcher(tmp_path_factory.mktemp("words") / "index", *map(cable, [*texts, odd]))


@pytest.fixture(scope="module")
def known(searcher: Searcher) -> Vocabulary:
    assert searcher.index.vocabulary
    return searcher.index.vocabulary


@pytest.mark.parametrize(
    ("word", "typos", "near"),
    [
        pytest.param("harbor", 0, {"harbor": 3}, id="itself"),
        pytest.param("harobr", 1, {"harbor": 3}, id="swapped letters are one typo"),
        pytest.param("harbor", 1, {"harbor": 3, "harbors": 1, "arbor": 1}, id="one typo"),
        pytest.param("xarcotcs", 2, {"narcotics": 2}, id="two typos"),
        pytest.param("xxxxx", 2, {}, id="nothing is near"),
        pytest.param("y" * LONGEST, 0, {"y" * LONGEST: 1}, id="the longest"),
    ],
)
def test_near(known: Vocabulary, word: str, typos: int, near: dict[str, int]) -> None:
    assert dict(known.near(word, typos, is_prefix=False, limit=20)) == near


def test_the_most_frequent_come_first_and_no_more_than_asked_for(known: Vocabulary) -> None:
    found = known.beginning("har", 10)
    assert [one.word for one in found[:2]] == ["harbor", "harvest"]
    assert {one.word for one in found} == {"harbor", "harvest", "harbors"}
    assert list(known.beginning("har", 2)) == list(found[:2])


@given(word=st.text(string.ascii_lowercase, min_size=3, max_size=10), typos=st.integers(0, 2))
def test_near_is_every_word_within_so_many_typos(known: Vocabulary, word: str, typos: int) -> None:
    near = {one.word for one in known.near(word, typos, is_prefix=False, limit=50)}
    assert near == {other for other in HELD if OSA.distance(word, other) <= typos}


@given(word=st.text(string.ascii_lowercase, min_size=1, max_size=7))
def test_beginning_is_every_word_that_begins_so(known: Vocabulary, word: str) -> None:
    begun = {one.word for one in known.beginning(word, 50)}
    assert begun == {other for other in HELD if other.startswith(word)}


@pytest.mark.parametrize("word", ["2009", "09tirana7", "x" * (LONGEST + 1)])
def test_numbers_ids_and_damage_are_no_words(known: Vocabulary, word: str) -> None:
    assert not known.near(word, 0, is_prefix=False, limit=5)


def test_it_knows_how_large_the_index_was(searcher: Searcher, known: Vocabulary) -> None:
    assert known.derived_at == searcher.index.searcher.num_docs
    assert searcher.index.is_derived


def test_there_is_none_in_an_empty_folder(tmp_path: Path) -> None:
    assert vocabulary.open_vocabulary(tmp_path) is None
    assert vocabulary.derived_at(tmp_path) == 0


def test_one_that_was_never_finished_was_derived_from_nothing(tmp_path: Path) -> None:
    made_ready(tmp_path / "vocabulary", vocabulary._schema())
    assert vocabulary.open_vocabulary(tmp_path) is not None
    assert vocabulary.derived_at(tmp_path) == 0


@pytest.mark.parametrize(
    ("word", "typos"),
    [
        pytest.param("the", 0, id="three letters"),
        pytest.param("port", 1, id="four"),
        pytest.param("harbors", 1, id="seven"),
        pytest.param("harbours", 2, id="eight"),
        pytest.param("narcotics", 2, id="nine"),
        pytest.param("09mexico1055", 0, id="an id"),
        pytest.param("m1a2", 0, id="letters and digits"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_how_many_typos_a_word_may_have(word: str, typos: int) -> None:
    assert allowed_typos(word) == typos
