"""Single lines of a transmission header, and where the header ends."""

from __future__ import annotations

import pytest

from parser import Precedence, Span, parse_message
from parser._envelope import read_header

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@pytest.mark.parametrize(
    ("line", "when"),
    [
        *(
            pytest.param(f"O 140605Z {name} 09", f"2009-{number:02}-14T06:05", id=name)
            for number, name in enumerate(MONTHS, 1)
        ),
        pytest.param("O 140605Z SEPT 09", "2009-09-14T06:05", id="longer name"),
        pytest.param("o 140605z apr 09", "2009-04-14T06:05", id="small letters"),
        pytest.param("O 140605Z APR 2009", "2009-04-14T06:05", id="four digits"),
        pytest.param("O 140605Z APR 66", "1966-04-14T06:05", id="last century"),
        pytest.param("O 140605Z APR 65", "2065-04-14T06:05", id="this century"),
        pytest.param("O 140605 Z APR 09", "2009-04-14T06:05", id="space before Z"),
        pytest.param("O 312459Z APR 09", None, id="no day of the month"),
        pytest.param("O 142460Z APR 09", None, id="no minute"),
        pytest.param("O 140605Z XYZ 09", None, id="no month"),
    ],
)
def test_date_time_group(line: str, when: str | None) -> None:
    header = read_header(f"{line}\nFM AMEMBASSY TIRANA\n")
    found = header.envelope.date_time_group
    assert (found.isoformat("T", "minutes")[:16] if found else None) == when
    assert bool(header.problems) is (when is None)


@pytest.mark.parametrize(
    ("lines", "action", "info"),
    [
        pytest.param("Z 140605Z APR 09", Precedence.FLASH, None, id="flash"),
        pytest.param("O 140605Z APR 09", Precedence.IMMEDIATE, None, id="immediate"),
        pytest.param("P 140605Z APR 09", Precedence.PRIORITY, None, id="priority"),
        pytest.param("R 140605Z APR 09", Precedence.ROUTINE, None, id="routine"),
        pytest.param("OO 140605Z APR 09", Precedence.IMMEDIATE, None, id="twice"),
        pytest.param("O P 140605Z APR 09", Precedence.IMMEDIATE, Precedence.PRIORITY, id="two"),
        pytest.param("140605Z APR 09", None, None, id="none"),
        pytest.param("PP RUEHC\n140605Z APR 09", Precedence.PRIORITY, None, id="of the routing"),
        pytest.param("PP RUEHC\nO 140605Z APR 09", Precedence.IMMEDIATE, None, id="the group wins"),
    ],
)
def test_precedence(lines: str, action: Precedence | None, info: Precedence | None) -> None:
    read = read_header(f"{lines}\nFM AMEMBASSY TIRANA\n").envelope
    assert (read.precedence, read.info_precedence) == (action, info)


@pytest.mark.parametrize(
    ("julian", "group", "is_doubted"),
    [
        pytest.param("0010005", "312355Z DEC 08", False, id="the next day is of the next year"),
        pytest.param("0010005", "312355Z DEC 09", False, id="the same, not behind a leap year"),
        pytest.param("1030605", "140605Z APR 09", True, id="the day before"),
        pytest.param("1060605", "140605Z APR 09", True, id="two days behind"),
    ],
)
def test_julian_day(julian: str, group: str, *, is_doubted: bool) -> None:
    header = read_header(f"DE RUEHTI #9901/01 {julian}\nO {group}\nFM AMEMBASSY TIRANA\n")
    assert bool(header.problems) is is_doubted


@pytest.mark.parametrize(
    ("line", "station", "serial", "julian"),
    [
        pytest.param("DE RUEHTI #9901/01 1040605", "RUEHTI", "9901", "1040605", id="usual"),
        pytest.param("DE RUEHTI #9901 1040605", "RUEHTI", "9901", "1040605", id="no section"),
        pytest.param("DE RUEHTI 9901", "RUEHTI", "9901", None, id="no sign, no day"),
        pytest.param("DE RUEHTI # 9901", "RUEHTI", "9901", None, id="space behind the sign"),
    ],
)
def test_sending_station(line: str, station: str, serial: str, julian: str | None) -> None:
    read = read_header(f"{line}\nFM AMEMBASSY TIRANA\n").envelope
    assert (read.station, read.serial, read.julian) == (station, serial, julian)


