"""Which lines are headings, and which belong together: the limits of each rule."""

from __future__ import annotations

import pytest

from parser import Cable, RepairKind, parse_message

FRONT = "CONFIDENTIAL TIRANA 009901\n\nTAGS: PREL, AL\nSUBJECT: LIGHTHOUSE FESTIVAL\n\n"
SMALL_WORDS = [
    *("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into"),
    *("is", "its", "of", "on", "or", "over", "the", "to", "under", "vs", "with"),
]


def read(body: str) -> Cable:
    return parse_message(FRONT + body).cable


def headings(body: str) -> list[str | None]:
    return [one.heading for one in read(body).paragraphs]


@pytest.mark.parametrize("word", SMALL_WORDS)
def test_small_words_of_a_heading_need_no_capital(word: str) -> None:
    line = f"Boats {word} {word} {word} Quays"
    assert headings(f"1. (C) It closed.\n\n{line}\n\n2. (C) It opened.") == [None, line]


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        pytest.param("The Old\nQuay", "The Old Quay", id="two lines"),
        pytest.param("The Old\nQuay And\nIts Boats", None, id="three lines"),
        pytest.param("The Old Quay.", None, id="full stop"),
        pytest.param("The Old Quay;", None, id="semicolon"),
        pytest.param("The Old Quay,", None, id="comma"),
        pytest.param("The Old Quay (Reopened)", None, id="bracket"),
        pytest.param("old Quay Reopened", None, id="small letter first"),
        pytest.param("2009 Quay Reopened", "2009 Quay Reopened", id="digit first"),
        pytest.param("Boats of the U.S.", "Boats of the U.S.", id="initials last"),
        pytest.param("Boats of Plan B.", None, id="one initial last"),
        pytest.param("THE OLD QUAY...", "THE OLD QUAY...", id="dots behind capitals"),
        pytest.param("The Old Quay...", None, id="dots behind small letters"),
        pytest.param("The Quay was open", None, id="words in small letters"),
        pytest.param("The quay was long open then", None, id="a sentence"),
        pytest.param(
            "Quays, Boats, Ropes that came in",
            "Quays, Boats, Ropes that came in",
            id="two small ones",
        ),
        pytest.param("Quays Boats Ropes Sails Were so very old", None, id="more than two"),
        pytest.param("END SUMMARY", None, id="end of a summary"),
        pytest.param("2) The Old Quay", None, id="an item"),
        pytest.param("Quays " * 14 + "Quayss", "Quays " * 14 + "Quayss", id="longest"),
        pytest.param("Quays " * 14 + "Quaysss", None, id="too long"),
    ],
)
def test_a_heading_without_a_row_of_dashes(lines: str, heading: str | None) -> None:
    assert headings(f"1. (C) It closed.\n\n{lines}\n\n2. (C) It opened.")[1] == heading


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        pytest.param("COMMENT", "COMMENT", id="comment"),
        pytest.param("Next steps:", "Next steps:", id="colon"),
        pytest.param("BIONOTE.", "BIONOTE.", id="full stop"),
        pytest.param("Summary and action request", "Summary and action request", id="two"),
        pytest.param("COMMENTS ON IT", None, id="no usual one"),
    ],
)
def test_a_usual_heading_needs_no_number_below(line: str, heading: str | None) -> None:
    assert headings(f"1. (C) It closed.\n\n{line}\n\nIt is still so.")[-1] == heading


def test_a_usual_heading_stands_alone() -> None:
    cable = read("1. (C) It closed.\n\nCOMMENT\nof the keeper: it is so.")
    assert [one.text for one in cable.paragraphs] == [
        "It closed.\nCOMMENT of the keeper: it is so."
    ]


def test_a_usual_heading_in_a_paragraph_is_none() -> None:
    cable = read("1. (C) It closed.\nCOMMENT\nby Ann.\n\n2. (C) It opened.")
    assert [one.heading for one in cable.paragraphs] == [None, None]
    assert cable.paragraphs[0].text == "It closed. COMMENT by Ann."


