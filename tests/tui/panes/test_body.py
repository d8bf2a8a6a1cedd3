"""The text of a cable alone: what its keys do, what it copies and what it says: `body.py`."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from textual.actions import SkipAction

from parser import Span
from tests.tui.drawing.pages import HARBOR, NOTHING
from tests.tui.panes.alone import alone, lines, notices, told
from tui.drawing.body import Form
from tui.panes.body import BodyPane
from tui.panes.messages import Changed, CopyAsked, FollowAsked

HITS = ((0, (Span(4, 10),)), (1, (Span(0, 3), Span(81, 85))))
CITED, SPLIT = "05LIMA22", 'The source has "pil ots", read as "pilots".'


def body(
    at: tuple[int, int] | None = None, *, height: int = 6, width: int = 40, **shown: object
) -> BodyPane:
    """The text, the cursor on a line of a unit."""
    pane = alone(BodyPane, width, height)
    pane.show(HARBOR, **shown)
    if at is not None:
        pane.page.view.put(pane.page.view.flow.clamp(type(pane.page.view.top)(*at)), 0)
    pane.sent.clear()
    pane.painted.clear()
    return pane


def cursor(pane: BodyPane) -> tuple[int, int]:
    return tuple(pane.page.view.cursor)


@pytest.mark.parametrize(
    ("start", "action", "by", "end"),
    [
        pytest.param((2, 0), "move", 1, (2, 1), id="a line"),
        pytest.param((2, 0), "move", -5, (0, 1), id="lines"),
        pytest.param((0, 0), "move", -1, (0, 0), id="up at the top"),
        pytest.param((4, 5), "move", 1, (4, 5), id="down at the end"),
        pytest.param((0, 0), "page", 1, (1, 3), id="a page: its last line becomes the first"),
        pytest.param((2, 0), "page", -1, (0, 1), id="a page back"),
        pytest.param((0, 0), "half", 1, (1, 1), id="half a page"),
        pytest.param((1, 1), "half", -1, (0, 0), id="and back"),
        pytest.param((1, 2), "paragraph", 2, (3, 0), id="two paragraphs"),
        pytest.param((4, 0), "paragraph", -9, (1, 2), id="all paragraphs back"),
        pytest.param((4, 0), "heading", -1, (1, 2), id="a heading"),
        pytest.param((2, 0), "first", 0, (0, 0), id="the top"),
        pytest.param((0, 0), "first", 12, (3, 0), id="the paragraph that is printed with 12"),
        pytest.param((0, 0), "first", 2, (2, 0), id="and the one with 2"),
    ],
)
def test_keys(start: tuple[int, int], action: str, by: int, end: tuple[int, int]) -> None:
    pane = body(start)
    getattr(pane, f"action_{action}")(by)
    assert cursor(pane) == end
    assert notices(pane) == []


def test_the_end() -> None:
    pane = body()
    pane.action_last()
    assert (cursor(pane), pane.page.view.row, pane.position) == ((4, 5), 5, "#12/3  end")


@pytest.mark.parametrize(
    ("action", "arguments", "is_told"),
    [
        pytest.param("last", [], True, id="to the end"),
        pytest.param("first", [], True, id="to the top"),
        pytest.param("first", [12], True, id="to a paragraph"),
        pytest.param("first", [7], False, id="to one that it does not have"),
        pytest.param("page", [1], False, id="a page"),
    ],
)
def test_where_the_cursor_was_is_told_before_it_goes_far(
    action: str, arguments: list[int], *, is_told: bool
) -> None:
    pane = body((2, 1))
    spot = pane.spot
    getattr(pane, f"action_{action}")(*arguments)
    assert [jump.spot for jump in told(pane, BodyPane.Jumping)] == ([spot] if is_told else [])


@pytest.mark.parametrize("height", [1, 2])
def test_pages_of_hardly_any_rows(height: int) -> None:
    pane = body((0, 0), height=height)
    pane.action_page(1)
    pane.action_half(1)
    assert cursor(pane) == (1, 0)


@pytest.mark.parametrize(
    ("start", "action", "by", "said"),
    [
        pytest.param((2, 0), "heading", 1, "No more headings that way.", id="heading"),
        pytest.param((2, 1), "aim", 1, "No more references or remarks that way.", id="reference"),
        pytest.param(
            (2, 1), "first", 7, "This cable has no paragraph 7: its last is 12.", id="paragraph"
        ),
        pytest.param((2, 1), "follow", None, "There is no reference on this line.", id="nothing"),
    ],
)
def test_where_there_is_no_way_it_is_said(
    start: tuple[int, int], action: str, by: int | None, said: str
) -> None:
    pane = body(start)
    getattr(pane, f"action_{action}")(*([] if by is None else [by]))
    assert (cursor(pane), notices(pane)) == (start, [said])


@pytest.mark.parametrize(
    ("start", "steps", "meanings"),
    [
        pytest.param((1, 2), [0, 1, 1], [SPLIT, "A page mark", CITED], id="on"),
        pytest.param((2, 0), [0, -1, -1], [CITED, "A page mark", SPLIT], id="back"),
        pytest.param((1, 2), [2], [CITED], id="two at once"),
        pytest.param((1, 2), [9], [CITED], id="as far as there are any"),
    ],
)
def test_what_is_at_the_cursor_is_explained(
    start: tuple[int, int], steps: list[int], meanings: list[str]
) -> None:
    pane = body(start)
    for by, meaning in zip(steps, meanings, strict=True):
        pane.action_aim(by)
        assert pane.meaning.startswith(meaning)


def test_a_reference_is_followed_and_a_remark_shows_the_text_as_sent() -> None:
    pane = body((2, 0))
    pane.action_follow()
    (asked,) = told(pane, FollowAsked)
    assert asked.target.value == CITED
    pane = body((1, 2))
    pane.action_follow()
    assert (pane.form, notices(pane)) == (Form.AS_SENT, ["Text: as sent."])
    assert lines(pane)[pane.page.view.row] == "> 1. (SBU) The pil ots stay"
    pane.action_follow()
    assert (pane.form, notices(pane)[1:]) == (Form.RAW, ["Text: raw."])


def test_the_forms_go_round() -> None:
    pane = body((2, 1))
    assert [pane.change_form() for _ in range(3)] == [Form.AS_SENT, Form.RAW, Form.REFLOWED]
    assert cursor(pane) == (2, 1)


@pytest.mark.parametrize(
    ("action", "painted"),
    [
        pytest.param(("move", 1), [0, 1], id="two rows"),
        pytest.param(("move", -1), ["all"], id="over the edge: all"),
        pytest.param(("page", 1), ["all"], id="a page"),
    ],
)
def test_a_move_paints_no_more_than_it_must(action: tuple[str, int], painted: list[object]) -> None:
    pane = body((1, 2))
    getattr(pane, f"action_{action[0]}")(action[1])
    assert pane.painted == painted
    assert [changed.is_moved for changed in told(pane, Changed)] == [True]


def test_a_move_that_leads_nowhere_is_none() -> None:
    pane = body((0, 0))
    pane.action_move(-1)
    assert [changed.is_moved for changed in told(pane, Changed)] == [False]


def test_the_cursor_is_dimmed_without_the_focus() -> None:
    pane = body((2, 0))
    assert [piece.role.value for piece in pane.line(0) if piece.text == ">"] == ["key"]
    pane.has_focus = False
    assert [piece.role.value for piece in pane.line(0) if piece.text == ">"] == ["dim"]


# Choosing and copying


def test_a_selection_begins_extends_and_ends() -> None:
    pane = body((1, 2), height=8)
    pane.action_select()
    assert pane.position.startswith("1 selected  #1/3")
    assert pane.meaning.startswith("} and { extend")
    pane.painted.clear()
    pane.action_paragraph(1)
    assert (pane.position.split("  ")[0], pane.painted) == ("2 selected", ["all"])
    pane.action_select()
    assert not pane.position.startswith("2 selected")
    pane.action_select()
    pane.action_unselect()
    assert pane.page.anchor is None
    with pytest.raises(SkipAction):
        pane.action_unselect()


@pytest.mark.parametrize(
    ("keys", "what", "name", "begins", "ends"),
    [
        pytest.param("", "paragraph", "paragraph 1", "The pilots", "ashore.", id="one"),
        pytest.param("v}", "paragraph", "paragraphs 1-2", "The pilots", "go on", id="two"),
        pytest.param(
            "}",
            "citation",
            "paragraph 2 with citation",
            "Two ships",
            "paragraph 2.",
            id="citation",
        ),
    ],
)
def test_copy(keys: str, what: str, name: str, begins: str, ends: str) -> None:
    pane = body((1, 2))
    for key in keys:
        if key == "v":
            pane.action_select()
        else:
            pane.action_paragraph(1)
    pane.action_copy(what)
    (asked,) = told(pane, CopyAsked)
    assert (asked.what, asked.text[: len(begins)]) == (name, begins)
    assert asked.text.endswith(ends)
    assert asked.text.count("\n\n") == (what == "citation" or "v" in keys)
    assert pane.page.anchor is None


@pytest.mark.parametrize("action", ["select", "copy", "move", "page", "paragraph", "hit"])
def test_keys_of_a_cable_without_a_text(action: str) -> None:
    pane = alone(BodyPane, 40, 6)
    pane.show(NOTHING)
    arguments = {"select": [], "copy": ["paragraph"], "hit": [1]}.get(action, [1])
    getattr(pane, action if action == "hit" else f"action_{action}")(*arguments)
    assert (told(pane, CopyAsked), pane.position) == ([], "no text")


def test_before_a_cable_is_shown_there_is_nothing() -> None:
    pane = alone(BodyPane, 40, 3)
    pane.action_move(1)
    pane.action_first(3)
    pane.action_select()
    pane.action_copy("paragraph")
    pane.go_to(3)
    pane.mark(HITS)
    assert (lines(pane), pane.position, pane.meaning) == (["", "", ""], "", "")
    assert (pane.spot, pane.bookmark, pane.hit(1)) == (None, None, None)


# Hits


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param([1, 1, 1], [(2, 3), (3, 3), None], id="on"),
        pytest.param([9, -1, -1], [(3, 3), (2, 3), (1, 3)], id="to the last, and back"),
        pytest.param([2, -9, -1], [(3, 3), (1, 3), None], id="to the first"),
    ],
)
def test_hits(steps: list[int], expected: list[tuple[int, int] | None]) -> None:
    pane = body((1, 2), matches=HITS)
    assert [pane.hit(by) for by in steps] == expected


def test_only_the_paragraphs_with_a_hit_and_all_again() -> None:
    pane = body((2, 0), matches=HITS)
    assert pane.narrow()
    assert pane.position.startswith("hits only  #2/3")
    pane.go_to(2)  # one that is not shown
    assert (pane.is_narrowed, cursor(pane)) == (False, (3, 0))
    assert pane.narrow()
    assert not pane.narrow()
    pane.mark(())
    assert not pane.narrow()


def test_without_a_hit_left_all_is_shown() -> None:
    pane = body(matches=HITS)
    pane.narrow()
    pane.mark(HITS[:1])
    assert pane.is_narrowed
    pane.mark(())
    assert not pane.is_narrowed


# Coming back


@pytest.mark.parametrize(
    ("position", "expected"), [(None, (1, 2)), (0, (1, 2)), (1, (2, 0)), (2, (3, 0))]
)
def test_where_a_cable_is_opened(position: int | None, expected: tuple[int, int]) -> None:
    assert cursor(body(position=position)) == expected


def test_a_cable_is_come_back_to_at_its_line_and_row() -> None:
    before = body((2, 0))
    before.action_move(2)
    pane = body(spot=before.spot)
    assert (cursor(pane), pane.page.view.row) == ((2, 2), 2)


def resize(pane: BodyPane, width: int) -> None:
    type(pane).size = SimpleNamespace(width=width, height=6)
    pane.on_resize(SimpleNamespace())


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        pytest.param(40, (2, 3), id="as it was"),
        pytest.param(60, (2, 2), id="wider"),
        pytest.param(30, (2, 5), id="narrower"),
    ],
)
def test_at_another_width_it_is_come_back_to_at_its_text(
    width: int, expected: tuple[int, int]
) -> None:
    spot = body((2, 3)).spot
    came = body(spot=spot, position=1, width=width)
    assert cursor(came) == expected
    stayed = body(spot=spot, position=1)  # and the window is resized before anybody moves
    resize(stayed, width)
    assert cursor(stayed) == expected
    resize(stayed, 40)
    assert cursor(stayed) == (2, 3)


@pytest.mark.parametrize(("width", "expected"), [(60, (2, 2)), (30, (2, 5))])
def test_a_bookmark_is_gone_back_to_in_a_window_of_another_width(
    width: int, expected: tuple[int, int]
) -> None:
    pane = body((2, 3))
    place = pane.bookmark
    pane.action_last()
    resize(pane, width)
    pane.go_back(place, ())
    assert cursor(pane) == expected


def test_a_bookmark_is_gone_back_to() -> None:
    pane = body((2, 1), matches=HITS)
    place = pane.bookmark
    pane.action_last()
    pane.go_back(place, ())
    assert cursor(pane) == (2, 1)
    pane.narrow()
    pane.mark(HITS)
    pane.narrow()
    narrowed = pane.bookmark
    pane.narrow()
    pane.go_back(narrowed, HITS)
    assert pane.is_narrowed
    pane.go_back(narrowed, HITS[:1])
    assert not pane.is_narrowed


@pytest.mark.parametrize(
    ("is_moved", "expected"),
    [
        pytest.param(False, (2, 0), id="nobody has moved yet: where it was opened"),
        pytest.param(True, (2, 1), id="the text under the cursor is kept"),
    ],
)
def test_another_width(is_moved: bool, expected: tuple[int, int]) -> None:
    pane = body(position=1)
    if is_moved:
        pane.action_move(1)
    resize(pane, 36)
    assert cursor(pane) == expected


@pytest.mark.parametrize(("y", "expected"), [(0, (1, 2)), (3, (2, 1)), (5, (2, 3))])
def test_a_click(y: int, expected: tuple[int, int]) -> None:
    pane = body((1, 2))
    pane.on_click(SimpleNamespace(y=y))
    assert cursor(pane) == expected


def test_the_wheel_scrolls() -> None:
    pane = body((0, 0))
    pane.wheel(3)
    assert (cursor(pane), pane.page.view.row) == ((1, 1), 0)


@pytest.mark.parametrize(
    ("width", "column"),
    [pytest.param(40, 0, id="narrow"), pytest.param(100, 9, id="in the middle")],
)
def test_the_eye_is_on_the_cursor_in_the_margin(width: int, column: int) -> None:
    pane = body((2, 0), width=width)
    pane.action_move(1)
    assert pane.eye == (column, 1)
    assert lines(pane)[1].find(pane.glyphs.cursor) == column
    assert alone(BodyPane, 40, 6).eye is None
