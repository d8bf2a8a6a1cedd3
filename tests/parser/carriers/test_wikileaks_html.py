from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from parser import DamagedSourceError, ProblemKind, UnknownSourceError, UnsafeSourceError
from parser._read import read_records

BODY = "C O N F I D E N T I A L TIRANA 009901&#x000A;&#x000A;1. (C) Lighthouse &amp; harbor."
HEADER = "VZCZCXRO0001&#x000A;OO RUEHC&#x000A;"


def page(
    *, columns="five", blocks=(HEADER, BODY), articles="", title="LIGHTHOUSE &quot;FESTIVAL&quot;"
):
    cells = {
        "Reference ID": "<a href='/cable/2009/04/09TIRANA9901.html'>09TIRANA9901</a>",
        "Created": "<a href='/date/2009-04_0.html'>2009-04-14 06:05</a>",
        "Released": "<a href='/reldate/2011-08-30_0.html'>2011-08-30 01:44</a>",
        "Classification": "<a href='/classification/1_0.html' title='secret'>CONFIDENTIAL</a>",
        "Origin": "<a href='/origin/1_0.html'>Embassy Tirana</a>",
    }
    if columns == "four":
        del cells["Released"]
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://x">
<html><head><title>Cable Viewer</title></head><body>
<h3>Browse by origin</h3><a href='/tag/ZZZZ_0.html'>ZZZZ</a>
<div id='help_1'>Every cable <b>09EXAMPLE1</b></div>
<h3>Viewing cable 09TIRANA9901, {title}</h3>
<table class='cable'>
<tr>{"".join(f"<th>{name}</th>" for name in cells)}</tr>
<tr>{"".join(f"<td>{value}</td>" for value in cells.values())}</tr>
{articles}
{"</table>" if columns == "five" else ""}
{"".join(f"<code><pre>{block}</pre></code>" for block in blocks)}
</body></html>""".encode()


@pytest.mark.parametrize(
    ("columns", "released"),
    [("five", datetime(2011, 8, 30, 1, 44, tzinfo=UTC)), ("four", None)],
)
def test_columns_are_told_by_name(columns, released):
    (record,) = read_records(page(columns=columns))
    metadata = record.metadata
    assert metadata.carrier == "wikileaks-html"
    assert metadata.reference_id == "09TIRANA9901"
    assert metadata.created == datetime(2009, 4, 14, 6, 5, tzinfo=UTC)
    assert metadata.released == released
    assert metadata.classification == "CONFIDENTIAL"
    assert metadata.origin == "Embassy Tirana"
    assert metadata.title == 'LIGHTHOUSE "FESTIVAL"'
    assert record.problems == ()


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        pytest.param(
            (HEADER, BODY),
            "VZCZCXRO0001\nOO RUEHC\n\nC O N F I D E N T I A L TIRANA 009901\n\n"
            "1. (C) Lighthouse & harbor.",
            id="header and body",
        ),
        pytest.param(
            (BODY,),
            "C O N F I D E N T I A L TIRANA 009901\n\n1. (C) Lighthouse & harbor.",
            id="body alone",
        ),
        pytest.param(
            ("-----BEGIN PGP PUBLIC KEY BLOCK-----&#x000A;abc", BODY),
            "C O N F I D E N T I A L TIRANA 009901\n\n1. (C) Lighthouse & harbor.",
            id="key block",
        ),
        pytest.param(
            ("<a id='par2006' href='#par2006'>¶</a>2006. <a id='par1' href='#par1'>¶</a>1. (U) x",),
            "¶2006. ¶1. (U) x",
            id="anchors",
        ),
        pytest.param(
            ("a &lt;b&gt; &#8217; &#39;",), "a <b> \u2019 '", id="references to characters"
        ),
        pytest.param(
            ("[bold]x[/bold] &lt;script&gt;",), "[bold]x[/bold] <script>", id="markup as text"
        ),
    ],
)
def test_blocks(blocks, text):
    (record,) = read_records(page(blocks=blocks))
    assert record.text == text


FIRST, SECOND = page(), page().replace(b"9901", b"9902").replace(b"harbor", b"quay")
SHOP = b"<!DOCTYPE html>\n<html><body><p>A shop.</p></body></html>\n"

PAGES = [
    pytest.param(FIRST + SECOND, [1, 2], id="one behind the other"),
    pytest.param(FIRST + b"\r\n\r\n" + SECOND, [1, 2], id="lines between"),
    pytest.param(FIRST + b"\xef\xbb\xbf" + SECOND, [1, 2], id="a byte order mark between"),
    pytest.param(FIRST[FIRST.index(b"<html") :] + SECOND, [1, 2], id="no type of document"),
    pytest.param(
        re.sub(rb"</?html", lambda tag: tag[0].upper(), FIRST) + SECOND, [1, 2], id="capitals"
    ),
    pytest.param(SHOP + FIRST + SHOP + SECOND + SHOP, [1, 2], id="other pages between"),
    pytest.param(SHOP + SECOND, [2], id="another page before"),
    pytest.param(
        FIRST.replace(b"<html>", b"<!--[if IE 7]><html class='ie'><![endif]--><html>"),
        [1],
        id="begun for two browsers",
    ),
    pytest.param(b"<!-- saved from x -->\n" + FIRST, [1], id="one, with a note of a browser"),
    pytest.param(FIRST[FIRST.index(b"<h3>View") :], [1], id="a part of a page"),
    pytest.param(FIRST[FIRST.index(b"<h3>View") :] + SECOND, [1, 2], id="and a whole one"),
]


@pytest.mark.parametrize(("data", "numbers"), PAGES)
def test_pages_one_behind_the_other(data, numbers):
    records = list(read_records(data))
    assert [one.metadata.reference_id for one in records] == [f"09TIRANA990{n}" for n in numbers]
    places = [f"page {n}" for n in range(1, len(numbers) + 1)] if len(numbers) > 1 else [None]
    assert [one.position for one in records] == places
    assert ["harbor" in one.text for one in records] == [n == 1 for n in numbers]
    assert [one.problems for one in records] == [()] * len(numbers)


def test_a_page_that_ends_too_early_does_not_swallow_the_next():
    cut_off = FIRST[: FIRST.index(b"harbor")]
    first, second = read_records(cut_off + SECOND)
    assert [problem.kind for problem in first.problems] == [ProblemKind.MALFORMED_RECORD]
    assert first.text.endswith("Lighthouse & ")
    assert (second.text, second.problems) == (next(read_records(SECOND)).text, ())


def test_a_page_past_all_bounds_is_left_out():
    records = read_records(FIRST + page(blocks=("x" * (18 << 20),)) + SECOND)
    assert [next(records).position, next(records).position] == ["page 1", "page 2"]
    with pytest.raises(DamagedSourceError, match="over 16 MB"):
        next(records)


def test_a_page_without_a_cable_does_not_end_those_behind_it():
    empty = b"<html><table class='cable'><tr><td>x</td></tr></table></html>"
    records = list(read_records(FIRST + empty + SECOND))
    assert [(one.metadata.reference_id, one.position) for one in records] == [
        ("09TIRANA9901", "page 1"),
        ("09TIRANA9902", "page 3"),
    ]


def test_a_single_page_past_all_bounds_is_called_that():
    with pytest.raises(DamagedSourceError, match="over 16 MB"):
        list(read_records(page(blocks=("x" * (18 << 20),))))


def test_tags_in_capitals():
    """As Internet Explorer saved pages."""
    capitals = re.sub(rb"</?[a-z]\w*", lambda tag: tag[0].upper(), page())
    (record,) = read_records(capitals)
    (usual,) = read_records(page())
    assert record == usual
    assert record.problems == ()


UNCLOSED = [
    pytest.param(rb"</t[dhr]>", id="cells and rows"),
    pytest.param(rb"</h3>", id="headings"),
    pytest.param(rb"</code>", id="code"),
    pytest.param(rb"</(?:body|html|head|div|table)>", id="the frame of the page"),
    pytest.param(rb"</?(?:html|head|body)>", id="all of the frame"),
    pytest.param(rb"</a>", id="links"),
]


@pytest.mark.parametrize("missing", UNCLOSED)
def test_a_page_whose_tags_are_not_closed(missing):
    (record,) = read_records(re.sub(missing, b"", page()))
    (usual,) = read_records(page())
    assert record.text == usual.text
    assert record.metadata.reference_id == "09TIRANA9901"
    assert record.metadata.created == usual.metadata.created
    assert record.metadata.classification == "CONFIDENTIAL"
    assert record.problems == ()


def test_tags_are_the_links_inside_the_cable():
    body = "TAGS: <a href='/tag/PREL_0.html'>PREL</a>, <a href='/tag/AL_0.html'>AL</a>"
    (record,) = read_records(page(blocks=(body,)))
    assert record.metadata.tags == ("PREL", "AL")
    assert record.text == "TAGS: PREL, AL"


def test_articles():
    row = (
        "<tr><td colspan='5'>Appears in these articles:<br />"
        "<a href='http://example.org/a'>http://example.org/a</a><br />"
        "<a href='http://example.org/b'>b</a></td></tr>"
    )
    (record,) = read_records(page(articles=row))
    assert record.metadata.articles == ("http://example.org/a", "http://example.org/b")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(page().replace(b"</pre>", b"").replace(b"</body>", b""), id="in the body"),
        pytest.param(page()[: page().index(b"<code>")], id="before the body"),
    ],
)
def test_a_page_that_ends_too_early(data):
    (record,) = read_records(data)
    assert record.metadata.reference_id == "09TIRANA9901"
    assert [problem.kind for problem in record.problems] == [ProblemKind.MALFORMED_RECORD]


@pytest.mark.parametrize("tag", ["<div>", "<pre>", "<DIV\n>", "<table class='cable'>"])
def test_a_page_too_deep(tag):
    with pytest.raises(UnsafeSourceError, match="nested more than"):
        list(read_records(page(blocks=(tag * 100_000,))))


def test_many_elements_are_not_deep():
    (record,) = read_records(page(blocks=("<b>x</b>" * 10_000 + "<br>" * 10_000,)))
    assert record.text == "x" * 10_000


def test_a_second_cable_in_the_body():
    row = "121752\t2009-04-15 12:50:00\t09ROME9903\tEmbassy Rome\tSECRET\t08STATE12\tVZCZCXRO0002"
    (first, second) = read_records(page(blocks=(HEADER, f"{BODY}&#x000A;EXAMPLE&#x000A;{row}")))
    assert first.text.endswith("EXAMPLE")
    assert [problem.kind for problem in first.problems] == [ProblemKind.SECOND_CABLE]
    assert second.metadata.reference_id == "09ROME9903"
    assert second.metadata.created == datetime(2009, 4, 15, 12, 50, tzinfo=UTC)
    assert second.metadata.classification == "SECRET"
    assert second.metadata.references == ("08STATE12",)
    assert "VZCZCXRO0002" in second.text
    assert second.problems == ()


def test_a_row_of_the_same_cable_fills_what_the_page_lacks():
    row = "121752\t2009-04-14 06:05:00\t09TIRANA9901\tEmbassy Tirana\tSECRET\t08STATE12|08ROME9\t"
    (record,) = read_records(page(blocks=(HEADER, f"{row}{HEADER}&#x000A;{BODY}")))
    assert record.metadata.references == ("08STATE12", "08ROME9")
    assert record.metadata.classification == "CONFIDENTIAL"


BOX = "<table class='cable'><tr><th>Reference ID</th></tr><tr><td>{}</td></tr></table>"


@pytest.mark.parametrize(
    ("body", "reference_id", "text"),
    [
        pytest.param(
            BOX.format("09ROME1") + "<pre>The quay.</pre>", "09ROME1", "The quay.", id="both"
        ),
        pytest.param(BOX.format("") + "<pre>The quay.</pre>", None, "The quay.", id="a text alone"),
        pytest.param(BOX.format("09ROME1"), "09ROME1", "", id="an id alone"),
        pytest.param(
            BOX.format("") + "<pre>No.</pre><code><pre>The quay.</pre></code>",
            None,
            "The quay.",
            id="the text in code comes first",
        ),
        pytest.param(
            BOX.format("") + "<code><pre> \n </pre></code><pre>No.</pre>", None, "", id="blank"
        ),
    ],
)
def test_what_a_page_needs(body, reference_id, text):
    source = f"<html><body>{body}</body></html>".encode()
    if not (reference_id or text):
        with pytest.raises(
            UnknownSourceError, match=r"^the data given is a web page without a cab"
        ):
            list(read_records(source))
        return
    (record,) = read_records(source)
    assert (record.metadata.reference_id, record.text) == (reference_id, text)
    assert record.metadata.title is None
    assert bool(record.problems) is not bool(text)


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("THE PORT", "THE PORT"),
        ("THE\n  PORT \\", "THE PORT"),
        ("THE PORT\\\\", "THE PORT"),
        ("A, B", "A, B"),
        ("<b>THE</b> PORT", "THE PORT"),
        ("", None),
    ],
)
def test_titles(title, read):
    (record,) = read_records(page(title=title))
    assert (record.metadata.title, record.metadata.reference_id) == (read, "09TIRANA9901")


def test_white_space_around_a_tag_is_no_part_of_it():
    body = "TAGS: <a href='/tag/PREL_0.html'> PREL\n</a>, <a href='/tag/PREL_0.html'>PREL</a>"
    (record,) = read_records(page(blocks=(body,)))
    assert record.metadata.tags == ("PREL",)
