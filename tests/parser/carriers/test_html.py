"""HTML pages and the box above a cable: `_carriers/_html.py`, `_box.py`."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest

from parser import Metadata, UnsafeSourceError
from parser._carriers._box import metadata_from_cells
from parser._carriers._html import ends_early, read_pages
from parser._stream import Stream


def pages(data, is_wanted=lambda _: True):
    return list(read_pages(Stream(io.BytesIO(data), "quay.html"), is_wanted))


@pytest.mark.parametrize(
    ("text", "is_early"),
    [
        ("<pre>a</pre>", False),
        ("<pre>a", True),
        ("<pre>a</pre", False),
        ("<pre>a</pre><pre>b", True),
        ("<pre>a<pre>b</pre>", False),
        ("<PRE>a</PRE>", False),
        ("<PRE>a", True),
        ("<pre class='x'>a</pre >", False),
        ("<p>a", False),
        ("a</pre>", False),
        ("", False),
    ],
)
def test_whether_a_page_ends_in_its_text(text, is_early):
    assert ends_early(text) is is_early


DEEP = [
    pytest.param("<div>", "", 2000, True, id="deepest"),
    pytest.param("<div>", "", 2001, False, id="one beyond"),
    pytest.param("<b>", "</b>", 5000, True, id="closed at once"),
    pytest.param("<p>", "", 5000, True, id="paragraphs end each other"),
    pytest.param("<br>", "", 5000, True, id="lines have no end"),
    pytest.param("<IMG src='x'>", "", 5000, True, id="pictures have no end"),
    pytest.param("</div>", "", 5000, True, id="ends of nothing"),
    pytest.param("< div>", "", 5000, True, id="no tags"),
    pytest.param("<Span\n>", "", 5000, False, id="capitals, a line end"),
]


@pytest.mark.parametrize(("start", "end", "count", "is_read"), DEEP)
def test_how_deep_a_page_may_be(start, end, count, is_read):
    data = f"{(start + end) * count}quay".encode()
    if is_read:
        (page,) = pages(data)
        assert page.tree.text().rstrip().endswith("quay")
    else:
        with pytest.raises(
            UnsafeSourceError, match=r"^quay\.html is nested more than 2000 deep; lo"
        ):
            pages(data)


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        pytest.param(b"<p>a", ["<p>a"], id="a piece of a page"),
        pytest.param(b"<html>a", ["<html>a"], id="one"),
        pytest.param(b"<!x><html>a", ["<!x><html>a"], id="what stands before it"),
        pytest.param(b"a<html>b", ["a", "<html>b"], id="a piece before it"),
        pytest.param(b"<html>a<html>b", ["<html>a", "<html>b"], id="two"),
        pytest.param(b"<html a='1'>a<HTML>b", ["<html a='1'>a", "<HTML>b"], id="capitals"),
        pytest.param(b"<htmlx>a<html>b", ["<htmlx>a", "<html>b"], id="no page"),
        pytest.param(b"<html>caf\xe9", ["<html>café"], id="Windows-1252"),
        pytest.param(b"", [], id="nothing"),
    ],
)
def test_where_a_page_begins(data, texts):
    found = pages(data, lambda piece: not piece.startswith(b"<!x"))
    assert [page.text for page in found] == texts
    places = [f"page {n}" for n in range(1, len(texts) + 1)] if len(texts) > 1 else [None]
    assert [page.position for page in found] == places[: len(found)]


def test_pages_that_are_not_wanted_are_passed_over():
    data = b"".join(b"<!x><html>%d" % number for number in range(6))
    found = pages(data, lambda page: page.strip(b"<!x>html") in {b"1", b"4"})
    assert [(page.text, page.position) for page in found] == [
        ("<html>1<!x>", "page 1"),
        ("<html>4<!x>", "page 2"),
    ]
    assert pages(data, lambda _: False) == []


NAMES = ["Reference ID", "Created", "Released", "Classification", "Origin"]
VALUES = ["09TIRANA9901", "2009-04-14 06:05", "2011-08-30 01:44", "SECRET", "Embassy Tirana"]
WHOLE = Metadata(
    "test",
    "09TIRANA9901",
    datetime(2009, 4, 14, 6, 5, tzinfo=UTC),
    datetime(2011, 8, 30, 1, 44, tzinfo=UTC),
    "SECRET",
    "Embassy Tirana",
)
NOTHING = Metadata("test")

BOXES = [
    pytest.param(NAMES, VALUES, WHOLE, id="whole"),
    pytest.param(NAMES[::-1], VALUES[::-1], WHOLE, id="in another order"),
    pytest.param([name.upper() for name in NAMES], VALUES, WHOLE, id="capitals"),
    pytest.param(["X", *NAMES], ["x", *VALUES], WHOLE, id="a column nobody knows"),
    pytest.param(NAMES, [*VALUES, "articles"], WHOLE, id="a cell more"),
    pytest.param(NAMES, VALUES[:1], Metadata("test", "09TIRANA9901"), id="cells missing"),
    pytest.param(NAMES[:1], VALUES, Metadata("test", "09TIRANA9901"), id="names missing"),
    pytest.param(NAMES, ["", "soon", "", "", ""], NOTHING, id="values that say nothing"),
    pytest.param([], [], NOTHING, id="no box"),
]


@pytest.mark.parametrize(("names", "values", "metadata"), BOXES)
def test_the_box_is_read_by_the_names_of_its_columns(names, values, metadata):
    assert metadata_from_cells("test", names, values, heading=None) == metadata


@pytest.mark.parametrize(
    ("values", "heading", "reference_id", "title"),
    [
        pytest.param(VALUES, ("09ROME1", "X"), "09TIRANA9901", "X", id="the box comes first"),
        pytest.param([], ("09ROME1", "X"), "09ROME1", "X", id="else the heading"),
        pytest.param([], ("09ROME1", ""), "09ROME1", None, id="a heading without a title"),
        pytest.param([], None, None, None, id="neither"),
    ],
)
def test_the_heading_says_what_the_box_does_not(values, heading, reference_id, title):
    found = metadata_from_cells(
        "test", NAMES, values, heading=heading, articles=("a",), tags=("PREL",)
    )
    assert (found.reference_id, found.title) == (reference_id, title)
    assert (found.articles, found.tags) == (("a",), ("PREL",))
