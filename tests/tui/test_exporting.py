"""A list of cables as a file."""

from __future__ import annotations

import csv
import errno
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tui.fake_archive import FakeArchive
from tui.exporting import write_list

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archive import CableRow


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_rows_become_lines(archive: FakeArchive, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    assert write_list(path, [archive.row(1), archive.row(2)]) == 2
    head, first, second = read(path)
    assert head == ["reference_id", "created", "classification", "origin", "subject"]
    assert first[:2] == ["05ANSELM101", "2004-01-16T14:22:00+00:00"]
    assert second[3] == "Embassy Anselm"
    assert path.stat().st_mode & 0o777 == 0o600


def test_nothing_is_overwritten(archive: FakeArchive, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        write_list(path, [archive.row(1)])
    assert path.read_text() == "mine"


def test_half_a_list_is_not_left_behind(archive: FakeArchive, tmp_path: Path) -> None:
    def rows() -> Iterator[CableRow]:
        yield archive.row(1)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_list(tmp_path / "list.csv", rows())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("subject", "written"),
    [
        pytest.param("=HYPERLINK(1)", "'=HYPERLINK(1)", id="a formula"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="another"),
        pytest.param("+1", "'+1", id="a sum"),
        pytest.param("-1", "'-1", id="a difference"),
        pytest.param("\t=1", "' =1", id="behind a tabulator"),
        pytest.param("\x1b[2J SALT", "␛[2J SALT", id="a control character"),
        pytest.param('SALT, "FISH"', 'SALT, "FISH"', id="commas and quotes"),
    ],
)
def test_text_of_a_cable_is_harmless(subject: str, written: str, tmp_path: Path) -> None:
    row = replace(FakeArchive(1).row(0), subject=subject)
    write_list(tmp_path / "list.csv", [row])
    assert read(tmp_path / "list.csv")[1][4] == written