@pytest.mark.parametrize(
    ("above", "line", "heading"),
    [
        pytest.param("It closed.", "THE OLD QUAY", "THE OLD QUAY", id="capitals"),
        pytest.param("It closed.", "COMMENT", "COMMENT", id="a usual heading"),
        pytest.param("IT CLOSED.", "THE OLD QUAY", None, id="in a text of capitals"),
        pytest.param("It closed at", "THE OLD QUAY", None, id="in mid-sentence"),
        pytest.param("These boats sank:", "AURORA", None, id="announced"),
        pytest.param("It closed.", "XXXXXXXXXXXX", None, id="redacted"),
        pytest.param("It closed.", "CONFIDENTIAL", None, id="a stamp"),
        pytest.param("It closed.", "END TEXT", None, id="what closes a text"),
    ],
)
def test_capitals_right_below_a_text_head_the_next(
    above: str, line: str, heading: str | None
) -> None:
    assert headings(f"1. (C) {above}\n{line}\n\n2. (C) It opened.") == [None, heading]


def test_a_heading_with_nothing_below_is_a_paragraph() -> None:
    cable = read("1. (C) It closed.\n\nNEXT STEPS:\n")
    last = cable.paragraphs[-1]
    assert (last.heading, last.text) == ("NEXT STEPS:", "")
    assert cable.raw[slice(*last.span)] == "NEXT STEPS:"


@pytest.mark.parametrize(
    ("break_", "is_joined"),
    [
        pytest.param("the port\n\nwas closed", True, id="small letter below"),
        pytest.param("the port, \n\nwas closed", True, id="comma above"),
        pytest.param("the port-\n\nwas closed", True, id="hyphen above"),
        pytest.param("the port.\n\nwas closed", False, id="sentence ended"),
        pytest.param("the port\n\nAuthority closed", False, id="a capital"),
        pytest.param(
            "the port, with all of its boats and ropes, was shut for the\n\nAuthority",
            True,
            id="for the",
        ),
        pytest.param("the port\n\n-- was closed", False, id="item below"),
        pytest.param("the port\n\n--------\nwas closed", False, id="row of dashes between"),
    ],
)
def test_a_blank_line_in_a_sentence(break_: str, *, is_joined: bool) -> None:
    cable = read(f"1. (C) The keeper of the lighthouse said that {break_} for the summer.")
    assert (RepairKind.BLANK_LINE in {one.kind for one in cable.repairs}) is is_joined


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        pytest.param("1. A.\n\n2. B.\n\n4. D.\n\n5. E.", [1, 2, 4, 5], id="one lost"),
        pytest.param("1. A.\n\n4. D.\n\n5. E.", [1, 4, 5], id="two lost"),
        pytest.param("1. A.\n\n5. E.\n\n6. F.", [1], id="three lost"),
        pytest.param("\u00b61. A.\n\n\u00b65. E.\n\n\u00b66. F.", [1, 5, 6], id="pilcrow"),
        pytest.param("\u00b61. A.\n\n\u00b69. I.", [1, 9], id="pilcrow of the last"),
        pytest.param("\u00b61. A.\n\n\u00b65. E.\n\n\u00b69. I.", [1, 5, 9], id="pilcrows"),
        pytest.param("\u00b61. A.\n\n\u00b640. I.", [1], id="pilcrow too far on"),
        pytest.param("\u00b61. On March\n\n\u00b69. I.", [1], id="pilcrow in mid-sentence"),
        pytest.param("\u00b61. A.\n\u00b69. I.", [1], id="pilcrow, no blank line"),
        pytest.param("1. (C) A.\n\n2, (SBU) B.", [1, 2], id="comma for a stop"),
        pytest.param("1. (C) A.\n\n2, (see) B.", [1], id="comma without a mark"),
        pytest.param("2. B.\n\n3. C.", [2, 3], id="the first lost"),
        pytest.param("1. A.\n2. B.\n4. D.\n5. E.", [1, 2, 4, 5], id="without blank lines"),
        pytest.param("1. A.\n2. B at\n4. D.\n5. E.", [1, 2], id="in mid-sentence"),
        pytest.param("1. A.\n\n3. C.\n\n2. B.", [1, 2], id="it comes later"),
        pytest.param("1. A.\n\n3. C.\n\n4. D.\n\n2. B.", [1, 2], id="it comes much later"),
        pytest.param("1. A.\n\n3. C.", [1], id="nothing follows it"),
        pytest.param("1. A.\n\n2. B.\n\n4. D.", [1, 2, 4], id="the last of all"),
        pytest.param("1. A.\n\n2. B.\n4. D.", [1, 2], id="the last, beside the text"),
        pytest.param("1. A.\n\n2. B\n\n4. D.", [1, 2], id="the last, in mid-sentence"),
        pytest.param("1. A.\n\n2. B.\n\n5. E.", [1, 2], id="the last, two lost"),
        pytest.param("1. A.\n\n2. B:\n\n1. X.\n\n4. Y.", [1, 2], id="the last, of a list"),
        pytest.param("1. A.\n\n3. C.\n\n5. E.", [1], id="another one follows"),
        pytest.param("1. A.\n\n3. C.\n\nD.\n\n4. E.", [1, 3, 4], id="text between"),
    ],
)
def test_lost_numbers(body: str, numbers: list[int]) -> None:
    assert [one.number for one in read(body).paragraphs if one.number] == numbers


