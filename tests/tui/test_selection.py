from __future__ import annotations

import pytest

from archive import Order
from tests.tui.fake_archive import FakeArchive
from tui.history import History
from tui.listed import listed
from tui.months import Window, month_number
from tui.selection import Remembered, Selection

APRIL = Window(month_number("2009-04"))
SALT = Selection().search("salt").other_view
SPRING = Window(month_number("2009-03"), 3)


@pytest.mark.parametrize(
    ("query", "mrn"),
    [
        pytest.param("09 mexico 1055", "09MEXICO1055", id="any form"),
        pytest.param("09MEXICO1055#3", "09MEXICO1055", id="a paragraph"),
        pytest.param('"09MEXICO1055"', None, id="text"),
        pytest.param("09MEXICO1055 harbor", None, id="more than an id"),
        pytest.param("#3", None, id="no id"),
    ],
)
def test_an_id_alone(query: str, mrn: str | None) -> None:
    assert Selection().search(query).mrn == mrn


@pytest.mark.parametrize(
    ("selection", "query"),
    [
        pytest.param(Selection(), "", id="all"),
        pytest.param(Selection().search(" salt "), "salt", id="one step"),
        pytest.param(Selection().search("salt").narrow("tag:PREL"), "salt & tag:PREL", id="two"),
        pytest.param(
            Selection().search("salt OR tin").narrow("x"), "(salt OR tin) & x", id="or in a step"
        ),
        pytest.param(Selection().search("salt OR tin"), "salt OR tin", id="or alone"),
        pytest.param(
            Selection().search('"salt tin').narrow('"a b').narrow('by:"x"').narrow('"c'),
            '"salt tin"* & "a b"* & by:"x" & "c',
            id="an open quote in a step",
        ),
        pytest.param(
            Selection().search("a OR \u201cb").narrow("c"),
            '(a OR \u201cb"*) & c',
            id="or in quotes",
        ),
        pytest.param(Selection().search("salt").narrow("salt"), "salt", id="the same again"),
        pytest.param(
            Selection().within(APRIL).within(SPRING), "date:2009-03..2009-05", id="months"
        ),
        pytest.param(
            Selection().within(APRIL).narrow("x"), "date:2009-04 & x", id="narrowed in months"
        ),
        pytest.param(
            Selection().within(SPRING).settled.within(APRIL),
            "date:2009-03..2009-05 & date:2009-04",
            id="months of months",
        ),
        pytest.param(
            Selection().search("x").within(APRIL).without("date:2009-04"), "x", id="months dropped"
        ),
        pytest.param(Selection().search("  "), "", id="nothing typed"),
    ],
)
def test_query(selection: Selection, query: str) -> None:
    assert selection.query == query


@pytest.mark.parametrize(
    ("query", "steps"),
    [
        pytest.param("salt", ("salt",), id="one"),
        pytest.param("salt & tag:PREL & x y", ("salt", "tag:PREL", "x y"), id="three"),
        pytest.param("(salt OR tin) & x", ("salt OR tin", "x"), id="or in a step"),
        pytest.param("x & salt OR tin", ("x & salt OR tin",), id="or at the end: never a step"),
        pytest.param("(salt tin) & x", ("(salt tin)", "x"), id="brackets that were typed"),
        pytest.param('"salt & tin" & x', ('"salt & tin" & x',), id="a sign in a phrase"),
        pytest.param("(a & b) OR c", ("(a & b) OR c",), id="a sign in brackets"),
        pytest.param("(a & b) c", ("(a & b) c",), id="and words behind them"),
    ],
)
def test_a_past_query_comes_back_in_its_steps(query: str, steps: tuple[str, ...]) -> None:
    again = SALT.again(query)
    assert (again.steps, again.query) == (steps, query)
    assert again.is_of_paragraphs  # as what is listed


def test_a_search_is_by_rank_and_may_be_sorted_otherwise() -> None:
    found = Selection().search("salt")
    assert found.order is Order.RANK
    assert found.sorted_by(Order.POST).narrow("x").order is Order.POST
    assert [one.is_by_rank for one in (found, found.turned(), found.turned().turned())] == [
        *(True, False),
        True,
    ]
    assert found.turned().sorted_by(Order.POST) == found.sorted_by(Order.POST)


@pytest.mark.parametrize(
    ("view", "row"),
    [
        pytest.param(Remembered(SALT), 0, id="the first"),
        pytest.param(Remembered(SALT, row=2), 2, id="the row"),
        pytest.param(Remembered(SALT, key=1), 1, id="the first paragraph of a cable"),
        pytest.param(Remembered(SALT, key=1, position=4), 4, id="the very paragraph"),
        pytest.param(Remembered(SALT, key=1, position=5), 1, id="one that is not listed"),
        pytest.param(Remembered(SALT, row=2, key=9, position=4), 2, id="a cable that is not"),
        pytest.param(
            Remembered(SALT.other_view, key=1, position=4), 1, id="cables: whatever the paragraph"
        ),
    ],
)
def test_where_the_cursor_was(view: Remembered, row: int) -> None:
    archive = FakeArchive(3)
    listing, _ = listed(archive, view.selection)
    assert view.row_in(listing) == row


def test_history_goes_back_and_forward() -> None:
    history: History[str] = History()
    history.leave("a")
    history.leave("b")
    assert history.go("c", -1) == "b"
    assert history.go("b", -1) == "a"
    assert history.go("a", -1) is None
    assert history.go("a", 1) == "b"
    assert history.go("b", 1) == "c"
    assert history.go("c", 1) is None
    history.leave("d")
    assert history.go("e", -1) == "d"


@pytest.mark.parametrize(
    ("steps", "places"),
    [
        pytest.param([-2, 1], ["b", "c"], id="two back"),
        pytest.param([-9, 9], ["a", "d"], id="as far as there are"),
        pytest.param([-3, 2, -1], ["a", "c", "b"], id="there and back"),
    ],
)
def test_history_goes_many_places(steps: list[int], places: list[str]) -> None:
    history: History[str] = History()
    for place in "abc":
        history.leave(place)
    here = "d"
    for by, place in zip(steps, places, strict=True):
        found = history.go(here, by)
        assert found == place
        here = place
