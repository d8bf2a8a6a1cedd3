"""What is read from the database, and from ids to keys: `_store/reading.py`, `finding.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from archive._store import connections, finding, reading
from tests.archive import making

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

NEWER = making.cable(3, released=making.NOON, raw="1. (C) Newer.")
KEYS = list(range(1, 9))


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("reading")
    making.store(
        folder,
        [
            *(making.cable(number) for number in (1, 2, 3, 5)),
            NEWER,  # key 5, in the place of key 3
            making.cable(7, reference_id="08TIRANA7", mrn="08TIRANA7"),
            making.cable(5, reference_id="09 TIRANA 5 CORRECTED", raw="1. (C) Corrected."),
            making.cable(9, reference_id="Annex", mrn=None, created=None),
        ],
    )
    held = connections.Connections(folder)
    yield held.get()
    held.close()


@pytest.mark.parametrize(
    ("moment", "seconds"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), 0),
        (datetime(1970, 1, 1, 0, 1, 1, 999, tzinfo=UTC), 61),
        (datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC), -1),
        (datetime(1861, 4, 14, tzinfo=UTC), -3_430_771_200),
        (None, None),
    ],
)
def test_moments_are_seconds(moment: datetime | None, seconds: int | None) -> None:
    assert reading.to_seconds(moment) == seconds
    assert reading.to_moment(seconds) == (moment and moment.replace(microsecond=0))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param([], [], id="none"),
        pytest.param([2], [2], id="one"),
        pytest.param([4, 1, 2], [4, 1, 2], id="in the order asked for"),
        pytest.param([1, 99, 2], [1, 2], id="one that is not held"),
        pytest.param([2, 2], [2, 2], id="one twice"),
        pytest.param([3, 5], [3, 5], id="a hidden edition too"),
    ],
)
@pytest.mark.parametrize("many", [1, 2, 500])
def test_rows_come_in_the_order_of_their_keys(
    connection: sqlite3.Connection,
    asked: list[int],
    found: list[int],
    many: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "_MANY", many)
    assert [row.key for row in reading.rows(connection, asked)] == found
    frames = dict(reading.frames_of(connection, asked))
    assert set(frames) == set(found)
    assert all(frames.values())


def test_a_row_holds_what_a_list_shows(connection: sqlite3.Connection) -> None:
    row = reading.row(connection, 8)
    assert row
    assert (row.reference_id, row.mrn, row.created, row.paragraphs) == ("Annex", None, None, 1)
    other = reading.row(connection, 1)
    assert other
    assert other.created == making.NOON + timedelta(hours=1)
    assert reading.row(connection, 99) is None


@pytest.mark.parametrize("many", [1, 3, 500])
@pytest.mark.parametrize("after", [0, 4, 7, 8, 99])
def test_editions_after_a_key_and_whether_they_are_shown(
    connection: sqlite3.Connection, after: int, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_MANY", many)
    found = list(reading.editions_after(connection, after))
    assert found == [(key, key != 3) for key in KEYS if key > after]


@pytest.mark.parametrize(
    ("key", "editions", "others"),
    [
        pytest.param(1, [1], [], id="one alone"),
        pytest.param(3, [5, 3], [5], id="the hidden one"),
        pytest.param(5, [5, 3], [3], id="the shown one"),
        pytest.param(4, [4], [], id="the same number, another id"),
        pytest.param(99, [], [], id="none"),
    ],
)
def test_editions_of_a_cable_the_shown_one_first(
    connection: sqlite3.Connection, key: int, editions: list[int], others: list[int]
) -> None:
    assert [row.key for row in reading.editions(connection, key)] == editions
    assert reading.other_editions(connection, key) == others


def test_counts_that_are_kept(connection: sqlite3.Connection) -> None:
    assert (reading.count(connection), reading.last_key(connection)) == (7, 8)
    assert len(reading.identifier(connection)) == 16


@pytest.mark.parametrize(
    ("mrn", "key"),
    [
        pytest.param("09TIRANA1", 1, id="held"),
        pytest.param("09TIRANA3", 5, id="its newest edition"),
        pytest.param("09TIRANA5", 4, id="of two with one number that printed so"),
        pytest.param("09TIRANA9", None, id="not held"),
    ],
)
def test_by_number(connection: sqlite3.Connection, mrn: str, key: int | None) -> None:
    assert finding.by_mrn(connection, mrn) == key


def test_by_identities_many_at_once(connection: sqlite3.Connection) -> None:
    asked = ["09TIRANA3", *(f"none {number}" for number in range(1000)), "ANNEX", "09TIRANA1"]
    said: list[str] = []
    connection.set_trace_callback(said.append)
    assert sorted(finding.by_identities(connection, asked)) == [1, 5, 8]
    connection.set_trace_callback(None)
    assert len(said) == 3
    assert finding.by_identities(connection, ()) == []
    assert finding.by_identity(connection, "none") is None


@pytest.mark.parametrize(
    ("series", "keys"),
    [
        pytest.param((2009, "TIRANA", 1), (None, 2), id="the first"),
        pytest.param((2009, "TIRANA", 2), (1, 5), id="the shown edition"),
        pytest.param((2009, "TIRANA", 4), (5, 4), id="between two"),
        pytest.param((2009, "TIRANA", 6), (7, None), id="of two with one serial the later key"),
        pytest.param((2008, "TIRANA", 7), (None, None), id="alone in its year"),
        pytest.param((2009, "ROME", 2), (None, None), id="another post"),
    ],
)
def test_neighbours_in_a_series(
    connection: sqlite3.Connection,
    series: tuple[int, str, int],
    keys: tuple[int | None, int | None],
) -> None:
    assert finding.neighbours(connection, *series) == keys


@pytest.mark.parametrize(
    ("key", "parts"),
    [(1, (2009, "TIRANA", 1)), (6, (2008, "TIRANA", 7)), (8, None), (99, None)],
)
def test_the_parts_of_a_number(
    connection: sqlite3.Connection, key: int, parts: tuple[int, str, int] | None
) -> None:
    assert finding.serial(connection, key) == parts


def test_what_a_cable_cites_and_who_cites_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("citing")
    later = making.citing(1, "08STATE12", "09ROME3", texts=("See REF B.", "And REF A."))
    earlier = making.citing(2, "08STATE12", created=making.NOON - timedelta(days=9))
    hidden = replace(earlier, released=making.NOON - timedelta(days=99), raw="1. (C) Older.")
    making.store(folder, [later, replace(earlier, released=making.NOON), hidden])
    held = connections.Connections(folder)
    found = reading.citations(held.get(), 1)
    assert [(one.number, one.mrn, one.position) for one in found] == [
        (0, "08STATE12", 1),
        (1, "09ROME3", 0),
    ]
    citing = reading.citing(held.get(), "08STATE12")
    assert [(key, place.position) for key, place in citing] == [(2, None), (1, 1)]
    assert reading.citing(held.get(), "08STATE13") == []
    held.close()
