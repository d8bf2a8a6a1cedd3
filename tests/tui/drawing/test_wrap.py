from __future__ import annotations

import pytest
from rich.cells import cell_len

from tui.drawing.line import Piece, Role, plain
from tui.drawing.wrap import chop, folded, wrap, wrapped


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        pytest.param("", 10, [""], id="empty"),
        pytest.param("one two", 10, ["one two"], id="fits"),
        pytest.param("one two three", 8, ["one two", "three"], id="at a space"),
        pytest.param("one two three", 7, ["one two", "three"], id="space just past the edge"),
        pytest.param("unbreakable", 4, ["unbr", "eaka", "ble"], id="hard"),
        pytest.param("to unbreakable", 6, ["to", "unbrea", "kable"], id="hard after a space"),
        pytest.param("漢字漢字", 4, ["漢字", "漢字"], id="double width"),
        pytest.param("漢", 1, ["漢"], id="wider than the line"),
        pytest.param("a  b", 2, ["a", "b"], id="two spaces at a break"),
        pytest.param("   ", 2, [""], id="spaces"),
        pytest.param("abc", 0, ["a", "b", "c"], id="no room"),
    ],
)
def test_wrapped(text: str, cells: int, lines: list[str]) -> None:
    assert wrapped(text, cells) == lines


@pytest.mark.parametrize(
    ("text", "cells", "pieces"),
    [
        pytest.param("", 10, [""], id="empty"),
        pytest.param("one two", 7, ["one two"], id="fits"),
        pytest.param("one  two ", 4, ["one ", " two", " "], id="every space is kept"),
        pytest.param("漢字漢", 3, ["漢", "字", "漢"], id="double width"),
        pytest.param("漢a字", 3, ["漢a", "字"], id="just wide enough"),
        pytest.param("漢b", 1, ["漢", "b"], id="wider than the line"),
        pytest.param("abc", 0, ["a", "b", "c"], id="no room"),
    ],
)
def test_chop(text: str, cells: int, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in chop(text, cells)] == pieces


def test_indent_narrows_all_but_the_first_line() -> None:
    pieces = wrap("aaaa bbbb cccc dddd", 9, indent=5)
    assert pieces == ((0, 9), (10, 14), (15, 19))


@pytest.mark.timeout(60)  # quadratic work would take hours
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x" * 1_000_000, id="one word of a megabyte"),
        pytest.param("ab " * 333_333, id="a megabyte of short words"),
        pytest.param("é" * 300_000, id="not ASCII"),
    ],
)
def test_a_long_line_is_wrapped_once_over(text: str) -> None:
    pieces = wrap(text, 70)
    assert all(cell_len(text[start:end]) <= 70 for start, end in pieces[:1000])
    assert sum(end - start for start, end in pieces) >= len(text.replace(" ", ""))


@pytest.mark.parametrize(
    ("cells", "lines", "expected"),
    [
        pytest.param(20, 1, ["one two three four"], id="fits"),
        pytest.param(9, 3, ["one two", "three", "four"], id="broken"),
        pytest.param(9, 2, ["one two", "three …"], id="too long"),
        pytest.param(7, 1, ["one …"], id="the sign needs room"),
        pytest.param(2, 1, ["o "], id="hardly any room"),
        pytest.param(0, 1, [""], id="none"),
    ],
)
def test_folded(cells: int, lines: int, expected: list[str]) -> None:
    line = (Piece("one t"), Piece("wo three ", Role.KEY), Piece("four"))
    drawn = folded(line, cells, lines, "…")
    assert [plain(each) for each in drawn] == expected


def test_what_is_folded_keeps_its_roles() -> None:
    drawn = folded((Piece("one t"), Piece("wo three", Role.KEY)), 5, 3, "…")
    assert drawn == [
        (Piece("one"),),
        (Piece("t"), Piece("wo", Role.KEY)),
        (Piece("three", Role.KEY),),
    ]
