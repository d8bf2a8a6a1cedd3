"""The small terminal that reads what Textual writes: `_grid.py`."""

from __future__ import annotations

import pytest

from tui.cells import Grid
from tui.cells._style import PLAIN, Style


@pytest.mark.parametrize(
    ("written", "rows", "cursor"),
    [
        pytest.param("", ["....", "...."], (0, 0), id="nothing"),
        pytest.param("ab", ["ab..", "...."], (2, 0), id="at the beginning"),
        pytest.param("\x1b[2;3Ha", ["....", "..a."], (3, 1), id="at a place"),
        pytest.param("\x1b[2Ha", ["....", "a..."], (1, 1), id="at a row"),
        pytest.param("ab\x1b[Hc", ["cb..", "...."], (1, 0), id="at the beginning again"),
        pytest.param("ab\nc", ["ab..", "c..."], (1, 1), id="a line feed"),
        pytest.param("abcdef", ["abcd", "...."], (6, 0), id="too long"),
        pytest.param("a\nb\nc", ["a...", "b..."], (1, 2), id="too many rows"),
        pytest.param("\x1b[1;9Ha", ["....", "...."], (9, 0), id="beside it"),
        pytest.param("a\x07\tb\x9b", ["ab..", "...."], (2, 0), id="other controls"),
        pytest.param("a\x1b]8;;x\x07b\x1b]8;;\x1b\\c", ["abc.", "...."], (3, 0), id="a link"),
        pytest.param("日本", ["日|本|", "...."], (4, 0), id="wide"),
        pytest.param("a日本", ["a日|.", "...."], (5, 0), id="wide, cut at the edge"),
        pytest.param("日本\x1b[1;2Ha", [".a本|", "...."], (2, 0), id="over half of a wide one"),
        pytest.param("日本\x1b[1;1Hab", ["ab本|", "...."], (2, 0), id="over a wide one"),
        pytest.param("日本\x1b[1;1Ha", ["a.本|", "...."], (1, 0), id="over its first half"),
        pytest.param("e\N{COMBINING ACUTE ACCENT}x", ["éx..", "...."], (2, 0), id="accents"),
    ],
)
def test_write(written: str, rows: list[str], cursor: tuple[int, int]) -> None:
    grid = Grid(4, 2)
    grid.write(written)
    shown = ["".join({" ": ".", "": "|"}.get(text, text) for text, _ in row) for row in grid.rows]
    assert [row.replace("e\N{COMBINING ACUTE ACCENT}", "é") for row in shown] == rows
    assert grid.cursor == cursor
    assert all(len(row) == 4 for row in grid.rows)


def test_styles_last_until_they_are_changed_and_begin_plain_in_each_frame() -> None:
    grid = Grid(4, 1)
    grid.write("\x1b[31ma\x1b[1mb \x1b[mc")
    bold = Style("31", "", frozenset({"1"}))
    assert grid.rows[0] == [("a", Style("31")), ("b", bold), (" ", PLAIN), ("c", PLAIN)]
    grid.write("\x1b[H\x1b[4m ")
    assert grid.rows[0][0] == (" ", Style("", "", frozenset({"4"})))
    grid.write("\x1b[Ha")
    assert grid.rows[0][0] == ("a", PLAIN)


def test_half_of_a_wide_character_keeps_its_background() -> None:
    grid = Grid(4, 1)
    grid.write("\x1b[31;44m日\x1b[m\x1b[1;2Ha")
    assert grid.rows[0][:2] == [(" ", Style("", "44")), ("a", PLAIN)]


def test_equal_cells_are_one() -> None:
    grid = Grid(4, 1)
    grid.write("\x1b[31maa")
    assert grid.rows[0][0] is grid.rows[0][1]
