from __future__ import annotations

import pytest

from archive import Count, Order, Results
from tui.drawing.bar import Bar, bar_lines
from tui.drawing.glyphs import ASCII, UNICODE, Glyphs
from tui.drawing.line import plain, width
from tui.selection import Selection
from tui.wording import counted


def results(**fields: object) -> Results:
    made = {
        "query": "salt",
        "understood": '"salt"',
        "hits": (),
        "paragraphs": Count(12),
        "cables": Count(4),
    }
    return Results(**(made | fields))


def texts(
    selection: Selection, found: Results | None, cells: int = 70, rows: int = 24
) -> list[str]:
    lines = bar_lines(Bar(selection, found, Count(4)), cells, rows, UNICODE)
    assert all(width(line) <= cells for line in lines)
    return [plain(line).rstrip() for line in lines]


@pytest.mark.parametrize(
    ("selection", "first"),
    [
        pytest.param(Selection(), " All cables  4 cables  by date", id="all"),
        pytest.param(
            Selection().search("salt").narrow("class:c"),
            f" salt {UNICODE.crumb} class:c  4 cables  by rank",
            id="narrowed twice",
        ),
        pytest.param(
            Selection().sorted_by(Order.POST).turned(),
            " All cables  4 cables  by post reversed",
            id="reversed",
        ),
    ],
)
def test_first_line(selection: Selection, first: str) -> None:
    (line,) = texts(selection, None)
    assert line.split() == first.split()


@pytest.mark.parametrize(
    ("glyphs", "word"),
    [
        pytest.param(UNICODE, '"salt…"', id="Unicode"),
        pytest.param(ASCII, '"salt..."', id="ASCII alone"),
    ],
)
def test_a_word_that_may_go_on(glyphs: Glyphs, word: str) -> None:
    bar = Bar(Selection().search("salt"), results(understood='"salt…"'), Count(4))
    assert plain(bar_lines(bar, 70, 24, glyphs)[1]).rstrip().endswith(f"with {word}")


def test_where_there_is_little_room_the_query_matters_more_than_the_order() -> None:
    (line,) = texts(Selection().search("salt road from:anselm"), None, 28)
    assert line.startswith(" salt road")
    assert line.endswith(" 4 cables")


@pytest.mark.parametrize(
    ("found", "second"),
    [
        pytest.param(results(), ' 12 paragraphs with "salt"', id="understood"),
        pytest.param(results(paragraphs=Count(1)), ' 1 paragraph with "salt"', id="one"),
        pytest.param(
            results(paragraphs=Count(1000, is_exact=False)),
            ' 1,000+ paragraphs with "salt"',
            id="more than were counted",
        ),
        pytest.param(
            results(unknown=("zzyx",), suggestion="salt road"),
            ' not found: zzyx  ~ did you mean salt road  12 paragraphs with "salt"',
            id="a word that is nowhere",
        ),
        pytest.param(
            results(unclear=("date:soon",)),
            ' not understood: date:soon  12 paragraphs with "salt"',
            id="a value that is none",
        ),
    ],
)
def test_second_line(found: Results, second: str) -> None:
    assert texts(Selection().search("salt"), found)[1] == second


LONG = results(
    suggestion="harbormaster letter",
    understood='"harbormastr" (as harbormaster) and "lettr" (as letter, letters), from anselm',
)


@pytest.mark.parametrize(
    ("cells", "rows", "sentence"),
    [
        pytest.param(
            80,
            24,
            [
                ' ~ did you mean harbormaster letter  12 paragraphs with "harbormastr" (as',
                ' harbormaster) and "lettr" (as letter, letters), from anselm',
            ],
            id="two lines",
        ),
        pytest.param(
            80,
            16,
            [' ~ did you mean harbormaster letter  12 paragraphs with "harbormastr" (as …'],
            id="few rows: one line",
        ),
        pytest.param(
            40,
            24,
            [" ~ did you mean harbormaster letter  12", ' paragraphs with "harbormastr" (as …'],
            id="narrow",
        ),
        pytest.param(
            40,
            30,
            [
                " ~ did you mean harbormaster letter  12",
                ' paragraphs with "harbormastr" (as',
                ' harbormaster) and "lettr" (as letter, …',
            ],
            id="narrow and high: three lines",
        ),
        pytest.param(6, 24, [" ~ did", " you …"], id="hardly any room"),
        pytest.param(1, 24, [" ", " "], id="none"),
    ],
)
def test_a_sentence_is_broken_between_words(cells: int, rows: int, sentence: list[str]) -> None:
    assert texts(Selection().search("salt"), LONG, cells, rows)[1:] == [
        line.rstrip() for line in sentence
    ]


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        pytest.param(24, 5, id="as many lines as it needs"),
        pytest.param(6, 3, id="half the screen at most"),
    ],
)
def test_where_nothing_is_listed_the_sentence_is_whole(rows: int, count: int) -> None:
    bar = Bar(Selection().search("salt"), LONG, Count(0))
    lines = bar_lines(bar, 34, rows, UNICODE)[1:]
    assert len(lines) == count
    assert plain(lines[-1]).endswith(UNICODE.more) == (rows < 24)


