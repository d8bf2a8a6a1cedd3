"""How one row is taken apart, whole or damaged, and where it begins: `_carriers/cables_csv.py`."""

from __future__ import annotations

import pytest

from parser import DamagedSourceError
from parser._carriers import cables_csv
from parser._read import read_records

START = ["7", "4/14/2009 6:05", "09TIRANA9901", "Embassy Tirana", "SECRET"]
QUOTED = ",".join(f'"{field}"' for field in START)
PLAIN = ",".join(START)

FIELDS = [
    pytest.param(f'{QUOTED},"a|b","h","t"', ["a|b", "h", "t"], None, id="all in quotes"),
    pytest.param(f'{QUOTED},"","",""', ["", "", ""], None, id="nothing in them"),
    pytest.param(f'{PLAIN},,h,"a ""b"" c"', ["", "h", 'a "b" c'], None, id="plain, doubled quotes"),
    pytest.param(f'{PLAIN},,h,"""b"", \\c"', ["", "h", '"b", \\c'], None, id="plain, a backslash"),
    pytest.param(rf'{PLAIN},,h,"a \"b\", c"', ["", "h", 'a "b", c'], None, id="plain, escaped"),
    pytest.param(f"{PLAIN},a|b,h,t", ["a|b", "h", "t"], None, id="none in quotes"),
    pytest.param(
        f'{PLAIN},,"h, i","t"', ["", "h, i", "t"], None, id="quotes where they are needed"
    ),
    pytest.param(rf'{QUOTED},"","h","a \"b\" c"', ["", "h", 'a "b" c'], None, id="escaped quotes"),
    pytest.param(f'{QUOTED},"","h","a ""b"" c"', ["", "h", 'a "b" c'], None, id="doubled quotes"),
    pytest.param(rf'{QUOTED},"","h","a\\b\\"', ["", "h", "a\\b\\"], None, id="escaped backslashes"),
    pytest.param(rf'{QUOTED},"","h","a\,b\nc"', ["", "h", "a,bnc"], None, id="other escapes"),
    pytest.param(rf'{QUOTED},"","h","a \\\"b"', ["", "h", 'a \\"b'], None, id="both"),
    pytest.param(f'{QUOTED},"","h","a\n\nb"', ["", "h", "a\n\nb"], None, id="lines"),
    pytest.param(f'{QUOTED},"","h","a "b" c"', ["", "h", 'a "b" c'], None, id="bare quotes"),
    pytest.param(f'{QUOTED},"","h","t', ["", "h", "t"], "has no end", id="never closed"),
    pytest.param(rf'{QUOTED},"","h","t\"', ["", "h", 't"'], "has no end", id="an escaped end"),
    pytest.param(
        f'{QUOTED},"","h"', ["", "h", ""], "has 7 fields instead of 8", id="a field too few"
    ),
    pytest.param(f"{QUOTED}", ["", "", ""], "has 5 fields instead of 8", id="three too few"),
    pytest.param(
        f'{QUOTED},"","h","t","u"',
        ["", "h", 't","u'],
        "has 9 fields instead of 8",
        id="a field too many: the text goes on",
    ),
]


@pytest.mark.parametrize(("row", "rest", "reason"), FIELDS)
@pytest.mark.parametrize("end", ["", "\n", "\n\n"], ids=["", "line end", "blank line"])
def test_fields_of_a_row(row, rest, reason, end):
    assert cables_csv._fields(row + end) == ([*START, *rest], reason)


LINES = [
    pytest.param(f'{QUOTED},"","h","t"', True, id="quoted"),
    pytest.param(f"{PLAIN},,h,t", True, id="plain"),
    pytest.param(f'"7",{PLAIN[2:]},,h,t', True, id="half of it quoted"),
    pytest.param(f"{QUOTED.replace('6:05', '16:05:00')},", True, id="with seconds"),
    pytest.param(f"{QUOTED.replace('4/14/2009', '2009-04-14')},", True, id="the year first"),
    pytest.param(f"{QUOTED.replace('4/14/2009', '04/14/2009')},", True, id="two digits"),
    pytest.param(f"{QUOTED.replace('4/14/2009 6:05', '4/14/2009')},", False, id="no time"),
    pytest.param(f"{QUOTED.replace('4/14/2009', '14 April 2009')},", False, id="a month in words"),
    pytest.param(f"{QUOTED.replace('7', 'seven', 1)},", False, id="no number"),
    pytest.param(f"{QUOTED.replace('7', '1234567890', 1)},", False, id="too long a number"),
    pytest.param(f"{QUOTED.replace('09TIRANA9901', '')},", False, id="no id"),
    pytest.param(f" {QUOTED},", False, id="indented"),
    pytest.param(QUOTED.replace(",", ";"), False, id="semicolons"),
]


@pytest.mark.parametrize(("line", "is_row"), LINES)
@pytest.mark.parametrize("above", ["", "id,date,id\n", "id,date,id\r"], ids=["first", "LF", "CR"])
def test_what_is_a_row(line, is_row, above):
    assert cables_csv.matches((above + line).encode()) is is_row


def whole(number):
    return f'"{number}",{QUOTED[4:]},"","h","text {number}"\n'


ENDS = [
    pytest.param(whole(2), [1, 2], None, id="whole"),
    pytest.param(whole(2).rstrip(), [1, 2], None, id="no line end"),
    pytest.param(whole(2) + "\r\n\r\n", [1, 2], None, id="blank lines"),
    pytest.param(whole(2) + '"', [1, 2], 3, id="a quote"),
    pytest.param(whole(2) + '"3', [1, 2], 3, id="a number"),
    pytest.param(whole(2) + '"3"', [1, 2], 3, id="a number, closed"),
    pytest.param(whole(2) + '"3","4/14', [1, 2], 3, id="half a date"),
    pytest.param(whole(2) + '"3","4/14/2009 6:05","09', [1, 2], 3, id="half an id"),
    pytest.param(whole(2).rstrip() + '\r\n"3"', [1, 2], 3, id="CRLF before it"),
    pytest.param(whole(2).rstrip() + '\r"3"', [1, 2], 3, id="CR before it"),
    pytest.param(whole(2).rstrip()[:-1], [1], 2, id="its last quote is missing"),
    pytest.param(whole(2).rstrip()[:-1] + "\n", [1], 2, id="its last quote is missing, a line end"),
    pytest.param(whole(2).rstrip()[:-1] + '\\"', [1], 2, id="its last quote is part of the text"),
    pytest.param(whole(2).replace('"h",', ""), [1], 2, id="a field too few"),
]


@pytest.mark.parametrize(("last", "numbers", "cut"), ENDS)
def test_the_last_row_of_a_file(last, numbers, cut):
    found = []
    error = None
    try:
        for record in read_records((whole(1) + last).encode()):
            found.append((record.position, record.text))  # noqa: PERF401 - kept at an error
    except DamagedSourceError as raised:
        error = str(raised)
    assert found == [(f"row {number}", f"h\n\ntext {number}") for number in numbers]
    assert error == (
        cut
        and f"the data given ends in the middle of row {cut}; "
        "the rows before it were read; get the whole file and import it."
    )


@pytest.mark.parametrize("size", [1, 7, 64, 100, 1000])
def test_rows_are_found_wherever_a_chunk_ends(monkeypatch, size):
    monkeypatch.setattr("parser._stream.CHUNK", size)
    source = "".join(map(whole, range(1, 9)))
    for data in (source, source.replace("\n", "\r\n"), source.replace("\n", "\r")):
        texts = [record.text for record in read_records(data.encode())]
        assert texts == [f"h\n\ntext {number}" for number in range(1, 9)]
