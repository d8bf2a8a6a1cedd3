"""How far a Classified By field reaches: over blank lines, up to a rule or the text."""

from __future__ import annotations

import pytest

from parser._preamble import Preamble, read_preamble

FULL = "Classified By: Ambassador Ann Example of the Embassy of Tirana, for rea"
"""71 characters: the system that printed the line cut it here."""


def read(lines: str) -> Preamble:
    return read_preamble(f"SUBJECT: QUAYS\n\n{lines}\n\n1. (C) Text")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param(FULL, "sons 1.4 (b) and (d).", id="cut at 71 characters"),
        pytest.param("Classified By: Ann Example,", "1.4 (b) and (d)", id="comma"),
        pytest.param("Classified By: Ann Example for", "1.4 (b) and (d)", id="for"),
        pytest.param("Classified By: Ann Example. Reason:", "1.4 (b) and (d)", id="reason"),
        pytest.param("Classified By: Ann Example. Reasons", "1.4 (b) and (d)", id="reasons"),
        pytest.param("Classified By: Ann Example. 1.", "4 (b) and (d)", id="inside the section"),
        pytest.param("Classified By: Ann Example. 1.4 (b) and", "(d)", id="and"),
        pytest.param("Classified By: Ann Example. 1.4 (b) &", "(d)", id="ampersand"),
        pytest.param(
            "Classified By: Ann Example.", "For reasons 1.4 (b) and (d)", id="for reasons"
        ),
        pytest.param("Classified By: Ann Example.", "Reasons 1.4 (b) and (d)", id="reasons below"),
        pytest.param("Classified By: Ann Example. 1.4 (b)", "and (d)", id="letters below"),
        pytest.param("Classified By: Ann Example. 1.4 (b) and (d", ").", id="bracket below"),
        pytest.param("Classified By: Ann Example. 1.4 (b) and (d)", ".", id="full stop below"),
        pytest.param(
            "Classified By: DCM", "Ann Example, reasons 1.4 (b) and (d)", id="the name below"
        ),
        pytest.param(
            "Classified By: Ann Example", "of it, reasons 1.4 (b) and (d)", id="small letters"
        ),
    ],
)
@pytest.mark.parametrize("blank", ["\n", "\n\n", "\n \n"], ids=["next line", "blank", "space"])
def test_what_goes_on(above: str, below: str, blank: str) -> None:
    preamble = read(f"{above}{blank}{below}")
    assert [found.value for found in preamble.classified_by] == ["Ann Example"]
    assert [found.value for found in preamble.reasons] == ["b", "d"]
    assert preamble.end == len(f"SUBJECT: QUAYS\n\n{above}{blank}{below}\n\n")


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("\n\nThe port is shut, 1.4 (d).", id="a sentence behind a blank line"),
        pytest.param("\n---\n1.4 (d)", id="row of dashes"),
        pytest.param("\n\u00b62 1.4 (d)", id="pilcrow"),
        pytest.param("\n2. (C) 1.4 (d)", id="paragraph"),
        pytest.param("\nBEGIN SUMMARY 1.4 (d)", id="summary"),
        pytest.param(" ---- 1.4 (d)", id="dashes in the line"),
    ],
)
def test_what_ends_it(below: str) -> None:
    preamble = read(f"Classified By: Ann Example for reasons 1.4 (b).{below}")
    assert [found.value for found in preamble.classified_by] == ["Ann Example"]
    assert [found.value for found in preamble.reasons] == ["b"]


