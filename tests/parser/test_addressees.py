"""Addressees: what a line of a list says, and who is exempted from a collective."""

from __future__ import annotations

import pytest

from parser import Addressee, Precedence
from parser._addressees import exempt, read_addressees, read_exempted

ROME = Addressee("RUEHRO", "AMEMBASSY ROME")
COLLECTIVE = Addressee(None, "ALL ADRIATIC POSTS COLLECTIVE")
POSTS = Addressee(None, "ALL DIPLOMATIC POSTS")


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        pytest.param("RUEHRO/AMEMBASSY ROME", ROME, id="routing"),
        pytest.param("RUEHRO /  AMEMBASSY ROME", ROME, id="spaces around the solidus"),
        pytest.param("RUE/ROME", Addressee(None, "RUE/ROME"), id="too short for routing"),
        pytest.param("RUEHRO/", Addressee(None, "RUEHRO/"), id="nothing behind the routing"),
        pytest.param("ROME FLASH", Addressee(None, "ROME", Precedence.FLASH), id="flash"),
        pytest.param(
            "ROME NIACT", Addressee(None, "ROME", Precedence.NIACT_IMMEDIATE), id="night action"
        ),
        pytest.param(
            "ROME NIACT IMMEDIATE", Addressee(None, "ROME", Precedence.NIACT_IMMEDIATE), id="both"
        ),
        pytest.param(
            "ROME IMMEDIATE NIACT", Addressee(None, "ROME", Precedence.NIACT_IMMEDIATE), id="turned"
        ),
        pytest.param(
            "IMMEDIATE NIACT",
            Addressee(None, "IMMEDIATE", Precedence.NIACT_IMMEDIATE),
            id="no name in front of both",
        ),
        pytest.param("ROME IMMED", Addressee(None, "ROME", Precedence.IMMEDIATE), id="short form"),
        pytest.param(
            "ROME immediate.", Addressee(None, "ROME", Precedence.IMMEDIATE), id="small letters"
        ),
        pytest.param(
            "NIACT IMMEDIATE", Addressee(None, "NIACT", Precedence.IMMEDIATE), id="no name"
        ),
        pytest.param("PRIORITY", Addressee(None, "PRIORITY"), id="a precedence alone is a name"),
        pytest.param(
            "ROME PRIORITY NIACT",
            Addressee(None, "ROME PRIORITY", Precedence.NIACT_IMMEDIATE),
            id="night action behind another precedence",
        ),
        pytest.param(
            "ROME PRIORITY 12",
            Addressee(None, "ROME", Precedence.PRIORITY, "12"),
            id="short number behind a precedence",
        ),
        pytest.param(
            "RUEHRO/AMEMBASSY ROME APR 0012",
            Addressee("RUEHRO", "AMEMBASSY ROME", None, "0012"),
            id="a month for a precedence",
        ),
        pytest.param("MAY 0012", Addressee(None, "MAY", None, "0012"), id="a month for a name"),
        pytest.param("ROOM 12", Addressee(None, "ROOM 12"), id="short number of a name"),
        pytest.param("CDR JTF 6", Addressee(None, "CDR JTF 6"), id="number of a force"),
        pytest.param(
            "RUEHRO/AMEMBASSY ROME 7",
            Addressee("RUEHRO", "AMEMBASSY ROME", None, "7"),
            id="short number behind an embassy",
        ),
        pytest.param(
            "USDA FAS WASHDC 1",
            Addressee(None, "USDA FAS WASHDC", None, "1"),
            id="short number behind Washington",
        ),
        pytest.param(
            "AMEMBASSY ROME 123456789",
            Addressee(None, "AMEMBASSY ROME 123456789"),
            id="too long for a number behind an embassy",
        ),
        pytest.param("ROME 123", Addressee(None, "ROME", None, "123"), id="number without one"),
        pytest.param("ROME 12345678", Addressee(None, "ROME 12345678"), id="too long for a number"),
        pytest.param(
            "ROME 123 PRIORITY", Addressee(None, "ROME", Precedence.PRIORITY, "123"), id="in front"
        ),
        pytest.param(
            "123 PRIORITY", Addressee(None, "123", Precedence.PRIORITY), id="a number for a name"
        ),
        pytest.param(
            "ROME ROUTINE0012", Addressee(None, "ROME", Precedence.ROUTINE, "0012"), id="run on"
        ),
        pytest.param(
            "ROME ROUTINE12", Addressee(None, "ROME ROUTINE12"), id="run on, but too short"
        ),
    ],
)
def test_a_line(line: str, addressee: Addressee) -> None:
    assert read_addressees([line]) == (addressee,)


