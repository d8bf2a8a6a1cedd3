"""How a query is carried out: nodes and the words of the archive in, a tantivy query out."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import tantivy

from archive._search.fields import FIELDS
from archive._search.filters import all_of, any_of, filter_query, keys_query, lead_query
from archive._search.matcher import Unit
from archive._search.nodes import And, Filter, Node, Not, Or, Phrase, Word, wanted_words
from archive._search.schema import OF_THE_LEAD
from archive._search.terms import COMMON, Term, make_term

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Collection, Iterable, Sequence

    from archive._search.index import Index
    from archive._search.terms import Piece

TYPO_BOOST: Final = 0.5
"""What a word with typos counts in the index's own ranking, times its similarity."""
BEGUN_SCORE: Final = 0.5
"""What any word that goes on after what was typed counts there."""
STRETCH: Final = 4096
"""Paragraphs that tantivy goes through at a time when any of several words will do."""


TOGETHER: Final = 8.0
"""How much oftener words stand together than by chance, for an estimate."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A query looked up in one index."""

    node: Node
    is_tolerant: bool
    """Typos are allowed."""
    whole: tantivy.Query
    """Finds what matches wholly."""
    glance: tantivy.Query
    """Finds the same, and can skip much of the archive without looking at it."""
    cost: float
    """Entries of the index that have to be gone through for `whole`, about."""
    units: tuple[Unit, ...]
    """What the text is to hold; empty when only fields are asked for."""
    terms: tuple[Term, ...]
    """All words and phrases that may be highlighted."""
    barred: tuple[Unit, ...] = ()
    """What the text may not hold."""
    unclear: tuple[Filter, ...] = ()
    """Fields whose value could not be understood; they are passed over."""
    is_bounded: bool = False
    """A short beginning of a word stands for its most frequent words only."""
    partial: tantivy.Query | None = None
    """Finds what holds the most of it; None when there is no less to ask for."""
    close: tantivy.Query | None = None
    """Finds what holds the finished words one after the other, best with the last one too, whatever
    else is asked for; None when it is not that simple."""

    @property
    def is_hopeless(self) -> bool:
        """Whether no paragraph can match wholly."""
        return any(unit.is_unheld for unit in self.units)


