from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from archive import Citation, Citations
from parser import (
    Addressee,
    Cable,
    Classification,
    Envelope,
    Level,
    Metadata,
    Precedence,
    Reference,
    Span,
)
from tests.tui.fake_archive import make_cable
from tui.drawing.glyphs import ASCII, UNICODE
from tui.drawing.header import (
    Size,
    as_sent_lines,
    counts,
    declassification,
    full_lines,
    identity,
    short_lines,
)
from tui.drawing.line import Line, Piece, Role, Target, TargetKind, plain, targets, width

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2020, 6, 1)
CABLE = make_cable(3)
BARE = Cable(raw="", metadata=Metadata("made"))
LONG = replace(CABLE, subject="A SUBJECT OF MANY WORDS, " * 6)
WIDE = replace(CABLE, subject="漁業交渉 " * 12, origin="大使館", tags=("漢字",) * 20)
FULL = replace(
    CABLE,
    classification=Classification(Level.UNCLASSIFIED, "FOR OFFICIAL USE ONLY"),
    envelope=replace(
        CABLE.envelope,
        to=(
            Addressee("RUEHC", "SECSTATE WASHDC", Precedence.IMMEDIATE, "4410"),
            Addressee(
                None, "ALL POSTS", Precedence.IMMEDIATE, None, ("AMEMBASSY LIMA", "AMEMBASSY OSLO")
            ),
            Addressee("RUEHAB", "AMCONSUL ABBOT", Precedence.PRIORITY),
            Addressee("RUEHAC", "AMCONSUL ACRE"),
        ),
    ),
    references=(
        Reference("05LIMA21", "A", "LIMA 21"),
        Reference(None, "B", "A TALK OF JUNE 3"),
        Reference("05LIMA22", None, "LIMA 22"),
    ),
    passing=("AMEMBASSY LIMA PASS TO CONSULATE;",),
    articles=("A PAPER",),
    released=datetime(2011, 8, 30, 1, 44, tzinfo=UTC),
)


def texts(lines: list[Line]) -> list[str]:
    return [plain(line).rstrip() for line in lines]


def test_three_lines() -> None:
    identity, subject, rest = texts(short_lines(CABLE, 90, TODAY, UNICODE))
    assert identity.startswith("07ANSELM103  2004-02-07 14:22Z  CONFIDENTIAL//NOFORN  Embassy An")
    assert subject == "MINISTER OF WATER ON THE DAM"
    assert rest == (
        "TAGS PREL ELAB SNAR · decl 2014-01-05 (passed 6 years ago) · to SECSTATE WASHDC"
    )


@pytest.mark.parametrize(
    ("draw", "cells", "marked"),
    [
        pytest.param(short_lines, 90, [(1, "WATER"), (1, "DAM")], id="three lines"),
        pytest.param(full_lines, 90, [(1, "WATER"), (1, "DAM")], id="everything"),
        pytest.param(full_lines, 20, [(1, "WATER"), (2, "DAM")], id="broken"),
        pytest.param(short_lines, 20, [(1, "WATER"), (2, "DAM")], id="broken, in three lines"),
        pytest.param(short_lines, 12, [(2, "WATER")], id="cut"),
        pytest.param(full_lines, 14, [(2, "WATER"), (3, "DAM")], id="at a line's end"),
    ],
)
def test_what_matches_in_the_subject_is_marked(
    draw: Callable[..., list[Line]], cells: int, marked: list[tuple[int, str]]
) -> None:
    lines = draw(CABLE, cells, TODAY, UNICODE, marks=[Span(12, 17), Span(25, 28)])
    assert [
        (number, piece.text)
        for number, line in enumerate(lines)
        for piece in line
        if piece.role is Role.MATCH
    ] == marked
    assert texts(lines) == texts(draw(CABLE, cells, TODAY, UNICODE))


