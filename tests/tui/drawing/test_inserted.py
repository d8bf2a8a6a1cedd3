from __future__ import annotations

import pytest

from parser import Span
from tui.drawing.inserted import Inserted


@pytest.mark.parametrize(
    ("text", "offsets", "expected"),
    [
        pytest.param("one two", [], "one two", id="none"),
        pytest.param("one two", [4], "one ? two", id="before a word"),
        pytest.param("one two", [3], "one ? two", id="after a word"),
        pytest.param("one two", [7], "one two ?", id="at the end"),
        pytest.param("one two", [0], "? one two", id="at the beginning"),
        pytest.param("onetwo", [3, 3], "one ? two", id="twice in one place"),
        pytest.param("one", [99], "one ?", id="beyond the end"),
    ],
)
def test_signs_are_put_in(text: str, offsets: list[int], expected: str) -> None:
    inserted = Inserted(text, offsets, "?")
    assert inserted.text == expected
    assert [expected[slice(*span)] for span in inserted.signs] == ["?"] * len(set(offsets))


def test_characters_are_found_again() -> None:
    text = "one two three"
    inserted = Inserted(text, [4, 8], "[?]")
    for offset, character in enumerate(text):
        assert inserted.text[inserted.at(offset)] == character
        assert inserted.back(inserted.at(offset)) == offset
    assert inserted.text[slice(*inserted.span(Span(4, 7)))] == "two"
    assert inserted.back(inserted.signs[0].start) == 4
