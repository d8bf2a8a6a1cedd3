"""`docs/keys.md` is what the table of commands says."""

from __future__ import annotations

from pathlib import Path

from tui.keys import commands
from tui.keys_page import page

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


def test_the_page_is_up_to_date() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.rstrip() == page().rstrip(), "run: python -m tui.keys_page > docs/keys.md"


def test_every_command_is_on_it() -> None:
    for command in commands():
        assert f"| `{command.id}` |" in page()
