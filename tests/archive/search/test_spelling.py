"""Names and words that are spelt in several ways: `spelling.py`, and what is found by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive._search.spelling import near_spellings, other_words
from parser import spellings
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from archive._search import Searcher

TEXTS = (
    "Colonel Gaddafi spoke.",
    "The harbor of Tripoli, and QADHAFI.",
    "Muammar Qadhafi of Libya.",
    "Al Qa'ida denies it.",
    "AL QAIDA was there.",
    "A defence minister.",
    "The Defense Minister, the defence and the ministry.",
    "Sana'a is far. Saigon is not.",
    "Ho Chi Minh City.",
)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(tmp_path_factory.mktemp("spelling") / "index", *map(cable, TEXTS))


@pytest.mark.parametrize(
    ("query", "matched"),
    [
        pytest.param("gaddafi ", [["Gaddafi"], ["Qadhafi"], ["QADHAFI"]], id="a name"),
        pytest.param("qadhafi ", [["Qadhafi"], ["QADHAFI"], ["Gaddafi"]], id="as typed first"),
        pytest.param("kadafi ", [["Gaddafi"], ["Qadhafi"], ["QADHAFI"]], id="not held itself"),
        pytest.param("gadaffi ", [["Gaddafi"], ["Qadhafi"], ["QADHAFI"]], id="misspelt"),
        pytest.param("khadaffi ", [["Gaddafi"], ["Qadhafi"], ["QADHAFI"]], id="unlike any held"),
        pytest.param("=gadaffi", [], id="exactly as misspelt"),
        pytest.param("=gaddafi", [["Gaddafi"]], id="exactly"),
        pytest.param("gaddafi*", [["Gaddafi"]], id="a beginning"),
        pytest.param('"muammar gaddafi"', [["Muammar Qadhafi"]], id="in a phrase"),
        pytest.param('"al qaeda"', [["AL QAIDA"], ["Al Qa'ida"]], id="longer in a phrase"),
        pytest.param('"al qa\'ida denies"', [["Al Qa'ida denies"]], id="as typed in a phrase"),
        pytest.param('"al qaeda den', [["Al Qa'ida denies"]], id="in a phrase being typed"),
        pytest.param('"saigon" ', [["Saigon"], ["Ho Chi Minh City"]], id="all of a phrase"),
        pytest.param('"ho chi minh city"', [["Ho Chi Minh City"], ["Saigon"]], id="the other way"),
        pytest.param('"qaida was"~5', [["QAIDA was"]], id="near each other"),
        pytest.param("gaddafi harbour", [["harbor", "QADHAFI"]], id="two of them"),
        pytest.param(
            '"defence minister" ', [["defence minister"], ["Defense Minister"]], id="both"
        ),
        pytest.param("qaeda ", [["Qa'ida"], ["QAIDA"]], id="of two words"),
        pytest.param("qa'ida ", [["Qa'ida"], ["QAIDA"]], id="of two words one"),
        pytest.param("al-qaeda denies", [["Al Qa'ida", "denies"]], id="with a hyphen"),
        pytest.param("al qaeda", [["Al", "Qa'ida"], ["AL", "QAIDA"]], id="with another word"),
        pytest.param("saigon ", [["Saigon"], ["Ho Chi Minh City"]], id="three words"),
        pytest.param("sanaa OR colonel", [["Sana'a"], ["Colonel"]], id="in a choice"),
        pytest.param("colonel -qadhafi", [], id="what must not be there"),
    ],
)
def test_what_is_found(searcher: Searcher, query: str, matched: list[list[str]]) -> None:
    hits = [hit for hit in searcher.search(query).hits if not hit.is_partial]
    found = [[hit.text[slice(*span)] for span in hit.spans] for hit in hits]
    assert found == matched


def test_only_what_the_archive_holds_is_looked_for(searcher: Searcher) -> None:
    assert searcher.search("bombay ").unknown == ("bombay",)
    assert searcher.search("hsiao-ping ").unknown == ("hsiao-ping",)


@pytest.mark.parametrize(
    ("word", "others"),
    [
        pytest.param("harbour", {"harbor"}, id="one other"),
        pytest.param("qaeda", {"qaida"}, id="of several words left out"),
        pytest.param("saigon", set(), id="only several words"),
        pytest.param("boat", set(), id="none"),
    ],
)
def test_other_words(word: str, others: set[str]) -> None:
    assert set(other_words(word)) == others


@pytest.mark.parametrize(
    ("word", "typos", "others"),
    [
        pytest.param("harbour", 0, {"harbor": 1}, id="as it is spelt"),
        pytest.param("defemce", 1, {"defense": 6 / 7}, id="with a typo"),
        pytest.param("harbuor", 1, {"harbor": 6 / 7, "harbour": 6 / 7}, id="near two of a line"),
        pytest.param("harbor", 1, {"harbour": 1}, id="as it is spelt, with typos"),
        pytest.param("harbuor", 0, {}, id="no typo allowed"),
        pytest.param("saigom", 1, {}, id="only several words"),
    ],
)
def test_near_spellings(word: str, typos: int, others: dict[str, float]) -> None:
    assert near_spellings(word, typos) == pytest.approx(others)


def test_each_spelling_stands_in_one_line() -> None:
    each = [one.lower() for row in spellings() for one in row]
    assert len(each) == len(set(each)) > 400
    assert all(one == one.strip() and one for one in each)
    assert all(len(row) > 1 for row in spellings())
