from __future__ import annotations

import pytest

from tui.months import Change, Window, month_number, moved, resized, stepped

MONTHS = (("2008-11", 8), ("2009-01", 1), ("2009-02", 4), ("2010-06", 2))


def window(name: str, length: int = 1) -> Window:
    return Window(month_number(name), length)


@pytest.mark.parametrize(
    ("made", "name", "cables"),
    [
        pytest.param(window("2009-01"), "2009-01", 1, id="one"),
        pytest.param(window("2008-11", 3), "2008-11..2009-01", 9, id="over a year's end"),
        pytest.param(window("2009-03", 12), "2009-03..2010-02", 0, id="a year without any"),
    ],
)
def test_a_window(made: Window, name: str, cables: int) -> None:
    assert str(made) == name
    assert made.count(MONTHS) == cables


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        pytest.param(None, 1, window("2008-11"), id="the first"),
        pytest.param(None, -1, window("2010-06"), id="the last"),
        pytest.param(window("2008-11"), 1, window("2009-01"), id="over a month without any"),
        pytest.param(window("2010-06"), -1, window("2009-02"), id="back over many"),
        pytest.param(window("2010-06"), 1, None, id="no later one"),
        pytest.param(window("2008-11"), -1, None, id="no earlier one"),
        pytest.param(window("2008-11", 3), 1, window("2009-02", 3), id="by its own length"),
        pytest.param(window("2009-02", 6), -1, window("2008-08", 6), id="partly before the first"),
    ],
)
def test_moved(before: Window | None, by: int, after: Window | None) -> None:
    assert moved(before, MONTHS, by) == after


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        pytest.param(None, 1, window("2008-11"), id="begins with a month"),
        pytest.param(window("2008-11"), 1, window("2008-11", 2), id="two"),
        pytest.param(window("2009-01", 12), -1, window("2009-01", 6), id="half a year"),
        pytest.param(window("2010-06"), 1, window("2010-05", 2), id="not beyond the last"),
        pytest.param(window("2010-01", 12), 1, window("2008-11", 24), id="not before the first"),
        pytest.param(window("2008-11", 24), 1, None, id="all of them"),
        pytest.param(window("2008-11"), -1, None, id="no fewer than one"),
    ],
)
def test_resized(before: Window | None, by: int, after: Window | None) -> None:
    assert resized(before, MONTHS, by) == after


@pytest.mark.parametrize(
    ("change", "before", "by", "after"),
    [
        pytest.param(moved, None, 3, window("2009-02"), id="from the first"),
        pytest.param(moved, None, -2, window("2009-02"), id="from the last"),
        pytest.param(moved, window("2008-11"), 9, window("2010-06"), id="as far as there are"),
        pytest.param(moved, window("2010-06"), 2, None, id="not once"),
        pytest.param(resized, window("2008-11"), 3, window("2008-11", 6), id="half a year"),
        pytest.param(resized, window("2009-01", 6), -9, window("2009-01"), id="one again"),
    ],
)
def test_many_steps(change: Change, before: Window | None, by: int, after: Window | None) -> None:
    assert stepped(change, before, MONTHS, by) == after


DECADES = (("1966-01", 1), ("2009-12", 1))


def test_how_long_a_window_can_be() -> None:
    lengths, shown = [], window("1966-01")
    while (longer := resized(shown, DECADES, 1)) is not None:
        lengths.append(longer.length)
        shown = longer
    assert lengths == [2, 3, 6, 12, 24, 60, 120]


def test_nothing_to_look_at() -> None:
    assert moved(None, (), 1) is None
    assert resized(None, (), 1) is None
