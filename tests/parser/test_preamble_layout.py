"""Where the fields of a preamble stand, and where the text begins."""

import pytest

from parser._preamble import read_preamble

WHOLE = """C O N F I D E N T I A L SECTION 01 OF 04 TIRANA 009901

SIPDIS

STATE FOR EUR/SCE; ROME FOR ECON

E.O. 12958: DECL: 04/13/2019
TAGS: PREL, PGOV, AL
SUBJECT: LIGHTHOUSE FESTIVAL
POSTPONED

REF: A. ROME 9903  B. 08 STATE 9912

Classified By: Ambassador A. Example for reasons 1.4 (b) and (d).

-------
SUMMARY
-------

1. (C) The lamp is dark.
"""


def test_a_whole_preamble() -> None:
    preamble = read_preamble(WHOLE, year=2009)
    assert str(preamble.classification.value) == "CONFIDENTIAL"
    assert preamble.section.value == (1, 4)
    assert (preamble.station.value, preamble.serial.value) == ("TIRANA", "009901")
    assert [caption.value for caption in preamble.captions] == ["SIPDIS"]
    assert [line.value for line in preamble.passing] == ["STATE FOR EUR/SCE; ROME FOR ECON"]
    assert preamble.executive_order.value == "12958"
    assert preamble.declassify_on.value.isoformat() == "2019-04-13"
    assert preamble.subject.value == "LIGHTHOUSE FESTIVAL POSTPONED"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param(WHOLE, "-------\nSUMMARY", id="ruled heading"),
        pytest.param("SUBJECT: QUAYS\n\n1. (U) Text.", "1. (U) Text.", id="paragraph"),
        pytest.param("SUBJECT: QUAYS\n1.(C) Text.", "1.(C) Text.", id="paragraph without space"),
        pytest.param("SUBJECT: QUAYS\n\n¶1. Text.", "¶1. Text.", id="pilcrow"),
        pytest.param(
            "SUBJECT: QUAYS\n\nSummary\n-----\n", "Summary\n-----", id="heading above a rule"
        ),
        pytest.param("SUBJECT: QUAYS\n\nPlain text.", "Plain text.", id="text without a number"),
        pytest.param("Plain text.", "Plain text.", id="nothing before the text"),
        pytest.param("", "", id="nothing at all"),
        pytest.param(
            "SUBJECT: QUAYS\n\nREF: A. ROME 12\n     B. STATE 13\n\n(U) The port: closed; so.",
            "(U) The port",
            id="text with a mark and no number, behind references",
        ),
        pytest.param(
            "SUBJECT: QUAYS\n\nREF: A. ROME 12  B. STATE 13  C. ROME 14\n\n(C) The port closed.",
            "(C) The port",
            id="a mark that is the letter of a reference, too",
        ),
        pytest.param(
            "SUBJECT: QUAYS\n\nREF: (A) ROME 12 (B) STATE 13 (C) ROME\n11 (D) ROME 14\n\n1. (C) A.",
            "1. (C) A.",
            id="serial and label at the start of a line",
        ),
        pytest.param(
            "SUBJECT: QUAYS\n\nREF: (A) ROME 12  (B) ROME\n11 (C) ROME 14\n\n1. (C) A.",
            "1. (C) A.",
            id="serial and a label like a mark at the start of a line",
        ),
        pytest.param(
            "SUBJECT: QUAYS\n\nThe port asked for help.\n\nMore.",
            "The port",
            id="text that asks for",
        ),
        pytest.param("THE PORT ASKED FOR HELP. IT CAME.", "THE PORT", id="text in capitals"),
        pytest.param(
            "SUBJECT: QUAYS\n\nSTATE FOR EUR/SCE\n\nThe port.", "The port.", id="passing line last"
        ),
        pytest.param(
            "SUBJECT: QUAYS\n\nSensitive but unclassified, entire text.\n\n1. Text",
            "1. Text",
            id="handling line last",
        ),
    ],
)
def test_where_the_text_begins(text: str, body: str) -> None:
    assert text[read_preamble(text).end :].startswith(body)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("E.O. 12958: N/A TAGS: PREL SUBJECT: QUAYS", id="on one line"),
        pytest.param("SUBJECT: QUAYS\nE.O. 12958: N/A\n", id="in odd order"),
        pytest.param(
            "1. (U) CLASSIFIED BY CDA ANN EXAMPLE, REASON 1.5.D.\n\nE.O. 12958: N/A\n"
            "SUBJECT: QUAYS\n\n2. (C) Text",
            id="behind the first paragraph",
        ),
        pytest.param(
            "UNCLAS TIRANA 9901 SIPDIS E.O. 12958: N/A SUBJECT: QUAYS REF: ROME 1 ¶1. (C) Text.",
            id="everything on one line",
        ),
        pytest.param("SUBJECT: QUAYS\n------\n\nE.O. 12958: N/A\n\n1. Text", id="ruled subject"),
    ],
)
def test_several_fields(text: str) -> None:
    preamble = read_preamble(text)
    assert preamble.subject.value == "QUAYS"
    assert preamble.declassify_text.value == "N/A"


