"""How a cell looks, and the shortest way from one look to another: `_style.py`."""

from __future__ import annotations

import pytest

from tui.cells._style import PLAIN, Style, of_space, transition, with_parameters


def _style(foreground: str = "", background: str = "", *attributes: str) -> Style:
    return Style(foreground, background, frozenset(attributes))


@pytest.mark.parametrize(
    ("before", "parameters", "after"),
    [
        pytest.param(PLAIN, "31", _style("31"), id="a colour"),
        pytest.param(PLAIN, "97;107", _style("97", "107"), id="bright colours"),
        pytest.param(PLAIN, "30;37;40;47", _style("37", "47"), id="the last one counts"),
        pytest.param(PLAIN, "38;5;12;48;5;236", _style("38;5;12", "48;5;236"), id="of 256"),
        pytest.param(PLAIN, "38;2;1;2;3;1", _style("38;2;1;2;3", "", "1"), id="of all"),
        pytest.param(PLAIN, "38;5", _style("38;5;0"), id="of 256, cut short"),
        pytest.param(_style("31"), "38;9;1", _style("", "", "1"), id="of no kind that is known"),
        pytest.param(PLAIN, "1;4;7", _style("", "", "1", "4", "7"), id="attributes"),
        pytest.param(_style("31", "", "1", "2", "4"), "22", _style("31", "", "4"), id="an end"),
        pytest.param(_style("31", "41", "1"), "39", _style("", "41", "1"), id="own foreground"),
        pytest.param(_style("31", "41", "1"), "49", _style("31", "", "1"), id="own background"),
        pytest.param(_style("31", "41", "1"), "0", PLAIN, id="off"),
        pytest.param(_style("31", "41", "1"), "", PLAIN, id="off, without a number"),
        pytest.param(_style("31"), "0;1", _style("", "", "1"), id="off, and on"),
        pytest.param(_style("31"), "99;29;38x", _style("31"), id="unknown ones change nothing"),
        pytest.param(PLAIN, "29;38;98;108;89;99", PLAIN, id="beside the colours"),
    ],
)
def test_with_parameters(before: Style, parameters: str, after: Style) -> None:
    assert with_parameters(before, parameters) == after


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        pytest.param(_style("31"), _style("31"), "", id="the same"),
        pytest.param(_style("31", "41", "1"), PLAIN, "\x1b[m", id="off"),
        pytest.param(PLAIN, _style("31"), "\x1b[31m", id="a colour"),
        pytest.param(_style("31"), _style("32"), "\x1b[32m", id="another"),
        pytest.param(_style("31", "", "1"), _style("", "", "1"), "\x1b[39m", id="own colour"),
        pytest.param(_style("31", "44"), _style("31"), "\x1b[49m", id="own background"),
        pytest.param(_style("31", "", "1"), _style("31"), "\x1b[22m", id="an attribute ends"),
        pytest.param(
            _style("31", "", "1", "2"), _style("31", "", "2"), "\x1b[22;2m", id="with its sibling"
        ),
        pytest.param(PLAIN, _style("", "", "4", "1"), "\x1b[1;4m", id="two begin"),
        pytest.param(
            _style("38;5;12", "48;5;236", "1"), _style("", "", "1"), "\x1b[0;1m", id="anew"
        ),
    ],
)
def test_transition(before: Style, after: Style, written: str) -> None:
    assert transition(before, after) == written
    parameters = written.removeprefix("\x1b[").removesuffix("m")
    assert not written or with_parameters(before, parameters) == after


@pytest.mark.parametrize(
    ("style", "seen"),
    [
        pytest.param(_style("31", "41", "1"), _style("", "41"), id="only the background"),
        pytest.param(_style("31", "41", "4"), _style("31", "41", "4"), id="underlined"),
        pytest.param(_style("31", "", "7", "1"), _style("31", "", "7", "1"), id="turned round"),
        pytest.param(PLAIN, PLAIN, id="plain"),
    ],
)
def test_of_a_space(style: Style, seen: Style) -> None:
    assert of_space(style) == seen


@pytest.mark.parametrize(
    ("begin", "end", "is_seen"),
    [
        pytest.param("1", "22", False, id="bold"),
        pytest.param("2", "22", False, id="faint"),
        pytest.param("3", "23", False, id="italic"),
        pytest.param("4", "24", True, id="underlined"),
        pytest.param("5", "25", False, id="blinking"),
        pytest.param("6", "25", False, id="blinking fast"),
        pytest.param("7", "27", True, id="turned round"),
        pytest.param("8", "28", False, id="hidden"),
        pytest.param("9", "29", True, id="crossed out"),
        pytest.param("21", "24", True, id="underlined twice"),
        pytest.param("51", "54", True, id="framed"),
        pytest.param("52", "54", True, id="encircled"),
        pytest.param("53", "55", True, id="overlined"),
    ],
)
def test_each_attribute_begins_and_ends(begin: str, end: str, is_seen: bool) -> None:
    style = with_parameters(PLAIN, begin)
    assert style == _style("", "", begin)
    assert with_parameters(style, end) == PLAIN
    assert (of_space(style) != PLAIN) is is_seen


@pytest.mark.parametrize("first", [30, 90])
def test_eight_colours_of_each_kind(first: int) -> None:
    for number in range(first, first + 8):
        parameters = f"{number};{number + 10}"
        assert with_parameters(PLAIN, parameters) == _style(str(number), str(number + 10))
