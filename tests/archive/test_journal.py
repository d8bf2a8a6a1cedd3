"""The journal of imports, and the lock that keeps two apart: `_store/journal.py`, `lock.py`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from archive import BusyError, UnreadableError
from archive._store import connections, journal, lock
from archive._store.journal import Entry

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

ONE = ("/sources/one.csv", 1000, 7, b"one")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connections.create(tmp_path)
    held = connections.Connections(tmp_path)
    yield held.get()
    held.close()


def test_a_source_begins_with_nothing_read(connection: sqlite3.Connection) -> None:
    entry = journal.begin(connection, *ONE)
    assert entry == Entry(entry.id, *ONE, cables=0, place=0, is_done=False)
    assert journal.by_path(connection, ONE[0]) == entry
    assert journal.by_digest(connection, ONE[3]) == entry
    assert journal.by_path(connection, "/sources/two.csv") is None
    assert journal.by_digest(connection, b"two") is None


def test_it_is_read_further_and_to_its_end(connection: sqlite3.Connection) -> None:
    entry = journal.begin(connection, *ONE)
    journal.begin(connection, "/sources/two.csv", 5, 5, b"two")
    journal.advance(connection, entry.id, 20, 300)
    assert journal.by_path(connection, entry.path) == replace(entry, cables=20, place=300)
    journal.finish(connection, entry.id, 30)
    done = replace(entry, cables=30, place=1000, is_done=True)
    assert journal.by_path(connection, entry.path) == done
    two = journal.by_path(connection, "/sources/two.csv")
    assert two
    assert (two.cables, two.place, two.is_done) == (0, 0, False)


@pytest.mark.parametrize("is_done", [False, True])
@pytest.mark.parametrize(
    ("change", "is_kept"),
    [
        pytest.param({}, True, id="as it was"),
        pytest.param({"modified": 8}, True, id="touched"),
        pytest.param({"digest": b"other"}, False, id="another content"),
        pytest.param({"digest": b"other", "size": 2000, "modified": 8}, False, id="grown"),
    ],
)
def test_a_source_that_changed_begins_anew(
    connection: sqlite3.Connection, change: dict[str, Any], is_kept: bool, is_done: bool
) -> None:
    before = journal.begin(connection, *ONE)
    journal.advance(connection, before.id, 20, 300)
    if is_done:
        journal.finish(connection, before.id, 30)
    held = journal.by_path(connection, before.path)
    assert held
    now = replace(held, **change)
    entry = journal.begin(connection, now.path, now.size, now.modified, now.digest)
    assert entry == (now if is_kept else replace(now, cables=0, place=0, is_done=False))


@pytest.mark.parametrize("done", [0, 1, 2])
def test_of_two_with_the_same_content_the_one_read_whole_is_told(
    connection: sqlite3.Connection, done: int
) -> None:
    entries = [journal.begin(connection, f"/sources/{n}", 9, 9, b"same") for n in range(3)]
    journal.advance(connection, entries[0].id, 5, 5)
    journal.finish(connection, entries[done].id, 8)
    found = journal.by_digest(connection, b"same")
    assert found
    assert (found.path, found.is_done, found.cables) == (f"/sources/{done}", True, 8)


def test_who_holds_the_lock_keeps_others_out(tmp_path: Path) -> None:
    assert not lock.is_held(tmp_path)
    with lock.writing(tmp_path):
        assert lock.is_held(tmp_path)
        with pytest.raises(BusyError, match=str(tmp_path)), lock.writing(tmp_path):
            pass
        assert lock.is_held(tmp_path)
    assert not lock.is_held(tmp_path)
    with lock.writing(tmp_path), pytest.raises(BusyError), lock.writing(tmp_path):
        pass


def test_who_only_asks_keeps_nobody_out(tmp_path: Path) -> None:
    with lock.writing(tmp_path):
        pass
    assert not lock.is_held(tmp_path)
    with lock.writing(tmp_path):
        pass


def test_the_lock_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), lock.writing(tmp_path):
        raise ZeroDivisionError
    assert not lock.is_held(tmp_path)


HOLDER = """
import sys, pathlib
from archive._store import lock
with lock.writing(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_lock_of_another_process_is_waited_for_and_ends_with_it(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        assert lock.is_held(tmp_path)
        with pytest.raises(BusyError), lock.writing(tmp_path):
            pass
        holder.kill()
        with lock.writing(tmp_path, wait=True):
            assert lock.is_held(tmp_path)
    assert not lock.is_held(tmp_path)


def test_the_lock_of_a_folder_that_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    shutil.rmtree(folder)
    assert not lock.is_held(folder)
    with pytest.raises(UnreadableError, match="it is gone"), lock.writing(folder):
        pass
