"""Stars, notes, marks and comparisons, for the cable or paragraph with the cursor: `desk.py`."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from archive import CableRow, Notebook, Place
from tests.tui.fake_archive import FakeArchive, make_cable, paragraph
from tests.tui.panes.alone import alone, lines, notices, part_alone, told
from tui.drawing.line import Role
from tui.panes.catalogue import Catalogue
from tui.panes.desk import Desk, DividerPane
from tui.panes.index import IndexPane
from tui.panes.messages import Noticed, VisitAsked
from tui.panes.question import Asked
from tui.passages import Passages
from tui.personal import Personal
from tui.screens import CompareScreen
from tui.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARCHIVE = FakeArchive(5)
IDS = [ARCHIVE.row(key).reference_id for key in range(5)]


class List(Catalogue):
    """The part of the list, which holds an index alone."""

    index: Any = None

    def __init__(self, index: IndexPane) -> None:
        self.index = index


class Editions(FakeArchive):
    """The third of its cables has other editions."""

    def __init__(self, *others: int) -> None:
        made = [make_cable(2 if key in others else key) for key in range(5)]
        super().__init__(cables=made)
        self._others = others

    def editions(self, key: int) -> tuple[CableRow, ...]:
        return tuple(self.row(one) for one in (key, *self._others))


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook.open(tmp_path / "notebook.db") as made:
        yield made


def desk(
    notebook: Notebook | None = None,
    *,
    reading: Visit | None = None,
    archive: FakeArchive = ARCHIVE,
) -> Any:
    """Make the desk: the cursor on the third cable of the list, or in a cable that is read."""
    personal = Personal(notebook)
    index = alone(IndexPane, 80, 4, personal.marks)
    index.show(archive.listing(), row=2)
    text = SimpleNamespace(id="reading", place=reading, marked=[])
    text.mark_again = lambda: text.marked.append("again")
    made = part_alone(Desk, archive, personal, holds=(List(index), text))
    made.focused = index if reading is None else text
    made.is_furnished = True
    return made


def nowhere(notebook: Notebook | None = None) -> Any:
    """Make the desk where nothing is listed."""
    made = desk(notebook)
    made.catalogue.index.show(ARCHIVE.listing("zeppelin"))
    return made


READ = Visit(3, 4)


@pytest.mark.parametrize(
    ("made", "here"),
    [
        pytest.param(desk(), (2, None), id="the list"),
        pytest.param(desk(reading=READ), (3, 4), id="the text"),
        pytest.param(desk(reading=Visit(3)), (3, 0), id="its top"),
        pytest.param(nowhere(), None, id="an empty list"),
    ],
)
def test_what_a_key_is_for(made: Any, here: tuple[int, int | None] | None) -> None:
    found = made.here
    assert (found and (found[0].key, found[1])) == here


def test_in_the_first_moment_nothing_is_read() -> None:
    made = desk(reading=READ)
    made.is_furnished = False
    assert made.here is None


@pytest.mark.parametrize("action", ["star", "read", "note", "compare", "set_mark"])
def test_without_a_cable_keys_say_so(action: str, notebook: Notebook) -> None:
    made = nowhere(notebook)
    getattr(made, f"action_{action}")()
    assert notices(made) == ["There is no cable here."]
    assert told(made, Asked) == []


@pytest.mark.parametrize("action", ["star", "read", "note", "set_mark", "go_mark"])
def test_without_a_notebook_keys_say_so(action: str) -> None:
    made = desk()
    getattr(made, f"action_{action}")()
    (told_,) = told(made, Noticed)
    assert told_.text == "Nothing is kept in this session: there is no notebook."
    assert (told_.role, told(made, Asked)) == (Role.ERROR, [])


@pytest.mark.parametrize(
    ("reading", "position"), [(None, None), (READ, 4)], ids=["a cable", "a paragraph"]
)
def test_a_star_comes_and_goes(
    notebook: Notebook, reading: Visit | None, position: int | None
) -> None:
    made = desk(notebook, reading=reading)
    made.action_star()
    cable = IDS[3 if reading else 2]
    assert [(star.cable, star.position) for star in notebook.stars()] == [(cable, position)]
    made.catalogue.index.painted.clear()
    made.action_star()
    assert (notebook.stars(), notices(made)) == ((), ["Starred.", "The star is gone."])
    assert (made.catalogue.index.painted, made.reading.marked) == (["all"], ["again", "again"])


def test_in_a_list_of_paragraphs_keys_are_for_the_paragraph(notebook: Notebook) -> None:
    made = desk(notebook)
    row = ARCHIVE.row(2)
    made.catalogue.index.show(Passages([paragraph(row, 4), replace(paragraph(row), number=None)]))
    made.action_star()
    made.action_note()
    told(made, Asked)[-1].question.entered("look")
    assert [(star.cable, star.position) for star in notebook.stars()] == [(IDS[2], 4)]
    assert [(note.position, note.text) for note in notebook.notes(IDS[2])] == [(4, "look")]
    made.catalogue.index.go(1)  # its subject is listed: that is the cable's
    made.action_star()
    assert {star.position for star in notebook.stars()} == {4, None}
    made.catalogue.index.show(Passages([paragraph(row, 1)]))  # with a star for that of the cable
    made.action_star()
    assert {star.position for star in notebook.stars()} == {4}
    made.action_star()
    assert {star.position for star in notebook.stars()} == {4, 1}


def test_a_cable_is_read_and_unread(notebook: Notebook) -> None:
    made = desk(notebook)
    made.action_read()
    assert notebook.is_read(IDS[2])
    made.action_read()
    assert not notebook.is_read(IDS[2])
    assert notices(made) == ["Read.", "Unread."]


@pytest.mark.parametrize(
    ("action", "said"),
    [
        pytest.param("star", ["2 cables starred.", "2 cables without a star now."], id="stars"),
        pytest.param("read", ["2 cables read.", "2 cables unread."], id="read"),
    ],
)
def test_keys_are_for_the_marked_cables(notebook: Notebook, action: str, said: list[str]) -> None:
    made = desk(notebook)
    made.catalogue.index.marked.mark(map(ARCHIVE.row, (0, 4)))
    for _ in said:
        getattr(made, f"action_{action}")()
    assert notices(made) == said
    getattr(made, f"action_{action}")()
    assert sorted((*notebook.starred(), *notebook.read())) == sorted([IDS[0], IDS[4]])


def test_in_the_text_keys_are_for_its_cable_whatever_is_marked(notebook: Notebook) -> None:
    made = desk(notebook, reading=READ)
    made.catalogue.index.marked.mark([ARCHIVE.row(0)])
    made.action_read()
    assert notebook.read() == {IDS[3]}


def test_what_cannot_be_written_is_said_in_place_of_what_was_done(notebook: Notebook) -> None:
    made = desk(notebook)
    notebook.problem = "The notebook cannot be written."
    made.action_star()
    (said,) = told(made, Noticed)
    assert (said.text, said.role) == ("The notebook cannot be written.", Role.ERROR)


# Notes


@pytest.mark.parametrize(
    ("before", "typed", "said"),
    [
        pytest.param("", "salt", "Noted.", id="new"),
        pytest.param("salt", "tin", "Noted.", id="another"),
        pytest.param("salt", "", "The note is gone.", id="taken away"),
        pytest.param("", "", "Nothing is noted.", id="none"),
    ],
)
@pytest.mark.parametrize("reading", [None, READ], ids=["a cable", "a paragraph"])
def test_a_note(
    notebook: Notebook, reading: Visit | None, before: str, typed: str, said: str
) -> None:
    cable, position = (IDS[3], 4) if reading else (IDS[2], None)
    notebook.write_note(cable, position, before)
    made = desk(notebook, reading=reading)
    made.action_note()
    question = told(made, Asked)[0].question
    assert (question.sign, question.value) == ("note: ", before)
    question.entered(f" {typed} ")
    assert notices(made) == [said]
    assert [(note.text.strip(), note.position) for note in notebook.notes(cable)] == [
        (text, position) for text in (typed,) if text
    ]


def test_a_note_of_another_reader_is_not_lost(notebook: Notebook, tmp_path: Path) -> None:
    made = desk(notebook)
    made.catalogue.index.row_line(2)  # what is noted is kept at hand
    with Notebook.open(tmp_path / "notebook.db") as other:
        other.write_note(IDS[2], None, "theirs")
        made.action_note()
    assert told(made, Asked)[0].question.value == "theirs"


# Marks


@pytest.mark.parametrize(
    ("reading", "goes"), [(None, Visit(2, 0)), (READ, Visit(3, 4))], ids=["a cable", "a paragraph"]
)
def test_a_place_has_a_letter(notebook: Notebook, reading: Visit | None, goes: Visit) -> None:
    made = desk(notebook, reading=reading)
    made.action_set_mark()
    question = told(made, Asked)[0].question
    assert (question.sign, question.is_single) == ("mark with a letter: ", True)
    question.entered("b")
    assert notices(made) == [f"Marked b: {IDS[goes.key]}."]
    made.action_go_mark()
    question = told(made, Asked)[1].question
    assert (question.sign, question.is_single) == ("go to mark (b'): ", True)
    question.entered("b")
    assert [asked.visit for asked in told(made, VisitAsked)] == [goes]


@pytest.mark.parametrize(
    ("letter", "place", "goes", "said"),
    [
        pytest.param("x", IDS[1], [], ["Nothing is marked x."], id="no such letter"),
        pytest.param("'", IDS[1], [Visit(1, 3)], [], id="where the last session ended"),
        pytest.param("'", None, [], ["Nothing is marked '."], id="it ended in no cable"),
        pytest.param("'", "09XX", [], ["No cable '09XX' in this archive"], id="it is not held now"),
    ],
)
def test_where_a_letter_leads(
    notebook: Notebook, letter: str, place: str | None, goes: list[Visit], said: list[str]
) -> None:
    notebook.save_place(ARCHIVE.path, Place("", "date", False, place, 3))
    made = desk(notebook)
    made.action_go_mark()
    told(made, Asked)[0].question.entered(letter)
    assert [asked.visit for asked in told(made, VisitAsked)] == goes
    assert [text[: len(said[0])] for text in notices(made)] == said


@pytest.mark.parametrize("letter", ["'", "`"])
def test_where_the_user_was_before_in_this_session_comes_first(
    notebook: Notebook, letter: str
) -> None:
    notebook.save_place(ARCHIVE.path, Place("", "date", False, IDS[1], 3))
    made = desk(notebook)
    made.before = READ
    made.action_go_mark()
    told(made, Asked)[0].question.entered(letter)
    assert [asked.visit for asked in told(made, VisitAsked)] == [READ]


def test_in_the_first_session_there_is_nowhere_to_go(notebook: Notebook) -> None:
    made = desk(notebook)
    made.action_go_mark()
    told(made, Asked)[0].question.entered("'")
    assert notices(made) == ["Nothing is marked '."]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        pytest.param(
            Place("", "date", False, IDS[1], 3),
            [f"'' goes back to {IDS[1]} #4, where you left off."],
            id="inside a cable",
        ),
        pytest.param(Place("", "date", False, IDS[1], 0), [], id="at its top"),
        pytest.param(Place("", "date", False, None, 3), [], id="in the list"),
        pytest.param(Place("", "date", False, "09XX", 3), [], id="not held now"),
        pytest.param(Place("", "date", False, IDS[1], 99), [], id="shorter now"),
        pytest.param(None, [], id="never"),
    ],
)
def test_how_to_go_on_reading(notebook: Notebook, place: Place | None, said: list[str]) -> None:
    if place is not None:
        notebook.save_place(ARCHIVE.path, place)
    made = desk(notebook)
    made._offer_place()
    assert notices(made) == said


# Comparisons


def compared(made: Any) -> list[tuple[list[int], str]]:
    """Return which cables are compared, and what the first is called."""
    found = []
    for screen, *_ in made.pushed:
        if isinstance(screen, CompareScreen):
            keys = [
                next(key for key, cable in enumerate(made._archive.cables) if cable is one)
                for one in screen._cables
            ]
            found.append((keys, screen._names[0]))
    return found


def test_two_cables_are_compared() -> None:
    made = desk()
    made.action_compare()
    assert notices(made) == [f"{IDS[2]} is kept: = on another cable compares the two."]
    assert made.pushed == []
    made.catalogue.index.go(4)
    made.action_compare()
    assert compared(made) == [([2, 4], IDS[2])]
    made.action_compare()  # begins anew
    assert notices(made)[1:] == [f"{IDS[4]} is kept: = on another cable compares the two."]


def test_a_cable_without_editions_is_not_compared() -> None:
    made = desk()
    made.action_compare()
    made.action_compare()
    assert notices(made)[1:] == [f"{IDS[2]} has no other edition here."]
    assert made.pushed == []


def test_a_cable_is_compared_with_its_other_edition() -> None:
    made = desk(archive=Editions(4))
    made.action_compare()
    said = f"{IDS[2]} is kept: = on another cable compares the two, here its 2 editions."
    assert notices(made) == [said]
    made.action_compare()
    assert compared(made) == [([4, 2], "the other edition")]


def test_of_many_editions_one_is_chosen() -> None:
    made = desk(archive=Editions(0, 4))
    made.action_compare()
    made.action_compare()
    ((chooser, chosen),) = made.pushed
    names = list(chooser._choice.find(""))
    assert [name.partition(":")[0] for name in names] == ["edition 2", "edition 3"]
    chosen(None)
    assert compared(made) == []
    chosen((names[1], "enter"))
    assert compared(made) == [([4, 2], "edition 3")]


def test_the_rule_between_two_parts() -> None:
    assert lines(alone(DividerPane, 1, 2)) == ["|", "|"]
