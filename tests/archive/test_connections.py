"""Connections to the database: one a thread, opened as the folder allows, errors translated."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from archive import (
    Archive,
    ArchiveError,
    ArchiveVersionError,
    BusyError,
    DamagedError,
    NoSpaceError,
    NotAnArchiveError,
    ReadOnlyError,
    ReplacedError,
    UnreadableError,
)
from archive._store import connections, schema
from archive._store.connections import FILE, Connections, translated
from parser import Classification, Level
from tests.archive import making

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    connections.create(tmp_path)
    return tmp_path


def test_a_thread_keeps_its_connection(folder: Path) -> None:
    own = Connections(folder)
    assert own.get() is own.get()
    own.close()


def test_each_thread_has_its_own_and_leaves_none_behind(folder: Path) -> None:
    own = Connections(folder)
    mine = own.get()
    found: list[bool] = []

    def read() -> None:
        found.append(own.get() is mine)
        own.get().execute("SELECT count(*) FROM cable").fetchone()

    for _ in range(3):
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    assert found == [False] * 3
    assert own._all == {mine}
    own.close()


def test_closing_is_for_all_threads(folder: Path) -> None:
    own = Connections(folder)
    before = own.get()
    own.close()
    with pytest.raises(sqlite3.ProgrammingError):
        before.execute("SELECT 1")
    assert own.get().execute("SELECT 1").fetchone() == (1,)
    own.close()


def test_a_long_run_of_writing_keeps_more_in_memory(folder: Path) -> None:
    own = Connections(folder)
    before = _cache(own.get())
    with connections.much_at_hand(own.get()):
        assert _cache(own.get()) < before  # kilobytes are negative
    assert _cache(own.get()) == before
    own.close()


def _cache(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA cache_size").fetchone()[0])


@pytest.mark.parametrize(
    ("code", "error"),
    [
        pytest.param(sqlite3.SQLITE_FULL, NoSpaceError, id="the disk is full"),
        pytest.param(sqlite3.SQLITE_IOERR, NoSpaceError, id="the disk failed"),
        pytest.param(sqlite3.SQLITE_IOERR_WRITE, NoSpaceError, id="the disk failed at a write"),
        pytest.param(sqlite3.SQLITE_IOERR_READ, UnreadableError, id="the disk fails"),
        pytest.param(sqlite3.SQLITE_IOERR_FSTAT, UnreadableError, id="the share is gone"),
        pytest.param(sqlite3.SQLITE_BUSY, BusyError, id="another is writing"),
        pytest.param(sqlite3.SQLITE_LOCKED, BusyError, id="another part of this one is writing"),
        pytest.param(sqlite3.SQLITE_CORRUPT, DamagedError, id="damaged"),
        pytest.param(sqlite3.SQLITE_NOTADB, DamagedError, id="no database"),
        pytest.param(sqlite3.SQLITE_CANTOPEN, UnreadableError, id="gone"),
    ],
)
def test_what_sqlite_says(tmp_path: Path, code: int, error: type[ArchiveError]) -> None:
    said = sqlite3.OperationalError("said")
    said.sqlite_errorcode = code
    with pytest.raises(error, match=str(tmp_path)), translated(tmp_path):
        raise said


def test_a_fault_of_ours_is_not_translated(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.ProgrammingError), translated(tmp_path):
        raise sqlite3.ProgrammingError


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(None, NotAnArchiveError, id="nothing"),
        pytest.param(b"", NotAnArchiveError, id="an empty file"),
        pytest.param(b"SQLite format 3\0" + bytes(100), NotAnArchiveError, id="only its beginning"),
        pytest.param(b"REF: A) 09VELMARA12", NotAnArchiveError, id="a text"),
    ],
)
def test_what_is_no_archive(
    tmp_path: Path, content: bytes | None, error: type[ArchiveError]
) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    with pytest.raises(error):
        Archive.open(tmp_path)


def _fill(folder: Path, first: int) -> None:
    """Write over an archive's database, from a page on (from 0) to its end."""
    file = folder / FILE
    size = file.stat().st_size
    with file.open("r+b") as stream:
        stream.seek(first * schema.PAGE_SIZE)
        stream.write(b"\xa5" * (size - first * schema.PAGE_SIZE))


