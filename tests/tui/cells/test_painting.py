"""Whatever is drawn, the terminal shows what a full repaint would show; and it costs little."""

import random

import pytest

from tests.emulators import Cell, ColourEraser, PlainEraser, RepeatingStream, cells_of
from tui.cells import Grid, Pen, clear, paint
from tui.cells._style import PLAIN, Style

TEXTS = [
    "plain words of a cable ",
    "           ",
    "| C | 09MEXICO1055 ",
    "日本語の電報",
    "cafe\u0301 re\u0301sume\u0301 ",
    "é─│┃…—",
    "🙂 x 🚢",
    "ok",
    " ",
]
STYLES = ["", "1", "7", "38;5;244", "48;5;236", "4;31", "1;38;5;12;48;5;236", "2;3", "0", "97;44"]
TERMINALS = [
    pytest.param(True, id="erases with colour"),
    pytest.param(False, id="erases plain"),
]


class Emulator:
    """A terminal, set as the driver sets one."""

    def __init__(self, width: int, height: int, *, bce: bool) -> None:
        self.screen = (ColourEraser if bce else PlainEraser)(width, height)
        self.feed = RepeatingStream(self.screen).feed
        self.feed("\x1b[?7l")


def frame(dice: random.Random, width: int, height: int) -> str:
    """Make up one update, as Textual writes it."""
    out = []
    for _ in range(dice.randrange(1, 6)):
        y, x = dice.randrange(height), dice.choice([0, 0, dice.randrange(width)])
        out.append(f"\x1b[{y + 1};{x + 1}H")
        for _ in range(dice.randrange(1, 6)):
            style, text = dice.choice(STYLES), dice.choice(TEXTS)
            out.append(f"\x1b[{style}m{text}\x1b[0m" if style else text)
        if dice.random() < 0.2:
            out.append("\n" + " " * width)
    return "".join(out) + "\x1b[1;1H"


def scrolled(dice: random.Random, grid: Grid) -> str:
    """Make up an update that moves all but the edges, as a pager does."""
    distance = dice.choice([-2, -1, 1, 2, 5])
    rows = ["".join(text for text, _ in row).rstrip() for row in grid.rows]
    out = []
    for y in range(1, grid.height - 1):
        old = rows[y + distance] if 0 <= y + distance < grid.height else f"new line {dice.random()}"
        out.append(f"\x1b[{y + 1};1H{old}" + " " * (grid.width - len(old)))
    return "".join(out)


def full_repaint(grid: Grid, *, bce: bool) -> list[list[Cell]]:
    terminal = Emulator(grid.width, grid.height, bce=bce)
    pen = Pen(grid.width, grid.height, erases_with_colour=bce)
    start, shown = clear(grid.rows, pen)
    terminal.feed(start)
    for y, row in enumerate(grid.rows):
        for x, cell in enumerate(row):
            if cell[0]:
                pen.column = None
                terminal.feed(pen.move(x, y) + pen.put([cell]))
    del shown
    return cells_of(terminal.screen)


@pytest.mark.parametrize("bce", TERMINALS)
@pytest.mark.parametrize("size", [(80, 24), (40, 10), (7, 3), (2, 2), (1, 1)], ids=str)
@pytest.mark.parametrize("seed", range(8))
def test_updates_show_what_a_full_repaint_shows(
    seed: int, size: tuple[int, int], *, bce: bool
) -> None:
    dice = random.Random(f"{seed} {size}")
    grid, terminal = Grid(*size), Emulator(*size, bce=bce)
    # What can repeat is tried with what erases with colour, what cannot with what cannot.
    pen = Pen(*size, erases_with_colour=bce, repeats="." if bce else "", has_tabs=bce)
    start, shown = clear(grid.rows, pen)
    terminal.feed(start)
    for _ in range(30):
        update = scrolled(dice, grid) if dice.random() < 0.2 else frame(dice, *size)
        grid.write(update)
        terminal.feed(paint(shown, grid.rows, pen, last=dice.randrange(-1, grid.height)))
        shown = [row.copy() for row in grid.rows]
        assert cells_of(terminal.screen) == full_repaint(grid, bce=bce)


