"""The lines between the fields: each caption, each way to pass a telegram on or to handle it."""

from __future__ import annotations

import pytest

from parser._preamble import Preamble, read_preamble

CAPTIONS = (
    *("SIPDIS", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "LIMDIS", "STADIS", "ONDIS"),
    *("ROGER CHANNEL", "DISSENT CHANNEL", "DS CHANNEL", "DEA CHANNEL", "EYES ONLY"),
    *("TERREP", "CODEL", "STAFFDEL", "EXCON", "CHEROKEE", "NOPASS", "NIACT", "EFTO"),
    *("NOCONTRACT", "PROPIN", "ORCON", "FOUO", "SBU", "AIDAC", "CORRECTED COPY"),
    *("VISAS VIPER", "VISAS DONKEY"),
)


def between(lines: str) -> Preamble:
    return read_preamble(f"UNCLAS TIRANA 9901\n\n{lines}\n\nE.O. 12958: N/A\n\n1. Text")


def behind(lines: str) -> Preamble:
    return read_preamble(f"UNCLAS TIRANA 9901\n\nSUBJECT: QUAYS\n\n{lines}\n\n1. Text")


@pytest.mark.parametrize("caption", CAPTIONS)
def test_every_caption(caption: str) -> None:
    assert [found.value for found in between(caption).captions] == [caption]


@pytest.mark.parametrize(
    ("line", "captions"),
    [
        pytest.param("SIPDIS, NOFORN", ["SIPDIS", "NOFORN"], id="comma"),
        pytest.param("SIPDIS/NOFORN;EXDIS", ["SIPDIS", "NOFORN", "EXDIS"], id="signs"),
        pytest.param("(SIPDIS)", ["SIPDIS"], id="brackets"),
        pytest.param("C O R R E C T E D C O P Y", ["CORRECTED COPY"], id="spaced"),
        pytest.param("SIPDIS (PARA 2, 3)", ["SIPDIS"], id="what was corrected"),
        pytest.param("SIPDISX", [], id="a longer word"),
        pytest.param("SIPDIS IS A WORD", [], id="a sentence"),
    ],
)
def test_a_line_of_captions(line: str, captions: list[str]) -> None:
    assert [found.value for found in between(line).captions] == captions


@pytest.mark.parametrize(
    "line",
    [
        *("STATE FOR EUR", "STATE ALSO FOR EUR", "STATE PASS USAID", "PLS INFORM USAID"),
        *("PLEASE INFORM USAID", "ATTN: USAID", "TO BE PASSED ON"),
        *(
            "EUR/SCE",
            "EUR/PGI, EUR/SE, OES/PCI",
            "EB/IFD/OMA; OES/ENV",
            "EUR/PGI, EUR/SE AND OES/PCI",
        ),
    ],
)
def test_a_passing_line(line: str) -> None:
    assert [found.value for found in between(line).passing] == [line]


@pytest.mark.parametrize(
    ("line", "captions", "passing"),
    [
        ("SIPDIS DEPT FOR EUR/PGI", ["SIPDIS"], ["DEPT FOR EUR/PGI"]),
        ("NOFORN SIPDIS STATE PLEASE PASS USTR", ["NOFORN", "SIPDIS"], ["STATE PLEASE PASS USTR"]),
        ("AIDAC FOR EXAMPLE", [], ["AIDAC FOR EXAMPLE"]),
    ],
)
def test_captions_in_front_of_a_passing_line(
    line: str, captions: list[str], passing: list[str]
) -> None:
    found = between(line)
    assert [one.value for one in found.captions] == captions
    assert [one.value for one in found.passing] == passing


@pytest.mark.parametrize("line", ["FESTIVALS", "PORTS/QUAYS AND BOATS", "9/11", "N/A."])
def test_what_are_no_offices(line: str) -> None:
    assert not between(line).passing


@pytest.mark.parametrize("sign", [",", " AND"])
def test_offices_go_on_with_the_line_above(sign: str) -> None:
    assert [found.value for found in between(f"DEPT FOR EUR/SCE{sign}\nEB/IFD").passing] == [
        f"DEPT FOR EUR/SCE{sign} EB/IFD"
    ]


