from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parser import Cable, Metadata, Paragraph, Span
from tests.tui.fake_archive import make_cable
from tui.drawing.compare import beside, compare, together
from tui.drawing.line import plain, width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.drawing.compare import Pair, Row

ONE = make_cable(3)


def changed(old: str, new: str) -> Cable:
    first, *rest = ONE.paragraphs
    return replace(ONE, paragraphs=(replace(first, text=first.text.replace(old, new)), *rest))


def cable(*texts: str) -> Cable:
    return Cable(
        raw="",
        metadata=Metadata("made"),
        reference_id="06X1",
        paragraphs=tuple(Paragraph(None, None, None, text, Span(0, 0)) for text in texts),
    )


def texts(other: Cable) -> str:
    return " ".join(plain(row.left or ()) for row in together(compare(ONE, other), 60))


def sides(one: Cable, other: Cable, cells: int = 40) -> list[tuple[str, str]]:
    rows = beside(compare(one, other), cells)
    return [(plain(row.left or ()), plain(row.right or ())) for row in rows]


def test_the_same_cable_has_no_difference() -> None:
    assert not any(pair.is_different for pair in compare(ONE, ONE))
    assert all(left == right for left, right in sides(ONE, ONE))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(changed("pilots", "captains"), "the [-pilots-] {+captains+} had", id="a word"),
        pytest.param(changed(" to stay ashore", ""), "voted [-to stay ashore-] until", id="less"),
        pytest.param(replace(ONE, subject="OTHER"), "{+OTHER+}", id="subject"),
        pytest.param(replace(ONE, tags=("PREL",)), "[-ELAB SNAR-]", id="tags"),
        pytest.param(
            replace(ONE, paragraphs=ONE.paragraphs[:-1]), "[-6. (SBU) Poi", id="a paragraph"
        ),
    ],
)
def test_differences_are_signed(other: Cable, expected: str) -> None:
    assert expected in " ".join(texts(other).split())


def test_a_paragraph_put_in_moves_no_other() -> None:
    one = cable("The pilots stay ashore.", "The harbor master waits for a letter.")
    other = cable("A new one, about salt.", "The pilots stay ashore.", "The harbor master waits.")
    shown = [row for row in sides(one, other) if any(row)]
    assert ("", "A new one, about salt.") in shown
    assert ("The pilots stay ashore.", "The pilots stay ashore.") in shown
    assert ("The harbor master [-waits for a", "The harbor master {+waits.+}") in shown


def test_paragraphs_that_have_nothing_in_common_are_not_marked() -> None:
    shown = sides(cable("The pilots stay ashore."), cable("Salt, 40 bags, at 3."))
    assert ("The pilots stay ashore.", "Salt, 40 bags, at 3.") in shown


def test_the_first_line_of_a_difference_is_flagged() -> None:
    rows = together(compare(ONE, changed("pilots", "captains")), 60)
    assert [plain(row.left or ())[:9] for row in rows if row.is_different] == ["1. (C) Po"]


@pytest.mark.parametrize("cells", [1, 20, 72])
def test_no_line_is_too_wide(cells: int) -> None:
    pairs = compare(ONE, changed("pilots", "captains"))
    for row in (*together(pairs, cells), *beside(pairs, cells)):
        assert max(width(row.left or ()), width(row.right or ())) <= max(cells, 1)


def test_a_pair_as_one_text() -> None:
    one, other = cable("The pilots stay ashore."), cable("The captains stay ashore.")
    texts = [pair.signed for pair in compare(one, other) if pair.is_different]
    assert texts == ["The [-pilots-] {+captains+} stay ashore."]


@pytest.mark.parametrize("draw", [together, beside])
def test_rows_know_their_pair(draw: Callable[[Sequence[Pair], int], list[Row]]) -> None:
    pairs = compare(ONE, changed("pilots", "captains"))
    (row,) = [row for row in draw(pairs, 60) if row.is_different]
    assert pairs[row.pair].is_different
