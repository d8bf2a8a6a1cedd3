"""How a query is carried out: nodes and the words of the archive in, a tantivy query out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import tantivy

from archive._search.fields import FIELDS
from archive._search.filters import all_of, any_of, but, filter_query, lead_query
from archive._search.joining import Joined, Part, joined
from archive._search.matcher import Unit
from archive._search.nodes import (
    And,
    Filter,
    Node,
    Not,
    Or,
    Others,
    Phrase,
    Word,
    has_words,
    wanted_words,
    with_others,
)
from archive._search.schema import SOME
from archive._search.spacing import respaced
from archive._search.spelling import respelt
from archive._search.terms import COMMON, Term, make_term
from archive._search.texts import term_part

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from archive._search.index import Index


FEW: Final = 10
"""With fewer paragraphs than this, typos are tolerated; and with fewer still, parts will do."""
A_PHRASE: Final = 50
"""Cost of looking whether words stand together in a paragraph, as those of `joining`."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A query looked up in one index."""

    node: Node
    whole: tantivy.Query
    """Finds what matches wholly."""
    glance: tantivy.Query
    """Finds the same, and can skip much of the archive without looking at it."""
    cost: float
    """Entries of the index that have to be gone through for `whole`, about."""
    found: float
    """Paragraphs that match wholly, about; seldom more."""
    units: tuple[Unit, ...]
    """What the text is to hold; empty when only fields are asked for."""
    terms: tuple[Term, ...]
    """All words and phrases that may be highlighted."""
    others: Others = field(default_factory=dict)
    """What words of the query may be in other spellings, and with typos in other spaces."""
    barred: tuple[Unit, ...] = ()
    """What the text may not hold."""
    unclear: tuple[Filter, ...] = ()
    """Fields whose value could not be understood; they are passed over."""
    is_bounded: bool = False
    """A short beginning of a word stands for its most frequent words only."""
    partial: tantivy.Query | None = None
    """Finds what holds the most of it; None when there is no less to ask for."""
    listed: tantivy.Query | None = None
    """Finds what `partial` listed before a `&` narrowed it; None when none does."""
    close: tantivy.Query | None = None
    """Finds what holds the finished words one after the other, best with the last one too, whatever
    else is asked for; None when it is not that simple."""
    is_close_alone: bool = False
    """`close` is looked up quicker by itself than together with `whole`, and may be."""

    @property
    def finished(self) -> int:
        """Return how many words are not being typed any more."""
        pieces = (piece for unit in self.units for term in unit.terms for piece in term.pieces)
        return sum(not piece.is_prefix for piece in pieces)

    @property
    def is_counted(self) -> bool:
        """Whether what matches is all that can: none, or no word stands for some of its forms."""
        return self.is_hopeless or not self.is_bounded

    @property
    def is_hopeless(self) -> bool:
        """Whether no paragraph can match wholly."""
        return any(unit.is_unheld for unit in self.units)


