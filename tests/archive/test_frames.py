"""Whole cables as blobs: `_store/frames.py`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive._store import frames
from parser import How, Origin, Paragraph, Parsed, Problem, ProblemKind, Repair, RepairKind, Span
from tests.archive import making

RAW = "Header.\n1. (C) The mayor\n  agreed \ud800.\n\n2. So did \N{GREEK SMALL LETTER MU}.\n"
CABLE = making.cable(
    7,
    raw=RAW,
    released=making.NOON,
    paragraphs=(
        Paragraph(1, "C", "OF THE MAYOR", "The mayor agreed \ud800.", Span(8, 39)),
        Paragraph(2, None, None, "So did \N{GREEK SMALL LETTER MU}.", Span(41, 53)),
    ),
    origins=(Origin("subject", How.READ, Span(0, 6)), Origin("mrn", How.INFERRED)),
    repairs=(Repair(RepairKind.DASH, Span(7, 8), ")", "-"),),
)


@pytest.mark.parametrize(
    "parsed",
    [
        pytest.param(Parsed(CABLE), id="origins and repairs"),
        pytest.param(Parsed(replace(CABLE, origins=())), id="repairs alone"),
        pytest.param(Parsed(replace(CABLE, repairs=())), id="origins alone"),
        pytest.param(Parsed(replace(CABLE, paragraphs=())), id="no paragraph"),
        pytest.param(
            Parsed(
                CABLE,
                (
                    Problem(ProblemKind.NO_SUBJECT, "No subject.", Span(0, 3)),
                    Problem(ProblemKind.NO_SUBJECT, "No subject."),
                ),
            ),
            id="problems",
        ),
        pytest.param(Parsed(CABLE, (), "row 12"), id="where it stood"),
    ],
)
def test_a_cable_comes_back_as_it_was(parsed: Parsed) -> None:
    assert frames.Opened(frames.to_bytes(parsed)).parsed() == parsed


@pytest.mark.parametrize(
    ("position", "number", "text"),
    [
        pytest.param(0, 1, "The mayor agreed \ud800.", id="first"),
        pytest.param(1, 2, "So did \N{GREEK SMALL LETTER MU}.", id="last"),
        pytest.param(2, None, "", id="behind the last"),
    ],
)
def test_one_paragraph(position: int, number: int | None, text: str) -> None:
    opened = frames.Opened(frames.to_bytes(Parsed(CABLE)))
    assert opened.paragraph(position) == (number, text)


def test_a_cable_without_paragraphs_has_an_empty_one() -> None:
    opened = frames.Opened(frames.to_bytes(Parsed(replace(CABLE, paragraphs=()))))
    assert opened.paragraph(0) == (None, "")


@pytest.mark.parametrize("at", [5, 20, -1])
def test_a_frame_that_was_changed_is_not_read(at: int) -> None:
    frame = bytearray(frames.Packer().pack(frames.to_bytes(Parsed(CABLE))))
    frame[at] ^= 1
    with pytest.raises(frames.UNREADABLE):
        frames.Unpacker(lambda _: b"").unpack(bytes(frame))
