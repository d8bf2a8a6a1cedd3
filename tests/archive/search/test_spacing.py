"""Spaces put in or left out of a query: `spacing.py`, and what is found by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive._search.grammar import parse_query
from archive._search.nodes import And, Word
from archive._search.spacing import respaced
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from archive._search import Searcher
    from archive._search.nodes import Node

TEXTS = (
    "The harbormaster spoke of narcotics trafficking.",
    "Narcotics again, and a bitter lemon.",
    "An email of the master of the harbor.",
    "AL QAIDA denies it.",
    "To get them together.",
    "Now we are here: no where to go.",
    "The team ate. A mate.",
)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(tmp_path_factory.mktemp("spacing") / "index", *map(cable, TEXTS))


def others(query: str, searcher: Searcher, *, is_strict: bool = True) -> dict[str, list[str]]:
    node = parse_query(query, is_strict=is_strict)
    parts = node.parts if isinstance(node, And) else (node,)
    found = respaced(parts, searcher.index)
    return {word.text: [_said(other) for other in each] for word, each in found.items()}


def _said(node: Node) -> str:
    if isinstance(node, Word):
        return f"{node.text} ({node.mode})"
    return str(getattr(node, "text", None)) + (" ..." if getattr(node, "is_open", False) else "")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("harbor master", "harbormaster (exact)", id="one word of two"),
        pytest.param("HARBOR Master", "harbormaster (exact)", id="in capitals"),
        pytest.param("harbour master", "harbormaster (exact)", id="with a typo as well"),
        pytest.param("harbur mastr", None, id="with two typos"),
        pytest.param("narco tics", "narcotics (exact)", id="two that are none by themselves"),
        pytest.param("to gether", "together (exact)", id="one of them is a word"),
        pytest.param("narcoticst rafficking", "narcotics trafficking", id="a space elsewhere"),
        pytest.param("bitter lemonn", None, id="a typo, and the space where it was"),
        pytest.param("bitt erlemon", "bitter lemon", id="a space elsewhere, two unheld words"),
        pytest.param("now here", None, id="both words are held"),
        pytest.param("tea mate", "team ate", id="a space elsewhere, before a word that is held"),
        pytest.param("toge thre", "together (exact)", id="with a typo in eight letters"),
        pytest.param("toge thr", None, id="with a typo in seven letters"),
        pytest.param("em ial", None, id="a typo in a short word"),
        pytest.param("master harbor", None, id="the other way round"),
        pytest.param("narcotics harbor", None, id="no word together"),
        pytest.param("harbor from:rome master", None, id="a field between them"),
        pytest.param("harbor -master", None, id="what must not be there"),
        pytest.param("=harbor master", None, id="exactly that word"),
        pytest.param("harbor =master", None, id="exactly that word behind it"),
        pytest.param("harbor master*", None, id="a beginning"),
        pytest.param('"harbor" master', None, id="a phrase"),
        pytest.param("harbor 9", None, id="a number"),
    ],
)
def test_two_words_may_be_one(searcher: Searcher, query: str, found: str | None) -> None:
    one, _, two = query.partition(" ")
    assert others(query, searcher) == ({} if found is None else {one: [found], two: [found]})


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("narcoticstrafficking", "narcotics trafficking", id="two words"),
        pytest.param("narcoticsagainand", "narcotics again and", id="three"),
        pytest.param("NarcoticsTrafficking", "narcotics trafficking", id="in capitals"),
        pytest.param("alqaida", "al qaida", id="a short one"),
        pytest.param("bitterlemon", "bitter lemon", id="where the archive holds it together"),
        pytest.param("nowhere", "no where", id="of two ways the one that is held together"),
        pytest.param("lemonbitter", None, id="the other way round"),
        pytest.param("harbormaster", None, id="a word of the archive, its parts never together"),
        pytest.param("together", None, id="its parts never together"),
        pytest.param("toget", None, id="too short"),
        pytest.param("=alqaida", None, id="exactly that word"),
        pytest.param("alqaida*", None, id="a beginning"),
        pytest.param('"alqaida"', None, id="a phrase"),
        pytest.param("alqaida9", None, id="with a digit"),
        pytest.param("e-mail", "email (exact)", id="with a hyphen too many"),
        pytest.param("har-bour-master", "harbormaster (exact)", id="with two, and a typo"),
        pytest.param("bitter-lemon", None, id="two words with a hyphen are two anyway"),
        pytest.param("2-1", None, id="numbers with a hyphen"),
        pytest.param("zebra", None, id="nothing"),
    ],
)
def test_one_word_may_be_two(searcher: Searcher, query: str, found: str | None) -> None:
    word = query.strip('=*"')
    assert others(query, searcher) == ({} if found is None else {word: [found]})


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("harbor mast", {"harbor": ["harbormast (prefix)"]}, id="one of two"),
        pytest.param("harbormas", {}, id="the beginning of a word"),
        pytest.param("narcoticstraf", {"narcoticstraf": ["narcotics traf ..."]}, id="two"),
        pytest.param("narcoticstra", {"narcoticstra": ["narcotics tra ..."]}, id="three letters"),
        pytest.param("narcoticstr", {}, id="too little of the second"),
        pytest.param(
            "narcoticst raf", {"narcoticst": ["narcotics traf ..."]}, id="with the space elsewhere"
        ),
        pytest.param("alqaida", {"alqaida": ["al qaida ..."]}, id="all of both"),
        pytest.param("e-ma", {"e-ma": ["ema (prefix)"]}, id="with a hyphen"),
    ],
)
def test_the_last_word_may_go_on(
    searcher: Searcher, query: str, found: dict[str, list[str]]
) -> None:
    if " " in query:
        one, two = query.split(" ")
        found = {**found, two: found[one]}
    assert others(query, searcher, is_strict=False) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("(zebra OR alqaida) lion", {"alqaida": ["al qaida"]}, id="in a choice"),
        pytest.param(
            "zebra OR (narco tics)",
            {"narco": ["narcotics (exact)"], "tics": ["narcotics (exact)"]},
            id="side by side in a choice",
        ),
        pytest.param("narco OR tics", {}, id="either, not side by side"),
        pytest.param("-alqaida", {}, id="what must not be there"),
        pytest.param("to get her", {}, id="three are not put together"),
        pytest.param("harbor m-aster", {"m-aster": ["master (exact)"]}, id="one of two is two"),
    ],
)
def test_words_within_a_query(searcher: Searcher, query: str, found: dict[str, list[str]]) -> None:
    assert others(query, searcher) == found


def test_a_word_stands_for_its_neighbours_on_both_sides(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    searcher = make_searcher(tmp_path_factory.mktemp("both") / "index", cable("Seaport, portside."))
    assert others("sea port side", searcher) == {
        "sea": ["seaport (exact)"],
        "port": ["seaport (exact)", "portside (exact)"],
        "side": ["portside (exact)"],
    }


@pytest.mark.parametrize(
    ("query", "matched"),
    [
        pytest.param("narcoticstrafficking", [["narcotics trafficking"]], id="two words"),
        pytest.param("narcoticstraf", [["narcotics trafficking"]], id="being typed"),
        pytest.param("harbour master", [["harbormaster"], ["master", "harbor"]], id="one word"),
        pytest.param("bitterlemon again", [["again", "bitter lemon"]], id="with another word"),
        pytest.param('"bitter lemon" narco tics', [["Narcotics", "bitter lemon"]], id="a phrase"),
        pytest.param("alqaida OR zebra", [["AL QAIDA"]], id="in a choice"),
        pytest.param("e-mail & harbor", [["email", "harbor"]], id="narrowed"),
    ],
)
def test_what_is_found_is_marked(searcher: Searcher, query: str, matched: list[list[str]]) -> None:
    hits = [hit for hit in searcher.search(query).hits if not hit.is_partial]
    assert [[hit.text[slice(*span)] for span in hit.spans] for hit in hits] == matched


def test_nothing_else_is_looked_for_where_enough_is_found(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    texts = ["The harbor master."] * 10 + ["The harbormaster."]
    folder = tmp_path_factory.mktemp("enough") / "index"
    searcher = make_searcher(folder, *map(cable, texts))
    assert searcher.search("harbor master ").paragraphs.value == 10
    few = make_searcher(folder.parent / "few", *map(cable, texts[1:]))
    assert few.search("harbor master ").paragraphs.value == 10
    assert [hit.is_partial for hit in few.search("harbor master ").hits] == [False] * 10


def test_without_a_vocabulary_no_words_are_put_together(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searcher.index, "vocabulary", None)
    assert others("narco tics e-mail", searcher) == {}
    assert others("narcoticstrafficking", searcher) == {
        "narcoticstrafficking": ["narcotics trafficking"]
    }
    assert others("narcoticstraf", searcher, is_strict=False) == {}
