"""Single facts of a cable as lists show them: `facts.py`."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tui.drawing.facts import day, letter, subject_of


@pytest.mark.parametrize(
    ("classification", "expected"),
    [
        pytest.param(None, "", id="none"),
        pytest.param("UNCLASSIFIED", "U", id="unclassified"),
        pytest.param("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "sbu", id="official use"),
        pytest.param("CONFIDENTIAL//NOFORN", "C/NF", id="noforn"),
        pytest.param("SECRET", "S", id="secret"),
        pytest.param("LIMITED OFFICIAL USE", "LOU", id="limited"),
        pytest.param("TOP SECRET", "TS", id="top secret"),
        pytest.param("SECRET//ORCON", "S", id="a control that has no sign"),
        pytest.param("RESTRICTED", "R", id="restricted"),
        pytest.param("OFFICIAL USE ONLY", "OUO", id="official use only"),
        pytest.param("GEHEIM", "G", id="a level of somebody else's"),
    ],
)
def test_letter(classification: str | None, expected: str) -> None:
    assert letter(classification) == expected


def test_a_day_fills_its_columns_where_there_is_none() -> None:
    assert day(datetime(2009, 4, 4, 23, 59, tzinfo=UTC)) == "2009-04-04"
    assert day(None) == " " * 10


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        pytest.param("FISH\nAND \x1b SALT", "FISH AND ␛ SALT", id="on one line, made safe"),
        pytest.param("", "(no subject)", id="empty"),
        pytest.param(None, "(no subject)", id="none"),
    ],
)
def test_subject(subject: str | None, shown: str) -> None:
    assert subject_of(subject) == shown
