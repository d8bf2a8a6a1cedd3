"""The table of fields, and which queries are a reader's own: `fields.py`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from archive._errors import QueryError
from archive._model import Order
from archive._search.fields import FIELDS, is_keyed, lists_in
from archive._search.grammar import parse_query
from archive._search.nodes import Filter
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("query", "is_own"),
    [
        pytest.param("is:read", True, id="read"),
        pytest.param("is:UNREAD", True, id="unread"),
        pytest.param("has:star", True, id="star"),
        pytest.param("has:refs,note", True, id="one of the values"),
        pytest.param("-is:starred", True, id="not starred"),
        pytest.param("harbor is:starred", True, id="with a word"),
        pytest.param("harbor OR -(grain is:read)", True, id="somewhere within"),
        pytest.param("is:cited", True, id="cited"),
        pytest.param("has:refs", False, id="a trait of the cable"),
        pytest.param("harbor OR -(grain tag:PREL)", False, id="nowhere within"),
        pytest.param('"is:read" starred', False, id="the words"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_what_only_the_notebook_knows(query: str, is_own: bool) -> None:
    assert is_keyed(parse_query(query)) is is_own


@pytest.mark.parametrize(
    ("query", "lists"),
    [
        pytest.param("is:read", {"read"}, id="one"),
        pytest.param("has:STAR harbor OR has:note", {"starred", "note"}, id="two"),
        pytest.param("is:cited,starred", {"cited", "starred"}, id="values of one field"),
        pytest.param("is:unread", set(), id="what is in no list"),
        pytest.param("-is:starred", set(), id="what must not be in one"),
        pytest.param("has:refs is: is:lost", set(), id="no list"),
        pytest.param('"is:starred"', set(), id="a phrase"),
    ],
)
def test_which_lists_are_asked_for(query: str, lists: set[str]) -> None:
    assert lists_in(parse_query(query)) == lists


@pytest.mark.parametrize("name", FIELDS)
def test_the_hint_of_a_field_is_a_sentence_whose_examples_are_understood(name: str) -> None:
    hint = FIELDS[name].hint
    assert re.match(r"write (`|a |an )|it may be ", hint)
    assert hint.endswith(".")
    examples = re.findall("`([^`]+)`", hint)
    assert examples or name in {"has", "is"}
    for example in examples:
        node = parse_query(example, is_strict=True)
        assert isinstance(node, Filter)
        assert node.field == name


@pytest.mark.parametrize(
    "query", ["has:refs", "has:SUMMARY,note,star", "is:read,unread,Starred,uncited"]
)
def test_what_a_cable_has_or_what_was_done_with_it_may_be(query: str) -> None:
    assert isinstance(parse_query(query, is_strict=True), Filter)


@pytest.mark.parametrize(
    "query", ["has:read", "has:refs,wings", "is:note", "is:refs", "is:unstarred"]
)
def test_what_it_may_not_be(query: str) -> None:
    with pytest.raises(QueryError, match="it may be "):
        parse_query(query, is_strict=True)


@pytest.mark.parametrize("query", ["is:starred", "-is:read", "harbor has:note"])
def test_its_answer_is_never_remembered(tmp_path: Path, query: str) -> None:
    own = {"starred": [1], "read": [2], "note": [1]}
    cables = [cable("The harbor."), cable("A harbor.")]
    searcher = make_searcher(tmp_path / "index", *cables, keyed=own.__getitem__)
    assert [row.key for row in searcher.listing(query, Order.DATE).rows(0, 9)] == [1]
    own.update(starred=[2], read=[1], note=[2])
    assert [row.key for row in searcher.listing(query, Order.DATE).rows(0, 9)] == [2]
    assert [hit.row.key for hit in searcher.search(query).hits] == [2]
