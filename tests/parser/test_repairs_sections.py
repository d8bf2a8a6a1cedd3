"""Heads of later sections and captions between the lines; sections in another order."""

from __future__ import annotations

from itertools import pairwise

import pytest

from parser._repairs.section_heads import find_section_heads, mend_captions, mend_section_heads
from parser._repairs.section_order import mend_order

HEAD = "C O N F I D E N T I A L SECTION 02 OF 04 TIRANA 009901"
VZCZC = "VZCZCXRO0002\nDE RUEHTI #9901/02 1040605\nFM AMEMBASSY TIRANA\n\n"
OF_OLD = (
    "ACTION EUR-00\n\nINFO LOG-00   CIAE-00\n      SAS-00     /003W\n"
    "                  ------------------00B3A7  140605Z /38\nO 140605Z APR 01\n"
    "FM AMEMBASSY TIRANA\nTO SECSTATE WASHDC 9901\n\n"
)
FRONT = (
    "CONFIDENTIAL SECTION 01 OF 04 TIRANA 009901\nSIPDIS\nAIDAC\nSTATE FOR EUR/SCE, INR/EC,\n"
    "PLEASE PASS TO NSC FOR DOE\nEO 12958 DECL: 04/13/11\nTAGS PREL, PHUM\n"
    "SUBJECT: THE LIGHTHOUSE FESTIVAL\nIS POSTPONED\n\n"
)
ABOVE = "The keeper of the lighthouse came down to the quay on that day\n" * 2
BELOW = "The boats were shut for the whole of the long summer, they say.\n" * 4


def lifted(text: str, start: int = 0) -> str:
    """What stands in the place of the one section head."""
    [edit] = mend_section_heads(text, find_section_heads(text, start), start)
    return text[: edit.start] + "|" + text[edit.end :]


@pytest.mark.parametrize(
    ("head", "number", "of"),
    [
        pytest.param(HEAD, 2, 4, id="spaced"),
        pytest.param("CONFIDENTIAL SECTION 02 OF 04 TIRANA 009901", 2, 4, id="plain"),
        pytest.param(
            "S E C R E T SECTION 03 OF 12 TIRANA 009901 NOFORN", 3, 12, id="caption behind"
        ),
        pytest.param("UNCLAS SECTIKN 02 OF 04 TIRANA 009901", 2, 4, id="misspelt"),
        pytest.param("LIMITED OFFICIAL USE SECTION02OF04 TIRANA 9901", 2, 4, id="run together"),
        pytest.param("T O P S E C R E T SECTION 02 OF 04 TIRANA 9901", 2, 4, id="top secret"),
        pytest.param("  unclas section 02 of 04 tirana 009901", 2, 4, id="small letters"),
        pytest.param("UNCLAS SECTION 2 OF 4 TIRANA 9901", 2, 4, id="one digit"),
        pytest.param("UNCLAS FINAL SECTION OF 4 TIRANA 9901", 4, 4, id="the last"),
    ],
)
def test_a_section_head(head: str, number: int, of: int) -> None:
    [found] = find_section_heads(f"Ann.\n{head}\nBob.", 0)
    assert (found.number, found.of) == (number, of)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("SECTION 02 OF 04 TIRANA 009901", id="no level"),
        pytest.param("CONFIDENTIAL 02 OF 04", id="no word"),
        pytest.param("He said UNCLAS SECTION 02 OF 04", id="inside a line"),
        pytest.param("UNCLAS SECTION 2 OF 4 TIRANA", id="one digit without a serial"),
    ],
)
def test_what_is_no_section_head(line: str) -> None:
    assert not find_section_heads(f"Ann.\n{line}\nBob.", 0)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(f"Ann.\n\n{HEAD}\n\nBob.", "Ann.|Bob.", id="blank lines around"),
        pytest.param(f"Ann.\n{HEAD}\n\nSIPDIS\n\nNOFORN\n\nBob.", "Ann.|Bob.", id="captions"),
        pytest.param(f"Ann.\n{HEAD}\nTAGS: PREL\nSUBJECT: QUAYS\n\nBob.", "Ann.|Bob.", id="fields"),
        pytest.param(
            f"Ann.\n{HEAD}\nSUBJECT: QUAYS\nAND BOATS\n\nBob.", "Ann.|Bob.", id="long field"
        ),
        pytest.param(f"Ann.\n{HEAD}\nE.O. 12958: N/A\n1. Bob.", "Ann.|1. Bob.", id="number below"),
        pytest.param(f"Ann.\n{HEAD}\nREF: ROME 12\n(C) Bob.", "Ann.|(C) Bob.", id="mark below"),
        pytest.param(
            f"Ann.\n{HEAD}\nCLASSIFIED BY: ANN\n\u00b6Bob.", "Ann.|\u00b6Bob.", id="pilcrow"
        ),
        pytest.param(f"Ann.\n{HEAD}\nSTATE FOR EUR\n\nBob.", "Ann.|Bob.", id="passing line"),
        pytest.param(f"Ann.\n{HEAD}\nAsked for it.", "Ann.|Asked for it.", id="text"),
        pytest.param(f"Ann.\n\n{VZCZC}{HEAD}\n\nBob.", "Ann.|Bob.", id="header above"),
        pytest.param(
            f"Ann.\n\n{VZCZC}Carl.\n{HEAD}\n\nBob.", f"Ann.\n\n{VZCZC}Carl.|Bob.", id="text between"
        ),
    ],
)
def test_what_is_lifted_out_with_it(text: str, left: str) -> None:
    assert lifted(text) == left


