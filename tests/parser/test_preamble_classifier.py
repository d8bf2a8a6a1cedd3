"""Who classified a cable, and why."""

import pytest

from parser._preamble import read_preamble


@pytest.mark.parametrize(
    ("line", "names", "reasons"),
    [
        pytest.param(
            "Classified By: DCM Ann Example and Poloff Karl Wexford for reasons 1.4 (b) and (d).",
            ("Ann Example", "Karl Wexford"),
            "bd",
            id="DCM Ann Example and Poloff Karl Wexford for reasons 1.4 (b)",
        ),
        pytest.param(
            "Classified By: Ambassador Ann Example, Embassy Tirana.  Reason: 1.4 (b), (d).",
            ("Ann Example",),
            "bd",
            id="Ambassador Ann Example, Embassy Tirana. Reason: 1.4 (b), (d)",
        ),
        pytest.param(
            "Classified By: A/POLITICAL COUNSELOR ANN EXAMPLE, REASONS 1.4 (B/D).",
            ("ANN EXAMPLE",),
            "bd",
            id="A/POLITICAL COUNSELOR ANN EXAMPLE, REASONS 1.4 (B/D).",
        ),
        pytest.param(
            "Classified By: EUR/SCE - Ann Example, Acting Director, reasons 1.4 (b and d)",
            ("Ann Example",),
            "bd",
            id="EUR/SCE - Ann Example, Acting Director, reasons 1.4 (b and d",
        ),
        pytest.param(
            "Classified By: Ambassador-at-Large for War Crimes Issues Ann Example, 1.4 (b/d)",
            ("Ann Example",),
            "bd",
            id="Ambassador-at-Large for War Crimes Issues Ann Example, reaso",
        ),
        pytest.param(
            "Classified By: Ann Example. Reason: 1.4 (b), (d).",
            ("Ann Example",),
            "bd",
            id="Ann Example. Reason: 1.4 (b), (d).",
        ),
        pytest.param(
            "Classified By: Ann Example, DCM", ("Ann Example",), "", id="Ann Example, DCM"
        ),
        pytest.param(
            "CLASSIFIED BY: ANN EXAMPLE, DCM, EMBASSY TIRANA, DOS. REASON: 1.4 (b), (d)",
            ("ANN EXAMPLE",),
            "bd",
            id="ANN EXAMPLE, DCM, EMBASSY TIRANA, DOS. REASON: 1.4 (b), (d)",
        ),
        pytest.param(
            "Classified By: Ambassador John Major, reasons 1.4 (b)",
            ("John Major",),
            "b",
            id="Ambassador John Major, reasons 1.4 (b)",
        ),
        pytest.param(
            "Classified By: Econ Chief Wayne Price; reasons 1.4 (b) and (d)",
            ("Wayne Price",),
            "bd",
            id="Econ Chief Wayne Price; reasons 1.4 (b) and (d)",
        ),
        pytest.param(
            "Classified By: Amb. A. Example. Reasons: 1.4 (b and d).",
            ("A. Example",),
            "bd",
            id="Amb. A. Example. Reasons: 1.4 (b and d).",
        ),
        pytest.param(
            "Classified By: A/S for Democracy, Human Rights and Labor Ann Example for 1.4 (b), (d)",
            ("Ann Example",),
            "bd",
            id="Assistant Secretary of State for Democracy, Human Rights and",
        ),
        pytest.param(
            "Classified By: U/S for Arms Control and International Security Ann Example, 1.4 b",
            ("Ann Example",),
            "b",
            id="Under Secretary of State for Arms Control and International",
        ),
        pytest.param(
            "Classified By: Deputy Assistant Secretary Ann Example; E.O. 12958 Reasons 1.4 (b/d)",
            ("Ann Example",),
            "bd",
            id="Deputy Assistant Secretary Ann Example; E.O. 12958 Reasons 1",
        ),
        pytest.param(
            "Classified By: D. Ann Example, Counselor for Economic Affairs, Reasons 1.4 B,D",
            ("D. Ann Example",),
            "bd",
            id="D. Ann Example, Counselor for Economic Affairs, Reasons 1.4",
        ),
        pytest.param(
            "Classified By: MICHELE WEXFORD, CONSUL GENERAL, MUMBAI, STATE. REASON: 1.4 (b), (d)",
            ("MICHELE WEXFORD",),
            "bd",
            id="MICHELE WEXFORD, CONSUL GENERAL, CONSULATE MUMBAI, STATE. RE",
        ),
        pytest.param(
            "Classified By: AMBASSADOR ANN EXAMPLE FOR REASONS 1.4 (B) AND (D)",
            ("ANN EXAMPLE",),
            "bd",
            id="AMBASSADOR ANN EXAMPLE FOR REASONS 1.4 (B) AND (D)",
        ),
        pytest.param(
            "Classified By: Charge de'Affaires Ann Example, reasons 1.4 (b/d)",
            ("Ann Example",),
            "bd",
            id="Charge de'Affaires Ann Example, reasons 1.4 (b/d)",
        ),
        pytest.param(
            "Classified By: Chargé d'Affaires Ann Example for reasons 1.4 (b/d)",
            ("Ann Example",),
            "bd",
            id="Chargé d'Affaires Ann Example for reasons 1.4 (b/d)",
        ),
        pytest.param(
            "Classified By: Charge d Affaires Ann Example, reasons 1.4 (b/d)",
            ("Ann Example",),
            "bd",
            id="Charge d Affaires Ann Example, reasons 1.4 (b/d)",
        ),
        pytest.param(
            "Classified By: Deputy Chief of Mission Ann Example for reasons 1.4 (b) and (d)",
            ("Ann Example",),
            "bd",
            id="Deputy Chief of Mission Ann Example for reasons 1.4 (b) and",
        ),
        pytest.param(
            "Classified By: Deputy Cheif of Mission Ann Example for reasons 1.4 (b) and (d)",
            ("Ann Example",),
            "bd",
            id="Deputy Cheif of Mission Ann Example for reasons 1.4 (b) and",
        ),
        pytest.param(
            "Classified By: Amabssdor Ann Example for reasons 1.4 (b) and (d)",
            ("Ann Example",),
            "bd",
            id="Amabssdor Ann Example for reasons 1.4 (b) and (d)",
        ),
        pytest.param(
            "Classified By: Ambassador Ann H. Wexford-Example (b,d)",
            ("Ann H. Wexford-Example",),
            "bd",
            id="Ambassador Ann H. Wexford-Example (b,d)",
        ),
        pytest.param(
            "Classified By: Ambassador Ann Example (reasons 1.4 b, d)",
            ("Ann Example",),
            "bd",
            id="Ambassador Ann Example (reasons 1.4 b, d)",
        ),
        pytest.param(
            "Classified By: POL: AExample; Reasons 1.4 (b/d)",
            ("AExample",),
            "bd",
            id="POL: AExample; Reasons 1.4 (b/d)",
        ),
        pytest.param(
            "Classified By: Ambassador Example for reasons 1.4 (b) and (d).",
            ("Example",),
            "bd",
            id="Ambassador Example for reasons 1.4 (b) and (d).",
        ),
        pytest.param(
            "Classified By: Consul General Casablanca Ann Example; reasons 1.4 (b, d)",
            ("Ann Example",),
            "bd",
            id="Consul General Casablanca Ann Example; reasons 1.4 (b, d)",
        ),
        pytest.param(
            "Classified By: EEB/TPP Ann Example Reasons 1.4 (b), (d)",
            ("Ann Example",),
            "bd",
            id="EEB/TPP Ann Example Reasons 1.4 (b), (d)",
        ),
        pytest.param(
            "Classified By: S/P Director Ann-Marie Wexford, Reasons 1.4(b) and (d)",
            ("Ann-Marie Wexford",),
            "bd",
            id="S/P Director Ann-Marie Wexford, Reasons 1.4(b) and (d)",
        ),
        pytest.param(
            "Classified By: Donna Ann Welton, Director for Foo Affairs, reason 1.5 (d)",
            ("Donna Ann Welton",),
            "d",
            id="Donna Ann Welton, Director for Foo Affairs, reason 1.5 (d)",
        ),
        pytest.param(
            "Classified By: Reasons 1.4 (b) and (d)", (), "bd", id="Reasons 1.4 (b) and (d)"
        ),
        pytest.param(
            "Classified By: Ambassador Ann Example for Reason 1.5 (B) and (D)",
            ("Ann Example",),
            "bd",
            id="Ambassador Ann Example for Reason 1.5 (B) and (D)",
        ),
        pytest.param(
            "Classified By: LT COL ANN EXAMPLE, AIR ATTACHE, REASON 1.4 (B)",
            ("ANN EXAMPLE",),
            "b",
            id="LT COL ANN EXAMPLE, AIR ATTACHE, REASON 1.4 (B)",
        ),
        pytest.param(
            "Classified By: Lt. Col. Ann Example, Air Attache, Reason 1.4 (B)",
            ("Ann Example",),
            "b",
            id="Lt. Col. Ann Example, Air Attache, Reason 1.4 (B)",
        ),
        pytest.param(
            "Classified By: Dr. Ann Example, Regional Medical Officer, reasons 1.4 (b)",
            ("Ann Example",),
            "b",
            id="Dr. Ann Example, Regional Medical Officer, reasons 1.4 (b)",
        ),
        pytest.param(
            "Classified By: Ambassador Ann Example, per 1.4 (b) and (d)",
            ("Ann Example",),
            "bd",
            id="Ambassador Ann Example, per 1.4 (b) and (d)",
        ),
        pytest.param(
            "Classified by: Ann van der Wexford, CDA, for reasons 1.4(b,d)",
            ("Ann van der Wexford",),
            "bd",
            id="Classified by: Ann van der Wexford, CDA, for reasons 1.4(b,d",
        ),
        pytest.param(
            "Classified By: Ambassador Ann E. Example for rea \nsons 1.4 (b,d).",
            ("Ann E. Example",),
            "bd",
            id="Ambassador Ann E. Example for rea / sons 1.4 (b,d).",
        ),
        pytest.param(
            "Classified By: Counselor Ann Example, Office of Political Affairs, 1.4 (b) and (d)",
            ("Ann Example",),
            "bd",
            id="Counselor Ann Example, Office of Political Affairs, 1.4 (b)",
        ),
        pytest.param(
            "Classified By: Ambassador Kathleen A. Example, reason:1.4(B)and(D)",
            ("Kathleen A. Example",),
            "bd",
            id="Ambassador Kathleen A. Example, reason:1.4(B)and(D)",
        ),
        pytest.param(
            "Classified By: (C) Ann Example, reasons 1.4 (b) and (d)",
            ("Ann Example",),
            "bd",
            id="(C) Ann Example, reasons 1.4 (b) and (d)",
        ),
        pytest.param(
            "Classified By: AMB EXAMPLE, REASONS 1.4 (B) (D)",
            ("EXAMPLE",),
            "bd",
            id="AMB EXAMPLE, REASONS 1.4 (B) (D)",
        ),
        pytest.param(
            "CLASSIFIED BY: ANN G. EXAMPLE, CHARGE D'AFFAIRES, A.I., STATE; REASON: 1.4(B), (D)",
            ("ANN G. EXAMPLE",),
            "bd",
            id="ANN G. EXAMPLE, CHARGE D'AFFAIRES, A.I., STATE, EXEC; REASON",
        ),
        pytest.param(
            "Classified By: Political Counselor Ann Example -- 1.4 (b) (d)",
            ("Ann Example",),
            "bd",
            id="Political Counselor Ann Example -- 1.4 (b) (d)",
        ),
        pytest.param(
            "Classified By: Pol/Econ Counselor Ann Example  Reason: E.O. 12958 1.4 (b) and (d)",
            ("Ann Example",),
            "bd",
            id="Pol/Econ Counselor Ann Example Reason: E.O. 12958 1.4 (b) an",
        ),
        pytest.param(
            "Classified By: Ambassador Ann Example, U.S. Embassy, Reasons 1.4 (b) and (d)",
            ("Ann Example",),
            "bd",
            id="Ambassador Ann Example, U.S. Embassy, Reasons 1.4 (b) and (d",
        ),
        pytest.param(
            "Classified by DAS Ann Example, NEA, for reasons 1.4 (B)",
            ("Ann Example",),
            "b",
            id="Classified by DAS Ann Example, NEA, for reasons 1.4 (B)",
        ),
        pytest.param(
            "CLASSIFIED BY ACTING DCM ANN EXAMPLE.  REASON:  1.5 (B) AND (D).",
            ("ANN EXAMPLE",),
            "bd",
            id="CLASSIFIED BY ACTING DCM ANN EXAMPLE. REASON: 1.5 (B) AND (D",
        ),
        pytest.param(
            "Classified By: CHARGE ANN EXAMPLE.  REASONS: 1.5 (B,D)",
            ("ANN EXAMPLE",),
            "bd",
            id="CHARGE ANN EXAMPLE. REASONS: 1.5 (B,D)",
        ),
        pytest.param(
            "Classified By: DCM ANN C.EXAMPLE FOR REASONS 1.4 (b) & (d)",
            ("ANN C.EXAMPLE",),
            "bd",
            id="DCM ANN C.EXAMPLE FOR REASONS 1.4 (b) & (d)",
        ),
        pytest.param(
            "Classified By: Ambassador Ann Example: Reason 1.4 (B) and (D)",
            ("Ann Example",),
            "bd",
            id="Ambassador Ann Example: Reason 1.4 (B) and (D)",
        ),
        pytest.param(
            "Classified By: AmEmbassy Tirana DCM Ann Example for reasons 1.4 b and d",
            ("Ann Example",),
            "bd",
            id="AmEmbassy Tirana DCM Ann Example for reasons 1.4 b and d",
        ),
        pytest.param(
            "Classified By: Ambassador R. Nicholas Wexford.  Reason 1.4 (B and D)",
            ("R. Nicholas Wexford",),
            "bd",
            id="Ambassador R. Nicholas Wexford. Reason 1.4 (B and D)",
        ),
        pytest.param(
            "Classified By: Deputy Prinicipal Officer Ann Example for reasons 1.4 (b,d)",
            ("Ann Example",),
            "bd",
            id="Deputy Prinicipal Officer Ann Example for reasons 1.4 (b,d)",
        ),
        pytest.param(
            "Classified By: Deputy Pol/Econ Chief Ann Example for reasons 1.4 (b,d)",
            ("Ann Example",),
            "bd",
            id="Deputy Pol/Econ Chief Ann Example for reasons 1.4 (b,d)",
        ),
        pytest.param(
            "Classified By: Hon. Ann Example, reasons 1.4(b)",
            ("Ann Example",),
            "b",
            id="Hon. Ann Example, reasons 1.4(b)",
        ),
        pytest.param(
            "Classified By: Ambassador Ann Example.\n\nReason: 1.4 (b) and (d).",
            ("Ann Example",),
            "bd",
            id="Ambassador Ann Example. / / Reason: 1.4 (b) and (d).",
        ),
        pytest.param(
            "Classified By: PRM/AFR Ann Example, reasons 1.4 b and d",
            ("Ann Example",),
            "bd",
            id="PRM/AFR Ann Example, reasons 1.4 b and d",
        ),
        pytest.param(
            "Classified By: NEA-SCA/EX ANN EXAMPLE FOR REASONS 1.4 b",
            ("ANN EXAMPLE",),
            "b",
            id="NEA-SCA/EX ANN EXAMPLE FOR REASONS 1.4 b",
        ),
        pytest.param(
            "Classified By: Consulate General Adana Principal Officer Ann Example, reasons 1.4",
            ("Ann Example",),
            "",
            id="Consulate General Adana Principal Officer Ann Example, reaso",
        ),
        pytest.param(
            "Classified By: EAO Chief Ann Example, reasons 1.4 b/d",
            ("Ann Example",),
            "bd",
            id="EAO Chief Ann Example, reasons 1.4 b/d",
        ),
        pytest.param(
            "Classified By: Charge Ann Example for reason 1.4(a), (b), (c), and (d).",
            ("Ann Example",),
            "abcd",
            id="Charge Ann Example for reason 1.4(a), (b), (c), and (d).",
        ),
        pytest.param(
            "Classified By: SCO Chief Col. Ann Example, reason 1.4 (a)",
            ("Ann Example",),
            "a",
            id="SCO Chief Col. Ann Example, reason 1.4 (a)",
        ),
    ],
)
def test_classifier(line: str, names: tuple[str, ...], reasons: str) -> None:
    preamble = read_preamble(f"{line}\n\n1. (C) Text")
    assert tuple(found.value for found in preamble.classified_by) == names
    assert "".join(found.value for found in preamble.reasons) == reasons


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Ambassaor", id="a letter lost"),
        pytest.param("Ambbassador", id="a letter doubled"),
        pytest.param("Amabssador", id="letters exchanged"),
        pytest.param("AMBASSAD0R", id="zero for O"),
        pytest.param("Direcotr", id="director"),
        pytest.param("Counseor", id="counselor"),
        pytest.param("MCOUNSELOR", id="run together"),
        pytest.param("Acting P/E Counseor", id="with an office"),
        pytest.param("Charge d'Afairs (AI)", id="in brackets"),
        pytest.param("Minister-Counselour", id="with a hyphen"),
        pytest.param("ISN/MTR Direcotr", id="office symbol"),
        pytest.param("DPR", id="without a vowel"),
        pytest.param("RSO -", id="dash behind"),
        pytest.param("ISN ?", id="question mark behind"),
        pytest.param("Deputy Political Counselor:", id="colon behind"),
        pytest.param("Deputy Chief of Mission,", id="comma behind"),
        pytest.param("Charge d'Affaires, a.i.,", id="ad interim"),
        pytest.param("Director of the Office of Caucasus Affairs", id="of an office"),
        pytest.param("Consul General Recife", id="with a post"),
    ],
)
@pytest.mark.parametrize(
    "name",
    [
        "Ann Example",
        "ANN EXAMPLE",
        "Ann Q. Example, Jr.",
        "Ann Lynn Example III",
        "J. Ann van der Wexford",
        "Ann O'Malley-Wexford",
    ],
)
def test_a_name_without_its_title(title: str, name: str) -> None:
    (found,) = read_preamble(f"Classified By: {title} {name}. Reason: 1.4 (b)").classified_by
    assert found.value == name