PAGE = "PAGE 02        TIRANA   09901  140605Z"


@pytest.mark.parametrize(
    ("header", "rest"),
    [
        pytest.param("FM AMEMBASSY TIRANA", "", id="one line without an end"),
        pytest.param("FM AMEMBASSY TIRANA\nTO AMEMBASSY ROME", "\n\nThe port.", id="blank line"),
        pytest.param("FM AMEMBASSY TIRANA\n\n\nTO AMEMBASSY ROME", "\nUNCLAS", id="blank inside"),
        pytest.param("TO AMEMBASSY ROME", "\n\nThe port closed.", id="text behind a blank line"),
        pytest.param("TO AMEMBASSY ROME\nAMEMBASSY BARI", "\n1. (C) A.", id="a paragraph"),
        pytest.param("TO AMEMBASSY ROME\nTHE BOATS", "\nTAGS: PREL", id="a field"),
        pytest.param("TO AMEMBASSY ROME", "\nS E C R E T TIRANA", id="a level"),
        pytest.param("TO AMEMBASSY ROME", "\nTuesday, 14 April 2009, 06:05\nUNCLAS", id="a date"),
        pytest.param("TO AMEMBASSY ROME\nSECRET SERVICE", "\nUNCLAS", id="an addressee in it"),
        pytest.param("FM AMEMBASSY TIRANA\nINFO AMEMBASSY ROME", "\nTO ROME", id="TO below INFO"),
        pytest.param("FM AMEMBASSY TIRANA", "\nFM AMEMBASSY ROME", id="FM twice"),
        pytest.param("FM AMEMBASSY TIRANA\nTO ROME", "\nTO BARI", id="TO twice"),
        pytest.param("ZNY CCCCC ZZH\nZNY CCCCC ZZH\nFM ROME", "\nUNCLAS", id="ZNY twice"),
        pytest.param(f"FM AMEMBASSY TIRANA\n{PAGE}\nTO ROME", "\nUNCLAS", id="page break"),
        pytest.param(f"FM AMEMBASSY TIRANA\n{PAGE}", "\nUNCLAS", id="page break last"),
        pytest.param(f"FM AMEMBASSY TIRANA\n{PAGE} TO ROME", "\nUNCLAS", id="on its line"),
        pytest.param("FM AMEMBASSY TIRANA\nBT", "\nUNCLAS", id="break sign"),
        pytest.param("OO RUEHC RUEHTI\nRUEHRO RUEHBI", "\nUNCLAS", id="more routing"),
        pytest.param("VZCZCXRO0001\nFM AMEMBASSY TIRANA", "\nRUEHC RUEHTI", id="no more routing"),
    ],
)
def test_where_a_header_ends(header: str, rest: str) -> None:
    assert read_header(header + rest).end == len(header)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("TO THE HARBOUR CAME A SHIP.", id="TO in a sentence"),
        pytest.param("INFO ON THE HARBOUR.", id="INFO in a sentence"),
        pytest.param("The port closed.\nFM AMEMBASSY TIRANA", id="text above"),
    ],
)
def test_what_begins_no_header(text: str) -> None:
    assert read_header(text).end == 0


def test_routing_goes_on_in_further_lines() -> None:
    read = read_header("OO RUEHC RUEHTI\nRUEHRO RUEHBI\nRUEHXC\nFM AMEMBASSY TIRANA\n").envelope
    assert read.routing == ("RUEHC", "RUEHTI", "RUEHRO", "RUEHBI", "RUEHXC")
    assert read.sender == "AMEMBASSY TIRANA"


def test_the_group_of_the_seventies_has_its_precedence() -> None:
    header = read_header(
        f"{PAGE.replace('02', '01')}\nACTION EUR-12\n------------------065004 140610Z /62\n"
        "P R 140605Z APR 77\nFM AMEMBASSY TIRANA\nTO SECSTATE WASHDC 4821\n"
    ).envelope
    assert (header.precedence, header.info_precedence) == (Precedence.PRIORITY, Precedence.ROUTINE)


