"""Answers queries: tantivy finds candidates among millions, the matcher ranks the best of them."""

from __future__ import annotations

from array import array
from functools import lru_cache
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from archive._encodable import encodable
from archive._model import Hit, Matches, Order, Results
from archive._search import facets, spelling
from archive._search.asking import CANDIDATES, Asker
from archive._search.cancelling import give_up_when
from archive._search.filters import all_of, keys_query, lead_query
from archive._search.index import COUNTED, Found
from archive._search.last import Last
from archive._search.listing import QueryListing
from archive._search.matcher import Matcher
from archive._search.plan import FEW
from archive._search.ranking import Ranker, by_rank
from archive._search.schema import Place
from archive._search.terms import FORMS
from archive._search.traits import has_places, places
from archive._search.wording import (
    suggestion,
    unclear_fields,
    understood,
    unknown_fields,
    unknown_words,
)
from archive._source import texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from archive._model import CableRow, Facet, Listing, Topic
    from archive._search.asking import Asked
    from archive._search.facets import Counts
    from archive._search.index import Index
    from archive._search.plan import Plan
    from archive._search.ranking import Ranked
    from archive._source import Source
    from parser import Cable

PARTS: Final = 20
"""Paragraphs that hold a part of the query are listed up to this many."""
ORDERINGS: Final = 2
"""Orders of all cables that are kept, 4 bytes a cable each."""
WINDOW: Final = 200
"""Cables looked through at a time for hits in another order than by rank."""


