"""Stretches of text that belong together by themselves, and what each begins with."""

from __future__ import annotations

import pytest

from parser._body.chunks import is_ended, last_line, read_chunks


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\n ", [], id="blank"),
        pytest.param("Ann\nBob", ["text Ann\nBob"], id="lines"),
        pytest.param("Ann\n\nBob", ["text Ann", "text Bob"], id="blank line"),
        pytest.param("Ann\n \n\nBob\n", ["text Ann", "text Bob"], id="blank lines"),
        pytest.param("Ann\n- a\n- b", ["text Ann", "bullet - a", "bullet - b"], id="bullets"),
        pytest.param("- a\n* b", ["bullet - a", "bullet * b"], id="bullet first"),
        pytest.param("--a\n\u2022 b", ["bullet --a", "bullet \u2022 b"], id="other bullets"),
        pytest.param("=   Ann\n= b", ["bullet =   Ann\n= b"], id="an equals sign, and spaces"),
        pytest.param("o   Ann\no  b\no c", ["bullet o   Ann", "bullet o  b\no c"], id="an o"),
        pytest.param("o      Ann", ["bullet o      Ann"], id="an o far from its item"),
        pytest.param("o   Aa   bb   cc", ["row o   Aa   bb   cc"], id="an o before columns"),
        pytest.param("--- Ann\n---- B", ["bullet --- Ann", "bullet ---- B"], id="below an item"),
        pytest.param("a. Ann\nB) Bob", ["bullet a. Ann", "bullet B) Bob"], id="letters"),
        pytest.param(
            "(a) Ann\n(ii) Bob\n(12) C",
            ["bullet (a) Ann", "bullet (ii) Bob", "bullet (12) C"],
            id="in brackets",
        ),
        pytest.param("Ann\na.m. it", ["text Ann\na.m. it"], id="no letter of a list"),
        pytest.param("Ann\n**Bob**", ["text Ann\n**Bob**"], id="two stars"),
        pytest.param(
            "1. A\n2) B\n3 (C) C", ["number 1. A", "number 2) B", "number 3 (C) C"], id="numbers"
        ),
        pytest.param(
            "\u00b61 A\n\u00b6 2. B", ["number \u00b61 A", "number \u00b6 2. B"], id="pilcrows"
        ),
        pytest.param("Ann\n2009 was", ["text Ann\n2009 was"], id="a year"),
        pytest.param("(C) A\n(S//NF) B", ["mark (C) A", "mark (S//NF) B"], id="marks"),
        pytest.param("---\nAnn", ["rule ---", "text Ann"], id="rule"),
        pytest.param("Ann\n- - -\nBob", ["text Ann", "rule - - -", "text Bob"], id="spaced rule"),
        pytest.param(
            "Ann\n=====\n--\nBob", ["text Ann", "rule =====\n--", "text Bob"], id="wrapped rule"
        ),
        pytest.param("--- Ann ---\nBob", ["heading --- Ann ---", "text Bob"], id="heading"),
        pytest.param("Ann ---\nBob", ["heading Ann ---", "text Bob"], id="dashes behind"),
        pytest.param(
            "Ann ---\nBob ---\nC", ["heading Ann ---", "heading Bob ---", "text C"], id="two"
        ),
        pytest.param(
            "---   ---   ---\nAnn", ["rule ---   ---   ---", "text Ann"], id="rule in columns"
        ),
        pytest.param("1. Ann ---\nBob", ["number 1. Ann ---\nBob"], id="dashes in a paragraph"),
        pytest.param("Ann --\nBob", ["text Ann --\nBob"], id="two dashes are no rule"),
        pytest.param(
            "Ann\naa   bb   cc\ndd   ee   ff\nBob",
            ["text Ann", "row aa   bb   cc", "row dd   ee   ff", "text Bob"],
            id="rows",
        ),
        pytest.param(
            "1. Aa   bb   cc\ndd   ee   ff",
            ["number 1. Aa   bb   cc", "row dd   ee   ff"],
            id="number, then row",
        ),
        pytest.param("(C) Aa   bb   cc", ["mark (C) Aa   bb   cc"], id="a mark begins no row"),
        pytest.param("Ann.   Bob   C", ["text Ann.   Bob   C"], id="spaces behind a sentence"),
        pytest.param("Ann      Bob", ["row Ann      Bob"], id="two wide columns"),
        pytest.param("Ann     Bob", ["text Ann     Bob"], id="five spaces"),
        pytest.param(
            "Aa   bb   cc\nDd   ee\nFf   gg\nHh",
            ["row Aa   bb   cc", "row Dd   ee", "row Ff   gg", "text Hh"],
            id="two columns below a row",
        ),
        pytest.param(
            "Dd   ee\nFf   gg.\nAa   bb   cc",
            ["row Dd   ee", "row Ff   gg.", "row Aa   bb   cc"],
            id="two columns above a row",
        ),
        pytest.param(
            "Rome       40\nOslo       22", ["row Rome       40", "row Oslo       22"], id="wide"
        ),
        pytest.param("Rome   40\nOslo   22", ["row Rome   40", "row Oslo   22"], id="one below"),
        pytest.param(
            "Rome and Oslo   40\nBonn             2",
            ["row Rome and Oslo   40", "row Bonn             2"],
            id="ends one below another",
        ),
        pytest.param(
            "Rome   and it\nOslo    was it", ["text Rome   and it\nOslo    was it"], id="by chance"
        ),
        pytest.param(
            "Ann\n          2007    2008\n-----\nAa   bb   cc",
            ["text Ann", "row 2007    2008", "rule -----", "row Aa   bb   cc"],
            id="years above figures",
        ),
        pytest.param("          2007    2008", ["row 2007    2008"], id="years in the first line"),
        pytest.param("       2007    2008", ["text 2007    2008"], id="seven spaces"),
    ],
)
def test_chunks(text: str, chunks: list[str]) -> None:
    read = read_chunks(text, 0, len(text))
    assert [f"{one.kind} {text[one.start : one.end]}" for one in read] == chunks


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        pytest.param("Ann\n- a\n\n- b", [True, False, True], id="blank line"),
        pytest.param("Ann\n---\nBob", [True, False, True], id="row of dashes"),
        pytest.param("Ann ---\nBob", [True, True], id="dashes behind"),
        pytest.param("aa   bb   cc\ndd   ee   ff\n\ngg   hh   ii", [True, False, True], id="rows"),
        pytest.param("Ann\naa   bb   cc\nBob", [True, False, False], id="text below a row"),
    ],
)
def test_what_stands_apart(text: str, apart: list[bool]) -> None:
    assert [one.is_apart for one in read_chunks(text, 0, len(text))] == apart


