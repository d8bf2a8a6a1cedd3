"""One run of an import: what is read again, committed and told: `_imports/run.py`."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive import Archive
from archive._imports import run, work
from archive._imports.sources import SourceFile
from archive._store.connections import FILE
from tests.archive.importing import csv_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive import Progress


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "cables.csv"
    path.write_text(csv_of(range(1, 41)))
    return path


@pytest.fixture
def _in_short_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "CABLES", 10)
    monkeypatch.setattr(run, "MOMENT", -1.0)


def moments(folder: Path, *sources: Path) -> list[Progress]:
    with Archive.open(folder, create=True) as archive:
        return list(archive.import_sources(sources, workers=0))


def counts(progress: Progress) -> tuple[int, int, int]:
    return progress.cables, progress.new, progress.held


def journal(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return of each source how many cables and bytes of it were read, and whether it is done."""
    with closing(sqlite3.connect(folder / FILE)) as connection:
        rows = connection.execute("SELECT path, cables, place, is_done FROM source")
        return {Path(path).name: (cables, place, done) for path, cables, place, done in rows}


def stopped(folder: Path, table: Path, cables: int) -> int:
    """Import until so many cables were read, and say how many are held."""
    with Archive.open(folder, create=True) as archive:
        progress = archive.import_sources([table], workers=0)
        next(one for one in progress if one.cables >= cables)
        progress.close()
        return len(archive)


@pytest.mark.usefixtures("_in_short_pieces")
def test_moments_on_the_way_and_one_at_the_end(tmp_path: Path, table: Path) -> None:
    found = moments(tmp_path / "a", table)
    assert [one.cables for one in found] == [0, 10, 20, 30, 40, 40, 40]  # the index, then pieces
    assert [one.is_done for one in found] == [False] * 6 + [True]
    assert [one.seconds for one in found] == sorted(one.seconds for one in found)
    assert {one.bytes_total for one in found} == {table.stat().st_size}
    assert [one.source for one in found] == ["", *[str(table)] * 6]
    assert journal(tmp_path / "a") == {"cables.csv": (40, table.stat().st_size, 1)}


@pytest.mark.usefixtures("_in_short_pieces")
def test_moments_come_no_oftener_than_they_can_be_seen(
    tmp_path: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "MOMENT", 99.0)
    assert [one.cables for one in moments(tmp_path / "a", table)] == [0, 40]


@pytest.mark.usefixtures("_in_short_pieces")
@pytest.mark.parametrize(
    ("batch", "seconds", "held"),
    [
        pytest.param(10, 99.0, 20, id="as many as a piece holds"),
        pytest.param(11, 99.0, 20, id="one more: every other piece"),
        pytest.param(1000, 99.0, 0, id="not before it is stopped"),
        pytest.param(1000, -1.0, 20, id="when it was put off long enough"),
    ],
)
def test_what_is_kept_when_it_is_stopped(
    tmp_path: Path,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    batch: int,
    seconds: float,
    held: int,
) -> None:
    monkeypatch.setattr(run, "BATCH", batch)
    monkeypatch.setattr(run, "BATCH_SECONDS", seconds)
    assert stopped(tmp_path / "a", table, 20) == held
    if held:
        cables, place, is_done = journal(tmp_path / "a")["cables.csv"]
        assert (cables, is_done) == (held, 0)
        assert 0 < place <= table.stat().st_size
    last = moments(tmp_path / "a", table)[-1]
    assert counts(last) == (40, 40 - held, held)
    assert last.bytes_done == last.bytes_total


def grown(path: Path) -> None:
    path.write_text(csv_of(range(1, 46)))


@pytest.mark.usefixtures("_in_short_pieces")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(lambda _: None, (40, 20, 20), id="as it was"),
        pytest.param(lambda path: os.utime(path, (1, 1)), (40, 20, 20), id="touched"),
        pytest.param(grown, (45, 25, 20), id="grown"),
        pytest.param(
            lambda path: path.write_text(csv_of(range(30, 50))), (20, 20, 0), id="other cables"
        ),
    ],
)
def test_a_source_stopped_and_changed_meanwhile(
    tmp_path: Path,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], object],
    expected: tuple[int, int, int],
) -> None:
    monkeypatch.setattr(run, "BATCH", 10)
    stopped(tmp_path / "a", table, 20)
    change(table)
    assert counts(moments(tmp_path / "a", table)[-1]) == expected


