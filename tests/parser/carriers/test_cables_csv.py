from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser import DamagedSourceError, ProblemKind
from parser._carriers import cables_csv
from parser._read import read_records

HEADER = "VZCZCXRO0001\nOO RUEHC\nDE RUEHTI #9901/01 1040605"
BODY = "C O N F I D E N T I A L TIRANA 009901\n\n1. (C) The lighthouse is closed."


def row(number=1, *, references="08ROME9903|09STATE12", header=HEADER, body=BODY, end="\n"):
    about = ["4/14/2009 6:05", "09TIRANA9901", "Embassy Tirana", "CONFIDENTIAL"]
    fields = [str(number), *about, references, header, body]
    quoted = (field.replace("\\", "\\\\").replace('"', '\\"') for field in fields)
    return ",".join(f'"{field}"' for field in quoted) + end


def texts(source):
    return [record.text for record in read_records(source)]


def test_columns():
    (record,) = read_records(row().encode())
    metadata = record.metadata
    assert metadata.carrier == "cables-csv"
    assert metadata.reference_id == "09TIRANA9901"
    assert metadata.created == datetime(2009, 4, 14, 6, 5, tzinfo=UTC)
    assert metadata.origin == "Embassy Tirana"
    assert metadata.classification == "CONFIDENTIAL"
    assert metadata.references == ("08ROME9903", "09STATE12")
    assert record.text == f"{HEADER}\n\n{BODY}"
    assert record.position == "row 1"
    assert record.problems == ()


BODIES = [
    pytest.param('he said "yes"', id="quotes"),
    pytest.param('"', id="a quote alone"),
    pytest.param('"a","b"', id="looks like fields"),
    pytest.param("c:\\port\\", id="backslashes"),
    pytest.param('\\"', id="backslash and quote"),
    pytest.param("it's", id="apostrophe"),
    pytest.param("&#8217; &amp; &lt;", id="entities stay"),
    pytest.param("x" * 1_000_000, id="a million characters"),
    pytest.param("a\n\n\nb", id="blank lines"),
    pytest.param("\n", id="a line end alone"),
    pytest.param("Ñandú ¶1. —", id="letters of the world"),
    pytest.param('12,4/14/2009 6:05,"x', id="looks like another row"),
]


@pytest.mark.parametrize("body", BODIES)
def test_bodies_come_out_as_they_went_in(body):
    first, last = f"{HEADER}\n\n{body}", f"{HEADER}\n\n{BODY}"
    assert texts((row(1, body=body) + row(2)).encode()) == [first, last]
    assert texts((row(1) + row(2, body=body)).encode()) == [last, first]


@given(st.lists(st.text(alphabet="a\"\\,\n1'|", min_size=1), min_size=1, max_size=4))
def test_any_body_comes_out_as_it_went_in(bodies):
    source = "".join(row(i, header="", body=body) for i, body in enumerate(bodies)).encode()
    assert [text.rstrip("\n") for text in texts(source)] == [body.rstrip("\n") for body in bodies]


VARIANTS = [
    pytest.param(row(end="\r\n") + row(2, end="\r\n"), id="CRLF between rows"),
    pytest.param((row() + row(2)).replace("\n", "\r\n"), id="CRLF everywhere"),
    pytest.param((row() + row(2)).rstrip(), id="no line end at the end"),
    pytest.param(row(end="\r") + row(2, end="\r"), id="CR between rows"),
    pytest.param((row() + row(2)).replace("\n", "\r"), id="CR everywhere"),
    pytest.param(row(end="\r\n") + row(2).replace("\n", "\r\n"), id="line ends mixed"),
    pytest.param("\ufeff" + row() + row(2), id="byte order mark"),
    pytest.param("\ufeff" + row() + "\ufeff" + row(2), id="byte order marks of two files"),
    pytest.param(row() + "\n\n" + row(2) + "\n", id="blank lines between"),
    pytest.param("id,date,reference,origin,class,refs,header,body\n" + row() + row(2), id="names"),
]


@pytest.mark.parametrize("source", VARIANTS)
def test_variants_of_the_file(source):
    assert texts(source.encode()) == [f"{HEADER}\n\n{BODY}"] * 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16(encoding):
    assert texts((row() + row(2)).encode(encoding)) == [f"{HEADER}\n\n{BODY}"] * 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_saved_again_by_a_spreadsheet(end):
    out = io.StringIO()
    fields = [
        "7",
        "4/14/2009 6:05",
        "09TIRANA9901",
        "Embassy Tirana",
        "SECRET",
        "",
        HEADER,
        'a "b", c',
    ]
    csv.writer(out, lineterminator="\n").writerow(fields)
    saved = out.getvalue().removesuffix("\n") + end
    assert texts((saved * 2).encode()) == [f'{HEADER}\n\na "b", c'] * 2


