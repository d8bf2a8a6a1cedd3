"""References: what they keep of what is printed, and what a REF line names besides cables."""

import pytest

from parser._model import ReferenceKind
from parser._preamble import read_preamble


@pytest.mark.parametrize(
    ("line", "text", "kind"),
    [
        pytest.param(
            "DOE-ROE E-MAIL 04/12/2009", "DOE-ROE E-MAIL 04/12/2009", "email", id="e-mail"
        ),
        pytest.param(
            "B. DOE EMAIL, MAY 3, 2008", "B. DOE EMAIL, MAY 3, 2008", "email", id="commas"
        ),
        pytest.param(
            "DOE-ROE E-MAIL (07MAY09)", "DOE-ROE E-MAIL (07MAY09)", "email", id="date in brackets"
        ),
        pytest.param("DOE TELCON (MAY 3)", "DOE TELCON (MAY 3)", "call", id="day in brackets"),
        pytest.param("TELCON OF MAY 3", "TELCON OF MAY 3", "call", id="call"),
        pytest.param("IIR 6 818 0012 08", "IIR 6 818 0012 08", "report", id="report"),
        pytest.param(
            "IIR 6 818 0012 08 (PORTS - A VIEW)",
            "IIR 6 818 0012 08 (PORTS - A VIEW)",
            "report",
            id="the article A in brackets",
        ),
        pytest.param(
            "DOE MEMO, A NEW PORT, OF MAY 3",
            "DOE MEMO, A NEW PORT, OF MAY 3",
            "other",
            id="the article A behind a comma",
        ),
        pytest.param("9 FAM 41.2", "9 FAM 41.2", "regulation", id="regulation"),
        pytest.param(
            "SECDEF 301601Z SEP 08", "SECDEF 301601Z SEP 08", "other", id="date-time group"
        ),
        pytest.param("Minister's letter", "Minister's letter", "other", id="letter"),
        pytest.param("harbour plan of 1908", "harbour plan of 1908", "other", id="unknown"),
        pytest.param("MEMO 12/13/14", "MEMO 12/13/14", "other", id="slashes, no station"),
        pytest.param("FREEDONIA 12/13/14", "FREEDONIA 12/13/14", "other", id="an unknown station"),
    ],
)
def test_what_is_no_cable_keeps_its_text(line: str, text: str, kind: str) -> None:
    (found,) = read_preamble(f"REF: {line}", year=2009).references
    assert (found.value.text, found.value.mrn) == (text, None)
    assert found.value.kind is ReferenceKind(kind)


@pytest.mark.parametrize(
    ("line", "is_assumed"),
    [
        pytest.param("ROME 9903", True, id="no year"),
        pytest.param("08 ROME 9903", False, id="year in front"),
        pytest.param("ROME 9903/08", False, id="year behind"),
        pytest.param("TELCON", False, id="no cable"),
    ],
)
def test_the_year_is_assumed_where_none_is_printed(line: str, *, is_assumed: bool) -> None:
    (found,) = read_preamble(f"REF: {line}", year=2009).references
    assert found.value.year_is_assumed is is_assumed


def test_without_any_year_a_cable_has_no_number() -> None:
    (found,) = read_preamble("REF: ROME 9903").references
    assert (found.value.mrn, found.value.kind) == (None, ReferenceKind.CABLE)


def test_where_a_plain_reference_stands() -> None:
    text = "REF: A.  2008 STATE 12 \nB. ROME 5"
    found = read_preamble(text, year=2009).references
    assert [text[one.start : one.end] for one in found] == ["2008 STATE 12", "ROME 5"]


def test_where_a_reference_stands() -> None:
    text = "REF: A. ROME\n 9903 (NOTAL)  B. 2008 STATE 12, 13"
    found = read_preamble(text, year=2009).references
    assert [text[one.start : one.end] for one in found] == ["ROME\n 9903", "2008 STATE 12", "13"]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        pytest.param("08 ROME\n     12", "08 ROME 12", id="over two lines"),
        pytest.param("08\n     ROME 12", "08 ROME 12", id="year above"),
        pytest.param("08   Rome  00012", "08 Rome 00012", id="spaces, small letters and zeros"),
    ],
)
def test_the_text_of_a_reference_is_on_one_line(printed: str, text: str) -> None:
    line = f"REF: A. {printed}\n     B. STATE 5\n\n1. Text"
    first, second = read_preamble(line, year=2009).references
    assert (first.value.text, first.value.mrn) == (text, "08ROME12")
    assert line[first.start : first.end] == printed
    assert (second.value.label, second.value.text) == ("B", "STATE 5")