@pytest.mark.parametrize("cells", [1, 10, 40, 71, 80, 120, 139, 200])
@pytest.mark.parametrize(
    "cable", [CABLE, BARE, LONG, WIDE, FULL], ids=["usual", "bare", "long subject", "wide", "full"]
)
def test_never_more_than_three_lines_nor_wider(cable: Cable, cells: int) -> None:
    lines = short_lines(cable, cells, TODAY, UNICODE)
    assert 1 <= len(lines) <= 3
    # One wide character needs its columns at any width.
    assert all(width(line) <= max(cells, 2) for line in lines)


def test_a_bare_cable_says_so() -> None:
    assert texts(full_lines(BARE, 80, TODAY, UNICODE)) == ["no reference id", "(no subject)"]


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


@pytest.mark.parametrize(
    ("cable", "cells", "expected"),
    [
        pytest.param(
            FULL,
            40,
            [
                "07ANSELM103  2004-02-07  sbu… refs 2→ 1←",
                "MINISTER OF WATER ON THE DAM",
                "TAGS PREL ELAB SNAR · decl 2014-01-05 (…",
            ],
            id="half a screen",
        ),
        pytest.param(
            FULL,
            80,
            [
                "07ANSELM103  2004-02-07 14:22Z  sbu  Embassy Anselm                   refs 2→ 1←",
                "MINISTER OF WATER ON THE DAM",
                "TAGS PREL ELAB SNAR · decl 2014-01-05 (passed 6 years ago) · to SECSTATE WASHDC…",
            ],
            id="a screen",
        ),
        pytest.param(
            LONG,
            40,
            [
                "07ANSELM103  2004-02-07 14:22Z  C/NF  E…",
                "A SUBJECT OF MANY WORDS, A SUBJECT OF",
                "MANY WORDS, A SUBJECT OF MANY WORDS, A …",
            ],
            id="a long subject has the last line, too",
        ),
        pytest.param(
            BARE,
            40,
            ["no reference id    refs 0→ 1← 1 not held", "(no subject)"],
            id="nothing is known but that it is cited",
        ),
        pytest.param(
            replace(BARE, reference_id="05LIMA21", tags=("PREL",)),
            20,
            ["05LIMA21  refs 0→ 1←", "(no subject)", "TAGS PREL"],
            id="TAGS alone",
        ),
        pytest.param(
            replace(BARE, declassify_text="UPON RETIREMENT", envelope=CABLE.envelope),
            60,
            [
                "no reference id                        refs 0→ 1← 1 not held",
                "(no subject)",
                "decl UPON RETIREMENT · to SECSTATE WASHDC",
            ],
            id="no TAGS",
        ),
    ],
)
def test_the_short_header(cable: Cable, cells: int, expected: list[str]) -> None:
    out = tuple(Citation(mrn, None, "A", "x", None) for mrn in ("05LIMA21", "05LIMA21", None))
    into = (Citation("09ANSELM7", None, "B", "x", 1),)
    citations = Citations(out, into)
    assert texts(short_lines(cable, cells, TODAY, UNICODE, citations)) == expected


LAST = "TAGS PREL ELAB SNAR · decl 2014-01-05 (passed 6 years ago) · to SECSTATE WASHDC"


@pytest.mark.parametrize(
    ("cells", "last"),
    [(79, f"{LAST[:-1]}…"), (80, f"{LAST}…"), (81, f"{LAST} …"), (82, f"{LAST} +3")],
)
def test_the_last_line_uses_every_column(cells: int, last: str) -> None:
    assert plain(short_lines(FULL, cells, TODAY, UNICODE)[2]) == last


@pytest.mark.parametrize("cells", [20, 40, 80, 200])
@pytest.mark.parametrize("cable", [CABLE, BARE, LONG, FULL], ids=["usual", "bare", "long", "full"])
def test_ascii_is_ascii(cable: Cable, cells: int) -> None:
    for lines in (short_lines, full_lines):
        assert "".join(texts(lines(cable, cells, TODAY, ASCII, CITED))).isascii()


