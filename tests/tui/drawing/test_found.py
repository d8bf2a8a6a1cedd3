from __future__ import annotations

import pytest

from archive import Facet
from parser import Span
from tui.drawing.found import facets_line, hit_lines, months_line
from tui.drawing.glyphs import ASCII, UNICODE
from tui.drawing.line import Piece, Role, plain, width
from tui.months import Window, month_name, month_number

TEXT = "one two three four five six seven eight nine ten " * 10
FACETS = (
    Facet("class", "CONFIDENTIAL//NOFORN", 1200, "class:c/nf"),
    Facet("class", "SECRET", 3, "class:s"),
    Facet("tag", "PREL", 60, "tag:PREL"),
    Facet("tag", "PGOV", 7, "tag:PGOV"),
    Facet("year", "2004", 9, "date:2004"),
)


def test_the_lines_around_the_first_match() -> None:
    at = TEXT.index("seven", 200)
    lines = hit_lines(TEXT, [Span(at, at + 5)], 36, 3, "~")
    assert len(lines) == 3
    assert Piece("seven", Role.MATCH) in lines[1]


WORDS = " ".join(f"word{number:02}" for number in range(20))
"""Lines of three words where there are 20 columns."""


def at(number: int) -> Span:
    return Span(number * 7, number * 7 + 6)


@pytest.mark.parametrize(
    ("spans", "lines", "expected"),
    [
        pytest.param((), 2, ["word00 word01 word02", "word03 word04 word05"], id="no match"),
        pytest.param((at(2),), 2, ["word00 word01 word02", "word03 word04 word05"], id="first"),
        pytest.param((at(6),), 1, ["~word06 word07"], id="one line"),
        pytest.param((at(6),), 2, ["~word04 word05", "word06 word07 word08"], id="two lines"),
        pytest.param(
            (at(6),),
            3,
            ["~word04 word05", "word06 word07 word08", "word09 word10 word11"],
            id="in the middle of three",
        ),
        pytest.param((at(19),), 2, ["~word15 word16", "word17 word18 word19"], id="at the end"),
        pytest.param(
            (at(19),),
            9,
            [
                *("word00 word01 word02", "word03 word04 word05", "word06 word07 word08"),
                *("word09 word10 word11", "word12 word13 word14", "word15 word16 word17"),
                "word18 word19",
            ],
            id="room for all",
        ),
    ],
)
def test_lines_of_a_hit(spans: tuple[Span, ...], lines: int, expected: list[str]) -> None:
    drawn = hit_lines(WORDS, spans, 20, lines, "~")
    assert list(map(plain, drawn)) == expected
    marked = "".join(piece.text for line in drawn for piece in line if piece.role is Role.MATCH)
    assert marked == "".join(WORDS[slice(*span)] for span in spans)


TOLD = (
    "The U.S. asked Mr. Rusk for the list. He kept it. The port had closed, he said, and the "
    "ministry would answer by June. Nobody did."
)


@pytest.mark.parametrize(
    ("word", "lines", "begins"),
    [
        pytest.param("Rusk", 3, "The U.S. asked Mr.", id="the paragraph, where that is near"),
        pytest.param("kept", 1, "~He kept it. The port", id="its sentence"),
        pytest.param("port", 2, "~He kept it. The port", id="the one before"),
        pytest.param("ministry", 1, "~the ministry would", id="a word, where no sentence fits"),
        pytest.param("ministry", 2, "~he said, and the", id="a word before it"),
        pytest.param("Nobody", 2, "~would answer by", id="as much as fits, at the end"),
        pytest.param("did", 1, "~Nobody did.", id="the last sentence"),
    ],
)
def test_a_hit_begins_with_a_sentence_or_a_word(word: str, lines: int, begins: str) -> None:
    at = TOLD.index(word)
    drawn = hit_lines(TOLD, [Span(at, at + len(word))], 21, lines, "~")
    assert plain(drawn[0]) == begins
    assert any(piece == Piece(word, Role.MATCH) for line in drawn for piece in line)


def test_a_paragraph_of_several_lines_is_one_text() -> None:
    assert [plain(line) for line in hit_lines("a\nb", (), 36, 3, "~")] == ["a b"]


