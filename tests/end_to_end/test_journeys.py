"""What people do most, from the first key to the last, in a real terminal."""

from __future__ import annotations

import base64
import os
import re
import signal
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.conftest import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.terminal import Terminal

QUIT = "Q"


def shows(terminal: Terminal, *texts: str) -> bool:
    return all(text in terminal.text for text in texts)


def quit_reader(terminal: Terminal) -> None:
    terminal.press(QUIT)
    assert terminal.wait_end() == 0
    assert b"\x1b[?1049l" in terminal.raw


def test_open_a_folder_look_around_and_quit(start: Callable[..., Terminal]) -> None:
    terminal = start(SAMPLES)
    terminal.wait("1/63")
    for key, place in [("j", "2/63"), ("G", "63/63"), ("k", "62/63"), ("g", "1/63")]:
        terminal.press(key)
        terminal.wait(f" {place}")
    quit_reader(terminal)


def test_search_a_misspelt_topic_read_a_hit_and_come_back(reader: Terminal) -> None:
    reader.press("/narcotcis trafficing")
    reader.wait("did you mean narcotics trafficking")
    reader.wait("A CUSTOMS INSPECTOR COMES TO TEA")
    reader.press("\r")
    reader.wait(lambda: shows(reader, "07LANTERNA412  2007-06-25", "about narcotics"))
    reader.press("\x1b")
    reader.wait(lambda: reader.lines[-1].endswith(" 1/6") and shows(reader, "narcotcis trafficing"))
    reader.press("\x1b")
    reader.wait("/63")
    quit_reader(reader)


@pytest.mark.parametrize(
    ("keys", "sign", "column"),
    [
        pytest.param(["j", "j"], "▸", 0, id="list"),
        pytest.param(["j", "/", "lemons"], "/lemons", 7, id="prompt"),
        pytest.param(["/lemons\r", "j"], "▸", 0, id="text"),
        pytest.param(["j", "?", "mark"], "mark", 5, id="words that narrow a list to choose from"),
        pytest.param([":07lanterna412\r", "O", "j"], "├", 0, id="thread"),
    ],
)
def test_the_cursor_of_the_terminal_is_where_the_user_looks(
    reader: Terminal, keys: list[str], sign: str, column: int
) -> None:
    """Braille lines, screen readers and magnifiers follow it, though it is hidden."""
    reader.press(*keys)

    def is_there() -> bool:
        cursor = reader.screen.cursor
        return cursor.x == column and reader.lines[cursor.y].lstrip().startswith(sign)

    reader.wait(is_there)


def test_keys_in_one_write_go_where_they_belong(reader: Terminal) -> None:
    reader.press("/lemons\rJ")
    reader.wait("08LANTERNA77  2008-02-04")
    quit_reader(reader)


def test_find_in_a_cable_and_go_from_hit_to_hit(reader: Terminal) -> None:
    reader.press(":08LANTERNA233\r/Oule\r")
    reader.wait("2 found: Oule")
    reader.press("n")
    reader.wait("Hit 2 of 2")
    reader.press("N")
    reader.wait("Hit 1 of 2")
    quit_reader(reader)


def test_follow_a_reference_and_come_back(reader: Terminal) -> None:
    reader.press(":", "08LANTERNA233\r")
    reader.wait("OULE DECORATED AND HIDDEN")
    reader.wait("¶1/12")
    reader.rest()
    before = reader.lines[:3]
    reader.press("o")
    reader.wait("08LANTERNA77")
    reader.press("\r")
    reader.wait("08LANTERNA77  2008-02-04")
    reader.press("\x7f")
    reader.wait(lambda: reader.lines[:3] == before)
    quit_reader(reader)


@pytest.mark.parametrize(
    "address",
    ["08LANTERNA233", "08 lanterna 00233", "2008 LANTERNA 233", "08LANTERNA233#14"],
)
def test_go_to_an_id_in_any_form(reader: Terminal, address: str) -> None:
    reader.press(":", f"{address}\r")
    reader.wait("08LANTERNA233  2008-07-28")
    quit_reader(reader)


