"""Which files of a folder are read, and in which order."""

import os
from pathlib import Path

import pytest

from parser import UnreadableSourceError, files_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sources"
    for name in ("b.txt", "a/2.txt", "a/10.txt", "c/d/e.txt", ".hidden.txt", ".git/x.txt"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(name, "utf-8")
    return made


def names(folder: Path) -> list[str]:
    return [
        str(one) if isinstance(one, UnreadableSourceError) else one.relative_to(folder).as_posix()
        for one in files_in(folder)
    ]


def test_files_in_the_order_of_names(folder: Path) -> None:
    assert names(folder) == ["b.txt", "a/10.txt", "a/2.txt", "c/d/e.txt"]


def test_links_to_files_are_followed_and_what_is_no_file_is_passed_over(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "link.txt").symlink_to(folder / "a/2.txt")
    (folder / "linked").symlink_to(folder / "a")
    (folder / "nowhere.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(folder / "pipe")
    assert names(folder) == ["b.txt", "link.txt", "a/10.txt", "a/2.txt", "c/d/e.txt"]


def test_a_file_that_may_not_be_looked_at_is_named_and_the_rest_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_file = Path.is_file

    def refused(path: Path) -> bool:
        if path.name == "10.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", refused)
    sentence = "may not be read by you; ask its owner for the right to read it."
    assert names(folder) == ["b.txt", f"{folder}/a/10.txt {sentence}", "a/2.txt", "c/d/e.txt"]


def test_a_folder_that_is_gone_is_named(folder: Path) -> None:
    assert names(folder / "none") == [f"{folder}/none does not exist; check the name."]
