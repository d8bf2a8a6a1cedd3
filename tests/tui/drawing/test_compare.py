from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tui.fake_archive import make_cable
from tui.drawing.compare import compared, has_difference
from tui.drawing.line import plain, width

ONE = make_cable(3)


def changed(old: str, new: str):
    first, *rest = ONE.paragraphs
    return replace(ONE, paragraphs=(replace(first, text=first.text.replace(old, new)), *rest))


def texts(other) -> str:
    return " ".join(plain(line) for line in compared(ONE, other, 60))


def test_the_same_cable_has_no_difference() -> None:
    assert not any(map(has_difference, compared(ONE, ONE, 60)))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(changed("pilots", "captains"), "the [-pilots-] {+captains+} had", id="a word"),
        pytest.param(changed(" to stay ashore", ""), "voted [-to stay ashore-] until", id="less"),
        pytest.param(replace(ONE, subject="OTHER"), "{+OTHER+}", id="subject"),
        pytest.param(replace(ONE, paragraphs=ONE.paragraphs[:-1]), "[-Point 6.", id="a paragraph"),
    ],
)
def test_differences_are_signed(other, expected: str) -> None:
    assert expected in " ".join(texts(other).split())


@pytest.mark.parametrize("cells", [1, 20, 72])
def test_no_line_is_too_wide(cells: int) -> None:
    lines = compared(ONE, changed("pilots", "captains"), cells)
    assert all(width(line) <= max(cells, 1) for line in lines)
