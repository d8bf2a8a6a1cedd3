from __future__ import annotations

from datetime import UTC, datetime

import pytest

from parser._read import read_records

TITLE = "## Viewing cable 09TIRANA9901, LIGHTHOUSE FESTIVAL\n\nAn introduction.\n\n"
NAMES = "Reference ID\tCreated\tReleased\tClassification\tOrigin"
VALUES = "09TIRANA9901\t2009-04-14 06:05\t2011-08-30 01:44\tCONFIDENTIAL\tEmbassy Tirana"
LINKED = VALUES.replace("09TIRANA9901", '<a href="#">09TIRANA9901</a>').replace(
    "CONFIDENTIAL", "[CONFIDENTIAL](/classification/1_0.html)"
)
TELEGRAM = "VZCZCXRO0001  \nOO RUEHC\n\n1. (C) The port."
ARTICLES = "Appears in these articles:\n\n<http://example.org/a>\n[b](http://example.org/b)\n\n"

BOXES = [
    pytest.param(f"{NAMES}\n{VALUES}\n", id="tabs"),
    pytest.param(f"{NAMES}\n{LINKED}\n", id="values with links"),
    pytest.param(f"{NAMES}\n\n{VALUES}\n", id="a blank line between"),
    pytest.param(
        "| "
        + NAMES.replace("\t", " | ")
        + " |\n|---|---|---|---|---|\n| "
        + VALUES.replace("\t", " | ")
        + " |\n",
        id="a Markdown table",
    ),
    pytest.param(
        NAMES.replace("\t", "\n") + "\n\n" + VALUES.replace("\t", "\n") + "\n", id="lines"
    ),
]


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("articles", ["", ARTICLES], ids=["no articles", "articles"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_box(box, articles, line_end):
    source = f"{TITLE}{box}\n{articles}{TELEGRAM}\n".replace("\n", line_end)
    (record,) = read_records(source.encode())
    metadata = record.metadata
    assert metadata.carrier == "wikileaks-text"
    assert metadata.reference_id == "09TIRANA9901"
    assert metadata.created == datetime(2009, 4, 14, 6, 5, tzinfo=UTC)
    assert metadata.released == datetime(2011, 8, 30, 1, 44, tzinfo=UTC)
    assert metadata.classification == "CONFIDENTIAL"
    assert metadata.origin == "Embassy Tirana"
    assert metadata.title == "LIGHTHOUSE FESTIVAL"
    links = ("http://example.org/a", "http://example.org/b")
    assert metadata.articles == (links if articles else ())
    assert record.text == TELEGRAM
    assert record.position is None


def test_four_columns():
    names, values = NAMES.replace("Released\t", ""), VALUES.replace("2011-08-30 01:44\t", "")
    (record,) = read_records(f"{TITLE}{names}\n{values}\n\n{TELEGRAM}".encode())
    assert record.metadata.released is None
    assert record.metadata.origin == "Embassy Tirana"


def test_a_page_without_its_box():
    (record,) = read_records(f"Viewing cable 09TIRANA9901, LIGHTHOUSE\n\n{TELEGRAM}".encode())
    assert record.metadata.reference_id == "09TIRANA9901"
    assert record.text == TELEGRAM


def test_pages_one_behind_the_other():
    page = f"{TITLE}{NAMES}\n{VALUES}\n\n{TELEGRAM}\n\n"
    records = list(read_records((page + page.replace("9901", "9902")).encode()))
    ids = [(record.metadata.reference_id, record.position) for record in records]
    assert ids == [("09TIRANA9901", "page 1"), ("09TIRANA9902", "page 2")]
