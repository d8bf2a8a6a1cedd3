"""What is listed next, and what was listed before: `catalogue.py`."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from archive import Count, Facet, Notebook, Order, QueryError, Results
from tests.tui.fake_archive import FakeArchive, paragraph
from tests.tui.panes.alone import alone, notices, part_alone, told
from tui.drawing.index import Marks
from tui.drawing.line import Target, TargetKind
from tui.months import Window, month_number
from tui.panes.catalogue import Catalogue
from tui.panes.found import Counts
from tui.panes.index import IndexPane
from tui.panes.lister import Lister
from tui.panes.messages import FollowAsked
from tui.panes.question import Asked
from tui.passages import Passages
from tui.personal import Personal
from tui.selection import Remembered, Selection

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ALL = Selection()
SALT = ALL.search("salt")
SHIPS = SALT.narrow("ships")
ARCHIVE = FakeArchive(5)
MONTHS = (("2009-04", 8), ("2009-05", 1))
MAY = Window(month_number("2009-05"))


class List(Lister):
    """A list that is there as soon as it is asked for, and says what was asked in `taken`."""

    index: Any = None
    bar: Any = None
    findings: Any = None

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.index = alone(IndexPane, 80, 4, lambda _row: Marks())
        self.index.show(ARCHIVE.listing(), row=2)
        self.bar = SimpleNamespace(results=None)
        self.findings = SimpleNamespace(when_counted=self.counted)
        self.counts = Counts((), MONTHS)
        self.taken: list[object] = []
        self.is_whole = True
        self.is_refused = False

    @property
    def view(self) -> Remembered:
        return Remembered(self.selection, self.index.cursor, self.index.top)

    @property
    def cables(self) -> int:
        return 7

    def take(self, view: Remembered) -> None:
        self.selection = view.selection
        self.taken.append(view)

    def follow(self, selection: Selection) -> None:
        self.selection = selection

    def finish(self, do: Callable[[], object], *, otherwise: Remembered) -> None:
        self.taken.append(("otherwise", otherwise))
        do()

    def when_whole(self, do: Callable[[], object]) -> None:
        if self.is_whole:
            do()

    def when_listed(self, do: Callable[[], object]) -> None:
        if not self.is_refused:
            do()

    def counted(self, query: str, do: Callable[[Counts], object]) -> None:
        self.taken.append(query)
        do(self.counts)


class Noting:
    """A notebook that says what was noted in `noted`."""

    notebook: object = None

    def __init__(self) -> None:
        self.noted: list[object] = []

    def note_query(self, query: str) -> None:
        self.noted.append(query)

    def count_query(self, query: str, cables: int) -> None:
        self.noted.append((query, cables))

    def last_list(self, _archive: object) -> Remembered:
        return Remembered(SALT, row=3)


def catalogue(selection: Selection = ALL) -> Any:
    """Make the part around a list, with the cursor on the third row."""
    return part_alone(Catalogue, ARCHIVE, Noting(), holds=(List(selection),), works="_export")


def typing(part: Any, action: str, *keys: str) -> Any:
    """Press the key that asks for a query, and type it; return the question."""
    getattr(part, f"action_{action}")()
    question = told(part, Asked)[-1].question
    for typed in keys:
        question.typed(typed)
    return question


HERE = {"key": 2, "position": None}


def test_it_begins_with_the_last_list() -> None:
    part = catalogue()
    part.on_mount()
    assert part.lister.taken == [Remembered(SALT, row=3)]


@pytest.mark.parametrize(
    ("selection", "action", "arguments", "taken"),
    [
        pytest.param(ALL, "search", ["salt"], [Remembered(SALT)], id="search"),
        pytest.param(SHIPS, "search", ["salt"], [Remembered(SALT)], id="search among all"),
        pytest.param(SALT, "narrow", ["ships"], [Remembered(SHIPS)], id="narrow"),
        pytest.param(SHIPS, "narrow", ["salt"], [], id="narrow by the same"),
        pytest.param(
            SALT, "sort", ["post"], [Remembered(SALT.sorted_by(Order.POST), **HERE)], id="sort"
        ),
        pytest.param(SALT, "reverse", [], [Remembered(SALT.turned(), **HERE)], id="reverse"),
        pytest.param(
            SALT, "paragraphs", [], [Remembered(SALT.other_view, **HERE)], id="paragraphs"
        ),
        pytest.param(ALL, "paragraphs", [], [], id="paragraphs of nothing"),
        pytest.param(ALL, "drop", [], [], id="nothing to go back to"),
        pytest.param(SHIPS, "drop", [], [Remembered(SALT, **HERE)], id="of the last session"),
        pytest.param(SALT, "drop", [], [Remembered(ALL, **HERE)], id="the last of them"),
        pytest.param(
            SALT.other_view, "drop", [], [Remembered(SALT, **HERE)], id="paragraphs of then"
        ),
    ],
)
def test_what_a_key_lists(
    selection: Selection, action: str, arguments: list[str], taken: list[object]
) -> None:
    part = catalogue(selection)
    getattr(part, f"action_{action}")(*arguments)
    assert part.lister.taken == taken


@pytest.mark.parametrize(
    ("selection", "action", "arguments"),
    [
        pytest.param(SALT, "search", ["ships"], id="search"),
        pytest.param(SALT, "narrow", ["ships"], id="narrow"),
        pytest.param(SALT, "paragraphs", [], id="paragraphs"),
        pytest.param(SALT, "month", [1], id="a month"),
    ],
)
def test_what_was_listed_before_is_come_back_to(
    selection: Selection, action: str, arguments: list[object]
) -> None:
    part = catalogue(selection)
    before = part.lister.view
    getattr(part, f"action_{action}")(*arguments)
    part.action_drop()
    assert part.lister.taken[-1] == before


def test_an_order_is_no_step_to_come_back_from() -> None:
    part = catalogue(SALT)
    part.action_narrow("ships")
    part.action_reverse()
    part.action_drop()
    assert part.lister.selection == SALT


def test_paragraphs_and_back_with_the_cursor_on_the_same_cable() -> None:
    part = catalogue(SALT)
    before = part.lister.view
    part.action_paragraphs()
    part.index.go(4)
    part.action_paragraphs()
    assert part.lister.taken[-1] == Remembered(SALT, before.row, before.top, key=4)
    part.action_drop()  # they were no step
    assert part.lister.selection == ALL


@pytest.mark.parametrize(("action", "arguments"), [("sort", ["post"]), ("reverse", [])])
def test_from_its_first_row_a_list_is_sorted_to_the_first_row(
    action: str, arguments: list[str]
) -> None:
    part = catalogue(SALT)
    part.index.go(0)
    getattr(part, f"action_{action}")(*arguments)
    (taken,) = part.lister.taken
    assert (taken.row, taken.key) == (0, None)


def test_an_empty_list_in_another_order() -> None:
    part = catalogue(SALT)
    part.index.show(ARCHIVE.listing("zeppelin"))
    part.action_reverse()
    assert part.lister.taken == [Remembered(SALT.turned())]


# A query as it is typed


@pytest.mark.parametrize(
    ("action", "typed", "followed"),
    [
        pytest.param("search", "ships", ALL.search("ships"), id="search"),
        pytest.param("search", "", ALL, id="nothing"),
        pytest.param("search", "salt & ships", SHIPS, id="narrowings, brought back, are steps"),
        pytest.param("narrow", "ships", SHIPS, id="narrow"),
        pytest.param("narrow", "", SALT, id="narrow by nothing"),
    ],
)
def test_the_list_follows_what_is_typed(action: str, typed: str, followed: Selection) -> None:
    part = catalogue(SALT)
    question = typing(part, action, "x", typed)
    assert part.lister.selection == followed
    assert question.sign == {"search": "/", "narrow": "&"}[action]


@pytest.mark.parametrize(
    ("end", "taken", "noted", "opened"),
    [
        pytest.param(
            lambda question: question.entered("ships"),
            [("otherwise", Remembered(SALT, 2, 0))],
            ["salt & ships", ("salt & ships", 7)],
            True,
            id="Enter reads",
        ),
        pytest.param(
            lambda question: question.kept(""),
            [("otherwise", Remembered(SALT, 2, 0))],
            ["salt & ships", ("salt & ships", 7)],
            False,
            id="Tab keeps",
        ),
        pytest.param(
            lambda question: question.entered("  "),
            [Remembered(SALT, 2, 0)],
            [],
            False,
            id="nothing typed",
        ),
        pytest.param(
            lambda question: question.cancelled(),
            [Remembered(SALT, 2, 0)],
            [],
            False,
            id="Escape",
        ),
    ],
)
def test_the_end_of_a_query(
    end: Callable[[Any], None], taken: list[object], noted: list[object], *, opened: bool
) -> None:
    part = catalogue(SALT)
    end(typing(part, "narrow", "ships"))
    assert (part.lister.taken, part._personal.noted) == (taken, noted)
    assert bool(told(part.index, IndexPane.Opened)) == opened
    part.lister.taken.clear()
    part.action_drop()
    before = [Remembered(SALT, 2, 0)] if noted else [Remembered(ALL, **HERE)]
    assert part.lister.taken == before


def test_a_query_that_is_kept_shows_its_cable_beside_the_list() -> None:
    part = catalogue(SALT)
    question = typing(part, "narrow", "ships")
    part.index.sent.clear()
    question.kept("")
    assert [one.row.key for one in told(part.index, IndexPane.Moved)] == [2]


def test_the_same_query_again_is_no_step() -> None:
    part = catalogue(SALT)
    typing(part, "search", "salt").kept("salt")
    part.lister.taken.clear()
    part.action_drop()
    assert part.lister.taken == [Remembered(ALL, **HERE)]


def test_a_query_is_noted_at_once_and_its_cables_when_all_are_listed() -> None:
    part = catalogue(ALL)
    part.lister.is_whole = False
    typing(part, "search", "salt").kept("salt")
    assert part._personal.noted == ["salt"]


@pytest.mark.parametrize(
    ("unclear", "unknown", "said"),
    [
        pytest.param(("date:soon",), (), ["date:9 is no date; write it"], id="no value"),
        pytest.param((), ("subjekt:salt",), ["date:9 is no date; write it"], id="no field"),
        pytest.param((), ("zeppelin",), [], id="a word that is held nowhere"),
        pytest.param((), (), [], id="all understood"),
    ],
)
@pytest.mark.parametrize("end", ["kept", "entered"])
def test_what_is_not_understood_is_told_at_the_end_of_a_query(
    end: str, unclear: tuple[str, ...], unknown: tuple[str, ...], said: list[str]
) -> None:
    class Strict(FakeArchive):
        def search(self, query: str, *_: object, is_strict: bool = False) -> Results:  # type: ignore[override]
            assert is_strict
            raise QueryError("date:9 is no date; write it", query, 0)

    part = catalogue()
    part.archive = Strict(1)
    counts = Count(0), Count(0)
    part.lister.bar.results = Results("", "", (), *counts, unknown, unclear=unclear)
    getattr(typing(part, "search", "date:9"), end)("date:9")
    assert notices(part) == said


def test_what_was_asked_before_can_be_changed(tmp_path: Path) -> None:
    part = catalogue(SALT)
    assert typing(part, "search").before == ["salt"]
    assert typing(part, "narrow").before == ()
    with Notebook.open(tmp_path / "notebook.db") as notebook:
        part._personal.notebook = notebook
        for query in ("ships", "salt", "salt road"):
            notebook.add_query(query)
        assert typing(part, "search").before == ["ships", "salt road", "salt"]
    part = catalogue()
    assert typing(part, "search").before == []


def test_arrows_move_in_the_list_while_a_query_is_typed() -> None:
    part = catalogue(SALT)
    question = typing(part, "narrow")
    moves: list[int] = []
    part.lister.step = moves.append
    typing(part, "narrow").moved(-1)
    assert moves == [-1]
    assert question.value == ""


@pytest.mark.parametrize(
    ("action", "text", "is_gone_to"),
    [
        pytest.param("search", " 09 mexico 1055", True, id="an id"),
        pytest.param("search", '"09MEXICO1055"', False, id="an id in a text"),
        pytest.param("narrow", "09MEXICO1055", False, id="among what is listed"),
    ],
)
def test_an_id_that_is_searched_for_is_gone_to(action: str, text: str, is_gone_to: bool) -> None:
    part = catalogue(SALT)
    before = part.lister.view
    typing(part, action, text).entered(text)
    targets = [event.target for event in told(part, FollowAsked)]
    assert targets == [Target(TargetKind.CABLE, text.strip())] * is_gone_to
    assert (part.lister.taken[-1] == before) == is_gone_to


@pytest.mark.parametrize(
    ("suggestion", "taken", "said"),
    [
        pytest.param("salt", [Remembered(SALT)], [], id="one"),
        pytest.param("salt & ships", [Remembered(SHIPS)], [], id="step by step"),
        pytest.param(None, [], ["Nothing else is suggested."], id="none"),
    ],
)
def test_what_is_suggested(suggestion: str | None, taken: list[object], said: list[str]) -> None:
    part = catalogue(ALL.search("slat"))
    part.lister.bar.results = Results(
        "slat", "all of: slat", (), Count(0), Count(0), suggestion=suggestion
    )
    part.action_suggested()
    assert (part.lister.taken, notices(part)) == (taken, said)


# Months


@pytest.mark.parametrize(
    ("selection", "action", "by", "listed", "said"),
    [
        pytest.param(
            SALT, "month", -1, SALT.within(MAY), "2009-05: 1 cable.", id="the last, from none"
        ),
        pytest.param(
            SALT.within(MAY),
            "month",
            -1,
            SALT.within(Window(MAY.first - 1)),
            "2009-04: 8 cables.",
            id="the one before",
        ),
        pytest.param(
            SALT.within(MAY),
            "months",
            1,
            SALT.within(Window(MAY.first - 1, 2)),
            "2009-04..2009-05: 9 cables.",
            id="more of them",
        ),
    ],
)
def test_months(selection: Selection, action: str, by: int, listed: Selection, said: str) -> None:
    part = catalogue(selection)
    getattr(part, f"action_{action}")(by)
    assert part.lister.taken == ["salt", Remembered(listed)]
    assert notices(part) == [f"{said} < > move, + _ more or fewer months, Enter keeps."]


def test_no_more_months() -> None:
    part = catalogue(SALT.within(MAY))
    part.action_month(1)
    assert part.lister.taken == ["salt"]
    assert notices(part) == ["There are no other months that way."]


def test_from_months_one_step_leads_back_to_all() -> None:
    part = catalogue(SALT)
    for _ in range(2):
        part.action_month(1)
    part.action_drop()
    assert part.lister.selection == SALT
    part.action_drop()
    assert part.lister.selection == ALL


# Lists to choose from


SECRET = Facet("class", "SECRET", 10, "class:S")


@pytest.mark.parametrize(
    ("selection", "action", "chosen", "listed"),
    [
        pytest.param(SALT, "facets", (SECRET, "enter"), SALT.narrow("class:S"), id="a value"),
        pytest.param(SALT, "facets", (SECRET, "-"), SALT.narrow("-class:S"), id="all but it"),
        pytest.param(SHIPS, "crumbs", ("salt", "enter"), SHIPS.without("salt"), id="a narrowing"),
        pytest.param(
            SHIPS,
            "past",
            (SimpleNamespace(text="tin"), "enter"),
            ALL.search("tin"),
            id="a past query",
        ),
        pytest.param(SALT, "sort", (Order.POST, "enter"), SALT.sorted_by(Order.POST), id="order"),
    ],
)
def test_what_is_chosen_is_listed(
    selection: Selection, action: str, chosen: object, listed: Selection
) -> None:
    part = catalogue(selection)
    getattr(part, f"action_{action}")()
    ((_, answer),) = part.pushed
    answer(None)
    assert part.lister.taken == []
    answer(chosen)
    (view,) = part.lister.taken
    assert view.selection == listed


def test_where_a_narrowing_is_dropped_the_cursor_stays_on_its_cable() -> None:
    part = catalogue(SHIPS)
    part.index.put(2, 0)
    before = part.lister.view
    part.action_crumbs()
    ((_, answer),) = part.pushed
    answer(("salt", "enter"))
    assert [view.key for view in part.lister.taken] == [part.index.current.key]
    part.action_drop()
    assert part.lister.taken[1:] == [before]


@pytest.mark.parametrize(
    ("action", "chosen", "noted"),
    [
        pytest.param("facets", (SECRET, "enter"), ["salt & class:S"], id="a facet"),
        pytest.param("past", (SimpleNamespace(text="a & b"), "enter"), ["a & b"], id="asked again"),
        pytest.param("sort", (Order.POST, "enter"), [], id="an order is none"),
    ],
)
def test_what_is_chosen_is_a_past_query(action: str, chosen: object, noted: list[str]) -> None:
    part = catalogue(SALT)
    getattr(part, f"action_{action}")()
    part.pushed[0][1](chosen)
    assert part._personal.noted == [one for query in noted for one in (query, (query, 7))]


@pytest.mark.parametrize(
    ("is_whole", "is_refused", "noted"),
    [
        pytest.param(True, False, ["tin", ("tin", 7)], id="with its number"),
        pytest.param(False, False, ["tin"], id="before all is listed"),
        pytest.param(True, True, [], id="not one that is refused"),
    ],
)
def test_a_query_behind_a_colon_is_a_past_query(
    is_whole: bool, is_refused: bool, noted: list[object]
) -> None:
    part = catalogue()
    part.lister.is_whole, part.lister.is_refused = is_whole, is_refused
    part.action_search("tin")
    assert part._personal.noted == noted


# Out of the reader


@pytest.mark.parametrize(
    ("file", "notebook", "said"),
    [
        pytest.param("", object(), "Type where to: :export FILE.", id="no name"),
        pytest.param(
            "x.csv", None, "Not here: no file is written in this mode.", id="nothing is kept"
        ),
    ],
)
def test_nothing_is_written(file: str, notebook: object, said: str) -> None:
    part = catalogue()
    part._personal.notebook = notebook
    part.action_export(file)
    assert (notices(part), part.asked) == ([said], [])


@pytest.mark.parametrize(
    ("selection", "marked", "keys"),
    [
        pytest.param(ALL, [], [0, 1, 2, 3, 4], id="all"),
        pytest.param(ALL, [3, 1], [3, 1], id="the marked"),
        pytest.param(SALT.other_view, [1], [0, 0, 1], id="not what is marked elsewhere"),
        pytest.param(SALT.other_view, [], [0, 0, 1], id="all paragraphs"),
    ],
)
def test_what_is_written(selection: Selection, marked: list[int], keys: list[int]) -> None:
    part = catalogue(selection)
    part._personal.notebook = object()
    if selection.is_of_paragraphs:
        rows = ARCHIVE.listing().rows(0, 2)
        part.index.show(Passages([paragraph(rows[0], at) for at in (0, 1)] + [paragraph(rows[1])]))
    part.index.marked.mark(map(ARCHIVE.row, marked))
    part.action_export("~/list.csv")
    assert notices(part) == ["Writing to ~/list.csv ..."]
    ((path, rows, noun, _),) = part.asked
    assert [row.key for row in rows] == keys
    assert noun == ("paragraph" if selection.is_of_paragraphs else "cable")
    assert (path.name, path.is_absolute()) == ("list.csv", True)


def test_the_home_of_nobody_is_no_home() -> None:
    part = catalogue()
    part._personal.notebook = object()
    part.action_export("~nobody-at-all/list.csv")
    assert str(part.asked[0][0]) == "~nobody-at-all/list.csv"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("new.csv", "2 cables written to {}; 3 marked are not listed.", id="new"),
        pytest.param(
            "old.csv",
            "{} is there already, and stays as it is: name another file.",
            id="there already",
        ),
        pytest.param(
            "no/list.csv",
            "{} cannot be written (No such file or directory): name another file.",
            id="no folder",
        ),
        pytest.param("late.csv", "", id="no longer wanted"),
    ],
)
def test_how_writing_ends(
    name: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = SimpleNamespace(is_cancelled=name == "late.csv")
    monkeypatch.setattr("tui.panes.catalogue.get_current_worker", lambda: worker)
    (tmp_path / "old.csv").write_text("mine")
    part = catalogue()
    notebook = Notebook.open(tmp_path / "notebook.db")
    notebook.write_note(ARCHIVE.row(1).reference_id, 2, "who?")
    part._personal = Personal(notebook)
    path = tmp_path / name
    rows, others = ARCHIVE.listing().rows(0, 2), "; 3 marked are not listed"
    Catalogue._export.__wrapped__(part, path, rows, "cable", others)  # type: ignore[attr-defined]
    assert notices(part) == [said.format(path)] * bool(said)
    assert path.exists() == (name in {"new.csv", "old.csv"})
    if name == "new.csv":
        first, second = path.read_text(encoding="utf-8").splitlines()[1:]
        assert (first[-4:], second.rpartition(",")[2]) == (",,,,", "paragraph 3: who?")