@pytest.mark.parametrize(
    "line",
    [
        *("SENSITIVE BUT UNCLASSIFIED", "UNCLASSIFIED, BUT SENSITIVE", "SBU ENTIRE TEXT"),
        *("Protect accordingly.", "Handle accordingly.", "NOT FOR INTERNET", "NOT FOR RELEASE"),
        *("NOT SUITABLE FOR DISSEMINATION", "NOT FOR DISTRIBUTION", "FOR OFFICIAL USE ONLY"),
    ],
)
def test_a_handling_line(line: str) -> None:
    assert [found.value for found in between(line).handling] == [line]
    assert not between(line).passing


@pytest.mark.parametrize(
    ("line", "is_passing"),
    [
        pytest.param("STATE FOR EUR", True, id="for"),
        pytest.param("STATE/EUR ALSO FOR NEA", True, id="also for"),
        pytest.param("STATE PASS TO USAID", True, id="pass to"),
        pytest.param("STATE PLEASE PASS USAID", True, id="please pass"),
        pytest.param("PLEASE PASS TO USAID", True, id="no office in front"),
        pytest.param("PLEASE PASS TO RSO.", True, id="with a full stop"),
        pytest.param("PLS PASS USAID", True, id="short"),
        pytest.param("FOR EUR FROM THE AMBASSADOR", True, id="for and from"),
        pytest.param("STATE PLS PASS USTR", True, id="please, in short"),
        pytest.param("DEPT FOR EUR/WE - A. EXAMPLE", True, id="an initial"),
        pytest.param("STATE FOR EUR. IT IS.", False, id="a sentence"),
        pytest.param("state for eur", False, id="small letters"),
        pytest.param("STATE FOR " + "A" * 70, True, id="as long as may be"),
        pytest.param("STATE FOR " + "A" * 72, False, id="too long"),
    ],
)
def test_a_passing_line_behind_the_last_field(line: str, *, is_passing: bool) -> None:
    assert [found.value for found in behind(line).passing] == ([line] if is_passing else [])


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        pytest.param("STATE FOR EUR\n\nThe port.", ["STATE FOR EUR"], id="a post"),
        pytest.param(
            "PORT AU PRINCE FOR ECON\n\nThe port.",
            ["PORT AU PRINCE FOR ECON"],
            id="three words",
        ),
        pytest.param("EUR/SCE FOR DOE\n\nThe port.", ["EUR/SCE FOR DOE"], id="an office"),
        pytest.param("BOATS FOR SALE\n\nThe port.", [], id="neither"),
    ],
)
def test_a_passing_line_where_no_field_stands_above(text: str, passing: list[str]) -> None:
    assert [found.value for found in read_preamble(text).passing] == passing


FULL = "STATE FOR EUR/SE EXAMPLE AND SAMPLE, USAID FOR ANN LOXLEY"
"""A passing line whose line had no room for another word."""


