"""`cablegram import`: what it says and how it ends."""

from __future__ import annotations

import errno
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import TYPE_CHECKING

import pytest

from archive import Archive, Progress, SourceFailure
from tests.tui.commands.conftest import SAMPLES
from tests.tui.fake_archive import FakeArchive
from tui.commands import _importing, _locks
from tui.commands._importing import cached, summary
from tui.commands._places import cache_of

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

PAGE = SAMPLES / "pages" / "06LANTERNA88.html"


def test_new_cables_are_counted_and_their_problems_named(
    cablegram: Callable, tmp_path: Path
) -> None:
    done = cablegram("import", SAMPLES, "--archive", tmp_path / "a")
    assert done.status == 0
    assert "63 cables read in " in done.out
    assert "63 new, 0 already held" in done.out
    assert "no header" in done.out
    assert f"{tmp_path / 'a'} holds 63 cables." in done.out


@pytest.mark.parametrize("words", [["import", PAGE], [PAGE]], ids=["into an archive", "to read it"])
def test_an_import_that_is_stopped_says_how_to_go_on(
    cablegram: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[object]
) -> None:
    def stopped(_archive: Archive, _sources: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.commands.read._refuse_without_terminal", lambda: None)
    monkeypatch.setattr(Archive, "import_sources", stopped)
    done = cablegram(*words, *(["--archive", tmp_path / "a"] if words[0] == "import" else []))
    assert (done.status, done.out) == (130, "")
    assert done.err == (
        "cablegram: stopped; what was read is kept, and the same command goes on from there.\n"
    )


def test_without_a_source_nothing_is_imported(cablegram: Callable, tmp_path: Path) -> None:
    done = cablegram("import", "--archive", tmp_path / "a")
    assert done.status == 2
    assert "SOURCE" in done.err
    assert not (tmp_path / "a").exists()


def test_the_same_source_twice_adds_nothing(cablegram: Callable, tmp_path: Path) -> None:
    cablegram("import", PAGE, "--archive", tmp_path / "a")
    done = cablegram("import", PAGE, "--archive", tmp_path / "a")
    assert done.status == 0
    assert "0 new, 1 already held" in done.out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("empty.txt", b"", id="empty"),
        pytest.param("binary.html", bytes(range(256)) * 40, id="binary"),
        pytest.param("other.html", b"<html><body><h1>News</h1></body></html>", id="other HTML"),
        pytest.param("other.csv", b"a,b,c\n1,2,3\n", id="other columns"),
        pytest.param("missing.txt", None, id="missing"),
    ],
)
def test_a_source_that_cannot_be_read_is_named_and_the_rest_imported(
    cablegram: Callable, tmp_path: Path, name: str, content: bytes | None
) -> None:
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    done = cablegram("import", bad, PAGE, "--archive", tmp_path / "a")
    assert done.status == 2
    assert f"Not read: {bad}" in done.out
    assert "1 new" in done.out


def test_of_nothing_no_archive_is_made(cablegram: Callable, tmp_path: Path) -> None:
    done = cablegram("import", tmp_path / "none", tmp_path / "nowhere")
    assert done.status == 2
    assert f"{tmp_path}/none: no such file or folder" in done.err
    assert not (tmp_path / "XDG_DATA_HOME").exists()


