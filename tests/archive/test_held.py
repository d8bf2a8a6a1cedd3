"""A cable whose bytes are damaged is an error by itself, and no end of a search: `_held.py`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from archive import Archive, DamagedError
from archive._store.connections import FILE
from tests.archive import making

if TYPE_CHECKING:
    from collections.abc import Iterator


ALL = [f"09TIRANA{number}" for number in range(1, 5)]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("held")
    cables = [making.cable(number) for number in (1, 2, 3)]
    making.store(folder, [*cables, making.citing(4, "09TIRANA1", texts=["A quay.", "See REF A."])])
    with Archive.open(folder) as opened:
        list(opened.reindex())
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute("UPDATE content SET frame = zeroblob(40) WHERE key IN (2, 4)")
    with Archive.open(folder) as opened:
        yield opened


def test_a_damaged_cable_is_an_error_that_names_it(archive: Archive) -> None:
    with pytest.raises(DamagedError, match="cable 2 cannot be read"):
        archive.cable("09TIRANA2")
    assert archive.cable("09TIRANA1") == making.cable(1)
    assert archive.cable("09TIRANA3") == making.cable(3)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("guests ", ["09TIRANA1", "09TIRANA3"], id="words: it has no text"),
        pytest.param("lighthouse ", ALL, id="words of its subject"),
        pytest.param("from:tirana", ALL, id="a field"),
    ],
)
def test_a_search_goes_on_without_its_text(archive: Archive, query: str, found: list[str]) -> None:
    hits = archive.search(query).hits
    assert sorted(hit.row.reference_id for hit in hits) == found
    assert {hit.row.reference_id for hit in hits if not hit.text} == set(found) & {
        "09TIRANA2",
        "09TIRANA4",
    }


def test_who_cites_is_told_without_the_number_of_the_paragraph(archive: Archive) -> None:
    into = archive.citations(archive.key("09TIRANA1")[0]).into
    assert [(one.mrn, one.position, one.paragraph) for one in into] == [("09TIRANA4", 1, None)]
