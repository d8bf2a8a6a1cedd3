"""Page marks inside a field become spaces, and nothing moves."""

from __future__ import annotations

import pytest

from parser._preamble.marks import blank_marks


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("QUAYS\nTIRANA 00009901  001.2 OF 003\nAND", "QUAYS AND", id="line"),
        pytest.param("QUAYS TIRANA 00009901 001 OF 003 AND", "QUAYS AND", id="in a line"),
        pytest.param("QUAYS PORT AU PRINCE 00009901 001 OF 003 AND", "QUAYS AND", id="long name"),
        pytest.param("QUAYS\nZORN BAY 00009901 001 OF 003\nAND", "QUAYS AND", id="unknown, a line"),
        pytest.param("QUAYS AND ZORN 00009901 001 OF 003", "QUAYS AND", id="unknown: one word"),
        pytest.param("A\nB C D E F 00009901 001 OF 003", "A B C D E", id="five words in a line"),
        pytest.param("A\nB C D E 00009901 001 OF 003", "A", id="four words"),
        pytest.param("12 00009901 001 OF 003 AND", "12 AND", id="no word"),
        pytest.param(
            "A\n\nTIRANA 00009901 001 OF 003\n\nTIRANA 00009901 002 OF 003\n\nB", "A B", id="two"
        ),
        pytest.param("PART 1 OF 2", "PART 1 OF 2", id="no mark"),
        pytest.param("A\nPAGE 02  TIRANA  09901  01 OF 02  140605Z\nB", "A B", id="of old"),
        pytest.param("A\nSECRET\n\nPAGE 02  TIRANA  09901  140605Z\nB", "A B", id="level above"),
        pytest.param("A\nLIMITED OFFICIAL USE PAGE 02 NEW DELHI 09901 140605Z B", "A B", id="long"),
        pytest.param("SEE PAGE 02 OF IT", "SEE PAGE 02 OF IT", id="a page of something"),
    ],
)
def test_what_is_left(text: str, left: str) -> None:
    blanked = blank_marks(text)
    assert len(blanked) == len(text)
    assert " ".join(blanked.split()) == left
