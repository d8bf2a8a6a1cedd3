"""Worker processes: what they give back, what becomes of one that is lost, and the dictionary."""

from __future__ import annotations

import os
import pickle
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import parser
from archive import Archive, DamagedError
from archive._errors import WorkerLostError
from archive._imports import crew, run, work
from archive._imports.worker import Worker
from archive._store import frames
from archive._store.connections import FILE
from tests.archive import importing

if TYPE_CHECKING:
    from pathlib import Path

    from parser import Record


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("source") / "cables.csv"
    path.write_text(importing.csv_of(range(1, 201)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def telegrams(table: Path) -> tuple[Record, ...]:
    with table.open("rb") as stream:
        return tuple(parser.read_records(stream))


def test_a_worker_gives_what_this_process_would(telegrams: tuple[Record, ...]) -> None:
    worker = Worker.start(None)
    try:
        assert worker.parse(telegrams) == work.parse(telegrams, frames.Packer())
        assert worker.parse(()) == ()
    finally:
        worker.stop()


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(pickle.dumps(b"a dictionary, cut short")[:-9], id="part of the dictionary"),
        pytest.param(pickle.dumps(None), id="no telegrams"),
        pytest.param(pickle.dumps(None) + pickle.dumps(("a", "b"))[:-4], id="part of a piece"),
    ],
)
def test_a_worker_whose_import_was_killed_ends_without_a_word(sent: bytes) -> None:
    script = "from archive._imports.worker import serve; serve()"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, input=sent, capture_output=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_a_worker_that_is_killed_is_an_error_with_advice(telegrams: tuple[Record, ...]) -> None:
    worker = Worker.start(None)
    worker._process.kill()
    worker._process.wait()
    with pytest.raises(WorkerLostError, match="run the same import again"):
        worker.parse(telegrams)
    worker.stop()


def test_an_import_that_lost_a_worker_goes_on_when_run_again(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "CABLES", 16)
    parse = Worker.parse

    def killed(self: Worker, telegrams: tuple[Record, ...]) -> object:
        if any("the 100th time" in telegram.text for telegram in telegrams):
            self._process.kill()
            self._process.wait()
        return parse(self, telegrams)

    with Archive.open(tmp_path / "archive", create=True) as archive:
        with monkeypatch.context() as patched:
            patched.setattr(Worker, "parse", killed)
            with pytest.raises(WorkerLostError):
                list(archive.import_sources([table], workers=2))
        (*_, last) = archive.import_sources([table], workers=2)
        assert (last.new + last.held, len(archive)) == (200, 200)
        assert archive.check() == ()


@pytest.mark.parametrize("workers", [0, 2])
def test_a_large_source_gets_a_dictionary(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    monkeypatch.setattr(run, "WORTHWHILE", 1000)
    monkeypatch.setattr(frames, "ENOUGH_TO_TRAIN", 100)
    monkeypatch.setattr(frames, "DICTIONARY_SIZE", 4096)
    with Archive.open(tmp_path / "archive", create=True) as archive:
        list(archive.import_sources([table], workers=workers))
        assert len(archive) == 200
        assert archive.check() == ()
        assert "200th time" in archive.cable("09TIRANA200").raw
    with closing(sqlite3.connect(tmp_path / "archive" / FILE)) as connection:
        ((number, data),) = connection.execute("SELECT id, data FROM dictionary")
        (frame,) = connection.execute("SELECT frame FROM content LIMIT 1").fetchone()
    assert frames.dictionary_id(data) == number
    assert frame.find(number.to_bytes(4, "little")) > 0


def test_without_the_dictionary_of_its_frame_a_cable_is_damaged(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "WORTHWHILE", 1000)
    monkeypatch.setattr(frames, "ENOUGH_TO_TRAIN", 100)
    monkeypatch.setattr(frames, "DICTIONARY_SIZE", 4096)
    with Archive.open(tmp_path / "archive", create=True) as archive:
        list(archive.import_sources([table], workers=0))
    with closing(sqlite3.connect(tmp_path / "archive" / FILE)) as connection, connection:
        connection.execute("DELETE FROM dictionary")
    with Archive.open(tmp_path / "archive") as archive:
        key, _ = archive.key("09TIRANA100")
        with pytest.raises(DamagedError, match=r"dictionary \d+ is missing"):
            archive.cable(key)
        assert archive.row(key).mrn == "09TIRANA100"
        assert {hit.text for hit in archive.search("lighthouse").hits} == {""}  # its subject alone
        assert archive.search("postponed").hits == ()


def test_a_source_too_small_to_train_on_gets_none(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "WORTHWHILE", 1000)
    with Archive.open(tmp_path / "archive", create=True) as archive:
        list(archive.import_sources([table], workers=0))
        assert len(archive) == 200
    with closing(sqlite3.connect(tmp_path / "archive" / FILE)) as connection:
        assert connection.execute("SELECT count(*) FROM dictionary").fetchone() == (0,)


@pytest.mark.parametrize(
    ("asked", "size", "workers"),
    [
        pytest.param(None, crew.WORTHWHILE - 1, 0, id="a small source"),
        pytest.param(None, crew.WORTHWHILE, crew._processors(), id="a large one"),
        pytest.param(3, 10, 3, id="as asked for"),
        pytest.param(0, 10**10, 0, id="none, as asked for"),
    ],
)
def test_how_many_workers(asked: int | None, size: int, workers: int) -> None:
    assert crew.size_of(asked, size) == workers


def test_where_the_system_does_not_say_which_processors_all_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert crew.size_of(None, crew.WORTHWHILE) == 7
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert crew.size_of(None, crew.WORTHWHILE) == 1