@dataclass(slots=True)
class Planner:
    """Makes a plan for one query."""

    index: Index
    personal: Callable[[str], Collection[int]]
    is_tolerant: bool
    terms: dict[int, Term] = field(default_factory=dict)
    """By where the word stands in the query."""
    unclear: dict[Filter, None] = field(default_factory=dict)
    skips: bool = False
    """Queries are made to skip much, rather than to go through everything fast."""

    def plan(self, node: Node) -> Plan:
        """Look a query up."""
        for word in wanted_words(node):
            term = make_term(word, self.index, is_tolerant=self.is_tolerant)
            if term:
                self.terms[word.span.start] = term
        parts = node.parts if isinstance(node, And) else (node,)
        units = tuple(Unit(terms) for part in parts if (terms := tuple(self._terms_of(part))))
        seen = self._share_seen(units)
        smallest = min((unit.held for unit in units), default=0)
        self.skips = True
        glance = self._query(node) or tantivy.Query.all_query()
        self.skips = seen < 0.5
        whole = glance if self.skips else self._query(node) or glance
        if not units:
            whole = all_of([lead_query(self.index.schema), whole])
        fields = self._all_of([part for part in parts if next(wanted_words(part), None) is None])
        return Plan(
            node,
            self.is_tolerant,
            whole,
            glance,
            smallest + sum(unit.held * seen for unit in units if unit.is_choice),
            units,
            tuple(self.terms.values()),
            tuple(self._barred(parts)),
            tuple(self.unclear),
            is_bounded=any(
                piece.is_prefix and piece.prefix is None
                for term in self.terms.values()
                for piece in term.pieces
            ),
            partial=self._partial(parts, fields) if len(units) > 1 else None,
            close=self._close(units),
        )

    def _share_seen(self, units: Sequence[Unit]) -> float:
        """Estimate the share of the archive that is near a paragraph with all units.

        As if they stood in paragraphs by chance; words that belong together are found together
        oftener, which the factor allows for.
        """
        total = max(self.index.searcher.num_docs, 1)
        share = math.prod(min(1.0, unit.held / total) for unit in units)
        return min(1.0, TOGETHER * share * STRETCH)

    def _close(self, units: Sequence[Unit]) -> tantivy.Query | None:
        """Return the query for the words of the query one after the other."""
        pieces = [piece for unit in units for term in unit.terms for piece in term.pieces]
        words: list[str | tuple[int, str]] = [piece.word for piece in pieces if not piece.is_prefix]
        if len(words) < 2 or any(len(unit.terms) > 1 for unit in units) or self.is_tolerant:
            return None
        make, schema = tantivy.Query, self.index.schema
        together = make.phrase_query(schema, "text", words)
        if len(words) == len(pieces):
            return together
        exactly = make.phrase_query(schema, "text", [piece.word for piece in pieces])
        return make.boolean_query([(tantivy.Occur.Must, together), (tantivy.Occur.Should, exactly)])

    def _terms_of(self, node: Node) -> Iterable[Term]:
        for word in wanted_words(node):
            if term := self.terms.get(word.span.start):
                yield term

    def _barred(self, parts: Iterable[Node]) -> Iterable[Unit]:
        for part in parts:
            for word in wanted_words(part.part) if isinstance(part, Not) else ():
                if term := make_term(word, self.index, is_tolerant=False):
                    yield Unit((term,))

    def _query(self, node: Node) -> tantivy.Query | None:
        """Return the query for a node; None for a part that asks for nothing."""
        match node:
            case Word() | Phrase():
                term = self.terms.get(node.span.start) or make_term(
                    node, self.index, is_tolerant=False
                )
                return self._term_query(term) if term else None
            case Filter():
                return self._filter_query(node)
            case Not():
                return self._all_of([node])
            case Or(parts):
                queries = [query for part in parts if (query := self._query(part))]
                return any_of(queries) if queries else None
            case And(parts):
                return self._all_of(parts)

    def _filter_query(self, node: Filter) -> tantivy.Query | None:
        query = filter_query(node, self.index, self.personal)
        if query is None:
            self.unclear[node] = None
            return None
        if self.terms and not OF_THE_LEAD.isdisjoint(FIELDS[node.field].indexed):
            return self._cables_query(self.index.keys(query))
        return tantivy.Query.const_score_query(query, 0.0)

    def _barred_queries(
        self, nodes: Iterable[Node], wanted: Sequence[tantivy.Query]
    ) -> Iterable[tantivy.Query]:
        """Yield the queries for what must not be there: in a paragraph that holds what is wanted.

        Where only fields are wanted there is no such paragraph, and words may be nowhere in the
        cable.
        """
        words: list[tantivy.Query] = []
        for node in nodes:
            query = self._query(node)
            if query and not self.terms and next(wanted_words(node), None):
                words.append(query)
            elif query:
                yield query
        if words:
            yield self._cables_query(self.index.keys(all_of([any_of(words), *wanted])))

    def _cables_query(self, keys: array[int]) -> tantivy.Query:
        """Return the query for these cables, put as its contrary where these are most of all."""
        schema, everything = self.index.schema, self.index.all_keys
        if 2 * len(keys) <= len(everything):
            return keys_query(schema, keys)
        is_other = bytearray(b"\1") * (max(everything) + 1)
        for key in keys:
            is_other[key] = 0
        return _but(keys_query(schema, [key for key in everything if is_other[key]]))

    def _all_of(self, parts: Iterable[Node]) -> tantivy.Query | None:
        parts = list(parts)
        wanted = [
            query for part in parts if not isinstance(part, Not) and (query := self._query(part))
        ]
        barred = list(
            self._barred_queries([part.part for part in parts if isinstance(part, Not)], wanted)
        )
        if not wanted and not barred:
            return None
        if not wanted:
            wanted.append(tantivy.Query.all_query())
        must = [(tantivy.Occur.Must, query) for query in wanted]
        return tantivy.Query.boolean_query(
            [*must, *((tantivy.Occur.MustNot, query) for query in barred)]
        )

    def _partial(self, parts: Sequence[Node], fields: tantivy.Query | None) -> tantivy.Query | None:
        """Return the query for what has all fields and half of the words that say something.

        Words of very many paragraphs say little, and to collect all these would take long.
        """
        words = [part for part in parts if next(wanted_words(part), None)]
        rare = [part for part in words if Unit(tuple(self._terms_of(part))).held <= COMMON]
        if not rare:
            return None
        queries = [query for part in rare if (query := self._query(part))]
        least = max(1, len(queries) // 2)
        some = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, query) for query in queries], least
        )
        return all_of([fields, some]) if fields else some

    def _term_query(self, term: Term) -> tantivy.Query:
        if len(term.pieces) == 1:
            return self._piece_query(term.pieces[0])
        if term.distance is None:
            return self._phrase_query(term.pieces, 0)
        return all_of(
            [
                any_of([self._phrase_query(two, term.distance) for two in (both, both[::-1])])
                for both in pairwise(term.pieces)
            ]
        )

    def _piece_query(self, piece: Piece) -> tantivy.Query:
        make, schema = tantivy.Query, self.index.schema
        begun = self._begun_query(piece) if piece.is_prefix else None
        queries = [
            make.term_query(schema, "text", word)
            if similarity == 1
            else make.boost_query(make.term_query(schema, "text", word), TYPO_BOOST * similarity**2)
            for word, similarity in piece.forms.items()
            if begun is None or not word.startswith(piece.word)
        ]
        if begun is not None:
            queries.append(begun)
        return queries[0] if len(queries) == 1 else make.disjunction_max_query(queries)

    def _begun_query(self, piece: Piece) -> tantivy.Query:
        """Return the query for what begins as was typed; the word itself comes first."""
        make, schema = tantivy.Query, self.index.schema
        begun = [word for word in piece.forms if word.startswith(piece.word)]
        exact = make.term_query(schema, "text", piece.word)
        if piece.prefix:
            any_begun = make.fuzzy_term_query(schema, "text", piece.prefix, 0, prefix=True)
        elif self.skips:
            any_begun = any_of([make.term_query(schema, "text", word) for word in begun])
        else:
            any_begun = make.term_set_query(schema, "text", begun)
        return make.boolean_query(
            [
                (tantivy.Occur.Must, make.const_score_query(any_begun, BEGUN_SCORE)),
                (tantivy.Occur.Should, exact),
            ]
        )

    def _phrase_query(self, pieces: Sequence[Piece], slop: int) -> tantivy.Query:
        make, schema = tantivy.Query, self.index.schema
        if all(len(piece.forms) == 1 and not piece.is_prefix for piece in pieces):
            return make.phrase_query(schema, "text", [piece.word for piece in pieces], slop)
        choices = ["|".join(piece.forms) for piece in pieces]  # letters and digits only
        return make.regex_phrase_query(schema, "text", [f"({one})" for one in choices], slop)


def _but(query: tantivy.Query) -> tantivy.Query:
    """Return the query that finds all that `query` does not find."""
    return tantivy.Query.boolean_query(
        [
            (tantivy.Occur.Must, tantivy.Query.all_query()),
            (tantivy.Occur.MustNot, query),
        ]
    )