@pytest.mark.parametrize("line_end", ["", "\n" + "x" * 50])
def test_numbers_inside_lines_of_more_than_a_hundred_characters(line_end: str) -> None:
    text = f"1. (C) Ann said so. 2. (C) Bob said so.{' Yes' * 20}{line_end}"
    numbers = [one for one in read_chunks(text, 0, len(text)) if one.kind == "number"]
    assert len(numbers) == (1 if line_end else 2)


LONG = "The boats came in on the day of the festival, and the keeper said so. " * 8


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        pytest.param("It closed. 2. (C) Bob.", ["number", "number"], id="number"),
        pytest.param("They go  2. (C) Bob.", ["number", "number"], id="behind two spaces"),
        pytest.param("They go 2. (C) Bob.", ["number"], id="in a sentence"),
        pytest.param(
            "It closed.  QUAYS AND BOATS  2. (C) Bob.",
            ["number", "heading", "number"],
            id="heading",
        ),
        pytest.param(
            "It closed.  ... AND BOATS ...  2. (C) Bob.", ["number", "heading", "number"], id="dots"
        ),
        pytest.param(
            "It closed.  Quays and Boats  2. (C) Bob.",
            ["number", "text", "number"],
            id="small letters",
        ),
        pytest.param("Two:  -- Quays.  -- Boats.", ["number", "bullet", "bullet"], id="items"),
        pytest.param("Two  -- Quays -- boats.", ["number"], id="dashes in a sentence"),
        pytest.param("Two: -- Quays; --Boats.", ["number", "bullet", "bullet"], id="one space"),
        pytest.param("It is. -- Quays.", ["number"], id="one item behind one space"),
        pytest.param("It is. -- quays; -- boats.", ["number"], id="small letters behind one"),
        pytest.param("It closed. Quays -----", ["number", "heading"], id="heading and its row"),
        pytest.param("It closed. U.S. Boats ---------", ["number", "heading"], id="initials"),
        pytest.param("It closed. Quays -------", ["number", "heading"], id="a longer row"),
        pytest.param("It closed. Quays --------", ["number"], id="a row that is too long"),
        pytest.param(
            "It closed. Old Quays? --------------", ["number", "heading"], id="a long row"
        ),
        pytest.param(
            "It closed. Old Quays ------ 2. (C) Bob.", ["number", "heading", "number"], id="row"
        ),
        pytest.param(
            "It closed at the Old Quays --------------", ["number"], id="a long row in one"
        ),
        pytest.param("It closed. Quays\n-----", ["number", "text", "rule"], id="a row below"),
        pytest.param("It closed at Quays\n-----", ["number", "rule"], id="a row below a sentence"),
        pytest.param("It closed at Quays -----", ["number"], id="a row in a sentence"),
        pytest.param("It closed. quays -----", ["number"], id="a row below small letters"),
    ],
)
@pytest.mark.parametrize("short", [0, 9], ids=["alone", "among short lines"])
def test_what_begins_inside_a_long_line(line: str, kinds: list[str], short: int) -> None:
    text = f"1. (C) {LONG}{line}" + "\n\nThe quay\n\nThe port" * short
    assert [one.kind for one in read_chunks(text, 0, len(text))] == kinds + ["text"] * 2 * short


def test_only_the_stretch_that_is_asked_for_is_divided() -> None:
    text = "Ann\n\nBob\n\nCarl"
    read = read_chunks(text, 5, 8)
    assert [text[one.start : one.end] for one in read] == ["Bob"]


@pytest.mark.parametrize(
    ("line", "is_end"),
    [
        *((f"It is so{end}", True) for end in (".", "!", "?", ":", ";")),
        *((f"It is so.{end}", True) for end in ('"', "'", ")", "]", "\u201d", "\u2019")),
        *((f"It is so{end}", False) for end in ("", ",", "-", '"', ")", "\u2019")),
        ("", False),
    ],
)
def test_end_of_a_sentence(line: str, *, is_end: bool) -> None:
    assert is_ended(line) is is_end


@pytest.mark.parametrize(
    ("text", "line"),
    [("Ann", "Ann"), ("Ann\n  Bob", "Bob"), ("Ann\nBob\nCarl", "Carl")],
    ids=["one", "indented", "last of three"],
)
def test_last_line(text: str, line: str) -> None:
    [chunk] = read_chunks(text, 0, len(text))
    assert last_line(text, chunk) == line
