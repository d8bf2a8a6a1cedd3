"""The last line alone: keys, meanings, messages, numbers, and which gives way: `status.py`."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.tui.panes.alone import alone, lines
from tui.drawing.line import Role
from tui.panes.status import StatusLine

PLACES = ("index", "catalogue", "desk", "reader", "app")
LONG = "The notebook cannot be used: it is in the hands of the harbormaster; ask him for it."
MEANING = "09ANSELM99 of 2004-01-16: THE HARBORMASTER OF SALTMARKET WRITES A LETTER"


class Timer(SimpleNamespace):
    """One that goes off when the test says so."""

    def stop(self) -> None:
        self.is_stopped = True


def status(width: int = 60, *, screen: int = 24, place: str = "2/60") -> StatusLine:
    pane = alone(StatusLine, width, 1, screen=screen)
    pane.app.turn = 1
    pane.timers = []

    def set_timer(delay: float, do: object) -> Timer:
        pane.timers.append(Timer(delay=delay, do=do, is_stopped=False))
        return pane.timers[-1]

    pane.set_timer = set_timer
    pane.show(PLACES, place, "")
    return pane


def said(pane: StatusLine) -> list[str]:
    """All lines that it wants to have."""
    rows = int(pane.styles.height.value) if pane.styles.height else 1
    type(pane).size = SimpleNamespace(width=pane.size.width, height=rows)
    return lines(pane)


def rest(pane: StatusLine) -> None:
    for timer in pane.timers:
        if not timer.is_stopped:
            timer.do()


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        pytest.param(60, "Enter read  Space mark  / search  Esc back  ? keys      2/60", id="keys"),
        pytest.param(20, "? keys          2/60", id="the way to all keys"),
        pytest.param(6, "  2/60", id="the position alone"),
    ],
)
def test_keys_and_position(width: int, expected: str) -> None:
    assert said(status(width)) == [expected]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        pytest.param("Copied.", "", ["Copied." + " " * 29 + "2/60"], id="with the position"),
        pytest.param("Copied.", "12", ["Copied." + " " * 25 + "12  2/60"], id="with a number"),
        pytest.param("x" * 36, "", ["x" * 36], id="no room for the position"),
        pytest.param("x" * 36, "7", ["x" * 36 + "   7"], id="but for the number"),
        pytest.param(
            LONG,
            "",
            [
                "The notebook cannot be used: it is in",
                "the hands of the harbormaster; ask him",
                "for it.",
            ],
            id="more than a line",
        ),
        pytest.param(
            LONG,
            "7",
            [
                "The notebook cannot be used: it is in",
                "the hands of the harbormaster; ask him",
                "for it.                                7",
            ],
            id="more than a line, and a number",
        ),
        pytest.param("a\x1b[2Jb\nc", "", ["a\u241b[2Jb c" + " " * 28 + "2/60"], id="hostile"),
        pytest.param("word " * 90, "", [("word " * 8).strip()] * 3, id="never more than three"),
    ],
)
def test_a_message(text: str, number: str, expected: list[str]) -> None:
    pane = status(40)
    pane.say(text)
    pane.count(number)
    assert said(pane) == expected


@pytest.mark.parametrize(("screen", "rows"), [(9, 1), (10, 3)])
def test_on_a_low_screen_a_message_has_one_line(screen: int, rows: int) -> None:
    pane = status(40, screen=screen)
    pane.say(LONG, Role.ERROR)
    assert len(said(pane)) == rows
    assert {piece.role for piece in pane.line(0) if piece.text.strip()} <= {Role.ERROR, Role.TEXT}
    assert pane.line(0)[0].role is Role.ERROR


@pytest.mark.parametrize(
    ("turn", "place", "is_moved", "is_gone"),
    [
        pytest.param(1, "3/60", True, False, id="the same key that said it"),
        pytest.param(2, "3/60", True, True, id="a later key that moves"),
        pytest.param(2, "3/60", False, True, id="a later key, and another place"),
        pytest.param(2, "2/60", True, True, id="a later key that moves to the like"),
        pytest.param(2, "2/60", False, False, id="a later key that moves nothing"),
    ],
)
def test_a_message_stays_until_a_later_key_moves_something(
    turn: int, place: str, is_moved: bool, is_gone: bool
) -> None:
    pane = status()
    pane.say("Copied.")
    pane.app.turn = turn
    pane.show(PLACES, place, "", is_moved=is_moved)
    assert said(pane)[0].startswith("Enter read" if is_gone else "Copied.")


def test_a_message_that_is_dropped_gives_its_lines_back() -> None:
    pane = status(40)
    pane.say(LONG)
    pane.drop()
    assert len(said(pane)) == 1
    assert said(pane)[0].startswith("Enter read")


def test_a_long_message_gives_its_lines_back() -> None:
    pane = status(40)
    pane.say(LONG)
    assert len(said(pane)) == 3
    pane.app.turn = 2
    pane.show(PLACES, "3/60", "")
    assert len(said(pane)) == 1


def test_a_message_has_its_lines_at_another_width() -> None:
    pane = status(40)
    pane.say(LONG)
    type(pane).size = SimpleNamespace(width=100, height=3)
    pane.on_resize()
    assert said(pane) == [LONG.ljust(96) + "2/60"]


@pytest.mark.parametrize(
    ("meaning", "expected"),
    [
        pytest.param("PREL is External", ["PREL is External                    2/60"], id="short"),
        pytest.param(MEANING, [f"{MEANING[:39]}~"], id="long: cut at first"),
    ],
)
def test_a_meaning(meaning: str, expected: list[str]) -> None:
    pane = status(40)
    pane.show(PLACES, "2/60", meaning)
    assert said(pane) == expected
    assert bool(pane.timers) == (len(meaning) > 40)


def test_a_meaning_is_whole_once_the_cursor_rests() -> None:
    pane = status(40)
    pane.show(PLACES, "2/60", MEANING)
    rest(pane)
    assert said(pane) == [
        "09ANSELM99 of 2004-01-16: THE",
        "HARBORMASTER OF SALTMARKET WRITES A",
        "LETTER",
    ]
    pane.app.turn = 2
    pane.show(PLACES, "2/60", "PREL is External")
    assert len(said(pane)) == 1


@pytest.mark.parametrize(
    ("turn", "rows"),
    [
        pytest.param(1, 3, id="the text makes room for it: it stays whole"),
        pytest.param(2, 1, id="a later key: the cursor must rest again"),
    ],
)
def test_what_is_whole_stays_so_until_a_later_key(turn: int, rows: int) -> None:
    pane = status(40)
    pane.show(PLACES, "2/60", MEANING)
    rest(pane)
    pane.app.turn = turn
    pane.show(PLACES, "3/60", MEANING)
    assert len(said(pane)) == rows


def test_a_cursor_that_moves_on_does_not_rest() -> None:
    pane = status(40)
    pane.show(PLACES, "2/60", MEANING)
    pane.app.turn = 2
    pane.show(PLACES, "3/60", MEANING + "!")
    assert [timer.is_stopped for timer in pane.timers] == [True, False]
    assert len(said(pane)) == 1


def test_the_same_again_is_not_painted_again() -> None:
    pane = status()
    pane.painted.clear()
    pane.show(PLACES, "2/60", "")
    assert pane.painted == []
    pane.show(PLACES, "3/60", "")
    assert pane.painted == ["all"]
