"""What one document of a FRUS volume becomes, part by part: `_carriers/frus.py`."""

from __future__ import annotations

import pytest

from parser import UnsafeSourceError
from parser._carriers import frus
from parser._read import read, read_records
from tests.parser.carriers.test_frus import CLOSE, DOCUMENT, NOTE, OPEN


def one(inner, *, attributes=' xml:id="d1"', before=OPEN):
    text = f"{before}<div type='document'{attributes}>{inner}</div>{CLOSE}"
    (record,) = read_records(text.encode())
    return record


def source_note(text):
    return f"<head>1. Telegram<note type='source'>Source: {text}</note></head><p>Late.</p>"


LEVELS = [
    pytest.param("Central Files. Top Secret; Niact.", "TOP SECRET", "Niact", id="a caption"),
    pytest.param(
        "X. Secret; Niact; Limit Distribution. Drafted by Ann.",
        "SECRET",
        "Niact; Limit Distribution",
        id="two captions",
    ),
    pytest.param(
        "X. Official Use Only; Priority.", "OFFICIAL USE ONLY", "Priority", id="three words"
    ),
    pytest.param("X. Limited Official Use.", "LIMITED OFFICIAL USE", None, id="no caption"),
    pytest.param("X. Confidential. Secret; Niact.", "CONFIDENTIAL", None, id="the first counts"),
    pytest.param("X. Restricted; Niact.", "RESTRICTED", "Niact", id="until 1953"),
    pytest.param("X. Secret; Restricted Data.", "SECRET", "Restricted Data", id="a caption of it"),
    pytest.param("X. Restricted Data.", None, None, id="no level: what the law calls data"),
    pytest.param("X. Secret; niact.", "SECRET", None, id="no caption: small letters"),
    pytest.param("X. Secretary; Niact.", None, None, id="no level"),
    pytest.param("X. No classification marking.", None, None, id="none"),
]


@pytest.mark.parametrize(("note", "level", "captions"), LEVELS)
def test_level_and_captions_stand_in_the_source_note(note, level, captions):
    record = one(source_note(note))
    attributes = dict(record.metadata.attributes)
    assert record.metadata.classification == level
    assert attributes.get("Captions") == captions
    assert attributes["Source"] == note
    assert (record.text, record.footnotes) == ("Late.", ())


