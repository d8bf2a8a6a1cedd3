"""What becomes of sources beside those that can be read."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING

from tui.commands._main import run

if TYPE_CHECKING:
    import pytest

SAMPLE = next(path for path in sorted(Path("samples").rglob("*.txt")) if "README" not in path.name)


def test_rights_are_not_asked_for_before_the_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    access = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: mode != os.R_OK and access(path, mode), raising=True
    )
    assert run(["import", str(SAMPLE), "--archive", str(tmp_path / "archive")]) == 0
    assert "1 cable read" in capsys.readouterr().out


def test_other_files_of_a_folder_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    copy(SAMPLE, folder)
    (folder / "notes.txt").write_text("Buy bread, and call the harbor master.\n")
    assert run(["import", str(folder), "--archive", str(tmp_path / "archive")]) == 0
    assert "1 other file without a cable: notes.txt." in capsys.readouterr().out.splitlines()
