"""What the index holds of a cable beside its text: `values.py`."""

from __future__ import annotations

import pytest

from archive._search import values


@pytest.mark.parametrize(
    ("origin", "country"),
    [("Embassy Tirana", "Albania"), ("Embassy Nowhere", None), (None, None)],
)
def test_country(origin: str | None, country: str | None) -> None:
    assert values.country(origin) == country
