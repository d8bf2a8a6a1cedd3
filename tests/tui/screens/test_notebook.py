"""Stars, notes, marks, what was read, and the place where the reader left off."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from archive import CancelledError, Notebook
from tests.tui.fake_archive import FakeArchive, make_cable
from tests.tui.screens.driving import press, screen, send, settle, shows
from tests.tui.screens.test_turns import BeginningArchive
from tui.app import Reader
from tui.drawing.glyphs import UNICODE
from tui.panes.lister import Lister
from tui.personal import Personal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook.open(tmp_path / "notebook.db") as made:
        yield made


def reader(notebook: Notebook) -> Reader:
    return Reader(FakeArchive(), personal=Personal(notebook))


async def test_marks_that_were_painted_before_are_not_looked_up_again(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, personal = FakeArchive(), Personal(notebook)
    notebook.set_star(archive.row(2).reference_id, None)
    personal.marks(archive.row(0))
    monkeypatch.setattr(Notebook, "starred", frozenset)
    async with Reader(archive, personal=personal).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert [line[1] for line in screen(pilot)[1:5]] == ["●", "●", "★", "●"]


async def test_a_query_that_was_opened_is_a_past_query(notebook: Notebook) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"salt", "enter")
    assert [(query.text, query.cables) for query in notebook.queries()] == [("salt", 60)]


async def test_so_is_a_query_that_was_left_before_all_of_it_was_listed(notebook: Notebook) -> None:
    archive = BeginningArchive()
    app = Reader(archive, personal=Personal(notebook))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await send(pilot, "slash", *"salt", "enter", "Q")
        while app.is_running:  # noqa: ASYNC110 - Textual tells nobody
            await asyncio.sleep(0.01)
        archive.may_list.set()
    assert [(query.text, query.cables) for query in notebook.queries()] == [("salt", None)]


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        pytest.param(("j", "j"), "06ANSELM102", id="left in the list"),
        pytest.param(("G", "k"), "08ANSELM158", id="at its end"),
        pytest.param(("j", "enter", "escape"), "05ANSELM101", id="after a cable was read"),
    ],
)
async def test_the_list_of_paragraphs_comes_back(
    keys: tuple[str, ...], row: str, notebook: Notebook
) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        left = await press(pilot, "slash", *"salt", "tab", "p", *keys)
        await press(pilot, "Q")
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        found = screen(pilot)
        assert found[0] == left[0]
        assert any("▸" in line and row in line for line in found)
        assert [line for line in found if "▸" in line] == [line for line in left if "▸" in line]
        assert shows(await press(pilot, "escape"), "60 cables")


async def test_star_note_and_read_are_shown_in_the_list(notebook: Notebook) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert screen(pilot)[1][1:].startswith("●2004")
        lines = await press(pilot, "enter", "escape")
        assert lines[1][1:].startswith(" 2004")
        lines = await press(pilot, "s")
        assert lines[1][1:].startswith("★2004")
        lines = await press(pilot, "s", "a", *"why", "enter")
        assert lines[1][1:].startswith("✎2004")
        lines = await press(pilot, "a", "backspace", "backspace", "backspace", "enter", "r")
        assert lines[1][1:].startswith("●2004")


async def test_a_notebook_that_cannot_be_used_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "notebook.db").write_bytes(b"no database " * 100)
    with Notebook.open(tmp_path / "notebook.db") as spoilt:
        async with reader(spoilt).run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert shows(
                screen(pilot), "Notes and stars are not kept: file is not a database; look"
            )


async def test_what_another_reader_noted_is_not_undone(notebook: Notebook, tmp_path: Path) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        with Notebook.open(tmp_path / "notebook.db") as other:
            other.set_star(make_cable(0).reference_id)
            other.write_note(make_cable(0).reference_id, None, "theirs")
        lines = await press(pilot, "s")
        assert lines[23].startswith("Starred.")
        lines = await press(pilot, "a")
        assert lines[23].startswith("note: theirs")
    assert len(notebook.stars()) == 1


@pytest.mark.parametrize(
    ("before", "keys"),
    [
        pytest.param([], ["j"], id="the next cable of the list"),
        pytest.param(["j", "enter"], ["escape"], id="coming back to the list"),
        pytest.param(["j"], ["enter"], id="reading it"),
    ],
)
async def test_what_another_reader_starred_and_noted_is_seen(
    notebook: Notebook, tmp_path: Path, before: list[str], keys: list[str]
) -> None:
    async with reader(notebook).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, *before)
        with Notebook.open(tmp_path / "notebook.db") as other:
            other.set_star("05ANSELM101")
            other.write_note("05ANSELM101", 0, "Ask the archivist.")
        await press(pilot, *keys)
        while pilot.app.screen.query_one(Lister).is_offering:  # the cursor does not rest yet
            await pilot.pause(0.05)
        lines = await press(pilot)
        assert lines[2].startswith("▸★")
        assert shows(lines, "Ask the archivist.") or keys != ["enter"]


async def test_the_narrowings_of_the_last_session_are_dropped_one_by_one(
    notebook: Notebook,
) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "/", *"salt", "tab", "&", *"road", "tab", "j", "q")
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert screen(pilot)[0].startswith(f" salt {UNICODE.crumb} road")
        lines = await press(pilot, "escape")
        assert lines[0].startswith(" salt  ")
        lines = await press(pilot, "escape")
        assert lines[0].startswith(" All cables")


async def test_without_narrowings_the_order_and_the_row_stay() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = await press(pilot, ":", *"sort subject", "enter", "j")
        assert before[0].endswith("by subject")
        lines = await press(pilot, "escape")
        assert lines[:-1] == before[:-1]
        assert lines[-1].startswith("All cables are listed")


async def test_quitting_from_the_list_keeps_the_place_in_the_cable_read_last(
    notebook: Notebook,
) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "4", "G", "q", "q")
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "¶4, where you left off" in screen(pilot)[23]
        lines = await press(pilot, "'", "'")
        assert "¶4/6" in lines[23]


async def test_star_and_note_on_a_paragraph(notebook: Notebook) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "enter", "2", "G", "s", "a", *"ask", "enter", "g")
        assert any(line.startswith("★ 2 SBU") for line in lines)
        assert shows(lines, "✎ ask")
    assert [star.position for star in notebook.stars()] == [1]


async def test_a_note_on_the_cable_is_changed_where_it_is_shown(notebook: Notebook) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "a", *"whole", "enter")
        assert shows(await press(pilot, "enter"), "✎ whole")
        assert (await press(pilot, "a"))[23].startswith("note: whole")
        lines = await press(pilot, "s", "enter")
        assert shows(lines, "✎ wholes")
        lines = await press(pilot, "a", "ctrl+u", "enter")
        assert "The note is gone." in lines[23]
        assert not shows(lines, "✎")
        assert "Nothing is noted." in (await press(pilot, "a", "enter"))[23]
    assert notebook.notes() == ()


async def test_both_notes_at_the_first_paragraph_are_shown(notebook: Notebook) -> None:
    notebook.write_note("04ANSELM100", None, "whole")
    notebook.write_note("04ANSELM100", 0, "first")
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert shows(await press(pilot, "enter"), "✎ whole / first")
        assert (await press(pilot, "a"))[23].startswith("note: first")


async def test_a_mark_is_gone_back_to(notebook: Notebook) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "4", "G", "m", "x", "J", "J")
        lines = await press(pilot, "'", "x")
        assert lines[0].startswith("05ANSELM101")
        assert "¶4/6" in lines[23]
        lines = await press(pilot, "'", "y")
        assert lines[23].startswith("Nothing is marked y.")


@pytest.mark.parametrize("key", ["m", "'"])
async def test_no_letter_is_no_mark(notebook: Notebook, key: str) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = screen(pilot)
        assert await press(pilot, key, "enter") == before
    assert notebook.marks() == ()


async def test_the_next_start_is_where_the_last_one_ended(notebook: Notebook) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"salt", "tab", "&", *"ships", "down", "down")
        await press(pilot, "enter", "4", "G", "Q")
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = screen(pilot)
        assert lines[0].startswith(f" salt {UNICODE.crumb} ships ")
        assert lines[23].endswith("3/60")
        assert lines[23].startswith("'' goes back to 06ANSELM102 ¶4, where you left off.")
        lines = await press(pilot, "'", "'")
        assert lines[0].startswith("06ANSELM102")
        assert "¶4/6" in lines[23]


@pytest.mark.parametrize(
    ("keys", "first", "position"),
    [
        pytest.param(["'", "'"], "06ANSELM102", "¶4/6", id="in the list: back into the cable"),
        pytest.param(["enter", "'", "'"], "06ANSELM102", "¶4/6", id="to where a cable was left"),
        pytest.param(["j", "enter", "'", "'", "`", "`"], "07ANSELM103", "¶1/6", id="and again"),
        pytest.param(["enter", *"2GG", "'", "'"], "06ANSELM102", "¶2/6", id="in one text"),
        pytest.param(["enter", *"2GG", *"''", *"''"], "06ANSELM102", "¶6/6", id="to and fro"),
    ],
)
async def test_the_place_before_is_that_of_this_session(
    notebook: Notebook, keys: list[str], first: str, position: str
) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "enter", "4", "G", "escape")
        lines = await press(pilot, *keys)
        assert lines[0].startswith(first)
        assert position in lines[23]


async def test_a_list_of_nothing_is_there_again(notebook: Notebook) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"zeppelin", "tab", "q")
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = screen(pilot)
        assert lines[0].startswith(" zeppelin ")
        assert shows(lines, "Nothing matches.")
        assert (await press(pilot, "escape"))[0].startswith(" All cables ")


async def test_where_it_was_left_is_named_by_the_printed_number(notebook: Notebook) -> None:
    cable = make_cable(0)
    shifted = (replace(one, number=at or None) for at, one in enumerate(cable.paragraphs))
    archive = FakeArchive(cables=[replace(cable, paragraphs=tuple(shifted))])
    for left in ("", "04ANSELM100 ¶3,"):
        async with Reader(archive, personal=Personal(notebook)).run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert left in screen(pilot)[23]
            await press(pilot, "enter", "3", "G", "Q")


async def test_unread_cables_are_found(notebook: Notebook) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "r", "j", "r", "j", "r", "g")
        lines = await press(pilot, "right_square_bracket")
        assert lines[23].endswith("4/60")
        lines = await press(pilot, "left_square_bracket")
        assert lines[23].startswith("No unread cable that way.")


async def test_without_a_notebook_it_is_said() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "s")
        assert lines[23].startswith("Nothing is kept in this session")
        lines = await press(pilot, "/", *"salt", "tab", "ctrl+r")
        assert shows(lines, "Queries are not kept in this session.")


async def test_what_is_done_to_marked_cables_is_done_to_all(notebook: Notebook) -> None:
    async with reader(notebook).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "space", "j", "space")
        assert [line[1] for line in lines[1:5]] == ["+", "●", "+", "●"]
        assert lines[23].endswith("2 marked  4/60")
        await press(pilot, "s", "r")
        lines = await press(pilot, "*")
        assert [line[1] for line in lines[1:5]] == ["★", "●", "★", "●"]
        lines = await press(pilot, "*")
        assert lines[23].endswith("60 marked  4/60")
    assert len(notebook.stars()) == 2
    assert len(notebook.read()) == 2


async def test_marked_cables_are_copied_and_written(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader(notebook)
    copied: list[str] = []
    monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "space", "space", "y")
        assert lines[23].startswith("Copied 2 ids")
        assert copied == ["04ANSELM100\n05ANSELM101"]
        path = tmp_path / "list.csv"
        lines = await press(pilot, "colon", *f"export {path}", "enter")
        assert "2 cables written to" in " ".join(lines[21:])
        lines = await press(pilot, "colon", *f"export {path}", "enter")
        assert "is there already, and stays as it is: name another file." in " ".join(lines[21:])
    assert path.read_text().count("ANSELM") == 2


async def test_the_end_of_the_reader_is_that_of_an_export(
    notebook: Notebook,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def endless(_path: Path, _rows: object, _of: object, is_cancelled: Callable[[], bool]) -> None:
        while not is_cancelled():
            time.sleep(0.01)
        raise CancelledError

    monkeypatch.setattr("tui.panes.catalogue.write_list", endless)
    app = reader(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await send(pilot, "colon", *f"export {tmp_path}/x", "enter")
        await pilot.app.keys_done()
        await pilot.pause()
        assert "Writing to" in " ".join(screen(pilot)[21:])
        app.exit(return_code=0)
    said = capsys.readouterr().err.strip()
    assert said == "cablegram: The export was given up; nothing of it is kept."