BLOCKS = [
    pytest.param("<p>A <hi>b</hi> c.</p><p>D.</p>", ["A b c.", "D."], id="paragraphs"),
    pytest.param("<p>A<lb/>b.</p>", ["A b."], id="a line break"),
    pytest.param("<p>A<pb n='2'/>b, c <pb n='3'/> d.</p>", ["Ab, c d."], id="a page break"),
    pytest.param("<p>A<note n='1'>No.</note> b.</p>", ["A b."], id="a footnote"),
    pytest.param("<p>A.</p> B. <p>C.</p>", ["A.", "B.", "C."], id="loose words"),
    pytest.param("<p> </p><p/><p>A.</p>", ["A."], id="empty ones"),
    pytest.param(
        "<list><head>H</head><item>a</item><item><p>b</p><p>c</p></item></list>",
        ["H", "a", "b", "c"],
        id="a list",
    ),
    pytest.param(
        "<table><row><cell>a</cell> <cell>b</cell></row><row><cell>c</cell></row></table>",
        ["a      b\nc"],
        id="a table",
    ),
    pytest.param(
        "<table><row><cell>a</cell><cell>b</cell></row></table>",
        ["a      b"],
        id="a row in one piece",
    ),
    pytest.param(
        "<table><head>T</head><pb/><row><cell/><cell>1951</cell><cell>1952</cell></row>"
        "<row><cell>Fish</cell><cell>12</cell><cell>9</cell></row>"
        "<row><cell cols='2'>Oil, <hi>all</hi></cell><cell>3</cell></row></table>",
        [
            "T",
            "              1951      1952\nFish          12        9\nOil, all                3",
        ],
        id="a table with a heading, an empty cell and a wide one",
    ),
    pytest.param(
        f"<table><row><cell>{'a ' * 40}</cell><cell>b<p>c</p></cell></row></table>",
        [" ".join("a" * 40), "b c"],
        id="texts side by side",
    ),
    pytest.param("<table><row><cell/></row><row/></table><p>A.</p>", ["A."], id="an empty table"),
    pytest.param(
        "<p>A: <list><label>(1)</label> <item>b: <list><label><hi>a</hi>.</label><item><p>c</p>"
        "<p>d</p></item></list></item><label>(2)</label><item>e</item></list></p>",
        ["A:", "(1) b:", "a. c", "d", "(2) e"],
        id="items with labels",
    ),
    pytest.param("<list><label>1.</label><label>2.</label></list>", ["1.", "2."], id="labels"),
    pytest.param(
        "<p>Vol. <hi rend='smallcaps'>ii</hi>, <hi rend='smallcaps'>Ann <hi>b</hi></hi>, "
        "<hi rend='italic'>c</hi>.</p><p><hi rend='smallcaps'>the <gloss>quay</gloss></hi></p>",
        ["Vol. II, Ann b, c.", "THE QUAY"],
        id="small capitals",
    ),
    pytest.param("<p><seg>[12]</seg> A <seg>[13]</seg> b.</p>", ["[12] A [13] b."], id="margins"),
    pytest.param(
        "<p>A.</p><frus:attachment><opener><seg>[Inclosure 1.]</seg></opener><head>B</head>"
        "<opener><dateline>Rome</dateline></opener><p>C.</p></frus:attachment>",
        ["A.", "[Inclosure 1.]", "B", "Rome", "C."],
        id="an attachment of newer volumes",
    ),
    pytest.param("<p>A: <quote>b</quote> c.</p>", ["A:", "b", "c."], id="a quotation"),
    pytest.param("<quote><p>A.</p><p>B.</p></quote>", ["A.", "B."], id="of two paragraphs"),
    pytest.param("<p>A &amp; &lt;b&gt; &#8212;.</p>", ["A & <b> \u2014."], id="entities"),
    pytest.param("<p>A<!-- no -->b<?no?>.</p>", ["Ab."], id="a comment"),
    pytest.param(
        "<p>A.</p><closer><salute>Yours,</salute><signed>Ann</signed></closer>"
        "<postscript><p>P.S.</p></postscript>",
        ["A.", "Yours,", "Ann", "P.S."],
        id="the end of a letter",
    ),
    pytest.param(
        "<opener><dateline>Rome</dateline><salute>Dear Bob:</salute></opener><p>A.</p>",
        ["Dear Bob:", "A."],
        id="its beginning",
    ),
]


@pytest.mark.parametrize(("inner", "blocks"), BLOCKS)
def test_blocks(inner, blocks):
    assert one(inner).text.split("\n\n") == blocks


HEADINGS = [
    pytest.param('<p rend="center">The <hi>Quay</hi></p>', "The Quay", id="in the middle"),
    pytest.param('<p rend="sectiontitleital">Boats</p>', "Boats", id="the title of a section"),
    pytest.param('<p rend="flushleft"><hi>1. Boats</hi></p>', "1. Boats", id="italics alone"),
    pytest.param('<p rend="flushleft"><hi>Boats</hi> came.</p>', None, id="italics at the start"),
    pytest.param('<p rend="center">* * *</p>', None, id="no words"),
    pytest.param(f'<p rend="center">{"Quay " * 25}</p>', None, id="too long"),
    pytest.param("<p>Boats</p>", None, id="a paragraph"),
    pytest.param("<list><head>BOATS</head></list>", "BOATS", id="of a list"),
]


@pytest.mark.parametrize(("line", "heading"), HEADINGS)
def test_lines_that_are_set_as_headings(line, heading):
    text = f"<head>1. Memorandum</head><p>It rains.</p>{line}<p>They came.</p><p>Late.</p>"
    (parsed,) = read(f"{OPEN}<div type='document'>{text}</div>{CLOSE}".encode())
    paragraphs = parsed.cable.paragraphs
    assert [one.heading for one in paragraphs if one.heading] == ([heading] if heading else [])
    assert [one.text for one in paragraphs if one.heading] == (["They came."] if heading else [])
    assert paragraphs[-1].text == "Late."


