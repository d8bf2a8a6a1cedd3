"""Which word is a command, and how every command fails: one clean sentence and exit status 2."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import BashComplete

from tui.commands._main import cablegram as command_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(
            ["serach", "x", "--archive", "y"],
            "did you mean `cablegram search`?",
            id="misspelt command with an option of its own",
        ),
        pytest.param(["serach", "x"], "did you mean `cablegram search`?\n", id="misspelt command"),
        pytest.param(["/no/such/file"], "/no/such/file: no such file or folder", id="no such path"),
        pytest.param(["show", "x", "--archive", "/no/where"], "/no/where", id="no such archive"),
        pytest.param(["show", "x"], "There is no archive at", id="no archive yet"),
        pytest.param(["import"], "Missing argument 'SOURCE...'", id="nothing to import"),
        pytest.param(["show", "x", "--colour"], "No such option", id="unknown option"),
        pytest.param(["search", "x", "--json"], "No such option '--json'.", id="no word, either"),
        pytest.param(["show", "x", "y"], "argument (y). `cablegram show --help`", id="too many"),
        pytest.param(["--archive", "x", "y"], "y is one too many", id="an archive and a path"),
        pytest.param(["--archive", "/no/where"], "/no/where is not", id="no such archive to read"),
        pytest.param(["import", ""], "the name is empty", id="an empty source"),
        pytest.param([""], "the name is empty", id="an empty path"),
        pytest.param(["search", "x", "--archive", ""], "the name is empty", id="an empty archive"),
        pytest.param(["read", "--theme", "blue"], "'blue' is not one of", id="no such theme"),
        pytest.param(["show", "a\x1b]0;x\x07b\x9b"], "There is no archive", id="hostile argument"),
        pytest.param(["a\x1b[31m\x9b\u202eb"], "a␛[31m\ufffdb: no such file", id="hostile path"),
    ],
)
def test_failures_are_one_clean_sentence(
    cablegram: Callable, monkeypatch: pytest.MonkeyPatch, words: list[str], sentence: str
) -> None:
    monkeypatch.setattr("tui.commands.read._refuse_without_terminal", lambda: None)
    done = cablegram(*words)
    assert (done.status, done.out) == (2, "")
    assert sentence in done.err
    assert len(done.err.splitlines()) == 1
    assert done.err.rstrip("\n").isprintable()


@pytest.mark.parametrize(
    "words", [["--help"], ["search", "--help"], ["search", "-h"], ["--version"]]
)
def test_help(cablegram: Callable, words: list[str]) -> None:
    done = cablegram(*words)
    assert (done.status, done.err) == (0, "")
    assert "cablegram" in done.out


@pytest.mark.parametrize("words", [[], ["--archive"]], ids=["a path", "an archive"])
def test_the_reader_needs_a_terminal(cablegram: Callable, samples: Path, words: list[str]) -> None:
    done = cablegram(*words, samples)
    assert done.status == 2
    assert "needs a terminal" in done.err


def test_a_word_that_is_no_path_is_told_without_a_terminal_too(cablegram: Callable) -> None:
    done = cablegram("stat")
    assert done.status == 2
    assert "did you mean `cablegram stats`?" in done.err
    assert "lists commands" in cablegram("info").err


def test_a_reader_that_goes_away_is_no_error(samples: Path) -> None:
    words = [sys.executable, "-m", "tui", "show", "08LANTERNA233", "--archive", str(samples)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.parametrize(
    ("words", "closed", "status"),
    [
        pytest.param("show 08LANTERNA233", ">&-", 0, id="output"),
        pytest.param("show 08LANTERNA233", "2>&-", 0, id="messages"),
        pytest.param("import -", "<&-", 2, id="input"),
    ],
)
def test_a_stream_that_is_closed_is_no_error_of_ours(
    samples: Path, tmp_path: Path, words: str, closed: str, status: int
) -> None:
    archive = tmp_path / "a" if words.startswith("import") else samples
    line = f'"$0" -m tui {words} --archive "$1" {closed}'
    done = subprocess.run(
        ["sh", "-c", line, sys.executable, str(archive)], capture_output=True, check=False
    )
    assert done.returncode == status
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "incomplete", "expected"),
    [
        pytest.param([], "s", ["file s", "search", "show", "stats"], id="commands or files"),
        pytest.param([], "sam", ["file sam"], id="files"),
        pytest.param([], "--th", ["--theme"], id="an option of the reader"),
        pytest.param([], "--v", ["--version"], id="an option of its own"),
        pytest.param(["show"], "--f", ["--format"], id="an option of a command"),
        pytest.param(["show", "--format"], "m", ["markdown"], id="a choice"),
        pytest.param(["samples"], "--as", ["--ascii"], id="behind a path"),
        pytest.param(["samples"], "s", ["file s"], id="another path"),
    ],
)
def test_the_shell_can_complete(words: list[str], incomplete: str, expected: list[str]) -> None:
    shell = BashComplete(command_line, {}, "cablegram", "_CABLEGRAM_COMPLETE")
    found = shell.get_completions(words, incomplete)
    names = [one.value if one.type == "plain" else f"{one.type} {one.value}" for one in found]
    assert names == expected
