"""An error inside the reader: one clean line for the user, and the whole of it in a log."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.css.query import NoMatches
from textual.widget import MountError

from archive import DamagedError
from tui.app import Reader
from tui.failures import Failures
from tui.panes.index import IndexPane
from tui.panes.status import StatusLine
from tui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from tests.tui.fake_archive import FakeArchive


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "cablegram/log/cablegram.log"


def test_an_error_is_one_clean_line_and_a_traceback_in_the_log(log: Path) -> None:
    error = ValueError("two\nlines\x1b]52;c;aGk=\x07")
    line = Failures(is_restricted=False).report(error)
    assert line.startswith("Something went wrong: ValueError: two lines")
    assert "\x1b" not in line
    assert "ValueError: two" in log.read_text(encoding="utf-8")
    assert "\x1b" not in log.read_text(encoding="utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_an_error_of_the_archive_is_its_own_sentence(log: Path) -> None:
    error = DamagedError(Path("cables"), "page 7")
    line = Failures(is_restricted=False).report(error)
    assert line.startswith("The database in cables is damaged (page 7); restore it")
    assert "DamagedError" in log.read_text(encoding="utf-8")


def test_the_same_error_again_is_not_logged_again(log: Path) -> None:
    failures = Failures(is_restricted=False)
    for _ in range(3):
        failures.report(ValueError("again"))
    assert log.read_text(encoding="utf-8").count("again") == 1


def test_no_log_in_restricted_mode(log: Path) -> None:
    assert "KeyError" in Failures(is_restricted=True).report(KeyError("x"))
    assert not log.exists()


def test_nothing_but_errors_is_too_many() -> None:
    failures = Failures(is_restricted=True)
    for _ in range(50):
        assert not failures.are_too_many
        failures.report(ValueError())
    assert failures.are_too_many


@pytest.mark.usefixtures("log")
async def test_a_pane_that_fails_is_told_in_the_last_line(
    archive: FakeArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_pane: IndexPane, by: int) -> None:
        raise ValueError(f"no way {by}")

    monkeypatch.setattr(IndexPane, "action_move", fail)
    app = Reader(archive)  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        await app.keys_done()
        await pilot.pause()
        (status,) = app.screen.query(StatusLine)
        said = "".join(piece.text for piece in status.line(0))
        assert "Something went wrong: ValueError: no way 1" in said
        assert app.is_running


@pytest.mark.usefixtures("log")
async def test_a_pane_that_is_gone_at_the_end_is_no_news(archive: FakeArchive) -> None:
    app = Reader(archive)  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)):
        app.exit()
        for error in (MountError("not mounted"), NoMatches("no Catalogue"), ValueError("news")):
            app._handle_exception(error)
    assert app.failures.messages == ["ValueError: news"]


@pytest.mark.usefixtures("log")
async def test_before_there_is_a_list_no_place_is_kept(archive: FakeArchive) -> None:
    app = Reader(archive)  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)):
        await app.screen.query_one("#routes").remove_children()
        app.exit()
    assert app.failures.messages == []


@pytest.mark.usefixtures("log")
async def test_a_place_that_cannot_be_kept_is_logged_and_holds_up_no_end(
    archive: FakeArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_screen: ReaderScreen) -> None:
        raise ValueError("no place")

    monkeypatch.setattr(ReaderScreen, "keep_place", fail)
    app = Reader(archive)  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q")
    assert app.return_code == 0
    assert app.failures.messages == ["ValueError: no place"]