@pytest.mark.parametrize(
    ("word", "precedence"),
    [
        pytest.param("PIORITY", Precedence.PRIORITY, id="a letter lost"),
        pytest.param("PRRIORITY", Precedence.PRIORITY, id="a letter doubled"),
        pytest.param("PRIOXITY", Precedence.PRIORITY, id="a wrong letter"),
        pytest.param("PRIOIRTY", Precedence.PRIORITY, id="two letters exchanged"),
        pytest.param("ROUTIN", Precedence.ROUTINE, id="the last letter lost"),
        pytest.param("IMEDIATE", Precedence.IMMEDIATE, id="immediate"),
        pytest.param("XRIORITY", None, id="another first letter"),
        pytest.param("PRIXXXTY", None, id="three wrong letters"),
        pytest.param("PRIITY", None, id="two letters lost"),
        pytest.param("IMMED", Precedence.IMMEDIATE, id="short form"),
        pytest.param("IMMEX", None, id="a misspelt short form"),
    ],
)
def test_a_misspelt_precedence(word: str, precedence: Precedence | None) -> None:
    [addressee] = read_addressees([f"AMEMBASSY ROME {word}"])
    assert addressee.precedence is precedence


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        pytest.param(
            ["RHEHNSC/NATIONAL SECURITY", "COUNCIL WASHDC"],
            ["NATIONAL SECURITY COUNCIL WASHDC"],
            id="goes on",
        ),
        pytest.param(["RUEHRO/ROME", "RUEHTI/TIRANA"], ["ROME", "TIRANA"], id="routing below"),
        pytest.param(
            ["AMEMBASSY ROME, AMCONSUL MILAN"], ["AMEMBASSY ROME", "AMCONSUL MILAN"], id="comma"
        ),
        pytest.param(["AMEMBASSY ROME", "TIRANA"], ["AMEMBASSY ROME", "TIRANA"], id="no routing"),
        pytest.param(["RUEHRO/ROME PRIORITY", "TIRANA"], ["ROME", "TIRANA"], id="precedence"),
        pytest.param(["RUEHRO/ROME 0012", "TIRANA"], ["ROME", "TIRANA"], id="number"),
        pytest.param(
            ["RHMFISS/CIS COLLECTIVE", "TIRANA"], ["CIS COLLECTIVE", "TIRANA"], id="a collective"
        ),
        pytest.param(
            ["RUEHC/DEPT OF LABOR WASHDC", "PRIORITY 0012"],
            ["DEPT OF LABOR WASHDC"],
            id="precedence below",
        ),
        pytest.param([f"RUEHRO/{'A' * 193}", "B"], [f"{'A' * 193} B"], id="longest"),
        pytest.param([f"RUEHRO/{'A' * 194}", "B"], ["A" * 194, "B"], id="too long"),
        *(
            pytest.param(["RUEHRO/ROME", name], ["ROME", name], id=name)
            for name in (
                *("AMCONSUL BARI", "USMISSION BARI", "SECSTATE WASHDC", "SECDEF", "DEPT OF STATE"),
                *("ALL POSTS", "CDR USEUCOM", "CJCS WASHDC", "JOINT STAFF", "DIA WASHDC"),
                *("CIA WASHDC", "FBI WASHDC", "NSC WASHDC", "WHITE HOUSE", "NATO COLLECTIVE"),
            )
        ),
    ],
)
def test_a_long_address_goes_on_in_the_next_line(lines: list[str], names: list[str]) -> None:
    assert [one.name for one in read_addressees(lines)] == names


@pytest.mark.parametrize(
    ("lines", "stations"),
    [
        pytest.param(["AMEMBASSY ROME/AMCONSUL BARI"], ("AMEMBASSY ROME", "AMCONSUL BARI")),
        pytest.param(["AMEMBASSY ROME AMCONSUL BARI"], ("AMEMBASSY ROME", "AMCONSUL BARI")),
        pytest.param(["USMISSION GENEVA USINT TIRANA"], ("USMISSION GENEVA", "USINT TIRANA")),
        pytest.param(["ROME, BARI; TIRANA."], ("ROME", "BARI", "TIRANA.")),
        pytest.param(["ROME", "BARI"], ("ROME", "BARI")),
        pytest.param([" . "], ()),
    ],
    ids=["solidus", "kinds", "other kinds", "comma and semicolon", "lines", "nothing"],
)
def test_exempted_stations(lines: list[str], stations: tuple[str, ...]) -> None:
    assert read_exempted(lines) == stations


@pytest.mark.parametrize(
    ("to", "info", "is_of_action", "owner"),
    [
        pytest.param([COLLECTIVE], [POSTS], True, "to", id="the list above: action"),
        pytest.param([COLLECTIVE], [POSTS], False, "info", id="the list above: info"),
        pytest.param([ROME], [POSTS], True, "info", id="the only collective stands in the other"),
        pytest.param([COLLECTIVE, POSTS], [ROME], True, None, id="two collectives"),
        pytest.param([ROME], [ROME], True, None, id="no collective"),
    ],
)
def test_whom_exempted_stations_belong_to(
    to: list[Addressee], info: list[Addressee], *, is_of_action: bool, owner: str | None
) -> None:
    read_to, read_info, left = exempt(tuple(to), tuple(info), ("BARI",), is_of_action=is_of_action)
    assert left == (() if owner else ("BARI",))
    assert [one.excluded for one in read_to] == [("BARI",) if owner == "to" else ()] * len(to)
    assert [one.excluded for one in read_info] == [("BARI",) if owner == "info" else ()] * len(info)
