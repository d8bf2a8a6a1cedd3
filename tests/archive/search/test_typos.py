"""How much may be wrong in a word: `typos.py`."""

from __future__ import annotations

import pytest

from archive._search.typos import allowed_typos, partings

HELD = {"port": 9, "au": 1, "prince": 3, "portal": 2, "al": 7, "qaida": 5, "now": 4, "here": 4}
HELD |= {"no": 9, "where": 2, "a": 99}


@pytest.mark.parametrize(
    ("word", "typos"),
    [
        pytest.param("tea", 0, id="three letters"),
        pytest.param("team", 1, id="four"),
        pytest.param("steamer", 1, id="seven"),
        pytest.param("steamers", 2, id="eight"),
        pytest.param("steamer9", 0, id="a digit"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_typos_that_a_word_may_have(word: str, typos: int) -> None:
    assert allowed_typos(word) == typos


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        pytest.param("alqaida", ["al qaida"], id="two"),
        pytest.param("portauprince", ["port au prince"], id="three"),
        pytest.param("nowhere", ["now here", "no where"], id="the more frequent first"),
        pytest.param("portalqaida", ["portal qaida", "port al qaida"], id="two before three"),
        pytest.param("portauportau", [], id="four are too many"),
        pytest.param("alal", [], id="too short"),
        pytest.param("alport", ["al port"], id="short enough"),
        pytest.param("aprince", [], id="a single letter is no part"),
        pytest.param("princeau", ["prince au"], id="two letters at the end"),
        pytest.param("al1qaida", [], id="a digit"),
        pytest.param("zebrawhere", [], id="the first is no word"),
        pytest.param("wherezebra", [], id="the last is no word"),
    ],
)
def test_ways_to_part_a_word(word: str, ways: list[str]) -> None:
    def held(one: str) -> int:
        return HELD.get(one, 0)

    assert [" ".join(parts) for parts in partings(word, held, held)] == ways


def test_the_last_part_may_be_begun() -> None:
    def begun(one: str) -> int:
        return sum(count for word, count in HELD.items() if word.startswith(one))

    def held(one: str) -> int:
        return HELD.get(one, 0)

    assert partings("alqaid", held, held) == []
    assert partings("alqaid", held, begun) == [("al", "qaid")]
    assert partings("portaupri", held, begun) == [("port", "au", "pri")]
    assert partings("portaupri", held, begun, 2) == []


@pytest.mark.parametrize(("letters", "is_parted"), [(40, True), (41, False)])
def test_a_very_long_word_is_not_parted(letters: int, is_parted: bool) -> None:
    word = "x" * (letters - 5) + "prince"[1:]
    found = partings(word, lambda one: len(one) == letters - 5, lambda one: one == "rince")
    assert bool(found) is is_parted
