"""Paragraphs as rows of a list, the cable of each above it: `passages.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from archive import CableRow
from parser import Span
from tui.drawing.glyphs import ASCII, UNICODE
from tui.drawing.line import Role, plain, width
from tui.drawing.passages import Passage, PassageLine, passage_line, passage_lines

TEXT = "The harbor master told us that the pilots had voted to stay ashore. " * 5
AT = TEXT.index("pilots", 200)
CABLE = CableRow(
    7,
    "09ANSELM1055",
    "09ANSELM1055",
    datetime(2009, 4, 3, tzinfo=UTC),
    "SECRET//NOFORN",
    None,
    "FISHERIES TALKS: A QUIET SECOND ROUND",
    4,
)
CITES = Passage(CABLE, 2, 4, TEXT, (Span(AT, AT + 6),))
BARE = Passage(CableRow(8, "@0a1b2c3d", None, None, None, None, None, 0), None)
WIDE = replace(
    CITES, row=replace(CABLE, reference_id="09ANSELM1", subject="漁業交渉 " * 9), position=None
)


@pytest.mark.parametrize(
    ("passage", "lines", "numbers"),
    [
        pytest.param(CITES, 2, [0, 1, 2], id="its cable, and lines of its text"),
        pytest.param(CITES, 9, [0, 1, 2, 3, 4, 5], id="not more than there are"),
        pytest.param(replace(CITES, text="Salt."), 4, [0, 1], id="a short text"),
        pytest.param(BARE, 4, [0], id="no text"),
    ],
)
def test_rows(passage: Passage, lines: int, numbers: list[int]) -> None:
    rows = list(passage_lines([passage, BARE], lines, 80))
    assert rows == [*(PassageLine(passage, number) for number in numbers), PassageLine(BARE, 0)]


@pytest.mark.parametrize(
    ("passage", "cells", "expected"),
    [
        pytest.param(CITES, 40, " 09ANSELM1055     ¶4        2009-04-03 …", id="half a screen"),
        pytest.param(
            CITES, 60, " 09ANSELM1055     ¶4        2009-04-03 S/NF FISHERIES TALKS…", id="cut"
        ),
        pytest.param(
            CITES,
            120,
            " 09ANSELM1055     ¶4        2009-04-03 S/NF FISHERIES TALKS: A QUIET SECOND ROUND",
            id="whole",
        ),
        pytest.param(
            BARE, 80, " @0a1b2c3d        REF line                  (no subject)", id="bare"
        ),
        pytest.param(
            replace(CITES, number=None), 30, " 09ANSELM1055     ¶3        2…", id="counted"
        ),
        pytest.param(
            replace(CITES, row=replace(CABLE, reference_id="09SECTION01OF02ANSELM105")),
            60,
            " 09SECTION01OF02ANSELM105 ¶4        2009-04-03 S/NF FISHERI…",
            id="a long id is not cut",
        ),
        pytest.param(
            WIDE, 60, " 09ANSELM1        REF line  2009-04-03 S/NF 漁業交渉 漁業交…", id="wide"
        ),
    ],
)
def test_the_cable_of_a_paragraph(passage: Passage, cells: int, expected: str) -> None:
    line = passage_line(PassageLine(passage, 0), 2, cells, UNICODE)
    assert plain(line).rstrip() == expected
    assert width(line) <= cells


def test_the_text_below_it_is_that_around_the_match() -> None:
    drawn = [passage_line(row, 3, 80, UNICODE) for row in passage_lines([CITES], 3, 80)][1:]
    whole = "The harbor master told us that the pilots had voted to stay ashore."
    assert [plain(line) for line in drawn] == [f"      …{whole}", *[f"      {whole}"] * 2]
    marked = [[piece.text for piece in line if piece.role is Role.MATCH] for line in drawn]
    assert marked == [[], ["pilots"], []]


@pytest.mark.parametrize("cells", [1, 10, 40, 80, 200])
@pytest.mark.parametrize("passage", [CITES, BARE, WIDE], ids=["usual", "bare", "wide"])
def test_rows_fit(passage: Passage, cells: int) -> None:
    for row in passage_lines([passage], 4, cells):
        assert width(passage_line(row, 4, cells, ASCII)) <= cells


def test_hostile_values_are_harmless() -> None:
    passage = replace(CITES, row=replace(CABLE, reference_id="\x1b[2J", subject="\x9b31m\x07"))
    drawn = plain(passage_line(PassageLine(passage, 0), 1, 80, UNICODE))
    assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in drawn)
