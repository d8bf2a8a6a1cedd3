"""`cablegram check`: each thing that can be wrong is told in a sentence that says what to do."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from archive import Archive, FaultKind, UnreadableError
from archive._store import lock
from archive._store.connections import FILE
from tests.archive import making

if TYPE_CHECKING:
    from pathlib import Path

OTHERWISE_SORTED = """
UPDATE sqlite_schema SET sql = replace(sql, '(digest)', '(size)') WHERE name = 'source_by_digest'
"""
CABLE, DATABASE, INDEX = FaultKind.CABLE, FaultKind.DATABASE, FaultKind.INDEX


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("check") / "archive"
    cables = [making.cable(number) for number in range(1, 21)]
    making.store(folder, [*cables, making.citing(30, "09TIRANA7", texts=["See REF A."])])
    with Archive.open(folder) as archive:
        list(archive.reindex())
        assert archive.check() == ()
    return folder


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    return shutil.copytree(whole, tmp_path / "copy")


def _spoil(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    ("statements", "kinds", "words"),
    [
        pytest.param(
            ["UPDATE archive SET cables = 20"],
            {DATABASE},
            "lists 21 cables and says 20",
            id="the count is wrong",
        ),
        pytest.param(
            ["DELETE FROM content WHERE key = 3"],
            {CABLE},
            "09TIRANA3: content missing",
            id="no content",
        ),
        pytest.param(
            ["UPDATE cable SET is_shown = 0 WHERE key = 4", "UPDATE archive SET cables = 20"],
            {CABLE, INDEX},
            "09TIRANA4: not one edition shown",
            id="no edition is shown",
        ),
        pytest.param(
            ["UPDATE cable SET is_shown = 0 WHERE key = 4", "UPDATE archive SET cables = 20"],
            {CABLE, INDEX},
            "still has 1 cable;",
            id="the index has what is not listed",
        ),
        pytest.param(
            ["UPDATE cable SET cited = 5 WHERE key = 7"],
            {CABLE},
            "09TIRANA7: citations miscounted",
            id="citations",
        ),
        pytest.param(
            ["UPDATE cable SET paragraphs = 2 WHERE key = 7"],
            {INDEX},
            "has 21 paragraphs, not 22",
            id="paragraphs are missing from the index",
        ),
        pytest.param(
            ["UPDATE content SET frame = zeroblob(40) WHERE key = 5"],
            {CABLE},
            "cable 5 cannot be read",
            id="a frame of zeros",
        ),
        pytest.param(
            [
                "PRAGMA writable_schema = ON",
                OTHERWISE_SORTED,
            ],
            {DATABASE},
            "missing from index source_by_digest",
            id="SQLite's own index is wrong",
        ),
        pytest.param(
            ["PRAGMA foreign_keys = OFF", "INSERT INTO problem VALUES (99, 'made')"],
            {DATABASE},
            "of problem names what cable does not hold",
            id="a row without its cable",
        ),
    ],
)
def test_a_fault_is_found_and_named(
    copy: Path, statements: list[str], kinds: set[FaultKind], words: str
) -> None:
    _spoil(copy, *statements)
    with Archive.open(copy) as archive:
        faults = archive.check()
    assert {fault.kind for fault in faults} == kinds
    assert any(words in str(fault) for fault in faults), faults
    assert all(str(fault).endswith(".") and "; " in str(fault) for fault in faults)


def test_at_most_ten_cables_are_named_for_one_fault(copy: Path) -> None:
    _spoil(copy, "UPDATE cable SET cited = cited + 1")
    with Archive.open(copy) as archive:
        assert len(archive.check()) == 10


def test_pages_that_are_overwritten_are_a_fault_of_the_database(copy: Path) -> None:
    path = copy / FILE
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * (size - size // 2))
    with Archive.open(copy) as archive:
        faults = archive.check()
    assert DATABASE in {fault.kind for fault in faults}
    assert all("restore the archive from a copy" in str(fault) for fault in faults[:1])


def test_while_an_import_is_writing_the_index_is_not_called_behind(copy: Path) -> None:
    making.store(copy, [making.cable(77)])
    with Archive.open(copy) as archive, lock.writing(copy):
        [fault] = archive.check()
    assert str(fault).startswith("An import is writing to the archive; ")


def test_an_index_that_may_not_be_read_is_not_called_damaged(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive._indexing.os.access", lambda path, _: path.name != "index")
    with Archive.open(copy) as archive:
        for do in (archive.check, lambda: archive.search("port")):
            with pytest.raises(UnreadableError, match="no rights to its folder index"):
                do()


def test_an_index_that_is_missing_is_said(copy: Path) -> None:
    shutil.rmtree(copy / "index")
    with Archive.open(copy) as archive:
        assert [str(fault) for fault in archive.check()] == [
            "The search index is missing or damaged; run `cablegram reindex`."
        ]


def test_an_index_whose_words_are_behind_it_is_said(copy: Path) -> None:
    shutil.rmtree(copy / "index" / "vocabulary")
    with Archive.open(copy) as archive:
        assert [str(fault) for fault in archive.check()] == [
            "The words and topics of the search index are behind it; run `cablegram reindex`."
        ]


def test_an_index_behind_the_database_is_made_to_agree(copy: Path) -> None:
    making.store(copy, [making.cable(77)])
    with Archive.open(copy) as archive:
        messages = [str(fault) for fault in archive.check()]
        assert messages == [
            "The search index is behind the database; run `cablegram reindex`.",
            "The search index lacks 1 cable; run `cablegram reindex`.",
        ]
        list(archive.reindex())
        assert archive.check() == ()
