"""Keys of other programs: `tui/habits.tsv`."""

from __future__ import annotations

import pytest

from tui.habits import instead, table
from tui.keys import CHAINS, change, command_of, commands_of

LIST, TEXT, PAGE = CHAINS["index"], CHAINS["body"], CHAINS["thread"]


@pytest.mark.parametrize(
    ("pressed", "places", "said"),
    [
        pytest.param("Z", LIST, "q to quit", id="anywhere"),
        pytest.param("Z", PAGE, "Esc to quit", id="on a page"),
        pytest.param("C", TEXT, "y to copy", id="in the text"),
        pytest.param("#", LIST, "/ to find", id="in the list"),
        pytest.param("|", LIST, ":export FILE to write the list to a file", id="typed"),
        pytest.param("ctrl+home", TEXT, "g to the beginning", id="of an editor"),
        pytest.param("shift+down", TEXT, "v to select", id="of an editor, to select"),
        pytest.param("ctrl+g", TEXT, "Esc to go back", id="of Emacs"),
        pytest.param("*", LIST, "", id="not there"),
        pytest.param("@", LIST, "", id="nothing is like it"),
        pytest.param(":wq", LIST, "q to quit", id="behind a colon"),
    ],
)
def test_what_to_press_instead(pressed: str, places: tuple[str, ...], said: str) -> None:
    assert instead(pressed, places) == said


def test_keys_that_are_changed_are_named() -> None:
    change({"reader.quit": "f10"})
    try:
        assert instead("Z", LIST) == "F10 to quit"
    finally:
        change({})


def keys_of(chain: tuple[str, ...]) -> set[str]:
    return {key for where in chain for one in commands_of(where) for key in one.keys}


@pytest.mark.parametrize("pressed", table())
def test_each_is_said_somewhere_where_it_does_nothing(pressed: str) -> None:
    _, names = table()[pressed]
    assert [command_of(name).id for name in names] == list(names)
    said = [chain for chain in CHAINS.values() if instead(pressed, chain)]
    assert any(pressed not in keys_of(chain) for chain in said)
