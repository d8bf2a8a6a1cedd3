"""Ranks paragraphs: candidates from the index, put in order by the matcher."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from archive._search.matcher import Match, Matcher
from archive._search.words import folded_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archive._search.index import Found
    from archive._search.plan import Plan
    from archive._search.schema import Place
    from archive._source import ParagraphText, Source

BATCH: Final = 25
"""Paragraphs matched between two looks at whether the search is still wanted."""
INDEX_SHARE: Final = 3.0
"""Points that the index's own ranking can add, to order what matches alike."""

_EVERYTHING: Final = Match(100.0, is_whole=True)


class Ranked(NamedTuple):
    """A paragraph with how it matches."""

    rank: float
    """The score, and a little for what the index thinks of it."""
    place: Place
    paragraph: ParagraphText
    match: Match


def by_rank(one: Ranked) -> tuple[bool, float, Place]:
    """Say where it comes in a list: what matches wholly first, the best first."""
    return not one.match.is_whole, -one.rank, one.place


def _is_of_subject(text: ParagraphText, match: Match) -> bool:
    """Tell whether the subject alone matches: paragraphs that match as well come before it."""
    return bool(text.subject and match.places) and match.places[-1].first < len(
        folded_words(text.subject)
    )


@dataclass(frozen=True, slots=True)
class Ranker:
    """Ranks what the queries of one plan find."""

    plan: Plan
    source: Source
    give_up: Callable[[], None]
    """Called between batches; raises when the answer is no longer wanted."""

    def ranked(self, found: Sequence[Found]) -> list[Ranked]:
        """Return those of the candidates that match, best first."""
        highest = max((candidate.score for candidate in found), default=0.0) or 1.0
        matcher = Matcher(self.plan.units)
        kept: list[Ranked] = []
        for start in range(0, len(found), BATCH):
            batch = found[start : start + BATCH]
            texts = self.source.paragraphs([candidate.place for candidate in batch])
            for candidate, text in zip(batch, texts, strict=True):
                match = matcher.match(text.searched) if self.plan.units else _EVERYTHING
                if match:
                    share = 0.0 if _is_of_subject(text, match) else candidate.score / highest
                    rank = match.score + INDEX_SHARE * share
                    kept.append(Ranked(rank, candidate.place, text, match))
            self.give_up()
        kept.sort(key=by_rank)
        return kept
