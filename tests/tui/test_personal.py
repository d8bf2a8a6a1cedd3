"""What a notebook says of the cables on the screen, and what is written into it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from archive import CableRow, Notebook, Order
from tests.tui.fake_archive import FakeArchive
from tui.drawing.index import Marks
from tui.drawing.jottings import Jottings
from tui.months import Window, month_number
from tui.personal import Personal
from tui.selection import Remembered, Selection
from tui.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARCHIVE = FakeArchive(5)
ONE, TWO, THREE = (ARCHIVE.row(key) for key in range(3))
NAMELESS = replace(ONE, reference_id="@0a1b2c3d", mrn=None)
SECTION = replace(ONE, reference_id="04 ANSELM 100 sec")
SALT = Selection().search("salt")


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook.open(tmp_path / "notebook.db") as made:
        yield made


@pytest.mark.parametrize("row", [ONE, NAMELESS, SECTION], ids=["usual", "no id", "not canonical"])
def test_marks_are_those_of_the_notebook(notebook: Notebook, row: CableRow) -> None:
    personal = Personal(notebook)
    assert personal.marks(row) == Marks()
    notebook.set_read(row.reference_id)
    assert personal.marks(row) == Marks()  # kept at hand, until something was written here
    personal.forget()
    assert personal.marks(row) == Marks(is_read=True)
    notebook.set_star(row.reference_id)
    notebook.write_note(row.reference_id, 2, "salt")
    personal.forget()
    assert personal.marks(row) == Marks(is_read=True, is_starred=True, has_note=True)
    assert personal.marks(TWO) == Marks()


@pytest.mark.parametrize(
    ("query", "best", "position"),
    [
        pytest.param("is:starred", None, 3, id="the first with a star"),
        pytest.param("from:anselm has:star", None, 3, id="among other fields"),
        pytest.param("has:note", None, 2, id="the one with a note"),
        pytest.param("has:note is:starred", None, 2, id="either"),
        pytest.param("is:starred salt", 1, 1, id="the best for its words"),
        pytest.param("-has:note", None, None, id="not asked for"),
        pytest.param('"is:starred"', None, None, id="a phrase"),
        pytest.param("is:unread,starred", None, 3, id="one of two values"),
        pytest.param("-(tag:PREL has:note)", None, None, id="in brackets that are not asked for"),
        pytest.param("class:c", None, None, id="of other fields the top"),
    ],
)
def test_a_cable_begins_at_what_was_noted_on_it(
    notebook: Notebook, query: str, best: int | None, position: int | None
) -> None:
    for starred in (None, 5, 3, 99):  # an edition may have had more
        notebook.set_star(ONE.reference_id, starred)
    notebook.write_note(ONE.reference_id, 2, "salt")
    notebook.write_note(ONE.reference_id, None, "all of it")
    row = replace(ONE, best=best, paragraphs=6)
    meant = {"is:starred": [3, 5], "has:note": [2], "has:note is:starred": [2, 3, 5]}
    if query in meant:
        assert Personal(notebook).meant(row, query) == meant[query]
    assert Personal(notebook).visit(row, query) == Visit(row.key, position, query)
    assert Personal(None).visit(row, query) == Visit(row.key, best, query)


def test_the_stars_are_read_once_for_all_cables(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook.set_stars(ONE.reference_id, TWO.reference_id)
    notebook.set_star(TWO.reference_id, 3)
    asked: list[int] = []
    stars = notebook.stars
    monkeypatch.setattr(notebook, "stars", lambda: asked.append(1) or stars())
    personal = Personal(notebook)
    starred = [personal.starred(row) for row in (ONE, TWO, THREE)]
    assert (starred, len(asked)) == ([{None}, {None, 3}, set()], 1)
    personal.star(THREE, 1)
    assert personal.starred(THREE) == {1}


def test_what_another_reader_marks_is_news(notebook: Notebook, tmp_path: Path) -> None:
    personal = Personal(notebook)
    assert personal.marks(ONE) == Marks()
    assert not personal.is_news()
    with Notebook.open(tmp_path / "notebook.db") as other:
        other.set_star(ONE.reference_id)
        assert personal.is_news()
    assert personal.marks(ONE) == Marks(is_starred=True)
    assert not personal.is_news()


def test_without_a_notebook_nothing_is_kept() -> None:
    personal = Personal(None)
    personal.see(ONE)
    personal.note_query("salt")
    personal.count_query("salt", 3)
    personal.keep_place(ARCHIVE, SALT, ONE, 2)
    assert personal.last_list(ARCHIVE) == Remembered(Selection())
    assert not personal.is_news()
    assert (personal.marks(ONE), personal.starred(ONE), personal.notes(ONE)) == (
        *(Marks(), frozenset()),
        {},
    )
    assert (personal.star(ONE, 2), personal.star_all([ONE]), personal.see_all([ONE])) == (
        *(True, True),
        True,
    )


@pytest.mark.parametrize(
    "selection",
    [
        pytest.param(Selection(), id="all"),
        pytest.param(SALT.narrow("ships OR tin").turned(), id="two steps, reversed"),
        pytest.param(SALT.other_view, id="paragraphs"),
        pytest.param(Selection().sorted_by(Order.POST), id="another order"),
    ],
)
def test_a_list_is_come_back_to_in_the_next_session(
    notebook: Notebook, selection: Selection
) -> None:
    Personal(notebook).keep_place(ARCHIVE, selection, THREE, 4)
    assert Personal(notebook).last_list(ARCHIVE) == Remembered(selection, key=2, position=4)


@pytest.mark.parametrize(
    ("selection", "row", "expected"),
    [
        pytest.param(SALT, None, Remembered(SALT, position=0), id="no cable"),
        pytest.param(
            SALT, replace(ONE, reference_id="09PARIS1"), Remembered(SALT, position=0), id="gone"
        ),
        pytest.param(
            SALT.within(Window(month_number("2009-04"))),
            ONE,
            Remembered(SALT.narrow("date:2009-04"), key=0, position=0),
            id="months become a step",
        ),
    ],
)
def test_a_list_that_is_not_quite_as_it_was(
    notebook: Notebook, selection: Selection, row: CableRow | None, expected: Remembered
) -> None:
    Personal(notebook).keep_place(ARCHIVE, selection, row, 0)
    assert Personal(notebook).last_list(ARCHIVE) == expected


def test_an_order_of_another_version_is_by_date(notebook: Notebook) -> None:
    Personal(notebook).keep_place(ARCHIVE, SALT, None, 0)
    place = notebook.place(ARCHIVE.path)
    assert place is not None
    notebook.save_place(ARCHIVE.path, replace(place, sorting="moon"))
    assert Personal(notebook).last_list(ARCHIVE).selection == SALT.sorted_by(Order.DATE)


def test_queries_are_noted_and_counted(notebook: Notebook) -> None:
    personal = Personal(notebook)
    personal.note_query("salt")
    personal.count_query("salt", 3)
    assert [(query.text, query.cables) for query in notebook.queries()] == [("salt", 3)]


def test_a_cable_is_read_and_unread(notebook: Notebook) -> None:
    personal = Personal(notebook)
    personal.see(ONE)
    assert notebook.is_read(ONE.reference_id)
    assert personal.marks(ONE).is_read
    personal.see(TWO)
    personal.see(ONE, is_read=False)
    assert [personal.marks(row).is_read for row in (ONE, TWO)] == [False, True]
    assert not notebook.is_read(ONE.reference_id)


def test_what_is_read_already_is_not_written_again(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    personal = Personal(notebook)
    personal.see(ONE)
    for name in ("see", "set_read"):
        monkeypatch.setattr(Notebook, name, lambda *_, **__: pytest.fail("written"))
    personal.see(ONE)
    personal.see(TWO, is_read=False)


@pytest.mark.parametrize(
    ("before", "said", "after"),
    [
        pytest.param([], True, [True, True], id="none"),
        pytest.param([0], True, [True, True], id="one of them"),
        pytest.param([0, 1], False, [False, False], id="all: none"),
    ],
)
def test_many_are_read_or_starred(
    notebook: Notebook, before: list[int], *, said: bool, after: list[bool]
) -> None:
    personal, rows = Personal(notebook), [ONE, TWO]
    for key in before:
        personal.see(rows[key])
        personal.star(rows[key], None)
    assert (personal.see_all(rows), personal.star_all(rows)) == (said, said)
    assert [personal.marks(row).is_read for row in rows] == after
    assert [personal.marks(row).is_starred for row in rows] == after


def test_stars_of_a_cable_and_of_its_paragraphs(notebook: Notebook) -> None:
    personal = Personal(notebook)
    assert personal.star(ONE, 2)
    assert personal.star(ONE, None)
    assert personal.star(TWO, 1)
    assert personal.starred(ONE) == {2, None}
    assert not personal.star(ONE, None)
    assert (personal.starred(ONE), personal.starred(THREE)) == ({2}, frozenset())


def test_a_paragraph_with_a_star_is_no_cable_with_one(notebook: Notebook) -> None:
    personal = Personal(notebook)
    personal.star(ONE, 2)
    assert personal.star_all([ONE])
    assert personal.starred(ONE) == {2, None}


@pytest.mark.parametrize(
    ("notes", "position", "expected"),
    [
        pytest.param({}, 0, (0, ""), id="none"),
        pytest.param({2: "salt"}, 2, (2, "salt"), id="of a paragraph"),
        pytest.param({2: "salt"}, 1, (1, ""), id="of another"),
        pytest.param({None: "all"}, 0, (None, "all"), id="of the cable, at its first"),
        pytest.param({None: "all"}, 1, (1, ""), id="of the cable, further down"),
        pytest.param({None: "all", 0: "salt"}, 0, (0, "salt"), id="the first has its own"),
        pytest.param({None: "all", 0: "salt"}, None, (None, "all"), id="in the list"),
    ],
)
def test_the_note_at_a_paragraph(
    notebook: Notebook,
    notes: dict[int | None, str],
    position: int | None,
    expected: tuple[int | None, str],
) -> None:
    for at, text in notes.items():
        notebook.write_note(ONE.reference_id, at, text)
    assert Personal(notebook).note_at(ONE, position) == expected


def test_jottings(notebook: Notebook) -> None:
    personal = Personal(notebook)
    for at, text in ((None, "all"), (0, "salt"), (3, "tin")):
        notebook.write_note(ONE.reference_id, at, text)
    personal.star(ONE, None)
    personal.star(ONE, 3)
    assert personal.jottings(ONE) == Jottings({0: "all / salt", 3: "tin"}, frozenset({3}))
    assert personal.jottings(TWO) == Jottings({}, frozenset())