@pytest.mark.parametrize(
    ("lines", "passing"),
    [
        pytest.param("STATE FOR EUR,\nNEA AND INR", ["STATE FOR EUR, NEA AND INR"], id="next line"),
        pytest.param("STATE FOR EUR\n\nNEA AND INR", ["STATE FOR EUR"], id="behind a blank line"),
        pytest.param(
            "STATE FOR EUR\nSIPDIS\nNEA AND INR", ["STATE FOR EUR"], id="behind a caption"
        ),
        pytest.param("AND INR\nSTATE FOR EUR", ["STATE FOR EUR"], id="a line above is none"),
        pytest.param("STATE FOR\nNSC FOR EUR", ["STATE FOR NSC FOR EUR"], id="it is unfinished"),
        pytest.param(
            "STATE FOR WHA/AND\nNSC FOR EUR", ["STATE FOR WHA/AND", "NSC FOR EUR"], id="an office"
        ),
        pytest.param("STATE FOR EUR\nNSC FOR EUR", ["STATE FOR EUR", "NSC FOR EUR"], id="two"),
        pytest.param("STATE FOR EUR\nG/TIP", ["STATE FOR EUR", "G/TIP"], id="an office alone"),
        pytest.param(
            "AF/S FOR ANN, NSC\nFOR EXAMPLE", ["AF/S FOR ANN, NSC FOR EXAMPLE"], id="its FOR below"
        ),
        pytest.param(
            "STATE FOR EUR\nFOR EXAMPLE", ["STATE FOR EUR", "FOR EXAMPLE"], id="another FOR"
        ),
        pytest.param(
            f"{FULL}\nEXAMPLE, NSC FOR SAMPLE",
            [f"{FULL} EXAMPLE, NSC FOR SAMPLE"],
            id="a name is divided from its line",
        ),
        pytest.param(
            f"{FULL}; DCHA/FFP\nFOR EXAMPLE",
            [f"{FULL}; DCHA/FFP FOR EXAMPLE"],
            id="FOR is divided from its line",
        ),
        pytest.param(
            f"{FULL}\nFOR EXAMPLE", [FULL, "FOR EXAMPLE"], id="nothing is divided from its line"
        ),
        pytest.param(
            f"{FULL},\nNSC FOR SAMPLE",
            [f"{FULL}, NSC FOR SAMPLE"],
            id="it is full and ends in a comma",
        ),
        pytest.param(
            "STATE FOR EUR,\nNSC FOR ANN",
            ["STATE FOR EUR,", "NSC FOR ANN"],
            id="short with a comma",
        ),
        pytest.param(
            f"{FULL}\nNSC FOR SAMPLE", [FULL, "NSC FOR SAMPLE"], id="a line of its own below"
        ),
        pytest.param(
            "STATE FOR ANN\nROME, PARIS FOR BOB",
            ["STATE FOR ANN", "ROME, PARIS FOR BOB"],
            id="there was room in the line above",
        ),
        pytest.param(
            "DOE FOR EXAMPLE\nDOE/NN30 ANN SAMPLE",
            ["DOE FOR EXAMPLE", "DOE/NN30 ANN SAMPLE"],
            id="an office below a short line",
        ),
        pytest.param(
            "DEPT PASS USTR A. EXAMPLE\nCOMMERCE/ITA B. SAMPLE\nTREASURY C. LOXLEY",
            ["DEPT PASS USTR A. EXAMPLE", "COMMERCE/ITA B. SAMPLE", "TREASURY C. LOXLEY"],
            id="agencies below a short line",
        ),
    ],
)
def test_a_passing_line_that_goes_on(lines: str, passing: list[str]) -> None:
    assert [found.value for found in between(lines).passing] == passing


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("REF: ROME 12", "EXDIS"),
        ("REF: ROME 12", "STATE PASS USTR"),
        ("REF: ROME 12", "TREASURY FOR EXAMPLE"),
        ("REF: ROME 12", "ROME FOR FAO"),
        ("E.O. 12958: DECL: AFTER UNIFICATION", "DEPT PLEASE PASS USTR"),
    ],
)
def test_a_line_right_below_a_field(field: str, line: str) -> None:
    found = read_preamble(f"{field}\n{line}\n\nSUBJECT: QUAYS")
    assert [one.value for one in (*found.captions, *found.passing)] == [line]


@pytest.mark.parametrize(
    ("lines", "handling"),
    [
        pytest.param("NOT FOR INTERNET\nOR PAPERS", ["NOT FOR INTERNET OR PAPERS"], id="goes on"),
        pytest.param("NOT FOR INTERNET\n\nBOATS", ["NOT FOR INTERNET"], id="blank line"),
    ],
)
def test_a_handling_line_that_goes_on(lines: str, handling: list[str]) -> None:
    assert [found.value for found in between(lines).handling] == handling


@pytest.mark.parametrize(
    ("lines", "start"),
    [
        pytest.param("SIPDIS\n\nSTATE FOR EUR", "1. Text", id="captions and passing lines"),
        pytest.param("STATE FOR EUR\nAND NEA", "1. Text", id="a line that goes on"),
        pytest.param("The port.\n\nSIPDIS", "The port.", id="text ends the preamble"),
    ],
)
def test_where_the_text_begins(lines: str, start: str) -> None:
    text = f"UNCLAS TIRANA 9901\n\nSUBJECT: QUAYS\n\n{lines}\n\n1. Text"
    assert text[read_preamble(text).end :].startswith(start)


