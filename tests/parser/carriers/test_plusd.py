from __future__ import annotations

from datetime import UTC, datetime

import pytest

from parser import ProblemKind
from parser._carriers import plusd
from parser._read import read_records

CELLS = {
    "Date:": "2009 April 14, 06:05 (Tuesday)",
    "Canonical ID:": "09TIRANA9901_a",
    "Original Classification:": "CONFIDENTIAL",
    "Current Classification:": "UNCLASSIFIED",
    "Locator:": "-- Not Assigned --",
    "Executive Order:": "-- N/A or Blank --",
    "TAGS:": "AL - Albania | PREL - External Political Relations--General",
    "From:": "Albania Tirana",
}
TELEGRAM = "C O N F I D E N T I A L TIRANA 009901\n\n1. (C) The lighthouse & the quay."


def page(body, cells=CELLS):
    rows = "".join(
        f'<tr><td><div class="s_key">{key}</div><div class="s_val">{value}</div></td></tr>'
        for key, value in cells.items()
    )
    heading = "<tr><td colspan='3'>LIGHTHOUSE FESTIVAL</td></tr>"
    return f'<html><body><table id="synopsis">{heading}{rows}</table>{body}</body></html>'.encode()


MARKED_UP = TELEGRAM.replace("&", "&amp;")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<div id='content'><pre>\n{MARKED_UP}\n</pre></div>", id="content"),
        pytest.param(f"<div id='rawtext'><pre>{MARKED_UP}</pre></div><pre>y</pre>", id="raw"),
        pytest.param(f"<pre>-----BEGIN PGP MESSAGE-----\nx</pre><pre>{MARKED_UP}</pre>", id="key"),
        *(
            pytest.param(f"<pre>{'y' * 500}</pre>{body.format(MARKED_UP)}", id=name)
            for name, body in (
                ("raw text before a longer one", "<div id='rawtext'><pre>{}</pre></div>"),
                ("raw before a longer one", "<div id='raw'><pre>{}</pre></div>"),
                ("tagged text before a longer one", "<div id='tagged-text'>{}</div>"),
                ("content before a longer one", "<div id='content'><pre>{}</pre></div>"),
            )
        ),
        pytest.param(f"<div id='rawtext'>{MARKED_UP}</div>", id="raw text without pre"),
        pytest.param(f"<div id='content'>{MARKED_UP}</div>", id="content without pre"),
    ],
)
def test_page(body):
    (record,) = read_records(page(body))
    metadata = record.metadata
    assert metadata.carrier == "plusd"
    assert metadata.reference_id == "09TIRANA9901_a"
    assert metadata.created == datetime(2009, 4, 14, 6, 5, tzinfo=UTC)
    assert metadata.classification == "CONFIDENTIAL"
    assert metadata.origin == "Embassy Tirana"
    assert metadata.title == "LIGHTHOUSE FESTIVAL"
    assert metadata.tags == ("AL", "PREL")
    assert record.text == TELEGRAM
    assert ("current classification", "UNCLASSIFIED") in metadata.attributes
    assert "locator" not in dict(metadata.attributes)


@pytest.mark.parametrize(
    ("printed", "created"),
    [
        ("1975 June 30, 00:00 (Monday)", datetime(1975, 6, 30, tzinfo=UTC)),
        ("1975 June 30", datetime(1975, 6, 30, tzinfo=UTC)),
        ("1975 June 30, 16:05 (Monday)", datetime(1975, 6, 30, 16, 5, tzinfo=UTC)),
        ("1975 June 3", datetime(1975, 6, 3, tzinfo=UTC)),
        ("1975 June 30, 24:05", None),
        ("1975 Junius 30", None),
        ("30 June 1975", None),
        ("1975 June 31, 00:00", None),
        ("soon", None),
    ],
)
def test_dates(printed, created):
    (record,) = read_records(page("<pre>x</pre>", {**CELLS, "Date:": printed}))
    assert record.metadata.created == created


