"""The text of a cable as it was sent, and raw: `as_sent.py`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser import Cable, Metadata, Paragraph, Repair, RepairKind, Span
from tests.tui.drawing.pages import HARBOR, NOTHING, RAW, lines, page_of, texts
from tui.drawing.as_sent import AsSent
from tui.drawing.body import Form, Look
from tui.drawing.glyphs import ASCII
from tui.drawing.line import Role, plain

SENT, WHITE = Look(cells=40, form=Form.AS_SENT), Look(cells=40, form=Form.RAW)
BULLET = RAW.index("-- a")
WORDS = ["UNCLAS LIMA", "THE HARBOR", "1. (SBU)", "ashore", "2. (C)", "a third", "12. Comment"]


def sent(raw: str, *texts: str, repairs: tuple[Repair, ...] = ()) -> Cable:
    """A cable whose paragraphs are these parts of a raw text."""
    spans = [Span(raw.index(text), raw.index(text) + len(text)) for text in texts]
    paragraphs = tuple(
        Paragraph(number, None, None, text, span)
        for number, (text, span) in enumerate(zip(texts, spans, strict=True), 1)
    )
    return Cable(raw=raw, metadata=Metadata("made"), paragraphs=paragraphs, repairs=repairs)


@pytest.mark.parametrize(
    ("cable", "look", "expected"),
    [
        pytest.param(HARBOR, SENT, RAW.splitlines(), id="a cable"),
        pytest.param(
            HARBOR,
            replace(SENT, cells=27),
            [
                "UNCLAS LIMA",
                "",
                "THE HARBOR",
                "",
                "1. (SBU) The pil ots",
                "stay",
                "ashore.",
                "",
                "FICTION 002 OF 002",
                "",
                "2. (C) Two ships wait",
                "(05LIMA22), and",
                "a third XXXXXXXX went",
                "on.",
                "-- a bullet of some",
                "words that go on",
                "",
                "12. Comment. End.",
                "",
                "THORNE",
            ],
            id="narrow: broken at spaces",
        ),
        pytest.param(
            sent("one  two  three four five\n"),
            replace(WHITE, cells=15),
            ["one  two  th", "ree four fiv", "e"],
            id="raw: broken where the line ends",
        ),
        pytest.param(
            sent("one\ttwo \n \nthree  "), WHITE, ["one→two·", "·", "three··"], id="white"
        ),
        pytest.param(
            sent("one\ttwo  \n"), replace(WHITE, glyphs=ASCII), ["one>two.."], id="white, in ASCII"
        ),
        pytest.param(sent("one\r\ntwo\r\n"), SENT, ["one", "two"], id="ends of lines"),
        pytest.param(NOTHING, SENT, ["UNCLAS"], id="no paragraph"),
        pytest.param(Cable(raw="", metadata=Metadata("made")), SENT, [""], id="nothing"),
        pytest.param(
            HARBOR,
            replace(SENT, is_narrowed=True, matches={2: (Span(0, 3),)}),
            ["12. Comment. End.", "", "THORNE"],
            id="only paragraphs with a hit",
        ),
        pytest.param(
            HARBOR, replace(SENT, is_narrowed=True), RAW.splitlines(), id="none has one: all"
        ),
    ],
)
def test_the_page(cable: Cable, look: Look, expected: list[str]) -> None:
    assert [text[2:] for text in texts(page_of(cable, look))] == expected


def test_a_line_that_was_broken_has_its_sign() -> None:
    drawn = texts(page_of(sent("one two three four"), Look(cells=13, form=Form.AS_SENT)))
    assert drawn == ["  one two", " ↪three four"]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("look", [SENT, WHITE], ids=["sent", "raw"])
def test_a_character_of_the_raw_text_stands_on_its_line(look: Look, word: str) -> None:
    source = AsSent(HARBOR, look)
    place = source.place_of(RAW.index(word), source.lines)
    line = source.lines(place.unit)[place.line]
    assert plain(source.draw(place.unit, line)).strip().startswith(word)
    assert source.raw_at(place.unit, line) == RAW.index(word)


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        pytest.param(0, (0, 0), id="the first"),
        pytest.param(RAW.index("THE HARBOR") - 1, (0, 1), id="the end of a line"),
        pytest.param(RAW.index("stay"), (1, 0), id="inside a line"),
        pytest.param(len(RAW), (3, 2), id="the last"),
        pytest.param(len(RAW) + 99, (3, 2), id="behind it"),
    ],
)
def test_place_of(raw: int, place: tuple[int, int]) -> None:
    source = AsSent(HARBOR, SENT)
    assert source.place_of(raw, source.lines) == place


@pytest.mark.parametrize(
    ("position", "offsets", "expected"),
    [
        pytest.param(0, [0, 4, 16], [(1, 0), (1, 0), (1, 1)], id="around a repair"),
        pytest.param(1, [0, 31, 57, 92], [(2, 0), (2, 1), (2, 2), (2, 2)], id="lines of a bullet"),
        pytest.param(2, [0, 9], [(3, 0), (3, 0)], id="the last"),
    ],
)
def test_characters_of_a_paragraph(
    position: int, offsets: list[int], expected: list[tuple[int, int]]
) -> None:
    source = AsSent(HARBOR, SENT)
    assert source.places(position, offsets, source.lines) == expected


def test_a_paragraph_begins_with_its_number_on_a_line_of_its_own() -> None:
    cable = replace(
        HARBOR,
        raw="1. (C)\nText here.",
        paragraphs=(Paragraph(1, "C", None, "Text here.", Span(0, 17)),),
        repairs=(),
    )
    source = AsSent(cable, SENT)
    assert source.places(0, [0, 1], source.lines) == [(0, 0), (0, 1)]


def test_a_cable_without_paragraphs_has_places_all_the_same() -> None:
    source = AsSent(NOTHING, SENT)
    assert source.places(0, [0, 5], source.lines) == [(0, 0), (0, 0)]
    assert source.position(0) == 0


@pytest.mark.parametrize(
    ("look", "positions", "units", "shows"),
    [
        pytest.param(SENT, [0, 0, 1, 2], [1, 2, 3], [True, True, True], id="all"),
        pytest.param(
            replace(SENT, is_narrowed=True, matches={1: (Span(0, 1),)}),
            [1],
            [0, 0, 0],
            [False, True, False],
            id="a hit",
        ),
    ],
)
def test_units_and_paragraphs(
    look: Look, positions: list[int], units: list[int], shows: list[bool]
) -> None:
    source = AsSent(HARBOR, look)
    assert [source.position(unit) for unit in range(len(source))] == positions
    assert [source.unit(position) for position in range(3)] == units
    assert [source.shows(position) for position in range(3)] == shows


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        pytest.param(
            SENT,
            [
                ("pil ots", Role.REPAIR, 'The source has "pil ots", read as "pilots".'),
                (
                    "FICTION 002 OF 002",
                    Role.REPAIR,
                    'A page mark was lifted out here: "FICTION 002 OF 002".',
                ),
                ("05LIMA22", Role.LINK, "05LIMA22"),
            ],
            id="as sent: repairs and cables",
        ),
        pytest.param(WHITE, [("05LIMA22", Role.LINK, "05LIMA22")], id="raw: cables"),
    ],
)
def test_what_can_be_followed(look: Look, expected: list[tuple[str, Role, str]]) -> None:
    assert [
        (piece.text, piece.role, piece.target.value)
        for line in lines(page_of(HARBOR, look))
        for piece in line
        if piece.target
    ] == expected


@pytest.mark.parametrize(
    ("look", "units"), [(SENT, [False, True, True, False]), (WHITE, [False, False, True, False])]
)
def test_units_with_something_to_follow(look: Look, units: list[bool]) -> None:
    source = AsSent(HARBOR, look)
    assert [source.targets(unit) for unit in range(len(source))] == units


def test_with_hits_all_is_shown_unless_only_those_were_asked_for() -> None:
    look = replace(SENT, matches={1: (Span(0, 3),)})
    assert [text[2:] for text in texts(page_of(HARBOR, look))] == RAW.splitlines()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        pytest.param(
            RepairKind.PARAGRAPH_NUMBER,
            'The source numbers this paragraph "11"; by its place it is 1.',
            id="told of with its paragraph",
        ),
        pytest.param(RepairKind.LETTER_CASE, None, id="what stands on every line is not told of"),
    ],
)
def test_a_repair_in_the_first_paragraph(kind: RepairKind, said: str | None) -> None:
    cable = sent("11. Text.", "11. Text.", repairs=(Repair(kind, Span(0, 1), "1", ""),))
    target = page_of(cable, SENT).target
    assert (target and target.value) == said


def test_a_repair_above_the_text_is_marked_as_well() -> None:
    repair = Repair(RepairKind.SPLIT_WORD, Span(0, 7), "UNC LAS", "UNCLAS")
    cable = sent("UNC LAS LIMA\n\n1. Text.\n", "1. Text.", repairs=(repair,))
    assert page_of(cable, SENT).target.value == 'The source has "UNC LAS", read as "UNCLAS".'


@pytest.mark.parametrize(
    ("spans", "marked"),
    [
        pytest.param((Span(4, 10),), ["pil ots"], id="a repaired word, whole"),
        pytest.param((Span(0, 10),), ["The ", "pil ots"], id="up to it"),
        pytest.param((Span(4, 15),), ["pil ots", " stay"], id="beyond it"),
        pytest.param((Span(11, 23),), ["stay", "ashore."], id="over the end of a line"),
        pytest.param((Span(22, 23),), ["."], id="its last character"),
        pytest.param((), [], id="none"),
    ],
)
def test_what_matched_is_marked(spans: tuple[Span, ...], marked: list[str]) -> None:
    drawn = lines(page_of(HARBOR, replace(SENT, matches={0: spans})))
    found = [piece.text for line in drawn for piece in line if piece.role is Role.MATCH]
    assert found == marked


def test_marks_follow_the_text_through_cleaning() -> None:
    repair = Repair(RepairKind.SPLIT_WORD, Span(8, 13), "ab cd", "abcd")
    cable = sent("1. \u200bOne ab cd.", "1. \u200bOne ab cd.", repairs=(repair,))
    assert repair.before == cable.raw[slice(*repair.span)]
    drawn = lines(page_of(cable, SENT))
    assert [piece.text for line in drawn for piece in line if piece.target] == ["ab cd"]


LONG = "".join(f"line {number}\n" for number in range(5000))


def test_a_long_text_is_cut_into_units_between_lines() -> None:
    source = AsSent(sent(LONG), SENT)
    assert 2 < len(source) < 5
    drawn = [
        plain(source.draw(unit, line)).strip()
        for unit in range(len(source))
        for line in source.lines(unit)
    ]
    assert drawn == LONG.splitlines()
    place = source.place_of(LONG.index("line 4321"), source.lines)
    assert plain(source.draw(place.unit, source.lines(place.unit)[place.line])) == "  line 4321"


@pytest.mark.parametrize(
    ("position", "offset", "above"),
    [
        pytest.param(0, 0, RAW.index("1. "), id="the first"),
        pytest.param(1, 93, RAW.index("12. "), id="the end of the second"),
        pytest.param(2, 0, RAW.index("12. "), id="the third"),
        pytest.param(2, 999, len(RAW), id="never below the text"),
    ],
)
def test_how_much_of_the_text_stands_above_a_hit(position: int, offset: int, above: int) -> None:
    assert AsSent(HARBOR, SENT).share_of(position, offset) == pytest.approx(above / len(RAW))


def test_how_much_of_the_text_stands_above_a_line() -> None:
    source = AsSent(HARBOR, SENT)
    assert source.share(0, source.lines(0)[0]) == 0
    assert source.share(2, source.lines(2)[2]) == BULLET / len(RAW)