def test_numbers_that_begin_again_under_a_heading():
    items = (
        "<list><label>1.</label><item>It rains.</item><label>2.</label><item>Late.</item></list>"
    )
    heading = "<p rend='flushleft'><hi>B. Boats</hi></p>"
    text = f"<head>1. Memorandum</head>{items}{heading}{items}"
    (parsed,) = read(f"{OPEN}<div type='document'>{text}</div>{CLOSE}".encode())
    assert [(one.number, one.heading) for one in parsed.cable.paragraphs] == [
        (1, None),
        (2, None),
        (1, "B. Boats"),
        (2, None),
    ]


def test_the_heading_of_an_attachment():
    text = """<head>1. Letter</head><p>It rains.</p><frus:attachment><head>Proclamation of the
    <persName>Consul</persName></head><p>Boats came.</p></frus:attachment>"""
    (parsed,) = read(f"{OPEN}<div type='document'>{text}</div>{CLOSE}".encode())
    assert [(one.heading, one.text) for one in parsed.cable.paragraphs] == [
        (None, "It rains."),
        ("Proclamation of the Consul", "Boats came."),
    ]


MARKINGS = [
    pytest.param("<hi rend='smallcaps'>secret</hi>", "SECRET", "SECRET", None, id="a level"),
    pytest.param(
        "<hi rend='smallcaps'>top secret   us urgent</hi><lb/><hi rend='smallcaps'>niact</hi>",
        "TOP SECRET",
        "TOP SECRET US URGENT NIACT",
        "US URGENT NIACT",
        id="with captions",
    ),
    pytest.param("Priority", None, "Priority", None, id="a precedence alone"),
    pytest.param("No. 614.]", None, None, None, id="the number of a despatch"),
    pytest.param("Secretary of the Port", None, None, None, id="no level"),
]


@pytest.mark.parametrize(("line", "level", "marking", "captions"), MARKINGS)
def test_level_above_the_dateline(line, level, marking, captions):
    opener = f"<opener><seg>{line}</seg><dateline>Rome, May 1</dateline></opener>"
    record = one(f"<head>1. Memorandum</head>{opener}<p>Late.</p>")
    attributes = dict(record.metadata.attributes)
    assert record.metadata.classification == level
    assert (attributes.get("Marking"), attributes.get("Captions")) == (marking, captions)
    assert (record.text == "Late.") == (marking is not None)


def test_level_of_the_source_note_counts_first():
    record = one(
        "<head>1. Letter<note type='source'>Source: Files. Secret; Niact.</note></head>"
        "<opener><seg>Confidential</seg></opener><p>Late.</p>"
    )
    attributes = dict(record.metadata.attributes)
    assert record.metadata.classification == "SECRET"
    assert (attributes["Captions"], attributes["Marking"]) == ("Niact", "Confidential")


@pytest.mark.parametrize(
    ("file", "number", "first"),
    [
        pytest.param("724.34/42: Telegram", "254", "1. Late.", id="a telegram"),
        pytest.param("724.34/42", None, "254. 1. Late.", id="no telegram"),
    ],
)
def test_the_line_above_the_heading_says_what_is_a_telegram(file, number, first):
    record = one(
        f"<note rend='inline' type='source'>{file}</note>"
        "<head>The Minister in Freedonia to the Secretary</head><p>254. 1. Late.</p><p>2. X.</p>"
    )
    attributes = dict(record.metadata.attributes)
    assert record.told.is_telegram == (number is not None)
    assert (attributes["Source"], attributes.get("Telegram number")) == (file, number)
    assert record.text.startswith(first)