def test_pages_one_behind_the_other():
    second = page("<pre>The quay.</pre>", {**CELLS, "Canonical ID:": "09TIRANA9902_a"})
    records = list(read_records(page(f"<pre>{MARKED_UP}</pre>") + second))
    assert [(one.metadata.reference_id, one.position, one.text) for one in records] == [
        ("09TIRANA9901_a", "page 1", TELEGRAM),
        ("09TIRANA9902_a", "page 2", "The quay."),
    ]


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        pytest.param(f"<div id='raw'><pre>{MARKED_UP}</pre></div>", False, id="whole"),
        pytest.param(f"<DIV ID='raw'><PRE>{MARKED_UP}</PRE></DIV>", False, id="capitals"),
        pytest.param(f"<div id='rawtext'>{MARKED_UP}</div>", False, id="without pre"),
        pytest.param(f"<div id='raw'><pre>{MARKED_UP}", True, id="cut in the text"),
        pytest.param(f"<pre>x</pre><div id='raw'><PRE>{MARKED_UP}", True, id="behind another"),
    ],
)
def test_a_page_that_ends_too_early(body, is_told):
    (record,) = read_records(page(body).removesuffix(b"</body></html>"))
    assert record.text == TELEGRAM
    assert [problem.kind for problem in record.problems] == (
        [ProblemKind.MALFORMED_RECORD] if is_told else []
    )


def test_a_page_without_text():
    (record,) = read_records(page(""))
    assert [problem.kind for problem in record.problems] == [ProblemKind.NO_BODY]


@pytest.mark.parametrize(
    ("sender", "origin"),
    [
        pytest.param("Albania Tirana", "Embassy Tirana", id="country and city"),
        pytest.param("Mexico Mexico", "Embassy Mexico", id="both of one name"),
        pytest.param("Tirana", "Embassy Tirana", id="the city alone"),
        pytest.param("Atlantis Poseidonis", "Atlantis Poseidonis", id="no post that is known"),
        pytest.param(" ".join(["Far"] * 20 + ["Tirana"]), "Embassy Tirana", id="many words"),
        pytest.param("-- N/A or Blank --", None, id="nothing"),
    ],
)
def test_the_post_is_spelt_as_elsewhere(sender, origin):
    (record,) = read_records(page("<pre>x</pre>", {**CELLS, "From:": sender}))
    assert record.metadata.origin == origin


@pytest.mark.parametrize(
    ("printed", "tags"),
    [
        ("AL - Albania | PREL - Political Affairs", ("AL", "PREL")),
        ("AL | PREL", ("AL", "PREL")),
        ("AL - Albania", ("AL",)),
        ("AL - Albania | | PREL - x - y |", ("AL", "PREL")),
        ("-- Not Assigned --", ()),
    ],
)
def test_tags(printed, tags):
    (record,) = read_records(page("<pre>x</pre>", {**CELLS, "TAGS:": printed}))
    assert record.metadata.tags == tags


@pytest.mark.parametrize("value", ["", "N/A", "n/a or blank", "-- Not Assigned --", " - "])
def test_values_that_say_nothing_are_left_out(value):
    (record,) = read_records(page("<pre>x</pre>", {**CELLS, "Canonical ID:": value}))
    assert record.metadata.reference_id is None
    assert "canonical id" not in dict(record.metadata.attributes)


def test_a_page_without_a_title():
    heading = b"<tr><td colspan='3'>LIGHTHOUSE FESTIVAL</td></tr>"
    (record,) = read_records(page("<pre>x</pre>").replace(heading, b""))
    assert record.metadata.title is None
    assert record.metadata.reference_id == "09TIRANA9901_a"


def test_a_key_without_a_value_is_left_out():
    lone = b'<tr><td><div class="s_key">From:</div></td></tr></table>'
    cells = {key: value for key, value in CELLS.items() if key != "From:"}
    (record,) = read_records(page("<pre>x</pre>", cells).replace(b"</table>", lone))
    assert record.metadata.origin is None


@pytest.mark.parametrize(
    ("head", "is_page"),
    [
        (b"<table id='synopsis'>", True),
        (b'<TABLE class="x" ID = synopsis>', True),
        (b"<table id='synopsis2'>", False),
        (b"<table id='other'><td id='synopsis'>", False),
        (b"<div id='synopsis'>", False),
    ],
)
def test_the_table_is_known_by_its_id(head, is_page):
    assert plusd.matches(head) is is_page


def test_a_table_without_rows():
    (record,) = read_records(b"<html><table id='synopsis'></table><pre>The quay.</pre></html>")
    assert (record.text, record.metadata.title, record.metadata.attributes) == (
        "The quay.",
        None,
        (),
    )
