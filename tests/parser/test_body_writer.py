"""Paragraphs as they are written: their marks, reflowed text, phrases and redactions."""

from __future__ import annotations

import pytest

from parser import Paragraph, parse_message
from parser._body.marks import normal_mark
from parser._body.phrases import find_protect_phrases, find_redactions

FRONT = "SECRET TIRANA 009901\n\nSUBJECT: QUAYS\n\n"


def read(body: str) -> Paragraph:
    [paragraph] = parse_message(f"{FRONT}1. {body}").cable.paragraphs
    return paragraph


@pytest.mark.parametrize(
    ("level", "control", "mark"),
    [
        *((word, None, word) for word in ("U", "SBU", "C", "S", "TS", "LOU", "FOUO")),
        ("unclassified", None, "U"),
        ("UNCLAS", None, "U"),
        ("SENSITIVE BUT UNCLASSIFIED", None, "SBU"),
        ("SENSITIVE", None, "SBU"),
        ("CONFIDENTIAL", None, "C"),
        ("SECRET", None, "S"),
        ("TOP SECRET", None, "TS"),
        ("LIMITED OFFICIAL USE", None, "LOU"),
        ("FOR OFFICIAL USE ONLY", None, "FOUO"),
        ("S", "NOFORN", "S/NF"),
        ("S", "N", "S/NF"),
        ("C", "rel  uk", "C/REL UK"),
        ("C", "ENTIRE TEXT", "C"),
    ],
)
def test_a_mark_is_written_the_short_way(level: str, control: str | None, mark: str) -> None:
    assert normal_mark(level, control) == mark


@pytest.mark.parametrize(
    ("printed", "mark"),
    [
        *((f"({level})", level) for level in ("U", "SBU", "C", "S", "TS", "LOU", "FOUO")),
        ("(TOP SECRET)", "TS"),
        ("( C )", "C"),
        ("[C]", "C"),
        ("(C-NF)", "C/NF"),
        ("(C, NF)", "C/NF"),
        ("(U/FOUO)", "U/FOUO"),
        ("(S/REL TO USA, UK)", "S/REL TO USA, UK"),
        ("(C/EXDIS)", "C/EXDIS"),
        ("SBU)", "SBU"),
        ("(S", "S"),
    ],
)
def test_a_printed_mark(printed: str, mark: str) -> None:
    paragraph = read(f"{printed} The port.")
    assert (paragraph.marking, paragraph.text) == (mark, "The port.")


@pytest.mark.parametrize("printed", ["(CA)", "(X)", "(C/XY)", "Sea)"])
def test_what_is_no_mark(printed: str) -> None:
    paragraph = read(f"{printed} the port.")
    assert (paragraph.marking, paragraph.text) == (None, f"{printed} the port.")


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        pytest.param("The  port\n  closed.", "The port closed.", id="spaces"),
        pytest.param("The\tport\x0bclosed.", "The port closed.", id="other white space"),
        pytest.param("The caf\u00e9\u2028 closed.", "The caf\u00e9 closed.", id="a line separator"),
        pytest.param("A pro-\nboat party.", "A pro-boat party.", id="hyphen at the end of a line"),
        pytest.param(
            "A pro-\nboat party\nof two.", "A pro-boat party of two.", id="hyphen, then a line end"
        ),
        pytest.param("A pro- \n  boat party.", "A pro-boat party.", id="spaces around it"),
        pytest.param("In 2008-\n2009 it shut.", "In 2008- 2009 it shut.", id="behind a digit"),
        pytest.param("The port -\nold - shut.", "The port - old - shut.", id="a dash"),
        pytest.param("Two:\n- one\n- two", "Two:\n- one\n- two", id="items"),
    ],
)
def test_text_is_put_on_one_line(printed: str, text: str) -> None:
    assert read(f"(C) {printed}").text == text


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        *(
            (f"Ann {phrase} spoke", [phrase])
            for phrase in (
                *("(fully protect)", "(strongly protect)", "(Please protect)", "[PROTECT]"),
                *("(protect strictly)", "(protect throughout)", "(protect identity)"),
                *("(please strictly protect sources)", "(protect the name)"),
            )
        ),
        ("(protect) and [protect]", ["(protect)", "[protect]"]),
        ("(protects)", []),
        ("(strictly)", []),
        ("(protect) ", ["(protect)"]),
    ],
)
def test_phrases(text: str, phrases: list[str]) -> None:
    assert [text[start:end] for start, end in find_protect_phrases(text)] == phrases


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Ann xxx spoke", ["xxx"]),
        ("Ann XXXX spoke", ["XXXX"]),
        ("Ann xxx, XXX-xxx / xxx", ["xxx, XXX-xxx", "xxx"]),
        ("Ann xx spoke", []),
        ("Annxxx spoke", []),
        ("xxxAnn spoke", []),
        ("XXX.", ["XXX"]),
    ],
)
def test_redactions(text: str, runs: list[str]) -> None:
    assert [text[start:end] for start, end in find_redactions(text)] == runs


