"""Imports: what is read, what is skipped, what is said; the same with workers as without."""

import errno
import gzip
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from archive import Archive, BusyError, Outcome, Progress
from archive._store import lock
from tests.archive.importing import csv_of

SAMPLES = Path(__file__).parents[2] / "samples"


def imported(folder: Path, *sources: Path, workers: int | None = None) -> Progress:
    with Archive.open(folder, create=True) as archive:
        *_, last = archive.import_sources(sources, workers=workers)
    assert last.is_done
    return last


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "cables.csv"
    path.write_text(csv_of(range(1, 201)))
    return path


def test_samples(tmp_path: Path) -> None:
    last = imported(tmp_path / "archive", SAMPLES)
    assert last.new == last.cables > 50
    assert last.failures == ()
    assert last.bytes_done == last.bytes_total
    with Archive.open(tmp_path / "archive") as archive:
        assert len(archive) == last.new
        assert archive.search("lighthouse").hits
        for row in archive.listing().rows(0, len(archive)):
            assert archive.cable(row.key).subject == row.subject


@pytest.mark.parametrize("workers", [0, 2])
def test_the_same_source_again_adds_nothing(tmp_path: Path, table: Path, workers: int) -> None:
    first = imported(tmp_path / "archive", table, workers=workers)
    assert (first.cables, first.new) == (200, 200)
    again = imported(tmp_path / "archive", table, workers=workers)
    assert (again.cables, again.new, again.held) == (200, 0, 200)
    assert again.bytes_done == again.bytes_total


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda path: os.utime(path, (1, 1)), id="touched"),
        pytest.param(lambda path: path.rename(path.with_name("other")), id="renamed"),
        pytest.param(lambda path: shutil.copy(path, path.with_name("copy")), id="copied"),
    ],
)
def test_a_source_is_known_by_its_content(
    tmp_path: Path, table: Path, change: Callable[[Path], object]
) -> None:
    imported(tmp_path / "archive", table)
    change(table)
    again = [path for path in tmp_path.iterdir() if path.is_file()]
    last = imported(tmp_path / "archive", *again)
    assert (last.new, last.editions) == (0, 0)
    assert last.held == 200 * len(again)


def test_a_source_that_grew_adds_what_is_new(tmp_path: Path, table: Path) -> None:
    imported(tmp_path / "archive", table)
    table.write_text(csv_of(range(1, 211)))
    last = imported(tmp_path / "archive", table)
    assert (last.new, last.held) == (10, 200)


def test_a_changed_cable_is_another_edition(tmp_path: Path, table: Path) -> None:
    imported(tmp_path / "archive", table)
    table.write_text(csv_of(range(1, 201)).replace("the 7th time", "the xxx time"))
    last = imported(tmp_path / "archive", table)
    assert (last.new, last.held, last.editions) == (0, 199, 1)
    with Archive.open(tmp_path / "archive") as archive:
        key, _ = archive.key("09TIRANA7")
        texts = [archive.cable(row.key).paragraphs[0].text for row in archive.editions(key)]
        assert ["xxx" in text for text in texts] == [True, False]
        found = archive.search('"for the 7th time"').hits
        assert all("7th" not in hit.text for hit in found if hit.row.mrn == "09TIRANA7")
        assert len(archive) == 200


def test_workers_store_the_same(tmp_path: Path, table: Path) -> None:
    imported(tmp_path / "alone", table, workers=0)
    imported(tmp_path / "together", table, workers=2)
    with Archive.open(tmp_path / "alone") as alone, Archive.open(tmp_path / "together") as together:
        rows = alone.listing().rows(0, 300)
        assert together.listing().rows(0, 300) == rows
        assert [together.cable(row.key) for row in rows] == [alone.cable(row.key) for row in rows]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("empty.txt", b"", id="empty"),
        pytest.param("binary.bin", bytes(range(256)) * 64, id="binary"),
        pytest.param("other.csv", b"name,age\nann,44\n" * 40, id="other columns"),
        pytest.param("page.html", b"<html><body><p>A shop.</p></body></html>", id="other page"),
        pytest.param("cut.csv", csv_of(range(1, 6)).encode()[:-40], id="cut off"),
        pytest.param("missing.csv", None, id="missing"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    tmp_path: Path, table: Path, name: str, content: bytes | None
) -> None:
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    last = imported(tmp_path / "archive", bad, table)
    (failure,) = last.failures
    assert name in failure.reason
    assert failure.source == str(bad)
    assert last.new == 200
    assert last.bytes_done == last.bytes_total


