"""Turns a field of a query into a query of the index: which values of the archive are meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import tantivy

from archive._search.dates import parse_dates
from archive._search.fields import FIELDS, kept_list
from archive._search.spelling import other_words
from archive._search.words import words
from parser import Level, canonical_mrn, describe_post, describe_routing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from archive._search.fields import Keyed
    from archive._search.index import Index
    from archive._search.nodes import Filter, Value

_LEVELS: Final = {level.letters: level for level in Level}
_TOLD_OTHERWISE: Final = {"date", "subject", "is"}
"""Fields whose values are not looked up among those of the archive."""
_NAMED: Final = {"from", "post", "to", "tag", "by", "signed"}
"""Fields whose values are found by their words, by codes, and where these are misspelt."""
_SENSITIVE: Final = {"SBU", "FOUO", "OUO"}
_CONTROLS: Final = {"NF": "NOFORN", "NOFORN": "NOFORN", "FOUO": "FOR OFFICIAL USE ONLY"}


def filter_query(
    node: Filter, index: Index, keyed: Callable[[str], Collection[int]]
) -> tantivy.Query | None:
    """Return the query for a field; None when its value cannot be understood (yet).

    Args:
        node: The field and its values; any of the values will do.
        index: The index, which knows the values that the archive holds.
        keyed: Given the name of a list, the keys of its cables.
    """
    queries = [
        query
        for value in node.values
        if (query := _value_query(node.field, value, index, keyed)) is not None
    ]
    return any_of(queries) if queries else None


def any_of(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """Return the query that finds what any of `queries` finds; at least one is needed."""
    if len(queries) == 1:
        return queries[0]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])


def all_of(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """Return the query that finds what all of `queries` find; at least one is needed."""
    if len(queries) == 1:
        return queries[0]
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, query) for query in queries])


def but(query: tantivy.Query, without: Sequence[tantivy.Query]) -> tantivy.Query:
    """Return the query that finds what `query` finds and none of the others do."""
    barred = [(tantivy.Occur.MustNot, one) for one in without]
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, query), *barred])


def keys_query(schema: tantivy.Schema, keys: Collection[int]) -> tantivy.Query:
    """Return the query that finds the paragraphs of these cables."""
    return tantivy.Query.const_score_query(
        tantivy.Query.term_set_query(schema, "key", list(keys)), 0.0
    )


def lead_query(schema: tantivy.Schema) -> tantivy.Query:
    """Return the query that finds one paragraph of every cable."""
    return tantivy.Query.const_score_query(tantivy.Query.term_query(schema, "lead", True), 0.0)


def _value_query(
    field: str, value: Value, index: Index, keyed: Callable[[str], Collection[int]]
) -> tantivy.Query | None:
    if listed := kept_list(field, value):
        return _keyed_query(listed, index, keyed)
    match field:
        case "date":
            return _date_query(value.text, index)
        case "subject":
            return _subject_query(value, index)
        case "is":
            return None
        case _:
            meant = _meanings(field, value, index)
            return any_of(
                [
                    tantivy.Query.term_set_query(index.schema, name, found)
                    if found
                    else tantivy.Query.empty_query()
                    for name, found in meant.items()
                ]
            )


def names_nothing(field: str, value: Value, index: Index) -> bool:
    """Say whether no cable has what a value means: a post, tag, name or the like."""
    if field in _TOLD_OTHERWISE or (field == "has" and FIELDS[field].understands(value.text)):
        return False
    return not any(_meanings(field, value, index).values())


def _meanings(field: str, value: Value, index: Index) -> Mapping[str, Sequence[str]]:
    """Return the values of the archive that a value means, by the index fields that hold them."""
    same = _same(field, value, index)
    if any(same.values()):
        return same
    return {name: values_meant(name, value, index) for name in FIELDS[field].indexed}


def _same(field: str, value: Value, index: Index) -> dict[str, Sequence[str]]:
    """Return the values that are a quoted one as it is, by the index fields that hold them.

    Where one of the fields holds it, words of it in another are not meant: `by:"STRAND"` is not
    `Lionel Strand`.
    """
    if not value.is_whole or field == "ref":
        return {}
    wanted = value.text.upper()
    return {
        name: [text for text in index.values(name) if text.upper() == wanted]
        for name in FIELDS[field].indexed
    }


def values_meant(name: str, value: Value, index: Index) -> Sequence[str]:
    """Return the values of the index field `name` that a value of a query means."""
    if name == "ref":
        return [canonical_mrn(value.text) or value.text.upper()]
    held = index.values(name)
    if name == "class":
        return [text for text in held if class_matches(value.text, text)]
    if (code := _code(name, value.text)) in held:
        return [code]
    return index.names(name).find(value.text)


def taken_for(field: str, value: Value, index: Index) -> Sequence[str]:
    """Return the values that are meant by one that none of them is written like; else nothing."""
    if field not in _NAMED:
        return ()
    typed = words(value.text)
    meant = [one for found in _meanings(field, value, index).values() for one in found]
    return () if any(_is_like(one, typed) for one in meant) else meant


def _is_like(value: str, typed: Sequence[str]) -> bool:
    """Say whether each word that was typed is one of a value's, or the beginning of one."""
    return all(any(own.startswith(word) for own in words(value)) for word in typed)


