from __future__ import annotations

from datetime import UTC, datetime

import pytest

from parser._carriers import central_files
from parser._read import read_records

DOCUMENT = """Message Text

CONFIDENTIAL
PAGE 01        TIRANA  09901  140605Z
P 140605Z APR 77
FM AMEMBASSY TIRANA
TO SECSTATE WASHDC PRIORITY 4821
C O N F I D E N T I A L TIRANA 9901

1. THE LIGHTHOUSE IS CLOSED.
Declassified/Released US Department of State EO Systematic Review 22 May 2009
CONFIDENTIAL
*** Current Classification *** CONFIDENTIAL

Message Attributes

Automatic Decaptioning: X
Current Classification: UNCLASSIFIED
Document Number: 1977TIRANA09901
Draft Date: 14 APR 1977
From: TIRANA
Executive Order: N/A
Original Classification: CONFIDENTIAL
Subject: LIGHTHOUSE
 FESTIVAL
TAGS: PFOR, AL
Reference: 77 ROME 12
To: STATE
"""


def test_document():
    (record,) = read_records(DOCUMENT.encode())
    metadata = record.metadata
    assert metadata.carrier == "central-files"
    assert metadata.reference_id == "1977TIRANA09901"
    assert metadata.created == datetime(1977, 4, 14, tzinfo=UTC)
    assert metadata.classification == "CONFIDENTIAL"
    assert metadata.origin == "Embassy Tirana"
    assert metadata.title == "LIGHTHOUSE FESTIVAL"
    assert metadata.tags == ("PFOR", "AL")
    assert metadata.references == ("77 ROME 12",)
    attributes = dict(metadata.attributes)
    assert attributes["To"] == "STATE"
    assert "Executive Order" not in attributes
    assert record.text.startswith("CONFIDENTIAL\nPAGE 01")
    assert record.text.endswith("1. THE LIGHTHOUSE IS CLOSED.\nCONFIDENTIAL")


def test_stamps_are_kept_apart():
    (record,) = read_records(DOCUMENT.encode())
    stamps = [value for key, value in record.metadata.attributes if key == "Stamp"]
    assert stamps == [
        "Declassified/Released US Department of State EO Systematic Review 22 May 2009",
        "*** Current Classification *** CONFIDENTIAL",
    ]


def test_documents_one_behind_the_other():
    second = DOCUMENT.replace("09901", "09902")
    records = list(read_records((DOCUMENT + second).encode()))
    ids = [(record.metadata.reference_id, record.position) for record in records]
    assert ids == [("1977TIRANA09901", "document 1"), ("1977TIRANA09902", "document 2")]


def metadata_of(**values: str):
    source = DOCUMENT
    for key, value in values.items():
        name = key.replace("_", " ")
        lines = [
            f"{name}: {value}" if line.startswith(f"{name}:") else line
            for line in source.split("\n")
        ]
        source = "\n".join(lines)
    (record,) = read_records(source.encode())
    return record.metadata


@pytest.mark.parametrize(
    ("printed", "created"),
    [
        ("14 APR 1977", datetime(1977, 4, 14, tzinfo=UTC)),
        ("4-April-1977", datetime(1977, 4, 4, tzinfo=UTC)),
        ("31 APR 1977", None),
        ("14 XYZ 1977", None),
        ("soon", None),
    ],
)
def test_draft_date(printed, created):
    assert metadata_of(Draft_Date=printed).created == created


@pytest.mark.parametrize(
    "value", ["", "N/A", "n/a", "N/A or Blank", "-- N/A or Blank --", "Not Assigned"]
)
def test_values_that_say_nothing_are_left_out(value):
    metadata = metadata_of(From=value, Original_Classification=value, Reference=value)
    assert (metadata.origin, metadata.references) == (None, ())
    assert "From" not in dict(metadata.attributes)


def test_an_unknown_sender_is_kept():
    assert metadata_of(From="ATLANTIS").origin == "ATLANTIS"


