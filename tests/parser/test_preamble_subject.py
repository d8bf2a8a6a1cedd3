"""The subject."""

import pytest

from parser._preamble import read_preamble


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param(
            "SUBJECT: (C/NF) LIGHTHOUSE\nFESTIVAL POSTPONED\n\n",
            "LIGHTHOUSE FESTIVAL POSTPONED",
            id="SUBJECT: (C/NF) LIGHTHOUSE / FESTIVAL POSTPONED / /",
        ),
        pytest.param(
            "SUBJECT:\nLIGHTHOUSE FESTIVAL\n",
            "LIGHTHOUSE FESTIVAL",
            id="SUBJECT: / LIGHTHOUSE FESTIVAL /",
        ),
        pytest.param(
            "SUBJECT: U.S.-\nALBANIAN PORTS", "U.S.-ALBANIAN PORTS", id="hyphen behind a full stop"
        ),
        pytest.param("SUBJECT - PORTS\nREF: ROME 5", "PORTS", id="dash for the colon"),
        pytest.param(
            "SUBJ: PORTS AND US- LATIN TRADE",
            "PORTS AND US-LATIN TRADE",
            id="SUBJ: PORTS AND US- LATIN TRADE",
        ),
        pytest.param(
            "SUBJECT: QUAY REPAIRS\nTIRANA 00009901 001.2 OF 003\nCONTINUE",
            "QUAY REPAIRS CONTINUE",
            id="SUBJECT: QUAY REPAIRS / TIRANA 00009901 001.2 OF 003 / CONTI",
        ),
        pytest.param(
            "SUBJECT: QUAY REPAIRS TIRANA 00009901 001.2 OF 003 CONTINUE",
            "QUAY REPAIRS CONTINUE",
            id="SUBJECT: QUAY REPAIRS TIRANA 00009901 001.2 OF 003 CONTINUE",
        ),
        pytest.param(
            "SUBJECT: QUAY REPAIRS\n\nTIRANA 00009901 001.2 OF 003\n\nCONTINUE\n\nREF: X",
            "QUAY REPAIRS CONTINUE",
            id="SUBJECT: QUAY REPAIRS / / TIRANA 00009901 001.2 OF 003 / / C",
        ),
        pytest.param(
            "SUBJECT: DESIGNATING MR. DOEREF: A. ROME 9903",
            "DESIGNATING MR. DOE",
            id="SUBJECT: DESIGNATING MR. DOEREF: A. ROME 9903",
        ),
        pytest.param(
            "SUBJECT: X Y REFS: A. ROME 9903", "X Y", id="SUBJECT: X Y REFS: A. ROME 9903"
        ),
        pytest.param("SUBJECT: X Y REF: ROME 9903", "X Y", id="SUBJECT: X Y REF: ROME 9903"),
        pytest.param("SUBJECT: X Y Ref(s): ROME 9903", "X Y", id="SUBJECT: X Y Ref(s): ROME 9903"),
        pytest.param("SUBJECT: X Y REFTEL: ROME 9903", "X Y", id="SUBJECT: X Y REFTEL: ROME 9903"),
        pytest.param("UBJECT: X Y\n", "X Y", id="UBJECT: X Y /"),
        pytest.param("SUBJECT; X Y\n", "X Y", id="SUBJECT; X Y /"),
        pytest.param("SUBJECT X Y\n", "X Y", id="SUBJECT X Y /"),
        pytest.param("SUBJ: X Y\n", "X Y", id="SUBJ: X Y /"),
        pytest.param("Subject: X y\n", "X y", id="Subject: X y /"),
        pytest.param("Subj.: X Y\n", "X Y", id="Subj.: X Y /"),
        pytest.param("SUBJECT: X Y\n1. (U) T", "X Y", id="SUBJECT: X Y / 1. (U) T"),
        pytest.param("SUBJECT: X Y\n¶1. (U) T", "X Y", id="SUBJECT: X Y / ¶1. (U) T"),
        pytest.param("SUBJECT: X Y 1. (U) T", "X Y", id="SUBJECT: X Y 1. (U) T"),
        pytest.param("SUBJECT: X Y ¶1. (U) T", "X Y", id="SUBJECT: X Y ¶1. (U) T"),
        pytest.param("SUBJECT: X Y\n1.(SBU) T", "X Y", id="SUBJECT: X Y / 1.(SBU) T"),
        pytest.param(
            "SUBJECT: X Y\nSUMMARY\n-------\n", "X Y", id="SUBJECT: X Y / SUMMARY / ------- /"
        ),
        pytest.param(
            "SUBJECT: X Y\n-------\nSUMMARY\n-------\n",
            "X Y",
            id="SUBJECT: X Y / ------- / SUMMARY / ------- /",
        ),
        pytest.param("SUBJECT: X Y\n\nSummary: text", "X Y", id="SUBJECT: X Y / / Summary: text"),
        pytest.param("SUBJECT: X Y\nSummary: text", "X Y", id="SUBJECT: X Y / Summary: text"),
        pytest.param(
            "SUBJECT: X Y\nClassified By: DCM A", "X Y", id="SUBJECT: X Y / Classified By: DCM A"
        ),
        pytest.param(
            "SUBJECT: X Y Classified By: DCM A", "X Y", id="SUBJECT: X Y Classified By: DCM A"
        ),
        pytest.param(
            "SUBJECT: X Y CLASSIFIED BY DCM ANN EXAMPLE FOR REASON 1.4 (B)",
            "X Y",
            id="SUBJECT: X Y CLASSIFIED BY DCM ANN EXAMPLE FOR REASON 1.4 (B",
        ),
        pytest.param(
            "SUBJECT: X Y\nCLASSIFIED BY DCM", "X Y", id="SUBJECT: X Y / CLASSIFIED BY DCM"
        ),
        pytest.param("SUBJECT: (SBU) X Y", "X Y", id="SUBJECT: (SBU) X Y"),
        pytest.param("SUBJECT: (U) X Y", "X Y", id="SUBJECT: (U) X Y"),
        pytest.param("SUBJECT: (S//NF) X Y", "X Y", id="SUBJECT: (S//NF) X Y"),
        pytest.param("SUBJECT: (S-NF) X Y", "X Y", id="SUBJECT: (S-NF) X Y"),
        pytest.param("SUBJECT: (C) (U) X Y", "X Y", id="SUBJECT: (C) (U) X Y"),
        pytest.param("(C) SUBJECT: X Y", "X Y", id="(C) SUBJECT: X Y"),
        pytest.param("SUBJECT: X Y\nSIPDIS\n", "X Y", id="SUBJECT: X Y / SIPDIS /"),
        pytest.param(
            "SUBJECT: X Y\nSENSITIVE BUT UNCLASSIFIED\n",
            "X Y",
            id="SUBJECT: X Y / SENSITIVE BUT UNCLASSIFIED /",
        ),
        pytest.param(
            "SUBJECT: X Y\nTHIS CABLE IS SENSITIVE\n",
            "X Y",
            id="SUBJECT: X Y / THIS CABLE IS SENSITIVE /",
        ),
        pytest.param(
            "SUBJECT: X REFUGEES IN\nREFORM\n",
            "X REFUGEES IN REFORM",
            id="SUBJECT: X REFUGEES IN / REFORM /",
        ),
        pytest.param("SUBJECT: A REF TO X\n", "A REF TO X", id="SUBJECT: A REF TO X /"),
        pytest.param(
            "SUBJECT: U.S.-EU TALKS: PART 1. OF 2\n",
            "U.S.-EU TALKS: PART 1. OF 2",
            id="SUBJECT: U.S.-EU TALKS: PART 1. OF 2 /",
        ),
        pytest.param("SUBJECT: X - \nY\n", "X - Y", id="SUBJECT: X - / Y /"),
        pytest.param(
            "SUBJECT: MID- AND LONG-TERM\n",
            "MID- AND LONG-TERM",
            id="SUBJECT: MID- AND LONG-TERM /",
        ),
        pytest.param("SUBJECT: X -- Y", "X -- Y", id="SUBJECT: X -- Y"),
        pytest.param("SUBJECT: X\nY\nZ\n\n1. T", "X Y Z", id="SUBJECT: X / Y / Z / / 1. T"),
        pytest.param("SUBJECT:  X   Y \n", "X Y", id="SUBJECT: X Y /"),
        pytest.param("TAGS: PREL SUBJECT: X Y\n", "X Y", id="TAGS: PREL SUBJECT: X Y /"),
        pytest.param("SUBJECT: X Y\nTAGS: PREL\n", "X Y", id="SUBJECT: X Y / TAGS: PREL /"),
        pytest.param("SUBJECT: X Y\nE.O. 12958: N/A", "X Y", id="SUBJECT: X Y / E.O. 12958: N/A"),
        pytest.param("SUBJECT: X Y\nEO 12958: N/A", "X Y", id="SUBJECT: X Y / EO 12958: N/A"),
        pytest.param(
            "SUBJECT: CLASSIFIED BY NATO: X\n", None, id="SUBJECT: CLASSIFIED BY NATO: X /"
        ),
        pytest.param(
            "SUBJECT: CORRECTED COPY: X Y\n",
            "CORRECTED COPY: X Y",
            id="SUBJECT: CORRECTED COPY: X Y /",
        ),
        pytest.param(
            "C O R R E C T E D COPY (SUBJECT LINE)\nSUBJECT: X Y\n",
            "X Y",
            id="C O R R E C T E D COPY (SUBJECT LINE) / SUBJECT: X Y /",
        ),
        pytest.param("SUBJECT: X Y\nCLASSIFIED BY: A", "X Y", id="SUBJECT: X Y / CLASSIFIED BY: A"),
        pytest.param(
            "SUBJECT: X Y\nPAGE 02 TIRANA 09901 01 OF 02 140605Z\nZ\n",
            "X Y Z",
            id="SUBJECT: X Y / PAGE 02 TIRANA 09901 01 OF 02 140605Z / Z /",
        ),
        pytest.param('SUBJECT: "X Y" Z\n', '"X Y" Z', id="SUBJECT: X Y Z /"),
        pytest.param("SUBJECT: X Y\n\nREF A. ROME 12", "X Y", id="SUBJECT: X Y / / REF A. ROME 12"),
        pytest.param(
            "SUBJECT: X Y\n(REF: A. ROME 12)", "X Y", id="SUBJECT: X Y / (REF: A. ROME 12)"
        ),
        pytest.param("SUBJECT: X Y (REF: A. ROME 12)", "X Y", id="SUBJECT: X Y (REF: A. ROME 12)"),
        pytest.param(
            "SUBJECT: X Y\nDEPT FOR EUR\n\n",
            "X Y",
            id="SUBJECT: X Y / DEPT FOR EUR / /",
        ),
        pytest.param(
            "SUBJECT: X OF ROME 12 OF 13\n",
            "X OF ROME 12 OF 13",
            id="SUBJECT: X OF ROME 12 OF 13 /",
        ),
        pytest.param(
            "SUBJECT: X\n \n(U) This is unnumbered.",
            "X",
            id="SUBJECT: X / / (U) This is unnumbered.",
        ),
        pytest.param(
            "SUBJECT: X\n(U) This is unnumbered.", "X", id="SUBJECT: X / (U) This is unnumbered."
        ),
        pytest.param(
            "SUBJECT: CLOSURE OF\n\nTHE QUAYS\n\n", "CLOSURE OF THE QUAYS", id="unfinished"
        ),
        pytest.param("SUBJECT: X Y 1. SUMMARY: Text", "X Y", id="summary on the line"),
        pytest.param("SUBJECT: X Y 1. (C) Summary: Text", "X Y", id="marked summary on the line"),
        pytest.param("SUBJECT: X Y 1. Classified By DCM A", "X Y", id="numbered classifier"),
        pytest.param("SUBJECT: X Y\nSENSTIVE BUT UNCLASSIFIED", "X Y", id="misspelt handling"),
        pytest.param("SUBJECT: X Y C O N F I D E N T I A L", "X Y", id="section head"),
        pytest.param("SUBJECT: X\nSENSITIVE TALKS\n\n", "X SENSITIVE TALKS", id="sensitive talks"),
        pytest.param("SUBJECT: X\nSUMMARY OF TALKS\n", "X SUMMARY OF TALKS", id="summary of"),
        pytest.param("SUBJECT: X Y This is an action request.", "X Y", id="action request"),
        pytest.param("SUBJECT: QUAYS\nThe port was closed.", "QUAYS", id="text in small letters"),
        pytest.param("SUBJECT: Quays\nand their boats", "Quays and their boats", id="all small"),
        pytest.param(
            "SUBJECT: THE QUAYS, BO...\n\n9901\n\nSUBJECT: THE QUAYS, BOATS AND ROPES\n\n",
            "THE QUAYS, BOATS AND ROPES",
            id="cut short, and whole below",
        ),
        pytest.param(
            "SUBJECT: THE QUAYS...\n\n9901\n\nSUBJECT: OTHER QUAYS\n\n",
            "THE QUAYS...",
            id="another below",
        ),
        pytest.param("SUBJECT: QUAYS\nMcX BOATS", "QUAYS McX BOATS", id="a small letter in a name"),
    ],
)
def test_subject(text: str, subject: str | None) -> None:
    found = read_preamble(f"E.O. 12958: N/A\n{text}").subject
    assert (found.value if found else None) == subject


