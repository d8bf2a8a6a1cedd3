"""The cables that a REF line names, in every notation."""

import pytest

from parser._preamble import read_preamble


@pytest.mark.parametrize(
    ("line", "mrns"),
    [
        pytest.param(
            "ROME 12, 13, AND 15", ("09ROME12", "09ROME13", "09ROME15"), id="comma and AND"
        ),
        pytest.param("08 ROME 12; 13", ("08ROME12", "08ROME13"), id="serial behind a semicolon"),
        pytest.param("IIR 6 889 0000 08 AND ROME 12", ("09ROME12",), id="report and cable"),
        pytest.param("USDAO ROME 5; CONSULATE MILAN 6", ("09ROME5", "09MILAN6"), id="offices"),
        pytest.param("MEXICO CITY 13", ("09MEXICO13",), id="city"),
        pytest.param("PARAS 2 AND 3 OF MINUTES", (), id="paragraphs"),
        pytest.param("ROME 9903 AND 9904", ("09ROME9903", "09ROME9904"), id="ROME 9903 AND 9904"),
        pytest.param("ROME 9903, 9904", ("09ROME9903", "09ROME9904"), id="ROME 9903, 9904"),
        pytest.param("Kabul 996/995", ("09KABUL996", "09KABUL995"), id="Kabul 996/995"),
        pytest.param(
            "ROME 12/13/14", ("09ROME12", "09ROME13", "09ROME14"), id="serials between slashes"
        ),
        pytest.param("ROME 12/08", ("08ROME12",), id="serial and year"),
        pytest.param("DOE EMAIL 3/12/09; ROME 5", ("09ROME5",), id="date between slashes"),
        pytest.param("EL SALVADOR 5", ("09SANSALVADOR5",), id="country for its post"),
        pytest.param("HK09911", ("09HONGKONG9911",), id="HK09911"),
        pytest.param("BAGHDAD #9965", ("09BAGHDAD9965",), id="BAGHDAD #9965"),
        pytest.param("997 Ulaanbaatar", ("09ULAANBAATAR997",), id="997 Ulaanbaatar"),
        pytest.param("ROME O151", ("09ROME151",), id="ROME O151"),
        pytest.param("COTON0U 12", ("09COTONOU12",), id="COTON0U 12"),
        pytest.param(
            "ROME 9903 (NOTAL) AND PREVIOUS", ("09ROME9903",), id="ROME 9903 (NOTAL) AND PREVIOUS"
        ),
        pytest.param(
            "A. ROME 9903 TIRANA 00009901 002 OF 004 B. STATE 12",
            ("09ROME9903", "09STATE12"),
            id="A. ROME 9903 TIRANA 00009901 002 OF 004 B. STATE 12",
        ),
        pytest.param("SMITH-JONES E-MAIL 04/12/2009", (), id="SMITH-JONES E-MAIL 04/12/2009"),
        pytest.param("TELCON", (), id="TELCON"),
        pytest.param("SECDEF 301601Z SEP 08", (), id="SECDEF 301601Z SEP 08"),
        pytest.param("IIR 6 818 0012 08", (), id="IIR 6 818 0012 08"),
        pytest.param("TD-314/12345-08", (), id="TD-314/12345-08"),
        pytest.param("FBIS EUP20080101012", (), id="FBIS EUP20080101012"),
        pytest.param("9 FAM 41.2", (), id="9 FAM 41.2"),
        pytest.param("08 STATE 00009912", ("08STATE9912",), id="08 STATE 00009912"),
        pytest.param("2008 STATE 9912", ("08STATE9912",), id="2008 STATE 9912"),
        pytest.param("STATE (08) 9912", ("08STATE9912",), id="STATE (08) 9912"),
        pytest.param("STATE 9912 (2008)", ("08STATE9912",), id="STATE 9912 (2008)"),
        pytest.param("STATE 09912/08", ("08STATE9912",), id="STATE 09912/08"),
        pytest.param("STATE 9912-08", ("08STATE9912",), id="STATE 9912-08"),
        pytest.param("STATE 9912 08", ("08STATE9912",), id="STATE 9912 08"),
        pytest.param("008 ROME 9903", ("08ROME9903",), id="008 ROME 9903"),
        pytest.param(
            "SECSTATE 9912, HCMC 91, USEU 12, USUN 34",
            ("09STATE9912", "09HOCHIMINHCITY91", "09USEUBRUSSELS12", "09USUNNEWYORK34"),
            id="SECSTATE 9912, HCMC 91, USEU 12, USUN 34",
        ),
        pytest.param("ROME 1, 2 and 3", ("09ROME1", "09ROME2", "09ROME3"), id="ROME 1, 2 and 3"),
        pytest.param(
            "(A) STATE 1234 (B) ROME 99 (C) 08 TIRANA 12",
            ("09STATE1234", "09ROME99", "08TIRANA12"),
            id="(A) STATE 1234 (B) ROME 99 (C) 08 TIRANA 12",
        ),
        pytest.param(
            "[A] STATE 1234 [B] ROME 99", ("09STATE1234", "09ROME99"), id="A STATE 1234 B ROME 99"
        ),
        pytest.param(
            "A - STATE 1234, B - ROME 99",
            ("09STATE1234", "09ROME99"),
            id="A - STATE 1234, B - ROME 99",
        ),
        pytest.param("A. REF A STATE 1234", ("09STATE1234",), id="A. REF A STATE 1234"),
        pytest.param(
            "STATE 1234; ROME 99; KABUL 12",
            ("09STATE1234", "09ROME99", "09KABUL12"),
            id="STATE 1234; ROME 99; KABUL 12",
        ),
        pytest.param("STATE 1234 ROME 99", ("09STATE1234", "09ROME99"), id="STATE 1234 ROME 99"),
        pytest.param(
            "A. STATE 1234, B. ROME 99", ("09STATE1234", "09ROME99"), id="A. STATE 1234, B. ROME 99"
        ),
        pytest.param(
            "A: STATE 1234, B: ROME 99", ("09STATE1234", "09ROME99"), id="A: STATE 1234, B: ROME 99"
        ),
        pytest.param(
            "1. STATE 1234 2. ROME 99", ("09STATE1234", "09ROME99"), id="1. STATE 1234 2. ROME 99"
        ),
        pytest.param(
            "1) STATE 1234 2) ROME 99", ("09STATE1234", "09ROME99"), id="1) STATE 1234 2) ROME 99"
        ),
        pytest.param(
            "(1) STATE 1234\n(2) ROME 99",
            ("09STATE1234", "09ROME99"),
            id="(1) STATE 1234 / (2) ROME 99",
        ),
        pytest.param(
            "a) State 1234 b) Rome 99", ("09STATE1234", "09ROME99"), id="a) State 1234 b) Rome 99"
        ),
        pytest.param(
            "A.STATE 1234 B.ROME 99", ("09STATE1234", "09ROME99"), id="A.STATE 1234 B.ROME 99"
        ),
        pytest.param(
            "A. STATE1234 B. ROME99", ("09STATE1234", "09ROME99"), id="A. STATE1234 B. ROME99"
        ),
        pytest.param(
            "A. 08STATE1234 B. 08 ROME99",
            ("08STATE1234", "08ROME99"),
            id="A. 08STATE1234 B. 08 ROME99",
        ),
        pytest.param(
            "STATE 1234 AND ROME 99", ("09STATE1234", "09ROME99"), id="STATE 1234 AND ROME 99"
        ),
        pytest.param("STATE 1234 & 1235", ("09STATE1234", "09STATE1235"), id="STATE 1234 & 1235"),
        pytest.param("STATE 1234 AND PREVIOUS", ("09STATE1234",), id="STATE 1234 AND PREVIOUS"),
        pytest.param(
            "A. STATE 1234 (EXDIS) B. ROME 99 (NOTAL)",
            ("09STATE1234", "09ROME99"),
            id="A. STATE 1234 (EXDIS) B. ROME 99 (NOTAL)",
        ),
        pytest.param("STATE 1234 ET AL.", ("09STATE1234",), id="STATE 1234 ET AL."),
        pytest.param("NONE", (), id="NONE"),
        pytest.param("N/A", (), id="N/A"),
        pytest.param("EMBASSY ROME 99", ("09ROME99",), id="EMBASSY ROME 99"),
        pytest.param("AMEMBASSY ROME 99", ("09ROME99",), id="AMEMBASSY ROME 99"),
        pytest.param("USMISSION GENEVA 99", ("09GENEVA99",), id="USMISSION GENEVA 99"),
        pytest.param("USNATO 123", ("09USNATO123",), id="USNATO 123"),
        pytest.param("USUN NEW YORK 99", ("09USUNNEWYORK99",), id="USUN NEW YORK 99"),
        pytest.param("US MISSION USNATO 12", ("09USNATO12",), id="US MISSION USNATO 12"),
        pytest.param("UNVIE VIENNA 12", ("09UNVIEVIENNA12",), id="UNVIE VIENNA 12"),
        pytest.param("UNVIE 12", ("09UNVIEVIENNA12",), id="UNVIE 12"),
        pytest.param(
            "A. THE HAGUE 12 B. HAGUE 13",
            ("09THEHAGUE12", "09THEHAGUE13"),
            id="A. THE HAGUE 12 B. HAGUE 13",
        ),
        pytest.param("PORT AU PRINCE 99", ("09PORTAUPRINCE99",), id="PORT AU PRINCE 99"),
        pytest.param("PORT-AU-PRINCE 99", ("09PORTAUPRINCE99",), id="PORT-AU-PRINCE 99"),
        pytest.param("PORT OF SPAIN 12", ("09PORTOFSPAIN12",), id="PORT OF SPAIN 12"),
        pytest.param("HO CHI MINH CITY 12", ("09HOCHIMINHCITY12",), id="HO CHI MINH CITY 12"),
        pytest.param(
            "BANDAR SERI BEGAWAN 5", ("09BANDARSERIBEGAWAN5",), id="BANDAR SERI BEGAWAN 5"
        ),
        pytest.param("N'DJAMENA 12", ("09NDJAMENA12",), id="N'DJAMENA 12"),
        pytest.param("SANA'A 12", ("09SANAA12",), id="SANA'A 12"),
        pytest.param("SANAA 12", ("09SANAA12",), id="SANAA 12"),
        pytest.param(
            "A. STATE 1234 DTG 121212Z JAN 08 B. ROME 99",
            ("08STATE1234", "09ROME99"),
            id="A. STATE 1234 DTG 121212Z JAN 08 B. ROME 99",
        ),
        pytest.param(
            "A. STATE 1234 OF JANUARY 12, 2008 B. ROME 99",
            ("08STATE1234", "09ROME99"),
            id="A. STATE 1234 OF JANUARY 12, 2008 B. ROME 99",
        ),
        pytest.param(
            "STATE 1234 (DTG 121212Z JAN 08)",
            ("08STATE1234",),
            id="STATE 1234 (DTG 121212Z JAN 08)",
        ),
        pytest.param(
            "A. ROME 99 B. ROME 100 (TAGS: PREL)",
            ("09ROME99", "09ROME100"),
            id="A. ROME 99 B. ROME 100 (TAGS: PREL)",
        ),
        pytest.param(
            "A) DOE/ROE EMAIL OF 3/12/08; B) STATE 12; C) DOE-ROE TELCON 4/5/08",
            ("09STATE12",),
            id="A) DOE/ROE EMAIL OF 3/12/08; B) STATE 12; C) DOE-ROE TELCON",
        ),
        pytest.param(
            "A. EMAIL DOE TO ROE, MARCH 5, 2008, B. STATE 12",
            ("09STATE12",),
            id="A. EMAIL DOE TO ROE, MARCH 5, 2008, B. STATE 12",
        ),
        pytest.param(
            "BEIJING 12345 SECTION 01 OF 02",
            ("09BEIJING12345",),
            id="BEIJING 12345 SECTION 01 OF 02",
        ),
        pytest.param(
            "05 STATE 1234; 05 STATE 1235; AND 06 STATE 99",
            ("05STATE1234", "05STATE1235", "06STATE99"),
            id="05 STATE 1234; 05 STATE 1235; AND 06 STATE 99",
        ),
        pytest.param(
            "2003 STATE 1234, 1235", ("03STATE1234", "03STATE1235"), id="2003 STATE 1234, 1235"
        ),
        pytest.param(
            "A.) STATE 1234, B.) ROME 99",
            ("09STATE1234", "09ROME99"),
            id="A.) STATE 1234, B.) ROME 99",
        ),
        pytest.param(
            "(A). STATE 1234 (B). ROME 99",
            ("09STATE1234", "09ROME99"),
            id="(A). STATE 1234 (B). ROME 99",
        ),
        pytest.param(
            "A. ROME 99 AND 100 B. STATE 5",
            ("09ROME99", "09ROME100", "09STATE5"),
            id="A. ROME 99 AND 100 B. STATE 5",
        ),
        pytest.param("STATE: 1234", ("09STATE1234",), id="STATE: 1234"),
        pytest.param("STATE NO. 1234", ("09STATE1234",), id="STATE NO. 1234"),
        pytest.param("STATE NUMBER 1234", ("09STATE1234",), id="STATE NUMBER 1234"),
        pytest.param("TIRANA 9901", (), id="TIRANA 9901"),
        pytest.param("ROME\n99", ("09ROME99",), id="ROME / 99"),
        pytest.param(
            "A. STATE\n1234 B. ROME 12",
            ("09STATE1234", "09ROME12"),
            id="A. STATE / 1234 B. ROME 12",
        ),
        pytest.param(
            "SAO PAULO 12, RIO DE JANEIRO 13, BRASILIA 14",
            ("09SAOPAULO12", "09RIODEJANEIRO13", "09BRASILIA14"),
            id="SAO PAULO 12, RIO DE JANEIRO 13, BRASILIA 14",
        ),
        pytest.param("ADDIS ABABA 12", ("09ADDISABABA12",), id="ADDIS ABABA 12"),
        pytest.param(
            "A. KUALA LUMPUR 12 B. KL 13",
            ("09KUALALUMPUR12", "09KUALALUMPUR13"),
            id="A. KUALA LUMPUR 12 B. KL 13",
        ),
        pytest.param("TEL AVIV 12", ("09TELAVIV12",), id="TEL AVIV 12"),
        pytest.param(
            "A. 07 TEL AVIV 12 B. 07 JERUSALEM 5",
            ("07TELAVIV12", "07JERUSALEM5"),
            id="A. 07 TEL AVIV 12 B. 07 JERUSALEM 5",
        ),
        pytest.param("BASRAH 0012", ("09BASRAH12",), id="BASRAH 0012"),
        pytest.param("REO BASRAH 12", ("09BASRAH12",), id="REO BASRAH 12"),
        pytest.param("AIT TAIPEI 12", ("09AITTAIPEI12",), id="AIT TAIPEI 12"),
        pytest.param("STATE 1234-1236", ("09STATE1234", "09STATE1236"), id="STATE 1234-1236"),
        pytest.param(
            "(A) 08 ROME 12 (B) 08 ROME 13 (NOTAL) (C) 97 ROME 5",
            ("08ROME12", "08ROME13", "97ROME5"),
            id="(A) 08 ROME 12 (B) 08 ROME 13 (NOTAL) (C) 97 ROME 5",
        ),
        pytest.param(
            "A. PARIS 1234 B. USOECD PARIS 12 C. UNESCO PARIS 5",
            ("09PARIS1234", "09OECDPARIS12", "09UNESCOPARISFR5"),
            id="A. PARIS 1234 B. USOECD PARIS 12 C. UNESCO PARIS 5",
        ),
        pytest.param("SECSTATE WASHDC 123", ("09STATE123",), id="SECSTATE WASHDC 123"),
        pytest.param(
            "A. SECSTATE 123 B. SECTO 5",
            ("09STATE123", "09SECTO5"),
            id="A. SECSTATE 123 B. SECTO 5",
        ),
        pytest.param("PARTO 12", ("09PARTO12",), id="PARTO 12"),
        pytest.param("A. '08 ROME 12", ("08ROME12",), id="A. '08 ROME 12"),
        pytest.param("A) 08-ROME-12", ("08ROME12",), id="A) 08-ROME-12"),
        pytest.param("ROME-12", ("09ROME12",), id="ROME-12"),
        pytest.param("KABUL 001234 (NOTAL)", ("09KABUL1234",), id="KABUL 001234 (NOTAL)"),
        pytest.param("EUR/SCE EMAIL 3/3; STATE 5", ("09STATE5",), id="EUR/SCE EMAIL 3/3; STATE 5"),
        pytest.param(
            "A. BONN 12 B. IR 8 222 0001 08 C. CX LANGLEY VA",
            ("09BONN12",),
            id="A. BONN 12 B. IR 8 222 0001 08 C. CX LANGLEY VA",
        ),
        pytest.param("KYIV 12 KIEV 13", ("09KYIV12", "09KYIV13"), id="KYIV 12 KIEV 13"),
        pytest.param(
            "A. STATE 22 - B. ROME 15", ("09STATE22", "09ROME15"), id="A. STATE 22 - B. ROME 15"
        ),
        pytest.param(
            "Rome 12 and Rome 13, Kabul 5 (all notal)",
            ("09ROME12", "09ROME13", "09KABUL5"),
            id="Rome 12 and Rome 13, Kabul 5 (all notal)",
        ),
        pytest.param("Septel", (), id="Septel"),
        pytest.param("REFTELS", (), id="REFTELS"),
        pytest.param(
            "A. STATE 1234 (ACTION REQUEST), B. ROME 5",
            ("09STATE1234", "09ROME5"),
            id="A. STATE 1234 (ACTION REQUEST), B. ROME 5",
        ),
        pytest.param(
            "A. STATE 96550; B) STATE 96551",
            ("09STATE96550", "09STATE96551"),
            id="A. STATE 96550; B) STATE 96551",
        ),
        pytest.param(
            "LETTER FROM MINISTER DOE DATED 12 MAY 2008, STATE 12",
            ("09STATE12",),
            id="LETTER FROM MINISTER DOE DATED 12 MAY 2008, STATE 12",
        ),
        pytest.param("ROME (9903)", ("09ROME9903",), id="serial in brackets"),
        pytest.param(
            "(A) ROME 12 (B) STATE (9912)", ("09ROME12", "09STATE9912"), id="the last of two"
        ),
        pytest.param("ROME 12 UNCLASSIFIED; STATE 13", ("09ROME12",), id="a level ends the list"),
        pytest.param("1) ROME 12 3) STATE 13", ("09ROME12", "09STATE13"), id="label 2 is missing"),
    ],
)
def test_cables(line: str, mrns: tuple[str, ...]) -> None:
    preamble = read_preamble(
        f"TAGS: PREL\nREF: {line}\n\n1. (C) Text", year=2009, own_mrn="09TIRANA9901"
    )
    found = tuple(one.value.mrn for one in preamble.references if one.value.mrn)
    assert found == mrns
