"""The search index follows the database: `_indexing.py`."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import tantivy

from archive import Archive, FaultKind, IndexMissingError, NoSpaceError, UnreadableError
from archive import _indexing as under_test
from archive._indexing import Follower, Watermark
from archive._search import Index, IndexWriter, entry, topics, vocabulary
from archive._search.fields import FIELDS, Field
from archive._search.values import FIELDS_OF_VALUES, Values
from archive._store import lock
from tests.archive import making
from tests.archive.importing import csv_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archive._model import Indexing
    from parser import Cable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "archive"
    making.store(made, [making.cable(number) for number in range(1, 6)])
    return made


@contextmanager
def following(folder: Path) -> Iterator[tuple[Archive, Follower]]:
    with Archive.open(folder) as archive:
        follower = Follower(folder, archive._connections.get())
        yield archive, follower
        follower.close()


def caught_up(folder: Path) -> list[Indexing]:
    with following(folder) as (archive, follower):
        return list(follower.catch_up(archive._held))


def indexed(folder: Path) -> list[int]:
    return sorted(Index(folder / under_test.FOLDER).all_keys)


def mark(folder: Path) -> Watermark | None:
    return Watermark.of(Index(folder / under_test.FOLDER))


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        pytest.param("a1b2 17", Watermark("a1b2", 17), id="as it is written"),
        pytest.param(str(Watermark("a1b2", 0)), Watermark("a1b2", 0), id="of an empty archive"),
        pytest.param("a1b2", None, id="no key"),
        pytest.param("a1b2 x", None, id="a key that is none"),
        pytest.param("a1b2 -1", None, id="a key below all"),
        pytest.param(None, None, id="never committed"),
    ],
)
def test_the_mark_of_an_index(
    tmp_path: Path, payload: str | None, expected: Watermark | None
) -> None:
    with closing(IndexWriter(tmp_path)) as writer:
        if payload is not None:
            writer.commit(payload)
    assert Watermark.of(Index(tmp_path)) == expected


def test_what_the_database_holds_is_caught_up_with(folder: Path) -> None:
    (last,) = caught_up(folder)
    assert (last.cables, last.total) == (5, 5)
    assert indexed(folder) == [1, 2, 3, 4, 5]
    with Archive.open(folder) as archive:
        assert mark(folder) == Watermark.now(archive._connections.get())
    assert caught_up(folder) == []
    making.store(folder, [making.cable(6), making.cable(7)])
    (last,) = caught_up(folder)
    assert (last.cables, last.total) == (2, 2)
    assert indexed(folder) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("step", "moments"),
    [
        pytest.param(1, [1, 2, 3, 4, 5, 5], id="each cable"),
        pytest.param(2, [2, 4, 5], id="every other"),
        pytest.param(5, [5, 5], id="at the last"),
        pytest.param(6, [5], id="at the end alone"),
    ],
)
def test_it_says_how_far_it_is(
    folder: Path, step: int, moments: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "_STEP", step)
    found = caught_up(folder)
    assert [moment.cables for moment in found] == moments
    assert {moment.total for moment in found} == {5}
    assert [moment.seconds for moment in found] == sorted(moment.seconds for moment in found)


def test_stopped_it_keeps_what_was_committed_and_goes_on_from_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "_STEP", 2)
    monkeypatch.setattr(under_test, "COMMIT_SECONDS", -1.0)
    monkeypatch.setattr(under_test, "COMMIT_SHARE", -1.0)
    with following(folder) as (archive, follower):
        next(follower.catch_up(archive._held))
    assert indexed(folder) == [1, 2]
    (moment, *_, last) = caught_up(folder)
    assert (moment.cables, last.cables, last.total) == (2, 3, 3)
    assert indexed(folder) == [1, 2, 3, 4, 5]


OLD = making.cable(9, released=making.NOON, subject="OLD")
NEW = replace(OLD, released=making.NOON + timedelta(days=9), subject="NEW", raw="1. New.")


@pytest.mark.parametrize("editions", [(OLD, NEW), (NEW, OLD)], ids=["older first", "newer first"])
@pytest.mark.parametrize("is_between", [True, False], ids=["one by one", "both at once"])
def test_of_several_editions_the_one_shown_is_indexed(
    folder: Path, editions: tuple[Cable, ...], is_between: bool
) -> None:
    for one in editions:
        making.store(folder, [one])
        if is_between:
            caught_up(folder)
    caught_up(folder)
    assert indexed(folder) == [1, 2, 3, 4, 5, 6 + editions.index(NEW)]
    with Archive.open(folder) as archive:
        assert len(archive.listing("subject:new")) == 1
        assert len(archive.listing("subject:old")) == 0
        assert archive.check() == ()


def test_the_index_of_another_archive_makes_way(folder: Path, tmp_path: Path) -> None:
    making.store(tmp_path / "other", [making.cable(number) for number in range(1, 9)])
    caught_up(tmp_path / "other")
    shutil.copytree(tmp_path / "other" / under_test.FOLDER, folder / under_test.FOLDER)
    assert len(indexed(folder)) == 8
    with (
        Archive.open(folder, is_frozen=True) as archive,
        pytest.raises(IndexMissingError, match="version or archive"),
    ):
        archive.listing("lighthouse ")
    caught_up(folder)
    assert indexed(folder) == [1, 2, 3, 4, 5]


def test_an_index_with_other_fields_makes_way(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught_up(folder)
    colour = Field("coloured {}", "write a colour, `colour:red`.", ("colour",))
    monkeypatch.setitem(FIELDS, "colour", colour)
    monkeypatch.setitem(FIELDS_OF_VALUES, "colour", Values(lambda _cable: ("red",)))
    with (
        Archive.open(folder, is_frozen=True) as archive,
        pytest.raises(IndexMissingError, match="of another version"),
    ):
        archive.listing("colour:red")
    with Archive.open(folder) as archive:
        assert len(archive.listing("colour:red")) == 5
        assert archive.check() == ()


def test_so_does_what_was_derived_from_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    caught_up(folder)
    other = tantivy.SchemaBuilder().add_text_field("words", stored=True).build()
    for derived in (topics, vocabulary):
        place = folder / under_test.FOLDER / derived.__name__.rpartition(".")[2]
        shutil.rmtree(place)
        place.mkdir()
        tantivy.Index(other, str(place))
    assert not Index(folder / under_test.FOLDER).is_derived
    with Archive.open(folder) as archive:
        assert archive.topics("prel") == ()
    caught_up(folder)
    with Archive.open(folder) as archive:
        assert [topic.label for topic in archive.topics("prel")] == ["PREL"]
        assert archive.check() == ()


def test_what_is_stored_is_followed(folder: Path) -> None:
    caught_up(folder)
    with following(folder) as (_, follower):
        before = (folder / under_test.FOLDER / "meta.json").stat().st_mtime_ns
        follower.commit()  # nothing has changed
        for cable in (making.cable(1), OLD, NEW, OLD):
            (stored,) = making.store(folder, [cable])
            follower.follow(stored, entry(cable))
        assert (folder / under_test.FOLDER / "meta.json").stat().st_mtime_ns == before
        follower.commit()
    assert indexed(folder) == [1, 2, 3, 4, 5, 7]
    with Archive.open(folder) as archive:
        assert archive.check() == ()


def test_an_edition_that_is_not_shown_is_known_all_the_same(folder: Path) -> None:
    making.store(folder, [NEW])
    caught_up(folder)
    with following(folder) as (archive, follower):
        (stored,) = making.store(folder, [OLD])
        follower.follow(stored, entry(OLD))
        follower.commit()
        assert mark(folder) == Watermark.now(archive._connections.get())
    assert indexed(folder) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("began", "committed", "now", "is_due"),
    [
        pytest.param(0, 0, 8.0, False, id="not longer than at least"),
        pytest.param(0, 0, 8.1, True, id="longer"),
        pytest.param(150, 150, 158.1, True, id="longer, of a run that began then"),
        pytest.param(0, 100, 108.1, False, id="later on, not for a share of all the time"),
        pytest.param(0, 100, 200.0, False, id="half of it"),
        pytest.param(0, 100, 200.1, True, id="more than half"),
    ],
)
def test_when_it_is_time_to_commit(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    began: float,
    committed: float,
    now: float,
    is_due: bool,
) -> None:
    with following(folder) as (_, follower):
        follower._began, follower._committed = began, committed
        monkeypatch.setattr(under_test, "monotonic", lambda: now)
        assert follower.is_due is is_due


@pytest.mark.parametrize(
    ("mark", "known"),
    [
        pytest.param(Watermark("a", 3), 3, id="behind"),
        pytest.param(Watermark("a", 5), 5, id="level"),
        pytest.param(Watermark("a", 6), 0, id="ahead: the database was restored from a copy"),
        pytest.param(Watermark("b", 3), 0, id="of another archive"),
        pytest.param(None, 0, id="never committed"),
    ],
)
def test_what_an_index_is_good_for(tmp_path: Path, mark: Watermark | None, known: int) -> None:
    with closing(IndexWriter(tmp_path)) as writer:
        if mark:
            writer.commit(str(mark))
    assert under_test._known(Index(tmp_path), Watermark("a", 5)) == known
    assert under_test._known(None, Watermark("a", 5)) == 0


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_its_files_have_the_rights_that_files_usually_get(folder: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        caught_up(folder)
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    files = [path for path in (folder / under_test.FOLDER).rglob("*") if path.is_file()]
    assert len(files) > 5
    assert {path.stat().st_mode & 0o777 for path in files} == {0o666 & ~mask}


@pytest.mark.parametrize("error", [ValueError("No space left"), OSError(28, "No space left")])
def test_what_fails_while_it_is_written_is_an_error_of_ours(folder: Path, error: Exception) -> None:
    with (
        pytest.raises(NoSpaceError, match=r"search index: .*No space left"),
        under_test.translated(folder),
    ):
        raise error


def test_a_searcher_serves_until_the_index_changes(folder: Path) -> None:
    caught_up(folder)
    with Archive.open(folder) as archive:
        first = archive._searching.searcher()
        assert archive._searching.searcher() is first
        making.store(folder, [making.cable(6)])
        assert archive._searching.searcher() is first
        caught_up(folder)
        assert archive._searching.searcher() is not first
        assert len(archive.listing("lighthouse ")) == 6


@pytest.mark.parametrize(
    ("soon", "found"), [(2, 7), (1, 5)], ids=["few are missing", "more than a moment's work"]
)
def test_a_search_adds_what_is_missing_where_that_is_quick(
    folder: Path, soon: int, found: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught_up(folder)
    making.store(folder, [making.cable(6), making.cable(7)])
    monkeypatch.setattr(under_test, "SOON", soon)
    with Archive.open(folder) as archive:
        assert len(archive.listing("lighthouse ")) == found
    assert len(indexed(folder)) == found


@pytest.mark.parametrize("is_frozen", [True, False], ids=["frozen", "during an import"])
def test_where_nothing_can_be_added_what_is_there_is_searched(
    folder: Path, is_frozen: bool
) -> None:
    caught_up(folder)
    making.store(folder, [making.cable(6)])
    with Archive.open(folder, is_frozen=is_frozen) as archive, lock.writing(folder):
        assert len(archive.listing("lighthouse ")) == 5
    shutil.rmtree(folder / under_test.FOLDER)
    with Archive.open(folder, is_frozen=is_frozen) as archive, lock.writing(folder):
        with pytest.raises(IndexMissingError, match="cablegram reindex"):
            archive.listing("lighthouse ")
        assert not (folder / under_test.FOLDER).exists()
        assert len(archive.listing()) == 6


def test_an_index_without_the_rights_to_read_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught_up(folder)
    monkeypatch.setattr(os, "access", lambda _, how: how != os.R_OK | os.X_OK)
    with pytest.raises(UnreadableError, match="no rights to its folder index"):
        under_test.open_index(folder)
    shutil.rmtree(folder / under_test.FOLDER)
    assert under_test.open_index(folder) is None


@pytest.mark.parametrize(
    ("spoil", "left_out"),
    [
        pytest.param("UPDATE content SET frame = zeroblob(40) WHERE key = 3", 1, id="a frame"),
        pytest.param("DELETE FROM content WHERE key = 3", 1, id="gone"),
        pytest.param("UPDATE content SET frame = substr(frame, 1, 60)", 5, id="all of them"),
    ],
)
def test_a_damaged_cable_is_left_out_and_the_rest_indexed(
    folder: Path, spoil: str, left_out: int
) -> None:
    with Archive.open(folder) as archive:
        archive._connections.get().execute(spoil)
    (last,) = caught_up(folder)
    assert (last.cables, last.left_out) == (5, left_out)
    assert indexed(folder) == ([1, 2, 4, 5] if left_out == 1 else [])
    with Archive.open(folder) as archive:
        *_, last = archive.reindex()
        assert (last.cables, last.left_out) == (5, left_out)
        assert len(archive.listing("lighthouse ")) == 5 - left_out
        faults = {fault.kind for fault in archive.check()}
        assert faults == {FaultKind.CABLE, FaultKind.INDEX}


def test_a_hidden_edition_is_not_called_left_out(folder: Path) -> None:
    making.store(folder, [OLD, NEW])
    (last,) = caught_up(folder)
    assert (last.cables, last.left_out) == (7, 0)


def test_an_import_goes_on_beside_a_damaged_cable(folder: Path, tmp_path: Path) -> None:
    with Archive.open(folder) as archive:
        archive._connections.get().execute("DELETE FROM content WHERE key = 3")
    source = tmp_path / "one.csv"
    source.write_text(csv_of([77]))
    with Archive.open(folder) as archive:
        *_, last = archive.import_sources([source])
        assert (last.new, last.failures) == (1, ())
        assert len(archive.listing("lighthouse ")) == 5
