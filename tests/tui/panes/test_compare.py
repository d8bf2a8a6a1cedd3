"""Two texts to read against each other: layouts, differences, scrolling: `compare.py`."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from parser import Cable, Metadata, Paragraph, Span
from tests.tui.panes.alone import alone, lines, notices, told
from tui.drawing.compare import compare
from tui.panes.compare import ComparePane
from tui.panes.messages import Changed, CopyAsked

BESIDE, APART = "side by side", "each on its own"


def cable(*texts: str) -> Cable:
    paragraphs = tuple(
        Paragraph(number, "C", None, text, Span(0, 0)) for number, text in enumerate(texts, 1)
    )
    return Cable(raw="", metadata=Metadata("made"), reference_id="06X1", paragraphs=paragraphs)


ONE = cable("The pilots stay ashore.", "Salt is dear.", "Two ships wait.", "The end of it.")
OTHER = cable("The captains stay ashore.", "Salt is dear.", "Two ships went on.", "The end of it.")
PAIRS = compare(ONE, OTHER)


def pane(width: int = 80, height: int = 4, layout: str = "", pairs: object = PAIRS) -> ComparePane:
    made = alone(ComparePane, width, height)
    made.show(pairs)
    if layout == APART:
        made.action_apart()
    made.sent.clear()
    return made


def test_until_both_are_compared_keys_wait() -> None:
    made = alone(ComparePane, 80, 2)
    assert (made.is_turning, lines(made)) == (True, [" Comparing ...", ""])
    made.action_copy()
    assert told(made, CopyAsked) == []
    made.show(PAIRS)
    assert not made.is_turning


def test_as_one_text() -> None:
    made = pane(height=10)
    assert lines(made) == [
        " 06X1",
        "",
        " (no subject)",
        "",
        " 1. (C) The [-pilots-] {+captains+} stay ashore.",
        "",
        " 2. (C) Salt is dear.",
        "",
        " 3. (C) Two ships [-wait.-] {+went on.+}",
        "",
    ]
    assert made.position == "0/2 differences  as one text"


def test_side_by_side() -> None:
    made = pane(120, 10)
    left, right = zip(*(line.split("|") for line in lines(made)), strict=True)
    assert {len(half) for half in left} == {59}
    assert [half.strip() for half in left][4::4] == [
        "1. (C) The [-pilots-] stay ashore.",
        "3. (C) Two ships [-wait.-]",
    ]
    assert [half.strip() for half in right][4::4] == [
        "1. (C) The {+captains+} stay ashore.",
        "3. (C) Two ships {+went on.+}",
    ]
    assert made.position == "0/2 differences  side by side"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param([1, 1], ["1/2", "2/2"], id="down"),
        pytest.param([1, 1, 1], ["1/2", "2/2", "No more"], id="none below"),
        pytest.param([2, -1], ["2/2", "1/2"], id="two at once, and back"),
        pytest.param([9], ["2/2"], id="as far as there are any"),
        pytest.param([2, -9], ["2/2", "1/2"], id="and back"),
        pytest.param([1, -1], ["1/2", "No more"], id="none above"),
        pytest.param([-1], ["No more"], id="none above the first"),
    ],
)
@pytest.mark.parametrize("width", [80, 120])
def test_differences(width: int, steps: list[int], expected: list[str]) -> None:
    made = pane(width)
    seen = []
    for by in steps:
        said = len(notices(made))
        made.action_difference(by)
        is_told = len(notices(made)) > said
        seen.append("No more" if is_told else made.position.split()[0])
    assert seen == expected


@pytest.mark.parametrize(
    ("number", "top", "said"),
    [
        pytest.param(1, "1. (C)", [], id="first"),
        pytest.param(2, "3. (C)", [], id="second: at the top though little is below it"),
        pytest.param(3, "06X1", ["There is no difference 3: 2 differences."], id="none"),
        pytest.param(0, "06X1", [], id="no number: the top"),
    ],
)
def test_a_difference_by_its_number(number: int, top: str, said: list[str]) -> None:
    made = pane(height=8)
    made.action_first(number)
    assert lines(made)[0].strip().startswith(top)
    assert notices(made) == said


@pytest.mark.parametrize(
    ("action", "by", "top"),
    [
        pytest.param("move", 2, "(no subject)", id="lines"),
        pytest.param("move", -1, "06X1", id="up at the top"),
        pytest.param("page", 1, "", id="a page, one line kept"),
        pytest.param("half", 2, "1. (C)", id="half pages"),
        pytest.param("move", 99, "3. (C)", id="no empty rows at the end"),
    ],
)
def test_keys(action: str, by: int, top: str) -> None:
    made = pane()
    getattr(made, f"action_{action}")(by)
    first = lines(made)[0].strip()
    assert first.startswith(top)
    assert bool(first) == bool(top)


def test_to_the_end_and_back() -> None:
    made = pane()
    made.action_last()
    assert lines(made)[2] == " 4. (C) The end of it."
    made.action_first()
    assert lines(made)[0] == " 06X1"


# Each on its own


def halves(made: ComparePane) -> tuple[str, str]:
    left, right = lines(made)[0].split("|")
    return left.strip(), right.strip()


def test_each_scrolls_on_its_own_and_the_other_on_tab() -> None:
    made = pane(120, layout=APART)
    assert made.position == "2 differences  each on its own: left"
    made.action_move(2)
    assert halves(made) == ("(no subject)", "06X1")
    made.action_side()
    made.action_move(4)
    assert halves(made) == ("(no subject)", "1. (C) The {+captains+} stay ashore.")
    assert made.position.endswith("right")
    made.action_side()
    assert made.position.endswith("left")


def test_the_other_side_is_asked_for_where_both_scroll_together() -> None:
    made = pane(120)
    made.action_side()
    assert made.position.endswith("each on its own: right")


@pytest.mark.parametrize("way", ["difference", "first"])
def test_a_difference_lets_both_scroll_together(way: str) -> None:
    made = pane(120, layout=APART)
    made.action_move(2)
    getattr(made, f"action_{way}")(1)
    assert made.position == "1/2 differences  side by side"
    assert halves(made)[1] == "1. (C) The {+captains+} stay ashore."


@pytest.mark.parametrize("action", ["beside", "apart", "side"])
def test_two_texts_need_their_columns(action: str) -> None:
    made = pane(119)
    getattr(made, f"action_{action}")()
    assert notices(made) == ["Two texts side by side need 120 columns."]
    assert made.position.endswith("as one text")


def test_layouts() -> None:
    made = pane(120)
    made.action_beside()
    assert made.position.endswith("as one text")
    assert "|" not in "".join(lines(made))
    made.action_beside()
    assert made.position.endswith("side by side")
    assert "".join(lines(made)).count("|") == 4
    made.action_apart()
    made.action_apart()
    assert made.position.endswith("side by side")


@pytest.mark.parametrize("width", [60, 119, 120, 200])
def test_what_is_at_the_top_stays_there_at_another_width(width: int) -> None:
    made = pane()
    made.action_difference(2)
    type(made).size = SimpleNamespace(width=width, height=4)
    made.on_resize(SimpleNamespace())
    made.action_beside()
    assert lines(made)[0].strip().startswith("3. (C) Two ships")


@pytest.mark.parametrize("layout", ["together", "beside", "apart"])
def test_what_was_at_the_top_is_there_again_when_a_large_window_is_small_again(layout: str) -> None:
    made = pane(80 if layout == "together" else 120, 4)
    if layout == "apart":
        made.action_apart()
        made.action_side()
    made.action_move(3)
    before = lines(made)
    small, large = made.size, SimpleNamespace(width=200, height=60)
    for size in (large, small):
        type(made).size = size
        made.on_resize(SimpleNamespace())
    assert lines(made) == before


def test_no_text_is_wider_than_was_asked_for() -> None:
    long = compare(cable("word " * 90), cable("word " * 91))
    made = pane(300, 8, pairs=long)
    left, right = zip(*(line.split("|") for line in lines(made)), strict=True)
    assert 60 < max(len(half.strip()) for half in (*left, *right)) <= 72


def test_what_moves_is_told() -> None:
    made = pane(120)
    made.action_move(1)
    made.action_move(-1)
    made.action_move(-1)
    assert [changed.is_moved for changed in told(made, Changed)] == [True, True, False]
    made.sent.clear()
    made.action_side()
    assert told(made, Changed)


# Copying, and what there is not


def test_the_paragraph_at_the_top_is_copied_signed() -> None:
    made = pane()
    made.action_difference(1)
    made.action_copy()
    (asked,) = told(made, CopyAsked)
    assert asked.text == "1. (C) The [-pilots-] {+captains+} stay ashore."
    assert asked.what == "the paragraph at the top, of both"


def test_the_same_cable_twice() -> None:
    made = pane(pairs=compare(ONE, ONE))
    assert made.position == "no difference"
    made.action_difference(1)
    made.action_first(1)
    assert notices(made) == [
        "No more differences that way.",
        "There is no difference 1: 0 differences.",
    ]


def test_below_the_end_there_is_nothing() -> None:
    for width in (80, 120):
        made = pane(width, 30)
        assert lines(made)[29].strip(" |") == ""
    made = pane(120, 30, APART)
    assert lines(made)[29].strip(" |") == ""
