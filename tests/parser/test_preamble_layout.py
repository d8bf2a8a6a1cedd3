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
    ],
)
def test_where_the_text_begins(text: str, body: str) -> None:
    assert text[read_preamble(text).end :].startswith(body)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("E.O. 12958: N/A TAGS: PREL SUBJECT: QUAYS", id="on one line"),
        pytest.param("SUBJECT: QUAYS\nE.O. 12958: N/A\n", id="in odd order"),
        pytest.param("SUBJECT: QUAYS\n------\n\nE.O. 12958: N/A\n\n1. Text", id="ruled subject"),
    ],
)
def test_several_fields(text: str) -> None:
    preamble = read_preamble(text)
    assert preamble.subject.value == "QUAYS"
    assert preamble.declassify_text.value == "N/A"
