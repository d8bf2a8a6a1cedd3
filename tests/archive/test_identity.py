"""By what a cable is known: `_identity.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from archive import _identity
from parser import Classification, Level, Metadata
from tests.archive import making

ONE = making.cable(7, raw="1. (C) The mayor agreed.")


@pytest.mark.parametrize(
    ("reference_id", "folded"),
    [
        pytest.param("09TIRANA7", "09TIRANA7", id="canonical"),
        pytest.param(" 09 Tirana\t007", "09TIRANA7", id="spaces, case, zeros before the serial"),
        pytest.param("09TIRANA700", "09TIRANA700", id="zeros in the serial"),
        pytest.param("00TIRANA7", "00TIRANA7", id="a year of zeros"),
        pytest.param("009TIRANA07", "009TIRANA07", id="of no regular shape: its zeros stay"),
        pytest.param("09TIRANA0000000", "09TIRANA0000000", id="no serial"),
        pytest.param("baghdad #9965", "BAGHDAD#9965", id="an id without a year"),
        pytest.param("09TIRANA7_dup", "09TIRANA7_DUP", id="more behind the serial"),
    ],
)
def test_folded(reference_id: str, folded: str) -> None:
    assert _identity.folded(reference_id) == folded


@pytest.mark.parametrize(
    ("mrn", "parts"),
    [
        pytest.param("09TIRANA7", (2009, "TIRANA", 7), id="after 2000"),
        pytest.param("00STATE123456", (2000, "STATE", 123456), id="the year 2000"),
        pytest.param("65STATE1", (2065, "STATE", 1), id="the last year of this century"),
        pytest.param("66STATE1", (1966, "STATE", 1), id="the first year of the last one"),
        pytest.param("99STATE1", (1999, "STATE", 1), id="1999"),
        pytest.param("BAGHDAD#9965", None, id="of no regular shape"),
        pytest.param("09TIRANA1234567", None, id="too many digits"),
        pytest.param("", None, id="empty"),
        pytest.param(None, None, id="none"),
    ],
)
def test_parts(mrn: str | None, parts: tuple[int, str, int] | None) -> None:
    assert _identity.parts(mrn) == parts


@pytest.mark.parametrize(
    ("change", "is_same"),
    [
        pytest.param({"raw": "1. (C) The\n  mayor agreed.\n"}, True, id="wrapped otherwise"),
        pytest.param({"metadata": Metadata("html")}, True, id="another carrier"),
        pytest.param({"raw": "1. (C) The mayor refused."}, False, id="another text"),
        pytest.param({"raw": "1. (C) Themayor agreed."}, False, id="words run together"),
        pytest.param({"reference_id": "09TIRANA007"}, False, id="another id"),
        pytest.param({"created": making.NOON + timedelta(days=9)}, False, id="another date"),
        pytest.param({"released": making.NOON}, False, id="another release"),
        pytest.param({"classification": Classification(Level.SECRET)}, False, id="another level"),
        pytest.param({"origin": "Embassy Rome"}, False, id="another post"),
    ],
)
def test_two_readings_of_the_same_content(change: dict[str, object], is_same: bool) -> None:
    other = replace(ONE, **change)  # type: ignore[arg-type]
    assert (_identity.digest(other) == _identity.digest(ONE)) is is_same


def test_an_id_is_made_of_the_text_alone() -> None:
    made = _identity.made_id(ONE)
    assert made == _identity.made_id(replace(ONE, origin=None, raw=f"  {ONE.raw}"))
    assert made != _identity.made_id(replace(ONE, raw="1. (C) The mayor refused."))
    assert (made[0], len(made)) == ("@", 9)


def test_half_a_character_has_a_digest_too() -> None:
    half = replace(ONE, raw="Gulls \ud800.")
    assert _identity.digest(half) != _identity.digest(replace(ONE, raw="Gulls ?."))
    assert _identity.made_id(half) != _identity.made_id(ONE)


def test_they_stay_the_same_in_later_versions() -> None:
    """Archives hold the digests, and notebooks the ids."""
    assert _identity.made_id(ONE) == "@34c85c91"
    assert _identity.digest(ONE).hex() == "f1955d86c58b733b422a87e9beded30c"
