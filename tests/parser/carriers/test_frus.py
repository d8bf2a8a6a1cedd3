from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from parser import DamagedSourceError, UnsafeSourceError
from parser._read import read, read_records

OPEN = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"
 xml:id="frus1955-57v99"><teiHeader><title>Volume</title></teiHeader><text><body>
<div type="compilation"><div type="chapter"><head>Chapter</head><p>Not a document.</p>
"""
CLOSE = "</div></div></body></text></TEI>"
DOCUMENT = """<div type="document" xml:id="d35" n="35" subtype="historical-document"
 frus:doc-dateTime-min="1955-08-22T15:52:00-05:00">
<head>35. Telegram From <gloss type="from">the Embassy in Freedonia</gloss> to the Department
 <note n="1" xml:id="d35fn1" type="source">Source: Central Files. Secret; Niact.</note></head>
<opener><dateline><placeName>Freedonia</placeName>,
 <date when="1955-08-22">August 22, 1955</date></dateline></opener>
<p>602. Your 571.<note n="2" xml:id="d35fn2">Not printed.</note> The lighthouse <pb n="57"/>festival
 <hi rend="italic">may</hi> be<lb/>late.</p>
<list><item>a. First &amp; last</item></list>
<div type="attachment"><head>Attachment</head><p>More.</p></div>
<closer><signed><persName>Example</persName></signed></closer></div>
"""
NOTE = """<div type="document" xml:id="d36" subtype="editorial-note"><head>36. Editorial Note</head>
<p>Nothing.</p></div>
"""


def test_document():
    (record, note) = read_records((OPEN + DOCUMENT + NOTE + CLOSE).encode())
    metadata = record.metadata
    assert metadata.carrier == "frus-tei"
    assert metadata.reference_id == "frus1955-57v99/d35"
    assert metadata.created == datetime(1955, 8, 22, 20, 52, tzinfo=UTC)
    assert metadata.classification == "SECRET"
    assert metadata.origin == "Embassy in Freedonia"
    assert metadata.title == "Telegram From the Embassy in Freedonia to the Department"
    assert dict(metadata.attributes) == {
        "Volume": "frus1955-57v99",
        "Kind": "historical-document",
        "Dateline": "Freedonia, August 22, 1955",
        "Source": "Central Files. Secret; Niact.",
        "Captions": "Niact",
        "Telegram number": "602",
    }
    assert record.text.split("\n\n") == [
        "Your 571. The lighthouse festival may be late.",
        "a. First & last",
        "Attachment",
        "More.",
        "Example",
    ]
    assert metadata.references == ("Your 571",)
    assert record.footnotes == ("2. Not printed.",)
    assert record.position == "document d35"
    assert note.text == "Nothing."
    assert note.metadata.created is None


LETTER = """<div type="document" xml:id="d37" subtype="historical-document"
 frus:doc-dateTime-min="1955-08-22T00:00:00-05:00"
 frus:doc-dateTime-max="1955-08-24T23:59:59-05:00">
