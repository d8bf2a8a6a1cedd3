"""The classification line: level, control, section, station and serial, and where each stands."""

from __future__ import annotations

import re

import pytest

from parser import Level
from parser._preamble import Section, read_preamble

FOUO = "FOR OFFICIAL USE ONLY"


@pytest.mark.parametrize(
    ("line", "level", "control"),
    [
        pytest.param("TOP SECRET TIRANA 9901", Level.TOP_SECRET, None, id="top secret"),
        pytest.param("T O P S E C R E T TIRANA 9901", Level.TOP_SECRET, None, id="spaced"),
        pytest.param("S E C R E T TIRANA 9901 NOFORN", Level.SECRET, "NOFORN", id="behind"),
        pytest.param("SECRET//NOFORN TIRANA 9901", Level.SECRET, "NOFORN", id="slashes"),
        pytest.param("SECRET N O F O R N TIRANA 9901", Level.SECRET, "NOFORN", id="spaced control"),
        pytest.param("CONFIDENTIAL TIRANA 9901", Level.CONFIDENTIAL, None, id="confidential"),
        pytest.param("CONFIDENTIAL SENSITIVE TIRANA 9901", Level.CONFIDENTIAL, None, id="C/SBU"),
        pytest.param("LIMITED OFFICIAL USE ROME 9901", Level.LIMITED_OFFICIAL_USE, None, id="lou"),
        pytest.param("LOU TIRANA 9901", Level.LIMITED_OFFICIAL_USE, None, id="LOU"),
        pytest.param("UNCLASSIFIED TIRANA 9901", Level.UNCLASSIFIED, None, id="whole"),
        pytest.param("UNCLASS TIRANA 9901", Level.UNCLASSIFIED, None, id="one s more"),
        pytest.param("UNCLAS TIRANA 9901", Level.UNCLASSIFIED, None, id="unclas"),
        pytest.param("UNCLAS SENSITIVE TIRANA 9901", Level.UNCLASSIFIED, FOUO, id="sensitive"),
        pytest.param("UNCLAS S E N S I T I V E ROME 9901", Level.UNCLASSIFIED, FOUO, id="both"),
        pytest.param("UNCLAS SBU TIRANA 9901", Level.UNCLASSIFIED, FOUO, id="SBU"),
        pytest.param("UNCLAS//FOUO TIRANA 9901", Level.UNCLASSIFIED, FOUO, id="FOUO"),
        pytest.param(f"UNCLAS {FOUO} TIRANA 9901", Level.UNCLASSIFIED, FOUO, id="in full"),
        pytest.param("UNCLAS E F T O TIRANA 9901", Level.UNCLASSIFIED, None, id="encrypted only"),
        pytest.param("UNCLAS SIPDIS NOFORN ROME 9901", Level.UNCLASSIFIED, "NOFORN", id="two"),
        pytest.param("S e c r e t Tirana 9901", Level.SECRET, None, id="small letters"),
        pytest.param("UNCLAS SECTIKN 01 OF 02 ROME 9901", Level.UNCLASSIFIED, None, id="section"),
        pytest.param("S E C R T TIRANA 009901", Level.SECRET, None, id="a letter lost"),
        pytest.param("C O N F I D E N T A L TIRANA 9901", Level.CONFIDENTIAL, None, id="misspelt"),
    ],
)
def test_level_and_control(line: str, level: Level, control: str | None) -> None:
    found = read_preamble(f"{line}\n\nSUBJECT: QUAYS\n\n1. Text").classification
    assert found
    assert (found.value.level, found.value.control) == (level, control)


@pytest.mark.parametrize(
    ("line", "section", "station", "serial"),
    [
        pytest.param("SECRET SECTION 01 OF 04 ROME 009901", (1, 4), "ROME", "009901", id="section"),
        pytest.param("SECRET SECTION 2 OF 3 ROME 12", (2, 3), "ROME", "12", id="short numbers"),
        pytest.param("SECRET SECTION 01OF04 ROME 9901", (1, 4), "ROME", "9901", id="run together"),
        pytest.param("SECRET NOFORN SECTION 01 OF 02 ROME 1", (1, 2), None, None, id="one digit"),
        pytest.param("SECRET PORT AU PRINCE 9901", None, "PORT AU PRINCE", "9901", id="words"),
        pytest.param("SECRET SAN JOSE 9901 SIPDIS", None, "SAN JOSE", "9901", id="control behind"),
        pytest.param("SECRET N'DJAMENA 9901", None, "N'DJAMENA", "9901", id="apostrophe"),
        pytest.param("SECRET\nROME 9901", None, "ROME", "9901", id="on the next line"),
        pytest.param("S E C R T ROME 9901", None, "ROME", "9901", id="misspelt"),
        pytest.param("S E C R T SECTION 01 OF 02 ROME 9901", (1, 2), "ROME", "9901", id="shorter"),
        pytest.param("SECRXT SECTION 01 OF 02 ROME 9901", (1, 2), "ROME", "9901", id="wrong X"),
        pytest.param("SECRET PAGE 01 ROME 9901", None, None, None, id="a page mark is no station"),
        pytest.param("SECRET", None, None, None, id="bare"),
    ],
)
def test_section_station_and_serial(
    line: str, section: tuple[int, int] | None, station: str | None, serial: str | None
) -> None:
    text = f"ZNY SSSSS ZZH\n{line}\n\nSUBJECT: QUAYS\n\n1. Text"

    preamble = read_preamble(text)

    assert (preamble.section and preamble.section.value) == (section and Section(*section))
    if preamble.section:
        printed = text[preamble.section.start : preamble.section.end]
        assert re.findall(r"[1-9]", printed) == [str(number) for number in preamble.section.value]
    for found, expected in ((preamble.station, station), (preamble.serial, serial)):
        assert (found and found.value) == expected
        assert found is None or text[found.start : found.end] == expected


