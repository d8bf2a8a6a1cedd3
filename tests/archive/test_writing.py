"""Batches: written whole or not at all, and the counts that go with them: `_store/writing.py`."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from archive import Outcome
from archive._imports import prepare
from archive._store import connections, counting, journal, reading
from archive._store.frames import Packer
from archive._store.writing import Batch, Stored
from parser import Parsed, Problem, ProblemKind
from tests.archive import making

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from parser import Cable

CUT = Problem(ProblemKind.MALFORMED_RECORD, "The page ends before the cable does.")
OTHER = Problem(ProblemKind.NO_SUBJECT, "No subject.")
YEAR = timedelta(days=365)


class Store:
    """A batch that takes cables."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.batch = Batch(connection)
        self.source = journal.begin(connection, "made", 0, 0, b"made").id
        self.packer = Packer()

    def add(self, cable: Cable, *problems: Problem) -> Stored:
        return self.batch.add(
            prepare.record(Parsed(cable, tuple(problems)), self.packer), self.source
        )

    def cited(self) -> dict[str, int]:
        """Return by how many each listed cable is cited, where it is by any."""
        statement = "SELECT mrn, cited FROM cable WHERE is_shown = 1 AND cited > 0"
        return dict(self.connection.execute(statement))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    connections.create(tmp_path)
    held = connections.Connections(tmp_path)
    yield Store(held.get())
    held.close()


def test_a_transaction_begins_by_itself_and_counts_what_it_holds(store: Store) -> None:
    assert store.batch.size == 0
    store.add(making.cable(1))
    store.add(making.cable(1))
    store.batch.begin()  # goes on
    store.add(making.cable(2))
    assert store.batch.size == 3
    assert reading.count(store.connection) == 0
    store.batch.commit()
    assert reading.count(store.connection) == 2
    store.add(making.cable(3))
    assert store.batch.size == 1
    store.batch.commit()
    assert reading.count(store.connection) == 3


def test_what_was_not_committed_is_forgotten(store: Store) -> None:
    store.add(making.cable(1))
    store.batch.commit()
    store.add(making.citing(2, "09TIRANA1"))
    store.batch.close()
    store.batch.close()  # nothing is left to forget
    assert reading.count(store.connection) == counting.listed(store.connection) == 1
    assert store.cited() == {}
    store.add(making.cable(3))
    store.batch.commit()
    assert reading.count(store.connection) == counting.listed(store.connection) == 2


def test_a_commit_without_anything_to_write_is_none(store: Store) -> None:
    store.batch.commit()
    store.batch.commit()
    assert not store.connection.in_transaction


def test_what_another_connection_sees_are_whole_transactions(store: Store, tmp_path: Path) -> None:
    other = connections.Connections(tmp_path)
    for number in (1, 2):
        store.add(making.cable(number))
    assert reading.count(other.get()) == counting.editions(other.get()) == 0
    store.batch.commit()
    assert reading.count(other.get()) == counting.editions(other.get()) == 2
    other.close()


FIRST = making.cable(7, released=making.NOON)
LATER = replace(FIRST, released=making.NOON + YEAR, raw="1. (C) Later.")
UNDATED = replace(FIRST, released=None, raw="1. (C) Undated.")


@pytest.mark.parametrize(
    ("older", "newer", "is_shown"),
    [
        pytest.param([FIRST], [LATER], True, id="released later"),
        pytest.param([LATER], [FIRST], False, id="released earlier"),
        pytest.param([FIRST], [replace(FIRST, raw="1. Else.")], True, id="released with it"),
        pytest.param([FIRST], [UNDATED], False, id="not known when"),
        pytest.param([UNDATED], [FIRST], True, id="not known when, the other way"),
        pytest.param([FIRST, CUT], [UNDATED], True, id="it was cut short"),
        pytest.param([FIRST], [LATER, CUT], False, id="the later one was cut short"),
        pytest.param([FIRST, CUT], [LATER, CUT], True, id="both were"),
        pytest.param([LATER, CUT], [FIRST, CUT], False, id="both were, the other way"),
        pytest.param([FIRST], [LATER, OTHER], True, id="another problem counts for nothing"),
    ],
)
def test_which_of_two_editions_is_shown(
    store: Store, older: list[Cable | Problem], newer: list[Cable | Problem], is_shown: bool
) -> None:
    first = store.add(*older)  # type: ignore[arg-type]
    assert first == Stored(Outcome.NEW, first.key, (), is_shown=True)
    second = store.add(*newer)  # type: ignore[arg-type]
    replaced = (first.key,) if is_shown else ()
    assert second == Stored(Outcome.EDITION, second.key, replaced, is_shown)
    assert store.add(*newer) == Stored(Outcome.HELD, second.key)  # type: ignore[arg-type]
    store.batch.commit()
    shown = store.connection.execute("SELECT key FROM cable WHERE is_shown = 1").fetchall()
    assert shown == [(second.key if is_shown else first.key,)]
    assert reading.count(store.connection) == 1


