"""The one table of commands agrees with the panes it is for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tui.app import Reader
from tui.keys import (
    CHAINS,
    SECTIONS,
    Command,
    change,
    commands,
    commands_of,
    is_changed,
    key_of,
    keymap,
    nearest_first,
    shown,
    unchanged_of,
    understood,
)
from tui.panes.body import BodyPane
from tui.panes.cable import CableView
from tui.panes.catalogue import Catalogue
from tui.panes.context import ContextPane
from tui.panes.desk import Desk
from tui.panes.header import HeaderPane
from tui.panes.index import IndexPane
from tui.panes.reading import Reading
from tui.screens.absent import AbsentPane
from tui.screens.compare import ComparePane
from tui.screens.reader import ReaderScreen
from tui.screens.thread import ThreadPane

if TYPE_CHECKING:
    from collections.abc import Iterator

OWNERS = {
    owner.WHERE: owner
    for owner in (
        IndexPane,
        Catalogue,
        BodyPane,
        HeaderPane,
        CableView,
        Reading,
        ContextPane,
        ComparePane,
        ThreadPane,
        AbsentPane,
        Desk,
        ReaderScreen,
        Reader,
    )
}
NEVER_ALONE = {"ctrl+a", "ctrl+b", "ctrl+m", "ctrl+i", "ctrl+h"}
"""Keys that screen, tmux or the terminal keep for themselves."""


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.id)
def test_every_command_is_an_action_of_its_place(command: Command) -> None:
    action = command.action.partition("(")[0]
    assert hasattr(OWNERS[command.where], f"action_{action}")
    assert command.where in SECTIONS
    assert command.help.endswith(".")
    assert command.argument if not command.keys else not NEVER_ALONE.issuperset(command.keys)


@pytest.mark.parametrize("pane", CHAINS)
def test_a_pane_shadows_no_key_by_accident(pane: str) -> None:
    meant = {("context", "escape"), ("context", "h"), ("context", "left"), ("body", "escape")}
    keys = Counter(
        key for where in CHAINS[pane] for command in commands_of(where) for key in command.keys
    )
    assert {key for key, count in keys.items() if count > 1 and (pane, key) not in meant} == set()


def test_ids_are_unique() -> None:
    ids = Counter(command.id for command in commands())
    assert [name for name, count in ids.items() if count > 1] == []


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param("j", "j", id="letter"),
        pytest.param("pagedown", "PgDn", id="named"),
        pytest.param("pageup", "PgUp", id="named, too"),
        pytest.param("escape", "Esc", id="in short"),
        pytest.param("question_mark", "?", id="a sign that has a name"),
        pytest.param("comma", ",", id="another"),
        pytest.param("shift+tab", "Shift+Tab", id="with shift"),
        pytest.param("backspace", "Backspace", id="backspace"),
        pytest.param("ctrl+f", "Ctrl+F", id="with control"),
        pytest.param("alt+left", "Alt+Left", id="with alt"),
        pytest.param("f1", "F1", id="function key"),
        pytest.param("enter", "Enter", id="enter"),
        pytest.param("{", "{", id="sign"),
    ],
)
def test_shown(key: str, expected: str) -> None:
    assert shown(key) == expected


@pytest.fixture(autouse=True)
def _keys_of_the_table() -> Iterator[None]:
    yield
    change({})


def command(name: str) -> Command:
    return next(one for one in commands() if one.id == name)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        pytest.param("j", "j", id="letter"),
        pytest.param("J", "J", id="capital letter"),
        pytest.param("é", "é", id="letter of another alphabet"),
        pytest.param("+", "+", id="the sign that joins others"),
        pytest.param("Down", "down", id="named"),
        pytest.param("PgUp", "pageup", id="as the help writes it"),
        pytest.param("Return", "enter", id="as others write it"),
        pytest.param("Del", "delete", id="in short"),
        pytest.param("F24", "f24", id="function key"),
        pytest.param("F25", None, id="no function key"),
        pytest.param("Ctrl+N", "ctrl+n", id="with control: small"),
        pytest.param("alt+N", "alt+N", id="with alt: as it stands"),
        pytest.param("Alt+Left", "alt+left", id="a named one with alt"),
        pytest.param("Ctrl+Shift+Home", "ctrl+shift+home", id="with both"),
        pytest.param("Shift+Tab", "shift+tab", id="with shift"),
        pytest.param("Shift+n", "N", id="a letter with shift: the capital"),
        pytest.param("Shift+1", None, id="a sign with shift: whichever that is"),
        pytest.param("Hyper+J", None, id="no such key to hold"),
        pytest.param("dwon", None, id="misspelt"),
        pytest.param("ctrl+dwon", None, id="misspelt, with control"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_understood(written: str, name: str | None) -> None:
    assert understood(written) == name


@pytest.mark.parametrize("key", sorted({key for one in commands() for key in one.keys}))
def test_what_is_shown_is_understood(key: str) -> None:
    assert understood(shown(key)) == {"question_mark": "?", "comma": ","}.get(key, key)


DOWN = ("down", "ctrl+e")
PAGE = ("space", "pagedown", "ctrl+f")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, {}, id="nothing"),
        pytest.param({"index.down": "j,down"}, {"index.down": ("j", "down")}, id="its own again"),
        pytest.param({"index.down": "n"}, {"index.down": ("n",), "index.next-hit": ()}, id="a key"),
        pytest.param(
            {"index.open": "t"}, {"index.open": ("t",)}, id="one of a farther place, which keeps it"
        ),
        pytest.param(
            {"cable.find": "f"},
            {"cable.find": ("f",), "body.page-down": PAGE, "header.page-down": PAGE},
            id="taken from nearer places",
        ),
        pytest.param(
            {"reader.topics": "j"},
            {
                "reader.topics": ("j",),
                **{f"{place}.down": DOWN for place in ("index", "body", "header", "context")},
            },
            id="taken everywhere, but not from pages that lie over the reader",
        ),
        pytest.param(
            {"app.go": "x"}, {"app.go": ("x",), "header.exclude": ()}, id="the only key of some"
        ),
        pytest.param(
            {"index.down": "k", "index.up": "j"},
            {"index.down": ("k",), "index.up": ("j",)},
            id="two change places",
        ),
    ],
)
def test_change(changes: dict[str, str], expected: dict[str, tuple[str, ...]]) -> None:
    change(changes)
    assert {one.id: one.keys for one in commands() if is_changed(one)} == expected
    assert keymap() == {name: ",".join(keys) or "no_key" for name, keys in expected.items()}
    assert {one.keys for one in unchanged_of("app") if one.name == "go"} == {(":",)}


def test_a_command_that_has_lost_its_key_has_none_that_a_terminal_sends() -> None:
    change({"app.go": "x"})
    assert keymap()["header.exclude"] == "no_key"
    assert command("header.exclude").shown == ":exclude"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("index.down", "j down ctrl+e", id="three"),
        pytest.param("index.page-down", "PgDn Ctrl+F", id="named"),
        pytest.param("catalogue.export", ":export FILE", id="none: typed"),
    ],
)
def test_keys_of_a_command(name: str, expected: str) -> None:
    one = command(name)
    assert " ".join(one.shown.split()).casefold() == expected.casefold()
    assert one.words == f"{one.shown} {one.name} {one.help}".casefold()


@pytest.mark.parametrize("place", CHAINS)
def test_the_help_begins_with_what_is_nearest(place: str) -> None:
    places = list(dict.fromkeys(one.where for one in nearest_first(CHAINS[place])))
    assert tuple(places[: len(CHAINS[place])]) == CHAINS[place]
    assert sorted(places) == sorted({one.where for one in commands()})
    assert Counter(nearest_first(CHAINS[place])) == Counter(commands())


def test_titles_of_the_help() -> None:
    assert [SECTIONS[place] for place in ("index", "body", "header", "reader", "app")] == [
        *("Index", "Text", "Header"),
        *("Everywhere", "Everywhere"),
    ]


def test_the_key_of_a_command() -> None:
    assert key_of("reader.quit") == "q"
    assert key_of("index.page-down") == "PgDn"
    assert key_of("catalogue.export") == ""


@pytest.mark.parametrize("where", ["thread", "absent", "compare"])
def test_the_keys_that_go_back_close_what_lies_over_the_reader(where: str) -> None:
    keys = {command.id: set(command.keys) for command in commands()}
    assert keys["reader.history-back"] <= keys[f"{where}.close"]