def test_the_title_is_kept() -> None:
    preamble = read_preamble("Classified By: Acting Director, INR/X, Ann Example, reason 1.4 (c)")
    assert preamble.classifier_title.value == "Acting Director, INR/X"


def test_an_office_in_front_of_the_reasons_is_no_lead_to_them() -> None:
    line = "Classified By: Ann Example, Chief, Economics Section; Reason: 1.4 (b)"
    title = read_preamble(line).classifier_title
    assert title is not None
    assert title.value == "Chief, Economics Section"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        pytest.param("Ambassador, reason 1.4 (b,d)", "Ambassador", id="a title"),
        pytest.param(
            "Director of the Office, INR/X; 1.4 (d)",
            "Director of the Office, INR/X",
            id="of several words",
        ),
        pytest.param("multiple sources, reason 1.4 (b)", None, id="no title"),
        pytest.param("reason 1.4 (b)", None, id="nothing"),
    ],
)
def test_a_title_without_a_name(printed: str, title: str | None) -> None:
    preamble = read_preamble(f"Classified By: {printed}")
    found = preamble.classifier_title
    assert (preamble.classified_by, found and found.value) == ((), title)


def test_where_names_titles_and_reasons_stand() -> None:
    text = "\nClassified By: DCM Ann\n Example and Poloff J. Doe, Jr., reasons 1.5 (b)\nand (d)."
    preamble = read_preamble(text)
    found = (*preamble.classified_by, preamble.classifier_title, *preamble.reasons)
    printed = [" ".join(text[one.start : one.end].split()) for one in found]
    assert (
        printed == [one.value for one in found] == ["Ann Example", "J. Doe, Jr.", "DCM", "b", "d"]
    )
    assert text[preamble.reason_section.start : preamble.reason_section.end] == "1.5"
