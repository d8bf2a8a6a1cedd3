from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from archive import CableRow
from tui.drawing.facts import letter, letter_role
from tui.drawing.glyphs import ASCII, UNICODE
from tui.drawing.index import Columns, Marks, index_line
from tui.drawing.line import Piece, Role, plain, width
from tui.settings import COLUMNS, COLUMNS_SHOWN

ROW = CableRow(
    key=1,
    reference_id="09ANSELM1055",
    mrn="09ANSELM1055",
    created=datetime(2009, 4, 14, 16, 11, tzinfo=UTC),
    classification="CONFIDENTIAL//NOFORN",
    origin="Embassy Anselm",
    subject="FISHERIES TALKS: A QUIET SECOND ROUND",
    paragraphs=12,
)
BARE = replace(
    ROW,
    reference_id="08PARIS7",
    created=None,
    classification=None,
    origin=None,
    subject=None,
)
FOUND = replace(
    ROW, reference_id="09ANSELM9", classification="SECRET//NOFORN", subject="漁業交渉 " * 8, hits=12
)


def drawn(cells: int, names: tuple[str, ...]) -> list[str]:
    """The three rows in one list, the cursor on the second."""
    rows = (ROW, BARE, FOUND)
    columns = Columns.of(rows, cells, names=names)
    cursors = (None, Role.CURSOR, None)
    lines = [
        index_line(row, columns, Marks(), ASCII, cursor)
        for row, cursor in zip(rows, cursors, strict=True)
    ]
    assert {width(line) for line in lines} == {cells}
    return [plain(line).rstrip() for line in lines]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(
            80,
            " ●2009-04-14 09ANSELM1055 C/NF FISHERIES TALKS: A QUIET SECOND ROUND",
            id="narrow tier",
        ),
        pytest.param(48, " ●09-04-14 09ANSELM1055 C/NF FISHERIES TALKS: A…", id="beside a text"),
        pytest.param(44, " ●09-04-14 09ANSELM1055 C/NF FISHERIES TALK…", id="room for a date"),
        pytest.param(43, " ●09ANSELM1055 C/NF FISHERIES TALKS: A QUI…", id="no room for a date"),
        pytest.param(35, " ●09ANSELM1055 C/NF FISHERIES TALK…", id="room for an id"),
        pytest.param(34, " ●C/NF FISHERIES TALKS: A QUIET S…", id="no room for an id"),
        pytest.param(29, " ●C/NF FISHERIES TALKS: A QU…", id="hardly room"),
        pytest.param(3, " ●C", id="three columns"),
    ],
)
def test_index_line(cells: int, expected: str) -> None:
    assert plain(index_line(ROW, Columns.of([ROW], cells), Marks(), UNICODE)).rstrip() == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(("id", "date"), " ●09ANSELM1055 2009-04-14", id="no subject"),
        pytest.param(
            ("post", "subject", "id"),
            " ●Embassy Anselm     FISHERIES TALKS: A QUIET SECOND ROUND     09ANSELM1055",
            id="another order",
        ),
        pytest.param(("subject",), " ●FISHERIES TALKS: A QUIET SECOND ROUND", id="one"),
    ],
)
def test_columns_of_the_settings(names: tuple[str, ...], expected: str) -> None:
    columns = Columns.of([ROW], 76, names=names)
    line = index_line(ROW, columns, Marks(), UNICODE)
    assert plain(line).rstrip() == expected
    assert width(line) == 76


@pytest.mark.parametrize("cells", [0, 1, 5, 29, 30, 47, 48, 63, 64, 80, 200])
@pytest.mark.parametrize(
    "row",
    [
        ROW,
        replace(ROW, hits=12, best=3),
        replace(ROW, created=None, classification=None, subject=None, reference_id="@0a1b2c3d"),
        replace(ROW, subject="漢字" * 90),
    ],
    ids=["plain", "hits", "bare", "wide"],
)
def test_a_line_fills_its_columns_and_no_more(row: CableRow, cells: int) -> None:
    assert width(index_line(row, Columns.of([row], cells), Marks(), UNICODE)) == cells


@pytest.mark.parametrize(
    ("marks", "sign"),
    [
        pytest.param(Marks(), "N", id="unread"),
        pytest.param(Marks(is_read=True), " ", id="read"),
        pytest.param(Marks(is_read=True, is_starred=True), "*", id="starred"),
        pytest.param(Marks(is_read=True, has_note=True), "n", id="note"),
        pytest.param(Marks(is_tagged=True), "+", id="marked"),
    ],
)
def test_every_state_has_a_sign(marks: Marks, sign: str) -> None:
    assert plain(index_line(ROW, Columns(80), marks, ASCII))[1] == sign


