"""Paragraphs, headings, marks, tails: what a text is made of."""

from __future__ import annotations

import pytest

from parser import Cable, ProblemKind, parse_message

FRONT = "CONFIDENTIAL TIRANA 009901\n\nTAGS: PREL, AL\nSUBJECT: LIGHTHOUSE FESTIVAL\n\n"


def read(body: str) -> Cable:
    return parse_message(FRONT + body).cable


@pytest.mark.parametrize(
    ("start", "number", "marking"),
    [
        pytest.param("1. (C) ", 1, "C", id="usual"),
        pytest.param("1.(C) ", 1, "C", id="no space"),
        pytest.param("1. C) ", 1, "C", id="bracket lost"),
        pytest.param("1. (C ", 1, "C", id="second bracket lost"),
        pytest.param("1. (C  ", 1, "C", id="two spaces behind"),
        pytest.param("1 (U) ", 1, "U", id="no full stop"),
        pytest.param("\u00b61. (SBU/NF) ", 1, "SBU/NF", id="pilcrow"),
        pytest.param("1. (S//NF) ", 1, "S/NF", id="two strokes"),
        pytest.param("1. (C//NOFORN) ", 1, "C/NF", id="control in full"),
        pytest.param("1. (C; NF) ", 1, "C/NF", id="semicolon"),
        pytest.param("1. (S//NOFORN/FISA) ", 1, "S/NF/FISA", id="two controls"),
        pytest.param("1. (S//ORCON,NOFORN) ", 1, "S/ORCON,NF", id="two controls and a comma"),
        pytest.param("1. (C REL NATO) ", 1, "C/REL NATO", id="REL without a stroke"),
        pytest.param("1. (Confidential) ", 1, "C", id="word"),
        pytest.param("1. (SENSITIVE BUT UNCLASSIFIED) ", 1, "SBU", id="words"),
        pytest.param("1. (C - ENTIRE TEXT) ", 1, "C", id="entire text"),
        pytest.param("1. (LOU) ", 1, "LOU", id="limited official use"),
        pytest.param("1. (S//REL UK, USA): ", 1, "S/REL UK, USA", id="countries and a colon"),
        pytest.param(
            "1. (S//REL AFGHANISTAN, KYRGYZSTAN, TAJIKISTAN,\nTURKMENISTAN) ",
            1,
            "S/REL AFGHANISTAN, KYRGYZSTAN, TAJIKISTAN, TURKMENISTAN",
            id="countries over two lines",
        ),
        pytest.param("1. ", 1, None, id="no mark"),
        pytest.param("(C) ", None, "C", id="no number"),
        pytest.param("1. (C): ", 1, "C", id="colon"),
        pytest.param("(SBU). ", None, "SBU", id="full stop behind"),
    ],
)
def test_start_of_a_paragraph(start: str, number: int | None, marking: str | None) -> None:
    [paragraph] = read(f"{start}The port closed.").paragraphs
    assert (paragraph.number, paragraph.marking, paragraph.text) == (
        number,
        marking,
        "The port closed.",
    )


@pytest.mark.parametrize(
    ("above", "heading"),
    [
        pytest.param("SUMMARY\n-------\n\n", "SUMMARY", id="ruled below"),
        pytest.param("-------\nSUMMARY\n-------\n", "SUMMARY", id="ruled above and below"),
        pytest.param("------- SUMMARY -------\n\n", "SUMMARY", id="dashes in the line"),
        pytest.param(
            "The Quay: Who Owns It? -----\n", "The Quay: Who Owns It?", id="dashes behind"
        ),
        pytest.param("The Old Quay\n\n---\n\n", "The Old Quay", id="rule of Markdown"),
        pytest.param("The Old Quay\n\n", "The Old Quay", id="alone"),
        pytest.param("The Old\nNew Quay\n========\n", "The Old New Quay", id="two lines"),
        pytest.param(
            "The Old Quay\n\u2010\u2010\u2010\u2010\u2010\n", "The Old Quay", id="Unicode hyphens"
        ),
        pytest.param("it was closed for the summer.\n\n", None, id="text is none"),
    ],
)
def test_heading(above: str, heading: str | None) -> None:
    cable = read(f"1. (C) The port closed.\n\n{above}2. (C) The quay opened.")
    assert [one.number for one in cable.paragraphs] == [1, 2]
    assert cable.paragraphs[1].heading == heading


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        pytest.param("1. (C) A.\n\n2. (C) B.", [1, 2], id="in order"),
        pytest.param("1. (C) A.\n2. (C) B.", [1, 2], id="no blank line"),
        pytest.param("1. (C) In May\n2. it closed.", [1], id="a number in a sentence"),
        pytest.param("1. (C) A.\n\n5. (C) B.", [1, 5], id="a gap, with a mark"),
        pytest.param("1. (C) A:\n\n1. one\n\n2. (C) B.", [1, 2], id="a list inside"),
        pytest.param("The port closed.\n\nThe quay opened.", [None, None], id="not numbered"),
        pytest.param(
            "1. (C) A.\n\nHARBOURS\n--------\n\nTwo of them.", [1, None], id="behind a heading"
        ),
    ],
)
def test_numbering(body: str, numbers: list[int | None]) -> None:
    assert [one.number for one in read(body).paragraphs] == numbers


