"""Rows of the lists to choose from: what is cut to the width ends in a sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest

from archive import CableRow, Citation, Facet, Order, PastQuery, Topic
from parser import Span
from tui.drawing.choices import (
    citation_line,
    command_line,
    facet_line,
    name_line,
    order_line,
    outline_line,
    past_line,
    topic_line,
)
from tui.drawing.glyphs import ASCII, UNICODE, Glyphs
from tui.drawing.line import Line, Role, plain, width
from tui.drawing.outline import Entry
from tui.keys import commands_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Draw = Callable[[int, Glyphs], Line]

LONG = "The harbor master told us that the pilots had voted to stay ashore"
AT = datetime(2009, 4, 3, tzinfo=UTC)
ROW = CableRow(1, "09PORTANSELM1055", "09PORTANSELM1055", AT, "SECRET//NOFORN", None, LONG, 3)
HELP = next(command for command in commands_of("index") if 60 < len(command.help) < 80)


def drawn(draw: Callable[..., Line], *what: object) -> Draw:
    return partial(draw, *what)


def cited(row: CableRow | None, mrn: str | None, text: str = "", *place: int) -> Draw:
    position, number = (*place, None, None)[:2]
    citation = Citation(mrn, row, "A", text, position, number)
    return lambda cells, glyphs: citation_line(citation, True, cells, glyphs)


ROWS = [
    pytest.param(drawn(command_line, HELP), id="command"),
    pytest.param(
        drawn(topic_line, Topic("person", LONG, "", 12, "by:x", (Span(4, 10),))), id="topic"
    ),
    pytest.param(drawn(facet_line, Facet("from", LONG, 12, "from:x")), id="facet"),
    pytest.param(drawn(past_line, PastQuery(LONG, 12, 2, AT)), id="past query"),
    pytest.param(drawn(name_line, LONG), id="name"),
    pytest.param(cited(ROW, ROW.mrn), id="reference"),
    pytest.param(cited(None, None, LONG), id="reference to no cable"),
    pytest.param(drawn(outline_line, Entry(0, LONG, "3", "S/NF")), id="paragraph"),
    pytest.param(drawn(outline_line, Entry(0, LONG, is_heading=True)), id="heading"),
]


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("cells", [1, 24, 40, 60])
@pytest.mark.parametrize("draw", ROWS)
def test_what_is_cut_ends_in_a_sign(draw: Draw, cells: int, glyphs: Glyphs) -> None:
    line = draw(cells, glyphs)
    assert width(line) <= cells
    if cells > 1:
        assert glyphs.cut in plain(line)


@pytest.mark.parametrize("draw", ROWS)
def test_what_has_room_is_not_cut(draw: Draw) -> None:
    assert UNICODE.cut not in plain(draw(200, UNICODE))


@pytest.mark.parametrize(
    ("draw", "cells", "shown"),
    [
        pytest.param(drawn(order_line, Order.CITED), 30, " by times cited", id="order"),
        pytest.param(
            drawn(past_line, PastQuery("salt", 1, 1, AT)),
            42,
            " salt               1 cable, 2009-04-03",
            id="past query",
        ),
        pytest.param(
            drawn(past_line, PastQuery("salt", 1, 1, AT)),
            30,
            " salt                  1 cable",
            id="past query where there is little room",
        ),
        pytest.param(
            drawn(past_line, PastQuery("salt", None, 3, AT)),
            80,
            " salt          not counted, asked 3 times, 2009-04-03",
            id="past query that was left before it was counted",
        ),
        pytest.param(
            cited(ROW, ROW.mrn, "", 2),
            60,
            " → A. 09PORTANSELM1055  2009-04-03 S/NF The harbor maste… ¶3",
            id="in a paragraph without a number",
        ),
        pytest.param(
            cited(ROW, ROW.mrn, "", 2, 4),
            60,
            " → A. 09PORTANSELM1055  2009-04-03 S/NF The harbor maste… ¶4",
            id="in a paragraph with another number than its place",
        ),
        pytest.param(cited(None, "09ROME1"), 40, " → A. 09ROME1           not held", id="not held"),
        pytest.param(
            cited(None, None, "the note of the port of 3 May"),
            60,
            " → A. the note of the port of 3 May not a cable",
            id="not a cable",
        ),
    ],
)
def test_row(draw: Draw, cells: int, shown: str) -> None:
    assert plain(draw(cells, UNICODE)).split() == shown.split()


def test_what_matched_of_a_topic_is_marked() -> None:
    line = topic_line(Topic("tag", "SNAR", "Narcotics", 12, "tag:SNAR", (Span(0, 4),)), 40, UNICODE)
    assert [piece.text for piece in line if piece.role is Role.MATCH] == ["SNAR"]


@pytest.mark.parametrize(
    ("draw", "shown"),
    [
        pytest.param(
            cited(ROW, ROW.mrn, "", 2), " → A. 09PORTANSELM1055 S/NF The ha… ¶3", id="out"
        ),
        pytest.param(
            lambda cells, glyphs: citation_line(
                Citation(ROW.mrn, replace(ROW, classification=None), "A", "", None),
                False,
                cells,
                glyphs,
            ),
            " ← 09PORTANSELM1055 The harbor master…",
            id="in, without a class",
        ),
        pytest.param(cited(None, "09ROME1"), " → A. 09ROME1 not held", id="not held"),
        pytest.param(drawn(outline_line, Entry(0, "Salt.", "3", "C")), "   3 C    Salt.", id="3"),
        pytest.param(
            drawn(outline_line, Entry(0, "Salt.", "1203", "C")), " 1203 C    Salt.", id="4"
        ),
    ],
)
def test_row_beside_the_text(draw: Draw, shown: str) -> None:
    assert plain(draw(38, UNICODE)).rstrip() == shown


def test_what_fills_a_column_is_not_underlined() -> None:
    line = cited(ROW, "09ROME1")(80, UNICODE)
    assert [piece.text for piece in line if piece.role is Role.LINK] == ["09ROME1"]
