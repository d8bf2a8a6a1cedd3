"""Names without titles, in the many ways in which lines give them."""

import pytest

from parser._preamble import read_preamble


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param(
            "Ambassador Ann Example for reasons 1.4(b) and d)",
            "Ann Example",
            id="Ambassador Ann Example for reasons 1.4(b) and d)",
        ),
        pytest.param(
            "DCM Ann Example/Poloff Bob Sample, reason 1.4 (b)",
            "Ann Example, Bob Sample",
            id="two people, a slash between them",
        ),
        pytest.param(
            'Ambassador Robert "Bob" Example for reasons 1.4 (b)',
            'Robert "Bob" Example',
            id="nickname",
        ),
        pytest.param("MGEN ANN EXAMPLE, REASON 1.4 (B)", "ANN EXAMPLE", id="military rank"),
        pytest.param(
            "DCM Doug Example, Reason 1.4. (b) and (d)",
            "Doug Example",
            id="DCM Doug Example, Reason 1.4. (b) and (d)",
        ),
        pytest.param(
            "Pol/Mil Counselor Gary Example for Reasons: Sections 1.4(B) and 1.4(D).",
            "Gary Example",
            id="Pol/Mil Counselor Gary Example for Reasons: Sectio",
        ),
        pytest.param(
            "PO Chief: Robert Example reasons: 1.4 (b) and (d)",
            "Robert Example",
            id="PO Chief: Robert Example reasons: 1.4 (b) and (d)",
        ),
        pytest.param(
            "POLOFF ANDREW EXAMPLE. 1.4 (B and D)",
            "ANDREW EXAMPLE",
            id="POLOFF ANDREW EXAMPLE. 1.4 (B and D)",
        ),
        pytest.param("Derived from DSCG 05-1 b, d", "", id="Derived from DSCG 05-1 b, d"),
        pytest.param(
            "Derived from US SCG, reasons 1.4 (b)", "", id="Derived from US SCG, reasons 1.4 (b)"
        ),
        pytest.param(
            "Multiple sources, reasons 1.4 (b)", "", id="Multiple sources, reasons 1.4 (b)"
        ),
        pytest.param(
            "VCI Assistant Secretary Paula DeExample, VCI, reason 1.4 (b)",
            "Paula DeExample",
            id="VCI Assistant Secretary Paula DeExample, VCI, reas",
        ),
        pytest.param(
            "CDA, GREG EXAMPLE, REASON 1.5 (B)",
            "GREG EXAMPLE",
            id="CDA, GREG EXAMPLE, REASON 1.5 (B)",
        ),
        pytest.param(
            "Deputy Consul General Y.M. Example, reason 1.4 (b)",
            "Y.M. Example",
            id="Deputy Consul General Y.M. Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Econoff DJ Example, reason 1.4 (b)",
            "DJ Example",
            id="Econoff DJ Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Econoff TJ van Example, reason 1.4 (b)",
            "TJ van Example",
            id="Econoff TJ van Example, reason 1.4 (b)",
        ),
        pytest.param(
            "DCM A.Example, reason 1.4 (b)", "A.Example", id="DCM A.Example, reason 1.4 (b)"
        ),
        pytest.param(
            "Ambassador W. Stuart Example III, reason 1.4 (b)",
            "W. Stuart Example III",
            id="Ambassador W. Stuart Example III, reason 1.4 (b)",
        ),
        pytest.param(
            "Ambassador Example (Reasons 1.4 (b) and (d))",
            "Example",
            id="Ambassador Example (Reasons 1.4 (b) and (d))",
        ),
        pytest.param(
            "U.S. Consul General Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="U.S. Consul General Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Ambassador Ann Example, Chief of Mission. Reasons 1.4 (b)",
            "Ann Example",
            id="Ambassador Ann Example, Chief of Mission. Reasons ",
        ),
        pytest.param(
            "Ann Example, Deputy Political Counselor, Embassy Kabul, reason 1.4 (b)",
            "Ann Example",
            id="Ann Example, Deputy Political Counselor, Embassy K",
        ),
        pytest.param(
            "EUR/RPM Director Ann Example for 1.4 (b)",
            "Ann Example",
            id="EUR/RPM Director Ann Example for 1.4 (b)",
        ),
        pytest.param(
            "Acting Charge Ann Example for 1.4 (b)",
            "Ann Example",
            id="Acting Charge Ann Example for 1.4 (b)",
        ),
        pytest.param(
            "AMBASSADOR JOHN B. CRAIG EXAMPLE.REASON:1.5 (B)",
            "JOHN B. CRAIG EXAMPLE",
            id="AMBASSADOR JOHN B. CRAIG EXAMPLE.REASON:1.5 (B)",
        ),
        pytest.param(
            "ECON/POL CHIEF ANN EXAMPLE.REASON 1.4 (B)",
            "ANN EXAMPLE",
            id="ECON/POL CHIEF ANN EXAMPLE.REASON 1.4 (B)",
        ),
        pytest.param(
            "Counselor for Political Affairs Ann Example, Reason: 1.4 (b)",
            "Ann Example",
            id="Counselor for Political Affairs Ann Example, Reaso",
        ),
        pytest.param(
            "DCM Ann Example Reason: 1.4 (b)", "Ann Example", id="DCM Ann Example Reason: 1.4 (b)"
        ),
        pytest.param(
            "Dep. Asst. Sec. Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Dep. Asst. Sec. Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Asst. Secretary Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Asst. Secretary Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Gen. Ann Example, reason 1.4 (b)", "Ann Example", id="Gen. Ann Example, reason 1.4 (b)"
        ),
        pytest.param(
            "Counsul General Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Counsul General Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Depuyt Chief of Mission Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Depuyt Chief of Mission Ann Example, reason 1.4 (b",
        ),
        pytest.param(
            "Ambasador Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Ambasador Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Ambassador. Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Ambassador. Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Ambassador - Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Ambassador - Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Ambassador; Ann Example; reason 1.4 (b)",
            "Ann Example",
            id="Ambassador; Ann Example; reason 1.4 (b)",
        ),
        pytest.param(
            "AMB. ANN EXAMPLE, REASON 1.4 (B)", "ANN EXAMPLE", id="AMB. ANN EXAMPLE, REASON 1.4 (B)"
        ),
        pytest.param(
            "Charge D'Affairs Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Charge D'Affairs Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Charge de Affaires Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Charge de Affaires Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Charge d' Affaires Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Charge d' Affaires Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Charge-d'Affaires Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Charge-d'Affaires Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Charge d\u2019Affaires Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Charge d'Affaires Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Charge Ann Example a.i., reason 1.4 (b)",
            "Ann Example",
            id="Charge Ann Example a.i., reason 1.4 (b)",
        ),
        pytest.param(
            "Charge, a.i. Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Charge, a.i. Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Charge a.i., Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Charge a.i., Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "D/Director Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="D/Director Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Econ Couns. Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Econ Couns. Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Political Couselor Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Political Couselor Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Politcal Counselor Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Politcal Counselor Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Econmic Counselor Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Econmic Counselor Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Minster Counselor Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Minster Counselor Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Consulate Karachi Principal Officer Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Consulate Karachi Principal Officer Ann Example, r",
        ),
        pytest.param(
            "PRT-Ninewa Leader Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="PRT-Ninewa Leader Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Erbil RRT Leader Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Erbil RRT Leader Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "Anbar PRT Deputy Team Leader Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Anbar PRT Deputy Team Leader Ann Example, reason 1",
        ),
        pytest.param(
            "Senior Civilian Representative Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Senior Civilian Representative Ann Example, reason",
        ),
        pytest.param(
            "ITAO Director Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="ITAO Director Ann Example, reason 1.4 (b)",
        ),
        pytest.param(
            "ANN EXAMPLE, A/S, WHA, STATE; REASON 1.4 (B)",
            "ANN EXAMPLE",
            id="ANN EXAMPLE, A/S, WHA, STATE; REASON 1.4 (B)",
        ),
        pytest.param(
            "DCM ANN EXAMPLE AND CG BOB SAMPLE, 1.4 (B)",
            "ANN EXAMPLE, BOB SAMPLE",
            id="DCM ANN EXAMPLE AND CG BOB SAMPLE, 1.4 (B)",
        ),
        pytest.param(
            "Ann Example; Reasons 1.4 (b)", "Ann Example", id="Ann Example; Reasons 1.4 (b)"
        ),
        pytest.param(
            "Ann Example Reasons 1.4 (b)", "Ann Example", id="Ann Example Reasons 1.4 (b)"
        ),
        pytest.param("EXAMPLE", "EXAMPLE", id="EXAMPLE"),
        pytest.param(
            "Ambassador Ann Example,1.4(b),(d)",
            "Ann Example",
            id="Ambassador Ann Example,1.4(b),(d)",
        ),
        pytest.param(
            "Ambassador Ann Example for E.O. 12958 reasons 1.4 (b)",
            "Ann Example",
            id="Ambassador Ann Example for E.O. 12958 reasons 1.4 ",
        ),
        pytest.param(
            "Ambassador Ann Example, for reason: Section 1.4 (b)",
            "Ann Example",
            id="Ambassador Ann Example, for reason: Section 1.4 (b",
        ),
        pytest.param(
            "Ambassador Ann Example for resaons 1.4 (b)",
            "Ann Example",
            id="Ambassador Ann Example for resaons 1.4 (b)",
        ),
        pytest.param(
            "Ambassador Ann Example for reaons 1.4 (b)",
            "Ann Example",
            id="Ambassador Ann Example for reaons 1.4 (b)",
        ),
        pytest.param(
            "Ambassador Ann Example for rasons 1.4 (b)",
            "Ann Example",
            id="Ambassador Ann Example for rasons 1.4 (b)",
        ),
        pytest.param(
            "Ambassador Ann Example for reason s 1.4 (b)",
            "Ann Example",
            id="Ambassador Ann Example for reason s 1.4 (b)",
        ),
        pytest.param(
            "Ambassador Ann Example. REASSONS 1.4 (b)",
            "Ann Example",
            id="Ambassador Ann Example. REASSONS 1.4 (b)",
        ),
        pytest.param(
            "Ambassador Ann Example. Reeason: 1.4 (b)",
            "Ann Example",
            id="Ambassador Ann Example. Reeason: 1.4 (b)",
        ),
        pytest.param(
            "Ambassador Ann Example. Rason 1.4 (b)",
            "Ann Example",
            id="Ambassador Ann Example. Rason 1.4 (b)",
        ),
        pytest.param(
            "Ambassador Ann Example of Embassy Tirana, reason 1.4 (b)",
            "Ann Example",
            id="Ambassador Ann Example of Embassy Tirana, reason 1",
        ),
        pytest.param(
            "Ambassador to Freedonia Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Ambassador to Freedonia Ann Example, reason 1.4 (b",
        ),
        pytest.param(
            "U.S. Ambassador to Albania Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="U.S. Ambassador to Albania Ann Example, reason 1.4",
        ),
        pytest.param(
            "US Permanent Representative to the OSCE Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="US Permanent Representative to the OSCE Ann Exampl",
        ),
        pytest.param(
            "Ambassador Dr. Ann Example, reason 1.4 (b)",
            "Ann Example",
            id="Ambassador Dr. Ann Example, reason 1.4 (b)",
        ),
        pytest.param("The Ambassador, reason 1.4 (b)", "", id="The Ambassador, reason 1.4 (b)"),
        pytest.param("Ambassador, reasons 1.4 (b)", "", id="Ambassador, reasons 1.4 (b)"),
        pytest.param("DCM for reasons 1.4 (b)", "", id="DCM for reasons 1.4 (b)"),
        pytest.param(
            "Political Section, reason 1.4 (b)", "", id="Political Section, reason 1.4 (b)"
        ),
        pytest.param("Ann DCM, reason 1.4 (b)", "Ann", id="a short title is no surname"),
        pytest.param("Ann Field, reason 1.4 (b)", "Ann Field", id="a long one is"),
        pytest.param("Zorn B. Chief, reason 1.4 (b)", "Zorn B. Chief", id="behind an initial"),
        pytest.param(
            "Harbour Quay Board Zorn Example, reason 1.4 (b)",
            "Zorn Example",
            id="the last two of many words",
        ),
        pytest.param(
            "Harbour Quay Board Zorn Q. Example, reason 1.4 (b)",
            "Zorn Q. Example",
            id="the last two and the initial between",
        ),
        pytest.param(
            "Ambassador Ann Example, II Corps, reason 1.4 (b)", "Ann Example", id="no suffix"
        ),
        pytest.param(
            "ABLE Ann Example, reason 1.4 (b)", "Ann Example", id="a word in capitals before"
        ),
    ],
)
@pytest.mark.parametrize("keyword", ["Classified By: ", "Classified by "])
def test_names(line: str, names: str, keyword: str) -> None:
    preamble = read_preamble(f"{keyword}{line}\n\n1. (C) Text")
    assert ", ".join(found.value for found in preamble.classified_by) == names


@pytest.mark.parametrize(
    "particle",
    [
        *("de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von"),
        *("bin", "al", "van der", "de la"),
    ],
)
@pytest.mark.parametrize("is_raised", [False, True], ids=["small", "capitals"])
def test_a_particle_parts_no_name(particle: str, *, is_raised: bool) -> None:
    name = f"Zorana Berul {particle} Kestrin"
    name = name.upper() if is_raised else name

    preamble = read_preamble(f"Classified By: DCM {name}, reasons 1.4 (b).")

    assert [found.value for found in preamble.classified_by] == [name]