<head>37. Letter From Ann Example to Bob Sample</head>
<opener><dateline>Freedonia, <date from="1955-08-22" to="1955-08-24">August 22-24</date></dateline>
<salute>Dear Bob:</salute></opener>
<p>The lighthouse is shut.</p>
<closer><salute>Sincerely yours,</salute><signed><persName>Ann Example</persName></signed></closer>
<postscript><p>P.S. It rains.</p></postscript>
<div type="document" xml:id="d37a1"><head>Enclosure</head>
<opener><dateline>Rome, <date when="1955-08-20">August 20</date></dateline></opener>
<p>The quay.</p><div type="attachment"><head>Annex</head><p>The boat.</p></div>
<closer><signed>Carl Sample</signed></closer></div></div>
"""


def test_letter_with_an_enclosure_that_has_an_annex():
    (record,) = read_records((OPEN + LETTER + CLOSE).encode())
    assert record.text.split("\n\n") == [
        "Dear Bob:",
        "The lighthouse is shut.",
        "Sincerely yours,",
        "Ann Example",
        "P.S. It rains.",
        "Enclosure",
        "Rome, August 20",
        "The quay.",
        "Annex",
        "The boat.",
        "Carl Sample",
    ]
    attributes = dict(record.metadata.attributes)
    assert attributes["Dateline"] == "Freedonia, August 22-24"
    assert attributes["Dated until"] == "1955-08-24"


@pytest.mark.parametrize(
    ("closer", "signed"),
    [
        pytest.param(None, ("Ann Example",), id="before an enclosure that is signed, too"),
        pytest.param("<closer/>", (), id="an enclosure alone is signed"),
        pytest.param(
            "<closer><signed>Ann Example</signed><signed>Bob Sample</signed></closer>",
            ("Ann Example", "Bob Sample"),
            id="two",
        ),
    ],
)
def test_signature_of_the_document_is_not_that_of_its_enclosure(closer, signed):
    text = re.sub("<closer><salute>.*</closer>", closer, LETTER) if closer else LETTER
    (parsed,) = read((OPEN + text + CLOSE).encode())
    assert parsed.cable.signed_by == signed
    assert parsed.cable.paragraphs[-1].text.endswith("Carl Sample")
    spans = [one.span for one in parsed.cable.origins if one.field == "signed_by"]
    shown = [parsed.cable.raw[span.start : span.end].split("\n\n") for span in spans]
    assert shown == ([list(signed)] if signed else [])


@pytest.mark.parametrize(
    ("dates", "created"),
    [
        pytest.param(
            'from="1955-08-22" to="1955-08-24"', datetime(1955, 8, 22, tzinfo=UTC), id="range"
        ),
        pytest.param('when="1955-08-22"', datetime(1955, 8, 22, tzinfo=UTC), id="day"),
        pytest.param('notBefore="1955-08-21"', datetime(1955, 8, 21, tzinfo=UTC), id="not before"),
        pytest.param('when="1955"', None, id="a year only"),
    ],
)
def test_dateline_alone(dates, created):
    text = (
        f"<div type='document'><opener><dateline><date {dates}>A</date></dateline></opener></div>"
    )
    (record,) = read_records((OPEN + text + CLOSE).encode())
    assert record.metadata.created == created


MEMORANDUM = """<div type="document"><head>1. Memorandum of Conversation</head>
<list type="participants"><head>PARTICIPANTS</head><item>The Secretary</item></list>
<list type="subject"><head>SUBJECT</head><item>Lighthouse Festival</item><item>Boats</item></list>
<p>It is late. The subject: the quay.</p><p>To: nobody.</p><p>1. He left.</p></div>"""


def test_a_memorandum_is_text_from_its_start():
    (parsed,) = read((OPEN + MEMORANDUM + CLOSE).encode())
    cable = parsed.cable
    assert cable.subject == "Lighthouse Festival; Boats"
    assert dict(cable.metadata.attributes)["Heading"] == "Memorandum of Conversation"
    assert cable.paragraphs[0].heading == "PARTICIPANTS"
    assert [(one.number, one.text) for one in cable.paragraphs] == [
        (None, "The Secretary"),
        (None, "It is late. The subject: the quay."),
        (None, "To: nobody."),
        (1, "He left."),
    ]


def test_a_telegram_has_a_preamble():
    text = """<div type="document"><head>1. Telegram From Freedonia</head>
    <p>Subject: Lighthouse Festival</p><p>Ref: State 99</p><p>1. It is late.</p></div>"""
    (parsed,) = read((OPEN + text + CLOSE).encode())
    cable = parsed.cable
    assert (cable.subject, cable.metadata.title) == (
        "Lighthouse Festival",
        "Telegram From Freedonia",
    )
    assert [one.text for one in cable.references] == ["State 99"]
    assert [(one.number, one.text) for one in cable.paragraphs] == [(1, "It is late.")]


@pytest.mark.parametrize(
    ("head", "text", "number", "first"),
    [
        pytest.param("Telegram", "602. The quay.", "602", "The quay.", id="before the text"),
        pytest.param(
            "Telegram",
            "[Paraphrase]</p><p>182. The quay.",
            "182",
            "[Paraphrase]\n\nThe",
            id="below",
        ),
        pytest.param("Letter", "602. The quay.", None, "602. The quay.", id="of no telegram"),
        pytest.param("Telegram 1285 From X", "The quay.", "1285", "The quay.", id="in the heading"),
        pytest.param("Telegram 1285 From X", "1. The quay.", "1285", "1. The quay.", id="both"),
        pytest.param("Telegram", "1. The quay.", None, "1. The quay.", id="paragraph 1, 2 follows"),
    ],
)
def test_the_number_of_a_telegram(head, text, number, first):
    document = f"<div type='document'><head>3. {head}</head><p>{text}</p><p>2. The pier.</p></div>"
    (record,) = read_records((OPEN + document + CLOSE).encode())
    assert dict(record.metadata.attributes).get("Telegram number") == number
    assert record.text.startswith(first)


def test_a_page_break_in_mid_sentence_parts_no_paragraph():
    document = """<div type="document"><head>3. Telegram</head><p>602. I decided</p>
    <pb n="125"/><p>to see the quay. It was late.</p></div>"""
    (parsed,) = read((OPEN + document + CLOSE).encode())
    assert [one.text for one in parsed.cable.paragraphs] == [
        "I decided to see the quay. It was late."
    ]


def test_footnotes_reach_the_cable():
    (parsed,) = read((OPEN + DOCUMENT + CLOSE).encode())
    assert parsed.cable.footnotes == ("2. Not printed.",)
    assert "Not printed" not in parsed.cable.raw


def test_an_edition_is_not_blamed_for_what_it_never_prints():
    parsed = list(read((OPEN + DOCUMENT + NOTE + CLOSE).encode()))
    assert [one.problems for one in parsed] == [(), ()]


def test_many_documents_in_little_memory():
    many = "".join(DOCUMENT.replace('"d35"', f'"d{n}"') for n in range(3000))
    records = read_records((OPEN + many + CLOSE).encode())
    assert sum(1 for _ in records) == 3000


def test_what_stands_before_broken_xml_is_read():
    records = read_records((OPEN + DOCUMENT + "<p>&undefined;</p>" + DOCUMENT).encode())
    assert next(records).position == "document d35"
    with pytest.raises(DamagedSourceError, match="is broken XML at line"):
        next(records)


SECOND = DOCUMENT.replace('"d35"', '"d99"')


@pytest.mark.parametrize("length", [0, 1, 40, 300, len(SECOND) // 2, len(SECOND) - 8])
def test_cut_off(length):
    records = read_records((OPEN + DOCUMENT + SECOND[:length]).encode())
    assert next(records).position == "document d35"
    with pytest.raises(DamagedSourceError, match="is broken XML at line"):
        next(records)


@pytest.mark.parametrize("length", range(0, len(CLOSE), 6))
def test_cut_off_behind_the_last_document(length):
    records = read_records((OPEN + DOCUMENT + CLOSE[:length]).encode())
    assert next(records).position == "document d35"
    with pytest.raises(DamagedSourceError):
        next(records)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        pytest.param("UTF-8", "utf-8", id="UTF-8"),
        pytest.param("UTF-8", "utf-8-sig", id="UTF-8 with its mark"),
        pytest.param("UTF-16", "utf-16", id="UTF-16"),
        pytest.param("ISO-8859-1", "latin-1", id="Latin 1"),
    ],
)
def test_the_encoding_is_the_one_declared(declared, encoding):
    text = (OPEN + DOCUMENT + CLOSE).replace("UTF-8", declared).replace("late.", "später.")
    (record,) = read_records(text.encode(encoding))
    assert "festival may be späte" in record.text
    assert record.metadata.title == "Telegram From the Embassy in Freedonia to the Department"


@pytest.mark.parametrize(
    ("depth", "is_read"), [(100, True), (101, False)], ids=["deepest", "one beyond"]
)
def test_how_deep_elements_may_stand(depth, is_read):
    inner = depth - OPEN.count("<div") - 3 - 1  # in the root, the text, the body, its own
    text = f"{OPEN}<div type='document'>{'<hi>' * inner}x{'</hi>' * inner}</div>{CLOSE}"
    if is_read:
        assert [record.text for record in read_records(text.encode())] == ["x"]
    else:
        with pytest.raises(UnsafeSourceError, match="longer or deeper than any volume"):
            list(read_records(text.encode()))


BOMB = """<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><div type="document"><p>&b;</p></div></TEI>"""


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(BOMB, id="entities"),
        pytest.param(OPEN + "<div type='document'>" + "<hi>" * 20_000, id="depth"),
        pytest.param(OPEN + "<hi>" * 20_000, id="depth outside of a document"),
        pytest.param(OPEN + "<div type='document'><p>" + "x" * (18 << 20), id="length"),
    ],
)
def test_what_would_fill_the_machine(source):
    with pytest.raises(UnsafeSourceError):
        list(read_records(source.encode()))
