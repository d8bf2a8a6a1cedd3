"""Where a field stood in the raw text: the range, once mended, holds the field."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser import Cable, How, Metadata, Span, parse_message, read

SAMPLES = Path(__file__).parents[2] / "samples"
CHECKED = (
    *("subject", "tags", "classified_by", "classifier_title", "reasons", "reason_section"),
    *("captions", "passing", "handling", "executive_order", "declassify_text"),
    *("summary", "comment", "signed_by", "footer"),
    *("envelope.transmission_id", "envelope.station", "envelope.serial", "envelope.julian"),
    *("envelope.security", "envelope.sender"),
)
PLACED = (
    "declassify_on",
    "subject_marking",
    "envelope.to",
    "envelope.info",
    "envelope.date_time_group",
    "paragraphs",
)
TELEGRAM = """VZCZCXRO0001
OO RUEHC
DE RUEHTI #9901/01 1040605
ZNY CCCCC ZZH
O 140605Z APR 09
FM AMEMBASSY TIRANA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 4821
INFO RUEHRO/AMEMBASSY ROME 0001

C O N F I D E N T I A L SECTION 01 OF 03 TIRANA 009901

SIPDIS
NOFORN

STATE FOR EUR/SCE

E.O. 12958: DECL: 04/13/2019
TAGS: PREL, PGOV, AL
SUBJECT: (C) THE LIGHTHOUSE FESTIVAL, ITS KEEPER'S PLANS AND
THE OLD HARBOUR OF TIRANA

REF: A. ROME 9903
     B. 08 STATE 9912

Classified By: Ambassador Ann Example for reasons 1.4 (b) and (d).

1. (C) SUMMARY: The keeper's quay was closed for the whole of the
long summer, and so was
the other of the two. END SUMMARY.

2. (C) The harbour master of the town said the same of
the quay, which nobody has seen since.

