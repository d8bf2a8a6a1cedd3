"""The whole screen while there is nothing but the list: `first.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive import Order
from tests.tui.fake_archive import FakeArchive, FakeListing
from tui.drawing.first import First, nothing_said
from tui.drawing.glyphs import ASCII
from tui.drawing.index import Marks
from tui.drawing.line import plain, width
from tui.selection import Selection
from tui.settings import COLUMNS_SHOWN

if TYPE_CHECKING:
    from archive import CableRow

ROWS = FakeArchive(60).listing().rows(0, 60)


def read(row: CableRow) -> Marks:
    return Marks(is_read=True)


def screen(
    columns: int, rows: int, cursor: int = 0, listed: tuple[CableRow, ...] = ROWS, query: str = ""
) -> list[str]:
    selection = Selection().search(query) if query else Selection()
    listing = FakeListing(listed)
    first = First(selection, listing, None, cursor, read, ASCII, COLUMNS_SHOWN)
    lines = first.lines(columns, rows)
    assert len(lines) == rows
    assert all(width(line) <= columns for line in lines)
    return [plain(line).rstrip() for line in lines]


def test_a_screen() -> None:
    assert screen(60, 6, 1) == [
        " All cables                              60 cables  by date",
        "  2004-01-05 04ANSELM100  U    HARBOR PILOTS STRIKE ENTERS ~",
        "> 2004-01-16 05ANSELM101  sbu  NARCOTICS TRAFFICKING ALONG ~",
        "  2004-01-27 06ANSELM102  C    FISHERIES TALKS: A QUIET SEC~",
        "  2004-02-07 07ANSELM103  C/NF MINISTER OF WATER ON THE DAM",
        "Enter read  Space mark  / search  Esc back  ? keys      2/60",
    ]


def test_a_list_by_times_cited_says_how_often() -> None:
    selection = Selection().sorted_by(Order.CITED)
    first = First(selection, FakeListing(ROWS), None, 0, read, ASCII, COLUMNS_SHOWN)
    assert plain(first.lines(60, 6)[1]).endswith(" 0<")


@pytest.mark.parametrize(
    ("cursor", "first", "row"),
    [
        pytest.param(0, "04ANSELM100", 1, id="top"),
        pytest.param(4, "04ANSELM100", 5, id="the last row in sight"),
        pytest.param(5, "09ANSELM105", 1, id="one below: a page on"),
        pytest.param(30, "08ANSELM128", 3, id="far below: in the middle"),
        pytest.param(59, "05ANSELM155", 5, id="the end"),
    ],
)
def test_the_cursor_is_in_sight(cursor: int, first: str, row: int) -> None:
    lines = screen(60, 7, cursor)
    assert first in lines[1]
    assert [number for number, line in enumerate(lines) if line.startswith(">")] == [row]
    assert lines[-1].endswith(f" {cursor + 1}/60")


@pytest.mark.parametrize(("columns", "cells"), [(40, 40), (99, 99), (120, 48), (200, 75)], ids=str)
def test_the_list_has_its_column(columns: int, cells: int) -> None:
    lines = screen(columns, 24)
    assert max(len(line) for line in lines[:-1]) <= cells
    assert len(lines[0]) == cells - 1


@pytest.mark.parametrize(
    ("rows", "query", "expected"),
    [
        pytest.param(
            5, "", ["", " No cables here: `cablegram import SOURCE` adds some.", ""], id="no cables"
        ),
        pytest.param(5, "salt", ["", " Nothing matches.", ""], id="nothing was found"),
        pytest.param(
            5,
            "09 mexico 1055",
            ["", " Nothing matches. :09MEXICO1055 goes to that cable.", ""],
            id="an id is in no text",
        ),
        pytest.param(3, "salt", [" Nothing matches."], id="hardly any room"),
        pytest.param(2, "salt", [], id="none"),
    ],
)
def test_an_empty_list_says_so_in_its_second_row(
    rows: int, query: str, expected: list[str]
) -> None:
    assert screen(80, rows, listed=(), query=query)[1:-1] == expected


def test_a_short_list_is_followed_by_nothing() -> None:
    lines = screen(80, 6, listed=ROWS[:1])
    assert lines[2:5] == ["", "", ""]
    assert nothing_said(Selection()) not in lines