def test_paragraphs_inside_a_line_that_was_wrapped_anew() -> None:
    lines = [
        f"{number}. (C) The keeper of light {number} said, as in para 1. (C) of the reftel, no."
        for number in range(1, 5)
    ]
    read_again = read(" ".join(lines)).paragraphs
    assert [f"{one.number}. ({one.marking}) {one.text}" for one in read_again] == lines


def test_a_number_out_of_order_is_doubted() -> None:
    problems = parse_message(f"{FRONT}1. (C) A.\n\n5. (C) B.").problems
    assert ProblemKind.NUMBERING in {problem.kind for problem in problems}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("The port\nwas closed.", "The port was closed.", id="reflowed"),
        pytest.param("Two:\n- one\n  more\n- two", "Two:\n- one more\n- two", id="bullets"),
        pytest.param("Two:\n\n--one\n\n--two", "Two:\n--one\n--two", id="dashes"),
        pytest.param(
            "The port\n-- and quay -- closed.", "The port -- and quay -- closed.", id="dash"
        ),
        pytest.param(
            "Ships:\nyear   ships   men\n2008   12      90\nEnd.",
            "Ships:\nyear   ships   men\n2008   12      90\nEnd.",
            id="table",
        ),
        pytest.param("One.\n\nTwo.", "One.\nTwo.", id="two blocks"),
    ],
)
def test_blocks(body: str, text: str) -> None:
    [paragraph] = read(f"1. (C) {body}").paragraphs
    assert paragraph.text == text


@pytest.mark.parametrize(
    ("end", "signed", "footer"),
    [
        pytest.param("\nEXAMPLE", ("EXAMPLE",), None, id="capitals"),
        pytest.param("\n\nVAN EXAMPLE\n", ("VAN EXAMPLE",), None, id="two words"),
        pytest.param("\n\nMcEXAMPLE\n", ("McEXAMPLE",), None, id="a small letter in capitals"),
        pytest.param("\nEXAMPLE##\n", ("EXAMPLE",), None, id="marks of transmission"),
        pytest.param(" END COMMENT\nEXAMPLE", ("EXAMPLE",), None, id="below the end of a comment"),
        pytest.param(
            "\nEXAMPLE\n====CABLE ENDS====", ("EXAMPLE",), "====CABLE ENDS====", id="cable ends"
        ),
        pytest.param("\n\nExample\n", ("Example",), None, id="small letters"),
        pytest.param("\nEXAMPLE.\n", ("EXAMPLE",), None, id="full stop"),
        pytest.param("\nANN 0. EXAMPLE\n", ("ANN 0. EXAMPLE",), None, id="digit"),
        pytest.param(
            "\n-\nEXAMPLE\n\nCONFIDENTIAL\n\nNNNN", ("EXAMPLE",), "CONFIDENTIAL\nNNNN", id="stamps"
        ),
        pytest.param(" END COMMENT. EXAMPLE", ("EXAMPLE",), None, id="run on behind a comment"),
        pytest.param("\nEND\nCOMMENT. EXAMPLE", ("EXAMPLE",), None, id="comment ends on two lines"),
        pytest.param(" EXAMPLE", ("EXAMPLE",), None, id="run on behind a sentence"),
        pytest.param(" By May 22. EXAMPLE", ("EXAMPLE",), None, id="run on behind a date"),
        pytest.param(" It rose to 42. EXAMPLE", ("EXAMPLE",), None, id="run on behind a number"),
        pytest.param(" By the USG. EXAMPLE", ("EXAMPLE",), None, id="run on behind an acronym"),
        pytest.param(" It is so. VAN EXAMPLE", ("VAN EXAMPLE",), None, id="run on, two words"),
        pytest.param(" It is so. DE LA EXAMPLE", ("DE LA EXAMPLE",), None, id="run on, three"),
        pytest.param(" It met Mr. SAMPLE", (), None, id="a person in the last sentence"),
        pytest.param(
            "\n\nVisit our web site at\nhttp://example.org\nEXAMPLE",
            ("EXAMPLE",),
            "Visit our web site at\nhttp://example.org",
            id="footer above",
        ),
        pytest.param(
            "\n\nEmbassy Tirana MINIMIZE CONSIDERED",
            (),
            "Embassy Tirana MINIMIZE CONSIDERED",
            id="minimize",
        ),
        pytest.param("", (), None, id="none"),
    ],
)
def test_tail(end: str, signed: tuple[str, ...], footer: str | None) -> None:
    cable = read(f"1. (C) The port of the town closed.{end}")
    assert cable.signed_by == signed
    assert cable.footer == footer
    assert cable.paragraphs[0].text.startswith("The port of the town closed.")
    assert "EXAMPLE" not in cable.paragraphs[0].text


