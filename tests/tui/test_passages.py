from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from archive import Count, Matches, Order, Results
from parser import Span
from tests.tui.fake_archive import FakeArchive
from tui.drawing.glyphs import UNICODE
from tui.drawing.index import Columns, Marks, index_line, snippet
from tui.drawing.line import Role, plain, width
from tui.passages import MOST, PassageRow, passages
from tui.selection import Selection

SALT = Selection().search("salt").other_view
TEXT = "The harbor master told us that the pilots had voted to stay ashore until the ministry spoke"


def listed(selection: Selection, count: int = 4) -> list[tuple[str, int | None]]:
    archive = FakeArchive(count)
    cables = archive.listing(selection.query, selection.order, selection.is_reversed)
    found = passages(archive, selection, cables, lambda: False)
    return [(row.reference_id, row.best) for row in found.rows(0, len(found))]


def row(text: str = TEXT, *spans: Span) -> PassageRow:
    return PassageRow(
        key=1,
        reference_id="08SALT1",
        mrn="08SALT1",
        created=None,
        classification="SECRET",
        origin=None,
        subject=None,
        paragraphs=3,
        number=7,
        text=text,
        spans=spans,
    )


def test_by_rank_the_best_come_first() -> None:
    assert listed(SALT, 2) == [
        ("04ANSELM100", 1),
        ("05ANSELM101", 1),
        ("04ANSELM100", 4),
        ("05ANSELM101", 4),
    ]


@pytest.mark.parametrize(
    ("selection", "cables"),
    [
        pytest.param(SALT.sorted_by(Order.DATE), ["04ANSELM100", "05ANSELM101"], id="date"),
        pytest.param(
            SALT.sorted_by(Order.DATE).turned(), ["05ANSELM101", "04ANSELM100"], id="reversed"
        ),
    ],
)
def test_in_another_order_each_cable_has_its_own_together(
    selection: Selection, cables: list[str]
) -> None:
    assert listed(selection, 2) == [(cable, place) for cable in cables for place in (1, 4)]


@pytest.mark.parametrize(
    ("order", "scores"),
    [
        pytest.param(Order.RANK, [89, 86], id="by rank: what it scores"),
        pytest.param(Order.DATE, [0, 0], id="by date"),
    ],
)
def test_both_ways_make_the_same_rows(order: Order, scores: list[int]) -> None:
    archive = FakeArchive(1)
    selection = SALT.sorted_by(order)
    found = passages(archive, selection, archive.listing("salt"), lambda: False)
    cable = archive.cable(0)
    places = (1, 4)
    expected = [
        PassageRow(
            key=0,
            reference_id="04ANSELM100",
            mrn="04ANSELM100",
            created=cable.created,
            classification="UNCLASSIFIED",
            origin="Embassy Anselm",
            subject=cable.subject,
            paragraphs=1,
            hits=score,
            best=place,
            number=place + 1,
            text=cable.paragraphs[place].text,
            spans=dict(archive.matches("salt", cable).paragraphs)[place],
        )
        for place, score in zip(places, scores, strict=True)
    ]
    assert found.rows(0, 9) == expected


def test_fields_alone_show_the_first_paragraph() -> None:
    assert listed(Selection(("tag:X",)).other_view, 2) == []
    archive = FakeArchive(2)
    selection = Selection(("tag:X",), Order.DATE).other_view
    found = passages(archive, selection, archive.listing(), lambda: False)
    assert [each.best for each in found.rows(0, 9)] == [0, 0]


@pytest.mark.parametrize("order", [Order.RANK, Order.DATE])
def test_fields_alone_show_what_is_meant_of_a_cable(order: Order) -> None:
    class Fields(FakeArchive):
        def search(self, query: str, *_: Any, **__: Any) -> Results:
            hits = tuple(filter(None, (self.hit(query, key, 0) for key in range(2))))
            return Results(query, query, hits, Count(2), Count(2), is_of_cables=True)

    archive = Fields(2)
    selection = Selection(("is:starred",), order).other_view
    meant = {0: [1, 3], 1: []}
    found = passages(
        archive, selection, archive.listing(), lambda: False, lambda row: meant[row.key]
    )
    rows = [(row.key, row.best) for row in found.rows(0, 9)]
    assert rows == [(0, 1), (0, 3), (1, 0)]


