"""Errors inside the reader: each is said on the screen, and the keys go on."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tui.fake_archive import FakeArchive, make_cable
from tests.tui.screens.driving import press, settle, shows
from tui.app import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]


async def test_an_error_in_a_worker_is_said_and_the_reader_lives() -> None:
    class Broken(FakeArchive):
        def cable(self, address):  # noqa: ARG002 - the archive's own name
            raise RuntimeError("\x1b[2J a page is torn")

    app = Reader(Broken())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "enter")
        assert shows(lines, "a page is torn")
        lines = await press(pilot, "escape", "j")
        assert lines[23].endswith("2/60")
    assert app.return_code in {0, None}


async def test_an_error_in_a_search_is_still_said_when_the_query_is_done() -> None:
    class Broken(FakeArchive):
        def beginning(self, query, *, is_cancelled=None):  # noqa: ARG002 - the archive's own names
            raise RuntimeError("a page is torn")

    async with Reader(Broken()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "slash", *"salt", "enter")
        assert "a page is torn" in lines[23]
        assert lines[0].startswith(" All cables")


async def test_an_error_while_drawing_is_said_and_the_reader_lives() -> None:
    archive = FakeArchive(cables=[make_cable(1), make_cable(2)])
    app = Reader(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        index = app.screen.query_one("#index")
        index.row_line = lambda _index: 1 / 0
        index.refresh()
        lines = await press(pilot, "j")
        assert shows(lines, "division by zero")
        del index.row_line
        lines = await press(pilot, "k")
        assert "05ANSELM101" in lines[1]


def _workers() -> Iterator[tuple[str, dict[str, object]]]:
    """Every call that makes a worker, with what it is given by name."""
    for path in sorted((ROOT / "tui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "attr", getattr(node, "func", None))
            if isinstance(node, ast.Call) and getattr(name, "id", name) in {"work", "run_worker"}:
                given = {one.arg: getattr(one.value, "value", None) for one in node.keywords}
                yield f"{path.stem}:{node.lineno}", given


@pytest.mark.parametrize("given", [pytest.param(given, id=at) for at, given in _workers()])
def test_no_error_in_a_worker_ends_the_reader(given: dict[str, object]) -> None:
    assert (given["thread"], given["exit_on_error"]) == (True, False)
