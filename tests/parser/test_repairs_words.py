"""Words cut in two: which are joined, and which only look like it."""

from __future__ import annotations

import pytest

from parser._repairs.words import is_cut, mend_hyphens, mend_split_words

FULL = "The keeper of the lighthouse came down to the quay on that day."
"""A line as wide as the others may be; 63 characters."""


def joined(text: str) -> str:
    for edit in reversed(mend_split_words(text, 0)):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        pytest.param("an inspect\nions of it", "an inspections\nof it", id="an ending"),
        pytest.param("the ha\nrbour", "the harbour", id="two letters that are no word"),
        pytest.param("the prt\nrade", "the prtrade", id="no vowel"),
        pytest.param("it is so: ha\nrd, they say", "it is so: hard,\nthey say", id="comma behind"),
        pytest.param(
            "a pri\nson, the prison", "a prison,\nthe prison", id="stands whole elsewhere"
        ),
        pytest.param(
            "the pri\nson's quay, a prison", "the prison's\nquay, a prison", id="an owner's"
        ),
    ],
)
def test_a_word_that_was_cut(cut: str, whole: str) -> None:
    assert joined(f"{FULL}\n{cut}\n{FULL}") == f"{FULL}\n{whole}\n{FULL}"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("he went to\nthe quay", id="a short word"),
        pytest.param("the boats\nwere shut", id="two words"),
        pytest.param("on the 17th\nquay", id="a number"),
        pytest.param("it came with\nions of it", id="a word that no ending follows"),
        pytest.param("the INSPECT\nions of it", id="capitals"),
        pytest.param("the inspect\nIons of it", id="a capital below"),
        pytest.param("the inspect.\nions of it", id="a full stop"),
        pytest.param("the ha\nb. the quay", id="a sub-paragraph below"),
        pytest.param("the ha\niv) the quay", id="a numbered one below"),
        pytest.param("the bcdfg\nrade", id="five letters without a vowel"),
        pytest.param("it is so: Hu\nsaid", id="a short name"),
        pytest.param("it is so: Krk\nsaid", id="a name without a vowel"),
        pytest.param("a pri\nson, the prison, his son, a pri", id="both parts stand elsewhere"),
    ],
)
def test_words_that_were_not_cut(lines: str) -> None:
    text = f"{FULL}\n{lines}\n{FULL}"
    assert joined(text) == text


@pytest.mark.parametrize(
    ("above", "is_joined"),
    [
        pytest.param(FULL[:-12] + " ha", True, id="the word had gone into it"),
        pytest.param(FULL[:-6] + " ha", False, id="the line is full"),
    ],
)
def test_only_a_short_line_is_cut(above: str, *, is_joined: bool) -> None:
    text = f"{FULL}\n{above}\nrbour it was.\n{FULL}"
    assert (joined(text) != text) is is_joined


@pytest.mark.parametrize(
    ("width", "is_joined"),
    [
        pytest.param(20, False, id="lines too narrow"),
        pytest.param(21, True, id="narrowest"),
        pytest.param(99, True, id="widest"),
        pytest.param(100, False, id="lines wrapped anew"),
    ],
)
def test_widths(width: int, *, is_joined: bool) -> None:
    text = f"{'x' * width}\nthe ha\nrbour\n{'x' * width}"
    assert (joined(text) != text) is is_joined


def test_a_word_is_joined_with_one_neighbour_alone() -> None:
    first, second = f"{FULL}\nthe ha\nrb\nour it is\n{FULL}", f"{FULL}\nthe harb\nour it is\n{FULL}"
    assert joined(first) == second


def test_a_line_that_began_before_the_text_is_left() -> None:
    text = f"SUBJECT: THE ha\nrbour\n{FULL}"
    assert not mend_split_words(text, 13)
    assert mend_split_words(f"\n{text[13:]}", 1)


def unhyphened(text: str, *, is_usual: bool = False) -> str:
    for edit in reversed(mend_hyphens(text, 0, is_usual=is_usual)):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        pytest.param("HAR-\nBOUR IS THE HARBOUR", "HARBOUR\nIS THE HARBOUR", id="whole elsewhere"),
        pytest.param("HAR-\n  BOUR, THE HARBOUR", "HARBOUR,\nTHE HARBOUR", id="stop behind"),
        pytest.param("HAR-\nBOUR\nHARBOUR", "HARBOUR\nHARBOUR", id="alone on its line"),
        pytest.param("THE HARBOUR, HAR-\nBOUR", "THE HARBOUR, HARBOUR", id="the last word"),
        pytest.param("HAR-\nBOUR IS SHUT", "HAR-\nBOUR IS SHUT", id="nowhere else"),
        pytest.param("HAR-\nBOUR HARBOURS", "HAR-\nBOUR HARBOURS", id="part of another word"),
        pytest.param("A-\nBOUT, ABOUT", "A-\nBOUT, ABOUT", id="one letter"),
        pytest.param(
            "HAR-\nBOUR, HARBOUR, HAR-BOUR",
            "HAR-\nBOUR, HARBOUR, HAR-BOUR",
            id="with its hyphen elsewhere",
        ),
        pytest.param(
            "BOAT-\nHOUSE, BOATHOUSE, BOAT, HOUSE",
            "BOAT-\nHOUSE, BOATHOUSE, BOAT, HOUSE",
            id="both parts elsewhere",
        ),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(text: str, mended: str) -> None:
    assert unhyphened(text) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        pytest.param("HAR-\nBOUR IS SHUT", "HARBOUR\nIS SHUT", id="nowhere else"),
        pytest.param("SELF-\nRULE, A RULE", "SELF-\nRULE, A RULE", id="a prefix and a word"),
        pytest.param("THE ANTI-\nROME PARTY", "THE ANTI-\nROME PARTY", id="a prefix and a post"),
        pytest.param("HAR-\nRULE, A RULE", "HARRULE,\nA RULE", id="no prefix, a word"),
    ],
)
def test_where_dividing_words_is_usual(text: str, mended: str) -> None:
    assert unhyphened(text, is_usual=True) == mended


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        pytest.param("the inspect|ions", True, id="an ending"),
        pytest.param("the harbour|was shut", False, id="two words"),
        pytest.param("the inspect |ions", False, id="a space"),
        pytest.param("the inspect|Ions", False, id="a capital"),
        pytest.param("THE INSPECT|ions", False, id="capitals"),
    ],
)
def test_a_word_around_a_page_mark(text: str, *, cut: bool) -> None:
    place = text.index("|")
    assert is_cut(text, place, place + 1) is cut
