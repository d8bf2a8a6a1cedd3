"""Hostile text through import, search and show: printed, seen, and without effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile.rows import ROWS, Row, hostile_in
from tui.commands import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EACH_ROW = pytest.mark.parametrize(
    ("number", "row"), list(enumerate(ROWS, 1)), ids=[row.name for row in ROWS]
)
WORDS = [pytest.param(row.text.replace("\0", ""), id=row.name) for row in ROWS]
"""What can be typed as an argument; a byte that is no text arrives as a lone surrogate."""


@pytest.fixture
def output(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Run the command line; whatever it prints, nothing hostile may be in it."""

    def run_it(*words: object) -> tuple[int, str]:
        capsys.readouterr()
        status = run([str(word) for word in words])
        text = "".join(capsys.readouterr())
        assert hostile_in(text.encode(errors="surrogatepass"), is_screen=False) == []
        return status, text

    return run_it


def test_import_names_hostile_files_without_harm(
    output: Callable, attacks: Path, tmp_path: Path
) -> None:
    (broken,) = attacks.glob("broken*")
    status, text = output("import", attacks, broken, "--archive", tmp_path / "\x1b[31m archive")
    assert status == 2
    assert "Not read: " in text
    assert f"{len(ROWS)} new" in text
    assert "␛[31m archive" in text


@EACH_ROW
def test_show(output: Callable, archive: Path, number: int, row: Row) -> None:
    for form in (["text"], ["markdown"], ["json"], ["text", "--as-sent"], ["text", "--repairs"]):
        status, text = output(
            "show", f"09LANTERNA{number}", "--archive", archive, "--format", *form
        )
        assert status == 0
        if form == ["text"]:
            assert " ".join(row.seen.split()) in " ".join(text.split())


@pytest.mark.parametrize("form", ["text", "json"])
def test_search(output: Callable, archive: Path, form: str) -> None:
    status, text = output(
        "search", "attack", "--archive", archive, "--format", form, "--limit", 200
    )
    assert status == 0
    for number in range(1, len(ROWS) + 1):
        assert f"09LANTERNA{number}" in text


@pytest.mark.parametrize("word", [*WORDS, pytest.param("a\udcff\udc9bb", id="no text")])
@pytest.mark.parametrize("command", ["show", "search", "import", "read"])
def test_hostile_words_on_the_command_line(
    output: Callable, archive: Path, command: str, word: str
) -> None:
    status, _ = output(command, word, "--archive", archive)
    assert status in {0, 1, 2}
