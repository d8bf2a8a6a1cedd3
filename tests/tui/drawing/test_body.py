from __future__ import annotations

from dataclasses import replace

import pytest

from parser import Cable, Metadata, Paragraph, Reference, Repair, RepairKind, Span, clean
from tests.tui.drawing.pages import CABLE, LOOK, page, page_of, paragraph, texts
from tui.drawing.body import Form, Look, Margin, Mark, Marked, TextLine, margin_of, shifted
from tui.drawing.line import Piece, Role, Target, TargetKind, plain, width
from tui.drawing.page import Page


def test_margin_heading_and_text() -> None:
    shown = page(
        paragraph("One two three four five six seven.", heading="THE HARBOR"),
        paragraph("Eight.", number=12, marking="S/NF"),
        look=Look(cells=30),
    )
    assert texts(shown) == [
        "         THE HARBOR",
        "",
        "  1 C    One two three four",
        "         five six seven.",
        "",
        " 12 S/NF Eight.",
        "",
        "",
    ]


def test_text_is_never_wider_than_asked() -> None:
    shown = page(paragraph("word " * 200), look=Look(cells=200, text_cells=72))
    assert {len(text) - len(text.lstrip()) for text in texts(shown)[1:3]} == {(200 - 81) // 2 + 8}
    assert max(len(text.strip()) for text in texts(shown)[1:]) <= 72


def test_blocks_hang_below_their_bullet() -> None:
    shown = page(
        paragraph("First.\n-- a bullet with more words than fit here"), look=Look(cells=31)
    )
    assert texts(shown)[1:3] == [
        "        -- a bullet with more",
        "           words than fit here",
    ]


def test_a_title_is_no_bullet() -> None:
    shown = page(paragraph("Mr. Orsa spoke without notes and without heat."), look=Look(cells=31))
    assert texts(shown)[1] == "        notes and without"


@pytest.mark.parametrize(
    ("fields", "role", "text"),
    [
        pytest.param({"missing": (4,)}, Role.MISSING, "[…]", id="something missing"),
        pytest.param({"protect": (Span(0, 3),)}, Role.PROTECT, "One", id="protected source"),
        pytest.param({"redactions": (Span(4, 7),)}, Role.REDACTION, "two", id="redaction"),
    ],
)
def test_marked(fields: dict[str, object], role: Role, text: str) -> None:
    shown = page(paragraph("One two three.", **fields))
    drawn = [piece for _, line in shown.view.lines() for piece in line]
    assert (text, role) in [piece[:2] for piece in drawn]


def test_marks_follow_the_text_through_cleaning() -> None:
    shown = page(paragraph("\u200bOne \u200btwo three.", redactions=(Span(6, 9),)))
    drawn = [piece for _, line in shown.view.lines() for piece in line]
    assert ("two", Role.REDACTION) in [piece[:2] for piece in drawn]


def test_what_matched_is_marked_across_a_line_break() -> None:
    look = Look(cells=25, matches={0: (Span(8, 18),)})
    shown = page(paragraph("One two three four five."), look=look)
    drawn = [
        piece.text for _, line in shown.view.lines() for piece in line if piece.role == "match"
    ]
    assert "".join(drawn).replace(" ", "") == "threefour"


def test_a_reference_can_be_followed() -> None:
    shown = Page(CABLE, LOOK, 40)
    shown.go_to(1)
    for _ in range(8):
        if shown.targets():
            break
        shown.view.step(1)
    assert [target.value for target in shown.targets()] == ["06ANSELM102"]


def test_a_cable_without_text_says_so() -> None:
    assert any("holds no text" in text for text in texts(page()))


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("cells", [1, 5, 12, 40, 71, 200])
@pytest.mark.parametrize("cable", [CABLE, Cable("", Metadata("x"))], ids=["cable", "empty"])
def test_no_line_is_too_wide_in_any_form(cable: Cable, form: Form, cells: int) -> None:
    shown = Page(cable, Look(cells=cells, form=form), 60)
    for _, line in shown.view.lines():
        assert width(line) <= max(cells, 12)


@pytest.mark.parametrize("form", [Form.AS_SENT, Form.RAW])
def test_the_paragraph_is_kept_when_the_form_changes(form: Form) -> None:
    shown = Page(CABLE, LOOK, 10)
    shown.go_to(4)
    other = shown.again(replace(LOOK, form=form), 10)
    assert other.paragraph == 4
    assert other.again(LOOK, 10).paragraph == 4


@pytest.mark.parametrize("cells", [20, 60, 120])
def test_the_words_under_the_cursor_are_kept_when_the_width_changes(cells: int) -> None:
    shown = Page(CABLE, LOOK, 10)
    shown.go_to(3)
    shown.view.step(1)
    _, line = shown.view.lines()[shown.view.row]
    word = plain(line).split()[0]
    other = shown.again(Look(cells=cells), 10)
    assert other.paragraph == 3
    _, line = other.view.lines()[other.view.row]
    assert word in plain(line)


def test_repairs_are_marked_in_the_text_as_sent() -> None:
    cable = Cable(
        raw="1. (C) that h e said\n",
        metadata=Metadata("made"),
        paragraphs=(Paragraph(1, "C", None, "that he said", Span(0, 20)),),
        repairs=(Repair(RepairKind.SPLIT_WORD, Span(12, 15), "h e", "he"),),
    )
    shown = Page(cable, Look(cells=40, form=Form.AS_SENT), 5)
    drawn = [piece[:2] for _, line in shown.view.lines() for piece in line]
    assert ("h e", Role.REPAIR) in drawn
    said = Target(TargetKind.REMARK, 'The source has "h e", read as "he".')
    assert shown.target == said
    assert page_of(cable, Look(cells=40)).target == said


def test_raw_shows_white_space() -> None:
    shown = page(paragraph("one\ttwo  "), look=Look(cells=40, form=Form.RAW))
    assert texts(shown)[0] == "  one→two··"


def test_hits_in_order_and_no_further() -> None:
    look = Look(cells=71, matches={1: (Span(4, 10),), 4: (Span(4, 10), Span(150, 160))})
    shown = Page(CABLE, look, 10)
    seen = []
    while (found := shown.to_hit(1)) is not None:
        seen.append(found)
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert shown.to_hit(-1) == (2, 3)


def test_paragraphs_and_headings() -> None:
    shown = Page(CABLE, LOOK, 10)
    assert (shown.paragraph, shown.view.cursor) == (0, shown.start(0))
    shown.to_paragraph(1)
    assert shown.view.cursor == shown.start(1)
    shown.view.step(1)
    shown.to_paragraph(-1)
    assert shown.view.cursor == shown.start(1)
    assert shown.to_heading(1)
    assert shown.paragraph == 2
    assert not shown.to_heading(1)
    assert shown.position_of(6) == 5
    shown.go_to(5)
    assert shown.where("#").startswith("#6/6")
    assert shown.position_of(60) is None


def test_a_hostile_text_is_harmless() -> None:
    text = "\x1b]0;x\x07 [bold]x[/] [/nothing] \u202eabc\x00\x9b31m"
    for form in Form:
        shown = page(paragraph(text, heading="\x1b[2J"), look=Look(cells=71, form=form))
        drawn = "".join(texts(shown))
        assert "[bold]x[/] [/nothing]" in drawn
        assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e" for c in drawn)


MENDED = Cable(
    raw="1. (C) He said th\nat it was\n\nFICTION 00000012 002 OF 002\n\nover (REF A, 05LIMA22).\n",
    metadata=Metadata("made"),
    paragraphs=(
        Paragraph(1, "C", None, "He said that it was over (REF A, 05LIMA22).", Span(0, 80)),
    ),
    references=(Reference("05LIMA21", "A", "LIMA 21"),),
    repairs=(
        Repair(RepairKind.SPLIT_WORD, Span(15, 21), "th\nat ", "that\n"),
        Repair(RepairKind.PAGE_MARK, Span(27, 57), "\n\nFICTION 00000012 002 OF 002\n\n", "\n"),
    ),
)


def test_everything_on_a_line_can_be_reached_one_after_another() -> None:
    shown = page_of(MENDED)
    seen = [shown.target.value if shown.target else ""]
    while shown.to_target(1):
        seen.append(shown.target.value if shown.target else "")
    assert seen == [
        'The source has "th / at", read as "that".',
        'A page mark was lifted out here: "FICTION 00000012 002 OF 002".',
        "05LIMA21",
        "05LIMA22",
    ]
    assert shown.to_target(-1)
    assert shown.target == Target(TargetKind.CABLE, "05LIMA21")


def test_what_is_at_the_cursor_is_shown_as_such() -> None:
    shown = page_of(MENDED)
    shown.to_target(1)
    line = shown.draw(0, Piece(">", Role.KEY))
    assert [piece.text for piece in line if piece.role is Role.CURSOR] == ["over"]
    assert plain(line).startswith(">")
    assert plain(line)[7] == "°"


@pytest.mark.parametrize("form", [Form.AS_SENT, Form.RAW])
def test_the_words_are_kept_when_the_form_changes_and_changes_again(form: Form) -> None:
    shown = page(paragraph("One two three four five six. " * 300), look=Look(cells=60), height=20)
    shown.view.scroll(90)
    at = shown.view.cursor
    other = shown.again(replace(shown.look, form=form), 20)
    back = other.again(shown.look, 20)
    assert back.view.cursor == at
    assert back.again(replace(shown.look, form=form), 20).view.cursor == other.view.cursor


def test_what_matched_is_marked_in_the_text_as_sent() -> None:
    look = Look(cells=60, form=Form.AS_SENT, matches={0: (Span(3, 17),)})
    drawn = [piece for _, line in page_of(MENDED, look).view.lines() for piece in line]
    matched = [piece.text for piece in drawn if piece.role is Role.MATCH]
    assert "".join(matched) == "said that it w"


@pytest.mark.parametrize("form", list(Form))
def test_only_paragraphs_with_a_hit(form: Form) -> None:
    look = Look(cells=71, form=form, matches={2: (Span(0, 5),), 4: (Span(0, 5),)}, is_narrowed=True)
    shown = Page(CABLE, look, 60)
    assert "hits only" in shown.where("#")
    assert {shown.source.position(place.unit) for place, _ in shown.view.lines()} == {2, 4}
    if form is Form.REFLOWED:
        assert [text.strip() for text in texts(shown) if "without" in text] == [
            "··· 2 paragraphs without a hit",
            "··· 1 paragraph without a hit",
            "··· 1 paragraph without a hit",
        ]
    shown.go_to(4)
    everything = shown.again(replace(look, is_narrowed=False), 60)
    assert everything.paragraph == 4


def test_a_sign_for_what_is_missing_never_leaves_the_column() -> None:
    shown = page(paragraph("word " * 40, missing=(21, 64)), look=Look(cells=30))
    assert sum("[…]" in text for text in texts(shown)) == 2
    assert max(map(len, texts(shown))) <= 29


def test_a_selection_reaches_from_its_anchor_to_the_cursor() -> None:
    shown = Page(CABLE, LOOK, 30)
    assert list(shown.selected) == []
    shown.go_to(3)
    shown.anchor = 3
    shown.to_paragraph(-1)
    assert list(shown.selected) == [2, 3]
    rows = [plain(shown.draw(row, Piece(">", Role.KEY))) for row in range(30)]
    assert sum(row.startswith("┃") for row in rows) > 3
    assert list(shown.again(replace(LOOK, form=Form.RAW), 30).selected) == [2, 3]


@pytest.mark.parametrize("row", [0, 9, 10, 200])
def test_a_pane_that_has_grown_may_draw_before_the_page_is_fitted(row: int) -> None:
    shown = Page(CABLE, Look(cells=71, matches={0: (Span(0, 5),)}), 10)
    assert width(shown.draw(row, Piece(">", Role.KEY))) <= 71


def test_the_forms_go_round() -> None:
    assert [form.next for form in Form] == [Form.AS_SENT, Form.RAW, Form.REFLOWED]


@pytest.mark.parametrize(
    ("change", "shows", "breaks"),
    [
        pytest.param({}, True, True, id="nothing"),
        pytest.param({"matches": {0: (Span(0, 1),)}}, True, True, id="hits"),
        pytest.param({"cells": 70}, True, False, id="width"),
        pytest.param({"text_cells": 60}, True, False, id="width of the text"),
        pytest.param({"form": Form.RAW}, False, False, id="form"),
        pytest.param({"is_narrowed": True}, False, False, id="only hits"),
    ],
)
def test_looks_that_are_alike(change: dict[str, object], shows: bool, breaks: bool) -> None:
    other = replace(LOOK, **change)
    assert (LOOK.shows_as(other), LOOK.breaks_as(other)) == (shows, breaks)
    assert (other.shows_as(LOOK), other.breaks_as(LOOK)) == (shows, breaks)


@pytest.mark.parametrize(
    ("number", "marking", "margin", "drawn"),
    [
        pytest.param(1, "C", Margin(2, 3), " 1 C", id="usual"),
        pytest.param(None, None, Margin(2, 3), "   ", id="neither"),
        pytest.param(0, "U", Margin(2, 3), " 0 U", id="number 0"),
        pytest.param(123, "S/NF", Margin(3, 4), "123 S/NF", id="as wide as they are"),
        pytest.param(12_345, "C/REL NATO", Margin(5, 6), "12345 C/REL ", id="six of a marking"),
        pytest.param(7_123_456, "C", Margin(5, 3), "23456 C", id="the end of a number"),
        pytest.param(1, "\x1b[", Margin(2, 3), " 1 \u241b[", id="hostile"),
    ],
)
def test_a_margin_holds_numbers_and_markings(
    number: int | None, marking: str | None, margin: Margin, drawn: str
) -> None:
    cable = replace(CABLE, paragraphs=(paragraph("text", number=number, marking=marking),))
    assert margin_of(cable) == margin
    assert margin.draw(cable.paragraphs[0]) == drawn
    assert margin.cells == margin.number + margin.marking + 3


def test_a_margin_is_as_wide_as_the_widest_needs() -> None:
    paragraphs = [
        paragraph("text", number=at, marking="S/NF" if at == 9 else "U") for at in (9, 120)
    ]
    assert margin_of(replace(CABLE, paragraphs=tuple(paragraphs))) == Margin(3, 4)
    assert margin_of(replace(CABLE, paragraphs=())) == Margin(2, 3)


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        pytest.param("one two", [(4, 7)], [(4, 7)], id="nothing cleaned"),
        pytest.param("o\u200bne two", [(5, 8)], [(4, 7)], id="something before it"),
        pytest.param("one t\u200bwo", [(4, 8)], [(4, 7)], id="something in it"),
        pytest.param("one two\u200b", [(0, 3)], [(0, 3)], id="something behind it"),
        pytest.param("\u200bone", [(0, 1)], [(0, 0)], id="all of it"),
    ],
)
def test_spans_in_a_cleaned_text(
    text: str, spans: list[tuple[int, int]], expected: list[tuple[int, int]]
) -> None:
    found = shifted(text, [Span(*span) for span in spans], clean(text))
    assert list(found) == [Span(*span) for span in expected]