@pytest.mark.parametrize(
    ("below", "left"),
    [
        pytest.param("SIPDIS\n\nAIDAC\n\nBob.", "Bob.", id="a caption that is not known"),
        pytest.param(
            "STATE FOR EUR/SCE, INR/EC,\nPLEASE PASS TO NSC FOR DOE\nBob.",
            "Bob.",
            id="passing line",
        ),
        pytest.param(
            "STATE FOR EUR/SCE, INR/EC, PLEASE PASS TO NSC FOR DOE\nBob.", "Bob.", id="wrapped anew"
        ),
        pytest.param(
            "E.O. 12958: DECL: 04/13/11\nTAGS: PREL PHUM\nBob.", "Bob.", id="other punctuation"
        ),
        pytest.param(
            "SUBJECT: THE LIGHTHOUSE FESTIVAL\nIS POSTPONED\nBob.",
            "Bob.",
            id="subject of two lines",
        ),
        pytest.param(
            "SUBJECT: THE LIGHTHOUSE FESTIVAL IS POSTPONED\nBOATS CAME.",
            "BOATS CAME.",
            id="text right below the subject",
        ),
        pytest.param("SUBJ: THE FESTIVAL\nBOATS CAME.", "BOATS CAME.", id="another subject"),
        pytest.param(
            "SIPDIS\nBOATS FOR THE QUAY CAME.", "BOATS FOR THE QUAY CAME.", id="like a passing line"
        ),
        pytest.param("SIPDIS\nFESTIVAL.", "FESTIVAL.", id="one word of the front"),
        pytest.param("SIPDIS\nTHE LIGHTHOUSE.", "THE LIGHTHOUSE.", id="two words of the front"),
    ],
)
def test_what_the_front_of_the_first_section_holds_goes_too(below: str, left: str) -> None:
    text = f"{FRONT}Ann.\n{HEAD}\n{below}"
    assert lifted(text, len(FRONT)) == f"{FRONT}Ann.|{left}"


def test_the_header_of_old_above_a_head_goes_too() -> None:
    assert lifted(f"Ann.\n\n{OF_OLD}{HEAD}\n\nBob.") == "Ann.|Bob."


OF_THE_SEVENTIES = (
    "15\nACTION EUR-12\n\nINFO  OCT-01  ISO-00  /089 W\n"
    "                     ---------------------     012399\nO R 140605Z APR 75\n"
    "FM AMEMBASSY TIRANA\nTO SECSTATE WASHDC 9901\n\n"
)


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(OF_THE_SEVENTIES, id="a number above it"),
        pytest.param(OF_THE_SEVENTIES.replace("ACTION", "ORIGIN"), id="of the Department"),
        pytest.param(f"\nCONFIDENTIAL\n\nNNN\n\n{OF_THE_SEVENTIES}", id="an end above it"),
    ],
)
def test_the_header_of_the_seventies_above_a_head_goes_too(header: str) -> None:
    assert lifted(f"Ann, 15 and\n\n{header}{HEAD}\n\nbob.") == "Ann, 15 and|bob."


