"""What may go wrong in the world: nothing held is lost, and the next run completes."""

import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import tantivy

from archive import (
    Archive,
    ArchiveVersionError,
    DamagedError,
    FaultKind,
    Indexing,
    IndexMissingError,
)
from archive._indexing import Follower
from archive._search import vocabulary
from archive._search.schema import schema
from archive._store import lock
from archive._store.connections import FILE
from tests.archive import importing, making

CABLES = 1200
"""In the table whose import is killed; so many that there is time for it."""
FEW = 120
"""In the archive that is spoilt."""
KILLS = 20


def table_of(folder: Path, cables: int) -> Path:
    path = folder / "cables.csv"
    path.write_text(importing.csv_of(range(1, cables + 1)))
    return path


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return table_of(tmp_path_factory.mktemp("source"), CABLES)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return table_of(tmp_path_factory.mktemp("few"), FEW)


@pytest.fixture(scope="module")
def whole(few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Import few cables once; tests that spoil the archive take a copy."""
    folder = tmp_path_factory.mktemp("whole")
    finish(folder, few)
    return folder


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "copy"))


def is_whole(folder: Path, cables: int) -> bool:
    with Archive.open(folder) as archive:
        assert archive.check() == ()
        assert archive.search("lighthouse", limit=5).paragraphs.value == len(archive)
        return len(archive) == cables


def finish(folder: Path, table: Path) -> None:
    with Archive.open(folder, create=True) as archive:
        list(archive.import_sources([table]))


@pytest.mark.parametrize("workers", [0, 2])
def test_killed_at_random_moments(table: Path, tmp_path: Path, workers: int) -> None:
    chance = random.Random(workers)
    folder, held = tmp_path / "archive", 0
    for _ in range(KILLS // 2):
        process = importing.start(folder, table, workers=workers)
        assert process.stdout
        process.stdout.readline()  # it has begun
        time.sleep(chance.uniform(0, 0.4))
        process.send_signal(signal.SIGKILL)
        assert process.communicate()[1] == ""
        with Archive.open(folder) as archive:
            assert len(archive) >= held
            held = len(archive)
            assert not [fault for fault in archive.check() if fault.kind is not FaultKind.INDEX]
            assert archive.search("lighthouse", limit=5).paragraphs.value == held
        if held == CABLES:
            shutil.rmtree(folder)
            held = 0
    finish(folder, table)
    assert is_whole(folder, CABLES)


@pytest.mark.parametrize("largest", [200_000, 900_000, 1_300_000, 1_700_000])
def test_the_disk_is_full(table: Path, tmp_path: Path, largest: int) -> None:
    folder = tmp_path / "archive"
    process = importing.start(folder, table, largest_file=largest)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 1
    assert errors.startswith("NoSpaceError: ")
    assert str(folder) in errors
    assert len(errors.strip().splitlines()) == 1
    finish(folder, table)
    assert is_whole(folder, CABLES)


def test_two_imports_at_once(table: Path, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    processes = [importing.start(folder, table) for _ in range(2)]
    ends = [(process.communicate(timeout=120)[1], process.returncode) for process in processes]
    refused = [errors for errors, code in ends if code]
    assert all(errors.startswith("BusyError: ") for errors in refused)
    assert len(refused) <= 1
    assert is_whole(folder, CABLES)


def test_a_reader_works_during_an_import(table: Path, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    process = importing.start(folder, table)
    assert process.stdout
    process.stdout.readline()
    sizes = []
    with Archive.open(folder) as archive:
        while process.poll() is None:
            listing = archive.listing()
            sizes.append(len(listing))
            rows = listing.rows(max(0, len(listing) - 5), len(listing))
            assert all(archive.cable(row.key).mrn == row.mrn for row in rows)
            archive.search("lighthouse", limit=5)
            time.sleep(0.02)
        assert process.communicate()[1] == ""
        assert len(archive) == CABLES
        assert archive.search("lighthouse", limit=5).paragraphs.value == CABLES
    assert sizes == sorted(sizes)


def _files(folder: Path, ending: str) -> Iterator[Path]:
    return (path for path in (folder / "index").rglob("*") if path.name.endswith(ending))


def _cut(folder: Path, ending: str) -> None:
    for path in _files(folder, ending):
        os.truncate(path, path.stat().st_size // 2)


SPOILS: dict[str, Callable[[Path], object]] = {
    "deleted": lambda folder: shutil.rmtree(folder / "index"),
    "emptied": lambda folder: [path.unlink() for path in _files(folder, "") if path.is_file()],
    "no meta.json": lambda folder: (folder / "index" / "meta.json").unlink(),
    "meta.json cut short": lambda folder: _cut(folder, "meta.json"),
    "postings cut short": lambda folder: _cut(folder, ".idx"),
    "positions cut short": lambda folder: _cut(folder, ".pos"),
    "fast fields cut short": lambda folder: _cut(folder, ".fast"),
    "terms gone": lambda folder: [path.unlink() for path in _files(folder, ".term")],
    "a file in its place": lambda folder: (
        shutil.rmtree(folder / "index"),
        (folder / "index").write_text("no index"),
    ),
}


@pytest.mark.parametrize("spoil", SPOILS)
def test_a_lost_index_is_noticed_and_made_again(copy: Path, spoil: str) -> None:
    SPOILS[spoil](copy)
    with Archive.open(copy) as archive:
        assert [fault.kind for fault in archive.check()] == [FaultKind.INDEX]
        assert archive.search("lighthouse", limit=5).paragraphs.value == FEW
    assert is_whole(copy, FEW)


@pytest.mark.parametrize("spoil", SPOILS)
def test_an_import_makes_a_lost_index_again(copy: Path, few: Path, spoil: str) -> None:
    SPOILS[spoil](copy)
    finish(copy, few)
    assert is_whole(copy, FEW)


DERIVED: dict[str, Callable[[Path], object]] = {
    "no words": lambda folder: shutil.rmtree(folder / "index" / "vocabulary"),
    "words cut short": lambda folder: [
        os.truncate(path, 40) for path in (folder / "index" / "vocabulary").glob("*.term")
    ],
    "words of fewer cables": lambda folder: vocabulary.build(
        folder / "index", tantivy.Index(schema()).searcher()
    ),
    "neither words nor topics": lambda folder: [
        shutil.rmtree(folder / "index" / name) for name in ("vocabulary", "topics")
    ],
}


@pytest.mark.parametrize("spoil", DERIVED)
def test_lost_words_are_noticed_and_collected_again(copy: Path, few: Path, spoil: str) -> None:
    DERIVED[spoil](copy)
    with Archive.open(copy) as archive:
        (fault,) = archive.check()
        assert fault.kind is FaultKind.INDEX
        assert "cablegram reindex" in str(fault)
        assert archive.search("lighthouse", limit=5).paragraphs.value == FEW
    finish(copy, few)
    assert is_whole(copy, FEW)
    with Archive.open(copy) as archive:
        assert archive.search("lighthuose", limit=5).paragraphs.value == FEW
        assert archive.topics("tirana")


def test_an_index_that_is_made_again_goes_on_where_it_was_stopped(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(copy / "index")
    monkeypatch.setattr("archive._indexing.COMMIT_SECONDS", 0.0)
    monkeypatch.setattr("archive._indexing.COMMIT_SHARE", 0.0)
    monkeypatch.setattr("archive._indexing._STEP", 20)
    with Archive.open(copy) as archive:
        moments = archive.reindex()
        for _ in range(3):
            done = next(moments).cables
        moments.close()
        moments = list(_completed(archive))
        assert moments[-1].total == FEW - done
    assert is_whole(copy, FEW)


def _completed(archive: Archive) -> Iterator[Indexing]:
    """Index what is not indexed yet, as an import does first."""
    with lock.writing(archive.path):
        follower = Follower(archive.path, archive._connections.get())
        yield from follower.catch_up(archive._held)
        follower.close()


def test_a_large_index_is_not_made_while_somebody_waits(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(copy / "index")
    monkeypatch.setattr("archive._indexing.SOON", 100)
    with Archive.open(copy) as archive:
        with pytest.raises(IndexMissingError, match="cablegram reindex"):
            archive.search("lighthouse")
        assert len(archive.listing().rows(0, 5)) == 5
        moments = list(archive.reindex())
        assert moments[-1].cables == moments[-1].total == FEW
    assert is_whole(copy, FEW)


def test_an_index_of_another_archive_is_not_used(copy: Path, tmp_path: Path) -> None:
    making.store(tmp_path / "other", [making.cable(7)])
    with Archive.open(tmp_path / "other") as archive:
        archive.search("lighthouse")
    shutil.rmtree(copy / "index")
    shutil.copytree(tmp_path / "other" / "index", copy / "index")
    with Archive.open(copy) as archive:
        assert archive.search("lighthouse", limit=5).paragraphs.value == FEW
    assert is_whole(copy, FEW)


def test_a_damaged_cable_is_found_and_the_rest_can_be_read(copy: Path) -> None:
    with Archive.open(copy) as archive:
        key, _ = archive.key("09TIRANA7")
    script = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as connection:
    cut = "UPDATE content SET frame = substr(frame, 1, 90) WHERE key = ?"
    connection.execute(cut, sys.argv[2:])
"""
    subprocess.run([sys.executable, "-c", script, copy / FILE, str(key)], check=True)
    with Archive.open(copy) as archive:
        (fault,) = archive.check()
        assert fault.kind is FaultKind.CABLE
        assert str(key) in str(fault)
        with pytest.raises(DamagedError):
            archive.cable(key)
        assert archive.cable("09TIRANA8").mrn == "09TIRANA8"
        found = archive.search('"for the 7th time"')
        assert all(hit.row.key != key for hit in found.hits)
        assert archive.search("lighthouse", limit=5).paragraphs.value == FEW


@pytest.mark.parametrize(
    ("version", "said"),
    [
        pytest.param("1", r"reads version \d+; import the sources again", id="older"),
        pytest.param("1000", r"this program reads version \d+; update it\.", id="newer"),
    ],
)
def test_an_archive_of_another_version_says_so(copy: Path, version: str, said: str) -> None:
    script = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as connection:
    connection.execute(f"PRAGMA user_version = {sys.argv[2]}")
"""
    subprocess.run([sys.executable, "-c", script, copy / FILE, version], check=True)
    with pytest.raises(ArchiveVersionError, match=said):
        Archive.open(copy)


AS_NOBODY = """
import os, sys
from archive import Archive, ReadOnlyError
import archive._check, archive._imports.run, archive._indexing  # nobody may not read Python
import urllib.parse  # which Path.as_uri imports from Python 3.13 on
os.setgid(65534)
os.setuid(65534)
with Archive.open(sys.argv[1]) as archive:
    assert archive.is_read_only
    found = archive.search("lighthouse", limit=5).paragraphs.value
    assert found == len(archive) == int(sys.argv[2])
    assert archive.cable("09TIRANA7").mrn == "09TIRANA7"
    assert archive.listing().rows(0, 3)
    assert archive.check() == ()
    try:
        list(archive.import_sources([sys.argv[1]]))
    except ReadOnlyError as error:
        print(error)
"""


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("mode", [0o555, 0o755])
def test_an_archive_of_another_user_opens_for_reading(copy: Path, mode: int) -> None:
    before = sorted(path.relative_to(copy) for path in copy.rglob("*"))
    for path in [copy, *copy.rglob("*")]:
        path.chmod(mode if path.is_dir() else 0o444)
    for parent in copy.parents:
        if parent.stat().st_uid == os.getuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, copy, str(FEW)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert "cannot be written" in done.stdout
    assert sorted(path.relative_to(copy) for path in copy.rglob("*")) == before


def test_stopping_with_ctrl_c_leaves_no_worker_behind(tmp_path: Path) -> None:
    table = table_of(tmp_path, 2 * CABLES)  # long enough not to end before it is stopped
    process = importing.start(tmp_path / "archive", table, workers=2)
    assert process.stdout
    process.stdout.readline()
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode != 0
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{child}").exists() for child in children):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    finish(tmp_path / "archive", table)
    assert is_whole(tmp_path / "archive", 2 * CABLES)
