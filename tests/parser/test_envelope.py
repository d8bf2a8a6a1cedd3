"""The transmission header, line by line."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from parser import Addressee, Envelope, Precedence, ProblemKind, parse_message

HEADER = """VZCZCXRO0001
OO RUEHC RUEHTI
RUEHRO
DE RUEHTI #9901/01 1040605
ZNY CCCCC ZZH
O P 140605Z APR 09
FM AMEMBASSY TIRANA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 4821
INFO RUEHRO/AMEMBASSY ROME PRIORITY 0001
RUEHXC/ALL ADRIATIC POSTS COLLECTIVE
"""


def envelope(text: str) -> Envelope:
    return parse_message(text).cable.envelope


@pytest.mark.parametrize(
    "between", [pytest.param("\n", id="lines"), pytest.param(" ", id="all on one line")]
)
def test_a_whole_header(between: str) -> None:
    header = HEADER.replace("\n", between)
    assert envelope(f"{header}{between}UNCLAS TIRANA 009901\n\n1. (U) Text.") == Envelope(
        transmission_id="VZCZCXRO0001",
        precedence=Precedence.IMMEDIATE,
        info_precedence=Precedence.PRIORITY,
        routing=("RUEHC", "RUEHTI", "RUEHRO"),
        station="RUEHTI",
        serial="9901",
        julian="1040605",
        security="ZNY CCCCC ZZH",
        date_time_group=datetime(2009, 4, 14, 6, 5, tzinfo=UTC),
        sender="AMEMBASSY TIRANA",
        to=(Addressee("RUEHC", "SECSTATE WASHDC", Precedence.IMMEDIATE, "4821"),),
        info=(
            Addressee("RUEHRO", "AMEMBASSY ROME", Precedence.PRIORITY, "0001"),
            Addressee("RUEHXC", "ALL ADRIATIC POSTS COLLECTIVE"),
        ),
    )


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        pytest.param("SECSTATE WASHDC", Addressee(None, "SECSTATE WASHDC"), id="name alone"),
        pytest.param(
            "AMEMBASSY ROME PIORITY",
            Addressee(None, "AMEMBASSY ROME", Precedence.PRIORITY),
            id="misspelt precedence",
        ),
        pytest.param(
            "RUEHC/SECSTATE WASHDC NIACT IMMEDIATE 12345",
            Addressee("RUEHC", "SECSTATE WASHDC", Precedence.NIACT_IMMEDIATE, "12345"),
            id="two words of precedence",
        ),
        pytest.param(
            "AMEMBASSY ROME IMMEDIATE NIACT",
            Addressee(None, "AMEMBASSY ROME", Precedence.NIACT_IMMEDIATE),
            id="the two exchanged",
        ),
        pytest.param(
            "AMEMBASSY ROME PRIORITY1234",
            Addressee(None, "AMEMBASSY ROME", Precedence.PRIORITY, "1234"),
            id="number run on",
        ),
        pytest.param(
            "AMEMBASSY ROME 1234 PRIORITY",
            Addressee(None, "AMEMBASSY ROME", Precedence.PRIORITY, "1234"),
            id="number in front",
        ),
        pytest.param(
            "RHEHNSC/NATIONAL SECURITY COUNCIL\nWASHINGTON DC FLASH",
            Addressee("RHEHNSC", "NATIONAL SECURITY COUNCIL WASHINGTON DC", Precedence.FLASH),
            id="over two lines",
        ),
        pytest.param(
            "PAGE 02        TIRANA   09901  140605Z\nAMEMBASSY ROME PRIORITY",
            Addressee(None, "AMEMBASSY ROME", Precedence.PRIORITY),
            id="page break of old",
        ),
    ],
)
def test_addressee(line: str, addressee: Addressee) -> None:
    assert envelope(f"FM AMEMBASSY TIRANA\nTO {line}\n\n1. (U) Text.").to == (addressee,)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("1. (U) Text.", id="no header"),
        pytest.param("TO THE HARBOUR CAME A SHIP.", id="text that begins with TO"),
        pytest.param("\n\n   \n", id="blank"),
    ],
)
def test_no_header_is_an_empty_envelope(text: str) -> None:
    assert envelope(text) == Envelope()


def test_several_addressees_on_a_line() -> None:
    read = envelope(
        "FM AMEMBASSY TIRANA TO SECSTATE WASHDC PRIORITY 12 INFO AMEMBASSY ROME\n"
        "RUEHBC/AMEMBASSY BONN IMMEDIATE 2211 RUEHXC/ALL ADRIATIC POSTS COLLECTIVE ROUTINE 0001\n"
    )
    assert read.sender == "AMEMBASSY TIRANA"
    assert read.to == (Addressee(None, "SECSTATE WASHDC", Precedence.PRIORITY, "12"),)
    assert read.info == (
        Addressee(None, "AMEMBASSY ROME"),
        Addressee("RUEHBC", "AMEMBASSY BONN", Precedence.IMMEDIATE, "2211"),
        Addressee("RUEHXC", "ALL ADRIATIC POSTS COLLECTIVE", Precedence.ROUTINE, "0001"),
    )


NOTICE = (
    "This record is a partial extract of the original cable. The full text of the original "
    "cable is not available."
)


@pytest.mark.parametrize(
    ("group", "created"),
    [("140605Z Apr 01", datetime(2001, 4, 14, 6, 5, tzinfo=UTC)), ("01TIRANA9901", None)],
    ids=["a date-time group", "none"],
)
def test_what_an_extract_of_2001_holds_of_its_header(group: str, created: datetime | None) -> None:
    text = (
        f"{NOTICE}\n\n{group}\n\n\n            UNCLASSIFIED     PTQ9901\n\n"
        "PAGE 01        TIRANA  09901  140605Z \nACTION EUR-00   \n\n"
        "INFO  LOG-00   NP-00    AF-00  \n      SAS-00     /004W\n"
        "                  ------------------507B47  140605Z /38    \n"
        "FM AMEMBASSY TIRANA\nTO SECSTATE WASHDC PRIORITY 4821\nINFO AMEMBASSY ROME\n"
        "UNCLAS TIRANA 009901\n\n1. (U) Text."
    )
    cable = parse_message(text).cable
    assert cable.envelope == Envelope(
        date_time_group=created,
        sender="AMEMBASSY TIRANA",
        to=(Addressee(None, "SECSTATE WASHDC", Precedence.PRIORITY, "4821"),),
        info=(Addressee(None, "AMEMBASSY ROME"),),
        is_partial=True,
    )
    assert [one.text for one in cable.paragraphs] == ["Text."]


def test_below_a_notice_the_sender_of_another_telegram_is_text() -> None:
    cable = parse_message(f"{NOTICE}\nUNCLAS TIRANA 009901\n\n1. (U) Text.\nFM AMEMBASSY ROME")
    assert cable.cable.envelope == Envelope(is_partial=True)


@pytest.mark.parametrize(
    ("last", "name", "level"),
    [
        pytest.param("INFO NATO COLLECTIVEUNCLAS TIRANA 009901", "NATO COLLECTIVE", "U", id="name"),
        pytest.param(
            "INFO AMEMBASSY ROME 0012S E C R E T SECTION 01 OF 03 TIRANA 009901 ",
            "AMEMBASSY ROME",
            "S",
            id="number",
        ),
        pytest.param(
            "TO SECDEF WASHDC//ISA//C O N F I D E N T I A L TIRANA 009901",
            "SECDEF WASHDC//ISA//",
            "C",
            id="office",
        ),
    ],
)
def test_a_classification_line_right_behind_the_last_addressee(
    last: str, name: str, level: str
) -> None:
    cable = parse_message(f"O 140605Z APR 09\nFM AMEMBASSY TIRANA\n{last}\n\n1. (U) Text.").cable
    [addressee] = (*cable.envelope.to, *cable.envelope.info)
    assert addressee.name == name
    assert str(cable.classification).startswith(level)


@pytest.mark.parametrize("gap", [" ", "  ", "\n"])
def test_an_extract_is_said_to_be_one(gap: str) -> None:
    said = (
        "This record is a partial extract of the original cable. The full text of the original "
        "cable is not available."
    )
    text = "\n\nUNCLAS TIRANA 009901\n\n1. (U) Text."
    parsed = parse_message(said.replace(" ", gap) + text)
    assert parsed.cable.envelope == Envelope(is_partial=True)
    assert ProblemKind.PARTIAL_HEADER in {problem.kind for problem in parsed.problems}
    assert [one.text for one in parsed.cable.paragraphs] == ["Text."]


def test_exempted_stations_belong_to_the_only_collective() -> None:
    text = "TO ALL ADRIATIC POSTS COLLECTIVE PRIORITY\nXMT AMEMBASSY ROME/AMCONSUL BARI\n"
    [collective] = envelope(text).to
    assert collective.excluded == ("AMEMBASSY ROME", "AMCONSUL BARI")


def test_a_list_goes_on_behind_a_page_break() -> None:
    text = "TO AMEMBASSY ROME IMMEDIATE \nPAGE 02        STATE   023763  071504Z\nAMEMBASSY PARIS\n"
    assert [one.name for one in envelope(text).to] == ["AMEMBASSY ROME", "AMEMBASSY PARIS"]


@pytest.mark.parametrize("order", [("TO", "INFO"), ("INFO", "TO")], ids=" above ".join)
def test_exempted_stations_belong_to_the_list_above_them(order: tuple[str, str]) -> None:
    lists = {
        "TO": "TO ALL DIPLOMATIC POSTS\nXMT AMEMBASSY ROME",
        "INFO": "INFO NATO COLLECTIVE",
    }
    if order[0] == "INFO":
        lists = {
            "TO": "TO ALL DIPLOMATIC POSTS",
            "INFO": "INFO NATO COLLECTIVE\nXMT AMEMBASSY ROME",
        }
    found = envelope("FM SECSTATE WASHDC\n" + "\n".join(lists.values()) + "\n\n1. (U) Text.")
    excluded = {"TO": found.to[0].excluded, "INFO": found.info[0].excluded}
    assert excluded == {order[0]: ("AMEMBASSY ROME",), order[1]: ()}


def test_each_list_has_exempted_stations_of_its_own() -> None:
    found = envelope(
        "FM SECSTATE WASHDC\nTO ALL DIPLOMATIC POSTS\nXMT AMEMBASSY ROME\n"
        "INFO NATO COLLECTIVE\nXMT AMEMBASSY PARIS\nAMEMBASSY BONN\n\n1. (U) Text."
    )
    assert [one.excluded for one in (*found.to, *found.info)] == [
        ("AMEMBASSY ROME",),
        ("AMEMBASSY PARIS", "AMEMBASSY BONN"),
    ]
    assert found.excluded == ()


def test_a_header_begins_at_an_addressee_with_its_routing() -> None:
    [one] = envelope("TO RUEHC/SECSTATE WASHDC PRIORITY 1234\n\n1. (U) Text.").to
    assert (one.routing, one.name) == ("RUEHC", "SECSTATE WASHDC")


def test_a_date_time_group_without_its_space() -> None:
    found = envelope("O140605Z APR 09\nFM AMEMBASSY TIRANA\nTO SECSTATE WASHDC\n\n1. (U) Text.")
    assert (found.precedence, found.sender) == (Precedence.IMMEDIATE, "AMEMBASSY TIRANA")
    assert found.date_time_group.isoformat() == "2009-04-14T06:05:00+00:00"


@pytest.mark.parametrize(
    ("julian", "is_doubted"),
    [
        pytest.param("1040605", False, id="the same day"),
        pytest.param("1050005", False, id="sent on the next day"),
        pytest.param("2040605", True, id="another day"),
    ],
)
def test_the_date_is_checked_against_the_julian_day(julian: str, is_doubted: bool) -> None:
    parsed = parse_message(HEADER.replace("1040605", julian))
    kinds = {problem.kind for problem in parsed.problems}
    assert (ProblemKind.DATE_DISAGREES in kinds) is is_doubted


def test_a_date_that_is_none() -> None:
    parsed = parse_message("O 310605Z FEB 09\nFM AMEMBASSY TIRANA\n\n1. (U) Text.")
    assert parsed.cable.created is None
    assert ProblemKind.BAD_DATE in {problem.kind for problem in parsed.problems}


def test_the_front_of_the_seventies_is_no_addressee() -> None:
    text = (
        "CONFIDENTIAL\nPAGE 01        TIRANA  09901  140605Z\nACTION EUR-12\n"
        "INFO OCT-00  ADS-00  /030 W\n------------------065004 140610Z /62\n"
        "P 140605Z APR 77\nFM AMEMBASSY TIRANA\nTO SECSTATE WASHDC PRIORITY 4821\n"
        "C O N F I D E N T I A L TIRANA 9901\nE.O. 11652: GDS\nTAGS: PFOR, AL\n"
        "SUBJECT: LIGHTHOUSE FESTIVAL\n1. THE PORT CLOSED.\nEXAMPLE\n\nNNNN\n"
    )
    cable = parse_message(text).cable
    assert cable.created == datetime(1977, 4, 14, 6, 5, tzinfo=UTC)
    assert [one.name for one in cable.envelope.to] == ["SECSTATE WASHDC"]
    assert cable.envelope.info == ()
    assert cable.mrn == "77TIRANA9901"
    assert [one.text for one in cable.paragraphs] == ["THE PORT CLOSED."]
    assert cable.signed_by == ("EXAMPLE",)


def test_the_front_of_2001_stands_above_a_sender_without_a_date_time_group() -> None:
    text = (
        "                     UNCLASSIFIED     PTO0001\n\n"
        "PAGE 01        TIRANA  09901  140605Z\n"
        "ACTION INR-00\n\nINFO  LOG-00   NP-00\n      SAS-00     /003W\n"
        "FM AMEMBASSY TIRANA\nTO SECSTATE WASHDC PRIORITY 4821\nINFO AMEMBASSY ROME\n"
        "UNCLAS TIRANA 009901\n\nTAGS: AL\n\n1. The port closed.\n"
    )
    envelope = parse_message(text).cable.envelope
    assert [one.name for one in (*envelope.to, *envelope.info)] == [
        "SECSTATE WASHDC",
        "AMEMBASSY ROME",
    ]


def test_the_header_of_a_later_section_is_not_the_telegrams_own() -> None:
    fields = "E.O. 12958: N/A\nTAGS: AL\nSUBJECT: LIGHTHOUSE FESTIVAL\n\n"
    cable = parse_message(
        f"UNCLAS SECTION 01 OF 02 TIRANA 009901\n\n{fields}1. The port closed, and\n"
        "                       UNCLASSIFIED\n\n                UNCLASSIFIED     PTQ0106\n\n"
        "PAGE 01        TIRANA  09901  02 OF 02  140610Z\nACTION EUR-12\n"
        "INFO OCT-00  ADS-00  /030 W\n------------------065004 140610Z /62\n"
        "P 140605Z APR 01\nFM AMEMBASSY TIRANA\nTO SECSTATE WASHDC PRIORITY 4821\n\n"
        f"UNCLAS SECTION 02 OF 02 TIRANA 009901\n\n{fields}it opened again.\nEXAMPLE\n"
    ).cable
    assert cable.envelope.sender is None
    assert [(one.number, one.text) for one in cable.paragraphs] == [
        (1, "The port closed, and it opened again.")
    ]


def test_the_offices_that_a_telegram_of_the_department_went_to_are_no_lines_above() -> None:
    parsed = parse_message(
        "INFO  LOG-00   MFA-00   EEB-00\n      SAS-00     /007R\n\n\nP 140605Z APR 09\n"
        "FM SECSTATE WASHDC\nTO PAGE 02        STATE   009901  140610Z\n"
        "ALL DIPLOMATIC POSTS COLLECTIVE PRIORITY\nUNCLAS STATE 009901\n\n1. (U) Text."
    )
    assert [one.name for one in parsed.cable.envelope.to] == ["ALL DIPLOMATIC POSTS COLLECTIVE"]
    assert parsed.cable.envelope.info == ()
    assert ProblemKind.LINES_ABOVE not in {problem.kind for problem in parsed.problems}


def test_the_front_of_a_posts_own_print_stands_above_the_header() -> None:
    front = (
        "S E C R E T        TIRANA 09901\nCXTIRANA:\n    ACTION: AMB\n    INFO:   RSO DCM\n\n"
        "DISSEMINATION: AMB /1\nCHARGE: PROG\n\nAPPROVED: AMB:AEXAMPLE\nDRAFTED: POL:BEXAMPLE\n\n"
    )
    header = (
        "VZCZCTII001\nOO RUEHC\nDE RUEHTI #9901/01 1040605\nO 140605Z APR 09\nFM AMEMBASSY TIRANA\n"
    )
    text = f"{front}{header}S E C R E T TIRANA 009901\n\n1. (S) Text."
    parsed = parse_message(text)
    assert parsed.cable.created == datetime(2009, 4, 14, 6, 5, tzinfo=UTC)
    assert [one.text for one in parsed.cable.paragraphs] == ["Text."]
    [above] = [one.span for one in parsed.problems if one.kind is ProblemKind.LINES_ABOVE]
    assert above
    assert text[above.start : above.end] == front
