from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from archive import Citation, Citations
from parser import Cable, Metadata
from tests.tui.fake_archive import make_cable
from tui.drawing.glyphs import UNICODE
from tui.drawing.header import as_sent_lines, declassification, full_lines, short_lines
from tui.drawing.line import Line, TargetKind, plain, targets, width

TODAY = date(2020, 6, 1)
CABLE = make_cable(3)
BARE = Cable(raw="", metadata=Metadata("made"))
LONG = replace(CABLE, subject="A SUBJECT OF MANY WORDS, " * 6)


def texts(lines: list[Line]) -> list[str]:
    return [plain(line).rstrip() for line in lines]


def test_three_lines() -> None:
    identity, subject, rest = texts(short_lines(CABLE, 90, TODAY, UNICODE))
    assert identity.startswith("07ANSELM103  2004-02-07 14:22Z  CONFIDENTIAL//NOFORN  Embassy An")
    assert subject == "MINISTER OF WATER ON THE DAM"
    assert rest == (
        "TAGS PREL ELAB SNAR · decl 2014-01-05 (passed 6 years ago) · to SECSTATE WASHDC"
    )


@pytest.mark.parametrize("cells", [1, 10, 40, 71, 80, 139])
@pytest.mark.parametrize("cable", [CABLE, BARE, LONG], ids=["full", "bare", "long subject"])
def test_never_more_than_three_lines_nor_wider(cable: Cable, cells: int) -> None:
    lines = short_lines(cable, cells, TODAY, UNICODE)
    assert 1 <= len(lines) <= 3
    assert all(width(line) <= cells for line in lines)


def test_a_bare_cable_says_so() -> None:
    assert texts(full_lines(BARE, 80, TODAY, UNICODE)) == ["no reference id", "(no subject)"]


def test_everything() -> None:
    assert texts(full_lines(CABLE, 71, TODAY, UNICODE))[1:] == [
        "MINISTER OF WATER ON THE DAM",
        "From     AMEMBASSY ANSELM",
        "To       PRIORITY SECSTATE WASHDC 4410",
        "TAGS     PREL, ELAB, SNAR",
        "Declass. E.O. 12958, 2014-01-05 (passed 6 years ago)",
        "By       Ada Thorne, Ambassador, 1.4 (b), 1.4 (d)",
        "Refs     A. 06ANSELM102",
        "Captions SIPDIS",
        "Info     ROUTINE AMCONSUL FORT ODA, USMISSION USUN NEW YORK",
    ]


@pytest.mark.parametrize("cells", [40, 71])
def test_a_value_that_is_longer_than_a_line_is_shown_whole(cells: int) -> None:
    address = "http://example.org/2009/" + "harbor-master-leaves-town-" * 4 + "1.html"
    lines = full_lines(replace(BARE, articles=("A PAPER", address)), cells, TODAY, UNICODE)
    assert all(width(line) <= cells for line in lines)
    assert "".join(text[9:] for text in texts(lines)[2:]) == f"A PAPER,{address}"
    found = [piece for line in lines for _, piece in targets(line)]
    assert {piece.target.value for piece in found if piece.target} == {"A PAPER", address}


CITED = Citations(
    out=(Citation("06ANSELM102", None, "A", "06ANSELM102", None),),
    into=(
        Citation("09ANSELM7", None, "B", "07ANSELM103", 1),
        Citation("09ANSELM7", None, "B", "07ANSELM103", 3),
        Citation("09ANSELM8", None, None, "07ANSELM103", None),
    ),
)


def test_references_say_what_is_held_and_who_cites() -> None:
    lines = texts(full_lines(CABLE, 110, TODAY, UNICODE, CITED))
    assert lines[0].endswith("refs 1→ 2← 1 not held")
    assert "Refs     A. 06ANSELM102 not held" in lines
    assert "Cited by 09ANSELM7, 09ANSELM8" in lines


def test_a_narrow_header_keeps_the_counts() -> None:
    first = texts(short_lines(CABLE, 80, TODAY, UNICODE, CITED))[0]
    assert first.endswith("refs 1→ 2←")
    assert "Embassy Anselm" in first


def test_many_values_go_on_below_the_first() -> None:
    lines = texts(full_lines(replace(CABLE, tags=("PREL",) * 20), 60, TODAY, UNICODE))
    tags = [line for line in lines if "PREL" in line]
    assert len(tags) == 3
    assert tags[1].startswith("         PREL")


def test_a_value_knows_what_it_is() -> None:
    found = {
        (piece.target.kind, piece.target.value)
        for line in full_lines(CABLE, 80, TODAY, UNICODE)
        for _, piece in targets(line)
        if piece.target
    }
    assert {
        (TargetKind.TAG, "PREL"),
        (TargetKind.STATION, "SECSTATE WASHDC"),
        (TargetKind.PRECEDENCE, "PRIORITY"),
        (TargetKind.REASON, "1.4 b"),
        (TargetKind.CABLE, "06ANSELM102"),
        (TargetKind.POST, "Embassy Anselm"),
        (TargetKind.PERSON, "Ada Thorne"),
    } <= found


@pytest.mark.parametrize(
    ("day", "text", "expected"),
    [
        pytest.param(date(2030, 1, 1), None, "2030-01-01 (not yet)", id="to come"),
        pytest.param(date(2020, 5, 31), None, "2020-05-31 (passed)", id="yesterday"),
        pytest.param(date(2018, 6, 2), None, "2018-06-02 (passed)", id="not two years"),
        pytest.param(date(2018, 6, 1), None, "2018-06-01 (passed 2 years ago)", id="two years"),
        pytest.param(None, "OADR", "OADR", id="in words"),
        pytest.param(None, None, "", id="unknown"),
    ],
)
def test_declassification(day: date | None, text: str | None, expected: str) -> None:
    cable = replace(CABLE, declassify_on=day, declassify_text=text)
    assert declassification(cable, TODAY) == expected


def test_as_sent() -> None:
    assert texts(as_sent_lines(CABLE, 80)) == [
        "FM AMEMBASSY ANSELM",
        "TO RUEHC/SECSTATE WASHDC PRIORITY",
    ]


def test_hostile_values_are_harmless() -> None:
    cable = replace(CABLE, subject="\x1b[2J", tags=("\x9b31m",), origin="\x07", signed_by=("\x1b",))
    for lines in (full_lines(cable, 80, TODAY, UNICODE), short_lines(cable, 80, TODAY, UNICODE)):
        assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in "".join(texts(lines)))
