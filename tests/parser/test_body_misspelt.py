"""Misspelt words that open and close a summary or a comment."""

import pytest

from parser._body.misspelt import misspelt_end, misspelt_start


@pytest.mark.parametrize(
    "words",
    [
        "SUMMARYY:",
        "Su mmary.",
        "Begn Summary:",
        "SUMMARY AKD COMMENT:",
        "(CC) SUMMARY:",
        "BeginSummary:",
        "EXECUTIV SUMMARY -",
    ],
)
def test_what_opens_a_summary(words: str) -> None:
    assert misspelt_start(f"{words} The quay is old.", "SUMMARY") == len(words) + 1


@pytest.mark.parametrize(
    "words",
    ["A SUMMARY:", "SUMARRY", "NO COMMENT:", "SUMMONS:", "MOMENTS:", "QUAY:", "END SUMMARY:"],
)
def test_what_opens_none(words: str) -> None:
    text = f"{words} The quay is old."
    assert misspelt_start(text, "SUMMARY") is None
    assert misspelt_start(text, "COMMENT") is None


@pytest.mark.parametrize(
    "words",
    [
        "EDN SUMMARY.",
        "END SUMAMRY",
        "En d Summary.",
        "ENDS UMMARY.",
        "(END SUMARY.)",
        "NED SUMMARY!",
        "END SUMMRY AND COMMENT.",
    ],
)
def test_what_closes_a_summary(words: str) -> None:
    text = f"The quay is old. {words}"
    assert misspelt_end(text, "SUMMARY") == text.index(words.lstrip("("), 16)


@pytest.mark.parametrize(
    "text",
    [
        "He said: No comment.",
        "The post will send comment.",
        "It is old. Send comment.",
        "It is old, in summary.",
        "It is old and summary.",
        "They end comments",
        "",
    ],
)
def test_what_closes_none(text: str) -> None:
    assert misspelt_end(text, "SUMMARY") is None
    assert misspelt_end(text, "COMMENT") is None