@pytest.mark.parametrize("cells", [1, 9, 10, 20, 40, 80, 200])
@pytest.mark.parametrize(
    "cable", [CABLE, BARE, LONG, WIDE, FULL], ids=["usual", "bare", "long subject", "wide", "full"]
)
def test_no_line_of_the_full_header_is_too_wide(cable: Cable, cells: int) -> None:
    for line in full_lines(cable, cells, TODAY, UNICODE, CITED):
        # The label, and one wide character of the value, need their columns at any width.
        assert width(line) <= max(cells, 11)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(
            40,
            [
                "From     AMEMBASSY ANSELM",
                "To       IMMEDIATE SECSTATE WASHDC 4410,",
                "         ALL POSTS except AMEMBASSY",
                "         LIMA, AMEMBASSY OSLO,",
                "         PRIORITY AMCONSUL ABBOT,",
                "         AMCONSUL ACRE",
                "TAGS     PREL, ELAB, SNAR",
                "Declass. E.O. 12958,",
                "         2014-01-05 (passed 6 years ago)",
                "By       Ada Thorne, Ambassador,",
                "         1.4 (b), 1.4 (d)",
                "Refs     A. 05LIMA21,",
                "         B. A TALK OF JUNE 3, 05LIMA22",
                "Captions SIPDIS",
                "Info     ROUTINE AMCONSUL FORT ODA,",
                "         USMISSION USUN NEW YORK",
                "Pass     AMEMBASSY LIMA PASS TO",
                "         CONSULATE",
                "Articles A PAPER",
                "Released 2011-08-30 01:44Z",
            ],
            id="half a screen",
        ),
        pytest.param(
            80,
            [
                "From     AMEMBASSY ANSELM",
                "To       IMMEDIATE SECSTATE WASHDC 4410,",
                "         ALL POSTS except AMEMBASSY LIMA, AMEMBASSY OSLO,",
                "         PRIORITY AMCONSUL ABBOT, AMCONSUL ACRE",
                "TAGS     PREL, ELAB, SNAR",
                "Declass. E.O. 12958, 2014-01-05 (passed 6 years ago)",
                "By       Ada Thorne, Ambassador, 1.4 (b), 1.4 (d)",
                "Refs     A. 05LIMA21, B. A TALK OF JUNE 3, 05LIMA22",
                "Captions SIPDIS",
                "Info     ROUTINE AMCONSUL FORT ODA, USMISSION USUN NEW YORK",
                "Pass     AMEMBASSY LIMA PASS TO CONSULATE",
                "Articles A PAPER",
                "Released 2011-08-30 01:44Z",
            ],
            id="a screen",
        ),
    ],
)
def test_every_field_has_its_line(cells: int, expected: list[str]) -> None:
    assert texts(full_lines(FULL, cells, TODAY, UNICODE))[2:] == expected


@pytest.mark.parametrize(
    ("cable", "expected"),
    [
        pytest.param(
            replace(BARE, envelope=Envelope(sender="AMEMBASSY LIMA", station="RUEHPE")),
            Target(TargetKind.SENDER, "AMEMBASSY LIMA", "RUEHPE"),
            id="a sender whose post is not known",
        ),
        pytest.param(
            replace(BARE, envelope=Envelope(station="RUEHPE")),
            Target(TargetKind.SENDER, "RUEHPE", "RUEHPE"),
            id="its station alone",
        ),
        pytest.param(
            replace(BARE, envelope=Envelope(sender="AMEMBASSY LIMA"), origin="Embassy Lima"),
            Target(TargetKind.POST, "Embassy Lima"),
            id="a sender stands for its post",
        ),
        pytest.param(
            replace(BARE, executive_order="13526"), Target(TargetKind.ORDER, "13526"), id="order"
        ),
        pytest.param(
            replace(BARE, reasons=("b",)), Target(TargetKind.REASON, "1.4 b"), id="a usual reason"
        ),
        pytest.param(
            replace(BARE, reasons=("b",), reason_section="1.5"),
            Target(TargetKind.REASON, "1.5 b"),
            id="a reason of an older order",
        ),
        pytest.param(
            replace(BARE, classified_by=("Ada Thorne",)),
            Target(TargetKind.PERSON, "Ada Thorne"),
            id="a classifier without a title",
        ),
        pytest.param(
            replace(BARE, captions=("NODIS",)), Target(TargetKind.CAPTION, "NODIS"), id="caption"
        ),
        pytest.param(replace(BARE, tags=("PREL",)), Target(TargetKind.TAG, "PREL"), id="tag"),
        pytest.param(
            replace(BARE, envelope=Envelope(info=(Addressee("RUEHC", "SECSTATE"),))),
            Target(TargetKind.STATION, "SECSTATE", "RUEHC"),
            id="an addressee",
        ),
        pytest.param(
            replace(BARE, references=(Reference("05LIMA21", "A", "LIMA 21"),)),
            Target(TargetKind.CABLE, "05LIMA21"),
            id="a reference",
        ),
    ],
)
def test_the_one_value_of_a_field_can_be_followed(cable: Cable, expected: Target) -> None:
    *_, field = full_lines(cable, 80, TODAY, UNICODE)
    assert [piece.target for _, piece in targets(field)] == [expected]