@pytest.mark.parametrize(
    ("between", "after", "numbers"),
    [
        pytest.param("-----\n\n", "", [1, 2, 3, 1, 2], id="under a row of dashes"),
        pytest.param("", "", [1, 2, 3], id="under no row"),
        pytest.param("-----\n\n", "\n\n4. Dan.", [1, 2, 3, 4], id="in a paragraph"),
    ],
)
def test_numbers_that_begin_again(between: str, after: str, numbers: list[int]) -> None:
    body = f"1. Quays.\n2. Boats.\n3. Lights.\n\n{between}1. Ann came.\n\n2. Bob came.{after}"
    paragraphs = parse_message(f"UNCLAS TIRANA 009901\n\n{body}").cable.paragraphs
    assert [one.number for one in paragraphs] == numbers


@pytest.mark.parametrize(
    ("above", "heading"),
    [
        pytest.param("It closed.\nTHE OLD QUAY", "THE OLD QUAY", id="capitals"),
        pytest.param("It closed.\nTHE OLD\nQUAY", None, id="two lines"),
        pytest.param("It closed.\nThe Old Quay", None, id="small letters"),
        pytest.param("It closed at\nTHE OLD QUAY", None, id="in mid-sentence"),
        pytest.param("IT CLOSED.\nTHE OLD QUAY", None, id="all in capitals"),
        pytest.param("It closed.\n" + "QUAYS " * 15 + "Q", None, id="too long"),
        pytest.param("THE OLD QUAY", None, id="nothing above"),
    ],
)
def test_a_line_of_capitals_above_a_number(above: str, heading: str | None) -> None:
    paragraphs = read(f"1. {above}\n2. It opened.").paragraphs
    assert [one.heading for one in paragraphs[1:]] == ([heading] if heading else [])


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        pytest.param("1. A.\n\n2. B.\n\n2. C.\n\n3. D.", [1, 2, 2, 3], id="twice"),
        pytest.param("1. A.\n\n2. B.\n\n2. C.\n\n4. D.", [1, 2], id="the next does not follow"),
        pytest.param("1. A.\n\n2. B:\n\n1. X.\n\n2. Y.\n\n3. D.", [1, 2, 3], id="in a list"),
        pytest.param("1. A:\n\n1. X.\n\n2. Y.", [1, 2], id="the first"),
        pytest.param("1. A.\n\n2. In\n2. B.\n\n3. C.", [1, 2, 3], id="in mid-sentence"),
    ],
)
def test_a_number_that_stands_twice(body: str, numbers: list[int]) -> None:
    assert [one.number for one in read(body).paragraphs if one.number] == numbers


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        pytest.param("------\n(C) QUAYS\n------", "(C) QUAYS", id="with a mark, between rows"),
        pytest.param("(C) QUAYS\n------", "(C) QUAYS", id="with a mark, above a row"),
        pytest.param("------\nQUAYS\n------\n\nBOATS\n-----", "QUAYS\nBOATS", id="two headings"),
        pytest.param("------\n(C) Quays.", None, id="a marked paragraph below a row"),
        pytest.param(
            "THE BOATS\n- - - - -\n\nThe Quays of Tirana and\nDurres\n- - - - - - -",
            "THE BOATS\nThe Quays of Tirana and Durres",
            id="two headings with a row below each",
        ),
        pytest.param("QUAYS\n\n* * *", "QUAYS", id="a row below a blank line"),
        pytest.param(
            "OLD QUAYS\n- - - - -\n\nBOATS\n- - -", "OLD QUAYS\nBOATS", id="a row for each"
        ),
    ],
)
def test_headings_between_rows_of_dashes(lines: str, heading: str | None) -> None:
    paragraphs = read(f"1. (C) A port.\n\n{lines}\n\n2. (C) It closed.").paragraphs
    assert paragraphs[0].text == "A port."
    assert paragraphs[-1].heading == heading