ONE, TWO = Target(TargetKind.CABLE, "05LIMA21"), Target(TargetKind.REMARK, "A remark.")
TEXT = "The harbor master told us that the pilots had voted to stay ashore. " * 12


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param([], [("harbor master", Role.TEXT, None)], id="none"),
        pytest.param(
            [Mark(Span(4, 10), Role.LINK, ONE)],
            [("harbor", Role.LINK, ONE), (" master", Role.TEXT, None)],
            id="at its beginning",
        ),
        pytest.param(
            [Mark(Span(0, 6), Role.MATCH), Mark(Span(15, 40), Role.MATCH)],
            [("ha", Role.MATCH, None), ("rbor mast", Role.TEXT, None), ("er", Role.MATCH, None)],
            id="over both of its ends",
        ),
        pytest.param(
            [Mark(Span(4, 17), Role.MATCH), Mark(Span(11, 17), Role.LINK, ONE)],
            [("harbor ", Role.MATCH, None), ("master", Role.MATCH, ONE)],
            id="the first role wins, whatever can be followed",
        ),
        pytest.param(
            [Mark(Span(4, 10), Role.TEXT, TWO), Mark(Span(4, 10), Role.LINK, ONE)],
            [("harbor", Role.LINK, TWO), (" master", Role.TEXT, None)],
            id="the first thing to follow wins, but text is no role",
        ),
        pytest.param(
            [Mark(Span(0, 4), Role.MATCH), Mark(Span(17, 20), Role.MATCH)],
            [("harbor master", Role.TEXT, None)],
            id="beside it",
        ),
    ],
)
def test_pieces_of_a_line(
    marks: list[Mark], expected: list[tuple[str, Role, Target | None]]
) -> None:
    assert [tuple(piece) for piece in Marked(TEXT, marks).pieces(TextLine(4, 17))] == expected


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        pytest.param(250, 300, [0, 1], id="both"),
        pytest.param(0, 240, [], id="before"),
        pytest.param(0, 241, [0], id="up to the first character"),
        pytest.param(259, 600, [0, 1], id="from the last character on"),
        pytest.param(260, 600, [1], id="behind it"),
        pytest.param(700, 800, [1], id="inside a long one"),
        pytest.param(801, 802, [], id="behind all"),
    ],
)
def test_marks_of_a_range(start: int, end: int, found: list[int]) -> None:
    marks = [Mark(Span(240, 260), Role.MATCH), Mark(Span(256, 800), Role.LINK, ONE)]
    assert Marked(TEXT, marks).within(start, end) == [marks[number] for number in found]