@pytest.mark.parametrize(
    ("text", "captions", "passing", "handling"),
    [
        pytest.param("SIPDIS SIPDIS", ["SIPDIS"], [], [], id="caption doubled"),
        pytest.param("NOFORN\nSIPDIS", ["NOFORN", "SIPDIS"], [], [], id="captions"),
        pytest.param("E F T O\nSIPDIS", ["EFTO", "SIPDIS"], [], [], id="spaced caption"),
        pytest.param(
            "C O R R E C T E D COPY (SUBJECT LINE)",
            ["CORRECTED COPY"],
            [],
            [],
            id="corrected copy, and what was corrected",
        ),
        pytest.param("STATE FOR EUR", [], ["STATE FOR EUR"], [], id="passing line"),
        pytest.param(
            "STATE FOR EUR (DOE), NEA\n(ROE) AND INR\n\nROME FOR ECON",
            [],
            ["STATE FOR EUR (DOE), NEA (ROE) AND INR", "ROME FOR ECON"],
            [],
            id="wrapped passing line",
        ),
        pytest.param(
            "PLEASE PASS TO TREASURY\nSENSITIVE BUT UNCLASSIFIED",
            [],
            ["PLEASE PASS TO TREASURY"],
            ["SENSITIVE BUT UNCLASSIFIED"],
            id="handling line below",
        ),
    ],
)
def test_lines_between(
    text: str, captions: list[str], passing: list[str], handling: list[str]
) -> None:
    preamble = read_preamble(f"UNCLAS TIRANA 9901\n\n{text}\n\nE.O. 12958: N/A\n\n1. Text")
    assert [found.value for found in preamble.captions] == captions
    assert [found.value for found in preamble.passing] == passing
    assert [found.value for found in preamble.handling] == handling


@pytest.mark.parametrize(
    ("text", "tags", "subject"),
    [
        pytest.param(
            "1. (U) The port\nSUBJECT: BOATS\nTAGS: PREL\n", [], None, id="in a paragraph"
        ),
        pytest.param(
            "1. (U) CLASSIFIED BY ANN EXAMPLE.\nSUBJECT: BOATS\n",
            [],
            "BOATS",
            id="classifier first",
        ),
        pytest.param("SUMMARY\n-------\nTAGS: PREL\n", ["PREL"], None, id="behind a heading"),
        pytest.param("SUMMARY\n-------\nTAGS; PREL\n", ["PREL"], None, id="with a semicolon"),
        pytest.param("SUMMARY\n-------\nTAGS PREL\n", [], None, id="without a colon"),
        pytest.param(
            f"SUMMARY\n-------\n{'The quay. ' * 160}\nTAGS: PREL\n", [], None, id="far behind"
        ),
        pytest.param(
            "TAGS: AL\n\nSUMMARY\n-------\nTAGS: PREL\n", ["AL"], None, id="a second time"
        ),
    ],
)
def test_a_field_where_the_text_has_begun(text: str, tags: list[str], subject: str | None) -> None:
    preamble = read_preamble(text)
    assert [tag.value for tag in preamble.tags] == tags
    assert (preamble.subject and preamble.subject.value) == subject


def test_captions_in_the_classification_line() -> None:
    preamble = read_preamble("SECRET NOFORN TIRANA 9901 EXDIS\n\nSIPDIS\nNOFORN\n\nTAGS: PREL")
    assert [found.value for found in preamble.captions] == ["NOFORN", "EXDIS", "SIPDIS"]


def test_a_letter_that_is_two_in_capitals_moves_nothing() -> None:
    text = "SUBJECT: GRO\u00df QUAYS\nTAGS: PREL\n\n1. Text"
    preamble = read_preamble(text)
    assert preamble.subject.value == "GRO\u00df QUAYS"
    assert [text[tag.start : tag.end] for tag in preamble.tags] == ["PREL"]
    assert text[preamble.end :] == "1. Text"