def test_topics_are_looked_up_and_filter_the_list(reader: Terminal) -> None:
    reader.press("t")
    reader.press("narc")
    reader.wait("SNAR")
    reader.press("\r")
    reader.wait(lambda: "tag:SNAR" in reader.lines[0] and shows(reader, " 1/14"))
    reader.press("\x1b")
    reader.wait("/63")
    quit_reader(reader)


def test_next_and_previous_cable_without_the_list(reader: Terminal) -> None:
    reader.press("j", "\r")
    reader.wait("03AMBRAH402  2003-06-02")
    reader.press("J")
    reader.wait("03STATE211908  2003-09-05")
    reader.press("K")
    reader.wait("03AMBRAH402  2003-06-02")
    reader.press("\x1b")
    reader.wait("2/63")
    quit_reader(reader)


def test_star_quit_and_reopen_where_i_was(start: Callable[..., Terminal], samples: Path) -> None:
    first = start(samples)
    first.wait("/63")
    first.press("j", "s")
    first.wait("2/63")
    first.press("/is:starred")
    first.wait("1 cable ")
    first.press("\r")
    first.wait("03AMBRAH402  2003-06-02")
    quit_reader(first)
    again = start(samples)
    again.wait("03AMBRAH402")
    again.wait("is:starred")
    quit_reader(again)


def test_help_is_searchable_and_runs_what_it_shows(reader: Terminal) -> None:
    reader.press("?")
    reader.wait("Keys and commands")
    reader.press("previous unread")
    reader.wait_gone("Next row or line")
    reader.press("\x7f" * 15, "last row")
    reader.wait_gone("unread")
    reader.press("\r")
    reader.wait("63/63")
    quit_reader(reader)


def test_copying_an_id_reaches_the_clipboard(reader: Terminal) -> None:
    reader.press("j", "y")
    expected = base64.b64encode(b"03AMBRAH402")
    reader.wait(lambda: b"\x1b]52;c;" + expected in reader.raw)
    assert reader.raw.count(b"\x1b]52") == 1
    quit_reader(reader)


def test_any_size_and_back(reader: Terminal) -> None:
    reader.press("j", "\r")
    reader.wait("03AMBRAH402  2003-06-02")
    for size in [(120, 40), (200, 60), (40, 10), (1, 1), (80, 24)]:
        reader.resize(*size)
        reader.press("k", "j")
    reader.wait("03AMBRAH402  2003-06-02")
    reader.press("\x1b")
    reader.wait("2/63")
    reader.press("g")
    reader.wait(" 1/63")
    quit_reader(reader)


def test_stopped_with_ctrl_z_and_brought_back(reader: Terminal) -> None:
    reader.rest()
    before = reader.text
    reader.press("\x1a")
    os.waitid(os.P_PID, reader.child.pid, os.WSTOPPED | os.WNOWAIT)
    reader.wait(lambda: b"\x1b[?1049l" in reader.raw)
    reader.screen.reset()
    reader.signal(signal.SIGCONT)
    reader.wait(lambda: reader.text == before)
    quit_reader(reader)


def test_what_another_program_wrote_is_painted_over(reader: Terminal) -> None:
    reader.rest()
    before = reader.text
    reader.screen.reset()
    reader.press("\x0c")
    reader.wait(lambda: reader.text == before)
    quit_reader(reader)


def test_a_cut_line_leaves_nothing_running_and_keeps_the_place(
    start: Callable[..., Terminal], samples: Path
) -> None:
    first = start(samples)
    first.wait("/63")
    first.press("j", "\r")
    first.wait("03AMBRAH402  2003-06-02")
    assert first.hang_up() == 129
    again = start(samples)
    again.wait("03AMBRAH402")
    quit_reader(again)


