"""The real documents beside the project come out exactly right, field by field."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

import parser
from parser import Cable, Parsed, Precedence, RepairKind

SHARED = Path(__file__).parents[2] / ".." / "shared"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the real documents are not here")


@cache
def read(pattern: str) -> tuple[Parsed, ...]:
    [path] = SHARED.glob(pattern)
    return tuple(parser.read(path))


def cable(pattern: str) -> Cable:
    return read(pattern)[0].cable


def scoop() -> Cable:
    return cable("seeds/000_*")


def page() -> Cable:
    return cable("seeds/004_*")


@pytest.mark.parametrize(
    ("of", "field", "value"),
    [
        pytest.param(scoop, "mrn", "07MEXICO4598", id="id worked out"),
        pytest.param(scoop, "created", datetime(2007, 8, 27, 20, 6, tzinfo=UTC), id="time of 000"),
        pytest.param(scoop, "origin", "Embassy Mexico", id="post of 000"),
        pytest.param(scoop, "signed_by", (), id="no signature is made up"),
        pytest.param(page, "mrn", "09MEXICO1055", id="id of the page"),
        pytest.param(page, "created", datetime(2009, 4, 14, 16, 11, tzinfo=UTC), id="time"),
        pytest.param(page, "released", datetime(2011, 8, 30, 1, 44, tzinfo=UTC), id="release"),
        pytest.param(page, "origin", "Embassy Mexico", id="post"),
        pytest.param(page, "declassify_on", date(2019, 4, 13), id="declassification"),
        pytest.param(page, "classified_by", ("LESLIE BASSETT",), id="classifier"),
        pytest.param(page, "reasons", ("b", "d"), id="reasons"),
        pytest.param(page, "signed_by", ("BASSETT",), id="signature"),
        pytest.param(page, "sections", 4, id="sections"),
        pytest.param(page, "tags", ("PGOV", "PREL", "PHUM", "SNAR", "KCRM", "MX"), id="tags"),
    ],
)
def test_field(of, field: str, value: object) -> None:
    assert getattr(of(), field) == value


def test_the_whole_subject_is_read_where_the_title_is_cut() -> None:
    subject = page().subject
    assert subject is not None
    assert subject.startswith("SCENESETTER FOR PRESIDENT")
    assert subject.endswith("VISIT TO MEXICO CITY, APRIL 16-17, 2009")


def test_addressees_of_a_doubled_header_stand_once() -> None:
    envelope = page().envelope
    assert (len(envelope.to), len(envelope.info)) == (2, 9)
    assert envelope.precedence is Precedence.IMMEDIATE
    assert [repair.kind for repair in page().repairs].count(RepairKind.DOUBLED) == 1


@pytest.mark.parametrize(
    ("of", "last"), [pytest.param(scoop, 21, id="000"), pytest.param(page, 13, id="004")]
)
def test_paragraphs_are_numbered_through(of, last: int) -> None:
    assert [paragraph.number for paragraph in of().paragraphs] == list(range(1, last + 1))


def test_headings_and_missing_marks() -> None:
    paragraphs = scoop().paragraphs
    headed = [paragraph.number for paragraph in paragraphs if paragraph.heading]
    assert headed == [3, 9, 10, 11, 12, 15, 17, 19, 20]
    assert [one.number for one in paragraphs if one.marking is None] == [15, 16]


@pytest.mark.parametrize(
    ("number", "part"),
    [
        pytest.param(4, "and that he publicly", id="that"),
        pytest.param(8, "Medina Mora", id="blank line in a sentence"),
        pytest.param(14, "Pemex operations and allow", id="operations"),
        pytest.param(17, "redundant inspections; employing", id="inspections"),
        pytest.param(21, "behind petroleum and now", id="petroleum"),
        pytest.param(13, "the first years of the decade.", id="page mark"),
    ],
)
def test_what_was_cut_is_joined(number: int, part: str) -> None:
    assert part in scoop().paragraphs[number - 1].text


def test_lost_lines_are_marked_and_not_made_up() -> None:
    paragraphs = scoop().paragraphs
    assert [paragraph.number for paragraph in paragraphs if paragraph.missing] == [4, 12]
    assert paragraphs[3].text.endswith("maintain realistic")
    assert paragraphs[11].text.endswith("Chavez of")
    kinds = [problem.kind.value for problem in read("seeds/000_*")[0].problems]
    assert kinds.count("text lost") == 2


def test_dashes_and_page_marks_of_the_page() -> None:
    text = "\n".join(paragraph.text for paragraph in page().paragraphs)
    assert " ) " not in text
    assert "OF 004" not in text
    assert "needs - and" in text
    assert "joint military-law enforcement anti-narcotic operations" in text


def test_a_second_cable_in_a_page_is_a_record_of_its_own() -> None:
    first, second = read("real-pages/07BERN881.html")
    assert [first.cable.mrn, second.cable.mrn] == ["07BERN881", "07TBILISI2290"]
    assert [one.number for one in first.cable.paragraphs] == [1, 2, 3, 4]
    assert first.cable.signed_by == ("CARTER",)
    assert second.cable.signed_by == ("TEFFT",)
    numbers = [one.number for one in second.cable.paragraphs if one.number is not None]
    assert numbers == list(range(1, 9))
    assert not [one for one in second.cable.paragraphs if "SIPDIS" in one.text]


@pytest.mark.parametrize(
    ("pattern", "created"),
    [
        pytest.param(
            "real-pages/07BERN881.html", datetime(2007, 9, 11, 9, 44, tzinfo=UTC), id="bern"
        ),
        pytest.param(
            "real-pages/08BRASILIA93.html", datetime(2008, 1, 15, 18, 56, tzinfo=UTC), id="brasilia"
        ),
    ],
)
def test_the_date_time_group_wins_over_the_page(pattern: str, created: datetime) -> None:
    found = cable(pattern)
    assert found.created == created
    assert found.metadata.created != created


def test_headings_in_one_line_with_their_dashes() -> None:
    headings = {one.number: one.heading for one in cable("real-pages/08BRASILIA93.html").paragraphs}
    assert headings[4] == "WHY A NUCLEAR SUBMARINE?"
    assert headings[8] == "ELEMENTS OF A U.S. POSITION"
    assert headings[9] == "Comment and Action Request:"