@pytest.mark.parametrize(
    ("line", "covered", "is_repaired"),
    [
        pytest.param("SECRET ROME 9901 NOFORN", "SECRET ROME 9901 NOFORN", False, id="whole line"),
        pytest.param("  SECRET ROME 9901", "SECRET ROME 9901", False, id="indented"),
        pytest.param("S E C R T ROME 9901", "S E C R T ROME 9901", True, id="a letter lost"),
        pytest.param("SECRREET ROME 9901", None, False, id="two wrong"),
        pytest.param("SECRXT TO ROME", None, False, id="misspelt without a serial"),
    ],
)
def test_where_it_stands(line: str, covered: str | None, is_repaired: bool) -> None:
    text = f"{line}\n\nSUBJECT: QUAYS\n\n1. Text"

    found = read_preamble(text).classification

    assert (found and text[found.start : found.end]) == covered
    assert (found is not None and found.is_repaired) == is_repaired


@pytest.mark.parametrize(
    ("text", "station"),
    [
        pytest.param("SECRET\n\nROUTINE\n\nCONFIDENTIAL ROME 9901\n", "ROME", id="over a stamp"),
        pytest.param("\nSIPDIS\n\nSECRET ROME 9901\n", "ROME", id="below a caption"),
        pytest.param("ACTION EUR-01 INFO OCT-01\nSECRET ROME 9901\n", "ROME", id="office copy"),
        pytest.param(
            "ACTION EUR-12\nINFO OCT-00  ADS-00  /030 W\n"
            "------------------065004 140610Z /62\nSECRET ROME 9901\n",
            "ROME",
            id="office copies",
        ),
        pytest.param(
            "SECRET\n\nPAGE 01  TIRANA  09901  140605Z\nACTION EUR-12\n\nSECRET ROME 9901\n",
            "ROME",
            id="below a stamp and a page mark",
        ),
        pytest.param("A sentence of the text." * 3 + "\nSECRET ROME 9901 X\n", None, id="in text"),
        pytest.param("SIGN\n" * 300 + "SECRET ROME 9901\n", None, id="too far down"),
    ],
)
def test_what_stands_above(text: str, station: str | None) -> None:
    preamble = read_preamble(f"{text}\nSUBJECT: QUAYS\n\n1. Text")
    assert (preamble.station and preamble.station.value) == station


@pytest.mark.parametrize(
    ("text", "level"),
    [
        pytest.param("EXAMPLE\n\nSECRET\n\n\nNNNN\n", None, id="below a signature"),
        pytest.param("EXAMPLE\n\nSECRET\nPAGE 02 ROME 9901\n", None, id="with a page mark"),
        pytest.param("SECRET\n\nNNNN\n", Level.SECRET, id="nothing above"),
        pytest.param("EXAMPLE\n\nSECRET\n\nThe port.\n", Level.SECRET, id="text below"),
        pytest.param("THE PORT WAS CLOSED AND STAYED SO.\n\nSECRET\n", None, id="below text"),
        pytest.param("CONFIDENTIALITY IS A VIRTUE\n", None, id="longer word"),
    ],
)
def test_a_last_stamp_is_no_line(text: str, level: Level | None) -> None:
    found = read_preamble(text).classification
    assert (found and found.value.level) == level


@pytest.mark.timeout(10)
def test_a_classification_line_behind_many_lines_of_a_header() -> None:
    # Each of them can be read as a short line or by its first word: 2 to the 60 ways in all.
    text = "FM TIRANA\n" * 60 + "X" * 100 + "\nUNCLAS TIRANA 000488 IT IS\n\n1. (U) It is shut.\n"
    assert read_preamble(text).classification is None


def test_a_line_below_the_last_of_a_part_is_no_line_above_its_text() -> None:
    text = f"{'the port was shut ' * 8}in May.\n\nEXAMPLE\n\nNNNN\n\nUNCLAS TIRANA 9901\n"
    assert read_preamble(text).classification is None
    assert read_preamble(f"{text}\n\n1. (U) Text.").station is not None
