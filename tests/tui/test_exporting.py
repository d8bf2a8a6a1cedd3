"""A list of cables as a file."""

from __future__ import annotations

import csv
import errno
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parser import clean_line
from tests.tui.fake_archive import FakeArchive
from tui.exporting import Jotted, jotted, write_list
from tui.passages import _ranked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archive import CableRow


def nothing(_: CableRow) -> Jotted:
    return Jotted()


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_rows_become_lines(archive: FakeArchive, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    assert write_list(path, [archive.row(1), archive.row(2)], nothing) == 2
    head, first, second = read(path)
    assert head == [
        *("reference_id", "created", "classification", "origin", "subject"),
        *("paragraph", "text", "starred", "note"),
    ]
    assert first[:2] == ["05ANSELM101", "2004-01-16T14:22:00+00:00"]
    assert second[3] == "Embassy Anselm"
    assert first[5:] == ["", "", "", ""]
    assert path.stat().st_mode & 0o777 == 0o600


def test_paragraphs_have_their_text(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    hits = FakeArchive(1).search("salt", 2).hits
    write_list(path, [_ranked(hit) for hit in hits], lambda _: Jotted("the cable", "=look"))
    assert [line[5:] for line in read(path)[1:]] == [
        [str(hit.paragraph), clean_line(hit.text), "the cable", "'=look"] for hit in hits
    ]


@pytest.mark.parametrize(
    ("stars", "notes", "said"),
    [
        pytest.param((), {}, Jotted(), id="nothing"),
        pytest.param((None,), {}, Jotted("the cable"), id="a star"),
        pytest.param(
            (2, None, 0), {}, Jotted("the cable, paragraphs 1, 3"), id="stars on paragraphs, too"
        ),
        pytest.param((1,), {}, Jotted("paragraph 2"), id="a star on a paragraph alone"),
        pytest.param(
            (), {None: "who?", 1: "see 2"}, Jotted("", "who? / paragraph 2: see 2"), id="notes"
        ),
    ],
)
def test_what_the_notebook_says(
    stars: tuple[int | None, ...], notes: dict[int | None, str], said: Jotted
) -> None:
    assert jotted(FakeArchive(1).cable(0), stars, notes) == said


def test_a_damaged_cable_keeps_its_notes() -> None:
    assert jotted(None, (None, 3), {1: "see 2"}) == Jotted(
        "the cable, some of it", "some of it: see 2"
    )


def test_nothing_is_overwritten(archive: FakeArchive, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        write_list(path, [archive.row(1)], nothing)
    assert path.read_text() == "mine"


def test_half_a_list_is_not_left_behind(archive: FakeArchive, tmp_path: Path) -> None:
    def rows() -> Iterator[CableRow]:
        yield archive.row(1)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_list(tmp_path / "list.csv", rows(), nothing)
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
    write_list(tmp_path / "list.csv", [row], nothing)
    assert read(tmp_path / "list.csv")[1][4] == written
