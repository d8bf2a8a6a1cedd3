"""Page marks: where they begin and end, whose they are, and what goes with them."""

from __future__ import annotations

import pytest

from parser._repairs.page_marks import find_page_marks, mend_page_marks

LONG = "The keeper came down to the quay on that day and asked for the boats; " * 2 + "he did."
"""A paragraph that a publisher put on one line."""


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        pytest.param(
            "Ann\n\nTIRANA 00009901  002 OF 004\n\nBob", ["TIRANA 00009901  002 OF 004"], id="line"
        ),
        pytest.param(
            "Ann\nTIRANA 00009901  002.3 OF 004", ["TIRANA 00009901  002.3 OF 004"], id="part"
        ),
        pytest.param(
            "Ann\n\nTIRANA\n00009901  002 OF 004", ["TIRANA\n00009901  002 OF 004"], id="two lines"
        ),
        pytest.param(
            "Ann\nZORN BAY 00009901  002 OF 004", ["ZORN BAY 00009901  002 OF 004"], id="unknown"
        ),
        pytest.param(
            "Ann TIRANA 00009901 002 OF 004 Bob", ["TIRANA 00009901 002 OF 004"], id="in a line"
        ),
        pytest.param(
            "Ann ZORN 00009901 002 OF 004 Bob", ["ZORN 00009901 002 OF 004"], id="unknown in a line"
        ),
        pytest.param(
            "THE NEW DELHI 00009901 002 OF 004", ["NEW DELHI 00009901 002 OF 004"], id="capitals"
        ),
        pytest.param("ab 00009901 002 OF 004", ["00009901 002 OF 004"], id="no station"),
        pytest.param(
            "Ann\nTirana 00009901  002 of 004\nBob",
            ["Tirana 00009901  002 of 004"],
            id="small letters",
        ),
        pytest.param(
            "Ann\nTirana 00009901  002 of 004\nBob\nTIRANA 00009901  003 OF 004",
            ["Tirana 00009901  002 of 004", "TIRANA 00009901  003 OF 004"],
            id="small letters above capitals",
        ),
        pytest.param("TIRANA 9901  002 OF 004", [], id="four digits are no serial"),
        pytest.param("TIRANA 00009901  02 OF 04", [], id="two digits are no page"),
        pytest.param("TIRANA 00009901  002 OF 0045", [], id="four digits are no count"),
        pytest.param("in 2002 of 004", [], id="no mark"),
        pytest.param(
            "PAGE 02        TIRANA  09901  01 OF 02  140605Z",
            ["PAGE 02        TIRANA  09901  01 OF 02  140605Z"],
            id="of old",
        ),
        pytest.param(
            "PAGE 02  TIRANA  09901  140605Z APR 77",
            ["PAGE 02  TIRANA  09901  140605Z APR 77"],
            id="month",
        ),
        pytest.param(
            "TIRANA 00009901 002 OF 004\n\nPAGE 03  TIRANA  09901  140605Z",
            ["TIRANA 00009901 002 OF 004", "PAGE 03  TIRANA  09901  140605Z"],
            id="both",
        ),
    ],
)
def test_where_they_stand(text: str, marks: list[str]) -> None:
    assert [text[mark.start : mark.end] for mark in find_page_marks(text)] == marks


