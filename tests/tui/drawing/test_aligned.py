from __future__ import annotations

import pytest

from parser import Cable, Metadata, Paragraph, Repair, RepairKind, Span
from tui.drawing.aligned import Alignment, in_order, repairs_within


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
        pytest.param("One two", "\u2022 One two", "One", (), id="something put in before"),
        pytest.param("One two", "One two three", "two", (), id="something put in behind"),
        pytest.param("1. One two", "Two, not one: One two", "two", (), id="more than was sent"),
        pytest.param(
            "1. th at d ay of salt",
            "that day of salt",
            "salt",
            (
                Repair(RepairKind.SPLIT_WORD, Span(3, 8), "th at", "that"),
                Repair(RepairKind.SPLIT_WORD, Span(9, 13), "d ay", "day"),
            ),
            id="after two repairs",
        ),
        pytest.param(
            "1. th at d ay of salt",
            "that day of salt",
            "salt",
            (
                Repair(RepairKind.SPLIT_WORD, Span(3, 13), "th at d ay", "that day"),
                Repair(RepairKind.SPLIT_WORD, Span(9, 13), "d ay", "NEVER"),
            ),
            id="after one in another",
        ),
        pytest.param(
            f"1. {'word ' * 300}## {'more ' * 300}end.",
            f"{'word ' * 300}{'more ' * 300}end.",
            "end",
            (),
            id="far down",
        ),
    ],
)
def test_words_are_found_in_both_texts(
    raw: str, text: str, word: str, repairs: tuple[Repair, ...]
) -> None:
    alignment = Alignment(cable(raw, text, *repairs), 0, repairs)
    assert alignment.to_raw(text.index(word)) == raw.index(word)
    assert alignment.to_shown(raw.index(word)) == text.index(word)


@pytest.mark.parametrize(
    ("offset", "raw"),
    [
        pytest.param(0, 7, id="the first"),
        pytest.param(3, 12, id="a space: the next word"),
        pytest.param(4, 12, id="the first of a word"),
        pytest.param(6, 14, id="its last"),
        pytest.param(7, 15, id="the end"),
        pytest.param(99, 15, id="behind it"),
    ],
)
def test_to_raw(offset: int, raw: int) -> None:
    assert Alignment(cable("1. (C) One\n\ntwo", "One two"), 0).to_raw(offset) == raw


@pytest.mark.parametrize(
    ("raw", "offset"),
    [
        pytest.param(0, 0, id="the number"),
        pytest.param(6, 0, id="the space behind the marking"),
        pytest.param(8, 1, id="in a word"),
        pytest.param(11, 4, id="between words: the next one"),
        pytest.param(14, 6, id="the last"),
        pytest.param(99, 7, id="behind it"),
    ],
)
def test_to_shown(raw: int, offset: int) -> None:
    assert Alignment(cable("1. (C) One\n\ntwo", "One two"), 0).to_shown(raw) == offset


def test_a_text_that_begins_with_something_that_was_not_sent() -> None:
    alignment = Alignment(cable("1. (C) One two", "\u2022 One two"), 0)
    assert alignment.to_raw(0) == 7
    assert alignment.to_shown(7) == 2


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


@pytest.mark.parametrize(
    ("start", "end", "places"),
    [(2, 9, [5]), (1, 9, [1, 5]), (0, 10, [1, 5, 9]), (5, 5, []), (6, 6, []), (10, 99, [])],
)
def test_repairs_of_a_range(start: int, end: int, places: list[int]) -> None:
    repairs = [Repair(RepairKind.DASH, Span(at, at + 1), ")", "-") for at in (9, 1, 5)]
    found = repairs_within(in_order(repairs), start, end)
    assert [repair.span.start for repair in found] == places