@pytest.mark.parametrize(
    "part",
    [
        pytest.param("THE MINISTER CALLED FOR A QUAY AND\nA PORT.", id="no passing line"),
        pytest.param("little boats went for a sail\nto the port.", id="small letters"),
        pytest.param("REFTEL), AND THE PORT WAS SHUT IN 2006.", id="no REF line"),
        pytest.param("reftel points on 10 May.  It was shut.", id="no cable behind reftel"),
        pytest.param("REFS A AND B SAID SO.", id="references in a sentence"),
        pytest.param("THE PORT IS SHUT.\nEXAMPLE\n\nCONFIDENTIAL\n\nSIPDIS", id="stamp below"),
        pytest.param("THE PORT IS SHUT.\nEXAMPLE\n\nS E C R E T", id="spaced stamp below"),
        pytest.param(
            "IT IS SHUT.\nEXAMPLE\n\n SECRET\n\n>\n 2002TIRANA1 - Classification: SECRET",
            id="stamps of a copy below",
        ),
    ],
)
def test_signature_of_a_part_of_a_telegram(part: str) -> None:
    text = part if "EXAMPLE" in part else f"{part}\nEXAMPLE"
    assert parse_message(text).cable.signed_by == ("EXAMPLE",)


@pytest.mark.parametrize(
    ("body", "summary"),
    [
        pytest.param(
            "1. (C) SUMMARY: A port.\nIt closed.\n\n2. (C) B.", "A port.\nIt closed.", id="no end"
        ),
        pytest.param(
            "SUMMARY\n-------\n1. (C) A port. End summary.\n\n2. (C) B.",
            "A port.",
            id="heading and end",
        ),
        pytest.param("1. (C) A port. END SUMMARY.\n\n2. (C) B.", "A port.", id="no start"),
        pytest.param(
            "1. (C) A port. End\nSummary.\n\n2. (C) B.", "A port.", id="end over two lines"
        ),
        pytest.param(
            "SUMMARY\n-------\n1. (C) A.\n\n2. (C) B. END SUMMARY.", "A.\nB.", id="two paragraphs"
        ),
        pytest.param(
            "SUMMARY: A port. END SUMMARY\n\n1. (C) B.", "A port.", id="above the first number"
        ),
        pytest.param(
            "1. (C) Summary/Comment: A port. End Summary/Comment.\n\n2. (C) B.",
            "A port.",
            id="summary and comment",
        ),
        pytest.param(
            "1. (C) Introduction and Summary: A port. End introduction and summary.\n\n2. (C) B.",
            "A port.",
            id="introduction and summary",
        ),
        pytest.param(
            "Introduction and Summary\n------------------------\n1. (C) A port.\n\n2. (C) B.",
            "A port.",
            id="introduction and summary in a heading",
        ),
        pytest.param("1. (C) Sumary: A port. End Sumary.\n\n2. (C) B.", "A port.", id="one m"),
        pytest.param("1. (C) Summmary: A port.\n\n2. (C) B.", "A port.", id="three m"),
        pytest.param(
            "1. (C) (SUMMARY) A port. (END SUMMARY)\n\n2. (C) B.", "A port.", id="in brackets"
        ),
        pytest.param("1. (C) A port.", None, id="none"),
    ],
)
def test_summary(body: str, summary: str | None) -> None:
    assert read(body).summary == summary


