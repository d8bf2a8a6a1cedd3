"""A reader's notebook: kept between sessions, private, never in the way."""

import errno
import sqlite3
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive import Notebook, Order
from archive._notebook import Place


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "notebook.db"


def test_everything_is_there_in_the_next_session(file: Path) -> None:
    place = Place("tag:PGOV", Order.POST, is_reversed=True, cable="09TIRANA9901", position=3)
    with Notebook.open(file) as notebook:
        notebook.set_star("09TIRANA9901", 4)
        notebook.write_note("09TIRANA9901", None, "Ask Ann.")
        notebook.set_mark("a", "09TIRANA9901", 2)
        notebook.set_read("09TIRANA9901")
        notebook.add_query("lighthouse", 12)
        notebook.save_place(Path("cables"), place)
    with Notebook.open(file) as notebook:
        assert [(star.cable, star.position) for star in notebook.stars()] == [("09TIRANA9901", 4)]
        assert [note.text for note in notebook.notes()] == ["Ask Ann."]
        mark = notebook.mark("a")
        assert mark is not None
        assert (mark.cable, mark.position) == ("09TIRANA9901", 2)
        assert notebook.is_read("09TIRANA9901")
        assert [(query.text, query.cables) for query in notebook.queries()] == [("lighthouse", 12)]
        assert notebook.place(Path("cables")) == place
        assert notebook.place(Path("others")) is None
        assert notebook.problem is None


def test_each_thing_says_when_it_was_done(file: Path) -> None:
    before = datetime.now(UTC)
    with Notebook.open(file) as notebook:
        notebook.set_star("09TIRANA9901", 4)
        notebook.write_note("09TIRANA9901", None, "Ask Ann.")
        notebook.set_mark("a", "09TIRANA9901", 2)
        notebook.add_query("lighthouse", 12)
        done = (*notebook.stars(), *notebook.notes(), *notebook.marks(), *notebook.queries())
    moments = [before, *(one.at for one in done), datetime.now(UTC)]
    assert len(moments) == 4 + 2
    assert moments == sorted(moments)


def test_is_private(file: Path) -> None:
    with Notebook.open(file):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_lies_in_the_state_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    Notebook.open().close()
    assert (tmp_path / "cablegram" / "notebook.db").exists()


@pytest.mark.parametrize("position", [None, 0, 7])
def test_star_goes_on_and_off(file: Path, position: int | None) -> None:
    with Notebook.open(file) as notebook:
        for _ in range(2):
            notebook.set_star("09TIRANA9901", position)
            assert notebook.starred() == {"09TIRANA9901"}
            assert [star.position for star in notebook.stars()] == [position]
        for _ in range(2):
            notebook.set_star("09TIRANA9901", position, is_starred=False)
            assert notebook.starred() == frozenset()


def test_a_cable_and_its_paragraph_have_stars_of_their_own(file: Path) -> None:
    with Notebook.open(file) as notebook:
        notebook.set_star("09TIRANA9901")
        notebook.set_star("09TIRANA9901", 0)
        assert {star.position for star in notebook.stars()} == {None, 0}


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("09TIRANA9901", id="same"),
        pytest.param("09 TIRANA 009901", id="spaces and zeros"),
        pytest.param("09tirana9901", id="lower case"),
    ],
)
def test_an_id_is_the_same_however_printed(file: Path, printed: str) -> None:
    with Notebook.open(file) as notebook:
        notebook.set_read("09TIRANA9901")
        assert notebook.is_read(printed)
        assert not notebook.is_read("09ROME1")


def test_notes_of_a_cable_stand_in_the_order_of_its_text(file: Path) -> None:
    with Notebook.open(file) as notebook:
        notebook.write_note("09TIRANA9901", 3, "later")
        notebook.write_note("09TIRANA9901", None, "whole")
        notebook.write_note("09ROME1", 0, "other")
        assert [note.text for note in notebook.notes("09TIRANA9901")] == ["whole", "later"]
        assert notebook.noted() == {"09TIRANA9901", "09ROME1"}


def test_an_empty_note_takes_it_away(file: Path) -> None:
    with Notebook.open(file) as notebook:
        notebook.write_note("09TIRANA9901", 3, "later")
        notebook.write_note("09TIRANA9901", 3, " \n")
        assert notebook.notes() == ()