def test_a_heading_below_a_paragraph_that_has_no_text() -> None:
    assert headings("1. (C)\n\nQUAYS\n\n2. (C) It opened.") == [None, "QUAYS"]


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        pytest.param("1. A.\n\n1) (C) B.\n\n2) (C) C.\n\n2. D.", [1, 2], id="in a paragraph"),
        pytest.param(
            "1. A.\n\nB.\n\n1) B.\n\n2) C.\n\nD.\n\n1) E.\n\n2. F.\n\n3. G.", [1, 2, 3], id="twice"
        ),
        pytest.param("1. A.\n\n2) B.\n\n3. C.", [1, 2, 3], id="a wrong sign"),
        pytest.param("1) A.\n\n2) B.\n\n3) C.", [1, 2, 3], id="all paragraphs"),
        pytest.param("1. A.\n\n1) B.\n\n3) C.\n\n2. D.", [1, 2], id="an item lost"),
    ],
)
def test_items_that_are_counted_with_brackets(body: str, numbers: list[int]) -> None:
    assert [one.number for one in read(body).paragraphs] == numbers


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        pytest.param(
            "1. A.\n\n2. Boats:\n1. Aurora\n2. Boreas\n3. Cirrus\n4. Dora",
            ["A.", "Boats:\n1. Aurora\n2. Boreas\n3. Cirrus\n4. Dora"],
            id="under each other, past the number of the paragraph",
        ),
        pytest.param(
            "1. A.\n\n2. Boats:\n\n1. Aurora.\n2. Boreas.\n3. Cirrus.",
            ["A.", "Boats:\n1. Aurora.\n2. Boreas.\n3. Cirrus."],
            id="sentences",
        ),
        pytest.param(
            "1. A.\n\n2. Boats:\n\n1. Aurora.\n2. Boreas.\n\n3. C.",
            ["A.", "Boats:\n1. Aurora.\n2. Boreas.", "C."],
            id="a paragraph below them",
        ),
        pytest.param(
            "1. (C) A.\n\n2. (C) Boats:\n\n1. Aurora\n\n2. Boreas\n\n3. Cirrus",
            ["A.", "Boats:\n1. Aurora\n2. Boreas\n3. Cirrus"],
            id="apart, where paragraphs are marked",
        ),
        pytest.param(
            "1. (C) A.\n\n2. (C) Boats:\n\n1. Aurora\n\n2. Boreas\n\n3. C.\n\n4. (C) D.",
            ["A.", "Boats:\n1. Aurora\n2. Boreas", "C.", "D."],
            id="apart, with a marked paragraph that follows",
        ),
        pytest.param(
            "1. A.\n\n2. Boats:\n\n1. Aurora\n\n2. Boreas\n\n3. C.",
            ["A.", "Boats:\n1. Aurora\n2. Boreas", "C."],
            id="apart, where none is marked",
        ),
        pytest.param(
            "1. It closed on May\n1. It opened.\n2. B.",
            ["It closed on May 1. It opened.", "B."],
            id="a date",
        ),
        pytest.param(
            "1. Boats:\n\na. Aurora of\nb. Boreas, section\na.",
            ["Boats:\na. Aurora of\nb. Boreas, section a."],
            id="a letter that ends a sentence",
        ),
        pytest.param(
            "1. (C) By section\n\na.\n\n2. (C) B.",
            ["By section a.", "B."],
            id="a letter behind a blank line",
        ),
        pytest.param(
            "1. (C) By section\n\na.\n\nThe boats.\n\n2. (C) B.",
            ["By section\na.\nThe boats.", "B."],
            id="a letter with a text of its own",
        ),
    ],
)
def test_items_that_are_counted(body: str, texts: list[str]) -> None:
    assert [one.text for one in read(body).paragraphs] == texts


def test_what_closes_a_text_that_is_sent_along_is_no_heading() -> None:
    rows = "----------\nEND POINTS\n----------\n-----\nBOATS\n-----"
    first, second = read(f"1. (C) Begin points:\n\n-- It rains.\n{rows}\n\n2. (C) It.").paragraphs
    assert first.text.split("\n")[1:] == ["-- It rains.", "END POINTS"]
    assert second.heading == "BOATS"


def test_a_row_that_parts_what_follows_from_a_sentence() -> None:
    first, second = read("1. (C) A port.\n\nIt rains.\n\n* * *\n\n2. (C) It closed.").paragraphs
    assert (first.text, second.heading) == ("A port.\nIt rains.", None)


