from __future__ import annotations

from dataclasses import replace

import pytest

from parser import Cable, Metadata, Paragraph, Problem, ProblemKind, Repair, RepairKind, Span
from tui.drawing.remarks import Remark, remarks, repair_marks, told

RAW = "HEAD\n  text\n11. (C) th\nat it is ) so.\n\nFICTION 12\n\nmore"
TEXT = "that it is - so. more"
CABLE = Cable(
    raw=RAW,
    metadata=Metadata("made"),
    paragraphs=(Paragraph(1, "C", None, TEXT, Span(12, len(RAW))),),
)
SPLIT = Repair(RepairKind.SPLIT_WORD, Span(20, 26), "th\nat ", "that\n")
NUMBER = Repair(RepairKind.PARAGRAPH_NUMBER, Span(12, 13), "1", "")
DASH = Repair(RepairKind.DASH, Span(32, 33), ")", "-")
PAGE = Repair(RepairKind.PAGE_MARK, Span(37, 51), "\n\nFICTION 12\n\n", "\n")
BLANKS = Repair(RepairKind.MARKUP, Span(5, 7), "  ", "")


@pytest.mark.parametrize(
    ("repair", "shown", "said", "is_changed"),
    [
        pytest.param(
            SPLIT, "that", 'The source has "th / at", read as "that".', True, id="split word"
        ),
        pytest.param(
            NUMBER,
            "that",
            'The source numbers this paragraph "11"; by its place it is 1.',
            False,
            id="number",
        ),
        pytest.param(DASH, "-", 'The source has ")", read as "-".', True, id="dash"),
        pytest.param(
            PAGE, "more", 'A page mark was lifted out here: "FICTION 12".', False, id="page mark"
        ),
    ],
)
def test_a_repair_is_told_of_at_its_place(
    repair: Repair, shown: str, said: str, is_changed: bool
) -> None:
    ((span, target, changed),) = repair_marks(CABLE, 0, [repair], TEXT)
    assert (TEXT[slice(*span)], target.value, changed) == (shown, said, is_changed)


def test_what_stands_on_every_line_is_not_told_of_there() -> None:
    assert list(repair_marks(CABLE, 0, [replace(BLANKS, span=Span(14, 15))], TEXT)) == []


@pytest.mark.parametrize(
    ("before", "is_told"), [("\u00a0", False), ("\u00ad\u200b", False), ("\u00c2", True)]
)
def test_where_there_was_nothing_to_see_nothing_is_told(before: str, is_told: bool) -> None:
    repair = Repair(RepairKind.ENCODING, Span(25, 26), before, " ")
    assert bool(list(repair_marks(CABLE, 0, [repair], TEXT))) == is_told
    (remark,) = remarks(replace(CABLE, repairs=(repair,)), [])
    assert (remark.position is not None) == is_told


def test_the_list_has_problems_first_then_places_then_kinds() -> None:
    problem = Problem(ProblemKind.TEXT_LOST, "Something is lost.", Span(20, 20))
    cable = replace(CABLE, repairs=(BLANKS, SPLIT, DASH))
    assert remarks(cable, [problem]) == [
        Remark("Something is lost.", 0),
        Remark('The source has "th / at", read as "that".', 0),
        Remark('The source has ")", read as "-".', 0),
        Remark("1 piece of markup taken out."),
    ]


def test_a_mended_number_may_stand_before_its_paragraph() -> None:
    (paragraph,) = CABLE.paragraphs
    cable = replace(CABLE, paragraphs=(replace(paragraph, span=Span(13, len(RAW))),))
    said = 'The source numbers this paragraph "11"; by its place it is 1.'
    assert [target.value for _, target, _ in repair_marks(cable, 0, [NUMBER], TEXT)] == [said]
    assert remarks(replace(cable, repairs=(NUMBER,)), []) == [Remark(said, 0)]


def test_backslashes_at_line_ends_are_not_quoted() -> None:
    repair = replace(PAGE, before="\\\n \\\nFICTION 12 \\\n")
    assert told(CABLE, None, repair) == 'A page mark was lifted out here: "FICTION 12".'


def test_what_is_told_is_clean() -> None:
    repair = Repair(RepairKind.ENCODING, Span(0, 4), "\x1b]0;x\x07", "\x1b[2J")
    assert "\x1b" not in told(CABLE, None, repair)
