"""Paragraphs in few words: each text comes back from the raw text as it was."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive._store import compact

PAGE = "\n\nTIRANA 00009901  002 OF 004\n\n"


def short_text(text: str, raw: str) -> Any:
    plain = {"number": 1, "marking": "C", "heading": None, "text": text, "span": (0, len(raw))}
    (short,) = compact.paragraphs([plain], raw)
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


def test_paragraphs_and_the_rest_come_back() -> None:
    plain = [
        {"number": 1, "marking": "C", "heading": "H", "text": "", "span": (3, 9)},
        {"number": None, "marking": None, "heading": None, "text": "", "span": (9, 40)},
        {"number": 3, "marking": None, "heading": None, "text": "", "span": (2, 4), "missing": [1]},
    ]
    raw = " " * 50
    whole = compact.whole_paragraphs(compact.paragraphs(plain, raw))
    assert [{**one, "text": compact.text_of(one, raw)} for one in whole] == plain
    rest = {
        "origins": [{"field": "subject", "how": "read", "span": (4, 9)}],
        "repairs": [{"kind": "dash", "span": (7, 8), "before": ")", "after": "-"}],
        "tags": ["PREL"],
    }
    assert compact.whole_cable(compact.cable(rest)) == rest
    assert compact.whole_cable(compact.cable({})) == {"origins": [], "repairs": []}