def test_odd_bytes_are_read_as_windows_1252():
    (record,) = read_records(row(body="caf\u00e9 \u201cquay\u201d").encode("cp1252"))
    assert record.text.endswith("caf\u00e9 \u201cquay\u201d")
    assert [problem.kind for problem in record.problems] == [ProblemKind.ENCODING]


@pytest.mark.parametrize(
    ("header", "body", "text"),
    [("", "b", "b"), ("h", "", "h"), ("", "", "")],
    ids=["no header", "no body", "neither"],
)
def test_empty_fields(header, body, text):
    (record,) = read_records(row(header=header, body=body, references="").encode())
    assert record.text == text
    assert record.metadata.references == ()


DAMAGE = [
    pytest.param(row(2).replace('","CONFIDENTIAL"', ""), id="a field is missing"),
    pytest.param(row(2)[:120], id="cut off in the header"),
    pytest.param(row(2)[:-20], id="cut off in the body"),
    pytest.param(row(2).replace("The lighthouse", 'The "lighthouse"'), id="bare quotes"),
    pytest.param(row(2).replace("The lighthouse", 'a","b","c'), id="more fields"),
]


@pytest.mark.parametrize("damaged", DAMAGE)
def test_a_damaged_row_does_not_swallow_the_next(damaged):
    source = (row(1) + damaged.rstrip("\n") + "\n" + row(3) + row(4)).encode()
    found = list(read_records(source))
    assert [record.metadata.reference_id for record in found] == ["09TIRANA9901"] * 4
    whole = [found[0].text, found[2].text, found[3].text]
    assert whole == [f"{HEADER}\n\n{BODY}"] * 3
    assert "lighthouse" in found[1].text or found[1].problems


@pytest.mark.parametrize(
    ("printed", "created"),
    [
        pytest.param("2/28/2009 23:59", datetime(2009, 2, 28, 23, 59, tzinfo=UTC), id="a day"),
        pytest.param("2/31/2009 6:05", None, id="no day of the month"),
        pytest.param("13/4/2009 6:05", None, id="no month"),
        pytest.param("4/14/2009 24:05", None, id="no hour"),
        pytest.param("0/0/0000 0:00", None, id="nothing"),
    ],
)
def test_a_time_that_is_none_is_left_out(printed, created):
    (record,) = read_records(row().replace("4/14/2009 6:05", printed).encode())
    assert record.metadata.created == created
    assert record.metadata.reference_id == "09TIRANA9901"


def test_a_missing_field_is_told():
    damaged = row(1).replace('"CONFIDENTIAL",', "")
    (record,) = (read_records((damaged + row(2)).encode()).__iter__().__next__(),)
    assert [problem.message for problem in record.problems] == ["Row 1 has 7 fields instead of 8."]


@pytest.mark.parametrize("length", [1, 2, 4, 20, 100, len(row(2)) - 30, len(row(2)) - 3])
def test_a_row_cut_off_at_the_end_is_left_out(length):
    records = read_records((row(1) + row(2)[:length]).encode())
    assert next(records).text == f"{HEADER}\n\n{BODY}"
    with pytest.raises(DamagedSourceError, match="ends in the middle of row"):
        next(records)


@pytest.mark.parametrize("end", ['"', ""], ids=["closed", "never closed"])
def test_a_row_past_all_bounds_is_left_out(end):
    long_row = row(2)[:-2] + "x" * (40 << 20) + end
    records = read_records((row(1) + long_row + "\n" + row(3)).encode())
    assert [next(records).position, next(records).position] == ["row 1", "row 3"]
    with pytest.raises(DamagedSourceError, match="over 16 MB"):
        next(records)


@pytest.mark.parametrize(
    ("above", "is_table"),
    [("", True), ("a line of names\n", True), ("Dear Ann,\nhere it is:\n", False)],
    ids=["first line", "second line", "third line"],
)
def test_a_row_stands_in_the_first_lines(above, is_table):
    assert cables_csv.matches((above + row()).encode()) is is_table


def test_what_holds_no_row_is_no_table():
    assert not cables_csv.matches(b"Dear Ann,\nnothing here\n")
