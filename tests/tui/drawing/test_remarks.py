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


@pytest.mark.parametrize(
    ("kind", "before", "after", "said"),
    [
        pytest.param(
            RepairKind.SPLIT_WORD,
            "sa lt",
            "salt",
            'The source has "sa lt", read as "salt".',
            id="word",
        ),
        pytest.param(
            RepairKind.SECTION_HEAD,
            "\nC O N F I D E N T I A L\nSECTION 02\n",
            "\n",
            'A repeated section head was lifted out here: "C O N F I D E N T I A L / SECTION 02".',
            id="section head",
        ),
        pytest.param(
            RepairKind.DOUBLED,
            "the the",
            "the",
            'What stood here twice is shown once: "the the".',
            id="doubled",
        ),
        pytest.param(
            RepairKind.BLANK_LINE,
            "\n\n",
            "\n",
            "A blank line in mid-sentence was closed here.",
            id="blank line",
        ),
        pytest.param(RepairKind.ENTITY, "&zwj;", "", '"&zwj;" was taken out here.', id="taken out"),
        pytest.param(RepairKind.ENTITY, "&#9;", " ", '"&#9;" was taken out here.', id="to a space"),
        pytest.param(
            RepairKind.PAGE_MARK,
            "word " * 20,
            "",
            f'A page mark was lifted out here: "{"word " * 12}...".',
            id="a long one is cut",
        ),
        pytest.param(
            RepairKind.DASH, "\\", "-", 'The source has "\\", read as "-".', id="a stroke alone"
        ),
    ],
)
def test_told(kind: RepairKind, before: str, after: str, said: str) -> None:
    assert told(CABLE, CABLE.paragraphs[0], Repair(kind, Span(20, 26), before, after)) == said


NUMBERS = "The source numbers this paragraph"


@pytest.mark.parametrize(
    ("raw", "number", "said"),
    [
        pytest.param("5. (C) that", 4, f'{NUMBERS} "5"; by its place it is 4.', id="a number"),
        pytest.param("**5.** that", 4, f'{NUMBERS} "5"; by its place it is 4.', id="between stars"),
        pytest.param("(C) that", 4, f'{NUMBERS} "l"; by its place it is 4.', id="a letter"),
        pytest.param("5. (C) that", None, 'The source has "5" before this paragraph.', id="none"),
    ],
)
def test_a_number_that_was_mended(raw: str, number: int | None, said: str) -> None:
    paragraph = Paragraph(number, "C", None, "that", Span(0, len(raw)))
    cable = replace(CABLE, raw=raw, paragraphs=(paragraph,))
    repair = Repair(RepairKind.PARAGRAPH_NUMBER, Span(0, 1), "l", "")
    assert told(cable, paragraph, repair) == said


@pytest.mark.parametrize(
    ("span", "position"),
    [
        pytest.param(None, None, id="the cable as a whole"),
        pytest.param(Span(0, 4), None, id="the header"),
        pytest.param(Span(12, 13), 0, id="its first character"),
        pytest.param(Span(30, 31), 0, id="inside"),
        pytest.param(Span(len(RAW), len(RAW)), 0, id="its end"),
        pytest.param(Span(len(RAW) + 1, len(RAW) + 2), None, id="behind it"),
    ],
)
def test_a_problem_is_told_of_at_its_paragraph(span: Span | None, position: int | None) -> None:
    problem = Problem(ProblemKind.TEXT_LOST, "Something is lost.", span)
    assert remarks(CABLE, [problem]) == [Remark("Something is lost.", position)]


def test_very_many_repairs_are_counted() -> None:
    many = tuple(replace(DASH, span=Span(20 + at % 20, 21 + at % 20)) for at in range(501))
    assert len(remarks(replace(CABLE, repairs=many[:500]), [])) == 500
    (remark,) = remarks(replace(CABLE, repairs=many), [])
    assert "501" in remark.text


@pytest.mark.parametrize(
    ("at", "word"),
    [
        pytest.param(8, "is", id="between two words: the next"),
        pytest.param(17, "more", id="in front of the last"),
        pytest.param(21, "more", id="behind the last: the last"),
    ],
)
def test_what_was_taken_out_is_told_of_the_next_word(at: int, word: str) -> None:
    raw = TEXT[:at] + "&x;" + TEXT[at:]
    repair = Repair(RepairKind.ENTITY, Span(at, at + 3), "&x;", "")
    paragraph = replace(CABLE.paragraphs[0], span=Span(0, len(raw)))
    cable = replace(CABLE, raw=raw, paragraphs=(paragraph,))
    ((span, _, is_changed),) = repair_marks(cable, 0, [repair], TEXT)
    assert (TEXT[slice(*span)], is_changed) == (word, False)


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
