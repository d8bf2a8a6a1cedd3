"""What a query found, counted: `facets.py`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from archive._model import Facet
from archive._search import facets
from archive._search.facets import MOST, Counts
from archive._search.schema import month_name, month_number
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

APRIL, MAY, DECEMBER, JANUARY = (
    month_number(datetime(year, month, 1, tzinfo=UTC))
    for year, month in ((2008, 4), (2008, 5), (2008, 12), (2009, 1))
)


def test_facets_are_queries_the_most_frequent_first_and_years_in_order() -> None:
    values = {
        "class": [("SECRET//NOFORN", 4)],
        "post": [("Embassy Rome", 3), ("Embassy Bern", 1)],
        "tag": [("PREL", 2)],
    }
    counts = Counts(values, {JANUARY: 1, MAY: 2, APRIL: 1, DECEMBER: 4})
    assert list(counts.facets()) == [
        Facet("class", "SECRET//NOFORN", 4, 'class:"SECRET//NOFORN"'),
        Facet("from", "Embassy Rome", 3, 'from:"Embassy Rome"'),
        Facet("from", "Embassy Bern", 1, 'from:"Embassy Bern"'),
        Facet("tag", "PREL", 2, 'tag:"PREL"'),
        Facet("year", "2008", 7, "date:2008"),
        Facet("year", "2009", 1, "date:2009"),
    ]
    assert list(counts.histogram()) == [
        ("2008-04", 1),
        ("2008-05", 2),
        ("2008-12", 4),
        ("2009-01", 1),
    ]


def test_a_field_gives_its_most_frequent_values_only(tmp_path: Path) -> None:
    tags = [f"T{number:03}" for number in range(MOST + 5)]
    searcher = make_searcher(tmp_path, *(cable("Grain.", tags=tags[at:]) for at in range(60)))
    found = [one.value for one in searcher.facets("grain ") if one.field == "tag"]
    assert found == tags[: -MOST - 1 : -1]


def test_of_equally_many_the_first_by_name_comes_first() -> None:
    counts = {"PREL": 2, "ECON": 7, "PGOV": 2, "AORC": 2}
    assert [name for name, _ in facets._most_frequent_first(counts)] == [
        "ECON",
        "AORC",
        "PGOV",
        "PREL",
    ]


@pytest.mark.parametrize(
    ("year", "month", "name"),
    [(2009, 1, "2009-01"), (2009, 12, "2009-12"), (1966, 10, "1966-10"), (987, 9, "0987-09")],
)
def test_a_month_is_a_number_and_a_name(year: int, month: int, name: str) -> None:
    number = month_number(datetime(year, month, 28, tzinfo=UTC))
    assert month_name(number) == name
    assert month_name(number + 1) > name
