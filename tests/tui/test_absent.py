"""When a cable that is not held must have been sent, and the rows of its page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from archive import CableRow, Citation
from parser import Paragraph, Reference, Span
from tests.tui.fake_archive import FakeArchive, make_cable
from tui.absent import Absent
from tui.absent import absent as collected
from tui.drawing.absent import Neighbour, absent_line, absent_rows, absent_title, when
from tui.drawing.glyphs import ASCII, UNICODE
from tui.drawing.line import plain, width
from tui.drawing.passages import Passage, passage_line, passage_lines


def row(serial: int, day: int | None) -> CableRow:
    mrn = f"09ANSELM{serial}"
    created = datetime(2009, 4, day, tzinfo=UTC) if day else None
    return CableRow(serial, mrn, mrn, created, "SECRET", None, "SALT", 3)


def citing_row(day: int) -> CableRow:
    return replace(row(day, day), reference_id=f"09PARIS{day}", classification=None, subject="FISH")


def absent(before: CableRow | None, after: CableRow | None, *cited: int) -> Absent:
    passages = tuple(Passage(citing_row(day), 2, 4, "see 9 ANSELM") for day in cited)
    return Absent("09ANSELM9", passages, before, after)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(absent(row(7, 2), row(12, 9)), "between 2009-04-02 and 2009-04-09", id="both"),
        pytest.param(absent(row(7, 2), row(12, 2)), "on 2009-04-02", id="the same day"),
        pytest.param(absent(row(7, 2), None), "on or after 2009-04-02", id="before it"),
        pytest.param(absent(None, row(12, 9)), "by 2009-04-09", id="after it"),
        pytest.param(
            absent(row(7, 2), row(12, 9), 5), "between 2009-04-02 and 2009-04-05", id="cited sooner"
        ),
        pytest.param(absent(None, None, 8, 6), "by 2009-04-06", id="citations alone"),
        pytest.param(absent(row(7, 20), row(12, 9), 6), "by 2009-04-06", id="contradiction"),
        pytest.param(absent(row(7, None), row(12, None)), None, id="undated"),
    ],
)
def test_when(page: Absent, expected: str | None) -> None:
    likely = f"Likely sent {expected}." if expected else "When it was sent cannot be told."
    assert when(page) == likely


def test_the_rows() -> None:
    page = absent(row(7, 2), row(12, 9), 5)
    assert [plain(absent_line(one, 60, UNICODE)).rstrip() for one in absent_rows(page, 60)] == [
        " 1 cable cites it in 1 place.",
        " Likely sent between 2009-04-02 and 2009-04-05.",
        " Held nearest to it in the series of its post",
        " ( 09ANSELM7         2009-04-02 S    SALT          2 before",
        " ) 09ANSELM12        2009-04-09 S    SALT           3 after",
        " Cited in",
        " 09PARIS5         ¶4        2009-04-05      FISH",
        "      see 9 ANSELM",
    ]


@pytest.mark.parametrize(
    ("position", "number", "where"),
    [
        pytest.param(2, 4, " ¶4 ", id="as printed"),
        pytest.param(2, None, " ¶3 ", id="without a number: counted"),
        pytest.param(None, None, " REF line ", id="the header"),
    ],
)
def test_where_it_is_cited(position: int | None, number: int | None, where: str) -> None:
    passage = Passage(row(5, None), position, number)
    (line,) = passage_lines([passage], 2, 60)
    assert where in plain(passage_line(line, 2, 60, UNICODE))


@pytest.mark.parametrize("cells", [1, 10, 40, 200])
def test_rows_fit(cells: int) -> None:
    for one in absent_rows(absent(row(7, 2), row(12, 9), 5), cells):
        line = absent_line(one, cells, ASCII)
        assert width(line) <= cells
        assert plain(line).isascii()


UNKNOWN = CableRow(9, "09ANSELM9", "09ANSELM9", None, None, None, None, 3)
LONG = replace(
    row(7, 2),
    reference_id="09SECTION01OF02ANSELM7",
    classification="SECRET//NOFORN",
    subject="FISHERIES TALKS: A QUIET SECOND ROUND",
)
WIDE = replace(row(7, None), subject="漁業交渉 " * 9)


@pytest.mark.parametrize(
    ("neighbour", "cells", "expected"),
    [
        pytest.param(
            Neighbour(UNKNOWN, "(", 1),
            60,
            " ( 09ANSELM9                         (no subject)  1 before",
            id="bare",
        ),
        pytest.param(
            Neighbour(LONG, ")", 1204),
            80,
            " ) 09SECTION01OF02ANSELM7 2009-04-02 S/NF FISHERIES TALKS: A QUIET… 1,204 after",
            id="long",
        ),
        pytest.param(
            Neighbour(WIDE, ")", 2),
            60,
            " ) 09ANSELM7                    S    漁業交渉 漁業… 2 after",
            id="wide",
        ),
        pytest.param(Neighbour(LONG, "(", 2), 20, " ( 09SECTION01OF02AN", id="hardly any room"),
    ],
)
def test_a_neighbour(neighbour: Neighbour, cells: int, expected: str) -> None:
    line = absent_line(neighbour, cells, UNICODE)
    assert plain(line) == expected
    assert cells - 1 <= width(line) <= cells


@pytest.mark.parametrize(
    ("page", "first"),
    [
        pytest.param(absent(None, None, 5), "1 cable cites it in 1 place.", id="one"),
        pytest.param(absent(None, None, 5, 6), "2 cables cite it in 2 places.", id="two"),
        pytest.param(absent(None, None, 5, 5), "1 cable cites it in 2 places.", id="one, twice"),
        pytest.param(absent(None, None), "0 cables cite it in 0 places.", id="none"),
    ],
)
def test_who_cites_it(page: Absent, first: str) -> None:
    rows = [plain(absent_line(one, 60, UNICODE)).strip() for one in absent_rows(page, 60)]
    assert rows[0] == first
    assert rows[2] == "Cited in"  # nothing is held near it
    assert absent_title(page) == "09ANSELM9 is not held"


TEXT = "See 09 ANSELM 9, also REF B,\x1b and 09ANSELM9 again; not 09 ANSELM 8."


def citing(position: int | None, number: int | None) -> Absent:
    """Collect what an archive knows whose first cable cites one that is not held."""
    one = make_cable(0)
    paragraph = Paragraph(4, None, None, TEXT, Span(0, 9))
    cited = tuple(Reference(mrn, label, mrn) for label, mrn in (("A", "x"), ("B", "09ANSELM9")))
    held = replace(one, paragraphs=(*one.paragraphs[:2], paragraph), references=cited)

    class Citing(FakeArchive):
        def citing(self, mrn: str) -> tuple[Citation, ...]:
            assert mrn == "09ANSELM9"
            return (
                Citation("09ANSELM9", self.row(0), "B", mrn, position, number),
                Citation("09ANSELM9", None, "A", mrn, None),
            )

    return collected(Citing(cables=[held, make_cable(1)]), "09ANSELM9")


@pytest.mark.parametrize(
    ("position", "number", "named"),
    [
        pytest.param(
            2, 4, ["09 ANSELM 9", "REF B", "09ANSELM9"], id="a paragraph: wherever it names it"
        ),
        pytest.param(None, None, [], id="the REF line: without a text"),
    ],
)
def test_what_the_archive_knows_of_it(
    position: int | None, number: int | None, named: list[str]
) -> None:
    page = citing(position, number)
    assert (page.mrn, page.before, page.after and page.after.key) == ("09ANSELM9", None, 0)
    (place,) = page.passages  # a citation of a cable that is not held itself leads nowhere
    assert (place.row.key, place.row.reference_id, place.position, place.number) == (
        *(0, "04ANSELM100"),
        *(position, number),
    )
    assert (place.row.classification, place.row.subject) == (
        "UNCLASSIFIED",
        "HARBOR PILOTS STRIKE ENTERS THIRD WEEK",
    )
    assert [place.text[span.start : span.end] for span in place.spans] == named
    assert "\x1b" not in place.text