def test_a_damaged_database_is_not_said_to_be_no_archive(folder: Path) -> None:
    with (folder / FILE).open("r+b") as stream:
        stream.seek(100)
        stream.write(b"\xa5" * 400)  # the list of its tables
    with pytest.raises(DamagedError, match="restore it from a copy"):
        Archive.open(folder)
    with pytest.raises(DamagedError):
        Archive.open(folder, create=True)


def test_damage_that_is_met_on_the_way_is_an_error_of_ours(folder: Path) -> None:
    _fill(folder, first=1)
    with pytest.raises(DamagedError, match=str(folder)), Archive.open(folder) as archive:
        archive.stats()


def test_a_database_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_uri: str) -> sqlite3.Connection:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    monkeypatch.setattr(connections, "_connect", refuse)
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(UnreadableError, match="permission denied"):
        Archive.open(folder)


def test_an_archive_that_is_gone_meanwhile(folder: Path) -> None:
    with Archive.open(folder) as archive:
        shutil.rmtree(folder)
        with pytest.raises(UnreadableError, match="still there"):
            archive.listing()[0:1]


def test_a_search_of_an_archive_that_is_gone_meanwhile(folder: Path) -> None:
    with Archive.open(folder) as archive:
        assert len(archive) == 0
        shutil.rmtree(folder)
        with pytest.raises(UnreadableError, match="still there"):
            archive.search("harbor")


def test_an_archive_whose_place_another_has_taken(folder: Path, tmp_path: Path) -> None:
    making.store(tmp_path / "other", [making.cable()])
    with Archive.open(folder) as archive:
        assert len(archive) == 0
        (tmp_path / "other" / FILE).rename(folder / FILE)
        with pytest.raises(ReplacedError, match="open it again"):
            len(archive)


@pytest.mark.parametrize(
    ("pragma", "error"),
    [
        pytest.param("application_id = 7", NotAnArchiveError, id="of another program"),
        pytest.param(f"user_version = {schema.VERSION + 1}", ArchiveVersionError, id="newer"),
        pytest.param(f"user_version = {schema.OLDEST - 1}", ArchiveVersionError, id="too old"),
    ],
)
def test_other_databases(folder: Path, pragma: str, error: type[ArchiveError]) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        connection.execute(f"PRAGMA {pragma}")
    with pytest.raises(error):
        Archive.open(folder)


def test_ranks_of_an_older_version_make_room_for_two_levels_more(tmp_path: Path) -> None:
    levels = [Level.UNCLASSIFIED, Level.LIMITED_OFFICIAL_USE, Level.CONFIDENTIAL, Level.SECRET]
    cables = [
        making.cable(number, classification=Classification(level))
        for number, level in enumerate(levels, start=1)
    ]
    making.store(tmp_path, cables)
    ranks = "SELECT level FROM cable ORDER BY reference_id"
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        expected = connection.execute(ranks).fetchall()
        for place, old in enumerate((1, 3, 5, 7), start=1):
            connection.execute(
                "UPDATE cable SET level = ? WHERE reference_id = ?", (old, f"09TIRANA{place}")
            )
        connection.execute("PRAGMA user_version = 3")
        connection.commit()
    connections.create(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert connection.execute(ranks).fetchall() == expected
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("CREATE TABLE letters (text)")
    with pytest.raises(NotAnArchiveError):
        Archive.open(tmp_path, create=True)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("letters",)]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    place = tmp_path / "archive"
    place.write_text("", "utf-8")
    with pytest.raises(ReadOnlyError):
        Archive.open(place, create=True)


def test_making_an_archive_again_changes_nothing(tmp_path: Path) -> None:
    making.store(tmp_path, [making.cable()])
    connections.create(tmp_path)
    with Archive.open(tmp_path, create=True) as archive:
        assert len(archive) == 1


def test_what_another_program_has_to_itself_is_busy(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "_WAIT", 0.1)
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("UPDATE archive SET cables = cables")
        with pytest.raises(BusyError):
            Archive.open(folder)
    Archive.open(folder).close()


@pytest.mark.parametrize("share", [0.01, 0.5])
def test_a_copy_that_was_cut_off_is_damaged(folder: Path, share: float) -> None:
    making.store(folder, [making.cable(number) for number in range(1, 200)])
    size = (folder / FILE).stat().st_size
    os.truncate(folder / FILE, int(size * share))
    with pytest.raises(DamagedError, match="restore it from a copy"):
        Archive.open(folder)
