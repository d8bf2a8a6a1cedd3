"""The text of a cable, each paragraph broken anew to the width: `reflowed.py`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser import Cable, How, Origin, Paragraph, Repair, RepairKind, Span
from tests.tui.drawing.pages import HARBOR, NOTHING, RAW, lines, page, page_of, paragraph, texts
from tui.drawing.body import Look
from tui.drawing.flow import Place
from tui.drawing.glyphs import ASCII
from tui.drawing.jottings import Jottings
from tui.drawing.line import Role, TargetKind, plain
from tui.drawing.reflowed import Reflowed


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        pytest.param(
            Look(cells=40),
            [
                "        HANDLE WITH CARE",
                "",
                "        THE HARBOR",
                "",
                "  1 SBU°The pilots stay ashore.",
                "",
                "  2 C   Two ships wait (05LIMA22), and",
                "        a third XXXXXXXX went on.",
                "        -- a bullet of some words that",
                "           go on",
                "",
                " 12     Comment. End.",
                "",
                "        BT",
                "",
                "        THORNE, ORSA",
                "",
                "        * A note",
                "",
            ],
            id="half a screen",
        ),
        pytest.param(
            Look(cells=91, glyphs=ASCII, jottings=Jottings({1: "ask"}, frozenset({0}))),
            [
                "             HANDLE WITH CARE",
                "",
                "             THE HARBOR",
                "",
                "     * 1 SBU'The pilots stay ashore.",
                "",
                "       2 C   Two ships wait (05LIMA22), and a third XXXXXXXX went on.",
                "             -- a bullet of some words that go on",
                "             n ask",
                "",
                "      12     Comment. End.",
                "",
                "             BT",
                "",
                "             THORNE, ORSA",
                "",
                "             * A note",
                "",
            ],
            id="wider than the text may be, with a star and a note, in ASCII",
        ),
        pytest.param(
            Look(cells=40, is_narrowed=True, matches={1: (Span(0, 3),)}),
            [
                "        ··· 1 paragraph without a hit",
                "",
                "  2 C   Two ships wait (05LIMA22), and",
                "        a third XXXXXXXX went on.",
                "        -- a bullet of some words that",
                "           go on",
                "",
                "        ··· 1 paragraph without a hit",
                "",
            ],
            id="only the paragraphs with a hit",
        ),
        pytest.param(
            Look(cells=40, is_narrowed=True, matches={0: (Span(0, 3),), 2: (Span(0, 3),)}),
            [
                "        THE HARBOR",
                "",
                "  1 SBU°The pilots stay ashore.",
                "",
                "        ··· 1 paragraph without a hit",
                "",
                " 12     Comment. End.",
                "",
                "",
            ],
            id="the first and the last have one",
        ),
        pytest.param(
            Look(cells=40, is_narrowed=True),
            ["        ··· 3 paragraphs without a hit", ""],
            id="none has one",
        ),
    ],
)
def test_the_page(look: Look, expected: list[str]) -> None:
    assert texts(page_of(HARBOR, look)) == expected


def read_at(field: str, start: int) -> Origin:
    return Origin(field, How.READ, Span(start, start + 1))


SIGNED = {"signed_by": ("A",), "footer": "BT"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"handling": ("ONE", "TWO")}, ["ONE", "", "TWO", "", "1 C   Text."], id="two"),
        pytest.param({"handling": ("ONE\nTWO",)}, ["ONE", "TWO", "", "1 C   Text."], id="lines"),
        pytest.param({"footer": "BT"}, ["1 C   Text.", "", "BT"], id="footer"),
        pytest.param({"signed_by": ("A\nB",)}, ["1 C   Text.", "", "A B"], id="one line"),
        pytest.param(SIGNED, ["1 C   Text.", "", "BT", "", "A"], id="nobody knows where"),
        pytest.param(
            SIGNED | {"origins": (read_at("footer", 9), read_at("signed_by", 5))},
            ["1 C   Text.", "", "A", "", "BT"],
            id="signed above",
        ),
        pytest.param({"footnotes": ("a", "b")}, ["1 C   Text.", "", "a", "", "b"], id="notes"),
        pytest.param({}, ["1 C   Text."], id="nothing"),
    ],
)
def test_what_stands_around_the_text(fields: dict[str, object], expected: list[str]) -> None:
    shown = page(paragraph("Text."), look=Look(cells=40), **fields)
    drawn = [text.strip() for text in texts(shown)]
    while drawn and not drawn[-1]:
        drawn.pop()
    assert drawn == expected


@pytest.mark.parametrize(
    ("cells", "text_cells", "expected"),
    [
        pytest.param(80, 72, (71, 0), id="all there is but margin and scroll bar"),
        pytest.param(81, 72, (72, 0), id="just wide enough"),
        pytest.param(84, 72, (72, 1), id="in the middle"),
        pytest.param(200, 72, (72, 59), id="in the middle of a wide screen"),
        pytest.param(200, 40, (40, 75), id="a narrower column was asked for"),
        pytest.param(9, 72, (1, 0), id="no room"),
        pytest.param(1, 72, (1, 0), id="less than none"),
    ],
)
def test_the_column_of_the_text(cells: int, text_cells: int, expected: tuple[int, int]) -> None:
    cable = replace(HARBOR, paragraphs=(paragraph("Text."),))
    source = Reflowed(cable, Look(cells=cells, text_cells=text_cells))
    assert source.margin.cells == 8
    assert (source.text_cells, source.left) == (expected[0], expected[1])


def test_what_was_changed_is_marked_and_what_was_lifted_out_is_told_of_beside_it() -> None:
    shown = page_of(HARBOR, Look(cells=40))
    marked = [
        (piece.text, piece.role, piece.target.value)
        for line in lines(shown)
        for piece in line
        if piece.target and piece.target.kind is TargetKind.REMARK
    ]
    assert marked == [
        ("pilots", Role.REPAIR, 'The source has "pil ots", read as "pilots".'),
        (
            "ashore.",
            Role.TEXT,
            'A page mark was lifted out here: "FICTION 002 OF 002".',
        ),
    ]


@pytest.mark.parametrize(
    ("text", "fields", "signed"),
    [
        pytest.param("one two three four five", {}, [], id="nothing was repaired"),
        pytest.param("sal t two three four five", {}, [0], id="on the first line"),
        pytest.param("one two three four sal t", {}, [1], id="on the second"),
        pytest.param("one\ntwo three four five sal t six", {}, [2], id="below a break"),
        pytest.param(
            "one two three four five", {"missing": (4,)}, [], id="what is missing says so"
        ),
        pytest.param("one two 05LIMA22 four", {}, [], id="what can be followed is no repair"),
    ],
)
def test_a_sign_stands_beside_the_line_of_a_repair(
    text: str, fields: dict[str, object], signed: list[int]
) -> None:
    at = text.find("sal t")
    repair = Repair(RepairKind.SPLIT_WORD, Span(at, at + 5), "sal t", "salt")
    shown = replace(paragraph(text, **fields), text=text.replace("sal t", "salt"))
    cable = replace(NOTHING, raw=text, paragraphs=(shown,), repairs=(repair,) if at >= 0 else ())
    drawn = texts(page_of(cable, Look(cells=26, glyphs=ASCII)))
    assert [number for number, line in enumerate(drawn) if line[7:8] == "'"] == signed


@pytest.mark.parametrize(
    ("look", "units"),
    [
        pytest.param(Look(cells=40), [False, True, True, False, False], id="all"),
        pytest.param(
            Look(cells=40, is_narrowed=True, matches={2: (Span(0, 1),)}), [False, False], id="hits"
        ),
    ],
)
def test_units_with_something_to_follow(look: Look, units: list[bool]) -> None:
    source = Reflowed(HARBOR, look)
    assert [source.targets(unit) for unit in range(len(source))] == units


@pytest.mark.parametrize(
    ("is_narrowed", "positions", "units"),
    [
        pytest.param(False, [0, 0, 1, 2, 2], [1, 2, 3], id="all"),
        pytest.param(True, [1, 2, 2], [0, 0, 1], id="hits in the last two"),
    ],
)
def test_units_and_paragraphs(is_narrowed: bool, positions: list[int], units: list[int]) -> None:
    matches = {2: (Span(0, 1),), 1: (Span(0, 1),)}
    source = Reflowed(HARBOR, Look(cells=40, is_narrowed=is_narrowed, matches=matches))
    assert [source.position(unit) for unit in range(len(source))] == positions
    assert [source.unit(position) for position in range(3)] == units
    assert [source.shows(position) for position in range(3)] == [not is_narrowed, True, True]


@pytest.mark.parametrize(
    ("place", "stands_at"),
    [
        pytest.param((0, 0), 0, id="what stands before the text: the beginning"),
        pytest.param((1, 0), RAW.index("1. "), id="a heading: its paragraph"),
        pytest.param((1, 2), RAW.index("1. "), id="a first line: its number"),
        pytest.param((1, 3), RAW.index("1. "), id="the line between: its paragraph"),
        pytest.param((2, 1), RAW.index("a third"), id="a second line"),
        pytest.param((2, 2), RAW.index("-- a"), id="a bullet"),
        pytest.param((2, 3), RAW.index("go on"), id="below it"),
        pytest.param((3, 0), RAW.index("12. "), id="the last paragraph"),
        pytest.param((4, 0), RAW.index("THORNE") - 1, id="behind it: where it ends"),
        pytest.param((4, 2), RAW.index("THORNE") - 1, id="all of what stands behind it"),
    ],
)
def test_where_a_line_stands_in_the_raw_text(place: tuple[int, int], stands_at: int) -> None:
    unit, line = place
    source = Reflowed(HARBOR, Look(cells=40))
    assert source.raw_at(unit, source.lines(unit)[line]) == stands_at


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        pytest.param(0, (1, 2), id="the beginning: the first line of the text"),
        pytest.param(RAW.index("LIMA"), (1, 2), id="above the text"),
        pytest.param(RAW.index("ashore"), (1, 2), id="in the first paragraph"),
        pytest.param(RAW.index("2. (C)"), (2, 0), id="a number"),
        pytest.param(RAW.index("third"), (2, 1), id="a word"),
        pytest.param(RAW.index("bullet"), (2, 2), id="in a bullet"),
        pytest.param(RAW.index("go on"), (2, 3), id="below it"),
        pytest.param(len(RAW), (3, 0), id="the end"),
    ],
)
def test_where_a_character_of_the_raw_text_is_shown(raw: int, place: tuple[int, int]) -> None:
    source = Reflowed(HARBOR, Look(cells=40))
    assert source.place_of(raw, source.lines) == place


@pytest.mark.parametrize(
    ("offsets", "expected"),
    [
        pytest.param([0, 5, 95], [(2, 0), (2, 0), (2, 3)], id="in rising order"),
        pytest.param([28, 29, 30], [(2, 0), (2, 0), (2, 0)], id="up to the end of a line"),
        pytest.param([31], [(2, 1)], id="the first of the next one"),
        pytest.param([999], [(2, 3)], id="behind the end"),
        pytest.param([], [], id="none"),
    ],
)
def test_lines_of_characters(offsets: list[int], expected: list[tuple[int, int]]) -> None:
    source = Reflowed(HARBOR, Look(cells=40))
    assert source.places(1, offsets, source.lines) == expected


def test_a_paragraph_that_is_not_shown_has_the_next_that_is_for_its_place() -> None:
    look = Look(cells=40, is_narrowed=True, matches={2: (Span(0, 1),)})
    source = Reflowed(HARBOR, look)
    assert source.places(0, [0, 9], source.lines) == [Place(0, 0)] * 2
    assert source.place_of(RAW.index("ashore"), source.lines) == Place(0, 2)


@pytest.mark.parametrize("look", [Look(cells=40), Look(cells=40, is_narrowed=True)])
@pytest.mark.parametrize(
    "cable", [NOTHING, replace(NOTHING, handling=("CARE",))], ids=["bare", "care"]
)
def test_a_cable_without_a_text_has_a_place_all_the_same(cable: Cable, look: Look) -> None:
    source = Reflowed(cable, look)
    assert source.place_of(3, source.lines) == Place(0, 0)
    assert {source.position(unit) for unit in range(len(source))} == {0}
    for unit in range(len(source)):
        for line in source.lines(unit):
            assert source.raw_at(unit, line) == 0
            assert source.share(unit, line) == 0.0
            plain(source.draw(unit, line))


ALL = (23 + 72) + (93 + 72) + (13 + 72)
"""Characters of the three paragraphs, and of the space around each."""


@pytest.mark.parametrize(
    ("unit", "starts"),
    [
        pytest.param(0, [0, 0], id="above the text"),
        pytest.param(1, [0, 0, 0, 23], id="first paragraph, with its heading"),
        pytest.param(2, [95, 126, 152, 183, 188], id="second paragraph: each line has its place"),
        pytest.param(3, [260, 273], id="third paragraph, and the line below it"),
        pytest.param(4, [ALL] * 6, id="below the text"),
    ],
)
def test_how_much_of_the_text_stands_above_a_line(unit: int, starts: list[int]) -> None:
    source = Reflowed(HARBOR, Look(cells=40))
    shares = [source.share(unit, line) for line in source.lines(unit)]
    assert shares == [start / ALL for start in starts]


@pytest.mark.parametrize(
    ("position", "offset", "above"), [(0, 0, 0), (1, 0, 95), (1, 93, 188), (2, 13, 273)]
)
def test_how_much_of_the_text_stands_above_a_hit(position: int, offset: int, above: int) -> None:
    assert Reflowed(HARBOR, Look(cells=40)).share_of(position, offset) == above / ALL


@pytest.mark.parametrize(
    ("text", "hangs"),
    [
        ("-- two strokes", 3),
        ("- a stroke", 2),
        ("\u2022 a dot", 2),
        ("* a star", 2),
        ("(a) a letter", 4),
        ("b. a letter", 3),
        ("iv) a number", 4),
        ("(12) a number", 5),
        ("3.  a number", 4),
        ("1234. a year", 0),
        ("Mr. Orsa", 0),
        ("-tight", 0),
        ("", 0),
    ],
)
def test_bullets(text: str, hangs: int) -> None:
    long = f"{text} " + "word " * 8
    first, second, *_ = Reflowed(
        replace(NOTHING, paragraphs=(Paragraph(None, None, None, long.strip(), Span(0, 6)),)),
        Look(cells=30),
    ).lines(0)
    assert (first.indent, second.indent) == (0, hangs)