@pytest.mark.parametrize(
    ("head", "is_document"),
    [
        ("Message Text\n\nMessage Attributes\n", True),
        ("  MESSAGE TEXT \r\n\r\n message attributes \r\n", True),
        ("Message Text\n", False),
        ("Message Attributes\n", False),
        ("The Message Text\nMessage Attributes\n", False),
    ],
)
def test_both_headings_are_needed(head, is_document):
    assert central_files.matches(head.encode()) is is_document


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"\ufeff{DOCUMENT}\ufeff{DOCUMENT}", id="byte order marks of two files"),
        pytest.param((DOCUMENT + DOCUMENT).replace("\n", "\r\n"), id="CRLF"),
        pytest.param(DOCUMENT + DOCUMENT.replace("\n", "\r\n"), id="line ends mixed"),
        pytest.param(f"Page 1 of 1\n\n{DOCUMENT}\n\n{DOCUMENT}", id="a line before"),
    ],
)
def test_two_documents_however_they_were_put_together(source):
    first, second = read_records(source.encode())
    (usual,) = read_records(DOCUMENT.encode())
    assert (first.text, second.text) == (usual.text, usual.text)
    assert first.metadata == second.metadata == usual.metadata


@pytest.mark.parametrize(
    ("behind", "attributes"),
    [
        pytest.param("Subject: A\n B\n  C\n", {"Subject": "A B C"}, id="over three lines"),
        pytest.param("Subject: A\n\n\nB\n", {"Subject": "A B"}, id="blank lines in it"),
        pytest.param("Subject:\n A\n", {"Subject": "A"}, id="in the next line"),
        pytest.param("Subject: A: B\n", {"Subject": "A: B"}, id="a colon in it"),
        pytest.param("Subject: A\nhttp://x\n", {"Subject": "A http://x"}, id="no key"),
        pytest.param("Subject: A\nSubject: B\n", {"Subject": "B"}, id="twice: the last"),
        pytest.param("lower: A\nSubject: B\n", {"Subject": "B"}, id="before any key"),
        pytest.param("Handling Restrictions: n/a\nTo: STATE\n", {"To": "STATE"}, id="nothing"),
        pytest.param("Image Path:\nTo: STATE\n", {"To": "STATE"}, id="empty"),
        pytest.param("", {}, id="none"),
    ],
)
def test_attributes(behind, attributes):
    source = f"Message Text\n\n1. THE PORT.\n\nMessage Attributes\n\n{behind}"
    (record,) = read_records(source.encode())
    assert dict(record.metadata.attributes) == attributes
    assert record.text == "1. THE PORT."


@pytest.mark.parametrize(
    ("values", "level"),
    [
        (
            {"Original_Classification": "Secret", "Current_Classification": "Unclassified"},
            "SECRET",
        ),
        (
            {"Original_Classification": "N/A", "Current_Classification": "Unclassified"},
            "UNCLASSIFIED",
        ),
        ({"Original_Classification": "N/A", "Current_Classification": ""}, None),
    ],
)
def test_the_level_is_the_one_it_was_sent_with(values, level):
    assert metadata_of(**values).classification == level


@pytest.mark.parametrize(
    ("printed", "listed"),
    [
        ("77 ROME 12", ("77 ROME 12",)),
        ("77 ROME 12, 77 STATE 4", ("77 ROME 12", "77 STATE 4")),
        ("77 ROME 12 ;77 STATE 4|77 BERN 1", ("77 ROME 12", "77 STATE 4", "77 BERN 1")),
    ],
)
def test_lists(printed, listed):
    metadata = metadata_of(Reference=printed, TAGS=printed)
    assert (metadata.references, metadata.tags) == (listed, listed)


@pytest.mark.parametrize(
    ("length", "level"),
    [
        pytest.param(DOCUMENT.index("Original"), "UNCLASSIFIED", id="in the attributes"),
        pytest.param(DOCUMENT.index("Automatic"), None, id="behind their heading"),
    ],
)
def test_a_document_that_is_cut(length, level):
    (record,) = read_records(DOCUMENT[:length].encode())
    assert record.metadata.carrier == "central-files"
    assert record.text.endswith("1. THE LIGHTHOUSE IS CLOSED.\nCONFIDENTIAL")
    assert record.metadata.classification == level
