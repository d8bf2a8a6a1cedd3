"""Paragraph numbers whose pilcrow became a 1, and pilcrows before other numbers."""

from __future__ import annotations

import pytest

from parser._repairs.numbers import mend_numbers


def mended(text: str, start: int = 0) -> str:
    for edit in reversed(mend_numbers(text, start)):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


def paragraphs(numbers: str) -> str:
    return "\n\n".join(f"{number}. (C) It closed." for number in numbers.split())


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        pytest.param("11 12 13", "1 2 3", id="a run"),
        pytest.param("11 12", "1 2", id="the shortest run"),
        pytest.param("11", "11", id="one alone"),
        pytest.param("12 13", "12 13", id="not from 11"),
        pytest.param("11 13 14", "11 13 14", id="12 is missing"),
        pytest.param("11 5 12 13", "1 5 2 3", id="another number inside"),
        pytest.param("11 12 13 14 15 16 17 18 19 110", "1 2 3 4 5 6 7 8 9 10", id="ten"),
        pytest.param("11 12 13 14 15 16 17 18 19 20", "11 12 13 14 15 16 17 18 19 20", id="meant"),
        pytest.param("11 12 13 20 14", "1 2 3 20 4", id="a twenty inside"),
    ],
)
def test_a_run_from_eleven(printed: str, numbers: str) -> None:
    assert mended(paragraphs(printed)) == paragraphs(numbers)


@pytest.mark.parametrize(
    ("above", "is_mended"),
    [
        pytest.param("SUMMARY\n-------\n\n", True, id="a heading"),
        pytest.param("-------\nTHE OLD\nQUAY\n-------\n\n", True, id="four lines"),
        pytest.param("-------\nTHE\nOLD\nQUAY\n-------\n\n", False, id="five lines"),
        pytest.param("The port closed.\n\n", False, id="a sentence"),
    ],
)
def test_what_stands_above_a_run(above: str, *, is_mended: bool) -> None:
    text = above + paragraphs("11 12")
    assert (mended(text) != text) is is_mended


def test_a_twenty_inside_a_sentence_ends_no_run() -> None:
    text = paragraphs("11 12 13 14 15 16 17 18 19")
    assert mended(f"{text} Of\n20. (C) It closed.").startswith("1. (C)")


@pytest.mark.parametrize(
    ("above", "is_number"),
    [
        pytest.param("It closes by May", False, id="a date in a sentence"),
        pytest.param("It closes.", True, id="behind a sentence"),
        pytest.param("THE QUAY", True, id="below a heading"),
    ],
)
def test_a_number_that_begins_a_line_in_the_run(above: str, *, is_number: bool) -> None:
    text = f"{paragraphs('11 12')}\n{above}\n13. It opens.\n\n14. (C) It closed."
    assert ("\n3. It opens." in mended(text)) is is_number


def test_a_date_in_a_text_of_capitals_is_no_number() -> None:
    text = "11. A.\n\n12. IT CLOSES BY MAY\n13. IT OPENS.\n\n13. B.\n"
    assert mended(text) == "1. A.\n\n2. IT CLOSES BY MAY\n13. IT OPENS.\n\n3. B.\n"


def test_a_run_begins_where_the_text_does() -> None:
    front = "SUBJECT: QUAYS\n"
    text = front + paragraphs("11 12")
    assert mended(text, len(front)) == front + paragraphs("1 2")


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        pytest.param(
            "\u00b61. (C) In May\n\u00b62006.  So.", "\u00b61. (C) In May\n2006.  So.", id="a year"
        ),
        pytest.param(
            "\u00b61. (C) From\nhis \u00b6U. S. visit.\n  \u00b6U. S. boats.",
            "\u00b61. (C) From\nhis \u00b6U. S. visit.\n  U. S. boats.",
            id="an initial that begins a line",
        ),
        pytest.param("\u00b6B. Boats", "\u00b6B. Boats", id="in front of the text"),
        pytest.param(
            "\u00b61. (C) So:\n\n\u00b6a. Boats",
            "\u00b61. (C) So:\n\na. Boats",
            id="letter of an item",
        ),
        pytest.param(
            "\u00b61. (C) So\n-----\n\u00b62. It was.",
            "\u00b61. (C) So\n-----\n\u00b62. It was.",
            id="below a row of dashes",
        ),
        pytest.param(
            "\u00b61. (C) From\n\u00b642 to 45.",
            "\u00b61. (C) From\n42 to 45.",
            id="no stop behind",
        ),
        pytest.param(
            "\u00b61. (C) In\n\u00b62. It was.", "\u00b61. (C) In\n2. It was.", id="in a sentence"
        ),
        pytest.param(
            "\u00b61. (C) In\n\u00b62. (C) It.",
            "\u00b61. (C) In\n\u00b62. (C) It.",
            id="in front of a mark",
        ),
        pytest.param(
            "\u00b61. (C) So.\n\u00b62. It was.",
            "\u00b61. (C) So.\n\u00b62. It was.",
            id="a paragraph",
        ),
        pytest.param(
            "QUAYS\n\u00b61. (C) In.\n", "QUAYS\n\u00b61. (C) In.\n", id="the first below a line"
        ),
        pytest.param(
            "\u00b61 Ann\n\u00b62 Bob", "\u00b61 Ann\n\u00b62 Bob", id="no number has a stop"
        ),
    ],
)
def test_stray_pilcrows(printed: str, plain: str) -> None:
    assert mended(printed) == plain