@pytest.mark.parametrize(
    ("line", "level"),
    [
        *((name, name) for name in ("TOP SECRET", "SECRET", "CONFIDENTIAL", "UNCLASSIFIED")),
        ("LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE"),
        ("LOU", "LIMITED OFFICIAL USE"),
        ("UNCLASS", "UNCLASSIFIED"),
        ("UNCLAS", "UNCLASSIFIED"),
        ("T O P S E C R E T", "TOP SECRET"),
        ("UNCLAS SBU", "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
        ("UNCLAS FOUO", "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
        ("SECRET N O F O R N", "SECRET//NOFORN"),
        ("SECRET SENSITIVE", "SECRET"),
        ("SECRET EXDIS", "SECRET"),
    ],
)
def test_levels(line: str, level: str) -> None:
    preamble = read_preamble(f"{line} TIRANA 009901\n\nSUBJECT: QUAYS")
    assert str(preamble.classification.value) == level
    assert (preamble.station.value, preamble.serial.value) == ("TIRANA", "009901")


@pytest.mark.parametrize(
    ("line", "level", "serial"),
    [
        pytest.param("UNCALS TIRANA 009901", "UNCLASSIFIED", "009901", id="exchanged"),
        pytest.param("CONFIDENTAL TIRANA 009901", "CONFIDENTIAL", "009901", id="left out"),
        pytest.param("CONFIDNTAL TIRANA 009901", "CONFIDENTIAL", "009901", id="two of a long word"),
        pytest.param("S E C C R E T TIRANA 009901", "SECRET", "009901", id="spaced"),
        pytest.param(
            "C O N F I D E N T A L SECTION 01 OF 02 TIRANA 009901",
            "CONFIDENTIAL",
            "009901",
            id="section",
        ),
        pytest.param("SERCET NOFORN TIRANA 009901", "SECRET//NOFORN", "009901", id="control"),
        pytest.param("SERCTE TIRANA 009901", None, None, id="two of a short word"),
        pytest.param("SERCET TIRANA", None, None, id="no serial"),
        pytest.param("CONFERENCE TIRANA 009901", None, None, id="another word"),
        pytest.param("THE SERCET TIRANA 009901", None, None, id="not first"),
    ],
)
def test_a_misspelt_level(line: str, level: str | None, serial: str | None) -> None:
    preamble = read_preamble(f"{line}\n\nSIPDIS\n\nTAGS: PREL\n\n1. A")
    found = preamble.classification
    assert (str(found.value) if found else None) == level
    assert (preamble.serial.value if preamble.serial else None) == serial
    if found and preamble.serial:
        assert found.is_repaired
        assert (found.start, found.end) == (0, len(line))
        assert line[preamble.serial.start : preamble.serial.end] == serial


@pytest.mark.parametrize(
    ("text", "serial"),
    [
        pytest.param(
            "SECRET\n\nSECRET TIRANA 009901\n\n1. A", "009901", id="the line with a serial"
        ),
        pytest.param("SECRET TIRANA 9\n\n1. A", None, id="one digit is no serial"),
        pytest.param(f"{'X' * 25}\nSECRET TIRANA 009901\n\n1. A", "009901", id="a long line above"),
        pytest.param(f"{'X' * 25}\nSECRET TIRANA 009901 IT IS\n\n1. A", None, id="and more behind"),
        pytest.param(
            f"{'X' * 24}\nSECRET TIRANA 009901 IT IS\n\n1. A", "009901", id="a short line above"
        ),
        pytest.param("SECRET SECTION 01 OF 02 TIRANA 009901\n\n1. A", "009901", id="section"),
        pytest.param(
            "ACTION: THE OFFICE OF THE PORT\nSECRET ROME 0012\n\n1. A", "0012", id="office copy"
        ),
        pytest.param(
            "EUR-12 AND MANY OTHERS OF THEM\nSECRET ROME 0012\n\n1. A", "0012", id="copies"
        ),
    ],
)
def test_serial_of_the_classification_line(text: str, serial: str | None) -> None:
    found = read_preamble(text).serial
    assert (found.value if found else None) == serial


@pytest.mark.parametrize(
    ("text", "level"),
    [
        pytest.param("THE PORT.\n\nSECRET", None, id="stamp below the text"),
        pytest.param("A\n\nSECRET\n\nPAGE 02 OF 02\n\nNNNN", None, id="more stamps below"),
        pytest.param("A\n\nSECRET\n\nThe port.", "SECRET", id="text below"),
        pytest.param("SECRET", "SECRET", id="nothing else"),
    ],
)
def test_a_stamp_is_no_classification_line(text: str, level: str | None) -> None:
    found = read_preamble(text).classification
    assert (str(found.value) if found else None) == level