@pytest.mark.parametrize(
    ("suggestion", "said"),
    [
        pytest.param('salt & tag:"PREL"', "salt", id="one of two"),
        pytest.param('salt & tag:"PGOV"', 'salt & tag:"PGOV"', id="both"),
        pytest.param("salt road", "salt road", id="of another form"),
    ],
)
def test_what_is_meant_otherwise_is_suggested_alone(suggestion: str, said: str) -> None:
    selection = Selection().search("slat").narrow('tag:"PREL"')
    line = texts(selection, results(suggestion=suggestion))[1]
    assert line.startswith(f" ~ did you mean {said}  12 paragraphs")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        pytest.param("salt NOT road", "for NOT write -word  ", id="NOT"),
        pytest.param('road "salt NOT sugar"', "", id="in a phrase"),
        pytest.param(
            "road \u201csalt NOT sugar\u201d OR a AND b", "for AND write a space  ", id="behind one"
        ),
        pytest.param("a AND b NOT c", "for AND write a space  for NOT write -word  ", id="both"),
        pytest.param("salt and not road", "", id="words"),
        pytest.param("SALT AND NOT ROAD", "", id="a line of a cable"),
    ],
)
def test_signs_of_other_query_languages(query: str, said: str) -> None:
    line = texts(Selection().search(query), results())[1]
    assert line == f' {said}12 paragraphs with "salt"'


def test_a_hostile_query_is_harmless() -> None:
    lines = texts(Selection().search("\x1b[2J"), results(understood="\x9b", unknown=("\x07",)))
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for line in lines for c in line)


def test_counted() -> None:
    assert counted(1, "cable") == "1 cable"
    assert counted(251_287, "cable") == "251,287 cables"


@pytest.mark.parametrize(
    ("found", "listed", "right"),
    [
        pytest.param(results(), 12, "12 paragraphs  by rank", id="all"),
        pytest.param(
            results(paragraphs=Count(900)), 200, "200 of 900 paragraphs  by rank", id="best"
        ),
        pytest.param(results(is_of_cables=True), 4, "4 paragraphs  by rank", id="fields alone"),
    ],
)
def test_paragraphs_are_counted_where_they_are_listed(
    found: Results, listed: int, right: str
) -> None:
    selection = Selection().search("salt").other_view
    first, second = bar_lines(Bar(selection, found, Count(listed)), 80, 24, UNICODE)
    assert plain(first).rstrip().endswith(right)
    assert plain(second).startswith(' "salt"' if found.is_of_cables else ' 4 cables with "salt"')


def test_parts_alone_are_said_to_be_parts() -> None:
    found = results(paragraphs=Count(0), cables=Count(0))
    assert texts(Selection().search("salt"), found)[1] == ' only parts of "salt"'
    lines = bar_lines(Bar(Selection().search("salt"), found, Count(0)), 70, 24, UNICODE)
    assert plain(lines[1]).rstrip() == ' 0 paragraphs with "salt"'


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        pytest.param(44, f" All cables{'4 cables  by date':>32} ", id="room"),
        pytest.param(34, f" All cables{'4 cables  by date':>22} ", id="hardly"),
        pytest.param(28, f" All cables{'4 cables':>16} ", id="the order gives way"),
        pytest.param(18, " All …   4 cables ", id="and what is listed"),
    ],
)
def test_the_first_line_fills_its_columns(cells: int, first: str) -> None:
    (line,) = bar_lines(Bar(Selection(), None, Count(4)), cells, 24, UNICODE)
    assert (plain(line), width(line)) == (first, cells)


@pytest.mark.parametrize(("cells", "rows"), [(26, 1), (25, 2)])
def test_a_sentence_uses_all_columns_but_the_first(cells: int, rows: int) -> None:
    assert len(texts(Selection().search("salt"), results(), cells)) == rows + 1