@pytest.mark.parametrize("order", [Order.RANK, Order.DATE])
def test_fields_that_ask_for_what_stands_in_the_text_show_where(order: Order) -> None:
    class Protecting(FakeArchive):
        def search(self, query: str, *_: Any, **__: Any) -> Results:
            counts = Count(2), Count(2)
            return Results(query, query, (), *counts, is_of_cables=True, has_places=True)

        def matches(self, *_: Any, **__: Any) -> Matches:
            return Matches(((2, (Span(0, 5),)), (4, (Span(0, 5),))))

    archive = Protecting(2)
    selection = Selection(("has:protect",), order).other_view
    found = passages(archive, selection, archive.listing(), lambda: False)
    rows = [(row.key, row.best) for row in found.rows(0, 9)]
    assert rows == [(0, 2), (0, 4), (1, 2), (1, 4)]


@pytest.mark.parametrize("order", [Order.RANK, Order.DATE])
def test_a_subject_that_matches_alone_is_shown(order: Order) -> None:
    class Subjects(FakeArchive):
        def search(self, query: str, *_: Any, **__: Any) -> Results:
            hit = self.hit(query, 0, 0)
            assert hit is not None
            return Results(query, query, (hit,), Count(1), Count(1))

    archive = Subjects(1)
    selection = replace(SALT, steps=("strike",)).sorted_by(order)
    found = passages(archive, selection, archive.listing(), lambda: False)
    (row,) = found.rows(0, 9)
    assert isinstance(row, PassageRow)
    assert (row.best, row.number, row.text) == (0, None, "HARBOR PILOTS STRIKE ENTERS THIRD WEEK")
    assert [row.text[slice(*span)] for span in row.spans] == ["STRIKE"]
    assert plain(snippet(row, 30, UNICODE)) == "subject …STRIKE ENTERS THIRD …"


def test_not_more_than_can_be_looked_through() -> None:
    assert len(listed(SALT, 150)) == MOST
    assert len(listed(SALT.sorted_by(Order.DATE), 150)) == MOST


def test_a_cable_is_found_among_its_paragraphs() -> None:
    archive = FakeArchive(3)
    found = passages(archive, SALT, archive.listing("salt"), lambda: False)
    assert found.index(2) == 2
    assert found.index(99) is None
    assert found.held((2, 99)) == {2}


@pytest.mark.parametrize(
    ("spans", "cells", "shown"),
    [
        pytest.param((), 30, "¶7 The harbor master told us …", id="no match: its beginning"),
        pytest.param((Span(4, 10),), 30, "¶7 The harbor master told us …", id="near its beginning"),
        pytest.param((Span(35, 41),), 30, "¶7 …the pilots had voted to s…", id="further down"),
        pytest.param((Span(86, 91),), 30, "¶7 …until the ministry spoke", id="at its end"),
        pytest.param((Span(35, 41),), 3, "¶7…", id="no room"),
    ],
)
def test_snippet(spans: tuple[Span, ...], cells: int, shown: str) -> None:
    line = snippet(row(TEXT, *spans), cells, UNICODE)
    assert plain(line).rstrip() == shown
    assert width(line) == cells


def test_what_matched_is_marked() -> None:
    line = snippet(row(TEXT, Span(35, 41)), 40, UNICODE)
    assert [piece.text for piece in line if piece.role is Role.MATCH] == ["pilots"]


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        pytest.param(56, " ●           08SALT1      S    ¶7 The harbor", id="all"),
        pytest.param(48, " ●08SALT1      S    ¶7 The harbor", id="no date"),
        pytest.param(35, " ●S    ¶7 The harbor", id="no id"),
    ],
)
def test_the_text_needs_more_room_than_a_subject(cells: int, shown: str) -> None:
    line = index_line(row(), Columns.of([row()], cells), Marks(), UNICODE)
    assert plain(line).startswith(shown)


def test_a_paragraph_does_not_say_how_often_its_cable_is_cited() -> None:
    columns = Columns.of([row()], 80, is_by_cited=True)
    assert "←" not in plain(index_line(row(), columns, Marks(), UNICODE))


@pytest.mark.parametrize("cells", [24, 48, 80, 160])
def test_a_row_fills_its_line(cells: int) -> None:
    one = row("日本語の電報 " * 20, Span(30, 40))
    line = index_line(one, Columns(cells), Marks(), UNICODE)
    assert width(line) == cells
