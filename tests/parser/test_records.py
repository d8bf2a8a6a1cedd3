"""What a carrier hands on: times, documents of one text, cables that begin in another's text."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from parser import Metadata, ProblemKind
from parser._records import Record, divide, documents, read_minute
from parser._told import Told

ROW = "2009-04-14 06:05:00\t{mrn}\tEmbassy Tirana\tSECRET\t09ROME12|09ROME13\t"


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        pytest.param("2009-04-14 06:05", "2009-04-14T06:05", id="usual"),
        pytest.param("2009-4-4T6:05:59", "2009-04-04T06:05", id="one digit, a T, seconds"),
        pytest.param("Created: 4/14/2009 6:05", "2009-04-14T06:05", id="month first"),
        pytest.param("04/14/2009  16:05 UTC", "2009-04-14T16:05", id="month first, two spaces"),
        pytest.param("2009-14-04 06:05", None, id="no month"),
        pytest.param("14/4/2009 6:05", None, id="no month, the other way"),
        pytest.param("2009-04-14 24:05", None, id="no hour"),
        pytest.param("2009-04-14", None, id="a day"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_minute(text: str, minute: str | None) -> None:
    found = read_minute(text)
    assert (found.isoformat("T", "minutes")[:16] if found else None) == minute
    assert found is None or found.tzinfo is UTC


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "# A\nx\n# B\ny\n", [("# A", "\nx\n", "page 1"), ("# B", "\ny\n", "page 2")], id="two"
        ),
        pytest.param("front # A\nx", [("# A", "\nx", None)], id="one has no position"),
    ],
)
def test_documents(text: str, parts: list[tuple[str, str, str | None]]) -> None:
    found = documents(text, re.compile(r"# \w"), "page")
    assert [(match[0], under, position) for match, under, position in found] == parts


def record(text: str, **known: object) -> Record:
    return Record(text, Metadata("test", **known), "row 17", told=Told(signed_by=("EXAMPLE",)))


def test_a_record_without_rows_is_itself() -> None:
    one = record("The port.", reference_id="09TIRANA9901")
    assert list(divide(one)) == [one]


def test_a_row_of_the_same_cable_fills_what_its_carrier_does_not_say() -> None:
    text = f"The port.\n{ROW.format(mrn='09TIRANA9901')}It closed."
    [found] = divide(record(text, reference_id="09TIRANA9901", origin="Embassy Rome"))
    assert found.text == text
    assert found.metadata == Metadata(
        "test",
        "09TIRANA9901",
        datetime(2009, 4, 14, 6, 5, tzinfo=UTC),
        classification="SECRET",
        origin="Embassy Rome",
        references=("09ROME12", "09ROME13"),
    )


def test_what_the_carrier_says_wins_over_the_row() -> None:
    known = {
        "reference_id": "09TIRANA009901",
        "created": datetime(2008, 1, 1, tzinfo=UTC),
        "classification": "CONFIDENTIAL",
        "origin": "Embassy Rome",
        "references": ("09ROME14",),
    }
    text = f"The port.\n{ROW.format(mrn='09TIRANA9901')}It closed."
    [found] = divide(record(text, **known))
    assert found.metadata == Metadata("test", **known)


def test_a_row_of_another_cable_begins_that_cable() -> None:
    row = ROW.format(mrn="09TIRANA9902")
    first, second = divide(record(f"The port.\n\n{row}It closed.", reference_id="09TIRANA9901"))
    assert (first.text, first.position, first.told.signed_by) == (
        "The port.",
        "row 17",
        ("EXAMPLE",),
    )
    assert first.metadata == Metadata("test", "09TIRANA9901")
    [problem] = first.problems
    assert (problem.kind, problem.message) == (
        ProblemKind.SECOND_CABLE,
        "09TIRANA9902 followed in the same text and is kept by itself.",
    )
    assert (second.text, second.position, second.told.signed_by) == (
        f"{row}It closed.",
        "row 17",
        None,
    )
    assert (second.metadata.carrier, second.metadata.reference_id) == ("test", "09TIRANA9902")
    assert second.metadata.origin == "Embassy Tirana"
    assert not second.problems


def test_an_id_that_is_none_is_compared_as_it_stands() -> None:
    text = f"The port.\n{ROW.format(mrn='09TIRANA9901')}It closed."
    assert len(list(divide(record(text, reference_id="092OF5")))) == 2
    assert len(list(divide(record(text)))) == 1


def test_two_further_cables_are_named_together() -> None:
    rows = [ROW.format(mrn=f"09TIRANA990{number}") for number in (2, 3)]
    first, *others = divide(
        record(f"Ann.\n{rows[0]}Bob.\n{rows[1]}C.", reference_id="09TIRANA9901")
    )
    assert [one.metadata.reference_id for one in others] == ["09TIRANA9902", "09TIRANA9903"]
    assert first.problems[0].message.startswith("09TIRANA9902 and 09TIRANA9903 followed")
