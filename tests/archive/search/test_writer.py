"""The index is written so that readers see each commit whole: `writer.py`."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from archive._search import Index, IndexWriter, entry, writer
from tests.archive.search.corpus import cable

if TYPE_CHECKING:
    from pathlib import Path


def _keys(path: Path) -> list[int]:
    return sorted(Index(path).all_keys)


def test_nothing_is_seen_before_it_is_committed(tmp_path: Path) -> None:
    with closing(IndexWriter(tmp_path)) as writing:
        writing.add(1, entry(cable("Grain.", "Barley.")))
        writing.commit("first")
        assert (_keys(tmp_path), Index(tmp_path).payload) == ([1], "first")
        writing.add(2, entry(cable("Coast.")))
        writing.delete(1)
        writing.delete(99)
        assert (_keys(tmp_path), Index(tmp_path).payload) == ([1], "first")
        writing.commit("second")
        assert (_keys(tmp_path), Index(tmp_path).payload) == ([2], "second")
    assert Index(tmp_path).searcher.num_docs == 1 + 1  # a paragraph, and the payload


def test_what_was_not_committed_is_gone(tmp_path: Path) -> None:
    with closing(IndexWriter(tmp_path)) as writing:
        writing.add(1, entry(cable("Grain.")))
        writing.commit("first")
        writing.add(2, entry(cable("Coast.")))
    assert (_keys(tmp_path), Index(tmp_path).payload) == ([1], "first")


def test_an_empty_index_knows_nothing(tmp_path: Path) -> None:
    with closing(IndexWriter(tmp_path)):
        pass
    assert (_keys(tmp_path), Index(tmp_path).payload) == ([], None)


@pytest.mark.parametrize(
    ("more", "is_derived"),
    [pytest.param(19, False, id="grown fourfold"), pytest.param(20, True, id="grown beyond that")],
)
def test_words_and_topics_follow_when_it_has_grown_and_at_its_end(
    tmp_path: Path, more: int, is_derived: bool
) -> None:
    assert writer.GROWTH == 4
    with closing(IndexWriter(tmp_path)) as writing:
        for key in range(1, 5):
            writing.add(key, entry(cable("Grain.", tags=("PREL",))))
        writing.commit("first")
        assert Index(tmp_path).is_derived
        for key in range(5, 1 + more):
            writing.add(key, entry(cable("Grain.", tags=("PREL",))))
        writing.commit("second")
        assert Index(tmp_path).is_derived is is_derived
    index = Index(tmp_path)
    assert index.is_derived
    assert index.vocabulary is not None
    assert [one.paragraphs for one in index.vocabulary.beginning("grain", 9)] == [more]
    assert index.topics is not None
    assert [one.count for one in index.topics.search("PREL", 1)] == [more]


def test_nothing_is_derived_anew_where_nothing_changed(tmp_path: Path) -> None:
    with closing(IndexWriter(tmp_path)) as writing:
        writing.add(1, entry(cable("Grain.")))
        writing.commit("first")
    before = (tmp_path / "vocabulary" / "meta.json").stat().st_mtime_ns
    with closing(IndexWriter(tmp_path)):
        pass
    assert (tmp_path / "vocabulary" / "meta.json").stat().st_mtime_ns == before


def test_what_was_not_derived_at_a_crash_is_by_the_next_one(tmp_path: Path) -> None:
    writing = IndexWriter(tmp_path)
    writing._derived_at = 10**6  # as after a large import that was killed
    writing.add(1, entry(cable("Grain.")))
    writing.commit("first")
    assert not Index(tmp_path).is_derived
    del writing
    with closing(IndexWriter(tmp_path)):
        pass
    assert Index(tmp_path).is_derived
