"""Summary and comment: the words that open and close them."""

from __future__ import annotations

import pytest

from parser import Cable, parse_message

FRONT = "CONFIDENTIAL TIRANA 009901\n\nTAGS: PREL, AL\nSUBJECT: LIGHTHOUSE FESTIVAL\n\n"


def read(body: str) -> Cable:
    return parse_message(FRONT + body).cable


@pytest.mark.parametrize(
    "opening",
    [
        *(
            "SUMMARY:",
            "Summary.",
            "SUMMARY -",
            "Summary\u2014",
            "BEGIN SUMMARY:",
            "(BEGIN SUMMARY)",
        ),
        *("S U M M A R Y:", "SUMARY:", "SUMMRY:", "[Summary.]", "----- SUMMARY:", "***SUMMARY:"),
        *("INTRODUCTION AND SUMMARY:", "BACKGROUND & SUMMARY:", "COMMENT/SUMMARY:"),
        *("ACTION REQUEST AND SUMMARY:", "OVERVIEW AND SUMMARY:", "SUMMARY AND INTRODUCTION:"),
        *("SUMMARY: (C)", "SUMMARY: (S//NF)", "SUMMARY: 1. (C)"),
    ],
)
def test_how_a_summary_is_opened(opening: str) -> None:
    assert read(f"1. (C) {opening} The quay.\n\n2. (C) The boats.").summary == "The quay."


@pytest.mark.parametrize(
    "opening", ["SUMMARY OF IT:", "A SUMMARY:", "SUMMARY the", "SUMMARIES:", "SUM:"]
)
def test_what_opens_no_summary(opening: str) -> None:
    assert read(f"1. (C) {opening} The quay.\n\n2. (C) The boats.").summary is None


@pytest.mark.parametrize(
    "closing",
    [
        *("END SUMMARY.", "End Summary", "END\nSUMMARY", "END OF SUMMARY.", "END OF THE SUMMARY."),
        *("(END SUMMARY)", "[End summary.]", "END SUMMARY AND COMMENT.", "END SUMMARY!"),
        *("END OVERVIEW AND SUMMARY.", "Summary ends.", "SUMMARY ENDS.)", "END SUMARY."),
    ],
)
def test_how_a_summary_is_closed(closing: str) -> None:
    body = f"1. (C) SUMMARY: The quay.\n\n2. (C) The boats. {closing}\n\n3. (C) The light."
    assert read(body).summary == "The quay.\nThe boats."


@pytest.mark.parametrize(
    "closing", ["AMEND SUMMARY.", "END OF THE YEAR.", "The summary ended.", "WEEKENDSUMMARY."]
)
def test_what_closes_no_summary(closing: str) -> None:
    body = f"1. (C) SUMMARY: The quay.\n\n2. (C) The boats. {closing}\n\n3. (C) The light."
    assert read(body).summary == "The quay."


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "SUMMARY",
            "EXECUTIVE SUMMARY",
            "BEGIN SUMMARY",
            "A. SUMMARY",
            "(U) SUMMARY",
        ),
        *("OVERVIEW AND SUMMARY", "Summary of It"),
    ],
)
def test_a_heading_opens_a_summary(heading: str) -> None:
    cable = read(f"{heading}\n{'-' * len(heading)}\n\n1. (C) The quay.\n\n2. (C) The boats.")
    assert cable.summary == "The quay."


@pytest.mark.parametrize(
    ("body", "summary"),
    [
        pytest.param(
            "1. (C) Ann.\n\n2. (C) Bob. END SUMMARY.\n\n3. (C) C.", "Ann.\nBob.", id="no start"
        ),
        pytest.param("1. (C) Ann. END SUMMARY.\n\n2. (C) SUMMARY: Bob.", "Ann.", id="start behind"),
        pytest.param("1. (C) END SUMMARY.\n\n2. (C) Bob.", None, id="nothing in it"),
        pytest.param("1. (C) Ann.\n\n2. (C) SUMMARY: Bob.\n\n3. (C) C.", "Bob.", id="later"),
        pytest.param(
            '1. (C) SUMMARY:\n\nHe Said "No."\n\n2. (C) Bob. END SUMMARY.\n\n3. (C) C.',
            'He Said "No."\nBob.',
            id="a quotation is no heading",
        ),
    ],
)
def test_where_a_summary_stands(body: str, summary: str | None) -> None:
    assert read(body).summary == summary