@pytest.mark.skipif(not Path("/proc/self/mem").is_file(), reason="a file that opens and fails")
def test_a_file_that_fails_while_it_is_read_is_named_and_the_rest_goes_on(
    tmp_path: Path, table: Path
) -> None:
    last = imported(tmp_path / "archive", Path("/proc/self/mem"), table)
    (failure,) = last.failures
    assert (failure.source, last.new) == ("/proc/self/mem", 200)


def test_a_folder_that_may_not_be_entered_is_named_and_the_rest_goes_on(
    tmp_path: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folder"
    (folder / "shut").mkdir(parents=True)
    (folder / "shut/page.html").write_text("a page")
    table.rename(folder / "zables.csv")
    is_file = Path.is_file

    def refused(path: Path) -> bool:
        if path.parent.name == "shut":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", refused)
    last = imported(tmp_path / "archive", folder)
    (failure,) = last.failures
    assert "shut/page.html may not be read by you" in failure.reason
    assert last.new == 200


def test_what_holds_no_cable_is_passed_over_in_a_folder(tmp_path: Path, table: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    table.rename(folder / "cables.csv")
    (folder / "README.md").write_text("About these files.\n")
    (folder / ".cables.csv.swp").write_bytes(b"kept by an editor")
    (folder / "gone.csv").symlink_to(tmp_path / "nowhere")
    os.mkfifo(folder / "pipe")
    last = imported(tmp_path / "archive", folder)
    assert (last.new, last.failures) == (200, ())


def test_a_folder_without_cables_is_a_failure(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "README.md").write_text("About these files.\n")
    (failure,) = imported(tmp_path / "archive", folder).failures
    assert str(folder) in failure.reason


def test_problems_are_counted_by_kind(tmp_path: Path) -> None:
    nameless = tmp_path / "telegram.txt"
    nameless.write_text("UNCLAS\n\nSUBJECT: QUAYS\n\n1. (U) The quay is closed.\n")
    assert imported(tmp_path / "archive", nameless).problems


def test_standard_input(tmp_path: Path, table: Path) -> None:
    script = """
import sys
from archive import Archive
with Archive.open(sys.argv[1], create=True) as archive:
    *_, last = archive.import_sources(["-"])
print(last.new, last.held, last.bytes_total, last.failures)
"""
    packed = gzip.compress(table.read_bytes())
    command = [sys.executable, "-c", script, tmp_path / "archive"]
    runs = [subprocess.run(command, input=packed, capture_output=True, check=True) for _ in "12"]
    assert [run.stdout.decode().strip() for run in runs] == ["200 0 None ()", "0 200 None ()"]


def test_two_imports_at_once(tmp_path: Path, table: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        with lock.writing(archive.path), pytest.raises(BusyError):
            list(archive.import_sources([table]))
        assert imported(tmp_path / "archive", table).new == 200


def test_a_closed_iterator_stops_and_the_next_goes_on(tmp_path: Path, table: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        moments = archive.import_sources([table])
        next(moments)
        moments.close()  # the next import finds a lock given back, and no open transaction
    assert imported(tmp_path / "archive", table).cables == 200
    with Archive.open(tmp_path / "archive") as archive:
        assert len(archive) == 200
        assert archive.search("lighthouse", limit=5).paragraphs.value == 200


def test_a_source_stopped_halfway_goes_on_from_there(
    tmp_path: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive._imports.work.CABLES", 20)
    monkeypatch.setattr("archive._imports.run.BATCH", 50)
    monkeypatch.setattr("archive._imports.run.MOMENT", 0)
    with Archive.open(tmp_path / "archive", create=True) as archive:
        moments = archive.import_sources([table])
        next(one for one in moments if one.cables >= 100)
        moments.close()
        held = len(archive)
    assert 0 < held < 200
    last = imported(tmp_path / "archive", table)
    assert (last.cables, last.new, last.held) == (200, 200 - held, held)


def test_outcomes_are_those_of_the_model() -> None:
    assert {outcome.value for outcome in Outcome} == {"new", "held", "edition"}
