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
        pytest.param("one", [-9], "? one", id="before the beginning"),
        pytest.param("onetwothree", [6, 3], "one ? two ? three", id="in two words, in any order"),
        pytest.param("one\ntwo", [3, 4], "one ?\n? two", id="on both sides of a line's end"),
        pytest.param("", [0], "?", id="nothing else"),
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


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        pytest.param(Span(0, 3), "one", id="before a sign"),
        pytest.param(Span(3, 6), "two", id="between two"),
        pytest.param(Span(2, 4), "e ? t", id="around one"),
        pytest.param(Span(0, 11), "one ? two ? three", id="all"),
        pytest.param(Span(6, 6), "", id="empty"),
    ],
)
def test_a_range_is_found_again(span: Span, expected: str) -> None:
    inserted = Inserted("onetwothree", [3, 6], "?")
    assert inserted.text[slice(*inserted.span(span))] == expected


@pytest.mark.parametrize(
    ("offset", "character"),
    [(0, 0), (2, 2), (3, 3), (4, 3), (5, 3), (6, 3), (8, 5), (9, 6), (11, 6), (12, 6), (16, 10)],
)
def test_what_stands_at_an_offset(offset: int, character: int) -> None:
    assert Inserted("onetwothree", [3, 6], "?").back(offset) == character
