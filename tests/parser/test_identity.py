"""Which cable a telegram is, by the word of its carrier or by what most of its signs say."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from parser import Cable, Metadata, ProblemKind, parse_message

DAY = datetime(2009, 4, 14, 6, 5, tzinfo=UTC)


def read(text: str, **known: object) -> Cable:
    return parse_message(text, metadata=Metadata("test", **known)).cable


@pytest.mark.parametrize(
    ("text", "reference_id", "mrn"),
    [
        pytest.param("UNCLAS TIRANA 009901\n\n1. A.", "09TIRANA9901", "09TIRANA9901", id="line"),
        pytest.param(
            "1. A.\n\nTIRANA 00009901 002 OF 004\n\nB.", "09TIRANA9901", "09TIRANA9901", id="mark"
        ),
        pytest.param(
            "DE RUEHTI #9901 1040605\nFM AMEMBASSY TIRANA\n\n1. A.",
            "09TIRANA9901",
            "09TIRANA9901",
            id="sender and serial",
        ),
        pytest.param(
            "DE RUEHTI #9901 1040605\n\n1. A.", "09TIRANA9901", "09TIRANA9901", id="routing"
        ),
        pytest.param(
            "DE RUEHTI #9901 1040605\nFM AMCONSUL MILAN\n\n1. A.",
            "09MILAN9901",
            "09MILAN9901",
            id="the sender wins over the routing indicator",
        ),
        pytest.param(
            "DE RUEHTI #9902 1040605\nFM AMEMBASSY TIRANA\n\nUNCLAS TIRANA 009901\n\n1. A.\n\n"
            "TIRANA 00009901 002 OF 004\n\nB.",
            "09TIRANA9901",
            "09TIRANA9901",
            id="most signs",
        ),
        pytest.param(
            "DE RUEHC #1801 1040605\nFM SECSTATE WASHDC\n\nUNCLAS STATE 131801\n\n1. A.",
            "09STATE131801",
            "09STATE131801",
            id="the header has the last digits",
        ),
        pytest.param(
            "DE RUEHTI #9902 1040605\nFM AMEMBASSY TIRANA\n\nUNCLAS TIRANA 019901\n\n1. A.",
            "09TIRANA9902",
            "09TIRANA9902",
            id="the header has other digits",
        ),
        pytest.param("FM AMEMBASSY TIRANA\n\n1. A.", None, None, id="no serial"),
        pytest.param("DE RUEHXX #9901 1040605\n\n1. A.", None, None, id="no station"),
        pytest.param("1. A.", None, None, id="nothing"),
    ],
)
def test_a_number_that_is_worked_out(text: str, reference_id: str | None, mrn: str | None) -> None:
    cable = read(text, created=DAY)
    assert (cable.reference_id, cable.mrn) == (reference_id, mrn)


@pytest.mark.parametrize(
    "title",
    ["AMEMBASSY", "AMCONSUL", "AMCONGEN", "USMISSION", "USOFFICE", "USINT", "USLO"],
)
def test_titles_of_a_sender(title: str) -> None:
    cable = read(f"DE RUEHXX #9901 1040605\nFM {title} TIRANA\n\n1. A.", created=DAY)
    assert (cable.mrn, cable.origin) == ("09TIRANA9901", "Embassy Tirana")


@pytest.mark.parametrize(
    ("given", "mrn"),
    [
        pytest.param("09ROME12", "09ROME12", id="the carrier's word"),
        pytest.param("ROME 12", "09ROME12", id="without a year"),
        pytest.param("092OF5", "09TIRANA9901", id="malformed: the telegram's"),
    ],
)
def test_a_number_that_is_given(given: str, mrn: str) -> None:
    cable = read(
        "O 140605Z APR 09\nFM AMEMBASSY TIRANA\n\nUNCLAS TIRANA 009901\n\n1. A.", reference_id=given
    )
    assert (cable.reference_id, cable.mrn) == (given, mrn)


@pytest.mark.parametrize(
    ("known", "mrn"),
    [
        pytest.param({"reference_id": "88TIRANA1"}, "88STATE9912", id="of the id, last century"),
        pytest.param({"reference_id": "08TIRANA1"}, "08STATE9912", id="of the id, this century"),
        pytest.param({"reference_id": "082OF5"}, "08STATE9912", id="of a malformed id"),
        pytest.param({"reference_id": "34TIRANA1"}, None, id="34 is no year"),
        pytest.param({"reference_id": "8TIRANA1"}, None, id="one digit is no year"),
        pytest.param({"reference_id": "\u0660\u0668X"}, None, id="other digits are none"),
        pytest.param(
            {"reference_id": "08TIRANA1", "created": DAY}, "09STATE9912", id="of its time"
        ),
        pytest.param({}, None, id="unknown"),
    ],
)
def test_year_of_references_that_print_none(known: dict[str, object], mrn: str | None) -> None:
    [reference] = read("SUBJECT: QUAYS\n\nREF: STATE 9912\n\n1. A.", **known).references
    assert reference.mrn == mrn


def test_the_time_of_the_telegram_wins_over_that_of_its_carrier() -> None:
    cable = read("O 130605Z APR 09\nFM AMEMBASSY TIRANA\n\n1. A.", created=DAY)
    assert cable.created == DAY.replace(day=13)


@pytest.mark.parametrize(
    ("printed", "classification"),
    [
        pytest.param("CONFIDENTIAL//NOFORN", "CONFIDENTIAL//NOFORN", id="control"),
        pytest.param(" secret ", "SECRET", id="small letters"),
        pytest.param(
            "UNCLASSIFIED//FOR OFFICIAL USE ONLY", "UNCLASSIFIED//FOR OFFICIAL USE ONLY", id="fouo"
        ),
        pytest.param("QUITE SECRET", "UNCLASSIFIED", id="none: the telegram's"),
    ],
)
def test_classification_of_the_carrier(printed: str, classification: str) -> None:
    cable = read("UNCLAS TIRANA 009901\n\n1. A.", classification=printed)
    assert str(cable.classification) == classification


@pytest.mark.parametrize(
    ("line", "classification"),
    [
        pytest.param("UNCLAS TIRANA 009901", "UNCLASSIFIED", id="unclassified"),
        pytest.param(
            "UNCLAS TIRANA 009901\n\nSENSITIVE", "UNCLASSIFIED//FOR OFFICIAL USE ONLY", id="caption"
        ),
        pytest.param(
            "UNCLAS TIRANA 009901\n\nSBU", "UNCLASSIFIED//FOR OFFICIAL USE ONLY", id="short"
        ),
        pytest.param("UNCLAS TIRANA 009901\n\nSIPDIS", "UNCLASSIFIED", id="another caption"),
        pytest.param("CONFIDENTIAL TIRANA 009901\n\nSENSITIVE", "CONFIDENTIAL", id="classified"),
        pytest.param("SECRET TIRANA 009901\n\nNOFORN\nSIPDIS", "SECRET//NOFORN", id="noforn"),
    ],
)
def test_classification_of_the_telegram(line: str, classification: str) -> None:
    assert str(read(f"{line}\n\nSUBJECT: QUAYS\n\n1. A.").classification) == classification


@pytest.mark.parametrize(
    ("text", "known", "message"),
    [
        pytest.param("1. A.", {"reference_id": "092OF5"}, "092OF5 is no message reference number."),
        pytest.param("1. A.", {}, "The telegram does not say which cable it is."),
        pytest.param(
            "UNCLAS TIRANA 009901\n\n1. A.",
            {"reference_id": "092OF5", "created": DAY},
            "092OF5 is malformed; the telegram says 09TIRANA9901.",
        ),
        pytest.param("UNCLAS TIRANA 009901\n\n1. A.", {"created": DAY}, None),
        pytest.param("1. A.", {"reference_id": "09ROME12"}, None),
    ],
    ids=["malformed", "no id", "malformed, worked out", "worked out", "given"],
)
def test_what_is_doubted(text: str, known: dict[str, object], message: str | None) -> None:
    kinds = ProblemKind.MALFORMED_REFERENCE_ID, ProblemKind.NO_REFERENCE_ID
    problems = parse_message(text, metadata=Metadata("test", **known)).problems
    assert [one.message for one in problems if one.kind in kinds] == ([message] if message else [])


@pytest.mark.parametrize(
    ("created", "is_doubted"),
    [
        pytest.param(DAY, False, id="the same minute"),
        pytest.param(DAY.replace(minute=6), True, id="another minute"),
        pytest.param(DAY.replace(hour=0, minute=0), False, id="the day alone"),
        pytest.param(DAY.replace(day=15, hour=0, minute=0), True, id="another day alone"),
        pytest.param(DAY.replace(hour=0), True, id="an hour of 0 is a time"),
    ],
)
def test_two_times(created: datetime, *, is_doubted: bool) -> None:
    text = "O 140605Z APR 09\nFM AMEMBASSY TIRANA\n\nUNCLAS TIRANA 009901\n\n1. A."
    problems = parse_message(text, metadata=Metadata("test", created=created)).problems
    found = [one for one in problems if one.kind is ProblemKind.DATE_DISAGREES]
    assert [text[slice(*one.span)] for one in found] == ["O 140605Z APR 09"] * is_doubted