3. (C) COMMENT: It is old, and the keeper's
house is older. END COMMENT.
EXAMPLE
"""
LINES = TELEGRAM.split("\n")
PAGE_MARK = ["", "TIRANA 00009901  00{n} OF 003", "", ""]


def plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text).upper()


def mended(cable: Cable, span: Span) -> str:
    """Carry out the repairs inside a range of the raw text."""
    text, at = "", span.start
    for repair in cable.repairs:
        if at <= repair.span.start and repair.span.end <= span.end:
            text += cable.raw[at : repair.span.start] + repair.after
            at = repair.span.end
    return text + cable.raw[at : span.end]


def values(cable: Cable, field: str) -> tuple[str, ...]:
    value: object = cable
    for part in field.split("."):
        value = getattr(value, part)
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def check(cable: Cable) -> None:
    """Compare each field with what stands in its range, and each repair with the raw text."""
    at = 0
    for repair in cable.repairs:
        assert cable.raw[repair.span.start : repair.span.end] == repair.before
        assert repair.span.start >= at or repair.before == repair.after
        at = max(at, repair.span.end)
    for origin in cable.origins:
        if origin.span is None:
            continue
        text = mended(cable, origin.span)
        if origin.field in CHECKED:
            for value in values(cable, origin.field):
                assert plain(value) in plain(text), (origin, value)
        elif origin.field in PLACED:
            assert plain(text), origin
    for paragraph in cable.paragraphs:
        assert plain(paragraph.text) in plain(mended(cable, paragraph.span))
    for reference in cable.references:
        assert not reference.in_text or plain(reference.text) in plain(
            mended(cable, reference.span or Span(0, 0))
        )


@settings(max_examples=150)
@given(
    marks=st.lists(st.integers(8, len(LINES) - 3), max_size=2, unique=True).map(sorted),
    line_end=st.sampled_from(["", " ", " \\"]),
    apostrophe=st.sampled_from(["'", "&#8217;"]),
    blank=st.booleans(),
)
def test_ranges_of_a_damaged_telegram(
    marks: list[int], line_end: str, apostrophe: str, *, blank: bool
) -> None:
    lines = list(LINES)
    for number, place in reversed(list(enumerate(marks, 2))):
        mark = [line.format(n=number) for line in PAGE_MARK]
        lines[place:place] = mark if blank else mark[1:2]
    text = "\n".join(line + line_end for line in lines).replace("'", apostrophe)
    cable = parse_message(text).cable
    check(cable)
    assert cable.signed_by == ("EXAMPLE",)


@pytest.mark.parametrize("source", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_ranges_of_the_samples(source: Path) -> None:
    if source.suffix == ".md":
        pytest.skip("holds no cables")
    for parsed in read(source):
        check(parsed.cable)


def test_what_is_there_has_an_origin() -> None:
    cable = parse_message(TELEGRAM).cable
    named = {origin.field for origin in cable.origins}
    absent = {"declassify_text", "handling", "footer"}
    assert {
        *CHECKED,
        *PLACED,
        "references",
        "mrn",
        "created",
        "origin",
        "sections",
    } - named == absent
    assert {origin.how for origin in cable.origins} == {How.READ, How.INFERRED}


def test_a_field_with_a_page_mark_inside_is_repaired() -> None:
    lines = list(LINES)
    place = next(n for n, line in enumerate(lines) if line.startswith("THE OLD HARBOUR"))
    lines[place:place] = [line.format(n=2) for line in PAGE_MARK]
    subject = parse_message("\n".join(lines)).cable.origin_of("subject")
    assert subject is not None
    assert subject.how is How.REPAIRED


WHOLE = (
    "O 140605Z APR 09\nFM AMEMBASSY TIRANA\n\nUNCLAS SECTION 01 OF 02 TIRANA 009901\n\nSIPDIS\n"
    "SENSITIVE\n\nSTATE FOR EUR\n\nE.O. 12958: DECL: AFTER 04/13/2019\nTAGS: PREL, AL\n"
    "SUBJECT: (C) QUAYS\n\nREF: ROME 12\n\nClassified By: DCM Ann Example, reasons 1.4 (b, d).\n\n"
    "NOT FOR INTERNET\n\n1. (C) SUMMARY: A. END SUMMARY.\n\n2. (C) COMMENT: B. END COMMENT.\n"
    "EXAMPLE\n\nNNNN\n"
)


@pytest.mark.parametrize(
    ("field", "printed"),
    [
        ("created", "O 140605Z APR 09"),
        ("sections", "01 OF 02"),
        ("captions", "SIPDIS\nSENSITIVE"),
        ("passing", "STATE FOR EUR"),
        ("executive_order", "12958"),
        ("declassify_on", "04/13/2019"),
        ("declassify_text", "AFTER 04/13/2019"),
        ("tags", "PREL, AL"),
        ("subject", "QUAYS"),
        ("subject_marking", "(C)"),
        ("references", "ROME 12"),
        ("classified_by", "Ann Example"),
        ("classifier_title", "DCM"),
        ("reason_section", "1.4"),
        ("reasons", "b, d"),
        ("handling", "NOT FOR INTERNET"),
        ("summary", "1. (C) SUMMARY: A. END SUMMARY."),
        ("comment", "2. (C) COMMENT: B. END COMMENT."),
        ("signed_by", "EXAMPLE"),
        ("footer", "NNNN"),
        (
            "paragraphs",
            "1. (C) SUMMARY: A. END SUMMARY.\n\n2. (C) COMMENT: B. END COMMENT.",
        ),
    ],
)
def test_where_every_field_was_read(field: str, printed: str) -> None:
    cable = parse_message(WHOLE).cable
    origin = cable.origin_of(field)
    assert cable.raw[slice(*origin.span)].rstrip(" .") == printed.rstrip(" .")
    assert origin.how is How.READ


@pytest.mark.parametrize(
    ("known", "hows"),
    [
        pytest.param(
            {},
            {
                "reference_id": How.INFERRED,
                "mrn": How.INFERRED,
                "classification": How.INFERRED,
                "origin": How.INFERRED,
                "released": None,
                "articles": None,
            },
            id="the telegram alone",
        ),
        pytest.param(
            {
                "reference_id": "09TIRANA9901",
                "released": datetime(2011, 8, 30, tzinfo=UTC),
                "classification": "UNCLASSIFIED",
                "origin": "Embassy Tirana",
                "articles": ("http://example.org/a",),
            },
            {
                "reference_id": How.READ,
                "mrn": How.READ,
                "classification": How.READ,
                "origin": How.READ,
                "released": How.READ,
                "articles": How.READ,
            },
            id="a carrier",
        ),
        pytest.param(
            {"reference_id": "092OF5"},
            {"reference_id": How.READ, "mrn": How.INFERRED},
            id="a malformed id",
        ),
    ],
)
def test_how_the_identity_is_known(known: dict[str, object], hows: dict[str, How | None]) -> None:
    cable = parse_message(WHOLE, metadata=Metadata("test", **known)).cable
    found = {origin.field: origin.how for origin in cable.origins}
    assert {field: found.get(field) for field in hows} == hows


@pytest.mark.parametrize(
    ("known", "field", "how"),
    [
        ({"title": "Quays"}, "subject", How.INFERRED),
        ({"tags": ("PREL",)}, "tags", How.READ),
        ({"references": ("09ROME12",)}, "references", How.READ),
    ],
)
def test_what_only_the_carrier_says_has_no_place(
    known: dict[str, object], field: str, how: How
) -> None:
    cable = parse_message("1. (C) A.", metadata=Metadata("test", **known)).cable
    origin = cable.origin_of(field)
    assert (origin.how, origin.span) == (how, None)


def test_what_is_empty_has_no_origin() -> None:
    cable = parse_message("1. (C) A.").cable
    assert [origin.field for origin in cable.origins] == ["paragraphs"]


def test_handling_lines_of_the_preamble_and_of_the_text_are_one_place() -> None:
    text = "SUBJECT: QUAYS\n\nNOT FOR INTERNET\n\nThis is sensitive but unclassified.\n\n1. (C) A."
    cable = parse_message(text).cable
    places = [origin for origin in cable.origins if origin.field == "handling"]
    assert len(places) == 1
    assert text[slice(*places[0].span)].endswith("unclassified.")
