"""A small Textual program whose screen changes in many ways, run by the tests of the driver.

python program.py cells|textual
"""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input, Static

from tui.driver import CellDriver

if TYPE_CHECKING:
    from textual.binding import BindingType

LOOKS = ["", "bold", "reverse", "color(244)", "on color(236)", "underline color(12)", "italic dim"]
WORDS = ["cable", "日本", "café", "résume\u0301", "│", "telegram", "🚢", " " * 12, "x"]


class Lines(ScrollView, can_focus=True):
    """A thousand lines of made-up text."""

    def on_mount(self) -> None:
        self.virtual_size = Size(self.size.width, 1000)

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        dice = random.Random(number)
        segments = [Segment(f"{number:4} ", Style.parse("bold"))]
        for _ in range(dice.randrange(8)):
            look = Style.parse(dice.choice(LOOKS))
            segments.append(Segment(dice.choice(WORDS) + " ", look))
        return Strip(segments).adjust_cell_length(self.size.width, Style.parse("on color(236)"))


class Program(App[int]):
    CSS = "Lines { scrollbar-size: 0 0; } Static, Input { height: 1; border: none; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "by(1)"),
        ("k", "by(-1)"),
        ("d", "by(11)"),
        ("u", "by(-11)"),
        ("G", "by(900)"),
        ("t", "turn"),
        ("q", "exit(7)"),
        ("z", "suspend_process"),
    ]

    def compose(self) -> ComposeResult:
        yield Static("ready", id="status")
        yield Lines()
        yield Input(id="prompt")

    def on_mount(self) -> None:
        self.animation_level = "none"
        self.query_one(Lines).focus()

    def action_by(self, lines: int) -> None:
        view = self.query_one(Lines)
        view.scroll_to(y=view.scroll_offset.y + lines, animate=False)
        self.query_one("#status", Static).update(f"line {view.scroll_offset.y}")

    def action_turn(self) -> None:
        prompt = self.query_one(Input)
        prompt.display = not prompt.display
        self.query_one("#status", Static).update("turned on" if prompt.display else "turned off")

    def action_exit(self, status: int) -> None:
        self.exit(return_code=status)


if __name__ == "__main__":
    driver = CellDriver if sys.argv[1] == "cells" else None
    program = Program(driver_class=driver)
    program.run(mouse=False)
    sys.exit(program.return_code)