def rows(*texts: str) -> list[list[tuple[str, Style]]]:
    grid = Grid(20, len(texts))
    grid.write("\x1b[H" + "\n".join(texts))
    return grid.rows


@pytest.mark.parametrize(
    ("shown", "wanted", "written"),
    [
        pytest.param(["same"], ["same"], "", id="nothing changed"),
        pytest.param(["one two"], ["one ten"], "\x1b[1;6Hen", id="the cells that differ"),
        pytest.param(["a b c d"], ["A b C d"], "\x1b[HA b C", id="a short gap is written again"),
        pytest.param(["a long line of text"], ["a"], "\x1b[1;3H\x1b[K", id="the end is erased"),
        pytest.param(["x", "y"], ["1", "2"], "\x1b[H1\r\n2", id="the next line"),
        pytest.param(["x"], ["-" * 20], "\x1b[H-\x1b[19b", id="a run is repeated"),
        pytest.param(["x"], ["─" * 20], "\x1b[H─\x1b[19b", id="beyond ASCII too"),
        pytest.param(
            ["a1", "b2", "c3", "d4", "e5"],
            ["b2", "c3", "d4", "e5", "f6"],
            "\x1b[H\x1b[M\x1b[5H\x1b[L\rf6",
            id="rows that moved are scrolled",
        ),
    ],
)
def test_the_shortest_way(shown: list[str], wanted: list[str], written: str) -> None:
    pen = Pen(20, len(shown), style=PLAIN, repeats=".")
    assert paint(rows(*shown), rows(*wanted), pen) == written


@pytest.mark.parametrize(
    ("has_tabs", "wanted", "written"),
    [
        pytest.param(True, ["1", " " * 8 + "2"], "\x1b[H1\n\t2", id="to the stop"),
        pytest.param(True, ["1", " " * 9 + "2"], "\x1b[H1\n\t 2", id="a column beyond it"),
        pytest.param(True, ["1", " " * 12 + "2"], "\x1b[H1\n\x1b[12C2", id="far beyond it"),
        pytest.param(True, ["1", "  2"], "\x1b[H1\n  2", id="from the start of the line"),
        pytest.param(False, ["1", "    2"], "\x1b[H1\n\x1b[4C2", id="far from the start"),
        pytest.param(True, ["1", " " * 7 + "2"], "\x1b[H1\n\x1b[7C2", id="not before it"),
        pytest.param(True, ["12" + " " * 6 + "3"], "\x1b[H12\t3", id="in one row"),
        pytest.param(True, ["1", "", " " * 8 + "2"], "\x1b[H1\n\n\t2", id="over a row"),
        pytest.param(False, ["1", " " * 8 + "2"], "\x1b[H1\n\x1b[8C2", id="where there is none"),
    ],
)
def test_the_tabulator_stop(has_tabs: bool, wanted: list[str], written: str) -> None:
    pen = Pen(20, len(wanted), style=PLAIN, has_tabs=has_tabs, line_start="\n")
    assert paint(rows(*("" for _ in wanted)), rows(*wanted), pen) == written


def test_the_row_of_the_cursor_is_painted_last() -> None:
    shown, wanted = rows("", "", ""), rows("a", "b", "c")
    assert paint(shown, wanted, Pen(20, 3, style=PLAIN), last=1) == "\x1b[3Hc\x1b[Ha\r\nb"


def test_what_a_terminal_cannot_repeat_is_written_out() -> None:
    pen = Pen(20, 1, style=PLAIN, repeats="[ -~]")
    assert paint(rows("x"), rows("-" * 9 + "─" * 9), pen) == "\x1b[H-\x1b[8b" + "─" * 9
