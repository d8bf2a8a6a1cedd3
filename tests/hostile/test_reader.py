"""Hostile text in the reader: index, header, body, prompt and messages, read from a terminal."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from archive import Notebook
from tests.hostile.rows import ROWS, hostile_in
from tests.terminal import Terminal, command

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def see(reader: Terminal, text: str) -> bool:
    return text in reader.lines[0]


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def reader(archive: Path, tmp_path: Path) -> Iterator[Terminal]:
    """The reader on the hostile archive; when it ends, nothing hostile may have been written."""
    environment = {"XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    with Terminal(*command("read", str(archive)), environment=environment) as terminal:
        terminal.wait("ROW 1 ")
        yield terminal
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_end() == 143
        assert hostile_in(terminal.raw, is_screen=True) == []


def test_every_body_and_header_shows_the_text_and_does_nothing_else(reader: Terminal) -> None:
    reader.press("\r")
    for number, row in enumerate(ROWS, 1):
        whole = (words(row.seen), f"of attack {number} is quiet", f"ROW {number} ")
        reader.wait(lambda whole=whole: all(text in words(reader.text) for text in whole))
        reader.press("J")


def test_the_whole_header_and_the_raw_text(reader: Terminal) -> None:
    reader.press("\r", "H", "R", "R")
    for number, _ in enumerate(ROWS, 1):
        reader.wait(f"ROW {number} ")
        reader.press("J")


def subjects(reader: Terminal) -> dict[int, str]:
    """Return the subjects that the index shows, by their number."""
    lines = [line[line.index("ROW") :] for line in reader.lines if "ROW" in line]
    return {int(line.split()[1]): line for line in lines}


def test_the_index_shows_every_subject_on_one_line(reader: Terminal) -> None:
    count = len(ROWS)
    in_sight = 22
    seen: dict[int, str] = {}
    for key, page in (("G", range(count - in_sight + 1, count + 1)), ("g", range(1, in_sight + 1))):
        reader.press(key)
        reader.wait(lambda page=page: set(subjects(reader)) == set(page))
        seen.update(subjects(reader))
    for number, row in enumerate(ROWS, 1):
        line = seen[number]
        if row.text == row.seen:
            assert words(f"ROW {number} {row.seen} END").startswith(words(line).removesuffix("…"))


def test_lists_and_threads_over_cables(reader: Terminal) -> None:
    reader.press("\r")
    for number in range(1, len(ROWS) + 1, 2):  # each shows the one before and the one after it
        after = number % len(ROWS) + 1
        reader.wait(f"ROW {number} ")
        reader.press("o")
        reader.wait(
            lambda after=after: f"ROW {after} " in reader.text and see(reader, "References")
        )
        reader.press("\x1b")
        reader.wait(f"of attack {number} is quiet")
        reader.press("O")
        reader.wait(lambda after=after: f"ROW {after} " in reader.text and see(reader, "Thread of"))
        reader.press("\x1b")
        reader.wait(f"of attack {number} is quiet")
        reader.press("J", "J")


def test_every_cable_compared_with_the_next(reader: Terminal) -> None:
    reader.press("\r")
    for number in range(1, len(ROWS), 2):
        reader.wait(f"ROW {number} ")
        reader.press("=", "J", "=")
        reader.wait(f"Only in 09LANTERNA{number}: ")
        reader.wait("The rest of attack")
        reader.press("\x1b", "J")


def test_paragraphs_facets_and_topics(reader: Terminal) -> None:
    reader.press("/attack begins\t", "p")
    reader.wait(f"{len(ROWS)} paragraphs")
    for key, last in (("G", f"{len(ROWS)}/{len(ROWS)}"), ("g", f"1/{len(ROWS)}")):
        reader.press(key)
        reader.wait(lambda last=last: reader.lines[-1].endswith(last))
        reader.rest()
    reader.press("f")
    reader.wait("CONFIDENTIAL")
    reader.press("\x1b", "t", "row")
    reader.wait("subject")
    for _ in range(3):
        reader.press("\x1b[6~")
        reader.rest()
    reader.press("\x1b", "g")
    reader.wait(f"1/{len(ROWS)}")


def test_what_the_notebook_holds(archive: Path, tmp_path: Path) -> None:
    with Notebook.open(tmp_path / "cablegram/notebook.db") as notebook:
        for number, row in enumerate(ROWS, 1):
            text = row.text[:200]
            notebook.add_query(text, number)
            notebook.write_note(f"09LANTERNA{number}", 0, text)
            notebook.set_mark(text[1:2], text, 0)
    environment = {"XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    with Terminal(*command("read", str(archive)), environment=environment) as reader:
        reader.wait("ROW 1 ")
        reader.press("\x12")
        reader.wait("Past queries")
        for _ in range(2):
            reader.press("\x1b[6~")
            reader.rest()
        reader.press("\x1b", "'")
        reader.wait("go to mark")
        reader.press("\x1b", "\r")
        for number, row in enumerate(ROWS, 1):
            reader.wait(f"of attack {number} is quiet")
            seen = words(row.seen)
            reader.wait(lambda seen=seen: words(reader.text).count(seen[:40]) >= 2)
            reader.press("J")
        reader.signal(signal.SIGTERM)
        assert reader.wait_end() == 143
        assert hostile_in(reader.raw, is_screen=True) == []


@pytest.mark.parametrize("key", ["/", ":"])
def test_what_is_pasted_into_a_prompt(reader: Terminal, key: str) -> None:
    pasted = "".join(row.text for row in ROWS if row.name != "marks")
    reader.press(key, f"\x1b[200~{pasted}\x1b[201~", "x\r", "\x1b", "\x1b", "\x1b", "g")
    reader.wait("ROW 1 ")