@pytest.mark.parametrize(
    ("line", "row", "heading"),
    [
        pytest.param("2. (C) The Old Quay", "-" * 19, "The Old Quay", id="as long as the line"),
        pytest.param("2. (C) COMMENT", "-" * 14, "COMMENT", id="a usual one"),
        pytest.param("2. (C) The Old Quay", "-" * 60, None, id="a longer row"),
        pytest.param("2. (C) The quay was shut", "-" * 24, None, id="a sentence"),
    ],
)
def test_a_heading_beside_the_number(line: str, row: str, heading: str | None) -> None:
    paragraph = read(f"1. (C) A port.\n\n{line}\n{row}\nIt closed.").paragraphs[-1]
    assert (paragraph.number, paragraph.marking, paragraph.heading) == (2, "C", heading)
    assert paragraph.text.endswith("It closed.")


@pytest.mark.parametrize(
    "row", ["-" * 12, " " * 3 + "-" * 12, "-" * 45 + " " + "-" * 6], ids=["", "spaces", "two parts"]
)
def test_a_row_of_dashes_beside_its_heading(row: str) -> None:
    body = f"1. (C) A port.\n\nThe Old Quay {row} \n\n2. (C) It closed."
    assert headings(body) == [None, "The Old Quay"]


@pytest.mark.parametrize(
    "field", ["Classified By: DCM Ann Example. Reasons: 1.4 (b).", "REF: ROME 12"]
)
@pytest.mark.parametrize("line", ["SUMMARY", "Summary -------", "SUMMARY\n-------"])
def test_the_heading_of_the_summary_right_below_the_fields(field: str, line: str) -> None:
    cable = parse_message(f"{FRONT.rstrip()}\n\n{field}\n{line}\n\n1. (C) It closed.").cable
    assert (cable.summary, len(cable.paragraphs)) == ("It closed.", 1)
    assert (cable.paragraphs[0].heading or "").upper() == "SUMMARY"


@pytest.mark.parametrize("mark", ["SBU", "C"])
def test_a_marked_text_right_below_the_references(mark: str) -> None:
    cable = parse_message(f"{FRONT.rstrip()}\nREF: ROME 12\n ({mark}) The envoy called.").cable
    assert len(cable.references) == 1
    assert [(one.marking, one.text) for one in cable.paragraphs] == [(mark, "The envoy called.")]


def test_a_mark_below_the_heading_beside_the_number() -> None:
    paragraph = read(
        "1. (C) A port.\n\n2. The Old Quay\n---------------\n(C) It closed."
    ).paragraphs[1]
    assert (paragraph.number, paragraph.marking) == (2, "C")
    assert (paragraph.heading, paragraph.text) == ("The Old Quay", "It closed.")


def test_a_mark_for_the_entire_text_alone() -> None:
    first, _ = read("1. (C - ENTIRE TEXT).\n\n2. The port closed.").paragraphs
    assert (first.marking, first.text) == ("C", "(C - ENTIRE TEXT).")


@pytest.mark.parametrize(
    ("above", "line", "row", "heading"),
    [
        pytest.param("It closed.", "The Old Quay", "-" * 12, "The Old Quay", id="its length"),
        pytest.param(
            "It closed.",
            "The old quay in spring",
            "-" * 22,
            "The old quay in spring",
            id="its length, in small letters",
        ),
        pytest.param("It closed.", "The Old Quay", "-" * 36, "The Old Quay", id="another length"),
        pytest.param(
            "It closed.", "Is It the Old Quay?", "-" * 36, "Is It the Old Quay?", id="a question"
        ),
        pytest.param("It closed.", "...And the Quay...", "-" * 36, "...And the Quay...", id="dots"),
        pytest.param(
            "It closed.", "Boats of the U.S.", "-" * 36, "Boats of the U.S.", id="initials"
        ),
        pytest.param("It closed.", "XXXXXXXXXXXX", "-" * 36, "XXXXXXXXXXXX", id="redacted"),
        pytest.param(
            "(Note: It closed. End note)",
            "The Old Quay",
            "-" * 36,
            "The Old Quay",
            id="below a note",
        ),
        pytest.param("It closed.", "The old quay in spring", "-" * 36, None, id="a sentence"),
        pytest.param("It closed.", "The Old Quay.", "-" * 36, None, id="full stop"),
        pytest.param("It closed at", "The Old Quay", "-" * 12, None, id="in mid-sentence"),
        pytest.param(
            "It closed at XXXXXXXX",
            "The Old Quay",
            "-" * 12,
            "The Old Quay",
            id="below a redaction",
        ),
    ],
)
def test_a_heading_right_below_the_text(
    above: str, line: str, row: str, heading: str | None
) -> None:
    body = f"1. (C) {above}\n{line}\n{row}\n\n2. (C) It opened."
    assert headings(body) == [None, heading]


