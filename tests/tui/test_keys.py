"""The one table of commands agrees with the panes it is for."""

from __future__ import annotations

from collections import Counter

import pytest

from tui.app import Reader
from tui.keys import CHAINS, SECTIONS, Command, commands, commands_of, shown
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
        pytest.param("ctrl+f", "Ctrl+F", id="with control"),
        pytest.param("alt+left", "Alt+Left", id="with alt"),
        pytest.param("f1", "F1", id="function key"),
        pytest.param("enter", "Enter", id="enter"),
        pytest.param("{", "{", id="sign"),
    ],
)
def test_shown(key: str, expected: str) -> None:
    assert shown(key) == expected