@pytest.mark.parametrize(
    ("text", "station", "serial", "section"),
    [
        ("Ann\nTIRANA 00009901  002 OF 004", "TIRANA", "00009901", 2),
        ("Ann\nPORT AU PRINCE 00009901  003 OF 004", "PORT AU PRINCE", "00009901", 3),
        ("ab 00009901 002 OF 004", None, "00009901", 2),
        ("Ann ZORN 00009901 002 OF 004 Bob", "ZORN", "00009901", 2),
        ("It.\nROME\n--- 00009901 002 OF 004", None, "00009901", 2),
        ("It.\nROME\nTIRANA 00009901 002 OF 004", "TIRANA", "00009901", 2),
        ("It.\nROME\n00009901 002 OF 004", "ROME", "00009901", 2),
        ("Ann said.\n00009901 002 OF 004", None, "00009901", 2),
        ("PAGE 02  NEW  DELHI  09901  01 OF 02  140605Z", "NEW DELHI", "09901", 1),
        ("PAGE 02  TIRANA  09901  140605Z", "TIRANA", "09901", None),
    ],
    ids=[
        *("usual", "several words", "no station", "unknown in a line", "no station below one"),
        *("one below another", "on two lines", "below a sentence", "of old", "of old, no section"),
    ],
)
def test_what_they_say(text: str, station: str | None, serial: str, section: int | None) -> None:
    [mark] = find_page_marks(text)
    assert (mark.station, mark.serial, mark.section) == (station, serial, section)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        pytest.param(
            "It is\n\nTIRANA 00009901  002 OF 004\n\n\nshut.",
            "It is\nshut.",
            id="blank lines go too",
        ),
        pytest.param(
            "It is\nTIRANA 00009901  002 OF 004\n\nTIRANA 00009901  003 OF 004\nshut.",
            "It is\nshut.",
            id="two side by side go together",
        ),
        pytest.param(
            "It is\nCONFIDENTIAL\n\nPAGE 02  TIRANA  09901  140605Z\nshut.",
            "It is\nshut.",
            id="level above",
        ),
        pytest.param(
            "It is\n   SECRET\nLIMITED OFFICIAL USE\nPAGE 02  TIRANA  09901  140605Z\nshut.",
            "It is\nshut.",
            id="levels above",
        ),
        pytest.param(
            "It is SECRET\nPAGE 02  TIRANA  09901  140605Z\nshut.",
            "It is SECRET\nshut.",
            id="level in a line",
        ),
        pytest.param(
            f"{LONG}  SECRET\nPAGE 02  TIRANA  09901  140605Z\n\nShut.",
            f"{LONG}\n\nShut.",
            id="level behind a line that was wrapped anew",
        ),
        pytest.param(
            "It is\n SECRET\n SECRET     PTQ9901\nPAGE 01  TIRANA  09901  140605Z ACTION EUR-00",
            "It is\n\nACTION EUR-00",
            id="level and code that open a section",
        ),
        pytest.param(
            "It is at noon.\nPAGE 02 TIRANA 09901 140605Z The port is shut.",
            "It is at noon.\nThe port is shut.",
            id="a line goes on behind it",
        ),
        pytest.param(
            "It is at noon.\nPAGE 02 TIRANA 09901 140605Z 2. (C) The port.",
            "It is at noon.\n\n2. (C) The port.",
            id="a paragraph begins behind it",
        ),
        pytest.param(
            "It is at noon.\nSECRET\n\nPAGE 02 TIRANA 09901 140605Z\nAt night it is.",
            "It is at noon.\nAt night it is.",
            id="no blank line beside it",
        ),
        pytest.param(
            "It is\nSECRET\n\nPAGE 02 TIRANA 09901 140605Z\nat noon.\n"
            "SECRET\n\nPAGE 03 TIRANA 09901 140605Z\n\nAt night it is.",
            "It is\nat noon.\n\nAt night it is.",
            id="a blank line behind it, where others have none",
        ),
        pytest.param(
            "It is\nSECRET\n\nPAGE 02 TIRANA 09901 140605Z\nat noon.\n\n"
            "SECRET\n\nPAGE 03 TIRANA 09901 140605Z\nAt night it is.",
            "It is\nat noon.\n\nAt night it is.",
            id="a blank line in front of it, where others have none",
        ),
        pytest.param(
            "The inspect\n\nTIRANA 00009901  002 OF 004\n\nions.",
            "The inspections.",
            id="inside a word",
        ),
    ],
)
def test_what_is_lifted_out(text: str, mended: str) -> None:
    assert lifted(text) == mended


SUBJECT = "SUBJECT: BOATS AND QUAYS OF THE\nSUMMER\n\n"
MARK = "\n\nTIRANA 00009901  002 OF 004\n\n"


@pytest.mark.parametrize(
    ("again", "left"),
    [
        pytest.param("SUBJECT: BOATS AND QUAYS OF THE SUMMER\n\nshut.", "It is\nshut.", id="whole"),
        pytest.param(
            "SUBJECT: BOATS AND QUAYS OF THE\n\nshut.", "It is\nshut.", id="its beginning"
        ),
        pytest.param("SUBJECT: BOATS AND QUAYS OF T shut.", "It is\nshut.", id="cut in a word"),
        pytest.param(
            "SUBJ: BOATS AND QUAYS\n\nOF IT.", "It is\nOF IT.", id="a like word behind it"
        ),
        pytest.param("SUBJECT: BOATS AND QUAYS OF Tirana.", None, id="goes on otherwise in a word"),
        pytest.param("SUBJECT: BOATS\n\nshut.", None, id="too short"),
        pytest.param("SUBJECT: THE LIGHTHOUSE IN SUMMER\n\nshut.", None, id="another"),
    ],
)
def test_the_subject_again_below_a_mark(again: str, left: str | None) -> None:
    text = f"{SUBJECT}It is{MARK}{again}"
    assert lifted(text) == f"{SUBJECT}{left or f'It is{chr(10) * 2}{again}'}"


def test_the_first_subject_below_a_mark_stays() -> None:
    assert lifted(f"TAGS: PREL{MARK}{SUBJECT}It is.").endswith(f"{SUBJECT}It is.")


def test_no_subject_reaches_over_the_next_mark() -> None:
    text = f"{SUBJECT}1. (C) It is{MARK}{SUBJECT.strip()} 1. (C) It is{MARK}shut."
    assert lifted(text) == f"{SUBJECT}1. (C) It is\nshut."


def lifted(text: str) -> str:
    for edit in reversed(mend_page_marks(text, find_page_marks(text))):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text
