"""What the search says about a query: `wording.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from archive._search import Searcher


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(
        tmp_path_factory.mktemp("wording") / "index",
        cable("Narcotics trafficking on the coast.", origin="Embassy Tirana", tags=("SNAR",)),
        cable("Narcotics again.", subject="THE COAST GUARD"),
    )


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param("", "everything", id="nothing"),
        pytest.param("narcotics ", '"narcotics"', id="word"),
        pytest.param("narc", '"narc…"', id="being typed"),
        pytest.param("narcotcis ", '"narcotcis" (as narcotics)', id="misspelt"),
        pytest.param("a b ", '"a" and "b"', id="and"),
        pytest.param("a OR b ", '"a" or "b"', id="or"),
        pytest.param("(a OR b) c ", '("a" or "b") and "c"', id="brackets"),
        pytest.param("a -b ", '"a", without "b"', id="without"),
        pytest.param("=narcotics ", 'exactly "narcotics"', id="exactly"),
        pytest.param('"on the coast"', 'the phrase "on the coast"', id="phrase"),
        pytest.param(
            '"narcotics coast"~8', 'the words "narcotics coast" within 8 of each other', id="near"
        ),
        pytest.param(
            "coast from:tirana tag:snar ",
            '"coast", from tirana, tagged SNAR (Narcotics)',
            id="fields",
        ),
        pytest.param("date:2009-04 ", "dated from 2009-04-01 to 2009-04-30", id="date"),
        pytest.param("date:soon coast ", '"coast"', id="not understood, left out"),
        pytest.param("has:refs is:unread ", "with references, unread", id="traits"),
        pytest.param("subject:guard ", 'with "guard" in the subject', id="subject"),
    ],
)
def test_understood(searcher: Searcher, query: str, words: str) -> None:
    assert searcher.search(query).understood == words


@pytest.mark.parametrize(
    ("query", "unknown"),
    [
        pytest.param("narcotics ", (), id="known"),
        pytest.param("narcotcis ", (), id="misspelt"),
        pytest.param("zebra narcotics qwerty ", ("zebra", "qwerty"), id="unknown words"),
        pytest.param("zeb", ("zeb",), id="being typed"),
        pytest.param("narc", (), id="beginning of a known one"),
        pytest.param("zebra zebra ", ("zebra",), id="the same word again"),
        pytest.param("date:soon narcotics ", (), id="not understood"),
        pytest.param("from:atlantis ", ("from:atlantis",), id="a post of which nothing is held"),
        pytest.param("from:tirana ", (), id="a post"),
        pytest.param("class:q narcotics ", ("class:q",), id="no classification"),
        pytest.param("tag:zzzz,xxxx ", ("tag:zzzz", "tag:xxxx"), id="two tags"),
        pytest.param("zebra from:atlantis ", ("zebra", "from:atlantis"), id="a word and a field"),
        pytest.param("narcotics -from:atlantis ", (), id="what is not wanted"),
        pytest.param("date:1950 is:starred ", (), id="found nothing for another reason"),
    ],
)
def test_unknown_words(searcher: Searcher, query: str, unknown: tuple[str, ...]) -> None:
    assert searcher.search(query).unknown == unknown


@pytest.mark.parametrize(
    ("query", "unclear"),
    [
        pytest.param("date:2009 narcotics ", (), id="all is clear"),
        pytest.param("zebra date:soon ", ("date:soon",), id="a word that is not held is no fault"),
        pytest.param(
            "date:soon date:2009-13 date:soon ", ("date:soon", "date:2009-13"), id="each once"
        ),
    ],
)
def test_unclear_fields(searcher: Searcher, query: str, unclear: tuple[str, ...]) -> None:
    assert searcher.search(query).unclear == unclear


@pytest.mark.parametrize(
    ("query", "suggested"),
    [
        pytest.param("narcotics ", None, id="nothing to mend"),
        pytest.param("zebra ", None, id="nothing near"),
        pytest.param(
            "narcotcis trafficing tag:SNAR", "narcotics trafficking tag:SNAR", id="two words"
        ),
        pytest.param("tag:SNAR ~narcotcis", "tag:SNAR ~narcotics", id="signs stay"),
    ],
)
def test_did_you_mean(searcher: Searcher, query: str, suggested: str | None) -> None:
    assert searcher.search(query).suggestion == suggested