def test_comment() -> None:
    body = "1. (C) A.\n\nCOMMENT\n-------\n\n2. (C) It is so.\nEND COMMENT.\nEXAMPLE"
    assert read(body).comment == "It is so."


def test_handling_lines_are_no_paragraphs() -> None:
    cable = read("Sensitive but unclassified, entire text.\n\n1. (SBU) A port.")
    assert cable.handling == ("Sensitive but unclassified, entire text.",)
    assert [one.number for one in cable.paragraphs] == [1]


def test_phrases_that_protect_and_redactions() -> None:
    [paragraph] = read("1. (C) Mr. xxxxxxxx (strictly protect) spoke.").paragraphs
    text = paragraph.text
    assert [text[start:end] for start, end in paragraph.protect] == ["(strictly protect)"]
    assert [text[start:end] for start, end in paragraph.redactions] == ["xxxxxxxx"]


@pytest.mark.parametrize(
    "phrase",
    [
        "(protect)",
        "[strictly protect]",
        "(PLEASE PROTECT)",
        "(pls protect)",
        "(protect fully)",
        "(protect at all costs)",
        "(strictly protect the source)",
    ],
)
def test_every_phrase_that_protects(phrase: str) -> None:
    [paragraph] = read(f"1. (C) Ann Example {phrase} spoke.").paragraphs
    assert [paragraph.text[start:end] for start, end in paragraph.protect] == [phrase]


@pytest.mark.parametrize("text", ["(protected)", "protect", "(protect the boats)", "(strictly)"])
def test_what_protects_nobody(text: str) -> None:
    [paragraph] = read(f"1. (C) It is {text} here.").paragraphs
    assert paragraph.protect == ()


def test_a_span_covers_number_and_text() -> None:
    cable = read("1. (C) The port\nclosed.\n\n2. (C) B.")
    start, end = cable.paragraphs[0].span
    assert cable.raw[start:end] == "1. (C) The port\nclosed."


def test_a_page_mark_between_a_heading_and_its_lower_row() -> None:
    cable = read(
        "1. (C) Two:\n\na. It closed.\n\nb. It opened.\n\n-------\nHARBOUR\n\n"
        "TIRANA 00009901  002 OF 004\n\n\n-------\n\n2. (C) More."
    )
    assert [one.heading for one in cable.paragraphs] == [None, "HARBOUR"]
    assert cable.paragraphs[0].text == "Two:\na. It closed.\nb. It opened."


@pytest.mark.parametrize(
    "above", [pytest.param("", id="first"), pytest.param("1. (U) The port closed.\n\n", id="later")]
)
def test_mark_without_a_text_is_a_paragraph_and_no_heading(above: str) -> None:
    number = 2 if above else 1
    *_, empty, numbered = read(f"{above}(U)\n\n{number}. (U) The light burns.").paragraphs
    assert (empty.marking, empty.text) == ("U", "")
    assert (numbered.number, numbered.heading, numbered.text) == (number, None, "The light burns.")


@pytest.mark.parametrize(
    ("line", "text", "heading"),
    [
        pytest.param("What comes next\n---------------", "", "What comes next", id="ruled"),
        pytest.param("What comes next.\n----------------", " What comes next.", None, id="ended"),
        pytest.param("What comes next\n---", " What comes next", None, id="three dashes"),
    ],
)
def test_the_last_line_of_a_paragraph_may_be_a_heading(
    line: str, text: str, heading: str | None
) -> None:
    first, second = read(f"1. (C) It is closed.\n{line}\n\n2. (C) It is open.").paragraphs
    assert (first.text, second.heading) == (f"It is closed.{text}", heading)