@pytest.mark.parametrize(
    "line",
    [
        *("for", "citing", "for the following reasons", "under", "per", "based on", "pursuant to"),
        *("IAW", "because of", "due to", "according to", "in accordance with", "by authority of"),
        *("on the basis of", "on grounds of", "E.O. 12958,", "Executive Order 12958,", "derived"),
        *("declassify", "rationale:", "Sec.", "Sec", "fro", "forreasons", "forthe reasons"),
    ],
)
def test_what_ends_the_name(line: str) -> None:
    preamble = read(f"Classified By: Ann Example {line} 1.4 (b).")
    assert [found.value for found in preamble.classified_by] == ["Ann Example"]
    assert preamble.classifier_title is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param(
            "Director for Regional Affairs Ann Example", ["Ann Example"], id="a title goes on"
        ),
        pytest.param("Under Secretary Ann Example", ["Ann Example"], id="a title of two words"),
        pytest.param("Reasons 1.4 (b), by Ann Example", ["Ann Example"], id="reasons first"),
    ],
)
def test_words_that_end_no_name(line: str, names: list[str]) -> None:
    preamble = read(f"Classified By: {line}.")
    assert [found.value for found in preamble.classified_by] == names


@pytest.mark.parametrize("blank", ["\n", "\n\n"], ids=["next line", "blank"])
def test_letters_that_look_like_a_portion_mark(blank: str) -> None:
    preamble = read(f"Classified By: Ann Example for reasons 1.4{blank}(C) and (D).")
    assert [found.value for found in preamble.reasons] == ["c", "d"]


def test_a_portion_mark_behind_a_blank_line_begins_the_text() -> None:
    text = "SUBJECT: QUAYS\nClassified By: Ann Example for reasons 1.4 (B).\n\n(C) The port closed."
    assert text[read_preamble(text).end :] == "(C) The port closed."


def test_a_page_mark_inside_is_lifted_out() -> None:
    preamble = read(
        "Classified By: Ambassador Ann\nTIRANA 00009901 001.2 OF 003\nExample for 1.4 (b)."
    )
    assert [found.value for found in preamble.classified_by] == ["Ann Example"]
    assert preamble.classified_by[0].is_repaired


def test_the_first_line_with_a_name_and_the_first_with_reasons_count() -> None:
    preamble = read("Classified By: Ann Example\nClassified By: Bob Sample, reasons 1.4 (b)")
    assert [found.value for found in preamble.classified_by] == ["Ann Example"]
    assert [found.value for found in preamble.reasons] == ["b"]
    assert preamble.reason_section.value == "1.4"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        pytest.param("Ann Example for 1.4 (b).", "The port is shut, 1.4 (d).", id="reasons given"),
        pytest.param("Ann Example.", "The port is shut, 1.4 (d).", id="a stop"),
        pytest.param("Ann Example, reasons b", "The port is shut, 1.4 (d).", id="letters given"),
        pytest.param("Ann Example, reasons 1.4 (b)", "of the port.", id="a bracket"),
        pytest.param("Ann Example, 1.4 b", "The port.", id="a letter"),
    ],
)
def test_where_the_text_begins_behind_it(line: str, text: str) -> None:
    whole = f"SUBJECT: QUAYS\n\nClassified By: {line}\n\n{text}"
    assert whole[read_preamble(whole).end :] == text


@pytest.mark.parametrize(
    "level", ["CONFIDENTIAL", "C O N F I D E N T I A L", "SECRET//NOFORN", "UNCLASSIFIED"]
)
def test_the_level_of_a_page_behind_the_reasons_is_no_text(level: str) -> None:
    whole = f"SUBJECT: QUAYS\n\nClassified By: Ann Example. Reason: 1.4 (b), (d) {level}\n\nText."
    assert whole[read_preamble(whole).end :].strip() == "Text."


@pytest.mark.parametrize(
    ("width", "letters"),
    [
        pytest.param(57, ["b"], id="short"),
        pytest.param(58, ["b"], id="as long as the first line behind its keyword"),
        pytest.param(70, ["b"], id="almost full"),
        pytest.param(71, ["b", "d"], id="full"),
        pytest.param(72, ["b"], id="longer"),
    ],
)
def test_only_a_line_that_was_cut_goes_on_over_a_blank_one(width: int, letters: list[str]) -> None:
    second = f"{'x' * (width - 9)}, 1.4 (b)"[-width:]
    assert len(second) == width
    preamble = read(f"Classified By: Ann Example, reasons\n{second}\n\nd, so they say.")
    assert [found.value for found in preamble.reasons] == letters
