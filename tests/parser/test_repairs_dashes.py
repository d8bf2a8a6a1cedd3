"""Closing brackets that were dashes."""

from __future__ import annotations

import pytest

from parser._repairs.dashes import mend_dashes


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        pytest.param("the port ) old ) closed", "the port - old - closed", id="two"),
        pytest.param("the port )\nclosed", "the port -\nclosed", id="at the end of a line"),
        pytest.param("(the port ) closed", "(the port ) closed", id="opened before"),
        pytest.param("((the ) port ) is ) shut", "((the ) port ) is - shut", id="opened twice"),
        pytest.param("((the) port ) is ) shut", "((the) port ) is - shut", id="one closed before"),
        pytest.param("(the) port ) closed", "(the) port - closed", id="opened and closed"),
        pytest.param("a) port ) closed", "a) port - closed", id="closed, never opened"),
        pytest.param("the port) closed", "the port) closed", id="no space before"),
        pytest.param("the port )closed", "the port )closed", id="no space behind"),
        pytest.param("the port ) ) closed", "the port ) - closed", id="two side by side"),
        pytest.param("(the\n\nport ) closed", "(the\n\nport - closed", id="in another paragraph"),
        pytest.param("A\n(the\n\nport ) shut", "A\n(the\n\nport - shut", id="of two lines"),
        pytest.param("(the\nport ) closed", "(the\nport ) closed", id="in the same paragraph"),
        pytest.param("A ) b\n\n(c ) d\n \ne ) f", "A - b\n\n(c ) d\n \ne - f", id="paragraphs"),
    ],
)
def test_a_bracket_that_nothing_opened(text: str, mended: str) -> None:
    signs = list(text)
    for edit in mend_dashes(text, 0):
        signs[edit.start : edit.end] = edit.after
    assert "".join(signs) == mended


def test_what_stands_before_the_text_is_left() -> None:
    assert not mend_dashes("the port ) closed", 10)
    assert not mend_dashes("(U) SUBJECT (OLD\n", 0)
