from __future__ import annotations

from dataclasses import replace

import pytest

from parser import Cable, Metadata
from tests.tui.fake_archive import make_cable
from tui.quoting import citation, named, quoted

CABLE = make_cable(3)


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        pytest.param([], "the text", id="none"),
        pytest.param([2], "paragraph 3", id="one"),
        pytest.param(range(2, 5), "paragraphs 3-5", id="several"),
        pytest.param([0, 2, 3, 5], "paragraphs 1, 3-4, 6", id="with gaps"),
    ],
)
def test_paragraphs_are_named_by_their_numbers(positions: list[int], expected: str) -> None:
    assert named(CABLE, positions) == expected


def test_numbers_that_are_missing_are_not_cited() -> None:
    one, two, three, *rest = CABLE.paragraphs
    cable = replace(
        CABLE, paragraphs=(one, replace(two, number=3), replace(three, number=5), *rest)
    )
    assert named(cable, [1, 2]) == "paragraphs 3, 5"


def test_a_paragraph_without_a_number_is_counted() -> None:
    first, *rest = CABLE.paragraphs
    cable = replace(CABLE, paragraphs=(replace(first, number=None), *rest))
    assert named(cable, [0]) == "paragraph 1"


def test_a_citation_says_all_that_finds_it_again() -> None:
    assert citation(CABLE, [2, 3]) == (
        '07ANSELM103, Embassy Anselm, 7 February 2004, "MINISTER OF WATER ON THE DAM", '
        "CONFIDENTIAL//NOFORN, paragraphs 3-4."
    )


def test_a_citation_leaves_out_what_is_not_known() -> None:
    assert citation(Cable("", Metadata("x"), reference_id="06X1"), []) == "06X1, the text."


def test_what_is_copied_is_clean() -> None:
    first, *rest = CABLE.paragraphs
    cable = replace(CABLE, paragraphs=(replace(first, text="a\x1b]52;c;x\x07b"), *rest))
    assert "\x1b" not in quoted(cable, [0, 1])
    assert quoted(cable, [0, 1]).count("\n\n") == 1
