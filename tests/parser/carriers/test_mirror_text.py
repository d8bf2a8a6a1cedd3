from __future__ import annotations

from datetime import UTC, datetime

import pytest

from parser import read
from parser._carriers import recognise
from parser._read import read_records

DATE = "Tue Apr 14 06:05:00 +0200 2009"
LINES = f"""09TIRANA9901
LIGHTHOUSE FESTIVAL &amp; QUAY
{DATE}
UNCLASSIFIED//FOR OFFICIAL USE ONLY
Embassy Tirana
"""
HEADER = """O 140605Z APR 09
FM AMEMBASSY TIRANA
TO SECSTATE WASHDC IMMEDIATE 3991
INFO AMEMBASSY ROME
HARBOR COLLECTIVE"""
BODY = """UNCLAS SECTION 01 OF 02 TIRANA 009901

SIPDIS

TAGS: PREL AL
SUBJECT: LIGHTHOUSE FESTIVAL

¶1. (U) The quay.
EXAMPLE
"""
PARTIAL = (
    "This record is a partial extract of the original cable."
    " The full text of the original cable is not available."
)


def test_the_five_lines():
    (record,) = read_records((LINES + BODY).encode())
    metadata = record.metadata
    assert metadata.carrier == "mirror-text"
    assert metadata.reference_id == "09TIRANA9901"
    assert metadata.title == "LIGHTHOUSE FESTIVAL & QUAY"
    assert metadata.created == datetime(2009, 4, 14, 6, 5, tzinfo=UTC)
    assert metadata.classification == "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    assert metadata.origin == "Embassy Tirana"
    assert (record.text, record.position) == (BODY.strip("\n"), None)


@pytest.mark.parametrize(
    ("written", "created"),
    [
        ("Fri Nov 01 00:00:00 +0100 2002", datetime(2002, 11, 1, tzinfo=UTC)),
        ("Fri Nov  1 21:07:09 UTC 2002", datetime(2002, 11, 1, 21, 7, tzinfo=UTC)),
        ("2002-11-01 21:07:00 +0100", datetime(2002, 11, 1, 21, 7, tzinfo=UTC)),
        ("2002-11-01", datetime(2002, 11, 1, tzinfo=UTC)),
        ("Fri Nov 01 21:09:00 +0100 2002", datetime(2002, 11, 1, tzinfo=UTC)),
        ("Fri Nov 01 12:12:00 +0100 2002", datetime(2002, 11, 1, tzinfo=UTC)),
        ("Fri Nov 01 00:12:00 +0100 2002", datetime(2002, 11, 1, tzinfo=UTC)),
        ("Fri Nov 31 00:00:00 +0100 2002", None),
        ("Fri Anj 01 00:00:00 +0100 2002", None),
        ("2002-13-01", None),
    ],
)
def test_dates(written, created):
    (record,) = read_records((LINES + BODY).replace(DATE, written).encode())
    assert record.metadata.created == created


@pytest.mark.parametrize(
    ("front", "body"),
    [
        pytest.param(HEADER, BODY, id="a header"),
        pytest.param(HEADER, BODY.replace("UNCLAS", "C O N F I D E N T I A L"), id="spaced"),
        pytest.param(HEADER, BODY.replace("UNCLAS", "S E C R E T"), id="secret"),
        pytest.param(HEADER, BODY.replace("\n", " \n"), id="blanks at line ends"),
        pytest.param(HEADER, BODY.replace("UNCLAS", "UNCLASSIFIED"), id="the long word"),
        pytest.param(HEADER, f"Tuesday, 14 April 2009, 06:05\n{BODY}", id="a day"),
        pytest.param(HEADER, BODY.partition("\n\n")[2], id="a caption"),
        pytest.param(HEADER, f"<<99>>\n4/14/2009 6:05\n{BODY}", id="a record"),
        pytest.param(PARTIAL, BODY, id="an extract"),
        pytest.param(
            PARTIAL, f"Tuesday, 14 April 2009, 06:05\n{BODY}", id="a day before the level"
        ),
    ],
)
def test_header_and_body_are_parted(front, body):
    (record,) = read_records((LINES + front + body).encode())
    assert record.text == f"{front}\n\n{body}".strip("\n")


@pytest.mark.parametrize(
    "telegram",
    [
        pytest.param(f"{HEADER}\n{BODY}", id="a line end between them"),
        pytest.param(f"{BODY}See (SECRET TIRANA 009902\n", id="a level in the text"),
        pytest.param("The quay is UNCLAS.", id="no classification line"),
    ],
)
def test_what_is_parted_already_stays(telegram):
    (record,) = read_records((LINES + telegram).encode())
    assert record.text == telegram.strip("\n")


def test_the_cable_is_whole():
    (parsed,) = read((LINES + HEADER + BODY).encode())
    cable = parsed.cable
    assert [one.name for one in cable.envelope.info] == ["AMEMBASSY ROME", "HARBOR COLLECTIVE"]
    assert cable.created == datetime(2009, 4, 14, 6, 5, tzinfo=UTC)
    assert (cable.captions, cable.tags, cable.signed_by) == (
        ("SIPDIS",),
        ("PREL", "AL"),
        ("EXAMPLE",),
    )
    assert [one.text for one in cable.paragraphs] == ["The quay."]


def test_texts_one_behind_the_other():
    second = LINES.replace("9901", "9902") + HEADER + BODY
    records = list(read_records((LINES + BODY + second).replace("\n", "\r\n").encode()))
    assert [(one.metadata.reference_id, one.position) for one in records] == [
        ("09TIRANA9901", "text 1"),
        ("09TIRANA9902", "text 2"),
    ]
    assert records[0].text == BODY.strip("\n")


@pytest.mark.parametrize(
    ("changed", "to", "name"),
    [
        pytest.param("09TIRANA", "\n \n09TIRANA", "mirror-text", id="blank lines before it"),
        pytest.param("09TIRANA9901", "TIRANA", "telegram", id="no id"),
        pytest.param(DATE, "soon", "telegram", id="no date"),
        pytest.param("UNCLASSIFIED//FOR", "FOR", "telegram", id="no classification"),
        pytest.param("09TIRANA", "A word.\n09TIRANA", "telegram", id="not at the start"),
    ],
)
def test_what_it_is_known_by(changed, to, name):
    carrier = recognise((LINES + BODY).replace(changed, to, 1).encode())
    assert carrier is not None
    assert carrier.name == name
