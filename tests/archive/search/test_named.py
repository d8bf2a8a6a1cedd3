"""The values of a field, found by words: `named.py`."""

from __future__ import annotations

import pytest

from archive._search.named import Names
from archive._search.words import words_of_name

VALUES = (
    "Ann Example",
    "Anna Sample",
    "EXAMPLE",
    "Yusuf Cole",
    "Cole Porter Example",
    "Example Cole",
)


@pytest.fixture(scope="module")
def names() -> Names:
    return Names({value: words_of_name(value) for value in VALUES})


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("ann", ["Ann Example"], id="a whole word before a beginning"),
        pytest.param("an", ["Ann Example", "Anna Sample"], id="a beginning"),
        pytest.param("ANN EX", ["Ann Example"], id="beginnings of two words"),
        pytest.param("cole example", ["Cole Porter Example", "Example Cole"], id="in any order"),
        pytest.param("exmaple", ["Ann Example", "Cole Porter Example", "EXAMPLE", "Example Cole"]),
        pytest.param("cole exampel", ["Cole Porter Example", "Example Cole"], id="one misspelt"),
        pytest.param("youssef", ["Yusuf Cole"], id="another spelling"),
        pytest.param("anx", [], id="too short to be misspelt"),
        pytest.param("zeppelin", [], id="nobody"),
        pytest.param("...", [], id="no word"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_found(names: Names, typed: str, found: list[str]) -> None:
    assert list(names.find(typed)) == found
