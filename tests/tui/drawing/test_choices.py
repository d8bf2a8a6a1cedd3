"""Rows of the lists to choose from: what is cut to the width ends in a sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest

from archive import CableRow, Citation, Facet, Order, PastQuery, Topic
from parser import Cable, Metadata, Paragraph, Span
from tests.tui.drawing.pages import HARBOR
from tui.drawing.choices import (
    citation_line,
    command_line,
    facet_line,
    name_line,
    order_line,
    outline_line,
    past_line,
    remark_line,
    topic_line,
)
from tui.drawing.glyphs import ASCII, UNICODE, Glyphs
from tui.drawing.line import Line, Role, plain, width
from tui.drawing.outline import Entry, outline
from tui.drawing.remarks import Remark
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


UNKNOWN = CableRow(2, "05LIMA22", None, None, None, None, None, 3)
TALK = "the note of 3 May by the port of Anselm"


def citation(mrn: str | None, row: CableRow | None, label: str | None, *, is_out: bool) -> Draw:
    place = (2, 4) if row is ROW else (None, None)
    return lambda cells, glyphs: citation_line(
        Citation(mrn, row, label, TALK, *place), is_out, cells, glyphs
    )


LIST = [
    drawn(topic_line, Topic("tag", "SNAR", "Narcotics", 1200, "tag:SNAR", (Span(0, 4),))),
    drawn(topic_line, Topic("person", "Ada Thorne", "", 2, "x", ())),
    drawn(facet_line, Facet("class", "SECRET//NOFORN", 1200, "x")),
    drawn(past_line, PastQuery("salt", 1204, 3, AT)),
    citation("09ROME1", ROW, "A", is_out=True),
    citation("09ROME1", ROW, "A", is_out=False),
    citation("05LIMA22", UNKNOWN, None, is_out=True),
    citation("05LIMA22", None, "B", is_out=True),
    citation(None, None, "B", is_out=True),
    drawn(outline_line, Entry(0, LONG, "3", "S/NF")),
    drawn(outline_line, Entry(0, LONG)),
    drawn(outline_line, Entry(0, LONG, is_heading=True)),
    drawn(remark_line, Remark(LONG, 2), HARBOR),
    drawn(remark_line, Remark(LONG), HARBOR),
]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(
            24,
            [
                " tag      SNAR …  1,200",
                " person   Ada Thorne  2",
                " class  SECRET/…  1,200",
                " salt      1,204 cables",
                " → A. 09ROME1 S/NF T… ¶4",
                " ← 09ROME1 S/NF The … ¶4",
                " → 05LIMA22 (no subject)",
                " → B. 05LIMA22 not held",
                " → B. the n… not a cable",
                "   3 S/NF The harbor ma…",
                "          The harbor ma…",
                " The harbor master told…",
                " ¶12   The harbor maste…",
                "       The harbor maste…",
            ],
            id="a window",
        ),
        pytest.param(
            60,
            [
                " tag      SNAR Narcotics                              1,200",
                " person   Ada Thorne                                      2",
                " class  SECRET//NOFORN                                1,200",
                " salt                                          1,204 cables",
                " → A. 09ROME1           2009-04-03 S/NF The harbor maste… ¶4",
                " ←    09ROME1           2009-04-03 S/NF The harbor maste… ¶4",
                " →    05LIMA22                          (no subject)",
                " → B. 05LIMA22          not held",
                " → B. the note of 3 May by the port of Anselm not a cable",
                "     3 S/NF The harbor master told us that the pilots had v…",
                "            The harbor master told us that the pilots had v…",
                " The harbor master told us that the pilots had voted to sta…",
                " ¶12   The harbor master told us that the pilots had voted …",
                "       The harbor master told us that the pilots had voted …",
            ],
            id="from here on references stand in columns",
        ),
        pytest.param(
            80,
            [
                " tag      SNAR Narcotics                                                  1,200",
                " person   Ada Thorne                                                          2",
                " class  SECRET//NOFORN                                                    1,200",
                " salt                                   1,204 cables, asked 3 times, 2009-04-03",
                " → A. 09ROME1           2009-04-03 S/NF The harbor master told us that the p… ¶4",
                " ←    09ROME1           2009-04-03 S/NF The harbor master told us that the p… ¶4",
                " →    05LIMA22                          (no subject)",
                " → B. 05LIMA22          not held",
                " → B. the note of 3 May by the port of Anselm not a cable",
                "     3 S/NF The harbor master told us that the pilots had voted to stay ashore",
                "            The harbor master told us that the pilots had voted to stay ashore",
                " The harbor master told us that the pilots had voted to stay ashore",
                " ¶12   The harbor master told us that the pilots had voted to stay ashore",
                "       The harbor master told us that the pilots had voted to stay ashore",
            ],
            id="a screen",
        ),
    ],
)
def test_rows_below_each_other(cells: int, expected: list[str]) -> None:
    assert [plain(draw(cells, UNICODE)).rstrip() for draw in LIST] == expected


@pytest.mark.parametrize("cells", [109, 110, 111, 200])
@pytest.mark.parametrize("draw", LIST[:4])
def test_what_stands_at_the_right_is_never_far_away(draw: Draw, cells: int) -> None:
    assert width(draw(cells, UNICODE)) == min(cells, 110)


@pytest.mark.parametrize(
    ("paragraph", "entries"),
    [
        pytest.param(
            Paragraph(3, "C", None, "Salt.", Span(0, 0)), [("Salt.", "3", "C")], id="usual"
        ),
        pytest.param(Paragraph(0, None, None, "S", Span(0, 0)), [("S", "0", "")], id="number 0"),
        pytest.param(Paragraph(None, None, None, "S", Span(0, 0)), [("S", "", "")], id="neither"),
        pytest.param(
            Paragraph(3, "C", "FISH", "A\nB", Span(0, 0)),
            [("FISH", "", ""), ("A B", "3", "C")],
            id="a heading first",
        ),
        pytest.param(
            Paragraph(3, "\x07", "\x1b[2J", "\x9b", Span(0, 0)),
            [("\u241b[2J", "", ""), ("\ufffd", "3", "\u2407")],
            id="hostile",
        ),
    ],
)
def test_outline(paragraph: Paragraph, entries: list[tuple[str, str, str]]) -> None:
    other = Paragraph(1, "U", None, "First.", Span(0, 0))
    cable = Cable(raw="", metadata=Metadata("made"), paragraphs=(other, paragraph))
    first, *rest = outline(cable)
    assert (first.position, first.text, first.is_heading) == (0, "First.", False)
    assert [(entry.text, entry.number, entry.marking) for entry in rest] == entries
    assert {entry.position for entry in rest} == {1}
    assert [entry.is_heading for entry in rest] == [len(entries) == 2, False][-len(entries) :]


def test_an_outline_takes_no_more_of_a_paragraph_than_a_line_can_show() -> None:
    huge = Paragraph(1, "U", None, "word " * 100_000, Span(0, 0))
    (entry,) = outline(Cable(raw="", metadata=Metadata("made"), paragraphs=(huge,)))
    assert len(entry.text) <= 200


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


def test_a_command_in_a_narrow_list_has_its_first_key() -> None:
    down = next(command for command in commands_of("index") if command.name == "down")
    assert plain(command_line(down, 40, UNICODE)) == " j         Next row or line."
    export = next(command for command in commands_of("catalogue") if command.name == "export")
    assert plain(command_line(export, 40, UNICODE)) == " :export … Write what is marked of the …"
