"""Listing, hits and counts of one query share one run; a newer key gives each of them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive import CancelledError
from archive._search.ranking import Ranker
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

    from archive._search import Searcher


@pytest.fixture
def searcher(tmp_path: Path) -> Searcher:
    cables = [cable(f"The harbor was closed on day {day}.") for day in range(30)]
    return make_searcher(tmp_path / "index", *cables)


def test_a_listing_and_its_hits_are_ranked_once(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = []
    ranked = Ranker.ranked

    def counting(*given: object) -> object:
        runs.append(given)
        return ranked(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Ranker, "ranked", counting)
    listing = searcher.listing("harbor")
    results = searcher.search("harbor", 1)
    assert len(runs) == 1
    assert listing.rows(0, 1)[0].key == results.hits[0].row.key


@pytest.mark.parametrize("name", ["search", "listing", "facets", "histogram"])
def test_gives_up(searcher: Searcher, name: str) -> None:
    with pytest.raises(CancelledError):
        getattr(searcher, name)("harbor", is_cancelled=lambda: True)


def test_what_was_given_up_is_not_remembered(searcher: Searcher) -> None:
    with pytest.raises(CancelledError):
        searcher.facets("harbor", is_cancelled=lambda: True)
    assert len(searcher.listing("harbor")) == 30
    assert sum(count for _, count in searcher.histogram("harbor")) == 0  # none has a date
