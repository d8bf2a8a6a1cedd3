"""What holds for every text: nothing raised, nothing lost, every place inside the raw text."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from itertools import chain
from operator import mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.adversarial import FIELD_UNITS, HEADER_UNITS, LIST, TEXT, UNITS, adversarial
from parser import Cable, How, ProblemKind, from_dict, parse_message, to_dict

PARTS = (
    "VZCZCXRO0001\n",
    "O 140605Z APR 09\n",
    "FM AMEMBASSY TIRANA\n",
    "TO RUEHC/SECSTATE WASHDC IMMEDIATE 4821\n",
    "INFO AMEMBASSY ROME\n",
    "\n",
    "C O N F I D E N T I A L SECTION 01 OF 02 TIRANA 009901\n",
    "C O N F I D E N T I A L SECTION 02 OF 02 TIRANA 009901\n",
    "SIPDIS\n",
    "E.O. 12958: DECL: 04/13/2019\n",
    "TAGS: PREL, AL\n",
    "SUBJECT: LIGHTHOUSE\n",
    "REF: A. ROME 9903\n",
    "Classified By: DCM Ann Example for reasons 1.4 (b)\n",
    "SUMMARY\n-------\n",
    "1. (C) The port closed.\n",
    "2. (SBU) The quay\n\nopened and\n",
    "\u00b63. (U) End Summary.\n",
    "11. (C) Eleven.\n",
    "12. Twelve\n",
    "-- a bullet\n",
    "a. an item\n",
    "year   ships   men\n",
    "TIRANA 00009901  002 OF 004\n",
    "the inspect\nions ended \\\n",
    "g\ng\ng\nand that the port was closed for the summer\n",
    "a ) b &amp; c\n",
    "xxxxx (strictly protect)\n",
    "COMMENT: It is so. END COMMENT.\n",
    "EXAMPLE\n",
    "NNNN\n",
    "Visit http://example.org\n",
    "9999\t2009-04-14 06:05:00\t09ROME1\tEmbassy Rome\tSECRET\t\t",
    "\x00",
    "\r\n",
    "\u2028",
)
MANY = st.builds(mul, st.sampled_from((*PARTS, *UNITS)), st.sampled_from((2, 30, 500)))
"""More of the same than any pattern looks at."""
cables = st.lists(st.sampled_from(PARTS) | st.text(max_size=12) | MANY, max_size=30).map("".join)


def spans(cable: Cable):
    yield from (one.span for one in cable.paragraphs)
    yield from (one.span for one in cable.repairs)
    yield from (one.span for one in cable.origins if one.span)
    yield from (one.span for one in cable.references if one.span)


@given(cables)
def test_every_place_lies_in_the_raw_text(text: str) -> None:
    parsed = parse_message(text)
    problems = (one.span for one in parsed.problems if one.span)
    for start, end in chain(spans(parsed.cable), problems):
        assert 0 <= start <= end <= len(text)


@given(cables)
def test_repairs_hold_what_stood_there(text: str) -> None:
    last = 0
    for repair in parse_message(text).cable.repairs:
        assert repair.span.start >= last
        assert text[repair.span.start : repair.span.end] == repair.before
        last = repair.span.end


@given(cables)
def test_phrases_lie_in_their_paragraph(text: str) -> None:
    for paragraph in parse_message(text).cable.paragraphs:
        for start, end in (*paragraph.protect, *paragraph.redactions):
            assert 0 <= start < end <= len(paragraph.text)
        assert all(0 <= place <= len(paragraph.text) for place in paragraph.missing)


@given(cables)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert parse_message(text) == parse_message(text)


@given(cables)
def test_a_cable_survives_as_plain_values(text: str) -> None:
    cable = parse_message(text).cable
    assert from_dict(to_dict(cable)) == cable


BODY = st.lists(
    st.sampled_from(
        [
            "1. (C) The port closed.",
            "2. (SBU) The quay",
            "opened again for the whole of a long summer",
            "\u00b63. (U) It ended.",
            "",
            "SUMMARY",
            "-------",
            "-- a bullet of several words",
            "a. an item",
            "year   ships   men",
            "12   34   56",
            "TIRANA 00009901  002 OF 004",
            "The Southern Harbour",
            "4. Four",
            "9. (C) Nine",
            "he said ) quietly ) that",
            "EXAMPLE",
            "NNNN",
            "Visit our web site at http://example.org",
            "END SUMMARY.",
        ]
    ),
    max_size=25,
).map("\n".join)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[A-Za-z]+|\d+", text))


@given(BODY)
def test_no_word_of_a_body_is_lost(body: str) -> None:
    front = "CONFIDENTIAL TIRANA 009901\n\nSUBJECT: LIGHTHOUSE\n\n"
    text = f"{front}1. (C) Begin here.\n{body}"
    cable = parse_message(text).cable
    kept: Counter[str] = Counter()
    for paragraph in cable.paragraphs:
        kept += words(f"{paragraph.heading or ''}\n{paragraph.text}")
        kept += words(f"{'' if paragraph.number is None else paragraph.number}")
        kept += words(paragraph.marking or "")
    for value in (*cable.handling, *cable.signed_by, cable.footer or "", cable.subject or ""):
        kept += words(value)
    for repair in cable.repairs:
        kept += words(repair.before)
    assert words(text) - kept - words(front) == Counter()


@pytest.mark.parametrize("reference_id", ["092OF5", "09ASTANA", "09SECTION02OF05"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("CONFIDENTIAL SECTION 01 OF 05 ASTANA 000099\n\n1. (C) A.", id="first line"),
        pytest.param("1. (C) the port\n\nASTANA 00000099  002 OF 005\n\nclosed.", id="page mark"),
    ],
)
def test_what_an_id_does_not_say_the_telegram_says(reference_id: str, text: str) -> None:
    cable = parse_message(text, reference_id=reference_id).cable
    assert (cable.reference_id, cable.mrn) == (reference_id, "09ASTANA99")
    assert cable.origin_of("mrn").how is How.INFERRED


def test_a_telegram_is_no_reference_of_its_own() -> None:
    text = "O 140605Z APR 09\n\nSECRET TIRANA 009901\n\nREF: TIRANA 9901, ROME 12\n\n1. (C) A."
    assert [one.mrn for one in parse_message(text).cable.references] == ["09ROME12"]


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("unit", "front"),
    [
        pytest.param(unit, front, id=f"{name} {unit!r}")
        for name, front, units in (
            ("text", TEXT, UNITS),
            ("header", LIST, HEADER_UNITS),
            ("fields", "", FIELD_UNITS),
        )
        for unit in units
    ],
)
def test_no_text_hangs(unit: str, front: str) -> None:
    """Quadratic work would take hours; `benchmarks.adversarial` measures how long it takes."""
    text = adversarial(unit, 200_000, front)
    assert parse_message(text).cable.raw == text


@pytest.mark.parametrize(
    ("created", "is_doubted"),
    [
        pytest.param(datetime(2009, 4, 14, tzinfo=UTC), False, id="the day only"),
        pytest.param(datetime(2009, 4, 15, tzinfo=UTC), True, id="another day"),
        pytest.param(datetime(2009, 4, 14, 6, 9, tzinfo=UTC), True, id="some minutes later"),
        pytest.param(datetime(2009, 5, 14, 6, 5, tzinfo=UTC), True, id="another month"),
    ],
)
def test_the_time_of_the_source_is_compared_with_that_of_the_telegram(
    created: datetime, is_doubted: bool
) -> None:
    text = "O 140605Z APR 09\nFM AMEMBASSY TIRANA\nTO SECSTATE WASHDC\n\nUNCLAS TIRANA 009901\n\n"
    parsed = parse_message(f"{text}SUBJECT: QUAYS\n\n1. (U) Closed.", created=created)
    assert parsed.cable.created == datetime(2009, 4, 14, 6, 5, tzinfo=UTC)
    doubts = {problem.kind for problem in parsed.problems}
    assert (ProblemKind.DATE_DISAGREES in doubts) == is_doubted
