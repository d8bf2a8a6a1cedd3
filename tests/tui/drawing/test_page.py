"""A cable's text in a window: where the cursor goes, and what is drawn around it: `page.py`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser import Span
from tests.tui.drawing.pages import CABLE, HARBOR, NOTHING, lines, page, page_of, paragraph, texts
from tui.drawing.body import Form, Look
from tui.drawing.flow import Place
from tui.drawing.glyphs import ASCII
from tui.drawing.line import Piece, Role, plain, width
from tui.drawing.page import Page

LOOK = Look(cells=40, glyphs=ASCII)
SIGN, IDLE = Piece(">", Role.KEY), Piece(">", Role.DIM)
SPLIT, LIFTED, CITED = "The source", "A page mark", "05LIMA22"
HITS = {0: (Span(4, 10),), 1: (Span(0, 3), Span(4, 9), Span(81, 85)), 2: ()}


def shown(form: Form = Form.REFLOWED, height: int = 6, at: tuple[int, int] | None = None) -> Page:
    made = Page(HARBOR, replace(LOOK, form=form), height)
    if at is not None:
        made.view.put(Place(*at), 0)
    return made


def walk(made: Page, way: str, steps: list[int]) -> list[tuple[int, int] | bool]:
    """Go by steps; for each, where the cursor is, or False where there was no way."""
    return [getattr(made, way)(by) and tuple(made.view.cursor) for by in steps]


def rows(made: Page, cursor: Piece = SIGN) -> list[str]:
    return [plain(made.draw(row, cursor)).rstrip() for row in range(made.view.height)]


@pytest.mark.parametrize(
    ("form", "place"), [(Form.REFLOWED, (1, 2)), (Form.AS_SENT, (0, 0)), (Form.RAW, (0, 0))]
)
def test_the_cursor_begins_at_the_text_with_all_that_stands_above_it_in_sight(
    form: Form, place: tuple[int, int]
) -> None:
    assert (shown(form).view.cursor, shown(form).view.top) == (place, (0, 0))


@pytest.mark.parametrize(
    ("form", "start", "steps", "expected"),
    [
        pytest.param(
            Form.REFLOWED,
            (1, 2),
            [1, 1, 1, -1, -1, -1],
            [LIFTED, CITED, False, LIFTED, SPLIT, False],
            id="one after another, to both ends",
        ),
        pytest.param(Form.REFLOWED, (0, 0), [1, 1], [SPLIT, LIFTED], id="from above"),
        pytest.param(Form.REFLOWED, (4, 5), [-1, -1], [CITED, LIFTED], id="from below"),
        pytest.param(Form.REFLOWED, (2, 1), [-1, 1], [CITED, False], id="from the line below"),
        pytest.param(Form.REFLOWED, (2, 1), [1], [False], id="none below"),
        pytest.param(
            Form.AS_SENT, (0, 0), [1, 1, 1, 1, -1], [SPLIT, LIFTED, CITED, False, LIFTED], id="sent"
        ),
        pytest.param(Form.RAW, (0, 0), [1, 1, -1], [CITED, False, False], id="raw: cables alone"),
    ],
)
def test_to_what_can_be_followed(
    form: Form, start: tuple[int, int], steps: list[int], expected: list[str | bool]
) -> None:
    made = shown(form, at=start)
    for by, wanted in zip(steps, expected, strict=True):
        before = made.target
        found = made.to_target(by)
        assert found == bool(wanted)
        assert made.target == before if not wanted else made.target.value.startswith(str(wanted))


def test_the_first_thing_on_a_line_is_at_the_cursor_whatever_was_aimed_at_on_another() -> None:
    made = shown(at=(1, 2))
    made.to_target(1)
    assert made.target.value.startswith(LIFTED)
    made.view.put(Place(2, 0), 0)
    assert made.target.value == CITED
    made.view.put(Place(3, 0), 0)
    assert (made.target, made.targets()) == (None, ())


def test_something_that_runs_on_over_the_end_of_a_line_is_one_thing() -> None:
    made = page(paragraph("One two 05LIMA 22 and 06LIMA 33."), look=Look(cells=24))
    assert texts(made)[:2] == ["  1 C   One two 05LIMA", "        22 and 06LIMA"]
    assert made.target.value == "05LIMA22"
    assert made.to_target(1)
    assert (made.target.value, made.view.cursor) == ("06LIMA33", Place(0, 1))
    assert not made.to_target(1)


@pytest.mark.parametrize(
    ("form", "start", "steps", "expected"),
    [
        pytest.param(
            Form.REFLOWED,
            (0, 0),
            [1, 1, 1, 1, 1],
            [(1, 2), (2, 0), (3, 0), (4, 5), False],
            id="down: then to the last line",
        ),
        pytest.param(
            Form.REFLOWED,
            (4, 5),
            [-1, -1, -1, -1],
            [(3, 0), (2, 0), (1, 2), False],
            id="up: not above the first",
        ),
        pytest.param(
            Form.REFLOWED, (2, 2), [-1, -1], [(2, 0), (1, 2)], id="up: to its start, then on"
        ),
        pytest.param(Form.REFLOWED, (1, 0), [-1], [False], id="nor from the heading above it"),
        pytest.param(Form.REFLOWED, (1, 0), [1], [(1, 2)], id="down from the heading"),
        pytest.param(
            Form.AS_SENT,
            (0, 0),
            [1, 1, 1, 1, 1],
            [(1, 0), (2, 0), (3, 0), (3, 2), False],
            id="sent",
        ),
        pytest.param(Form.RAW, (3, 2), [-1, -1, -1, -1], [(3, 0), (2, 0), (1, 0), False], id="raw"),
    ],
)
def test_to_paragraphs(
    form: Form, start: tuple[int, int], steps: list[int], expected: list[tuple[int, int] | bool]
) -> None:
    assert walk(shown(form, at=start), "to_paragraph", steps) == expected


HEADED = replace(
    HARBOR,
    paragraphs=tuple(
        replace(one, heading=heading)
        for one, heading in zip(HARBOR.paragraphs, ("ONE", None, "THREE"), strict=True)
    ),
)


@pytest.mark.parametrize(
    ("form", "start", "steps", "expected"),
    [
        pytest.param(
            Form.REFLOWED, (0, 0), [1, 1, 1], [(1, 2), (3, 2), False], id="from above the text"
        ),
        pytest.param(Form.REFLOWED, (2, 0), [1], [(3, 2)], id="down"),
        pytest.param(Form.REFLOWED, (2, 0), [-1, -1], [(1, 2), False], id="up"),
        pytest.param(Form.REFLOWED, (4, 0), [-1], [(1, 2)], id="up from below the text"),
        pytest.param(Form.AS_SENT, (0, 0), [1, 1, 1], [(1, 0), (3, 0), False], id="as sent"),
    ],
)
def test_to_headings(
    form: Form, start: tuple[int, int], steps: list[int], expected: list[tuple[int, int] | bool]
) -> None:
    made = page_of(HEADED, replace(LOOK, form=form), 6)
    made.view.put(Place(*start), 0)
    assert walk(made, "to_heading", steps) == expected


def test_headings_of_paragraphs_that_are_left_out_are_passed_over() -> None:
    look = replace(LOOK, is_narrowed=True, matches={1: (Span(0, 3),), 2: (Span(0, 3),)})
    made = page_of(HEADED, look)
    assert walk(made, "to_heading", [-1, 1, -1]) == [False, (1, 2), False]


@pytest.mark.parametrize(
    ("start", "steps", "expected"),
    [
        pytest.param((0, 0), [1, 1, 1, 1], [(1, 4), (2, 4), (4, 4), None], id="down, line by line"),
        pytest.param((4, 5), [-1, -1, -1, -1], [(4, 4), (2, 4), (1, 4), None], id="up"),
        pytest.param((2, 1), [1], [(4, 4)], id="from between"),
        pytest.param((2, 1), [-1], [(2, 4)], id="and back: to the first of its line"),
        pytest.param((3, 0), [1], [None], id="from a paragraph without one"),
    ],
)
def test_to_hits(
    start: tuple[int, int], steps: list[int], expected: list[tuple[int, int] | None]
) -> None:
    made = page_of(HARBOR, replace(LOOK, matches=HITS), 6)
    made.view.put(Place(*start), 0)
    assert [made.to_hit(by) for by in steps] == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [((1, 2), (1, 4)), ((1, 3), (2, 4)), ((2, 0), (2, 4)), ((2, 1), (4, 4)), ((3, 0), None)],
)
def test_the_cursors_own_line_counts_when_a_search_begins(
    start: tuple[int, int], expected: tuple[int, int] | None
) -> None:
    made = page_of(HARBOR, replace(LOOK, matches=HITS), 6)
    made.view.put(Place(*start), 0)
    assert made.to_hit(1, from_here=True) == expected


@pytest.mark.parametrize(
    ("position", "cursor", "row"),
    [
        pytest.param(0, (1, 2), 2, id="its first line, below its heading"),
        pytest.param(1, (2, 0), 0, id="at the top"),
        pytest.param(2, (3, 0), 0, id="the last"),
        pytest.param(9, (3, 0), 0, id="there is none"),
        pytest.param(-1, (1, 2), 2, id="before the first"),
    ],
)
def test_going_to_a_paragraph(position: int, cursor: tuple[int, int], row: int) -> None:
    made = shown()
    made.go_to(position)
    assert (made.view.cursor, made.view.row) == (cursor, row)


@pytest.mark.parametrize(
    ("height", "row"),
    [
        pytest.param(3, 1, id="low: in the middle"),
        pytest.param(6, 3, id="its paragraph begins at the top"),
    ],
)
def test_going_to_a_paragraph_goes_to_its_first_hit(height: int, row: int) -> None:
    made = page_of(HARBOR, replace(LOOK, matches={1: (Span(90, 92),)}), height)
    made.go_to(1)
    assert (made.view.cursor, made.view.row) == ((2, 3), row)


def test_there_is_nowhere_to_go_in_a_cable_without_a_text() -> None:
    made = page_of(NOTHING, LOOK, 6)
    made.go_to(3)
    assert made.view.cursor == (0, 0)
    assert made.to_hit(1) is None
    assert not made.to_heading(1)
    assert made.where("#") == "no text"
    assert made.paragraph == 0


@pytest.mark.parametrize(
    ("form", "at", "expected"),
    [
        pytest.param(Form.REFLOWED, (0, 0), "#1/3  6%", id="top"),
        pytest.param(Form.REFLOWED, (2, 1), "#2/3  79%", id="in the middle"),
        pytest.param(Form.REFLOWED, (4, 5), "#12/3  end", id="end: by its printed number"),
        pytest.param(Form.AS_SENT, (0, 0), "as sent  #1/3  24%", id="as sent"),
        pytest.param(Form.RAW, (3, 2), "raw  #12/3  end", id="raw"),
    ],
)
def test_where(form: Form, at: tuple[int, int], expected: str) -> None:
    assert shown(form, at=at).where("#") == expected


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("height", [1, 2, 3, 6])
def test_the_share_never_falls_on_the_way_down(form: Form, height: int) -> None:
    made = shown(form, height, (0, 0))
    sights = []
    for _ in range(30):
        sights.append(made._sight)
        made.view.scroll(1)
    assert sights == sorted(sights)
    assert sights[-1][1] == 1.0


def test_the_cursor_is_a_sign_in_the_margin_and_what_can_be_followed_stands_out() -> None:
    made = shown(height=5, at=(2, 0))
    assert rows(made) == [
        "> 2 C   Two ships wait (05LIMA22), and",
        "        a third XXXXXXXX went on.",
        "        -- a bullet of some words that",
        "           go on",
        "",
    ]
    (first, _) = lines(made)[0][0], made.draw(0, SIGN)
    assert width((first,)) == 8
    assert [one.text for one in made.draw(0, SIGN) if one.role is Role.CURSOR] == ["05LIMA22"]
    assert [one.text for one in made.draw(0, IDLE) if one.role is Role.CURSOR] == []
    assert [one.text for one in made.draw(0, IDLE) if one.role is Role.LINK] == ["05LIMA22"]


def test_the_cursor_on_an_empty_line_stands_beside_the_text() -> None:
    made = page_of(HARBOR, Look(cells=91, glyphs=ASCII), 4)
    made.view.put(Place(1, 1), 1)
    assert rows(made)[0].index("THE") == 13
    assert rows(made)[1] == "     >"


def test_a_selection_has_its_sign_and_the_cursor_its_own() -> None:
    made = shown(height=8, at=(1, 2))
    made.anchor = 0
    made.to_paragraph(1)
    made.view.put(Place(2, 0), 2)
    assert rows(made) == [
        "| 1 SBU'The pilots stay ashore.",
        "|",
        "> 2 C   Two ships wait (05LIMA22), and",
        "|       a third XXXXXXXX went on.",
        "|       -- a bullet of some words that",
        "|          go on",
        "|",
        " 12     Comment. End.",
    ]
    assert made.selected == [0, 1]
    assert [piece.role for piece in made.draw(0, SIGN)][1] is Role.KEY


def test_only_what_is_shown_is_selected() -> None:
    look = replace(LOOK, is_narrowed=True, matches={0: (Span(0, 3),), 2: (Span(0, 3),)})
    made = page_of(HARBOR, look)
    made.anchor = 0
    made.go_to(2)
    assert made.selected == [0, 2]


@pytest.mark.parametrize(
    ("at", "bar"),
    [
        pytest.param((0, 0), "|  =  ", id="top"),
        pytest.param((2, 0), " ||=| ", id="in the middle: what is in sight, and the hit in it"),
        pytest.param((4, 5), "   = |", id="end"),
    ],
)
def test_with_hits_there_is_a_scroll_bar_at_the_right_edge(at: tuple[int, int], bar: str) -> None:
    made = page_of(HARBOR, replace(LOOK, matches={1: (Span(81, 85),)}), 6)
    made.view.put(Place(*at), 0)
    drawn = [made.draw(row, SIGN) for row in range(6)]
    assert {width(line) for line in drawn} == {40}
    assert "".join(plain(line)[-1] for line in drawn) == bar


def test_without_hits_there_is_none() -> None:
    assert all(width(line) < 40 for line in (shown().draw(row, SIGN) for row in range(6)))


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("cells", [30, 40, 90])
@pytest.mark.parametrize(
    ("at", "word"), [((1, 2), "pil"), ((2, 2), "-- a"), ((3, 0), "Comment")], ids=str
)
def test_what_is_under_the_cursor_stays_there(
    at: tuple[int, int], word: str, cells: int, form: Form
) -> None:
    made = shown(height=8, at=at)
    made.anchor = 1
    other = made.again(replace(LOOK, cells=cells, form=form), 8)
    place, line = other.view.lines()[other.view.row]
    assert place == other.view.cursor
    assert word in plain(line)
    assert other.anchor == 1


def test_the_row_of_the_cursor_stays_too() -> None:
    made = page_of(CABLE, LOOK, 10)
    made.go_to(3)
    made.view.put(made.view.cursor, 7)
    assert made.again(replace(LOOK, cells=50), 10).view.row == 7
    assert made.again(replace(LOOK, text_cells=20), 10).view.row == 7
    assert made.again(LOOK, 5).view.row == 4


@pytest.mark.parametrize("at", [(0, 0), (1, 0), (1, 1), (4, 2)], ids=str)
def test_a_line_beside_the_text_is_kept_where_only_the_look_changes(at: tuple[int, int]) -> None:
    made = shown(at=at)
    assert made.again(replace(LOOK, matches=HITS), 6).view.cursor == at
    assert made.again(replace(LOOK, cells=41), 6).view.cursor == at
