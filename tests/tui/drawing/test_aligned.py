from __future__ import annotations

import pytest

from parser import Cable, Metadata, Paragraph, Repair, RepairKind, Span
from tui.drawing.aligned import Alignment, repairs_within


def cable(raw: str, text: str, *repairs: Repair) -> Cable:
    paragraph = Paragraph(1, "C", None, text, Span(0, len(raw)))
    return Cable(raw=raw, metadata=Metadata("made"), paragraphs=(paragraph,), repairs=repairs)


@pytest.mark.parametrize(
    ("raw", "text", "word", "repairs"),
    [
        pytest.param("1. (C) One\ntwo  three", "One two three", "three", (), id="reflowed"),
        pytest.param("  1. (C) One", "One", "One", (), id="indented"),
        pytest.param(
            "1. (C) th\nat day",
            "that day",
            "day",
            (Repair(RepairKind.SPLIT_WORD, Span(7, 13), "th\nat ", "that\n"),),
            id="after a repair",
        ),
        pytest.param(
            "1. One\n\nPAGE 2 OF 3\n\ntwo",
            "One two",
            "two",
            (Repair(RepairKind.PAGE_MARK, Span(6, 21), "\n\nPAGE 2 OF 3\n\n", "\n"),),
            id="after a page mark",
        ),
        pytest.param(
            "1. One ## two and three four", "One two and three four", "four", (), id="not told of"
        ),
    ],
)
def test_words_are_found_in_both_texts(
    raw: str, text: str, word: str, repairs: tuple[Repair, ...]
) -> None:
    alignment = Alignment(cable(raw, text, *repairs), 0, repairs)
    assert alignment.to_raw(text.index(word)) == raw.index(word)
    assert alignment.to_shown(raw.index(word)) == text.index(word)


def test_the_number_is_shown_at_the_beginning() -> None:
    assert Alignment(cable("1. (C) One two.", "One two."), 0).to_shown(1) == 0


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("1.", "", id="no text"),
        pytest.param("xyz" * 50, "abc" * 50, id="nothing in common"),
    ],
)
def test_texts_that_do_not_agree_give_places_within_them(raw: str, text: str) -> None:
    alignment = Alignment(cable(raw, text), 0)
    assert 0 <= alignment.to_raw(len(text)) <= len(raw)
    assert 0 <= alignment.to_shown(len(raw)) <= len(text)


def test_repairs_of_a_range() -> None:
    repairs = [Repair(RepairKind.DASH, Span(at, at + 1), ")", "-") for at in (1, 5, 9)]
    assert repairs_within(repairs, 2, 9) == repairs[1:2]
