from __future__ import annotations

from datetime import UTC, datetime

import pytest

from parser._carriers import wikileaks_text
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


PAGE = f"{TITLE}{NAMES}\n{VALUES}\n\n{TELEGRAM}\n"
OTHER = PAGE.replace("9901", "9902")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"{PAGE}\n{OTHER}", id="a blank line between"),
        pytest.param(f"\ufeff{PAGE}\ufeff{OTHER}", id="byte order marks of two files"),
        pytest.param(f"{PAGE}{OTHER}".replace("\n", "\r\n"), id="CRLF"),
        pytest.param(f"{PAGE}{OTHER}".replace("\n", "\r"), id="CR"),
        pytest.param(PAGE + OTHER.replace("\n", "\r\n"), id="line ends mixed"),
        pytest.param(f"Browse latest releases\n\n{PAGE}{OTHER}", id="a menu before"),
        pytest.param(f"{PAGE}{OTHER}".replace("## ", "**"), id="set in bold"),
        pytest.param(f"{PAGE}{OTHER}".replace("## ", ""), id="no heading"),
    ],
)
def test_two_pages_however_they_were_put_together(source):
    first, second = read_records(source.encode())
    assert [one.metadata.reference_id for one in (first, second)] == [
        "09TIRANA9901",
        "09TIRANA9902",
    ]
    assert (first.text, second.text) == (TELEGRAM, TELEGRAM)
    assert (
        first.metadata.created == second.metadata.created == datetime(2009, 4, 14, 6, 5, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    ("length", "text", "origin"),
    [
        pytest.param(len(PAGE) - 6, TELEGRAM[:-5], "Embassy Tirana", id="in the telegram"),
        pytest.param(PAGE.index(TELEGRAM), "", "Embassy Tirana", id="before the telegram"),
        pytest.param(PAGE.index("Embassy") + 7, "", "Embassy", id="in the values"),
        pytest.param(PAGE.index(VALUES), "", None, id="before the values"),
        pytest.param(PAGE.index("Released"), "", None, id="in the names"),
        pytest.param(PAGE.index(",") + 1, "", None, id="in the title"),
    ],
)
def test_a_page_that_is_cut(length, text, origin):
    (record,) = read_records(PAGE[:length].encode())
    assert record.metadata.reference_id == "09TIRANA9901"
    assert (record.text, record.metadata.origin) == (text, origin)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param("## Viewing cable 09TIRANA9901, THE  PORT ", "THE PORT", id="spaces"),
        pytest.param("# **Viewing cable 09TIRANA9901, THE PORT**", "THE PORT", id="bold"),
        pytest.param("Viewing cable 09TIRANA9901, [THE PORT](/x.html)", "THE PORT", id="a link"),
        pytest.param("Viewing cable 09TIRANA9901, <b>THE PORT</b>", "THE PORT", id="HTML"),
        pytest.param("Viewing cable 09TIRANA9901, A, B", "A, B", id="a comma in it"),
        pytest.param("Viewing cable 09TIRANA9901,", None, id="none"),
    ],
)
def test_title(line, title):
    (record,) = read_records(f"{line}\n\n{NAMES}\n{VALUES}\n\n{TELEGRAM}".encode())
    assert record.metadata.title == title
    assert record.text == TELEGRAM


@pytest.mark.parametrize(
    ("articles", "links"),
    [
        pytest.param("Appears in these articles:\n", (), id="none"),
        pytest.param(
            "| Appears in these articles: http://example.org/a |\n",
            ("http://example.org/a",),
            id="one",
        ),
        pytest.param(
            "Appears in these articles:\nhttp://example.org/a\n\nhttp://example.org/b\n"
            "http://example.org/a\n",
            ("http://example.org/a", "http://example.org/b"),
            id="one of them twice",
        ),
        pytest.param(
            "APPEARS IN THESE ARTICLES: <https://example.org/a?b=1>\n",
            ("https://example.org/a?b=1",),
            id="in brackets",
        ),
    ],
)
def test_articles(articles, links):
    source = f"{TITLE}{NAMES}\n{VALUES}\n{articles}\n{TELEGRAM}"
    (record,) = read_records(source.encode())
    assert (record.metadata.articles, record.text) == (links, TELEGRAM)


def test_a_link_in_the_telegram_is_no_article():
    linked = TELEGRAM.replace("VZCZCXRO0001  ", "See http://example.org/a")
    (record,) = read_records(f"{TITLE}{NAMES}\n{VALUES}\n\n{linked}".encode())
    assert (record.metadata.articles, record.text) == ((), linked)


@pytest.mark.parametrize(
    ("head", "is_page"),
    [
        ("Viewing cable 09TIRANA9901, X", True),
        ("a\n\n ** Viewing cable 09TIRANA9901, X", True),
        ("#### Viewing cable 09STATE12A, X", True),
        ("Viewing cable 09TIRANA9901 X", False),
        ("Viewing cable TIRANA9901, X", False),
        ("We were viewing cable 09TIRANA9901, X", False),
        ("> Viewing cable 09TIRANA9901, X", False),
    ],
)
def test_what_is_a_heading(head, is_page):
    assert wikileaks_text.matches(head.encode()) is is_page