@pytest.fixture
def digested(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Name the files that were read to tell their content."""
    names: list[str] = []
    digest = SourceFile.digest

    def noted(source: SourceFile) -> bytes:
        names.append(source.path.name)
        return digest(source)

    monkeypatch.setattr(SourceFile, "digest", noted)
    return names


@pytest.mark.parametrize(
    ("change", "is_looked_into"),
    [
        pytest.param(lambda _: None, False, id="as it was"),
        pytest.param(lambda path: os.utime(path, (1, 1)), True, id="touched"),
        pytest.param(grown, True, id="grown"),
    ],
)
def test_a_source_is_looked_into_only_when_it_seems_changed(
    tmp_path: Path,
    table: Path,
    digested: list[str],
    change: Callable[[Path], object],
    is_looked_into: bool,
) -> None:
    moments(tmp_path / "a", table)
    assert digested == ["cables.csv"]
    change(table)
    for _ in range(2):  # what it was found to be is noted
        moments(tmp_path / "a", table)
        assert digested == ["cables.csv"] * (1 + is_looked_into)


def test_a_copy_is_told_by_its_content_and_then_by_its_name(
    tmp_path: Path, table: Path, digested: list[str]
) -> None:
    moments(tmp_path / "a", table)
    copy = table.with_name("copy.csv")
    copy.write_bytes(table.read_bytes())
    for _ in range(2):
        last = moments(tmp_path / "a", copy)[-1]
        assert counts(last) == (40, 0, 40)
        assert last.bytes_done == last.bytes_total == table.stat().st_size
        assert digested == ["cables.csv", "copy.csv"]
    assert set(journal(tmp_path / "a")) == {"cables.csv", "copy.csv"}


@pytest.mark.usefixtures("_in_short_pieces")
def test_a_copy_of_what_was_stopped_is_read_from_its_beginning(
    tmp_path: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "BATCH", 10)
    stopped(tmp_path / "a", table, 20)
    copy = table.rename(table.with_name("copy.csv"))
    assert counts(moments(tmp_path / "a", copy)[-1]) == (40, 20, 20)
    assert journal(tmp_path / "a")["copy.csv"] == (40, copy.stat().st_size, 1)


@pytest.mark.parametrize(
    ("content", "entry"),
    [
        pytest.param("Dear Ann,\nno.\n", None, id="without a cable"),
        pytest.param(csv_of([1, 2, 3])[:-9], (2, 0), id="cut: what was read, and not to its end"),
    ],
)
def test_a_source_that_fails_is_tried_again(
    tmp_path: Path, content: str, entry: tuple[int, int] | None
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(content)
    for new in (2, 0) if entry else (0, 0):
        last = moments(tmp_path / "a", path)[-1]
        assert (last.new, len(last.failures)) == (new, 1)
    noted = journal(tmp_path / "a").get("bad.csv")
    assert (noted and (noted[0], noted[2])) == entry
    path.write_text(csv_of([1, 2, 3]))
    assert counts(moments(tmp_path / "a", path)[-1]) == (
        3,
        3 if not entry else 1,
        2 if entry else 0,
    )


def test_folders_and_files_in_one_run(tmp_path: Path, table: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "more.csv").write_text(csv_of(range(41, 44)))
    (folder / "README").write_text("About these.\n")
    (tmp_path / "empty").mkdir()
    found = moments(tmp_path / "a", tmp_path / "empty", folder, table, tmp_path / "gone")[-1]
    assert (counts(found), found.others, found.others_named) == ((43, 43, 0), 1, ("README",))
    assert [Path(one.source).name for one in found.failures] == ["gone"]


@pytest.mark.parametrize("enough", [40, 41])
@pytest.mark.usefixtures("_in_short_pieces")
def test_cables_to_train_a_dictionary_on_are_stored_too(
    tmp_path: Path, table: Path, monkeypatch: pytest.MonkeyPatch, enough: int
) -> None:
    trained: list[int] = []

    def train(samples: list[bytes]) -> bytes:
        trained.append(len(samples))
        return really_train(samples)

    really_train = run.frames.train
    monkeypatch.setattr(run, "WORTHWHILE", 1)
    monkeypatch.setattr(run.frames, "ENOUGH_TO_TRAIN", enough)
    monkeypatch.setattr(run.frames, "DICTIONARY_SIZE", 512)
    monkeypatch.setattr(run.frames, "train", train)
    assert counts(moments(tmp_path / "a", table)[-1]) == (40, 40, 0)
    assert trained == ([40] if enough <= 40 else [])
    with Archive.open(tmp_path / "a") as archive:
        assert archive.check() == ()
        rows = archive.listing().rows(0, 99)
        assert sorted(archive.cable(row.key).mrn or "" for row in rows) == sorted(
            f"09TIRANA{number}" for number in range(1, 41)
        )
    table.write_text(csv_of(range(50, 60)))
    moments(tmp_path / "a", table)
    assert len(trained) == (enough <= 40)  # one is enough
