"""The line where something is typed: what its keys tell who asked: `prompt.py`."""

from __future__ import annotations

import re
from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest
from textual.widgets import Input

from tests.tui.panes.alone import alone, lines, part_alone, told
from tui.panes.prompt import Prompt, _Line, _Offers, _Sign
from tui.panes.question import Question


class Typing(_Line):
    """The line of input, without an application."""

    value = ""
    cursor_position = 0
    suggester: Any = None

    def __init__(self) -> None:
        self.sent: list[Any] = []

    def prevent(self, *_kinds: Any) -> Any:
        return nullcontext()

    def focus(self) -> Any:
        self.sent.append("focus")
        return self

    def send(self, message: Any) -> None:
        self.sent.append(message)


def prompt(question: Question | None = None, value: str = "") -> Any:
    """Make a line that asks a question, with something typed; `heard` says what it did."""
    sign = alone(_Sign, 9, 1)
    made = part_alone(Prompt, holds=(sign, Typing()))
    made.heard = []
    made.shown = sign
    made.typed = made.query_one(_Line)
    made.add_class = made.remove_class = made.heard.append
    if question is not None:
        made.ask(question, lambda: made.heard.append("closed"))
        made.typed.value = value
        made.heard.clear()
    return made


def question(log: list[Any], **how: Any) -> Question:
    """Ask; what is answered stands in `log`."""

    def noting(name: str) -> Any:
        return lambda *told: log.append((name, *told))

    names = ("entered", "typed", "cancelled", "moved")
    return Question(**({"sign": "/"} | {name: noting(name) for name in names} | how))


def happens(made: Any, name: str, *arguments: Any) -> None:
    """Let a key of the line, or the input itself, tell the prompt something."""
    made.typed.sent.clear()
    if name in ("changed", "submitted"):
        event = SimpleNamespace(value=made.typed.value, stop=lambda: None)
        getattr(made, f"on_input_{name}")(event)
    else:
        getattr(made.typed, f"action_{name}")(*arguments)
        (event,) = made.typed.sent
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(event).__name__).lower()
        getattr(made, f"on_prompt_{kind}")(event)


def test_a_question_is_asked() -> None:
    made = prompt()
    made.ask(Question("note: ", print, value="salt"), lambda: None)
    assert (made.heard, made.typed.sent) == (["-open"], ["focus"])
    assert (made.typed.value, made.typed.cursor_position) == ("salt", 4)
    assert lines(made.shown) == ["note:"]
    assert made.shown.styles.width.value == 6
    assert made.typed.suggester is None


@pytest.mark.parametrize(
    ("key", "arguments", "told_", "is_open"),
    [
        pytest.param("changed", (), [("typed", "salt")], True, id="a letter"),
        pytest.param("submitted", (), [("entered", "salt")], False, id="Enter"),
        pytest.param("cancel", (), [("cancelled",)], False, id="Escape"),
        pytest.param("keep", (1,), [], True, id="Tab: a note is not lost by it"),
        pytest.param("step", (-1,), [("moved", -1)], True, id="up"),
        pytest.param("past", (), [], True, id="Ctrl+R: nothing is kept of it"),
    ],
)
def test_keys(key: str, arguments: tuple[int, ...], told_: list[Any], *, is_open: bool) -> None:
    log: list[Any] = []
    made = prompt(question(log), "salt")
    happens(made, key, *arguments)
    assert (log, made.heard) == (told_, [] if is_open else ["-open", "closed"])


def test_the_line_is_closed_before_the_answer_is_told() -> None:
    made = prompt()
    asked = Question("/", entered=made.heard.append)
    made.ask(asked, lambda: made.heard.append("closed"))
    made.typed.value = "salt"
    happens(made, "submitted")
    assert made.heard[-2:] == ["closed", "salt"]


@pytest.mark.parametrize(
    ("keys", "action"),
    [
        (("escape", "ctrl+c", "ctrl+g"), "cancel"),
        (("tab",), "keep(1)"),
        (("shift+tab",), "keep(-1)"),
        (("up", "ctrl+p"), "step(-1)"),
        (("down", "ctrl+n"), "step(1)"),
        (("ctrl+r",), "past"),
    ],
)
def test_what_the_keys_of_the_line_are(keys: tuple[str, ...], action: str) -> None:
    bound = [key for one in _Line.BINDINGS if one.action == action for key in one.key.split(",")]
    assert bound == list(keys)


@pytest.mark.parametrize(
    ("value", "seconds", "left", "is_open"),
    [
        pytest.param("", [1.0], "", False, id="empty: closed, as in less and vim"),
        pytest.param("salt", [1.0], "sal", True, id="a letter is erased"),
        pytest.param("s", [1.0, 2.0], "", False, id="the last letter, and once more"),
        pytest.param("s", [1.0, 1.05, 1.1], "", True, id="held: it would go on in the list"),
        pytest.param("s", [1.0, 1.05, 1.3], "", False, id="held, and once more"),
    ],
)
def test_backspace(
    value: str,
    seconds: list[float],
    left: str,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_open: bool,
) -> None:
    log: list[Any] = []
    made = prompt(question(log), value)

    def erase(line: Any) -> None:
        line.value = line.value[:-1]

    monkeypatch.setattr(Input, "action_delete_left", erase)
    for second in seconds:
        monkeypatch.setattr("tui.panes.prompt.monotonic", lambda now=second: now)
        made.typed.action_delete_left()
    assert (made.typed.value, told(made.typed, Prompt.Cancelled) == []) == (left, is_open)


