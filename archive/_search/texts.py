"""The queries of the index for a word or phrase in the forms that it may take."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import tantivy

from archive._search.filters import all_of, any_of
from archive._search.joining import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive._search.terms import Piece, Term

TYPO_BOOST: Final = 0.5
"""What a word with typos counts in the index's own ranking, times its similarity."""
BEGUN_SCORE: Final = 0.5
"""What any word that goes on after what was typed counts there."""

_make: Final = tantivy.Query


def term_part(term: Term, schema: tantivy.Schema) -> Part:
    """Return what finds the paragraphs with a word or phrase."""
    held = min(piece.held for piece in term.pieces)
    if len(term.pieces) == 1:
        return _piece_part(term.pieces[0], schema)
    if term.distance is None:
        return Part(held, _phrase_query(term.pieces, 0, schema))
    near = [
        any_of([_phrase_query(two, term.distance, schema) for two in (both, both[::-1])])
        for both in pairwise(term.pieces)
    ]
    return Part(held, all_of(near))


def _piece_part(piece: Piece, schema: tantivy.Schema) -> Part:
    """Return what finds a single word. What begins with one goes on as any of its words."""
    exact = _make.term_query(schema, "text", piece.word)
    near = [
        _make.boost_query(_make.term_query(schema, "text", word), TYPO_BOOST * similarity**2)
        for word, similarity in piece.forms.items()
        if word != piece.word and not (piece.is_prefix and word.startswith(piece.word))
    ]
    if not piece.is_prefix:
        choices = (exact, *near)
        return Part(piece.held, _best_of(choices), choices=choices if near else ())
    if piece.prefix:
        begun = _make.fuzzy_term_query(schema, "text", piece.prefix, 0, prefix=True)
        return Part(piece.held, _best_of([_begun(begun, exact), *near]))
    words = [word for word in piece.forms if word.startswith(piece.word)]
    each = {word: _make.term_query(schema, "text", word) for word in words}
    skipping = _begun(any_of(list(each.values())), exact)
    gathering = _begun(_make.term_set_query(schema, "text", words), exact)
    scored = [_make.const_score_query(one, BEGUN_SCORE) for one in each.values()]
    scored[words.index(piece.word)] = _begun(exact, exact)
    return Part(
        piece.held,
        _best_of([skipping, *near]),
        _best_of([gathering, *near]),
        (*scored, *near),
    )


def _begun(words: tantivy.Query, exact: tantivy.Query) -> tantivy.Query:
    """Return the query for what begins as was typed; the word itself comes first."""
    scored = _make.const_score_query(words, BEGUN_SCORE)
    return _make.boolean_query([(tantivy.Occur.Must, scored), (tantivy.Occur.Should, exact)])


def _best_of(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    return queries[0] if len(queries) == 1 else _make.disjunction_max_query(list(queries))


def _phrase_query(pieces: Sequence[Piece], slop: int, schema: tantivy.Schema) -> tantivy.Query:
    if all(len(piece.forms) == 1 and not piece.is_prefix for piece in pieces):
        return _make.phrase_query(schema, "text", [piece.word for piece in pieces], slop)
    choices = ["|".join(piece.forms) for piece in pieces]  # letters and digits only
    return _make.regex_phrase_query(schema, "text", [f"({one})" for one in choices], slop)
