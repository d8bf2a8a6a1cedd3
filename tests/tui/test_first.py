from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive import Notebook, Place
from tests.tui.fake_archive import FakeArchive
from tui.drawing.line import plain
from tui.first import lines_of
from tui.personal import Personal
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.drawing.line import Line


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Notebook]:
    """The notebook of a user whose terminal is 80x24."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    with Notebook.open(tmp_path / "notebook.db") as opened:
        yield opened


def painted(notebook: Notebook, place: Place, driver: str = "cells") -> list[Line]:
    archive = FakeArchive()
    notebook.save_place(archive.path, place)
    return lines_of(archive, Personal(notebook), Settings(driver=driver))


@pytest.mark.parametrize("query", ["", "salt", "nothing-has-this"])
def test_the_list_that_was_left_fills_the_screen(query: str, notebook: Notebook) -> None:
    assert len(painted(notebook, Place(query))) == 24


def test_so_do_the_paragraphs_that_were_left(notebook: Notebook) -> None:
    place = Place("salt", "rank", cable="06ANSELM102", position=4, is_of_paragraphs=True)
    lines = painted(notebook, place)
    assert len(lines) == 24
    assert "120 paragraphs" in plain(lines[0])
    cursor = next(line for line in lines if line and line[0].text.startswith("▸"))
    assert "06ANSELM102" in plain(cursor)
    assert "¶5 " in plain(cursor)


@pytest.mark.parametrize(
    ("query", "driver", "rows"),
    [
        pytest.param("date:9", "cells", "24", id="a query that is refused"),
        pytest.param("", "cells", "3", id="hardly any room"),
        pytest.param("", "textual", "24", id="Textual writes to the terminal"),
    ],
)
def test_what_cannot_be_painted_early_waits_for_the_reader(
    query: str, driver: str, rows: str, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINES", rows)
    assert painted(notebook, Place(query), driver) == []
