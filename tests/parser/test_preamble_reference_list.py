"""How far the list of a REF line goes, and how its labels part it."""

import pytest

from parser._preamble import read_preamble


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        pytest.param("A. ROME 1 B. ROME 2, 3", "ABB", id="letters"),
        pytest.param("(1) ROME 1 (2) ROME 2", "12", id="numbers"),
        pytest.param("a) Rome 1 b) Rome 2", "AB", id="small letters"),
        pytest.param("A. A) ROME 1 B. B) ROME 2", "AB", id="doubled"),
        pytest.param("A ROME 1, B ROME 2", "AB", id="bare"),
        pytest.param("ROME 1, ROME 2", "--", id="none"),
        pytest.param("A. ROME 1 C. ROME 3", "AC", id="one lost"),
        pytest.param("1 ROME 1 2 ROME 2", "12", id="numbers without a sign"),
        pytest.param("1 ROME 1 3 ROME 2", "11", id="the next one is due"),
        pytest.param("1) ROME 1 3) ROME 2", "13", id="with a sign the one behind it may be, too"),
        pytest.param("1) ROME 1 4) ROME 2", "11", id="but none further"),
    ],
)
def test_labels(line: str, labels: str) -> None:
    found = read_preamble(f"REF: {line}", year=2009).references
    assert "".join(one.value.label or "-" for one in found) == labels


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param(", 3\n\nClassified By: DCM Ann Example", id="classifier behind a serial"),
        pytest.param("\n\nC O R R E C T E D COPY OF PANAMA 1957", id="corrected copy"),
        pytest.param("\nSENSITIVE BUT UNCLASSIFIED; HANDLE WITH CARE 12", id="handling"),
        pytest.param("\n\nThe port of Tirana 12 is closed.", id="text without a number"),
        pytest.param(" THIS MESSAGE IS ABOUT ROME 12", id="on the same line"),
        pytest.param("\n-------\nROME 12\n-------", id="heading"),
    ],
)
def test_what_ends_the_list(behind: str) -> None:
    preamble = read_preamble(f"REF: ROME 9903{behind}", year=2009)
    assert preamble.references[0].value.mrn == "09ROME9903"
    assert len(preamble.references) == 1 + behind.startswith(", 3")


@pytest.mark.parametrize(
    ("line", "mrns"),
    [
        pytest.param("RIO\n\nDE JANEIRO 99", ("09RIODEJANEIRO99",), id="RIO / / DE JANEIRO 99"),
        pytest.param(
            "A. STATE 1234\n\n     ¶B. ROME 99\n     ¶C. KABUL 12",
            ("09STATE1234", "09ROME99", "09KABUL12"),
            id="A. STATE 1234 / / ¶B. ROME 99 / ¶C. KABUL 12",
        ),
        pytest.param(
            "A. ROME 99\nB. STATE 12\nC. DOE EMAIL\n\nThis message is sensitive",
            ("09ROME99", "09STATE12"),
            id="A. ROME 99 / B. STATE 12 / C. DOE EMAIL / / This message is",
        ),
    ],
)
def test_what_goes_on_behind_a_blank_line(line: str, mrns: tuple[str, ...]) -> None:
    preamble = read_preamble(
        f"TAGS: PREL\nREF: {line}\n\n1. (C) Text", year=2009, own_mrn="09TIRANA9901"
    )
    found = tuple(one.value.mrn for one in preamble.references if one.value.mrn)
    assert found == mrns
