from __future__ import annotations

from datetime import date

import pytest

from tests.tui.fake_archive import FakeArchive
from tui.panes.header import HeaderPane


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive()


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is always the same day in the tests, from the first thing that is drawn."""
    monkeypatch.setattr(HeaderPane, "today", staticmethod(lambda: date(2020, 6, 1)))
