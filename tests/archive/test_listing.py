"""The list of all cables: every order, from both ends, and where a cable stands in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from archive import Archive, CableRow, Order
from parser import Cable, Classification, Level
from tests.archive import making

SIZE = 300
POSTS = ("Embassy Tirana", "embassy rome", "Consulate Split", None)
CLASSES = (None, Classification(Level.SECRET), Classification(Level.UNCLASSIFIED))
RANKS = {None: 0, "UNCLASSIFIED": 1, "SECRET": 2}


def _cables() -> Iterator[Cable]:
    """Make cables with many equal and many missing values."""
    random = Random(7)
    for number in random.sample(range(1, 2000), SIZE):
        created = making.NOON + timedelta(days=random.randrange(40))
        yield making.cable(
            number,
            created=random.choice((created, created, None)),
            origin=random.choice(POSTS),
            classification=random.choice(CLASSES),
            subject=random.choice((f"SUBJECT {number % 7}", f"subject {number % 7}", None)),
        )


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("listing")
    making.store(folder, _cables())
    making.store(
        folder,
        (making.citing(5000 + place, f"09TIRANA{9000 - place % 3}") for place in range(9)),
    )
    making.store(folder, (making.cable(9000 - place) for place in range(3)))
    with Archive.open(folder) as opened:
        yield opened


def _date(row: CableRow) -> tuple[bool, object]:
    return (row.created is not None, row.created or making.NOON)


SORTED_BY: dict[Order, Callable[[CableRow], tuple[object, ...]]] = {
    Order.RANK: _date,
    Order.DATE: _date,
    Order.POST: lambda row: (row.origin is not None, (row.origin or "").lower(), *_date(row)),
    Order.SUBJECT: lambda row: (row.subject is not None, (row.subject or "").lower(), *_date(row)),
    Order.CLASSIFICATION: lambda row: (RANKS.get(row.classification, 1.5), *_date(row)),
    Order.REFERENCE_ID: lambda row: (int(row.reference_id.removeprefix("09TIRANA")),),
}


@pytest.mark.parametrize("order", SORTED_BY)
@pytest.mark.parametrize("reverse", [False, True])
def test_order_with_what_has_no_value_last(archive: Archive, order: Order, reverse: bool) -> None:
    listing = archive.listing(order=order, reverse=reverse)
    rows = listing.rows(0, len(listing))
    assert len(rows) == len(listing) == len(archive) == SIZE + 12
    keys = [SORTED_BY[order](row) for row in rows]
    known = sorted((key for key in keys if key[0] is not False), reverse=reverse)
    unknown = sorted((key for key in keys if key[0] is False), reverse=reverse)
    assert keys == known + unknown


def cited(archive: Archive, row: CableRow) -> int:
    """Return how many cables cite the one of a row."""
    return len({citing.mrn for citing in archive.citations(row.key).into})


def test_who_is_cited_and_who_is_not_can_be_searched_for(archive: Archive) -> None:
    everything = archive.listing().rows(0, 10**6)
    found = {query: archive.listing(query) for query in ("is:cited", "is:uncited")}
    keys = {query: {row.key for row in rows.rows(0, 10**6)} for query, rows in found.items()}
    assert keys["is:cited"] == {row.key for row in everything if row.cited}
    assert keys["is:uncited"] == {row.key for row in everything if not row.cited}


def test_the_most_cited_come_first(archive: Archive) -> None:
    rows = archive.listing(order=Order.CITED).rows(0, 3)
    assert {row.reference_id for row in rows} == {"09TIRANA9000", "09TIRANA8999", "09TIRANA8998"}
    everything = archive.listing(order=Order.CITED, reverse=True).rows(0, SIZE + 12)
    assert [row.cited for row in everything] == sorted(row.cited for row in everything)
    assert {row.cited for row in everything} >= {0, rows[0].cited}
    assert all(row.cited == cited(archive, row) for row in (*rows, *everything[:3]))


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("reverse", [False, True])
def test_any_window_is_a_part_of_the_whole(archive: Archive, order: Order, reverse: bool) -> None:
    listing = archive.listing(order=order, reverse=reverse)
    whole = listing.rows(0, len(listing))
    for start in range(0, len(listing), 37):
        assert list(listing.rows(start, start + 50)) == list(whole[start : start + 50])


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("reverse", [False, True])
def test_index_says_where_a_row_is(archive: Archive, order: Order, reverse: bool) -> None:
    listing = archive.listing(order=order, reverse=reverse)
    rows = listing.rows(0, len(listing))
    assert [listing.index(row.key) for row in rows] == list(range(len(rows)))


def test_index_of_what_is_not_listed(archive: Archive) -> None:
    assert archive.listing().index(10**6) is None


def test_which_of_some_cables_are_listed(archive: Archive) -> None:
    listing = archive.listing()
    keys = {row.key for row in listing.rows(3, 9)}
    assert set(listing.held(keys | {10**6})) == keys


@pytest.mark.parametrize(
    ("start", "stop"),
    [
        pytest.param(5, 5, id="empty window"),
        pytest.param(9, 3, id="turned round"),
        pytest.param(10**6, 10**6 + 5, id="after the end"),
    ],
)
def test_no_rows(archive: Archive, start: int, stop: int) -> None:
    assert list(archive.listing().rows(start, stop)) == []


def test_an_empty_archive_lists_nothing(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        assert len(archive.listing()) == 0
        assert list(archive.listing().rows(0, 10)) == []


def test_what_is_added_later_does_not_move_the_places(tmp_path: Path) -> None:
    making.store(tmp_path, (making.cable(number) for number in (5, 7, 9)))
    with Archive.open(tmp_path) as archive:
        listing = archive.listing()
        before = listing.rows(0, 3)
        making.store(tmp_path, (making.cable(number) for number in (4, 6, 8)))
        assert listing.rows(0, 3) == before
        assert listing.rows(2, 9) == before[2:]
        assert len(archive.listing()) == 6


def test_only_the_newest_edition_is_listed(tmp_path: Path) -> None:
    old = making.cable(5, released=making.NOON)
    new = replace(old, released=making.NOON + timedelta(days=1), subject="UNREDACTED")
    making.store(tmp_path, (new, old))
    with Archive.open(tmp_path) as archive:
        assert [row.subject for row in archive.listing().rows(0, 9)] == ["UNREDACTED"]
        assert len(archive) == 1