def _code(name: str, typed: str) -> str:
    """Return the value of the index that a code stands for: a tag, or a station of a post."""
    if name == "tag":
        return typed.upper()
    post = describe_post(typed) or describe_routing(typed) if name == "post" else None
    return post.origin or "" if post else ""


def class_matches(typed: str, held: str) -> bool:
    """Tell whether a classification is meant by `secret`, `s`, `c/nf`, `sbu`, `noforn`."""
    wanted, _, control = re.sub("/+", "/", typed.upper()).partition("/")
    level, _, held_control = held.partition("//")
    if wanted in _SENSITIVE:
        return held.endswith("OFFICIAL USE ONLY") and (level == "UNCLASSIFIED" or wanted == "OUO")
    if wanted in {"NF", "NOFORN"}:
        return held_control == "NOFORN"
    if control:
        control = _CONTROLS.get(control, control)
        return held_control.startswith(control) and level == _LEVELS.get(wanted, wanted)
    if wanted == "U":
        return held == "UNCLASSIFIED"
    return level == _LEVELS[wanted] if wanted in _LEVELS else level.startswith(wanted)


def level_meant(typed: str) -> Level | None:
    """Return the level that letters stand for, `c` or `c/nf`; None where it is written out."""
    return _LEVELS.get(typed.partition("/")[0].upper())


def _date_query(text: str, index: Index) -> tantivy.Query | None:
    dates = parse_dates(text)
    if dates is None:
        return None
    first, after = dates.seconds
    return tantivy.Query.range_query(
        index.schema,
        "created",
        tantivy.FieldType.Integer,
        lower_bound=first,
        upper_bound=None if after is None else after - 1,
    )


def _subject_query(value: Value, index: Index) -> tantivy.Query | None:
    wanted = words(value.text)
    if not wanted:
        return None
    if value.is_whole and len(wanted) > 1:
        return tantivy.Query.phrase_query(index.schema, "subject", list(wanted))
    return all_of([_word_of_subject(word, index, is_whole=value.is_whole) for word in wanted])


def _word_of_subject(word: str, index: Index, *, is_whole: bool) -> tantivy.Query:
    """Return the query for a word of the subject; what goes on or is spelt otherwise will do."""
    make, schema = tantivy.Query, index.schema
    if is_whole:
        return make.term_query(schema, "subject", word)
    begun = make.fuzzy_term_query(schema, "subject", word, 0, prefix=True)
    return any_of([begun, *(make.term_query(schema, "subject", own) for own in other_words(word))])


def _keyed_query(
    listed: Keyed, index: Index, keyed: Callable[[str], Collection[int]]
) -> tantivy.Query:
    query = tantivy.Query.term_set_query(index.schema, "key", sorted(keyed(listed.name)))
    return but(tantivy.Query.all_query(), [query]) if listed.is_without else query
