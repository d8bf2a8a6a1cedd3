"""Where archives are: `_places.py`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click import ClickException

from tui.commands._places import cache_of, default_archive, existing, is_archive


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two files, one of them in a folder of a folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "in" / "deeper").mkdir(parents=True)
    for name in ("a.txt", "deeper/b.txt"):
        (tmp_path / "in" / name).write_text("salt")
    return tmp_path / "in"


@pytest.mark.parametrize(
    ("named", "expected"),
    [("/x/mine", "/x/mine"), ("~/mine", "{home}/mine"), ("", "{data}/cablegram/archive")],
)
def test_the_default_archive(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, named: str, expected: str
) -> None:
    monkeypatch.setenv("CABLEGRAM_ARCHIVE", named)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    where = expected.format(home=tmp_path / "home", data=tmp_path / "data")
    assert default_archive() == Path(where)


def test_a_command_takes_the_archive_it_is_told_or_the_default_one_if_there_is_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CABLEGRAM_ARCHIVE", str(tmp_path / "mine"))
    assert existing(tmp_path / "told") == tmp_path / "told"
    with pytest.raises(ClickException, match=r"There is no archive at .*mine yet"):
        existing(None)
    (tmp_path / "mine").mkdir()
    assert existing(None) == tmp_path / "mine"


def test_a_folder_with_a_database_is_an_archive(tmp_path: Path) -> None:
    assert not is_archive(tmp_path)
    (tmp_path / "archive.db").mkdir()
    assert not is_archive(tmp_path)
    (tmp_path / "archive.db").rmdir()
    (tmp_path / "archive.db").touch()
    assert is_archive(tmp_path)


def test_the_same_sources_have_the_same_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = cache_of([folder, folder / "a.txt"])
    assert place == cache_of([folder / "a.txt", folder])
    monkeypatch.chdir(folder)
    assert place == cache_of([Path(), Path("a.txt")])
    assert place.is_relative_to(folder.parent / "cache" / "cablegram")


@pytest.mark.parametrize("name", ["a.txt", "deeper/b.txt"])
@pytest.mark.parametrize("change", ["size", "time", "gone", "new"])
def test_changed_sources_have_another_place_beside_it(folder: Path, name: str, change: str) -> None:
    place, file = cache_of([folder]), folder / name
    status = file.stat()
    if change == "size":
        file.write_text("salt road")
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    elif change == "time":
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))
    elif change == "gone":
        file.unlink()
    else:
        (file.parent / "c.txt").touch()
    assert cache_of([folder]) != place
    assert cache_of([folder]).parent == place.parent
    assert cache_of([folder / "deeper"]).parent != place.parent


def test_what_is_not_read_changes_nothing(folder: Path, tmp_path: Path) -> None:
    place = cache_of([folder])
    (folder / ".a.txt.swp").write_text("kept by an editor")
    (folder / "nowhere.txt").symlink_to(tmp_path / "nowhere")
    assert cache_of([folder]) == place


def test_a_file_alone_is_a_source(folder: Path) -> None:
    place = cache_of([folder / "a.txt"])
    (folder / "deeper" / "b.txt").unlink()
    assert cache_of([folder / "a.txt"]) == place
    (folder / "a.txt").write_text("tin and salt")
    assert cache_of([folder / "a.txt"]) != place
