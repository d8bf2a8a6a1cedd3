"""The door itself: what may be asked of an archive before, without and beside its parts."""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from archive import Archive, IndexMissingError, NoSpaceError, Notebook, Order, ReadOnlyError
from archive._search import index
from tests.archive import making

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "archive"
    making.store(made, [making.cable(number) for number in range(1, 31)])
    with Archive.open(made) as archive:
        list(archive.reindex())
    return made


def test_an_index_that_is_missing_is_told_by_the_search_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(folder / "index")
    monkeypatch.setattr("archive._indexing.SOON", 10)
    with Archive.open(folder) as archive:
        archive.prepare()
        with pytest.raises(IndexMissingError, match="reindex"):
            archive.search("lighthouse")


def test_a_listing_has_a_beginning_where_much_matches(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.open(folder) as archive:
        assert archive.beginning("guests ") is None
        monkeypatch.setattr(index, "COUNTED", 10)
        beginning = archive.beginning("lighthouse ")
        assert beginning is not None
        whole = archive.listing("lighthouse ", Order.RANK)
        assert 0 < len(beginning) < len(whole) == 30
        assert beginning.rows(0, 5) == whole.rows(0, 5)


@pytest.mark.parametrize("query", ["is:starred", "is:read", "has:note"])
def test_without_a_notebook_nothing_is_the_readers_own(folder: Path, query: str) -> None:
    with Archive.open(folder) as archive:
        assert archive.search(query).hits == ()
        assert len(archive.listing(query)) == 0
        assert len(archive.listing(f"-{query}")) == 30


def test_a_notebook_may_come_after_the_first_search(folder: Path, tmp_path: Path) -> None:
    with Archive.open(folder) as archive, Notebook.open(tmp_path / "notebook.db") as notebook:
        notebook.set_star("09TIRANA7")
        assert len(archive.listing("is:starred")) == 0
        archive.use(notebook)
        assert [row.mrn for row in archive.listing("is:starred").rows(0, 9)] == ["09TIRANA7"]


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda archive: archive.import_sources([archive.path]), id="import"),
        pytest.param(lambda archive: archive.reindex(), id="reindex"),
    ],
)
def test_a_frozen_archive_is_read_and_not_written(
    folder: Path, write: Callable[[Archive], Iterator[object]]
) -> None:
    before = sorted(path.name for path in folder.iterdir())
    with Archive.open(folder, is_frozen=True) as archive:
        assert archive.is_read_only
        assert archive.search('"7 guests"').hits[0].row.mrn == "09TIRANA7"
        with pytest.raises(ReadOnlyError):
            list(write(archive))
        assert sorted(path.name for path in folder.iterdir()) == before


def test_what_sqlite_raises_while_it_is_written_is_told_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Iterator[object]:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("archive._imports.run.Run.progress", full)
    with Archive.open(folder) as archive, pytest.raises(NoSpaceError, match="disk is full"):
        list(archive.import_sources([folder]))
