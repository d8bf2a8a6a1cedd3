"""Paragraphs in few words: each text comes back from the raw text as it was."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import parser
from archive._store import compact
from parser import How, Origin, Paragraph, Repair, RepairKind, Span

PAGE = "\n\nTIRANA 00009901  002 OF 004\n\n"


def short_text(text: str, raw: str) -> Any:
    (short,) = compact.paragraphs([Paragraph(1, "C", None, text, Span(0, len(raw)))], raw)
    (found,) = compact.whole_paragraphs([short])
    assert compact.text_of(found, raw) == text
    return found["text"]


@pytest.mark.parametrize(
    ("text", "raw", "short"),
    [
        pytest.param("The port.", "1. (C) The port.", [2], id="after number and marking"),
        pytest.param("The port.", "The\n  port.", [], id="all of it"),
        pytest.param("The port was\nclosed.", "The port was\n\nclosed.", [0, 0, 0, 3], id="lines"),
        pytest.param(
            "The port was closed.", f"1. The port{PAGE}was closed.", [1, 2, 5], id="page mark"
        ),
        pytest.param(
            "The port.\n- A quay.", f"1. The port.\n- A{PAGE}quay.", [1, 4, 5, 2], id="both"
        ),
        pytest.param("The port - it", "1. The port ) it", "The port - it", id="mended"),
        pytest.param("A  quay.", "1. A  quay.", "A  quay.", id="two spaces"),
        pytest.param("", "1. (C)", "", id="empty"),
        pytest.param("Nothing of it.", "", "Nothing of it.", id="no raw text"),
    ],
)
def test_text(text: str, raw: str, short: object) -> None:
    assert short_text(text, raw) == short


WORDS = st.lists(
    st.sampled_from(["a", "b", "1.", "(C)", "\n", " ", "-", "port\u00a0b"]), max_size=12
)


@given(WORDS, WORDS)
def test_any_text_comes_back(text: list[str], raw: list[str]) -> None:
    short_text(" ".join(text), " ".join(raw))
    short_text(" ".join(text), " ".join([*raw, *text]))


def test_paragraphs_come_back() -> None:
    whole = (
        Paragraph(1, "C", "H", "", Span(3, 9)),
        Paragraph(None, None, None, "", Span(9, 40)),
        Paragraph(3, None, None, "", Span(2, 4), missing=(1,), redactions=(Span(0, 2),)),
        Paragraph(4, None, None, "", Span(4, 5), protect=(Span(0, 1),)),
    )
    raw = " " * 50
    found = compact.whole_paragraphs(compact.paragraphs(whole, raw))
    made = parser.from_dict(
        {
            "raw": raw,
            "metadata": {"carrier": "text"},
            "paragraphs": [{**one, "text": compact.text_of(one, raw)} for one in found],
        }
    )
    assert made.paragraphs == whole


def test_origins_and_repairs_come_back() -> None:
    origins = (Origin("subject", How.READ, Span(4, 9)), Origin("mrn", How.INFERRED))
    repairs = (Repair(RepairKind.DASH, Span(7, 8), ")", "-"),)
    short = {"origins": compact.origins(origins), "repairs": compact.repairs(repairs)}
    made = parser.from_dict(
        {"raw": "", "metadata": {"carrier": "text"}, **compact.whole_cable(short)}
    )
    assert (made.origins, made.repairs) == (origins, repairs)
    assert compact.whole_cable({}) == {"origins": [], "repairs": []}


@pytest.mark.parametrize("position", range(4))
def test_one_paragraph_is_read_alone(position: int) -> None:
    raw = f"Header.\n1. (C) The port.\n\n2. It was{PAGE}closed.\n- A quay.\n  3. Mended ) so.\nEnd."
    texts = ("The port.", "It was closed.", "- A quay.", "Mended - so.")
    places = ((8, 24), (26, 73), (74, 83), (86, 101))
    numbers = (1, 2, None, 3)
    whole = [
        Paragraph(number, None, None, text, Span(*place))
        for number, text, place in zip(numbers, texts, places, strict=True)
    ]
    short = compact.paragraphs(whole, raw)
    assert compact.paragraph(short, position, raw) == (numbers[position], texts[position])
