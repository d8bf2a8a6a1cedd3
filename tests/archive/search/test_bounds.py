"""No query, however long, takes long: a query has bounds, and says when they cut it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive import QueryError
from archive._search.grammar import LONGEST, MOST, parse_query
from archive._search.nodes import wanted_words
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

TOO_LONG = [
    pytest.param("a " * (MOST + 1), id="words"),
    pytest.param("a" * (LONGEST + 1), id="one long word"),
    pytest.param('"' + "a " * LONGEST + '"', id="one long phrase"),
    pytest.param("tag:" + "PREL,PGOV," * LONGEST, id="values of a field"),
    pytest.param("(" * (MOST + 1), id="brackets"),
]


@pytest.mark.parametrize("query", TOO_LONG)
def test_a_finished_query_that_is_too_long_is_an_error(query: str) -> None:
    with pytest.raises(QueryError, match="too long"):
        parse_query(query, is_strict=True)


@pytest.mark.parametrize("query", TOO_LONG)
def test_one_being_typed_is_cut_and_says_so(tmp_path: Path, query: str) -> None:
    searcher = make_searcher(tmp_path, cable("A harbor."))
    assert "too long" in searcher.search(query).understood
    assert len(list(wanted_words(parse_query(query)))) <= MOST


def test_one_that_just_fits_is_whole(tmp_path: Path) -> None:
    searcher = make_searcher(tmp_path, cable("A harbor."))
    assert "too long" not in searcher.search("a " * MOST).understood