@pytest.mark.parametrize(
    ("text", "marking"),
    [
        pytest.param("SUBJECT: (C/NF) QUAYS", "C/NF", id="confidential noforn"),
        pytest.param("SUBJECT: (S//NF) QUAYS", "S/NF", id="two slashes"),
        pytest.param("SUBJECT: ( SBU ) QUAYS", "SBU", id="spaced"),
        pytest.param("SUBJECT: (S//NOFORN) QUAYS", "S/NF", id="control in words"),
        pytest.param("SUBJECT: (CONFIDENTIAL) QUAYS", "C", id="level in words"),
        pytest.param("SUBJECT: (S/REL UK) QUAYS", "S/REL UK", id="releasable"),
        pytest.param("SUBJECT: C) QUAYS", "C", id="without its first bracket"),
        pytest.param("SUBJECT: S/NF QUAYS", "S/NF", id="without brackets"),
        pytest.param("SUBJECT: QUAYS (C)", None, id="behind"),
        pytest.param("SUBJECT: QUAYS", None, id="none"),
        *(
            pytest.param(f"SUBJECT: ({printed}) QUAYS", marking, id=printed)
            for printed, marking in (
                *(("U", "U"), ("TS", "TS"), ("LOU", "LOU"), ("FOUO", "FOUO"), ("SECRET", "S")),
                *(
                    ("UNCLASSIFIED", "U"),
                    ("C-NF", "C/NF"),
                    ("U/FOUO", "U/FOUO"),
                    ("U//SBU", "U/SBU"),
                ),
            )
        ),
    ],
)
def test_portion_mark(text: str, marking: str | None) -> None:
    found = read_preamble(text).subject_marking
    assert (found.value if found else None) == marking


def test_the_whole_subject_has_a_span() -> None:
    text = "SUBJECT: (C) LIGHTHOUSE\nFESTIVAL POSTPONED \n\n1. (U) Text"
    subject = read_preamble(text).subject
    assert text[subject.start : subject.end] == "LIGHTHOUSE\nFESTIVAL POSTPONED"
