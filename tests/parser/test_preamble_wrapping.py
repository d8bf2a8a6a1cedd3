"""Lines put together again: which words were cut in two, and where each character stood."""

from __future__ import annotations

import pytest

from parser._preamble.wrapping import unwrap

WORDS = {"REASONS", "COUNSELOR", "REASON"}


def joined(text: str, line_start: int = 0) -> str:
    return unwrap(text, line_start, WORDS.__contains__).text


def cut_at_width(end: str, following: str) -> str:
    """Two lines, the first 71 characters long; give how the end of one and the other are joined."""
    line = "." * (71 - len(end) - 1) + " " + end
    return joined(f"{line}\n{following}").lstrip(". ")


@pytest.mark.parametrize(
    ("end", "following", "whole"),
    [
        pytest.param("Exam", "ple for", "Example for", id="inside a word"),
        pytest.param("EXAM", "PLE for", "EXAMPLE for", id="inside a word in capitals"),
        pytest.param("Ann", "Example", "Ann Example", id="a capital below small letters"),
        pytest.param("Mc", "Example", "McExample", id="a name in two parts"),
        pytest.param("the", "port", "theport", id="a word that could be cut"),
        pytest.param("for", "the", "for the", id="two small words"),
        pytest.param("(b and", "d)", "(b and d)", id="the letter of a reason"),
        pytest.param("(b) and", "(d)", "(b) and (d)", id="the same in brackets"),
        pytest.param("(b) an", "d (d)", "(b) and (d)", id="AND itself"),
        pytest.param("and", " (d)", "and  (d)", id="a space below"),
        pytest.param("reasons", "1.4 (b)", "reasons 1.4 (b)", id="a number below"),
        pytest.param("reason", "(b)", "reason (b)", id="a bracket below"),
        pytest.param("Ann,", "the", "Ann, the", id="comma"),
        pytest.param("Ann;", "the", "Ann; the", id="semicolon"),
        pytest.param("Ann:", "the", "Ann: the", id="colon"),
        *(
            pytest.param("EXAMPLE", word, f"EXAMPLE {word}", id=word)
            for word in ("for", "reason", "reasons", "under", "per", "FOR", "REASON", "REASONS")
        ),
    ],
)
def test_a_line_of_the_fixed_width(end: str, following: str, whole: str) -> None:
    assert cut_at_width(end, following) == whole


@pytest.mark.parametrize(
    ("end", "following", "whole"),
    [
        pytest.param("Harol", "d Example", "Harold Example", id="a letter"),
        pytest.param("Exam", "ple for", "Example for", id="inside a word"),
        pytest.param("Examp", "le for", "Example for", id="what may be a particle"),
        pytest.param("Ann", "le Example", "Ann le Example", id="a particle"),
        pytest.param("Ann", "de la Example", "Ann de la Example", id="two particles"),
        pytest.param("Mc", "Example", "McExample", id="a name in two parts"),
        pytest.param("Ma", "cExample", "MacExample", id="the same, inside it"),
        pytest.param("O", "'Example", "O'Example", id="at an apostrophe"),
        pytest.param("Ann", "-Example", "Ann-Example", id="at a hyphen"),
        pytest.param("Rea", "sons", "Reasons", id="a known word"),
        pytest.param("Ann", "Example", "Ann Example", id="two names"),
        pytest.param("Example", "for", "Example for", id="a small word"),
        pytest.param("Reason", "1.4", "Reason 1.4", id="a number"),
    ],
)
def test_a_line_put_together_at_the_fixed_width(end: str, following: str, whole: str) -> None:
    line = "." * (71 - len(end) - 1) + " " + end
    assert joined(f"{line} {following}").lstrip(". ") == whole
    assert joined(f".{line} {following}").lstrip(". ") == f"{end} {following}"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("Ann Example", "Ann Example", id="one line"),
        pytest.param("Ann\nExample", "Ann Example", id="two words"),
        pytest.param("Ann \n \nExample", "Ann Example", id="blank line"),
        pytest.param("for rea\nsons 1.4", "for reasons 1.4", id="a known word"),
        pytest.param("for REASON\nS 1.4", "for REASON S 1.4", id="whole as it stands"),
        pytest.param("Ann E\nxample", "Ann Example", id="a letter in a loose line"),
        pytest.param("Ann Exam\nple", "Ann Exam ple", id="letters in a loose line"),
        pytest.param("Ann Exam\n\nple", "Ann Example", id="over a blank line"),
        pytest.param("Ann E\nfor", "Ann E for", id="a small word below"),
        pytest.param("Ann E\nreason", "Ann E reason", id="a known word below"),
        pytest.param("Ann e\nxample", "Ann e xample", id="no capital"),
        pytest.param("Ann O\nd'Example", "Ann O d'Example", id="an apostrophe"),
        pytest.param("Ann E.\nxample", "Ann E. xample", id="a stop"),
        pytest.param("Ann Ex-\nSample", "Ann Ex-Sample", id="hyphen"),
        pytest.param("Ann -\nSample", "Ann - Sample", id="dash"),
    ],
)
def test_other_lines(text: str, whole: str) -> None:
    assert joined(text) == whole


@pytest.mark.parametrize(
    ("length", "is_joined"),
    [(63, False), (64, True), (70, True), (71, True), (72, True)],
)
def test_a_line_that_is_nearly_full(length: int, *, is_joined: bool) -> None:
    line = "." * (length - 5) + " Exam"
    assert joined(f"{line}\nple").endswith("Example") is is_joined


def test_the_first_line_begins_before_the_text() -> None:
    assert joined(f"{'.' * 50} EXAM\nPLE", -16).endswith("EXAMPLE")
    assert joined(f"{'.' * 50} EXAM\nPLE", -15).endswith("EXAM PLE")


@pytest.mark.parametrize(
    ("text", "is_repaired"),
    [("Ann Example", False), ("Ann\nExample", False), ("Ann E\nxample", True)],
    ids=["one line", "two words", "a word cut"],
)
def test_what_was_repaired(text: str, *, is_repaired: bool) -> None:
    assert unwrap(text, 0, WORDS.__contains__).is_repaired is is_repaired


@pytest.mark.parametrize("text", ["Ann Example", "Ann E\n \nxample", "Ann \n Example\n for it"])
def test_where_each_letter_stood(text: str) -> None:
    whole = unwrap(text, 0, WORDS.__contains__)
    places = [whole.place(offset) for offset in range(len(whole.text))]
    letters = [(one, text[at]) for one, at in zip(whole.text, places, strict=True) if one != " "]
    assert all(one == stood for one, stood in letters)
    assert places == sorted(places)