@pytest.mark.parametrize("term", ["xterm", "xterm-256color", "linux", "screen", "tmux-256color"])
def test_reading_in_a_small_window_of_any_terminal(
    start: Callable[..., Terminal], samples: Path, term: str
) -> None:
    terminal = start(samples, environment={"TERM": term}, size=(40, 10))
    terminal.wait("1/63")
    terminal.press("j", "\r")
    terminal.wait("03AMBRAH402  2003-06-02")
    terminal.wait("Nadim Orsa")
    terminal.press(" ")
    terminal.wait_gone("Nadim Orsa")
    terminal.press("\x1b")
    terminal.wait("2/63")
    quit_reader(terminal)


def test_a_window_of_one_cell(start: Callable[..., Terminal], samples: Path) -> None:
    terminal = start(samples, size=(1, 1))
    terminal.wait(lambda: b"\x1b[?1049h" in terminal.raw)
    terminal.press("j", "\r", " ", "\x1b")
    terminal.resize(80, 24)
    terminal.press("k")
    terminal.wait("1/63")
    quit_reader(terminal)


@pytest.mark.parametrize(
    ("environment", "options"),
    [
        pytest.param({"LANG": "C", "PYTHONUTF8": "0"}, [], id="LANG=C"),
        pytest.param({}, ["--ascii"], id="asked for"),
    ],
)
def test_ascii_alone(
    start: Callable[..., Terminal],
    samples: Path,
    environment: dict[str, str],
    options: list[str],
) -> None:
    terminal = start("read", *options, samples, environment=environment)
    terminal.wait("1/63")
    terminal.press("j", "\r")
    terminal.wait("03AMBRAH402")
    quit_reader(terminal)
    assert terminal.raw.isascii()


@pytest.mark.parametrize("options", [[], ["--ascii"]])
def test_no_colour_where_none_is_wanted(
    start: Callable[..., Terminal], samples: Path, options: list[str]
) -> None:
    terminal = start("read", *options, samples, environment={"NO_COLOR": "1"})
    terminal.wait("1/63")
    terminal.press("/lemons\r")
    terminal.wait("06SALTMARKET14")
    terminal.press("?")
    terminal.wait("Keys and commands")
    terminal.press("\x1b")
    terminal.wait_gone("Keys and commands")
    stands_out = {"bold", "reverse"}  # as what matched does
    terminal.wait(
        lambda: any(
            cell[0] == "L" and stands_out <= set(cell) for row in terminal.cells() for cell in row
        )
    )
    quit_reader(terminal)
    coloured = re.findall(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]", terminal.raw)
    assert coloured == []


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_is_refused(
    start: Callable[..., Terminal], samples: Path, term: str
) -> None:
    terminal = start(samples, environment={"TERM": term})
    assert terminal.wait_end() == 2
    assert "cannot move its cursor" in terminal.text
    assert b"\x1b" not in terminal.raw


def test_an_import_shows_a_bar_and_says_what_it_did(
    start: Callable[..., Terminal], tmp_path: Path
) -> None:
    terminal = start("import", SAMPLES, "--archive", tmp_path / "a")
    assert terminal.wait_end() == 0
    assert b"cables" in terminal.raw
    assert "63 new, 0 already held" in terminal.text


@pytest.mark.parametrize(
    ("term", "said"),
    [
        pytest.param("linux", "This terminal takes no copy: the id, 11 characters,", id="no"),
        pytest.param("tmux-256color", "Copied the id, 11 characters, also", id="perhaps"),
    ],
)
def test_where_a_clipboard_is_not_sure_the_copy_is_in_a_file(
    start: Callable[..., Terminal], samples: Path, tmp_path: Path, term: str, said: str
) -> None:
    terminal = start(samples, environment={"TERM": term})
    terminal.wait("1/63")
    terminal.press("j", "y")
    terminal.wait(said)
    terminal.wait(lambda: "cablegram/copied.txt" in "".join(map(str.strip, terminal.lines)))
    assert (b"\x1b]52" in terminal.raw) == said.startswith("Copied")
    assert (tmp_path / "XDG_STATE_HOME/cablegram/copied.txt").read_text() == "03AMBRAH402"
    quit_reader(terminal)