@pytest.mark.parametrize("cells", [1, 5, 30])
@pytest.mark.parametrize("spans", [(), (Span(0, 3),), (Span(len(TEXT) - 4, len(TEXT)),)])
def test_a_hit_fits(cells: int, spans: tuple[Span, ...]) -> None:
    lines = hit_lines(TEXT, spans, cells, 3, "~")
    assert 1 <= len(lines) <= 3
    assert all(width(line) <= cells for line in lines)


def test_a_match_across_a_line_break_is_marked_on_both() -> None:
    lines = hit_lines("aaaa bbbb cccc", [Span(5, 14)], 10, 3, "~")
    marked = [piece.text for line in lines for piece in line if piece.role is Role.MATCH]
    assert marked == ["bbbb", "cccc"]


@pytest.mark.parametrize(
    ("cells", "drawn"),
    [
        pytest.param(80, " class C/NF 1,200 S 3 · TAGS PREL 60 PGOV 7", id="all but the years"),
        pytest.param(42, " class C/NF 1,200 S 3 · TAGS PREL 60", id="one value less"),
        pytest.param(33, " class C/NF 1,200 · TAGS PREL 60", id="one of each field"),
        pytest.param(20, " class C/NF 1,200", id="no room for the second field"),
        pytest.param(15, " TAGS PREL 60", id="no room for the first field"),
        pytest.param(5, "", id="no room"),
    ],
)
def test_facets(cells: int, drawn: str) -> None:
    assert plain(facets_line(FACETS, cells, UNICODE)) == drawn


@pytest.mark.parametrize(
    ("months", "window", "expected"),
    [
        pytest.param((), None, "", id="no dates"),
        pytest.param((("2009-04", 3),), None, " 2009-04 % 2009-04", id="one month"),
        pytest.param(
            (("2008-11", 8), ("2009-01", 1), ("2009-02", 4)),
            Window(month_number("2009-02")),
            " 2008-11 % .= 2009-02 2009-02: 4",
            id="one looked at, one without cables",
        ),
        pytest.param(
            (("2008-11", 8), ("2009-01", 1), ("2009-02", 4)),
            Window(month_number("2008-12"), 3),
            " 2008-11 % .= 2009-02 2008-12..2009-02: 5",
            id="some looked at",
        ),
    ],
)
def test_months(months: tuple[tuple[str, int], ...], window: Window | None, expected: str) -> None:
    assert plain(months_line(months, window, 60, ASCII)) == expected


@pytest.mark.parametrize(
    ("counts", "bars"),
    [
        pytest.param((8, 4, 1), "█▄▁", id="shares of the most"),
        pytest.param((100, 1, 0), "█▁ ", id="one is seen, none is not"),
        pytest.param((1, 1, 1), "███", id="all alike"),
    ],
)
def test_the_height_of_a_bar(counts: tuple[int, ...], bars: str) -> None:
    months = tuple((f"2009-{month:02}", count) for month, count in enumerate(counts, 4))
    assert plain(months_line(months, None, 60, UNICODE)) == f" 2009-04 {bars} 2009-06"


def test_the_bars_of_a_window_stand_out() -> None:
    months = tuple((f"2009-{month:02}", 3) for month in range(1, 7))
    line = months_line(months, Window(month_number("2009-02"), 2), 60, ASCII)
    assert [piece.role for piece in line[1:7]] == [
        Role.LABEL,
        *(Role.MATCH, Role.MATCH),
        *(Role.LABEL, Role.LABEL, Role.LABEL),
    ]
    assert line[-1] == Piece(" 2009-02..2009-03: 6", Role.STRONG)


def test_a_facet_of_a_post_has_its_field() -> None:
    facets = (Facet("from", "Embassy \x1b Lima", 12, "from:x"),)
    assert plain(facets_line(facets, 80, ASCII)) == " from Embassy \u241b Lima 12"


def test_more_months_than_columns_are_joined() -> None:
    months = tuple((name, 1) for name in map(month_name, range(1966 * 12, 2010 * 12 + 2)))
    line = months_line(months, None, 60, UNICODE)
    assert width(line) <= 60
    assert plain(line).endswith("2010-02")