@pytest.mark.parametrize("sign", ["(protect)", "[PROTECT]", "(PLEASE\nPROTECT)", "xxx", "XXX"])
def test_signs_are_found_in_a_later_paragraph(sign: str) -> None:
    body = f"1. (C) A port.\n\n2. (C) Ann {sign} spoke."
    last = parse_message(FRONT + body).cable.paragraphs[-1]
    found = last.protect + last.redactions
    assert [last.text[start:end] for start, end in found] == [sign.replace("\n", " ")]


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        pytest.param(
            ["          2007      2008", "Fish      12        14", "  Cod     3         4"],
            ["          2007      2008", "Fish      12        14", "  Cod     3         4"],
            id="years above figures",
        ),
        pytest.param(
            ["     Fish      12        14", "       Cod     3         4"],
            ["Fish      12        14", "  Cod     3         4"],
            id="a table that stands to the right",
        ),
        pytest.param(
            ["\tFish      12        14", "          Cod   3         4"],
            ["Fish      12        14", "  Cod   3         4"],
            id="behind a tabulator",
        ),
        pytest.param(
            ["Fish      12        14", "    caught at sea", "Oil       3         4"],
            ["Fish      12        14", "caught at sea", "Oil       3         4"],
            id="a line that is no row",
        ),
    ],
)
def test_rows_keep_their_place_below_each_other(rows: list[str], shown: list[str]) -> None:
    table = "\n".join(rows)
    assert read(f"It was so:\n\n{table}\n").text.split("\n") == ["It was so:", *shown]
    one = parse_message(f"{FRONT}COMMENT\n-------\n\n{table}\n").cable.paragraphs[0]
    assert one.text.split("\n") == shown


@pytest.mark.parametrize(
    ("body", "handling"),
    [
        pytest.param("Handle accordingly.\n\n1. (C) A.", ("Handle accordingly.",), id="one"),
        pytest.param(
            "Entire text is of\nthe port.\n\nNot for internet.\n\n1. (C) A.",
            ("Entire text is of the port.", "Not for internet."),
            id="two",
        ),
        pytest.param("1. (C) Handle accordingly.", (), id="a numbered paragraph"),
        pytest.param("The port.\n\nHandle accordingly.\n\n1. (C) A.", (), id="behind text"),
    ],
)
def test_handling_lines(body: str, handling: tuple[str, ...]) -> None:
    assert parse_message(FRONT + body).cable.handling == handling


def test_handling_lines_in_front_of_the_paragraphs_are_none_of_them() -> None:
    body = "Please protect it.\n\nPlease handle\nit so.\n\nThe port.\n\n1. (C) It closed."
    cable = parse_message(FRONT + body).cable
    assert cable.handling == ("Please protect it.", "Please handle it so.")
    assert [one.text for one in cable.paragraphs] == ["The port.", "It closed."]
