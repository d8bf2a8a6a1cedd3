"""What the tests of whole screens have in common."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader waits for the keys to rest as little as can be: what it shows then is the same."""
    for name in ("_REST", "_REST_OF_A_PAGE", "_COUNTED"):
        monkeypatch.setattr(f"tui.panes.lister.{name}", 0.02)
