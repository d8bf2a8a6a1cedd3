"""What must or may be there, out of a query: `nodes.py`."""

from __future__ import annotations

import pytest

from archive._search.grammar import parse_query
from archive._search.nodes import wanted_filters, wanted_words


@pytest.mark.parametrize(
    ("query", "words", "filters"),
    [
        pytest.param("", [], [], id="nothing"),
        pytest.param("grain ", ["grain"], [], id="a word"),
        pytest.param("tag:ECON ", [], ["tag"], id="a field"),
        pytest.param("grain from:rome barley ", ["grain", "barley"], ["from"], id="both"),
        pytest.param('"grain prices" =rose ', ["grain prices", "rose"], [], id="phrase, exact"),
        pytest.param("grain -barley -tag:ECON ", ["grain"], [], id="what must not be there"),
        pytest.param("-(grain OR from:rome) ", [], [], id="nor any part of it"),
        pytest.param(
            "(grain OR from:rome) (tag:ECON OR (wheat rye)) ",
            ["grain", "wheat", "rye"],
            ["from", "tag"],
            id="in brackets, in the order of the query",
        ),
        pytest.param("grain -(rye -oats) ", ["grain"], [], id="not in what is not in it, either"),
    ],
)
def test_what_is_wanted(query: str, words: list[str], filters: list[str]) -> None:
    node = parse_query(query)
    assert [one.text for one in wanted_words(node)] == words
    assert [one.field for one in wanted_filters(node)] == filters