def test_without_a_number_below_it_only_the_length_of_its_row_tells_a_heading() -> None:
    body = "1. (C) It closed.\nThe Old Quay\n{}\nIt opened."
    assert headings(body.format("-" * 12)) == [None, "The Old Quay"]
    assert headings(body.format("-" * 36)) == [None]


def test_a_row_below_a_paragraph_with_a_heading_closes_that() -> None:
    body = "1. (C) It.\nThe Old Quay\n----\n\n2. (C) It closed.\nThe New Quay\n----\n\n3. (C) It."
    assert headings(body) == [None, "The Old Quay", "The New Quay"]


@pytest.mark.parametrize(
    ("first", "heading"),
    [
        pytest.param("Boats, Quays and", "Boats, Quays and Ropes", id="one heading"),
        pytest.param("Boats and quays in", "Ropes", id="small letters"),
        pytest.param("Boats and Quays.", "Ropes", id="full stop"),
    ],
)
def test_a_heading_that_a_blank_line_divides(first: str, heading: str) -> None:
    body = f"1. (C) It closed.\n{first}\n\nRopes\n-----\n\n2. (C) It opened."
    cable = read(body)
    assert cable.paragraphs[1].heading == heading
    assert cable.paragraphs[0].text == ("It closed." if len(heading) > 5 else f"It closed. {first}")


def test_capitals_right_above_a_number_are_a_heading() -> None:
    assert headings("1. (C) It closed.\nOLD QUAY\n\u00b62. (C) It opened.") == [None, "OLD QUAY"]
    assert headings("1. (C) It closed at\nOLD QUAY\n\u00b62. (C) It opened.") == [None, None]


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        pytest.param("It has:\n\nBoats\n\nQuays", None, id="a list"),
        pytest.param("It has:\n\nQuays", None, id="one item"),
        pytest.param("It has:\n\nBoats.\n\nQuays", "Quays", id="below a sentence"),
        pytest.param("It has:\n\n-- Boats\n\nQuays", "Quays", id="below an item with a bullet"),
        pytest.param("It has:\n\nBoats\n\nQUAYS", "QUAYS", id="in capitals"),
        pytest.param("It has.\n\nBoats\n\nQuays", "Quays", id="no colon"),
        pytest.param("\n\nBOATS\n\nSHIPS\n\nQUAYS", "QUAYS", id="below a number alone"),
    ],
)
def test_what_a_colon_announces_is_no_heading(lines: str, heading: str | None) -> None:
    assert headings(f"1. (C) {lines}\n\n2. (C) It opened.")[1] == heading


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("BOATS\n\nIt sailed.", [None, "BOATS"], id="above small letters"),
        pytest.param("BOATS\n\nIT SAILED.", [None, None, None], id="above capitals"),
        pytest.param("BOATS\nQUAYS\n\nIt sailed.", [None, None, None], id="two lines"),
        pytest.param("BOATS SAILED.\n\nIt did.", [None, None, None], id="a sentence"),
        pytest.param("END TEXT\n\nIt sailed.", [None, None, None], id="the end of a text"),
        pytest.param("(U) BOATS\n\nIt sailed.", [None, None, None], id="a portion mark"),
    ],
)
def test_capitals_alone_are_a_heading_where_no_numbers_are(
    lines: str, expected: list[str | None]
) -> None:
    assert headings(f"The port closed.\n\n{lines}\n\nIt opened.") == [*expected, None]


def test_capitals_that_a_text_without_numbers_begins_with_are_no_heading() -> None:
    assert headings("MR. EXAMPLE\n\nThe port closed.") == [None, None]


@pytest.mark.parametrize(
    ("above", "row", "heading"),
    [
        pytest.param("It has:", "----", None, id="announced"),
        pytest.param("It has.", "----", "BOATS QUAYS AND ROPES", id="not announced"),
        pytest.param("It has:", "-" * 15, "BOATS QUAYS AND ROPES", id="underlined"),
        pytest.param("It has:", f"{'':20}{'-' * 15}", None, id="far to the right"),
    ],
)
def test_lines_that_a_colon_announces_above_a_row_that_underlines_none(
    above: str, row: str, heading: str | None
) -> None:
    body = f"1. (C) {above}\n\nBOATS\nQUAYS AND ROPES\n{row}\n\n2. (C) It opened."
    assert headings(body)[1] == heading