def test_an_action_in_the_text_is_no_header() -> None:
    above = "ACTION is asked for.\nCarl."
    assert lifted(f"Ann.\n\n{above}\n{HEAD}\n\nBob.") == f"Ann.\n\n{above}|Bob."


def test_a_head_in_front_of_the_text_is_left() -> None:
    text = f"{HEAD}\n\nAnn.\n{HEAD}\nBob."
    assert len(find_section_heads(f"\n{text}", len(HEAD) + 2)) == 1


def test_a_head_at_the_beginning_of_the_text_is_found() -> None:
    assert len(find_section_heads(f"\n{HEAD}\nBob.", 1)) == 1


def test_heads_side_by_side_are_not_lifted_out_twice() -> None:
    text = f"Ann.\n\n{HEAD}\n\n\n{HEAD.replace('02', '03')}\n\nBob."
    edits = mend_section_heads(text, find_section_heads(text, 0), 0)
    assert all(one.end <= two.start for one, two in pairwise(edits))


@pytest.mark.parametrize(
    ("line", "is_lifted"),
    [
        *(
            pytest.param(line, True, id=line)
            for line in (
                *("SIPDIS", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "LIMDIS", "STADIS"),
                *("CONFIDENTIAL", "S E C R E T", "UNCLAS", "LIMITED OFFICIAL USE", "  SECRET  "),
            )
        ),
        pytest.param("SIPDIS AND MORE", False, id="a sentence"),
        pytest.param("Sipdis", False, id="small letters"),
    ],
)
def test_a_caption_alone_between_the_lines(line: str, *, is_lifted: bool) -> None:
    edits = mend_captions(f"{ABOVE}\n{line}\n\n{BELOW}", 0)
    assert len(edits) == is_lifted


def test_two_captions_are_lifted_out_as_one() -> None:
    [edit] = mend_captions(text := f"{ABOVE}\nSECRET\n\nSIPDIS\n{BELOW}", 0)
    assert text[edit.start : edit.end].split() == ["SECRET", "SIPDIS"]


def test_a_stamp_near_the_end_belongs_to_the_tail() -> None:
    assert not mend_captions(f"{ABOVE}\nSECRET\n\n{'x' * 190}", 0)
    assert mend_captions(f"{ABOVE}\nSECRET\n\n{'x' * 200}", 0)


def section(number: int, *, of: int = 3, serial: str = "009901", header: str = "") -> str:
    return f"{header}SECRET SECTION 0{number} OF 0{of} TIRANA {serial}\n\nText {number}.\n\n"


def ordered(text: str) -> str | None:
    if not (moved := mend_order(text)):
        return None
    edit, pieces = moved
    whole = text[: edit.start] + edit.after + text[edit.end :]
    for piece in pieces:
        length = piece.end - piece.start
        assert whole[piece.start : piece.end] == text[piece.source : piece.source + length]
    for above, below in pairwise(pieces):
        assert not whole[above.end : below.start].strip()
    return whole


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        pytest.param((1, 2, 3), None, id="in order"),
        pytest.param((2, 1, 3), (1, 2, 3), id="the first two"),
        pytest.param((1, 3, 2), (1, 2, 3), id="the last two"),
        pytest.param((3, 1, 2), (1, 2, 3), id="all"),
        pytest.param((3, 2), (2, 3), id="without the first"),
        pytest.param((1, 2, 2), None, id="one twice"),
        pytest.param((1,), None, id="one alone"),
    ],
)
def test_order(order: tuple[int, ...], wanted: tuple[int, ...] | None) -> None:
    text = "".join(section(number) for number in order)
    assert ordered(text) == ("".join(map(section, wanted)) if wanted else None)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(section(1, serial="009902"), id="another serial"),
        pytest.param(section(1, of=4), id="another count"),
    ],
)
def test_sections_of_two_telegrams_are_left(other: str) -> None:
    assert ordered(section(2) + other) is None


def test_a_serial_with_fewer_zeros_is_the_same() -> None:
    assert ordered(section(2) + section(1, serial="9901"))


def test_headers_move_with_their_sections() -> None:
    first, second = section(1, header=VZCZC), section(2, header=VZCZC.replace("0002", "0003"))
    assert ordered(second + first) == first + second


def test_the_only_header_stays_at_the_top() -> None:
    assert ordered(VZCZC + section(2) + section(1)) == VZCZC + section(1) + section(2)