@pytest.mark.parametrize("key", ["changed", "submitted", "cancel", "keep", "step"])
def test_without_a_question_nothing_is_told(key: str) -> None:
    log: list[Any] = []
    made = prompt(question(log), "salt")
    happens(made, "cancel")
    log.clear()
    happens(made, key, *([1] if key in ("keep", "step") else []))
    assert log == []


def test_what_was_typed_is_kept() -> None:
    log: list[Any] = []
    made = prompt(question(log, kept=lambda text: log.append(("kept", text))), "salt")
    happens(made, "keep", 1)
    assert (log, made.heard) == ([("kept", "salt")], ["-open", "closed"])


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        pytest.param("changed", "b", [("entered", "b")], id="a letter answers"),
        pytest.param("changed", "bc", [("entered", "b")], id="the first of two"),
        pytest.param("changed", "", [("typed", "")], id="nothing yet"),
        pytest.param("submitted", "", [("cancelled",)], id="Enter: none"),
    ],
)
def test_one_letter_answers(key: str, value: str, expected: list[Any]) -> None:
    log: list[Any] = []
    made = prompt(question(log, is_single=True), value)
    happens(made, key)
    assert log == expected


@pytest.mark.parametrize(
    ("steps", "values"),
    [
        pytest.param([-1, -1, -1], ["sort", "theme", "theme"], id="to the first"),
        pytest.param([-1, -1, 1, 1, 1], ["sort", "theme", "sort", "", ""], id="and back"),
    ],
)
def test_what_was_typed_before_is_brought_back(steps: list[int], values: list[str]) -> None:
    log: list[Any] = []
    made = prompt()
    made.ask(question(log, before=("theme", "sort"), moved=None), lambda: None)
    for by, value in zip(steps, values, strict=True):
        happens(made, "step", by)
        assert (made.typed.value, made.typed.cursor_position) == (value, len(value))
    assert log == []


@pytest.mark.parametrize(
    ("typed", "steps", "value", "moved"),
    [
        pytest.param("", [-1, -1, -1], "theme", [], id="to the first"),
        pytest.param("", [-1, 1, 1], "", [1], id="and back, and on in the list"),
        pytest.param("", [1, -1], "sort", [1], id="first in the list"),
        pytest.param("sorted", [-1, 1], "sorted", [-1, 1], id="what is typed stays"),
    ],
)
def test_arrows_move_in_a_list_but_where_they_bring_something_back(
    typed: str, steps: list[int], value: str, moved: list[int]
) -> None:
    log: list[Any] = []
    made = prompt(question(log, before=("theme", "sort")), typed)
    for by in steps:
        happens(made, "step", by)
    assert (made.typed.value, log) == (value, [("moved", by) for by in moved])


def test_arrows_leave_what_is_typed_where_there_is_nothing_to_move_in() -> None:
    log: list[Any] = []
    made = prompt(question(log, moved=None), "a note")
    happens(made, "step", -1)
    assert (made.typed.value, log) == ("a note", [])


def test_what_was_typed_before_takes_the_place_of_the_question() -> None:
    log: list[Any] = []
    made = prompt(question(log, past=lambda: log.append(("past",))), "salt")
    happens(made, "past")
    assert (log, made.heard) == ([("cancelled",), ("past",)], ["-open", "closed"])


def offers(text: str) -> tuple[str, ...]:
    return tuple(name for name in ("search", "select", "sort") if name.startswith(text))


@pytest.mark.parametrize(
    ("typed", "steps", "values"),
    [
        pytest.param("se", [1, 1, 1], ["search", "select", "search"], id="on, and round"),
        pytest.param("se", [-1, -1], ["select", "search"], id="from the last"),
        pytest.param("so", [1], ["sort"], id="one"),
        pytest.param("x", [1], ["x"], id="none"),
    ],
)
def test_tab_completes(typed: str, steps: list[int], values: list[str]) -> None:
    log: list[Any] = []
    made = prompt(question(log, offers=offers), typed)
    for by, value in zip(steps, values, strict=True):
        happens(made, "keep", by)
        assert made.typed.value == value
        assert made.typed.cursor_position == (0 if value == typed else len(value))
    assert (log, made.heard) == ([], [])


def test_after_a_letter_tab_begins_anew() -> None:
    made = prompt(question([], offers=offers), "se")
    happens(made, "keep", 1)
    happens(made, "changed")  # typed again, letter for letter
    happens(made, "keep", 1)
    assert made.typed.value == "search"
    made.typed.value = "so"
    happens(made, "changed")
    happens(made, "keep", 1)
    assert made.typed.value == "sort"


@pytest.mark.parametrize(
    ("typed", "shown"), [("se", "search"), ("", None), ("x", None)], ids=["some", "nothing", "none"]
)
async def test_what_tab_makes_of_it_is_shown(typed: str, shown: str | None) -> None:
    made = prompt()
    made.ask(question([], offers=offers), lambda: None)
    assert isinstance(made.typed.suggester, _Offers)
    assert await made.typed.suggester.get_suggestion(typed) == shown
    assert told(made, Prompt.Kept) == []
