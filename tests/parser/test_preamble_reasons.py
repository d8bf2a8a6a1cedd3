"""The reasons for classification."""

import pytest

from parser._preamble import read_preamble


@pytest.mark.parametrize(
    ("text", "letters", "section"),
    [
        pytest.param("for reasons 1.4 (b) and (d)", "bd", "1.4", id="plain"),
        pytest.param("for reasons 1.4(B)(D)", "bd", "1.4", id="capitals"),
        pytest.param("Reason(s): 1.4 (b/d)", "bd", "1.4", id="slash"),
        pytest.param("Resons 1.5 (B&D)", "bd", "1.5", id="misspelt"),
        pytest.param("reasons 1.4 a,b,and d", "abd", "1.4", id="no brackets"),
        pytest.param("REASON 1.5.D", "d", "1.5", id="stop"),
        pytest.param("REASON: 1/4 (B), (D)", "bd", "1.4", id="stroke"),
        pytest.param("reasons 1.4 (b) through (d)", "bcd", "1.4", id="range"),
        pytest.param("reasons 1.5 (b) and 1.5 (d)", "bd", "1.5", id="section repeated"),
        pytest.param("reasons (b) and (d)", "bd", None, id="no section"),
        pytest.param("reasons 1.4 (d), (b)", "db", "1.4", id="order of the source"),
        pytest.param("reasons 1.4 (bd)", "bd", "1.4", id="in one bracket"),
        pytest.param("reasons 1.4 (dab)", "", "1.4", id="a word in the bracket"),
        pytest.param("reasons 1.4 (b) and beyond", "b", "1.4", id="words behind"),
    ],
)
def test_reasons(text: str, letters: str, section: str | None) -> None:
    preamble = read_preamble(f"Classified By: Ann Example, {text}.")
    assert "".join(found.value for found in preamble.reasons) == letters
    assert (preamble.reason_section.value if preamble.reason_section else None) == section
