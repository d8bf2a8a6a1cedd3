"""`archive/_search/dates.py`"""

from __future__ import annotations

from datetime import date

import pytest

from archive._search.dates import DateRange, parse_dates


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        pytest.param("2009", date(2009, 1, 1), date(2010, 1, 1), id="year"),
        pytest.param("2009-04", date(2009, 4, 1), date(2009, 5, 1), id="month"),
        pytest.param("2009-12", date(2009, 12, 1), date(2010, 1, 1), id="december"),
        pytest.param("2009-4", date(2009, 4, 1), date(2009, 5, 1), id="month of one digit"),
        pytest.param("2009-04-14", date(2009, 4, 14), date(2009, 4, 15), id="day"),
        pytest.param("2009-01..2009-06", date(2009, 1, 1), date(2009, 7, 1), id="range"),
        pytest.param("2008..2009-06-05", date(2008, 1, 1), date(2009, 6, 6), id="mixed range"),
        pytest.param("2009..", date(2009, 1, 1), None, id="open end"),
        pytest.param("..2009", None, date(2010, 1, 1), id="open beginning"),
        pytest.param("2009-", date(2009, 1, 1), date(2010, 1, 1), id="still being typed"),
        pytest.param("2009-0", date(2009, 1, 1), date(2010, 1, 1), id="month being typed"),
        pytest.param("2009-04-", date(2009, 4, 1), date(2009, 5, 1), id="day being typed"),
    ],
)
def test_reads(text: str, first: date | None, after: date | None) -> None:
    assert parse_dates(text) == DateRange(first, after)


@pytest.mark.parametrize(
    "text",
    ["", "..", "20", "2009-13", "2009-02-30", "2009-06..2009-01", "next", "9999-12-31", "2009..x"],
)
def test_refuses(text: str) -> None:
    assert parse_dates(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("2009-04-14", "on 2009-04-14", id="day"),
        pytest.param("2009-04", "from 2009-04-01 to 2009-04-30", id="month"),
        pytest.param("2009..", "from 2009-01-01", id="open end"),
        pytest.param("..2009", "until 2009-12-31", id="open beginning"),
    ],
)
def test_says(text: str, words: str) -> None:
    assert str(parse_dates(text)) == words
