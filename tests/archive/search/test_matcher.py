"""What is highlighted is what matched, and nothing is without a reason: `matcher.py`."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from archive._search.grammar import parse_query
from archive._search.nodes import Mode, Word
from archive._search.plan import Planner
from archive._search.spelling import other_words
from archive._search.typos import allowed_typos
from archive._search.words import words
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

    from archive._search import Searcher
    from archive._search.plan import Plan

_WORDS: Final = """
    harbour harbours harvest minister ministry monitor narcotics narcotic trafficking traffic
    seizure seizures coast coastal guard guards grain grains barley treaty treason embassy the of
    and to in on election elections elected selection corridor corrido São Paulo naïve café fjord
"""
VOCABULARY: Final = _WORDS.split()


def _texts() -> list[str]:
    rng = random.Random(11)
    return [" ".join(rng.choices(VOCABULARY, k=rng.randint(4, 30))) + "." for _ in range(300)]


TEXTS: Final = _texts()


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(tmp_path_factory.mktemp("matcher") / "index", *map(cable, TEXTS))


def _mistyped(word: str, kinds: str, at: int, letter: str) -> str:
    """Make as many typos in a word as `kinds` names, each where the last one was not."""
    for step, kind in enumerate(kinds):
        place = (at + 3 * step) % len(word)
        match kind:
            case "i":
                word = word[:place] + letter + word[place:]
            case "d":
                word = word[:place] + word[place + 1 :]
            case "r":
                word = word[:place] + letter + word[place + 1 :]
            case _:
                word = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    return word


@st.composite
def _queries(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(TEXTS)).rstrip(".").split()
    chosen = draw(st.lists(st.sampled_from(text), min_size=1, max_size=4))
    typed = []
    for word in chosen:
        kinds = draw(st.text("idrs", max_size=allowed_typos(word)))
        typed.append(
            _mistyped(word, kinds, draw(st.integers(0, 9)), draw(st.sampled_from("aeqxz")))
        )
    ending = draw(st.sampled_from(["", " ", "*"]))
    return " ".join(typed) + ending


def _is_justified(word: str, plan: Plan) -> bool:
    """Say whether a word, or another spelling of it, is like one of those that were typed."""
    spelt = (word, *other_words(word))
    return any(_stands_for(one, term.node) for one in spelt for term in plan.terms)


def _stands_for(word: str, node: object) -> bool:
    assert isinstance(node, Word)
    (typed,) = words(node.text)
    typos = allowed_typos(typed)
    if node.mode is Mode.PREFIX:
        return word.startswith(typed)
    if node.mode is Mode.TYPED:
        lengths = range(max(len(typed) - typos, 0), len(typed) + typos + 1)
        return any(OSA.distance(word[:length], typed) <= typos for length in lengths)
    return OSA.distance(word, typed) <= typos


@given(query=_queries())
@example(query="embassy harboru embassy")
def test_every_hit_has_spans_and_every_span_a_reason(searcher: Searcher, query: str) -> None:
    plan = Planner(searcher.index, lambda _: (), is_tolerant=True).plan(parse_query(query))
    for hit in searcher.search(query).hits:
        assert hit.spans
        assert list(hit.spans) == sorted(hit.spans)
        for one, two in zip(hit.spans, hit.spans[1:], strict=False):
            assert one.end <= two.start
        for start, end in hit.spans:
            (word,) = words(hit.text[start:end])
            assert _is_justified(word, plan), (query, hit.text[start:end])


@given(query=_queries())
def test_scores_are_shares_and_whole_hits_come_first(searcher: Searcher, query: str) -> None:
    hits = searcher.search(query).hits
    assert all(0 < hit.score <= 100 for hit in hits)
    assert [hit.is_partial for hit in hits] == sorted(hit.is_partial for hit in hits)


@pytest.mark.parametrize("typos", ["", "i", "d", "r", "s"])
@pytest.mark.parametrize("word", ["harbour", "trafficking", "treaty", "grain", "corridor"])
def test_a_word_is_found_with_any_typo(searcher: Searcher, word: str, typos: str) -> None:
    for at in range(len(word) - 1):
        query = _mistyped(word, typos, at, "q") + " "
        found = {
            hit.text[slice(*span)] for hit in searcher.search(query).hits for span in hit.spans
        }
        assert word in found, query


@pytest.mark.parametrize("typos", ["ii", "dd", "rs", "sd", "ir"])
def test_a_long_word_is_found_with_two(searcher: Searcher, typos: str) -> None:
    for at in range(8):
        query = _mistyped("trafficking", typos, at, "q") + " "
        hits = searcher.search(query).hits
        assert any("trafficking" in hit.text for hit in hits), query


@pytest.mark.parametrize(
    ("query", "best"),
    [
        pytest.param("grain and barley ", "GRAIN AND BARLEY", id="as a phrase"),
        pytest.param("barley grain ", "Barley and grain", id="in this order"),
        pytest.param("naïve ", "the naïve", id="typed accents first"),
        pytest.param("narcotics ", "narcotics.", id="exactly before a typo"),
    ],
)
def test_ranks_first(tmp_path_factory: pytest.TempPathFactory, query: str, best: str) -> None:
    searcher = make_searcher(
        tmp_path_factory.mktemp("ranks") / "index",
        cable("Of the barley, after a long night at sea, only the better grain was left."),
        cable("It was all GRAIN AND BARLEY there."),
        cable("Barley and grain."),
        cable("They were naive, naive and naive."),
        cable("It was the naïve of them."),
        cable("Narcotic narcotic narcotic."),
        cable("All about narcotics."),
    )
    assert best in searcher.search(query).hits[0].text


def test_a_beginning_with_more_forms_than_are_looked_up_matches_all_of_them(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = [f"harb{one}{two}" for one in letters[:4] for two in letters[:15]]
    searcher = make_searcher(
        tmp_path_factory.mktemp("forms") / "index",
        *(cable(f"The {word} opened.") for word in words),
    )
    hits = searcher.search("harb", len(words)).hits
    assert {hit.text[start:end] for hit in hits for start, end in hit.spans} == set(words)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("Grain of the coast.", ["Grain of the coast"], id="whole"),
        pytest.param("Grain of a coast.", None, id="another word between"),
        pytest.param(
            "Grain of, grain of the coast.", ["grain of the coast"], id="broken off first"
        ),
        pytest.param("The coast of grain.", None, id="in another order"),
    ],
)
def test_a_phrase_stands_in_one_piece(
    tmp_path_factory: pytest.TempPathFactory, text: str, spans: list[str] | None
) -> None:
    searcher = make_searcher(tmp_path_factory.mktemp("phrase") / "index", cable(text))
    whole = [hit for hit in searcher.search('"grain of the coast"').hits if not hit.is_partial]
    assert [[hit.text[slice(*span)] for span in hit.spans] for hit in whole] == (
        [spans] if spans else []
    )


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        pytest.param(
            '"grain coast"~2', "Grain of the coast.", ["Grain", "coast"], id="two between"
        ),
        pytest.param('"grain coast"~1', "Grain of the coast.", [], id="one too many between"),
        pytest.param('"grain coast"~0', "Grain coast.", ["Grain coast"], id="none between"),
        pytest.param('"grain coast"~2', "Coast of grain.", ["Coast", "grain"], id="any order"),
        pytest.param(
            '"grain coast"~2', "A coast of grain coast.", ["grain coast"], id="the nearest one"
        ),
        pytest.param('"grain grain"~2', "The grain.", [], id="a word is not near itself"),
        pytest.param(
            "grain coast ", "Grain coast.", ["Grain", "coast"], id="words are marked one by one"
        ),
        pytest.param('"grain coast"', "Coast grain coast.", ["grain coast"], id="a phrase"),
        pytest.param(
            '"of the coast" the ',
            "Of the coast the.",
            ["Of the coast", "the"],
            id="phrase and word",
        ),
        pytest.param("grain -coast ", "Grain.", ["Grain"], id="without"),
        pytest.param("grain -coast ", "Grain, coast.", [], id="what must not be there is"),
    ],
)
def test_marks(searcher: Searcher, query: str, text: str, marked: list[str]) -> None:
    found = searcher.matches(query, cable(text))
    assert [text[slice(*span)] for _, spans in found.paragraphs for span in spans] == marked


@pytest.mark.parametrize(
    ("query", "text", "score"),
    [
        pytest.param("grain coast ", "The grain coast.", 100, id="exactly"),
        pytest.param(
            "grain coast ", "Grain of a far, far coast, a grain coast.", 100, id="its best passage"
        ),
        pytest.param("corridor ", "Corrido corridor.", 100, id="the best of the forms"),
        pytest.param("coast grain ", "Grain coast.", 91.8, id="in another order"),
        pytest.param("grain coast ", "Grain" + " of" * 8 + " coast.", 92.2, id="just not too far"),
        pytest.param("grain coast ", "Grain" + " of" * 9 + " coast.", 85, id="too far apart"),
        pytest.param("café ", "A cafe.", 97, id="other accents than were typed"),
        pytest.param("cafe ", "A café.", 100, id="accents left out"),
    ],
)
def test_score(tmp_path: Path, query: str, text: str, score: float) -> None:
    (hit,) = make_searcher(tmp_path, cable(text)).search(query).hits
    assert hit.score == pytest.approx(score, abs=0.05)