@pytest.mark.parametrize("cells", [48, 80])
def test_an_id_is_not_cut_and_all_rows_agree(cells: int) -> None:
    long = replace(ROW, reference_id="07UNVIEVIENNA1234")
    columns = Columns.of([ROW, long], cells)
    lines = [plain(index_line(row, columns, Marks(), UNICODE)) for row in (ROW, long)]
    assert "07UNVIEVIENNA1234" in lines[1]
    assert lines[0].index("C/NF") == lines[1].index("C/NF")


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        pytest.param(
            80, " ●2009-04-14 09SECTION01OF02ANSELM105 C/NF FISHERIES TALKS: A QUIET", id="room"
        ),
        pytest.param(36, " ●09SECTION01OF02ANSELM105 C/NF FIS", id="little room"),
        pytest.param(27, " ●C/NF FISHERIES TALKS: A", id="none for an id"),
    ],
)
def test_a_very_long_id_takes_its_room_from_its_own_subject(cells: int, row: str) -> None:
    long = replace(ROW, reference_id="09SECTION01OF02ANSELM105")
    columns = Columns.of([ROW, long], cells)
    assert columns == Columns.of([ROW], cells)
    line = index_line(long, columns, Marks(), UNICODE)
    assert plain(line).startswith(row)
    assert width(line) == cells


def test_an_id_that_is_cut_is_seen_to_be() -> None:
    columns = Columns.of([ROW], 20, names=("id",))
    long = replace(ROW, reference_id="09SECTION01OF02ANSELM105")
    assert plain(index_line(long, columns, Marks(), UNICODE)) == " ●09SECTION01OF02A… "


def test_the_cursor_is_a_sign_and_the_id() -> None:
    line = index_line(ROW, Columns(80), Marks(), ASCII, Role.CURSOR)
    assert plain(line).startswith(">N2009-04-14 09ANSELM1055")
    assert [piece.text for piece in line if piece.role is Role.CURSOR] == ["09ANSELM1055"]


@pytest.mark.parametrize(
    ("cited", "names", "end"),
    [
        pytest.param(1204, COLUMNS_SHOWN, " 1,204<", id="often"),
        pytest.param(0, COLUMNS_SHOWN, " 0<", id="never"),
        pytest.param(3, ("id", "subject"), "SECOND ROUND", id="where no hits are shown"),
    ],
)
def test_how_often_it_is_cited_stands_in_place_of_the_hits(
    cited: int, names: tuple[str, ...], end: str
) -> None:
    row = replace(ROW, cited=cited, hits=2)
    columns = Columns.of([row], 80, names=names, is_by_cited=True)
    line = index_line(row, columns, Marks(), ASCII)
    assert (plain(line).rstrip()[-len(end) :], width(line)) == (end, 80)


def test_a_part_of_what_was_typed_is_told_from_the_whole() -> None:
    row = replace(ROW, hits=2, best=0, is_partial=True)
    assert plain(index_line(row, Columns(80), Marks(), UNICODE)).endswith(" ~2")


def test_ascii_is_ascii() -> None:
    assert plain(index_line(ROW, Columns(40), Marks(), ASCII)).isascii()


def test_a_hostile_subject_is_harmless() -> None:
    row = replace(ROW, subject="\x1b]52;c;AAAA\x07 [bold]x[/] \u202e", reference_id="09\x9bX1")
    text = plain(index_line(row, Columns(90), Marks(), UNICODE))
    assert "[bold]x[/]" in text
    assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in text)


@pytest.mark.parametrize(
    ("classification", "role"),
    [
        (None, Role.TEXT),
        ("UNCLASSIFIED", Role.TEXT),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", Role.TEXT),
        ("CONFIDENTIAL//NOFORN", Role.TEXT),
        ("SECRET", Role.SECRET),
        ("SECRET//NOFORN", Role.SECRET),
        ("TOP SECRET", Role.SECRET),
    ],
)
def test_what_is_secret_stands_out(classification: str | None, role: Role) -> None:
    assert letter_role(classification) is role
    line = index_line(replace(ROW, classification=classification), Columns(80), Marks(), ASCII)
    classes = [piece.text for piece in line if piece.role is Role.SECRET]
    assert classes == ([letter(classification).ljust(4)] if role is Role.SECRET else [])


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(
            20,
            [" NC/NF FISHERIES TA~", ">N     (no subject)", " NS/NF 漁業交渉 ~ 12"],
            id="class and subject",
        ),
        pytest.param(
            40,
            [
                " N09ANSELM1055 C/NF FISHERIES TALKS: A ~",
                ">N08PARIS7          (no subject)",
                " N09ANSELM9    S/NF 漁業交渉 漁業交 ~ 12",
            ],
            id="the id, too",
        ),
        pytest.param(
            55,
            [
                " N09-04-14 09ANSELM1055 C/NF FISHERIES TALKS: A QUIET ~",
                ">N         08PARIS7          (no subject)",
                " N09-04-14 09ANSELM9    S/NF 漁業交渉 漁業交渉 漁業~ 12",
            ],
            id="and a date with a short year",
        ),
        pytest.param(
            56,
            [
                " N2009-04-14 09ANSELM1055 C/NF FISHERIES TALKS: A QUIET~",
                ">N           08PARIS7          (no subject)",
                " N2009-04-14 09ANSELM9    S/NF 漁業交渉 漁業交渉 漁 ~ 12",
            ],
            id="or a long one",
        ),
        pytest.param(
            80,
            [
                " N2009-04-14 09ANSELM1055 C/NF Embassy Anselm     FISHERIES TALKS: A QUIET SECO~",
                ">N           08PARIS7                             (no subject)",
                " N2009-04-14 09ANSELM9    S/NF Embassy Anselm     漁業交渉 漁業交渉 漁業交渉~ 12",
            ],
            id="everything",
        ),
    ],
)
def test_rows_of_all_columns(cells: int, expected: list[str]) -> None:
    assert drawn(cells, COLUMNS) == expected


