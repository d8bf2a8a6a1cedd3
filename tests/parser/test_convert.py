"""Cables as plain values: everything comes back as it was."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

import parser
from parser import (
    Addressee,
    Cable,
    Classification,
    Envelope,
    How,
    Level,
    Metadata,
    Origin,
    Paragraph,
    Precedence,
    Reference,
    ReferenceKind,
    Repair,
    RepairKind,
    Span,
)

BARE = Cable(raw="1. (U) Text.", metadata=Metadata("telegram"))
FULL = replace(
    BARE,
    raw="1. (U) Gulls — and \ud800 more.\n",
    metadata=Metadata(
        "csv",
        created=datetime(2009, 4, 14, 6, 5, tzinfo=UTC),
        references=("09STATE1",),
        attributes=(("Locator", "TEXT ON-LINE"), ("Page Count", "2")),
    ),
    reference_id="09TIRANA9901",
    mrn="09TIRANA9901",
    created=datetime(2009, 4, 14, 6, 5, tzinfo=UTC),
    classification=Classification(Level.CONFIDENTIAL, "NOFORN"),
    envelope=Envelope(
        precedence=Precedence.NIACT_IMMEDIATE,
        date_time_group=datetime(2009, 4, 14, 6, 5, tzinfo=UTC),
        to=(Addressee("RUEHC", "SECSTATE WASHDC", Precedence.PRIORITY, "4821", ("ROME",)),),
        is_partial=True,
    ),
    sections=2,
    declassify_on=date(2019, 4, 13),
    references=(
        Reference("08STATE12", "A", "08 STATE 12", span=Span(1, 4)),
        Reference(None, None, "TELCON", ReferenceKind.CALL, in_text=False, in_metadata=True),
    ),
    paragraphs=(Paragraph(1, "C/NF", None, "Gulls.", Span(0, 5), (2,), (Span(0, 1),)),),
    repairs=(Repair(RepairKind.DASH, Span(9, 10), ")", "-"),),
    origins=(Origin("created", How.INFERRED),),
)


@pytest.mark.parametrize(
    "cable", [pytest.param(BARE, id="bare"), pytest.param(FULL, id="everything")]
)
def test_round_trip(cable: Cable) -> None:
    plain = json.loads(json.dumps(parser.to_dict(cable)))
    assert parser.from_dict(plain) == cable


def test_empty_fields_are_left_out() -> None:
    assert parser.to_dict(BARE) == {"raw": "1. (U) Text.", "metadata": {"carrier": "telegram"}}