def test_what_cites_it_can_be_followed() -> None:
    *_, field = full_lines(BARE, 80, TODAY, UNICODE, CITED)
    assert field == (
        Piece("Cited by ", Role.LABEL),
        Piece("09ANSELM7", Role.LINK, Target(TargetKind.CITING, "09ANSELM7")),
        Piece(",", Role.DIM),
        Piece(" "),
        Piece("09ANSELM8", Role.LINK, Target(TargetKind.CITING, "09ANSELM8")),
    )


@pytest.mark.parametrize(
    ("cable", "fields"),
    [
        pytest.param(BARE, [], id="nothing"),
        pytest.param(replace(BARE, reason_section="1.4"), [], id="a section without a reason"),
        pytest.param(replace(BARE, declassify_text="X1"), ["Declass. X1"], id="no order"),
        pytest.param(
            replace(BARE, references=(Reference(None, None, "PHONE CALL"),)),
            ["Refs     PHONE CALL"],
            id="a reference to no cable",
        ),
        pytest.param(
            replace(BARE, envelope=Envelope(to=(Addressee("RUEHC", "SECSTATE"),))),
            ["To       SECSTATE"],
            id="an addressee without precedence",
        ),
    ],
)
def test_a_field_that_is_not_there_has_no_line(cable: Cable, fields: list[str]) -> None:
    assert texts(full_lines(cable, 80, TODAY, UNICODE))[2:] == fields