@pytest.mark.parametrize(
    ("field", "printed"),
    [
        ("transmission_id", "VZCZCXRO0001"),
        ("routing", " RUEHC RUEHTI"),
        ("station", "RUEHTI"),
        ("serial", "9901"),
        ("julian", "1040605"),
        ("security", "ZNY CCCCC ZZH"),
        ("precedence", "O"),
        ("info_precedence", "P"),
        ("date_time_group", "O P 140605Z APR 09"),
        ("sender", "AMEMBASSY TIRANA"),
        ("to", "TO RUEHC/SECSTATE WASHDC 4821\nRUEHRO/AMEMBASSY ROME"),
        ("info", "INFO AMEMBASSY BARI"),
        ("excluded", "XMT AMEMBASSY PARIS"),
    ],
)
def test_where_each_part_stands(field: str, printed: str) -> None:
    cable = parse_message(
        "VZCZCXRO0001\nOO RUEHC RUEHTI\nDE RUEHTI #9901/01 1040605\nZNY CCCCC ZZH\n"
        "O P 140605Z APR 09\nFM AMEMBASSY TIRANA\nTO RUEHC/SECSTATE WASHDC 4821\n"
        "RUEHRO/AMEMBASSY ROME\nINFO AMEMBASSY BARI\nXMT AMEMBASSY PARIS\n\n"
        "UNCLAS TIRANA 009901\n\n1. (U) Text."
    ).cable
    origin = cable.origin_of(f"envelope.{field}")
    assert cable.raw[slice(*origin.span)] == printed


@pytest.mark.parametrize("first", ["FM AMEMBASSY TIRANA", "TO AMEMBASSY ROME"])
def test_what_a_header_in_odd_order_begins_with_is_no_line_above_it(first: str) -> None:
    found = read_header(f"{first}\nO 140605Z APR 09\nINFO AMEMBASSY BARI\n\nUNCLAS TIRANA 9901\n")
    assert found.above is None
    assert (found.envelope.sender or found.envelope.to[0].name) == first.split(" ", 1)[1]


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("VZCZCXRO0001\nOO RUEHC\n", id="VZCZC"),
        pytest.param("OO RUEHC RUEHTI\nDE RUEHTI #9901/01 1040605\n", id="routing"),
        pytest.param("DE RUEHTI #9901/01 1040605\n", id="station"),
        pytest.param("O 140605Z APR 09\nFM AMEMBASSY TIRANA\n", id="time and sender"),
        pytest.param("O P 140605Z APR 2009\n", id="time alone"),
        pytest.param("  O 140605Z APR 09 ZDK\n  FM AMEMBASSY TIRANA\n", id="indented"),
    ],
)
@pytest.mark.parametrize("above", ["Dear Ann,\n", "\nSubject: quays\n\nSee below.\n\n"])
def test_lines_above_a_header(above: str, header: str) -> None:
    found = read_header(f"{above}{header}\nUNCLAS TIRANA 009901\n")
    assert found.above == Span(0, len(above))
    assert found.end == len(above + header) - 1


@pytest.mark.parametrize(
    ("above", "line"),
    [
        pytest.param("Dear Ann,\n", "FM AMEMBASSY TIRANA", id="a sender alone"),
        pytest.param("Dear Ann,\n", "TO AMEMBASSY ROME", id="an addressee alone"),
        pytest.param("Dear Ann,\n", "O 140605Z APR 09 it said", id="a time in a sentence"),
        pytest.param("Dear Ann,\n", "VZCZC", id="VZCZC without its number"),
        pytest.param("E.O. 12958: N/A\n", "VZCZCXRO0001", id="an order above"),
        pytest.param("TAGS: PREL\n", "VZCZCXRO0001", id="tags above"),
        pytest.param("S E C R E T ROME\n", "VZCZCXRO0001", id="a level above"),
        pytest.param("word " * 400 + "\n", "VZCZCXRO0001", id="far above"),
    ],
)
def test_no_lines_above_a_header(above: str, line: str) -> None:
    assert read_header(f"{above}{line}\n\nIt is.").end == 0


def test_an_office_below_a_page_break_is_an_addressee() -> None:
    text = (
        "FM AMEMBASSY TIRANA\nTO SECSTATE WASHDC\nINFO AMEMBASSY ROME PRIORITY\n"
        "PAGE 02        TIRANA  09901  140605Z\nNSC WASHDC IMMEDIATE\n\n"
        "SECRET TIRANA 9901\n\n1. (S) Text."
    )
    info = parse_message(text).cable.envelope.info
    assert [one.name for one in info] == ["AMEMBASSY ROME", "NSC WASHDC"]
