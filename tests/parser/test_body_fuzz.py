"""Whatever the text: each of its letters stands in a paragraph, a heading, or what stands below."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from parser._body.read import Body, read_body
from parser._told import Told
from parser._working import Working

PIECES = st.sampled_from(
    [  # no mark in another form: `(S/N)` is read as `S/NF`
        *(
            "1. (C) ",
            "2. (S/NF) ",
            "3. ",
            "4.",
            "9. (U) ",
            "12. (C) ",
            "1) ",
            "2.(C) ",
            "\u00b6 5. ",
        ),
        *("(C) ", "(U)", "(", ")", "a. ", "b) ", "-- ", "- ", "* ", "(1) ", "(ii) ", "o ", "o  "),
        *(
            "SUMMARY",
            "Summary: ",
            "END SUMMARY.",
            "COMMENT:",
            "End comment",
            "HEAD OF IT",
            "A Head",
        ),
        *("-------", "--- ", "- - -", "=====", "___", ": ", "Ann: ", "2009", "   ", "A   b   12"),
        *(
            "The quay was closed. ",
            "it is at noon",
            " and the boats ",
            "which ",
            "Mr.",
            "e.g. ",
            "-",
        ),
        *(
            "\n",
            "\n\n",
            "\n",
            "\n\n",
            "\n \n",
            "\n    ",
            "\n\n\n\n",
            "\t",
            "\xa0",
            "xxxxx",
            "\u00df",
            "\u0130",
        ),
        *(
            "SECRET",
            "EXAMPLE",
            "NNNN",
            "BT",
            "(protect)",
            "This is sensitive but unclassified.\n\n",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=50).map("".join)


def letters(text: str) -> Counter[str]:
    """Count letters and digits; marks are raised, and a number loses the noughts before it."""
    return Counter(sign for sign in text.upper() if sign.isalnum() and sign != "0")


def printed(body: Body) -> str:
    """Put together what was read, without marks: one with nothing behind it stays in the text."""
    read = [*body.handling, *body.signed_by, body.footer or ""]
    for one in body.paragraphs:
        read += ["" if one.number is None else str(one.number), one.heading or "", one.text]
    return "".join(read)


@settings(max_examples=300)
@given(TEXTS)
def test_no_letter_is_lost_or_made_up(text: str) -> None:
    body = read_body(Working(text), 0, Told(signed_by=()))
    marks = "".join(one.marking or "" for one in body.paragraphs)
    assert not letters(text) - letters(printed(body) + marks)
    assert not letters(printed(body)) - letters(text)
