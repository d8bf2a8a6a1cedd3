"""What the search says about a query: `wording.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive._search import wording
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

    from archive._search import Searcher


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(
        tmp_path_factory.mktemp("wording") / "index",
        cable("Narcotics trafficking on the coast.", origin="Embassy Tirana", tags=("SNAR",)),
        cable("Narcotics again.", subject="THE COAST GUARD"),
        cable("Al Qa'ida and Qaida. A sheikh, a shaykh and Kyiv."),
        cable("Roast.", "Roast, boast.", "Roast, boast, toast.", "Roast, boast, toast, moist."),
    )


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param("", "everything", id="nothing"),
        pytest.param("narcotics ", '"narcotics"', id="word"),
        pytest.param("narc", '"narc…"', id="being typed"),
        pytest.param("narcotcis ", '"narcotcis" (as narcotics)', id="misspelt"),
        pytest.param("noast ", '"noast" (as roast, boast, coast)', id="as one of many"),
        pytest.param(
            "narcoticstrafficking ",
            '"narcoticstrafficking" (as narcotics trafficking)',
            id="a space left out",
        ),
        pytest.param(
            "narco tics ", '"narco" (as narcotics) and "tics" (as narcotics)', id="a space put in"
        ),
        pytest.param("roa st ", '"roa" (as roast) and "st" (as roast)', id="before other words"),
        pytest.param("kiev ", '"kiev" (as kyiv)', id="another spelling alone"),
        pytest.param("sheikh ", '"sheikh" (also shaykh)', id="two spellings"),
        pytest.param("shei", '"shei…"', id="the beginning of one of them"),
        pytest.param('"a sheikh"', 'the phrase "a sheikh" (also shaykh)', id="within a phrase"),
        pytest.param(
            '"sheikh kyiv"~3',
            'the words "sheikh kyiv" (also shaykh) within 3 of each other',
            id="near others",
        ),
        pytest.param(
            '"al qaida"', 'the phrase "al qaida" (also "al-Qa\'ida")', id="two words of a phrase"
        ),
        pytest.param("-(sheikh) ", 'without "sheikh"', id="what must not be there"),
        pytest.param("=sheikh ", 'exactly "sheikh"', id="exactly one of them"),
        pytest.param("qaida ", '"qaida" (also Qa\'ida)', id="one of two words"),
        pytest.param("qa'ida ", '"qa\'ida" (also qaida)', id="of two words one"),
        pytest.param("qaeda ", '"qaeda" (as Qa\'ida, qaida)', id="neither of them"),
        pytest.param("counter-roost ", '"counter-roost"', id="misspelt, of two parts"),
        pytest.param("a b ", '"a" and "b"', id="and"),
        pytest.param("a OR b ", '"a" or "b"', id="or"),
        pytest.param("(a OR b) c ", '("a" or "b") and "c"', id="brackets"),
        pytest.param("a -b ", '"a", without "b"', id="without"),
        pytest.param("=narcotics ", 'exactly "narcotics"', id="exactly"),
        pytest.param('"on the coast"', 'the phrase "on the coast"', id="phrase"),
        pytest.param('"on the co', 'the phrase "on the co…"', id="phrase, being typed"),
        pytest.param('"on the "*', 'the phrase "on the…"', id="phrase that goes on"),
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
        pytest.param("has:note has:star ", "with a note of yours, with a star of yours", id="own"),
        pytest.param("is:read is:starred ", "read, starred", id="what you did"),
        pytest.param("is:cited is:uncited ", "cited, never cited", id="what others did"),
        pytest.param("post:tirana to:rome ", "from the post tirana, to rome", id="posts"),
        pytest.param("by:doe signed:roe ", "by doe, signed roe", id="people"),
        pytest.param("ref:09ROME12 format:csv ", "citing 09ROME12, read from csv", id="the rest"),
        pytest.param("class:secret,sbu ", "classified secret or sbu", id="either value"),
        pytest.param("class:s,C/NF ", "classified s (SECRET) or C/NF (CONFIDENTIAL)", id="letters"),
        pytest.param('from:"Embassy Tirana" ', 'from "Embassy Tirana"', id="a whole value"),
        pytest.param("tag:QQQQ ", "tagged QQQQ", id="a tag that no list knows"),
        pytest.param("tag:narcotics ", "tagged narcotics (as SNAR)", id="a tag by its meaning"),
        pytest.param("from:tirnaa ", "from tirnaa (as Embassy Tirana)", id="a post, misspelt"),
        pytest.param("from:tiran ", "from tiran", id="a post, begun"),
        pytest.param(
            "post:RUEHTI ", "from the post RUEHTI (as Embassy Tirana)", id="a routing indicator"
        ),
        pytest.param(
            "from:tirnaa,rome ", "from tirnaa (as Embassy Tirana) or rome", id="one of two"
        ),
        pytest.param("-(a b) ", 'without ("a" and "b")', id="without all of several"),
        pytest.param(
            "-tag:snar -from:rome ", "not tagged SNAR (Narcotics), not from rome", id="not"
        ),
        pytest.param(
            "-has:refs -subject:x ", 'without references, without "x" in the subject', id="no"
        ),
        pytest.param("coast -date:soon ", '"coast"', id="without what is not understood"),
        pytest.param("(a OR b) OR (c d) ", '("a" or "b") or ("c" and "d")', id="brackets in OR"),
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
        pytest.param("kiev ", (), id="another spelling"),
        pytest.param("moscow peking ", ("moscow", "peking"), id="no spelling of it"),
        pytest.param("narco tics zebra ", ("zebra",), id="two that are one"),
        pytest.param("narcoticstrafficking ", (), id="one that is two"),
        pytest.param("narcotics-zebra ", ("narcotics-zebra",), id="a part of it"),
        pytest.param("again-narcotics ", (), id="its parts, but never together"),
        pytest.param("has:wings has:note ", ("has:wings",), id="what none can have"),
        pytest.param("has:refs subject:zebra ", (), id="no value that the archive could lack"),
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
        pytest.param("from: tirana ", ("from:",), id="no value behind the colon"),
        pytest.param("coast -from: tirana ", ("from:",), id="turned round"),
        pytest.param("coast from:", (), id="being typed"),
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
        pytest.param("narcoticstrafficking", "narcotics trafficking", id="a space left out"),
        pytest.param("has:refs narco tics b", "has:refs narcotics b", id="a space put in"),
        pytest.param("on thec oast noast ", "on the coast roast ", id="a space elsewhere"),
        pytest.param("kiev", "kyiv", id="another spelling"),
        pytest.param("sheikh", None, id="another spelling as well"),
        pytest.param("al qaeda", "al qaida", id="the nearest of them"),
        pytest.param("coast Guard ", None, id="in a subject alone"),
        pytest.param("guadr ", "guard ", id="misspelt, in a subject alone"),
    ],
)
def test_did_you_mean(searcher: Searcher, query: str, suggested: str | None) -> None:
    assert searcher.search(query).suggestion == suggested


@pytest.mark.parametrize(
    ("query", "suggested"),
    [
        pytest.param("goverment ", "government ", id="mistyped in the archive, too"),
        pytest.param("goverment", "government", id="being typed"),
        pytest.param("the gover", None, id="the beginning of the right one"),
        pytest.param("goverm", None, id="the beginning of the wrong one alone"),
        pytest.param("governments ", None, id="not so much rarer"),
        pytest.param("=goverment ", None, id="exactly"),
        pytest.param("~goverment ", None, id="with typos from the start"),
        pytest.param('"goverment"', None, id="in a phrase"),
        pytest.param("tha ", None, id="a short word"),
        pytest.param("goverment-like ", None, id="of two words"),
    ],
)
def test_a_word_that_is_much_commoner_may_be_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str, suggested: str | None
) -> None:
    monkeypatch.setattr(wording, "COMMONER", 5)
    texts = ["The government."] * 10 + ["Governments."] * 3 + ["A goverment-like tha."]
    searcher = make_searcher(tmp_path / "index", *map(cable, texts))
    assert searcher.search(query).suggestion == suggested
    monkeypatch.setattr(searcher.index, "vocabulary", None)
    assert searcher.search("goverment").suggestion is None