def test_a_source_that_may_not_be_looked_at_is_named(
    cablegram: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = Path.stat

    def refused(path: Path, **options: bool) -> os.stat_result:
        if path.parent.name == "shut":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return looked_at(path, **options)

    monkeypatch.setattr(Path, "stat", refused)
    done = cablegram("import", tmp_path / "shut" / "page.html", "--archive", tmp_path / "a")
    assert done.status == 2
    assert "page.html may not be read by you" in done.out


def test_the_default_archive_is_in_the_data_folder(cablegram: Callable, tmp_path: Path) -> None:
    assert cablegram("import", PAGE).status == 0
    assert (tmp_path / "XDG_DATA_HOME" / "cablegram" / "archive" / "archive.db").exists()
    assert cablegram("show", "06LANTERNA88").status == 0


def test_an_archive_elsewhere_is_named_by_the_environment(
    cablegram: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CABLEGRAM_ARCHIVE", str(tmp_path / "mine"))
    cablegram("import", PAGE)
    assert (tmp_path / "mine" / "archive.db").exists()


def test_a_cache_that_does_not_open_is_made_again(
    cablegram: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with cached([PAGE]) as folder:
        (folder / "archive.db").write_bytes(b"made by something else")
    with cached([PAGE]) as again, Archive.open(again) as archive:
        assert again == folder
        assert len(archive) == 1


def test_a_cache_is_used_while_its_sources_are_unchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    source = tmp_path / "page.html"
    source.write_bytes(PAGE.read_bytes())
    with cached([source]) as first, cached([source]) as again:
        assert again == first
        source.write_bytes(PAGE.read_bytes() + b"\n")
        with cached([source]) as second:
            assert second != first
            assert first.exists(), "it is read still"
    source.write_bytes(PAGE.read_bytes() + b"\n\n")
    with cached([source]) as third:
        folders = [path for path in third.parent.iterdir() if path.is_dir()]
        assert folders == [third], "only the newest is kept"


def test_a_second_reader_of_the_same_files_waits_for_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = cache_of([PAGE])
    folder.with_suffix(".partial").mkdir(parents=True)  # as it is when one has just begun
    said: Queue[str] = Queue()
    monkeypatch.setattr(_locks, "print_error", said.put)
    with ThreadPoolExecutor(1) as second:
        with _locks.turn(folder.parent / "lock", ""):
            made = second.submit(lambda: cached([PAGE]).__enter__())
            assert said.get(timeout=60).startswith("another reader is reading these files")
            assert folder.with_suffix(".partial").exists(), "it is the first one's"
            assert not made.done()
        assert made.result(timeout=60) == folder
    assert said.empty()
    with Archive.open(folder) as archive:
        assert len(archive) == 1


def test_an_archive_is_no_source(cablegram: Callable, tmp_path: Path) -> None:
    Archive.open(tmp_path / "a", create=True).close()
    done = cablegram("import", PAGE, tmp_path / "a", "--archive", tmp_path / "b")
    said = f"{tmp_path}/a is an archive itself: `cablegram {tmp_path}/a` opens it."
    assert (done.status, done.err) == (2, f"cablegram: {said}\n")
    assert not (tmp_path / "b").exists()


def test_an_import_waits_for_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: Queue[str] = Queue()
    monkeypatch.setattr(_importing, "print_error", said.put)
    with Archive.open(tmp_path, create=True) as archive, ThreadPoolExecutor(1) as second:
        other = archive.import_sources([SAMPLES])
        next(other)
        done = second.submit(_importing.run, archive, [PAGE])
        assert said.get(timeout=60) == (
            f"another import is writing to {tmp_path}; waiting until it has ended, Ctrl+C gives up."
        )
        assert not done.done()
        other.close()
        assert done.result(timeout=60).new == 1
    assert said.empty()


def end(**fields: object) -> Progress:
    values = {"new": 1, "held": 2, "editions": 0, "problems": {}, "failures": (), "seconds": 1.25}
    return Progress("x", 0, 0, 3, **(values | fields))


HEAD = "3 cables read in 1.2 s: 1 new, 2 already held, 0 further editions."
HOLDS = "/x/a holds 1 cable."


@pytest.mark.parametrize(
    ("moment", "lines"),
    [
        pytest.param(end(), [HEAD, HOLDS], id="all is well"),
        pytest.param(
            end(others=1, others_named=("README",)),
            [HEAD, "1 other file without a cable: README.", HOLDS],
            id="one other file",
        ),
        pytest.param(
            end(others=1002, others_named=("a/1.png", "a/2.png")),
            [HEAD, "1,002 other files without a cable: a/1.png, a/2.png and 1,000 more.", HOLDS],
            id="many others",
        ),
        pytest.param(
            end(problems={"b": 1, "a": 1, "c": 2000}),
            [HEAD, "Problems: 2,000 c, 1 a, 1 b.", HOLDS],
            id="problems: the most frequent first",
        ),
        pytest.param(
            end(failures=(SourceFailure("y", "y: broken."),)),
            [HEAD, "Not read: y: broken.", HOLDS],
            id="failures",
        ),
    ],
)
def test_what_an_import_says_at_its_end(moment: Progress, lines: list[str]) -> None:
    archive = FakeArchive(1)
    archive.path = Path("/x/a")
    assert list(summary(archive, moment)) == lines
