"""Searches: tantivy finds candidates among millions, the matcher ranks the best of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from archive._errors import ArchiveError
from archive._model import Count, Hit, Results
from archive._search.grammar import parse_query
from archive._search.matcher import Match, Matcher
from archive._search.plan import Plan, Planner

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    import tantivy

    from archive._search.index import Index
    from archive._search.nodes import Node
    from archive._search.schema import Place
    from archive._search.source import Source

FEW: Final = 10
"""With fewer paragraphs than this, typos are tolerated; and with fewer still, parts will do."""
CANDIDATES: Final = 100
"""Paragraphs that the matcher ranks, at least."""
BATCH: Final = 25
"""Paragraphs matched between two looks at whether the search is still wanted."""
INDEX_SHARE: Final = 3.0
"""Points of score that the index's own ranking can add, to order what matches alike."""


class CancelledError(ArchiveError):
    """A search was given up because its answer is no longer wanted."""

    def __init__(self) -> None:
        super().__init__("The search was given up.")


class _Ranked(NamedTuple):
    rank: float
    place: Place
    number: int | None
    text: str
    match: Match


def nothing_personal(_name: str) -> Collection[int]:
    """Answer for an archive that is read without a notebook."""
    return ()


class Searcher:
    """Answers queries on one state of the index. Usable from many threads."""

    def __init__(
        self,
        index: Index,
        source: Source,
        personal: Callable[[str], Collection[int]] = nothing_personal,
    ) -> None:
        self.index = index
        self._source = source
        self._personal = personal

    def plan(self, query: str, *, is_strict: bool = False) -> Plan:
        """Understand a query: strictly as typed if that finds enough, else with typos.

        Raises:
            QueryError: Only when `is_strict`.
        """
        node = parse_query(query, is_strict=is_strict)
        plan = self._planned(node, is_tolerant=False)
        if plan.units and self.index.count(plan.whole) < FEW:
            plan = self._planned(node, is_tolerant=True)
        return plan

    def _planned(self, node: Node, *, is_tolerant: bool) -> Plan:
        return Planner(self.index, self._personal, is_tolerant).plan(node)

    def search(
        self,
        query: str,
        limit: int = 50,
        *,
        is_strict: bool = False,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> Results:
        """Return the best paragraphs for a query.

        Raises:
            QueryError: The query is not understood, and `is_strict`.
            CancelledError: `is_cancelled` answered yes on the way.
        """
        give_up = _give_up_when(is_cancelled)
        plan = self.plan(query, is_strict=is_strict)
        give_up()
        total = self.index.count(plan.whole)
        ranked = self._ranked(plan, plan.whole, limit, give_up)
        if len(ranked) < min(limit, FEW) and plan.partial is not None:
            held = {found.place for found in ranked}
            more = self._ranked(plan, plan.partial, limit, give_up)
            ranked += [found for found in more if found.place not in held]
        ranked = ranked[:limit]
        keys = {found.place.key for found in ranked}
        return Results(
            query=query,
            understood=query,
            hits=self._hits(ranked),
            paragraphs=Count(total),
            cables=Count(len(keys), is_exact=total <= len(ranked)),
        )

    def _ranked(
        self, plan: Plan, query: tantivy.Query, limit: int, give_up: Callable[[], None]
    ) -> list[_Ranked]:
        """Return at least `limit` of the best paragraphs that a query finds, best first."""
        found = self.index.best(query, max(CANDIDATES, limit))
        give_up()
        highest = max((candidate.score for candidate in found), default=0.0) or 1.0
        matcher = Matcher(plan.units)
        ranked: list[_Ranked] = []
        for start in range(0, len(found), BATCH):
            batch = found[start : start + BATCH]
            texts = self._source.paragraphs([candidate.place for candidate in batch])
            for candidate, (number, text) in zip(batch, texts, strict=True):
                match = matcher.match(text) if plan.units else _EVERYTHING
                if match:
                    rank = match.score + INDEX_SHARE * candidate.score / highest
                    ranked.append(_Ranked(rank, candidate.place, number, text, match))
            give_up()
        ranked.sort(key=lambda one: (not one.match.is_whole, -one.rank, one.place))
        return ranked

    def _hits(self, ranked: Sequence[_Ranked]) -> tuple[Hit, ...]:
        rows = self._source.rows([found.place.key for found in ranked])
        return tuple(
            Hit(
                key=row.key,
                mrn=row.mrn,
                reference_id=row.reference_id,
                position=found.place.position,
                paragraph=found.number,
                score=round(found.match.score, 1),
                text=found.text,
                spans=found.match.spans,
                created=row.created,
                origin=row.origin,
                classification=row.classification,
                subject=row.subject,
                is_partial=not found.match.is_whole,
            )
            for found, row in zip(ranked, rows, strict=True)
        )


_EVERYTHING: Final = Match(100.0, (), is_whole=True)


def _give_up_when(is_cancelled: Callable[[], bool] | None) -> Callable[[], None]:
    def give_up() -> None:
        if is_cancelled is not None and is_cancelled():
            raise CancelledError

    return give_up
