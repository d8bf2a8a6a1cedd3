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


# The tabs of the site


TABS = {
    "Content": """<div class="text-header hidden">

CONFIDENTIAL

TAGS: PORG, AL
REF: A. STATE 99123</div><div class="text-button" id="showhide">Show&nbsp;Headers</div>
<div class="text-content"><div id="tagged-text">
B. ROME 9903

1. THE QUAY &amp; THE PIER.

</div></div><br />""",
    "Raw content": """<div class="text-content">

CONFIDENTIAL

TAGS: PORG, AL
REF: A. STATE 99123
B. ROME 9903

1. THE QUAY &amp; THE PIER.

</div>""",
    "Metadata": """<div class="text-content">---
Channel Indicators: n/a
Concepts: LIGHTHOUSES, HARBOR
  PILOTS
Document Unique ID: '00'
Film Number: D990123-0751
From: TIRANA
Review Markings: ! 'n/a


  EO Systematic Review


'
</div>""",
    "Raw source": '<div class="text-content"><a href="http://example.org/1.pdf">1.pdf</a></div>',
}
WHOLE = (
    "CONFIDENTIAL\n\nTAGS: PORG, AL\nREF: A. STATE 99123\nB. ROME 9903\n\n1. THE QUAY & THE PIER."
)


def as_served(tabs=TABS):
    """Write tabs as the site sends them: each with its name."""
    return "".join(
        f'<div class="pane-tab"><div class="pane-header">{name}</div>'
        f'<div class="pane-content">{held}</div></div>\n'
        for name, held in tabs.items()
    )


def as_saved(tabs=TABS):
    """Write them as they stand in a page that a browser has saved: all names, then all tabs."""
    names = "".join(f'<div class="pane-header nottop">{name}</div>' for name in tabs)
    held = "".join(f'<div class="pane-content">{one}</div>' for one in tabs.values())
    return f'<div id="pane-tabs">{names}</div><div id="pane-contents">{held}</div>'


def only(names):
    return {name: TABS[name] for name in names}


@pytest.mark.parametrize("written", [as_served, as_saved])
@pytest.mark.parametrize(
    "tabs",
    [
        pytest.param(TABS, id="all tabs"),
        pytest.param(only(["Raw content"]), id="raw content alone"),
        pytest.param(only(["Content", "Metadata"]), id="content with its header apart"),
        pytest.param({**TABS, "Raw content": ""}, id="an empty tab"),
    ],
)
def test_the_message_is_whole(written, tabs):
    (record,) = read_records(page(written(tabs)))
    assert "\n".join(line for line in record.text.split("\n") if line) == WHOLE.replace(
        "\n\n", "\n"
    )
    assert record.problems == ()


HEADER = "VZCZCXRO0001\nDE RUEHTI #9901/01 1040605\nO 140605Z APR 09\nFM AMEMBASSY TIRANA"


@pytest.mark.parametrize(
    ("message", "text"),
    [
        pytest.param(WHOLE, f"{HEADER}\n\n{WHOLE}", id="apart"),
        pytest.param(f"{HEADER}\n\n{WHOLE}", f"{HEADER}\n\n{WHOLE}", id="in the message, too"),
        pytest.param("", "", id="without a message"),
    ],
)
def test_a_header_may_stand_in_the_tab_of_the_files(message, text):
    held = {
        "Raw content": f'<div class="text-content">{message.replace("&", "&amp;")}</div>',
        "Metadata": f'<div class="text-content">\n{HEADER}\n</div>',
    }
    (record,) = read_records(page(as_served(held)))
    assert record.text == text
    assert "vzczcxro0001" not in dict(record.metadata.attributes)


def test_what_the_files_say_is_kept_beside_the_table():
    (record,) = read_records(page(as_served()))
    values = dict(record.metadata.attributes)
    assert values["concepts"] == "LIGHTHOUSES, HARBOR PILOTS"
    assert values["document unique id"] == "00"
    assert values["film number"] == "D990123-0751"
    assert values["review markings"] == "n/a EO Systematic Review"
    assert values["from"] == "Albania Tirana"  # the table counts
    assert "channel indicators" not in values


def test_stamps_are_no_part_of_the_message():
    stamped = TABS["Raw content"].replace(
        "PIER.",
        "PIER.\n\n*** Current Handling Restrictions ***   n/a\n"
        "***  Current Classification ***   CONFIDENTIAL",
    )
    (record,) = read_records(page(as_served({"Raw content": stamped})))
    assert record.text == WHOLE
    assert dict(record.metadata.attributes)["stamp"] == (
        "*** Current Handling Restrictions *** n/a *** Current Classification *** CONFIDENTIAL"
    )


def test_two_keys_in_one_cell_have_their_own_values():
    cell = (
        '<tr><td class="sc"><div class="s_key"><a>Office Origin:</a></div>'
        '<div class="s_val">-- N/A or Blank --</div> <br />'
        '<div class="s_key"><a>Office Action:</a></div><div class="s_val">ACTION EUR</div>'
        '<div class="s_key"><a>Handling Restrictions</a></div> <div class="s_val">LIMDIS</div>'
        '<div class="s_key"><a>Type:</a></div><div class="s_key"><a>Enclosure:</a></div></td></tr>'
    )
    (record,) = read_records(page(as_served()).replace(b"</table>", f"{cell}</table>".encode()))
    values = dict(record.metadata.attributes)
    assert values["office action"] == "ACTION EUR"
    assert values["handling restrictions"] == "LIMDIS"
    assert values.keys().isdisjoint(("office origin", "type", "enclosure"))


@pytest.mark.parametrize(
    ("links", "references"),
    [
        pytest.param({"1973ROME09903": "ROME 9903"}, ("1973ROME09903",), id="one"),
        pytest.param(
            {"1974STATE099123": "STATE 99123", "1973STATE099123": "STATE 99123"},
            (),
            id="two that may be meant: neither",
        ),
        pytest.param(
            {"1974STATE099123": "STATE 99123", "1973ROME09903": "ROME 9903"},
            ("1974STATE099123", "1973ROME09903"),
            id="two that are printed",
        ),
    ],
)
def test_references(links, references):
    cells = "".join(
        f'<a class="j" href="/plusd/cables/{name}.html" title="{printed}">{name}</a>'
        for name, printed in links.items()
    )
    table = (
        '<table class="references"><thead><tr><th>References to this document</th>'
        "<th>References in this document</th></tr></thead><tbody><tr>"
        '<td><a href="/plusd/cables/1975TIRANA00001.html" title="TIRANA 9901">x</a></td>'
        f'<td>{cells}<a href="/plusd/about/">y</a></td></tr></tbody></table>'
    )
    (record,) = read_records(page(as_served() + table))
    assert record.metadata.references == references


@pytest.mark.parametrize(
    ("behind", "is_told"),
    [
        pytest.param("1. THE QUAY", True, id="in the message"),
        pytest.param("</div>", False, id="behind it"),
    ],
)
def test_tabs_that_end_too_early(behind, is_told):
    text = page(as_served(only(["Content", "Raw content"]))).decode()
    at = text.index(behind, text.index("text-content", text.index(">Raw content<")))
    (record,) = read_records(text[: at + len(behind)].encode())
    assert bool(record.problems) is is_told
