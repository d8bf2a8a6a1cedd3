"""`cablegram check`: says that an archive is whole, or what is wrong and what to do."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_whole(cablegram: Callable, samples: Path) -> None:
    done = cablegram("check", "--archive", samples)
    assert (done.status, done.out) == (
        0,
        "Whole: 63 cables, all in the search index.\n",
    )


def test_what_is_wrong_is_said_with_what_to_do(
    cablegram: Callable, samples: Path, tmp_path: Path
) -> None:
    shutil.copytree(samples, tmp_path / "a")
    shutil.rmtree(tmp_path / "a" / "index")
    done = cablegram("check", "--archive", tmp_path / "a")
    assert done.status == 2
    assert "cablegram reindex" in done.out


def test_damage_is_said_in_sentences(cablegram: Callable, samples: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(samples, tmp_path / "a")
    with closing(sqlite3.connect(copy / "archive.db")) as connection:
        pages = "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_schema"
        page, size = connection.execute(f"{pages} WHERE name = 'archive'").fetchone()
    with (copy / "archive.db").open("r+b") as stream:
        stream.seek((page - 1) * size)
        stream.write(b"\xa5" * size)
    done = cablegram("check", "--archive", copy)
    assert done.status == 2
    assert "The database is damaged" in done.out
    for words in (["stats"], ["search", "lemons"]):
        done = cablegram(*words, "--archive", copy)
        assert done.status == 2
        assert "is damaged" in done.err
        assert "restore it from a copy" in done.err


@pytest.mark.parametrize("command", ["check", "stats", "reindex"])
def test_the_archive_is_named_as_the_reader_is_given_it_or_by_its_option(
    cablegram: Callable, samples: Path, tmp_path: Path, command: str
) -> None:
    copy = shutil.copytree(samples, tmp_path / "a")
    named, by_option = cablegram(command, copy), cablegram(command, "--archive", copy)
    assert named.status == 0
    assert "63 cables" in named.out
    assert named.out == by_option.out
    both = cablegram(command, copy, "--archive", samples)
    assert (both.status, both.out) == (2, "")
    assert f"{copy} is one too many" in " ".join(both.err.split())