def test_unread_again(file: Path) -> None:
    with Notebook.open(file) as notebook:
        notebook.set_read("09TIRANA9901")
        notebook.set_read("09TIRANA9901", is_read=False)
        assert notebook.read() == frozenset()


def test_many_cables_wait_for_the_disk_once(file: Path) -> None:
    names = [f"09TIRANA{number}" for number in range(1, 9)]
    with Notebook.open(file) as notebook:
        notebook.set_star(names[0], 4)
        said: list[str] = []
        notebook._connection.set_trace_callback(said.append)
        notebook.set_read(*names)
        notebook.set_stars(*names)
        assert said.count("COMMIT") == 2
        assert notebook.read() == notebook.starred() == set(names)
        notebook.set_read(*names[1:], is_read=False)
        notebook.set_stars(*names, is_starred=False)
        assert said.count("COMMIT") == 4
        assert notebook.read() == notebook.starred() == {names[0]}
        assert [star.position for star in notebook.stars()] == [4]


def test_a_letter_marks_one_place(file: Path) -> None:
    with Notebook.open(file) as notebook:
        notebook.set_mark("a", "09TIRANA9901", 2)
        notebook.set_mark("a", "09ROME1", 5)
        assert [(mark.cable, mark.position) for mark in notebook.marks()] == [("09ROME1", 5)]
        assert notebook.mark("b") is None


def test_a_query_asked_again_comes_first_and_is_counted(file: Path) -> None:
    with Notebook.open(file) as notebook:
        for text, cables in (("harbor", 3), ("lighthouse", 12), ("harbor", 4)):
            notebook.add_query(text, cables)
        found = [(query.text, query.cables, query.times) for query in notebook.queries()]
        assert found == [("harbor", 4, 2), ("lighthouse", 12, 1)]


def test_a_notebook_of_an_earlier_version_goes_on(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as old:
        old.executescript(
            """CREATE TABLE place (
                archive TEXT PRIMARY KEY, query TEXT NOT NULL, sorting TEXT NOT NULL,
                is_reversed INTEGER NOT NULL, cable TEXT, position INTEGER NOT NULL,
                line INTEGER NOT NULL, at TEXT NOT NULL
            ) WITHOUT ROWID;
            INSERT INTO place VALUES ('/cables', 'salt', 'rank', 1, '09ROME1', 3, 0, 'x');"""
        )
    place = Place("salt", "rank", is_reversed=True, cable="09ROME1", position=3)
    for _ in range(2):
        with Notebook.open(file) as notebook:
            assert notebook.problem is None
            assert notebook.place(Path("/cables")) == place
            place = replace(place, is_of_paragraphs=True)
            notebook.save_place(Path("/cables"), place)


def test_a_query_is_counted_later(file: Path) -> None:
    with Notebook.open(file) as notebook:
        notebook.add_query("harbor", 3)
        notebook.add_query("harbor")
        assert [(query.cables, query.times) for query in notebook.queries()] == [(None, 2)]
        notebook.count_query("harbor", 4)
    with Notebook.open(file) as notebook:
        assert [(query.cables, query.times) for query in notebook.queries()] == [(4, 2)]


def test_the_oldest_queries_are_forgotten(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive._notebook._HISTORY", 3)
    with Notebook.open(file) as notebook:
        for number in range(5):
            notebook.add_query(f"word{number}", number)
        assert [query.text for query in notebook.queries()] == ["word4", "word3", "word2"]


def test_what_was_seen_is_known_at_once_and_kept(file: Path) -> None:
    with Notebook.open(file) as notebook:
        assert notebook.see("09 TIRANA 0099") == "09TIRANA99"
        assert notebook.is_read("09TIRANA99")
        assert notebook.read() == {notebook.see("09TIRANA99")}
        notebook.set_read("09TIRANA99", is_read=False)
        assert not notebook.read()
        notebook.see("09TIRANA100")
    with Notebook.open(file) as notebook:
        assert notebook.read() == {"09TIRANA100"}


def test_two_readers_of_one_user_share_it(file: Path) -> None:
    with Notebook.open(file) as one, Notebook.open(file) as other:
        one.set_read("09TIRANA9901")
        assert other.is_read("09TIRANA9901")


def test_many_threads(file: Path) -> None:
    with Notebook.open(file) as notebook:

        def note(number: int) -> None:
            notebook.set_read(f"09TIRANA{number}")

        threads = [threading.Thread(target=note, args=(number,)) for number in range(1, 9)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(notebook.read()) == 8


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda file: file.write_bytes(b"no database " * 100), id="not a database"),
        pytest.param(lambda file: file.mkdir(), id="a folder in its place"),
    ],
)
def test_works_for_this_session_where_it_cannot_be_kept(
    file: Path, spoil: Callable[[Path], object]
) -> None:
    file.parent.mkdir()
    spoil(file)
    with Notebook.open(file) as notebook:
        assert notebook.problem is not None
        assert str(file) in notebook.problem
        notebook.set_star("09TIRANA9901")
        assert notebook.starred() == {"09TIRANA9901"}


