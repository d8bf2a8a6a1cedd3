"""Which words are titles, and which given names."""

from __future__ import annotations

import pytest

from parser._preamble.titles import (
    is_first_name,
    is_near_short_title,
    is_near_title,
    is_title_word,
    read_title,
)


@pytest.mark.parametrize(
    ("word", "is_title", "may_be_name"),
    [
        pytest.param("AMBASSADOR", True, False, id="listed"),
        pytest.param("DCM", True, False, id="short"),
        pytest.param("DCM.", True, False, id="a stop behind"),
        pytest.param("A.", False, False, id="an initial"),
        pytest.param("POL/ECON", True, False, id="solidus"),
        pytest.param("R&D", True, False, id="ampersand"),
        pytest.param("XQZ", True, False, id="three consonants"),
        pytest.param("XQZKP", True, False, id="five consonants"),
        pytest.param("XQ", False, False, id="two consonants"),
        pytest.param("XQZKPX", False, False, id="six consonants"),
        pytest.param("XQZA", False, False, id="a vowel"),
        pytest.param("POLCOUNS", True, False, id="the end of a title"),
        pytest.param("POLCHIEF", True, False, id="another"),
        pytest.param("POL-ECON", True, False, id="two titles"),
        pytest.param("EXAMPLE-DCM", False, False, id="a name and a title"),
        pytest.param("DCM-EXAMPLE", False, False, id="a title and a name"),
        pytest.param("DEPUTY-AMBASSAOR", True, False, id="the second misspelt"),
        pytest.param("EXAMPLE", False, False, id="a name"),
        pytest.param("AC", True, True, id="a name too"),
    ],
)
def test_a_title(word: str, *, is_title: bool, may_be_name: bool) -> None:
    assert read_title(word) == (is_title, may_be_name)


@pytest.mark.parametrize(
    ("word", "is_near"),
    [
        ("AMBASSAOR", True),
        ("AMBASADOOR", True),
        ("AMBASSADRO", True),
        ("AMBASSAD0R", True),
        ("AMB'ASSADOR", True),
        ("AMBXSSXDOR", True),
        ("AMXXSSXDOR", False),
        ("EXAMPLE", False),
        ("DCMX", False),
        ("X" * 21, False),
    ],
)
def test_a_misspelt_title(word: str, *, is_near: bool) -> None:
    assert is_near_title(word) is is_near


@pytest.mark.parametrize(
    ("word", "is_near"),
    [("CHIF", True), ("CHEIF", True), ("LEADRE", True), ("CHXXF", False), ("CH1EF", False)],
)
def test_a_misspelt_short_title(word: str, *, is_near: bool) -> None:
    assert is_near_short_title(word) is is_near


def test_words() -> None:
    assert (is_title_word("AMBASSADOR"), is_title_word("AMBASSAOR")) == (True, False)
    assert (is_first_name("ANN"), is_first_name("EXAMPLE")) == (True, False)
