"""What a word is: `words.py`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive._search import words as under_test


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The Mayor's port", ("the", "mayor", "s", "port"), id="letters, lower case"),
        pytest.param("São Paulo", ("sao", "paulo"), id="without accents"),
        pytest.param("09TIRANA7, 12:30", ("09tirana7", "12", "30"), id="digits"),
        pytest.param("a_b counter-drug", ("a", "b", "counter", "drug"), id="signs between"),
        pytest.param("x" * 79, ("x" * 79,), id="a long word"),
        pytest.param("x" * 80, (), id="damage"),
        pytest.param("...", (), id="none"),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert under_test.words(text) == words


@given(st.text(st.characters(max_codepoint=0x24F), max_size=40))  # Latin
def test_words_in_python_are_those_of_the_index(text: str) -> None:
    assert list(under_test.folded_words(text)) == list(under_test.words(text))
    assert list(under_test.words_of_name(text)) == list(under_test.words(text))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        pytest.param("SNAR", ("snar", "narcotics"), id="a tag and its meaning"),
        pytest.param("ZZZZ", ("zzzz",), id="one that no list knows"),
    ],
)
def test_words_of_a_tag(code: str, words: tuple[str, ...]) -> None:
    assert under_test.words_of_tag(code) == words