@dataclass(slots=True)
class Planner:
    """Makes a plan for one query."""

    index: Index
    keyed: Callable[[str], Collection[int]]
    is_tolerant: bool
    terms: dict[Word | Phrase, Term] = field(default_factory=dict)
    """What words and phrases may stand for."""
    others: dict[Word | Phrase, Sequence[Word | Phrase]] = field(default_factory=dict)
    """What those may be in other words."""
    unclear: dict[Filter, None] = field(default_factory=dict)
    has_words: bool = False
    """Texts are looked at, not fields alone."""

    def plan(self, node: Node) -> Plan:
        """Look a query up."""
        self.has_words = has_words(node)
        typed, narrowing = (node.parts, node.narrowing) if isinstance(node, And) else ((node,), 0)
        before, behind = typed[: len(typed) - narrowing], typed[len(typed) - narrowing :]
        narrowed, had_no_parts = self._narrowed(before, behind)
        narrower = self._take_words(behind, is_tolerant=self.is_tolerant)
        parts = (*narrowed, *narrower)
        units = tuple(Unit(terms) for part in parts if (terms := tuple(self._terms_of(part))))
        found = self._joined(parts) or self._everything
        if not units:
            found = self._of_leads(found)
        fields = [part for part in parts if next(wanted_words(part), None) is None]
        return Plan(
            node,
            found.query,
            found.skipping,
            found.cost,
            found.found,
            units,
            tuple(self.terms.values()),
            self.others,
            tuple(self._barred(parts)),
            tuple(self.unclear),
            is_bounded=any(
                piece.is_prefix and piece.prefix is None
                for term in self.terms.values()
                for piece in term.pieces
            ),
            partial=None if len(units) < 2 or had_no_parts else self._partial(parts, narrowed),
            listed=self._partial(narrowed, narrowed) if behind and not had_no_parts else None,
            close=self._close(units),
            is_close_alone=not fields and self._rarest_finished(units) * A_PHRASE < found.cost,
        )

    def _take_words(self, parts: Sequence[Node], *, is_tolerant: bool) -> Sequence[Node]:
        """Look up what the words of some parts may stand for; return the parts with all of it."""
        spelt = respelt(parts, self.index)
        spaced = respaced(parts, self.index) if is_tolerant else {}
        others = {
            word: tuple(dict.fromkeys((*spelt.get(word, ()), *spaced.get(word, ()))))
            for word in (*spelt, *spaced)
        }
        self.others.update(others)
        as_they_are = {other for each in others.values() for other in each}
        parts = [with_others(part, others) for part in parts]
        for part in parts:
            for word in wanted_words(part):
                has_typos = is_tolerant and word not in as_they_are
                if term := make_term(word, self.index, is_tolerant=has_typos):
                    self.terms[word] = term
        return parts

    def _narrowed(
        self, before: Sequence[Node], behind: Sequence[Node]
    ) -> tuple[Sequence[Node], bool]:
        """Look up what a `&` narrows; without one, all. Tell whether enough of it was found whole.

        What was not needed to find it, typos or parts, was not listed before, and is not now.
        """
        if not behind:
            return self._take_words(before, is_tolerant=self.is_tolerant), False
        narrowed = self._take_words(before, is_tolerant=False)
        is_enough = self._finds_enough(narrowed)
        if self.is_tolerant and not is_enough:
            narrowed = self._take_words(before, is_tolerant=True)
            is_enough = self._finds_enough(narrowed)
        return narrowed, is_enough

    def _finds_enough(self, parts: Sequence[Node]) -> bool:
        found = self._joined(parts)
        if found is None:
            return False
        glance = self.index.sliced(found.skipping, SOME)  # of what is common that is enough
        return any(len(self.index.best(query, FEW)) == FEW for query in (glance, found.query))

    def _of_leads(self, found: Joined) -> Joined:
        """Return what finds one paragraph of each cable, where no words are asked for."""
        lead = lead_query(self.index.schema)
        query, skipping = all_of([lead, found.query]), all_of([lead, found.skipping])
        return Joined(query, skipping, 0.0, found.found)

    @property
    def _everything(self) -> Joined:
        everything = tantivy.Query.all_query()
        return Joined(everything, everything, 0.0, self._paragraphs)

    @property
    def _paragraphs(self) -> int:
        return int(self.index.searcher.num_docs)

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

    def _rarest_finished(self, units: Sequence[Unit]) -> int:
        pieces = (piece for unit in units for term in unit.terms for piece in term.pieces)
        return min((piece.held for piece in pieces if not piece.is_prefix), default=0)

    def _terms_of(self, node: Node) -> Iterable[Term]:
        for word in wanted_words(node):
            if term := self.terms.get(word):
                yield term

    def _barred(self, parts: Iterable[Node]) -> Iterable[Unit]:
        for part in parts:
            for word in wanted_words(part.part) if isinstance(part, Not) else ():
                if term := make_term(word, self.index, is_tolerant=False):
                    yield Unit((term,))

    def _part(self, node: Node) -> Part | None:
        """Return what finds the paragraphs of a node; None for a part that asks for nothing."""
        match node:
            case Word() | Phrase():
                term = self.terms.get(node) or make_term(node, self.index, is_tolerant=False)
                return term_part(term, self.index.schema) if term else None
            case Filter():
                query = self._filter_query(node)
                return Part(self._paragraphs, query) if query else None
            case Or(parts):
                any_part = [part for one in parts if (part := self._part(one))]
                held = sum(part.held for part in any_part)
                return Part(held, any_of([part.query for part in any_part])) if any_part else None
            case And() | Not():
                found = self._joined(node.parts if isinstance(node, And) else (node,))
                return Part(round(found.found), found.query) if found else None

    def _query_of(self, nodes: Sequence[Node]) -> tantivy.Query | None:
        found = self._joined(nodes)
        return found.query if found else None

    def _filter_query(self, node: Filter) -> tantivy.Query | None:
        query = filter_query(node, self.index, self.keyed)
        if query is None:
            self.unclear[node] = None
            return None
        if self.has_words and FIELDS[node.field].is_of_lead:
            return self.index.of_cables(self.index.keys(query))
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
            query = self._query_of([node])
            if query and not self.terms and next(wanted_words(node), None):
                words.append(query)
            elif query:
                yield query
        if words:
            yield self.index.of_cables(self.index.keys(all_of([any_of(words), *wanted])))

    def _joined(self, nodes: Iterable[Node]) -> Joined | None:
        """Put the parts of a query together; None where nothing is asked for."""
        nodes = list(nodes)
        parts = [part for one in nodes if not isinstance(one, Not) and (part := self._part(one))]
        found = joined(parts, self._paragraphs) if parts else self._everything
        barred = [one.part for one in nodes if isinstance(one, Not)]
        without = list(self._barred_queries(barred, [found.query] if parts else ()))
        if not parts and not without:
            return None
        if without:
            query, skipping = but(found.query, without), but(found.skipping, without)
            found = replace(found, query=query, skipping=skipping)
        return found

    def _partial(self, parts: Sequence[Node], narrowed: Sequence[Node]) -> tantivy.Query | None:
        """Return the query for what has all that must be, and half of the other words that count.

        Words of very many paragraphs say little, and to collect all these would take long: all of
        them are asked for, and only where the archive holds none of the others. What narrows must
        be there.
        """
        words = [part for part in narrowed if next(wanted_words(part), None)]
        units = {part: Unit(tuple(self._terms_of(part))) for part in words}
        rare = [part for part in words if units[part].held <= COMMON]
        if not rare:
            return None
        if all(units[part].is_unheld for part in rare):
            held = self._joined([part for part in parts if part not in rare])
            return held.skipping if held and len(rare) < len(words) else None
        queries = [part.query for one in rare if (part := self._part(one))]
        least = max(1, len(queries) // 2)
        some = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, query) for query in queries], least
        )
        must = self._query_of([part for part in parts if part not in words])
        return all_of([must, some]) if must else some
