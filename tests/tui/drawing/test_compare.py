from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parser import Cable, Metadata, Paragraph, Span
from tests.tui.fake_archive import make_cable
from tui.drawing.compare import beside, compare, together
from tui.drawing.line import Piece, Role, plain, width

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


def test_a_cable_as_texts() -> None:
    whole = [plain(row.left or ()) for row in together(compare(ONE, ONE), 200)]
    assert [line for line in whole if line][:5] == [
        "07ANSELM103  2004-02-07 14:22Z  CONFIDENTIAL//NOFORN  Embassy Anselm",
        "MINISTER OF WATER ON THE DAM",
        "TAGS PREL ELAB SNAR",
        f"1. (C) {ONE.paragraphs[0].text}",
        f"2. (SBU) {ONE.paragraphs[1].text}"[:200].rsplit(" ", 1)[0],
    ]
    assert "A LONG WEEK" in whole


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param(Paragraph(None, None, None, "Salt.", Span(0, 0)), ["Salt."], id="text"),
        pytest.param(Paragraph(0, None, None, "Salt.", Span(0, 0)), ["0. Salt."], id="number"),
        pytest.param(Paragraph(None, "C", None, "Salt.", Span(0, 0)), ["(C) Salt."], id="marking"),
        pytest.param(
            Paragraph(3, "C", "FISH", "Salt\nand.", Span(0, 0)),
            ["FISH", "3. (C) Salt and."],
            id="all",
        ),
        pytest.param(
            Paragraph(3, "\x1b", "\x1b", "\x1b", Span(0, 0)),
            ["\u241b", "3. (\u241b) \u241b"],
            id="hostile",
        ),
    ],
)
def test_a_paragraph_as_a_text(paragraph: Paragraph, expected: list[str]) -> None:
    bare = Cable(raw="", metadata=Metadata("made"), paragraphs=(paragraph,))
    drawn = [plain(row.left or ()) for row in together(compare(bare, bare), 80)]
    assert [line for line in drawn if line] == ["(no subject)", *expected]


def test_words_have_the_role_of_their_side_across_lines() -> None:
    one, other = cable("The old harbor pilots stay ashore."), cable("The pilots stay ashore today.")
    rows = together(compare(one, other), 16)
    assert [row.left for row in rows if row.pair == 2] == [
        (Piece("The"), Piece(" [-old", Role.MISSING)),
        (Piece("harbor-]", Role.MISSING), Piece(" pilots")),
        (Piece("stay"), Piece(" [-ashore.-]", Role.MISSING)),
        (Piece("{+ashore", Role.REPAIR),),
        (Piece("today.+}", Role.REPAIR),),
        (),
    ]


def test_paragraphs_between_two_pairs_stand_opposite_each_other() -> None:
    one = cable("Fish, at last.", "The pilots stay ashore.", "Nets.", "The harbor is closed.")
    other = cable("The pilots stay ashore!", "Salt.", "Tea.", "The harbor is closed!", "Gin.")
    assert [row for row in sides(one, other) if any(row)][2:] == [
        ("Fish, at last.", ""),
        ("The pilots stay [-ashore.-]", "The pilots stay {+ashore!+}"),
        ("Nets.", "Salt."),
        ("", "Tea."),
        ("The harbor is [-closed.-]", "The harbor is {+closed!+}"),
        ("", "Gin."),
    ]


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