@pytest.mark.parametrize(
    ("body", "comment"),
    [
        pytest.param("1. (C) Ann.\n\n2. (C) COMMENT: It is so.", "It is so.", id="no end"),
        pytest.param("1. (C) COMMENTS: It is so. END COMMENTS.", "It is so.", id="comments"),
        pytest.param("1. (C) BACKGROUND AND COMMENT: It is so.", "It is so.", id="background"),
        pytest.param("1. (C) INTRODUCTION/COMMENT: It is so.", "It is so.", id="introduction"),
        pytest.param(
            "1. (C) COMMENT: One. END COMMENT.\n\n2. (C) COMMENT: Two. END COMMENT.",
            "Two.",
            id="last",
        ),
        pytest.param(
            "1. (C) COMMENT: One.\n\n2. (C) Two. END COMMENT.\n\n3. (C) C.", "One.\nTwo.", id="long"
        ),
        pytest.param("1. (C) Embassy comment: It is so.", "It is so.", id="whose it is"),
        pytest.param(
            "1. (C) POST COMMENT: It is so. END POST COMMENT.", "It is so.", id="whose, closed"
        ),
        pytest.param(
            "AMBASSADOR'S COMMENT\n--------------------\n\n1. (C) It is so.",
            "It is so.",
            id="whose, a heading",
        ),
        pytest.param(
            "AMBASSADOR'S COMMENTS\n---------------------\n\n1. (C) It is so.",
            None,
            id="what somebody said",
        ),
        pytest.param(
            "COMMENTS ON THE QUAYS\n---------------------\n\n1. (C) It is so.",
            None,
            id="what others said of it",
        ),
        pytest.param(
            "COMMENTS AND NEXT STEPS\n-----------------------\n\n1. (C) It is so.",
            "It is so.",
            id="comments, a heading",
        ),
        pytest.param("1. (C) It is so. END COMMENT.", None, id="no start"),
        pytest.param(
            "1. (C) COMMENT: It is so. END SUMMARY AND COMMENT.", "It is so.", id="both end"
        ),
        pytest.param("1. (C) Ann made no comment: it is so.", None, id="inside a sentence"),
        pytest.param("1. (C) It is so.", None, id="none"),
    ],
)
def test_comment(body: str, comment: str | None) -> None:
    assert read(body).comment == comment


@pytest.mark.parametrize(
    ("behind", "comment"),
    [
        pytest.param("3. (C) B.\n\n4. (C) C.", "A.\nB.\nC.", id="to the end"),
        pytest.param("BOATS\n-----\n\n3. (C) B.", "A.", id="to the next heading"),
        pytest.param("3. (U) Ann Example cleared this message.", "A.", id="to who cleared it"),
        pytest.param("".join(f"\n\n{n}. (C) B." for n in range(3, 8)), "A.", id="too far"),
    ],
)
def test_how_far_a_comment_reaches_below_its_heading(behind: str, comment: str) -> None:
    body = f"1. (C) The quay.\n\nCOMMENT\n-------\n\n2. (C) A.\n\n{behind}"
    assert read(body).comment == comment


def test_a_summary_that_nothing_closes_is_one_paragraph() -> None:
    body = "SUMMARY\n-------\n\n1. (C) A.\n\n2. (C) B.\n\nBOATS\n-----\n\n3. (C) C."
    assert read(body).summary == "A."


@pytest.mark.parametrize(
    ("body", "comment"),
    [
        pytest.param(
            "1. (C) The quay.\n\nCOMMENT: The boats\ncame.", "The boats\ncame.", id="a block"
        ),
        pytest.param(
            "1. (C) The quay.\n\nComment: Ann. End comment.\n\nMore.", "Ann.", id="it is closed"
        ),
        pytest.param(
            "1. (C) COMMENT: The quay.\n\nCOMMENT: The boats.",
            "The quay.\nCOMMENT: The boats.",
            id="a paragraph begins with one",
        ),
        pytest.param("1. (C) The quay.\n\nComments came.", None, id="a sentence"),
        pytest.param("1. (C) It was his\ncomment: none.", None, id="in a sentence"),
    ],
)
def test_a_comment_inside_a_paragraph(body: str, comment: str | None) -> None:
    assert read(body).comment == comment