def test_who_may_not_wait_asks_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = threading.Event()
    write = Notebook._write
    with Notebook.open(file) as one, Notebook.open(file) as other:
        other.set_star("09TIRANA1")
        with monkeypatch.context() as slow:
            slow.setattr(Notebook, "_write", lambda *of: (disk.wait(), write(*of)))
            one.see("09TIRANA2")
            assert not one.is_news(may_wait=False)
            disk.set()
            assert one.is_news()


def test_two_readers_share_one(file: Path) -> None:
    with Notebook.open(file) as one, Notebook.open(file) as other:
        assert not other.is_news()
        one.set_star("09TIRANA1", 2)
        assert not one.is_news()
        assert other.is_news()
        assert not other.is_news()
        other.set_star("09TIRANA1", 2)
        assert [star.position for star in one.stars()] == [2]
        other.set_star("09TIRANA1", 2, is_starred=False)
        other.set_star("09TIRANA1", 2, is_starred=False)
        assert one.stars() == ()


def test_a_notebook_that_may_not_be_written_can_be_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Notebook.open(file) as notebook:
        notebook.set_star("09TIRANA1")
    before = file.read_bytes()

    def refuse(_path: Path, **_options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(file))

    monkeypatch.setattr(Path, "touch", refuse)
    with Notebook.open(file) as notebook:
        assert notebook.problem == (
            f"Notes and stars are not kept: Permission denied; look at {file}."
        )
        assert notebook.starred() == {"09TIRANA1"}
        notebook.set_star("09TIRANA2")
        assert notebook.starred() == {"09TIRANA1", "09TIRANA2"}
    assert file.read_bytes() == before


def test_damage_that_is_met_on_the_way_is_said(file: Path) -> None:
    with Notebook.open(file) as notebook:
        notebook.set_star("09TIRANA1")
        page = notebook._ask("SELECT rootpage FROM sqlite_schema WHERE name = 'star'")[0][0]
        size = notebook._ask("PRAGMA page_size")[0][0]
    with file.open("r+b") as stream:
        stream.seek((page - 1) * size)
        stream.write(b"\xa5" * size)
    with Notebook.open(file) as notebook:
        assert notebook.starred() == frozenset()
        assert notebook.problem is not None
        assert notebook.problem.startswith("The notebook cannot be read (")
        assert notebook.problem.endswith("); restore it from a copy.")
        notebook.set_star("09TIRANA1")
        assert notebook.starred() == frozenset()


def test_what_stood_in_its_place_is_left_alone(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"no database " * 100)
    Notebook.open(file).close()
    assert file.read_bytes() == b"no database " * 100
    assert [path.name for path in file.parent.iterdir()] == ["notebook.db"]


def test_what_cannot_be_written_is_said_and_nothing_else_happens(file: Path) -> None:
    with Notebook.open(file) as notebook:
        notebook.set_star("09TIRANA9901")
        notebook._connection.execute("PRAGMA query_only = ON")  # as on a full disk
        assert notebook.problem is None
        notebook.write_note("09TIRANA9901", None, "lost")
        assert notebook.problem is not None
        assert "could not be written" in notebook.problem
        assert notebook.starred() == {"09TIRANA9901"}
        assert notebook.notes() == ()
