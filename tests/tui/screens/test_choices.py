"""What each list to choose from holds, what is found in it, and where its cursor begins."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from archive import Citation, Citations, Facet, Order, PastQuery
from parser import Problem, ProblemKind
from tests.tui.drawing.pages import HARBOR, NOTHING
from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, settle, shows
from tui.app import Reader
from tui.drawing.glyphs import ASCII
from tui.drawing.line import plain
from tui.keys import CHAINS
from tui.screens import (
    commands_chooser,
    facets_chooser,
    names_chooser,
    orders_chooser,
    outline_chooser,
    past_chooser,
    references_chooser,
    remarks_chooser,
    steps_chooser,
    topics_chooser,
)
from tui.selection import Selection

if TYPE_CHECKING:
    from tui.screens.chooser import Chooser

SALT = Selection().search("salt").narrow("tag:PREL")
PREL = "tag PREL External Political Relations 60"
AT = datetime(2009, 4, 3, tzinfo=UTC)
NOTEBOOK = SimpleNamespace(
    queries=lambda most: [PastQuery("Salt road", 3, 1, AT), PastQuery("fish", 0, 2, AT)][:most]
)
LETTER = Citation(None, None, "C", "A Letter", None)
CITED = Citations((Citation("05LIMA21", None, "A", "LIMA 21", None), LETTER), (LETTER,))
LOST = Problem(ProblemKind.TEXT_LOST, "Something is lost.", None)


def found(chooser: Chooser, text: str = "") -> list[str]:
    """Return the rows that fit a text, as they are drawn."""
    choice = chooser._choice
    return [" ".join(plain(choice.draw(one, 60, ASCII)).split()) for one in choice.find(text)]


@pytest.mark.parametrize(
    ("selection", "typed", "expected"),
    [
        pytest.param(Selection(), "ref", ["by reference id"], id="a name"),
        pytest.param(Selection(), "TIMES", ["by times cited"], id="as it is shown"),
        pytest.param(Selection(), "rank", [], id="no rank without a query"),
        pytest.param(SALT, "rank", ["by rank"], id="with one"),
        pytest.param(SALT, "zz", [], id="nothing"),
    ],
)
def test_orders(selection: Selection, typed: str, expected: list[str]) -> None:
    assert found(orders_chooser(selection), typed) == expected


def test_the_cursor_begins_at_the_reference_that_was_chosen_last() -> None:
    *_, last = references_chooser(CITED)._choice.find("")
    assert references_chooser(CITED, last)._choice.start == 2
    assert references_chooser(Citations((), ()), last)._choice.start == 0


@pytest.mark.parametrize(
    "selection", [Selection(), SALT, SALT.sorted_by(Order.POST)], ids=["all", "query", "by post"]
)
def test_the_cursor_begins_at_the_order_that_there_is(selection: Selection) -> None:
    chooser = orders_chooser(selection)
    assert chooser._choice.find("")[chooser._choice.start] is selection.order


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("", ["salt", "tag:PREL"]), ("prel", ["tag:PREL"]), ("SALT", ["salt"]), ("tin", [])],
)
def test_narrowings(typed: str, expected: list[str]) -> None:
    assert found(steps_chooser(SALT), typed) == expected


def test_the_last_narrowing_is_dropped_first() -> None:
    assert steps_chooser(SALT)._choice.start == 1
    assert steps_chooser(Selection())._choice.start == 0
    assert found(steps_chooser(Selection())) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["edition 2: csv, SECRET", "edition 3: html"]),
        ("secret", ["edition 2: csv, SECRET"]),
        ("3", ["edition 3: html"]),
    ],
)
def test_names(typed: str, expected: list[str]) -> None:
    chooser = names_chooser("Compare with", ["edition 2: csv, SECRET", "edition 3: html"])
    assert found(chooser, typed) == expected


@pytest.mark.parametrize(
    ("typed", "texts"), [("", ["Salt road", "fish"]), ("SALT", ["Salt road"]), ("tin", [])]
)
def test_past_queries(typed: str, texts: list[str]) -> None:
    assert [one.text for one in past_chooser(NOTEBOOK)._choice.find(typed)] == texts


def test_without_a_notebook_there_are_none() -> None:
    choice = past_chooser(None)._choice
    assert (choice.find(""), choice.empty) == ([], "Queries are not kept in this session.")
    assert past_chooser(NOTEBOOK)._choice.empty == "Nothing was asked yet."


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(
            "",
            ["> A. 05LIMA21 not held", "> C. A Letter not a cable", "< A Letter not a cable"],
            id="all",
        ),
        pytest.param("lima", ["> A. 05LIMA21 not held"], id="an id"),
        pytest.param("LETTER", ["> C. A Letter not a cable", "< A Letter not a cable"], id="words"),
    ],
)
def test_references(typed: str, expected: list[str]) -> None:
    assert found(references_chooser(CITED), typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("harbor", ["THE HARBOR"], id="a heading"),
        pytest.param(
            "SHIPS", ["2 C Two ships wait (05LIMA22), and a third XXXXXXXX~"], id="a text"
        ),
        pytest.param("salt", [], id="nothing"),
    ],
)
def test_contents(typed: str, expected: list[str]) -> None:
    assert found(outline_chooser(HARBOR, 0), typed) == expected


@pytest.mark.parametrize(("position", "start"), [(0, 0), (1, 2), (2, 3), (9, 0)])
def test_the_cursor_begins_at_the_paragraph(position: int, start: int) -> None:
    assert outline_chooser(HARBOR, position)._choice.start == start


@pytest.mark.parametrize(
    ("typed", "numbers"), [("", [None, 1, 1]), ("LOST", [None]), ("pil ots", [1]), ("salt", [])]
)
def test_problems_and_repairs(typed: str, numbers: list[int | None]) -> None:
    choice = remarks_chooser(HARBOR, [LOST], 0)._choice
    drawn = found(remarks_chooser(HARBOR, [LOST], 0), typed)
    assert [int(row[1]) if row.startswith("#") else None for row in drawn] == numbers
    assert choice.start == 1
    assert remarks_chooser(HARBOR, [LOST], 2)._choice.start == 0
    assert remarks_chooser(NOTHING, [], 0)._choice.find("") == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        pytest.param("", "index.down", id="what is nearest"),
        pytest.param("j", "index.down", id="a key"),
        pytest.param("J", "cable.next-cable", id="another key"),
        pytest.param("Ctrl+R", "catalogue.past", id="as it is shown"),
        pytest.param("ctrl+r", "catalogue.past", id="in small letters"),
        pytest.param("export", "catalogue.export", id="a name"),
        pytest.param("typos tolerated", "catalogue.search", id="words of what it does"),
    ],
)
def test_commands(typed: str, first: str) -> None:
    choice = commands_chooser(CHAINS["index"])._choice
    command = choice.find(typed)[0]
    assert command.id == first
    assert choice.tell(command) == command.help


def test_no_such_command() -> None:
    assert found(commands_chooser(CHAINS["index"]), "zeppelin") == []


def test_topics_begin_with_what_was_typed() -> None:
    choice = topics_chooser(FakeArchive(), "snar")._choice
    assert (choice.text, [one.label for one in choice.find("snar")]) == ("snar", ["SNAR"])


CONTROLLED = "class SECRET//NOFORN 4"


class Controlled(FakeArchive):
    """Some of its cables have a control with their level."""

    def facets(self, *args: Any, **how: Any) -> tuple[Facet, ...]:
        *levels, tag = super().facets(*args, **how)
        return (*levels, Facet("class", "SECRET//NOFORN", 4, "class:S/NF"), tag)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(
            "", ["class CONFIDENTIAL 20", "class SECRET 10", CONTROLLED, PREL], id="all found"
        ),
        pytest.param("secret", ["class SECRET 10", CONTROLLED], id="a value"),
        pytest.param("TAG", [PREL], id="a field"),
        pytest.param("political rel", [PREL], id="a meaning"),
        pytest.param("class sec", ["class SECRET 10", CONTROLLED], id="both"),
        pytest.param("s/nf", [CONTROLLED], id="the letters of a class"),
        pytest.param("tag:prel", [PREL], id="its query"),
        pytest.param("tin", [], id="nothing"),
    ],
)
def test_facets(typed: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    worker = SimpleNamespace(is_cancelled=False)
    monkeypatch.setattr("tui.panes.guard.get_current_worker", lambda: worker)
    chooser = facets_chooser(Controlled(), "salt")
    assert found(chooser, typed) == expected
    assert chooser._choice.others == (("ctrl+x", "leave out"),)


def test_facets_are_counted_no_longer_than_somebody_wants_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worker = SimpleNamespace(is_cancelled=True)
    monkeypatch.setattr("tui.panes.guard.get_current_worker", lambda: worker)
    asked = []
    archive = SimpleNamespace(facets=lambda _, is_cancelled: asked.append(is_cancelled()) or ())
    assert found(facets_chooser(archive, "salt")) == []
    assert asked == [True]


@pytest.mark.parametrize(
    ("chooser", "title", "said"),
    [
        (orders_chooser(SALT), "Sort the list", "Nothing here."),
        (
            steps_chooser(SALT),
            "Drop a narrowing",
            "All cables are listed: there is nothing to drop.",
        ),
        (names_chooser("Compare with", []), "Compare with", "Nothing here."),
        (past_chooser(NOTEBOOK), "Past queries", "Nothing was asked yet."),
        (references_chooser(CITED), "References", "This cable cites none, and none cites it."),
        (outline_chooser(HARBOR, 0), "Contents", "Nothing here."),
        (remarks_chooser(HARBOR, [], 0), "Problems and repairs", "Nothing was repaired."),
        (commands_chooser(()), "Keys and commands", "No such command."),
        (
            topics_chooser(FakeArchive()),
            "Topics: TAGS, posts, countries, people, subjects",
            "No such topic.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_titles_and_what_is_said_of_nothing(chooser: Chooser, title: str, said: str) -> None:
    assert chooser._choice.title == title
    assert said in (chooser._choice.empty, chooser._choice.none)


NOTHING_FITS = "Nothing fits what is typed; the arrows move."


@pytest.mark.parametrize(
    ("keys", "typed", "said"),
    [
        pytest.param("enter o", "zz", NOTHING_FITS, id="references: it has some"),
        pytest.param("o", "jj", NOTHING_FITS, id="orders: letters that move elsewhere"),
        pytest.param("ctrl+r", "", "Queries are not kept in this session.", id="none at all"),
    ],
)
async def test_what_does_not_fit_is_not_said_to_be_nothing(
    keys: str, typed: str, said: str
) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, *keys.split())
        assert shows(lines, said) == (not typed)
        assert shows(await press(pilot, *typed), said)
