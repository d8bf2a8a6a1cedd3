"""The TAGS line."""

import pytest

from parser._preamble import read_preamble


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        pytest.param("TAGS: PREL PGOV AL\n", ("PREL", "PGOV", "AL"), id="TAGS: PREL PGOV AL /"),
        pytest.param("TAGS: (U) PREL, AL\n", ("PREL", "AL"), id="portion mark"),
        pytest.param("TTAGS: PREL, AL\n", ("PREL", "AL"), id="TTAGS: PREL, AL /"),
        pytest.param("TAGS: PREL AL WEST BANK\n", ("PREL", "AL", "WEST BANK"), id="short words"),
        pytest.param(
            "TAGS: PREL, RULE OF LAW, AL\n", ("PREL", "RULE OF LAW", "AL"), id="phrase with OF"
        ),
        pytest.param(
            "TAGS: PREL MIDDLE EAST PEACE PROCESS\nSUBJECT: X",
            ("PREL", "MIDDLE EAST PEACE PROCESS"),
            id="two phrases that are one",
        ),
        pytest.param("TAGS: PREL, SOCIAL ISSUES\n", ("PREL", "SOCIAL ISSUES"), id="words of codes"),
        pytest.param("TAGS: EUNPREL, PRELUNGA\n", ("EUN", "PREL", "UNGA"), id="glued, in front"),
        pytest.param("TAGS: ICAOECON AL\n", ("ICAO", "ECON", "AL"), id="glued organization"),
        pytest.param(
            "TAGS: PREL, AL\nSUBJECT: COLONEL TAGA: A LIFE",
            ("PREL", "AL"),
            id="name like a keyword",
        ),
        pytest.param("TAG: PREL, PGOV\n", ("PREL", "PGOV"), id="TAG: PREL, PGOV /"),
        pytest.param("TAGES: PREL\n", ("PREL",), id="TAGES: PREL /"),
        pytest.param("TAGS; PREL\n", ("PREL",), id="TAGS; PREL /"),
        pytest.param("TAGS, PREL, PGOV\n", ("PREL", "PGOV"), id="TAGS, PREL, PGOV /"),
        pytest.param("TGS: PREL\n", ("PREL",), id="TGS: PREL /"),
        pytest.param("AGS: PREL\n", ("PREL",), id="AGS: PREL /"),
        pytest.param("TAGS:PREL,PGOV,AL\n", ("PREL", "PGOV", "AL"), id="TAGS:PREL,PGOV,AL /"),
        pytest.param(
            "TAGS:  PREL  PGOV  AL \n", ("PREL", "PGOV", "AL"), id="TAGS: PREL PGOV AL / (2)"
        ),
        pytest.param(
            "TAGS: PREL, PGOV, AL, EU, UN, NATO\n",
            ("PREL", "PGOV", "AL", "EU", "UN", "NATO"),
            id="TAGS: PREL, PGOV, AL, EU, UN, NATO /",
        ),
        pytest.param(
            "TAGS: PREL PGOV\nSUBJECT: X", ("PREL", "PGOV"), id="TAGS: PREL PGOV / SUBJECT: X"
        ),
        pytest.param(
            "TAGS: PREL, PGOV,\nSUBJECT: X", ("PREL", "PGOV"), id="TAGS: PREL, PGOV, / SUBJECT: X"
        ),
        pytest.param(
            "TAGS: OVIP (DOE, JOHN Q.), PREL\n",
            ("OVIP", "DOE, JOHN Q.", "PREL"),
            id="TAGS: OVIP (DOE, JOHN Q.), PREL /",
        ),
        pytest.param(
            "TAGS: PREL, DOE, JOHN, AL\n",
            ("PREL", "DOE", "JOHN", "AL"),
            id="TAGS: PREL, DOE, JOHN, AL /",
        ),
        pytest.param(
            "TAGS: MASSMNUC NPT PARM\n",
            ("MASS", "MNUC", "NPT", "PARM"),
            id="TAGS: MASSMNUC NPT PARM /",
        ),
        pytest.param("TAGS: PRELPGOV, AL\n", ("PREL", "PGOV", "AL"), id="TAGS: PRELPGOV, AL /"),
        pytest.param("TAGS: PREL.PGOV.AL\n", ("PREL", "PGOV", "AL"), id="TAGS: PREL.PGOV.AL /"),
        pytest.param("TAGS: PREL; PGOV; AL\n", ("PREL", "PGOV", "AL"), id="TAGS: PREL; PGOV; AL /"),
        pytest.param("TAGS: PREL/PGOV/AL\n", ("PREL", "PGOV", "AL"), id="TAGS: PREL/PGOV/AL /"),
        pytest.param(
            "TAGS: PREL - PGOV - AL\n", ("PREL", "PGOV", "AL"), id="TAGS: PREL - PGOV - AL /"
        ),
        pytest.param("TAGS: prel, pgov, al\n", ("PREL", "PGOV", "AL"), id="TAGS: prel, pgov, al /"),
        pytest.param("Tags: PRel\n", ("PREL",), id="Tags: PRel /"),
        pytest.param(
            "TAGS: PREL PREL PGOV PREL\n", ("PREL", "PGOV"), id="TAGS: PREL PREL PGOV PREL /"
        ),
        pytest.param("TAGS: KDEM KDEMAF\n", ("KDEM", "AF"), id="TAGS: KDEM KDEMAF /"),
        pytest.param(
            "TAGS: UNGA/C-1, ZANU-PF, G-77, AT&T, AFL-CIO\n",
            ("UNGA/C-1", "ZANU-PF", "G-77", "AT&T", "AFL-CIO"),
            id="TAGS: UNGA/C-1, ZANU-PF, G-77, AT&T, AFL-CIO /",
        ),
        pytest.param("TAGS: PREL (PGOV) AL\n", ("PREL", "PGOV", "AL"), id="TAGS: PREL (PGOV) AL /"),
        pytest.param(
            "TAGS: PREL, HUMAN RIGHTS, AL\n",
            ("PREL", "HUMAN RIGHTS", "AL"),
            id="TAGS: PREL, HUMAN RIGHTS, AL /",
        ),
        pytest.param(
            "TAGS: PREL AL MEDIA REACTION REPORT\n",
            ("PREL", "AL", "MEDIA REACTION REPORT"),
            id="TAGS: PREL AL MEDIA REACTION REPORT /",
        ),
        pytest.param(
            "TAGS: PREL AL MEDIA REACTION SUMMARY\n",
            ("PREL", "AL", "MEDIA REACTION SUMMARY"),
            id="TAGS: PREL AL MEDIA REACTION SUMMARY /",
        ),
        pytest.param(
            "TAGS: PREL CENTRAL ASIA AL\n",
            ("PREL", "CENTRAL ASIA", "AL"),
            id="TAGS: PREL CENTRAL ASIA AL /",
        ),
        pytest.param(
            "TAGS: EAID PGOV COUNTRY CLEARANCE AF\n",
            ("EAID", "PGOV", "COUNTRY CLEARANCE", "AF"),
            id="TAGS: EAID PGOV COUNTRY CLEARANCE AF /",
        ),
        pytest.param(
            "TAGS: PREL COUNTER TERRORISM AL\n",
            ("PREL", "COUNTERTERRORISM", "AL"),
            id="TAGS: PREL COUNTER TERRORISM AL /",
        ),
        pytest.param(
            "TAGS: PREL LIGHTHOUSE FESTIVAL AL\n",
            ("PREL", "LIGHTHOUSE FESTIVAL", "AL"),
            id="TAGS: PREL LIGHTHOUSE FESTIVAL AL /",
        ),
        pytest.param(
            "TAGS: PREL, LIGHTHOUSE, FESTIVAL\n",
            ("PREL", "LIGHTHOUSE", "FESTIVAL"),
            id="TAGS: PREL, LIGHTHOUSE, FESTIVAL /",
        ),
        pytest.param(
            "TAGS: PREL PGOV SENSITIVE\n", ("PREL", "PGOV"), id="TAGS: PREL PGOV SENSITIVE /"
        ),
        pytest.param(
            "E.O. 12958: N/A TAGS: PREL, PGOV SUBJECT: X",
            ("PREL", "PGOV"),
            id="E.O. 12958: N/A TAGS: PREL, PGOV SUBJECT: X",
        ),
        pytest.param(
            "E.O. 12958: N/A TAGS PREL, PGOV SUBJECT: X",
            ("PREL", "PGOV"),
            id="E.O. 12958: N/A TAGS PREL, PGOV SUBJECT: X",
        ),
        pytest.param(
            "TAGS: KSCA KQDD XYZQ\n", ("KSCA", "KQDD", "XYZQ"), id="TAGS: KSCA KQDD XYZQ /"
        ),
        pytest.param(
            "TAGS: PREL PGOV TIRANA 00009901 001.2 OF 003 AL KDEM\n",
            ("PREL", "PGOV", "AL", "KDEM"),
            id="TAGS: PREL PGOV TIRANA 00009901 001.2 OF 003 AL KDEM /",
        ),
        pytest.param(
            "TAGS: PREL PGOV PREF REF: STATE 12",
            ("PREL", "PGOV", "PREF"),
            id="TAGS: PREL PGOV PREF REF: STATE 12",
        ),
        pytest.param(
            "TAGS: IZ, IR, IS, KWBG, U.S., UK\n",
            ("IZ", "IR", "IS", "KWBG", "US", "UK"),
            id="TAGS: IZ, IR, IS, KWBG, U.S., UK /",
        ),
        pytest.param(
            "TAGS: PREL, PGOV AND AL\n", ("PREL", "PGOV", "AL"), id="TAGS: PREL, PGOV AND AL /"
        ),
        pytest.param(
            "TAGS: PREL, PGOV, \n \n SUBJECT: X",
            ("PREL", "PGOV"),
            id="TAGS: PREL, PGOV, / / SUBJECT: X",
        ),
        pytest.param("TAGS: PG0V PREL\n", ("PGOV", "PREL"), id="TAGS: PG0V PREL /"),
        pytest.param("TAGS: PREL: PGOV: AL\n", ("PREL", "PGOV", "AL"), id="TAGS: PREL: PGOV: AL /"),
        pytest.param("TAGS: N/A\nSUBJECT: X", (), id="TAGS: N/A / SUBJECT: X"),
        pytest.param("TAGS: NONE\nSUBJECT: X", (), id="TAGS: NONE / SUBJECT: X"),
        pytest.param("TAGS: \nSUBJECT: X", (), id="TAGS: / SUBJECT: X"),
        pytest.param(
            "TAGS: ETRD EINV ECON *PGOV*\n",
            ("ETRD", "EINV", "ECON", "PGOV"),
            id="TAGS: ETRD EINV ECON *PGOV* /",
        ),
        pytest.param("TAGS: 'PREL', 'PGOV'\n", ("PREL", "PGOV"), id="TAGS: 'PREL', 'PGOV' /"),
        pytest.param(
            "TAGS: PREL PGOV 1. (U) Text", ("PREL", "PGOV"), id="TAGS: PREL PGOV 1. (U) Text"
        ),
        pytest.param(
            "TAGS: PHUM, PGOV, AL\n\nREF: A. X",
            ("PHUM", "PGOV", "AL"),
            id="TAGS: PHUM, PGOV, AL / / REF: A. X",
        ),
        pytest.param("¶TAGS: PHUM\n", ("PHUM",), id="¶TAGS: PHUM /"),
        pytest.param("TAGS: PHUM ALBANIA\n", ("PHUM", "ALBANIA"), id="TAGS: PHUM ALBANIA /"),
        pytest.param(
            "TAGS: PTER, ASEC, ISRAEL/PALESTINIANS, IS\n",
            ("PTER", "ASEC", "ISRAEL/PALESTINIANS", "IS"),
            id="TAGS: PTER, ASEC, ISRAEL/PALESTINIANS, IS /",
        ),
        pytest.param(
            "TAGS: PREL, (MARCHETTI, ADA), AL, OVIP (OAKES, PAUL)\n",
            ("PREL", "MARCHETTI, ADA", "AL", "OVIP", "OAKES, PAUL"),
            id="names in brackets",
        ),
        pytest.param("TAGS: PREL ¶PGOV\n", ("PREL", "PGOV"), id="TAGS: PREL ¶PGOV /"),
        pytest.param(
            "TAGS: PREL, OVIP EXAMPLE, MARY", ("PREL", "OVIP", "EXAMPLE, MARY"), id="no brackets"
        ),
        pytest.param(
            "TAGS: OVIP, EXAMPLE, MARY, AL", ("OVIP", "EXAMPLE, MARY", "AL"), id="comma behind OVIP"
        ),
        pytest.param("TAGS: OVIP LI, MARY", ("OVIP", "LI", "MARY"), id="LI is a country, no name"),
        pytest.param("TAGS: OREP PREL, AL, PGOV", ("OREP", "PREL", "AL", "PGOV"), id="no names"),
        pytest.param("TAGS: OVIP LEE, ANN, AL", ("OVIP", "LEE, ANN", "AL"), id="names of three"),
        *(
            pytest.param(
                f"TAGS: PREL, HARBOUR {word} LIGHTHOUSES, AL",
                ("PREL", f"HARBOUR {word} LIGHTHOUSES", "AL"),
                id=f"a phrase with {word}",
            )
            for word in ("AND", "IN", "OF", "THE", "FOR", "ON", "TO")
        ),
    ],
)
def test_tags(text: str, tags: tuple[str, ...]) -> None:
    assert tuple(found.value for found in read_preamble(text).tags) == tags


@pytest.mark.parametrize(
    ("text", "tag", "printed"),
    [
        pytest.param("TAGS: PREL, PGOV", "PGOV", "PGOV", id="plain"),
        pytest.param("TAGS: PHUMAL", "AL", "PHUMAL", id="cut out of a run"),
        pytest.param("TAGS: PREL MOPPS", "MOPS", "MOPPS", id="misprinted"),
        pytest.param("TAGS: OVIP (EXAMPLE, MARY)", "EXAMPLE, MARY", "(EXAMPLE, MARY)", id="person"),
    ],
)
def test_where_a_tag_stands(text: str, tag: str, printed: str) -> None:
    found = next(found for found in read_preamble(text).tags if found.value == tag)
    assert text[found.start : found.end] == printed