NAMES = "07ANSELM103  2004-02-07 14:22Z  "


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        pytest.param(83, f"{NAMES}UNCLASSIFIED//FOR OFFICIAL USE ONLY  Embassy Anselm", id="fits"),
        pytest.param(82, f"{NAMES}sbu  Embassy Anselm", id="one column less"),
        pytest.param(36, f"{NAMES}sbu  Embassy Anselm", id="whoever draws it cuts it"),
        pytest.param(35, f"{NAMES[:23]}  sbu  Embassy Anselm", id="the time gives way to both"),
    ],
)
def test_the_classification_gives_way_to_the_origin(cells: int, shown: str) -> None:
    line = identity(FULL, cells)
    assert plain(line) == shown
    assert [piece.target for _, piece in targets(line)] == [
        Target(TargetKind.DATE, "2004-02-07"),
        Target(TargetKind.CLASSIFICATION, "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
        Target(TargetKind.POST, "Embassy Anselm"),
    ]


@pytest.mark.parametrize(
    ("cells", "classification", "counted"),
    [
        pytest.param(70, "C", "refs 1→ 2←", id="shortened"),
        pytest.param(71, "CONFIDENTIAL", "refs 1→ 2←", id="in full"),
        pytest.param(81, "CONFIDENTIAL", "refs 1→ 2←", id="all of it would touch"),
        pytest.param(82, "CONFIDENTIAL", "refs 1→ 2← 1 not held", id="room for all"),
    ],
)
def test_the_counts_never_touch_the_origin(cells: int, classification: str, counted: str) -> None:
    cable = replace(CABLE, classification=Classification(Level.CONFIDENTIAL))
    line = texts(short_lines(cable, cells, TODAY, UNICODE, CITED))[0]
    first = f"{NAMES}{classification}  Embassy Anselm"
    assert line == first.ljust(cells - len(counted)) + counted


@pytest.mark.parametrize(
    ("editions", "counted"),
    [
        pytest.param(1, "refs 1→ 2← 1 not held", id="one"),
        pytest.param(3, "3 editions  refs 1→ 2← 1 not held", id="three"),
    ],
)
def test_several_editions_are_counted(editions: int, counted: str) -> None:
    for draw in (short_lines, full_lines):
        assert texts(draw(CABLE, 110, TODAY, UNICODE, CITED, editions=editions))[0].endswith(
            f" {counted}"
        )
    assert texts(short_lines(BARE, 80, TODAY, UNICODE, editions=2))[0].endswith(" 2 editions")


CITED_BY_ONE = Citations(out=(), into=CITED.into[:1])


@pytest.mark.parametrize(
    ("cable", "citations", "expected"),
    [
        pytest.param(BARE, None, (), id="nothing"),
        pytest.param(BARE, Citations((), ()), (), id="nothing was found"),
        pytest.param(
            CABLE,
            Citations((), ()),
            (Piece("refs 1>", Role.LINK), Piece(" 0<", Role.DIM)),
            id="it cites one",
        ),
        pytest.param(CABLE, None, (Piece("refs 1>", Role.LINK),), id="without an archive"),
        pytest.param(
            BARE,
            CITED_BY_ONE,
            (Piece("refs 0>", Role.DIM), Piece(" 1<", Role.LINK)),
            id="one cites it",
        ),
        pytest.param(
            CABLE,
            CITED,
            (
                Piece("refs 1>", Role.LINK),
                Piece(" 2<", Role.LINK),
                Piece(" 1 not held", Role.MISSING),
            ),
            id="both, and one is not held",
        ),
        pytest.param(
            replace(BARE, references=(Reference(None, "A", "A TALK"),)), None, (), id="no cable"
        ),
    ],
)
def test_counts(cable: Cable, citations: Citations | None, expected: Line) -> None:
    assert counts(cable, citations, ASCII, is_short=False) == expected


@pytest.mark.parametrize(
    ("raw", "cells", "expected"),
    [
        pytest.param(
            "FM AMEMBASSY LIMA\n\nTO ALL", 40, ["FM AMEMBASSY LIMA", "", "TO ALL"], id="all"
        ),
        pytest.param("FM AMEMBASSY LIMA", 12, ["FM AMEMBASSY", "LIMA"], id="broken"),
        pytest.param("FM X\n\n\n", 40, ["FM X"], id="blank lines at the end"),
        pytest.param("\x1b[2JFM\x07 X", 40, ["␛[2JFM␇ X"], id="hostile"),
        pytest.param("", 40, ["The source has no header."], id="nothing"),
    ],
)
def test_as_sent_without_a_text_it_is_all_there_is(
    raw: str, cells: int, expected: list[str]
) -> None:
    assert texts(as_sent_lines(replace(BARE, raw=raw), cells)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("", ["Volume: frus1955-57v99", "Source: Central␛Files."], id="alone"),
        pytest.param(
            "FM X\n",
            ["FM X", "", "Volume: frus1955-57v99", "Source: Central␛Files."],
            id="below the header",
        ),
    ],
)
def test_what_the_source_says_beside_a_header(raw: str, expected: list[str]) -> None:
    attributes = (("Volume", "frus1955-57v99"), ("Source", "Central\x1bFiles."))
    cable = replace(BARE, raw=raw, metadata=replace(BARE.metadata, attributes=attributes))
    assert texts(as_sent_lines(cable, 40)) == expected


def test_as_sent_is_not_endless() -> None:
    lines = as_sent_lines(replace(BARE, raw="LINE\n" * 100_000), 80)
    assert 3000 < len(lines) < 4000
    many = replace(BARE.metadata, attributes=(("X", "Y"),) * 100_000)
    assert len(as_sent_lines(replace(BARE, metadata=many), 80)) < 1000


def test_the_sizes_go_round() -> None:
    sizes = [Size.SHORT, Size.FULL, Size.AS_SENT, Size.SHORT]
    assert [one.next for one in sizes[:-1]] == sizes[1:]