def test_of_three_editions_one_is_shown(store: Store) -> None:
    for one in (LATER, FIRST, UNDATED):
        store.add(one)
    store.batch.commit()
    texts = "SELECT released IS NOT NULL, is_shown FROM cable ORDER BY key"
    assert store.connection.execute(texts).fetchall() == [(1, 1), (1, 0), (0, 0)]
    assert list(counting.not_shown_once(store.connection)) == []


CITED = [
    pytest.param([[making.cable(1), making.citing(2, "09TIRANA1")]], {"09TIRANA1": 1}, id="one"),
    pytest.param(
        [[making.cable(1)], [making.citing(2, "09TIRANA1")]], {"09TIRANA1": 1}, id="cited later"
    ),
    pytest.param(
        [[making.citing(2, "09TIRANA1")], [making.cable(1)]], {"09TIRANA1": 1}, id="held later"
    ),
    pytest.param(
        [[making.cable(1), making.citing(2, "09TIRANA1", texts=("See REF A.", "Again REF A."))]],
        {"09TIRANA1": 1},
        id="many places of one cable count once",
    ),
    pytest.param(
        [[making.cable(1)], [making.citing(n, "09TIRANA1", "08ROME5") for n in (2, 3, 4)]],
        {"09TIRANA1": 3},
        id="three, and one that is not held",
    ),
    pytest.param(
        [
            [making.cable(1), making.cable(5), making.citing(2, "09TIRANA1")],
            [making.citing(2, "09TIRANA5", released=making.NOON)],
        ],
        {"09TIRANA5": 1},
        id="the newer edition cites another",
    ),
    pytest.param(
        [
            [making.cable(1), making.citing(2, "09TIRANA1", released=making.NOON)],
            [making.citing(2, "09TIRANA1", "09TIRANA1", released=making.NOON - YEAR)],
        ],
        {"09TIRANA1": 1},
        id="an older edition counts for nothing",
    ),
    pytest.param(
        [
            [making.cable(1, released=making.NOON), making.citing(2, "09TIRANA1")],
            [making.cable(1, released=making.NOON + YEAR, raw="1. (C) Later.")],
        ],
        {"09TIRANA1": 1},
        id="the newer edition is cited like the older",
    ),
    pytest.param([[making.citing(1, "09TIRANA1")]], {"09TIRANA1": 1}, id="one that cites itself"),
]


@pytest.mark.parametrize(("batches", "cited"), CITED)
def test_by_how_many_a_cable_is_cited(
    store: Store, batches: list[list[Cable]], cited: dict[str, int]
) -> None:
    for batch in batches:
        for cable in batch:
            store.add(cable)
        store.batch.commit()
    assert store.cited() == cited
    assert list(counting.miscounted(store.connection)) == []


def test_a_dictionary_is_kept_once_and_the_newest_is_taken(store: Store) -> None:
    assert reading.newest_dictionary(store.connection) is None
    store.batch.add_dictionary(70, b"first")
    assert store.connection.in_transaction
    store.batch.add_dictionary(20, b"second")
    store.batch.add_dictionary(20, b"another of its number")
    store.batch.commit()
    assert reading.dictionary(store.connection, 70) == b"first"
    assert reading.dictionary(store.connection, 20) == b"second"
    assert reading.dictionary(store.connection, 1) is None


def test_what_fails_in_the_middle_of_a_batch_leaves_nothing(store: Store) -> None:
    record = prepare.record(Parsed(making.cable(1)), store.packer)
    broken = replace(record, frame=None)  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):  # when the row of the cable is written already
        store.batch.add(broken, store.source)
    store.batch.close()
    assert counting.editions(store.connection) == 0
    store.add(making.cable(1))
    store.batch.commit()
    assert reading.count(store.connection) == 1
