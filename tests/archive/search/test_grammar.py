"""From the text of a query to its nodes: `archive/_search/lexer.py` and `grammar.py`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive._errors import QueryError
from archive._search.fields import FIELDS
from archive._search.grammar import DEEPEST, MOST, parse_query
from archive._search.lexer import tokens
from archive._search.nodes import And, Filter, Mode, Node, Not, Or, Phrase, Value, Word
from parser import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def word(text: str, start: int, stop: int, mode: Mode = Mode.PLAIN) -> Word:
    return Word(text, Span(start, stop), mode)


@pytest.mark.parametrize(
    ("query", "node"),
    [
        pytest.param("", And(), id="nothing"),
        pytest.param("drug ", word("drug", 0, 4), id="one word"),
        pytest.param("drug", word("drug", 0, 4, Mode.TYPED), id="a word being typed"),
        pytest.param(
            "drug money ", And((word("drug", 0, 4), word("money", 5, 10))), id="space is AND"
        ),
        pytest.param(
            "a b OR c ",
            Or((And((word("a", 0, 1), word("b", 2, 3))), word("c", 7, 8))),
            id="AND binds closer than OR",
        ),
        pytest.param(
            "a (b OR c) ",
            And((word("a", 0, 1), Or((word("b", 3, 4), word("c", 8, 9))))),
            id="brackets",
        ),
        pytest.param("or ", word("or", 0, 2), id="or in small letters is a word"),
        pytest.param("ORE ", word("ORE", 0, 3), id="a word that begins with OR"),
        pytest.param("-drug", Not(word("drug", 1, 5)), id="without, always whole"),
        pytest.param(
            "counter-drug ", word("counter-drug", 0, 12), id="a hyphen inside a word is no sign"
        ),
        pytest.param('"drug war"', Phrase("drug war", Span(0, 10)), id="phrase"),
        pytest.param('"drug war"~8', Phrase("drug war", Span(0, 12), 8), id="near"),
        pytest.param(
            "\N{LEFT DOUBLE QUOTATION MARK}drug war\N{RIGHT DOUBLE QUOTATION MARK}",
            Phrase("drug war", Span(0, 10)),
            id="curly quotes",
        ),
        pytest.param("narc*", word("narc", 0, 5, Mode.PREFIX), id="beginning"),
        pytest.param("=narc", word("narc", 0, 5, Mode.EXACT), id="exactly"),
        pytest.param("~narc", word("narc", 0, 5, Mode.TYPOS), id="with typos"),
        pytest.param(
            "tag:PREL,PGOV",
            Filter("tag", (Value("PREL"), Value("PGOV")), Span(0, 13)),
            id="either of two values",
        ),
        pytest.param(
            'FROM:"Embassy Tirana"',
            Filter("from", (Value("Embassy Tirana", is_whole=True),), Span(0, 21)),
            id="a whole value",
        ),
        pytest.param(
            'tag:"a,b"', Filter("tag", (Value("a,b", is_whole=True),), Span(0, 9)), id="comma"
        ),
        pytest.param(
            'from:"Embassy',
            Filter("from", (Value("Embassy"),), Span(0, 13)),
            id="a whole value being typed",
        ),
        pytest.param(
            "tag:PREL,PREL, ", Filter("tag", (Value("PREL"),), Span(0, 14)), id="a value twice"
        ),
        pytest.param(
            "a -(b c) ",
            And((word("a", 0, 1), Not(And((word("b", 4, 5), word("c", 6, 7)))))),
            id="without all of several",
        ),
        pytest.param("--a ", Not(Not(word("a", 2, 3))), id="without without"),
        pytest.param("\N{MINUS SIGN}a ", Not(word("a", 1, 2)), id="a true minus sign"),
        pytest.param("a OR(b) ", Or((word("a", 0, 1), word("b", 5, 6))), id="OR and a bracket"),
        pytest.param(
            "a & b OR c d ",
            Or(
                (
                    And((word("a", 0, 1, Mode.TYPED), word("b", 4, 5)), 1),
                    And((word("c", 9, 10), word("d", 11, 12))),
                )
            ),
            id="what narrows, up to OR",
        ),
        pytest.param(
            'a & (b OR c) "d" -e is:read & f ',
            And(
                (
                    word("a", 0, 1, Mode.TYPED),
                    Or((word("b", 5, 6), word("c", 10, 11))),
                    Phrase("d", Span(13, 16)),
                    Not(word("e", 18, 19)),
                    Filter("is", (Value("read"),), Span(20, 27)),
                    word("f", 30, 31),
                ),
                5,
            ),
            id="all that narrows",
        ),
        pytest.param(
            "a & (b (c & d)) ",
            And(
                (
                    *(word("a", 0, 1, Mode.TYPED), word("b", 5, 6)),
                    *(word("c", 8, 9, Mode.TYPED), word("d", 12, 13)),
                ),
                3,
            ),
            id="brackets in brackets are one row",
        ),
        pytest.param(
            "R&D &a a& ",
            And((word("R&D", 0, 3), word("&a", 4, 6), word("a&", 7, 9))),
            id="within a word",
        ),
        pytest.param("=* ", And(), id="signs alone"),
        pytest.param("=a* ", word("a*", 0, 3, Mode.EXACT), id="exactly, with a star"),
        pytest.param("narc**", word("narc", 0, 6, Mode.PREFIX), id="two stars"),
        pytest.param(
            '"a b"~1234',
            And((Phrase("a b", Span(0, 9), 123), word("4", 9, 10, Mode.TYPED))),
            id="three digits",
        ),
        pytest.param(
            '"drug tra"* & a ',
            And((Phrase("drug tra", Span(0, 11), is_open=True), word("a", 14, 15)), 1),
            id="a phrase that goes on",
        ),
        pytest.param(
            '"drug"~3*a ',
            And((Phrase("drug", Span(0, 8), 3), word("*a", 8, 10))),
            id="a star behind a distance is none",
        ),
        pytest.param("12:30 ", word("12:30", 0, 5), id="a colon in a time"),
        pytest.param("re:port ", word("re:port", 0, 7), id="no field of ours"),
    ],
)
def test_reads(query: str, node: Node) -> None:
    assert parse_query(query) == node


@pytest.mark.parametrize(
    ("query", "node"),
    [
        pytest.param('"drug wa', Phrase("drug wa", Span(0, 8), is_open=True), id="open quote"),
        pytest.param("drug tag:", word("drug", 0, 4), id="field without a value"),
        pytest.param(
            "tag: drug ",
            And((Filter("tag", (), Span(0, 4)), word("drug", 5, 9))),
            id="space after the colon",
        ),
        pytest.param("drug OR", word("drug", 0, 4), id="OR without its other side"),
        pytest.param("OR OR drug ", word("drug", 6, 10), id="OR without any side"),
        pytest.param("drug -", word("drug", 0, 4), id="a sign alone"),
        pytest.param("drug &", word("drug", 0, 4, Mode.TYPED), id="nothing narrows"),
        pytest.param(
            "dru & tag:x",
            And((word("dru", 0, 3, Mode.TYPED), Filter("tag", (Value("x"),), Span(6, 11))), 1),
            id="being typed before it was narrowed",
        ),
        pytest.param(
            "(dru OR (gun)) & a",
            And(
                (
                    Or((word("dru", 1, 4), word("gun", 9, 12, Mode.TYPED))),
                    word("a", 17, 18, Mode.TYPED),
                ),
                1,
            ),
            id="being typed in brackets",
        ),
        pytest.param(
            "dru &x", And((word("dru", 0, 3), word("&x", 4, 6, Mode.TYPED))), id="not narrowed"
        ),
        pytest.param(
            "a & (dru OR gun)",
            And(
                (
                    word("a", 0, 1, Mode.TYPED),
                    Or((word("dru", 5, 8), word("gun", 12, 15, Mode.TYPED))),
                ),
                1,
            ),
            id="being typed before the last brackets",
        ),
        pytest.param("((drug)) ", word("drug", 2, 6), id="finished after brackets"),
        pytest.param("& & drug ", word("drug", 4, 8), id="nothing to narrow"),
        pytest.param("(drug ", word("drug", 1, 5), id="open bracket"),
        pytest.param("drug) ", word("drug", 0, 4), id="stray bracket"),
        pytest.param("()", And(), id="empty brackets"),
        pytest.param('""', And(), id="empty quotes"),
        pytest.param("tag:,,", And(), id="only commas"),
        pytest.param("*", And(), id="only a star"),
        pytest.param("- - ...", And(), id="nothing but signs"),
    ],
)
def test_half_typed_is_read_as_far_as_it_goes(query: str, node: Node) -> None:
    assert parse_query(query) == node


@pytest.mark.parametrize(
    ("query", "wrong", "start"),
    [
        pytest.param('drug "wa', '"wa', 5, id="open quote"),
        pytest.param("drug tag:", "tag:", 5, id="field without a value"),
        pytest.param("drug OR", "OR", 5, id="OR without its other side"),
        pytest.param("a (b", "(", 2, id="open bracket"),
        pytest.param("a b)", ")", 3, id="stray bracket"),
        pytest.param("a -)", "-", 2, id="a sign alone"),
        pytest.param("date:2009-13", "2009-13", 5, id="no such month"),
        pytest.param("has:wings", "wings", 4, id="no such trait"),
        pytest.param("is:green", "green", 3, id="no such state"),
        pytest.param("form:csv", "form:csv", 0, id="no such field"),
    ],
)
def test_strictly_the_word_is_named(query: str, wrong: str, start: int) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(query, is_strict=True)
    assert (caught.value.word, caught.value.start) == (wrong, start)
    assert wrong in str(caught.value)


def test_strictly_the_last_word_is_whole() -> None:
    assert parse_query("drug", is_strict=True) == word("drug", 0, 4)


@pytest.mark.parametrize("query", ["(" * 5000 + "a", "-" * 5000 + "a", "a OR " * 5000, '"' * 4999])
def test_no_depth_breaks_it(query: str) -> None:
    parse_query(query)


@pytest.mark.parametrize(
    ("signs", "words"),
    [
        pytest.param("-" * DEEPEST, ["a"], id="as many as may be"),
        pytest.param("-" * (DEEPEST + 1), [], id="one more"),
        pytest.param("(" * (DEEPEST + 1), ["a"], id="one more bracket, passed over"),
    ],
)
def test_as_deep_as_anybody_may_mean(signs: str, words: list[str]) -> None:
    assert [one.text for one in _words(parse_query(f"{signs}a "))] == words


def _words(node: Node) -> Iterator[Word]:
    while isinstance(node, Not):
        node = node.part
    if isinstance(node, Word):
        yield node


@pytest.mark.parametrize(
    ("query", "message"),
    [
        pytest.param(
            "a " * (MOST + 1),
            "The query is too long: it may have 100 words and 1,000 characters.",
            id="too long",
        ),
        pytest.param(
            "ref: a",
            "`ref:` needs a value; write an id, `ref:09MEXICO1055`.",
            id="no value",
        ),
        pytest.param(
            "is:green",
            "`green` is no value of `is:`; it may be read, unread, starred, cited or uncited.",
            id="value",
        ),
        pytest.param("a)", "`)` closes a bracket that is not open; leave it out.", id="close"),
        pytest.param("(a", "The bracket `(` is not closed; add `)`.", id="open"),
        pytest.param("OR a", "`OR` needs something on both sides.", id="one side of OR"),
        pytest.param("a -)", "`-` needs a word after it.", id="minus"),
        pytest.param("a & OR b", "`&` needs a word after it.", id="nothing that narrows"),
        pytest.param("a & & b", "`&` needs a word after it.", id="nothing between two"),
        pytest.param(
            'subject:"a',
            'The quote `"a` is not closed; add a quotation mark.',
            id="quote of a field",
        ),
    ],
)
def test_what_is_said(query: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(query, is_strict=True)
    assert str(caught.value).startswith(message)


_pieces = st.lists(
    st.one_of(
        st.sampled_from(["(", ")", "OR", "-", '"', '"a b"~3', "~", "=", "*", ":", ",", "..", " "]),
        st.sampled_from([f"{name}:" for name in FIELDS]),
        st.text(max_size=6),
    ),
    max_size=12,
).map("".join)


@given(_pieces)
def test_any_text_is_read(query: str) -> None:
    parse_query(query)


@given(_pieces)
def test_tokens_cover_all_but_white_space(query: str) -> None:
    found = list(tokens(query, FIELDS))
    assert all(query[slice(*token.span)] for token in found)
    between = "".join(query[one.span.end : two.span.start] for one, two in pairwise(found))
    assert not between.strip()
