"""Classified By lines that were cut, wrapped, or stand inside the text."""

import pytest

from parser._preamble import read_preamble


def test_a_name_around_a_page_mark_is_repaired() -> None:
    text = "Classified By: DCM Ann PAGE 02  TIRANA  09901 140605Z Example, reason 1.4 (b)"
    [name] = read_preamble(text).classified_by
    assert name.value == "Ann Example"
    assert name.is_repaired


WRAPPED = (
    "Classified By: Political Section Minister Counselor Ann Example-Wexford"
    " for reasons 1.4 (b) and (d)."
)


@pytest.mark.parametrize("gap", ["\n", " \n", " \n \n"], ids=["line end", "space", "blank line"])
@pytest.mark.parametrize("more", range(6))
def test_a_line_cut_at_the_fixed_width(more: int, gap: str) -> None:
    line = WRAPPED.replace("Ann", "Annabel"[: 3 + more])
    preamble = read_preamble(f"{line[:71]}{gap}{line[71:]}\n\n1. (C) Text")
    name = f"{'Annabel'[: 3 + more]} Example-Wexford"
    assert [found.value for found in preamble.classified_by] == [name]
    assert [found.value for found in preamble.reasons] == ["b", "d"]


@pytest.mark.parametrize(
    ("text", "names", "reasons"),
    [
        pytest.param(
            "Classified By: Ann E\n\nxample; rea\n\nsons 1.4 b/d", "Ann Example", "bd", id="narrow"
        ),
        pytest.param(
            "Classified By: DCM Ann Exa \nmple for reasons 1.4 (b)",
            "Ann Exa mple",
            "b",
            id="short line",
        ),
        pytest.param(
            "Classified By: DCM Ann \nExample for reasons 1. \n4 (b)",
            "Ann Example",
            "b",
            id="number",
        ),
        pytest.param(
            "Classified By: DCM Ann Example under Se \nction 1.5 b",
            "Ann Example",
            "b",
            id="section",
        ),
        pytest.param(
            "CLASSIFIED BY ANN EXAMPLE.\nSECRET\nPAGE 02  TIRANA  09901 140605Z\nREASONS: 1.5 (B)",
            "ANN EXAMPLE",
            "b",
            id="page mark",
        ),
        pytest.param(
            "Classified By: This message was classified by Ann Example, 1.4 (b)",
            "Ann Example",
            "b",
            id="in a sentence of its own",
        ),
        pytest.param(
            "Classified By: DCM Ann Reese, for reasons 1.5 \n(c) and (d). \n \n1. (S/NF) Text",
            "Ann Reese",
            "cd",
            id="letters on a line of their own",
        ),
        pytest.param(
            "Classified By: DCM Ann Reese, reasons 1.4 (b), \n \n (c) and (d). \n \n1. (S) Text",
            "Ann Reese",
            "bcd",
            id="letters behind a blank line",
        ),
        pytest.param(
            "Classified By: DCM Ann Reese for reasons 1.4 \n \n(a), (b) and (d). \n \n1. (S) Text",
            "Ann Reese",
            "abd",
            id="all letters behind a blank line",
        ),
        pytest.param(
            "Classified By: Classified by Political Counselor Ann Q. de la Van Horne\n"
            "for reasons 1.4 (b).",
            "Ann Q. de la Van Horne",
            "b",
            id="a full line that ends with the name",
        ),
        pytest.param("Classified By: DCM Ann Q. Scht (b)", "Ann Q. Scht", "b", id="no vowel"),
        pytest.param(
            "Classified By: DCM Ann Tsa, 1.4 (b)", "Ann Tsa", "b", id="name like an agency"
        ),
        pytest.param("Classified By: Ann Ramann 1.4 (b)", "Ann Ramann", "b", id="name with R"),
        pytest.param(
            "Classified By: Ann Example, reesons 1.4 (b)", "Ann Example", "b", id="misspelt"
        ),
        pytest.param(
            "1. (U) CLASSIFIED BY CDA ANN EXAMPLE, REASON 1.5.D.\n\n2. (C) Text",
            "ANN EXAMPLE",
            "d",
            id="in the first paragraph",
        ),
        pytest.param(
            "1. CONFIDENTIAL - ENTIRE TEXT. CLASSIFIED BY SECTION 1.5 (B)\nAND (D).",
            "",
            "bd",
            id="by a section",
        ),
        pytest.param(
            "SUBJECT: QUAYS\n\n1. (U) The quays were\nclassified by the port as Old Harbour.",
            "",
            "",
            id="in a sentence",
        ),
    ],
)
def test_broken_and_hidden_lines(text: str, names: str, reasons: str) -> None:
    preamble = read_preamble(text)
    assert ", ".join(found.value for found in preamble.classified_by) == names
    assert "".join(found.value for found in preamble.reasons) == reasons