@pytest.mark.parametrize(
    ("cells", "names", "expected"),
    [
        pytest.param(
            40,
            ("id", "post"),
            [" N09ANSELM1055 Embassy Anselm", ">N08PARIS7", " N09ANSELM9    Embassy Anselm"],
            id="id and post stand in columns",
        ),
        pytest.param(
            20,
            ("id", "post"),
            [" N09ANSELM1055", ">N08PARIS7", " N09ANSELM9"],
            id="no room for both",
        ),
        pytest.param(
            30,
            ("hits", "class"),
            [" NC/NF", ">N", " NS/NF                      12"],
            id="the hits stand at the right edge wherever they are named",
        ),
        pytest.param(30, (), [" N", ">N", " N"], id="nothing but the marks"),
    ],
)
def test_rows_without_a_subject(cells: int, names: tuple[str, ...], expected: list[str]) -> None:
    assert drawn(cells, names) == expected


@pytest.mark.parametrize(
    ("cells", "under"),
    [
        pytest.param(35, "09ANSELM1055", id="on the id"),
        pytest.param(34, "FISHERIES TALKS: A QUIET S…", id="on the subject where there is no id"),
    ],
)
def test_the_cursor_is_always_seen(cells: int, under: str) -> None:
    line = index_line(ROW, Columns.of([ROW], cells), Marks(), UNICODE, Role.CURSOR_IDLE)
    assert [piece.text.strip() for piece in line if piece.role is Role.CURSOR_IDLE] == [under]
    assert plain(line)[0] == "▸"


@pytest.mark.parametrize("row", [ROW, BARE, FOUND], ids=["plain", "bare", "found"])
def test_a_row_changes_its_style_as_seldom_as_it_can(row: CableRow) -> None:
    roles = [piece.role for piece in index_line(row, Columns.of([row], 80), Marks(), ASCII)]
    assert all(one is not next_ for one, next_ in pairwise(roles))


@pytest.mark.parametrize(
    ("hits", "is_partial", "expected"),
    [
        pytest.param(0, False, Piece("          "), id="none are not told"),
        pytest.param(1, False, Piece(" 1", Role.STRONG), id="one"),
        pytest.param(1204, False, Piece(" 1204", Role.STRONG), id="many"),
        pytest.param(2, True, Piece(" ~2", Role.DIM), id="of a part of what was typed"),
    ],
)
def test_hits(hits: int, is_partial: bool, expected: Piece) -> None:
    row = replace(ROW, hits=hits, is_partial=is_partial)
    *_, last = index_line(row, Columns(80), Marks(), UNICODE)
    assert (last.text.endswith(expected.text), last.role) == (True, expected.role)


@pytest.mark.parametrize(
    ("ids", "cells", "width_of_id"),
    [
        pytest.param([], 80, 12, id="none"),
        pytest.param(["08PARIS7"], 80, 12, id="a short one"),
        pytest.param(["09ANSELM10555"], 80, 13, id="a usual one"),
        pytest.param(["07UNVIEVIENNA12345"], 80, 18, id="a long one"),
        pytest.param(["07UNVIEVIENNA123456"], 80, 12, id="one that is too long has its own row"),
        pytest.param(["07UNVIEVIENNA12345"], 36, 12, id="too long for so little room"),
        pytest.param(["08PARIS7"], 5, 1, id="no room for any"),
    ],
)
def test_columns_of_the_ids(ids: list[str], cells: int, width_of_id: int) -> None:
    columns = Columns.of([replace(ROW, reference_id=one) for one in ids], cells)
    assert columns.id_cells == width_of_id


def test_a_list_does_not_jump_back_where_it_had_longer_ids() -> None:
    assert Columns.of([ROW], 80, at_least=17).id_cells == 17