@pytest.mark.parametrize(
    ("items", "title"),
    [
        pytest.param("<head>SUBJECT</head><item>Quay</item>", "Quay", id="a heading"),
        pytest.param("<item>Subject:</item><item>Quay</item>", "Quay", id="an item"),
        pytest.param("<item>Subject: Quay</item><item>Pier</item>", "Quay; Pier", id="before it"),
        pytest.param("<item>Subjects for a quay</item>", "Subjects for a quay", id="no keyword"),
    ],
)
def test_subject(items, title):
    record = one(f"<head>1. Memo</head><list type='subject'>{items}</list><p>Late.</p>")
    assert (record.metadata.title, record.text) == (title, "Late.")


@pytest.mark.parametrize(
    ("end", "signed", "last"),
    [
        pytest.param("", ("Ann Example",), "Late.", id="at the end"),
        pytest.param(
            "<postscript><p>P.S. It rains.</p></postscript>",
            ("Ann Example",),
            "P.S. It rains.",
            id="before a postscript",
        ),
        pytest.param(
            "<frus:attachment><p>The quay.</p><closer><signed>Bob Sample</signed></closer>"
            "</frus:attachment>",
            ("Ann Example",),
            "Bob Sample",
            id="before an attachment",
        ),
        pytest.param(
            "<closer><signed>Bob Sample,<lb/><hi>United States Consul.</hi></signed></closer>",
            ("Ann Example", "Bob Sample, United States Consul"),
            "Late.",
            id="two at the end",
        ),
    ],
)
def test_who_signed(end, signed, last):
    text = f"<p>Late.</p><closer><signed>Ann Example</signed></closer>{end}"
    (parsed,) = read(f"{OPEN}<div type='document'>{text}</div>{CLOSE}".encode())
    assert parsed.cable.signed_by == signed
    assert parsed.cable.paragraphs[-1].text.endswith(last)


@pytest.mark.parametrize(
    ("head", "title", "origin"),
    [
        pytest.param(
            "12. Telegram From <gloss type='from'>the Embassy in Freedonia</gloss>",
            "Telegram From the Embassy in Freedonia",
            "Embassy in Freedonia",
            id="from",
        ),
        pytest.param(
            "12. <hi>Telegram</hi> From <persName><gloss type='from'>The Consul</gloss></persName>"
            " to <gloss type='to'>the Department</gloss>",
            "Telegram From The Consul to the Department",
            "Consul",
            id="inside a name",
        ),
        pytest.param(
            "<hi>The Minister in Freedonia</hi> (<persName type='from'><hi>Sample</hi></persName>) "
            "to the Secretary",
            "The Minister in Freedonia (Sample) to the Secretary",
            "Minister in Freedonia",
            id="an office and who holds it",
        ),
        pytest.param(
            "7. Memorandum by the Chief of Harbors (<persName type='from'>Sample</persName>)",
            "Memorandum by the Chief of Harbors (Sample)",
            "Chief of Harbors",
            id="of a memorandum",
        ),
        pytest.param(
            "Mr. <persName type='from'>Sample</persName> to Mr. Example.",
            "Mr. Sample to Mr. Example.",
            "Mr. Sample",
            id="a person",
        ),
        pytest.param(
            "3. Letter From <persName type='from'>Ann Sample</persName> to Mr. Example",
            "Letter From Ann Sample to Mr. Example",
            "Ann Sample",
            id="of a letter",
        ),
        pytest.param("12. Notes of the 2. Meeting", "Notes of the 2. Meeting", None, id="a number"),
        pytest.param("12.", "12.", None, id="a number alone"),
        pytest.param("<note n='1'>No.</note>", None, None, id="a note alone"),
    ],
)
def test_heading(head, title, origin):
    record = one(f"<head>{head}</head><p>Late.</p>")
    assert (record.metadata.title, record.metadata.origin) == (title, origin)
    assert record.text == "Late."