class Searcher:
    """Answers queries on one state of the index. Usable from many threads.

    A query is understood strictly as typed; when that finds too little, with typos; and when that
    is too little still, paragraphs with a part of it follow. All methods agree on this.

    Methods that take `is_cancelled` raise `CancelledError` when it answers yes on the way.
    """

    def __init__(
        self, index: Index, source: Source, keyed: Callable[[str], Collection[int]]
    ) -> None:
        """Make a searcher.

        Args:
            index: The search index.
            source: Holds the paragraphs and rows that the index points at.
            keyed: Given the name of a list, the keys of its cables.
        """
        self.index = index
        self._source = source
        self._asker = Asker(index, keyed)
        self._ranked: Last[Asked, list[Ranked]] = Last()
        self._listed: Last[Asked, array[int]] = Last()
        self._counted: Last[Asked, Counts] = Last()
        self._ordering = lru_cache(ORDERINGS)(source.keys)

    def prepare(self) -> None:
        """Look up what each single letter may begin, and read the spellings: both are kept.

        No key has to wait for it then.
        """
        spelling.table()
        if vocabulary := self.index.vocabulary:
            for letter in ascii_lowercase:
                vocabulary.beginning(letter, FORMS)

    def search(
        self,
        query: str,
        limit: int = 50,
        order: Order = Order.RANK,
        *,
        is_strict: bool = False,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> Results:
        """Return the best paragraphs for a query; in another order, the first ones in it.

        With a limit of 0 nothing is ranked: the query is said in words and its hits are counted.

        Raises:
            QueryError: `is_strict`, and something in the query is not understood.
        """
        give_up = give_up_when(is_cancelled)
        asked = self._asker.ask(query, is_strict=is_strict)
        give_up()
        if limit <= 0:
            found = []
        elif order is Order.RANK:
            found = self._best(asked, limit, give_up)
        else:
            found = self._first(asked, limit, order, give_up)
        return Results(
            query=query,
            understood=understood(query, asked.plan, self.index),
            hits=self._hits(found[:limit]),
            paragraphs=asked.paragraphs,
            cables=asked.cables,
            unknown=self._unknown(asked),
            suggestion=suggestion(encodable(query), asked.plan, self.index),
            is_of_cables=not asked.plan.units,
            has_places=not asked.plan.units and has_places(asked.plan.node),
            unclear=unclear_fields(asked.plan),
        )

    def beginning(
        self, query: str, *, is_cancelled: Callable[[], bool] | None = None
    ) -> Listing | None:
        """List the best cables only, where to list all of them takes long; else None."""
        give_up = give_up_when(is_cancelled)
        asked = self._asker.ask(query)
        give_up()
        if asked.slices is None and asked.keys is not None:
            return None
        best = array("I", dict.fromkeys(self._best_keys(asked, give_up)))
        return QueryListing(best, asked.plan, self.index, self._source)

    def listing(
        self,
        query: str,
        order: Order = Order.RANK,
        *,
        reverse: bool = False,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> Listing:
        """List the cables with a paragraph that matches."""
        give_up = give_up_when(is_cancelled)
        asked = self._asker.ask(query)
        give_up()
        best = self._best_keys(asked, give_up)
        keys = array("I", dict.fromkeys((*best, *self._keys(asked, give_up))))
        give_up()
        if order is not Order.RANK:
            keys = self._sorted(keys, order, reverse=reverse)
        elif reverse:
            keys.reverse()
        return QueryListing(keys, asked.plan, self.index, self._source)

    def matches(self, query: str, cable: Cable, *, is_tolerant: bool = False) -> Matches:
        """Return where a query matches in a cable.

        In paragraphs that hold all of the query; when none does, in those with a part of it. When
        `is_tolerant` and none does, typos are allowed, however much of the archive has none.
        """
        matches, is_whole = _matches(self._asker.ask(query).plan, cable)
        if is_whole or not is_tolerant:
            return matches
        others, is_whole = _matches(self._asker.tolerant_plan(query), cable)
        return others if is_whole or not matches.paragraphs else matches

    def hit(self, query: str, key: int, position: int) -> Hit | None:
        """Return one paragraph as a hit of a query; None where it is none."""
        ranker = Ranker(self._asker.ask(query).plan, self._source, give_up_when(None))
        return next(iter(self._hits(ranker.ranked([Found(Place(key, position), 0.0)]))), None)

    def facets(
        self, query: str, *, is_cancelled: Callable[[], bool] | None = None
    ) -> tuple[Facet, ...]:
        """Count the cables that a query finds by classification, post, TAGS and year."""
        return tuple(self._counts(query, give_up_when(is_cancelled)).facets())

    def histogram(
        self, query: str, *, is_cancelled: Callable[[], bool] | None = None
    ) -> tuple[tuple[str, int], ...]:
        """Count the cables that a query finds by month."""
        return tuple(self._counts(query, give_up_when(is_cancelled)).histogram())

    def topics(self, text: str, limit: int = 50) -> tuple[Topic, ...]:
        """Look up TAGS, posts, countries, people and subjects by words of their names."""
        topics = self.index.topics
        return tuple(topics.search(encodable(text), limit)) if topics else ()

    def _best_keys(self, asked: Asked, give_up: Callable[[], None]) -> list[int]:
        """Return the cables that a list by rank begins with, as often as they hold a hit."""
        return [found.place.key for found in self._best(asked, PARTS, give_up)]

    def _best(self, asked: Asked, limit: int, give_up: Callable[[], None]) -> list[Ranked]:
        """Return the best paragraphs: those with all of it, then those with parts."""
        if limit > CANDIDATES:
            return self._rank(asked, limit, give_up)
        return self._ranked.of(asked, lambda: self._rank(asked, CANDIDATES, give_up))

    def _rank(self, asked: Asked, limit: int, give_up: Callable[[], None]) -> list[Ranked]:
        ranker = Ranker(asked.plan, self._source, give_up)
        best = self._asker.best(asked, limit) if asked.total > CANDIDATES < limit else asked.best
        held = {one.place for one in best}
        found = ranker.ranked(best)
        if asked.total > CANDIDATES:
            close = [one for one in self._asker.closest(asked) if one.place not in held]
            found += [one for one in ranker.ranked(close) if one.match.is_whole]
            found.sort(key=by_rank)
        elif asked.total < FEW:
            parts = self._with_parts(asked.plan)
            found += ranker.ranked([one for one in parts if one.place not in held])
        return found

    def _with_parts(self, plan: Plan) -> Sequence[Found]:
        """Return the best paragraphs with parts of a query; narrowed, in cables listed before."""
        if plan.partial is None:
            return ()
        if plan.listed is None:
            return self.index.best(plan.partial, PARTS)
        before = [one.place.key for one in self.index.best(plan.listed, PARTS)]
        return self.index.best(all_of([plan.partial, keys_query(self.index.schema, before)]), PARTS)

    def _first(
        self, asked: Asked, limit: int, order: Order, give_up: Callable[[], None]
    ) -> list[Ranked]:
        """Return the first paragraphs in an order of their cables."""
        plan = asked.plan
        keys = self._sorted(self._keys(asked, give_up), order, reverse=False)
        ranker = Ranker(plan, self._source, give_up)
        found: list[Ranked] = []
        for start in range(0, len(keys), WINDOW):
            window = keys[start : start + WINDOW]
            query = all_of([plan.glance, keys_query(self.index.schema, window)])
            places = {key: place for place, key in enumerate(window)}
            here = ranker.ranked(self.index.best(query, COUNTED))
            here.sort(key=lambda one: (places[one.place.key], one.place.position))
            found += here
            if len(found) >= limit:
                break
        return found

    def _sorted(self, keys: array[int], order: Order, *, reverse: bool) -> array[int]:
        """Sort keys as the archive sorts its cables; those it does not list are left out."""
        ordering = self._ordering(order, reverse=reverse)
        return array("I", filter(frozenset(keys).__contains__, ordering))

    def _keys(self, asked: Asked, give_up: Callable[[], None]) -> array[int]:
        """Return the keys of all cables with a paragraph that matches wholly."""
        if asked.keys is not None and asked.slices is None:
            return asked.keys
        return self._listed.of(asked, lambda: self.index.keys(asked.plan.whole, give_up))

    def _counts(self, query: str, give_up: Callable[[], None]) -> Counts:
        asked = self._asker.ask(query)
        give_up()
        return self._counted.of(asked, lambda: self._count(asked, give_up))

    def _count(self, asked: Asked, give_up: Callable[[], None]) -> Counts:
        if not asked.plan.units:
            return facets.count(self.index, asked.plan.whole)
        keys = self._keys(asked, give_up)
        if asked.total < FEW:  # then those are listed, too, that hold a part of it
            keys = array("I", {*keys, *self._best_keys(asked, give_up)})
        give_up()
        leads = all_of([lead_query(self.index.schema), self.index.of_cables(keys)])
        return facets.count(self.index, leads)

    def _unknown(self, asked: Asked) -> tuple[str, ...]:
        """Return what the archive does not hold; fields are looked at where nothing is found."""
        words = unknown_words(asked.plan, self.index)
        return words if asked.total else (*words, *unknown_fields(asked.plan, self.index))

    def _hits(self, found: Sequence[Ranked]) -> tuple[Hit, ...]:
        rows = self._source.rows([one.place.key for one in found])
        return tuple(_hit(one, row) for one, row in zip(found, rows, strict=True))


def _matches(plan: Plan, cable: Cable) -> tuple[Matches, bool]:
    """Return where what was looked up matches in a cable, and whether all of it does somewhere.

    Where no words are asked for, that is where there is what the cable is to have.
    """
    if not plan.units:
        return Matches(places(plan.node, cable)), True
    matcher, barred = Matcher(plan.units), Matcher(plan.barred)
    found = [
        (position, text, match)
        for position, text in enumerate(texts_of(cable))
        if (match := matcher.match(text.searched)) and not barred.match(text.searched)
    ]
    is_any_whole = any(match.is_whole for _, _, match in found)
    parted = [
        (position, *text.parted(match.spans(text.searched)))
        for position, text, match in found
        if match.is_whole or not is_any_whole
    ]
    subject = next((above for _, above, _ in parted), ())
    paragraphs = tuple((position, spans) for position, _, spans in parted if spans)
    return Matches(paragraphs, subject), is_any_whole


def _hit(one: Ranked, row: CableRow) -> Hit:
    text = one.paragraph
    subject_spans, spans = text.parted(one.match.spans(text.searched))
    return Hit(
        row=row,
        position=one.place.position,
        paragraph=text.number,
        score=round(one.match.score, 1),
        text=text.text,
        spans=spans,
        is_partial=not one.match.is_whole,
        subject_spans=subject_spans,
    )