@pytest.mark.parametrize(
    ("attributes", "before", "reference_id", "position"),
    [
        pytest.param(' xml:id="d7"', OPEN, "frus1955-57v99/d7", "document d7", id="both"),
        pytest.param("", OPEN, "frus1955-57v99", None, id="the volume's alone"),
        pytest.param(
            ' xml:id="d7"',
            OPEN.replace(' xml:id="frus1955-57v99"', ""),
            "d7",
            "document d7",
            id="the document's alone",
        ),
        pytest.param("", OPEN.replace(' xml:id="frus1955-57v99"', ""), None, None, id="none"),
    ],
)
def test_ids(attributes, before, reference_id, position):
    record = one("<p>Late.</p>", attributes=attributes, before=before)
    assert (record.metadata.reference_id, record.position) == (reference_id, position)


@pytest.mark.parametrize(
    ("first", "last", "created", "until"),
    [
        ("1955-08-22T15:52:00-05:00", "", "1955-08-22T20:52", None),
        ("1955-08-22T15:52:00", "1955-08-22T23:59:59", "1955-08-22T15:52", None),
        (
            "1955-08-22T00:00:00-05:00",
            "1955-08-24T23:59:59-05:00",
            "1955-08-22T00:00",
            "1955-08-24",
        ),
        ("1955-08-22T00:00:00+03:00", "1955-08-22T23:59:59+03:00", "1955-08-22T00:00", None),
        ("1955-08", "1955-09", None, "1955-09"),
        ("", "1955-08-24", None, None),
    ],
)
def test_dates_of_the_edition(first, last, created, until):
    attributes = f" frus:doc-dateTime-min='{first}' frus:doc-dateTime-max='{last}'"
    metadata = one("<p>Late.</p>", attributes=attributes).metadata
    moment = metadata.created and metadata.created.isoformat(timespec="minutes")[:16]
    assert (moment, dict(metadata.attributes).get("Dated until")) == (created, until)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        pytest.param(
            "Your 571. Embtel 12, Deptels 3 and 4.",
            ["Your 571", "Embtel 12", "Deptels 3"],
            id="several",
        ),
        pytest.param("Embtel 12 of May. EMBTEL 12.", ["Embtel 12", "EMBTEL 12"], id="capitals"),
        pytest.param("Reftel 7 and again Reftel 7.", ["Reftel 7"], id="one twice"),
        pytest.param("Our 20 ships, my 3 sons.", [], id="no telegrams"),
        pytest.param("Mytel 7", ["Mytel 7"], id="at the end"),
        pytest.param(
            "My telegram No. 253, October 1. Legation's despatch 12 of May. Legtel 5, May 3.",
            ["My telegram No. 253", "Legation's despatch 12", "Legtel 5"],
            id="of other times",
        ),
        pytest.param("The Embassy 12. Your No. 7.", ["Embassy 12", "Your No. 7"], id="short"),
    ],
)
def test_telegrams_cited_by_a_number(text, cited):
    assert list(one(f"<p>{text}</p>").metadata.references) == cited


def test_two_documents_and_an_element_between_them_that_is_none():
    text = OPEN + DOCUMENT + "<div type='chapter'><p>No.</p></div>" + NOTE + CLOSE
    assert [record.position for record in read_records(text.encode())] == [
        "document d35",
        "document d36",
    ]


@pytest.mark.parametrize(("over", "is_read"), [(-200_000, True), (200_000, False)])
def test_how_long_a_document_may_be(monkeypatch, over, is_read):
    monkeypatch.setattr(frus, "LONGEST_DOCUMENT", 1 << 20)
    long = f"<div type='document'><p>{'x' * ((1 << 20) + over)}</p></div>"
    records = read_records((OPEN + DOCUMENT + long + CLOSE).encode())
    assert next(records).position == "document d35"
    if is_read:
        assert len(next(records).text) == (1 << 20) + over
    else:
        with pytest.raises(UnsafeSourceError, match="longer or deeper"):
            next(records)


def test_how_long_all_of_them_are_does_not_matter(monkeypatch):
    monkeypatch.setattr(frus, "LONGEST_DOCUMENT", 1 << 17)
    many = f"<p>{'x' * (1 << 16)}</p><div type='document'><p>{'y' * (1 << 16)}</p></div>"
    assert len(list(read_records((OPEN + many * 9 + CLOSE).encode()))) == 9
